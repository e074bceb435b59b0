//! What was measured: one row for each rule and component, with everything seen and what is allowed.

use crate::finding::Rule;

/// Unit of a measured number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// Points, 1/72 inch.
    Pt,
    /// Millimetres.
    Mm,
    /// Lines of the face's own single spacing.
    Lines,
    /// Parts of another length.
    Share,
}

impl Unit {
    fn print(self, value: f64) -> String {
        let (digits, word) = match self {
            Self::Pt => (1, " pt"),
            Self::Mm => (1, " mm"),
            Self::Lines => (2, " dòng"),
            Self::Share => (2, ""),
        };
        let number = format!("{value:.digits$}");
        // What rounds to nothing has no sign.
        let zero = number.chars().all(|c| "-0.".contains(c));
        let number = if zero { number.trim_start_matches('-') } else { &number };
        format!("{number}{word}").replace('.', ",")
    }

    /// `13,0–14,0 pt`; one figure where both print alike.
    fn print_range(self, low: f64, high: f64) -> String {
        let (low, high) = (self.print(low), self.print(high));
        match low.split(' ').next() {
            Some(bare) if low != high => format!("{bare}–{high}"),
            _ => high,
        }
    }
}

/// What a number may be.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Allowed {
    /// Smallest.
    pub low: f64,
    /// Largest; infinite where there is none.
    pub high: f64,
    /// How far rounding may take a sound figure out of the range.
    pub slack: f64,
    /// Unit of all three.
    pub unit: Unit,
}

impl Allowed {
    /// A range with the slack that rounding needs.
    pub const fn range(low: f64, high: f64, unit: Unit) -> Self {
        let slack = match unit {
            Unit::Pt | Unit::Mm => 0.05,
            Unit::Lines | Unit::Share => 0.005,
        };
        Self { low, high, slack, unit }
    }

    /// At least so much.
    pub const fn at_least(low: f64, unit: Unit) -> Self {
        Self::range(low, f64::INFINITY, unit)
    }

    /// At most so much.
    pub const fn at_most(high: f64, unit: Unit) -> Self {
        Self::range(f64::NEG_INFINITY, high, unit)
    }

    /// At most so far from nothing.
    pub const fn within(distance: f64, unit: Unit) -> Self {
        Self::range(-distance, distance, unit)
    }

    fn holds(&self, value: f64) -> bool {
        value >= self.low - self.slack && value <= self.high + self.slack
    }

    fn print(&self) -> String {
        let Self { low, high, unit, .. } = *self;
        match (high.is_infinite(), low == high, low == -high) {
            _ if low.is_infinite() => format!("không quá {}", unit.print(high)),
            (true, ..) => format!("ít nhất {}", unit.print(low)),
            (_, true, _) => unit.print(low),
            (_, _, true) => format!("lệch không quá {}", unit.print(high)),
            _ => unit.print_range(low, high),
        }
    }
}

/// Everything measured under one rule about one component.
#[derive(Clone, Debug)]
pub struct Row {
    /// The rule.
    pub rule: &'static Rule,
    /// What was measured, for people: "Quốc hiệu", "lề trái".
    pub what: &'static str,
    /// The clause, where it is not the rule's own.
    pub clause: Option<&'static str>,
    /// What is allowed, as printed.
    pub allowed: String,
    /// How often it was measured.
    pub count: usize,
    /// The page of the first measure, or of the first breach, from 1.
    pub page: usize,
    /// What was measured there, as printed.
    pub measured: String,
    /// How many measures are breaches.
    pub breaches: usize,
    /// Whether a finding about the record says it already.
    pub told: bool,
}

/// All rows of a paper, in the order of first measuring.
#[derive(Clone, Debug, Default)]
pub(super) struct Ledger {
    rows: Vec<Row>,
    /// Smallest and largest number of each row; none where it holds facts.
    spread: Vec<Option<(f64, f64, Unit)>>,
}

/// What a measure is about.
#[derive(Clone, Copy)]
pub(super) struct Subject {
    pub rule: &'static Rule,
    pub what: &'static str,
    pub clause: Option<&'static str>,
    pub told: bool,
}

impl Subject {
    /// A measure under the rule's own clause.
    pub const fn new(rule: &'static Rule, what: &'static str) -> Self {
        Self { rule, what, clause: None, told: false }
    }

    /// A measure under the component's clause.
    pub const fn by(rule: &'static Rule, what: &'static str, clause: &'static str) -> Self {
        Self { rule, what, clause: Some(clause), told: false }
    }

    /// Whether a finding about the record says it already.
    pub const fn told(self, told: bool) -> Self {
        Self { told, ..self }
    }
}

impl Ledger {
    /// Enters a number measured on a page (from 0).
    pub fn number(&mut self, subject: Subject, page: usize, value: f64, allowed: Allowed) {
        let index = self.row(subject, || allowed.print());
        let (Some(row), Some(spread)) = (self.rows.get_mut(index), self.spread.get_mut(index)) else { return };
        let holds = allowed.holds(value);
        if enter(row, page, holds) && !holds {
            row.measured = allowed.unit.print(value);
        }
        let (low, high, unit) = spread.unwrap_or((value, value, allowed.unit));
        *spread = Some((low.min(value), high.max(value), unit));
    }

    /// Enters something seen on a page (from 0) that is as it should be or not.
    pub fn fact(&mut self, subject: Subject, page: usize, holds: bool, seen: impl FnOnce() -> String, allowed: &str) {
        let index = self.row(subject, || allowed.to_owned());
        let Some(row) = self.rows.get_mut(index) else { return };
        if enter(row, page, holds) {
            row.measured = seen();
        }
    }

    /// Enters that something which must be there is, or is not.
    pub fn present(&mut self, subject: Subject, page: usize, there: bool, allowed: &str) {
        self.fact(subject, page, there, || if there { "có" } else { "không có" }.to_owned(), allowed);
    }

    /// Enters that something which must not be there is not, or is.
    pub fn absent(&mut self, subject: Subject, page: usize, holds: bool, seen: impl FnOnce() -> String) {
        const NONE: &str = "không có";
        self.fact(subject, page, holds, || if holds { NONE.to_owned() } else { seen() }, NONE);
    }

    /// The rows; a sound row of numbers shows the smallest and the largest.
    pub fn into_rows(self) -> Vec<Row> {
        let spread = self.spread.into_iter();
        let show = |(mut row, spread): (Row, Option<(f64, f64, Unit)>)| {
            if let (0, Some((low, high, unit))) = (row.breaches, spread) {
                row.measured = unit.print_range(low, high);
            }
            row
        };
        self.rows.into_iter().zip(spread).map(show).collect()
    }

    fn row(&mut self, subject: Subject, allowed: impl FnOnce() -> String) -> usize {
        let same = |row: &Row| std::ptr::eq(row.rule, subject.rule) && row.what == subject.what;
        if let Some(index) = self.rows.iter().position(same) {
            return index;
        }
        let Subject { rule, what, clause, told } = subject;
        let allowed = allowed();
        self.rows.push(Row {
            rule,
            what,
            clause,
            allowed,
            count: 0,
            page: 0,
            measured: String::new(),
            breaches: 0,
            told,
        });
        self.spread.push(None);
        self.rows.len() - 1
    }
}

/// Counts a measure; whether it is the one to show: the first, then the first breach.
fn enter(row: &mut Row, page: usize, holds: bool) -> bool {
    let first = row.count == 0 || (!holds && row.breaches == 0);
    row.count += 1;
    row.breaches += usize::from(!holds);
    if first {
        row.page = page + 1;
    }
    first
}
