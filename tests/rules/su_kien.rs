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
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[0].ngay", "2026-06-02")), @"");
    assert_eq!(
        after(|r| r.set(REVIEW, "su_kien[0].ngay", "2026-06-02").without(REVIEW, "su_kien[0].theo_ke_hoach")),
        ""
    );
    // The closing takes its day from the conference, and is judged by it.
    let window = "{tu: 2026-09-01, den: 2026-09-30}";
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[2].theo_ke_hoach", window)), @"");
    assert_eq!(
        after(|r| r.set(REVIEW, "su_kien[2].theo_ke_hoach", window).set(REVIEW, "hoi_nghi.ngay", "2026-09-01")),
        ""
    );
}

#[test]
fn events_out_of_the_order_of_time() {
    let without_window = |r: Records| r.without(REVIEW, "su_kien[0].theo_ke_hoach");
    assert_snapshot!(after(|r| without_window(r).set(REVIEW, "su_kien[0].ngay", "2026-07-18")), @"");
    assert_snapshot!(after(|r| without_window(r).set(REVIEW, "su_kien[2].ngay", "2026-07-24")), @"");
    assert_snapshot!(after(|r| without_window(r).set(CAMPAIGN, "ke_hoach.ngay", "2026-05-20")), @"");
    assert_snapshot!(after(|r| without_window(r).set(REVIEW, "su_kien[2].loai", "so_ket").set(REVIEW, "su_kien[2].ngay", "2026-05-10")), @"");
}

#[test]
fn an_event_that_there_is_not() {
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[1].hop", "dot-3")), @"");
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[1].ma", "tong-ket")), @"");
    assert_snapshot!(after(|r| r.set(REVIEW, "su_kien[0].co_quan", "ubdn")), @"");
    // What is wrong with one event costs its own papers only.
    let blocked = |change: fn(Records) -> Records| change(Records::through_the_year()).check().blocked().join("\n");
    assert_snapshot!(blocked(|r| r.set(REVIEW, "su_kien[0].co_quan", "ubdn")), @"");
    assert_snapshot!(blocked(|r| r.set(REVIEW, "su_kien[0].gio", "25:00")), @"");
}

#[test]
fn an_invitation_to_what_may_still_change() {
    let head = "{so: 60, ngay: 2026-08-10, nguoi_ky: {quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}, noi_nhan: [Như trên, \"Lưu: VT\"]}";
    let issued = |r: Records| r.set(REVIEW, "van_ban.giay_moi.tong-ket", head);
    assert_snapshot!(after(issued), @"");
    assert_eq!(after(|r| issued(r).set(REVIEW, "hoi_nghi.du_kien", "false")), "");
    // One's own word counts before that of the conference.
    assert_eq!(after(|r| issued(r).set(REVIEW, "su_kien[2].du_kien", "false")), "");
}

#[test]
fn an_invitation_after_the_event() {
    assert_snapshot!(after(|r| r.set(REVIEW, "van_ban.giay_moi.phat-dong.ngay", "2026-05-16")), @"");
    assert_eq!(after(|r| r.set(REVIEW, "van_ban.giay_moi.phat-dong.ngay", "2026-05-15")), "");
}

#[test]
fn a_head_stands_under_its_event() {
    assert_snapshot!(after(|r| r.replace(REVIEW, "    phat-dong: {so: 11", "    phat-don: {so: 11")), @"");
    assert_snapshot!(after(|r| r.set(REVIEW, "van_ban.giay_moi", "{so: 11, ngay: 2026-05-08}")), @"");
    // A number that the same body has given already.
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[0].so", "11").set(CAMPAIGN, "so_van_ban", "{chung: [giay_moi, qd_khen_thuong]}")), @"");
}

#[test]
fn a_number_in_the_golden_book_is_one_persons() {
    let numbered = |first: &str, second: &str| {
        after(|r| r.set(REVIEW, "quyet_dinh[0].vao_so_tu", first).set(REVIEW, "quyet_dinh[2].vao_so_tu", second))
    };
    assert_eq!(numbered("5", "6"), "");
    assert_snapshot!(numbered("5", "5"), @"");
}

/// Scores of another year: judged by themselves, and only of units that there are.
#[test]
fn scores_of_another_year() {
    let other =
        |units: &str| after(|r| r.append(RESULTS, &format!("cong_bo_khac: [{{nam: 2025, don_vi: {units}}}]\n")));
    assert_snapshot!(other("{tram-y-te: {nong_thon_moi: {diem: 1, xep_loai: tot}}, thon-bac: {nong_thon_moi: {diem: 2, xep_loai: tot}}}"), @"");
}
