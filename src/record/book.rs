//! Registers of outgoing papers.

use chrono::NaiveDate;

/// The register in which a number stands: no two papers of it have one number in a year (khoản 1 Điều 15 NĐ 30/2020).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Book {
    /// Code of the body, or of the unit.
    pub body: String,
    /// Name of the series.
    pub series: String,
}

/// The figure that a number begins with, `12` of `12a`; none of one without.
pub fn leading(number: &str) -> Option<u32> {
    let rest = number.trim_start_matches(|c: char| c.is_ascii_digit());
    number.strip_suffix(rest)?.parse().ok()
}

/// A paper that was issued.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// Number and symbol.
    pub number: String,
    /// Its day.
    pub day: NaiveDate,
    /// SHA-256 of its PDF.
    pub sha256: String,
}
