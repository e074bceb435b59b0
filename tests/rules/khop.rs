//! The family `khop/`: papers that contradict each other.

use insta::assert_snapshot;

use crate::after;
use crate::support::*;

const EXTRACT: &str = "ho_so.trich_bien_ban";

fn extract(path: &str) -> String {
    format!("{EXTRACT}.{path}")
}

#[test]
fn proposed_without_a_vote() {
    assert_snapshot!(after(|r| r.without(SCHOOL, &extract("bieu_quyet[bui-thi-sen]"))), @"don-vi/truong-hoa-mai.yaml:52:5: lỗi[khop/chua-bieu-quyet]: Bà Bùi Thị Sen được đề nghị nhưng không có kết quả biểu quyết trong trích biên bản ⟨chặn danh_sach · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn an_extract_without_any_vote() {
    assert_snapshot!(after(|r| r.without(SCHOOL, &extract("bieu_quyet"))), @r"
    don-vi/truong-hoa-mai.yaml:40:3: lỗi[khop/chua-bieu-quyet]: Bà Bùi Thị Sen được đề nghị nhưng không có kết quả biểu quyết trong trích biên bản ⟨chặn danh_sach · truong-hoa-mai · trich_bien_ban⟩
    don-vi/truong-hoa-mai.yaml:40:3: lỗi[khop/chua-bieu-quyet]: Trường Tiểu học Hoa Mai được đề nghị nhưng không có kết quả biểu quyết trong trích biên bản ⟨chặn danh_sach · truong-hoa-mai · trich_bien_ban⟩
    ");
}

#[test]
fn whom_the_proposal_leaves_out_needs_no_vote() {
    let left_out = |r: Records| {
        r.set(SCHOOL, "ho_so.to_trinh.de_nghi", "[tap-the]").without(SCHOOL, &extract("bieu_quyet[bui-thi-sen]"))
    };
    assert_eq!(after(left_out), "");
}

#[test]
fn proposed_though_the_meeting_said_no() {
    assert_snapshot!(after(|r| r.set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].dong_y"), "12")), @"don-vi/truong-hoa-mai.yaml:54:57: lỗi[khop/khong-thong-qua]: Bà Bùi Thị Sen được đề nghị nhưng cuộc họp không thông qua: chỉ 12/18 người được triệu tập đồng ý, chưa quá 2/3 ⟨chặn danh_sach · truong-hoa-mai · trich_bien_ban⟩");
    // 2/3 of all 18 must be exceeded, so 13 is enough.
    assert_eq!(after(|r| r.set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].dong_y"), "13")), "");
}

#[test]
fn a_vote_is_asked_for_by_the_clause_that_asks_for_the_minutes_or_by_none() {
    let refused = |r: Records| r.set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].dong_y"), "12").check().helps();
    let remedy = "đối chiếu số phiếu với biên bản; nếu đúng như vậy thì bỏ đề nghị này khỏi tờ trình";
    assert_eq!(refused(Records::small()), format!("{remedy} (điểm b khoản 1 Mục III Kế hoạch)"));
    assert_eq!(refused(Records::small().without(CAMPAIGN, "thanh_phan_ho_so[trich_bien_ban].dieu_khoan")), remedy);
}

#[test]
fn the_ratio_may_be_taken_of_those_present() {
    let present = |r: Records, yes: &str| {
        r.set(CAMPAIGN, "bieu_quyet.co_so", "co_mat").set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].dong_y"), yes)
    };
    assert_eq!(after(|r| present(r, "11")), "");
    assert_snapshot!(after(|r| present(r, "10")), @"don-vi/truong-hoa-mai.yaml:54:57: lỗi[khop/khong-thong-qua]: Bà Bùi Thị Sen được đề nghị nhưng cuộc họp không thông qua: chỉ 10/16 người có mặt đồng ý, chưa quá 2/3 ⟨chặn danh_sach · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn without_a_set_ratio_nothing_is_judged() {
    let free = |r: Records, yes: &str, no: &str| {
        r.without(CAMPAIGN, "bieu_quyet").set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].dong_y"), yes).set(
            SCHOOL,
            &extract("bieu_quyet[bui-thi-sen].khong_dong_y"),
            no,
        )
    };
    assert_eq!(after(|r| free(r, "2", "1")), "");
    assert_eq!(after(|r| free(r, "5", "11")), "");
}

#[test]
fn losers_in_the_minutes_are_normal() {
    let checked = Records::small().check();
    assert!(checked.loaded.unit("tram-y-te").unwrap().paper("trich_bien_ban").unwrap().votes.items.len() == 2);
    checked.none("khop/khong-thong-qua").none("khop/nguoi-la");
}

#[test]
fn a_code_that_nobody_carries() {
    assert_snapshot!(after(|r| r.without(STATION, &extract("bieu_quyet[khong-trung].ten"))), @"don-vi/tram-y-te.yaml:48:19: lỗi[khop/nguoi-la]: không có đề nghị nào mang mã `khong-trung` ⟨chặn van_ban · tram-y-te · trich_bien_ban⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.de_nghi", "[tap-the, bui-thi-sen, bui-thi-xen]")), @"don-vi/truong-hoa-mai.yaml:35:37: lỗi[khop/nguoi-la]: không có đề nghị nào mang mã `bui-thi-xen` ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(after(|r| r.replace(SCHOOL, "    bui-thi-sen:\n", "    bui-thi-senn:\n")), @"don-vi/truong-hoa-mai.yaml:69:5: lỗi[khop/nguoi-la]: không có đề nghị nào mang mã `bui-thi-senn` ⟨chặn van_ban · truong-hoa-mai · bao_cao_thanh_tich/bui-thi-senn⟩");
}

#[test]
fn more_votes_than_people() {
    assert_snapshot!(after(|r| r.set(SCHOOL, &extract("bieu_quyet[tap-the].khong_hop_le"), "1")), @"don-vi/truong-hoa-mai.yaml:53:68: lỗi[khop/kiem-phieu]: biểu quyết đối với Trường Tiểu học Hoa Mai có tổng cộng 17 phiếu, nhiều hơn 16 người có mặt ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn attendance_that_does_not_add_up() {
    assert_snapshot!(after(|r| r.set(STATION, &extract("hop.co_mat"), "8")), @"don-vi/tram-y-te.yaml:41:15: lỗi[khop/tham-du]: có mặt 08 người, nhiều hơn 07 người được triệu tập ⟨chặn van_ban · tram-y-te · trich_bien_ban⟩");
    assert_snapshot!(after(|r| r.without(SCHOOL, &extract("hop.vang[1]"))), @"don-vi/truong-hoa-mai.yaml:46:7: lỗi[khop/tham-du]: triệu tập 18, có mặt 16, nhưng nêu tên 01 người vắng ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    // Nobody is named: nothing to compare with.
    assert_eq!(after(|r| r.without(SCHOOL, &extract("hop.vang"))), "");
}

#[test]
fn a_meeting_without_its_quorum() {
    let few = |r: Records| r.set(STATION, &extract("hop.trieu_tap"), "10").set(CAMPAIGN, "bieu_quyet.co_so", "co_mat");
    assert_snapshot!(after(few), @"don-vi/tram-y-te.yaml:41:15: lỗi[khop/du-so-hop]: chỉ 07/10 người được triệu tập có mặt, chưa đủ 3/4 ⟨chặn danh_sach · tram-y-te · trich_bien_ban⟩");
    assert_eq!(after(|r| few(r).without(CAMPAIGN, "bieu_quyet.trieu_tap_toi_thieu")), "");
}

#[test]
fn days_in_the_wrong_order() {
    // Met after the extract, or after the proposal, or signed after the receipt.
    assert_snapshot!(after(|r| r.set(SCHOOL, &extract("ngay"), "2026-07-05")), @"don-vi/truong-hoa-mai.yaml:42:29: lỗi[khop/thu-tu-ngay]: ngày họp (06/7/2026) sau ngày ký trích biên bản (05/7/2026) ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.ngay", "2026-07-05")), @"don-vi/truong-hoa-mai.yaml:42:29: lỗi[khop/thu-tu-ngay]: ngày họp (06/7/2026) sau ngày ký tờ trình (05/7/2026) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.ngay", "2026-07-11")), @"don-vi/truong-hoa-mai.yaml:36:11: lỗi[khop/thu-tu-ngay]: ngày ký tờ trình (11/7/2026) sau ngày nhận hồ sơ (10/7/2026) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    // One day for all is in order.
    let same_day = |r: Records| {
        r.set(SCHOOL, &extract("bien_ban.ngay"), "2026-07-10").set(SCHOOL, &extract("ngay"), "2026-07-10").set(
            SCHOOL,
            "ho_so.to_trinh.ngay",
            "2026-07-10",
        )
    };
    assert_eq!(after(same_day), "");
}

#[test]
fn a_meeting_that_ends_before_it_begins() {
    assert_snapshot!(after(|r| r.set(SCHOOL, &extract("bien_ban.ket_thuc"), "\"13:59\"")), @"don-vi/truong-hoa-mai.yaml:42:69: lỗi[khop/gio-hop]: cuộc họp kết thúc lúc 13:59, không sau giờ bắt đầu (14:00) ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn a_name_post_or_award_that_differs() {
    let differing = |r: Records| {
        r.set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].ten"), "Bùi Thị Xen")
            .set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].chuc_vu"), "Hiệu phó")
            .set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].hinh_thuc"), "giay_khen")
    };
    assert_snapshot!(after(differing), @r"
    don-vi/truong-hoa-mai.yaml:54:21: lỗi[khop/ten-lech]: hình thức khen thưởng của bà Bùi Thị Sen trong trích biên bản là “Giấy khen”, trong đề nghị khen thưởng là “Thư khen” ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩
    don-vi/truong-hoa-mai.yaml:54:41: lỗi[khop/ten-lech]: chức vụ của bà Bùi Thị Sen trong trích biên bản là “Hiệu phó”, trong đề nghị khen thưởng là “Giáo viên” ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩
    don-vi/truong-hoa-mai.yaml:54:56: lỗi[khop/ten-lech]: tên của bà Bùi Thị Sen trong trích biên bản là “Bùi Thị Xen”, trong đề nghị khen thưởng là “Bùi Thị Sen” ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩
    ");
    // Case, spacing and the place of the tone mark do not make another name.
    assert_eq!(after(|r| r.set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].ten"), "BÙI  thị sen")), "");
    assert_eq!(after(|r| r.set(SCHOOL, &extract("bieu_quyet[bui-thi-sen].hinh_thuc"), "thư khen")), "");
}

#[test]
fn one_signer_with_two_posts() {
    let other = |r: Records| r.set(SCHOOL, &extract("hop.chuc_vu_chu_tri"), "Bí thư Chi bộ");
    assert_snapshot!(after(other), @"don-vi/truong-hoa-mai.yaml:49:24: cảnh báo[khop/chuc-vu-lech]: chức vụ của Đinh Văn Cội ghi khác nhau trong hồ sơ: “Hiệu trưởng” và “Bí thư Chi bộ” ⟨truong-hoa-mai · trich_bien_ban⟩");
    let longer = |r: Records| r.set(SCHOOL, &extract("hop.chuc_vu_chu_tri"), "Hiệu trưởng Trường Tiểu học Hoa Mai");
    assert_eq!(after(longer), "");
}

#[test]
fn a_head_who_reports_on_himself() {
    let head = |r: Records| {
        r.replace(SCHOOL, "Đinh Văn Cội", "Bùi Thị Sen").replace(SCHOOL, "chuc_vu: Giáo viên", "chuc_vu: Hiệu trưởng")
    };
    assert_snapshot!(after(head), @"
    don-vi/truong-hoa-mai.yaml:69:5: cảnh báo[khop/tu-xac-nhan]: Bà Bùi Thị Sen là người đứng đầu đơn vị và tự báo cáo thành tích của mình, chưa có cấp trên xác nhận ⟨truong-hoa-mai · bao_cao_thanh_tich/bui-thi-sen⟩
    ");
    let confirmed = |r: Records| {
        head(r).set(SCHOOL, "ho_so.bao_cao_thanh_tich.bui-thi-sen.xac_nhan", "{chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}")
    };
    assert_eq!(after(confirmed), "");
}

const LONG: &str = "|\n# Thành tích đạt được\n\n## Kết quả\n\nNăm nay tập thể cùng nhau đắp con đường dài sáu trăm mét qua cánh đồng phía nam, trồng hai hàng cau bên đường, thắp đèn bằng điện mặt trời và cử người trông nom từng đoạn một.";

#[test]
fn two_reports_that_are_alike() {
    let copied = |r: Records| {
        r.set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the.noi_dung", LONG).set(
            STATION,
            "ho_so.bao_cao_thanh_tich",
            &format!("\ntap-the:\n  ngay: 2026-07-13\n  nguoi_ky: {{quyen_han: [KT.], ky_thay: Trưởng trạm, chuc_vu: Phó Trưởng trạm, ho_ten: Kiều Thị Lan}}\n  noi_dung: {}", LONG.replace('\n', "\n    ").replace("cánh đồng", "thửa ruộng")),
        )
    };
    assert_snapshot!(after(copied), @"don-vi/truong-hoa-mai.yaml:60:9: cảnh báo[khop/bao-cao-giong]: báo cáo của Trường Tiểu học Hoa Mai giống 80% báo cáo của Trạm Y tế xã Đồng Mẫu ⟨truong-hoa-mai · bao_cao_thanh_tich/tap-the⟩");
}

#[test]
fn reports_of_a_person_and_a_collective_are_not_compared() {
    let copied = |r: Records| {
        r.set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the.noi_dung", LONG).set(
            SCHOOL,
            "ho_so.bao_cao_thanh_tich.bui-thi-sen.noi_dung",
            LONG,
        )
    };
    assert_eq!(after(copied), "");
}

#[test]
fn two_people_of_one_name() {
    let person = "{ma: bui-thi-sen, loai: ca_nhan, ten: Bùi Thị Sen, gioi_tinh: nu, hinh_thuc: thu_khen, thanh_tich: Nấu cơm cho đội làm đường}";
    let namesake = |r: Records, born: &str| {
        let with = person.replace("gioi_tinh", &format!("{born}gioi_tinh"));
        r.set(WEST, "de_nghi", &format!("[{with}]")).set(CAMPAIGN, "tieu_chi", "[]")
    };
    assert_snapshot!(after(|r| namesake(r, "")), @"don-vi/truong-hoa-mai.yaml:24:10: cảnh báo[khop/trung-ten]: Bà Bùi Thị Sen trùng họ tên với một người được đề nghị ở Thôn Tây ⟨truong-hoa-mai⟩");
    assert_eq!(after(|r| namesake(r, "ngay_sinh: 1990-01-01, ")), "");
    // Born on one day: one person, whom two units propose.
    assert_snapshot!(after(|r| namesake(r, "ngay_sinh: 1988-09-04, ")), @"don-vi/truong-hoa-mai.yaml:24:10: cảnh báo[khop/de-nghi-hai-noi]: Bà Bùi Thị Sen (sinh ngày 04/9/1988) đã được Thôn Tây đề nghị, mã `bui-thi-sen` ⟨truong-hoa-mai⟩");
    // Of whom a third is, without a day of birth, nobody can tell.
    let third = |r: Records| {
        namesake(r, "ngay_sinh: 1988-09-04, ")
            .set(EAST, "de_nghi", &format!("[{person}]"))
            .without(EAST, "khong_de_nghi")
    };
    assert_snapshot!(after(third), @"
    don-vi/thon-dong.yaml:1:1: cảnh báo[ho-so/ke-hoach-don-vi]: Thôn Đông chưa khai kế hoạch thực hiện phong trào của đơn vị ⟨thon-dong⟩
    don-vi/thon-tay.yaml:1:49: cảnh báo[khop/trung-ten]: Bà Bùi Thị Sen trùng họ tên với một người được đề nghị ở Thôn Đông ⟨thon-tay⟩
    don-vi/truong-hoa-mai.yaml:24:10: cảnh báo[khop/de-nghi-hai-noi]: Bà Bùi Thị Sen (sinh ngày 04/9/1988) đã được Thôn Tây đề nghị, mã `bui-thi-sen` ⟨truong-hoa-mai⟩
    ");
}

/// A fault of reading stays one finding: no rule may infer anything from what could not be read.
#[test]
fn a_faulty_value_has_no_further_consequences() {
    let mut wrong = Vec::new();
    for (file, path, value) in [
        (SCHOOL, "ho_so.trich_bien_ban.bien_ban.ngay", "31/6/2026"),
        (SCHOOL, "ho_so.trich_bien_ban.ngay", "hôm qua"),
        (SCHOOL, "ho_so.trich_bien_ban.hop.co_mat", "mười sáu"),
        (SCHOOL, "ho_so.trich_bien_ban.hop.trieu_tap", "-1"),
        (SCHOOL, "ho_so.trich_bien_ban.hop", "[]"),
        (SCHOOL, "ho_so.trich_bien_ban.hop.vang", "hai người"),
        (SCHOOL, "ho_so.trich_bien_ban.bien_ban", "không rõ"),
        (SCHOOL, "ho_so.trich_bien_ban.bien_ban.bat_dau", "sáng"),
        (SCHOOL, "ho_so.trich_bien_ban.bieu_quyet", "tất cả đồng ý"),
        (SCHOOL, "ho_so.trich_bien_ban.bieu_quyet[bui-thi-sen].dong_y", "nhiều"),
        (SCHOOL, "ho_so.trich_bien_ban.bieu_quyet[bui-thi-sen].de_nghi", "Bùi Thị Sen"),
        (SCHOOL, "ho_so.to_trinh.so", "9/TTr"),
        (SCHOOL, "ho_so.to_trinh.ngay", "30/2/2026"),
        (SCHOOL, "ho_so.to_trinh.nguoi_ky", "Đinh Văn Cội"),
        (SCHOOL, "ho_so.to_trinh.nguoi_ky.quyen_han", "[TM]"),
        (SCHOOL, "ho_so.to_trinh.de_nghi", "tất cả"),
        (SCHOOL, "ho_so.to_trinh", "[]"),
        (SCHOOL, "ho_so.bao_cao_thanh_tich", "đã nộp"),
        (SCHOOL, "ho_so.bao_cao_thanh_tich.bui-thi-sen", "đã nộp"),
        (SCHOOL, "ho_so.bao_cao_thanh_tich.bui-thi-sen.noi_dung", "[a]"),
        (SCHOOL, "ho_so.chung_nhan_sang_kien.tap-the", "có"),
        (SCHOOL, "ho_so", "đủ"),
        (SCHOOL, "tiep_nhan[0].ngay", "10-7"),
        (SCHOOL, "tiep_nhan[0].nop", "đủ"),
        (SCHOOL, "tiep_nhan[0]", "đã nộp"),
        (SCHOOL, "tiep_nhan", "đã nộp"),
        (SCHOOL, "de_nghi[bui-thi-sen].loai", "canhan"),
        (SCHOOL, "de_nghi[bui-thi-sen].ma", "Bùi Sen"),
        (SCHOOL, "de_nghi[bui-thi-sen].hinh_thuc", "[]"),
        (SCHOOL, "de_nghi[bui-thi-sen].doi_tuong", "[]"),
        (SCHOOL, "de_nghi[bui-thi-sen].xep_loai_nam", "[]"),
        (SCHOOL, "de_nghi[bui-thi-sen].khai_bao", "có"),
        (SCHOOL, "de_nghi[bui-thi-sen].khai_bao.khong_bi_to_cao", "chưa rõ"),
        (SCHOOL, "de_nghi[tap-the].minh_chung", "có"),
        (SCHOOL, "de_nghi[tap-the].minh_chung[0]", "có"),
        (SCHOOL, "de_nghi[tap-the].minh_chung[0].quyet_dinh", "có"),
        (SCHOOL, "de_nghi[tap-the].minh_chung[0].quyet_dinh.ngay", "hôm nọ"),
        (SCHOOL, "de_nghi[tap-the].minh_chung[0].loai", "[]"),
        (SCHOOL, "de_nghi[bui-thi-sen]", "Bùi Thị Sen"),
        (SCHOOL, "de_nghi", "nhà trường"),
        (SCHOOL, "ky_luat", "không"),
        (SCHOOL, "ky_luat", "[không]"),
        (SCHOOL, "nhiem_vu", "đủ"),
        (SCHOOL, "nhiem_vu.dung_han", "đủ"),
        (SCHOOL, "ke_hoach", "có"),
        (SCHOOL, "ke_hoach.so", "số 4"),
        (SCHOOL, "loai", "[]"),
        (SCHOOL, "viet_tat", "[]"),
        (SCHOOL, "ten", "\"\""),
        (SCHOOL, "mien", "không"),
        (STATION, "khong_de_nghi", "không"),
        (STATION, "de_nghi[mai-van-thu].rut", "đã rút"),
        (EAST, "khong_de_nghi", "không đề nghị"),
        (RESULTS, "don_vi", "chưa có"),
        (RESULTS, "don_vi.tram-y-te", "tốt"),
        (RESULTS, "don_vi.tram-y-te.nong_thon_moi", "tốt"),
        (RESULTS, "don_vi.tram-y-te.nong_thon_moi.xep_loai", "[]"),
        (CAMPAIGN, "han_nop", "giữa tháng bảy"),
        (CAMPAIGN, "han_nop.ngay", "giữa tháng bảy"),
        (CAMPAIGN, "ky_thi_dua", "sáu tháng"),
        (CAMPAIGN, "ky_thi_dua.den", "31/6/2026"),
        (CAMPAIGN, "don_vi", "tất cả"),
        (CAMPAIGN, "loai_don_vi", "tất cả"),
        (CAMPAIGN, "loai_don_vi.thon", "thôn"),
        (CAMPAIGN, "hinh_thuc_khen", "giấy khen"),
        (CAMPAIGN, "hinh_thuc_khen.giay_khen", "[]"),
        (CAMPAIGN, "so_luong", "hai"),
        (CAMPAIGN, "so_luong.thu_khen", "hai"),
        (CAMPAIGN, "thanh_phan_ho_so", "đủ"),
        (CAMPAIGN, "thanh_phan_ho_so[0]", "tờ trình"),
        (CAMPAIGN, "thanh_phan_ho_so[0].loai", "[]"),
        (CAMPAIGN, "thanh_phan_ho_so[chung_nhan_sang_kien].khi", "khi_can"),
        (CAMPAIGN, "tieu_chi", "đủ"),
        (CAMPAIGN, "tieu_chi[M-6].toi_thieu", "[]"),
        (CAMPAIGN, "tieu_chi[M-7].cho_phep", "ai cũng được"),
        (CAMPAIGN, "tieu_chi[M-8].khoa", "[]"),
        (CAMPAIGN, "tieu_chi[M-3].loai", "sang_kien"),
        (CAMPAIGN, "thang_xep_loai", "tốt"),
        (CAMPAIGN, "thang_xep_loai.xep_loai_nam", "tốt"),
        (CAMPAIGN, "bieu_quyet", "quá bán"),
        (CAMPAIGN, "bieu_quyet.ty_le", "quá bán"),
        (CAMPAIGN, "bieu_quyet.co_so", "quá bán"),
        (CAMPAIGN, "gia_han", "không"),
        (CAMPAIGN, "muc_do", "không"),
        (CAMPAIGN, "loai_van_ban.ban_cam_ket", "không"),
        (CAMPAIGN, "loai_van_ban.ban_cam_ket.lay", "không"),
        (CAMPAIGN, "loai_van_ban.ban_cam_ket.mau", "[]"),
        (CAMPAIGN, "ten", "[]"),
        (CAMPAIGN, "nam", "năm nay"),
    ] {
        let checked = Records::small().set(file, path, value).check();
        let found = checked.findings.iter().filter(|f| !f.rule.code.starts_with("yaml/")).count();
        if checked.findings.len() != 1 || found > 0 {
            wrong.push(format!("{file} {path}: {value}\n{}", checked.text()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_misspelt_code_is_there_but_wrong() {
    let vote = |r: Records| r.set(SCHOOL, &extract("bieu_quyet[tap-the].de_nghi"), "tap-thq");
    assert_snapshot!(after(vote), @"don-vi/truong-hoa-mai.yaml:53:19: lỗi[khop/nguoi-la]: không có đề nghị nào mang mã `tap-thq` ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    let report = Records::small().replace(SCHOOL, "    tap-the:\n      ngay:", "    tap-thq:\n      ngay:").check();
    assert_snapshot!(report.text(), @"don-vi/truong-hoa-mai.yaml:56:5: lỗi[khop/nguoi-la]: không có đề nghị nào mang mã `tap-thq` ⟨chặn van_ban · truong-hoa-mai · bao_cao_thanh_tich/tap-thq⟩");
    assert_snapshot!(report.helps(), @"sửa thành `tap-the`, nếu đúng ý; các mã có trong `de_nghi`: tap-the, bui-thi-sen");
    assert_eq!(report.blocked(), ["truong-hoa-mai/bao_cao_thanh_tich-tap-thq.pdf"]);
    // A code that resembles nobody's was meant for the only one who lacks a vote, or a report.
    let beyond = |r: Records| r.set(SCHOOL, &extract("bieu_quyet[tap-the].de_nghi"), "le-van-b");
    assert_snapshot!(after(beyond), @"don-vi/truong-hoa-mai.yaml:53:19: lỗi[khop/nguoi-la]: không có đề nghị nào mang mã `le-van-b` ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| r.replace(SCHOOL, "    tap-the:\n      ngay:", "    le-van-b:\n      ngay:")), @"don-vi/truong-hoa-mai.yaml:56:5: lỗi[khop/nguoi-la]: không có đề nghị nào mang mã `le-van-b` ⟨chặn van_ban · truong-hoa-mai · bao_cao_thanh_tich/le-van-b⟩");
    // Of two who lack a vote one was not meant.
    let two = beyond(Records::small()).without(SCHOOL, &extract("bieu_quyet[bui-thi-sen]"));
    assert_eq!(two.check().all("khop/chua-bieu-quyet").len(), 2);
}

#[test]
fn without_nominees_there_is_no_code_to_choose() {
    let checked = Records::small().without(SCHOOL, "de_nghi").without(SCHOOL, "ho_so.chung_nhan_sang_kien").check();
    let strangers = checked.all("khop/nguoi-la");
    assert_eq!(strangers.len(), 4, "{}", checked.text());
    let help = "bản ghi chưa có đề nghị nào; khai ở `de_nghi`, hoặc bỏ mã này khỏi văn bản";
    assert!(strangers.iter().all(|finding| finding.help_text() == help), "{}", checked.helps());
}

#[test]
fn one_nominee_has_one_result_in_a_meeting() {
    let twice = |r: Records| {
        let text = r.read(SCHOOL);
        let line = text.lines().find(|line| line.contains("- {de_nghi: bui-thi-sen")).unwrap().to_owned();
        r.replace(SCHOOL, &line, &format!("{line}\n{line}"))
    };
    assert_snapshot!(after(twice), @"don-vi/truong-hoa-mai.yaml:55:9: lỗi[khop/bieu-quyet-trung]: có hai kết quả biểu quyết đối với bà Bùi Thị Sen ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn who_leads_a_meeting_is_not_away() {
    let absent = |r: Records, who: &str| r.set(SCHOOL, "ho_so.trich_bien_ban.hop.vang", who);
    let meeting = Records::small().read(SCHOOL);
    assert!(meeting.contains("chu_tri: Đinh Văn Cội"));
    assert_snapshot!(after(|r| absent(r, "[{ho_ten: Đinh Văn Cội, ly_do: ốm}]")), @"don-vi/truong-hoa-mai.yaml:46:23: lỗi[khop/tham-du]: Đinh Văn Cội vừa là chủ trì vừa được nêu là vắng mặt ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| absent(r, "[{ho_ten: Lý Văn Vắng}, {ho_ten: Lý Văn Vắng}]")), @"don-vi/truong-hoa-mai.yaml:46:46: lỗi[khop/tham-du]: Lý Văn Vắng được nêu là vắng mặt hai lần ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| absent(r, "[{ho_ten: đinh văn cội}, {ho_ten: Lý Văn Vắng}]")), @"don-vi/truong-hoa-mai.yaml:46:23: lỗi[khop/tham-du]: đinh văn cội (chỗ khác ghi “Đinh Văn Cội”) vừa là chủ trì vừa được nêu là vắng mặt ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| absent(r, "[{ho_ten: Lý Thị Hòa}, {ho_ten: Lý Thị Hoà}]")), @"don-vi/truong-hoa-mai.yaml:46:45: lỗi[khop/tham-du]: Lý Thị Hoà (chỗ khác ghi “Lý Thị Hòa”) được nêu là vắng mặt hai lần ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn what_a_proposal_encloses_is_not_younger() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.trich_bien_ban.ngay", "2026-07-09")), @"don-vi/truong-hoa-mai.yaml:41:11: lỗi[khop/thu-tu-ngay]: ngày ký trích biên bản (09/7/2026) sau ngày ký tờ trình (08/7/2026) ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-the.ngay", "2026-07-09")), @"don-vi/truong-hoa-mai.yaml:57:13: lỗi[khop/thu-tu-ngay]: ngày ký báo cáo thành tích (09/7/2026) sau ngày ký tờ trình (08/7/2026) ⟨chặn van_ban · truong-hoa-mai · bao_cao_thanh_tich/tap-the⟩");
    assert_eq!(after(|r| r.set(SCHOOL, "ho_so.trich_bien_ban.ngay", "2026-07-08")), "");
}
