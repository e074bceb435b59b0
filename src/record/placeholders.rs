//! `templates/chua-dien.yaml`: what usually stands for something that nobody has filled in.

use super::decode::{Decode, Decoder, List, Slot, record};
use super::scalar::{Count, Text};
use super::yaml::Node;
use crate::finding::{Finding, Sources};

record! {
    /// The table as the file writes it.
    pub struct Placeholders = "bảng chữ chưa điền" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bảng",
        required "chua_dien" texts: List<Text> = "chữ đứng thay chỗ chưa điền, khi phong trào không khai chua_dien của mình",
    }
}

/// Reads the table; one that cannot be read is empty, with the reasons.
pub fn table(path: &str, text: &str) -> (Vec<String>, Vec<Finding>) {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let id = sources.add(path, text);
    let root: Option<Node> = sources.get(id).cloned().and_then(|file| super::yaml::parse(id, &file, 0, &mut findings));
    let mut decoder = Decoder::new(&sources, None);
    let table = root.and_then(|root| {
        let table = Placeholders::decode(&root, &mut decoder)?;
        super::campaign::check_version(&table.version, &root, &mut decoder);
        Some(table)
    });
    findings.append(&mut decoder.findings);
    (table.map_or_else(Vec::new, |table| table.texts.iter().map(|text| text.value.clone()).collect()), findings)
}
