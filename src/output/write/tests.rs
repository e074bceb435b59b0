use super::*;

/// Writes where every file is ours.
fn write_if_changed(root: &Path, relative: &Path, bytes: &[u8]) -> Result<Wrote, WriteError> {
    super::write_if_changed(root, relative, bytes, &|| Standing::Ours)
}

fn root() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The message without the folder of this run.
fn said(root: &tempfile::TempDir, result: Result<Wrote, WriteError>) -> String {
    result.unwrap_err().to_string().replace(&shown(root.path()), "output")
}

#[test]
fn new_same_changed() {
    let root = root();
    let path = Path::new("phuoc-long-2021/long-thuy/to_trinh.pdf");
    let full = root.path().join(path);
    assert_eq!(write_if_changed(root.path(), path, b"mot").unwrap(), Wrote::New);
    let before = fs::metadata(&full).unwrap().modified().unwrap();
    assert_eq!(write_if_changed(root.path(), path, b"mot").unwrap(), Wrote::Same);
    assert_eq!(fs::metadata(&full).unwrap().modified().unwrap(), before);
    assert_eq!(write_if_changed(root.path(), path, b"hai").unwrap(), Wrote::Changed);
    assert_eq!(write_if_changed(root.path(), path, b"").unwrap(), Wrote::Changed);
    assert_eq!(fs::read(&full).unwrap(), b"");
    assert_eq!(names(full.parent().unwrap()), ["to_trinh.pdf"]);
}

#[test]
fn the_root_is_made() {
    let root = root();
    let deep = root.path().join("a/b");
    assert_eq!(write_if_changed(&deep, Path::new("c.pdf"), b"x").unwrap(), Wrote::New);
    assert_eq!(fs::read(deep.join("c.pdf")).unwrap(), b"x");
}

#[test]
fn nothing_outside_the_root() {
    let root = root();
    for path in ["../x.pdf", "a/../../x.pdf", "/etc/x.pdf", "", "./x.pdf"] {
        let result = write_if_changed(root.path(), Path::new(path), b"x");
        assert!(matches!(result, Err(WriteError::Outside { .. })), "{path}: {result:?}");
    }
    let result = write_if_changed(root.path(), Path::new("aux/to_trinh.pdf"), b"x");
    insta::assert_snapshot!(said(&root, result), @"không ghi output/aux/to_trinh.pdf: tên dành riêng cho thiết bị trên Windows (con, nul, aux, prn, com1, lpt1…)");
    assert!(names(root.path()).is_empty());
}

#[test]
fn a_folder_keeps_its_place() {
    let root = root();
    fs::create_dir(root.path().join("to_trinh.pdf")).unwrap();
    let result = write_if_changed(root.path(), Path::new("to_trinh.pdf"), b"x");
    insta::assert_snapshot!(said(&root, result), @"không ghi output/to_trinh.pdf: ở đó đang có một thư mục cùng tên; hãy đổi tên hoặc xóa đi rồi chạy lại");
    assert_eq!(names(root.path()), ["to_trinh.pdf"]);
}

#[test]
fn a_file_is_no_folder() {
    let root = root();
    fs::write(root.path().join("long-thuy"), "x").unwrap();
    let result = write_if_changed(root.path(), Path::new("long-thuy/to_trinh.pdf"), b"x");
    insta::assert_snapshot!(said(&root, result), @"không ghi output/long-thuy/to_trinh.pdf: output/long-thuy là một tệp, không phải thư mục");
    assert_eq!(fs::read(root.path().join("long-thuy")).unwrap(), b"x");
}

#[cfg(unix)]
#[test]
fn no_link_is_followed() {
    use std::os::unix::fs::symlink;
    let (root, other) = (root(), root());
    fs::write(other.path().join("kept.pdf"), "kept").unwrap();
    symlink(other.path(), root.path().join("long-thuy")).unwrap();
    symlink(other.path().join("kept.pdf"), root.path().join("a.pdf")).unwrap();
    symlink("nowhere", root.path().join("b.pdf")).unwrap();
    let result = write_if_changed(root.path(), Path::new("long-thuy/to_trinh.pdf"), b"x");
    insta::assert_snapshot!(said(&root, result), @"không ghi output/long-thuy/to_trinh.pdf: output/long-thuy là một liên kết; hãy xóa liên kết đó rồi chạy lại");
    for path in ["a.pdf", "b.pdf"] {
        let result = write_if_changed(root.path(), Path::new(path), b"kept");
        assert!(matches!(result, Err(WriteError::Link { .. })), "{path}: {result:?}");
    }
    assert_eq!(names(other.path()), ["kept.pdf"]);
    assert_eq!(fs::read(other.path().join("kept.pdf")).unwrap(), b"kept");

    // The root may be a link: its owner chose it.
    let root_link = other.path().join("root");
    symlink(root.path(), &root_link).unwrap();
    assert_eq!(write_if_changed(&root_link, Path::new("c.pdf"), b"x").unwrap(), Wrote::New);
}

#[cfg(unix)]
#[test]
fn nothing_is_left_after_a_failure() {
    use std::os::unix::fs::PermissionsExt as _;
    let root = root();
    let folder = root.path().join("long-thuy");
    fs::create_dir(&folder).unwrap();
    fs::write(folder.join("to_trinh.pdf"), "old").unwrap();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let result = write_if_changed(root.path(), Path::new("long-thuy/to_trinh.pdf"), b"new");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(names(&folder), ["to_trinh.pdf"]);
    // Whoever may write everywhere (root in a container) is not refused.
    if let Err(error) = result {
        assert!(matches!(error, WriteError::Permission { .. }), "{error:?}");
        assert_eq!(fs::read(folder.join("to_trinh.pdf")).unwrap(), b"old");
    }
}

/// A rename that fails leaves neither the temporary file nor damage: the target is a folder with
/// something in it, and the checks before are stepped over.
#[test]
fn a_failed_rename_removes_its_temporary_file() {
    let root = root();
    fs::create_dir_all(root.path().join("to_trinh.pdf/inside")).unwrap();
    let target = Target::new(root.path(), Path::new("to_trinh.pdf")).unwrap();
    assert!(target.replace(b"x").is_err());
    assert_eq!(names(root.path()), ["to_trinh.pdf"]);
}

#[cfg(unix)]
#[test]
fn papers_are_readable_by_colleagues() {
    use std::os::unix::fs::PermissionsExt as _;
    let root = root();
    fs::write(root.path().join("ordinary"), "x").unwrap();
    write_if_changed(root.path(), Path::new("a.pdf"), b"x").unwrap();
    let mode = |name: &str| fs::metadata(root.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("a.pdf"), mode("ordinary"));
}

#[test]
fn system_faults_in_vietnamese() {
    let root = root();
    let target = Target::new(root.path(), Path::new("a.pdf")).unwrap();
    let say = |error: io::Error| said(&root, Err(target.fault(error)));
    insta::assert_snapshot!(say(ErrorKind::PermissionDenied.into()), @"không ghi được output/a.pdf: không có quyền ghi, hoặc tệp đang mở trong chương trình khác");
    insta::assert_snapshot!(say(ErrorKind::StorageFull.into()), @"không ghi được output/a.pdf: ổ đĩa đã đầy hoặc hết hạn mức; hãy giải phóng chỗ rồi chạy lại");
    insta::assert_snapshot!(say(ErrorKind::ReadOnlyFilesystem.into()), @"không ghi được output/a.pdf: ổ đĩa chỉ cho đọc");
    insta::assert_snapshot!(say(io::Error::from_raw_os_error(5)), @"không ghi được output/a.pdf: hệ thống báo lỗi số 5");
}

#[test]
fn names_of_every_system() {
    for name in ["to_trinh.pdf", "long-thuy", "com", "com10", "console", "lpt", "nulla.pdf", "a b"] {
        assert_eq!(safe_name(name), Ok(()), "{name}");
    }
    for name in ["con", "NUL", "aux.pdf", "prn", "com1", "Com9.tar.gz", "lpt0", "lpt²", "con .pdf"] {
        assert_eq!(safe_name(name), Err(UnsafeName::Reserved), "{name}");
    }
    for name in ["a/b", "a\\b", "a:b", "a\u{0}", "a\n", "what?"] {
        assert_eq!(safe_name(name), Err(UnsafeName::Character), "{name}");
    }
    assert_eq!(safe_name("a."), Err(UnsafeName::Ending));
    assert_eq!(safe_name(".."), Err(UnsafeName::Empty));
    assert_eq!(safe_name(&"a".repeat(256)), Err(UnsafeName::Long));
}

#[test]
fn a_file_of_others_stays_as_it_is() {
    let root = root();
    fs::write(root.path().join("a.pdf"), "theirs").unwrap();
    let write = |bytes: &[u8]| super::write_if_changed(root.path(), Path::new("a.pdf"), bytes, &|| Standing::Foreign);
    insta::assert_snapshot!(said(&root, write(b"ours")), @"không ghi output/a.pdf: ở đó đang có một tệp không do hoso lập, hoặc đã hỏng đến mức không nhận ra được; hãy chuyển tệp ấy đi nơi khác rồi chạy lại");
    assert_eq!(fs::read(root.path().join("a.pdf")).unwrap(), b"theirs");
    // The same bytes need no writing, and what is not there is nobody's.
    assert_eq!(write(b"theirs").unwrap(), Wrote::Same);
    assert_eq!(
        super::write_if_changed(root.path(), Path::new("b.pdf"), b"x", &|| Standing::Foreign).unwrap(),
        Wrote::New
    );
}

#[test]
fn a_signed_file_stays_as_it_is() {
    let root = root();
    fs::write(root.path().join("a.pdf"), "paper + signature").unwrap();
    let write = |bytes: &[u8], standing| super::write_if_changed(root.path(), Path::new("a.pdf"), bytes, &|| standing);
    assert_eq!(write(b"paper", Standing::Signed).unwrap(), Wrote::Same);
    insta::assert_snapshot!(said(&root, write(b"another", Standing::SignedOther)), @"không ghi output/a.pdf: tệp đang có đã được ký số hoặc ghi thêm sau khi lập và khác với văn bản theo bản ghi hiện tại; hãy chuyển tệp ấy đi nơi khác rồi chạy lại");
    assert_eq!(fs::read(root.path().join("a.pdf")).unwrap(), b"paper + signature");
}

#[test]
fn only_our_own_temporary_files_are_swept() {
    let root = root();
    let folder = root.path().join("c/y-te");
    fs::create_dir_all(folder.join(".hoso-folder")).unwrap();
    for name in [".hoso-a1B2c3", ".hoso-a1B2c", ".hoso-a1B2c34", ".hoso-a1B2c.", "hoso-a1B2c3", "to_trinh.pdf"] {
        fs::write(folder.join(name), "x").unwrap();
    }
    fs::write(root.path().join("c/.hoso-a1B2c3"), "x").unwrap();
    sweep(root.path(), Path::new("c/y-te"));
    assert_eq!(
        names(&folder),
        [".hoso-a1B2c", ".hoso-a1B2c.", ".hoso-a1B2c34", ".hoso-folder", "hoso-a1B2c3", "to_trinh.pdf"]
    );
    assert!(root.path().join("c/.hoso-a1B2c3").exists());
}
