//! What a paper is made from besides its own data, as fingerprints: another of these may give other bytes.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::OnceLock;

use serde_json::Value;

use super::fonts::Fonts;
use super::reads::Reads;
use super::templates::Templates;
use crate::digest::sha256_of;

/// Fingerprints of the templates, each with all it draws on, and of the faces, and what each template reads of its data.
/// Computed when first asked for, since whoever only judges records never asks.
pub(super) struct Makings {
    templates: Templates,
    reads: BTreeMap<String, OnceLock<Reads>>,
    closures: OnceLock<BTreeMap<String, String>>,
    fonts: OnceLock<String>,
}

impl Makings {
    pub fn new(templates: &Templates) -> Self {
        let reads = templates.filled().map(|(name, _)| (name.to_owned(), OnceLock::new())).collect();
        Self { templates: templates.clone(), reads, closures: OnceLock::new(), fonts: OnceLock::new() }
    }

    /// Of a paper's data what its template reads; all of it where there is no such template.
    pub fn read(&self, name: &str, data: Value) -> Value {
        let name = format!("{name}.typ");
        match self.reads.get(&name).zip(self.templates.get(&name)) {
            Some((reads, file)) => reads.get_or_init(|| Reads::of(&file.text)).cut(data),
            None => data,
        }
    }

    /// SHA-256 of a template with all that it draws on.
    pub fn template(&self, name: &str) -> Option<&str> {
        let closures = self.closures.get_or_init(|| self.closures());
        closures.get(&format!("{name}.typ")).map(String::as_str)
    }

    /// SHA-256 of all template files, the tables of kinds and of texts in force among them.
    pub fn templates(&self) -> String {
        sha256_of(self.templates.iter().flat_map(|(name, file)| [name, &*file.text]))
    }

    /// SHA-256 of the faces.
    pub fn fonts(&self, fonts: &Fonts) -> &str {
        self.fonts.get_or_init(|| sha256_of(fonts.faces().iter().map(|face| face.data().as_slice())))
    }

    fn closures(&self) -> BTreeMap<String, String> {
        let files = self.templates.library().flat_map(|(name, file)| [name, &*file.text]);
        let library = sha256_of(files);
        let others = || self.templates.filled().chain(self.templates.figures());
        let is_named = |other: &&str| self.templates.library().any(|(_, file)| file.text.contains(other));
        let by_library: BTreeSet<&str> = others().map(|(other, _)| other).filter(is_named).collect();
        let closure = |name: &str| {
            let drawn = self.drawn(name, &by_library);
            sha256_of(drawn.iter().flat_map(|(name, text)| [*name, *text]).chain([library.as_str()]))
        };
        self.templates.filled().map(|(name, _)| (name.to_owned(), closure(name))).collect()
    }

    /// A template, the templates it includes or extends, and the figures that they or the library read: all that are named
    /// there, in whatever way.
    fn drawn(&self, name: &str, by_library: &BTreeSet<&str>) -> BTreeMap<&str, &str> {
        let others = || self.templates.filled().chain(self.templates.figures());
        let mut drawn: BTreeMap<&str, &str> = BTreeMap::new();
        let mut next: Vec<(&str, &str)> =
            self.templates.filled().filter(|(own, _)| *own == name).map(|(own, file)| (own, &*file.text)).collect();
        while let Some((name, text)) = next.pop() {
            if drawn.insert(name, text).is_none() {
                let named = |other: &str| text.contains(other) || by_library.contains(other);
                next.extend(others().filter(|(other, _)| named(other)).map(|(other, file)| (other, &*file.text)));
            }
        }
        drawn
    }
}
