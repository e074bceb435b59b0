//! Faults of the plan and of units' plans, each said once, where it stands.

use insta::assert_snapshot;

use crate::support::*;

/// The small campaign with a plan of its own.
fn planned(body: &str) -> Records {
    Records::small()
        .set(
            CAMPAIGN,
            "ke_hoach.nguoi_ky",
            "{quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}",
        )
        .write(PLAN, body)
}

fn said(records: Records) -> String {
    records.check().text()
}

const SOUND: &str = "# Nội dung\n\nThực hiện {phong_trao} năm {nam}, do {co_quan.van-hoa-xa-hoi} giúp việc.\n\n- Nộp hồ sơ đề nghị khen thưởng {han_nop};\n- Tặng Giấy khen cho {so_luong.giay_khen.tap_the} tập thể, {so_luong.giay_khen.ca_nhan} cá nhân của {so_don_vi.truong_hoc} trường.\n";

#[test]
fn a_sound_plan_says_nothing() {
    let records = planned(SOUND);
    assert_eq!(said(planned(SOUND)), "");
    let body = records.check().document("ke_hoach.pdf").data["noi_dung"].as_str().unwrap().to_owned();
    assert_snapshot!(body, @r"
    # Nội dung

    Thực hiện phong trào thi đua “Chung sức xây dựng nông thôn mới kiểu mẫu” xã Đồng Mẫu năm 2026 năm 2026, do Phòng Văn hóa - Xã hội giúp việc.

    - Nộp hồ sơ đề nghị khen thưởng đến hết ngày 15/7/2026;
    - Tặng Giấy khen cho 01 tập thể, 02 cá nhân của 01 trường.
    ");
    // Figures that are typed, and right.
    assert_eq!(
        said(planned("Nộp hồ sơ đề nghị khen thưởng chậm nhất ngày 15/7/2026. Giấy khen cho 02 cá nhân, 01 tập thể.")),
        ""
    );
    // Other days and other numbers.
    assert_eq!(
        said(planned("Nộp báo cáo trước ngày 01/8/2026; có 05 cá nhân dự họp. Bốn { ngoặc } và {} thì để nguyên.")),
        ""
    );
}

#[test]
fn words_in_braces_that_stand_for_nothing() {
    let records = || planned("Một dòng.\n\nNộp hồ sơ {han_nopp}, {ten}, {so_luong.giay_khen.ho_gia_dinh}.");
    assert_snapshot!(said(records()), @r"
    ke-hoach.md:3:11: lỗi[van-ban/cho-thay]: `{han_nopp}` không phải tên dữ liệu nào đã khai ở phong-trao.yaml ⟨chặn van_ban · ke_hoach⟩
    ke-hoach.md:3:23: lỗi[van-ban/cho-thay]: `{ten}` không phải tên dữ liệu nào đã khai ở phong-trao.yaml ⟨chặn van_ban · ke_hoach⟩
    ke-hoach.md:3:30: lỗi[van-ban/cho-thay]: `{so_luong.giay_khen.ho_gia_dinh}` không phải tên dữ liệu nào đã khai ở phong-trao.yaml ⟨chặn van_ban · ke_hoach⟩
    ");
    assert_snapshot!(records().check().helps(), @r"
    sửa thành `han_nop`, nếu đúng ý; các tên dùng được: phong_trao, nam, han_nop, co_quan.ubnd, co_quan.van-hoa-xa-hoi, so_don_vi.truong_hoc, so_luong.giay_khen.tap_the, so_luong.giay_khen.su_nghiep.tap_the, so_luong.giay_khen.ca_nhan
    các tên dùng được: phong_trao, nam, han_nop, co_quan.ubnd, co_quan.van-hoa-xa-hoi, so_don_vi.truong_hoc, so_luong.giay_khen.tap_the, so_luong.giay_khen.su_nghiep.tap_the, so_luong.giay_khen.ca_nhan
    các tên dùng được: phong_trao, nam, han_nop, co_quan.ubnd, co_quan.van-hoa-xa-hoi, so_don_vi.truong_hoc, so_luong.giay_khen.tap_the, so_luong.giay_khen.su_nghiep.tap_the, so_luong.giay_khen.ca_nhan
    ");
    assert_eq!(records().check().blocked(), ["ke_hoach.pdf"]);
    // What could not be read in the campaign's record is said there.
    let misread = planned("Nộp hồ sơ {han_nop}.").set(CAMPAIGN, "han_nop.ngay", "hôm qua");
    assert_snapshot!(said(misread), @"phong-trao.yaml:42:17: lỗi[yaml/ngay-sai]: `hôm qua` không phải là một ngày (2021-05-25 hoặc 25/5/2021) ⟨chặn danh_sach⟩");
}

#[test]
fn figures_at_odds_with_the_record() {
    assert_snapshot!(said(planned("Các đơn vị nộp hồ sơ đề nghị khen thưởng trước ngày 15/7/2026.\n\nXét tặng Giấy khen cho 03 cá nhân; 01 tập thể.")), @r"
    ke-hoach.md:1:1: cảnh báo[khop/so-lieu-ke-hoach]: kế hoạch ghi hạn nộp hồ sơ khác với `han_nop` của phong trào (đến hết ngày 15/7/2026) ⟨ke_hoach⟩
    ke-hoach.md:3:1: cảnh báo[khop/so-lieu-ke-hoach]: kế hoạch ghi 03 cá nhân được tặng Giấy khen, trong khi `so_luong.giay_khen` là 02 ⟨ke_hoach⟩
    ");
    assert_snapshot!(said(planned("Các đơn vị nộp hồ sơ đề nghị khen thưởng đến hết ngày 16 tháng 7 năm 2026.")), @"ke-hoach.md:1:1: cảnh báo[khop/so-lieu-ke-hoach]: kế hoạch ghi hạn nộp hồ sơ khác với `han_nop` của phong trào (đến hết ngày 15/7/2026) ⟨ke_hoach⟩");
}

#[test]
fn a_campaign_named_otherwise_and_markdown_that_cannot_be_set() {
    assert_snapshot!(said(planned("Đoạn một.\n\nThực hiện phong trào “Chung sức xây dựng nông thôn mới” năm 2026.")), @"ke-hoach.md:3:23: cảnh báo[van-ban/ten-phong-trao]: tên phong trào viết là “Chung sức xây dựng nông thôn mới”, khác với “Chung sức xây dựng nông thôn mới kiểu mẫu” ⟨ke_hoach⟩");
    assert_snapshot!(said(planned("# Một\n\n![ảnh](a.png)\n")), @"ke-hoach.md:3:1: lỗi[van-ban/markdown]: văn bản không chèn ảnh ⟨chặn van_ban · ke_hoach⟩");
    assert_snapshot!(said(planned("# Một\n\nHai 💡 ba &#x4e2d;\n")), @r"
    ke-hoach.md:3:5: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `💡` (U+1F4A1) ⟨chặn van_ban · ke_hoach⟩
    ke-hoach.md:3:10: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `中` (U+4E2D), ghi bằng `&#x4e2d;` ⟨chặn van_ban · ke_hoach⟩
    ");
    assert_snapshot!(said(planned(" \n")), @"ke-hoach.md:1:1: lỗi[yaml/de-trong]: tệp không có nội dung ⟨chặn van_ban · ke_hoach⟩");
}

#[test]
fn a_plan_under_another_name() {
    assert_snapshot!(said(Records::small().write("ke_hoach.md", "Một.")), @"ke_hoach.md:1:1: cảnh báo[yaml/tep-la]: tệp `ke_hoach.md` không được đọc: nội dung kế hoạch đọc từ `ke-hoach.md`");
}

#[test]
fn the_head_of_the_plan_stands_with_the_campaign() {
    let review = "phien_ban: 1\nvan_ban:\n  ke_hoach: {so: 12}\n";
    assert_snapshot!(said(planned("Một.").write(REVIEW, review)), @"xet-duyet.yaml:3:3: lỗi[yaml/truong-la]: `ke_hoach` không ghi ở đây ⟨chặn cap_so⟩");
    assert_snapshot!(said(planned("Một.").set(CAMPAIGN, "ke_hoach.nguoi_ky", "{chuc_vu: Trưởng phòng, ho_ten: Trịnh Văn Mẫu}")), @"phong-trao.yaml:9:23: cảnh báo[van-ban/thay-mat]: “Trưởng phòng” không ký thay mặt Ủy ban nhân dân ⟨chặn cap_so · ke_hoach⟩");
    assert_snapshot!(said(planned("Một.").without(CAMPAIGN, "ke_hoach.ngay")), @"phong-trao.yaml:10:7: cảnh báo[van-ban/thieu-so]: kế hoạch đã có số nhưng chưa ghi ngày ⟨ke_hoach⟩");
    assert_snapshot!(said(planned("Một.").set(CAMPAIGN, "ke_hoach.can_cu", "[Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ]")), @"phong-trao.yaml:9:12: cảnh báo[khop/can-cu-het-hieu-luc]: Nghị định số 91/2017/NĐ-CP chỉ có hiệu lực đến hết ngày 31/12/2023, nên không làm căn cứ được vào ngày ký kế hoạch (15/01/2026)");
}

/// The plan of a unit, written here.
fn own(paper: &str) -> Records {
    Records::small().without(SCHOOL, "ke_hoach").set(SCHOOL, "ho_so.ke_hoach_don_vi", paper)
}

const SIGNED: &str = "nguoi_ky: {chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}";

#[test]
fn a_units_plan_is_a_paper_or_is_cited() {
    assert_eq!(said(own(&format!("{{so: 4, ngay: 2026-01-28, {SIGNED}, noi_dung: Làm tốt.}}"))), "");
    assert_eq!(said(own("{nguon: nhan, so: 4, ngay: 2026-01-28}")), "");
    assert_snapshot!(said(own(&format!("{{{SIGNED}, noi_dung: Làm tốt.}}"))), @"don-vi/truong-hoa-mai.yaml:33:3: cảnh báo[ho-so/ke-hoach-don-vi]: kế hoạch thực hiện phong trào của Trường Tiểu học Hoa Mai chưa ghi số, ngày ⟨truong-hoa-mai · ke_hoach_don_vi⟩");
    assert_snapshot!(said(own(&format!("{{so: 4, {SIGNED}, noi_dung: Làm tốt.}}"))), @"don-vi/truong-hoa-mai.yaml:33:3: cảnh báo[van-ban/thieu-so]: Kế hoạch của Trường Tiểu học Hoa Mai đã có số nhưng chưa ghi ngày ⟨truong-hoa-mai · ke_hoach_don_vi⟩");
    assert_snapshot!(said(Records::small().without(SCHOOL, "ke_hoach")), @"don-vi/truong-hoa-mai.yaml:1:1: cảnh báo[ho-so/ke-hoach-don-vi]: Trường Tiểu học Hoa Mai chưa khai kế hoạch thực hiện phong trào của đơn vị ⟨truong-hoa-mai⟩");
    let both = format!("{{so: 4, ngay: 2026-01-28, {SIGNED}, noi_dung: Làm tốt.}}");
    assert_snapshot!(said(Records::small().set(SCHOOL, "ho_so.ke_hoach_don_vi", &both)), @"don-vi/truong-hoa-mai.yaml:6:1: cảnh báo[ho-so/ke-hoach-don-vi]: số, ngày kế hoạch của Trường Tiểu học Hoa Mai ghi ở hai nơi: `ke_hoach` và `ho_so.ke_hoach_don_vi` ⟨truong-hoa-mai⟩");
    // It takes a number of the series that plans are in.
    let shared = own(&format!("{{so: 9, ngay: 2026-01-28, {SIGNED}, noi_dung: Làm tốt.}}"));
    assert_snapshot!(said(shared.set(CAMPAIGN, "so_van_ban", "{chung: [ke_hoach, to_trinh]}")), @"don-vi/truong-hoa-mai.yaml:35:9: lỗi[van-ban/trung-so]: số 09 năm 2026 của Trường Tiểu học Hoa Mai đã dùng cho kế hoạch ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    // A campaign that does not ask for it says so.
    let off = Records::small().without(SCHOOL, "ke_hoach").set(CAMPAIGN, "muc_do", "{ho-so/ke-hoach-don-vi: tat}");
    assert_eq!(said(off), "");
}

#[test]
fn a_units_plan_after_its_proposal_or_with_a_later_deadline() {
    assert_snapshot!(said(own(&format!("{{so: 4, ngay: 2026-07-09, {SIGNED}, noi_dung: Làm tốt.}}"))), @"don-vi/truong-hoa-mai.yaml:33:34: cảnh báo[khop/ke-hoach-muon]: ngày kế hoạch của Trường Tiểu học Hoa Mai (09/7/2026) sau ngày ký tờ trình (08/7/2026) ⟨truong-hoa-mai · ke_hoach_don_vi⟩");
    let due = |day: &str| {
        own(&format!(
            "{{so: 4, ngay: 2026-01-28, {SIGNED}, noi_dung: \"Nộp hồ sơ đề nghị khen thưởng trước ngày {day}.\"}}"
        ))
    };
    assert_eq!(said(due("01/7/2026")), "");
    assert_snapshot!(said(due("20/7/2026")), @"don-vi/truong-hoa-mai.yaml:33:112: cảnh báo[khop/so-lieu-ke-hoach]: kế hoạch của đơn vị ghi hạn nộp hồ sơ muộn hơn hạn của đơn vị (đến hết ngày 15/7/2026) ⟨truong-hoa-mai · ke_hoach_don_vi⟩");
}

#[test]
fn a_plan_of_nothing() {
    assert_snapshot!(said(own(&format!("{{so: 4, ngay: 2026-01-28, {SIGNED}}}"))), @"don-vi/truong-hoa-mai.yaml:33:3: lỗi[ho-so/thieu-noi-dung]: Kế hoạch của Trường Tiểu học Hoa Mai chưa có nội dung ⟨chặn van_ban · truong-hoa-mai · ke_hoach_don_vi⟩");
}

#[test]
fn roles_stand_in_the_body_that_has_them() {
    let after = |change: fn(Records) -> Records| change(Records::reviewed()).check().text();
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "to_giup_viec[1].vai_tro", "truong_ban")), @r"
    phong-trao.yaml:107:1: cảnh báo[phong-trao/ban-chi-dao]: Tổ giúp việc chưa có thành viên nào ngoài tổ trưởng
    phong-trao.yaml:109:14: cảnh báo[phong-trao/ban-chi-dao]: Tổ giúp việc không có vai trò `truong_ban` (Cao Thị Ghi)
    ");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "ban_chi_dao[6].vai_tro", "to_truong")), @"phong-trao.yaml:103:14: cảnh báo[phong-trao/ban-chi-dao]: Ban Chỉ đạo không có vai trò `to_truong` (Lê Văn Mặt)");
    assert_snapshot!(after(|r| r.replace(CAMPAIGN, "ho_ten: Cao Thị Ghi, chuc_vu: Công chức Văn hóa - Xã hội", "ho_ten: Vũ Văn Thụ, chuc_vu: Công chức Văn phòng - Thống kê")), @"phong-trao.yaml:109:14: cảnh báo[phong-trao/ban-chi-dao]: Tổ giúp việc ghi Vũ Văn Thụ (Công chức Văn phòng - Thống kê) hai lần");
}

#[test]
fn a_decision_that_sets_up_nobody_by_name() {
    let sets_up = |r: Records| {
        r.append(REVIEW, "\nvan_ban: {qd_thanh_lap: {nguoi_ky: {quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}, noi_nhan: [Như Điều 3, \"Lưu: VT\"]}}\n")
    };
    assert_eq!(said(sets_up(Records::reviewed())), "");
    let unnamed = sets_up(Records::reviewed()).without(CAMPAIGN, "ban_chi_dao").without(CAMPAIGN, "to_giup_viec");
    assert_snapshot!(said(unnamed), @"xet-duyet.yaml:29:11: cảnh báo[phong-trao/ban-chi-dao]: có quyết định thành lập nhưng phong trào chưa khai thành viên (`ban_chi_dao`) ⟨qd_thanh_lap⟩");
}

#[test]
fn a_units_plan_before_the_plan_it_carries_out() {
    let early = own(&format!("{{so: 4, ngay: 2026-01-14, {SIGNED}, noi_dung: Làm tốt.}}"));
    assert_snapshot!(said(early), @"don-vi/truong-hoa-mai.yaml:33:34: cảnh báo[khop/ke-hoach-som]: ngày kế hoạch của Trường Tiểu học Hoa Mai (14/01/2026) trước ngày kế hoạch phát động (15/01/2026) ⟨truong-hoa-mai · ke_hoach_don_vi⟩");
    assert_snapshot!(said(Records::small().set(SCHOOL, "ke_hoach.ngay", "2026-01-02")), @"don-vi/truong-hoa-mai.yaml:6:25: cảnh báo[khop/ke-hoach-som]: ngày kế hoạch của Trường Tiểu học Hoa Mai (02/01/2026) trước ngày kế hoạch phát động (15/01/2026) ⟨truong-hoa-mai⟩");
    assert_eq!(said(Records::small().set(SCHOOL, "ke_hoach.ngay", "2026-01-15")), "");
}

#[test]
fn a_committee_that_met_before_it_was_set_up() {
    let on = |day: &str| {
        let head = "nguoi_ky: {quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Phan Văn Cả}, noi_nhan: [Như Điều 3, \"Lưu: VT\"]";
        said(
            Records::reviewed()
                .append(REVIEW, &format!("\nvan_ban: {{qd_thanh_lap: {{so: 90, ngay: {day}, {head}}}}}\n")),
        )
    };
    assert_eq!(on("2026-02-01"), "");
    assert_snapshot!(on("2026-07-21"), @"xet-duyet.yaml:29:40: lỗi[khop/thu-tu-ngay]: ngày ký quyết định (21/7/2026) sau ngày họp (20/7/2026) ⟨chặn van_ban · qd_thanh_lap⟩");
}

/// A-1 to A-6: whom the plan of Phước Long puts where (khoản 1 Mục III).
#[test]
fn everybody_whom_the_plan_names_sits_where_it_says() {
    let shipped = |change: fn(Records) -> Records| {
        let checked = change(Records::phuoc_long()).check();
        let told = checked.findings.iter().filter(|finding| finding.rule.code.starts_with("phong-trao/"));
        told.map(|finding| format!("{finding} ({})", finding.clause_text().unwrap_or_default()))
            .collect::<Vec<_>>()
            .join("\n")
    };
    assert_eq!(shipped(|r| r), "");
    assert_snapshot!(shipped(|r| r.set(CAMPAIGN, "ban_chi_dao[0].chuc_vu", "Bí thư Thị ủy")), @"phong-trao.yaml:295:33: cảnh báo[phong-trao/chuc-danh]: Ban Chỉ đạo có trưởng ban là Lý Văn G (Bí thư Thị ủy), trong khi quy định là Chủ tịch Ủy ban nhân dân thị xã (điểm a khoản 1 Mục III Kế hoạch)");
    assert_snapshot!(shipped(|r| r.set(CAMPAIGN, "ban_chi_dao[1].chuc_vu", "Trưởng phòng Tư pháp")), @"phong-trao.yaml:296:37: cảnh báo[phong-trao/chuc-danh]: Ban Chỉ đạo có phó trưởng ban thường trực là Nguyễn Văn A (Trưởng phòng Tư pháp), trong khi quy định là Trưởng phòng Nội vụ (điểm a khoản 1 Mục III Kế hoạch)");
    assert_snapshot!(shipped(|r| r.set(CAMPAIGN, "ban_chi_dao[2].chuc_vu", "Trưởng phòng Kinh tế")), @"phong-trao.yaml:294:1: cảnh báo[phong-trao/chuc-danh]: Ban Chỉ đạo chưa có phó trưởng ban là Chánh Văn phòng Cấp ủy (điểm a khoản 1 Mục III Kế hoạch)");
    assert_snapshot!(shipped(|r| r.without(CAMPAIGN, "ban_chi_dao[15]").without(CAMPAIGN, "ban_chi_dao[10]")), @"phong-trao.yaml:294:1: cảnh báo[phong-trao/ban-chi-dao]: Ban Chỉ đạo chưa có người đứng đầu của: Phòng Y tế, UBND phường Long Thủy ()");
    assert_snapshot!(shipped(|r| r.set(CAMPAIGN, "to_giup_viec[0].chuc_vu", "Trưởng phòng Nội vụ")), @"phong-trao.yaml:317:34: cảnh báo[phong-trao/chuc-danh]: Tổ giúp việc có tổ trưởng là Mai Thị V (Trưởng phòng Nội vụ), trong khi quy định là Phó Trưởng phòng Nội vụ (điểm b khoản 1 Mục III Kế hoạch)");
    assert_snapshot!(shipped(|r| r.without(CAMPAIGN, "to_giup_viec[2]")), @"phong-trao.yaml:316:1: cảnh báo[phong-trao/chuc-danh]: Tổ giúp việc chưa có thành viên là Chuyên viên phụ trách cải cách hành chính (điểm b khoản 1 Mục III Kế hoạch)");
}
