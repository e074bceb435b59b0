//! Which number a paper gets: the one its body's clerk states, or the next where the program counts.

use std::collections::BTreeSet;

use anyhow::{Result, bail};
use chrono::Datelike as _;

use crate::check::{Scope, review};
use crate::cli::Issue;
use crate::commands::issued::counts;
use crate::lock::Lock;
use crate::plan::Document;

/// The number for a paper. `kept` is one that is its own already: kept for it, or in its record.
pub(super) fn number(
    scope: &Scope,
    document: &Document,
    args: &Issue,
    kept: Option<&str>,
    lock: &Lock,
) -> Result<String> {
    let counted = document.book.as_ref().filter(|book| counts(scope, &book.body)).is_some();
    match (&args.so, kept) {
        (None, Some(kept)) => Ok(kept.to_owned()),
        (Some(said), kept) if !counted || kept == Some(said) => Ok(said.clone()),
        (None, None) if !counted => {
            bail!("nêu --so: số của văn bản này do văn thư của cơ quan ban hành cấp")
        }
        (said, _) => {
            let next = next(scope, document, args, lock).to_string();
            match said {
                Some(said) if *said != next => bail!(
                    "số của văn bản này do chương trình cấp (cap_so: hoso), số tiếp theo là {next}: bỏ --so, hoặc hủy các số ở giữa bằng --void"
                ),
                _ => Ok(next),
            }
        }
    }
}

/// The number after the highest that the records or the lock have of its register in the year.
fn next(scope: &Scope, document: &Document, args: &Issue, lock: &Lock) -> u32 {
    let year = args.day().year();
    let used =
        used(scope, lock).into_iter().filter(|(book, of, _)| Some(book) == document.book.as_ref() && *of == year);
    used.map(|(.., number)| number).max().unwrap_or(0) + 1
}

/// All numbers that are given, kept or given up.
fn used(scope: &Scope, lock: &Lock) -> BTreeSet<(crate::record::book::Book, i32, u32)> {
    let of_lock = lock.iter().filter_map(|entry| Some((entry.book.clone()?, entry.day.year(), value(&entry.number))));
    review::used(scope).into_iter().chain(of_lock).collect()
}

/// Whether a number is free in a paper's register.
pub(super) fn is_free(scope: &Scope, document: &Document, number: &str, args: &Issue, lock: &Lock) -> bool {
    let mut taken = used(scope, lock).into_iter();
    !taken.any(|(book, year, own)| {
        Some(&book) == document.book.as_ref() && year == args.day().year() && own == value(number)
    })
}

/// A number without its letter.
fn value(number: &str) -> u32 {
    number.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}

/// A number as it is printed.
pub(super) fn padded(number: &str) -> String {
    let digits = number.chars().take_while(char::is_ascii_digit).count();
    format!("{}{number}", "0".repeat(2_usize.saturating_sub(digits)))
}

/// A number as it is recorded.
pub(super) fn plain(number: &str) -> &str {
    number.trim_start_matches('0')
}
