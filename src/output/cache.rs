//! What earlier builds made, so that a paper whose making would give the same bytes is not made again.
//!
//! Nothing depends on it but time: a line that cannot be read, or a file that is not as it was left, only means that the
//! paper is made once more.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use super::folder::Folder;

/// Name of the file; the first line says how it is written.
pub(super) const CACHE: &str = ".hoso-cache";
const FORM: &str = "hoso-cache 1";

/// How a file was left: size in bytes and time of the last change in nanoseconds of the system's clock. Only compared with
/// itself; no paper and no list depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp {
    size: u64,
    time: u128,
}

impl Stamp {
    /// Of a regular file; none of anything else.
    pub(super) fn of(path: &Path) -> Option<Self> {
        let meta = path.symlink_metadata().ok().filter(fs::Metadata::is_file)?;
        let time = meta.modified().ok()?.duration_since(UNIX_EPOCH).ok()?.as_nanos();
        Some(Self { size: meta.len(), time })
    }
}

/// A paper that was made, and about which there was nothing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it was made from.
    pub fingerprint: String,
    /// SHA-256 of the bytes in hexadecimal.
    pub sha256: String,
    /// Pages.
    pub pages: usize,
    /// Each file that was written, by the ending of its name.
    pub files: BTreeMap<String, Stamp>,
}

impl Entry {
    fn line(&self, path: &str) -> String {
        let Self { fingerprint, sha256, pages, files } = self;
        let mut line = format!("{path}\t{fingerprint}\t{sha256}\t{pages}");
        for (ending, Stamp { size, time }) in files {
            // Writing to a string does not fail.
            let _ = write!(line, "\t{ending}\t{size}\t{time}");
        }
        line
    }

    fn read(line: &str) -> Option<(String, Self)> {
        let mut parts = line.split('\t');
        let mut text = || parts.next().map(str::to_owned);
        let (path, fingerprint, sha256) = (text()?, text()?, text()?);
        let pages = text()?.parse().ok()?;
        let mut files = BTreeMap::new();
        while let Some(ending) = text() {
            files.insert(ending, Stamp { size: text()?.parse().ok()?, time: text()?.parse().ok()? });
        }
        Some((path, Self { fingerprint, sha256, pages, files }))
    }
}

/// Entries by the path of the paper below the campaign's folder.
#[derive(Debug, Default)]
pub struct Cache(BTreeMap<String, Entry>);

impl Cache {
    /// What the last build left in a folder.
    pub(super) fn read(folder: &Folder) -> Self {
        let text = fs::read_to_string(folder.path(CACHE)).unwrap_or_default();
        let mut lines = text.lines();
        if lines.next() != Some(FORM) {
            return Self::default();
        }
        Self(lines.filter_map(Entry::read).collect())
    }

    /// The entry of a paper that need not be made again: all is as it was, and the files asked for are there.
    pub(super) fn fresh(&self, folder: &Folder, path: &str, fingerprint: &str, endings: &[&str]) -> Option<&Entry> {
        let entry = self.0.get(path).filter(|entry| entry.fingerprint == fingerprint)?;
        let stem = path.trim_end_matches(".pdf");
        let as_left = |ending: &&str| {
            let left = entry.files.get(*ending);
            left.is_some() && Stamp::of(&folder.path(&format!("{stem}{ending}"))).as_ref() == left
        };
        endings.iter().all(as_left).then_some(entry)
    }

    /// Notes what became of a paper; nothing where it must be made again next time.
    pub(super) fn note(&mut self, path: &str, entry: Option<Entry>) {
        match entry {
            Some(entry) => self.0.insert(path.to_owned(), entry),
            None => self.0.remove(path),
        };
    }

    /// Forgets all papers but these.
    pub(super) fn keep(&mut self, wanted: impl Fn(&str) -> bool) {
        self.0.retain(|path, _| wanted(path));
    }

    /// The text to be written.
    pub(super) fn text(&self) -> String {
        let lines = self.0.iter().map(|(path, entry)| entry.line(path));
        std::iter::once(FORM.to_owned()).chain(lines).fold(String::new(), |text, line| text + &line + "\n")
    }
}
