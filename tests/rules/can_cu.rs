//! Texts of the law as papers cite them.

use insta::assert_snapshot;

use crate::support::*;

/// What is said of a decision's only ground; whether the text is in force is another rule's.
fn cited(ground: &str) -> String {
    let checked = Records::reviewed()
        .set(CAMPAIGN, "muc_do", "{khop/can-cu-het-hieu-luc: tat, van-ban/bien-ban-thieu-muc: tat}")
        .set(REVIEW, "quyet_dinh[2].can_cu", &format!("[\"{ground}\"]"));
    checked.check().text()
}

#[test]
fn a_text_cited_with_another_day() {
    assert_snapshot!(cited("Nghị định số 91/2017/NĐ-CP ngày 30 tháng 7 năm 2017 của Chính phủ"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Nghị định số 91/2017/NĐ-CP ban hành ngày 31/7/2017, nhưng căn cứ ghi ngày 30/7/2017");
    assert_snapshot!(cited("Nghị định số 98/2023/NĐ-CP, ngày 31/12/2024 của Chính phủ"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Nghị định số 98/2023/NĐ-CP ban hành ngày 31/12/2023, nhưng căn cứ ghi ngày 31/12/2024");
    assert_snapshot!(cited("Thông tư số 12/2019/TT-BNV của Bộ trưởng Bộ Nội vụ ngày 14 tháng 11 năm 2019"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Thông tư số 12/2019/TT-BNV ban hành ngày 04/11/2019, nhưng căn cứ ghi ngày 14/11/2019");
    assert_snapshot!(cited("Luật Thi đua, khen thưởng ngày 27 tháng 11 năm 2003"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Luật Thi đua, khen thưởng năm 2003 ban hành ngày 26/11/2003, nhưng căn cứ ghi ngày 27/11/2003");
    assert_snapshot!(cited("Luật Thi đua, khen thưởng ngày 26/11/2005"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Luật Thi đua, khen thưởng năm 2003 ban hành ngày 26/11/2003, nhưng căn cứ ghi ngày 26/11/2005");
    assert_snapshot!(cited("Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14 tháng 7 năm 2005"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2005 ban hành ngày 14/6/2005, nhưng căn cứ ghi ngày 14/7/2005");
    assert_snapshot!(cited("Quyết định số 26/2020/QĐ-UBND ngày 18 tháng 10 năm 2020 của Ủy ban nhân dân tỉnh Bình Phước"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Quyết định số 26/2020/QĐ-UBND của Ủy ban nhân dân tỉnh Bình Phước ban hành ngày 08/10/2020, nhưng căn cứ ghi ngày 18/10/2020");
}

/// Two texts in one line, and a day that fits neither of two.
#[test]
fn which_of_the_texts_is_meant() {
    let amended = "Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng";
    assert_snapshot!(cited(&format!("{amended} ngày 26 tháng 11 năm 2013")), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2013 ban hành ngày 16/11/2013, nhưng căn cứ ghi ngày 26/11/2013");
    assert_snapshot!(cited("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2013"), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Luật Thi đua, khen thưởng năm 2003 ban hành ngày 26/11/2003, nhưng căn cứ ghi ngày 26/11/2013");
    assert_snapshot!(cited(&format!("Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003; {amended} ngày 15 tháng 6 năm 2005")), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-sai-ngay]: Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng năm 2005 ban hành ngày 14/6/2005, nhưng căn cứ ghi ngày 15/6/2005");
    assert_eq!(
        cited(&format!("Luật Thi đua, khen thưởng ngày 26/11/2003, {amended} ngày 14/6/2005 và ngày 16/11/2013")),
        ""
    );
}

#[test]
fn a_text_cited_with_its_own_day_or_none() {
    for ground in [
        "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ",
        "Nghị định số 91/2017/NĐ-CP của Chính phủ ngày 31/07/2017",
        "Nghị định số 91/2017/NĐ-CP",
        "Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
        "Luật Thi đua, khen thưởng năm 2003",
        // The day in its subject line is another text's.
        "Nghị định số 91/2017/NĐ-CP của Chính phủ quy định chi tiết Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003",
        "Nghị định số 91/2017/NĐ-CP quy định chi tiết luật có hiệu lực từ ngày 01 tháng 6 năm 2004",
        // Another province's.
        "Quyết định số 26/2020/QĐ-UBND ngày 01 tháng 9 năm 2020 của Ủy ban nhân dân tỉnh Mẫu",
    ] {
        assert_eq!(cited(ground), "");
    }
}

#[test]
fn the_campaigns_grounds_and_a_units_own() {
    let wrong = "[Nghị định số 98/2023/NĐ-CP ngày 01 tháng 01 năm 2024 của Chính phủ]";
    let off =
        |r: Records| r.set(CAMPAIGN, "muc_do", "{khop/can-cu-het-hieu-luc: tat, van-ban/bien-ban-thieu-muc: tat}");
    let after = |change: fn(Records, &str) -> Records| change(off(Records::reviewed()), wrong).check().text();
    assert_snapshot!(after(|r, wrong| r.set(CAMPAIGN, "can_cu", wrong)), @"phong-trao.yaml:15:4: cảnh báo[khop/can-cu-sai-ngay]: Nghị định số 98/2023/NĐ-CP ban hành ngày 31/12/2023, nhưng căn cứ ghi ngày 01/01/2024");
    assert_snapshot!(after(|r, wrong| r.set(SCHOOL, "ho_so.to_trinh.can_cu", wrong)), @"don-vi/truong-hoa-mai.yaml:35:14: cảnh báo[khop/can-cu-sai-ngay]: Nghị định số 98/2023/NĐ-CP ban hành ngày 31/12/2023, nhưng căn cứ ghi ngày 01/01/2024 ⟨truong-hoa-mai · to_trinh⟩");
}

#[test]
fn a_text_out_of_force_on_the_day_of_a_units_proposal() {
    let old = "[Nghị định số 98/2023/NĐ-CP]";
    let after = |change: &dyn Fn(Records) -> Records| change(Records::small()).check().text();
    // The campaign's grounds stand in all proposals, and are said once, at their own line.
    let common = |r: Records| r.without(CAMPAIGN, "ke_hoach.ngay").set(CAMPAIGN, "can_cu", old);
    assert_snapshot!(after(&common), @"phong-trao.yaml:14:4: cảnh báo[khop/can-cu-het-hieu-luc]: Nghị định số 98/2023/NĐ-CP chỉ có hiệu lực đến hết ngày 30/6/2025, nên không làm căn cứ được vào ngày ký tờ trình của Trạm Y tế xã Đồng Mẫu (14/7/2026)");
    let own = |r: Records| r.set(SCHOOL, "ho_so.to_trinh.can_cu", old);
    assert_snapshot!(after(&own), @"don-vi/truong-hoa-mai.yaml:35:14: cảnh báo[khop/can-cu-het-hieu-luc]: Nghị định số 98/2023/NĐ-CP chỉ có hiệu lực đến hết ngày 30/6/2025, nên không làm căn cứ được vào ngày ký tờ trình (08/7/2026) ⟨truong-hoa-mai · to_trinh⟩");
    // What was received is as others wrote it.
    assert_eq!(after(&|r| own(r).set(SCHOOL, "ho_so.to_trinh.nguon", "nhan")), "");
}
