//! The plan that launches the campaign.

use serde_json::Value;

use crate::check::{Scope, planned};
use crate::plan::context::Facts;
use crate::record::paper::Paper;

/// The body, with what it takes from the campaign's record; what that does not hold is said by a rule.
pub(super) fn body(scope: &Scope, paper: &Paper, facts: &mut Facts) -> Value {
    let text = facts.get(&paper.body).map_or("", |body| &body.text);
    let filled = planned::filled(scope, text);
    facts.faulty |= filled.is_none();
    filled.unwrap_or_default().into()
}
