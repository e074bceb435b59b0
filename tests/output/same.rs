//! The same records give the same bytes wherever, whenever and by whomever they are built; what changed is made again, and
//! nothing else.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use walkdir::WalkDir;

use super::*;

/// Every file that a build leaves for others, by its path below the campaign's folder.
pub fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = WalkDir::new(folder).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file());
    let ours = entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with(".hoso-"));
    let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
    ours.map(|entry| (name(entry.path()), fs::read(entry.path()).unwrap())).collect()
}

/// Copies the records file by file, the last first: file systems list files in the order they were made, or in none.
fn copied_backwards(from: &Path, to: &Path) {
    let mut files: Vec<_> = WalkDir::new(from).sort_by_file_name().into_iter().map(Result::unwrap).collect();
    files.reverse();
    for entry in files.iter().filter(|entry| entry.file_type().is_file()) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        fs::create_dir_all(target.parent().unwrap()).unwrap();
        fs::copy(entry.path(), target).unwrap();
    }
}

#[test]
fn the_same_bytes_whatever_is_around() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let flags = ["--keep-typ", "--certificate"];
    assert_eq!(built(&records, out.path(), &[&flags[..], &["--jobs", "1"]].concat()).1, Some(0));
    let first = files(&out.path().join("xa-mau-2026"));
    assert!(first.len() > 20 && first.contains_key("manifest.json"), "{:?}", first.keys());

    let elsewhere = tempfile::tempdir().unwrap();
    let home = elsewhere.path().join("Thư mục khác, sâu hơn/của ai đó");
    copied_backwards(&records.path(""), &home.join("bản ghi/xa-mau-2026"));
    let around = [
        ("TZ", "Pacific/Kiritimati"),
        ("LC_ALL", "tr_TR.UTF-8"),
        ("LANG", "de_DE.ISO-8859-1"),
        ("USER", "ai-do"),
        ("LOGNAME", "ai-do"),
        ("HOME", "/khong-co"),
        ("TMPDIR", "/khong-co"),
        ("COLUMNS", "40"),
        ("SOURCE_DATE_EPOCH", "1"),
        ("RAYON_NUM_THREADS", "3"),
    ];
    let status = Command::new(env!("CARGO_BIN_EXE_hoso"))
        .current_dir(&home)
        .args(["build", "bản ghi/xa-mau-2026", "--jobs", "3", "-o", "ra"])
        .args(flags)
        .envs(around)
        .output()
        .unwrap()
        .status;
    assert_eq!(status.code(), Some(0));
    let second = files(&home.join("ra/xa-mau-2026"));
    assert_eq!(first.keys().collect::<Vec<_>>(), second.keys().collect::<Vec<_>>());
    let differing: Vec<_> =
        first.iter().filter(|(path, bytes)| second[*path] != **bytes).map(|(path, _)| path).collect();
    assert!(differing.is_empty(), "{differing:?}");
}

/// A report is printed by nothing else; a name by nearly all papers of its unit and by none of another.
#[test]
fn a_changed_record_costs_only_the_papers_that_print_it() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    built(&records, out.path(), &[]);
    let change = |from: &str, to: &str| {
        let text = fs::read_to_string(records.path(SCHOOL)).unwrap();
        assert!(text.contains(from));
        fs::write(records.path(SCHOOL), text.replacen(from, to, 1)).unwrap();
        built(&records, out.path(), &[]).0
    };
    let answer = change("      noi_dung: |\n", "      noi_dung: |\n        Đoạn mở đầu mới thêm vào báo cáo.\n\n");
    let papers = written(&answer);
    assert!(matches!(papers.as_slice(), [only] if only.starts_with("truong-hoa-mai/bao_cao_thanh_tich")), "{papers:?}");
    let answer = change("\nten: ", "\nten: Phân hiệu ");
    let papers = written(&answer);
    assert!(
        papers.len() > 3 && papers.iter().all(|path| path.contains("truong-hoa-mai") || !path.contains('/')),
        "{papers:?}"
    );
}

#[test]
fn another_layout_library_makes_every_paper_anew() {
    let (records, out, mine) = (records(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    built(&records, out.path(), &[]);
    let figures = fs::read_to_string("templates/nd30/kich-thuoc.typ").unwrap();
    let lower = figures.replacen("le-tren = 20mm", "le-tren = 21mm", 1);
    assert_ne!(figures, lower);
    fs::create_dir(mine.path().join("nd30")).unwrap();
    fs::write(mine.path().join("nd30/kich-thuoc.typ"), lower).unwrap();
    let (answer, code) = built(&records, out.path(), &["--templates", mine.path().to_str().unwrap()]);
    assert_eq!((written(&answer).len(), code), (answer["documents"].as_array().unwrap().len(), Some(0)));
    // And one template only the papers that are set by it.
    let (_, code) = built(&records, out.path(), &[]);
    assert_eq!(code, Some(0));
    fs::remove_dir_all(mine.path().join("nd30")).unwrap();
    let slip = fs::read_to_string("templates/phieu_kiem_tra_ho_so.typ").unwrap();
    fs::write(mine.path().join("phieu_kiem_tra_ho_so.typ"), slip.replace("Người kiểm tra", "Người rà soát")).unwrap();
    let (answer, _) = built(&records, out.path(), &["--templates", mine.path().to_str().unwrap()]);
    let papers = written(&answer);
    assert!(!papers.is_empty() && papers.iter().all(|path| path.ends_with("phieu_kiem_tra_ho_so.pdf")), "{papers:?}");
}

/// What was said of records that are as they were is said again; a word changed in the notes shows where it comes from.
#[test]
fn what_is_said_of_unchanged_records_is_kept() {
    let (records, out) = (records().without(EAST, "dia_danh"), tempfile::tempdir().unwrap());
    let said = |flags: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_hoso"));
        command.current_dir(records.home()).args(["build", "-o", out.path().to_str().unwrap()]).args(flags);
        let output = command.output().unwrap();
        (String::from_utf8(output.stdout).unwrap(), output.status.code())
    };
    let (first, code) = built(&records, out.path(), &[]);
    let findings = &first["findings"];
    assert!(findings.as_array().unwrap().iter().any(|f| f["line"].is_u64()), "{findings:#}");
    let (second, again) = built(&records, out.path(), &[]);
    assert_eq!((&second["findings"], again), (findings, code));
    let human = said(&[]);
    let cache = out.path().join("xa-mau-2026/.hoso-cache");
    let notes = fs::read_to_string(&cache).unwrap();
    let message = findings[0]["message"].as_str().unwrap();
    assert!(notes.contains(message), "{notes}");
    fs::write(&cache, notes.replacen(message, "lời đã ghi", 1)).unwrap();
    assert_eq!(said(&[]), (human.0.replacen(message, "lời đã ghi", 1), human.1));
    // Read anew where a record is another, and where it is read from elsewhere.
    fs::write(records.path("don-vi/ghi-chu.txt"), "").unwrap();
    let (third, _) = built(&records, out.path(), &[]);
    assert_eq!(third["findings"].as_array().unwrap().len(), findings.as_array().unwrap().len() + 1);
    fs::remove_file(records.path("don-vi/ghi-chu.txt")).unwrap();
    built(&records, out.path(), &[]);
    let output = Command::new(env!("CARGO_BIN_EXE_hoso"))
        .current_dir(records.path(""))
        .args(["build", ".", "--format", "json", "-o", out.path().to_str().unwrap()])
        .output()
        .unwrap();
    let here: Value = serde_json::from_slice(&output.stdout).unwrap();
    let files: Vec<_> = here["findings"].as_array().unwrap().iter().map(|f| f["file"].as_str().unwrap_or("")).collect();
    assert!(files.iter().all(|file| !file.starts_with("records/")), "{files:?}");
}

/// Whoever has handed in nothing by a day is another question than what the records make anyway.
#[test]
fn a_day_that_was_not_asked_for_before_is_no_repetition() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let letter = out.path().join("xa-mau-2026/cong_van_don_doc.pdf");
    built(&records, out.path(), &[]);
    built(&records, out.path(), &[]);
    assert!(!letter.exists());
    built(&records, out.path(), &["--den-ngay", "10/7/2026"]);
    assert!(letter.exists());
}
