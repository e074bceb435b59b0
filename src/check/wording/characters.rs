//! What the typeface cannot print, wherever a record writes it.

use super::body::within;
use crate::check::{Scope, Sink, UnitScope};
use crate::finding::{At, Rule};
use crate::markdown::{is_invisible, references};
use crate::record::decode::Written;
use crate::record::paper::{Filed, Paper};
use crate::record::text::{is_mark, nfc};

pub(super) static GLYPH: Rule = Rule::error("van-ban/ky-tu-thieu")
    .fixed()
    .text(
        "Mọi ký tự đem in phải có trong phông chữ, để không chữ nào thành ô trống.",
        "gõ lại bằng ký tự thông thường, hoặc dùng phông chữ khác với --font-dir",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (phông chữ Times New Roman, bộ mã ký tự Unicode)")
    .example("ten: Nguyễn Văn 💡");
pub(super) static CONTROL: Rule = Rule::error("van-ban/ky-tu-dieu-khien")
    .fixed()
    .text(
        "Văn bản không chứa ký tự điều khiển không nhìn thấy, kể cả dấu đảo chiều chữ.",
        "xóa ký tự ẩn này (thường lọt vào khi chép từ phần mềm khác)",
    )
    .example("ten: \"Nguyễn\\u0007 Văn A\"");
pub(super) static LOOSE_MARK: Rule = Rule::error("van-ban/dau-roi").fixed()
    .text(
        "Mỗi chữ có dấu là một chữ dựng sẵn; dấu rời không ghép được vào chữ thì không in ra đúng và không tìm kiếm được.",
        "gõ lại chữ này bằng bộ gõ Unicode dựng sẵn",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (bộ mã ký tự Unicode theo TCVN 6909:2001)")
    .example("ten: Nguyễn Văn B\u{301}");

/// The characters of a text that one rule is about.
type Odd<'a> = &'a dyn Fn(char) -> bool;

pub(super) fn glyphs(scope: &Scope, out: &mut Sink) {
    written(scope, out, &lacks_glyph(scope), LACKS_GLYPH);
}

pub(super) fn referenced_glyphs(scope: &UnitScope, out: &mut Sink) {
    referenced(scope, out, &lacks_glyph(scope.all), LACKS_GLYPH);
}

pub(super) fn controls(scope: &Scope, out: &mut Sink) {
    written(scope, out, &is_hidden, IS_HIDDEN);
}

pub(super) fn referenced_controls(scope: &UnitScope, out: &mut Sink) {
    referenced(scope, out, &is_hidden, IS_HIDDEN);
}

pub(super) fn loose_marks(scope: &Scope, out: &mut Sink) {
    written(scope, out, &is_loose, IS_LOOSE);
}

pub(super) fn referenced_marks(scope: &UnitScope, out: &mut Sink) {
    referenced(scope, out, &is_loose, IS_LOOSE);
}

const LACKS_GLYPH: &str = "phông chữ không có ký tự ";
const IS_HIDDEN: &str = "có ký tự điều khiển không nhìn thấy: ";
const IS_LOOSE: &str = "có dấu rời không ghép được vào chữ: ";

/// A hidden character and a loose mark have findings of their own.
fn lacks_glyph(scope: &Scope) -> impl Fn(char) -> bool {
    // U+FFFD stands for what a spoilt file has lost, whatever the typeface draws for it.
    |c| {
        c == '\u{fffd}'
            || !(scope.has_glyph)(c) && !c.is_whitespace() && !c.is_control() && !is_invisible(c) && !is_mark(c)
    }
}

fn is_hidden(c: char) -> bool {
    !matches!(c, ' '..='~' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') && is_hidden_sign(c)
}

/// Whether what is no everyday letter is hidden.
fn is_hidden_sign(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || is_invisible(c)
}

/// NFC has joined every mark that belongs to a letter; what is left stands alone.
fn is_loose(c: char) -> bool {
    is_mark(c) && !is_invisible(c)
}

/// Each line of a value that has such characters is one finding, with all of them.
fn written(scope: &Scope, out: &mut Sink, odd: Odd, message: &str) {
    let common = scope.loaded.common_papers().filter_map(|filed| Some((filed, filed.paper.get()?)));
    in_bodies(scope, common, out, odd, message);
    for written in &scope.loaded.texts {
        let mut unplaced = distinct(&written.text, odd);
        if unplaced.is_empty() {
            continue;
        }
        for (at, found) in lines(scope, written.at, odd) {
            unplaced.retain(|c| !found.contains(c));
            about(out, written, at, &found, message);
        }
        // Written by an escape, or joined from a letter and its mark: the value as a whole is all that can be shown.
        if !unplaced.is_empty() {
            about(out, written, written.at, &unplaced, message);
        }
    }
}

/// The lines of a value as they stand in the file, from their first such character on.
fn lines(scope: &Scope, at: At, odd: Odd) -> Vec<(At, Vec<char>)> {
    let file = scope.loaded.sources.get(at.file);
    let source = file.and_then(|f| f.text.get(at.start as usize..at.end as usize)).unwrap_or_default();
    let byte = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let mut start = at.start;
    let mut found = Vec::new();
    for line in source.split_inclusive('\n') {
        // What loading takes out or joins is not in the value.
        let kept = distinct(&nfc(line), odd);
        if let Some((offset, c)) = line.char_indices().find(|(_, c)| kept.contains(c)) {
            let first = start.saturating_add(byte(offset));
            found.push((At { start: first, end: first.saturating_add(byte(c.len_utf8())), ..at }, kept));
        }
        start = start.saturating_add(byte(line.len()));
    }
    found
}

/// What character references of a body stand for is judged like what is typed.
fn referenced(scope: &UnitScope, out: &mut Sink, odd: Odd, message: &str) {
    in_bodies(scope.all, scope.papers(), out, odd, message);
}

fn in_bodies<'a>(
    scope: &Scope,
    papers: impl Iterator<Item = (&'a Filed, &'a Paper)>,
    out: &mut Sink,
    odd: Odd,
    message: &str,
) {
    for (filed, paper) in papers {
        let Some(body) = paper.body.get() else { continue };
        for (offset, decoded) in references(&body.text) {
            let found = distinct(&nfc(&decoded), odd);
            if !found.is_empty() {
                let source = body.text.get(offset.clone()).unwrap_or_default();
                let message = format!("{message}{}, ghi bằng `{source}`", named(&found));
                out.say(Some(within(scope, body, offset.start)), message).paper(filed.name());
            }
        }
    }
}

fn distinct(text: &str, odd: Odd) -> Vec<char> {
    let mut found = Vec::new();
    for c in text.chars().filter(|c| odd(*c)) {
        if !found.contains(&c) {
            found.push(c);
        }
    }
    found
}

/// `中` (U+4E2D), `✓` (U+2713): a character that cannot be seen by its number alone.
fn named(characters: &[char]) -> String {
    let name = |c: &char| match is_hidden(*c) || is_loose(*c) {
        true => format!("U+{:04X}", u32::from(*c)),
        false => format!("`{c}` (U+{:04X})", u32::from(*c)),
    };
    let shown = characters.iter().take(MOST).map(name).collect::<Vec<_>>().join(", ");
    let more = characters.len().saturating_sub(MOST);
    if more > 0 { format!("{shown} và {more} ký tự khác") } else { shown }
}

/// Characters named in one finding.
const MOST: usize = 8;

fn about(out: &mut Sink, written: &Written, at: At, characters: &[char], message: &str) {
    let mut said = out.say(Some(at), format!("{message}{}", named(characters)));
    if let Some(unit) = &written.unit {
        said = said.unit(unit);
    }
    if let Some(paper) = &written.paper {
        said.paper(paper);
    }
}
