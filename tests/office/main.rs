//! What the standing office writes about all dossiers, and to a unit whose dossier is not complete.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod awards;
mod corrections;
mod letters;
#[path = "../support/mod.rs"]
mod support;
mod year;

use serde_json::{Value, json};
use support::*;

/// A paper's data, which must also be laid out without a finding.
fn data(checked: &Checked, path: &str) -> Value {
    let document = checked.document(path);
    assert!(!document.blocked, "{path} is blocked:\n{}", checked.text());
    let pdf = PROGRAM.engine.render(&job(document)).unwrap_or_else(|findings| panic!("{path}: {findings:#?}"));
    assert!(pdf.findings.is_empty(), "{path}: {:#?}", pdf.findings);
    document.data.clone()
}

/// A kind of the campaign's own, written in Markdown, for all or for everyone who is honoured.
#[test]
fn a_paper_of_the_office_has_a_body_and_data_of_its_own() {
    let kind = |per: &str| {
        format!(
            "{{ten: Giấy mời, viet_tat: GM, co_so: true, theo: {per}, ban_hanh: thuong_truc, mau: van_ban_don_gian, lay: [noi_dung, du_lieu]}}"
        )
    };
    let head = "van_ban:\n  giay_moi: {so: 12, ngay: 2026-08-10, trich_yeu: Dự hội nghị, noi_nhan: [\"Lưu: VT\"], noi_dung: Kính mời đến dự hội nghị., du_lieu: {phong: Hội trường}}\n";
    let made =
        |per: &str| Records::reviewed().set(CAMPAIGN, "loai_van_ban.giay_moi", &kind(per)).append(REVIEW, head).check();
    let all = made("phong_trao");
    let paper = data(&all, "giay_moi.pdf");
    assert_eq!(paper["noi_dung"], "Kính mời đến dự hội nghị.");
    assert_eq!((paper["du_lieu"]["phong"].as_str(), paper["van_ban"]["so"].as_str()), (Some("Hội trường"), Some("12")));
    // One head serves all invitations.
    let each = made("nguoi_nhan");
    let invitations: Vec<_> = each.documents.iter().filter(|d| d.kind == "giay_moi").collect();
    assert_eq!(invitations.len(), 3);
    assert!(invitations.iter().all(|d| d.data["van_ban"]["so"] == "12"));
    assert_eq!(each.text() + &all.text(), "");
    // Nobody is sent an empty sheet: without a head there is none, and a head without a body is told.
    let kind = kind("nguoi_nhan");
    let unwritten = Records::reviewed().set(CAMPAIGN, "loai_van_ban.giay_moi", &kind);
    assert!(unwritten.check().documents.iter().all(|d| d.kind != "giay_moi"));
    let empty = unwritten.append(REVIEW, "van_ban: {giay_moi: {so: 12, ngay: 2026-08-10}}\n").check();
    assert!(empty.text().contains("lỗi[ho-so/thieu-noi-dung]: Giấy mời chưa có nội dung"), "{}", empty.text());
    assert!(empty.documents.iter().filter(|d| d.kind == "giay_moi").all(|d| d.blocked));
}

/// Counts of many awards, for each kind of nominee, stay in their columns.
#[test]
fn a_summary_with_a_column_for_every_award_and_kind() {
    let mut records = Records::small();
    let awards: Vec<String> = (1..=3).map(|n| format!("loai_{n}: {{ten: Danh hiệu loại {n}}}")).collect();
    records = records.set(
        CAMPAIGN,
        "hinh_thuc_khen",
        &format!("{{giay_khen: {{ten: Giấy khen}}, thu_khen: {{ten: Thư khen}}, {}}}", awards.join(", ")),
    );
    let mut more = String::new();
    for (n, kind) in ["tap_the", "ca_nhan", "ho_gia_dinh"].iter().enumerate() {
        for m in 1..=3 {
            more +=
                &format!("\n  - {{ma: n-{n}-{m}, loai: {kind}, ten: Tên {n} {m}, hinh_thuc: loai_{m}, thanh_tich: A}}");
        }
        let text = records.read(SCHOOL).replacen("de_nghi:\n", &format!("de_nghi:{more}\n"), 1);
        let checked = Records::small()
            .set(CAMPAIGN, "hinh_thuc_khen", "{}")
            .write(CAMPAIGN, records.read(CAMPAIGN))
            .write(SCHOOL, text)
            .check();
        let columns = data(&checked, "bang_tong_hop.pdf")["tong_hop"]["cot"].as_array().unwrap().len();
        assert_eq!(columns, 2 + 3 * (n + 1), "{}", checked.text());
    }
}

#[test]
fn the_summary_has_a_line_for_every_unit_and_its_sums_are_right() {
    let checked = Records::small().remove(WEST).write("don-vi/thon-dong.yaml", "ten: [").check();
    let summary = data(&checked, "bang_tong_hop.pdf")["tong_hop"].clone();
    let rows = summary["cac"].as_array().unwrap();
    assert_eq!(rows.len(), 4);
    assert_eq!(rows[2]["ghi_chu"], "Chưa có bản ghi đọc được");
    for (index, total) in summary["tong"].as_array().unwrap().iter().enumerate() {
        let number = |row: &Value| row["so"][index].as_str().unwrap().parse::<usize>().unwrap_or_default();
        assert_eq!(rows.iter().map(number).sum::<usize>(), total.as_str().unwrap().parse::<usize>().unwrap());
    }
    assert_eq!((summary["da_nop"].as_str(), summary["so_don_vi"].as_str()), (Some("02"), Some("04")));
    // Who proposes nobody has handed in no dossier, and what has not come is in no sum.
    let summary =
        data(&Records::small().without(STATION, "tiep_nhan").check(), "bang_tong_hop.pdf")["tong_hop"].clone();
    assert_eq!((summary["da_nop"].as_str(), summary["khong_de_nghi"].as_str()), (Some("01"), Some("01")));
    let station = &summary["cac"].as_array().unwrap()[1];
    assert!(station["so"].as_array().unwrap().iter().all(|figure| figure == ""), "{station}");
}

#[test]
fn only_nominees_of_sound_dossiers_are_on_the_roll() {
    let names = |roll: &Value| {
        let groups = roll["trich_ngang"]["hinh_thuc"].as_array().unwrap().iter();
        let rows =
            groups.flat_map(|award| award["nhom"].as_array().unwrap()).flat_map(|kind| kind["cac"].as_array().unwrap());
        rows.map(|row| row["ten"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let sound = data(&Records::small().check(), "danh_sach_trich_ngang.pdf");
    assert!(names(&sound).contains(&"Bùi Thị Sen".to_owned()));
    assert_eq!(sound["trich_ngang"]["ngoai"], json!([]));
    // One nominee's fault costs that nominee alone.
    let failed = Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].xep_loai_nam", "hoan_thanh").check();
    let roll = data(&failed, "danh_sach_trich_ngang.pdf");
    assert_eq!(names(&roll).len() + 1, names(&sound).len());
    assert_eq!(roll["trich_ngang"]["ngoai"][0]["ten"], "Bùi Thị Sen");
    assert!(roll["trich_ngang"]["ngoai"][0]["ly_do"].as_str().unwrap().starts_with("Chưa đạt tiêu chuẩn: "));
    // A missing paper of the unit costs all its nominees.
    let missing = Records::small().without(SCHOOL, "ho_so.ban_cam_ket").check();
    assert_eq!(data(&missing, "danh_sach_trich_ngang.pdf")["trich_ngang"]["ngoai"].as_array().unwrap().len(), 2);
}

#[test]
fn the_stage_follows_from_the_records() {
    let stage = |records: &Records| {
        let output = std::process::Command::new(env!("CARGO_BIN_EXE_hoso"))
            .current_dir(records.home())
            .args(["status", "--format", "json"])
            .output()
            .unwrap();
        let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
        answer["campaigns"][0]["stage"].as_str().unwrap().to_owned()
    };
    assert_eq!(stage(&Records::small()), "tiep_nhan");
    let shipped = || Records::phuoc_long();
    // The conference that makes the results known is to come.
    assert_eq!(stage(&shipped()), "quyet_dinh");
    let held = || shipped().without("xet-duyet.yaml", "hoi_nghi.du_kien");
    assert_eq!(stage(&held()), "tong_ket");
    assert_eq!(stage(&held().without("xet-duyet.yaml", "quyet_dinh[0].so")), "quyet_dinh");
    // What the province grants is still to be proposed to it.
    assert_eq!(stage(&held().without("xet-duyet.yaml", "van_ban.to_trinh_bang_khen.so")), "quyet_dinh");
    assert_eq!(stage(&shipped().without("xet-duyet.yaml", "quyet_dinh")), "hop_xet");
    assert_eq!(stage(&shipped().remove("xet-duyet.yaml")), "tong_hop");
    // A meeting to come, with nothing but its day.
    let planned = "phien_ban: 1\nhop: [{ma: bcd-1, co_quan: bcd, ngay: 2022-04-08, cach: phieu_kin}]\n";
    assert_eq!(stage(&shipped().write("xet-duyet.yaml", planned)), "tong_hop");
}

#[test]
fn the_roll_is_by_unit_or_by_name() {
    let persons = |records: Records| {
        let roll = records.check().document("danh_sach_trich_ngang.pdf").data["trich_ngang"].clone();
        let groups = roll["hinh_thuc"][1]["nhom"].as_array().unwrap();
        let individuals = groups.iter().find(|group| group["ten"] == "Cá nhân").unwrap();
        let rows = individuals["cac"].as_array().unwrap().iter();
        rows.map(|row| row["ten"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let by_unit = persons(Records::phuoc_long());
    let by_name = persons(Records::phuoc_long().set(CAMPAIGN, "thu_tu_danh_sach", "ten"));
    assert_eq!(by_unit.first().unwrap(), "Phạm Thị P");
    insta::assert_snapshot!(by_name.join(", "), @"Nguyễn Thị Ngọc D, Đoàn Văn D, Phạm Văn D, Trần Minh Đ, Bùi Thị Đ, Hà Thị Đ, Cao Văn Đ, Nguyễn Đức I, Ngô Thị I, Trần Văn K, Ngô Thị L, Lê Quang M, Lê Thị N, Vũ Văn N, Phan Văn O, Phạm Thị P, Nguyễn Thị Thu Q, Trương Thị T, Trần Quang U, Nguyễn Thị U, Lương Thị Y, Võ Văn Y");
}

#[test]
fn whoever_gets_no_money_signs_for_none() {
    let lists = |records: Records| {
        let checked = records.check();
        let paths = checked.documents.iter().map(|document| document.path.clone());
        paths.filter(|path| path.starts_with("danh_sach_ky_nhan")).count()
    };
    assert_ne!(lists(Records::reviewed()), 0);
    assert_eq!(lists(Records::reviewed().without(CAMPAIGN, "tien_thuong")), 0);
}

/// An award that is proposed in case another is refused: the summary's columns do not count it, the roll's headings do
/// not name it.
#[test]
fn what_is_proposed_besides_is_shown() {
    let checked = Records::reviewed().check();
    let summary = data(&checked, "bang_tong_hop.pdf")["tong_hop"]["cac"].clone();
    assert_eq!(summary[0]["ghi_chu"], "Dự phòng Thư khen cho 01 tập thể");
    assert_eq!(summary[1]["ghi_chu"], "");
    let awards = |checked: &Checked| data(checked, "danh_sach_trich_ngang.pdf")["trich_ngang"]["hinh_thuc"].clone();
    let roll = awards(&checked);
    let group = &roll[0]["nhom"][0];
    assert_eq!((group["co_du_phong"].clone(), group["cac"][0]["du_phong"].clone()), (json!(true), json!("Thư khen")));
    let shown = PROGRAM.engine.fill(&job(checked.document("danh_sach_trich_ngang.pdf"))).unwrap();
    assert!(shown.contains("Hình thức đề nghị"), "{shown}");
    let without = Records::reviewed().without(SCHOOL, "de_nghi[tap-the].du_phong").check();
    assert_eq!(awards(&without)[0]["nhom"][0]["co_du_phong"], false);
    let shown = PROGRAM.engine.fill(&job(without.document("danh_sach_trich_ngang.pdf"))).unwrap();
    assert!(!shown.contains("Hình thức đề nghị"), "{shown}");
}

/// What the plan asks of a report or of whom it honours is judged like a criterion, but is none.
#[test]
fn only_criteria_are_counted_among_criteria() {
    let said = |records: Records| {
        let groups = data(&records.check(), "danh_sach_trich_ngang.pdf")["trich_ngang"]["hinh_thuc"].clone();
        groups[0]["nhom"][0]["cac"][0]["tieu_chuan"].as_str().unwrap().to_owned()
    };
    assert_eq!(said(Records::small()), "Đạt 5/5 tiêu chuẩn");
    let asked = Records::small().replace(CAMPAIGN, "de_muc: Kết quả,", "de_muc: Kết quả, la_tieu_chuan: false,");
    assert_eq!(said(asked), "Đạt 4/4 tiêu chuẩn");
    let unmet = Records::small().replace(CAMPAIGN, "de_muc: Kết quả,", "de_muc: Bài học, la_tieu_chuan: false,");
    assert_eq!(said(unmet), "Đạt 4/4 tiêu chuẩn; chưa đạt yêu cầu (1)");
}
