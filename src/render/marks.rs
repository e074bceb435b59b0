//! Marks around everything that data puts into a source, so that its place can be proved.
//!
//! Tera writes data at the spots a template names, and the same spot can be text, a string, a comment or
//! code depending on what the template printed before. So every emission is wrapped in two noncharacters
//! (which no data can contain: [`crate::markdown::push_literal`] drops them), the marks are taken out of the
//! finished source, and [`super::placement`] looks at where each emission came to stand.

use std::ops::Range;

/// What was emitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `{{ x }}`: `#"…";` in markup.
    Text,
    /// `{{ x | typ }}`: a literal in code.
    Literal,
    /// `{{ x | markdown }}`: calls in markup.
    Block,
}

/// An emission in the source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// What it is.
    pub kind: Kind,
    /// Where it stands, marks not counted.
    pub range: Range<usize>,
}

/// One past every emission.
const CLOSE: char = '\u{fdd3}';

impl Kind {
    const fn opening(self) -> char {
        match self {
            Self::Text => '\u{fdd0}',
            Self::Literal => '\u{fdd1}',
            Self::Block => '\u{fdd2}',
        }
    }

    fn of(opening: char) -> Option<Self> {
        [Self::Text, Self::Literal, Self::Block].into_iter().find(|kind| kind.opening() == opening)
    }

    /// The emission between its marks.
    pub fn wrap(self, emission: &str) -> String {
        format!("{}{emission}{CLOSE}", self.opening())
    }
}

/// Takes the marks out. `Err` holds the offset where a mark stands alone or inside another emission:
/// a template cut an emission to pieces.
pub(super) fn unmark(marked: &str) -> (String, Result<Vec<Mark>, usize>) {
    let mut text = String::with_capacity(marked.len());
    let mut marks = Vec::new();
    let mut open: Option<(Kind, usize)> = None;
    let mut broken = None;
    for c in marked.chars() {
        if let Some(kind) = Kind::of(c) {
            if open.replace((kind, text.len())).is_some() {
                broken.get_or_insert(text.len());
            }
        } else if c == CLOSE {
            match open.take() {
                Some((kind, start)) => marks.push(Mark { kind, range: start..text.len() }),
                None => broken = broken.or(Some(text.len())),
            }
        } else {
            text.push(c);
        }
    }
    if let Some((_, start)) = open {
        broken.get_or_insert(start);
    }
    (text, broken.map_or(Ok(marks), Err))
}
