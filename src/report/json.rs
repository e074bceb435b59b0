//! Findings and papers for programs: the JSON contract of `check` and `build`.
//!
//! Keys keep this order and are present, `null` where unknown; further keys may be added at
//! the end, none is ever renamed.

use serde_json::{Value, json};

use super::DocumentRow;
use crate::finding::{Finding, Place};

/// What `check --format json` prints.
pub fn check(findings: &[Finding]) -> String {
    print(&json!({ "findings": findings.iter().map(finding).collect::<Vec<_>>() }))
}

/// What `build --format json` prints.
pub fn build(documents: &[DocumentRow], findings: &[Finding]) -> String {
    print(&json!({
        "documents": documents.iter().map(document).collect::<Vec<_>>(),
        "findings": findings.iter().map(finding).collect::<Vec<_>>(),
    }))
}

/// What `issue --format json` prints.
pub fn issue(issued: Option<&Value>, findings: &[Finding]) -> String {
    print(&json!({ "issued": issued, "findings": findings.iter().map(finding).collect::<Vec<_>>() }))
}

/// One finding as an object of the contract.
pub fn finding(finding: &Finding) -> Value {
    let known = finding.place.as_ref().filter(|place| !place.text.is_empty());
    let help = Some(finding.help_text()).filter(|help| !help.is_empty());
    let mut object = json!({
        "code": finding.rule.code,
        "severity": finding.severity.as_str(),
        "message": finding.message,
        "file": finding.place.as_ref().map(|place: &Place| &*place.path),
        "line": known.map(|place| place.line),
        "column": known.map(|place| place.column),
        "clause": finding.clause_text(),
        "help": help,
        "unit": finding.unit,
        "blocks": finding.blocks.map(|blocks| blocks.as_str()),
        "paper": finding.paper,
        "waived": finding.waived.as_ref().map(|waived| json!({ "reason": waived.reason, "by": waived.by })),
    });
    // Layout findings say where on which page, and what was measured.
    if let (Some(measured), Some(object)) = (&finding.measured, object.as_object_mut()) {
        object.insert("document".into(), finding.place.as_ref().map(|place| &*place.path).into());
        object.insert("page".into(), measured.page.into());
        object.insert("measured".into(), measured.measured.as_str().into());
        object.insert("allowed".into(), measured.allowed.as_str().into());
    }
    object
}

/// One paper as an object of the contract.
pub fn document(row: &DocumentRow) -> Value {
    json!({
        "unit": row.unit,
        "kind": row.kind,
        "path": row.path,
        "sha256": row.sha256,
        "pages": row.pages,
        "status": row.status.as_str(),
        "nominee": row.nominee,
    })
}

/// Indented, with a line end.
pub(super) fn print(value: &Value) -> String {
    format!("{value:#}\n")
}

#[cfg(test)]
mod tests;
