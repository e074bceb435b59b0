//! The command itself: its words, its JSON, its exit codes.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

use super::*;

fn hoso(home: &Path, arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hoso")).current_dir(home).env_remove("COLUMNS").args(arguments).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn built(flags: &[&str]) -> Records {
    let records = Records::small();
    hoso(records.home(), &[&["build", "--unit", "truong-hoa-mai"], flags].concat());
    records
}

#[test]
fn what_it_says() {
    let records = built(&[]);
    let folder = records.home().join("output/xa-mau-2026/truong-hoa-mai");
    let whole = std::fs::read(folder.join("to_trinh.pdf")).unwrap();
    std::fs::write(records.home().join("da-ky.pdf"), [&whole[..], b"\n1 0 obj\nstartxref\n5\n%%EOF"].concat()).unwrap();
    std::fs::write(records.home().join("thu.pdf"), "%PDF-1.4 của người khác").unwrap();
    let mut altered = whole.clone();
    let id = place(&altered, b"/ID[(");
    altered[id + 5] ^= 1;
    std::fs::write(records.home().join("da-sua.pdf"), altered).unwrap();
    let own = "output/xa-mau-2026/truong-hoa-mai/to_trinh.pdf";
    let output = hoso(records.home(), &["verify", own, "da-ky.pdf"]);
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
    insta::assert_snapshot!(text(&output.stdout));
    let output = hoso(records.home(), &["doi-chieu", own, "thu.pdf", "da-sua.pdf"]);
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!(text(&output.stdout));
    let json = hoso(records.home(), &["verify", "--format", "json", "da-ky.pdf"]);
    let mut answer: Value = serde_json::from_slice(&json.stdout).unwrap();
    answer["files"][0]["hoso"] = "…".into();
    insta::assert_snapshot!(format!("{answer:#}"));
    let missing = hoso(records.home(), &["verify", "khong-co.pdf"]);
    assert_eq!((missing.status.code(), text(&missing.stderr)), (Some(2), "lỗi: không có tệp khong-co.pdf\n"));
    let none = hoso(records.home(), &["verify"]);
    assert_eq!((none.status.code(), text(&none.stdout)), (Some(0), "Chưa có văn bản nào trong hoso.lock.\n"));
}

/// What a clerk attaches is remembered as another way of making the paper: a build without it makes it again.
#[test]
fn data_goes_along_only_where_it_is_asked_for() {
    let records = built(&["--attach-data"]);
    let path = records.home().join("output/xa-mau-2026/truong-hoa-mai/to_trinh.pdf");
    assert!(has(&std::fs::read(&path).unwrap(), "du-lieu.json"));
    // The data stands for the records where there are none.
    std::fs::rename(records.home().join("records"), records.home().join("cat-di")).unwrap();
    let file = path.to_str().unwrap();
    let output = hoso(records.home(), &["verify", "--format", "json", file]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&answer["files"][0]["from"], output.status.code()), (&"attached".into(), Some(0)));
    std::fs::rename(records.home().join("cat-di"), records.home().join("records")).unwrap();
    hoso(records.home(), &["build", "--unit", "truong-hoa-mai"]);
    assert!(!has(&std::fs::read(&path).unwrap(), "du-lieu.json"));
}
