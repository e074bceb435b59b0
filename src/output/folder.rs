//! A campaign's folder below the output: what an earlier build left there, and what may be written over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::cache::CACHE;
use super::manifest::Title;
use super::write::{self, Standing, WriteError, Wrote};
use super::{Made, OLD, Status};
use crate::digest::sha256;
use crate::finding::{Finding, Place};
use crate::record::load::shown;

/// Name of the file that lists what is there.
pub(super) const MANIFEST: &str = "manifest.json";
/// Name of the file that a build locks while it writes.
const LOCK: &str = ".hoso-lock";
/// What every PDF of this program holds.
pub const PDF_MARK: &[u8] = b"/Creator(hoso ";
/// Name endings of what this program writes beside the manifest, and what every such file of ours holds.
const MARKS: [(&str, &[u8]); 3] = [(".pdf", PDF_MARK), (".typ", b"// hoso "), (".the-thuc.json", b"\"hoso\": \"")];
/// What ends a PDF; what is appended to it later (a signature) ends in another.
const END: &[u8] = b"startxref";

/// Where a campaign's papers go. The output folder may be a link, since its owner chose it; nothing below may.
#[derive(Debug)]
pub struct Folder {
    output: PathBuf,
    campaign: String,
    issued: BTreeMap<String, String>,
}

/// Held while a build writes into a campaign's folder; given back when dropped, and by the system when the program dies.
#[derive(Debug)]
pub struct Turn(#[allow(dead_code, reason = "held, never read")] Option<File>);

impl Folder {
    /// The folder of a campaign.
    pub fn new(output: &Path, campaign: &str) -> Self {
        Self { output: output.to_owned(), campaign: campaign.to_owned(), issued: BTreeMap::new() }
    }

    /// Keeps what has been issued: of each path the SHA-256 that its file has and keeps.
    #[must_use]
    pub fn keeping(mut self, issued: BTreeMap<String, String>) -> Self {
        self.issued = issued;
        self
    }

    /// The SHA-256 of a paper that has been issued.
    pub fn issued(&self, path: &str) -> Option<&str> {
        self.issued.get(path).map(String::as_str)
    }

    /// Whether the file of an issued paper is there as it was issued, with whatever is appended to it.
    pub(super) fn holds_issued(&self, path: &str) -> bool {
        let whole = read(&self.path(path)).map(|bytes| sha256(crate::output::first_writing(&bytes)));
        whole.as_deref() == self.issued(path)
    }

    /// Code of the campaign.
    pub fn campaign(&self) -> &str {
        &self.campaign
    }

    /// Whether an earlier build left notes here.
    pub fn has_cache(&self) -> bool {
        self.path(CACHE).symlink_metadata().is_ok()
    }

    /// Waits for the turn to write. `waiting` is called where another build has it. A folder that cannot be locked is used
    /// all the same: what cannot be written is then said of each paper.
    pub fn turn(&self, waiting: impl FnOnce()) -> Turn {
        let open = || {
            fs::create_dir_all(self.path("")).ok()?;
            let path = self.path(LOCK);
            // Opening a link would make the file that it leads to.
            let plain = path.symlink_metadata().map_or(true, |meta| meta.is_file());
            plain.then(|| File::options().create(true).truncate(false).write(true).open(path).ok()).flatten()
        };
        let file = open();
        if let Some(file) = &file
            && matches!(file.try_lock(), Err(TryLockError::WouldBlock))
        {
            waiting();
            // Where that fails there are no locks to be had.
            let _ = file.lock();
        }
        Turn(file)
    }

    /// Makes the campaign's folder, unless it is there.
    ///
    /// # Errors
    /// A link or a file stands in its place, or the system refuses: no paper can be written then.
    pub fn make(&self) -> Result<(), WriteError> {
        write::make_folder(&self.output, Path::new(&self.campaign))
    }

    /// Whether the papers that are there are of this campaign, as far as the manifest of an earlier build tells.
    ///
    /// # Errors
    /// They are of another one, whose folder has the same name.
    pub fn refuse_other(&self, title: &Title) -> Result<(), WriteError> {
        let of = read(&self.path(MANIFEST)).and_then(|bytes| super::manifest::title(&bytes));
        match of {
            Some(of) if !of.is_same(title) => {
                Err(WriteError::OtherCampaign { path: self.path("").display().to_string(), name: of.name })
            }
            _ => Ok(()),
        }
    }

    /// Where a file of the campaign lies.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.output.join(&self.campaign).join(relative)
    }

    /// Writes a paper or what accompanies it, unless a file is in its place that is not ours or that somebody signed.
    pub(super) fn write(&self, relative: &str, bytes: &[u8]) -> Result<Wrote, WriteError> {
        self.put(relative, bytes, &|| standing(relative, read(&self.path(relative)).as_deref(), bytes))
    }

    pub(super) fn write_manifest(&self, bytes: &[u8]) -> Result<Wrote, WriteError> {
        // A file that was cut short holds nothing that could be lost where all it has is written anew.
        let is_ours =
            || read(&self.path(MANIFEST)).is_some_and(|old| super::manifest::is_ours(&old) || bytes.starts_with(&old));
        self.put(MANIFEST, bytes, &|| if is_ours() { Standing::Ours } else { Standing::Foreign })
    }

    /// Notes for the next build; where that cannot be, it only takes longer.
    pub(super) fn write_cache(&self, bytes: &[u8]) {
        let _ = self.put(CACHE, bytes, &|| Standing::Ours);
    }

    fn put(&self, relative: &str, bytes: &[u8], standing: &dyn Fn() -> Standing) -> Result<Wrote, WriteError> {
        write::write_if_changed(&self.output, &Path::new(&self.campaign).join(relative), bytes, standing)
    }

    /// Sets the file of an issued paper aside, from one place to another (both without ending): with whatever is appended to
    /// it, and only where it is the file of that SHA-256. One that was set aside before, or is not there, is none to move.
    ///
    /// # Errors
    /// The system refuses.
    pub fn set_aside(&self, from: &str, to: &str, sha256_of_it: &str) -> Result<(), WriteError> {
        let (from, to) = (self.path(&format!("{from}.pdf")), self.path(&format!("{to}.pdf")));
        let is_it = || read(&from).is_some_and(|bytes| sha256(crate::output::first_writing(&bytes)) == sha256_of_it);
        match to.symlink_metadata().is_err() && is_it() {
            true => write::rename(&from, &to),
            false => Ok(()),
        }
    }

    /// Brings a file back that was set aside. What a build wrote in its place meanwhile gives way, if it is ours.
    ///
    /// # Errors
    /// Somebody else's file stands there, or the system refuses.
    pub fn bring_back(&self, from: &str, to: &str) -> Result<(), WriteError> {
        let name = format!("{to}.pdf");
        let (from, to) = (self.path(&format!("{from}.pdf")), self.path(&name));
        if from.symlink_metadata().is_err() {
            return Ok(());
        }
        if to.symlink_metadata().is_ok() && standing(&name, read(&to).as_deref(), &[]) != Standing::Ours {
            return Err(WriteError::Foreign { path: shown(&to) });
        }
        write::rename(&from, &to)
    }

    /// Removes what a build that was killed left, and tells the PDF files that lie there, by their paths below the
    /// campaign's folder.
    pub fn sweep(&self) -> BTreeSet<String> {
        let root = self.path("");
        let mut found = BTreeSet::new();
        for entry in WalkDir::new(&root).min_depth(1).max_depth(2).follow_links(false).into_iter().flatten() {
            let name = entry.file_name().to_string_lossy();
            if !entry.file_type().is_file() {
                continue;
            }
            if write::is_temporary(&name) {
                // One that cannot be removed does no harm.
                let _ = fs::remove_file(entry.path());
            } else if name.ends_with(".pdf") {
                found.extend(entry.path().strip_prefix(&root).ok().map(shown));
            }
        }
        found
    }

    /// What is to be said of papers of earlier builds among those `found`: nobody should send one out for today's. Nothing
    /// is known of those of `lost` units, whose files could not be read, and what stands in a paper's way has been told.
    pub fn old_papers(&self, found: &BTreeSet<String>, made: &[Made], lost: &[&str]) -> Vec<Finding> {
        let planned: BTreeMap<&str, &Made> = made.iter().map(|m| (m.document.path.as_str(), m)).collect();
        let is_lost = |path: &str| path.split('/').next().is_some_and(|unit| lost.contains(&unit));
        let is_current = |path: &str| planned.get(path).is_some_and(|m| m.status != Status::Failed || m.unwritable);
        let finding = |path: &String| {
            let document = planned.get(path.as_str()).map(|m| &m.document);
            let message = match document {
                Some(_) => {
                    "lần này chưa lập được văn bản này; tệp đang có là của lần lập trước, không theo bản ghi hiện tại"
                }
                None => "tệp này còn lại từ lần lập trước; theo bản ghi hiện tại không còn lập văn bản này",
            };
            let mut finding = Finding::new(&OLD, message).at(Place::file(shown(&self.path(path))));
            finding.unit = document.and_then(|document| document.unit.clone());
            finding.paper = document.map(|document| document.name.clone());
            finding
        };
        // What has been issued stays, whatever the records make today.
        let is_issued = |path: &str| self.issued(path).is_some();
        let old = found.iter().filter(|path| !is_lost(path) && !is_current(path) && !is_issued(path));
        old.filter(|path| self.holds_paper(path)).map(finding).collect()
    }

    /// Whether a PDF file is one that this program made, with nothing appended: signed copies are their owner's.
    fn holds_paper(&self, path: &str) -> bool {
        read(&self.path(path)).is_some_and(|bytes| is_marked(path, &bytes) && !has_more(&bytes))
    }
}

/// Whether a file holds our mark.
fn is_marked(path: &str, bytes: &[u8]) -> bool {
    let mark = MARKS.iter().find(|(ending, _)| path.ends_with(ending)).map(|(_, mark)| *mark);
    mark.is_some_and(|mark| bytes.windows(mark.len()).any(|window| window == mark))
}

/// What the file at a path is that holds other bytes than those to be written.
fn standing(relative: &str, old: Option<&[u8]>, bytes: &[u8]) -> Standing {
    // What cannot be read, nobody can tell whose it is.
    let Some(old) = old else { return Standing::Foreign };
    // A file that was cut short, or is empty, holds nothing that could be lost where all it has is written anew.
    if bytes.starts_with(old) {
        return Standing::Ours;
    }
    match (is_marked(relative, old), has_more(old)) {
        (false, _) => Standing::Foreign,
        (true, false) => Standing::Ours,
        (true, true) if old.starts_with(bytes) => Standing::Signed,
        (true, true) => Standing::SignedOther,
    }
}

/// Whether something stands behind the end of a PDF: `startxref`, a number, `%%EOF`. Other files have no such end.
fn has_more(bytes: &[u8]) -> bool {
    let end = bytes.windows(END.len()).position(|window| window == END);
    let Some(tail) = end.and_then(|at| bytes.get(at + END.len()..)) else { return false };
    let is_blank = |byte: &u8| byte.is_ascii_whitespace() || byte.is_ascii_digit();
    let rest = tail.iter().position(|byte| !is_blank(byte)).and_then(|at| tail.get(at..)).unwrap_or_default();
    rest.strip_prefix(b"%%EOF").is_none_or(|rest| !rest.trim_ascii().is_empty())
}

/// The bytes of a regular file: a device might never end.
fn read(path: &Path) -> Option<Vec<u8>> {
    path.symlink_metadata().ok().filter(std::fs::Metadata::is_file)?;
    fs::read(path).ok()
}
