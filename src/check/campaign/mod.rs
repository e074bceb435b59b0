//! The family `phong-trao/`: does the campaign's own record hold together?
//!
//! What it names must exist, what it asks must be judgeable, what it lists must not be empty. Such a
//! fault is said here, once, at its own line; the rules about units then leave out what hangs on it.

mod bodies;
pub mod conditions;
pub mod criteria;
mod days;
mod kinds;
mod labels;
pub mod lists;
mod parts;

pub use days::{is_far, last_year, near};

use super::{Check, Judge, Scope};
use crate::finding::At;

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &lists::EMPTY, judge: Judge::Campaign(lists::empty) },
    Check { rule: &parts::PART, judge: Judge::Campaign(parts::parts) },
    Check { rule: &conditions::CONDITION, judge: Judge::Campaign(conditions::conditions) },
    Check { rule: &criteria::INCOMPLETE, judge: Judge::Campaign(criteria::incomplete) },
    Check { rule: &criteria::CODE_TWICE, judge: Judge::Campaign(criteria::code_twice) },
    Check { rule: &bodies::OFFICE, judge: Judge::Campaign(bodies::office) },
    Check { rule: &bodies::SEAL, judge: Judge::Campaign(bodies::seals) },
    Check { rule: &bodies::SEAL, judge: Judge::Campaign(bodies::judges) },
    Check { rule: &bodies::UNSTATED, judge: Judge::Campaign(bodies::unstated) },
    Check { rule: &kinds::NAMELESS, judge: Judge::Campaign(kinds::nameless) },
    Check { rule: &kinds::KIND, judge: Judge::Campaign(kinds::symbols) },
    Check { rule: &kinds::AWARDS, judge: Judge::Campaign(kinds::awards) },
    Check { rule: &kinds::SERIES, judge: Judge::Campaign(kinds::series) },
    Check { rule: &kinds::FORM, judge: Judge::Campaign(kinds::forms) },
    Check { rule: &lists::GROUP, judge: Judge::Campaign(lists::groups) },
    Check { rule: &labels::LABEL, judge: Judge::Campaign(labels::labels) },
    Check { rule: &labels::UNNAMED, judge: Judge::Campaign(labels::unnamed) },
    Check { rule: &days::YEAR, judge: Judge::Campaign(days::year) },
    Check { rule: &days::PERIOD, judge: Judge::Campaign(days::period) },
    Check { rule: &days::PLAN, judge: Judge::Campaign(days::plan) },
    Check { rule: &days::EXTENSION, judge: Judge::Campaign(days::extensions) },
];

/// The start of the campaign's file, for what is not written anywhere in it.
fn top(scope: &Scope) -> Option<At> {
    scope.loaded.campaign_file.map(|file| At { file, start: 0, end: 0 })
}
