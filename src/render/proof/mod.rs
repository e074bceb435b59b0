//! The proof of form: every laid-out paper is measured against Phụ lục I, Nghị định 30/2020/NĐ-CP.
//!
//! The compiled frames are walked once ([`walk`]); components are recognised by the labels of the layout
//! library ([`parts`]), and everything is entered in one [`ledger`], sound or not. What departs from the
//! decree becomes a finding; the whole ledger is the paper's certificate. How each quantity is defined
//! is written in `docs/the-thuc.md`.

mod annexes;
mod blank;
mod body;
mod closing;
mod copy;
mod document;
mod drawn;
mod flow;
mod head;
mod ledger;
mod lines;
mod listed;
mod numbering;
mod order;
mod overlong;
mod page;
mod parts;
mod rules;
mod saving;
mod seen;
mod serves;
mod signed;
mod stamps;
mod stated;
mod walk;

pub use document::page as document_page;
pub use ledger::Row;
pub use saving::may_spare_a_page;
pub use serves::{SERVES, Serving};

use typst_layout::PagedDocument;

use crate::finding::{Finding, Measured};
use ledger::Ledger;
use seen::Seen;

/// Which layout rules a paper obeys (`the_thuc` of its kind).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Profile {
    /// Administrative papers: the whole decree.
    #[default]
    Administrative,
    /// Copies: the decree's rules for copies.
    Copy,
    /// Forms set by a specialised text (khoản 2 Điều 3 allows them a layout of their own).
    Specialised,
    /// Print on a blank.
    Blank,
    /// Internal slips.
    Internal,
}

impl Profile {
    /// The word in records and certificates.
    pub fn word(self) -> &'static str {
        match self {
            Self::Administrative => "hanh_chinh",
            Self::Copy => "ban_sao",
            Self::Specialised => "chuyen_nganh",
            Self::Blank => "phoi_in",
            Self::Internal => "noi_bo",
        }
    }
}

/// What the proof must know of a paper beyond its frames.
#[derive(Clone, Copy, Debug, Default)]
pub struct Expected {
    /// Which rules it obeys.
    pub profile: Profile,
    /// Whether it carries a number and symbol.
    pub numbered: bool,
    /// A draft may lack what only a finished paper has: the signer.
    pub draft: bool,
    /// What is known to be wrong from the record.
    pub told: Told,
}

/// Components that the record does not state and a finding at the record's line speaks of: they stay breaches in the
/// certificate, but are not said a second time of the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Told {
    /// No signer.
    pub signer: bool,
    /// No subject line.
    pub subject: bool,
    /// No "Lưu: …" at the end of the recipients.
    pub filing: bool,
}

/// What was measured on a paper.
#[derive(Clone, Debug)]
pub struct Proof {
    rows: Vec<Row>,
}

impl Proof {
    /// Measures a laid-out paper that was filled with this data.
    pub fn of(document: &PagedDocument, data: &serde_json::Value, expected: Expected) -> Self {
        let seen = Seen::of(document);
        let downward = seen.downward();
        let mut ledger = Ledger::default();
        overlong::measure(&seen, &mut ledger);
        blank::measure(&seen, data, expected.profile, &mut ledger);
        page::measure(&seen, &downward, &mut ledger);
        flow::measure(&seen, &downward, &mut ledger);
        order::measure(&seen, &mut ledger);
        head::measure(&seen, expected, &mut ledger);
        stated::measure(&seen, data, expected, &mut ledger);
        body::measure(&seen, &mut ledger);
        closing::measure(&seen, expected.told, &mut ledger);
        stamps::measure(&seen, &mut ledger);
        drawn::measure(&seen, &mut ledger);
        annexes::measure(&seen, &mut ledger);
        numbering::measure(&seen, &mut ledger);
        copy::measure(&seen, &mut ledger);
        let serves = |row: &Row| serves::serves(row.rule, expected.profile);
        Self { rows: ledger.into_rows().into_iter().filter(serves).collect() }
    }

    /// Everything measured, sound or not: the paper's certificate.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// What departs from the decree or from convention, one finding for each rule and component.
    pub fn findings(&self) -> Vec<Finding> {
        self.rows.iter().filter(|row| row.breaches > 0 && !row.told).map(finding).collect()
    }
}

fn finding(row: &Row) -> Finding {
    let more = match row.breaches {
        0 | 1 => String::new(),
        n => format!(", và {} chỗ nữa", n - 1),
    };
    let Row { what, measured, allowed, page, .. } = row;
    let message = if std::ptr::eq(row.rule, &raw const rules::STATED) {
        format!("{what}: in {measured}, theo bản ghi: {allowed} (trang {page}{more})")
    } else if std::ptr::eq(row.rule, &raw const rules::SHRUNK) {
        format!("{what}: {measured} thay cho {allowed} vì dài quá ô (trang {page}{more})")
    } else {
        format!("{what}: đo được {measured}, quy định {allowed} (trang {page}{more})")
    };
    let mut finding = Finding::new(row.rule, upper_first(&message));
    finding.clause = row.clause.map(str::to_owned);
    finding.measured = Some(Box::new(Measured { page: *page, measured: measured.clone(), allowed: allowed.clone() }));
    finding
}

fn upper_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
