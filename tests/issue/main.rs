//! What has its number keeps it: `issue`, the lock, and what `build` and `check` say afterwards.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../support/mod.rs"]
mod support;

mod committee;
mod counted;
mod killed;
mod lists;
mod states;

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use support::*;

const PROPOSAL: &str = "output/xa-mau-2026/truong-hoa-mai/to_trinh.pdf";
const LOCK: &str = "hoso.lock";

/// The small campaign, with the school's proposal still a draft.
fn records() -> Records {
    Records::small().replace(SCHOOL, "  to_trinh:\n    so: 9\n    ngay: 2026-07-08\n", "  to_trinh:   # tờ trình\n")
}

fn run(records: &Records, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoso"));
    command.current_dir(records.home()).env_remove("COLUMNS").args(arguments).output().unwrap()
}

const ISSUE: [&str; 9] = ["issue", "--unit", "truong-hoa-mai", "--kind", "to_trinh", "--so", "9", "--ngay", "8/7/2026"];

fn issue(records: &Records, more: &[&str]) -> Output {
    run(records, &[&ISSUE[..], more].concat())
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

fn pdf(records: &Records) -> PathBuf {
    records.home().join(PROPOSAL)
}

/// The findings of a code that a command tells, each as file, line and message.
fn told(code: &str, output: &Output) -> Vec<String> {
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = answer["findings"].as_array().unwrap().iter().filter(|finding| finding["code"] == code);
    findings
        .map(|f| format!("{}:{}: {}", f["file"].as_str().unwrap(), f["line"], f["message"].as_str().unwrap()))
        .collect()
}

#[track_caller]
fn sound(output: &Output) {
    assert_eq!(output.status.code(), Some(0), "{}{}", text(&output.stdout), text(&output.stderr));
}

#[test]
fn a_paper_gets_its_number_and_nothing_else_changes() {
    let records = records();
    let before = records.read(SCHOOL);
    let output = issue(&records, &[]);
    sound(&output);
    insta::assert_snapshot!(text(&output.stdout));
    let expected =
        before.replace("  to_trinh:   # tờ trình\n", "  to_trinh:   # tờ trình\n    so: 9\n    ngay: 2026-07-08\n");
    assert_eq!(records.read(SCHOOL), expected);
    let whole = std::fs::read(pdf(&records)).unwrap();
    let lock = records.read(LOCK);
    for facts in [
        "truong-hoa-mai/to_trinh\n  so: 09\n  ky_hieu: TTr-THHM\n  ngay: 2026-07-08\n  trang_thai: da_cap\n  co_quan: truong-hoa-mai\n  day_so: TTr\n".to_owned(),
        format!("\n  nguoi_ky: Đinh Văn Cội\n  pdf_sha256: {}\n", hoso::digest::sha256(&whole)),
    ] {
        assert!(lock.contains(&facts), "{lock}");
    }
    sound(&run(&records, &["verify", PROPOSAL]));
    // Again it is only told; with another number it is refused.
    sound(&issue(&records, &["--format", "json"]));
    assert_eq!((records.read(LOCK), records.read(SCHOOL)), (lock.clone(), expected));
    let other = run(
        &records,
        &["cap-so", "--unit", "truong-hoa-mai", "--kind", "to_trinh", "--so", "10", "--ngay", "2026-07-08"],
    );
    assert_eq!((other.status.code(), records.read(LOCK)), (Some(2), lock));
    insta::assert_snapshot!(text(&other.stderr), @"lỗi: văn bản truong-hoa-mai/to_trinh đã cấp số 09/TTr-THHM ngày 08 tháng 7 năm 2026; văn bản thay thế thì nêu --replace");
    // `check` and `build` have nothing to say of it, and the build leaves it.
    assert_eq!(told("van-ban/da-cap-so", &run(&records, &["check", "--format", "json"])), [""; 0]);
    assert_eq!(told("van-ban/da-cap-so", &run(&records, &["build", "--format", "json"])), [""; 0]);
    assert_eq!(std::fs::read(pdf(&records)).unwrap(), whole);
    // Nor with the data attached: what went out went out without.
    run(&records, &["build", "--attach-data"]);
    assert_eq!(std::fs::read(pdf(&records)).unwrap(), whole);
    std::fs::remove_file(pdf(&records)).unwrap();
    run(&records, &["build", "--unit", "truong-hoa-mai"]);
    assert_eq!(std::fs::read(pdf(&records)).unwrap(), whole);
}

#[test]
fn a_record_changed_afterwards_is_an_error_at_both_places() {
    let records = records();
    sound(&issue(&records, &[]));
    let whole = std::fs::read(pdf(&records)).unwrap();
    let records = records.replace(SCHOOL, "Đinh Văn Cội", "Đinh Văn Cả");
    for command in ["check", "build"] {
        let output = run(&records, &[command, "--format", "json"]);
        assert_eq!(output.status.code(), Some(1), "{command}");
        assert_eq!(
            told("van-ban/da-cap-so", &output),
            [
                "records/xa-mau-2026/don-vi/truong-hoa-mai.yaml:34: truong-hoa-mai/to_trinh đã cấp số 09/TTr-THHM ngày 08 tháng 7 năm 2026 (hoso.lock dòng 3), nhưng bản ghi đã đổi (`van_ban.nguoi_ky.ho_ten`) nên không còn lập ra đúng văn bản ấy",
            ]
        );
        assert_eq!(std::fs::read(pdf(&records)).unwrap(), whole);
    }
    let gone = records.without(SCHOOL, "ho_so.to_trinh");
    let said = told("van-ban/da-cap-so", &run(&gone, &["check", "--format", "json"]));
    assert!(matches!(said.as_slice(), [only] if only.contains("bản ghi không còn văn bản ấy")), "{said:?}");
}

/// What a paper does not say may change: the proposal tells neither where somebody comes from nor what others have declared.
#[test]
fn a_change_that_an_issued_paper_does_not_say_is_none_of_it() {
    let records = records();
    sound(&issue(&records, &[]));
    let whole = std::fs::read(pdf(&records)).unwrap();
    let records = records.set(SCHOOL, "de_nghi[bui-thi-sen].que_quan", "xã Khác, tỉnh Khác");
    for command in ["check", "build"] {
        let output = run(&records, &[command, "--format", "json"]);
        sound(&output);
        assert_eq!(told("van-ban/da-cap-so", &output), [""; 0]);
        assert_eq!(std::fs::read(pdf(&records)).unwrap(), whole);
    }
    sound(&run(&records, &["verify"]));
}

/// A later program or template may ask for more; of what both know each change is told.
#[test]
fn records_are_held_against_what_was_issued_by_another_template() {
    let records = records();
    sound(&issue(&records, &[]));
    let mine = tempfile::tempdir().unwrap();
    let template = std::fs::read_to_string("templates/to_trinh.typ").unwrap();
    let asks_more =
        template.replace("{{ don_vi.ten }} đã họp xét", "{{ don_vi.ten }} ({{ don_vi.dia_danh }}) đã họp xét");
    assert_ne!(asks_more, template);
    std::fs::write(mine.path().join("to_trinh.typ"), asks_more).unwrap();
    let flags = ["check", "--format", "json", "--templates", mine.path().to_str().unwrap()];
    let output = run(&records, &flags);
    sound(&output);
    assert_eq!(told("van-ban/da-cap-so", &output), [""; 0]);
    let changed = records.replace(SCHOOL, "Đinh Văn Cội", "Đinh Văn Cả");
    let said = told("van-ban/da-cap-so", &run(&changed, &flags));
    assert!(matches!(said.as_slice(), [only] if only.contains("(`van_ban.nguoi_ky.ho_ten`)")), "{said:?}");
}

#[test]
fn another_template_is_only_another_version() {
    let records = records();
    sound(&issue(&records, &[]));
    let whole = std::fs::read(pdf(&records)).unwrap();
    let mine = tempfile::tempdir().unwrap();
    let template = std::fs::read_to_string("templates/to_trinh.typ").unwrap();
    std::fs::write(mine.path().join("to_trinh.typ"), template + "\n#v(1pt)\n").unwrap();
    let flags = ["build", "--format", "json", "--unit", "truong-hoa-mai", "--templates", mine.path().to_str().unwrap()];
    for appended in [&b""[..], b"\n1 0 obj\nstartxref\n5\n%%EOF"] {
        let signed = [&whole[..], appended].concat();
        std::fs::write(pdf(&records), &signed).unwrap();
        let output = run(&records, &flags);
        sound(&output);
        let said = told("van-ban/khac-phien-ban", &output);
        assert!(matches!(said.as_slice(), [only] if only.ends_with("tệp đã cấp số được giữ nguyên")), "{said:?}");
        assert_eq!(std::fs::read(pdf(&records)).unwrap(), signed);
    }
    // One that is gone cannot be had from another version.
    std::fs::remove_file(pdf(&records)).unwrap();
    let said = told("van-ban/khac-phien-ban", &run(&records, &flags));
    assert!(matches!(said.as_slice(), [only] if only.ends_with("cần lấy lại từ nơi lưu")), "{said:?}");
    assert!(!pdf(&records).exists());
}

#[test]
fn what_stands_in_the_way() {
    let untouched = |records: &Records, output: &Output, code: i32, says: &str| {
        let said = format!("{}{}", text(&output.stdout), text(&output.stderr));
        assert!(output.status.code() == Some(code) && said.contains(says), "{says}: {said}");
        assert!(!records.path(LOCK).exists() && !pdf(records).exists());
    };
    let none = records();
    let output =
        run(&none, &["issue", "--unit", "truong-hoa-mai", "--kind", "to_trinh", "--so", "9", "--ngay", "2026-07-32"]);
    untouched(&none, &output, 2, "không có ngày này");
    let unsigned = records().without(SCHOOL, "ho_so.to_trinh.nguoi_ky");
    let before = unsigned.read(SCHOOL);
    untouched(&unsigned, &issue(&unsigned, &[]), 1, "Chưa cấp số");
    assert_eq!(unsigned.read(SCHOOL), before);
    // What stands for something that nobody has filled in is the campaign's to say.
    let unfinished = records().set(CAMPAIGN, "chua_dien", "[\"Mẫu\"]");
    untouched(&unfinished, &issue(&unfinished, &[]), 1, "lỗi[van-ban/chua-dien]: văn bản");
    let taken = Records::small();
    let output =
        run(&taken, &["issue", "--unit", "truong-hoa-mai", "--kind", "to_trinh", "--so", "10", "--ngay", "2026-07-08"]);
    untouched(&taken, &output, 2, "đã ghi số hoặc ngày khác");
    let own = records();
    for (flags, says) in [
        (&["--kind", "to_trinh", "--so", "1"][..], "không có văn bản loại `to_trinh` để cấp số"),
        (&["--unit", "truong-hoa-mai", "--kind", "bao_cao_thanh_tich", "--so", "1"], "nêu thêm --nominee"),
        (&["--unit", "truong-hoa-mai", "--kind", "phieu_kiem_tra_ho_so", "--so", "1"], "không đánh số"),
        (&["--unit", "truong-hoa-mai", "--kind", "to_trinh", "--so", "01/TTr"], "chỉ ghi số"),
    ] {
        untouched(&own, &run(&own, &[&["issue", "--ngay", "2026-07-08"], flags].concat()), 2, says);
    }
}

#[test]
fn records_written_in_other_ways() {
    let flow = Records::small();
    let text = flow.read(SCHOOL);
    let start = text.find("  to_trinh:\n").unwrap();
    let end = text.find("  trich_bien_ban:\n").unwrap();
    let paper = "  to_trinh: {kinh_gui: [Ủy ban nhân dân xã Đồng Mẫu], \"nguoi_ky\": {chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}} # một dòng\n";
    let written = format!("{}{paper}{}", &text[..start], &text[end..]).replace('\n', "\r\n");
    let flow = flow.write(SCHOOL, &written);
    sound(&issue(&flow, &[]));
    assert_eq!(flow.read(SCHOOL), written.replace("to_trinh: {", "to_trinh: {so: 9, ngay: 2026-07-08, "));
}

/// A lock in which something is missing says nothing of what may be written over.
#[test]
fn a_lock_that_cannot_be_read() {
    let records = records();
    sound(&issue(&records, &[]));
    let lock = records.read(LOCK);
    let line = lock.lines().find(|line| line.contains("pdf_sha256")).unwrap();
    let broken = records.write(LOCK, lock.replace(&format!("{line}\n"), ""));
    for command in ["check", "build"] {
        let output = run(&broken, &[command, "--format", "json"]);
        assert_eq!(output.status.code(), Some(1));
        assert_eq!(
            told("van-ban/hoso-lock", &output),
            ["records/xa-mau-2026/hoso.lock:3: mục `truong-hoa-mai/to_trinh` thiếu hoặc sai thông tin"]
        );
    }
    assert_eq!(issue(&broken, &[]).status.code(), Some(2));
    // Edited by hand, it no longer speaks of the paper that the records make.
    let edited = broken.write(LOCK, lock.replacen("du_lieu_sha256: ", "du_lieu_sha256: 0", 1));
    assert_eq!(run(&edited, &["build"]).status.code(), Some(1));
}

/// A folder has its name however it is pointed at.
#[test]
fn a_paper_is_issued_from_within_the_campaigns_folder() {
    let records = records();
    let arguments = [&ISSUE[..], &[".", "-o", "../../output"]].concat();
    let output =
        Command::new(env!("CARGO_BIN_EXE_hoso")).current_dir(records.path("")).args(arguments).output().unwrap();
    sound(&output);
    assert!(pdf(&records).exists(), "{}", text(&output.stdout));
    sound(&run(&records, &["verify", PROPOSAL]));
}
