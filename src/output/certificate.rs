//! `….the-thuc.json`: what was measured on a paper's pages, beside its PDF.

use serde_json::json;

use super::Made;
use crate::render::{Proof, Row};

/// The certificate of form as JSON: every quantity with what was measured, what is allowed, and the verdict.
pub fn certificate(made: &Made, proof: &Proof) -> String {
    let row = |row: &Row| {
        json!({
            "code": row.rule.code,
            "what": row.what,
            "measured": row.measured,
            "allowed": row.allowed,
            "clause": row.clause.or(row.rule.clause),
            "count": row.count,
            "page": row.page,
            "breaches": row.breaches,
            "verdict": if row.breaches == 0 { "dat" } else { "khong_dat" },
        })
    };
    let certificate = json!({
        "hoso": env!("CARGO_PKG_VERSION"),
        "document": made.document.path,
        "the_thuc": made.document.form.word(),
        "sha256": made.sha256,
        "pages": made.pages,
        "verdict": if proof.rows().iter().all(|row| row.breaches == 0) { "dat" } else { "khong_dat" },
        "measures": proof.rows().iter().map(row).collect::<Vec<_>>(),
    });
    format!("{certificate:#}\n")
}
