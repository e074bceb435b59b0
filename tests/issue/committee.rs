//! Numbers of what a meeting or a decision gives rise to: each stands where the record of the committee has it.

use super::*;

const DECISION: &str = "output/xa-mau-2026/qd_khen_thuong.pdf";

fn grant<'a>(kind: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    [&["cap-so", "--kind", kind][..], more].concat()
}

/// A record with number and day put in where they were, and nothing else changed.
#[track_caller]
fn put_in(records: &Records, before: &str, from: &str, to: &str) {
    assert_eq!(before.matches(from).count(), 1, "{from}");
    assert_eq!(records.read(REVIEW), before.replace(from, to));
}

#[test]
fn a_decision_among_several() {
    let records = Records::reviewed().replace(REVIEW, "hop: dot-1, so: 101, ngay: 2026-07-22, ", "hop: dot-1, ");
    let before = records.read(REVIEW);
    let give = ["--so", "101", "--ngay", "22/7/2026"];
    let output = run(&records, &grant("qd_khen_thuong", &give));
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(text(&output.stderr), @"lỗi: có 3 văn bản loại `qd_khen_thuong`: nêu thêm --hop (dot-1, dot-2), --hinh-thuc (giay_khen, thu_khen, giay_khen)");
    let which = ["--hop", "dot-1", "--hinh-thuc", "giay_khen"];
    let output = run(&records, &grant("qd_khen_thuong", &[&give[..], &which].concat()));
    sound(&output);
    insta::assert_snapshot!(text(&output.stdout));
    let (from, to) =
        ("{hinh_thuc: giay_khen, hop: dot-1, ", "{so: 101, ngay: 2026-07-22, hinh_thuc: giay_khen, hop: dot-1, ");
    put_in(&records, &before, from, to);
    sound(&run(&records, &["verify", DECISION]));
    // A result changed afterwards changes what was decided.
    let records = records.replace(
        REVIEW,
        "dong_y: 8, khong_dong_y: 0, khong_tham_gia: 1, ket_qua: giay_khen",
        "dong_y: 8, khong_dong_y: 0, khong_tham_gia: 1, ket_qua: khong_dat, ly_do: Xem lại",
    );
    let said = told("van-ban/da-cap-so", &run(&records, &["check", "--format", "json"]));
    assert!(
        said.iter().any(|said| said.starts_with("records/xa-mau-2026/xet-duyet.yaml:25: qd_khen_thuong đã cấp số 101")),
        "{said:?}"
    );
}

#[test]
fn minutes_of_a_meeting() {
    let records = Records::reviewed().replace(REVIEW, "    so: 2\n    ngay: 2026-07-28\n", "    ngay: 2026-07-28\n");
    let before = records.read(REVIEW);
    let give = |day| grant("bien_ban_hop", &["--hop", "dot-2", "--so", "2", "--ngay", day]);
    // Minutes are of the day of their meeting.
    let output = run(&records, &give("29/7/2026"));
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("đã ghi số hoặc ngày khác"), "{}", text(&output.stderr));
    sound(&run(&records, &give("28/7/2026")));
    put_in(&records, &before, "  - ma: dot-2\n", "  - so: 2\n    ma: dot-2\n");
    assert!(
        records.read(LOCK).contains("\nbien_ban_hop-dot-2\n  so: 02\n  ky_hieu: BB-BCĐ\n"),
        "{}",
        records.read(LOCK)
    );
    sound(&run(&records, &["verify"]));
}

/// A paper whose head `van_ban` does not have yet gets one.
#[test]
fn proposals_and_notices() {
    let records = Records::reviewed();
    let before = records.read(REVIEW);
    let submit = |hop, so, day| grant("to_trinh_khen_thuong", &["--hop", hop, "--so", so, "--ngay", day]);
    let output = run(&records, &submit("dot-1", "4", "20/7/2026"));
    // The decisions of that meeting have their numbers, and would cite the proposal from now on; none of them was issued.
    sound(&output);
    assert_eq!(
        records.read(REVIEW),
        format!("{before}van_ban: {{to_trinh_khen_thuong: {{dot-1: {{so: 4, ngay: 2026-07-20}}}}}}\n")
    );
    sound(&run(&records, &submit("dot-2", "5", "28/7/2026")));
    let notice = ["--hop", "dot-1", "--so", "9", "--ngay", "30/7/2026"];
    sound(&run(&records, &grant("thong_bao_ket_qua", &notice)));
    let expected = "van_ban: {thong_bao_ket_qua: {dot-1: {so: 9, ngay: 2026-07-30}}, to_trinh_khen_thuong: {dot-2: {so: 5, ngay: 2026-07-28}, dot-1: {so: 4, ngay: 2026-07-20}}}\n";
    assert_eq!(records.read(REVIEW), format!("{before}{expected}"));
    sound(&run(&records, &["verify"]));
    assert!(records.home().join("output/xa-mau-2026/to_trinh_khen_thuong-dot-2.pdf").exists());
}

/// The first meeting's head may stand right under the kind.
#[test]
fn a_head_right_under_its_kind() {
    let records = Records::reviewed().append(REVIEW, "van_ban:\n  thong_bao_ket_qua:\n    noi_nhan: [\"Lưu: VT\"]\n");
    let before = records.read(REVIEW);
    sound(&run(&records, &grant("thong_bao_ket_qua", &["--hop", "dot-1", "--so", "9", "--ngay", "2026-07-30"])));
    let from = "  thong_bao_ket_qua:\n    noi_nhan";
    put_in(&records, &before, from, "  thong_bao_ket_qua:\n    so: 9\n    ngay: 2026-07-30\n    noi_nhan");
}

/// The papers of an event have their heads under its code, and their numbers in the register of whoever holds it.
#[test]
fn an_invitation_among_several_events() {
    let head = "phat-dong: {so: 11, ngay: 2026-05-08, nguoi_ky";
    let records = Records::through_the_year().replace(REVIEW, head, "phat-dong: {nguoi_ky");
    let before = records.read(REVIEW);
    let give = ["--so", "11", "--ngay", "8/5/2026"];
    let output = run(&records, &grant("giay_moi", &give));
    assert_eq!(output.status.code(), Some(2));
    insta::assert_snapshot!(text(&output.stderr), @"lỗi: có 4 văn bản loại `giay_moi`: nêu thêm --su-kien (phat-dong, hop-dot-1, tong-ket)");
    sound(&run(&records, &grant("giay_moi", &[&give[..], &["--su-kien", "phat-dong"]].concat())));
    put_in(&records, &before, "phat-dong: {nguoi_ky", head);
    assert!(records.read(LOCK).contains("\ngiay_moi-phat-dong\n  so: 11\n"), "{}", records.read(LOCK));
    sound(&run(&records, &["verify"]));
}

/// A number that a paper issued before would then cite comes too late for it.
#[test]
fn a_number_that_comes_too_late() {
    let records = Records::reviewed();
    let decide = ["--hop", "dot-1", "--hinh-thuc", "giay_khen", "--so", "101", "--ngay", "22/7/2026"];
    sound(&run(&records, &grant("qd_khen_thuong", &decide)));
    let before = (records.read(REVIEW), records.read(LOCK));
    let submit = ["--hop", "dot-1", "--so", "4", "--ngay", "20/7/2026", "--format", "json"];
    let output = run(&records, &grant("to_trinh_khen_thuong", &submit));
    assert_eq!(output.status.code(), Some(1));
    let said = told("van-ban/da-cap-so", &output);
    assert!(matches!(said.as_slice(), [only] if only.contains("qd_khen_thuong đã cấp số 101/QĐ-UBND")), "{said:?}");
    assert_eq!((records.read(REVIEW), records.read(LOCK)), before);
    // What does not cite it is not in its way.
    sound(&run(&records, &grant("to_trinh_khen_thuong", &["--hop", "dot-2", "--so", "5", "--ngay", "28/7/2026"])));
}

/// What stands in the way of a decision, with its record's place.
#[test]
fn a_decision_that_nobody_signs() {
    let records = Records::reviewed().set(CAMPAIGN, "co_quan.ubnd.nguoi_ky", "null").replace(
        REVIEW,
        "hop: dot-2, so: 108, ngay: 2026-07-30, nguoi_ky: {chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}",
        "hop: dot-2",
    );
    let before = records.read(REVIEW);
    let decide = ["--hop", "dot-2", "--so", "108", "--ngay", "30/7/2026", "--format", "json"];
    let output = run(&records, &grant("qd_khen_thuong", &decide));
    assert_eq!(output.status.code(), Some(1), "{}{}", text(&output.stdout), text(&output.stderr));
    assert!(!told("van-ban/thieu-nguoi-ky", &output).is_empty(), "{}", text(&output.stdout));
    assert!(records.read(REVIEW) == before && !records.path(LOCK).exists());
}

/// Money that cannot be told is a blank in a draft; no decision is numbered with one, nor with a wage of another time.
#[test]
fn no_decision_with_money_that_cannot_be_told() {
    let draft = || Records::reviewed().replace(REVIEW, "hop: dot-1, so: 101, ngay: 2026-07-22, ", "hop: dot-1, ");
    let give = ["--so", "101", "--ngay", "22/7/2026", "--hop", "dot-1", "--hinh-thuc", "giay_khen"];
    let refused = |records: Records| {
        let output = run(&records, &grant("qd_khen_thuong", &give));
        assert_eq!(output.status.code(), Some(1), "{}", text(&output.stderr));
        format!("{}{}", text(&output.stdout), text(&output.stderr))
    };
    let said = refused(draft().without(CAMPAIGN, "tien_thuong.he_so.giay_khen.tap_the"));
    assert!(said.contains("văn bản còn để trống tiền thưởng"), "{said}");
    let said = refused(draft().replace(CAMPAIGN, ", {tu: 2026-07-01, muc: 2530000}", ""));
    assert!(said.contains("lỗi") || said.contains("2.530.000"), "{said}");
}

/// A letter that asks for what a dossier lacks names the day by which; once it is issued the unit may comply.
#[test]
fn a_letter_that_asks_for_more() {
    let asked = |head: &str| Records::reviewed().without(SCHOOL, "ho_so.to_trinh").append(REVIEW, head);
    let give =
        ["cap-so", "--kind", "cong_van_bo_sung", "--unit", "truong-hoa-mai", "--so", "40", "--ngay", "16/7/2026"];
    let signer = "nguoi_ky: {chuc_vu: Trưởng phòng, ho_ten: Vũ Văn Thụ}";
    let output = run(&asked(&format!("van_ban: {{cong_van_bo_sung: {{truong-hoa-mai: {{{signer}}}}}}}\n")), &give);
    assert_ne!(output.status.code(), Some(0));
    assert!(format!("{}{}", text(&output.stdout), text(&output.stderr)).contains("thời hạn bổ sung"), "{output:?}");
    let records = asked(&format!("van_ban: {{cong_van_bo_sung: {{truong-hoa-mai: {{han: 2026-07-25, {signer}}}}}}}\n"));
    let whole = Records::reviewed().read(SCHOOL);
    sound(&run(&records, &give));
    let pdf = records.home().join("output/xa-mau-2026/cong_van_bo_sung/truong-hoa-mai.pdf");
    let issued = std::fs::read(&pdf).unwrap();
    let records = records.write(SCHOOL, whole);
    for command in ["check", "build"] {
        let output = run(&records, &[command, "--format", "json"]);
        assert_eq!(told("van-ban/da-cap-so", &output), [""; 0], "{command}");
        assert_eq!(told("van-ban/tep-cu", &output), [""; 0], "{command}");
    }
    assert_eq!(std::fs::read(pdf).unwrap(), issued);
    sound(&run(&records, &["verify"]));
}
