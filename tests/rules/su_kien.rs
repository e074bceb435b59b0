//! Events of the campaign's year, and the golden book.

use insta::assert_snapshot;

use crate::support::*;

fn after(change: impl FnOnce(Records) -> Records) -> String {
    change(Records::through_the_year()).check().text()
}

#[test]
fn a_year_in_order_says_nothing() {
    let checked = Records::through_the_year().check();
    assert_eq!(checked.text(), "");
    assert_eq!(checked.blocked(), Vec::<&str>::new());
}

#[test]
fn an_event_on_a_day_that_the_plan_does_not_foresee() {
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[0].ngay", "2026-06-02")), @"xet-duyet.yaml:31:11: cảnh báo[khop/su-kien-ngoai-ke-hoach]: lễ phát động ngày 02/6/2026, ngoài thời gian kế hoạch dự kiến (từ ngày 01/5/2026 đến ngày 31/5/2026)");
    assert_eq!(
        after(|r| r.set(REVIEW, "su_kien[0].ngay", "2026-06-02").without(REVIEW, "su_kien[0].theo_ke_hoach")),
        ""
    );
    // The closing takes its day from the conference, and is judged by it.
    let window = "{tu: 2026-09-01, den: 2026-09-30}";
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[2].theo_ke_hoach", window)), @"xet-duyet.yaml:2:18: cảnh báo[khop/su-kien-ngoai-ke-hoach]: hội nghị tổng kết dự kiến ngày 20/8/2026, ngoài thời gian kế hoạch dự kiến (từ ngày 01/9/2026 đến ngày 30/9/2026)");
    assert_eq!(
        after(|r| r.set(REVIEW, "su_kien[2].theo_ke_hoach", window).set(REVIEW, "hoi_nghi.ngay", "2026-09-01")),
        ""
    );
}

#[test]
fn events_out_of_the_order_of_time() {
    let without_window = |r: Records| r.without(REVIEW, "su_kien[0].theo_ke_hoach");
    assert_snapshot!(after(|r| without_window(r).set(REVIEW, "su_kien[0].ngay", "2026-07-18")), @"xet-duyet.yaml:31:11: cảnh báo[khop/thu-tu-su-kien]: lễ phát động (18/7/2026) sau hạn nộp hồ sơ (15/7/2026)");
    assert_snapshot!(after(|r| without_window(r).set(REVIEW, "su_kien[2].ngay", "2026-07-24")), @"xet-duyet.yaml:49:11: cảnh báo[khop/thu-tu-su-kien]: cuộc họp xét (28/7/2026) sau hội nghị tổng kết (24/7/2026)");
    // The units' plans would be older than the plan as well.
    let late = without_window(Records::through_the_year()).set(CAMPAIGN, "ke_hoach.ngay", "2026-05-20").check();
    assert_snapshot!(line(late.finding("khop/thu-tu-su-kien")), @"xet-duyet.yaml:31:11: cảnh báo[khop/thu-tu-su-kien]: ngày ký kế hoạch (20/5/2026) sau lễ phát động (15/5/2026)");
    assert_snapshot!(after(|r| without_window(r).set(REVIEW, "su_kien[2].loai", "so_ket").set(REVIEW, "su_kien[2].ngay", "2026-05-10")), @"xet-duyet.yaml:31:11: cảnh báo[khop/thu-tu-su-kien]: lễ phát động (15/5/2026) sau hội nghị sơ kết (10/5/2026)");
}

#[test]
fn an_event_that_there_is_not() {
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[1].hop", "dot-3")), @"xet-duyet.yaml:47:10: lỗi[khop/su-kien]: không có cuộc họp nào mang mã `dot-3` ⟨chặn van_ban⟩");
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[1].ma", "tong-ket")), @"xet-duyet.yaml:50:9: lỗi[khop/su-kien]: mã `tong-ket` dùng cho hai sự kiện ⟨chặn van_ban⟩");
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[0].co_quan", "ubdn")), @"xet-duyet.yaml:29:14: lỗi[khop/su-kien]: cơ quan tổ chức `ubdn` không có trong `co_quan` của phong trào ⟨chặn van_ban⟩");
    // What is wrong with one event costs its own papers only.
    let blocked = |change: fn(Records) -> Records| change(Records::through_the_year()).check().blocked().join("\n");
    assert_snapshot!(blocked(|r| r.set(REVIEW, "su_kien[0].co_quan", "ubdn")), @"
    giay_moi-phat-dong.pdf
    chuong_trinh-phat-dong.pdf
    giao_uoc-phat-dong.pdf
    ");
    assert_snapshot!(blocked(|r| r.set(REVIEW, "su_kien[0].gio", "25:00")), @"
    giay_moi-phat-dong.pdf
    chuong_trinh-phat-dong.pdf
    giao_uoc-phat-dong.pdf
    ");
}

#[test]
fn an_invitation_to_what_may_still_change() {
    let head = "{so: 60, ngay: 2026-08-10, nguoi_ky: {quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}, noi_nhan: [Như trên, \"Lưu: VT\"]}";
    let issued = |r: Records| r.set(REVIEW, "van_ban.giay_moi.tong-ket", head);
    assert_snapshot!(after(issued), @"xet-duyet.yaml:60:20: cảnh báo[khop/moi-khi-du-kien]: giấy mời đã có số, nhưng ngày hội nghị tổng kết còn là dự kiến ⟨chặn cap_so · giay_moi/tong-ket⟩");
    assert_eq!(after(|r| issued(r).set(REVIEW, "hoi_nghi.du_kien", "false")), "");
    // One's own word counts before that of the conference.
    assert_eq!(after(|r| issued(r).set(REVIEW, "su_kien[2].du_kien", "false")), "");
}

#[test]
fn an_invitation_after_the_event() {
    assert_snapshot!(after(|r| r.set(REVIEW, "van_ban.giay_moi.phat-dong.ngay", "2026-05-16")), @"xet-duyet.yaml:60:31: lỗi[khop/thu-tu-ngay]: ngày ký giấy mời (16/5/2026) sau ngày diễn ra sự kiện (15/5/2026) ⟨chặn van_ban · giay_moi/phat-dong⟩");
    assert_eq!(after(|r| r.set(REVIEW, "van_ban.giay_moi.phat-dong.ngay", "2026-05-15")), "");
}

#[test]
fn a_closing_report_before_the_last_decision() {
    let dated = |day: &str| {
        after(|r| r.set(REVIEW, "van_ban.bao_cao_tong_ket.so", "60").set(REVIEW, "van_ban.bao_cao_tong_ket.ngay", day))
    };
    assert_snapshot!(dated("2026-07-29"), @"xet-duyet.yaml:61:28: lỗi[khop/thu-tu-ngay]: ngày ký quyết định khen thưởng (30/7/2026) sau ngày ký báo cáo (29/7/2026) ⟨chặn van_ban · bao_cao_tong_ket⟩");
    assert_eq!(dated("2026-07-30"), "");
}

#[test]
fn a_head_stands_under_its_event() {
    assert_snapshot!(after(|r| r.replace(REVIEW, "    phat-dong: {so: 11", "    phat-don: {so: 11")), @"xet-duyet.yaml:60:5: lỗi[khop/van-ban-chung]: không có sự kiện nào mang mã `phat-don` ⟨chặn cap_so⟩");
    assert_snapshot!(after(|r| r.set(REVIEW, "van_ban.giay_moi", "{so: 11, ngay: 2026-05-08}")), @"xet-duyet.yaml:59:3: lỗi[khop/van-ban-chung]: `giay_moi` lập cho từng sự kiện ⟨chặn cap_so⟩");
    // A number that the same body has given already.
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[0].so", "11").set(CAMPAIGN, "so_van_ban", "{chung: [giay_moi, qd_khen_thuong]}")), @"xet-duyet.yaml:60:21: lỗi[van-ban/trung-so]: số 11 năm 2026 đã dùng cho quyết định ⟨chặn cap_so · giay_moi/phat-dong⟩");
}

#[test]
fn a_number_in_the_golden_book_is_one_persons() {
    let numbered = |first: &str, second: &str| {
        after(|r| r.set(REVIEW, "quyet_dinh[0].vao_so_tu", first).set(REVIEW, "quyet_dinh[2].vao_so_tu", second))
    };
    assert_eq!(numbered("5", "6"), "");
    assert_snapshot!(numbered("5", "5"), @"xet-duyet.yaml:27:17: lỗi[khop/so-vao-so]: số vào sổ 05 chồng lên số 05 đã lấy cho quyết định khác năm 2026 ⟨chặn cap_so⟩");
}

/// Scores of another year: judged by themselves, and only of units that there are.
#[test]
fn scores_of_another_year() {
    let other =
        |units: &str| after(|r| r.append(RESULTS, &format!("cong_bo_khac: [{{nam: 2025, don_vi: {units}}}]\n")));
    assert_snapshot!(other("{tram-y-te: {nong_thon_moi: {diem: 1, xep_loai: tot}}, thon-bac: {nong_thon_moi: {diem: 2, xep_loai: tot}}}"), @"ket-qua.yaml:8:91: lỗi[ho-so/don-vi-la]: kết quả của `thon-bac`, không có trong danh sách `don_vi` ⟨chặn danh_sach⟩");
}
