//! Days that contradict each other though they stand in different records.

use insta::assert_snapshot;

use crate::after;
use crate::support::*;

#[test]
fn a_units_plan_after_its_proposal() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ke_hoach.ngay", "2026-07-09")), @"don-vi/truong-hoa-mai.yaml:6:25: cảnh báo[khop/ke-hoach-muon]: ngày kế hoạch của Trường Tiểu học Hoa Mai (09/7/2026) sau ngày ký tờ trình (08/7/2026) ⟨truong-hoa-mai⟩");
    // Without a proposal the day of the receipt tells.
    let received = |r: Records, day: &str| r.without(SCHOOL, "ho_so.to_trinh.ngay").set(SCHOOL, "ke_hoach.ngay", day);
    received(Records::small(), "2026-07-10").check().none("khop/ke-hoach-muon");
    assert_eq!(received(Records::small(), "2026-07-11").check().all("khop/ke-hoach-muon").len(), 1);
    assert_eq!(after(|r| r.set(SCHOOL, "ke_hoach.ngay", "2026-07-08")), "");
}

#[test]
fn gradings_announced_after_dossiers_that_rely_on_them() {
    let announced = |r: Records, day: &str| r.set(RESULTS, "can_cu.ngay", day);
    assert_snapshot!(after(|r| announced(r, "2026-07-12")), @"ket-qua.yaml:2:42: cảnh báo[khop/ket-qua-muon]: kết quả xếp loại công bố ngày 12/7/2026, sau ngày nhận hồ sơ của Trường Tiểu học Hoa Mai");
    assert_snapshot!(after(|r| announced(r, "2026-07-16")), @"ket-qua.yaml:2:42: cảnh báo[khop/ket-qua-muon]: kết quả xếp loại công bố ngày 16/7/2026, sau ngày nhận hồ sơ của 02 đơn vị được xét theo kết quả ấy");
    assert_eq!(after(|r| announced(r, "2026-07-10")), "");
    // After the meeting that judged by them, that is what is said.
    assert_snapshot!(announced(Records::reviewed(), "2026-07-21").check().text(), @"ket-qua.yaml:2:42: cảnh báo[khop/ket-qua-muon]: kết quả xếp loại công bố ngày 21/7/2026, sau cuộc họp xét ngày 20/7/2026");
    // No criterion looks at them.
    assert_eq!(after(|r| announced(r, "2026-07-16").without(CAMPAIGN, "tieu_chi[M-2]")), "");
}

#[test]
fn gradings_of_a_period_that_ends_after_the_deadline_come_late_by_themselves() {
    let announced = |day: &str| Records::phuoc_long().set(RESULTS, "can_cu.ngay", day).check();
    announced("2022-01-15").none("khop/ket-qua-muon");
    assert_eq!(announced("2021-06-01").all("khop/ket-qua-muon").len(), 1);
}

#[test]
fn a_former_award_of_another_year_than_its_decision() {
    let past = |r: Records, past: &str| {
        r.set(SCHOOL, "de_nghi[tap-the].da_khen", &format!("[{{hinh_thuc: Giấy khen, {past}}}]"))
    };
    assert_snapshot!(after(|r| past(r, "nam: 2024, so: 7, ngay: 2021-12-30")), @"don-vi/truong-hoa-mai.yaml:12:43: cảnh báo[khop/nam-khen]: “Giấy khen” ghi năm 2024, nhưng quyết định ký ngày 30/12/2021 ⟨truong-hoa-mai⟩");
    assert_snapshot!(after(|r| past(r, "nam: 2062, so: 7")), @"don-vi/truong-hoa-mai.yaml:12:43: cảnh báo[khop/nam-khen]: “Giấy khen” ghi năm 2062, sau năm 2026 của phong trào ⟨truong-hoa-mai⟩");
    // What a year has earned is often decided at the beginning of the next.
    assert_eq!(after(|r| past(r, "nam: 2024, so: 7, ngay: 2025-01-15")), "");
    assert_eq!(after(|r| past(r, "nam: 2026")), "");
}

#[test]
fn a_year_of_birth_that_cannot_be() {
    let born = |day: &str| after(|r| r.set(SCHOOL, "de_nghi[bui-thi-sen].ngay_sinh", day));
    assert_snapshot!(born("2088-09-04"), @"don-vi/truong-hoa-mai.yaml:26:16: cảnh báo[khop/ngay-sinh]: ngày sinh của bà Bùi Thị Sen là 04/9/2088, không hợp với năm 2026 của phong trào ⟨truong-hoa-mai⟩");
    assert_snapshot!(born("1908-09-04"), @"don-vi/truong-hoa-mai.yaml:26:16: cảnh báo[khop/ngay-sinh]: ngày sinh của bà Bùi Thị Sen là 04/9/1908, không hợp với năm 2026 của phong trào ⟨truong-hoa-mai⟩");
    assert_eq!(born("2016-09-04"), "");
}

#[test]
fn a_letter_that_nobody_is_proposed_handed_in_before_it_was_signed() {
    let handed_in = |r: Records| r.append(EAST, "tiep_nhan: [{lan: 1, ngay: 2026-07-08, so_den: 30}]\n");
    assert_snapshot!(after(handed_in), @"don-vi/thon-dong.yaml:6:56: lỗi[khop/thu-tu-ngay]: ngày ký văn bản báo không đề nghị (09/7/2026) sau ngày nhận hồ sơ (08/7/2026) ⟨chặn van_ban · thon-dong⟩");
    assert_eq!(after(|r| handed_in(r).set(EAST, "khong_de_nghi.ngay", "2026-07-08")), "");
    assert_snapshot!(after(|r| handed_in(r).without(EAST, "khong_de_nghi.ngay")), @"don-vi/thon-dong.yaml:6:1: cảnh báo[van-ban/thieu-so]: văn bản báo không đề nghị của Thôn Đông đã nộp nhưng chưa ghi ngày ⟨thon-dong⟩");
    let plan = |r: Records, number: &str| {
        r.append(EAST, &format!("ke_hoach: {{so: {number}, ngay: 2026-01-20}}\n"))
            .set(CAMPAIGN, "so_van_ban", "{chung: [ke_hoach, cong_van]}")
            .set(CAMPAIGN, "loai_van_ban.cong_van", "{ten: Công văn, co_so: true, nguon: nhan}")
    };
    assert_snapshot!(after(|r| plan(r, "1")), @"don-vi/thon-dong.yaml:6:47: lỗi[van-ban/trung-so]: số 01 năm 2026 của Thôn Đông đã dùng cho kế hoạch ⟨chặn van_ban · thon-dong · khong_de_nghi⟩");
    assert_eq!(after(|r| plan(r, "2")), "");
}

/// A paper that replaces another may be later than the receipt: what was handed in is the other.
#[test]
fn a_proposal_that_replaces_the_one_handed_in() {
    let late = |r: Records| r.set(SCHOOL, "ho_so.to_trinh.ngay", "2026-07-15");
    assert_snapshot!(after(late), @"don-vi/truong-hoa-mai.yaml:36:11: lỗi[khop/thu-tu-ngay]: ngày ký tờ trình (15/7/2026) sau ngày nhận hồ sơ (10/7/2026) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    let replacing = |r: Records| late(r).set(SCHOOL, "ho_so.to_trinh.thay_the", "{so: 4, ngay: 2026-07-08}");
    assert_eq!(after(replacing), "");
}
