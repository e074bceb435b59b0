//! Texts that findings point into, and places in them.

use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::vietnamese::is_all_everyday;

/// Index of a text in [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FileId(u32);

/// A stretch of bytes in a loaded file: small enough to ride on every value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The file.
    pub file: FileId,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

/// A text that was read, under the name people know it by.
#[derive(Clone, Debug)]
pub struct SourceFile {
    /// Path relative to the working folder, with `/`.
    pub path: Arc<str>,
    /// The text exactly as on disk (a BOM included).
    pub text: Arc<str>,
    /// First bytes of the lines, so that many findings in a long file cost little; most files are asked for none.
    lines: OnceLock<Box<[u32]>>,
    /// See [`Self::is_everyday`].
    everyday: OnceLock<bool>,
}

impl SourceFile {
    /// A stretch of the file, ready to print.
    pub fn place(&self, span: Range<usize>) -> Place {
        let span = within(&self.text, span);
        let lines = self.lines.get_or_init(|| starts(&self.text));
        let line = lines.partition_point(|start| *start as usize <= span.start).max(1);
        let first = lines.get(line - 1).map_or(0, |start| *start as usize);
        let column = self.text.get(first..span.start).map_or(0, |before| before.chars().count()) + 1;
        Place { path: self.path.clone(), text: self.text.clone(), span, line, column }
    }

    /// Whether all that it holds is everyday characters, and no backslash, behind which YAML may write others: then so is
    /// every value in it, and none need be asked about.
    pub fn is_everyday(&self) -> bool {
        *self.everyday.get_or_init(|| is_all_everyday(&self.text) && !self.text.contains('\\'))
    }
}

/// First bytes of the lines of a text.
fn starts(text: &str) -> Box<[u32]> {
    let after = text.match_indices('\n').map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX));
    std::iter::once(0).chain(after).collect()
}

/// All texts of one run.
#[derive(Debug, Default)]
pub struct Sources {
    files: Vec<SourceFile>,
}

impl Sources {
    /// Keeps a text and returns its id.
    pub fn add(&mut self, path: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> FileId {
        let id = FileId(u32::try_from(self.files.len()).unwrap_or(u32::MAX));
        self.files.push(SourceFile {
            path: path.into(),
            text: text.into(),
            lines: OnceLock::new(),
            everyday: OnceLock::new(),
        });
        id
    }

    /// All texts, in the order in which they were read.
    pub fn iter(&self) -> impl Iterator<Item = &SourceFile> {
        self.files.iter()
    }

    /// The text behind an id.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The place of a stretch, ready to print.
    pub fn place(&self, at: At) -> Option<Place> {
        Some(self.get(at.file)?.place(at.start as usize..at.end as usize))
    }
}

/// A place in a text, with the text: all that an excerpt needs.
#[derive(Clone, Debug)]
pub struct Place {
    /// Path relative to the working folder.
    pub path: Arc<str>,
    /// The whole text; empty when the file could not be read.
    pub text: Arc<str>,
    /// Bytes in `text`, on character boundaries.
    pub span: Range<usize>,
    /// From 1.
    pub line: usize,
    /// From 1, counted in characters of the file on disk.
    pub column: usize,
}

impl Place {
    /// Computes line and column of a stretch; a stretch outside the text is cut to it.
    ///
    /// ```
    /// let place = hoso::finding::Place::new("a.yaml", "ten: x\nđây: y", 7..11);
    /// assert_eq!((place.line, place.column), (2, 1));
    /// ```
    pub fn new(path: impl Into<Arc<str>>, text: impl Into<Arc<str>>, span: Range<usize>) -> Self {
        let (path, text) = (path.into(), text.into());
        let span = within(&text, span);
        let before = text.get(..span.start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
        Self { path, text, span, line, column }
    }

    /// A file as a whole.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self::new(path, "", 0..0)
    }
}

/// A stretch cut to the text, on boundaries of characters.
fn within(text: &str, span: Range<usize>) -> Range<usize> {
    let start = floor(text, span.start);
    start..floor(text, span.end).max(start)
}

fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_the_same_however_its_line_is_found() {
        for text in ["", "\n", "ten: x\nđây: y", "a\r\nb\n\nươ\n", "không xuống dòng"] {
            let mut sources = Sources::default();
            let file = sources.add("a.yaml", text);
            for start in 0..=text.len() + 2 {
                let counted = Place::new("a.yaml", text, start..start + 1);
                let byte = |n: usize| u32::try_from(n).unwrap();
                let found = sources.place(At { file, start: byte(start), end: byte(start + 1) }).unwrap();
                assert_eq!((found.line, found.column, &found.span), (counted.line, counted.column, &counted.span));
            }
        }
    }
}
