//! `ho-so/thieu-thanh-phan`: the required set, with its choices, conditions and parts of parts.

use insta::assert_snapshot;

use crate::after;
use crate::support::*;

#[test]
fn a_paper_that_is_not_in_the_record() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.trich_bien_ban")), @"don-vi/truong-hoa-mai.yaml:33:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Trích biên bản ⟨chặn danh_sach · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn a_paper_that_no_receipt_lists() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "tiep_nhan[0].nop[ban_cam_ket]")), @"don-vi/truong-hoa-mai.yaml:78:3: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai chưa nộp 01 Bản cam kết: không có trong các lần tiếp nhận ⟨chặn danh_sach · truong-hoa-mai · ban_cam_ket⟩");
}

#[test]
fn a_receipt_that_lists_nothing_is_taken_for_all() {
    assert_eq!(after(|r| r.without(SCHOOL, "tiep_nhan[0].nop")), "");
}

#[test]
fn a_report_that_one_nominee_lacks() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.bao_cao_thanh_tich.bui-thi-sen")), @"don-vi/truong-hoa-mai.yaml:55:3: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Báo cáo thành tích hoặc Báo cáo tóm tắt của bà Bùi Thị Sen ⟨chặn danh_sach · truong-hoa-mai · bao_cao_thanh_tich/bui-thi-sen⟩");
}

#[test]
fn either_of_a_choice_is_enough() {
    let checked = Records::small().check();
    // The school hands in the long report, the station the short one.
    assert!(checked.document("truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf").nominee.is_some());
    assert!(checked.document("tram-y-te/bao_cao_tom_tat-tap-the.pdf").nominee.is_some());
    checked.none("ho-so/thieu-thanh-phan");
}

#[test]
fn a_choice_without_any_is_lacking_once() {
    assert_snapshot!(after(|r| r.without(STATION, "ho_so.bao_cao_tom_tat")), @"don-vi/tram-y-te.yaml:26:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trạm Y tế xã Đồng Mẫu còn thiếu 01 Báo cáo thành tích hoặc Báo cáo tóm tắt của Trạm Y tế xã Đồng Mẫu ⟨chặn danh_sach · tram-y-te · bao_cao_thanh_tich/tap-the⟩");
}

#[test]
fn what_a_choice_repeats_for_its_own_kinds_repeat_for() {
    // The choice stands `theo: de_nghi`; neither alternative says so itself.
    let own = |r: Records| {
        r.set(
            CAMPAIGN,
            "thanh_phan_ho_so[2].mot_trong",
            "[{loai: bao_cao_thanh_tich}, {loai: bao_cao_tom_tat}, {loai: ban_tu_thuat, ten: Bản tự thuật, nguon: nhan}]",
        )
    };
    let filed = |r: Records| {
        own(r)
            .without(STATION, "ho_so.bao_cao_tom_tat")
            .set(STATION, "ho_so.ban_tu_thuat", "{tap-the: {ngay: 2026-07-13}}")
            .set(CAMPAIGN, "tieu_chi[M-5].kieu", "nhan_xet")
    };
    assert_eq!(after(filed), "");
    let declared = |r: Records| filed(r).append(CAMPAIGN, "  ban_tu_thuat: {ten: Bản tự thuật, nguon: nhan}\n");
    assert_eq!(after(declared), "");
    // One that says so otherwise itself is the unit's.
    let once =
        |r: Records| filed(r).append(CAMPAIGN, "  ban_tu_thuat: {ten: Bản tự thuật, nguon: nhan, theo: don_vi}\n");
    assert_snapshot!(after(once), @"don-vi/tram-y-te.yaml:27:18: lỗi[yaml/truong-la]: không có khóa `tap-the` trong văn bản ⟨chặn van_ban · tram-y-te · ban_tu_thuat⟩");
}

#[test]
fn the_clause_of_a_choice_is_that_of_the_choice() {
    let checked = Records::small().without(STATION, "ho_so.bao_cao_tom_tat").check();
    assert_snapshot!(checked.helps(), @"đề nghị bổ sung Báo cáo thành tích hoặc Báo cáo tóm tắt của Trạm Y tế xã Đồng Mẫu (điểm c khoản 1 Mục III Kế hoạch)");
}

#[test]
fn an_optional_part_with_a_required_child() {
    // Neither parent nor child: nothing.
    let neither = |r: Records| r.without(SCHOOL, "ho_so.phu_luc_anh").without(SCHOOL, "ho_so.bang_ke_anh");
    assert_eq!(after(neither), "");
    // The child alone: nothing.
    assert_eq!(after(|r| r.without(SCHOOL, "ho_so.phu_luc_anh")), "");
    // The parent alone: the required child is lacking, the optional one is not.
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.bang_ke_anh")), @"don-vi/truong-hoa-mai.yaml:33:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Bảng kê ảnh ⟨chặn danh_sach · truong-hoa-mai · bang_ke_anh⟩");
}

#[test]
fn a_part_owed_only_by_those_who_rely_on_an_initiative() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.chung_nhan_sang_kien")), @"don-vi/truong-hoa-mai.yaml:33:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Giấy chứng nhận sáng kiến của Trường Tiểu học Hoa Mai ⟨chặn danh_sach · truong-hoa-mai · chung_nhan_sang_kien/tap-the⟩");
    let model = "[{loai: mo_hinh, ten: Vườn rau, mo_ta: Vườn rau do học sinh trồng}]";
    let without =
        |r: Records| r.set(SCHOOL, "de_nghi[tap-the].minh_chung", model).without(SCHOOL, "ho_so.chung_nhan_sang_kien");
    assert_eq!(after(without), "");
}

#[test]
fn a_part_owed_only_by_one_kind_of_unit() {
    // The station owes no commitment; the school does.
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.ban_cam_ket")), @"don-vi/truong-hoa-mai.yaml:33:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Bản cam kết ⟨chặn danh_sach · truong-hoa-mai · ban_cam_ket⟩");
}

#[test]
fn a_withdrawn_nominee_owes_nothing() {
    assert_snapshot!(after(|r| r.without(STATION, "de_nghi[mai-van-thu].rut")), @r"
    don-vi/tram-y-te.yaml:19:5: cảnh báo[tieu-chuan/chua-ro]: Ông Mai Văn Thu (Trạm Y tế xã Đồng Mẫu) chưa xét được tiêu chuẩn M-6: chưa có kết quả xếp loại năm ⟨tram-y-te⟩
    don-vi/tram-y-te.yaml:19:5: cảnh báo[tieu-chuan/chua-ro]: Ông Mai Văn Thu (Trạm Y tế xã Đồng Mẫu) chưa xét được tiêu chuẩn M-7: chưa khai đối tượng (cán bộ, công chức, viên chức hay đối tượng khác) ⟨tram-y-te⟩
    don-vi/tram-y-te.yaml:19:5: cảnh báo[tieu-chuan/chua-ro]: Ông Mai Văn Thu (Trạm Y tế xã Đồng Mẫu) chưa xét được tiêu chuẩn M-8: chưa có cam đoan về nội dung này ⟨tram-y-te⟩
    don-vi/tram-y-te.yaml:25:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trạm Y tế xã Đồng Mẫu còn thiếu 01 Báo cáo thành tích hoặc Báo cáo tóm tắt của ông Mai Văn Thu ⟨chặn danh_sach · tram-y-te · bao_cao_thanh_tich/mai-van-thu⟩
    don-vi/tram-y-te.yaml:45:5: lỗi[khop/chua-bieu-quyet]: Ông Mai Văn Thu được đề nghị nhưng không có kết quả biểu quyết trong trích biên bản ⟨chặn danh_sach · tram-y-te · trich_bien_ban⟩
    ");
}

#[test]
fn a_unit_that_has_not_handed_in_lacks_nothing_yet() {
    assert_eq!(after(|r| r.without(STATION, "tiep_nhan").without(STATION, "ho_so")), "");
}

#[test]
fn a_part_that_cannot_be_read_is_not_lacking_too() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.trich_bien_ban", "đã có")), @"don-vi/truong-hoa-mai.yaml:41:5: lỗi[yaml/sai-kieu]: ở đây cần một nhóm khóa (văn bản), nhưng bản ghi có một giá trị ⟨chặn van_ban · truong-hoa-mai · trich_bien_ban⟩");
}

#[test]
fn several_copies_are_asked_for_in_words() {
    let two = |r: Records| r.set(CAMPAIGN, "thanh_phan_ho_so[to_trinh].so_ban", "2").without(SCHOOL, "ho_so.to_trinh");
    assert_snapshot!(after(two), @"don-vi/truong-hoa-mai.yaml:33:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 02 Tờ trình ⟨chặn danh_sach · truong-hoa-mai · to_trinh⟩");
}

#[test]
fn a_record_without_any_paper() {
    assert_snapshot!(after(|r| r.without(STATION, "ho_so")), @r"
    don-vi/tram-y-te.yaml:1:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trạm Y tế xã Đồng Mẫu còn thiếu 01 Báo cáo thành tích hoặc Báo cáo tóm tắt của Trạm Y tế xã Đồng Mẫu ⟨chặn danh_sach · tram-y-te · bao_cao_thanh_tich/tap-the⟩
    don-vi/tram-y-te.yaml:1:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trạm Y tế xã Đồng Mẫu còn thiếu 01 Trích biên bản ⟨chặn danh_sach · tram-y-te · trich_bien_ban⟩
    don-vi/tram-y-te.yaml:1:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trạm Y tế xã Đồng Mẫu còn thiếu 01 Tờ trình ⟨chặn danh_sach · tram-y-te · to_trinh⟩
    ");
}

#[test]
fn a_paper_with_nothing_below_it_is_told_at_its_own_line() {
    for nothing in ["null", "{}", ""] {
        let checked = Records::small().set(SCHOOL, "ho_so.ban_cam_ket", nothing).check();
        let place = checked.findings.iter().filter_map(|f| f.place.as_ref()).map(|p| p.line).collect::<Vec<_>>();
        assert_eq!(place.first(), Some(&78), "{nothing:?}: {}", checked.text());
    }
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.ban_cam_ket", "null")), @"don-vi/truong-hoa-mai.yaml:78:3: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trường Tiểu học Hoa Mai còn thiếu 01 Bản cam kết ⟨chặn danh_sach · truong-hoa-mai · ban_cam_ket⟩");
}
