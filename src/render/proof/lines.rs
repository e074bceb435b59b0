//! Runs of a component → lines, as far as measuring needs them.

use super::seen::{Piece, Run, Seen};

/// A line of text.
#[derive(Clone, Debug)]
pub(super) struct Line {
    pub page: usize,
    pub left: f64,
    pub right: f64,
    /// The baseline.
    pub y: f64,
    /// The largest size on it, in pt.
    pub size: f64,
    /// Length of its first word.
    pub word: f64,
    pub text: String,
}

impl Line {
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    pub fn length(&self) -> f64 {
        self.right - self.left
    }
}

/// Baselines closer than this are one line.
const SAME_LINE: f64 = 2.0;

/// The lines of a component in reading order.
pub(super) fn lines(seen: &Seen, piece: &Piece) -> Vec<Line> {
    group(seen.runs_of(piece))
}

fn group<'a>(runs: impl Iterator<Item = &'a Run>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for run in runs {
        match lines.last_mut() {
            Some(line) if line.page == run.page && (line.y - run.y).abs() < SAME_LINE => {
                if run.x < line.left {
                    line.word = run.word;
                }
                line.left = line.left.min(run.x);
                line.right = line.right.max(run.right());
                line.size = line.size.max(run.size);
                line.text.push_str(&run.text);
            }
            _ => lines.push(Line {
                page: run.page,
                left: run.x,
                right: run.right(),
                y: run.y,
                size: run.size,
                word: run.word,
                text: run.text.clone(),
            }),
        }
    }
    lines
}

/// The whole text of a component, its lines joined by blanks.
pub(super) fn text(seen: &Seen, piece: &Piece) -> String {
    let lines = lines(seen, piece);
    let words: Vec<&str> = lines.iter().map(|line| line.text.trim()).collect();
    words.join(" ")
}

/// The longest line of a component.
pub(super) fn longest(lines: &[Line]) -> Option<&Line> {
    lines.iter().max_by(|a, b| a.length().total_cmp(&b.length()))
}
