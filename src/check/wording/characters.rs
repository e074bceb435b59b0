//! What the typeface cannot print, wherever a record writes it.

use crate::check::{Scope, Sink};
use crate::finding::{At, Rule};
use crate::record::decode::Written;
use crate::record::text::is_mark;

pub(super) static GLYPH: Rule = Rule::error("van-ban/ky-tu-thieu")
    .text(
        "Mọi ký tự đem in phải có trong phông chữ, để không chữ nào thành ô trống.",
        "gõ lại bằng ký tự thông thường, hoặc dùng phông chữ khác với --font-dir",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (phông chữ Times New Roman, bộ mã ký tự Unicode)")
    .example("ten: Nguyễn Văn 💡");
pub(super) static CONTROL: Rule = Rule::error("van-ban/ky-tu-dieu-khien")
    .text(
        "Văn bản không chứa ký tự điều khiển không nhìn thấy.",
        "xóa ký tự ẩn này (thường lọt vào khi chép từ phần mềm khác)",
    )
    .example("ten: \"Nguyễn\\u0007 Văn A\"");
pub(super) static LOOSE_MARK: Rule = Rule::error("van-ban/dau-roi")
    .text(
        "Mỗi chữ có dấu là một chữ dựng sẵn; dấu rời không ghép được vào chữ thì không in ra đúng và không tìm kiếm được.",
        "gõ lại chữ này bằng bộ gõ Unicode dựng sẵn",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (bộ mã ký tự Unicode theo TCVN 6909:2001)")
    .example("ten: Nguyễn Văn B\u{301}");

pub(super) fn glyphs(scope: &Scope, out: &mut Sink) {
    let lacking = |c: char| !c.is_whitespace() && !c.is_control() && !(scope.has_glyph)(c);
    for written in &scope.loaded.texts {
        if let Some(c) = written.text.chars().find(|c| lacking(*c)) {
            let message = format!("phông chữ không có ký tự `{c}` (U+{:04X})", u32::from(c));
            about(out, scope, written, c, message);
        }
    }
}

pub(super) fn controls(scope: &Scope, out: &mut Sink) {
    for written in &scope.loaded.texts {
        if let Some(c) = written.text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            let message = format!("có ký tự điều khiển U+{:04X} trong văn bản", u32::from(c));
            about(out, scope, written, c, message);
        }
    }
}

pub(super) fn loose_marks(scope: &Scope, out: &mut Sink) {
    for written in &scope.loaded.texts {
        // NFC has joined every mark that belongs to a letter; what is left stands alone.
        if let Some(c) = written.text.chars().find(|c| is_mark(*c)) {
            let message = format!("có dấu rời (U+{:04X}) không ghép được vào chữ", u32::from(c));
            about(out, scope, written, c, message);
        }
    }
}

/// Reports a character at its own place in the file, or at its text where it was written by escape.
fn about(out: &mut Sink, scope: &Scope, written: &Written, c: char, message: String) {
    let source = scope
        .loaded
        .sources
        .get(written.at.file)
        .and_then(|f| f.text.get(written.at.start as usize..written.at.end as usize));
    let at = match source.and_then(|text| text.find(c)) {
        Some(offset) => {
            let start = written.at.start + u32::try_from(offset).unwrap_or(0);
            At { start, end: start + u32::try_from(c.len_utf8()).unwrap_or(1), ..written.at }
        }
        None => written.at,
    };
    let mut said = out.say(Some(at), message);
    if let Some(unit) = &written.unit {
        said = said.unit(unit);
    }
    if let Some(paper) = &written.paper {
        said.paper(paper);
    }
}
