//! Numbers of what the body is divided into: in the form of the decree, one after another.

use super::ledger::{Ledger, Subject};
use super::lines::lines;
use super::page::quote;
use super::parts::Part;
use super::rules;
use super::seen::{Piece, Seen};
use crate::vietnamese::numerals::{ITEM_LETTERS, roman};

/// What is numbered, with the form of its number.
type Rank = (Part, fn(usize) -> String);

/// From the highest to the lowest: below each, those after it begin anew.
const RANKS: [Rank; 10] = [
    (Part::Division, |n| format!("Phần {}", roman(n))),
    (Part::Division, |n| format!("Chương {}", roman(n))),
    (Part::Division, |n| format!("Mục {n}")),
    (Part::Division, |n| format!("Tiểu mục {n}")),
    (Part::Heading1, |n| format!("{}.", roman(n))),
    (Part::Heading2, |n| format!("{n}.")),
    (Part::Heading3, letter),
    (Part::Article, |n| format!("Điều {n}.")),
    (Part::Clause, |n| format!("{n}.")),
    (Part::Point, letter),
];
/// A chapter goes on through the parts, or begins anew in each; an article goes on through everything.
const CHAPTER: usize = 1;
const ARTICLE: usize = 7;

/// `a)`, and once all are used up again `a)`.
fn letter(number: usize) -> String {
    let letter = ITEM_LETTERS.chars().cycle().nth(number.saturating_sub(1));
    letter.map_or_else(String::new, |letter| format!("{letter})"))
}

fn rank(piece: &Piece, said: &str) -> Option<usize> {
    let part = if piece.part == Part::ClauseTitle { Part::Clause } else { piece.part };
    let word = |label: &str| label.trim_end_matches(char::is_alphanumeric).len();
    RANKS.iter().position(|(own, form)| {
        let label = form(1);
        // Divisions are told apart by their words.
        *own == part && (part != Part::Division || said.get(..word(&label)) == label.get(..word(&label)))
    })
}

/// Enters everything about numbers.
pub(super) fn measure(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::NUMBERING, "số thứ tự");
    let (mut counts, mut titled) = ([0; RANKS.len()], false);
    for piece in &seen.pieces {
        if piece.part == Part::OwnPages {
            counts = [0; RANKS.len()];
        }
        // The text of a clause that has its number in its title has none.
        if std::mem::replace(&mut titled, piece.part == Part::ClauseTitle) && piece.part == Part::Clause {
            continue;
        }
        if !RANKS.iter().any(|(part, _)| *part == piece.part) && !titled {
            continue;
        }
        let said = lines(seen, piece).first().map_or_else(String::new, |line| line.text.replace('\u{a0}', " "));
        let Some(rank) = rank(piece, &said) else {
            ledger.fact(subject, piece.page, false, || quote(&said), ALLOWED);
            continue;
        };
        let holds = follows(rank, &said, &counts);
        ledger.fact(subject, piece.page, holds, || quote(&said), ALLOWED);
        step(rank, &said, &mut counts);
    }
}

const ALLOWED: &str = "số thứ tự liền sau, đúng dạng";

/// Whether a text begins with a number as it must be written.
fn begins(said: &str, label: &str) -> bool {
    said.strip_prefix(label).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}

fn label(rank: usize, number: usize) -> String {
    RANKS.get(rank).map_or_else(String::new, |(_, form)| form(number))
}

fn follows(rank: usize, said: &str, counts: &[usize]) -> bool {
    let next = counts.get(rank).map_or(1, |count| count + 1);
    begins(said, &label(rank, next)) || rank == CHAPTER && begins(said, &label(rank, 1))
}

fn step(rank: usize, said: &str, counts: &mut [usize]) {
    let anew = rank == CHAPTER && begins(said, &label(rank, 1));
    for (below, count) in counts.iter_mut().enumerate().skip(rank) {
        match below {
            _ if below == rank => *count = if anew { 1 } else { *count + 1 },
            CHAPTER | ARTICLE => {}
            _ => *count = 0,
        }
    }
}
