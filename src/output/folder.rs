//! A campaign's folder below the output: what an earlier build left there, and what may be written over.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::manifest::Title;
use super::write::{self, Standing, WriteError, Wrote};
use super::{Made, OLD, Status};
use crate::finding::{Finding, Place};
use crate::record::load::shown;

/// Name of the file that lists what is there.
pub(super) const MANIFEST: &str = "manifest.json";
/// Name endings of what this program writes beside the manifest, and what every such file of ours holds. That a
/// manifest lists a path proves nothing: somebody may have put another file there.
const MARKS: [(&str, &[u8]); 3] =
    [(".pdf", b"/Creator(hoso "), (".typ", b"// hoso "), (".the-thuc.json", b"\"hoso\": \"")];
/// What ends a PDF; what is appended to it later (a signature) ends in another.
const END: &[u8] = b"startxref";

/// Where a campaign's papers go. The output folder may be a link, since its owner chose it; nothing below may.
#[derive(Debug)]
pub struct Folder {
    output: PathBuf,
    campaign: String,
    /// Papers that the manifest of an earlier build names.
    listed: BTreeSet<String>,
    /// Whose papers that manifest says they are.
    of: Option<Title>,
    /// Whether there is a manifest, or nothing in its place.
    manifest_is_ours: bool,
}

impl Folder {
    /// Looks at what is there.
    pub fn open(output: &Path, campaign: &str) -> Self {
        let mut folder = Self {
            output: output.to_owned(),
            campaign: campaign.to_owned(),
            listed: BTreeSet::new(),
            of: None,
            manifest_is_ours: true,
        };
        if let Some(bytes) = read(&folder.path(MANIFEST)) {
            match super::manifest::listed(&bytes) {
                Some(listed) => (folder.listed, folder.of) = (listed, super::manifest::title(&bytes)),
                None => folder.manifest_is_ours = false,
            }
        }
        folder
    }

    /// Whether the campaign's folder is one, or can be made.
    ///
    /// # Errors
    /// A link or a file stands in its place: no paper can be written then.
    pub fn refuse_in_place(&self) -> Result<(), WriteError> {
        write::refuse_in_place(&self.output, Path::new(&self.campaign))
    }

    /// Whether the papers that are there are of this campaign, as far as the manifest of an earlier build tells.
    ///
    /// # Errors
    /// They are of another one, whose folder has the same name.
    pub fn refuse_other(&self, title: &Title) -> Result<(), WriteError> {
        match &self.of {
            Some(of) if !of.is_same(title) => {
                Err(WriteError::OtherCampaign { path: self.path("").display().to_string(), name: of.name.clone() })
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
        let cut_short = || read(&self.path(MANIFEST)).is_some_and(|old| bytes.starts_with(&old));
        let is_ours = || self.manifest_is_ours || cut_short();
        self.put(MANIFEST, bytes, &|| if is_ours() { Standing::Ours } else { Standing::Foreign })
    }

    fn put(&self, relative: &str, bytes: &[u8], standing: &dyn Fn() -> Standing) -> Result<Wrote, WriteError> {
        write::write_if_changed(&self.output, &Path::new(&self.campaign).join(relative), bytes, standing)
    }

    /// Removes what a build that was killed left in the folders that are now written to.
    pub(super) fn sweep<'p>(&self, paths: impl Iterator<Item = &'p str>) {
        let parent = |path: &str| path.rsplit_once('/').map_or(String::new(), |(parent, _)| parent.to_owned());
        let folders: BTreeSet<String> = paths.map(parent).chain([String::new()]).collect();
        for folder in folders {
            write::sweep(&self.output, &Path::new(&self.campaign).join(folder));
        }
    }

    /// Papers of earlier builds that are still there though this build has not made them.
    pub(super) fn left_over(&self, made: &[Made]) -> Vec<&str> {
        let current: BTreeSet<&str> =
            made.iter().filter(|m| m.status != Status::Failed).map(|m| m.document.path.as_str()).collect();
        let is_there = |path: &&str| self.path(path).symlink_metadata().is_ok_and(|meta| meta.is_file());
        self.listed.iter().map(String::as_str).filter(|path| !current.contains(path)).filter(is_there).collect()
    }

    /// What is to be said of these papers: nobody should send one out for today's. Nothing is known of those of `lost`
    /// units, whose files could not be read, and what stands in a paper's way has been told.
    pub fn old_papers(&self, made: &[Made], lost: &[&str]) -> Vec<Finding> {
        let is_lost = |path: &&str| path.split('/').next().is_some_and(|unit| lost.contains(&unit));
        let is_told = |path: &&str| made.iter().any(|m| m.unwritable && m.document.path == *path);
        let finding = |path: &str| {
            let document = made.iter().map(|m| &m.document).find(|document| document.path == path);
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
        let left_over = self.left_over(made).into_iter();
        left_over.filter(|path| !is_lost(path) && !is_told(path)).map(finding).collect()
    }
}

/// What the file at a path is that holds other bytes than those to be written.
fn standing(relative: &str, old: Option<&[u8]>, bytes: &[u8]) -> Standing {
    let mark = MARKS.iter().find(|(ending, _)| relative.ends_with(ending)).map(|(_, mark)| *mark);
    // What cannot be read, nobody can tell whose it is.
    let Some((old, mark)) = old.zip(mark) else { return Standing::Foreign };
    // A file that was cut short, or is empty, holds nothing that could be lost where all it has is written anew.
    if bytes.starts_with(old) {
        return Standing::Ours;
    }
    let ours = old.windows(mark.len()).any(|window| window == mark);
    match (ours, has_more(old)) {
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
