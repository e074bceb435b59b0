//! The output folder as a clerk leaves it: links, files of others, papers of earlier builds, traces of killed ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../support/mod.rs"]
mod support;

mod killed;
mod same;

use std::path::Path;
use std::process::Command;

use serde_json::Value;
use support::*;

/// The small campaign, of which nothing is an error.
fn records() -> Records {
    Records::small().set(CAMPAIGN, "muc_do", "{the-thuc/thieu-phan: canh_bao}")
}

/// What a build answers, and its exit code.
fn built(records: &Records, out: &Path, flags: &[&str]) -> (Value, Option<i32>) {
    let output = Command::new(env!("CARGO_BIN_EXE_hoso"))
        .current_dir(records.home())
        .args(["build", "--format", "json", "-o", out.to_str().unwrap()])
        .args(flags)
        .output()
        .unwrap();
    (serde_json::from_slice(&output.stdout).unwrap(), output.status.code())
}

/// The findings of a code, each as the end of its file's path with its message.
fn told(answer: &Value, code: &str) -> Vec<String> {
    let findings = answer["findings"].as_array().unwrap().iter().filter(|f| f["code"] == code);
    let line = |f: &Value| {
        let file = f["file"].as_str().unwrap().rsplit("xa-mau-2026/").next().unwrap().to_owned();
        format!("{file}: {}", f["message"].as_str().unwrap())
    };
    findings.map(line).collect()
}

#[cfg(unix)]
#[test]
fn a_link_in_place_of_the_campaigns_folder_is_not_followed() {
    let (records, out, target) = (records(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(target.path(), out.path().join("xa-mau-2026")).unwrap();
    let (answer, code) = built(&records, out.path(), &[]);
    assert_eq!(code, Some(2));
    // It is said once, not of each paper.
    let said = told(&answer, "van-ban/khong-ghi-duoc");
    assert!(matches!(said.as_slice(), [only] if only.contains("là một liên kết")), "{said:#?}");
    std::fs::remove_file(out.path().join("xa-mau-2026")).unwrap();
    std::fs::write(out.path().join("xa-mau-2026"), "một tệp").unwrap();
    let (answer, code) = built(&records, out.path(), &[]);
    assert_eq!((told(&answer, "van-ban/khong-ghi-duoc").len(), code), (1, Some(2)));
    assert_eq!(std::fs::read_dir(target.path()).unwrap().count(), 0);
    // The output folder itself is its owner's choice.
    let link = tempfile::tempdir().unwrap();
    std::os::unix::fs::symlink(target.path(), link.path().join("output")).unwrap();
    let (_, code) = built(&records, &link.path().join("output"), &["--unit", "thon-dong"]);
    assert_eq!((code, target.path().join("xa-mau-2026").is_dir()), (Some(0), true));
}

#[test]
fn files_of_others_are_not_written_over() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let folder = out.path().join("xa-mau-2026");
    std::fs::create_dir_all(folder.join("thon-dong")).unwrap();
    let foreign = ["thon-dong/phieu_kiem_tra_ho_so.pdf", "thon-tay/phieu_kiem_tra_ho_so.typ", "manifest.json"];
    std::fs::create_dir_all(folder.join("thon-tay")).unwrap();
    for file in foreign {
        std::fs::write(folder.join(file), "của người khác").unwrap();
    }
    let (answer, code) = built(&records, out.path(), &["--keep-typ"]);
    assert_eq!(code, Some(2));
    let said = told(&answer, "van-ban/khong-ghi-duoc");
    assert_eq!(said.len(), 3, "{said:#?}");
    for file in foreign {
        assert!(
            said.iter().any(|line| line.contains(&format!("{file}: ở đó đang có một tệp không do hoso lập"))),
            "{said:#?}"
        );
        assert_eq!(std::fs::read_to_string(folder.join(file)).unwrap(), "của người khác");
        std::fs::remove_file(folder.join(file)).unwrap();
    }
    assert_eq!(built(&records, out.path(), &["--keep-typ"]).1, Some(0));
    // What is ours says so itself: that the manifest lists a path does not make it ours, nor does the PDF beside it.
    for file in &foreign[..2] {
        std::fs::write(folder.join(file), "của người khác").unwrap();
    }
    let (answer, code) = built(&records, out.path(), &["--keep-typ"]);
    assert_eq!((told(&answer, "van-ban/khong-ghi-duoc").len(), code), (2, Some(2)));
    for file in &foreign[..2] {
        assert_eq!(std::fs::read_to_string(folder.join(file)).unwrap(), "của người khác");
        std::fs::remove_file(folder.join(file)).unwrap();
    }
    built(&records, out.path(), &["--keep-typ"]);
    std::fs::remove_file(folder.join("manifest.json")).unwrap();
    let unit = records.path(EAST);
    let changed = std::fs::read_to_string(&unit).unwrap().replacen("ten: ", "ten: Ấp ", 1);
    std::fs::write(&unit, changed).unwrap();
    let (answer, code) = built(&records, out.path(), &["--keep-typ"]);
    assert_eq!(code, Some(0), "{answer:#}");
}

/// A digital signature is appended to the issued file, which then begins with the very bytes that were issued.
#[test]
fn a_signed_paper_is_never_lost() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let paper = out.path().join("xa-mau-2026/thon-dong/phieu_kiem_tra_ho_so.pdf");
    built(&records, out.path(), &[]);
    let issued = std::fs::read(&paper).unwrap();
    let mut signed = Vec::new();
    for more in [&b"\n%signature\n"[..], b"\n1 0 obj\nendobj\nstartxref\n7\n%%EOF\n"] {
        signed = [&issued[..], more].concat();
        std::fs::write(&paper, &signed).unwrap();
        let (answer, code) = built(&records, out.path(), &["--certificate"]);
        let documents = answer["documents"].as_array().unwrap();
        let path = "thon-dong/phieu_kiem_tra_ho_so.pdf";
        let state = documents.iter().find(|d| d["path"].as_str().unwrap().ends_with(path));
        assert_eq!((code, &state.unwrap()["status"]), (Some(0), &"unchanged".into()));
        assert_eq!(std::fs::read(&paper).unwrap(), signed);
    }
    // Where the record has changed since, the clerk decides.
    let unit = records.path(EAST);
    std::fs::write(&unit, std::fs::read_to_string(&unit).unwrap().replacen("ten: ", "ten: Ấp ", 1)).unwrap();
    let (answer, code) = built(&records, out.path(), &[]);
    assert_eq!(code, Some(2));
    insta::assert_snapshot!(told(&answer, "van-ban/khong-ghi-duoc").join("\n").replace(&out.path().display().to_string(), ""), @"thon-dong/phieu_kiem_tra_ho_so.pdf: không ghi /xa-mau-2026/thon-dong/phieu_kiem_tra_ho_so.pdf: tệp đang có đã được ký số hoặc ghi thêm sau khi lập và khác với văn bản theo bản ghi hiện tại; hãy chuyển tệp ấy đi nơi khác rồi chạy lại");
    assert_eq!(std::fs::read(&paper).unwrap(), signed);
}

#[test]
fn papers_of_an_earlier_build_are_named_until_somebody_removes_them() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let folder = out.path().join("xa-mau-2026");
    let unit = records.path(SCHOOL);
    let (answer, code) = built(&records, out.path(), &[]);
    assert_eq!((code, told(&answer, "van-ban/tep-cu")), (Some(0), vec![]));
    let text = std::fs::read_to_string(&unit).unwrap();
    std::fs::write(&unit, text.replacen("ban_cam_ket:", "ban_cam_kett:", 1)).unwrap();
    std::fs::remove_file(records.path(EAST)).unwrap();
    for _ in 0..2 {
        let (answer, _) = built(&records, out.path(), &[]);
        let said = told(&answer, "van-ban/tep-cu");
        assert!(said.iter().any(|line| line.starts_with("truong-hoa-mai/ban_cam_ket.pdf: ")), "{said:#?}");
        assert!(folder.join("truong-hoa-mai/ban_cam_ket.pdf").exists());
    }
    // Of a unit whose file cannot be read nobody knows which papers it still has.
    let sound = std::fs::read_to_string(records.path(STATION)).unwrap();
    std::fs::write(records.path(STATION), "ten: [").unwrap();
    let (answer, _) = built(&records, out.path(), &[]);
    assert!(told(&answer, "van-ban/tep-cu").iter().all(|line| !line.contains("tram-y-te")), "{answer:#}");
    std::fs::write(records.path(STATION), sound).unwrap();
    // A part of the papers says nothing of the rest.
    let (answer, _) = built(&records, out.path(), &["--unit", "tram-y-te"]);
    assert_eq!(told(&answer, "van-ban/tep-cu"), Vec::<String>::new());
    std::fs::remove_file(folder.join("truong-hoa-mai/ban_cam_ket.pdf")).unwrap();
    let (answer, _) = built(&records, out.path(), &[]);
    assert!(told(&answer, "van-ban/tep-cu").iter().all(|line| !line.contains("ban_cam_ket")));
}

/// Runs a build that cannot begin, and gives what it says.
fn refused(records: &Records, flags: &[&str]) -> String {
    let output =
        Command::new(env!("CARGO_BIN_EXE_hoso")).current_dir(records.home()).arg("build").args(flags).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    String::from_utf8(output.stderr).unwrap()
}

#[test]
fn papers_do_not_come_to_lie_among_the_records() {
    let records = records();
    let before = std::fs::read_dir(records.path("")).unwrap().count();
    for out in ["records", "records/xa-mau-2026", "records/xa-mau-2026/van-ban", "output/../records"] {
        let said = refused(&records, &["-o", out]);
        assert!(said.contains("văn bản sẽ nằm lẫn trong thư mục bản ghi"), "{out}: {said}");
    }
    insta::assert_snapshot!(refused(&records, &["-o", "records"]), @"lỗi: không ghi kết quả vào records: văn bản sẽ nằm lẫn trong thư mục bản ghi records/xa-mau-2026; hãy nêu một thư mục khác ở `-o`");
    assert_eq!(std::fs::read_dir(records.path("")).unwrap().count(), before);
}

#[test]
fn two_campaigns_whose_folders_have_one_name() {
    let (first, out) = (records(), tempfile::tempdir().unwrap());
    built(&first, out.path(), &[]);
    let paper = out.path().join("xa-mau-2026/thon-dong/phieu_kiem_tra_ho_so.pdf");
    let before = std::fs::read(&paper).unwrap();
    let other = records().set(CAMPAIGN, "ten", "Phong trào thi đua “Thắp sáng đường quê” xã Đồng Mẫu năm 2026").set(
        EAST,
        "ten",
        "Thôn Đông Một",
    );
    let (answer, code) = built(&other, out.path(), &[]);
    assert_eq!(code, Some(2));
    let said = told(&answer, "van-ban/khong-ghi-duoc").join("\n").replace(&out.path().display().to_string(), "");
    insta::assert_snapshot!(said, @": không ghi vào /xa-mau-2026/: ở đó đang có văn bản của phong trào khác có thư mục bản ghi cùng tên (“Phong trào thi đua “Chung sức xây dựng nông thôn mới kiểu mẫu” xã Đồng Mẫu năm 2026”); nêu thư mục khác ở `-o`, hoặc nếu vẫn là phong trào này, đã đổi tên hay năm, thì xóa tệp manifest.json ở đó rồi chạy lại");
    assert_eq!(std::fs::read(&paper).unwrap(), before);
    let (_, code) = built(&records().set(CAMPAIGN, "nam", "2027"), out.path(), &["--unit", "thon-dong"]);
    assert_eq!((code, std::fs::read(&paper).unwrap()), (Some(2), before));
    // A name that is mended is the same campaign's.
    let mended =
        records().set(CAMPAIGN, "ten", "Phong trào thi đua “Chung sức xây dựng nông thôn mới kiểu mẫu” năm 2026");
    let (answer, code) = built(&mended, out.path(), &[]);
    assert_eq!((code, told(&answer, "van-ban/khong-ghi-duoc")), (Some(0), vec![]));
}

/// What was cut short while it was copied, say, loses nothing where the same is written again.
#[test]
fn a_file_that_was_cut_short_is_written_again() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let folder = out.path().join("xa-mau-2026");
    built(&records, out.path(), &[]);
    let files = ["thon-dong/phieu_kiem_tra_ho_so.pdf", "manifest.json"];
    let whole: Vec<Vec<u8>> = files.iter().map(|file| std::fs::read(folder.join(file)).unwrap()).collect();
    for (file, bytes) in files.iter().zip(&whole) {
        std::fs::write(folder.join(file), &bytes[..bytes.len() / 3]).unwrap();
    }
    assert_eq!(built(&records, out.path(), &[]).1, Some(0));
    for (file, bytes) in files.iter().zip(&whole) {
        assert_eq!(&std::fs::read(folder.join(file)).unwrap(), bytes, "{file}");
    }
    // Where another paper would be written, nobody can tell whose the rest was.
    std::fs::write(folder.join(files[0]), &whole[0][..whole[0].len() / 3]).unwrap();
    let unit = records.path(EAST);
    std::fs::write(&unit, std::fs::read_to_string(&unit).unwrap().replacen("ten: ", "ten: Ấp ", 1)).unwrap();
    let (answer, code) = built(&records, out.path(), &[]);
    assert_eq!(code, Some(2));
    let said = told(&answer, "van-ban/khong-ghi-duoc").join("\n").replace(&out.path().display().to_string(), "");
    insta::assert_snapshot!(said, @"thon-dong/phieu_kiem_tra_ho_so.pdf: không ghi /xa-mau-2026/thon-dong/phieu_kiem_tra_ho_so.pdf: ở đó đang có một tệp không do hoso lập, hoặc đã hỏng đến mức không nhận ra được; hãy chuyển tệp ấy đi nơi khác rồi chạy lại");
}

#[test]
fn what_a_killed_build_left_is_swept_by_the_next() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let folder = out.path().join("xa-mau-2026/thon-dong");
    std::fs::create_dir_all(&folder).unwrap();
    for name in [".hoso-Ab12Cd", ".hoso-ghi-chu"] {
        std::fs::write(folder.join(name), "x").unwrap();
    }
    assert_eq!(built(&records, out.path(), &["--unit", "thon-dong"]).1, Some(0));
    assert!(!folder.join(".hoso-Ab12Cd").exists() && folder.join(".hoso-ghi-chu").exists());
}

/// The papers that a build wrote, by their paths below the campaign's folder.
fn written(answer: &Value) -> Vec<&str> {
    let rows = answer["documents"].as_array().unwrap().iter().filter(|row| row["status"] == "built");
    rows.map(|row| row["path"].as_str().unwrap().rsplit_once("xa-mau-2026/").unwrap().1).collect()
}

#[test]
fn only_what_changed_is_made_again() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let folder = out.path().join("xa-mau-2026");
    let (first, _) = built(&records, out.path(), &[]);
    assert_eq!(written(&first).len(), first["documents"].as_array().unwrap().len());
    let list = std::fs::read(folder.join("manifest.json")).unwrap();
    let (second, code) = built(&records, out.path(), &[]);
    assert_eq!((written(&second), code), (vec![], Some(0)));
    // Whatever becomes of the notes, nothing but time is lost.
    let notes = std::fs::read(folder.join(".hoso-cache")).unwrap();
    for spoilt in [&b""[..], b"hoso-cache 3\n\x00\n", &notes[..notes.len() / 2], &notes[..notes.len() - 9]] {
        std::fs::write(folder.join(".hoso-cache"), spoilt).unwrap();
        assert_eq!(built(&records, out.path(), &[]).0, second);
    }
    std::fs::remove_file(folder.join(".hoso-cache")).unwrap();
    assert_eq!(built(&records, out.path(), &[]).0, second);
    assert_eq!(std::fs::read(folder.join("manifest.json")).unwrap(), list);
    // A paper that is gone, cut short or older is made again.
    let report = "truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf";
    let whole = std::fs::read(folder.join(report)).unwrap();
    std::fs::remove_file(folder.join(report)).unwrap();
    assert_eq!(written(&built(&records, out.path(), &[]).0), [report]);
    std::fs::write(folder.join(report), &whole[..whole.len() / 2]).unwrap();
    assert_eq!(written(&built(&records, out.path(), &[]).0), [report]);
    assert_eq!(std::fs::read(folder.join(report)).unwrap(), whole);
    // What was not asked for before is added.
    built(&records, out.path(), &["--certificate"]);
    assert!(folder.join("truong-hoa-mai/bao_cao_thanh_tich-tap-the.the-thuc.json").exists());
    // A changed record costs the papers that print it.
    let unit = records.path(SCHOOL);
    let text = std::fs::read_to_string(&unit).unwrap();
    let changed = text.replacen("Toàn thể viên chức", "Toàn bộ viên chức", 1);
    assert_ne!(text, changed);
    std::fs::write(&unit, changed).unwrap();
    assert_eq!(written(&built(&records, out.path(), &[]).0), ["truong-hoa-mai/trich_bien_ban.pdf"]);
    std::fs::write(&unit, text).unwrap();
    assert_eq!(written(&built(&records, out.path(), &["--unit", "thon-dong"]).0), Vec::<&str>::new());
    assert_eq!(written(&built(&records, out.path(), &[]).0), ["truong-hoa-mai/trich_bien_ban.pdf"]);
    assert_eq!(std::fs::read(folder.join("manifest.json")).unwrap(), list);
}

#[test]
fn a_second_build_waits_for_the_first() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let folder = out.path().join("xa-mau-2026");
    std::fs::create_dir_all(&folder).unwrap();
    let first = std::fs::File::create(folder.join(".hoso-lock")).unwrap();
    first.lock().unwrap();
    let mut second = Command::new(env!("CARGO_BIN_EXE_hoso"))
        .current_dir(records.home())
        .args(["build", "--unit", "thon-dong", "-o", out.path().to_str().unwrap()])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let mut said = String::new();
    let mut reader = std::io::BufReader::new(second.stderr.take().unwrap());
    std::io::BufRead::read_line(&mut reader, &mut said).unwrap();
    assert!(said.contains("Một lần lập khác đang ghi vào"), "{said}");
    assert!(!folder.join("thon-dong").exists());
    first.unlock().unwrap();
    assert_eq!(second.wait().unwrap().code(), Some(0));
    assert!(folder.join("thon-dong").exists());
}

/// Opening the link would make the file that it leads to.
#[cfg(unix)]
#[test]
fn a_link_in_place_of_the_lock_makes_no_file_elsewhere() {
    let (records, out, elsewhere) = (records(), tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let folder = out.path().join("xa-mau-2026");
    std::fs::create_dir_all(&folder).unwrap();
    std::os::unix::fs::symlink(elsewhere.path().join("moi"), folder.join(".hoso-lock")).unwrap();
    let (_, code) = built(&records, out.path(), &["--unit", "thon-dong"]);
    assert_eq!((code, folder.join("thon-dong").is_dir()), (Some(0), true));
    assert_eq!(std::fs::read_dir(elsewhere.path()).unwrap().count(), 0);
}

/// Said once, and not of every paper.
#[test]
fn an_output_folder_that_cannot_be_made() {
    let (records, out) = (records(), tempfile::tempdir().unwrap());
    let (answer, code) = built(&records, &out.path().join("a".repeat(300)), &[]);
    let said = told(&answer, "van-ban/khong-ghi-duoc");
    assert_eq!((said.len(), code, answer["documents"].as_array().unwrap().len()), (1, Some(2), 0), "{said:#?}");
}
