//! The family `van-ban/`: numbers, symbols, capacities, characters and names on paper.

use insta::assert_snapshot;

use crate::after;
use crate::support::*;

#[test]
fn a_character_the_typeface_lacks() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "de_nghi[bui-thi-sen].ten", "Bùi Thị Sen 😀")), @"don-vi/truong-hoa-mai.yaml:24:22: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `😀` (U+1F600) ⟨chặn van_ban · truong-hoa-mai⟩");
    assert_snapshot!(after(|r| r.replace(SCHOOL, "con đường đã làm", "con đường 🌾 đã làm")), @"don-vi/truong-hoa-mai.yaml:85:44: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `🌾` (U+1F33E) ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    assert_snapshot!(after(|r| r.set(CAMPAIGN, "co_quan.ubnd.ten", "Ủy ban nhân dân xã Đồng Mẫu ☃")), @"phong-trao.yaml:19:38: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `☃` (U+2603) ⟨chặn van_ban⟩");
}

#[test]
fn all_characters_that_the_typeface_lacks_are_told_line_by_line() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "中文 ✓ ❤\u{fe0f} ✗ ✓")), @"don-vi/truong-hoa-mai.yaml:35:16: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `中` (U+4E2D), `文` (U+6587), `✓` (U+2713), `❤` (U+2764), `✗` (U+2717) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(body("Chữ 中 và 中.\n\nChữ ✓.\n\nLại 中."), @"
    don-vi/truong-hoa-mai.yaml:85:11: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `中` (U+4E2D) ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:87:11: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `✓` (U+2713) ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:89:11: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `中` (U+4E2D) ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    ");
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "\"☃ \\U0001F600\"")), @"
    don-vi/truong-hoa-mai.yaml:35:16: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `😀` (U+1F600) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩
    don-vi/truong-hoa-mai.yaml:35:17: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `☃` (U+2603) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩
    ");
    assert_eq!(body("Đất → rừng ≥ 5 m², “—” …"), "");
}

#[test]
fn character_references_are_judged_by_what_they_stand_for() {
    assert_snapshot!(body("Một &#x1F600; hai.\n\nBa &#x202e; bốn &#x301; năm &#7;."), @"
    don-vi/truong-hoa-mai.yaml:85:11: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `😀` (U+1F600), ghi bằng `&#x1F600;` ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:87:10: lỗi[van-ban/ky-tu-dieu-khien]: có ký tự điều khiển không nhìn thấy: U+202E, ghi bằng `&#x202e;` ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:87:23: lỗi[van-ban/dau-roi]: có dấu rời không ghép được vào chữ: U+0301, ghi bằng `&#x301;` ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:87:35: lỗi[van-ban/ky-tu-dieu-khien]: có ký tự điều khiển không nhìn thấy: U+0007, ghi bằng `&#7;` ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    ");
    assert_eq!(body("Một &lt;b&gt; &amp; hai&nbsp;ba&shy;bốn &quot;năm&quot; &#x110;"), "");
}

#[test]
fn marks_that_turn_the_direction_are_told() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "Về \u{202e}việc\u{202c}")), @"don-vi/truong-hoa-mai.yaml:35:19: lỗi[van-ban/ky-tu-dieu-khien]: có ký tự điều khiển không nhìn thấy: U+202E, U+202C ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "\"Về \\u2066việc\"")), @"don-vi/truong-hoa-mai.yaml:35:16: lỗi[van-ban/ky-tu-dieu-khien]: có ký tự điều khiển không nhìn thấy: U+2066 ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    assert_eq!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "Về\u{ad} việ\u{200b}c\u{200e}")), "");
}

#[test]
fn a_character_that_a_spoilt_file_has_lost() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "de_nghi[bui-thi-sen].ten", "Bùi Thị S\u{fffd}n")), @"don-vi/truong-hoa-mai.yaml:24:19: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `�` (U+FFFD) ⟨chặn van_ban · truong-hoa-mai⟩");
}

#[test]
fn an_escaped_character_is_found_too() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "\"Về việc \\U0001F600\"")), @"don-vi/truong-hoa-mai.yaml:35:16: lỗi[van-ban/ky-tu-thieu]: phông chữ không có ký tự `😀` (U+1F600) ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
}

#[test]
fn a_control_character() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "\"Về\\aviệc\"")), @"don-vi/truong-hoa-mai.yaml:35:16: lỗi[van-ban/ky-tu-dieu-khien]: có ký tự điều khiển không nhìn thấy: U+0007 ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
}

#[test]
fn a_mark_that_belongs_to_no_letter() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "Về việc B\u{301}")), @"don-vi/truong-hoa-mai.yaml:35:25: lỗi[van-ban/dau-roi]: có dấu rời không ghép được vào chữ: U+0301 ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    assert_eq!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.trich_yeu", "Vê\u{300} viê\u{323}c")), "");
}

#[test]
fn the_campaigns_name_written_otherwise() {
    let other = "Có thành tích trong phong trào “Chung sức xây dựng nông thôn mới”";
    assert_snapshot!(after(|r| r.set(SCHOOL, "de_nghi[tap-the].thanh_tich", other)), @"don-vi/truong-hoa-mai.yaml:17:17: cảnh báo[van-ban/ten-phong-trao]: tên phong trào viết là “Chung sức xây dựng nông thôn mới”, khác với “Chung sức xây dựng nông thôn mới kiểu mẫu” ⟨truong-hoa-mai⟩");
    let merit = |merit: &str| after(|r| r.set(SCHOOL, "de_nghi[tap-the].thanh_tich", merit));
    assert_snapshot!(merit("Có thành tích trong phong trào “Chung sức xây dựng”"), @"don-vi/truong-hoa-mai.yaml:17:17: cảnh báo[van-ban/ten-phong-trao]: tên phong trào viết là “Chung sức xây dựng”, khác với “Chung sức xây dựng nông thôn mới kiểu mẫu” ⟨truong-hoa-mai⟩");
    let named = "phong trào “Chung sức xây dựng nông thôn mới kiểu mẫu”";
    assert_snapshot!(merit(&format!("Có thành tích trong {named} xã Đồng Mẫu năm 2025")), @"don-vi/truong-hoa-mai.yaml:17:17: cảnh báo[van-ban/ten-phong-trao]: tên phong trào ghi năm 2025, khác với năm 2026 của phong trào ⟨truong-hoa-mai⟩");
    assert_snapshot!(merit("Có thành tích trong phong trào \"Chung sức\" và \"Chung sức xây dựng nông thôn\""), @"don-vi/truong-hoa-mai.yaml:17:17: cảnh báo[van-ban/ten-phong-trao]: tên phong trào viết là “Chung sức xây dựng nông thôn”, khác với “Chung sức xây dựng nông thôn mới kiểu mẫu” ⟨truong-hoa-mai⟩");
    // The place may be left out; a year of something else is no year of the campaign.
    assert_eq!(merit(&format!("Có thành tích trong {named} năm 2026")), "");
    assert_eq!(merit(&format!("Có thành tích trong {named}, nối tiếp kết quả năm 2025")), "");
    // Something else in quotes is not the campaign.
    assert_eq!(after(|r| r.set(SCHOOL, "de_nghi[tap-the].thanh_tich", "Đạt danh hiệu “Trường học xanh”")), "");
}

#[test]
fn a_symbol_that_is_not_one() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.ky_hieu", "TTr - THHM")), @"don-vi/truong-hoa-mai.yaml:35:14: cảnh báo[van-ban/so-ky-hieu]: ký hiệu `TTr - THHM` không đúng dạng ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.ky_hieu", "BC-THHM")), @"don-vi/truong-hoa-mai.yaml:35:14: cảnh báo[van-ban/so-ky-hieu]: ký hiệu `BC-THHM` không đúng dạng ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    assert_eq!(after(|r| r.set(SCHOOL, "ho_so.to_trinh.ky_hieu", "TTr-THHM1.2")), "");
}

#[test]
fn a_character_that_cannot_be_printed_makes_no_second_finding_of_a_symbol() {
    for (place, text) in [("viet_tat", "\"TH\\u0007\""), ("ho_so.to_trinh.ky_hieu", "TTr-💡")] {
        let checked = Records::small().set(SCHOOL, place, text).check();
        checked.none("van-ban/so-ky-hieu");
        assert_eq!(checked.findings.len(), 1, "{}", checked.text());
    }
}

#[test]
fn an_abbreviation_that_fits_no_symbol() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "viet_tat", "TH Hoa Mai")), @"don-vi/truong-hoa-mai.yaml:5:11: cảnh báo[van-ban/so-ky-hieu]: chữ viết tắt `TH Hoa Mai` không dùng trong ký hiệu văn bản được ⟨chặn cap_so · truong-hoa-mai⟩");
}

#[test]
fn a_number_used_twice_in_one_series() {
    let shared =
        |r: Records| r.set(CAMPAIGN, "so_van_ban", "{chung: [ke_hoach, to_trinh]}").set(SCHOOL, "ke_hoach.so", "9");
    assert_snapshot!(after(shared), @"don-vi/truong-hoa-mai.yaml:35:9: lỗi[van-ban/trung-so]: số 09 năm 2026 của Trường Tiểu học Hoa Mai đã dùng cho kế hoạch ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    // Each kind has its own series, each year a new one, and a letter makes another number.
    assert_eq!(after(|r| r.set(SCHOOL, "ke_hoach.so", "9")), "");
    let year_before =
        |r: Records| r.set(CAMPAIGN, "ke_hoach.ngay", "2025-12-30").set(SCHOOL, "ke_hoach.ngay", "2025-12-31");
    assert_eq!(after(|r| year_before(shared(r))), "");
    assert_eq!(after(|r| shared(r).set(SCHOOL, "ke_hoach.so", "9a")), "");
}

#[test]
fn a_paper_without_number_or_day() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.to_trinh.so")), @"don-vi/truong-hoa-mai.yaml:34:3: cảnh báo[van-ban/thieu-so]: Tờ trình của Trường Tiểu học Hoa Mai đã nộp nhưng chưa ghi số ⟨truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.to_trinh.ngay")), @"don-vi/truong-hoa-mai.yaml:34:3: cảnh báo[van-ban/thieu-so]: Tờ trình của Trường Tiểu học Hoa Mai đã nộp nhưng chưa ghi ngày ⟨truong-hoa-mai · to_trinh⟩");
    // A draft that is not handed in is a draft.
    let draft = |r: Records| {
        r.without(SCHOOL, "tiep_nhan").without(SCHOOL, "ho_so.to_trinh.so").without(SCHOOL, "ho_so.to_trinh.ngay")
    };
    assert_eq!(after(draft), "");
}

#[test]
fn a_paper_with_a_day_and_no_number() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "tiep_nhan").without(SCHOOL, "ho_so.to_trinh.so")), @"don-vi/truong-hoa-mai.yaml:32:3: cảnh báo[van-ban/thieu-so]: Tờ trình của Trường Tiểu học Hoa Mai đã có ngày nhưng chưa ghi số ⟨truong-hoa-mai · to_trinh⟩");
}

#[test]
fn a_paper_that_nobody_signs() {
    assert_snapshot!(after(|r| r.without(SCHOOL, "ho_so.to_trinh.nguoi_ky")), @"don-vi/truong-hoa-mai.yaml:34:3: lỗi[van-ban/thieu-nguoi-ky]: Tờ trình của Trường Tiểu học Hoa Mai chưa ghi người ký ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    let draft = |r: Records| {
        r.without(SCHOOL, "tiep_nhan")
            .without(SCHOOL, "ho_so.to_trinh.nguoi_ky")
            .without(SCHOOL, "ho_so.to_trinh.so")
            .without(SCHOOL, "ho_so.to_trinh.ngay")
    };
    assert_eq!(after(draft), "");
}

#[test]
fn a_capacity_that_does_not_fit_the_post() {
    let signed = |r: Records, signer: &str| r.set(SCHOOL, "ho_so.to_trinh.nguoi_ky", signer);
    assert_snapshot!(after(|r| signed(r, "{quyen_han: [TM.], chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}")), @"don-vi/truong-hoa-mai.yaml:39:16: cảnh báo[van-ban/quyen-han]: ký TM. nhưng chưa ghi tập thể được thay mặt ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(after(|r| signed(r, "{quyen_han: [KT.], chuc_vu: Hiệu trưởng, ho_ten: Đinh Văn Cội}")), @"don-vi/truong-hoa-mai.yaml:39:43: cảnh báo[van-ban/quyen-han]: ký KT. nhưng “Hiệu trưởng” không phải cấp phó ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(after(|r| signed(r, "{quyen_han: [TUQ.], chuc_vu: Tổ trưởng, ho_ten: Tô Văn Tổ}")), @"don-vi/truong-hoa-mai.yaml:39:16: cảnh báo[van-ban/quyen-han]: ký TL. hoặc TUQ. nhưng chưa ghi chức vụ của người đứng đầu ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(after(|r| signed(r, "{chuc_vu: Phó Hiệu trưởng, ho_ten: Tô Văn Tổ}")), @"don-vi/truong-hoa-mai.yaml:39:25: cảnh báo[van-ban/quyen-han]: “Phó Hiệu trưởng” là cấp phó, ký văn bản thì ghi KT. ⟨chặn cap_so · truong-hoa-mai · to_trinh⟩");
    let by_order = "{quyen_han: [TL.], ky_thay: Hiệu trưởng, chuc_vu: Tổ trưởng, ho_ten: Tô Văn Tổ}";
    assert_eq!(after(|r| signed(r, by_order)), "");
}

#[test]
fn a_title_before_the_name_of_who_signs() {
    let signed = |r: Records, name: &str| {
        r.set(
            SCHOOL,
            "ho_so.to_trinh.nguoi_ky",
            &format!("{{quyen_han: [TL.], ky_thay: Hiệu trưởng, chuc_vu: Tổ trưởng, ho_ten: {name}}}"),
        )
    };
    assert_snapshot!(after(|r| signed(r, "ThS. Tô Văn Tổ")), @"don-vi/truong-hoa-mai.yaml:39:84: cảnh báo[van-ban/hoc-ham]: trước họ tên người ký có “ThS” ⟨truong-hoa-mai · to_trinh⟩");
    // Whoever led and recorded a meeting signs what tells of it.
    let led = |r: Records| r.set(SCHOOL, "ho_so.trich_bien_ban.hop.chu_tri", "ThS. Đinh Văn Cội");
    assert_snapshot!(after(led), @"don-vi/truong-hoa-mai.yaml:48:16: cảnh báo[van-ban/hoc-ham]: trước họ tên người chủ trì có “ThS” ⟨truong-hoa-mai · trich_bien_ban⟩");
    let recorded = |r: Records| r.set(SCHOOL, "ho_so.trich_bien_ban.hop.thu_ky", "TS. Ngô Thị Bút");
    assert_snapshot!(after(recorded), @"don-vi/truong-hoa-mai.yaml:50:15: cảnh báo[van-ban/hoc-ham]: trước họ tên thư ký có “TS” ⟨truong-hoa-mai · trich_bien_ban⟩");
    assert_snapshot!(after(|r| signed(r, "Tiến sĩ Tô Văn Tổ")), @"don-vi/truong-hoa-mai.yaml:39:84: cảnh báo[van-ban/hoc-ham]: trước họ tên người ký có “Tiến sĩ” ⟨truong-hoa-mai · to_trinh⟩");
    assert_eq!(after(|r| signed(r, "Thạc Văn Tiến")), "");
}

#[test]
fn markdown_that_no_paper_prints() {
    let body = "|\n# Cam kết\n\nNhà trường giữ vườn rau.\n\n### Nhảy cấp\n\n![ảnh](vuon.png) và <b>đậm</b>";
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.ban_cam_ket.noi_dung", body)), @"
    don-vi/truong-hoa-mai.yaml:87:7: lỗi[van-ban/markdown]: đề mục nhảy từ cấp 1 xuống cấp 3 ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:89:7: lỗi[van-ban/markdown]: văn bản không chèn ảnh ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:89:27: lỗi[van-ban/markdown]: không dùng thẻ HTML trong nội dung ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    ");
}

/// What is said of a body that ends with these lines.
fn body(lines: &str) -> String {
    after(|r| r.set(SCHOOL, "ho_so.ban_cam_ket.noi_dung", &format!("|\n# Cam kết\n\n{lines}")))
}

#[test]
fn markdown_that_would_print_something_else_than_is_written() {
    assert_snapshot!(body("| a | b |\n|---|---|\n| 1 | 2 | 3 |"), @"don-vi/truong-hoa-mai.yaml:87:7: lỗi[van-ban/markdown]: hàng này có 3 ô mà dòng đầu của bảng chỉ có 2 cột, nên ô thừa không in ra ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    assert_snapshot!(body("| a | b |\n|---|---|---|\n| 1 | 2 |"), @"don-vi/truong-hoa-mai.yaml:85:7: lỗi[van-ban/markdown]: bảng viết sai nên in ra cả dấu `|` ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    assert_snapshot!(body("Kích thước 15*20*30 cm"), @"don-vi/truong-hoa-mai.yaml:85:20: lỗi[van-ban/markdown]: dấu `*` hoặc `_` sát chữ hay số ở đây bị hiểu là chữ nghiêng, chữ đậm nên không in ra ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    assert_snapshot!(body("#Một"), @"don-vi/truong-hoa-mai.yaml:85:7: lỗi[van-ban/markdown]: thiếu dấu cách sau dấu `#` nên dòng này không thành đề mục ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    assert_eq!(body("Kích thước 15×20×30 cm, 15\\*20\n\n1. một\n\n5. năm\n\n| a | b |\n|---|---|\n| 1 | 2 |"), "");
}

#[test]
fn markdown_is_found_at_its_own_place() {
    // A body that begins with a table, and one in quotes.
    let table = "|\n| Việc | Số |\n|---|---|\n| Đường | 2 |\n\nXem `đây` và `kia`";
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.ban_cam_ket.noi_dung", table)), @"
    don-vi/truong-hoa-mai.yaml:87:11: lỗi[van-ban/markdown]: không dùng dấu ` (chữ mã) trong nội dung ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:87:20: lỗi[van-ban/markdown]: không dùng dấu ` (chữ mã) trong nội dung ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩
    ");
    let quoted = "\"Một dòng.\\n\\nXem `đây`\"";
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.ban_cam_ket.noi_dung", quoted)), @"don-vi/truong-hoa-mai.yaml:82:15: lỗi[van-ban/markdown]: không dùng dấu ` (chữ mã) trong nội dung ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
}

#[test]
fn a_kind_without_a_template() {
    assert_snapshot!(after(|r| r.without(CAMPAIGN, "loai_van_ban.ban_cam_ket.mau")), @"don-vi/truong-hoa-mai.yaml:78:3: lỗi[van-ban/khong-co-mau]: Bản cam kết là văn bản soạn tại đây nhưng không có mẫu ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    assert_eq!(
        after(|r| r.set(SCHOOL, "ho_so.ban_cam_ket.nguon", "nhan").without(CAMPAIGN, "loai_van_ban.ban_cam_ket.mau")),
        ""
    );
}

#[test]
fn a_kind_that_nobody_declared() {
    assert_snapshot!(after(|r| r.set(SCHOOL, "ho_so.to_trinhh", "{so: 10}")), @"don-vi/truong-hoa-mai.yaml:34:3: lỗi[yaml/truong-la]: không có loại văn bản `to_trinhh` ⟨chặn van_ban · truong-hoa-mai⟩");
}

#[test]
fn a_proposal_that_nobody_is_left_in() {
    let gone = "{ngay: 2026-07-07, ly_do: Xin rút}";
    let all = |r: Records| r.set(SCHOOL, "de_nghi[tap-the].rut", gone).set(SCHOOL, "de_nghi[bui-thi-sen].rut", gone);
    assert_snapshot!(after(all), @"don-vi/truong-hoa-mai.yaml:36:3: lỗi[van-ban/khong-con-de-nghi]: Tờ trình của Trường Tiểu học Hoa Mai không còn ai được đề nghị ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
}

#[test]
fn two_documents_that_would_be_one_file() {
    // One file a kind and nominee: only nominees of one code can meet, of which the record is told as well.
    let praise = "{ten: Thư khen, mau: van_ban_don_gian, theo: de_nghi, tu_lap: true, the_thuc: noi_bo}";
    let met = Records::small().set(CAMPAIGN, "loai_van_ban.thu_khen_rieng", praise);
    let met = met.set(SCHOOL, "de_nghi[bui-thi-sen].ma", "tap-the").check();
    let said: Vec<String> = met.all("van-ban/trung-tep").into_iter().map(line).collect();
    assert_snapshot!(said.join("\n"), @".:1:1: lỗi[van-ban/trung-tep]: `thu_khen_rieng/tap-the` và `thu_khen_rieng/tap-the` cùng ghi ra tệp truong-hoa-mai/thu_khen_rieng-tap-the.pdf ⟨chặn van_ban · truong-hoa-mai⟩");
}

/// Papers that are made without a unit's record would be silently left out.
#[test]
fn a_kind_of_the_campaign_without_a_template() {
    let kind = |patch: &str| Records::reviewed().set(CAMPAIGN, "loai_van_ban.phieu_moi", patch).check();
    assert_snapshot!(kind("{ten: Giấy mời, theo: hop, ban_hanh: hop, lay: [xet]}").text(), @"phong-trao.yaml:85:3: lỗi[van-ban/khong-co-mau]: loại văn bản `phieu_moi` (Giấy mời) không có mẫu `phieu_moi.typ` ⟨chặn van_ban · phieu_moi⟩");
    assert_snapshot!(kind("{ten: Giấy mời, theo: nguoi_nhan, mau: giay_khenn}").text(), @"phong-trao.yaml:85:53: lỗi[van-ban/khong-co-mau]: loại văn bản `phieu_moi` (Giấy mời) không có mẫu `giay_khenn.typ` ⟨chặn van_ban · phieu_moi⟩");
    assert_snapshot!(kind("{ten: Giấy mời, theo: nguoi_nhan, mau: giay_khenn}").helps(), @"đặt mẫu ấy vào thư mục của `--templates`, hoặc ghi tên một mẫu đã có vào `mau`");
    // What is received, or written by units, needs none.
    assert_eq!(kind("{ten: Giấy mời, theo: hop, nguon: nhan}").text() + &kind("{ten: Giấy mời}").text(), "");
}

const WARD: &str = "don-vi/long-thuy.yaml";
const OFFICE: &str = "don-vi/noi-vu.yaml";

/// What is said of a paper of the shipped campaign that somebody signs.
fn signed(unit: &str, signer: &str) -> String {
    let checked = Records::phuoc_long().set(unit, "ho_so.to_trinh.nguoi_ky", signer).check();
    checked.text().lines().filter(|line| line.starts_with(unit)).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_committee_signs_as_a_body() {
    assert_snapshot!(signed(WARD, "{chuc_vu: Chủ tịch, ho_ten: Hoàng Văn H}"), @"don-vi/long-thuy.yaml:123:5: cảnh báo[van-ban/thay-mat]: “Chủ tịch” ký văn bản của Ủy ban nhân dân nhưng không ghi TM. ⟨chặn cap_so · long-thuy · to_trinh⟩");
    let deputy = "{quyen_han: [KT.], ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: Lê Thị Q}";
    assert_snapshot!(signed(WARD, deputy), @"don-vi/long-thuy.yaml:124:8: cảnh báo[van-ban/thay-mat]: “Phó Chủ tịch” ký văn bản của Ủy ban nhân dân nhưng không ghi TM. ⟨chặn cap_so · long-thuy · to_trinh⟩");
    let office = "{quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Trưởng phòng, ho_ten: Lê Thị Q}";
    assert_snapshot!(signed(WARD, office), @"don-vi/long-thuy.yaml:124:61: cảnh báo[van-ban/thay-mat]: “Trưởng phòng” không ký thay mặt Ủy ban nhân dân ⟨chặn cap_so · long-thuy · to_trinh⟩");
    assert_eq!(signed(WARD, "{quyen_han: [TL.], ky_thay: Chủ tịch, chuc_vu: Chánh Văn phòng, ho_ten: Lê Thị Q}"), "");
    let acting = "{quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Quyền Chủ tịch, ho_ten: Lê Thị Q}";
    assert_eq!(signed(WARD, acting), "");
}

#[test]
fn an_office_under_a_committee_signs_by_its_head() {
    let behalf = "{quyen_han: [TM.], tap_the: Phòng Nội vụ, chuc_vu: Trưởng phòng, ho_ten: Nguyễn Văn A}";
    assert_snapshot!(signed(OFFICE, behalf), @"don-vi/noi-vu.yaml:124:8: cảnh báo[van-ban/thay-mat]: Phòng Nội vụ - Lao động, Thương binh và Xã hội là cơ quan, đơn vị thuộc Ủy ban nhân dân thị xã Phước Long: người đứng đầu ký không ghi TM. ⟨chặn cap_so · noi-vu · to_trinh⟩");
    assert_eq!(signed(OFFICE, "{quyen_han: [Q.], chuc_vu: Trưởng phòng, ho_ten: Nguyễn Văn A}"), "");
    let council = "{quyen_han: [TM.], tap_the: Hội đồng thi đua, chuc_vu: Chủ tịch, ho_ten: Nguyễn Văn A}";
    assert!(!signed(OFFICE, council).contains("van-ban/thay-mat"));
    // A body that is under no committee may be one that decides together.
    let own = "{quyen_han: [TM.], tap_the: Ban Công tác Mặt trận, chuc_vu: Trưởng ban, ho_ten: Từ Thị Tây}";
    let village = Records::small().set(WEST, "ho_so", &format!("{{to_trinh: {{nguoi_ky: {own}}}}}"));
    village.check().none("van-ban/thay-mat");
}

#[test]
fn a_key_that_papers_of_the_kind_do_not_print() {
    let with = |place: &str, value: &str| after(|r| r.set(SCHOOL, place, value));
    assert_snapshot!(with("ho_so.to_trinh.noi_dung", "Kính đề nghị xem xét."), @"don-vi/truong-hoa-mai.yaml:35:15: cảnh báo[van-ban/khoa-khong-in]: Tờ trình không dùng khóa `noi_dung` ⟨truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(with("ho_so.to_trinh.hinh_thuc", "thu_khen"), @"don-vi/truong-hoa-mai.yaml:35:16: cảnh báo[van-ban/khoa-khong-in]: Tờ trình không dùng khóa `hinh_thuc` ⟨truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(with("ho_so.ban_cam_ket.bieu_quyet", "[{de_nghi: tap-the, dong_y: 18}]"), @"
    don-vi/truong-hoa-mai.yaml:79:5: lỗi[khop/chua-bieu-quyet]: Bà Bùi Thị Sen được đề nghị nhưng không có kết quả biểu quyết trong bản cam kết ⟨chặn danh_sach · truong-hoa-mai · ban_cam_ket⟩
    don-vi/truong-hoa-mai.yaml:79:5: cảnh báo[van-ban/khoa-khong-in]: Bản cam kết không dùng khóa `bieu_quyet` ⟨truong-hoa-mai · ban_cam_ket⟩
    ");
    assert_snapshot!(with("ho_so.bao_cao_thanh_tich.bui-thi-sen.so", "12"), @"don-vi/truong-hoa-mai.yaml:70:11: cảnh báo[van-ban/khoa-khong-in]: Báo cáo thành tích không dùng khóa `so` ⟨truong-hoa-mai · bao_cao_thanh_tich/bui-thi-sen⟩");
    assert_snapshot!(with("ho_so.ban_cam_ket.du_lieu", "{a: 1}"), @"don-vi/truong-hoa-mai.yaml:79:14: cảnh báo[van-ban/khoa-khong-in]: Bản cam kết không dùng khóa `du_lieu` ⟨truong-hoa-mai · ban_cam_ket⟩");
    // A certified extract has a number of its own; a received paper is only listed.
    assert_eq!(with("ho_so.trich_bien_ban.so", "2"), "");
    assert_eq!(with("ho_so.phu_luc_anh", "{nguon: nhan, so: 3, ngay: 2026-07-08}"), "");
}
