//! The family `phong-trao/`: faults of the campaign's own record, said once and never in a unit's file.

use insta::assert_snapshot;

use crate::support::*;
use crate::{after, helps_after};

/// The part of the required set that only schools owe.
const OF_SCHOOLS: &str = "thanh_phan_ho_so[ban_cam_ket].khi";

#[test]
fn a_condition_on_a_misspelt_kind_of_evidence() {
    let misspelt = |r: Records| r.set(CAMPAIGN, "thanh_phan_ho_so[chung_nhan_sang_kien].khi", "dua_vao_sang_kiem");
    assert_snapshot!(after(misspelt), @"phong-trao.yaml:57:54: lỗi[phong-trao/dieu-kien]: điều kiện `dua_vao_sang_kiem` nêu loại minh chứng mà phong trào chưa khai ⟨chặn danh_sach⟩");
    assert_snapshot!(misspelt(Records::small()).check().helps(), @"sửa thành `dua_vao_sang_kien`, nếu đúng ý; các từ dùng được: dua_vao_sang_kien, dua_vao_mo_hinh");
    // Nobody can tell who owes the part, so nobody is said to lack it.
    assert_snapshot!(after(|r| misspelt(r).without(SCHOOL, "ho_so.chung_nhan_sang_kien")), @"phong-trao.yaml:57:54: lỗi[phong-trao/dieu-kien]: điều kiện `dua_vao_sang_kiem` nêu loại minh chứng mà phong trào chưa khai ⟨chặn danh_sach⟩");
}

#[test]
fn a_condition_on_unknown_words() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, OF_SCHOOLS, "{loai_don_vi: [truong_hocc]}")), @"phong-trao.yaml:58:45: lỗi[phong-trao/dieu-kien]: điều kiện `truong_hocc` nêu loại đơn vị mà phong trào chưa khai ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, OF_SCHOOLS, "{hinh_thuc: [giay_ken], doi_tuong: [ca_nhan, tap_teh]}")), @r"
    phong-trao.yaml:58:43: lỗi[phong-trao/dieu-kien]: điều kiện `giay_ken` nêu hình thức khen thưởng mà phong trào chưa khai ⟨chặn danh_sach⟩
    phong-trao.yaml:58:75: lỗi[phong-trao/dieu-kien]: điều kiện `tap_teh` nêu đối tượng mà phong trào chưa khai ⟨chặn danh_sach⟩
    ");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, OF_SCHOOLS, "{doi_tuong: []}")), @"phong-trao.yaml:58:31: lỗi[phong-trao/dieu-kien]: điều kiện không nêu đối tượng nào ⟨chặn danh_sach⟩");
}

#[test]
fn a_condition_that_says_nothing_known_does_not_hold_for_everybody() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, OF_SCHOOLS, "{a: b}")), @"phong-trao.yaml:58:31: lỗi[yaml/truong-la]: không có khóa `a` trong điều kiện ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, OF_SCHOOLS, "{}")), @"phong-trao.yaml:58:30: lỗi[yaml/de-trong]: điều kiện để trống, chưa nêu khi nào thì cần ⟨chặn danh_sach⟩");
}

#[test]
fn conditions_on_words_that_the_campaign_has() {
    // Awards that have a quota only, and kinds of evidence that only a criterion or `ten_goi` names.
    assert_eq!(
        after(|r| r.set(CAMPAIGN, OF_SCHOOLS, "{hinh_thuc: [thu_khen, giay_khen], doi_tuong: [ho_gia_dinh]}")),
        ""
    );
    let named = |r: Records| r.set(CAMPAIGN, "ten_goi", "{de_tai: đề tài}").set(CAMPAIGN, OF_SCHOOLS, "dua_vao_de_tai");
    assert_eq!(after(named), "");
}

#[test]
fn a_part_of_a_misspelt_kind() {
    let misspelt = |r: Records| r.set(CAMPAIGN, "thanh_phan_ho_so[to_trinh].loai", "to_trin");
    assert_snapshot!(after(misspelt), @"phong-trao.yaml:45:12: lỗi[phong-trao/thanh-phan]: thành phần hồ sơ nêu `to_trin`, không phải loại văn bản nào đã khai ⟨chặn danh_sach⟩");
    assert_snapshot!(misspelt(Records::small()).check().helps(), @"sửa thành `to_trinh`, nếu đúng ý; nếu là loại mới thì ghi thêm `ten` tại thành phần này, hoặc khai ở `loai_van_ban`");
}

#[test]
fn a_unit_is_not_blamed_for_filing_what_the_campaign_does_not_declare() {
    let undeclared = |r: Records| {
        r.set(CAMPAIGN, "thanh_phan_ho_so[ban_cam_ket].loai", "to_khai").replace(SCHOOL, "ban_cam_ket", "to_khai")
    };
    assert_snapshot!(after(undeclared), @"phong-trao.yaml:58:12: lỗi[phong-trao/thanh-phan]: thành phần hồ sơ nêu `to_khai`, không phải loại văn bản nào đã khai ⟨chặn danh_sach⟩");
    // With a name, or where it comes from, the kind is one of the campaign's own.
    assert_snapshot!(after(|r| undeclared(r).set(CAMPAIGN, "thanh_phan_ho_so[to_khai].ten", "Tờ khai")), @"don-vi/truong-hoa-mai.yaml:78:3: lỗi[van-ban/khong-co-mau]: Tờ khai là văn bản soạn tại đây nhưng không có mẫu ⟨chặn van_ban · truong-hoa-mai · to_khai⟩");
    assert_eq!(after(|r| undeclared(r).set(CAMPAIGN, "thanh_phan_ho_so[to_khai].nguon", "nhan")), "");
}

#[test]
fn a_part_without_a_kind() {
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "thanh_phan_ho_so[to_trinh].loai")), @"phong-trao.yaml:45:5: lỗi[phong-trao/thanh-phan]: thành phần hồ sơ này chưa nêu loại văn bản (`loai`) ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "thanh_phan_ho_so[2].mot_trong", "[]")), @"phong-trao.yaml:48:5: lỗi[phong-trao/thanh-phan]: `mot_trong` chưa nêu thành phần nào để chọn ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "thanh_phan_ho_so[2].loai", "to_trinh")), @"phong-trao.yaml:47:11: lỗi[phong-trao/thanh-phan]: thành phần này nêu cả `loai` và `mot_trong` ⟨chặn danh_sach⟩");
}

#[test]
fn a_choice_with_a_misspelt_alternative() {
    // The station hands in the short report: nobody can tell whether that was meant.
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "thanh_phan_ho_so[2].mot_trong[1].loai", "bao_cao_tom_tac")), @"phong-trao.yaml:50:16: lỗi[phong-trao/thanh-phan]: thành phần hồ sơ nêu `bao_cao_tom_tac`, không phải loại văn bản nào đã khai ⟨chặn danh_sach⟩");
}

#[test]
fn criteria_that_lack_what_their_kind_needs() {
    let without = |path: &str| after(|r| r.without(CAMPAIGN, &format!("tieu_chi[{path}")));
    assert_snapshot!(without("M-2].toi_thieu"), @"phong-trao.yaml:62:5: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-2 (kiểu `xep_loai`) chưa ghi mức tối thiểu (`toi_thieu`) ⟨chặn danh_sach⟩");
    assert_snapshot!(without("M-2].khoa"), @"phong-trao.yaml:62:5: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-2 (kiểu `xep_loai`) chưa ghi thang xếp loại được xét (`khoa`) ⟨chặn danh_sach⟩");
    assert_snapshot!(without("M-3].loai"), @"phong-trao.yaml:63:5: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-3 (kiểu `minh_chung`) chưa ghi loại minh chứng được chấp nhận (`loai`) ⟨chặn danh_sach⟩");
    assert_snapshot!(without("M-4].khoa"), @"phong-trao.yaml:64:5: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-4 (kiểu `danh_sach_rong`) chưa ghi danh sách được xét (`khoa`) ⟨chặn danh_sach⟩");
    assert_snapshot!(without("M-5].de_muc"), @"phong-trao.yaml:65:5: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-5 (kiểu `de_muc`) chưa ghi đề mục phải có trong báo cáo (`de_muc`) ⟨chặn danh_sach⟩");
    assert_snapshot!(without("M-7].cho_phep"), @"phong-trao.yaml:67:5: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-7 (kiểu `thuoc`) chưa ghi các giá trị được chấp nhận (`cho_phep`) ⟨chặn danh_sach⟩");
    assert_snapshot!(without("M-8].khoa"), @"phong-trao.yaml:68:5: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-8 (kiểu `khai_bao`) chưa ghi điều phải khai (`khoa`) ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-4].khoa", "ky_luaat")), @"phong-trao.yaml:64:63: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-4 (kiểu `danh_sach_rong`) xét danh sách `ky_luaat`, bản ghi chỉ có danh sách `ky_luat` ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-7].khoa", "doi_tuongg")), @"phong-trao.yaml:67:54: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-7 (kiểu `thuoc`) xét khóa `doi_tuongg`, không phải khóa nào của người được đề nghị hay thang xếp loại nào đã khai ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-3].loai", "[sang_kienn, mo_hinh]")), @"phong-trao.yaml:63:60: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-3 (kiểu `minh_chung`) ghi `sang_kienn`, có lẽ là `sang_kien` ⟨chặn danh_sach⟩");
    // What a test does not turn on may be left out.
    assert_eq!(without("M-1].khoa") + &without("M-3].it_nhat") + &without("M-9].noi_dung"), "");
}

#[test]
fn a_criterion_that_is_not_judged_is_not_met() {
    let checked = Records::small().without(CAMPAIGN, "tieu_chi[M-5].de_muc").check();
    assert_eq!(checked.verdict("M-5"), "Cần xem xét");
}

#[test]
fn an_office_that_is_not_there() {
    let misspelt = Records::small().set(CAMPAIGN, "thuong_truc", "van-hoa-xa-hoii").check();
    assert_snapshot!(misspelt.text(), @"phong-trao.yaml:7:14: lỗi[phong-trao/thuong-truc]: cơ quan thường trực `van-hoa-xa-hoii` không có trong `co_quan` ⟨chặn van_ban⟩");
    assert_snapshot!(misspelt.helps(), @"sửa thành `van-hoa-xa-hoi`, nếu đúng ý; các cơ quan đã khai: ubnd, van-hoa-xa-hoi");
    // No other body may issue the office's papers in its place.
    let office = ["giay_tiep_nhan", "phieu_kiem_tra", "bang_tong_hop", "danh_sach_trich_ngang", "so_tiep_nhan"];
    let slips = |p: &&str| office.iter().any(|kind| p.contains(kind));
    assert!(misspelt.blocked().iter().all(slips), "{:?}", misspelt.blocked());
    assert_eq!(misspelt.blocked().len(), misspelt.documents.iter().filter(|d| slips(&d.path.as_str())).count());
}

#[test]
fn no_bodies_at_all() {
    let none = Records::small().without(CAMPAIGN, "co_quan").without(CAMPAIGN, "thuong_truc").check();
    assert_snapshot!(none.text(), @"phong-trao.yaml:1:1: lỗi[phong-trao/thuong-truc]: phong trào chưa khai cơ quan nào ở `co_quan`, nên không có cơ quan thường trực để lập giấy tiếp nhận và phiếu kiểm tra ⟨chặn van_ban⟩");
    assert!(none.blocked().contains(&"truong-hoa-mai/giay_tiep_nhan.pdf"));
    assert!(!none.blocked().contains(&"truong-hoa-mai/to_trinh.pdf"));
}

#[test]
fn an_office_and_a_plan_that_are_left_out() {
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "thuong_truc")), @"phong-trao.yaml:16:1: cảnh báo[phong-trao/chua-neu]: phong trào chưa nêu cơ quan thường trực (`thuong_truc`); tạm lấy cơ quan đầu tiên, `ubnd`");
    // The only body is the office.
    let only = |r: Records| r.without(CAMPAIGN, "thuong_truc").without(CAMPAIGN, "co_quan.ubnd");
    assert_eq!(after(only), "");
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "han_nop")), @"phong-trao.yaml:1:1: cảnh báo[phong-trao/chua-neu]: phong trào chưa nêu hạn nộp hồ sơ (`han_nop`), nên không xét được hồ sơ nào nộp muộn");
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "ke_hoach")), @"phong-trao.yaml:1:1: cảnh báo[phong-trao/chua-neu]: phong trào chưa nêu kế hoạch phát động (`ke_hoach`), nên văn bản chỉ viện dẫn chung là “Kế hoạch”");
}

#[test]
fn a_seal_of_nobody() {
    let seal = "co_quan.van-hoa-xa-hoi.dung_dau_cua";
    assert_eq!(after(|r| r.set(CAMPAIGN, seal, "ubnd")), "");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, seal, "ubdn")), @"phong-trao.yaml:23:19: lỗi[phong-trao/co-quan]: cơ quan `van-hoa-xa-hoi` dùng dấu của `ubdn`, không có trong `co_quan` ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, seal, "van-hoa-xa-hoi")), @"phong-trao.yaml:23:19: lỗi[phong-trao/co-quan]: cơ quan `van-hoa-xa-hoi` ghi `dung_dau_cua` là chính mình ⟨chặn danh_sach⟩");
}

#[test]
fn lists_that_are_empty() {
    let empty = |key: &str| after(|r| r.set(CAMPAIGN, key, "[]"));
    assert_snapshot!(empty("don_vi"), @"phong-trao.yaml:38:1: lỗi[phong-trao/de-trong]: danh sách đơn vị (`don_vi`) để trống ⟨chặn danh_sach⟩");
    assert_snapshot!(empty("thanh_phan_ho_so"), @"phong-trao.yaml:44:1: lỗi[phong-trao/de-trong]: thành phần hồ sơ (`thanh_phan_ho_so`) để trống ⟨chặn danh_sach⟩");
    assert_snapshot!(empty("thang_xep_loai.nong_thon_moi"), @"phong-trao.yaml:72:3: lỗi[phong-trao/de-trong]: thang xếp loại `nong_thon_moi` chưa có bậc nào ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "loai_don_vi", "{}")), @"phong-trao.yaml:33:1: lỗi[phong-trao/de-trong]: danh sách loại đơn vị (`loai_don_vi`) để trống ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "hinh_thuc_khen")), @"phong-trao.yaml:1:1: lỗi[phong-trao/de-trong]: phong trào chưa khai hình thức khen thưởng nào (`hinh_thuc_khen`) ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "thang_xep_loai")), @"phong-trao.yaml:1:1: lỗi[phong-trao/de-trong]: phong trào có tiêu chuẩn về xếp loại nhưng chưa khai thang xếp loại nào (`thang_xep_loai`) ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "tieu_chi")), @"phong-trao.yaml:1:1: cảnh báo[phong-trao/chua-neu]: phong trào chưa nêu tiêu chuẩn nào (`tieu_chi`), nên không đề nghị nào được xét theo tiêu chuẩn");
    // Optional lists may be.
    assert_eq!(empty("gia_han") + &empty("can_cu"), "");
}

#[test]
fn a_scale_with_a_step_that_cannot_be_read() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "thang_xep_loai.nong_thon_moi", "[null]")), @"phong-trao.yaml:72:19: lỗi[yaml/sai-kieu]: ở đây cần một dòng chữ, nhưng để trống ⟨chặn danh_sach⟩");
}

#[test]
fn a_quota_for_a_group_of_nobody() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "so_luong.giay_khen[0].nhom", "su_ngiep")), @"phong-trao.yaml:76:22: lỗi[phong-trao/nhom-la]: số lượng `giay_khen` nêu nhóm `su_ngiep`, không loại đơn vị nào thuộc nhóm ấy ⟨chặn danh_sach⟩");
}

#[test]
fn a_help_names_no_choices_where_there_are_none() {
    let campaign = Records::small().read(CAMPAIGN).replace(", nhom: su_nghiep", "").replace(", nhom: thon", "");
    let checked = Records::small().write(CAMPAIGN, campaign).check();
    let help = "sửa `nhom` ở đây, hoặc ghi nhóm ấy cho loại đơn vị ở `loai_don_vi`";
    assert_eq!(checked.finding("phong-trao/nhom-la").help_text(), help);
    for finding in &checked.findings {
        assert!(!finding.help_text().trim_end().ends_with(':'), "{}", checked.helps());
    }
}

#[test]
fn a_year_that_cannot_be() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "nam", "0")), @"phong-trao.yaml:4:6: lỗi[phong-trao/nam]: 0 không thể là năm của phong trào ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "nam", "99999")), @"phong-trao.yaml:4:6: lỗi[phong-trao/nam]: 99999 không thể là năm của phong trào ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "nam", "2062")), @"phong-trao.yaml:4:6: lỗi[phong-trao/nam]: năm 2062 nằm ngoài kỳ thi đua (từ ngày 01/01/2026 đến ngày 30/6/2026) ⟨chặn danh_sach⟩");
}

#[test]
fn a_period_that_ends_before_it_begins() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "ky_thi_dua.tu", "2026-12-31")), @"phong-trao.yaml:5:18: lỗi[phong-trao/ky-thi-dua]: kỳ thi đua bắt đầu ngày 31/12/2026, sau ngày kết thúc 30/6/2026 ⟨chặn danh_sach⟩");
}

#[test]
fn extensions_that_contradict() {
    let extended = |list: &str| after(|r| r.set(CAMPAIGN, "gia_han", list));
    assert_snapshot!(extended("[{don_vi: thon-tay, den: 2026-07-20}, {don_vi: thon-tay, den: 2026-07-30}]"), @"phong-trao.yaml:42:57: lỗi[phong-trao/gia-han]: Thôn Tây được gia hạn hai lần ⟨chặn danh_sach · thon-tay⟩");
    assert_snapshot!(extended("[{don_vi: thon-tay, den: 2026-07-15}]"), @"phong-trao.yaml:42:35: lỗi[phong-trao/gia-han]: gia hạn cho Thôn Tây đến hết ngày 15/7/2026, không muộn hơn hạn chung (đến hết ngày 15/7/2026) ⟨chặn danh_sach · thon-tay⟩");
    assert_eq!(extended("[{don_vi: thon-tay, den: 2026-07-16}, {don_vi: thon-dong, den: 2026-07-16}]"), "");
}

#[test]
fn a_plan_after_its_own_deadline() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "ke_hoach.ngay", "2026-07-16")), @"phong-trao.yaml:11:9: cảnh báo[phong-trao/ke-hoach-sau-han]: kế hoạch phát động ký ngày 16/7/2026, sau hạn nộp hồ sơ (15/7/2026)");
    // Units' plans are then older than it; that is another matter.
    let on_its_day =
        |r: Records| r.set(CAMPAIGN, "ke_hoach.ngay", "2026-07-15").set(CAMPAIGN, "muc_do", "{khop/ke-hoach-som: tat}");
    assert_eq!(after(on_its_day), "");
}

#[test]
fn criteria_that_share_a_code_or_ask_for_nothing() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-9].ma", "M-8")), @"phong-trao.yaml:69:10: lỗi[phong-trao/trung-tieu-chuan]: mã `M-8` dùng cho hai tiêu chuẩn ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "tieu_chi[M-3].it_nhat", "0")), @"phong-trao.yaml:63:90: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-3 (kiểu `minh_chung`) ghi `it_nhat: 0`, nên không đòi minh chứng nào ⟨chặn danh_sach⟩");
}

#[test]
fn one_kind_of_paper_twice_in_the_required_set() {
    let twice = |r: Records, more: &str| {
        let first = "  - {loai: to_trinh, dieu_khoan: điểm a khoản 1 Mục III Kế hoạch}\n";
        r.replace(CAMPAIGN, first, &format!("{first}  - {{loai: to_trinh{more}}}\n"))
    };
    assert_snapshot!(after(|r| twice(r, "")), @"phong-trao.yaml:46:12: lỗi[phong-trao/thanh-phan]: thành phần hồ sơ nêu `to_trinh` hai lần ⟨chặn danh_sach⟩");
    assert_snapshot!(helps_after(|r| twice(r, "")), @"xóa thành phần lặp lại; nếu mỗi lần cho một trường hợp thì ghi `khi` ở cả hai");
    // Each for a case of its own.
    let cases = |r: Records| {
        twice(r, ", khi: {loai_don_vi: [thon]}").replace(
            CAMPAIGN,
            "{loai: to_trinh, dieu_khoan",
            "{loai: to_trinh, khi: {loai_don_vi: [truong_hoc, tram_y_te]}, dieu_khoan",
        )
    };
    assert_eq!(after(cases), "");
}

#[test]
fn a_series_of_kinds_that_are_not_there() {
    let series = |r: Records, kinds: &str| r.set(CAMPAIGN, "so_van_ban", kinds);
    assert_snapshot!(after(|r| series(r, "{chung: [to_trinhh, ban_cam_ket]}")), @"phong-trao.yaml:2:22: cảnh báo[phong-trao/so-van-ban]: dãy số `chung` nêu `to_trinhh`, không phải loại văn bản nào đã khai");
    assert_snapshot!(helps_after(|r| series(r, "{chung: [to_trinhh, ban_cam_ket]}")), @"sửa thành `to_trinh`, nếu đúng ý (khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP)");
    assert_snapshot!(after(|r| series(r, "{chung: [to_trinh, bien_ban], rieng: [ke_hoach, to_trinh]}")), @"phong-trao.yaml:2:61: cảnh báo[phong-trao/so-van-ban]: `to_trinh` đã thuộc dãy số `chung`");
    assert_eq!(after(|r| series(r, "{chung: [to_trinh, bien_ban], rieng: [ke_hoach]}")), "");
}

#[test]
fn a_kind_that_is_made_for_an_award_that_is_not_there() {
    let served =
        |r: Records, awards: &str| r.set(CAMPAIGN, "loai_van_ban.giay_khen", &format!("{{hinh_thuc: {awards}}}"));
    assert_snapshot!(after(|r| served(r, "[giay_ken]")), @"phong-trao.yaml:85:27: cảnh báo[phong-trao/loai-theo-hinh-thuc]: `giay_khen` lập cho `giay_ken`, không phải hình thức khen thưởng đã khai");
    assert_snapshot!(helps_after(|r| served(r, "[giay_ken]")), @"sửa thành `giay_khen`, nếu đúng ý; các hình thức đã khai: giay_khen, thu_khen");
    assert_eq!(after(|r| served(r, "[giay_khen, thu_khen]")), "");
}

#[test]
fn the_campaigns_name_in_its_own_records() {
    assert_snapshot!(after(|r| r.replace(CAMPAIGN, "xã Đồng Mẫu năm 2026\n", "xã Đồng Mẫu năm 2025\n")), @"phong-trao.yaml:3:6: cảnh báo[van-ban/ten-phong-trao]: tên phong trào ghi năm 2025, trong khi `nam` là 2026");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "ke_hoach.trich_yeu", "Phát động phong trào thi đua năm 2025")), @"phong-trao.yaml:13:14: cảnh báo[van-ban/ten-phong-trao]: tên phong trào ghi năm 2025, khác với năm 2026 của phong trào");
    let subject = |subject: &str| after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", subject));
    assert_snapshot!(subject("Về việc đề nghị khen thưởng phong trào thi đua xã Đồng Mẫu năm 2025"), @"don-vi/truong-hoa-mai.yaml:35:16: cảnh báo[van-ban/ten-phong-trao]: tên phong trào ghi năm 2025, khác với năm 2026 của phong trào ⟨truong-hoa-mai · to_trinh⟩");
    assert_eq!(subject("Về việc đề nghị khen thưởng phong trào thi đua năm 2026"), "");
}

#[test]
fn a_group_that_is_misspelt_where_it_is_declared() {
    assert_snapshot!(after(|r| r.replace(CAMPAIGN, "tram_y_te: {ten: Trạm Y tế, nhom: su_nghiep", "tram_y_te: {ten: Trạm Y tế, nhom: su_nghiepp")), @"phong-trao.yaml:35:37: lỗi[phong-trao/nhom-la]: loại đơn vị `tram_y_te` thuộc nhóm `su_nghiepp`, không được phân bổ số lượng nào ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.replace(CAMPAIGN, "{nhom: su_nghiep, tap_the: 1}", "{nhom: su_nghiep}")), @"phong-trao.yaml:76:22: lỗi[phong-trao/nhom-la]: mục phân bổ cho nhóm `su_nghiep` không ghi số tập thể hay cá nhân nào ⟨chặn danh_sach⟩");
}

#[test]
fn an_office_whose_signer_nobody_knows() {
    let unsigned = |r: Records| r.without(CAMPAIGN, "co_quan.van-hoa-xa-hoi.nguoi_ky");
    assert_snapshot!(after(unsigned), @"phong-trao.yaml:23:10: cảnh báo[phong-trao/chua-neu]: cơ quan thường trực `van-hoa-xa-hoi` chưa nêu người ký (`nguoi_ky`)");
}

#[test]
fn grades_that_papers_print_and_nobody_has_named() {
    const STEPS: &str = "thang_xep_loai.nong_thon_moi";
    let steps = |r: Records| r.set(CAMPAIGN, STEPS, "[xuat_sac, kieu_mau, tot, kha, can_co_gang, Cần nhắc]");
    assert_snapshot!(after(steps), @"phong-trao.yaml:72:29: cảnh báo[phong-trao/thieu-ten-goi]: thang xếp loại `nong_thon_moi` có `kieu_mau`, `can_co_gang` chưa có cách gọi; văn bản sẽ in “kieu mau”");
    assert_snapshot!(steps(Records::small()).check().helps(), @"ghi `ten_goi: {kieu_mau: …, can_co_gang: …}`, có dấu như cần in");
    let named = |words: &str| after(|r| steps(r).set(CAMPAIGN, "ten_goi", words));
    assert_eq!(named("{kieu_mau: kiểu mẫu, can_co_gang: cần cố gắng}"), "");
    // A word that is meant for one of them is said to be misspelt, and nothing else.
    assert_snapshot!(named("{kieu_mua: kiểu mẫu, can_co_gang: cần cố gắng}"), @"phong-trao.yaml:2:11: cảnh báo[phong-trao/ten-goi]: `kieu_mua` có cách gọi nhưng không được dùng ở đâu");
}
