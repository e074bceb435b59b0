//! All that reading a campaign's folder depends on, as one hash: where it is as it was, the records say what they said.

use std::path::Path;
use std::sync::Arc;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use walkdir::{DirEntry, WalkDir};

use super::file;
use crate::digest::{sha256, sha256_of};

/// Endings of the names of files that are read, where the system does not tell small letters from great ones also written
/// otherwise; of others the name alone counts.
const READ: [&str; 3] = [".yaml", ".md", ".lock"];
/// How deep the records lie.
const DEPTH: usize = 2;

/// SHA-256 over the names below a campaign's folder and the bytes of what is read there. None where something cannot be read:
/// nobody can tell then whether it is as it was.
pub fn of(folder: &Path) -> Option<String> {
    let entries = WalkDir::new(folder).min_depth(1).max_depth(DEPTH).sort_by_file_name();
    let entries: Vec<DirEntry> = entries.into_iter().collect::<Result<_, _>>().ok()?;
    let parts: Vec<[String; 2]> = entries.par_iter().map(|entry| part(folder, entry)).collect::<Option<_>>()?;
    Some(sha256_of(parts.iter().flatten()))
}

/// Where an entry lies, and what it is.
fn part(folder: &Path, entry: &DirEntry) -> Option<[String; 2]> {
    let place = entry.path().strip_prefix(folder).ok()?.to_str()?.to_owned();
    let (kind, name) = (entry.file_type(), place.to_ascii_lowercase());
    let what = match (kind.is_file(), kind.is_dir()) {
        (true, _) if READ.iter().any(|ending| name.ends_with(ending)) => sha256(&file::bytes(entry.path()).ok()?),
        (true, _) => "file".to_owned(),
        (_, true) => "folder".to_owned(),
        _ => return None,
    };
    Some([place, what])
}

/// The text of a record again, by the path that findings show.
pub fn text(shown: &str) -> Option<Arc<str>> {
    file::text(Path::new(shown), shown, &mut Vec::new())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn whatever_reading_depends_on_changes_it() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path();
        fs::create_dir(folder.join("don-vi")).unwrap();
        fs::write(folder.join("phong-trao.yaml"), "a: 1\n").unwrap();
        fs::write(folder.join("don-vi/y-te.yaml"), "b: 1\n").unwrap();
        let first = of(folder).unwrap();
        assert_eq!(of(folder).as_ref(), Some(&first));
        let mut seen = std::collections::BTreeSet::from([first]);
        let mut new = |what: &str| assert!(seen.insert(of(folder).unwrap()), "{what}");
        fs::write(folder.join("don-vi/y-te.yaml"), "b: 2\n").unwrap();
        new("the same length");
        fs::write(folder.join("don-vi/tu-phap.yaml"), "").unwrap();
        new("another unit");
        fs::write(folder.join("don-vi/anh.jpg"), "").unwrap();
        new("a file that is not read");
        fs::write(folder.join("ke-hoach.md"), "x").unwrap();
        new("the plan");
        fs::create_dir(folder.join("don-vi/y-te")).unwrap();
        new("a folder");
        fs::rename(folder.join("don-vi/tu-phap.yaml"), folder.join("don-vi/tu-phap.yml")).unwrap();
        new("another name");
        fs::rename(folder.join("ke-hoach.md"), folder.join("KE-HOACH.MD")).unwrap();
        new("great letters");
        fs::write(folder.join("KE-HOACH.MD"), "y").unwrap();
        new("what a system that does not tell them apart reads");
    }

    #[test]
    fn what_cannot_be_read_is_never_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(of(&home.path().join("none")), None);
        let long = vec![b' '; usize::try_from(file::MAX_BYTES).unwrap() + 1];
        fs::write(home.path().join("phong-trao.yaml"), long).unwrap();
        assert_eq!(of(home.path()), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_never_as_it_was() {
        let home = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("/dev/null", home.path().join("phong-trao.yaml")).unwrap();
        assert_eq!(of(home.path()), None);
    }
}
