//! Cutting a template at its tags exactly as Tera does, whitespace control included.

use std::ops::Range;

use super::words;

/// A stretch of a template as Tera cuts it.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Printed as it stands: the text and where it begins in the template.
    Content(&'a str, usize),
    /// `{{ … }}` or `{% … %}`: its inside and the whole.
    Tag {
        /// Whether it is `{{ … }}`.
        expression: bool,
        /// Without delimiters and their dashes.
        inside: &'a str,
        /// The whole in the template.
        at: Range<usize>,
    },
}

/// Cuts a template that Tera has accepted.
pub(super) fn cut(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = 0;
    let mut trim_next = false;
    while rest < text.len() {
        let tail = text.get(rest..).unwrap_or_default();
        let Some(found) = ["{{", "{%", "{#"].iter().filter_map(|open| tail.find(open)).min() else {
            push_content(&mut pieces, tail, rest, trim_next, false);
            break;
        };
        let start = rest + found;
        let tag = tag_at(text, start);
        push_content(&mut pieces, tail.get(..found).unwrap_or_default(), rest, trim_next, tag.trims_before);
        if let Some((raw, from)) = tag.raw {
            pieces.push(Piece::Content(raw, from));
        } else if !tag.comment {
            pieces.push(Piece::Tag { expression: tag.expression, inside: tag.inside, at: start..tag.end });
        }
        trim_next = tag.trims_after;
        rest = tag.end;
    }
    pieces
}

fn push_content<'a>(pieces: &mut Vec<Piece<'a>>, content: &'a str, from: usize, trim_start: bool, trim_end: bool) {
    let (content, from) = trimmed(content, from, trim_start);
    let content = if trim_end { content.trim_end() } else { content };
    if !content.is_empty() {
        pieces.push(Piece::Content(content, from));
    }
}

/// Text that begins at `from`, without the blanks before it, and where it then begins.
fn trimmed(content: &str, from: usize, trim: bool) -> (&str, usize) {
    let kept = if trim { content.trim_start() } else { content };
    (kept, from + content.len() - kept.len())
}

struct Tag<'a> {
    expression: bool,
    comment: bool,
    inside: &'a str,
    /// The literal text between `{% raw %}` and `{% endraw %}`, and where it begins.
    raw: Option<(&'a str, usize)>,
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
            let (content, from) = trimmed(content, opening.end, opening.trims_after);
            let content = if closing.trims_before { content.trim_end() } else { content };
            return Tag { raw: Some((content, from)), trims_after: closing.trims_after, end: closing.end, ..opening };
        }
        from += found + 2;
    }
    opening
}
