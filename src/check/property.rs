//! What a criterion of kind `thuoc` can look at: keys of a nominee or of the unit, as a table.

use super::dossier;
use crate::finding::At;
use crate::record::Unit;
use crate::record::campaign::{Campaign, NomineeKind};
use crate::record::decode::Slot;
use crate::record::scalar::Text;
use crate::record::unit::{Gender, Nominee};

/// A key whose value may be asked to be one of several.
pub struct Property {
    /// The key, as `khoa` of a criterion writes it.
    pub key: &'static str,
    /// What people call it.
    pub name: &'static str,
    read: for<'a> fn(&'a Nominee, &'a Unit) -> Reading<'a>,
    words: for<'c> fn(&'c Campaign) -> Vec<&'c str>,
}

/// What a record says under a key.
pub enum Reading<'a> {
    /// This, and where, if that is known.
    Said(&'a str, Option<At>),
    /// Nothing.
    Unsaid,
    /// Something that could not be read (and was reported).
    Misread,
}

impl Property {
    /// What is written under the key.
    pub fn read<'a>(&self, nominee: &'a Nominee, unit: &'a Unit) -> Reading<'a> {
        (self.read)(nominee, unit)
    }

    /// What to write where nothing is.
    pub fn remedy(&self) -> String {
        match self.key {
            "loai_don_vi" => "ghi `loai` của đơn vị".into(),
            key => format!("ghi `{key}` của người được đề nghị"),
        }
    }

    /// All that can be written under the key; none where that is anything, or where the campaign's own list of it is
    /// at fault.
    pub fn words<'c>(&self, campaign: &'c Campaign) -> Vec<&'c str> {
        (self.words)(campaign)
    }
}

/// The property of this key.
pub fn property(key: &str) -> Option<&'static Property> {
    PROPERTIES.iter().find(|property| property.key == key)
}

/// Every property.
pub static PROPERTIES: &[Property] = &[
    of_nominee("doi_tuong", "đối tượng (cán bộ, công chức, viên chức hay đối tượng khác)", |n, _| text(&n.staff)),
    Property { words: awards, ..of_nominee("hinh_thuc", "hình thức khen thưởng", |n, _| text(&n.award)) },
    Property { words: awards, ..of_nominee("du_phong", "hình thức dự phòng", |n, _| text(&n.fallback)) },
    Property {
        words: nominee_kinds, ..of_nominee("loai", "loại đối tượng", |n, _| word(&n.kind, NomineeKind::word))
    },
    Property { words: genders, ..of_nominee("gioi_tinh", "giới tính", |n, _| word(&n.gender, Gender::word)) },
    of_nominee("chuc_vu", "chức vụ", |n, _| text(&n.post)),
    of_nominee("bo_phan", "bộ phận", |n, _| text(&n.section)),
    of_nominee("quan_he", "quan hệ với đơn vị", |n, _| text(&n.relation)),
    of_nominee("que_quan", "quê quán", |n, _| text(&n.native_place)),
    of_nominee("tru_quan", "nơi thường trú", |n, _| text(&n.residence)),
    of_nominee("trinh_do", "trình độ chuyên môn", |n, _| text(&n.education)),
    Property {
        words: yearly_steps,
        ..of_nominee("xep_loai_nam", "kết quả xếp loại năm", |n, _| text(&n.yearly_grade))
    },
    Property {
        key: "loai_don_vi", name: "loại đơn vị", read: |_, unit| text(&unit.head.kind), words: unit_kinds
    },
];

/// A key of the nominee that may hold anything.
const fn of_nominee(
    key: &'static str,
    name: &'static str,
    read: for<'a> fn(&'a Nominee, &'a Unit) -> Reading<'a>,
) -> Property {
    Property { key, name, read, words: |_| Vec::new() }
}

fn text(slot: &Slot<Text>) -> Reading<'_> {
    match slot {
        Slot::Set(text) => Reading::Said(&text.value, Some(text.at)),
        Slot::Absent => Reading::Unsaid,
        Slot::Faulty => Reading::Misread,
    }
}

fn word<T: Copy>(slot: &Slot<T>, word: fn(T) -> &'static str) -> Reading<'static> {
    match slot {
        Slot::Set(value) => Reading::Said(word(*value), None),
        Slot::Absent => Reading::Unsaid,
        Slot::Faulty => Reading::Misread,
    }
}

fn nominee_kinds(_: &Campaign) -> Vec<&str> {
    [NomineeKind::Collective, NomineeKind::Individual, NomineeKind::Household].map(NomineeKind::word).to_vec()
}

fn genders(_: &Campaign) -> Vec<&str> {
    [Gender::Male, Gender::Female].map(Gender::word).to_vec()
}

fn awards(campaign: &Campaign) -> Vec<&str> {
    if campaign.awards.faulty { Vec::new() } else { dossier::awards(campaign) }
}

fn unit_kinds(campaign: &Campaign) -> Vec<&str> {
    let kinds = &campaign.unit_kinds;
    if kinds.faulty { Vec::new() } else { kinds.iter().map(|(name, _)| name.text.as_str()).collect() }
}

fn yearly_steps(campaign: &Campaign) -> Vec<&str> {
    steps(campaign, "xep_loai_nam")
}

/// The steps of a scale, where it can be read whole.
pub fn steps<'c>(campaign: &'c Campaign, scale: &str) -> Vec<&'c str> {
    let steps = campaign.scales.get(scale).filter(|steps| !steps.faulty);
    steps.into_iter().flat_map(|steps| steps.iter()).map(|step| step.value.as_str()).collect()
}
