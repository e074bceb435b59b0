//! Tables that lie beside the templates, read like a record, each by itself.

use super::decode::{Decode, Decoder, Slot};
use super::scalar::Count;
use super::yaml::{self, Node};
use crate::finding::{Finding, Sources};

/// Reads a table; none where it cannot be read, with the reasons. `version`: its `phien_ban`; `judge`: what else can be
/// wrong with it.
pub(super) fn read<T: Decode>(
    path: &str,
    text: &str,
    version: impl Fn(&T) -> &Slot<Count>,
    judge: impl Fn(&T, &mut Decoder),
) -> (Option<T>, Vec<Finding>) {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let id = sources.add(path, text);
    let root: Option<Node> = sources.get(id).cloned().and_then(|file| yaml::parse(id, &file, 0, &mut findings));
    let mut decoder = Decoder::new(&sources, None);
    let table = root.and_then(|root| {
        let table = T::decode(&root, &mut decoder)?;
        super::campaign::check_version(version(&table), &root, &mut decoder);
        judge(&table, &mut decoder);
        Some(table)
    });
    findings.append(&mut decoder.findings);
    (table, findings)
}
