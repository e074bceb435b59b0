//! What a paper's data says, and no more: the room `plan` on the small campaign.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use serde_json::{Value, json};
use support::*;

const REPORT: &str = "truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf";

fn data(records: Records, path: &str) -> Value {
    records.check().document(path).data.clone()
}

fn past(awards: &str) -> Value {
    data(Records::small().set(SCHOOL, "de_nghi[tap-the].da_khen", awards), REPORT)["nguoi"].clone()
}

#[test]
fn titles_and_awards_are_two_tables_once_one_of_them_is_marked() {
    let unsorted = past("[{nam: 2024, hinh_thuc: Lao động tiên tiến}, {nam: 2025, hinh_thuc: Giấy khen}]");
    assert_eq!(unsorted["chia_danh_hieu"], false);
    assert_eq!(unsorted["da_khen"].as_array().unwrap().len(), 2);

    let sorted =
        past("[{nam: 2024, hinh_thuc: Lao động tiên tiến, la_danh_hieu: true}, {nam: 2025, hinh_thuc: Giấy khen}]");
    assert_eq!(sorted["chia_danh_hieu"], true);
    assert_eq!(sorted["danh_hieu"], json!([{"nam": "2024", "hinh_thuc": "Lao động tiên tiến", "quyet_dinh": ""}]));
    assert_eq!(sorted["da_khen"], json!([{"nam": "2025", "hinh_thuc": "Giấy khen", "quyet_dinh": ""}]));

    let no_title = past("[{nam: 2025, hinh_thuc: Giấy khen, la_danh_hieu: false}]");
    assert_eq!((&no_title["chia_danh_hieu"], &no_title["danh_hieu"]), (&json!(true), &json!([])));
}

#[test]
fn a_unit_that_proposes_nobody_has_one_paper_its_letter() {
    let checklist = |letter: &str| {
        let records = Records::small().set(EAST, "khong_de_nghi", letter);
        data(records, "thon-dong/phieu_kiem_tra_ho_so.pdf")["kiem_tra"].clone()
    };
    let known = checklist("{ly_do: Thôn mới sáp nhập, so: 1, ngay: 2026-07-09}");
    let part = &known["thanh_phan"][0]["cac"][0];
    assert_eq!(part["ten"], "Công văn về việc không đề nghị khen thưởng");
    assert_eq!((&part["so_ngay"], &part["tinh_trang"]), (&json!("số 01, ngày 09/7/2026"), &json!("Có")));
    assert_eq!(
        known["ket_luan"],
        "Thôn Đông báo không đề nghị khen thưởng tại Công văn số 01 ngày 09/7/2026; không phải nộp hồ sơ."
    );
    let unknown = checklist("{ly_do: Thôn mới sáp nhập, ten_loai: Báo cáo}");
    assert_eq!(unknown["thanh_phan"][0]["cac"][0]["tinh_trang"], "Chưa ghi số, ngày");
    assert_eq!(
        unknown["ket_luan"],
        "Thôn Đông báo không đề nghị khen thưởng (Báo cáo chưa ghi số, ngày); không phải nộp hồ sơ."
    );

    let handed_in = Records::small().append(EAST, "tiep_nhan: [{lan: 1, ngay: 2026-07-10}]\n");
    let slip = data(handed_in, "thon-dong/giay_tiep_nhan.pdf")["tiep_nhan"].clone();
    assert_eq!(slip["nop"][0]["ten"], "Công văn về việc không đề nghị khen thưởng");
    assert_eq!(slip["thieu"], json!([]));
}

#[test]
fn a_checklist_names_nominees_only_where_their_outcomes_differ() {
    let second = "[{ma: tap-the, loai: tap_the, ten: Trường, hinh_thuc: giay_khen, thanh_tich: a}, \
        {ma: bui-thi-sen, loai: ca_nhan, ten: Bùi Thị Sen, gioi_tinh: nu, doi_tuong: vien_chuc, xep_loai_nam: hoan_thanh_tot, hinh_thuc: thu_khen, thanh_tich: a}, \
        {ma: b, loai: ca_nhan, ten: Lê B, gioi_tinh: nam, doi_tuong: hop_dong, xep_loai_nam: hoan_thanh_tot, hinh_thuc: thu_khen, thanh_tich: a}]";
    let records = Records::small().set(SCHOOL, "de_nghi", second);
    let groups = data(records, "truong-hoa-mai/phieu_kiem_tra_ho_so.pdf")["kiem_tra"]["tieu_chi"].clone();
    let individuals = &groups[1];
    assert_eq!(individuals["ten"], "Cá nhân: bà Bùi Thị Sen; ông Lê B");
    let row = |code: &str| individuals["cac"].as_array().unwrap().iter().find(|r| r["ma"] == code).unwrap().clone();
    assert_eq!(
        (row("M-6")["ket_qua"].clone(), row("M-6")["ly_do"].clone()),
        (json!("Đạt"), json!("Xếp loại hoàn thành tốt nhiệm vụ"))
    );
    assert_eq!(row("M-7")["ket_qua"], "Không đạt");
    assert!(
        row("M-7")["ly_do"].as_str().unwrap().starts_with("Bà Bùi Thị Sen: đạt, viên chức; ông Lê B: không đạt, "),
        "{}",
        row("M-7")
    );
}

#[test]
fn one_way_of_voting_is_said_once_two_take_a_column() {
    let extract =
        |ballots: [&str; 2]| {
            let records = Records::small()
                .set(SCHOOL, "ho_so.trich_bien_ban.bieu_quyet[tap-the].cach", ballots[0])
                .set(SCHOOL, "ho_so.trich_bien_ban.bieu_quyet[bui-thi-sen].cach", ballots[1]);
            let hop = data(records, "truong-hoa-mai/trich_bien_ban.pdf")["hop"].clone();
            (hop["cach_chung"].clone(), hop["cach_rieng"].clone())
        };
    assert_eq!(extract(["phieu_kin", "phieu_kin"]), (json!("bỏ phiếu kín"), json!(false)));
    assert_eq!(extract(["gio_tay", "gio_tay"]), (json!("biểu quyết giơ tay"), json!(false)));
    assert_eq!(extract(["gio_tay", "phieu_kin"]), (json!("biểu quyết"), json!(true)));
    assert_eq!(extract(["null", "null"]), (json!("biểu quyết"), json!(false)));
}
