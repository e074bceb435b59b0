//! `templates/hieu-luc.yaml`: from when until when texts that papers cite are in force, and the base wage of each time.

use super::committee::BaseWage;
use super::decode::{Decode, Decoder, List, Slot, record};
use super::scalar::{Count, Date, Text};
use super::text::name_key;
use super::yaml::Node;
use crate::finding::{Finding, Sources};

record! {
    /// The table as the file writes it.
    pub struct LegalTexts = "bảng hiệu lực" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bảng",
        required "van_ban" texts: List<LegalText> = "các văn bản quy phạm pháp luật được viện dẫn",
        optional "luong_co_so" base_wages: List<BaseWage> = "các mức lương cơ sở đã đối chiếu, để xét mức mà phong trào khai",
    }
}

record! {
    /// A text of the law.
    pub struct LegalText = "mục của bảng hiệu lực" {
        required "ten" name: Text as name = "tên gọi trong thông báo",
        required "nhan_ra" phrases: List<Text> = "các cách ghi trong căn cứ; gặp một cách là nhận ra văn bản",
        optional "tu" from: Slot<Date> = "có hiệu lực từ ngày; không ghi thì không xét",
        optional "den" until: Slot<Date> = "có hiệu lực đến hết ngày; không ghi thì còn hiệu lực",
        optional "thay_bang" replaced_by: Slot<Text> as name = "văn bản thay thế",
    }
}

/// What the law says by day.
#[derive(Clone, Debug, Default)]
pub struct InForce {
    /// Texts that papers cite.
    pub texts: Vec<LegalText>,
    /// Base wages, in đồng.
    pub base_wages: Vec<BaseWage>,
}

impl LegalText {
    /// Whether a line of grounds cites this text.
    pub fn is_cited(&self, ground: &str) -> bool {
        let ground = name_key(ground);
        self.phrases.iter().any(|phrase| stands_in(&name_key(phrase), &ground))
    }
}

/// Whether a phrase stands in a text as words of its own: `91/2017/NĐ-CP` is not in `191/2017/NĐ-CP`.
fn stands_in(phrase: &str, text: &str) -> bool {
    text.match_indices(phrase).any(|(start, _)| {
        let before = text.get(..start).and_then(|before| before.chars().next_back());
        let after = text.get(start + phrase.len()..).and_then(|after| after.chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// Reads the table; one that cannot be read is empty, with the reasons.
pub fn table(path: &str, text: &str) -> (InForce, Vec<Finding>) {
    let mut sources = Sources::default();
    let mut findings = Vec::new();
    let id = sources.add(path, text);
    let root: Option<Node> = sources.get(id).cloned().and_then(|file| super::yaml::parse(id, &file, 0, &mut findings));
    let mut decoder = Decoder::new(&sources, None);
    let table = root.and_then(|root| {
        let table = LegalTexts::decode(&root, &mut decoder)?;
        super::campaign::check_version(&table.version, &root, &mut decoder);
        Some(table)
    });
    findings.append(&mut decoder.findings);
    let table = table.map(|table| InForce { texts: table.texts.items, base_wages: table.base_wages.items });
    (table.unwrap_or_default(), findings)
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_phrase_is_found_as_words_of_its_own() {
        assert!(stands_in("91/2017/nđ-cp", "nghị định số 91/2017/nđ-cp ngày 31 tháng 7 năm 2017"));
        assert!(!stands_in("91/2017/nđ-cp", "nghị định số 191/2017/nđ-cp"));
        assert!(!stands_in("ngày 3 tháng 1", "ngày 3 tháng 11"));
    }
}
