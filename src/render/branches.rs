//! Which pieces of a template print together: the branches of `if` and `for`.

use std::collections::BTreeMap;

use super::cut::Piece;
use super::words::{self, Word};

/// The branches a piece stands in, from the outermost.
pub(super) type Path = Vec<Branch>;

/// A branch of an `if` or `for` of the template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Branch {
    /// Which `if` or `for`, counted through the template.
    fork: usize,
    /// Which of its branches.
    number: usize,
}

/// How branches are chosen that a piece does not stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    /// The first of each.
    First,
    /// The one with the number of the piece's own innermost branch: authors repeat a condition.
    Alike,
    /// The last of each, which for a lone `if` is none.
    Last,
}

/// The path of every piece; a tag stands in the branch it opens.
pub(super) fn paths(pieces: &[Piece<'_>]) -> Vec<Path> {
    let mut forks = 0;
    let mut path = Path::new();
    pieces
        .iter()
        .map(|piece| {
            if let Piece::Tag { expression: false, inside, .. } = piece {
                match words::of(inside).first() {
                    Some(Word::Name("if" | "for")) => {
                        path.push(Branch { fork: forks, number: 0 });
                        forks += 1;
                    }
                    Some(Word::Name("elif" | "else")) => {
                        if let Some(branch) = path.last_mut() {
                            branch.number += 1;
                        }
                    }
                    Some(Word::Name("endif" | "endfor")) => {
                        path.pop();
                    }
                    _ => {}
                }
            }
            path.clone()
        })
        .collect()
}

/// The number of the last branch of every fork.
pub(super) fn last_numbers(paths: &[Path]) -> BTreeMap<usize, usize> {
    let mut last = BTreeMap::new();
    for branch in paths.iter().flatten() {
        let number = last.entry(branch.fork).or_insert(branch.number);
        *number = branch.number.max(*number);
    }
    last
}

/// Whether a piece on `path` prints when `group` does and all other branches are chosen in a way.
pub(super) fn taken(path: &Path, group: &Path, way: Way, last_numbers: &BTreeMap<usize, usize>) -> bool {
    let own = group.last().map_or(0, |branch| branch.number);
    path.iter().all(|branch| match group.iter().find(|chosen| chosen.fork == branch.fork) {
        Some(chosen) => chosen.number == branch.number,
        None => {
            let last = last_numbers.get(&branch.fork).copied().unwrap_or_default();
            match way {
                Way::First => branch.number == 0,
                Way::Alike => branch.number == own.min(last),
                Way::Last => last > 0 && branch.number == last,
            }
        }
    })
}
