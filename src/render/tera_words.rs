//! What Tera has to say, as findings in Vietnamese at the template's line.

use std::collections::BTreeMap;
use std::ops::Range;

use tera::{Error, ErrorKind, ReportError};

use super::rules;
use super::templates::TemplateFile;
use crate::finding::{Finding, Rule};

/// Marks a message of our own filter `markdown`.
pub(super) const MARKDOWN: &str = "hoso/markdown: ";
/// The message of a filter that may not be used.
pub(super) const FORBIDDEN: &str = "hoso/forbidden";

/// A template that does not parse.
pub(super) fn of_syntax(error: &Error, file: &TemplateFile) -> Finding {
    match error.kind() {
        ErrorKind::SyntaxError(report) => {
            Finding::new(&rules::SYNTAX, syntax(report.message())).at(file.place(report.span().range.clone()))
        }
        _ => Finding::new(&rules::SYNTAX, "mẫu không đọc được").at(file.place(0..0)),
    }
}

/// Names that do not exist, loops between templates: the templates at fault, each with a finding.
pub(super) fn of_references(error: &Error, files: &BTreeMap<String, TemplateFile>) -> Vec<(String, Finding)> {
    let whole = |name: &str, message: String| {
        let finding = Finding::new(&rules::NAME, message);
        let finding = match files.get(name) {
            Some(file) => finding.at(file.place(0..0)),
            None => finding,
        };
        vec![(name.to_owned(), finding)]
    };
    match error.kind() {
        ErrorKind::CircularExtend { tpl, .. } => whole(tpl, "các mẫu kế thừa nhau thành vòng".to_owned()),
        ErrorKind::CircularInclude { tpl, .. } => whole(tpl, "các mẫu gọi nhau thành vòng".to_owned()),
        ErrorKind::MissingParent { current, parent } => whole(current, format!("không có mẫu `{parent}` để kế thừa")),
        ErrorKind::Msg(message) => {
            let reports: Vec<_> = message.split("\n\n").filter_map(|report| reference(report, files)).collect();
            if reports.is_empty() {
                files.keys().flat_map(|name| whole(name, "các mẫu không khớp nhau".to_owned())).collect()
            } else {
                reports
            }
        }
        _ => files.keys().flat_map(|name| whole(name, "các mẫu không khớp nhau".to_owned())).collect(),
    }
}

/// Tera hands unknown names over as drawn reports only: `error: Unknown filter `x`` and `--> file:line:column`.
fn reference(report: &str, files: &BTreeMap<String, TemplateFile>) -> Option<(String, Finding)> {
    let mut lines = report.lines();
    let message = lines.next()?;
    let place = lines.find_map(|line| line.trim_start().strip_prefix("--> "))?;
    let mut parts = place.rsplitn(3, ':');
    let (column, line, name) =
        (parts.next()?.parse::<usize>().ok()?, parts.next()?.parse::<usize>().ok()?, parts.next()?);
    let file = files.get(name)?;
    let before: usize = file.text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len).sum();
    let row = file.text.get(before..)?;
    let start = before + row.char_indices().nth(column.saturating_sub(1)).map_or(0, |(index, _)| index);
    let what = quoted(message).unwrap_or_default();
    let (kind, end) = match message.strip_prefix("error: Unknown ")?.split(' ').next()? {
        "filter" => ("bộ lọc", start + what.len()),
        "test" => ("phép thử", start + what.len()),
        "function" => ("hàm", start + what.len()),
        "component" => ("thành phần", start + what.len()),
        _ => ("mẫu con", start + what.len() + 2),
    };
    Some((name.to_owned(), Finding::new(&rules::NAME, format!("không có {kind} `{what}`")).at(file.place(start..end))))
}

/// A template that could not be filled with this data.
pub(super) fn of_rendering(error: &Error, template: &str, files: &BTreeMap<String, TemplateFile>) -> Finding {
    match error.kind() {
        ErrorKind::RenderingError(report) => rendering(report, files),
        ErrorKind::TemplateNotFound(name) => Finding::new(&rules::UNKNOWN, format!("không có mẫu `{name}`")),
        _ => {
            let finding = Finding::new(&rules::VALUE, "không điền được mẫu này");
            match files.get(template) {
                Some(file) => finding.at(file.place(0..0)),
                None => finding,
            }
        }
    }
}

fn rendering(report: &ReportError, files: &BTreeMap<String, TemplateFile>) -> Finding {
    let message = report.message();
    let (rule, words): (&'static Rule, String) = if let Some(problem) = message.strip_prefix(MARKDOWN) {
        (&rules::MARKDOWN, problem.to_owned())
    } else if message == FORBIDDEN {
        (&rules::NAME, "bộ lọc này không được dùng: nó đưa dữ liệu vào văn bản dưới dạng mã".to_owned())
    } else if message.contains("undefined") || message.contains("is not defined") {
        (&rules::MISSING, missing(report, files))
    } else {
        (&rules::VALUE, value(message))
    };
    let mut finding = Finding::new(rule, words);
    if rule.code == rules::MISSING.code
        && let Some(known) = known(message)
    {
        finding = finding.help(known);
    }
    match files.get(report.filename()) {
        Some(file) => finding.at(file.place(span(report, file))),
        None => finding,
    }
}

/// Where it happened. A filter that was given nothing points at the first name of a path: the path is meant.
fn span(report: &ReportError, file: &TemplateFile) -> Range<usize> {
    let range = report.span().range.clone();
    if !given_nothing(report) {
        return range;
    }
    let tail = file.text.get(range.start..).unwrap_or_default();
    let length = tail.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '.').unwrap_or(tail.len());
    range.start..range.end.max(range.start + length)
}

fn given_nothing(report: &ReportError) -> bool {
    report.message().starts_with("Invalid type")
}

fn missing(report: &ReportError, files: &BTreeMap<String, TemplateFile>) -> String {
    let written = files.get(report.filename()).and_then(|file| file.text.get(span(report, file)));
    match quoted(report.message()).filter(|_| !given_nothing(report)).or(written) {
        Some(name) => format!("biến `{}` không có trong dữ liệu của văn bản", name.trim()),
        None => "biến này không có trong dữ liệu của văn bản".to_owned(),
    }
}

/// The nearest name that is there, else all of them.
fn known(message: &str) -> Option<String> {
    let name = quoted(message)?;
    let (_, names) = message.split_once("Available ")?;
    let (_, names) = names.split_once(": ")?;
    let near = names
        .split(", ")
        .map(|known| (strsim::damerau_levenshtein(known, name), known))
        .filter(|(distance, _)| *distance <= 2.max(name.len() / 4))
        .min();
    Some(match near {
        Some((_, known)) => format!("sửa thành `{known}`, nếu đúng ý"),
        None => format!("ở đây có: {names}"),
    })
}

fn value(message: &str) -> String {
    let mut quotes = message.split('`').skip(1).step_by(2);
    let (first, second) = (quotes.next().unwrap_or_default(), quotes.next().unwrap_or_default());
    if message.starts_with("Iteration not possible") || message.starts_with("Key/value iteration") {
        format!("không lặp được trên {}", type_word(first))
    } else if message.starts_with("Invalid type for the value") {
        format!("giá trị sai kiểu: cần {}, gặp {}", type_word(first), type_word(second))
    } else if message.starts_with("Missing keyword argument") {
        format!("bộ lọc hoặc hàm thiếu tham số `{first}`")
    } else if message.starts_with("Math operations")
        || message.starts_with("Only numbers")
        || message.starts_with("`+` requires")
    {
        "phép tính chỉ dùng cho số".to_owned()
    } else if message.starts_with("Cannot compare") || message.starts_with("Cannot sort") {
        "không so sánh được hai giá trị khác kiểu".to_owned()
    } else if message.contains("recursion depth") {
        "các thành phần của mẫu gọi nhau quá sâu".to_owned()
    } else {
        "không tính được biểu thức này".to_owned()
    }
}

fn type_word(name: &str) -> &str {
    match name.trim_start_matches('&') {
        "string" | "str" | "String" => "chuỗi chữ",
        "array" => "danh sách",
        "map/struct" | "map" => "nhóm dữ liệu",
        "bool" => "giá trị đúng/sai",
        "none" => "giá trị trống",
        "undefined" => "biến không có",
        _ => "số",
    }
}

/// What is wrong with the syntax; Tera's own phrases never reach the reader.
fn syntax(message: &str) -> String {
    let what = quoted(message).unwrap_or_default();
    let known: &[(&str, &str)] = &[
        (
            "Unexpected end of input",
            "mẫu hết giữa chừng: thiếu dấu đóng hoặc thẻ đóng (`}}`, `%}`, `{% endif %}`, `{% endfor %}`)",
        ),
        ("String opened with", "chuỗi chưa có dấu nháy đóng"),
        ("Closing comment tag", "chú thích `{#` chưa có `#}`"),
        ("unexpected end of raw block", "khối `{% raw %}` chưa có `{% endraw %}`"),
        ("Unknown tag", "không có thẻ này"),
        ("Unexpected character", "ký tự lạ trong thẻ"),
        ("unexpected escape character", "dấu `\\` trong chuỗi chỉ đứng trước `\"`, `'`, `\\`, `/`, `n`, `t`, `r`"),
        ("Invalid float", "số viết sai"),
        ("Invalid Integer", "số viết sai"),
        ("Found invalid field of `loop`", "`loop` chỉ có `index`, `index0`, `first`, `last`, `length`"),
        ("`extends` needs to be the first", "`{% extends %}` phải đứng đầu mẫu"),
        ("Template is already extending", "mẫu chỉ kế thừa một mẫu khác"),
        ("This content would be ignored", "mẫu kế thừa chỉ được chứa `block` và `component` ở ngoài cùng"),
        ("Invalid syntax for `set`", "thẻ `set` viết sai; viết `{% set tên = giá trị %}`"),
        ("The template nesting is too deep", "mẫu lồng nhau quá sâu"),
        ("The expression is too complex", "biểu thức quá dài"),
        ("Function calls are only allowed", "lời gọi hàm chỉ đứng đầu một biểu thức"),
        ("Block ", "khối không có trong mẫu được kế thừa"),
    ];
    if let Some((_, words)) = known.iter().find(|(start, _)| message.starts_with(start)) {
        return (*words).to_owned();
    }
    if message.starts_with("Closing tag") || message.contains("in the opening tag") {
        return "thẻ đóng không khớp với thẻ mở".to_owned();
    }
    if message.contains("reserved keyword") {
        return "tên này là từ khóa của ngôn ngữ mẫu, không đặt cho biến được".to_owned();
    }
    if message.starts_with("Template already contains") {
        return format!("khối `{what}` khai báo hai lần");
    }
    if message.contains("can only be used in a for loop") {
        return "thẻ này chỉ dùng trong vòng lặp `{% for %}`".to_owned();
    }
    match message.strip_prefix("Found ") {
        Some(found) => format!("không hiểu {} ở chỗ này", token_word(found)),
        None => "viết sai cú pháp của ngôn ngữ mẫu".to_owned(),
    }
}

fn token_word(found: &str) -> String {
    if let Some(sign) = found.strip_prefix('`').and_then(|rest| rest.split('`').next()) {
        return format!("`{sign}`");
    }
    let kind = found.split(' ').next().unwrap_or_default();
    match kind {
        "identifier" => "tên",
        "string" => "chuỗi",
        "integer" | "float" => "số",
        "content" => "phần chữ",
        _ => "dấu",
    }
    .to_owned()
}

fn quoted(message: &str) -> Option<&str> {
    message.split('`').nth(1)
}
