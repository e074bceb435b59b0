//! What a reader sees of a paper: pages, runs of text, strokes, frames, and the component each belongs to.
//!
//! All lengths are in pt, measured from the page's top left corner; a run's `y` is its baseline.

use typst::introspection::Location;
use typst::layout::Abs;

use super::parts::Part;

/// A page with its margins as the engine gave them.
#[derive(Clone, Debug)]
pub(super) struct Sheet {
    pub width: f64,
    pub height: f64,
    /// None where the page does not say (a page run that is not the library's).
    pub area: Option<Area>,
}

/// The text area of a page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
}

/// An instance of a component.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub part: Part,
    /// The component around it.
    pub parent: Option<usize>,
    /// The page it begins on.
    pub page: usize,
    /// How many runs stand before it.
    pub start: usize,
    /// Its runs, those of components inside it included.
    pub runs: Vec<usize>,
    /// Its strokes.
    pub strokes: Vec<usize>,
    /// Whether it holds a word that is too long for its place, or is the rule below such a component.
    pub overlong: bool,
}

/// A word that may be too long for its place.
#[derive(Clone, Debug)]
pub(super) struct Word {
    pub width: f64,
    pub text: String,
}

/// A stretch of text in one face and size.
#[derive(Clone, Debug)]
pub(super) struct Run {
    pub page: usize,
    pub x: f64,
    pub y: f64,
    /// From `x` to the end of the last character that is no blank.
    pub width: f64,
    /// From `x` to the first blank, or the whole width.
    pub word: f64,
    pub size: f64,
    pub bold: bool,
    pub italic: bool,
    pub family: String,
    pub ink: Ink,
    /// Whether its letters are outlined.
    pub outlined: bool,
    /// Whether it is turned, slanted, mirrored or stretched.
    pub turned: bool,
    /// The characters without a glyph.
    pub missing: String,
    pub text: String,
    /// The innermost component.
    pub piece: Option<usize>,
    /// Its widest word, if that is long.
    pub long: Option<Word>,
    /// Whether that word is too long for its place.
    pub overlong: bool,
}

impl Run {
    pub fn right(&self) -> f64 {
        self.x + self.width
    }

    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// The colour of text or of a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ink {
    Black,
    Red,
    Other,
}

/// A rectangle that is drawn by its outline.
#[derive(Clone, Copy, Debug)]
pub(super) struct Outline {
    pub page: usize,
    pub left: f64,
    pub top: f64,
    pub width: f64,
    pub height: f64,
    pub ink: Ink,
    /// The innermost component.
    pub piece: Option<usize>,
}

/// A straight stroke.
#[derive(Clone, Copy, Debug)]
pub(super) struct Stroke {
    pub page: usize,
    pub from: (f64, f64),
    pub to: (f64, f64),
    pub thickness: f64,
    pub ink: Ink,
    /// Whether it is not dashed.
    pub solid: bool,
    /// The innermost component.
    pub piece: Option<usize>,
}

/// Anything drawn that no paper has: pictures, fills, curves, what cuts text off.
#[derive(Clone, Copy, Debug)]
pub(super) struct Drawing {
    pub page: usize,
    /// What it is, for people.
    pub what: &'static str,
}

/// A table cell that begins on one page and goes on on another.
#[derive(Clone, Copy, Debug)]
pub(super) struct SplitCell {
    /// The page it begins on.
    pub page: usize,
    /// Its height on all pages together.
    pub height: f64,
    /// Which cell it is.
    pub location: Location,
}

/// What the first row of a table says on a page; the engine sets it again on later ones if it is to be repeated.
#[derive(Clone, Debug)]
pub(super) struct HeadRow {
    /// The table, a piece.
    pub table: usize,
    pub page: usize,
    pub text: String,
}

/// A text on a blank that did not fit its place in the size that the place is for.
#[derive(Clone, Debug)]
pub(super) struct Shrunk {
    pub page: usize,
    /// The place, by its key.
    pub place: String,
    pub text: String,
    /// The size of the place, in pt.
    pub wanted: f64,
    /// The size it is set in.
    pub size: f64,
}

/// A whole paper as it is seen.
#[derive(Clone, Debug, Default)]
pub(super) struct Seen {
    pub sheets: Vec<Sheet>,
    pub pieces: Vec<Piece>,
    pub runs: Vec<Run>,
    pub strokes: Vec<Stroke>,
    pub outlines: Vec<Outline>,
    pub drawings: Vec<Drawing>,
    pub split_cells: Vec<SplitCell>,
    pub head_rows: Vec<HeadRow>,
    pub shrunk: Vec<Shrunk>,
}

impl Seen {
    /// The components of a kind, in reading order.
    pub fn pieces_of(&self, part: Part) -> impl Iterator<Item = &Piece> {
        self.pieces.iter().filter(move |piece| piece.part == part)
    }

    /// The components of the body, in reading order; what another one of them holds (`./.` in its paragraph) is
    /// measured with it.
    pub fn body(&self) -> impl Iterator<Item = &Piece> {
        let parent = |piece: &Piece| piece.parent.and_then(|index| self.pieces.get(index));
        self.pieces
            .iter()
            .filter(move |piece| piece.part.is_body() && !parent(piece).is_some_and(|parent| parent.part.is_body()))
    }

    /// The components of the paper itself: what stands before its annexes, issued texts and the block of a copy.
    pub fn main(&self) -> &[Piece] {
        let ends = |piece: &Piece| matches!(piece.part, Part::OwnPages | Part::CopyRule | Part::CopyKind);
        let end = self.pieces.iter().position(ends).unwrap_or(self.pieces.len());
        self.pieces.get(..end).unwrap_or_default()
    }

    /// The components of the block that makes a paper a copy (Phần II Phụ lục I); nothing where there is none.
    pub fn copy(&self) -> &[Piece] {
        let rest = self.pieces.get(self.main().len()..).unwrap_or_default();
        let end = rest.iter().position(|piece| piece.part == Part::OwnPages).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    /// All runs that print something, page by page from top to bottom.
    pub fn downward(&self) -> Vec<&Run> {
        let mut runs: Vec<&Run> = self.printed().collect();
        runs.sort_by(|a, b| a.page.cmp(&b.page).then(a.y.total_cmp(&b.y)));
        runs
    }

    /// The innermost component around a run.
    pub fn part_of(&self, run: &Run) -> Option<Part> {
        Some(self.pieces.get(run.piece?)?.part)
    }

    /// All runs that print something.
    pub fn printed(&self) -> impl Iterator<Item = &Run> {
        self.runs.iter().filter(|run| !run.is_blank())
    }

    /// The runs of a component that print something.
    pub fn runs_of<'a>(&'a self, piece: &'a Piece) -> impl DoubleEndedIterator<Item = &'a Run> {
        piece.runs.iter().filter_map(|index| self.runs.get(*index)).filter(|run| !run.is_blank())
    }

    /// The component whose look a run must have: the innermost that has one.
    pub fn look_of(&self, run: &Run) -> Option<&Piece> {
        self.around(run).find(|piece| piece.part.look().is_some())
    }

    /// The components around a run, innermost first.
    pub fn around<'a>(&'a self, run: &Run) -> impl Iterator<Item = &'a Piece> {
        let first = run.piece.and_then(|index| self.pieces.get(index));
        std::iter::successors(first, |piece| piece.parent.and_then(|index| self.pieces.get(index)))
    }

    /// The strokes on a page.
    pub fn strokes_on(&self, page: usize) -> &[Stroke] {
        let from = self.strokes.partition_point(|stroke| stroke.page < page);
        let to = self.strokes.partition_point(|stroke| stroke.page <= page);
        self.strokes.get(from..to).unwrap_or_default()
    }

    /// The text area of a page.
    pub fn area(&self, page: usize) -> Option<Area> {
        self.sheets.get(page)?.area
    }
}

/// Points of a length in mm.
pub(super) fn mm(length: f64) -> f64 {
    Abs::mm(length).to_pt()
}
