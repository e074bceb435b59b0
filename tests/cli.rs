//! The program as a clerk meets it: exit codes, JSON, plain text when piped, wrong usage in Vietnamese.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, missing_docs)]

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

fn hoso(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_hoso"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env_remove("COLUMNS")
        .args(arguments)
        .output()
        .expect("the program runs")
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

fn copy_campaign(from: &Path, to: &Path) {
    for entry in walkdir::WalkDir::new(from).into_iter().map(Result::unwrap) {
        let target = to.join(entry.path().strip_prefix(from).unwrap());
        match entry.file_type().is_dir() {
            true => std::fs::create_dir_all(target).unwrap(),
            false => drop(std::fs::copy(entry.path(), target).unwrap()),
        }
    }
}

/// A copy of the shipped records in which one text is replaced.
fn broken(file: &str, from: &str, to: &str) -> tempfile::TempDir {
    let copy = tempfile::tempdir().unwrap();
    let records = Path::new(env!("CARGO_MANIFEST_DIR")).join("records/phuoc-long-2021");
    copy_campaign(&records, &copy.path().join("phuoc-long-2021"));
    let path = copy.path().join("phuoc-long-2021").join(file);
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{file} has no {from:?}");
    std::fs::write(&path, text.replacen(from, to, 1)).unwrap();
    copy
}

#[test]
fn sound_records_exit_with_0_and_errors_with_1() {
    assert_eq!(hoso(&["check"]).status.code(), Some(0));
    let copy = broken("don-vi/long-thuy.yaml", "co_mat: 23", "co_mat: 26");
    let output = hoso(&["check", "--records", copy.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stdout(&output).contains("lỗi[khop/tham-du]"));
}

#[test]
fn wrong_usage_exits_with_2_and_speaks_vietnamese() {
    for (arguments, says) in [
        (&["buil"][..], "lỗi: không có lệnh `buil`"),
        (&["check", "khong-co-o-day"], "không phải thư mục phong trào"),
        (&["build", "--unit", "long-thui"], "có phải là `long-thuy`?"),
        (&["build", "--kind", "to_trin"], "có phải là `to_trinh`?"),
        (&["explain", "ho-so/thieu"], "ho-so/thieu"),
        (&["build", "--templates", "khong-co-o-day"], "lỗi:"),
    ] {
        let output = hoso(arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains(says), "{arguments:?}: {}", stderr(&output));
        assert!(stdout(&output).is_empty());
    }
}

/// What `build` with these flags answers, having made nothing.
fn refused(flags: &[&str], records: &Path) -> String {
    let out = tempfile::tempdir().unwrap();
    let output_folder = out.path().join("output");
    let places = ["--records", records.to_str().unwrap(), "-o", output_folder.to_str().unwrap()];
    let output = hoso(&[&["build"], &places[..], flags].concat());
    assert_eq!(output.status.code(), Some(2), "{flags:?}: {}", stdout(&output));
    assert!(stdout(&output).is_empty() && !output_folder.exists(), "{flags:?} has made something");
    stderr(&output).to_owned()
}

#[test]
fn unknown_codes_are_all_refused_before_anything_is_made() {
    let records = Path::new(env!("CARGO_MANIFEST_DIR")).join("records");
    let said = refused(&["--unit", "long-thuy", "--unit", "long-thui,khong-co", "--kind", "to_trin"], &records);
    assert_eq!(
        said,
        "\
lỗi: không có đơn vị `long-thui`, có phải là `long-thuy`?
  không có đơn vị `khong-co`
  các đơn vị: van-phong, noi-vu, tu-phap, tai-chinh-ke-hoach,
              tai-nguyen-moi-truong, quan-ly-do-thi, kinh-te, van-hoa-thong-tin,
              giao-duc-dao-tao, y-te, thanh-tra, ban-qlda-dau-tu,
              ban-qlda-ha-tang, long-phuoc, long-thuy, phuoc-binh, son-giang,
              thac-mo, long-giang, phuoc-tin
  không có loại văn bản `to_trin`, có phải là `to_trinh`?
"
    );
}

#[test]
fn a_code_known_in_one_of_several_campaigns_is_fine() {
    let copy = tempfile::tempdir().unwrap();
    for campaign in ["records/phuoc-long-2021", "tests/cases/xa-mau-2026"] {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join(campaign);
        copy_campaign(&from, &copy.path().join(from.file_name().unwrap()));
    }
    let out = tempfile::tempdir().unwrap();
    let places = ["--records", copy.path().to_str().unwrap(), "-o", out.path().to_str().unwrap()];
    let flags = ["--unit", "tram-y-te", "--unit", "y-te", "--kind", "phieu_kiem_tra_ho_so", "--format", "json"];
    let output = hoso(&[&["build"], &places[..], &flags[..]].concat());
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let units: Vec<_> = answer["documents"].as_array().unwrap().iter().map(|d| d["unit"].as_str().unwrap()).collect();
    assert!(units.contains(&"tram-y-te") && units.contains(&"y-te"), "{units:?}");
    assert!(refused(&["--unit", "tram-y-tee"], copy.path()).contains("có phải là `tram-y-te`?"));
}

#[test]
fn kinds_are_not_refused_where_the_campaigns_own_cannot_be_read() {
    let copy = broken("phong-trao.yaml", "ten: ", "ten: \"");
    let out = tempfile::tempdir().unwrap();
    let places = ["--records", copy.path().to_str().unwrap(), "-o", out.path().to_str().unwrap()];
    let output = hoso(&[&["build"], &places[..], &["--kind", "loai_rieng", "--unit", "long-thuy"]].concat());
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    assert!(stdout(&output).contains("yaml/cu-phap"));
}

#[test]
fn vietnamese_aliases_are_the_same_commands() {
    for (command, alias) in [("check", "kiem-tra"), ("status", "tinh-trang"), ("explain", "giai-thich")] {
        assert_eq!(stdout(&hoso(&[command])), stdout(&hoso(&[alias])));
    }
}

#[test]
fn json_findings_have_every_key_of_the_contract() {
    let copy = broken("don-vi/long-thuy.yaml", "dia_danh: Long Thủy", "dia_danhh: Long Thủy");
    let output = hoso(&["check", "--format", "json", "--records", copy.path().to_str().unwrap()]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let findings = answer["findings"].as_array().unwrap();
    let unknown = findings.iter().find(|f| f["code"] == "yaml/truong-la").unwrap();
    for key in ["code", "severity", "message", "file", "line", "column", "clause", "help", "unit", "blocks"] {
        assert!(unknown.get(key).is_some(), "{key} is missing: {unknown}");
    }
    assert_eq!(unknown["severity"], "error");
    assert_eq!((unknown["line"].as_u64(), unknown["column"].as_u64()), (Some(7), Some(1)));
    assert_eq!(unknown["unit"], "long-thuy");
    assert_eq!(unknown["blocks"], "van_ban");
}

#[test]
fn a_broken_record_costs_only_its_own_papers() {
    let copy = broken("don-vi/long-thuy.yaml", "ngay: 2021-05-18", "ngay: 31/4/2021");
    let out = tempfile::tempdir().unwrap();
    let arguments =
        ["build", "--format", "json", "--records", copy.path().to_str().unwrap(), "-o", out.path().to_str().unwrap()];
    let output = hoso(&arguments);
    assert_eq!(output.status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let documents = answer["documents"].as_array().unwrap();
    let failed: Vec<_> = documents.iter().filter(|d| d["status"] == "failed").collect();
    assert_eq!(failed.len(), 1, "{failed:?}");
    assert_eq!((failed[0]["unit"].as_str(), failed[0]["kind"].as_str()), (Some("long-thuy"), Some("to_trinh")));
    assert!(!out.path().join("phuoc-long-2021/long-thuy/to_trinh.pdf").exists());
    assert!(out.path().join("phuoc-long-2021/long-thuy/phieu_kiem_tra_ho_so.pdf").exists());
}

#[test]
fn piped_text_has_no_colour_and_no_progress() {
    let out = tempfile::tempdir().unwrap();
    let output = hoso(&["build", "--unit", "y-te", "-o", out.path().to_str().unwrap()]);
    assert!(!stdout(&output).contains('\u{1b}') && stderr(&output).is_empty(), "{}", stderr(&output));
    assert!(stdout(&hoso(&["check", "--color", "always"])).contains('\u{1b}'));
}

#[test]
fn the_layout_is_checked_without_writing() {
    let before = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("output")).unwrap().count();
    assert_eq!(hoso(&["check", "--the-thuc", "tests/cases/xa-mau-2026"]).status.code(), Some(0));
    assert_eq!(std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("output")).unwrap().count(), before);
}

#[test]
fn an_output_that_is_a_file_is_refused_before_anything_is_made() {
    let file = tempfile::NamedTempFile::new().unwrap();
    let path = file.path().to_str().unwrap();
    for out in [path.to_owned(), format!("{path}/output")] {
        for format in ["human", "json"] {
            let output = hoso(&["build", "--unit", "y-te", "--format", format, "-o", &out]);
            assert_eq!((output.status.code(), stdout(&output)), (Some(2), ""), "{}", stderr(&output));
            let said = format!("lỗi: không ghi kết quả vào {path} được: đó không phải là thư mục;");
            assert!(stderr(&output).starts_with(&said), "{}", stderr(&output));
        }
    }
}

#[test]
fn an_overlaid_template_that_is_broken_is_named_with_its_line() {
    let templates = tempfile::tempdir().unwrap();
    std::fs::write(templates.path().join("to_trinh.typ"), "#import \"/nd30/nd30.typ\": *\n\n{% if don_vi %}").unwrap();
    let out = tempfile::tempdir().unwrap();
    let output = hoso(&[
        "build",
        "--format",
        "json",
        "--unit",
        "y-te",
        "--templates",
        templates.path().to_str().unwrap(),
        "-o",
        out.path().to_str().unwrap(),
    ]);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let finding = answer["findings"].as_array().unwrap().iter().find(|f| f["code"] == "ban-mau/cu-phap").unwrap();
    assert!(finding["file"].as_str().unwrap().ends_with("to_trinh.typ"));
    assert_eq!(finding["line"], 3);
    assert_eq!(output.status.code(), Some(1));
}

/// An office's own layout library whose left margin the decree forbids.
fn narrow_margin() -> tempfile::TempDir {
    let templates = tempfile::tempdir().unwrap();
    let sizes = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/nd30/kich-thuoc.typ"));
    let sizes = sizes.unwrap().replace("#let le-trai = 30mm", "#let le-trai = 25mm");
    std::fs::create_dir(templates.path().join("nd30")).unwrap();
    std::fs::write(templates.path().join("nd30/kich-thuoc.typ"), sizes).unwrap();
    templates
}

/// The layout findings of one paper of y-te built with that library, the exit code, and the output folder.
fn built_narrow(records: &Path) -> (Vec<Value>, Option<i32>, tempfile::TempDir) {
    let (templates, out) = (narrow_margin(), tempfile::tempdir().unwrap());
    let mut arguments =
        vec!["build", "--format", "json", "--unit", "y-te", "--kind", "phieu_kiem_tra_ho_so", "--certificate"];
    arguments.extend(["--records", records.to_str().unwrap()]);
    arguments.extend(["--templates", templates.path().to_str().unwrap(), "-o", out.path().to_str().unwrap()]);
    let output = hoso(&arguments);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut findings = answer["findings"].as_array().unwrap().clone();
    findings.retain(|f| f["code"].as_str().unwrap().starts_with("the-thuc/"));
    (findings, output.status.code(), out)
}

#[test]
fn a_page_that_departs_from_the_decree_is_made_and_named() {
    let (findings, code, out) = built_narrow(&Path::new(env!("CARGO_MANIFEST_DIR")).join("records"));
    assert_eq!((findings.len(), code), (1, Some(1)), "{findings:#?}");
    let finding = &findings[0];
    assert_eq!(finding["code"], "the-thuc/le-trai");
    assert_eq!(finding["blocks"], "cap_so");
    assert_eq!((finding["page"].as_u64(), finding["line"].as_u64()), (Some(1), None));
    assert_eq!((&finding["measured"], &finding["allowed"]), (&"25,0 mm".into(), &"30,0–35,0 mm".into()));
    assert!(finding["document"].as_str().unwrap().ends_with("y-te/phieu_kiem_tra_ho_so.pdf"), "{finding}");
    let folder = out.path().join("phuoc-long-2021/y-te");
    assert!(folder.join("phieu_kiem_tra_ho_so.pdf").exists());
    let certificate = std::fs::read(folder.join("phieu_kiem_tra_ho_so.the-thuc.json")).unwrap();
    let certificate: Value = serde_json::from_slice(&certificate).unwrap();
    assert_eq!(certificate["verdict"], "khong_dat");
    let margin = |code: &str| certificate["measures"].as_array().unwrap().iter().find(|m| m["code"] == code).cloned();
    assert_eq!(margin("the-thuc/le-trai").unwrap()["verdict"], "khong_dat");
    assert_eq!(margin("the-thuc/le-tren").unwrap()["measured"], "20,0 mm");
}

#[test]
fn a_layout_finding_can_be_levelled_and_waived() {
    let levelled = broken("phong-trao.yaml", "muc_do: {}", "muc_do: {the-thuc/le-trai: tat}");
    let (findings, code, _) = built_narrow(levelled.path());
    assert_eq!((findings.len(), code), (0, Some(0)));
    let waiver = "mien: [{ma: the-thuc/le-trai, ly_do: In trên giấy có sẵn lề, nguoi_duyet: Nguyễn Văn A}]";
    let waived = broken("don-vi/y-te.yaml", "mien: []", waiver);
    let (findings, code, _) = built_narrow(waived.path());
    assert_eq!((findings.len(), code), (1, Some(0)), "{findings:#?}");
    assert_eq!(findings[0]["waived"]["by"], "Nguyễn Văn A");
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_printed_exits_with_2() {
    let out = tempfile::tempdir().unwrap();
    let build = ["build", "--unit", "y-te", "--format", "json", "-o", out.path().to_str().unwrap()];
    for arguments in [&["check"][..], &["status"], &["explain"], &["--help"], &build] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = Command::new(env!("CARGO_BIN_EXE_hoso"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(arguments)
            .stdout(full)
            .output()
            .unwrap();
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(stderr(&output).contains("ổ đĩa đã đầy"), "{}", stderr(&output));
    }
}

#[cfg(unix)]
#[test]
fn template_files_that_cannot_be_used_are_named() {
    let templates = tempfile::tempdir().unwrap();
    std::fs::write(templates.path().join("a.typ"), [0xff]).unwrap();
    std::os::unix::fs::symlink("a.typ", templates.path().join("b.typ")).unwrap();
    let output = hoso(&["build", "--templates", templates.path().to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    let says = stderr(&output);
    assert!(says.contains("a.typ: mẫu không phải văn bản UTF-8") && says.contains("b.typ: mẫu là liên kết"), "{says}");
}

#[test]
fn a_template_without_title_and_date_is_itself_the_place() {
    let (templates, out) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::fs::write(templates.path().join("phieu_kiem_tra_ho_so.typ"), "").unwrap();
    let places = ["--templates", templates.path().to_str().unwrap(), "-o", out.path().to_str().unwrap()];
    let output = hoso(&[&["build", "--format", "json", "--unit", "y-te"], &places[..]].concat());
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1));
    let findings = answer["findings"].as_array().unwrap().iter().filter(|f| f["code"] == "ban-mau/pdf");
    let files: Vec<_> = findings.map(|f| f["file"].as_str().unwrap().to_owned()).collect();
    assert!(!files.is_empty() && files.iter().all(|file| file.ends_with("/phieu_kiem_tra_ho_so.typ")), "{files:?}");
}
