//! Words longer than the room they are set in. Each is said once, with the word; what it pushes out of its own place (the
//! rule below it, the line it stands on) is not measured besides, or one slip of the typist would read as a dozen.

use super::closing;
use super::ledger::{Ledger, Subject};
use super::page::{crossed, over, quote};
use super::parts::Part;
use super::rules;
use super::seen::{Run, Seen};

/// A word shorter than this part of the text area's width is not why something reaches out of it.
const SHARE: f64 = 1.0 / 3.0;
/// What rounding can do, in pt.
const HAIR: f64 = 0.75;
/// A rule below a component is as long as its text bids.
const RULES: [(Part, Part); 3] =
    [(Part::Agency, Part::AgencyRule), (Part::Subject, Part::SubjectRule), (Part::AnnexOf, Part::AnnexRule)];

/// Marks the runs that hold such a word, and their components up to the table.
pub(super) fn mark(seen: &mut Seen) {
    let overlong: Vec<bool> = seen.runs.iter().map(|run| is_overlong(seen, run)).collect();
    for (index, _) in overlong.iter().enumerate().filter(|(_, overlong)| **overlong) {
        let Some(run) = seen.runs.get_mut(index) else { continue };
        run.overlong = true;
        let mut around = run.piece;
        while let Some(piece) = around.and_then(|index| seen.pieces.get_mut(index)) {
            if piece.part == Part::Table {
                break;
            }
            piece.overlong = true;
            around = piece.parent;
        }
    }
    let mut below = None;
    for piece in &mut seen.pieces {
        if below == Some(piece.part) {
            piece.overlong = true;
            below = None;
        }
        if piece.overlong {
            below = RULES.iter().find(|(text, _)| *text == piece.part).map(|(_, rule)| *rule).or(below);
        }
    }
}

/// Enters whether there are such words.
pub(super) fn measure(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::OVERLONG, "từ dài quá chỗ in");
    for run in seen.printed() {
        let word = || run.long.as_ref().map_or_else(String::new, |word| quote(&word.text));
        ledger.absent(subject, run.page, !run.overlong, word);
    }
}

/// A long word that reaches out of its place: over the margin, over other text, over a table's line, into the column
/// beside.
fn is_overlong(seen: &Seen, run: &Run) -> bool {
    let (Some(word), Some(area)) = (&run.long, seen.area(run.page)) else { return false };
    let wide = word.width > SHARE * (area.right - area.left);
    let outside = run.x < area.left - HAIR || run.right() > area.right + HAIR;
    let mut others = seen.printed().filter(|other| other.page == run.page && !std::ptr::eq(*other, run));
    wide && (outside || others.any(|other| over(run, other))) || crossed(seen, run) || beside(seen, run)
}

/// Ô 2 next to ô 1, ô 9b next to ô 7.
fn beside(seen: &Seen, run: &Run) -> bool {
    let Some(index) = run.piece else { return false };
    let Some(piece) = seen.pieces.get(index) else { return false };
    match piece.part {
        Part::Agency | Part::Parent => {
            let name = seen.pieces_of(Part::NationalName).filter(|name| name.page == run.page);
            name.flat_map(|name| seen.runs_of(name)).any(|name| run.right() > name.x)
        }
        Part::Recipient => {
            closing::signature_beside(seen, index).is_some_and(|column| column.is_reached(run.page, run.y, run.right()))
        }
        _ => false,
    }
}
