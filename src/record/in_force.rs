//! `templates/hieu-luc.yaml`: from when until when texts that papers cite are in force, and the base wage of each time.

use chrono::NaiveDate;

use super::committee::BaseWage;
use super::decode::{List, Slot, record};
use super::scalar::{Count, Date, Text};
use super::table;
use super::text::{fold, name_key};
use crate::finding::Finding;
use crate::vietnamese::days;

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
        required "nhan_ra" phrases: List<Text> = "các cách ghi trong căn cứ; gặp một cách là nhận ra văn bản; dấu … thay cho một số bất kỳ",
        optional "ngay" issued: Slot<Date> = "ngày ban hành; không ghi thì không đối chiếu ngày nêu ở căn cứ",
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
        self.cited(&name_key(ground)).is_some()
    }

    /// The day that a line of grounds states for this text, within the words that name it or right after them; and where
    /// that is, by what is left of the line.
    pub fn day_stated(&self, ground: &str) -> Option<(NaiveDate, usize)> {
        let ground = name_key(ground);
        let (name, rest) = self.cited(&ground)?;
        let left = rest.len();
        if let Some((_, day)) = days::first(&fold(name)) {
            return Some((day, left));
        }
        let rest = fold(rest);
        let (between, day) = days::first(&rest)?;
        // Who issued it may stand between (`của Chính phủ`); behind its subject line the day is another text's.
        let is_issuer = between.first() == Some(&"cua") && !between.iter().any(|word| OF_A_SUBJECT.contains(word));
        (between.is_empty() || is_issuer).then_some((day, left))
    }

    /// The words of a ground (a key) that name this text, and what follows them.
    fn cited<'g>(&self, ground: &'g str) -> Option<(&'g str, &'g str)> {
        self.phrases.iter().find_map(|phrase| stands_in(&name_key(phrase), ground))
    }
}

/// Words that a subject line or the name of a text begins with.
const OF_A_SUBJECT: [&str; 8] = ["quy", "ve", "huong", "sua", "luat", "nghi", "thong", "ban"];

/// A phrase that stands in a text as words of its own (`91/2017/NĐ-CP` is not in `191/2017/NĐ-CP`): what was found, and
/// what follows.
fn stands_in<'t>(phrase: &str, text: &'t str) -> Option<(&'t str, &'t str)> {
    text.char_indices().find_map(|(start, _)| {
        let (before, found) = text.split_at_checked(start)?;
        let rest = after(phrase, found)?;
        let around = [before.chars().next_back(), rest.chars().next()];
        let is_whole = !around.into_iter().flatten().any(char::is_alphanumeric);
        is_whole.then_some((found.strip_suffix(rest)?, rest))
    })
}

/// What follows a phrase that a text begins with; `…` stands for some number.
fn after<'t>(phrase: &str, text: &'t str) -> Option<&'t str> {
    let mut parts = phrase.split('…');
    let first = text.strip_prefix(parts.next()?)?;
    parts.try_fold(first, |rest, part| {
        let rest_of_number = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        (rest_of_number.len() < rest.len()).then_some(rest_of_number)?.strip_prefix(part)
    })
}

/// Reads the table; one that cannot be read is empty, with the reasons.
pub fn table(path: &str, text: &str) -> (InForce, Vec<Finding>) {
    let (table, findings) = table::read(path, text, |table: &LegalTexts| &table.version, |_, _| ());
    let table = table.map(|table| InForce { texts: table.texts.items, base_wages: table.base_wages.items });
    (table.unwrap_or_default(), findings)
}

#[cfg(test)]
mod tests {
    use super::stands_in;

    #[test]
    fn a_phrase_is_found_as_words_of_its_own() {
        let rest = |phrase, text| stands_in(phrase, text).map(|(_, rest)| rest);
        assert_eq!(rest("91/2017/nđ-cp", "số 91/2017/nđ-cp ngày 31 tháng 7"), Some(" ngày 31 tháng 7"));
        assert_eq!(rest("91/2017/nđ-cp", "nghị định số 191/2017/nđ-cp"), None);
        assert_eq!(rest("ngày 3 tháng 1", "ngày 3 tháng 11"), None);
    }

    #[test]
    fn an_ellipsis_stands_for_a_number() {
        assert_eq!(stands_in("ngày …/…/2003", "luật ngày 26/11/2003."), Some(("ngày 26/11/2003", ".")));
        assert_eq!(stands_in("ngày …/…/2003", "luật ngày 26/11/2005"), None);
        assert_eq!(stands_in("năm …", "năm nay"), None);
        assert_eq!(stands_in("năm …", "năm 2003"), Some(("năm 2003", "")));
    }
}
