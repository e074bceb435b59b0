//! `manifest.json`: what the campaign's output folder holds, without a clock, in a stable order.

use std::path::Path;

use serde_json::json;

use super::write::{self, WriteError, Wrote};
use super::{Made, Status};

/// Writes the manifest of a complete build. Paths are relative to the campaign's folder.
///
/// # Errors
/// The folder cannot be written to.
pub fn write_manifest(made: &[Made], root: &Path) -> Result<Wrote, WriteError> {
    let rows: Vec<_> = made
        .iter()
        .map(|m| {
            json!({
                "unit": m.document.unit,
                "kind": m.document.kind,
                "nominee": m.document.nominee,
                "path": m.document.path,
                "data_sha256": m.data_sha256,
                "sha256": m.sha256,
                "pages": m.pages,
                "draft": m.document.draft,
                // Built or unchanged depends on what was there before; the manifest says only what is.
                "made": m.status != Status::Failed,
            })
        })
        .collect();
    let manifest = json!({"hoso": env!("CARGO_PKG_VERSION"), "documents": rows});
    let text = serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n";
    write::write_if_changed(root, Path::new("manifest.json"), text.as_bytes())
}
