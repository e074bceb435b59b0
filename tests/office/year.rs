//! The papers of the campaign's year: what each says, and of what it is made.

use serde_json::{Value, json};

use super::data;
use crate::support::*;

fn shipped() -> Checked {
    Records::phuoc_long().check()
}

#[test]
fn an_invitation_takes_from_the_meeting_what_it_does_not_say_itself() {
    let checked = Records::through_the_year().check();
    let launch = data(&checked, "giay_moi-phat-dong.pdf");
    assert_eq!(launch["moi"]["gio"], "08 giờ 00 phút");
    assert_eq!(launch["moi"]["thu"], "thứ Sáu");
    assert_eq!(launch["van_ban"]["co_quan"]["ten"], "Ủy ban nhân dân xã Đồng Mẫu");
    assert_eq!(launch["van_ban"]["ky_hieu"], "GM-UBND");
    let name = "Lễ phát động phong trào thi đua “Chung sức xây dựng nông thôn mới kiểu mẫu” xã Đồng Mẫu năm 2026";
    assert_eq!(launch["moi"]["su_kien"], name);
    assert_eq!(launch["van_ban"]["trich_yeu"], format!("Dự {name}"));
    // Of the meeting its day, hour, chair and body.
    let meeting = data(&checked, "giay_moi-hop-dot-1.pdf");
    assert_eq!(meeting["moi"]["ngay"], json!({"ngay": "20", "thang": "7", "nam": "2026"}));
    assert_eq!((&meeting["moi"]["gio"], &meeting["moi"]["chu_tri"]), (&json!("08 giờ 00 phút"), &json!("Phan Văn Cả")));
    assert_eq!(meeting["van_ban"]["ky_hieu"], "GM-BCĐ");
    assert_eq!(meeting["van_ban"]["noi_nhan"], json!(["Như trên", "Lưu: VT"]));
}

#[test]
fn one_invitation_for_all_or_one_for_each() {
    let paths = |records: Records| -> Vec<String> {
        let checked = records.check();
        let own = checked.documents.iter().filter(|d| d.kind == "giay_moi" && d.path.contains("tong-ket"));
        own.map(|d| d.path.clone()).collect()
    };
    assert_eq!(paths(Records::through_the_year()), ["giay_moi/tong-ket-so-noi-vu.pdf", "giay_moi/tong-ket-02.pdf"]);
    let all = Records::through_the_year().without(REVIEW, "su_kien[2].moi_rieng");
    assert_eq!(paths(all), ["giay_moi-tong-ket.pdf"]);
    let each = Records::through_the_year().check();
    assert_eq!(data(&each, "giay_moi/tong-ket-02.pdf")["moi"]["khach"], json!(["Trưởng các thôn"]));
    // Nobody is invited, nothing is on the programme, nothing is pledged: no paper.
    let bare = Records::reviewed().append(REVIEW, "su_kien: [{ma: a, loai: phat_dong, ngay: 2026-05-15}]\n").check();
    assert!(bare.documents.iter().all(|d| !["giay_moi", "chuong_trinh", "giao_uoc"].contains(&d.kind.as_str())));
}

#[test]
fn the_ceremony_has_everybody_who_was_chosen_in_the_order_of_awards() {
    let list = data(&shipped(), "danh_sach_trao_thuong-tong-ket.pdf")["trao_thuong"].clone();
    let awards: Vec<&str> =
        list["hinh_thuc"].as_array().unwrap().iter().map(|a| a["ten_ngan"].as_str().unwrap()).collect();
    assert_eq!(awards, ["Bằng khen", "Giấy khen"]);
    assert_eq!((&list["dem"]["so_tap_the"], &list["dem"]["so_ca_nhan"]), (&json!("05"), &json!("06")));
    let higher = &list["hinh_thuc"][0];
    assert_eq!((&higher["cap_tren"], &higher["quyet_dinh"]), (&json!(true), &json!("")));
    assert!(higher["to_trinh"].as_str().unwrap().starts_with("Tờ trình số 37/"), "{higher}");
    assert!(list["hinh_thuc"][1]["quyet_dinh"].as_str().unwrap().starts_with("Quyết định số 1215/QĐ-UBND"), "{list}");
    // A launch has nothing to hand over.
    assert!(shipped().documents.iter().all(|d| d.path != "danh_sach_trao_thuong-phat-dong.pdf"));
}

#[test]
fn the_closing_report_counts_right() {
    let report = data(&shipped(), "bao_cao_tong_ket.pdf")["tong_ket"].clone();
    let scores = &report["chi_so"];
    let rows = scores["cac"].as_array().unwrap();
    assert_eq!(rows.len(), 20);
    let figures: Vec<f64> = rows.iter().map(|row| row["so"].as_str().unwrap().parse().unwrap()).collect();
    assert!(figures.windows(2).all(|pair| pair[0] >= pair[1]), "{figures:?}");
    let number = |row: &Value, key: &str| row[key].as_str().unwrap().replace(',', ".").parse::<f64>().unwrap();
    for row in rows {
        assert!((number(row, "diem") - number(row, "truoc") - number(row, "tang_giam")).abs() < 1e-9, "{row}");
    }
    let mean = figures.iter().sum::<f64>() / 20.0;
    assert!((number(scores, "trung_binh") - mean).abs() < 0.006, "{scores}");
    let graded: usize = scores["xep_loai"]
        .as_array()
        .unwrap()
        .iter()
        .map(|g| g["so"].as_str().unwrap().parse::<usize>().unwrap())
        .sum();
    assert_eq!(graded, 20);
    let moved = |of: fn(f64) -> bool| rows.iter().filter(|row| of(number(row, "tang_giam"))).count();
    assert_eq!(scores["tang"], format!("{:02}", moved(|change| change > 0.0)));
    assert_eq!(scores["giam"], format!("{:02}", moved(|change| change < 0.0)));
    assert_eq!((&scores["nam"], &scores["nam_truoc"]), (&json!("2021"), &json!("2020")));
    let part = &report["tham_gia"];
    let count = |value: &Value| value.as_str().unwrap().parse::<usize>().unwrap();
    let sum = count(&part["da_nop"]) + count(&part["khong_de_nghi"]["so"]) + count(&part["chua_nop"]["so"]);
    assert_eq!(sum, count(&part["so_don_vi"]));
    // Without the year before nothing is compared.
    let alone = Records::phuoc_long().set(RESULTS, "nam", "2019").check();
    let scores = data(&alone, "bao_cao_tong_ket.pdf")["tong_ket"]["chi_so"].clone();
    assert_eq!((&scores["nam_truoc"], &scores["cac"][0]["truoc"]), (&json!(""), &json!("")));
}

#[test]
fn the_golden_book_and_the_certificates_have_the_same_numbers() {
    let checked = shipped();
    let book = data(&checked, "so_khen_thuong.pdf")["so_khen_thuong"].clone();
    let rows = book["cac"].as_array().unwrap();
    assert_eq!((rows.len(), &rows[0]["so_vao_so"], &rows[8]["so_vao_so"]), (9, &json!("31"), &json!("39")));
    for document in checked.documents.iter().filter(|d| d.kind == "giay_khen") {
        let own = &document.data["nguoi"];
        let row = rows.iter().find(|row| row["ten"] == own["ten"] && row["don_vi"] == own["don_vi"]).unwrap();
        assert_eq!(row["so_vao_so"], own["so_vao_so"], "{}", document.path);
    }
    // Where nobody states a number it is left to be written in.
    let blank = Records::phuoc_long().without(REVIEW, "quyet_dinh[0].vao_so_tu").check();
    assert_eq!(data(&blank, "so_khen_thuong.pdf")["so_khen_thuong"]["cac"][0]["so_vao_so"], "");
}

#[test]
fn the_register_has_every_receipt_by_day() {
    let checked = shipped();
    let rows = data(&checked, "so_tiep_nhan.pdf")["so_tiep_nhan"]["cac"].clone();
    let rows = rows.as_array().unwrap();
    let days: Vec<(u32, u32, u32)> = rows
        .iter()
        .map(|row| {
            let mut parts = row["ngay"].as_str().unwrap().split('/').map(|part| part.parse().unwrap());
            let (day, month, year) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
            (year, month, day)
        })
        .collect();
    assert!(days.is_sorted(), "{days:?}");
    let receipts = checked.documents.iter().filter(|d| d.kind == "giay_tiep_nhan").count();
    assert_eq!(rows.len(), receipts);
}
