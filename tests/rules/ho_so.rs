//! The family `ho-so/`, but for what a dossier consists of: who takes part, and when it was handed in.

use insta::assert_snapshot;

use crate::after;
use crate::support::*;

#[test]
fn a_letter_that_cannot_be_read_is_a_letter() {
    assert_snapshot!(after(|r| r.replace(EAST, "ly_do:", "ly_doo:")), @"don-vi/thon-dong.yaml:6:17: lỗi[yaml/truong-la]: không có khóa `ly_doo` trong văn bản không đề nghị ⟨chặn van_ban · thon-dong⟩");
}

#[test]
fn late_by_days_counted_from_the_last_day_in_time() {
    assert_snapshot!(after(|r| r.set(STATION, "tiep_nhan[0].ngay", "2026-07-16")), @"don-vi/tram-y-te.yaml:10:20: cảnh báo[ho-so/qua-han]: Hồ sơ của Trạm Y tế xã Đồng Mẫu nộp ngày 16/7/2026, muộn 01 ngày so với hạn (đến hết ngày 15/7/2026) ⟨tram-y-te⟩");
}

#[test]
fn a_deadline_may_leave_out_its_own_day() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "han_nop.ke_ca", "false")), @"don-vi/tram-y-te.yaml:10:20: cảnh báo[ho-so/qua-han]: Hồ sơ của Trạm Y tế xã Đồng Mẫu nộp ngày 15/7/2026, muộn 01 ngày so với hạn (trước ngày 15/7/2026) ⟨tram-y-te⟩");
}

#[test]
fn an_extension_moves_the_deadline_of_one_unit() {
    let extended = |r: Records| {
        r.set(STATION, "tiep_nhan[0].ngay", "2026-07-20").set(SCHOOL, "tiep_nhan[0].ngay", "2026-07-20").set(
            CAMPAIGN,
            "gia_han",
            "[{don_vi: tram-y-te, den: 2026-07-20}]",
        )
    };
    assert_snapshot!(after(extended), @"don-vi/truong-hoa-mai.yaml:10:20: cảnh báo[ho-so/qua-han]: Hồ sơ của Trường Tiểu học Hoa Mai nộp ngày 20/7/2026, muộn 05 ngày so với hạn (đến hết ngày 15/7/2026) ⟨truong-hoa-mai⟩");
}

#[test]
fn several_receipts_are_judged_by_the_first() {
    let again = "[{lan: 1, ngay: 2026-07-15}, {lan: 2, ngay: 2026-07-29}]";
    assert_eq!(after(|r| r.set(STATION, "tiep_nhan", again)), "");
}

#[test]
fn not_handed_in_is_said_only_by_a_day_that_is_past_the_deadline() {
    assert_eq!(after(|r| r.judged_on("2026-07-15")), "");
    assert_snapshot!(after(|r| r.judged_on("2026-07-16")), @"phong-trao.yaml:38:48: cảnh báo[ho-so/chua-nop]: Tính đến ngày 16/7/2026, Thôn Tây chưa nộp hồ sơ (hạn: đến hết ngày 15/7/2026) ⟨thon-tay⟩");
}

#[test]
fn a_unit_without_a_file_is_a_state() {
    assert_eq!(after(|r| r.remove(WEST)), "");
    assert_snapshot!(after(|r| r.remove(WEST).judged_on("2026-08-01")), @"phong-trao.yaml:38:48: cảnh báo[ho-so/chua-nop]: Tính đến ngày 01/8/2026, thon-tay chưa nộp hồ sơ (hạn: đến hết ngày 15/7/2026) ⟨thon-tay⟩");
}

#[test]
fn a_deadline_before_the_end_of_the_period() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "ky_thi_dua.den", "2026-12-31")), @"phong-trao.yaml:41:17: cảnh báo[ho-so/han-truoc-minh-chung]: Hạn nộp hồ sơ (15/7/2026) sớm hơn ngày kết thúc kỳ thi đua (31/12/2026), nên khi nộp chưa thể có kết quả xếp loại của cả kỳ");
}

#[test]
fn the_period_is_the_whole_year_where_the_campaign_names_none() {
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "ky_thi_dua")), @"phong-trao.yaml:40:17: cảnh báo[ho-so/han-truoc-minh-chung]: Hạn nộp hồ sơ (15/7/2026) sớm hơn ngày kết thúc kỳ thi đua (31/12/2026), nên khi nộp chưa thể có kết quả xếp loại của cả kỳ");
}

#[test]
fn a_unit_of_a_kind_that_does_not_take_part() {
    assert_snapshot!(after(|r| r.set(WEST, "loai", "thonn")), @"don-vi/thon-tay.yaml:3:7: lỗi[ho-so/loai-don-vi]: Thôn Tây thuộc loại `thonn`, không phải loại đơn vị tham gia phong trào ⟨chặn danh_sach · thon-tay⟩");
}

#[test]
fn an_unknown_kind_of_unit_is_one_finding_and_prints_no_guess() {
    // The plan names one school, and schools owe one paper more: neither is said of a misspelt kind.
    let checked = Records::small().set(SCHOOL, "loai", "truong_hocc").check();
    assert_snapshot!(checked.text(), @"don-vi/truong-hoa-mai.yaml:3:7: lỗi[ho-so/loai-don-vi]: Trường Tiểu học Hoa Mai thuộc loại `truong_hocc`, không phải loại đơn vị tham gia phong trào ⟨chặn danh_sach · truong-hoa-mai⟩");
    // Who stands above the unit would be printed at the head of its papers.
    assert_snapshot!(checked.blocked().join("\n"), @"
    truong-hoa-mai/to_trinh.pdf
    truong-hoa-mai/trich_bien_ban.pdf
    truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf
    truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf
    truong-hoa-mai/ban_cam_ket.pdf
    ");
}

#[test]
fn fewer_units_of_a_kind_than_the_plan_names() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "loai_don_vi.truong_hoc.so_luong", "2")), @"phong-trao.yaml:34:60: cảnh báo[ho-so/so-don-vi]: Kế hoạch nêu 02 đơn vị loại `truong_hoc`, bản ghi có 01");
    // Not while a unit's kind is unknown for want of its file.
    assert_eq!(after(|r| r.set(CAMPAIGN, "loai_don_vi.thon.so_luong", "2").remove(WEST)), "");
}

#[test]
fn a_file_that_the_campaign_does_not_list() {
    let stray = |r: Records| {
        let text = r.read(WEST);
        r.write("don-vi/thon-tai.yaml", text)
    };
    assert_snapshot!(after(stray), @"don-vi/thon-tai.yaml:1:1: lỗi[ho-so/ngoai-danh-sach]: mã `thon-tai` không có trong danh sách đơn vị của phong trào ⟨chặn danh_sach · thon-tai⟩");
}

#[test]
fn a_unit_listed_twice() {
    let twice = "[truong-hoa-mai, tram-y-te, thon-dong, thon-tay, thon-dong]";
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "don_vi", twice)), @"phong-trao.yaml:38:58: lỗi[ho-so/don-vi-hai-lan]: Thôn Đông có tên hai lần trong danh sách đơn vị ⟨chặn danh_sach · thon-dong⟩");
}

#[test]
fn extensions_and_results_of_strangers() {
    let strange = |r: Records| {
        r.set(CAMPAIGN, "gia_han", "[{don_vi: thon-bac, den: 2026-07-20}]").set(
            RESULTS,
            "don_vi.tram-yte",
            "{nong_thon_moi: {xep_loai: tot}}",
        )
    };
    assert_snapshot!(after(strange), @r"
    ket-qua.yaml:4:3: lỗi[ho-so/don-vi-la]: kết quả của `tram-yte`, không có trong danh sách `don_vi` ⟨chặn danh_sach⟩
    phong-trao.yaml:42:20: lỗi[ho-so/don-vi-la]: gia hạn cho `thon-bac`, không có trong danh sách `don_vi` ⟨chặn danh_sach⟩
    ");
}

#[test]
fn a_code_used_for_two_nominees() {
    assert_snapshot!(after(|r| r.set(STATION, "de_nghi[1].ma", "tap-the")), @"don-vi/tram-y-te.yaml:19:9: lỗi[ho-so/trung-ma]: mã `tap-the` dùng cho hai đề nghị ⟨chặn danh_sach · tram-y-te⟩");
}

#[test]
fn a_unit_cannot_propose_somebody_and_nobody() {
    assert_snapshot!(after(|r| r.set(STATION, "khong_de_nghi", "{ly_do: Không đủ tiêu chuẩn}")), @"don-vi/tram-y-te.yaml:1:1: lỗi[ho-so/khong-de-nghi]: Trạm Y tế xã Đồng Mẫu báo không đề nghị khen thưởng nhưng bản ghi vẫn có đề nghị khen thưởng ⟨chặn danh_sach · tram-y-te⟩");
}

#[test]
fn a_dossier_that_proposes_nobody_and_does_not_say_so() {
    let empty = |r: Records| {
        r.set(STATION, "de_nghi", "[]")
            .without(STATION, "ho_so.bao_cao_tom_tat")
            .without(STATION, "ho_so.trich_bien_ban.bieu_quyet[0]")
    };
    assert_snapshot!(after(empty), @"don-vi/tram-y-te.yaml:11:1: lỗi[ho-so/khong-de-nghi]: Trạm Y tế xã Đồng Mẫu đã nộp hồ sơ nhưng không đề nghị tập thể, cá nhân nào, cũng không báo là không đề nghị khen thưởng ⟨chặn danh_sach · tram-y-te⟩");
}

#[test]
fn a_unit_that_says_it_proposes_nobody_owes_nothing() {
    let handed_in = |r: Records| r.set(EAST, "tiep_nhan", "[{lan: 1, ngay: 2026-07-09}]").judged_on("2026-08-01");
    assert_snapshot!(after(handed_in), @"phong-trao.yaml:38:48: cảnh báo[ho-so/chua-nop]: Tính đến ngày 01/8/2026, Thôn Tây chưa nộp hồ sơ (hạn: đến hết ngày 15/7/2026) ⟨thon-tay⟩");
}

#[test]
fn an_award_that_the_campaign_does_not_give() {
    let other = |r: Records| {
        r.set(SCHOOL, "de_nghi[tap-the].hinh_thuc", "giay_khenn").set(
            SCHOOL,
            "de_nghi[tap-the].du_phong",
            "huan_chuong",
        )
    };
    assert_snapshot!(after(other), @r"
    don-vi/truong-hoa-mai.yaml:15:16: lỗi[ho-so/hinh-thuc]: `giay_khenn` không phải là hình thức khen thưởng của phong trào ⟨chặn danh_sach · truong-hoa-mai⟩
    don-vi/truong-hoa-mai.yaml:16:15: lỗi[ho-so/hinh-thuc]: `huan_chuong` không phải là hình thức khen thưởng của phong trào ⟨chặn danh_sach · truong-hoa-mai⟩
    ");
}

#[test]
fn a_unit_without_a_plan_of_its_own() {
    assert_snapshot!(after(|r| r.without(WEST, "ke_hoach")), @"don-vi/thon-tay.yaml:1:1: cảnh báo[ho-so/ke-hoach-don-vi]: Thôn Tây chưa khai kế hoạch thực hiện phong trào của đơn vị ⟨thon-tay⟩");
}

#[test]
fn a_level_for_a_code_that_does_not_exist() {
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "muc_do", "{ho-so/qua-hang: tat}")), @"phong-trao.yaml:81:10: cảnh báo[ho-so/muc-do-la]: `ho-so/qua-hang` không phải là mã được phép đổi mức độ");
}

#[test]
fn a_misspelt_key_is_one_finding() {
    for key in ["ho_so", "de_nghi", "phien_ban", "nguoi_ky", "bieu_quyet", "hop", "xep_loai_nam"] {
        let text = Records::small().replace(SCHOOL, &format!("{key}:"), &format!("{key}x:")).check().text();
        // One for each place it is misspelt, and nothing that only follows from it.
        assert!(text.contains("yaml/truong-la") && text.lines().all(|l| l.contains("yaml/truong-la")), "{text}");
    }
}

#[test]
fn a_receipt_that_lists_no_kind_of_paper() {
    let misspelt = Records::small().replace(SCHOOL, "nop: [to_trinh,", "nop: [to_trinhh,").check();
    assert_snapshot!(misspelt.text(), @"don-vi/truong-hoa-mai.yaml:10:115: lỗi[ho-so/nop-la]: lần tiếp nhận ghi đã nộp `to_trinhh`, không phải loại văn bản nào đã khai ⟨chặn van_ban · truong-hoa-mai · giay_tiep_nhan⟩");
    assert_snapshot!(misspelt.helps(), @"sửa thành `to_trinh`, nếu đúng ý");
    // The slip would print that the paper was not handed in.
    assert_eq!(misspelt.blocked(), ["truong-hoa-mai/giay_tiep_nhan.pdf"]);
    assert_eq!(after(|r| r.replace(SCHOOL, "nop: [to_trinh,", "nop: [To_Trinh,")), "");
}

#[test]
fn a_person_without_particulars() {
    let bare = |r: Records| {
        let person = |key: &str| format!("de_nghi[bui-thi-sen].{key}");
        r.without(SCHOOL, &person("gioi_tinh"))
            .without(SCHOOL, &person("ngay_sinh"))
            .without(SCHOOL, &person("chuc_vu"))
    };
    assert_snapshot!(after(bare), @"don-vi/truong-hoa-mai.yaml:22:5: cảnh báo[ho-so/thieu-ly-lich]: Bùi Thị Sen chưa có giới tính (`gioi_tinh`), ngày sinh (`ngay_sinh`), chức vụ (`chuc_vu`) ⟨truong-hoa-mai⟩");
    // A day of birth is printed by a report; whose report is not written here needs none.
    let without_report = |r: Records| {
        r.without(SCHOOL, "de_nghi[bui-thi-sen].ngay_sinh").set(
            SCHOOL,
            "ho_so.bao_cao_thanh_tich.bui-thi-sen.nguon",
            "nhan",
        )
    };
    assert_eq!(after(without_report), "");
    // Who is no staff may have no post; one that cannot be read is not missing.
    let villager = |r: Records| {
        r.without(SCHOOL, "de_nghi[bui-thi-sen].chuc_vu").set(SCHOOL, "de_nghi[bui-thi-sen].doi_tuong", "nhan_dan")
    };
    villager(Records::small()).check().none("ho-so/thieu-ly-lich");
    Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].gioi_tinh", "gái").check().none("ho-so/thieu-ly-lich");
}

#[test]
fn a_unit_whose_name_tells_another_kind() {
    // The count of kinds is not said besides.
    let kinds = |r: Records| r.set(CAMPAIGN, "loai_don_vi.truong_hoc.ten", "Trường Tiểu học");
    assert_snapshot!(after(|r| kinds(r).set(SCHOOL, "loai", "thon")), @"don-vi/truong-hoa-mai.yaml:3:7: cảnh báo[ho-so/loai-khac-ten]: Trường Tiểu học Hoa Mai được ghi là loại `thon`, trong khi tên đơn vị bắt đầu bằng tên của loại “Trường Tiểu học” ⟨truong-hoa-mai⟩");
    assert_eq!(after(kinds), "");
    let ward = Records::phuoc_long().set("don-vi/long-thuy.yaml", "loai", "phong_ban").check();
    assert_snapshot!(ward.all("ho-so/loai-khac-ten").first().unwrap().help_text(), @"sửa thành `ubnd_phuong`, nếu đúng ý; nếu không thì sửa tên đơn vị");
    // A name that begins with no kind's name tells nothing.
    Records::small().set(SCHOOL, "loai", "tram_y_te").check().none("ho-so/loai-khac-ten");
}

#[test]
fn two_receipts_with_one_number() {
    assert_snapshot!(after(|r| r.set(STATION, "tiep_nhan[0].so_den", "\"031\"")), @"don-vi/tram-y-te.yaml:10:40: cảnh báo[ho-so/trung-so-den]: số đến 031 năm 2026 đã ghi cho hồ sơ của Trường Tiểu học Hoa Mai ⟨tram-y-te⟩");
    // Numbers begin anew each year.
    let next_year =
        |r: Records| r.set(STATION, "tiep_nhan[0].so_den", "31").set(STATION, "tiep_nhan[0].ngay", "2027-01-05");
    next_year(Records::small()).check().none("ho-so/trung-so-den");
}

#[test]
fn a_remedy_names_no_unit_that_has_its_own_already() {
    let copy = |r: Records| {
        let school = r.read(SCHOOL);
        r.write("don-vi/truong-hoa-maii.yaml", school)
    };
    let help = |records: Records, code: &str| records.check().finding(code).help_text().to_owned();
    assert_snapshot!(help(copy(Records::small()), "ho-so/ngoai-danh-sach"), @"thêm mã vào `don_vi` của phong-trao.yaml, hoặc đổi tên tệp theo đúng mã");
    assert_snapshot!(help(copy(Records::small()).remove(SCHOOL), "ho-so/ngoai-danh-sach"), @"sửa thành `truong-hoa-mai`, nếu đúng ý; nếu là đơn vị mới thì thêm mã vào `don_vi` của phong-trao.yaml");
    let graded = |r: Records| r.append(RESULTS, "  tram-y-tee: {nong_thon_moi: {xep_loai: tot}}\n");
    assert_snapshot!(help(graded(Records::small()), "ho-so/don-vi-la"), @"sửa lại mã đơn vị");
    assert_snapshot!(help(graded(Records::small()).without(RESULTS, "don_vi.tram-y-te"), "ho-so/don-vi-la"), @"sửa thành `tram-y-te`, nếu đúng ý");
    let later = |others: &str| {
        let extensions = format!("[{{don_vi: thon-tayy, den: 2026-07-20}}{others}]");
        help(Records::small().set(CAMPAIGN, "gia_han", &extensions), "ho-so/don-vi-la")
    };
    assert_snapshot!(later(""), @"sửa thành `thon-tay`, nếu đúng ý");
    assert_snapshot!(later(", {don_vi: thon-tay, den: 2026-07-20}"), @"sửa lại mã đơn vị");
}

#[test]
fn a_remedy_names_nobody_and_no_paper_that_is_there_already() {
    let report = "{ngay: 2026-07-05, nguoi_ky: {chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}, noi_dung: a}";
    let twice = Records::small().set(SCHOOL, "ho_so.bao_cao_thanh_tich.tap-thee", report).check();
    assert_snapshot!(twice.finding("khop/nguoi-la").help_text(), @"các mã có trong `de_nghi`: tap-the, bui-thi-sen");
    let twice = Records::small().set(SCHOOL, "ho_so.ban_cam_kett", "{ngay: 2026-07-05}").check();
    let remedy = twice.finding("yaml/truong-la").help_text();
    assert!(remedy.starts_with("các loại văn bản đã khai: ") && remedy.contains(", ban_cam_ket,"), "{remedy}");
}

#[test]
fn a_unit_under_another_units_name() {
    let other = "Trạm Y tế xã Đồng Mẫu";
    assert_snapshot!(after(|r| r.set(SCHOOL, "ten", other).set(SCHOOL, "de_nghi[tap-the].ten", other)), @"
    don-vi/truong-hoa-mai.yaml:2:6: cảnh báo[ho-so/trung-ten-don-vi]: tên “Trạm Y tế xã Đồng Mẫu” cũng là tên của đơn vị `tram-y-te` ⟨truong-hoa-mai⟩
    don-vi/truong-hoa-mai.yaml:3:7: cảnh báo[ho-so/loai-khac-ten]: Trạm Y tế xã Đồng Mẫu được ghi là loại `truong_hoc`, trong khi tên đơn vị bắt đầu bằng tên của loại “Trạm Y tế” ⟨truong-hoa-mai⟩
    ");
    assert_snapshot!(after(|r| r.set(SCHOOL, "de_nghi[tap-the].ten", other)), @"don-vi/truong-hoa-mai.yaml:14:10: cảnh báo[ho-so/trung-ten-don-vi]: tập thể được đề nghị mang tên của đơn vị khác (`tram-y-te`): “Trạm Y tế xã Đồng Mẫu” ⟨truong-hoa-mai⟩");
    // A part of the unit may be proposed under its own name.
    Records::small().set(SCHOOL, "de_nghi[tap-the].ten", "Tổ chuyên môn 1").check().none("ho-so/trung-ten-don-vi");
}
