//! What papers of the committee say of themselves: a decision's own subject, the order of those chosen, who came to a vote.

use crate::support::*;

fn said(code: &str, change: impl FnOnce(Records) -> Records) -> Vec<String> {
    change(Records::reviewed()).check().all(code).into_iter().map(line).collect()
}

fn one(code: &str, change: impl FnOnce(Records) -> Records) -> String {
    let said = said(code, change);
    assert!(said.len() <= 1, "{said:#?}");
    said.into_iter().next().unwrap_or_default()
}

#[test]
fn a_subject_names_the_award_and_how_many_get_it() {
    let subject = |words: &str| one("khop/trich-yeu-quyet-dinh", |r| r.set(REVIEW, "quyet_dinh[0].trich_yeu", words));
    insta::assert_snapshot!(subject("Về việc tặng Thư khen cho tập thể"), @"xet-duyet.yaml:25:17: lỗi[khop/trich-yeu-quyet-dinh]: trích yếu nêu Thư khen, trong khi quyết định tặng Giấy khen ⟨chặn cap_so⟩");
    insta::assert_snapshot!(subject("Về việc tặng Giấy khen cho 05 tập thể, 02 cá nhân"), @"xet-duyet.yaml:25:17: lỗi[khop/trich-yeu-quyet-dinh]: trích yếu nêu 05 tập thể, trong khi quyết định tặng 01 tập thể ⟨chặn cap_so⟩");
    insta::assert_snapshot!(subject("Về việc tặng Giấy khen cho 01 tập thể và 07 cá nhân có thành tích"), @"xet-duyet.yaml:25:17: lỗi[khop/trich-yeu-quyet-dinh]: trích yếu nêu 07 cá nhân, trong khi quyết định tặng 0 cá nhân ⟨chặn cap_so⟩");
    for sound in
        ["Về việc khen thưởng", "Về việc tặng Giấy khen cho 01 tập thể có thành tích", "Về việc tặng Giấy khen"]
    {
        assert_eq!(subject(sound), "");
    }
}

#[test]
fn an_order_that_is_not_that_of_votes_is_stated() {
    let both = |order: &str| {
        one("khop/thu-tu-chon", |r| {
            let r =
                r.set(REVIEW, "hop[0].ket_qua[1].ket_qua", "giay_khen").set(REVIEW, "hop[0].ket_qua[0].dong_y", "4");
            if order.is_empty() { r } else { r.set(REVIEW, "hop[0].thu_tu", order) }
        })
    };
    insta::assert_snapshot!(both(""), @"xet-duyet.yaml:15:9: cảnh báo[khop/thu-tu-chon]: Trạm Y tế xã Đồng Mẫu được nhiều phiếu hơn nhưng xếp sau Trường Tiểu học Hoa Mai, trong khi cuộc họp ngày 20/7/2026 chưa ghi cách xếp thứ tự");
    assert_eq!(both("Theo điểm của đơn vị"), "");
    let by_votes = one("khop/thu-tu-chon", |r| r.set(REVIEW, "hop[0].ket_qua[1].ket_qua", "giay_khen"));
    assert_eq!(by_votes, "");
}

#[test]
fn who_came_to_a_vote_without_a_whole_dossier() {
    let lost = |r: Records| r.without(STATION, "ho_so.to_trinh");
    insta::assert_snapshot!(one("khop/xet-ho-so-chua-du", lost), @"xet-duyet.yaml:15:9: cảnh báo[khop/xet-ho-so-chua-du]: Trạm Y tế xã Đồng Mẫu được đưa ra biểu quyết khi chưa đủ điều kiện: hồ sơ còn thiếu 01 Tờ trình");
    // Who was not voted on was only told that nothing came of it.
    let unvoted = |r: Records| {
        lost(r).without(REVIEW, "hop[0].ket_qua[1].dong_y").without(REVIEW, "hop[0].ket_qua[1].khong_dong_y")
    };
    assert_eq!(one("khop/xet-ho-so-chua-du", unvoted), "");
    assert_eq!(one("khop/xet-ho-so-chua-du", |r| r), "");
}

/// Without a majority that the campaign states nothing is judged.
#[test]
fn votes_are_judged_where_the_campaign_says_how() {
    let few =
        |r: Records| r.set(REVIEW, "hop[0].ket_qua[0].dong_y", "2").set(REVIEW, "hop[0].ket_qua[0].khong_dong_y", "6");
    assert!(!one("khop/khong-thong-qua", few).is_empty());
    assert_eq!(one("khop/khong-thong-qua", |r| few(r).without(CAMPAIGN, "bieu_quyet")), "");
}

/// The law is recognised as the decree has it cited: by its day.
#[test]
fn the_law_of_2022_by_its_day() {
    let cited = |law: &str| {
        said("khop/can-cu-het-hieu-luc", |r| {
            let list = format!("[\"{law}\"]");
            r.set(REVIEW, "quyet_dinh[0].can_cu", &list).set(REVIEW, "quyet_dinh[0].ngay", "2023-07-22").set(
                REVIEW,
                "hop[0].ngay",
                "2023-07-20",
            )
        })
        .len()
    };
    assert_eq!(
        cited("Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022"),
        cited("Luật Thi đua, khen thưởng số 06/2022/QH15")
    );
}
