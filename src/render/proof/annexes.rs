//! Annexes (khoản 1 Mục III, Phần I): the paper speaks of them, each bears its number and says whose it is.

use super::head;
use super::ledger::{Ledger, Subject};
use super::lines::text;
use super::page::quote;
use super::parts::Part;
use super::rules;
use super::seen::{Piece, Seen};
use super::stated::dense;
use crate::vietnamese::numerals::roman;

/// Enters everything about annexes.
pub(super) fn measure(seen: &Seen, ledger: &mut Ledger) {
    let all: Vec<&Piece> = seen.pieces_of(Part::Annex).collect();
    let Some(first) = all.first() else { return };
    // In a file of its own it does not know of the others, nor hold the paper.
    let apart = head::is_annex(seen);
    if !apart {
        spoken_of(seen, first.page, ledger);
    }
    numbers(seen, &all, apart, ledger);
    notes(seen, apart, ledger);
}

/// The paper itself says that there is an annex.
fn spoken_of(seen: &Seen, page: usize, ledger: &mut Ledger) {
    let mut body = seen.main().iter().filter(|piece| piece.part.is_body()).peekable();
    // That there is no body at all is said elsewhere.
    if body.peek().is_none() {
        return;
    }
    let said: String = body.map(|piece| text(seen, piece)).collect();
    let said = said.to_lowercase().replace('\u{a0}', " ");
    let there = said.contains("phụ lục") || said.contains("kèm theo");
    ledger.present(Subject::new(&rules::ANNEX, "chỉ dẫn về phụ lục trong văn bản"), page, there, "có");
}

/// One annex bears no number, several bear Roman ones.
fn numbers(seen: &Seen, all: &[&Piece], apart: bool, ledger: &mut Ledger) {
    const MOST: usize = 50;
    const ALLOWED: &str = "“Phụ lục”; từ hai phụ lục: “Phụ lục I”, “Phụ lục II”…";
    let subject = Subject::new(&rules::ANNEX, "số thứ tự của phụ lục");
    for (index, piece) in all.iter().enumerate() {
        let said = text(seen, piece).replace('\u{a0}', " ");
        let is = |number: usize| said == format!("Phụ lục {}", roman(number));
        let holds = match all.len() {
            1 => said == "Phụ lục" || apart && (1..=MOST).any(is),
            _ => is(index + 1),
        };
        ledger.fact(subject, piece.page, holds, || quote(&said), ALLOWED);
    }
}

const NOTE: &str = "“(Kèm theo … số … ngày … tháng … năm … của …)”";

/// "(Kèm theo … số … ngày … của …)" stands below the title of each; what number and day it gives is compared with the record.
fn notes(seen: &Seen, apart: bool, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::ANNEX, "chú dẫn kèm theo");
    let mut open: Option<usize> = None;
    let of_annex = |piece: &&Piece| matches!(piece.part, Part::Annex | Part::AnnexOf | Part::OwnPages);
    for piece in seen.pieces.iter().filter(of_annex) {
        if piece.part == Part::AnnexOf {
            let said = text(seen, piece);
            let words = dense(&said);
            let full = words.starts_with("(Kèmtheo") && ["số", "ngày", "của"].iter().all(|word| words.contains(word));
            ledger.fact(subject, piece.page, full, || quote(&said), NOTE);
            open = None;
        } else if let Some(page) = open.take() {
            ledger.present(subject, page, false, NOTE);
        }
        if piece.part == Part::Annex {
            open = Some(piece.page);
        }
    }
    // Of an annex in a file of its own it is said with what else it lacks.
    if let Some(page) = open.filter(|_| !apart) {
        ledger.present(subject, page, false, NOTE);
    }
}
