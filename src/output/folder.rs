//! A campaign's folder below the output: what an earlier build left there, and what may be written over.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::write::{self, WriteError, Wrote};
use super::{Made, OLD, Status};
use crate::finding::{Finding, Place};
use crate::record::load::shown;

/// Name of the file that lists what is there.
pub(super) const MANIFEST: &str = "manifest.json";
/// What the engine writes into every PDF.
const MARK: &[u8] = b"/Creator(hoso ";

/// Where a campaign's papers go. The output folder may be a link, since its owner chose it; nothing below may.
#[derive(Debug)]
pub struct Folder {
    output: PathBuf,
    campaign: String,
    /// Papers that the manifest of an earlier build names.
    listed: BTreeSet<String>,
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
            manifest_is_ours: true,
        };
        if let Some(bytes) = read(&folder.path(MANIFEST)) {
            match super::manifest::listed(&bytes) {
                Some(listed) => folder.listed = listed,
                None => folder.manifest_is_ours = false,
            }
        }
        folder
    }

    /// Where a file of the campaign lies.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.output.join(&self.campaign).join(relative)
    }

    /// Writes a PDF, unless a file is in its place that is not ours.
    pub(super) fn write_pdf(&self, relative: &str, bytes: &[u8]) -> Result<Wrote, WriteError> {
        self.write(relative, bytes, &|| self.is_ours(relative))
    }

    /// Writes what accompanies a PDF, which was ours before or not there.
    pub(super) fn write_beside(&self, relative: &str, bytes: &[u8], pdf_was_ours: bool) -> Result<Wrote, WriteError> {
        self.write(relative, bytes, &|| pdf_was_ours)
    }

    pub(super) fn write_manifest(&self, bytes: &[u8]) -> Result<Wrote, WriteError> {
        self.write(MANIFEST, bytes, &|| self.manifest_is_ours)
    }

    fn write(&self, relative: &str, bytes: &[u8], ours: &dyn Fn() -> bool) -> Result<Wrote, WriteError> {
        write::write_if_changed(&self.output, &Path::new(&self.campaign).join(relative), bytes, ours)
    }

    /// Whether the PDF at a path was made by this program: an earlier manifest lists it, or it says so itself.
    pub(super) fn is_ours(&self, relative: &str) -> bool {
        let marked =
            || fs::read(self.path(relative)).is_ok_and(|bytes| bytes.windows(MARK.len()).any(|window| window == MARK));
        self.listed.contains(relative) || marked()
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

    /// What is to be said of these papers: nobody should send one out for today's.
    pub fn old_papers(&self, made: &[Made]) -> Vec<Finding> {
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
        self.left_over(made).into_iter().map(finding).collect()
    }
}

/// The bytes of a regular file: a device might never end.
fn read(path: &Path) -> Option<Vec<u8>> {
    path.symlink_metadata().ok().filter(std::fs::Metadata::is_file)?;
    fs::read(path).ok()
}
