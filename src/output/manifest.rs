//! `manifest.json`: what the campaign's output folder holds, without a clock, in a stable order.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::folder::Folder;
use super::write::{WriteError, Wrote};
use super::{Made, Status};

/// Writes the manifest of a complete build. Paths are relative to the campaign's folder.
///
/// # Errors
/// The folder cannot be written to, or the file in its place is not ours.
pub fn write_manifest(made: &[Made], folder: &Folder) -> Result<Wrote, WriteError> {
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
    let mut manifest = json!({"hoso": env!("CARGO_PKG_VERSION"), "documents": rows});
    // Kept in sight until somebody removes them.
    let old = folder.left_over(made);
    if let (false, Some(manifest)) = (old.is_empty(), manifest.as_object_mut()) {
        manifest.insert("old".into(), old.into());
    }
    let text = serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n";
    folder.write_manifest(text.as_bytes())
}

/// The papers that a manifest says are there; none where the file is no manifest of ours.
pub(super) fn listed(bytes: &[u8]) -> Option<BTreeSet<String>> {
    let manifest: Value = serde_json::from_slice(bytes).ok()?;
    manifest.get("hoso")?.as_str()?;
    let documents = manifest.get("documents")?.as_array()?;
    let made = documents.iter().filter(|row| row.get("made").and_then(Value::as_bool) == Some(true));
    let made = made.filter_map(|row| row.get("path")?.as_str());
    let old = manifest.get("old").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    // A path that leaves the folder is not one this program wrote.
    let inside = |path: &&str| path.split('/').all(|name| super::write::safe_name(name).is_ok());
    Some(made.chain(old).filter(inside).map(str::to_owned).collect())
}
