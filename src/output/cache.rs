//! What earlier builds made, so that a paper whose making would give the same bytes is not made again.
//!
//! Nothing depends on it but time: a line that cannot be read, or a file that is not as it was left, only means that the
//! paper is made once more.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::time::UNIX_EPOCH;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use super::folder::{Folder, MANIFEST};
use super::{Made, Options};
use crate::finding::Kept;

/// Name of the file; the first line says how it is written.
pub(super) const CACHE: &str = ".hoso-cache";
const FORM: &str = "hoso-cache 3";

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
    /// Code of the unit.
    pub unit: Option<String>,
    /// Kind of paper.
    pub kind: String,
    /// Code of the nominee.
    pub nominee: Option<String>,
    /// Path below the campaign's folder.
    pub path: String,
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
    fn line(&self) -> String {
        let Self { unit, kind, nominee, path, fingerprint, sha256, pages, files } = self;
        let [unit, nominee] = [unit, nominee].map(|code| code.as_deref().unwrap_or_default());
        let mut line = format!("{path}\t{unit}\t{kind}\t{nominee}\t{fingerprint}\t{sha256}\t{pages}");
        for (ending, Stamp { size, time }) in files {
            // Writing to a string does not fail.
            let _ = write!(line, "\t{ending}\t{size}\t{time}");
        }
        line
    }

    fn read(line: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let mut text = || parts.next().map(str::to_owned);
        let code = |text: String| Some(text).filter(|text| !text.is_empty());
        let (path, unit, kind, nominee) = (text()?, text()?, text()?, text()?);
        let (fingerprint, sha256, pages) = (text()?, text()?, text()?.parse().ok()?);
        let mut files = BTreeMap::new();
        while let Some(ending) = text() {
            files.insert(ending, Stamp { size: text()?.parse().ok()?, time: text()?.parse().ok()? });
        }
        Some(Self { unit: code(unit), kind, nominee: code(nominee), path, fingerprint, sha256, pages, files })
    }

    /// Whether the files of these endings are there as they were left.
    fn is_as_left(&self, folder: &Folder, endings: &[&str]) -> bool {
        let stem = self.path.trim_end_matches(".pdf");
        endings.iter().all(|ending| {
            let left = self.files.get(*ending);
            left.is_some() && Stamp::of(&folder.path(&format!("{stem}{ending}"))).as_ref() == left
        })
    }
}

/// A campaign of which the last build made all papers, and nothing was to be said of any.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Whole {
    /// What all of it comes from.
    inputs: String,
    /// The list of its papers as it was left.
    manifest: Stamp,
    /// What was to be said of the records.
    findings: Vec<Kept>,
}

impl Whole {
    /// Two lines of the file.
    fn text(&self) -> Option<String> {
        let Self { inputs, manifest: Stamp { size, time }, findings } = self;
        Some(format!("{inputs}\t{size}\t{time}\n{}", serde_json::to_string(findings).ok()?))
    }

    fn read(line: &str, findings: &str) -> Option<Self> {
        let mut parts = line.split('\t');
        let mut next = || parts.next().filter(|text| !text.is_empty());
        let inputs = next()?.to_owned();
        let manifest = Stamp { size: next()?.parse().ok()?, time: next()?.parse().ok()? };
        Some(Self { inputs, manifest, findings: serde_json::from_str(findings).ok()? })
    }
}

/// What the last builds made, in the order of the papers.
#[derive(Debug, Default)]
pub struct Cache {
    whole: Option<Whole>,
    entries: Vec<Entry>,
    places: HashMap<String, usize>,
}

impl Cache {
    /// What the last build left in a folder.
    pub fn read(folder: &Folder) -> Self {
        let text = fs::read_to_string(folder.path(CACHE)).unwrap_or_default();
        let mut lines = text.lines();
        if lines.next() != Some(FORM) {
            return Self::default();
        }
        let whole = Whole::read(lines.next().unwrap_or_default(), lines.next().unwrap_or_default());
        let mut cache = Self { whole, ..Self::default() };
        lines.filter_map(Entry::read).for_each(|entry| cache.add(entry));
        cache
    }

    fn add(&mut self, entry: Entry) {
        match self.places.get(&entry.path).and_then(|place| self.entries.get_mut(*place)) {
            Some(known) => *known = entry,
            None => {
                self.places.insert(entry.path.clone(), self.entries.len());
                self.entries.push(entry);
            }
        }
    }

    /// The entry of a paper that need not be made again: all is as it was, and the files asked for are there.
    pub fn fresh(&self, folder: &Folder, path: &str, fingerprint: &str, endings: &[&str]) -> Option<&Entry> {
        let entry = self.places.get(path).and_then(|place| self.entries.get(*place))?;
        (entry.fingerprint == fingerprint && entry.is_as_left(folder, endings)).then_some(entry)
    }

    /// All papers of the campaign and what was to be said of its records, where the last build made all of them from these
    /// very `inputs`, nothing was to be said of any, they lie there as they were left and `found` holds no other: then there
    /// is nothing to read, to judge or to make.
    pub fn as_left(
        &self,
        folder: &Folder,
        inputs: &str,
        found: &BTreeSet<String>,
        options: Options,
    ) -> Option<(&[Entry], &[Kept])> {
        let whole = self.whole.as_ref()?;
        let is_same = whole.inputs == inputs && Stamp::of(&folder.path(MANIFEST)).as_ref() == Some(&whole.manifest);
        let known = || found.iter().all(|path| self.places.contains_key(path));
        let endings = options.endings();
        let as_left = || self.entries.par_iter().all(|entry| entry.is_as_left(folder, &endings));
        (is_same && known() && as_left()).then_some((self.entries.as_slice(), whole.findings.as_slice()))
    }

    /// Notes for the next build what this one made. `whole` are the inputs of a build of all papers about which there was
    /// nothing to say, and what was to be said of the records; after a build of some papers what is known of the others
    /// stays.
    pub fn remember(self, folder: &Folder, made: &[Made], whole: Option<(String, Vec<Kept>)>, options: Options) {
        let mut cache = if options.whole { Self::default() } else { self };
        cache.whole = whole.and_then(|(inputs, findings)| {
            Some(Whole { inputs, manifest: Stamp::of(&folder.path(MANIFEST))?, findings })
        });
        made.iter().filter_map(|one| one.entry.clone()).for_each(|entry| cache.add(entry));
        folder.write_cache(cache.text().as_bytes());
    }

    fn text(&self) -> String {
        let whole = self.whole.as_ref().and_then(Whole::text).unwrap_or_else(|| "\n".to_owned());
        let lines = self.entries.iter().map(Entry::line);
        [FORM.to_owned(), whole].into_iter().chain(lines).fold(String::new(), |text, line| text + &line + "\n")
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use super::*;
    use crate::finding::Finding;

    fn entry(folder: &Folder, path: &str) -> Entry {
        fs::create_dir_all(folder.path("y-te")).unwrap();
        fs::write(folder.path(path), path).unwrap();
        let files = [(".pdf".to_owned(), Stamp::of(&folder.path(path)).unwrap())].into();
        let [fingerprint, sha256, kind] = ["f", "s", "to_trinh"].map(str::to_owned);
        Entry {
            unit: Some("y-te".into()),
            kind,
            nominee: None,
            path: path.into(),
            fingerprint,
            sha256,
            pages: 2,
            files,
        }
    }

    fn whole() -> Whole {
        let said = Finding::new(&super::super::OLD, "tệp cũ\tở đây");
        Whole {
            inputs: "inputs".into(),
            manifest: Stamp { size: 3, time: 4 },
            findings: Kept::of(&said).into_iter().collect(),
        }
    }

    fn folder() -> (tempfile::TempDir, Folder) {
        let root = tempfile::tempdir().unwrap();
        let folder = Folder::new(root.path(), "phong-trao");
        (root, folder)
    }

    #[test]
    fn what_is_written_is_read_again() {
        let (_root, folder) = folder();
        let mut cache = Cache::default();
        ["y-te/b.pdf", "y-te/a.pdf"].iter().for_each(|path| cache.add(entry(&folder, path)));
        cache.whole = Some(whole());
        folder.write_cache(cache.text().as_bytes());
        let again = Cache::read(&folder);
        assert_eq!((&again.whole, &again.entries), (&cache.whole, &cache.entries));
        assert!(again.fresh(&folder, "y-te/a.pdf", "f", &[".pdf"]).is_some());
        assert!(again.fresh(&folder, "y-te/a.pdf", "another", &[".pdf"]).is_none());
        assert!(again.fresh(&folder, "y-te/a.pdf", "f", &[".pdf", ".typ"]).is_none());
    }

    /// Cut anywhere, or with any line spoilt, it is only shorter.
    #[test]
    fn what_cannot_be_read_is_forgotten() {
        let (_root, folder) = folder();
        let mut cache = Cache::default();
        cache.add(entry(&folder, "y-te/a.pdf"));
        cache.whole = Some(whole());
        let text = cache.text();
        for end in 0..text.len() {
            fs::write(folder.path(CACHE), &text.as_bytes()[..end]).unwrap();
            assert!(Cache::read(&folder).entries.len() <= 1);
        }
        for garbage in ["", "\0\0", "hoso-cache 1\na\tb", "hoso-cache 3\n\t\t\n[\n\t\t\t\t\n-\t-1\n"] {
            fs::write(folder.path(CACHE), garbage).unwrap();
            assert!(Cache::read(&folder).entries.is_empty(), "{garbage:?}");
        }
    }

    #[test]
    fn papers_are_left_alone_only_as_they_were_left() {
        let (_root, folder) = folder();
        let written = || {
            let mut cache = Cache::default();
            ["y-te/a.pdf", "y-te/b.pdf"].iter().for_each(|path| cache.add(entry(&folder, path)));
            fs::write(folder.path(MANIFEST), "{}").unwrap();
            cache.whole = Some(Whole { manifest: Stamp::of(&folder.path(MANIFEST)).unwrap(), ..whole() });
            folder.write_cache(cache.text().as_bytes());
        };
        let found: BTreeSet<String> = ["y-te/a.pdf", "y-te/b.pdf"].map(str::to_owned).into();
        let left = |inputs: &str, found| {
            let cache = Cache::read(&folder);
            cache.as_left(&folder, inputs, found, Options::default()).map(|(entries, said)| entries.len() + said.len())
        };
        written();
        // Two papers and one finding.
        assert_eq!(left("inputs", &found), Some(3));
        assert_eq!(left("others", &found), None);
        let more = found.iter().cloned().chain(["y-te/c.pdf".to_owned()]).collect();
        assert_eq!(left("inputs", &more), None);
        fs::write(folder.path("y-te/a.pdf"), "longer than it was").unwrap();
        assert_eq!(left("inputs", &found), None);
        written();
        fs::remove_file(folder.path(MANIFEST)).unwrap();
        assert_eq!(left("inputs", &found), None);
        written();
        Cache::read(&folder).remember(&folder, &[], None, Options::default());
        assert_eq!(left("inputs", &found), None);
    }
}
