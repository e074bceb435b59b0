//! `templates/chua-dien.yaml`: what usually stands for something that nobody has filled in.

use super::decode::{List, Slot, record};
use super::scalar::{Count, Text};
use super::table;
use crate::finding::Finding;

record! {
    /// The table as the file writes it.
    pub struct Placeholders = "bảng chữ chưa điền" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bảng",
        required "chua_dien" texts: List<Text> = "chữ đứng thay chỗ chưa điền, khi phong trào không khai chua_dien của mình",
    }
}

/// Reads the table; one that cannot be read is empty, with the reasons.
pub fn table(path: &str, text: &str) -> (Vec<String>, Vec<Finding>) {
    let (table, findings) = table::read(path, text, |table: &Placeholders| &table.version, |_, _| ());
    (table.map_or_else(Vec::new, |table| table.texts.iter().map(|text| text.value.clone()).collect()), findings)
}
