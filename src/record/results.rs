//! `ket-qua.yaml`: gradings that the authority announced. Units do not grade themselves.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;

use super::campaign::Cited;
use super::decode::{Decode, Decoder, Field, List, Slot, Table, record};
use super::scalar::{Count, Decimal, Text};
use super::yaml::Node;

record! {
    /// One grading of one unit.
    pub struct Grading = "kết quả xếp loại" {
        optional "diem" score: Slot<Decimal> = "điểm",
        required "xep_loai" grade: Text = "mức xếp loại",
    }
}

record! {
    /// What the authority announced of another year, for the report that compares them.
    pub struct Announcement = "kết quả công bố của một năm khác" {
        required "nam" year: Count = "năm của kết quả",
        optional "can_cu" announced_by: Slot<Cited> = "văn bản công bố",
        required "don_vi" units: Table<Table<Grading>> = "kết quả của từng đơn vị",
    }
}

record! {
    /// What the file of announced gradings says.
    pub struct ResultsHead = "bản ghi kết quả" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bản ghi",
        optional "can_cu" announced_by: Slot<Cited> = "văn bản công bố",
        optional "nam" year: Slot<Count> = "năm của kết quả ở `don_vi`; không ghi thì là năm của phong trào",
        required "don_vi" units: Table<Table<Grading>> = "kết quả của từng đơn vị, để xét khen thưởng",
        optional "cong_bo_khac" others: List<Announcement> = "kết quả công bố của những năm khác, để báo cáo tổng kết nêu và so sánh; không dùng để xét",
        optional "ghi_chu" note: Slot<Text> = "ghi chú",
    }
}

/// All announced gradings, with where each unit's stand: there may be thousands.
#[derive(Clone, Debug)]
pub struct Results {
    head: ResultsHead,
    units: HashMap<String, usize>,
    keys: HashSet<String>,
    /// Two units bear one code (which was reported): which unit the second was meant for, nobody can tell.
    pub unclear: bool,
}

impl Deref for Results {
    type Target = ResultsHead;

    fn deref(&self) -> &ResultsHead {
        &self.head
    }
}

impl Results {
    /// The keys of the file.
    pub const FIELDS: &'static [Field] = ResultsHead::FIELDS;

    /// Reads the file.
    pub fn decode(root: &Node, d: &mut Decoder) -> Option<Self> {
        let head = ResultsHead::decode(root, d)?;
        let units = head.units.iter().enumerate().map(|(place, (unit, _))| (unit.text.clone(), place)).collect();
        let keys =
            head.units.iter().flat_map(|(_, gradings)| gradings.iter()).map(|(key, _)| key.text.clone()).collect();
        Some(Self { head, units, keys, unclear: false })
    }

    /// A unit's gradings.
    pub fn gradings(&self, unit: &str) -> Option<&Table<Grading>> {
        self.head.units.items.get(*self.units.get(unit)?).map(|(_, gradings)| gradings)
    }

    /// A unit's grading under a key.
    pub fn grading(&self, unit: &str, key: &str) -> Option<&Grading> {
        self.gradings(unit)?.get(key)
    }

    /// Everything announced: what nominees are judged by, then that of other years.
    pub fn announced(&self) -> impl Iterator<Item = &Table<Table<Grading>>> {
        std::iter::once(&self.head.units).chain(self.head.others.iter().map(|other| &other.units))
    }

    /// What was announced of a year, and by which paper; `of` is the year of what nominees are judged by where the file
    /// does not say it.
    pub fn of_year(&self, year: u32, of: Option<u32>) -> Option<(&Table<Table<Grading>>, &Slot<Cited>)> {
        let own = self.head.year.get().map(|own| own.value).or(of);
        let other = || self.head.others.iter().find(|other| other.year.value == year);
        if own == Some(year) {
            return Some((&self.head.units, &self.head.announced_by));
        }
        other().map(|other| (&other.units, &other.announced_by))
    }

    /// Whether the authority grades by this key at all.
    pub fn announces(&self, key: &str) -> bool {
        self.keys.contains(key)
    }

    /// Whether there may be gradings that could not be read, or not told whose they are.
    pub fn may_lack(&self) -> bool {
        self.unclear || self.head.units.faulty
    }
}
