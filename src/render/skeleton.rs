//! Reading a template before any data is there: where would its data come to stand?
//!
//! The template is cut at its `{{ … }}` and `{% … %}` as Tera cuts it, whitespace control included; every
//! emission is replaced by a sample of what it will emit, and the outcome is judged like a finished source.
//! All branches stand side by side here, so this finds the mistakes of an author early and at their line;
//! the proof for what is really printed is made on every finished source again.

use std::collections::BTreeSet;
use std::ops::Range;

use typst::syntax::parse;

use super::marks::{Kind, Mark};
use super::placement::misplaced;
use super::rules;
use super::templates::TemplateFile;
use super::words::{self, Word};
use crate::finding::Finding;

/// Filters that would let text through unescaped.
pub(super) const FORBIDDEN: [&str; 4] = ["safe", "escape_html", "escape_xml", "newlines_to_br"];

/// A stretch of a template as Tera cuts it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Printed as it stands.
    Content(&'a str),
    /// `{{ … }}` or `{% … %}`: its inside and the whole.
    Tag { expression: bool, inside: &'a str, at: Range<usize> },
}

/// Everything wrong with how a template places data.
pub(super) fn examine(file: &TemplateFile) -> Vec<Finding> {
    let pieces = cut(&file.text);
    let mut findings: Vec<_> = pieces.iter().flat_map(|piece| refusals(piece, file)).collect();
    let mut skipped = BTreeSet::new();
    // A misplaced sample upsets the reading of what follows, so it is left out and the rest judged anew.
    loop {
        let (text, samples) = build(&pieces, &skipped);
        let marks: Vec<_> = samples.iter().map(|(mark, _)| mark.clone()).collect();
        let Some(bad) = misplaced(&parse(&text), &marks) else { return findings };
        let Some((_, at)) = samples.iter().find(|(mark, _)| mark == bad) else { return findings };
        skipped.insert(at.start);
        findings.push(misplacement(bad.kind, file, at.clone()));
    }
}

fn misplacement(kind: Kind, file: &TemplateFile, at: Range<usize>) -> Finding {
    let message = match kind {
        Kind::Text => "{{ … }} đứng ở chỗ mà dữ liệu sẽ thành mã: trong chuỗi, chú thích, khối chữ mã, sau dấu `\\`, hoặc trong phần mã Typst mà thiếu `| typ`",
        Kind::Literal => "{{ … | typ }} chỉ đứng trong phần mã Typst, không trong chuỗi, chú thích hay phần chữ",
        Kind::Block => "phần chèn cả đoạn (`markdown`, mẫu con, khối) chỉ đứng trong phần chữ, không trong chuỗi, chú thích hay phần mã Typst",
    };
    Finding::new(&rules::PLACE, message).at(file.place(at))
}

fn refusals(piece: &Piece<'_>, file: &TemplateFile) -> Vec<Finding> {
    let Piece::Tag { expression, inside, at } = piece else { return Vec::new() };
    let words = words::of(inside);
    let mut findings: Vec<_> = FORBIDDEN
        .iter()
        .filter(|name| words::has_filter(&words, name))
        .map(|name| Finding::new(&rules::NAME, format!("không dùng bộ lọc `{name}`: nó đưa dữ liệu vào văn bản dưới dạng mã")).at(file.place(at.clone())))
        .collect();
    if !expression {
        if words::has_filter(&words, "typ") {
            findings.push(Finding::new(&rules::PLACE, "`| typ` chỉ đứng cuối một {{ … }} trong phần mã Typst").at(file.place(at.clone())));
        }
        let captures = match words.first() {
            Some(Word::Name("filter")) => true,
            Some(Word::Name("set" | "set_global")) => !words.contains(&Word::Sign('=')),
            _ => false,
        };
        if captures {
            findings.push(
                Finding::new(&rules::PLACE, "không gom cả đoạn bằng `{% set x %}…` hay `{% filter x %}…`: đoạn gom lại không còn biết đâu là dữ liệu")
                    .help("dùng `{% set x = … %}` hoặc tách thành mẫu con")
                    .at(file.place(at.clone())),
            );
        }
    }
    findings
}

/// The source that a template would give with sample data; the samples with their place in the template.
fn build(pieces: &[Piece<'_>], skipped: &BTreeSet<usize>) -> (String, Vec<(Mark, Range<usize>)>) {
    let mut text = String::new();
    let mut samples = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Content(content) => text.push_str(content),
            Piece::Tag { expression, inside, at } => {
                let Some(kind) = emits(*expression, inside) else { continue };
                if skipped.contains(&at.start) {
                    continue;
                }
                let start = text.len();
                text.push_str(match kind {
                    Kind::Text => "#\"x\";",
                    Kind::Literal => "\"x\"",
                    Kind::Block => "#[];",
                });
                samples.push((Mark { kind, range: start..text.len() }, at.clone()));
            }
        }
    }
    (text, samples)
}

/// What a tag puts into the source, if anything.
fn emits(expression: bool, inside: &str) -> Option<Kind> {
    let words = words::of(inside);
    let first = words.first();
    if !expression {
        let component = first == Some(&Word::Sign('<')) && words.get(1) != Some(&Word::Sign('/'));
        let inserts = matches!(first, Some(Word::Name("include" | "block")));
        return (component || inserts).then_some(Kind::Block);
    }
    if matches!(first, Some(Word::Sign('<') | Word::Name("super"))) {
        return Some(Kind::Block);
    }
    // `a if c else b`: both values decide.
    let mut values = words::values(&words).into_iter().map(|value| match words::last_filter(value) {
        Some("typ") => Kind::Literal,
        Some("markdown") => Kind::Block,
        _ => Kind::Text,
    });
    let kind = values.next().unwrap_or(Kind::Text);
    Some(if values.all(|other| other == kind) { kind } else { Kind::Text })
}

/// Cuts a template that Tera has accepted.
pub(super) fn cut(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = 0;
    let mut trim_next = false;
    while rest < text.len() {
        let tail = text.get(rest..).unwrap_or_default();
        let Some(found) = ["{{", "{%", "{#"].iter().filter_map(|open| tail.find(open)).min() else {
            push_content(&mut pieces, tail, trim_next, false);
            break;
        };
        let start = rest + found;
        let tag = tag_at(text, start);
        push_content(&mut pieces, tail.get(..found).unwrap_or_default(), trim_next, tag.trims_before);
        if let Some(raw) = tag.raw {
            pieces.push(Piece::Content(raw));
        } else if !tag.comment {
            pieces.push(Piece::Tag { expression: tag.expression, inside: tag.inside, at: start..tag.end });
        }
        trim_next = tag.trims_after;
        rest = tag.end;
    }
    pieces
}

fn push_content<'a>(pieces: &mut Vec<Piece<'a>>, content: &'a str, trim_start: bool, trim_end: bool) {
    let content = if trim_start { content.trim_start() } else { content };
    let content = if trim_end { content.trim_end() } else { content };
    if !content.is_empty() {
        pieces.push(Piece::Content(content));
    }
}

struct Tag<'a> {
    expression: bool,
    comment: bool,
    inside: &'a str,
    /// The literal text between `{% raw %}` and `{% endraw %}`.
    raw: Option<&'a str>,
    trims_before: bool,
    trims_after: bool,
    end: usize,
}

fn tag_at(text: &str, start: usize) -> Tag<'_> {
    let body = text.get(start + 2..).unwrap_or_default();
    let opening = text.get(start..start + 2).unwrap_or_default();
    let (comment, close) = match opening {
        "{{" => (false, "}}"),
        "{%" => (false, "%}"),
        _ => (true, "#}"),
    };
    let length = if comment { body.find(close) } else { words::end_of_tag(body, close) }.unwrap_or(body.len());
    let inside = body.get(..length).unwrap_or_default();
    let (trims_before, trims_after) = (inside.starts_with('-'), inside.ends_with('-'));
    let inside = inside.strip_prefix('-').unwrap_or(inside);
    let inside = inside.strip_suffix('-').unwrap_or(inside);
    let end = (start + 2 + length + close.len()).min(text.len());
    let tag = Tag { expression: opening == "{{", comment, inside, raw: None, trims_before, trims_after, end };
    if opening == "{%" && inside.trim() == "raw" { raw(text, tag) } else { tag }
}

fn raw<'a>(text: &'a str, opening: Tag<'a>) -> Tag<'a> {
    let mut from = opening.end;
    while let Some(found) = text.get(from..).and_then(|tail| tail.find("{%")) {
        let closing = tag_at(text, from + found);
        if closing.inside.trim() == "endraw" {
            let content = text.get(opening.end..from + found).unwrap_or_default();
            let content = if opening.trims_after { content.trim_start() } else { content };
            let content = if closing.trims_before { content.trim_end() } else { content };
            return Tag { raw: Some(content), trims_after: closing.trims_after, end: closing.end, ..opening };
        }
        from += found + 2;
    }
    opening
}
