//! Turns of phrase that findings and papers share.

use chrono::{Datelike, NaiveDate};

use crate::record::campaign::{Campaign, NomineeKind};
use crate::record::text::fold;
use crate::record::unit::{Gender, Nominee};

/// `ông Nguyễn Văn A`, `bà Trần Thị B`, or the name of a collective.
pub fn who(nominee: &Nominee) -> String {
    let name = name(nominee);
    match honorific(nominee) {
        "" => name.to_owned(),
        word => format!("{} {name}", word.to_lowercase()),
    }
}

/// The same where it is printed in running text: a name that is not long does not break at a line's end.
pub fn unbroken(nominee: &Nominee) -> String {
    let name = name(nominee);
    match honorific(nominee) {
        "" => name.to_owned(),
        word if name.chars().count() > LONG_NAME => format!("{} {name}", word.to_lowercase()),
        word => format!("{} {name}", word.to_lowercase()).replace(' ', "\u{a0}"),
    }
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
        (Some(_), Some(second)) if second.is_uppercase() => text.to_owned(),
        (first, _) => first.into_iter().flat_map(char::to_lowercase).chain(chars).collect(),
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
/// first, then the common ones.
pub fn label(campaign: &Campaign, word: &str) -> String {
    if let Some(label) = campaign.labels.get(word) {
        return label.value.clone();
    }
    if let Some(award) = campaign.awards.get(word) {
        return award.name.value.clone();
    }
    let evidence = campaign.evidence_kinds.get(word).and_then(|kind| kind.name.get());
    let unit_kind = || campaign.unit_kinds.get(word).and_then(|kind| kind.name.get());
    if let Some(name) = evidence.or_else(unit_kind) {
        return name.value.clone();
    }
    common(word).map_or_else(|| word.replace('_', " "), str::to_owned)
}

/// What words that most campaigns use are called.
pub fn common(word: &str) -> Option<&'static str> {
    let common = match word {
        "xuat_sac" => "xuất sắc",
        "tot" => "tốt",
        "kha" => "khá",
        "trung_binh" => "trung bình",
        "yeu" => "yếu",
        "hoan_thanh_xuat_sac" => "hoàn thành xuất sắc nhiệm vụ",
        "hoan_thanh_tot" => "hoàn thành tốt nhiệm vụ",
        "hoan_thanh" => "hoàn thành nhiệm vụ",
        "khong_hoan_thanh" => "không hoàn thành nhiệm vụ",
        "can_bo" => "cán bộ",
        "cong_chuc" => "công chức",
        "vien_chuc" => "viên chức",
        "hop_dong" => "người lao động theo hợp đồng",
        "khac" => "đối tượng khác",
        "sang_kien" => "sáng kiến",
        "mo_hinh" => "mô hình mới",
        "tap_the" => "tập thể",
        "ca_nhan" => "cá nhân",
        "ho_gia_dinh" => "hộ gia đình",
        "nam" => "nam",
        "nu" => "nữ",
        "giay_khen" => "Giấy khen",
        "bang_khen" => "Bằng khen",
        _ => return None,
    };
    Some(common)
}

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
