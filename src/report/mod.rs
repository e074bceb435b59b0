//! What people and programs read: every view of the findings, the documents and the states.
//!
//! Text goes in, text comes out: nothing here reads a record, judges, prints or knows the clock. The
//! terminal's width and colour arrive as a [`Style`]. No character of a record reaches the terminal
//! before it has passed [`text::printable`] or its sibling for excerpts.

mod excerpt;
pub mod explain;
pub mod human;
pub mod json;
pub mod matrix;
pub mod register;
pub mod text;
pub mod verdict;

pub use crate::output::Status;

/// The terminal to write for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Columns.
    pub width: usize,
    /// Whether escape sequences for colour may be written.
    pub colour: bool,
}

impl Style {
    /// Eighty columns without colour: for files, pipes and tests.
    pub const PLAIN: Self = Self { width: 80, colour: false };
}

impl Default for Style {
    fn default() -> Self {
        Self::PLAIN
    }
}

/// One paper of a `build`, as reported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DocumentRow {
    /// Code of the unit; none for the campaign's own papers.
    pub unit: Option<String>,
    /// Kind of paper.
    pub kind: String,
    /// Code of the nominee, where each has such a paper.
    pub nominee: Option<String>,
    /// Path relative to the working folder, with `/`.
    pub path: String,
    /// Fingerprint of the PDF; none when it failed.
    pub sha256: Option<String>,
    /// Number of pages; none when it failed.
    pub pages: Option<usize>,
    /// What became of it.
    pub status: Status,
}
