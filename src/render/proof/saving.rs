//! Whether lines at single spacing would spare a paper its last page.

use std::collections::BTreeSet;

use typst_layout::PagedDocument;

use super::seen::{Run, Seen, Sheet};

/// What a line of the body takes less at single spacing than at the usual one, as a share of its size.
const SAVED: f64 = 0.17;
/// What else gives way, as a share of a page: the room for the signature.
const GIVES: f64 = 0.03;

/// Whether a page holds so little that it may fit on the one before it, if the lines up to there stood closer.
pub fn may_spare_a_page(document: &PagedDocument) -> bool {
    if document.pages().len() < 2 {
        return false;
    }
    let seen = Seen::of(document);
    let own = seen.main().iter().flat_map(|piece| &piece.runs).filter_map(|run| seen.runs.get(*run));
    let runs: Vec<&Run> = own.filter(|run| !seen.part_of(run).is_some_and(super::parts::Part::is_marginal)).collect();
    let on = |page: usize| runs.iter().filter(move |run| run.page == page);
    let depth = |page: usize| on(page).map(|run| run.y).fold(0.0, f64::max);
    let saved = |page: usize| {
        let body = on(page).filter(|run| seen.part_of(run).is_some_and(super::parts::Part::is_paragraph));
        // Baselines in whole points: what stands on one line counts once.
        let lines: BTreeSet<i64> = body.clone().map(|run| run.y.round() as i64).collect();
        lines.len() as f64 * body.map(|run| run.size).fold(0.0, f64::max) * SAVED
    };
    let mut all = 0.0;
    seen.sheets.iter().zip(0..).any(|(sheet, page): (&Sheet, usize)| {
        let Some(area) = sheet.area else { return false };
        all += saved(page);
        let (left, next) = (area.bottom - depth(page), depth(page + 1) - area.top);
        next > 0.0 && next <= left + all + GIVES * (area.bottom - area.top)
    })
}
