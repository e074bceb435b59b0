//! Which number a paper gets: the one its body's clerk states, or the next where the program counts.

use anyhow::{Result, bail};
use chrono::Datelike as _;

use crate::check::Scope;
use crate::cli::Issue;
use crate::commands::issued::{counts, used};
use crate::lock::Lock;
use crate::plan::Document;
use crate::record::book::leading;

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
    let used = used(scope, lock).filter(|(book, of, _)| Some(book) == document.book.as_ref() && *of == year);
    used.map(|(.., number)| number).max().unwrap_or(0) + 1
}

/// Whether a number is free in a paper's register.
pub(super) fn is_free(scope: &Scope, document: &Document, number: &str, args: &Issue, lock: &Lock) -> bool {
    let (year, number) = (args.day().year(), leading(number).unwrap_or(0));
    !used(scope, lock).any(|(book, of, own)| Some(&book) == document.book.as_ref() && of == year && own == number)
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
