//! The single values of records: text, days, numbers, codes.

use std::fmt;
use std::ops::Deref;

use chrono::{Datelike, NaiveDate};

use super::decode::{Decode, Decoder};
use super::yaml::{Node, Value};
use super::{commas, rules, text};
use crate::finding::At;

/// A value with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub at: At,
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// One line of text in NFC, never empty.
pub type Text = Located<String>;
/// A code: `[a-z0-9]+(-[a-z0-9]+)*`, at most 64 long.
pub type Code = Located<Slug>;
/// A calendar day.
pub type Date = Located<NaiveDate>;
/// A count.
pub type Count = Located<u32>;

/// The scalar of a node, or a report of what is expected instead.
pub fn scalar<'n>(node: &'n Node, expected: &str, d: &mut Decoder) -> Option<&'n str> {
    match &node.value {
        Value::Scalar(text) => Some(text),
        _ => {
            d.wrong_type(node, expected);
            None
        }
    }
}

impl Decode for Text {
    const HOLDS: &'static str = "một dòng chữ";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let value = text::one_line(scalar(node, Self::HOLDS, d)?);
        if value.is_empty() {
            d.say(&rules::EMPTY, node.at, "giá trị để trống");
            return None;
        }
        d.written(node.at, &value);
        Some(Self { value, at: node.at })
    }

    fn listed(list: &Node, items: &[Node], d: &mut Decoder) {
        commas::torn_items(list, items, d);
    }

    fn decode_name(node: &Node, d: &mut Decoder) -> Option<Self> {
        let name = Self::decode(node, d)?;
        let switch = text::is_switch(&name.value) && !d.is_quoted(node.at);
        if !is_blank_or_number(&name.value) && !switch {
            return Some(name);
        }
        let message = format!("`{}` không dùng làm tên gọi (tên người, chức vụ, địa danh, cơ quan…) được", name.value);
        let quote = if switch { "; nếu tên đúng là như vậy thì đặt trong ngoặc kép" } else { "" };
        d.say_help(&rules::TYPE, node.at, message, Some(format!("ghi tên đầy đủ bằng chữ{quote}")));
        None
    }
}

/// Whether a text is a number, a day, or a place left to be filled in, none of which names anything. What else a name is
/// made of is not for the program to judge.
fn is_blank_or_number(text: &str) -> bool {
    let blank = text.chars().all(|c| matches!(c, ' ' | '.' | '…' | '_' | '-' | '–' | '?'));
    let number = text.chars().all(|c| c.is_ascii_digit() || matches!(c, ' ' | '.' | ',' | ':' | '-' | '/' | '%'));
    blank || number && text.chars().any(|c| c.is_ascii_digit())
}

/// Body text in Markdown, in NFC, line ends `\n`, never blank.
#[derive(Clone, Debug, PartialEq)]
pub struct Markdown {
    /// The source.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

impl Decode for Markdown {
    const HOLDS: &'static str = "một đoạn văn bản (Markdown)";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let text = scalar(node, Self::HOLDS, d)?;
        if text.trim().is_empty() {
            d.say(&rules::EMPTY, node.at, "nội dung để trống");
            return None;
        }
        d.written(node.at, text);
        Some(Self { text: text.to_owned(), at: node.at })
    }
}

/// A safe name for files and references.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// Checks the pattern.
    ///
    /// ```
    /// use hoso::record::scalar::Slug;
    /// assert!(Slug::new("nguyen-van-a").is_some());
    /// assert!(Slug::new("../a").is_none() && Slug::new("a--b").is_none() && Slug::new("nul").is_none());
    /// ```
    pub fn new(word: &str) -> Option<Self> {
        let part = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
        (word.len() <= 64 && word.split('-').all(part) && !is_device(word)).then(|| Self(word.to_owned()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Names that Windows keeps for devices, with any ending.
fn is_device(word: &str) -> bool {
    let numbered = |prefix: &str| word.strip_prefix(prefix).is_some_and(|n| matches!(n.as_bytes(), [b'0'..=b'9']));
    matches!(word, "con" | "prn" | "aux" | "nul") || numbered("com") || numbered("lpt")
}

impl Deref for Slug {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Decode for Code {
    const HOLDS: &'static str = "một mã (a-z, 0-9, gạch nối)";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let word = scalar(node, Self::HOLDS, d)?;
        match Slug::new(word) {
            Some(value) => Some(Self { value, at: node.at }),
            None => {
                d.say(&rules::CODE, node.at, format!("`{word}` không dùng làm mã được"));
                None
            }
        }
    }
}

impl Decode for Count {
    const HOLDS: &'static str = "một số nguyên không âm";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let word = scalar(node, Self::HOLDS, d)?;
        match word.trim().parse() {
            Ok(value) => Some(Self { value, at: node.at }),
            Err(_) => {
                d.say(&rules::TYPE, node.at, format!("ở đây cần {}, nhưng bản ghi có `{word}`", Self::HOLDS));
                None
            }
        }
    }
}

/// A decimal number, kept as written for printing.
#[derive(Clone, Debug, PartialEq)]
pub struct Decimal {
    /// For comparing.
    pub value: f64,
    /// Where it stands.
    pub at: At,
}

impl Decode for Decimal {
    const HOLDS: &'static str = "một số";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let word = scalar(node, Self::HOLDS, d)?;
        match word.trim().replace(',', ".").parse::<f64>() {
            Ok(value) if value.is_finite() => Some(Self { value, at: node.at }),
            _ => {
                d.say(&rules::TYPE, node.at, format!("ở đây cần {}, nhưng bản ghi có `{word}`", Self::HOLDS));
                None
            }
        }
    }
}

impl Decode for Located<bool> {
    const HOLDS: &'static str = "true hoặc false";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let word = scalar(node, Self::HOLDS, d)?;
        let value = match text::fold(word).as_str() {
            "true" | "co" | "dung" => true,
            "false" | "khong" | "sai" => false,
            _ => {
                d.say(&rules::TYPE, node.at, format!("ở đây cần {}, nhưng bản ghi có `{word}`", Self::HOLDS));
                return None;
            }
        };
        Some(Self { value, at: node.at })
    }
}

/// A document number: digits, perhaps with a letter (`12a`).
#[derive(Clone, Debug, PartialEq)]
pub struct DocNumber {
    /// The number.
    pub number: u32,
    /// A letter behind it, as written.
    pub letter: String,
    /// Where it stands.
    pub at: At,
}

impl fmt::Display for DocNumber {
    /// As printed: numbers below 10 are padded (khoản 3 Mục II Phần I Phụ lục I NĐ 30/2020).
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}{}", self.number, self.letter)
    }
}

impl Decode for DocNumber {
    const HOLDS: &'static str = "một số văn bản (ví dụ 15 hoặc 12a)";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let word = scalar(node, Self::HOLDS, d)?.trim();
        let digits: String = word.chars().take_while(char::is_ascii_digit).collect();
        let letter: String = word.chars().skip(digits.len()).collect();
        let plain = letter.chars().count() <= 2 && letter.chars().all(char::is_alphabetic);
        match digits.parse() {
            Ok(number) if number > 0 && plain => Some(Self { number, letter, at: node.at }),
            _ => {
                let message = format!("ở đây cần {}, nhưng bản ghi có `{word}`", Self::HOLDS);
                let help = "chỉ ghi số; ký hiệu do chương trình ghép hoặc ghi ở khóa ky_hieu";
                d.say_help(&rules::TYPE, node.at, message, Some(help.into()));
                None
            }
        }
    }
}

impl Decode for Date {
    const HOLDS: &'static str = "một ngày (2021-05-25 hoặc 25/5/2021)";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let word = scalar(node, Self::HOLDS, d)?.trim();
        let Some((year, month, day)) = date_parts(word) else {
            d.say(&rules::DATE, node.at, format!("`{word}` không phải là {}", Self::HOLDS));
            return None;
        };
        match NaiveDate::from_ymd_opt(year, month, day) {
            Some(value) if (1900..=2199).contains(&value.year()) => Some(Self { value, at: node.at }),
            Some(_) => {
                let help = "ghi đủ bốn chữ số của năm";
                d.say_help(
                    &rules::DATE,
                    node.at,
                    format!("`{word}` không phải là ngày trong khoảng từ năm 1900 đến năm 2199"),
                    Some(help.into()),
                );
                None
            }
            None => {
                let help = length_of(year, month);
                d.say_help(&rules::DATE, node.at, format!("trong lịch không có ngày `{word}`"), Some(help));
                None
            }
        }
    }
}

/// What a clerk should know who wrote a day that its month does not have.
fn length_of(year: i32, month: u32) -> String {
    match NaiveDate::from_ymd_opt(year, month, 1) {
        Some(first) => format!("tháng {month} năm {year} có {} ngày; ghi lại theo văn bản", first.num_days_in_month()),
        None => "ghi ngày trước, tháng sau: 25/5/2021; hoặc năm, tháng, ngày: 2021-05-25".to_owned(),
    }
}

/// Year, month and day as written; whether such a day exists is another question.
pub fn date_parts(word: &str) -> Option<(i32, u32, u32)> {
    let number = |s: &str| {
        (!s.is_empty() && s.len() <= 4 && s.bytes().all(|b| b.is_ascii_digit()))
            .then(|| s.parse::<u32>().ok())
            .flatten()
    };
    let parts: Vec<&str> = word.split(['-', '/', '.']).collect();
    let [a, b, c] = parts.as_slice() else { return None };
    let (year, month, day) = if a.len() == 4 && word.contains('-') { (a, b, c) } else { (c, b, a) };
    (year.len() == 4).then_some(())?;
    Some((i32::try_from(number(year)?).ok()?, number(month)?, number(day)?))
}

/// A time of day, `08:00`.
#[derive(Clone, Debug, PartialEq)]
pub struct Time {
    /// 0–23.
    pub hour: u32,
    /// 0–59.
    pub minute: u32,
    /// Where it stands.
    pub at: At,
}

impl Time {
    /// What hours are compared by.
    pub fn of_day(&self) -> (u32, u32) {
        (self.hour, self.minute)
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}:{:02}", self.hour, self.minute)
    }
}

impl Decode for Time {
    const HOLDS: &'static str = "một giờ (ví dụ \"08:00\")";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let word = scalar(node, Self::HOLDS, d)?;
        let parts = word.trim().split_once([':', 'h', 'g']);
        let time = parts.and_then(|(h, m)| Some((h.parse().ok()?, m.parse().ok()?)));
        match time {
            Some((hour, minute)) if hour < 24 && minute < 60 => Some(Self { hour, minute, at: node.at }),
            _ => {
                d.say(&rules::TYPE, node.at, format!("`{word}` không phải là {}", Self::HOLDS));
                None
            }
        }
    }
}

/// A ratio, `2/3`.
#[derive(Clone, Debug, PartialEq)]
pub struct Ratio {
    /// The part.
    pub part: u32,
    /// The whole, never 0.
    pub whole: u32,
    /// Where it stands.
    pub at: At,
}

impl Ratio {
    /// Whether `count` of `base` is more than this ratio (or at least it, where `strict` is false).
    pub fn is_met(&self, count: u32, base: u32, strict: bool) -> bool {
        let (left, right) = (u64::from(count) * u64::from(self.whole), u64::from(base) * u64::from(self.part));
        if strict { left > right } else { left >= right }
    }
}

impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.whole {
            100 => write!(f, "{}%", self.part),
            _ => write!(f, "{}/{}", self.part, self.whole),
        }
    }
}

impl Decode for Ratio {
    const HOLDS: &'static str = "một tỷ lệ (ví dụ \"2/3\")";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let word = scalar(node, Self::HOLDS, d)?.trim();
        let ratio = match word.strip_suffix('%') {
            Some(percent) => percent.trim().parse().ok().map(|p: u32| (p, 100)),
            None => word.split_once('/').and_then(|(a, b)| Some((a.trim().parse().ok()?, b.trim().parse().ok()?))),
        };
        match ratio {
            Some((part, whole)) if whole > 0 && part <= whole => Some(Self { part, whole, at: node.at }),
            _ => {
                d.say(&rules::TYPE, node.at, format!("`{word}` không phải là {}", Self::HOLDS));
                None
            }
        }
    }
}
