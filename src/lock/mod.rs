//! `hoso.lock`: which papers have been issued, under which number and day, and from what they were made.
//!
//! Text, sorted, a few lines an entry with a blank line between, so that two branches merge in git. Written by the program
//! alone; one that cannot be read in full is not read at all, since a paper that is left out could be overwritten.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use chrono::NaiveDate;

use crate::finding::{Blocks, Finding, Place, Rule};
use crate::record::load::shown;
use crate::record::scalar::date_parts;

/// Name of the file.
pub const LOCK_FILE: &str = "hoso.lock";
const HEAD: &str = "# hoso.lock: văn bản đã cấp số. Do chương trình ghi; không sửa tay.\n";

/// The record makes another paper than the one that was issued.
pub static ISSUED: Rule = Rule::error("van-ban/da-cap-so")
    .fixed()
    .text(
        "Văn bản đã cấp số thì bản ghi và tệp của nó giữ nguyên như khi cấp.",
        "trả bản ghi về như khi cấp số; nội dung sai thì ban hành văn bản thay thế, sai thể thức thì đính chính bằng công văn",
    )
    .by("khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP")
    .example("(tờ trình đã cấp số 15, sau đó bản ghi đổi tên người được đề nghị)");
/// The lock cannot be read.
pub static UNREADABLE: Rule = Rule::error("van-ban/hoso-lock")
    .fixed()
    .text(
        "Tệp hoso.lock phải đọc được trọn vẹn: không biết văn bản nào đã cấp số thì không văn bản nào được lập.",
        "lấy lại hoso.lock từ git; đang gộp nhánh thì giữ các mục của cả hai bên và bỏ dấu xung đột",
    )
    .example("<<<<<<< HEAD");

/// A paper that is to be issued is not finished.
pub static UNFINISHED: Rule = Rule::error("van-ban/chua-dien")
    .blocking(Blocks::Numbering)
    .text(
        "Văn bản được cấp số không còn chỗ chưa điền (các chữ nêu ở `chua_dien` của phong trào).",
        "điền nốt vào bản ghi, hoặc bỏ chữ ấy khỏi `chua_dien` nếu không phải chỗ chưa điền",
    )
    .example("chua_dien: [\"…\"]   # và trích yếu: Về việc …");
/// The rules about what has been issued.
pub static RULES: &[&Rule] = &[&ISSUED, &UNREADABLE, &UNFINISHED];

/// A paper that has its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its place below the campaign's folder, without ending.
    pub paper: String,
    /// Its number, as printed.
    pub number: String,
    /// Its symbol.
    pub symbol: String,
    /// Its day.
    pub day: NaiveDate,
    /// From what it was made; none while it is being issued.
    pub made: Option<Making>,
}

/// From what a paper was made, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Making {
    /// SHA-256 of the PDF.
    pub pdf: String,
    /// SHA-256 of the data.
    pub data: String,
    /// SHA-256 of the template with all that it draws on.
    pub template: String,
    /// SHA-256 of the faces.
    pub fonts: String,
    /// Fingerprint of the program's sources.
    pub program: String,
    /// Version of the program.
    pub version: String,
}

/// All entries, in the order of their papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    entries: BTreeMap<String, (Entry, usize)>,
}

/// Why a lock cannot be read: the line, from 1, and what is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line.
    pub line: usize,
    /// What is wrong.
    pub message: String,
}

const BEING_ISSUED: &str = "dang_cap";
const DONE: &str = "da_cap";

impl Lock {
    /// Reads the text of a lock; an empty one is that of a campaign of which nothing has been issued.
    ///
    /// # Errors
    /// The first line that is not as the program writes it.
    pub fn read(text: &str) -> Result<Self, Fault> {
        let mut lock = Self::default();
        let mut lines = text.lines().map(|line| line.trim_end_matches('\r')).enumerate().peekable();
        while let Some((at, line)) = lines.next() {
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            let fault = |line: usize, message: String| Fault { line: line + 1, message };
            if !is_place(line) {
                return Err(fault(at, format!("`{line}` không phải là một văn bản")));
            }
            let mut facts = BTreeMap::new();
            while let Some((at, fact)) = lines.next_if(|(_, line)| line.starts_with("  ")) {
                let told = fact.trim_start().split_once(": ");
                let (key, value) = told.ok_or_else(|| fault(at, format!("không đọc được dòng `{}`", fact.trim())))?;
                if facts.insert(key, value).is_some() {
                    return Err(fault(at, format!("`{key}` ghi hai lần")));
                }
            }
            let entry =
                entry(line, &facts).ok_or_else(|| fault(at, format!("mục `{line}` thiếu hoặc sai thông tin")))?;
            if lock.entries.insert(line.to_owned(), (entry, at + 1)).is_some() {
                return Err(fault(at, format!("văn bản `{line}` có hai mục")));
            }
        }
        Ok(lock)
    }

    /// The lock in a campaign's folder; that of a campaign without one is empty.
    ///
    /// # Errors
    /// What is wrong with the file.
    pub fn open(records: &Path) -> Result<Self, Box<Finding>> {
        let path = records.join(LOCK_FILE);
        let unreadable = |message: &str| Finding::new(&UNREADABLE, message).at(Place::file(shown(&path)));
        match path.symlink_metadata() {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Ok(meta) if meta.is_file() => {}
            _ => return Err(unreadable("không đọc được tệp này, hoặc đây không phải là một tệp thường").into()),
        }
        let text = fs::read_to_string(&path).map_err(|_| unreadable("không đọc được tệp này"))?;
        Self::read(&text).map_err(|Fault { line, message }| {
            let lines = text.split_inclusive('\n');
            let start = lines.clone().take(line - 1).map(str::len).sum::<usize>();
            let length = lines.clone().nth(line - 1).map_or(0, |line| line.trim_end().len());
            let place = Place::new(shown(&path), text.as_str(), start..start + length);
            Finding::new(&UNREADABLE, message).at(place).into()
        })
    }

    /// The text of the file.
    pub fn text(&self) -> String {
        self.entries.values().fold(HEAD.to_owned(), |mut text, (entry, _)| {
            let Entry { paper, number, symbol, day, made } = entry;
            let state = if made.is_some() { DONE } else { BEING_ISSUED };
            // Writing to a string does not fail.
            let _ =
                write!(text, "\n{paper}\n  so: {number}\n  ky_hieu: {symbol}\n  ngay: {day}\n  trang_thai: {state}\n");
            for (key, value) in made.iter().flat_map(Making::facts) {
                let _ = writeln!(text, "  {key}: {value}");
            }
            text
        })
    }

    /// All entries.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.entries.values().map(|(entry, _)| entry)
    }

    /// The entry of a paper.
    pub fn get(&self, paper: &str) -> Option<&Entry> {
        self.entries.get(paper).map(|(entry, _)| entry)
    }

    /// The line of a paper in the file that was read.
    pub fn line(&self, paper: &str) -> usize {
        self.entries.get(paper).map_or(1, |(_, line)| *line)
    }

    /// Enters a paper, in place of its own entry.
    pub fn put(&mut self, entry: Entry) {
        self.entries.insert(entry.paper.clone(), (entry, 0));
    }

    /// Takes a paper out whose number was not given after all.
    pub fn remove(&mut self, paper: &str) {
        self.entries.remove(paper);
    }
}

impl Making {
    fn facts(&self) -> [(&'static str, &str); 6] {
        let Self { pdf, data, template, fonts, program, version } = self;
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

fn entry(paper: &str, facts: &BTreeMap<&str, &str>) -> Option<Entry> {
    let text = |key: &str| facts.get(key).map(|value| (*value).to_owned());
    let hash = |key: &str| text(key).filter(|word| word.len() == 64 && word.bytes().all(|b| b.is_ascii_hexdigit()));
    let (year, month, day) = date_parts(facts.get("ngay")?)?;
    let made = match *facts.get("trang_thai")? {
        BEING_ISSUED if facts.len() == 4 => None,
        DONE if facts.len() == 10 => Some(Making {
            pdf: hash("pdf_sha256")?,
            data: hash("du_lieu_sha256")?,
            template: hash("ban_mau_sha256")?,
            fonts: hash("phong_chu_sha256")?,
            program: text("chuong_trinh")?,
            version: text("hoso")?,
        }),
        _ => return None,
    };
    let day = NaiveDate::from_ymd_opt(year, month, day)?;
    Some(Entry { paper: paper.to_owned(), number: text("so")?, symbol: text("ky_hieu")?, day, made })
}

/// Whether a line is the place of a paper.
fn is_place(line: &str) -> bool {
    let sound = |part: &str| {
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
    };
    line.split('/').all(sound)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn lock() -> Lock {
        let mut lock = Lock::default();
        let day = NaiveDate::from_ymd_opt(2021, 5, 18).unwrap();
        let hash = |digit: &str| digit.repeat(64);
        let [pdf, data, template, fonts] = ["1", "2", "3", "4"].map(hash);
        let made = Making { pdf, data, template, fonts, program: "abc".into(), version: "0.1.0".into() };
        let entry = |paper: &str, made| Entry {
            paper: paper.into(),
            number: "15".into(),
            symbol: "TTr-UBND".into(),
            day,
            made,
        };
        lock.put(entry("thon-dong/to_trinh", None));
        lock.put(entry("long-thuy/to_trinh", Some(made)));
        lock
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = lock().text();
        insta::assert_snapshot!(text);
        let read = Lock::read(&text).unwrap();
        assert_eq!(read.iter().collect::<Vec<_>>(), lock().iter().collect::<Vec<_>>());
        assert_eq!(read.text(), text);
        assert_eq!(Lock::read(&text.replace('\n', "\r\n")).unwrap().text(), text);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines.get(read.line("thon-dong/to_trinh") - 1), Some(&"thon-dong/to_trinh"));
        assert_eq!(Lock::read("").unwrap(), Lock::default());
    }

    /// A line deleted, doubled, edited or left by a merge.
    #[test]
    fn a_lock_is_read_in_full_or_not_at_all() {
        let text = lock().text();
        let fault = |text: &str| Lock::read(text).map(|_| ()).unwrap_err();
        for (n, line) in text.lines().enumerate().filter(|(_, line)| line.starts_with("  ")) {
            let without: String =
                text.lines().enumerate().filter(|(m, _)| *m != n).map(|(_, l)| format!("{l}\n")).collect();
            assert!(Lock::read(&without).is_err(), "{line}");
        }
        for (from, to) in
            [("1111", "111x"), ("da_cap", "huy"), ("2021-05-18", "2021-02-30"), ("thon-dong", "../thon-dong")]
        {
            assert!(Lock::read(&text.replacen(from, to, 1)).is_err(), "{from}");
        }
        assert_eq!(fault("<<<<<<< HEAD\n").message, "`<<<<<<< HEAD` không phải là một văn bản");
        assert_eq!(fault(&format!("{text}\nlong-thuy/to_trinh\n  so: 1\n")).line, 21);
        assert!(fault(&text.replace("thon-dong", "long-thuy")).message.contains("có hai mục"));
    }
}
