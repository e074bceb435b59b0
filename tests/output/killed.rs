//! A build that is killed leaves every file old or new, never half of one, and the next completes it.

use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::same::files;
use super::*;

/// Starts a build without waiting for it.
fn begun(records: &Records, out: &Path) -> Child {
    Command::new(env!("CARGO_BIN_EXE_hoso"))
        .current_dir(records.home())
        .args(["build", "--keep-typ", "-o", out.to_str().unwrap()])
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

#[test]
fn a_killed_build_leaves_each_file_old_or_new() {
    let named = |records: Records, unit| records.replace(unit, "\nten: ", "\nten: Phân hiệu ");
    let (before, after) = (records(), [SCHOOL, STATION].into_iter().fold(records(), named));
    let references = [&before, &after].map(|records| {
        let out = tempfile::tempdir().unwrap();
        built(records, out.path(), &["--keep-typ"]);
        files(&out.path().join("xa-mau-2026"))
    });
    let [old, new] = &references;
    let changed = new.iter().filter(|(path, bytes)| old.get(*path) != Some(bytes)).count();
    assert!(changed > 14, "{changed}");
    // Killed before the first paper, after a few, late, and after all.
    for papers in [0, 1, 2, 5, 9, 14, usize::MAX] {
        let out = tempfile::tempdir().unwrap();
        let folder = out.path().join("xa-mau-2026");
        for (path, bytes) in old {
            fs::create_dir_all(folder.join(path).parent().unwrap()).unwrap();
            fs::write(folder.join(path), bytes).unwrap();
        }
        let mut child = begun(&after, out.path());
        let replaced = || files(&folder).iter().filter(|(path, bytes)| old.get(*path) != Some(bytes)).count();
        while child.try_wait().unwrap().is_none() && replaced() < papers {
            std::thread::sleep(Duration::from_millis(2));
        }
        let _ = child.kill();
        child.wait().unwrap();
        for (path, bytes) in files(&folder) {
            let whole = [old, new].iter().any(|all| all.get(&path) == Some(&bytes));
            assert!(whole, "after {papers} papers {path} is neither the old nor the new file");
        }
        assert_eq!(built(&after, out.path(), &["--keep-typ"]).1, Some(0));
        let mut left = files(&folder);
        left.retain(|path, _| new.contains_key(path));
        assert_eq!(&left, new, "after {papers} papers the next build does not complete the work");
    }
}
