//! `manifest.json`: what the campaign's output folder holds, without a clock, in a stable order.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::folder::Folder;
use super::write::{WriteError, Wrote};
use super::{Made, Status};
use crate::record::text::name_key;

/// Which campaign papers are of.
#[derive(Clone, Debug)]
pub struct Title {
    /// Its official name.
    pub name: String,
    /// Its year.
    pub year: u32,
}

/// Least likeness of two names of one campaign: whoever mends a name changes little of it.
const SAME: f64 = 0.75;

impl Title {
    /// Whether both are titles of one campaign.
    pub fn is_same(&self, other: &Self) -> bool {
        let likeness = strsim::normalized_damerau_levenshtein(&name_key(&self.name), &name_key(&other.name));
        self.year == other.year && likeness >= SAME
    }
}

/// Writes the manifest of a complete build. Paths are relative to the campaign's folder.
///
/// # Errors
/// The folder cannot be written to, or the file in its place is not ours.
pub fn write_manifest(made: &[Made], folder: &Folder, title: Option<&Title>) -> Result<Wrote, WriteError> {
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
    if let (Some(title), Some(manifest)) = (title, manifest.as_object_mut()) {
        manifest.insert("campaign".into(), json!({"name": title.name, "year": title.year}));
    }
    // Kept in sight until somebody removes them.
    let old = folder.left_over(made);
    if let (false, Some(manifest)) = (old.is_empty(), manifest.as_object_mut()) {
        manifest.insert("old".into(), old.into());
    }
    let text = serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n";
    folder.write_manifest(text.as_bytes())
}

/// Whose papers a manifest lists, where it says so.
pub(super) fn title(bytes: &[u8]) -> Option<Title> {
    let manifest: Value = serde_json::from_slice(bytes).ok()?;
    let campaign = manifest.get("campaign")?;
    let year = u32::try_from(campaign.get("year")?.as_u64()?).ok()?;
    Some(Title { name: campaign.get("name")?.as_str()?.to_owned(), year })
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
