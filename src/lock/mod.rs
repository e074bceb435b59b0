//! `hoso.lock`: which papers have been issued, under which number and day, and from what they were made.
//!
//! Text, sorted, a few lines an entry with a blank line between, so that two branches merge in git. Written by the program
//! alone; one that cannot be read in full is not read at all, since a paper that is left out could be overwritten. A list of
//! all entries with a hash of each stands at its end: an entry that is gone, or was edited, is told.

mod form;
mod parts;

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use chrono::{Datelike as _, NaiveDate};

pub use form::Fault;
pub use parts::Parts;

use crate::finding::{Blocks, Finding, Place, Rule};
use crate::record::book::Book;
use crate::record::load::shown;

/// Name of the file.
pub const LOCK_FILE: &str = "hoso.lock";

/// The record makes another paper than the one that was issued.
pub static ISSUED: Rule = Rule::error("van-ban/da-cap-so")
    .fixed()
    .text(
        "Văn bản đã cấp số thì bản ghi và tệp của nó giữ nguyên như khi cấp.",
        "trả bản ghi về như khi cấp số; nội dung sai thì ban hành văn bản thay thế (`hoso issue --replace`), sai thể thức thì đính chính bằng công văn (`cong_van_dinh_chinh`)",
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
        "Văn bản được cấp số không còn chỗ chưa điền (các chữ nêu ở `chua_dien` của phong trào, hoặc có sẵn trong chua-dien.yaml; tiền thưởng, thời hạn bổ sung còn để trống).",
        "điền nốt vào bản ghi; nếu không phải chỗ chưa điền thì khai `chua_dien` của phong trào, không có chữ ấy",
    )
    .example("chua_dien: [\"…\"]   # và trích yếu: Về việc …");
/// A number that the lock keeps for another paper, or that is gone.
pub static KEPT: Rule = Rule::error("van-ban/so-khong-con")
    .fixed()
    .blocking(Blocks::Numbering)
    .text(
        "Số đã giữ cho văn bản khác, đã hủy hoặc đã mang bởi văn bản bị thay thế thì không cấp lại trong cùng dãy số và năm.",
        "lấy số khác theo sổ đăng ký văn bản đi",
    )
    .by("khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP")
    .example("(số 15 đã giữ cho tờ trình của đơn vị khác)");
/// A number is left out where the program counts.
pub static GAP: Rule = Rule::warning("van-ban/khuyet-so")
    .text(
        "Số của cơ quan do chương trình cấp (`cap_so: hoso`) liên tục trong mỗi dãy số của năm.",
        "cấp số còn thiếu, hoặc ghi nhận là số hủy bằng `hoso issue --void`",
    )
    .by("khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP")
    .example("(đã cấp số 01 và 03, không có số 02)");
/// The rules about what has been issued.
pub static RULES: &[&Rule] = &[&ISSUED, &UNREADABLE, &UNFINISHED, &KEPT, &GAP];

/// How it stands with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// It is kept for a paper.
    Reserved,
    /// A paper is being given it.
    Issuing,
    /// A paper has it.
    Issued,
    /// The paper that has it was withdrawn.
    Withdrawn,
    /// Another paper of the same kind stands in the place of the one that has it.
    Replaced,
    /// No paper will have it.
    Void,
}

impl State {
    const ALL: [(Self, &str); 6] = [
        (Self::Reserved, "giu_so"),
        (Self::Issuing, "dang_cap"),
        (Self::Issued, "da_cap"),
        (Self::Withdrawn, "thu_hoi"),
        (Self::Replaced, "bi_thay_the"),
        (Self::Void, "da_huy"),
    ];

    /// The word in the file.
    pub fn word(self) -> &'static str {
        Self::ALL.iter().find(|(state, _)| *state == self).map_or("", |(_, word)| word)
    }

    fn of(word: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, own)| *own == word).map(|(state, _)| *state)
    }

    /// Whether a paper was made under the number.
    pub fn has_paper(self) -> bool {
        matches!(self, Self::Issued | Self::Withdrawn | Self::Replaced)
    }

    /// The key of the day on which it came to stand so, where that is not the number's own.
    fn since(self) -> Option<&'static str> {
        match self {
            Self::Withdrawn => Some("ngay_thu_hoi"),
            Self::Replaced => Some("ngay_thay_the"),
            Self::Void => Some("ngay_huy"),
            Self::Reserved | Self::Issuing | Self::Issued => None,
        }
    }
}

/// A number, and the paper that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The paper's place below the campaign's folder, without ending; of what is over and done with, the place where its
    /// file is kept ([`Lock::former`]).
    pub paper: String,
    /// Its number, as printed.
    pub number: String,
    /// Its symbol.
    pub symbol: String,
    /// Its day; of a number that is only kept, the day from which it is.
    pub day: NaiveDate,
    /// How it stands with it.
    pub state: State,
    /// Whose number it is, and of which series, where that was known.
    pub book: Option<Book>,
    /// Kind and subject of the paper, for the register.
    pub subject: Option<String>,
    /// Who signs it.
    pub signer: Option<String>,
    /// The day from which the number was kept for the paper, where it was.
    pub reserved: Option<NaiveDate>,
    /// The entry of the paper in whose place it stands.
    pub replaces: Option<String>,
    /// What ended it; none of a number that holds.
    pub end: Option<End>,
    /// From what it was made; none where no paper was.
    pub made: Option<Making>,
    /// SHA-256 of its signed and scanned copies.
    pub signed: Vec<String>,
}

/// How a number came to hold no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct End {
    /// The day.
    pub day: NaiveDate,
    /// Number and symbol of the paper that stands in its place.
    pub by: Option<String>,
    /// Why.
    pub reason: Option<String>,
}

/// From what a paper was made, and what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Making {
    /// SHA-256 of the PDF.
    pub pdf: String,
    /// SHA-256 of the data.
    pub data: String,
    /// What the data consists of; nothing in an entry that was written before this was kept.
    pub parts: Parts,
    /// SHA-256 of the template with all that it draws on.
    pub template: String,
    /// SHA-256 of the faces.
    pub fonts: String,
    /// Fingerprint of the program's sources.
    pub program: String,
    /// Version of the program.
    pub version: String,
}

impl Entry {
    /// Number and symbol, `15/TTr-UBND`.
    pub fn title(&self) -> String {
        format!("{}/{}", self.number, self.symbol)
    }

    /// Whether it is over and done with, and only remembered.
    pub fn is_former(&self) -> bool {
        self.paper.contains(FORMER)
    }

    /// Whether the records must still make the paper as it was issued.
    pub fn is_in_force(&self) -> bool {
        !self.is_former() && matches!(self.state, State::Issued | State::Withdrawn)
    }

    /// The paper that it is or was the number of.
    pub fn of(&self) -> &str {
        self.paper.split(FORMER).next().unwrap_or_default()
    }
}

/// What stands between a paper's place and its former number: codes have no two hyphens in a row.
const FORMER: &str = "--";

/// All entries, in the order of their papers.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lock {
    entries: BTreeMap<String, (Entry, usize)>,
}

impl Lock {
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

    /// Every file of a paper that was issued: its entry, and the SHA-256 of the PDF.
    pub fn papers(&self) -> impl Iterator<Item = (&Entry, &str)> {
        self.iter().filter_map(|entry| Some((entry, entry.made.as_ref()?.pdf.as_str())))
    }

    /// Enters a paper, in place of its own entry.
    pub fn put(&mut self, entry: Entry) {
        self.entries.insert(entry.paper.clone(), (entry, 0));
    }

    /// Takes out what was not given after all.
    pub fn remove(&mut self, paper: &str) -> Option<Entry> {
        self.entries.remove(paper).map(|(entry, _)| entry)
    }

    /// A place of its own for a number of a paper that is over and done with: `long-thuy/to_trinh--15-2021`.
    pub fn former(&self, paper: &str, number: &str, day: NaiveDate) -> String {
        // Letters of a number may have marks, which no file's name needs.
        let number = crate::record::text::fold(number).replace(|c: char| !c.is_ascii_alphanumeric(), "");
        let place = format!("{paper}{FORMER}{number}-{}", day.year());
        let others = (2..).map(|n| format!("{place}-{n}"));
        std::iter::once(place.clone()).chain(others).find(|place| self.get(place).is_none()).unwrap_or(place)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests;
