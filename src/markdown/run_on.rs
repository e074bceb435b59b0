//! Lines that look like items but are no list of Markdown's: on paper they run together into one paragraph.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use super::{Problem, item_number};
use crate::vietnamese::numerals::{self, ITEM_LETTERS};

/// What a line begins with, where it was meant for an item.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Mark {
    /// A dash, bullet or plus.
    Sign,
    /// `a)`, by its place in the alphabet of lists.
    Letter(u64),
    /// `II.`
    Roman(u64),
    /// `1.`, `1/`, `1.2.`: what stands before the last figure, and that.
    Number(String, u64),
}

impl Mark {
    /// Whether a line with this mark is the next item after one with `before`. That the figure counts on tells items
    /// from a line that merely begins with one.
    fn follows(&self, before: &Self) -> bool {
        match (before, self) {
            (Self::Sign, Self::Sign) => true,
            (Self::Letter(a), Self::Letter(b)) | (Self::Roman(a), Self::Roman(b)) => *b == a.saturating_add(1),
            (Self::Number(above, a), Self::Number(own, b)) => above == own && *b == a.saturating_add(1),
            _ => false,
        }
    }
}

/// The lines of the block being read that began with a mark.
#[derive(Default)]
pub(super) struct Lines {
    marks: Vec<Mark>,
    /// The next words begin a line of a paragraph or an item.
    begins: bool,
    told: bool,
}

impl Lines {
    /// Takes the next event of a body; says the second of such lines, once a block.
    pub(super) fn event(&mut self, text: &str, event: &Event<'_>, offset: &Range<usize>) -> Option<Problem> {
        match event {
            // What Markdown itself sees as an item is the item before a line that it does not see as one.
            Event::Start(Tag::Item) => {
                let source = text.get(offset.clone()).unwrap_or_default();
                let number = item_number(source).and_then(|n| n.parse().ok());
                let mark = number.map_or(Mark::Sign, |n| Mark::Number(String::new(), n));
                *self = Self { marks: vec![mark], ..Self::default() };
            }
            Event::Start(Tag::Paragraph) if self.marks.is_empty() || self.told => *self = Self::at_start(),
            Event::Start(Tag::Paragraph) => {}
            Event::End(TagEnd::Paragraph) => *self = Self::default(),
            Event::SoftBreak => self.begins = true,
            // Such a line does begin anew on paper.
            Event::HardBreak => *self = Self::at_start(),
            Event::Text(_) if std::mem::take(&mut self.begins) => return self.line(text, offset.start),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. }) => {}
            Event::Start(_) | Event::End(TagEnd::Item | TagEnd::List(_)) => *self = Self::default(),
            _ => self.begins = false,
        }
        None
    }

    fn at_start() -> Self {
        Self { begins: true, ..Self::default() }
    }

    fn line(&mut self, text: &str, start: usize) -> Option<Problem> {
        if text.get(..start)?.ends_with('\\') {
            return None;
        }
        let line = text.get(start..)?.lines().next()?;
        let (mark, shown) = mark(line)?;
        let runs_on = !self.told && self.marks.iter().any(|before| mark.follows(before));
        self.marks.push(mark);
        self.told |= runs_on;
        runs_on.then(|| {
            let message = format!(
                "dòng bắt đầu bằng `{shown}` không thành một mục riêng mà in liền vào dòng trên; để một dòng trống giữa các dòng ấy, hoặc bắt đầu mỗi dòng bằng `- ` (có dấu cách)"
            );
            Problem::new(start..start + line.trim_end().len(), message)
        })
    }
}

/// Signs that no list of Markdown's begins with, in whatever way words follow them.
const BULLETS: [char; 14] = ['•', '●', '▪', '■', '◦', '○', '‣', '·', '–', '—', '⁃', '➢', '\u{f0b7}', '\u{f0a7}'];

/// What a line begins with, and how that is written.
fn mark(line: &str) -> Option<(Mark, &str)> {
    let first = line.chars().next()?;
    let after = line.get(first.len_utf8()..)?;
    if BULLETS.contains(&first) {
        return Some((Mark::Sign, line.get(..first.len_utf8())?));
    }
    if matches!(first, '-' | '+') {
        return after.starts_with(char::is_alphabetic).then_some((Mark::Sign, line.get(..1)?));
    }
    if let Some(glued) = glued(line) {
        return Some(glued);
    }
    let end = line.find(|c: char| !c.is_alphanumeric() && c != '.')?;
    let closed = line.get(end..)?.starts_with([')', '/']);
    let written = line.get(..end + usize::from(closed))?;
    let spaced = line.get(written.len()..)?.starts_with(char::is_whitespace);
    let core = written.strip_suffix(['.', ')', '/']);
    let (core, is_marked) = (core.unwrap_or(written), core.is_some());
    if !spaced {
        return None;
    }
    if let Some((above, last)) = figures(core).filter(|(above, _)| is_marked || !above.is_empty()) {
        return Some((Mark::Number(above.to_owned(), last), written));
    }
    let place = is_marked.then(|| letter(core).map(Mark::Letter).or_else(|| roman(core).map(Mark::Roman)))??;
    Some((place, written))
}

/// `1.a`: a figure whose words begin right behind it.
fn glued(line: &str) -> Option<(Mark, &str)> {
    let end = line.find(|c: char| !c.is_ascii_digit()).filter(|end| *end > 0)?;
    let rest = line.get(end..)?.strip_prefix(['.', ')'])?;
    let number = line.get(..end)?.parse().ok()?;
    rest.starts_with(char::is_alphabetic).then_some((Mark::Number(String::new(), number), line.get(..=end)?))
}

/// `1.2` as what stands before its last figure, and that.
fn figures(core: &str) -> Option<(&str, u64)> {
    let (above, last) = core.rsplit_once('.').unwrap_or(("", core));
    let all = core.split('.').all(|part| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit()));
    Some((above, last.parse().ok()?)).filter(|_| all)
}

fn letter(core: &str) -> Option<u64> {
    let mut letters = core.chars();
    let (own, None) = (letters.next()?, letters.next()) else { return None };
    ITEM_LETTERS.chars().position(|c| c == own).and_then(|place| u64::try_from(place).ok())
}

/// Roman figures as far as sections of a report go.
fn roman(core: &str) -> Option<u64> {
    const MOST: usize = 20;
    let is_roman = core.chars().all(|c| "IVX".contains(c));
    let number = (1..=MOST).filter(|_| is_roman).find(|number| numerals::roman(*number) == core)?;
    u64::try_from(number).ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use crate::markdown::problems;

    #[test]
    fn lines_that_look_like_items_but_run_together() {
        for (body, second) in [
            ("a) một\nb) hai\nc) ba", "b) hai"),
            ("Gồm:\nc) một\nd) hai\nđ) ba", "d) hai"),
            ("1.một\n2.hai", "2.hai"),
            ("-một\n-hai", "-hai"),
            ("1/ một\n2/ hai", "2/ hai"),
            ("I. một\nII. hai", "II. hai"),
            ("• một\n• hai", "• hai"),
            ("– một\n– hai", "– hai"),
            ("1.1. một\n1.2. hai", "1.2. hai"),
            ("1.1 một\n1.2 hai", "1.2 hai"),
            ("Gồm:\n2. hai\n3. ba", "3. ba"),
            ("- một\n-hai", "-hai"),
            ("1. một\n2.hai", "2.hai"),
            ("1. Gồm:\n   a) một\n   b) hai\n2. ba", "b) hai"),
            ("a) một\ndài\nb) hai", "b) hai"),
            ("a) *một*\nb) *hai*", "b) *hai*"),
        ] {
            let found = problems(body);
            assert_eq!(found.len(), 1, "{body:?}: {found:?}");
            assert_eq!(&body[found[0].offset.clone()], second, "{found:?}");
            assert!(found[0].parts().0.ends_with("không thành một mục riêng mà in liền vào dòng trên"), "{found:?}");
        }
        for sound in [
            "a) một\n\nb) hai",
            "a) một  \nb) hai",
            "- một\n- hai\n  - ba\n  - bốn",
            "1. Gồm:\n   - a) một\n   - b) hai",
            "- một\n\n  a) hai\n\n  b) ba",
            "Thu được\n12.500 đồng của\n12.501 người",
            "Năm\n2020. Sau đó\n2022. Rồi",
            "Giảm\n-5% rồi\n-6% nữa",
            "\\- một\n\\- hai",
            "Hai dòng\nA. Xong.",
            "V. Một đoạn\nhai dòng\nI. Khác",
        ] {
            assert_eq!(problems(sound), [], "{sound}");
        }
    }
}
