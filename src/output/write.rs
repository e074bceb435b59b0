//! The one way to write a file: whole or not at all, and only where it may be.
//!
//! Knows paths and bytes; knows nothing of papers. A reader never sees half a file, an unchanged file
//! keeps its time stamp, and nothing is written through a link or outside the root.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::path::{Component, Path, PathBuf};

mod error;

pub use error::{UnsafeName, WriteError};

/// What a write came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrote {
    /// There was no such file.
    New,
    /// The file held other bytes.
    Changed,
    /// The file holds these bytes already, perhaps with a signature appended; it was not touched.
    Same,
}

/// What may be done with a file that holds other bytes than those to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It is ours: it may be replaced.
    Ours,
    /// It is the very file to be written with something appended, as a digital signature is: it stays.
    Signed,
    /// It is an earlier one of ours with something appended: nobody but its owner may throw that away.
    SignedOther,
    /// Somebody else's.
    Foreign,
}

/// Longest name, in bytes, that every common file system takes.
pub const MAX_NAME: usize = 255;

/// Whether a name can be a file's or a folder's on every system.
///
/// # Errors
/// What is wrong with the name.
///
/// ```
/// use hoso::output::write::{UnsafeName, safe_name};
/// assert!(safe_name("to_trinh.pdf").is_ok());
/// assert_eq!(safe_name("con.pdf"), Err(UnsafeName::Reserved));
/// ```
pub fn safe_name(name: &str) -> Result<(), UnsafeName> {
    if name.is_empty() || name == "." || name == ".." {
        return Err(UnsafeName::Empty);
    }
    if name.len() > MAX_NAME {
        return Err(UnsafeName::Long);
    }
    if name.chars().any(|c| c.is_control() || r#"<>:"/\|?*"#.contains(c)) {
        return Err(UnsafeName::Character);
    }
    if name.ends_with(['.', ' ']) {
        return Err(UnsafeName::Ending);
    }
    if reserved(name) { Err(UnsafeName::Reserved) } else { Ok(()) }
}

/// Windows looks at what stands before the first dot, in any case.
fn reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default().trim_end().to_lowercase();
    let numbered = |device: &str| {
        let rest = stem.strip_prefix(device);
        rest.is_some_and(|n| n.chars().count() == 1 && n.chars().all(|c| c.is_ascii_digit() || "¹²³".contains(c)))
    };
    matches!(stem.as_str(), "con" | "nul" | "aux" | "prn" | "conin$" | "conout$") || numbered("com") || numbered("lpt")
}

/// Writes `bytes` to `relative` below `root`, unless the file holds them already. A file with other bytes is
/// replaced only where `standing` says that it may be.
///
/// The root itself may be a link, because its owner chose it; below it no link is followed. Missing
/// folders are made.
///
/// # Errors
/// A sentence for the clerk; whatever stood there stands there still.
pub fn write_if_changed(
    root: &Path,
    relative: &Path,
    bytes: &[u8],
    standing: &dyn Fn() -> Standing,
) -> Result<Wrote, WriteError> {
    let target = Target::new(root, relative)?;
    target.refuse_links()?;
    let found = target.compare(bytes)?;
    if found == Wrote::Changed {
        match standing() {
            Standing::Ours => {}
            Standing::Signed => return Ok(Wrote::Same),
            Standing::SignedOther => return Err(WriteError::Signed { path: shown(&target.path) }),
            Standing::Foreign => return Err(WriteError::Foreign { path: shown(&target.path) }),
        }
    }
    if found != Wrote::Same {
        target.replace(bytes)?;
    }
    Ok(found)
}

/// Refuses an output folder that cannot be one: something else bears its name, or that of a folder on the way.
///
/// # Errors
/// A sentence for the clerk, about what stands there.
pub fn refuse_file(folder: &Path) -> Result<(), WriteError> {
    let there = folder.ancestors().find(|path| path.symlink_metadata().is_ok());
    match there.filter(|path| !path.is_dir()) {
        Some(path) => Err(WriteError::File { path: shown(path) }),
        None => Ok(()),
    }
}

/// Refuses an output in which the papers of some campaign would come to lie in the folder of its records or of another's.
///
/// # Errors
/// A sentence for the clerk, about these folders.
pub fn refuse_records(output: &Path, campaigns: &[PathBuf]) -> Result<(), WriteError> {
    let output_in_full = in_full(output);
    let target = |campaign: &Path| output_in_full.join(campaign.file_name().unwrap_or_default());
    for records in campaigns {
        let records_in_full = in_full(records);
        let among = |path: &Path| path.starts_with(&records_in_full);
        if among(&output_in_full) || campaigns.iter().any(|campaign| among(&target(&in_full(campaign)))) {
            return Err(WriteError::Records { path: shown(output), records: shown(records) });
        }
    }
    Ok(())
}

/// The path without links and detours, as far as it exists.
fn in_full(path: &Path) -> PathBuf {
    let there = path.ancestors().find_map(|ancestor| {
        let place = if ancestor.as_os_str().is_empty() { Path::new(".") } else { ancestor };
        Some((place.canonicalize().ok()?, path.strip_prefix(ancestor).ok()?))
    });
    let Some((mut full, rest)) = there else { return path.to_owned() };
    for part in rest.components() {
        match part {
            Component::ParentDir => drop(full.pop()),
            part => full.push(part),
        }
    }
    full
}

/// Makes a folder below `root`, unless it is there.
///
/// # Errors
/// A link or a file stands there, or the system refuses.
pub(super) fn make_folder(root: &Path, folder: &Path) -> Result<(), WriteError> {
    let path = root.join(folder);
    match path.symlink_metadata() {
        Ok(meta) if meta.is_symlink() => Err(WriteError::Link { path: shown(&path), link: shown(&path) }),
        Ok(meta) if !meta.is_dir() => Err(WriteError::NotAFolder { path: shown(&path), parent: shown(&path) }),
        _ => fs::create_dir_all(&path).map_err(|cause| fault(&path, cause)),
    }
}

/// Gives a file another name in its folder, in one stroke.
///
/// # Errors
/// The system refuses.
pub(super) fn rename(from: &Path, to: &Path) -> Result<(), WriteError> {
    fs::rename(from, to).map_err(|cause| fault(to, cause))?;
    #[cfg(unix)]
    let _ = to.parent().and_then(|folder| File::open(folder).ok()).map(|folder| folder.sync_all());
    Ok(())
}

/// How the names of temporary files begin; six letters or digits follow.
const TEMPORARY: &str = ".hoso-";

/// Whether a file's name is that of a temporary file, which a run that was killed may leave.
pub fn is_temporary(name: &str) -> bool {
    let rest = name.strip_prefix(TEMPORARY);
    rest.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// A checked path.
struct Target<'a> {
    root: &'a Path,
    path: PathBuf,
    names: Vec<&'a str>,
}

impl<'a> Target<'a> {
    fn new(root: &'a Path, relative: &'a Path) -> Result<Self, WriteError> {
        let path = root.join(relative);
        let outside = || WriteError::Outside { path: shown(&path) };
        let mut names = Vec::new();
        for part in relative.components() {
            let Component::Normal(name) = part else { return Err(outside()) };
            let name = name.to_str().ok_or(UnsafeName::Character);
            let fault = |fault| WriteError::Name { path: shown(&path), fault };
            let name = name.and_then(|name| safe_name(name).map(|()| name)).map_err(fault)?;
            names.push(name);
        }
        if names.is_empty() {
            return Err(outside());
        }
        Ok(Self { root, path, names })
    }

    /// No part below the root is a link, and every part but the last is a folder where it exists.
    fn refuse_links(&self) -> Result<(), WriteError> {
        let mut here = self.root.to_owned();
        for (at, name) in self.names.iter().enumerate() {
            here.push(name);
            let meta = match here.symlink_metadata() {
                Ok(meta) => meta,
                Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
                Err(error) => return Err(self.fault(error)),
            };
            if meta.is_symlink() {
                return Err(WriteError::Link { path: shown(&self.path), link: shown(&here) });
            }
            let last = at + 1 == self.names.len();
            if !last && !meta.is_dir() {
                return Err(WriteError::NotAFolder { path: shown(&self.path), parent: shown(&here) });
            }
            if last && !meta.is_file() {
                let what = if meta.is_dir() { "thư mục" } else { "thiết bị" };
                return Err(WriteError::Occupied { path: shown(&self.path), what });
            }
        }
        Ok(())
    }

    /// What writing would come to. Of a file that cannot be read nobody can tell whose it is.
    fn compare(&self, bytes: &[u8]) -> Result<Wrote, WriteError> {
        let mut file = match File::open(&self.path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Wrote::New),
            Err(error) => return Err(self.fault(error)),
        };
        let length = file.metadata().map_err(|error| self.fault(error))?.len();
        if u64::try_from(bytes.len()) != Ok(length) {
            return Ok(Wrote::Changed);
        }
        let mut old = Vec::with_capacity(bytes.len());
        file.read_to_end(&mut old).map_err(|error| self.fault(error))?;
        Ok(if old == bytes { Wrote::Same } else { Wrote::Changed })
    }

    /// Temporary file beside the target, flushed to disk, then renamed over it. A run that begins meanwhile may
    /// take the temporary file for one left behind: then another is written.
    fn replace(&self, bytes: &[u8]) -> Result<(), WriteError> {
        match self.replace_once(bytes) {
            Err(error) if error.kind() == ErrorKind::NotFound => self.replace_once(bytes),
            result => result,
        }
        .map_err(|error| self.fault(error))
    }

    fn replace_once(&self, bytes: &[u8]) -> io::Result<()> {
        let folder = self.path.parent().unwrap_or(self.root);
        fs::create_dir_all(folder)?;
        let mut builder = tempfile::Builder::new();
        builder.prefix(TEMPORARY);
        // A temporary file is private by default; a paper gets what the umask leaves.
        #[cfg(unix)]
        builder.permissions(<fs::Permissions as std::os::unix::fs::PermissionsExt>::from_mode(0o666));
        let mut temp = builder.tempfile_in(folder)?;
        temp.write_all(bytes)?;
        temp.as_file().sync_all()?;
        temp.persist(&self.path).map_err(|error| error.error)?;
        // The rename itself is on disk once the folder is; systems that cannot say so are believed.
        #[cfg(unix)]
        let _ = File::open(folder).and_then(|folder| folder.sync_all());
        Ok(())
    }

    fn fault(&self, cause: io::Error) -> WriteError {
        fault(&self.path, cause)
    }
}

/// Why a file or folder could not be made.
fn fault(at: &Path, cause: io::Error) -> WriteError {
    let path = shown(at);
    match cause.kind() {
        ErrorKind::PermissionDenied => WriteError::Permission { path },
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => WriteError::Full { path },
        ErrorKind::ReadOnlyFilesystem => WriteError::ReadOnly { path },
        ErrorKind::IsADirectory => WriteError::Occupied { path, what: "thư mục" },
        ErrorKind::NotADirectory => {
            let parent = at.parent().map(shown).unwrap_or_default();
            WriteError::NotAFolder { path, parent }
        }
        _ => WriteError::Other { path, cause },
    }
}

fn shown(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[cfg(test)]
mod tests;
