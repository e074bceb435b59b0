//! The text of `hoso.lock`.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use chrono::NaiveDate;

use super::{End, Entry, Lock, Making, Parts, State};
use crate::digest::sha256;
use crate::record::book::Book;
use crate::record::scalar::date_parts;

const HEAD: &str = "# hoso.lock: văn bản đã cấp số. Do chương trình ghi; không sửa tay.\n";
/// Head of the list of all entries. No paper can be called so.
const LIST: &str = "[muc_luc]";
/// Key of the parts of a paper's data.
const PARTS: &str = "muc_du_lieu";
/// Digits of an entry's hash in that list: it tells slips, not forgers, who could write it anew.
const DIGITS: usize = 16;

/// Why a lock cannot be read: the line, from 1, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

/// Facts below a head, each with its line.
type Facts<'t> = BTreeMap<&'t str, (&'t str, usize)>;

impl Lock {
    /// Reads the text of a lock; an empty one is that of a campaign of which nothing has been issued.
    ///
    /// # Errors
    /// The first line that is not as the program writes it.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let mut lock = Self::default();
        let mut list: Option<(Facts, usize)> = None;
        let mut lines = text.lines().map(|line| line.trim_end_matches('\r')).enumerate().peekable();
        while let Some((at, line)) = lines.next() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fault = |line: usize, message: String| Fault { line: line + 1, message };
            if line != LIST && !is_place(line) {
                return Err(fault(at, format!("`{line}` không phải là một văn bản")));
            }
            let mut facts = Facts::new();
            while let Some((at, fact)) = lines.next_if(|(_, line)| line.starts_with("  ")) {
                let told = fact.trim_start().split_once(": ");
                let (key, value) = told.ok_or_else(|| fault(at, format!("không đọc được dòng `{}`", fact.trim())))?;
                if facts.insert(key, (value, at + 1)).is_some() {
                    return Err(fault(at, format!("`{key}` ghi hai lần")));
                }
            }
            if line == LIST {
                if list.replace((facts, at + 1)).is_some() {
                    return Err(fault(at, "có hai mục lục".to_owned()));
                }
                continue;
            }
            let entry =
                entry(line, facts).ok_or_else(|| fault(at, format!("mục `{line}` thiếu hoặc sai thông tin")))?;
            if lock.entries.insert(line.to_owned(), (entry, at + 1)).is_some() {
                return Err(fault(at, format!("văn bản `{line}` có hai mục")));
            }
        }
        match list {
            Some((list, at)) => lock.is_listed(&list, at).map(|()| lock),
            None => Ok(lock),
        }
    }

    /// Holds the entries against the list of them.
    fn is_listed(&self, list: &Facts, at: usize) -> Result<(), Fault> {
        if let Some((paper, (_, line))) = list.iter().find(|(paper, _)| self.get(paper).is_none()) {
            let message = format!("mục `{paper}` có trong mục lục nhưng không còn trong tệp");
            return Err(Fault { line: *line, message });
        }
        for (entry, line) in self.entries.values() {
            let fault = |line: usize, message: String| Err(Fault { line, message });
            match list.get(entry.paper.as_str()) {
                None => return fault(at, format!("mục lục thiếu `{}`", entry.paper)),
                Some((hash, _)) if *hash != digest(entry) => {
                    return fault(*line, format!("mục `{}` đã bị sửa: không khớp với mục lục", entry.paper));
                }
                Some(_) => {}
            }
        }
        Ok(())
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        let entries: String = self.iter().map(|entry| format!("\n{}", written(entry))).collect();
        let line = |entry: &Entry| format!("  {}: {}\n", entry.paper, digest(entry));
        let list: String = self.iter().map(line).collect();
        let list = if list.is_empty() { list } else { format!("\n{LIST}\n{list}") };
        format!("{HEAD}{entries}{list}")
    }
}

fn digest(entry: &Entry) -> String {
    sha256(written(entry).as_bytes()).chars().take(DIGITS).collect()
}

/// An entry as the file has it.
fn written(entry: &Entry) -> String {
    let Entry { paper, number, symbol, day, state, book, subject, signer, reserved, replaces, end, made, signed } =
        entry;
    let mut text = format!("{paper}\n");
    let mut put = |key: &str, value: &str| {
        // Writing to a string does not fail.
        let _ = writeln!(text, "  {key}: {value}");
    };
    put("so", number);
    put("ky_hieu", symbol);
    put("ngay", &day.to_string());
    put("trang_thai", state.word());
    if let Some(Book { body, series }) = book {
        put("co_quan", body);
        put("day_so", series);
    }
    let more = [("trich_yeu", subject.clone()), ("nguoi_ky", signer.clone())];
    let more =
        more.into_iter().chain([("giu_tu", reserved.map(|day| day.to_string())), ("thay_the", replaces.clone())]);
    more.for_each(|(key, value)| value.iter().for_each(|value| put(key, value)));
    if let (Some(End { day, by, reason }), Some(key)) = (end, state.since()) {
        put(key, &day.to_string());
        by.iter().for_each(|by| put("thay_the_boi", by));
        reason.iter().for_each(|reason| put("ly_do", reason));
    }
    for (key, value) in made.iter().flat_map(Making::facts) {
        put(key, value);
    }
    if let Some(parts) = made.as_ref().map(|made| made.parts.text()).filter(|parts| !parts.is_empty()) {
        put(PARTS, &parts);
    }
    if !signed.is_empty() {
        put("ban_ky_sha256", &signed.join(" "));
    }
    text
}

impl Making {
    fn facts(&self) -> [(&'static str, &str); 6] {
        let Self { pdf, data, template, fonts, program, version, parts: _ } = self;
        [
            ("pdf_sha256", pdf),
            ("du_lieu_sha256", data),
            ("ban_mau_sha256", template),
            ("phong_chu_sha256", fonts),
            ("chuong_trinh", program),
            ("hoso", version),
        ]
        .map(|(key, value)| (key, value.as_str()))
    }
}

/// The entry of a paper; none where something is missing, or more is said than belongs there.
fn entry(paper: &str, mut facts: Facts) -> Option<Entry> {
    let mut text = |key: &str| facts.remove(key).map(|(value, _)| value.to_owned());
    let (number, symbol, day) = (text("so")?, text("ky_hieu")?, date(&text("ngay")?)?);
    let state = State::of(&text("trang_thai")?)?;
    let book = match (text("co_quan"), text("day_so")) {
        (Some(body), Some(series)) => Some(Book { body, series }),
        (None, None) => None,
        _ => return None,
    };
    let (subject, signer, replaces) = (text("trich_yeu"), text("nguoi_ky"), text("thay_the"));
    let reserved = match text("giu_tu") {
        Some(day) => Some(date(&day)?),
        None => None,
    };
    let end = match state.since() {
        Some(key) => Some(End { day: date(&text(key)?)?, by: text("thay_the_boi"), reason: text("ly_do") }),
        None => None,
    };
    let made = match state.has_paper() {
        true => Some(Making {
            pdf: hash(text("pdf_sha256")?)?,
            data: hash(text("du_lieu_sha256")?)?,
            parts: Parts::read(&text(PARTS).unwrap_or_default())?,
            template: hash(text("ban_mau_sha256")?)?,
            fonts: hash(text("phong_chu_sha256")?)?,
            program: text("chuong_trinh")?,
            version: text("hoso")?,
        }),
        false => None,
    };
    let signed = text("ban_ky_sha256").unwrap_or_default();
    let signed = signed.split_whitespace().map(|word| hash(word.to_owned())).collect::<Option<_>>()?;
    let paper = paper.to_owned();
    let head =
        Entry { paper, number, symbol, day, state, book, subject, signer, reserved, replaces, end, made, signed };
    facts.is_empty().then_some(head)
}

fn hash(word: String) -> Option<String> {
    Some(word).filter(|word| word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit()))
}

fn date(word: &str) -> Option<NaiveDate> {
    let (year, month, day) = date_parts(word)?;
    NaiveDate::from_ymd_opt(year, month, day)
}

/// Whether a line is the place of a paper.
fn is_place(line: &str) -> bool {
    let sound = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
    };
    line.split('/').all(sound)
}
