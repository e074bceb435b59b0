//! `manifest.json`: what the campaign's output folder holds, without a clock, in a stable order.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::folder::Folder;
use super::write::{WriteError, Wrote};
use super::{Made, Status};
use crate::digest::sha256_of;
use crate::record::text::name_key;
use crate::render::Engine;

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
pub fn write_manifest(
    made: &[Made],
    engine: &Engine,
    folder: &Folder,
    title: Option<&Title>,
) -> Result<Wrote, WriteError> {
    let manifest = json!({
        "hoso": env!("CARGO_PKG_VERSION"),
        "campaign": title.map(|title| json!({"name": title.name, "year": title.year})),
        "fonts_sha256": engine.fonts_sha256(),
        "documents": made.iter().map(|m| document(m, engine)).collect::<Vec<_>>(),
        "dossiers": dossiers(made),
    });
    let text = serde_json::to_string_pretty(&manifest).unwrap_or_default() + "\n";
    folder.write_manifest(text.as_bytes())
}

fn document(made: &Made, engine: &Engine) -> Value {
    json!({
        "unit": made.document.unit,
        "kind": made.document.kind,
        "nominee": made.document.nominee,
        "path": made.document.path,
        "data_sha256": made.data_sha256,
        "template_sha256": engine.template_sha256(&made.document.template),
        "sha256": made.sha256,
        "pages": made.pages,
        "draft": made.document.draft,
        // Built or unchanged depends on what was there before; the manifest says only what is.
        "made": made.status != Status::Failed,
    })
}

/// For each unit one hash over its papers, path and bytes: whoever holds the dossier can tell whether it is whole.
fn dossiers(made: &[Made]) -> Vec<Value> {
    let mut units: BTreeMap<&str, Vec<&Made>> = BTreeMap::new();
    for one in made {
        if let Some(unit) = &one.document.unit {
            units.entry(unit).or_default().push(one);
        }
    }
    let row = |(unit, mut members): (&str, Vec<&Made>)| {
        members.sort_by_key(|m| &m.document.path);
        let parts = members.iter().flat_map(|m| [m.document.path.as_str(), m.sha256.as_deref().unwrap_or_default()]);
        json!({"unit": unit, "documents": members.len(), "set_sha256": sha256_of(parts)})
    };
    units.into_iter().map(row).collect()
}

/// Whether a file is a manifest of ours.
pub(super) fn is_ours(bytes: &[u8]) -> bool {
    let manifest: Option<Value> = serde_json::from_slice(bytes).ok();
    manifest.is_some_and(|manifest| manifest.get("hoso").is_some_and(Value::is_string))
}

/// Whose papers a manifest lists, where it says so.
pub(super) fn title(bytes: &[u8]) -> Option<Title> {
    let manifest: Value = serde_json::from_slice(bytes).ok()?;
    let campaign = manifest.get("campaign")?;
    let year = u32::try_from(campaign.get("year")?.as_u64()?).ok()?;
    Some(Title { name: campaign.get("name")?.as_str()?.to_owned(), year })
}
