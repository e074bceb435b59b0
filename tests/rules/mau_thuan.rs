//! Facts of the records that cannot both be true.

use insta::assert_snapshot;

use crate::after;
use crate::support::*;

#[test]
fn more_tasks_done_than_given() {
    let tasks = |of: &str| after(|r| r.set(SCHOOL, "nhiem_vu", of));
    assert_eq!(tasks("{duoc_giao: 6, hoan_thanh: 6, dung_han: 6}"), "");
    assert_snapshot!(tasks("{duoc_giao: 18, hoan_thanh: 28, dung_han: 18}"), @"don-vi/truong-hoa-mai.yaml:7:39: lỗi[khop/nhiem-vu]: hoàn thành 28 nhiệm vụ, nhiều hơn 18 nhiệm vụ được giao ⟨chặn danh_sach · truong-hoa-mai⟩");
    assert_snapshot!(tasks("{duoc_giao: 18, hoan_thanh: 17, dung_han: 18}"), @"don-vi/truong-hoa-mai.yaml:7:53: lỗi[khop/nhiem-vu]: hoàn thành đúng hạn 18 nhiệm vụ, nhiều hơn 17 nhiệm vụ đã hoàn thành ⟨chặn danh_sach · truong-hoa-mai⟩");
    // What cannot be is not an achievement.
    let checked = Records::small().set(SCHOOL, "nhiem_vu", "{duoc_giao: 18, hoan_thanh: 28, dung_han: 28}").check();
    assert_eq!(checked.findings.len(), 1, "{}", checked.text());
    assert_eq!(checked.verdict("M-1"), "Cần xem xét");
}

#[test]
fn a_certificate_of_another_decision() {
    let certificate = |of: &str| after(|r| r.set(SCHOOL, "ho_so.chung_nhan_sang_kien.tap-the", of));
    assert_snapshot!(certificate("{so: 99, ngay: 2026-04-02}"), @"don-vi/truong-hoa-mai.yaml:77:19: cảnh báo[khop/minh-chung-lech]: văn bản chứng nhận ghi số 99 ngày 02/4/2026, minh chứng của Trường Tiểu học Hoa Mai nêu quyết định số 05 ngày 02/4/2026 ⟨truong-hoa-mai · chung_nhan_sang_kien/tap-the⟩");
    assert_snapshot!(certificate("{so: 5, ngay: 2026-04-03}"), @"don-vi/truong-hoa-mai.yaml:77:28: cảnh báo[khop/minh-chung-lech]: văn bản chứng nhận ghi số 05 ngày 03/4/2026, minh chứng của Trường Tiểu học Hoa Mai nêu quyết định số 05 ngày 02/4/2026 ⟨truong-hoa-mai · chung_nhan_sang_kien/tap-the⟩");
    // What one of the two leaves out contradicts nothing.
    assert_eq!(certificate("{ngay: 2026-04-02}") + &certificate("{tep: qd.pdf}"), "");
    // Of several pieces of evidence one is enough.
    let two = |r: Records| {
        r.replace(
            SCHOOL,
            "    minh_chung:\n",
            "    minh_chung:\n      - {loai: sang_kien, ten: Bể nước mưa, quyet_dinh: {so: 4, ngay: 2026-03-01}}\n",
        )
    };
    assert_eq!(after(two), "");
}

#[test]
fn a_day_of_another_age() {
    let met = "ho_so.trich_bien_ban.bien_ban.ngay";
    assert_snapshot!(after(|r| r.set(SCHOOL, met, "1926-07-06")), @"don-vi/truong-hoa-mai.yaml:42:29: cảnh báo[khop/ngay-xa]: ngày 06/7/1926 cách xa năm 2026 của phong trào ⟨truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, met, "2126-07-06")), @"don-vi/truong-hoa-mai.yaml:42:29: cảnh báo[khop/ngay-xa]: ngày 06/7/2126 cách xa năm 2026 của phong trào ⟨truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "tiep_nhan[0].ngay", "2062-07-10")), @"don-vi/truong-hoa-mai.yaml:10:20: cảnh báo[khop/ngay-xa]: ngày 10/7/2062 cách xa năm 2026 của phong trào ⟨truong-hoa-mai⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "han_nop.ngay", "2016-07-15")), @"phong-trao.yaml:41:17: cảnh báo[khop/ngay-xa]: ngày 15/7/2016 cách xa năm 2026 của phong trào");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "gia_han", "[{don_vi: thon-tay, den: 1926-07-20}]")), @"phong-trao.yaml:42:35: cảnh báo[khop/ngay-xa]: ngày 20/7/1926 cách xa năm 2026 của phong trào");
    // A plan of the year before is nothing odd, nor is any day of a campaign over several years.
    let near = |r: Records| !after(|_| r).contains("khop/ngay-xa");
    assert!(near(Records::small().set(CAMPAIGN, "ke_hoach.ngay", "2023-12-30")));
    let long = |r: Records| r.set(CAMPAIGN, "ky_thi_dua.tu", "2021-01-01").set(CAMPAIGN, "ke_hoach.ngay", "2020-12-30");
    assert!(near(long(Records::small())));
}

#[test]
fn receipts_out_of_order() {
    let receipts = |of: &str| after(|r| r.set(STATION, "tiep_nhan", of));
    assert_eq!(receipts("[{lan: 1, ngay: 2026-07-14}, {lan: 2, ngay: 2026-07-15}, {ngay: 2026-07-15}]"), "");
    assert_snapshot!(receipts("[{lan: 1, ngay: 2026-07-14}, {lan: 1, ngay: 2026-07-15}]"), @"don-vi/tram-y-te.yaml:10:38: lỗi[ho-so/lan-tiep-nhan]: lần tiếp nhận 1 được ghi hai lần ⟨chặn danh_sach · tram-y-te⟩");
    assert_snapshot!(receipts("[{lan: 2, ngay: 2026-07-15}, {lan: 1, ngay: 2026-07-14}]"), @"don-vi/tram-y-te.yaml:10:38: lỗi[ho-so/lan-tiep-nhan]: lần tiếp nhận 1 ghi sau lần 2 ⟨chặn danh_sach · tram-y-te⟩");
    assert_snapshot!(receipts("[{lan: 1, ngay: 2026-07-15}, {lan: 2, ngay: 2026-07-14}]"), @"don-vi/tram-y-te.yaml:10:47: lỗi[ho-so/lan-tiep-nhan]: lần tiếp nhận 2 ngày 14/7/2026, trước lần 1 (ngày 15/7/2026) ⟨chặn danh_sach · tram-y-te⟩");
    assert_snapshot!(receipts("[{lan: 0, ngay: 2026-07-14}]"), @"don-vi/tram-y-te.yaml:10:10: lỗi[ho-so/lan-tiep-nhan]: lần tiếp nhận ghi số 0 ⟨chặn danh_sach · tram-y-te⟩");
}
