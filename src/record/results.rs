//! `ket-qua.yaml`: gradings that the authority announced. Units do not grade themselves.

use super::campaign::Cited;
use super::decode::{Slot, Table, record};
use super::scalar::{Count, Decimal, Text};

record! {
    /// One grading of one unit.
    pub struct Grading = "kết quả xếp loại" {
        optional "diem" score: Slot<Decimal> = "điểm",
        required "xep_loai" grade: Text = "mức xếp loại",
    }
}

record! {
    /// All announced gradings.
    pub struct Results = "bản ghi kết quả" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bản ghi",
        optional "can_cu" announced_by: Slot<Cited> = "văn bản công bố",
        required "don_vi" units: Table<Table<Grading>> = "kết quả của từng đơn vị",
        optional "ghi_chu" note: Slot<Text> = "ghi chú",
    }
}

impl Results {
    /// A unit's grading under a key.
    pub fn grading(&self, unit: &str, key: &str) -> Option<&Grading> {
        self.units.get(unit)?.get(key)
    }

    /// Whether the authority grades by this key at all.
    pub fn announces(&self, key: &str) -> bool {
        self.units.iter().any(|(_, gradings)| gradings.get(key).is_some())
    }
}
