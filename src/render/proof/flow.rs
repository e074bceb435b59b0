//! How text fills the pages: none is empty, none breaks off early, none gapes. The decree leaves this to good sense.

use super::ledger::{Allowed, Ledger, Subject, Unit};
use super::page::in_mm;
use super::parts::Part;
use super::rules;
use super::seen::{Run, Seen};

/// Room for two signatures of unequal posts is smaller.
const LARGEST: Allowed = Allowed::at_most(60.0, Unit::Mm);
/// From the top of the text area to the first line.
const AT_TOP: Allowed = Allowed::at_most(15.0, Unit::Mm);
/// Of a page that another follows.
const LEAST: Allowed = Allowed::at_most(0.5, Unit::Share);

/// Enters everything about empty room; `downward`: [`Seen::downward`].
pub(super) fn measure(seen: &Seen, downward: &[&Run], ledger: &mut Ledger) {
    let first = |page: usize| downward.partition_point(|run| run.page < page);
    for page in 0..seen.sheets.len() {
        let on = |page: usize| downward.get(first(page)..first(page + 1)).unwrap_or_default();
        holes(seen, page, on(page), [on(page + 1), on(page + 2)], ledger);
    }
}

fn holes(seen: &Seen, page: usize, runs: &[&Run], [next, after]: [&[&Run]; 2], ledger: &mut Ledger) {
    let Some(area) = seen.area(page) else { return };
    let (mut y, mut widest, mut empty) = (area.top, 0.0_f64, true);
    for run in runs.iter().filter(|run| !seen.part_of(run).is_some_and(Part::stands_apart)) {
        if empty {
            let subject = Subject::new(&rules::HOLE, "dòng đầu của trang cách mép trên vùng chữ");
            ledger.number(subject, page, in_mm(run.y - area.top), AT_TOP);
        }
        empty = false;
        widest = widest.max(run.y - y);
        y = y.max(run.y);
    }
    ledger.number(Subject::new(&rules::HOLE, "khoảng trống giữa hai dòng chữ"), page, in_mm(widest), LARGEST);
    ledger.present(Subject::new(&rules::HOLE, "chữ trên trang"), page, !empty, "có");
    let last = page + 1 == seen.sheets.len() || seen.pieces_of(Part::OwnPages).any(|piece| piece.page == page + 1);
    // What does not fit goes to the next page as a whole: a row, a signature with the lines before it.
    let rest = area.bottom - y;
    let of = |run: &Run, is: fn(Part) -> bool| seen.part_of(run).is_some_and(is);
    let table = |runs: &[&Run]| {
        runs.iter().any(|run| run.y < area.top + rest && of(run, |part| matches!(part, Part::Table | Part::Chart)))
    };
    // One as high as a page leaves the line before it alone on its own.
    let row = table(next) || table(after) && next.iter().all(|run| run.y < area.top + rest);
    let signature = next.iter().any(|run| run.y > area.top + rest && of(run, Part::is_closing));
    if !last && !empty && !row && !signature {
        let share = rest / (area.bottom - area.top);
        ledger.number(Subject::new(&rules::HOLE, "phần trống ở cuối trang còn trang sau"), page, share, LEAST);
    }
}
