//! Names, subjects and reasons as parts of sentences.

use super::*;

#[test]
fn a_proposal_says_what_goes_with_it_and_for_whom_it_is() {
    let of = |records: Records| {
        let data = data(records, PROPOSAL);
        (data["kem_theo"].as_str().unwrap().to_owned(), data["doi_tuong"].as_str().unwrap().to_owned())
    };
    let (papers, subjects) = of(Records::small());
    assert_eq!(
        papers,
        "trích biên bản, báo cáo thành tích, phụ lục ảnh, bảng kê ảnh, giấy chứng nhận sáng kiến và bản cam kết"
    );
    assert_eq!(subjects, "tập thể, cá nhân");
    // Of one nominee only what is about that nominee; what is not there is not said to be.
    let one = |code: &str| Records::small().set(SCHOOL, "ho_so.to_trinh.de_nghi", &format!("[{code}]"));
    let photos = |records: Records| records.without(SCHOOL, "ho_so.phu_luc_anh").without(SCHOOL, "ho_so.bang_ke_anh");
    let expected = "trích biên bản, báo cáo thành tích và bản cam kết";
    assert_eq!(of(photos(one("bui-thi-sen"))), (expected.into(), "cá nhân".into()));
    assert_eq!(of(one("tap-the")).1, "tập thể");
    let alone = photos(one("bui-thi-sen"))
        .without(SCHOOL, "ho_so.ban_cam_ket")
        .without(SCHOOL, "ho_so.bao_cao_thanh_tich.bui-thi-sen");
    assert_eq!(of(alone).0, "trích biên bản");
    let household = one("bui-thi-sen").set(SCHOOL, "de_nghi[bui-thi-sen].loai", "ho_gia_dinh");
    assert_eq!(of(household).1, "hộ gia đình");
}

/// "Hộ ông …" and "Tập thể …" are no proper names: within a sentence they begin with a small letter, and a name does not
/// break.
#[test]
fn a_household_within_a_sentence() {
    let named = |kind: &str, name: &str| {
        Records::small().set(SCHOOL, "de_nghi[tap-the].loai", kind).set(SCHOOL, "de_nghi[tap-the].ten", name)
    };
    let household = || named("ho_gia_dinh", "Hộ ông Mai Văn K");
    let report = data(household(), REPORT);
    assert_eq!([&report["nguoi"]["ten"], &report["nguoi"]["ten_trong_cau"]], ["Hộ ông Mai Văn K", "hộ ông Mai Văn K"]);
    let parts = data(household(), "truong-hoa-mai/phieu_kiem_tra_ho_so.pdf")["kiem_tra"]["thanh_phan"].clone();
    assert!(parts.to_string().contains("\"cua\":\"hộ ông Mai Văn K\""), "{parts}");
    let lacking = household().without(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the");
    let slip = data(lacking, "truong-hoa-mai/giay_tiep_nhan.pdf")["tiep_nhan"]["thieu"].to_string();
    assert!(slip.contains("hộ ông\u{a0}Mai\u{a0}Văn\u{a0}K"), "{slip}");
    let collective = data(named("tap_the", "Tập thể Tổ Tự nhiên"), REPORT);
    assert_eq!(collective["nguoi"]["ten_trong_cau"], "tập thể Tổ Tự nhiên");
    let school = data(Records::small(), REPORT);
    assert_eq!(school["nguoi"]["ten_trong_cau"], "Trường Tiểu học Hoa Mai");
}

/// Of several awards the last is joined by "và", the others by commas.
#[test]
fn a_subject_lists_its_awards() {
    let third = "[{ma: tap-the, loai: tap_the, ten: Trường, hinh_thuc: giay_khen, thanh_tich: a}, \
        {ma: bui-thi-sen, loai: ca_nhan, ten: Bùi Thị Sen, gioi_tinh: nu, doi_tuong: vien_chuc, xep_loai_nam: hoan_thanh_tot, hinh_thuc: thu_khen, thanh_tich: a}, \
        {ma: b, loai: ca_nhan, ten: Lê B, gioi_tinh: nam, doi_tuong: vien_chuc, xep_loai_nam: hoan_thanh_tot, hinh_thuc: bang_khen, thanh_tich: a}]";
    let awards = "{bang_khen: {ten: Bằng khen}, giay_khen: {ten: Giấy khen}, thu_khen: {ten: Thư khen}}";
    let records = Records::small().set(CAMPAIGN, "hinh_thuc_khen", awards).set(SCHOOL, "de_nghi", third);
    let subject = data(records, PROPOSAL)["van_ban"]["trich_yeu"].clone();
    let subject = subject.as_str().unwrap();
    assert!(subject.starts_with("Về việc đề nghị tặng Giấy khen, Thư khen và Bằng khen cho "), "{subject}");
}

/// A collective whose own name says of which unit it is is not said to be of it once more.
#[test]
fn a_collective_that_is_named_after_its_unit_needs_no_unit() {
    let place = |name: &str| {
        let checked = Records::small().set(SCHOOL, "de_nghi[tap-the].ten", name).check();
        let roll = &checked.document("danh_sach_trich_ngang.pdf").data["trich_ngang"];
        row_of(roll, name).unwrap()["chuc_vu_don_vi"].as_str().unwrap().to_owned()
    };
    for own in ["Trường Tiểu học Hoa Mai", "Tập thể viên chức trường Tiểu học Hoa Mai"] {
        assert_eq!(place(own), "", "{own}");
    }
    assert_eq!(place("Tổ Tự nhiên"), "Trường Tiểu học Hoa Mai");
}

/// Why somebody stayed away stands in brackets, so it begins with a small letter however it was written.
#[test]
fn a_reason_for_absence_is_part_of_its_sentence() {
    let hop = data(Records::small(), "truong-hoa-mai/trich_bien_ban.pdf")["hop"].clone();
    let reasons: Vec<&Value> = hop["vang"].as_array().unwrap().iter().map(|absent| &absent["ly_do"]).collect();
    assert_eq!(reasons, [&json!("nghỉ thai sản"), &json!("ốm")]);
}
