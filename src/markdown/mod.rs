//! Markdown bodies: what is allowed in them, and how they become calls of the layout library.
//!
//! A report's `noi_dung` is Markdown. `check` asks here what is wrong with one (so that the finding
//! points into the record), `render` asks for the Typst that sets it. The module stands below the
//! rooms and knows nothing of records, rules or templates.

mod emit;
mod emphasis;
mod lines;
mod literal;
mod problems;
mod run_on;
mod signs;
mod tables;

pub use emit::to_typst;
pub use literal::{escaped, is_invisible, push_literal};
pub use problems::{Problem, problems};

use memchr::memchr;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// Deepest heading the layout library numbers: I. / 1. / a).
pub const DEEPEST_HEADING: usize = 3;

/// Footnotes are parsed only to be refused: unparsed they would be printed as `[^1]`.
fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, options())
}

fn options() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES
}

/// The headings of a body in order: level from 1, text without the number somebody typed before it.
///
/// ```
/// let headings = hoso::markdown::headings("# I. Thành tích *đạt được*\n\nĐoạn văn.");
/// assert_eq!(headings, [(1, "Thành tích đạt được".to_owned())]);
/// ```
pub fn headings(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, String)> = None;
    for event in parser(text) {
        match event {
            Event::Start(Tag::Heading { level, .. }) => open = Some((level as usize, String::new())),
            Event::End(TagEnd::Heading(_)) => {
                if let Some((level, words)) = open.take() {
                    found.push((level, without_number(&words).trim().to_owned()));
                }
            }
            event => {
                if let Some((_, words)) = &mut open {
                    push_plain(words, &event);
                }
            }
        }
    }
    found
}

/// What character references (`&#x202e;`) of a body stand for, with their places: whoever judges characters must see
/// these too.
///
/// ```
/// assert_eq!(hoso::markdown::references("a &lt; b"), [(2..6, "<".to_owned())]);
/// ```
pub fn references(text: &str) -> Vec<(std::ops::Range<usize>, String)> {
    let mut found = Vec::new();
    if memchr(b'&', text.as_bytes()).is_none() {
        return found;
    }
    for (event, offset) in parser(text).into_offset_iter() {
        let source = text.get(offset.clone()).unwrap_or_default();
        if let Event::Text(words) = event
            && source.starts_with('&')
            && source != &*words
        {
            found.push((offset, words.into_string()));
        }
    }
    found
}

/// The words of a body without any structure: blocks and cells end in a line break.
///
/// ```
/// assert_eq!(hoso::markdown::plain("# Một\n\nHai **ba**\n- bốn"), "Một\nHai ba\nbốn");
/// ```
pub fn plain(text: &str) -> String {
    let mut out = String::new();
    for event in parser(text) {
        push_plain(&mut out, &event);
        let ends_block = match &event {
            Event::End(end) => {
                !matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image | TagEnd::Strikethrough)
            }
            _ => false,
        };
        if ends_block && !out.is_empty() && !out.ends_with('\n') {
            out.push('\n');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

fn push_plain(out: &mut String, event: &Event<'_>) {
    match event {
        Event::Text(words) | Event::Code(words) | Event::Html(words) | Event::InlineHtml(words) => out.push_str(words),
        Event::SoftBreak => out.push(' '),
        Event::HardBreak => out.push('\n'),
        _ => {}
    }
}

/// The number of a list item as its source writes it; none for dashes.
fn item_number(source: &str) -> Option<&str> {
    let end = source.find(['.', ')'])?;
    source.get(..end).map(str::trim).filter(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// Drops a number typed at the start of a heading (`I. `, `1.2. `, `a) `): the library numbers headings itself.
fn without_number(words: &str) -> &str {
    let start = words.trim_start();
    let Some((number, rest)) = start.split_once(char::is_whitespace) else { return words };
    let Some(core) = number.strip_suffix(['.', ')', '/']) else { return words };
    let roman = !core.is_empty() && core.chars().all(|c| "IVXLC".contains(c));
    let digits = core.split('.').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()));
    let letter = number.ends_with(')') && core.chars().count() == 1 && core.chars().all(char::is_alphabetic);
    if roman || digits || letter { rest.trim_start() } else { words }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
mod tests;
