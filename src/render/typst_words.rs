//! What Typst has to say, as findings in Vietnamese; its own words follow as technical detail only.

use crate::finding::Rule;

use super::rules;

/// How a diagnostic of Typst reads to people.
pub(super) struct Said {
    /// The rule it falls under.
    pub rule: &'static Rule,
    /// The sentence, engine's words included where they add something.
    pub message: String,
}

/// Whether the engine's words add something.
#[derive(Clone, Copy, PartialEq)]
enum Quote {
    Yes,
    No,
}

/// What a diagnostic contains, the rule it falls under, and the sentence; `{}` takes its first quoted piece.
type Row = (&'static str, &'static Rule, &'static str, Quote);

/// In this order: the first that fits speaks.
static ROWS: &[Row] = &[
    ("could not be displayed with", &rules::GLYPH, "phông chữ không có nét cho “{}”", Quote::No),
    ("disallowed codepoint", &rules::GLYPH, "văn bản có ký tự không được phép trong PDF/A: {}", Quote::No),
    ("contains the codepoint", &rules::GLYPH, "văn bản có ký tự thuộc vùng dùng riêng của Unicode: {}", Quote::No),
    ("missing codepoints", &rules::GLYPH, "có chữ không lần ngược được về mã Unicode", Quote::Yes),
    ("not mapped to a code point", &rules::GLYPH, "có chữ không lần ngược được về mã Unicode", Quote::Yes),
    ("first heading must be of level 1", &rules::HEADING, "đề mục đầu tiên phải ở cấp 1", Quote::No),
    ("skipped from heading level", &rules::HEADING, "đề mục nhảy cấp", Quote::Yes),
    ("heading title", &rules::HEADING, "đề mục không có chữ", Quote::Yes),
    (
        "date is missing",
        &rules::PDF,
        "tài liệu không có ngày (`set document(date: …)`) nên không kèm tệp được",
        Quote::No,
    ),
    ("missing document date", &rules::PDF, "tài liệu không có ngày (`set document(date: …)`)", Quote::No),
    ("missing document title", &rules::PDF, "tài liệu không có tên (`set document(title: …)`)", Quote::No),
    ("missing document language", &rules::PDF, "tài liệu không khai ngôn ngữ (`set text(lang: \"vi\")`)", Quote::No),
    ("alt text", &rules::PDF, "hình hoặc công thức thiếu chữ thay thế", Quote::Yes),
    ("description is missing", &rules::PDF, "tệp đính kèm thiếu mô tả", Quote::No),
    ("mime type is missing", &rules::PDF, "tệp đính kèm thiếu kiểu (MIME)", Quote::No),
    ("is too restrictive", &rules::FONT, "giấy phép của phông chữ không cho nhúng vào PDF", Quote::Yes),
    ("unknown font family", &rules::FONT, "không có phông chữ mà mẫu yêu cầu", Quote::Yes),
    ("hoso: ", &rules::FILE, "{}", Quote::No),
    ("file not found", &rules::FILE, "mẫu dùng tệp không có trong thư viện trình bày", Quote::Yes),
    ("failed to load", &rules::FILE, "mẫu dùng tệp hoặc gói ở ngoài thư viện trình bày", Quote::Yes),
    ("unable to get the current date", &rules::TYPST, "mẫu không được đọc đồng hồ; ngày lấy từ dữ liệu", Quote::No),
    ("panicked with: ", &rules::TYPST, "mẫu tự dừng", Quote::Yes),
    ("assertion failed", &rules::TYPST, "thư viện trình bày không nhận giá trị này", Quote::Yes),
    ("unknown variable", &rules::TYPST, "không có hàm hay biến `{}` trong mẫu và trong thư viện trình bày", Quote::Yes),
    ("unresolved import", &rules::TYPST, "thư viện trình bày không có tên được nhập vào", Quote::Yes),
    ("missing argument", &rules::TYPST, "lời gọi hàm thiếu đối số", Quote::Yes),
    ("unexpected argument", &rules::TYPST, "lời gọi hàm thừa đối số", Quote::Yes),
    ("does not contain", &rules::TYPST, "giá trị không có phần được hỏi đến", Quote::Yes),
    ("cannot ", &rules::TYPST, "phép tính hoặc phép ghép không làm được", Quote::Yes),
    ("unclosed", &rules::TYPST, "thiếu dấu đóng", Quote::Yes),
    (", found ", &rules::TYPST, "giá trị sai kiểu", Quote::Yes),
    ("expected", &rules::TYPST, "sai cú pháp Typst", Quote::Yes),
    ("not valid in code", &rules::TYPST, "sai cú pháp Typst", Quote::Yes),
    ("unexpected", &rules::TYPST, "sai cú pháp Typst", Quote::Yes),
    ("maximum", &rules::TYPST, "mẫu lồng nhau quá sâu hoặc lặp không dừng", Quote::Yes),
    ("error: ", &rules::PDF, "văn bản chưa đạt chuẩn PDF/A-3a và PDF/UA-1", Quote::Yes),
];

/// What an error reads like.
pub(super) fn of_error(raw: &str) -> Said {
    let Some((needle, rule, words, quote)) = ROWS.iter().find(|(needle, ..)| raw.contains(needle)) else {
        return Said { rule: &rules::TYPST, message: quote_of("Typst không trình bày được văn bản", raw) };
    };
    let message = words.replace("{}", piece(raw, needle));
    Said { rule, message: if *quote == Quote::Yes { quote_of(&message, raw) } else { message } }
}

/// What a warning reads like.
pub(super) fn of_warning(raw: &str) -> Said {
    let words = if raw.contains("did not converge") {
        "trình bày chưa ổn định sau năm lượt: số trang hoặc tham chiếu phụ thuộc lẫn nhau"
    } else if raw.contains("unknown font family") {
        "không có phông chữ mà mẫu yêu cầu"
    } else {
        "Typst có cảnh báo"
    };
    Said { rule: &rules::WARNING, message: quote_of(words, raw) }
}

fn quote_of(words: &str, raw: &str) -> String {
    format!("{words}. Chi tiết kỹ thuật (Typst): {raw}")
}

/// The piece of a diagnostic that its sentence repeats.
fn piece<'r>(raw: &'r str, needle: &str) -> &'r str {
    let after = raw.split_once(needle).map_or("", |(_, after)| after);
    match needle {
        // World writes `failed to load file (hoso: …)` in Vietnamese.
        "hoso: " => after.strip_suffix(')').unwrap_or(after),
        "unknown variable" => after.trim_start_matches(": "),
        _ => raw.split('`').nth(1).unwrap_or(after.trim()).trim_matches('"'),
    }
}
