//! Kinds of evidence: those that come with the program, and those that a campaign declares (`loai_minh_chung`).

use super::campaign::Campaign;
use super::decode::{List, Slot, record, words};
use super::nearest::nearest;
use super::scalar::Text;

/// Kinds of evidence that come with the program.
pub const EVIDENCE: [&str; 2] = ["sang_kien", "mo_hinh"];

words! {
    /// What must stand in a piece of evidence for it to count.
    pub enum Proof = "thông tin bắt buộc của minh chứng" {
        /// The decision that recognised it, with number and day.
        Decision = "quyet_dinh",
        /// What it is.
        Description = "mo_ta",
    }
}

record! {
    /// A kind of evidence as a campaign declares it.
    pub struct EvidenceKind = "loại minh chứng" {
        optional "ten" name: Slot<Text> = "tên gọi",
        optional "can" needs: List<Proof> = "điều phải ghi thì mới tính; để trống `[]` thì chỉ cần tên; không khai thì cần quyết định công nhận (mô hình cần mô tả)",
    }
}

impl Campaign {
    /// The kind of evidence that a word is probably a slip for: one that comes with the program, that is declared, or that
    /// a criterion accepts. None where the word is known itself.
    pub fn meant_evidence(&self, word: &str) -> Option<&str> {
        let declared = self.evidence_kinds.iter().map(|(name, _)| name.text.as_str());
        let accepted =
            self.criteria.iter().flat_map(|criterion| criterion.kinds.iter()).map(|kind| kind.value.as_str());
        let named = self.labels.get(word).is_some() || self.scales.get(word).is_some();
        let near = nearest(word, EVIDENCE.into_iter().chain(declared).chain(accepted))?;
        (near != word && !named && !self.evidence_kinds.faulty).then_some(near)
    }

    /// What evidence of this kind needs; none where the campaign says so in a way that could not be read.
    pub fn evidence_needs(&self, kind: &str) -> Option<&[Proof]> {
        if self.evidence_kinds.faulty {
            return None;
        }
        match self.evidence_kinds.get(kind).map(|declared| &declared.needs) {
            Some(needs) if needs.faulty => None,
            Some(needs) if needs.at.is_some() => Some(&needs.items),
            _ if kind == "mo_hinh" => Some(&[Proof::Description]),
            _ => Some(&[Proof::Decision]),
        }
    }
}
