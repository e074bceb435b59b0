//! What `explain` says of a rule.

use super::Style;
use super::text::{hang, printable, wrap};
use crate::finding::{Blocks, Rule};
use crate::record::text::fold;

/// What each family is about, in the order of the way of the data.
const FAMILIES: [(&str, &str); 9] = [
    ("yaml", "Đọc bản ghi"),
    ("phong-trao", "Bản ghi phong trào"),
    ("van-ban", "Từng văn bản"),
    ("ho-so", "Thành phần và tình trạng hồ sơ"),
    ("tieu-chuan", "Tiêu chuẩn khen thưởng"),
    ("so-luong", "Số lượng khen thưởng"),
    ("khop", "Sự thống nhất giữa các văn bản"),
    ("ban-mau", "Bản mẫu"),
    ("the-thuc", "Thể thức và kỹ thuật trình bày"),
];

/// Everything there is to say of one rule.
pub fn rule(rule: &Rule, style: &Style) -> String {
    let mut out = heading(&format!("{} ({})", rule.code, rule.severity.label()), style);
    out.push_str(&hang("", rule.says, style.width));
    out.push('\n');
    out.push_str(&hang("Căn cứ:   ", rule.clause.unwrap_or("quy ước (không có điều khoản)"), style.width));
    out.push_str(&hang("Hệ quả:   ", consequence(rule.blocks), style.width));
    if !rule.help.is_empty() {
        out.push_str(&hang("Cách sửa: ", rule.help, style.width));
    }
    if !rule.example.is_empty() {
        out.push_str("\nVí dụ vi phạm:\n");
        for line in printable(rule.example).lines() {
            out.push_str(format!("  {line}").trim_end());
            out.push('\n');
        }
    }
    out
}

/// What a finding of the rule stands in the way of, as a sentence.
fn consequence(blocks: Option<Blocks>) -> &'static str {
    match blocks {
        Some(Blocks::Paper) => "không lập được văn bản có lỗi này; các văn bản khác vẫn được lập",
        Some(Blocks::List) => {
            "hồ sơ có lỗi này chưa được đưa vào danh sách trình; kết quả xét có lỗi này chưa lập tờ trình, quyết định, giấy khen, thông báo; văn bản khác vẫn được lập"
        }
        Some(Blocks::Numbering) => "văn bản được lập nhưng chưa được cấp số, phát hành",
        None => "không chặn việc nào; chỉ để người phụ trách xem xét",
    }
}

/// Every code with its sentence, by family.
pub fn list(rules: &[&Rule], style: &Style) -> String {
    let mut families: Vec<&str> = FAMILIES.iter().map(|(family, _)| *family).collect();
    for rule in rules {
        if !families.contains(&rule.family()) {
            families.push(rule.family());
        }
    }
    let mut out = String::new();
    for family in families {
        let members: Vec<&&Rule> = rules.iter().filter(|rule| rule.family() == family).collect();
        if members.is_empty() {
            continue;
        }
        let name = FAMILIES.iter().find(|(code, _)| *code == family).map(|(_, name)| *name);
        out.push_str(&heading(&name.map_or(family.to_owned(), |name| format!("{name} ({family}/…)")), style));
        for rule in members {
            out.push_str(&format!("  {} ({})\n", rule.code, rule.severity.label()));
            out.push_str(&hang("      ", rule.says, style.width));
        }
        out.push('\n');
    }
    out.push_str("Xem chi tiết một mã: hoso explain MÃ\n");
    out
}

/// The answer to a code that no rule has, to be printed after `lỗi: `.
pub fn unknown(code: &str, rules: &[&Rule], style: &Style) -> String {
    let mut text = format!("không có mã `{}`", printable(code).replace('\n', " "));
    let near = nearest(code, rules);
    if near.is_empty() {
        text.push_str("; chạy `hoso explain` để xem mọi mã");
    } else {
        let near: Vec<String> = near.iter().map(|code| format!("`{code}`")).collect();
        text.push_str(&format!("; có phải là {}?", near.join(" hoặc ")));
    }
    hang("lỗi: ", &text, style.width).trim_start_matches("lỗi: ").trim_end().to_owned()
}

/// At most three codes that were probably meant, the nearest first.
fn nearest(code: &str, rules: &[&Rule]) -> Vec<&'static str> {
    let typed = fold(code).replace(['_', ' '], "-");
    // What is compared sets how much may differ: of a short name only a little.
    let allowed = |length: usize| (length / 4).clamp(1, 4);
    let distance = |rule: &Rule| {
        let name = rule.code.split_once('/').map_or(rule.code, |(_, name)| name);
        let whole = strsim::damerau_levenshtein(&typed, rule.code);
        let last = strsim::damerau_levenshtein(typed.rsplit('/').next().unwrap_or_default(), name);
        // The right name in another family is nearly right.
        let other = last + usize::from(typed.contains('/'));
        let near = [(whole, rule.code.len()), (other, name.len())];
        near.into_iter().filter(|(distance, length)| *distance <= allowed(*length)).map(|(distance, _)| distance).min()
    };
    let mut near: Vec<(usize, &'static str)> =
        rules.iter().filter_map(|rule| Some((distance(rule)?, rule.code))).collect();
    near.sort_unstable();
    let best = near.first().map_or(0, |(distance, _)| *distance);
    near.retain(|(distance, _)| *distance <= best + 1);
    near.into_iter().take(3).map(|(_, code)| code).collect()
}

fn heading(text: &str, style: &Style) -> String {
    let text = wrap(text, style.width).join("\n");
    if style.colour { format!("\u{1b}[1m{text}\u{1b}[0m\n") } else { format!("{text}\n") }
}

#[cfg(test)]
mod tests;
