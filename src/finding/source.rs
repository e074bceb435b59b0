//! Texts that findings point into, and places in them.

use std::ops::Range;
use std::sync::Arc;

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
        self.files.push(SourceFile { path: path.into(), text: text.into() });
        id
    }

    /// The text behind an id.
    pub fn get(&self, id: FileId) -> Option<&SourceFile> {
        self.files.get(id.0 as usize)
    }

    /// The place of a stretch, ready to print.
    pub fn place(&self, at: At) -> Option<Place> {
        let file = self.get(at.file)?;
        Some(Place::new(file.path.clone(), file.text.clone(), at.start as usize..at.end as usize))
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
        let start = floor(&text, span.start);
        let end = floor(&text, span.end).max(start);
        let before = text.get(..start).unwrap_or_default();
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().map_or(0, |l| l.chars().count()) + 1;
        Self { path, text, span: start..end, line, column }
    }

    /// A file as a whole.
    pub fn file(path: impl Into<Arc<str>>) -> Self {
        Self::new(path, "", 0..0)
    }
}

fn floor(text: &str, index: usize) -> usize {
    let mut index = index.min(text.len());
    while !text.is_char_boundary(index) {
        index -= 1;
    }
    index
}
