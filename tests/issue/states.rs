//! Numbers kept and given up, papers replaced and withdrawn, signed copies.

use hoso::lock::{Lock, State};

use super::*;

const OF_SCHOOL: [&str; 5] = ["cap-so", "--unit", "truong-hoa-mai", "--kind", "to_trinh"];
const FORMER: &str = "output/xa-mau-2026/truong-hoa-mai/to_trinh--09-2026.pdf";

pub(super) fn of_school(records: &Records, more: &[&str]) -> Output {
    run(records, &[&OF_SCHOOL[..], more].concat())
}

pub(super) fn lock(records: &Records) -> Lock {
    Lock::read(&records.read(LOCK)).unwrap()
}

pub(super) fn states(records: &Records) -> Vec<(String, State)> {
    lock(records).iter().map(|entry| (format!("{} {}", entry.paper, entry.title()), entry.state)).collect()
}

#[track_caller]
fn refused(output: &Output, code: i32, says: &str) {
    let said = format!("{}{}", text(&output.stdout), text(&output.stderr)).replace("\n                ", " ");
    assert!(output.status.code() == Some(code) && said.contains(says), "{says}: {said}");
}

#[test]
fn a_number_reserved_and_used() {
    let records = records();
    let before = records.read(SCHOOL);
    let output = of_school(&records, &["--giu-so", "--so", "9", "--ngay", "1/7/2026"]);
    sound(&output);
    insta::assert_snapshot!(text(&output.stdout), @"Đã giữ số 09/TTr-THHM cho truong-hoa-mai/to_trinh từ ngày 01 tháng 7 năm 2026");
    assert!(records.read(SCHOOL) == before && !pdf(&records).exists());
    assert_eq!(states(&records), [("truong-hoa-mai/to_trinh 09/TTr-THHM".into(), State::Reserved)]);
    // Again it is only told; another number is refused, for the paper and for others.
    sound(&of_school(&records, &["--reserve", "--ngay", "1/7/2026"]));
    refused(&of_school(&records, &["--reserve", "--so", "8", "--ngay", "1/7/2026"]), 2, "đã giữ cho văn bản");
    refused(&of_school(&records, &["--so", "8", "--ngay", "8/7/2026"]), 2, "số 09 đã giữ cho văn bản");
    let plan = records.set(CAMPAIGN, "so_van_ban", "{chung: [ke_hoach, to_trinh]}");
    let records = plan.set(CAMPAIGN, "so_van_ban", "{}");
    // Its own number it gets without saying it again.
    sound(&of_school(&records, &["--ngay", "8/7/2026"]));
    assert_eq!(states(&records), [("truong-hoa-mai/to_trinh 09/TTr-THHM".into(), State::Issued)]);
    assert!(records.read(LOCK).contains("  giu_tu: 2026-07-01\n"));
    refused(&of_school(&records, &["--reserve", "--so", "8", "--ngay", "9/7/2026"]), 2, "đã cấp số");
    sound(&run(&records, &["verify"]));
}

#[test]
fn a_number_kept_for_another_paper() {
    let records = Records::reviewed();
    let keep =
        ["cap-so", "--kind", "to_trinh_khen_thuong", "--hop", "dot-1", "--giu-so", "--so", "4", "--ngay", "2026-07-20"];
    sound(&run(&records, &keep));
    let other = ["cap-so", "--kind", "to_trinh_khen_thuong", "--hop", "dot-2", "--so", "4", "--ngay", "2026-07-28"];
    let output = run(&records, &[&other[..], &["--format", "json"]].concat());
    assert_eq!(output.status.code(), Some(1));
    let said = told("van-ban/so-khong-con", &output);
    assert!(
        matches!(said.as_slice(), [only] if only.contains("số 04 năm 2026 đã giữ cho to_trinh_khen_thuong (hoso.lock dòng 3)")),
        "{said:?}"
    );
    // A record that takes it all the same is told, and its paper is not made.
    let records = records.append(REVIEW, "van_ban: {to_trinh_khen_thuong: {dot-2: {so: 4, ngay: 2026-07-28}}}\n");
    for command in ["check", "build", "register"] {
        let output = run(&records, &[command, "--format", "json"]);
        assert_eq!((output.status.code(), told("van-ban/so-khong-con", &output).len()), (Some(1), 1), "{command}");
    }
}

#[test]
fn a_number_voided() {
    let records = records();
    sound(&of_school(&records, &["--giu-so", "--so", "9", "--ngay", "1/7/2026"]));
    refused(&of_school(&records, &["--huy-so", "--ngay", "30/6/2026"]), 2, "không thể hủy trước ngày ấy");
    let output = of_school(&records, &["--huy-so", "--ngay", "2/7/2026", "--ly-do", "Lấy nhầm số"]);
    sound(&output);
    insta::assert_snapshot!(text(&output.stdout), @"Đã hủy số 09/TTr-THHM của truong-hoa-mai/to_trinh ngày 02 tháng 7 năm 2026");
    assert_eq!(states(&records), [("truong-hoa-mai/to_trinh--09-2026 09/TTr-THHM".into(), State::Void)]);
    // It is never given again.
    let output = of_school(&records, &["--so", "9", "--ngay", "8/7/2026"]);
    refused(&output, 1, "đã hủy (hoso.lock dòng 3)");
    refused(&of_school(&records, &["--giu-so", "--so", "9", "--ngay", "8/7/2026"]), 1, "đã dùng, đã giữ hoặc đã hủy");
    sound(&of_school(&records, &["--so", "10", "--ngay", "8/7/2026"]));
    // A number that was lost without a paper, twice told; one that a paper has is not to be voided.
    for _ in 0..2 {
        sound(&of_school(&records, &["--void", "--so", "11", "--ngay", "9/7/2026"]));
    }
    refused(&of_school(&records, &["--void", "--so", "10", "--ngay", "9/7/2026"]), 2, "số đã cấp thì không hủy");
    assert_eq!(lock(&records).iter().count(), 3);
    let output = run(&records, &["register"]);
    sound(&output);
    insta::assert_snapshot!("register_of_voided_numbers", text(&output.stdout));
}

#[test]
fn a_paper_that_replaces_another() {
    let records = records();
    refused(&of_school(&records, &["--replace", "--so", "12", "--ngay", "15/7/2026"]), 2, "chưa có gì để thay thế");
    sound(&issue(&records, &[]));
    let (first, record) = (std::fs::read(pdf(&records)).unwrap(), records.read(SCHOOL));
    // Its name was wrong: the record is mended, and a new paper of the same kind takes the old one's place.
    let records = records.replace(SCHOOL, "Đinh Văn Cội", "Đinh Văn Cả");
    assert_eq!(run(&records, &["check"]).status.code(), Some(1));
    refused(&of_school(&records, &["--so", "12", "--ngay", "15/7/2026"]), 2, "nêu --replace");
    refused(
        &of_school(&records, &["--replace", "--so", "12", "--ngay", "1/7/2026"]),
        2,
        "ngày trước văn bản bị thay thế",
    );
    refused(&of_school(&records, &["--replace", "--so", "9", "--ngay", "15/7/2026"]), 2, "phải có số của nó");
    let replace = ["--thay-the", "--so", "12", "--ngay", "15/7/2026"];
    let output = of_school(&records, &replace);
    sound(&output);
    insta::assert_snapshot!(text(&output.stdout));
    let expected = record.replace("Đinh Văn Cội", "Đinh Văn Cả").replace(
        "    so: 9\n    ngay: 2026-07-08\n",
        "    thay_the: {so: 9, ky_hieu: TTr-THHM, ngay: 2026-07-08}\n    so: 12\n    ngay: 2026-07-15\n",
    );
    assert_eq!(records.read(SCHOOL), expected);
    assert_eq!(std::fs::read(records.home().join(FORMER)).unwrap(), first);
    let of = |paper: &str, state| (format!("truong-hoa-mai/{paper}"), state);
    let known = [of("to_trinh 12/TTr-THHM", State::Issued), of("to_trinh--09-2026 09/TTr-THHM", State::Replaced)];
    assert_eq!(states(&records), known);
    // Once more it is only told.
    let whole = (records.read(LOCK), records.read(SCHOOL));
    sound(&of_school(&records, &replace));
    assert_eq!((records.read(LOCK), records.read(SCHOOL)), whole);
    // Both papers are proved, nothing is left to say, and neither file is touched.
    let output = run(&records, &["verify"]);
    sound(&output);
    insta::assert_snapshot!("verify_of_replaced_papers", text(&output.stdout));
    let built = run(&records, &["build", "--format", "json"]);
    for code in ["van-ban/da-cap-so", "van-ban/tep-cu", "van-ban/so-khong-con"] {
        assert_eq!(told(code, &built), [""; 0]);
    }
    assert_eq!(std::fs::read(records.home().join(FORMER)).unwrap(), first);
    let output = run(&records, &["register"]);
    insta::assert_snapshot!("register_of_replaced_papers", text(&output.stdout));
    // A third one, and a paper whose old file is not at hand.
    std::fs::remove_file(pdf(&records)).unwrap();
    sound(&of_school(&records, &["--replace", "--so", "13", "--ngay", "20/7/2026"]));
    assert!(records.read(SCHOOL).contains("    thay_the: {so: 12, ky_hieu: TTr-THHM, ngay: 2026-07-15}\n    so: 13\n"));
    assert_eq!(lock(&records).iter().count(), 3);
}

/// What the paper says of the one it replaces.
#[test]
fn a_replacement_says_what_it_replaces() {
    let cited = "{so: 9, ngay: 2026-07-08}";
    let checked = Records::small().set(SCHOOL, "ho_so.to_trinh.thay_the", cited).check();
    let said = &checked.document("truong-hoa-mai/to_trinh.pdf").data["van_ban"]["thay_the"];
    assert_eq!(
        said,
        "Tờ trình này thay thế Tờ trình số 09/TTr-THHM ngày 08 tháng 7 năm 2026 của Trường Tiểu học Hoa Mai"
    );
}

#[test]
fn a_decision_that_replaces_another() {
    let records = Records::reviewed();
    let decide = |more: &[&str]| {
        let which = ["cap-so", "--kind", "qd_khen_thuong", "--hop", "dot-2"];
        run(&records, &[&which[..], more].concat())
    };
    sound(&decide(&["--so", "108", "--ngay", "30/7/2026"]));
    sound(&decide(&["--replace", "--so", "115", "--ngay", "5/8/2026"]));
    assert!(records.read(REVIEW).contains("  - {thay_the: {so: 108, ky_hieu: QĐ-UBND, ngay: 2026-07-30}, hinh_thuc: giay_khen, hop: dot-2, so: 115, ngay: 2026-08-05, "), "{}", records.read(REVIEW));
    sound(&run(&records, &["verify"]));
}

#[test]
fn a_paper_withdrawn() {
    let records = records();
    refused(&of_school(&records, &["--thu-hoi", "--ngay", "9/7/2026"]), 2, "chưa được cấp số bằng chương trình");
    sound(&issue(&records, &[]));
    let whole = std::fs::read(pdf(&records)).unwrap();
    refused(&of_school(&records, &["--thu-hoi", "--ngay", "7/7/2026"]), 2, "không thể bị thu hồi trước ngày ban hành");
    refused(
        &of_school(&records, &["--thu-hoi", "--so", "8", "--ngay", "9/7/2026"]),
        2,
        "mang số 09/TTr-THHM, không phải 08",
    );
    let withdraw = ["--withdraw", "--ngay", "20/7/2026", "--ly-do", "Ban hành nhầm"];
    let output = of_school(&records, &withdraw);
    sound(&output);
    insta::assert_snapshot!(text(&output.stdout));
    let lock = records.read(LOCK);
    sound(&of_school(&records, &withdraw));
    assert_eq!(records.read(LOCK), lock);
    let output = run(&records, &["verify", PROPOSAL]);
    sound(&output);
    assert!(text(&output.stdout).replace("\n", " ").contains("đã bị thu hồi"), "{}", text(&output.stdout));
    let register = run(&records, &["register", "--format", "csv"]);
    assert!(text(&register.stdout).contains("\"Đã thu hồi ngày 20 tháng 7 năm 2026: Ban hành nhầm\""));
    // It is kept, and its record may go; but not say something else under its number.
    run(&records, &["build"]);
    assert_eq!(std::fs::read(pdf(&records)).unwrap(), whole);
    refused(&of_school(&records, &["--so", "10", "--ngay", "21/7/2026"]), 2, "đã bị thu hồi");
    let changed = records.replace(SCHOOL, "Đinh Văn Cội", "Đinh Văn Cả");
    assert_eq!(told("van-ban/da-cap-so", &run(&changed, &["check", "--format", "json"])).len(), 1);
    sound(&of_school(&changed, &["--replace", "--so", "10", "--ngay", "21/7/2026"]));
    let register = run(&changed, &["register", "--format", "csv"]);
    assert!(
        text(&register.stdout).contains("Ban hành nhầm; thay thế bởi số 10/TTr-THHM"),
        "{}",
        text(&register.stdout)
    );
    let gone = records_after_withdrawal().without(SCHOOL, "ho_so.to_trinh");
    assert_eq!(told("van-ban/da-cap-so", &run(&gone, &["check", "--format", "json"])), [""; 0]);
    sound(&run(&gone, &["verify"]));
}

fn records_after_withdrawal() -> Records {
    let records = records();
    sound(&issue(&records, &[]));
    sound(&of_school(&records, &["--withdraw", "--ngay", "20/7/2026"]));
    records
}

#[test]
fn signed_copies() {
    let records = records();
    sound(&issue(&records, &[]));
    let whole = std::fs::read(pdf(&records)).unwrap();
    let signed = [&whole[..], b"\n1 0 obj\nstartxref\n5\n%%EOF"].concat();
    let file = |name: &str, bytes: &[u8]| {
        std::fs::write(records.home().join(name), bytes).unwrap();
        name.to_owned()
    };
    let (electronic, scan) = (file("ky-so.pdf", &signed), file("quet.pdf", b"%PDF-1.4 quet"));
    let enter = |name: &str| of_school(&records, &["--ban-ky", name]);
    refused(&enter("output/xa-mau-2026/truong-hoa-mai/to_trinh.pdf"), 2, "chưa có chữ ký nối vào");
    refused(&enter("khong-co.pdf"), 2, "không có tệp");
    run(&records, &["build", "--unit", "tram-y-te"]);
    refused(&enter("output/xa-mau-2026/tram-y-te/to_trinh.pdf"), 2, "là tệp khác của văn bản tram-y-te/to_trinh");
    let before = run(&records, &["verify", &scan]);
    assert_eq!(before.status.code(), Some(1));
    for name in [&electronic, &scan, &scan] {
        sound(&enter(name));
    }
    assert_eq!(lock(&records).get("truong-hoa-mai/to_trinh").unwrap().signed.len(), 2);
    let output = run(&records, &["verify", &electronic, &scan]);
    sound(&output);
    insta::assert_snapshot!("verify_of_signed_copies", text(&output.stdout));
    // A byte more, and it is another scan.
    let other = file("quet-2.pdf", b"%PDF-1.4 quet ");
    assert_eq!(run(&records, &["verify", &other]).status.code(), Some(1));
    let answer: Value = serde_json::from_slice(&run(&records, &["verify", "--format", "json", &scan]).stdout).unwrap();
    let told = &answer["files"][0];
    assert_eq!((&told["signed"], &told["sound"], &told["number"]), (&true.into(), &true.into(), &"09/TTr-THHM".into()));
}

/// Only one thing at a time.
#[test]
fn flags_that_do_not_go_together() {
    let records = records();
    let output = of_school(&records, &["--void", "--replace", "--so", "1", "--ngay", "8/7/2026"]);
    refused(&output, 2, "không dùng");
    refused(&of_school(&records, &["--so", "1"]), 2, "còn thiếu --ngay");
    refused(&of_school(&records, &["--ngay", "8/7/2026"]), 2, "nêu --so");
}

/// A letter that corrects a paper's form has a number of its own; the paper stays as it is.
#[test]
fn a_letter_of_correction() {
    let records = Records::small();
    sound(&of_school(&records, &["--ngay", "8/7/2026"]));
    let places = "{to_trinh: {nguoi_ky: {chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}, dinh_chinh: [{da_in: KT. HIỆU TRƯỞNG, sua_thanh: HIỆU TRƯỞNG}]}}";
    let records = records.set(SCHOOL, "ho_so.cong_van_dinh_chinh", places);
    let correct =
        ["cap-so", "--unit", "truong-hoa-mai", "--kind", "cong_van_dinh_chinh", "--so", "4", "--ngay", "12/7/2026"];
    sound(&run(&records, &correct));
    assert!(
        records.read(SCHOOL).contains("{to_trinh: {so: 4, ngay: 2026-07-12, nguoi_ky: "),
        "{}",
        records.read(SCHOOL)
    );
    sound(&run(&records, &["verify"]));
    assert_eq!(told("van-ban/da-cap-so", &run(&records, &["check", "--format", "json"])), [""; 0]);
    let known: Vec<String> = lock(&records).iter().map(|entry| format!("{} {}", entry.paper, entry.title())).collect();
    assert_eq!(known, ["truong-hoa-mai/cong_van_dinh_chinh-to_trinh 04/THHM", "truong-hoa-mai/to_trinh 09/TTr-THHM"]);
    // Where the paper is replaced later, the letter goes on speaking of the one that it corrected.
    sound(&of_school(&records, &["--replace", "--so", "12", "--ngay", "15/7/2026"]));
    sound(&run(&records, &["verify"]));
    assert_eq!(told("van-ban/da-cap-so", &run(&records, &["check", "--format", "json"])), [""; 0]);
}

/// The checklist tells the hashes of what was issued of a dossier.
#[test]
fn the_checklist_proves_the_dossier() {
    let records = records();
    run(&records, &["build", "--unit", "truong-hoa-mai"]);
    sound(&issue(&records, &[]));
    let whole = std::fs::read(pdf(&records)).unwrap();
    run(&records, &["build", "--unit", "truong-hoa-mai", "--keep-typ"]);
    let checklist = "output/xa-mau-2026/truong-hoa-mai/phieu_kiem_tra_ho_so";
    let source = std::fs::read_to_string(records.home().join(format!("{checklist}.typ"))).unwrap();
    let hash = hoso::digest::sha256(&whole);
    assert!(source.contains(&hash[..8]) && source.contains(&format!("{} {}", &hash[48..56], &hash[56..])), "{hash}");
    assert!(source.contains("Tờ trình số 09/TTr-THHM ngày 08/7/2026"), "{source}");
    sound(&run(&records, &["verify", &format!("{checklist}.pdf")]));
}

/// What usually stands for something not filled in is known without the campaign saying so, which may say otherwise.
#[test]
fn what_is_not_filled_in() {
    let records = records().set(SCHOOL, "ho_so.to_trinh.trich_yeu", "Về việc đề nghị khen thưởng (điền hình thức)");
    let output = issue(&records, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        told("van-ban/chua-dien", &output),
        [
            "records/xa-mau-2026/don-vi/truong-hoa-mai.yaml:34: văn bản còn chỗ chưa điền `(điền`: “Về việc đề nghị khen thưởng (điền hình thức)”"
        ]
    );
    sound(&issue(&records.set(CAMPAIGN, "chua_dien", "[\"……\"]"), &[]));
}

/// A draft that was made by a day is proved by that day.
#[test]
fn a_letter_made_by_a_day() {
    let records = Records::small();
    run(&records, &["build", "--kind", "cong_van_don_doc", "--den-ngay", "15/7/2026"]);
    let letter = "output/xa-mau-2026/cong_van_don_doc.pdf";
    assert_eq!(run(&records, &["verify", letter]).status.code(), Some(1));
    sound(&run(&records, &["verify", "--den-ngay", "15/7/2026", letter]));
    assert_eq!(run(&records, &["verify", "--den-ngay", "16/7/2026", letter]).status.code(), Some(1));
}
