//! What a fault of reading costs: only papers that print what was not understood.

use insta::assert_snapshot;

use crate::support::*;

#[test]
fn a_misspelt_key_of_whom_to_call_costs_nothing() {
    let checked = Records::small().set(SCHOOL, "lien_he", "{nguoi: Bùi Thị Sen, dien_thoaii: 0271}").check();
    assert_snapshot!(checked.text(), @"don-vi/truong-hoa-mai.yaml:1:31: lỗi[yaml/truong-la]: không có khóa `dien_thoaii` trong liên hệ ⟨truong-hoa-mai⟩");
    assert_eq!(checked.blocked(), Vec::<&str>::new());
}

#[test]
fn a_fault_of_one_nominee_costs_papers_that_print_the_nominee() {
    let checked = Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].ngay_sinh", "31/4/1988").check();
    assert_snapshot!(checked.text(), @"don-vi/truong-hoa-mai.yaml:26:16: lỗi[yaml/ngay-sai]: trong lịch không có ngày `31/4/1988` ⟨chặn van_ban · truong-hoa-mai⟩");
    assert_snapshot!(checked.blocked().join("\n"), @r"
    truong-hoa-mai/to_trinh.pdf
    truong-hoa-mai/trich_bien_ban.pdf
    truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf
    ");
    // An unknown key as well; the collective's own report is made all the same.
    let checked = Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].que_quann", "Đồng Mẫu").check();
    assert!(!checked.document("truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf").blocked);
    assert!(checked.document("truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf").blocked);
}

#[test]
fn a_text_that_cannot_be_printed_costs_papers_that_print_it() {
    let checked = Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].que_quan", "Đồng 鄉 Mẫu").check();
    assert_snapshot!(checked.text(), @"don-vi/truong-hoa-mai.yaml:22:20: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `鄉` (U+9109) ⟨chặn van_ban · truong-hoa-mai⟩");
    assert!(!checked.document("truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf").blocked);
    assert!(checked.document("truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf").blocked);
}

#[test]
fn a_nominee_without_a_code_costs_the_unit() {
    let checked = Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].ma", "Bùi Thị Sen").check();
    assert!(checked.document("truong-hoa-mai/to_trinh.pdf").blocked);
    assert!(checked.document("truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf").blocked);
}

#[test]
fn a_fault_of_the_campaign_says_what_it_blocks() {
    // Nothing that any paper prints.
    let quota = Records::small().set(CAMPAIGN, "so_luong.giay_khen[0].tap_thee", "1").check();
    assert_snapshot!(quota.text(), @"phong-trao.yaml:76:16: lỗi[yaml/truong-la]: không có khóa `tap_thee` trong số lượng ⟨chặn danh_sach⟩");
    assert_eq!(quota.blocked(), Vec::<&str>::new());
    let results = Records::small().set(RESULTS, "don_vi.tram-y-te.nong_thon_moi.diemm", "1").check();
    assert_snapshot!(results.text(), @"ket-qua.yaml:7:21: lỗi[yaml/truong-la]: không có khóa `diemm` trong kết quả xếp loại ⟨chặn danh_sach⟩");
    assert_eq!(results.blocked(), Vec::<&str>::new());
    // The name stands on every paper.
    let name = Records::small().set(CAMPAIGN, "ten", "[a]").check();
    assert_snapshot!(name.text(), @"phong-trao.yaml:3:6: lỗi[yaml/sai-kieu]: ở đây cần một dòng chữ, nhưng bản ghi có một danh sách ⟨chặn van_ban⟩");
    assert_eq!(name.blocked().len(), name.documents.len());
}

#[test]
fn a_fault_in_what_was_handed_in_costs_no_paper_of_the_unit() {
    let checked = Records::small().replace(SCHOOL, "so_den:", "so_dn:").check();
    assert_eq!(checked.findings.len(), 1, "{}", checked.text());
    assert_eq!(checked.blocked(), ["truong-hoa-mai/giay_tiep_nhan.pdf"]);
    let checked = Records::small().set(SCHOOL, "tiep_nhan[0].ngay", "31/4/2026").check();
    assert!(
        checked.blocked().iter().all(|path| path.contains("giay_tiep_nhan") || path.contains("phieu_kiem_tra")),
        "{:?}",
        checked.blocked()
    );
}
