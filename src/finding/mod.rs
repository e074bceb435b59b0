//! The one thing the program ever has to say about its input.
//!
//! Every room (record, check, render, output) speaks through [`Finding`]; the terminal text, the
//! JSON and the checklist are views of it. This module knows no room.

mod kept;
mod rule;
mod source;

pub use kept::Kept;
pub use rule::Rule;
pub use source::{At, FileId, Place, SourceFile, Sources};

use std::fmt;

use serde::{Deserialize, Serialize};

/// How bad a finding is: errors make the exit code 1, warnings do not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Severity {
    /// Must be mended.
    Error,
    /// A person has to decide.
    Warning,
}

impl Severity {
    /// The word of the JSON contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }

    /// The word that people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Error => "lỗi",
            Self::Warning => "cảnh báo",
        }
    }
}

/// What a finding stands in the way of; a finding costs only this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Blocks {
    /// The paper it is about cannot be made (`van_ban`).
    Paper,
    /// The dossier does not reach the committee's lists (`danh_sach`).
    List,
    /// The paper may be made, but not numbered and issued (`cap_so`).
    Numbering,
}

impl Blocks {
    /// The word of the JSON contract.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Paper => "van_ban",
            Self::List => "danh_sach",
            Self::Numbering => "cap_so",
        }
    }
}

/// A documented waiver (`mien`) that covers a finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Waived {
    /// Why the finding is accepted.
    pub reason: String,
    /// Who accepted it.
    pub by: String,
}

/// What a layout finding measured on a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The page, from 1.
    pub page: usize,
    /// What was measured, as printed.
    pub measured: String,
    /// What is allowed, as printed.
    pub allowed: String,
}

/// One statement about the input, complete in itself: it carries the excerpt it points at.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The rule that speaks.
    pub rule: &'static Rule,
    /// Severity in this campaign (`muc_do` may change the rule's own).
    pub severity: Severity,
    /// One sentence in Vietnamese: what is wrong.
    pub message: String,
    /// Where, or nothing when it is about the whole campaign.
    pub place: Option<Place>,
    /// The clause it enforces; falls back to the rule's own.
    pub clause: Option<String>,
    /// How to mend it; falls back to the rule's own.
    pub help: Option<String>,
    /// Code of the unit it is about.
    pub unit: Option<String>,
    /// The paper it is about: kind, or `kind/nominee`.
    pub paper: Option<String>,
    /// The nominee it is about, or in whose own group of keys it stands, where it is about no paper.
    pub nominee: Option<String>,
    /// What it stands in the way of.
    pub blocks: Option<Blocks>,
    /// Set when a waiver covers it; it is then a warning that blocks nothing.
    pub waived: Option<Waived>,
    /// Set when it was measured on a laid-out page.
    pub measured: Option<Box<Measured>>,
}

impl Finding {
    /// A finding with the severity and consequence that its rule states.
    pub fn new(rule: &'static Rule, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: rule.severity,
            message: message.into(),
            place: None,
            clause: None,
            help: None,
            unit: None,
            paper: None,
            nominee: None,
            blocks: rule.blocks,
            waived: None,
            measured: None,
        }
    }

    /// Points at a place.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        self.place = Some(place);
        self
    }

    /// States the clause of the campaign's own plan that asks for it.
    #[must_use]
    pub fn clause(mut self, clause: impl Into<String>) -> Self {
        self.clause = Some(clause.into());
        self
    }

    /// Says how to mend exactly this case.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Names the unit it is about.
    #[must_use]
    pub fn unit(mut self, unit: impl Into<String>) -> Self {
        self.unit = Some(unit.into());
        self
    }

    /// Names the paper it is about.
    #[must_use]
    pub fn paper(mut self, paper: impl Into<String>) -> Self {
        self.paper = Some(paper.into());
        self
    }

    /// The clause to print: the case's own, else the rule's.
    pub fn clause_text(&self) -> Option<&str> {
        self.clause.as_deref().or(self.rule.clause)
    }

    /// The remedy to print: the case's own, else the rule's.
    pub fn help_text(&self) -> &str {
        self.help.as_deref().unwrap_or(self.rule.help)
    }

    /// Whether it makes the run fail.
    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }

    /// Order of all output: by file, line and column; then by code and text.
    pub fn sort(findings: &mut [Finding]) {
        findings.sort_by(|a, b| {
            let key = |f: &Finding| {
                let (path, line, column) =
                    f.place.as_ref().map_or((String::new(), 0, 0), |p| (p.path.to_string(), p.line, p.column));
                (path, line, column, f.rule.code, f.message.clone())
            };
            key(a).cmp(&key(b))
        });
    }
}

impl fmt::Display for Finding {
    /// One line for logs and tests: `file:line:column: severity[code]: message`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{}:{}:{}: ", place.path, place.line, place.column)?;
        }
        write!(f, "{}[{}]: {}", self.severity.label(), self.rule.code, self.message)
    }
}
