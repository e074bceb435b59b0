//! Turns of phrase that findings and papers share.

use chrono::{Datelike, NaiveDate};

use crate::record::campaign::{Campaign, NomineeKind};
use crate::record::text::fold;
use crate::record::unit::{Gender, Nominee};

/// `ông Nguyễn Văn A`, `bà Trần Thị B`, `hộ ông Lê Văn C`, or the name of a collective, within a sentence.
pub fn who(nominee: &Nominee) -> String {
    let name = called(nominee);
    match honorific(nominee) {
        "" => name,
        word => format!("{} {name}", word.to_lowercase()),
    }
}

/// The same where it is printed in running text: a name that is not long does not break at a line's end.
pub fn unbroken(nominee: &Nominee) -> String {
    let name = called(nominee);
    let is_household = nominee.kind.get() == Some(&NomineeKind::Household);
    let before = HOUSEHOLD_OF.iter().copied().find(|before| is_household && name.starts_with(before));
    let (before, person) = match (honorific(nominee), before) {
        ("", None) => return name,
        ("", Some(before)) => (before.trim_end().to_owned(), name.strip_prefix(before).unwrap_or(&name)),
        (word, _) => (word.to_lowercase(), name.as_str()),
    };
    if person.chars().count() > LONG_NAME {
        return format!("{before} {person}");
    }
    // "hộ | ông Lê Văn C": the word before the name keeps to it.
    let (lead, word) = before.rsplit_once(' ').map_or((String::new(), before.as_str()), |(l, w)| (format!("{l} "), w));
    format!("{lead}{}", format!("{word} {person}").replace(' ', "\u{a0}"))
}

/// How a household is named after a person, within a sentence.
const HOUSEHOLD_OF: [&str; 4] = ["hộ ông ", "hộ bà ", "hộ gia đình ông ", "hộ gia đình bà "];

/// The nominee's name within a sentence: what is no proper name, `hộ` or `tập thể`, begins with a small letter.
pub fn called(nominee: &Nominee) -> String {
    let name = name(nominee);
    let common = match nominee.kind.get() {
        Some(NomineeKind::Household) => "Hộ ",
        Some(NomineeKind::Collective) => "Tập thể ",
        _ => return name.to_owned(),
    };
    if name.starts_with(common) { lower_first(name) } else { name.to_owned() }
}

/// Characters of a name that may break after all: it may not fit a line. `ten-ngan` of the layout library.
const LONG_NAME: usize = 30;

/// The nominee's name, or the code where the name is missing.
pub fn name(nominee: &Nominee) -> &str {
    nominee.name.get().map_or(nominee.code.as_str(), |name| &name.value)
}

/// `Ông`, `Bà`, or nothing.
pub fn honorific(nominee: &Nominee) -> &'static str {
    if nominee.kind.get() != Some(&NomineeKind::Individual) {
        return "";
    }
    honorific_of(nominee.gender.get().copied())
}

/// The same for a person of whom only that is known.
pub fn honorific_of(gender: Option<Gender>) -> &'static str {
    match gender {
        Some(Gender::Male) => "Ông",
        Some(Gender::Female) => "Bà",
        None => "",
    }
}

/// A day in running text: `25/5/2021` (days below 10 and months 1–2 padded, as in document dates).
///
/// ```
/// use chrono::NaiveDate;
/// let day = NaiveDate::from_ymd_opt(2021, 5, 5).unwrap();
/// assert_eq!(hoso::check::words::day(day), "05/5/2021");
/// ```
pub fn day(date: NaiveDate) -> String {
    format!("{:02}/{}/{}", date.day(), month(date), date.year())
}

/// The month as official papers write it: only 1 and 2 are padded (khoản 4 Mục II Phần I Phụ lục I NĐ 30/2020).
pub fn month(date: NaiveDate) -> String {
    match date.month() {
        m @ (1 | 2) => format!("{m:02}"),
        m => m.to_string(),
    }
}

/// Counts from 1 to 9 are padded in official style: `06 cá nhân`; none is `0`.
pub fn count(number: usize) -> String {
    if number == 0 { "0".to_owned() } else { format!("{number:02}") }
}

/// The first letter in lower case, for a name within a sentence; an abbreviation stays as it is.
///
/// ```
/// use hoso::check::words::lower_first;
/// assert_eq!(lower_first("Trích biên bản"), "trích biên bản");
/// assert_eq!(lower_first("UBND xã"), "UBND xã");
/// ```
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), second) if second.is_none_or(|second| !second.is_uppercase()) => {
            let mut small = String::with_capacity(text.len());
            small.extend(first.to_lowercase());
            small + chars.as_str()
        }
        _ => text.to_owned(),
    }
}

/// Names in running text: `a`, `a và b`, `a, b và c`.
///
/// ```
/// assert_eq!(hoso::check::words::listed(&["a", "b", "c"]), "a, b và c");
/// ```
pub fn listed<S: AsRef<str>>(names: &[S]) -> String {
    let mut text = String::new();
    for (i, name) in names.iter().enumerate() {
        text += match i {
            0 => "",
            i if i + 1 == names.len() => " và ",
            _ => ", ",
        };
        text += name.as_ref();
    }
    text
}

/// The first letter in upper case.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// A word of the record as people say it: the campaign's own `ten_goi` and what it calls awards, evidence and units
/// first, then the common ones; one that nobody has named, without its underscores.
pub fn label(campaign: &Campaign, word: &str) -> String {
    named(campaign, word).map_or_else(|| word.replace('_', " "), str::to_owned)
}

/// What the campaign, or most campaigns, call a word of the record.
pub fn named<'c>(campaign: &'c Campaign, word: &str) -> Option<&'c str> {
    let own = || campaign.labels.get(word).map(|label| label.value.as_str());
    let award = || campaign.awards.get(word).map(|award| award.name.value.as_str());
    let evidence =
        || campaign.evidence_kinds.get(word).and_then(|kind| kind.name.get()).map(|name| name.value.as_str());
    let unit_kind = || campaign.unit_kinds.get(word).and_then(|kind| kind.name.get()).map(|name| name.value.as_str());
    own().or_else(award).or_else(evidence).or_else(unit_kind).or_else(|| common(word))
}

/// What words that most campaigns use are called.
pub fn common(word: &str) -> Option<&'static str> {
    COMMON.iter().find(|(own, _)| *own == word).map(|(_, called)| *called)
}

/// The words that most campaigns use, and what they are called.
pub static COMMON: &[(&str, &str)] = &[
    ("xuat_sac", "xuất sắc"),
    ("tot", "tốt"),
    ("kha", "khá"),
    ("trung_binh", "trung bình"),
    ("yeu", "yếu"),
    ("hoan_thanh_xuat_sac", "hoàn thành xuất sắc nhiệm vụ"),
    ("hoan_thanh_tot", "hoàn thành tốt nhiệm vụ"),
    ("hoan_thanh", "hoàn thành nhiệm vụ"),
    ("khong_hoan_thanh", "không hoàn thành nhiệm vụ"),
    ("can_bo", "cán bộ"),
    ("cong_chuc", "công chức"),
    ("vien_chuc", "viên chức"),
    ("hop_dong", "người lao động theo hợp đồng"),
    ("khac", "đối tượng khác"),
    ("sang_kien", "sáng kiến"),
    ("mo_hinh", "mô hình mới"),
    ("tap_the", "tập thể"),
    ("ca_nhan", "cá nhân"),
    ("ho_gia_dinh", "hộ gia đình"),
    ("nam", "nam"),
    ("nu", "nữ"),
    ("giay_khen", "Giấy khen"),
    ("bang_khen", "Bằng khen"),
];

/// Whether an entry of `noi_nhan` says where the paper is filed: "Lưu: VT".
pub fn is_filing(recipient: &str) -> bool {
    recipient.starts_with("Lưu:")
}

/// Whether an award is granted above some bodies: by somebody who is the head of none of them.
pub fn is_above(granted_by: &str, bodies: &[String]) -> bool {
    let granted_by = spelt_out(granted_by);
    !granted_by.is_empty() && !bodies.is_empty() && !bodies.iter().any(|body| granted_by.contains(&spelt_out(body)))
}

/// A post or a body to compare by: without marks and commas, `UBND` in full.
pub fn spelt_out(text: &str) -> String {
    fold(text).replace("ubnd", "uy ban nhan dan").replace(',', "")
}
