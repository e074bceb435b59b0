//! Results and decisions of `xet-duyet.yaml`, the roster, and texts cited out of their time.

use insta::assert_snapshot;

use crate::support::*;

fn after(change: impl FnOnce(Records) -> Records) -> String {
    change(Records::reviewed()).check().text()
}

fn result(meeting: usize, outcome: usize, key: &str) -> String {
    format!("hop[{meeting}].ket_qua[{outcome}].{key}")
}

#[test]
fn results_about_nobody() {
    let unit = |code: &str| after(|r| r.set(REVIEW, &result(1, 0, "don_vi"), code));
    assert_snapshot!(unit("tram-y-t"), @"xet-duyet.yaml:23:18: lỗi[khop/ket-qua-la]: không có đơn vị nào mang mã `tram-y-t` ⟨chặn danh_sach⟩");
    assert_snapshot!(unit("cho-dong-mau"), @"xet-duyet.yaml:23:18: lỗi[khop/ket-qua-la]: không có đơn vị nào mang mã `cho-dong-mau` ⟨chặn danh_sach⟩");
    // Units that take part, without a nominee or without a record.
    assert_snapshot!(unit("thon-dong"), @"xet-duyet.yaml:23:38: lỗi[khop/ket-qua-la]: Thôn Đông không có đề nghị nào mang mã `tap-the` ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(REVIEW, &result(1, 0, "don_vi"), "thon-tay").remove(WEST)), @"xet-duyet.yaml:23:18: lỗi[khop/ket-qua-la]: đơn vị `thon-tay` chưa có bản ghi, nên không có đề nghị nào để xét ⟨chặn danh_sach⟩");
    let nominee = |r: Records| r.set(REVIEW, &result(0, 2, "de_nghi"), "bui-thi-sem");
    assert_snapshot!(after(nominee), @"xet-duyet.yaml:16:43: lỗi[khop/ket-qua-la]: Trường Tiểu học Hoa Mai không có đề nghị nào mang mã `bui-thi-sem` ⟨chặn danh_sach⟩");
    assert_snapshot!(nominee(Records::reviewed()).check().helps(), @"sửa thành `bui-thi-sen`, nếu đúng ý; các mã có trong `de_nghi`: tap-the, bui-thi-sen");
}

#[test]
fn a_record_that_could_not_be_read_is_not_about_nobody() {
    let text = after(|r| r.write(STATION, "ten: \"Trạm"));
    assert!(!text.contains("khop/") && !text.contains("so-luong/"), "{text}");
}

#[test]
fn an_award_that_there_is_not() {
    let misspelt = |r: Records| r.set(REVIEW, &result(1, 0, "ket_qua"), "giay_ken");
    // The decision about those chosen is not said to honour nobody.
    assert_snapshot!(after(misspelt), @"xet-duyet.yaml:23:103: lỗi[khop/ket-qua-la]: `giay_ken` không phải là hình thức khen thưởng của phong trào ⟨chặn danh_sach⟩");
    assert_snapshot!(misspelt(Records::reviewed()).check().helps(), @"sửa thành `giay_khen`, nếu đúng ý; các kết quả ghi được: giay_khen, thu_khen, khong_dat");
    assert_snapshot!(Records::reviewed().set(REVIEW, &result(0, 1, "ket_qua"), "khong_dac").check().helps(), @"sửa thành `khong_dat`, nếu đúng ý; các kết quả ghi được: giay_khen, thu_khen, khong_dat");
}

#[test]
fn an_award_that_nobody_proposed() {
    // That its numbers have none for him is beside the point.
    let other = |r: Records| {
        r.set(SCHOOL, "de_nghi[bui-thi-sen].hinh_thuc", "giay_khen").set(CAMPAIGN, "so_luong.thu_khen", "{tap_the: 0}")
    };
    assert_snapshot!(after(|r| other(r).set(SCHOOL, "de_nghi[bui-thi-sen].du_phong", "null")), @"xet-duyet.yaml:16:129: lỗi[khop/ket-qua-trai]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) được chọn tặng Thư khen, trong khi đơn vị đề nghị Giấy khen (không có hình thức dự phòng) ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(STATION, "de_nghi[0].du_phong", "null").set(REVIEW, &result(1, 0, "ket_qua"), "thu_khen").set(REVIEW, "quyet_dinh[2].hinh_thuc", "thu_khen").set(CAMPAIGN, "so_luong", "{giay_khen: {tap_the: 1}, thu_khen: {ca_nhan: 1, tap_the: 1}}")), @"xet-duyet.yaml:23:103: lỗi[khop/ket-qua-trai]: Trạm Y tế xã Đồng Mẫu được chọn tặng Thư khen, trong khi đơn vị đề nghị Giấy khen (không có hình thức dự phòng) ⟨chặn danh_sach⟩");
    // The fallback is proposed too.
    assert_eq!(
        after(|r| r
            .set(STATION, "de_nghi[0].du_phong", "thu_khen")
            .set(REVIEW, &result(1, 0, "ket_qua"), "thu_khen")
            .set(REVIEW, "quyet_dinh[2].hinh_thuc", "thu_khen")
            .set(CAMPAIGN, "so_luong", "{giay_khen: {tap_the: 1}, thu_khen: {ca_nhan: 1, tap_the: 1}}")),
        ""
    );
}

#[test]
fn a_withdrawn_nominee() {
    let withdrawn =
        |day: &str| after(|r| r.set(SCHOOL, "de_nghi[bui-thi-sen].rut", &format!("{{ngay: {day}, ly_do: Xin rút}}")));
    assert_snapshot!(withdrawn("2026-07-06"), @"xet-duyet.yaml:16:43: lỗi[khop/ket-qua-trai]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) đã rút đề nghị ngày 06/7/2026 ⟨chặn danh_sach⟩");
    assert_snapshot!(withdrawn("2026-07-21"), @"xet-duyet.yaml:16:43: lỗi[khop/ket-qua-trai]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) đã rút đề nghị ngày 21/7/2026 ⟨chặn danh_sach⟩");
    let loser = |day: &str| {
        after(|r| {
            r.set(STATION, "de_nghi[tap-the].rut", &format!("{{ngay: {day}, ly_do: Xin rút}}"))
                .without(REVIEW, "hop[1]")
                .without(REVIEW, "quyet_dinh[2]")
                .without(CAMPAIGN, "so_luong")
        })
    };
    assert!(loser("2026-07-20").contains("khop/ket-qua-trai"), "{}", loser("2026-07-20"));
    assert!(!loser("2026-07-21").contains("khop/ket-qua-trai"));
}

#[test]
fn two_results_in_one_meeting() {
    let twice = |r: Records| r.set(REVIEW, &result(0, 1, "don_vi"), "truong-hoa-mai");
    assert_snapshot!(after(twice), @"xet-duyet.yaml:15:43: lỗi[khop/ket-qua-trai]: Trường Tiểu học Hoa Mai có hai kết quả trong cuộc họp ngày 20/7/2026 ⟨chặn danh_sach⟩");
}

#[test]
fn not_chosen_without_a_reason() {
    assert_snapshot!(after(|r| r.without(REVIEW, &result(0, 1, "ly_do"))), @"xet-duyet.yaml:15:103: cảnh báo[khop/thieu-ly-do]: chưa ghi lý do không chọn Trạm Y tế xã Đồng Mẫu");
}

#[test]
fn whose_dossier_is_not_complete_is_not_chosen() {
    assert_snapshot!(after(|r| r.without(STATION, "ho_so.to_trinh")), @"
    don-vi/tram-y-te.yaml:26:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trạm Y tế xã Đồng Mẫu còn thiếu 01 Tờ trình ⟨chặn danh_sach · tram-y-te · to_trinh⟩
    xet-duyet.yaml:15:9: cảnh báo[khop/xet-ho-so-chua-du]: Trạm Y tế xã Đồng Mẫu được đưa ra biểu quyết khi chưa đủ điều kiện: hồ sơ còn thiếu 01 Tờ trình
    xet-duyet.yaml:23:103: lỗi[khop/chua-du-dieu-kien]: Trạm Y tế xã Đồng Mẫu được chọn nhưng chưa đủ điều kiện: hồ sơ còn thiếu 01 Tờ trình ⟨chặn danh_sach⟩
    ");
    // More than one thing lacks.
    assert_snapshot!(after(|r| r.without(STATION, "ho_so.to_trinh").set(STATION, "ky_luat", "[{ho_ten: Lục Văn Hai, hinh_thuc: Khiển trách}]")), @"
    don-vi/tram-y-te.yaml:8:11: lỗi[tieu-chuan/ky-luat]: Trạm Y tế xã Đồng Mẫu chưa đạt tiêu chuẩn M-4: có người bị kỷ luật khiển trách trong năm: Lục Văn Hai ⟨chặn danh_sach · tram-y-te⟩
    don-vi/tram-y-te.yaml:26:1: lỗi[ho-so/thieu-thanh-phan]: Hồ sơ của Trạm Y tế xã Đồng Mẫu còn thiếu 01 Tờ trình ⟨chặn danh_sach · tram-y-te · to_trinh⟩
    xet-duyet.yaml:15:9: cảnh báo[khop/xet-ho-so-chua-du]: Trạm Y tế xã Đồng Mẫu được đưa ra biểu quyết khi chưa đủ điều kiện: hồ sơ còn thiếu 01 Tờ trình; và 01 lỗi khác
    xet-duyet.yaml:23:103: lỗi[khop/chua-du-dieu-kien]: Trạm Y tế xã Đồng Mẫu được chọn nhưng chưa đủ điều kiện: hồ sơ còn thiếu 01 Tờ trình; và 01 lỗi khác ⟨chặn danh_sach⟩
    ");
    // What was accepted with a reason stands in nobody's way; nor does what is another nominee's.
    let waived = "[{ma: ho-so/thieu-thanh-phan, ly_do: Gửi sau, nguoi_duyet: Phan Văn Cả}]";
    assert!(
        !after(|r| r.without(STATION, "ho_so.to_trinh").set(STATION, "mien", waived)).contains("chua-du-dieu-kien")
    );
    let other = after(|r| r.without(SCHOOL, "ho_so.bao_cao_thanh_tich.bui-thi-sen"));
    assert_eq!(other.matches("chua-du-dieu-kien").count(), 1, "{other}");
    // A campaign may take it for a warning like any other rule.
    let softened =
        |r: Records| r.set(CAMPAIGN, "muc_do", "{khop/chua-du-dieu-kien: canh_bao}").without(STATION, "ho_so.to_trinh");
    assert!(after(softened).contains("cảnh báo[khop/chua-du-dieu-kien]"));
}

#[test]
fn who_has_handed_in_nothing_is_not_chosen() {
    assert_snapshot!(after(|r| r.without(STATION, "tiep_nhan")), @"
    xet-duyet.yaml:15:9: cảnh báo[khop/xet-ho-so-chua-du]: Trạm Y tế xã Đồng Mẫu được đưa ra biểu quyết khi chưa đủ điều kiện: chưa nộp hồ sơ
    xet-duyet.yaml:23:103: lỗi[khop/chua-du-dieu-kien]: Trạm Y tế xã Đồng Mẫu được chọn nhưng chưa đủ điều kiện: chưa nộp hồ sơ ⟨chặn danh_sach⟩
    ");
}

#[test]
fn a_finding_about_results_blames_no_unit() {
    let checked = Records::reviewed().set(CAMPAIGN, "so_luong.giay_khen[0].tap_the", "1").check();
    assert!(checked.findings.iter().all(|finding| finding.unit.is_none()), "{}", checked.text());
    // What would carry the result out is not made; the minutes, the ballots and the first round are.
    assert_snapshot!(checked.blocked().join("\n"), @"
    so_khen_thuong.pdf
    to_trinh_khen_thuong-dot-2.pdf
    thong_bao_ket_qua-dot-2.pdf
    qd_khen_thuong-giay-khen-dot-2.pdf
    danh_sach_ky_nhan-giay-khen-dot-2.pdf
    giay_khen/tram-y-te-tap-the.pdf
    giay_khen_in_thu-giay-khen-dot-2.pdf
    ");
}

#[test]
fn decisions_about_nothing() {
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].hop", "dot-3")), @"xet-duyet.yaml:27:33: lỗi[khop/quyet-dinh]: không có cuộc họp nào mang mã `dot-3` ⟨chặn danh_sach⟩");
    assert_snapshot!(Records::reviewed().set(REVIEW, "quyet_dinh[2].hop", "dot-22").check().helps(), @"sửa thành `dot-2`, nếu đúng ý; các cuộc họp đã ghi: dot-1, dot-2");
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].hinh_thuc", "giay_ken")), @"xet-duyet.yaml:27:17: lỗi[khop/quyet-dinh]: `giay_ken` không phải là hình thức khen thưởng của phong trào ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].hinh_thuc", "thu_khen")), @"xet-duyet.yaml:27:17: lỗi[khop/quyet-dinh]: cuộc họp ngày 28/7/2026 không chọn ai để tặng Thư khen ⟨chặn danh_sach⟩");
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].hop", "dot-1")), @"xet-duyet.yaml:27:17: lỗi[khop/quyet-dinh]: có hai quyết định tặng Giấy khen theo cuộc họp ngày 20/7/2026 ⟨chặn danh_sach⟩");
}

#[test]
fn a_decision_before_its_meeting() {
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].ngay", "2026-07-27")), @"xet-duyet.yaml:27:55: lỗi[khop/thu-tu-ngay]: ngày họp (28/7/2026) sau ngày ký quyết định khen thưởng (27/7/2026) ⟨chặn danh_sach⟩");
    assert_eq!(after(|r| r.set(REVIEW, "quyet_dinh[2].ngay", "2026-07-28")), "");
    // A slip in the year is one finding.
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].ngay", "2006-07-30")), @"xet-duyet.yaml:27:55: cảnh báo[khop/ngay-xa]: ngày 30/7/2006 cách xa năm 2026 của phong trào");
}

#[test]
fn a_decision_without_its_signer() {
    assert_snapshot!(after(|r| r.without(REVIEW, "quyet_dinh[2].nguoi_ky")), @"xet-duyet.yaml:27:5: lỗi[van-ban/thieu-nguoi-ky]: quyết định khen thưởng số 108 chưa ghi người ký ⟨chặn cap_so⟩");
    // A draft needs none, and the authority's own signer stands for all.
    let draft = after(|r| r.without(REVIEW, "quyet_dinh[2].nguoi_ky").without(REVIEW, "quyet_dinh[2].so"));
    assert!(!draft.contains("thieu-nguoi-ky"), "{draft}");
    let own = "{chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}";
    assert_eq!(after(|r| r.without(REVIEW, "quyet_dinh[2].nguoi_ky").set(CAMPAIGN, "co_quan.ubnd.nguoi_ky", own)), "");
}

#[test]
fn a_decision_above_the_authority() {
    let of =
        |who: &str| after(|r| r.set(CAMPAIGN, "hinh_thuc_khen.giay_khen.cua", who).without(REVIEW, "quyet_dinh[0]"));
    assert_snapshot!(of("Chủ tịch UBND tỉnh Mẫu"), @"xet-duyet.yaml:26:17: lỗi[khop/quyet-dinh]: Giấy khen do Chủ tịch UBND tỉnh Mẫu tặng, không thuộc thẩm quyền của Ủy ban nhân dân xã Đồng Mẫu ⟨chặn danh_sach⟩");
    assert_eq!(of("Chủ tịch UBND xã Đồng Mẫu"), "");
}

#[test]
fn in_what_capacity_a_decision_is_signed() {
    let signed = |signer: &str| after(|r| r.set(REVIEW, "quyet_dinh[2].nguoi_ky", signer));
    assert_snapshot!(signed("{quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}"), @"xet-duyet.yaml:27:78: cảnh báo[van-ban/quyen-han]: quyết định khen thưởng thuộc thẩm quyền của Chủ tịch Ủy ban nhân dân xã Đồng Mẫu, không ký TM. ⟨chặn cap_so⟩");
    assert_snapshot!(signed("{quyen_han: [KT.], chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}"), @"xet-duyet.yaml:27:105: cảnh báo[van-ban/quyen-han]: ký KT. nhưng “Chủ tịch” không phải cấp phó ⟨chặn cap_so⟩");
    assert_eq!(signed("{quyen_han: [KT.], chuc_vu: Phó Chủ tịch, ho_ten: Trịnh Văn Mẫu}"), "");
    let deputy =
        Records::reviewed().set(REVIEW, "quyet_dinh[2].nguoi_ky", "{chuc_vu: Phó Chủ tịch, ho_ten: Trịnh Văn Mẫu}");
    assert_snapshot!(deputy.check().helps(), @"ghi `quyen_han: [KT.]`, `ky_thay: Chủ tịch` (Điều 13 và khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP)");
    // So are the common papers and the bodies' own signers.
    let paper = "{to_trinh_khen_thuong: {dot-1: {nguoi_ky: {quyen_han: [TM.], chuc_vu: Trưởng phòng}}}}";
    assert_snapshot!(after(|r| r.set(REVIEW, "van_ban", paper)), @"xet-duyet.yaml:1:53: cảnh báo[van-ban/quyen-han]: ký TM. nhưng chưa ghi tập thể được thay mặt ⟨chặn cap_so · to_trinh_khen_thuong/dot-1⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "co_quan.ubnd.nguoi_ky", "{quyen_han: [TUQ.], chuc_vu: Trưởng phòng}")), @"phong-trao.yaml:19:16: cảnh báo[van-ban/quyen-han]: ký TL. hoặc TUQ. nhưng chưa ghi chức vụ của người đứng đầu ⟨chặn cap_so⟩");
}

#[test]
fn a_number_used_twice() {
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].so", "101")), @"xet-duyet.yaml:27:44: lỗi[van-ban/trung-so]: số 101 năm 2026 đã dùng cho một quyết định khác ⟨chặn cap_so⟩");
    assert_snapshot!(after(|r| r.set(REVIEW, "hop[1].so", "1")), @"xet-duyet.yaml:19:9: lỗi[van-ban/trung-so]: số 01 năm 2026 đã dùng cho một biên bản khác ⟨chặn cap_so⟩");
    assert_eq!(after(|r| r.set(REVIEW, "quyet_dinh[2].so", "101a")), "");
    let other = after(|r| r.set(REVIEW, "hop[1].so", "1").set(REVIEW, "hop[1].co_quan", "ubnd"));
    assert!(!other.contains("trung-so"), "{other}");
}

#[test]
fn a_committee_as_it_should_be() {
    let without = |path: &str| after(|r| r.without(CAMPAIGN, path));
    assert_snapshot!(without("ban_chi_dao[0]"), @"phong-trao.yaml:96:1: cảnh báo[phong-trao/ban-chi-dao]: Ban Chỉ đạo chưa có trưởng ban");
    assert_snapshot!(without("ban_chi_dao[1]"), @"phong-trao.yaml:96:1: cảnh báo[phong-trao/ban-chi-dao]: Ban Chỉ đạo chưa có phó trưởng ban thường trực");
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "ban_chi_dao[5]").without(CAMPAIGN, "ban_chi_dao[4]")), @"phong-trao.yaml:96:1: cảnh báo[phong-trao/ban-chi-dao]: Ban Chỉ đạo chưa có người đứng đầu của: Thôn Đông, Thôn Tây");
    assert_snapshot!(without("to_giup_viec[0]"), @"phong-trao.yaml:107:1: cảnh báo[phong-trao/ban-chi-dao]: Tổ giúp việc chưa có tổ trưởng");
    assert_snapshot!(without("to_giup_viec[1]"), @"phong-trao.yaml:107:1: cảnh báo[phong-trao/ban-chi-dao]: Tổ giúp việc chưa có thành viên nào ngoài tổ trưởng");
    assert_eq!(without("to_giup_viec"), "");
    // Nobody has to write down a committee.
    assert_eq!(after(|r| r.without(CAMPAIGN, "ban_chi_dao").without(CAMPAIGN, "to_giup_viec")), "");
}

#[test]
fn a_member_who_is_not_the_units_head() {
    let member = |r: Records, key: &str, value: &str| r.set(CAMPAIGN, &format!("ban_chi_dao[2].{key}"), value);
    assert_snapshot!(after(|r| member(r, "ho_ten", "Đinh Văn Rễ")), @"phong-trao.yaml:99:14: cảnh báo[phong-trao/ban-chi-dao]: Ban Chỉ đạo ghi người đứng đầu Trường Tiểu học Hoa Mai là Đinh Văn Rễ, trong khi tờ trình của đơn vị do Đinh Văn Cội ký với chức vụ Hiệu trưởng");
    // Whoever came or went is no other; a deputy who signs for the head tells nothing of who that is.
    assert_eq!(after(|r| member(member(r, "ho_ten", "Đinh Văn Rễ"), "tu", "2026-07-10")), "");
    assert_eq!(after(|r| r.set(CAMPAIGN, "ban_chi_dao[3].ho_ten", "Trạm Trưởng Văn Mới")), "");
}

#[test]
fn a_committee_of_those_whom_the_plan_names() {
    let named = |body: &str, posts: &str| after(|r| r.set(CAMPAIGN, "chuc_danh", &format!("{{{body}: {posts}}}")));
    let committee = |posts: &str| named("ban_chi_dao", posts);
    assert_snapshot!(committee("[{vai_tro: truong_ban, chuc_vu: Bí thư Đảng ủy xã, dieu_khoan: khoản 1 Mục IV Kế hoạch}]"), @"phong-trao.yaml:98:36: cảnh báo[phong-trao/chuc-danh]: Ban Chỉ đạo có trưởng ban là Phan Văn Cả (Chủ tịch Ủy ban nhân dân xã), trong khi quy định là Bí thư Đảng ủy xã");
    // A deputy is not the head, though all the words are there.
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "ban_chi_dao[0].chuc_vu", "Phó Chủ tịch Ủy ban nhân dân xã").set(CAMPAIGN, "chuc_danh", "{ban_chi_dao: [{vai_tro: truong_ban, chuc_vu: Chủ tịch UBND xã}]}").set(CAMPAIGN, "muc_do", "{khop/nguoi-ky-quyet-dinh: tat, van-ban/bien-ban-thieu-muc: tat}")), @"phong-trao.yaml:98:36: cảnh báo[phong-trao/chuc-danh]: Ban Chỉ đạo có trưởng ban là Phan Văn Cả (Phó Chủ tịch Ủy ban nhân dân xã), trong khi quy định là Chủ tịch UBND xã");
    assert_snapshot!(committee("[{vai_tro: pho_truong_ban, chuc_vu: Chánh Văn phòng}, {vai_tro: thanh_vien, chuc_vu: Bí thư Đoàn xã}, {vai_tro: thanh_vien, chuc_vu: Hiệu trưởng Trường Mầm non}]"), @"
    phong-trao.yaml:97:1: cảnh báo[phong-trao/chuc-danh]: Ban Chỉ đạo chưa có phó trưởng ban là Chánh Văn phòng
    phong-trao.yaml:97:1: cảnh báo[phong-trao/chuc-danh]: Ban Chỉ đạo chưa có thành viên là Hiệu trưởng Trường Mầm non
    ");
    assert_snapshot!(named("to_giup_viec", "[{vai_tro: to_truong, chuc_vu: Trưởng phòng Văn hóa - Xã hội}]"), @"phong-trao.yaml:109:35: cảnh báo[phong-trao/chuc-danh]: Tổ giúp việc có tổ trưởng là Vũ Văn Thụ (Công chức Văn phòng - Thống kê), trong khi quy định là Trưởng phòng Văn hóa - Xã hội");
    // Of several posts that somebody holds any may be the one, but not that of a deputy.
    let holding = |posts: &str| {
        let named = "{ban_chi_dao: [{vai_tro: truong_ban, chuc_vu: Chủ tịch UBND xã}]}";
        let checked =
            Records::reviewed().set(CAMPAIGN, "ban_chi_dao[0].chuc_vu", posts).set(CAMPAIGN, "chuc_danh", named);
        checked
            .set(CAMPAIGN, "muc_do", "{khop/nguoi-ky-quyet-dinh: tat, van-ban/bien-ban-thieu-muc: tat}")
            .check()
            .text()
    };
    assert_eq!(holding("\"Phó Bí thư Đảng ủy, Chủ tịch Ủy ban nhân dân xã\""), "");
    assert_eq!(holding("Phó Bí thư Đảng ủy kiêm Chủ tịch Ủy ban nhân dân xã"), "");
    assert_snapshot!(holding("\"Bí thư Đảng ủy, Phó Chủ tịch Ủy ban nhân dân xã\""), @"phong-trao.yaml:98:36: cảnh báo[phong-trao/chuc-danh]: Ban Chỉ đạo có trưởng ban là Phan Văn Cả (Bí thư Đảng ủy, Phó Chủ tịch Ủy ban nhân dân xã), trong khi quy định là Chủ tịch UBND xã");
    let met = "[{vai_tro: truong_ban, chuc_vu: Chủ tịch UBND xã}, {vai_tro: pho_truong_ban_thuong_truc, chuc_vu: Trưởng phòng Văn hóa}, {vai_tro: thanh_vien, chuc_vu: Phó Trưởng trạm}]";
    assert_eq!(committee(met), "");
    // Without a roster there is nothing to judge.
    let posts = "{ban_chi_dao: [{vai_tro: thanh_vien, chuc_vu: Bác sĩ}]}";
    assert_eq!(after(|r| r.without(CAMPAIGN, "ban_chi_dao").set(CAMPAIGN, "chuc_danh", posts)), "");
}

#[test]
fn two_heads_at_a_time() {
    let second = |r: Records| {
        r.set(CAMPAIGN, "ban_chi_dao[1].vai_tro", "truong_ban").set(
            CAMPAIGN,
            "ban_chi_dao[2].vai_tro",
            "pho_truong_ban_thuong_truc",
        )
    };
    assert_snapshot!(after(second), @"phong-trao.yaml:98:14: cảnh báo[phong-trao/ban-chi-dao]: Ban Chỉ đạo có hai trưởng ban cùng lúc: Phan Văn Cả và Trịnh Văn Mẫu");
    let one_after_another = |r: Records| {
        second(r)
            .set(CAMPAIGN, "ban_chi_dao[0].den", "2026-03-01")
            .set(CAMPAIGN, "ban_chi_dao[1].tu", "2026-03-01")
            .set(CAMPAIGN, "muc_do", "{khop/thanh-phan-hop: tat, van-ban/bien-ban-thieu-muc: tat}")
    };
    assert_eq!(after(one_after_another), "");
}

#[test]
fn a_member_of_a_unit_that_there_is_not() {
    // The unit that was meant is not said to be missing as well.
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "ban_chi_dao[3].don_vi", "tram-yte")), @"phong-trao.yaml:100:83: cảnh báo[phong-trao/ban-chi-dao]: thành viên của đơn vị `tram-yte`, không có trong danh sách `don_vi`");
}

#[test]
fn texts_cited_out_of_their_time() {
    let old = "[\"Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003\", Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ]";
    assert_snapshot!(after(|r| r.set(REVIEW, "quyet_dinh[2].can_cu", old)), @"
    xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-het-hieu-luc]: Luật Thi đua, khen thưởng năm 2003 chỉ có hiệu lực đến hết ngày 31/12/2023, nên không làm căn cứ được vào ngày ký quyết định khen thưởng (30/7/2026)
    xet-duyet.yaml:27:70: cảnh báo[khop/can-cu-het-hieu-luc]: Nghị định số 91/2017/NĐ-CP chỉ có hiệu lực đến hết ngày 31/12/2023, nên không làm căn cứ được vào ngày ký quyết định khen thưởng (30/7/2026)
    ");
    // Where the law of the day of receipt applies, that day is judged by.
    let by_receipt = |r: Records| {
        r.set(CAMPAIGN, "che_do", "theo_ngay_tiep_nhan").set(
            REVIEW,
            "quyet_dinh[2].can_cu",
            "[Nghị định số 91/2017/NĐ-CP]",
        )
    };
    assert_snapshot!(after(by_receipt), @"xet-duyet.yaml:27:15: cảnh báo[khop/can-cu-het-hieu-luc]: Nghị định số 91/2017/NĐ-CP chỉ có hiệu lực đến hết ngày 31/12/2023, nên không làm căn cứ được vào ngày tiếp nhận hồ sơ (15/7/2026)");
    // The campaign's own grounds are those of its plan, and of decisions that state none.
    let common = |r: Records| r.set(CAMPAIGN, "can_cu", "[Thông tư số 08/2017/TT-BNV của Bộ Nội vụ]");
    assert_snapshot!(after(|r| common(r).without(REVIEW, "quyet_dinh[2]").without(REVIEW, "quyet_dinh[1]")), @"phong-trao.yaml:15:4: cảnh báo[khop/can-cu-het-hieu-luc]: Thông tư số 08/2017/TT-BNV chỉ có hiệu lực đến hết ngày 31/12/2023, nên không làm căn cứ được vào ngày ký kế hoạch phát động (15/01/2026)");
    assert_eq!(after(|r| r.set(REVIEW, "quyet_dinh[2].can_cu", "[\"Luật Thi đua, khen thưởng số 06/2022/QH15\"]")), "");
}

/// Factors are taken from the text in force on the day of the decision, and only where money goes with it.
#[test]
fn factors_of_a_text_out_of_force() {
    let factors = |r: Records| r.set(CAMPAIGN, "tien_thuong.can_cu", "Nghị định số 98/2023/NĐ-CP");
    let text = after(factors);
    let said = "cảnh báo[khop/can-cu-het-hieu-luc]: Nghị định số 98/2023/NĐ-CP chỉ có hiệu lực đến hết ngày 30/6/2025, nên không làm căn cứ được vào ngày ký quyết định khen thưởng (22/7/2026)";
    assert!(text.starts_with("phong-trao.yaml:") && text.contains(said) && text.lines().count() == 1, "{text}");
    assert_eq!(after(|r| r.set(CAMPAIGN, "tien_thuong.can_cu", "Nghị định số 152/2025/NĐ-CP")), "");
    let no_money = |r: Records| factors(r).without(REVIEW, "quyet_dinh[2]").without(REVIEW, "quyet_dinh[0]");
    assert_eq!(after(no_money), "");
}

#[test]
fn a_text_cited_before_its_time() {
    let early = |r: Records| {
        r.set(CAMPAIGN, "ke_hoach.ngay", "2023-12-15").set(
            CAMPAIGN,
            "can_cu",
            "[\"Luật Thi đua, khen thưởng số 06/2022/QH15\"]",
        )
    };
    assert_snapshot!(after(early), @"phong-trao.yaml:15:4: cảnh báo[khop/can-cu-het-hieu-luc]: Luật Thi đua, khen thưởng số 06/2022/QH15 đến ngày 01/01/2024 mới có hiệu lực, nên không làm căn cứ được vào ngày ký kế hoạch phát động (15/12/2023)");
}
