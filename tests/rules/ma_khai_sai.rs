//! Codes misspelt where they are declared: said there, once, and not at every use.

use insta::assert_snapshot;

use crate::support::*;
use crate::{after, helps_after};

fn declared(from: &str, to: &str) -> String {
    after(|r| r.replace(CAMPAIGN, from, to))
}

#[test]
fn a_kind_of_unit() {
    assert_snapshot!(declared("  thon: {", "  thno: {"), @"phong-trao.yaml:36:3: lỗi[ho-so/loai-don-vi]: loại đơn vị `thno` không được dùng ở đâu, trong khi `thon`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn danh_sach⟩");
    assert_snapshot!(helps_after(|r| r.replace(CAMPAIGN, "  thon: {", "  thno: {")), @"sửa thành `thon`, nếu đúng ý; nếu là hai mã khác nhau thì khai thêm `thon` (đối tượng tham gia của phong trào)");
    // Used once, either may be the slip.
    assert_snapshot!(declared("  tram_y_te: {", "  tram_y_et: {"), @"don-vi/tram-y-te.yaml:3:7: lỗi[ho-so/loai-don-vi]: Trạm Y tế xã Đồng Mẫu thuộc loại `tram_y_te`, không phải loại đơn vị tham gia phong trào ⟨chặn danh_sach · tram-y-te⟩");
    // Used as declared as well, it is the use that is misspelt.
    assert_snapshot!(after(|r| r.replace("don-vi/thon-tay.yaml", "loai: thon", "loai: thno")), @"don-vi/thon-tay.yaml:3:7: lỗi[ho-so/loai-don-vi]: Thôn Tây thuộc loại `thno`, không phải loại đơn vị tham gia phong trào ⟨chặn danh_sach · thon-tay⟩");
}

#[test]
fn a_kind_that_a_condition_names_too() {
    assert_snapshot!(declared("  truong_hoc: {", "  truong_hco: {"), @"phong-trao.yaml:34:3: lỗi[ho-so/loai-don-vi]: loại đơn vị `truong_hco` không được dùng ở đâu, trong khi `truong_hoc`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn danh_sach⟩");
}

#[test]
fn an_award() {
    assert_snapshot!(declared("  giay_khen: {ten", "  giay_khne: {ten"), @"phong-trao.yaml:30:3: lỗi[ho-so/hinh-thuc]: hình thức khen thưởng `giay_khne` không được dùng ở đâu, trong khi `giay_khen`, viết gần giống, được dùng ở 03 chỗ mà chưa khai ⟨chặn danh_sach⟩");
}

#[test]
fn a_scale() {
    assert_snapshot!(declared("  nong_thon_moi: [", "  nong_thon_mio: ["), @"phong-trao.yaml:72:3: lỗi[tieu-chuan/thang-xep-loai]: thang xếp loại `nong_thon_mio` không được dùng ở đâu, trong khi `nong_thon_moi`, viết gần giống, được dùng ở 03 chỗ mà chưa khai ⟨chặn danh_sach⟩");
}

#[test]
fn a_kind_of_paper() {
    assert_snapshot!(declared("  bao_cao_tom_tat: {ten", "  bao_cao_tom_tta: {ten"), @"phong-trao.yaml:93:3: lỗi[phong-trao/thanh-phan]: loại văn bản `bao_cao_tom_tta` không được dùng ở đâu, trong khi `bao_cao_tom_tat`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn danh_sach⟩");
}

#[test]
fn a_body() {
    let office_and_seal = |r: Records| {
        r.set(CAMPAIGN, "co_quan.van-hoa-xa-hoi.dung_dau_cua", "ubnd").set(CAMPAIGN, "thuong_truc", "ubnd").set(
            CAMPAIGN,
            "co_quan.ubnd.nguoi_ky",
            "{quyen_han: [TM.], tap_the: Ủy ban nhân dân, chuc_vu: Chủ tịch, ho_ten: Trịnh Văn Mẫu}",
        )
    };
    assert_eq!(after(office_and_seal), "");
    assert_snapshot!(after(|r| office_and_seal(r).replace(CAMPAIGN, "  ubnd:\n", "  ubdn:\n")), @"phong-trao.yaml:18:3: lỗi[phong-trao/thuong-truc]: cơ quan `ubdn` không được dùng ở đâu, trong khi `ubnd`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn van_ban⟩");
}

#[test]
fn the_declaration_that_a_criterion_asks_for() {
    let twice = |r: Records| {
        r.without(STATION, "de_nghi[mai-van-thu].rut")
            .set(STATION, "de_nghi[mai-van-thu].khai_bao", "{khong_bi_to_cao: true}")
            .set(CAMPAIGN, "tieu_chi[M-8].khoa", "khong_bi_to_coa")
    };
    let said: Vec<String> = after(twice)
        .lines()
        .filter(|l| l.contains("to_ca") || l.contains("to_co") || l.contains("M-8"))
        .map(str::to_owned)
        .collect();
    assert_snapshot!(said.join("\n"), @"phong-trao.yaml:68:57: cảnh báo[tieu-chuan/khai-bao-la]: tiêu chuẩn xét điều khai `khong_bi_to_coa` mà không bản ghi nào khai, trong khi `khong_bi_to_cao`, viết gần giống, được khai ở 02 chỗ");
}

#[test]
fn the_code_of_a_nominee() {
    let own = |r: Records| r.set(SCHOOL, "de_nghi[bui-thi-sen].ma", "bui-thi-sne");
    assert_snapshot!(after(own), @"don-vi/truong-hoa-mai.yaml:22:9: lỗi[khop/nguoi-la]: mã đề nghị `bui-thi-sne` không được dùng ở đâu, trong khi `bui-thi-sen`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn van_ban · truong-hoa-mai⟩");
    // None of the papers that name the nominee is made under a code that nobody carries.
    assert_snapshot!(own(Records::small()).check().blocked().join("\n"), @"
    truong-hoa-mai/to_trinh.pdf
    truong-hoa-mai/trich_bien_ban.pdf
    truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf
    ");
}

#[test]
fn a_word_that_is_called_something() {
    let named =
        |word: &str| after(|r| r.append(CAMPAIGN, &format!("ten_goi: {{{word}: xếp loại chất lượng năm 2025}}\n")));
    assert_eq!(named("xep_loai_nam"), "");
    assert_snapshot!(named("xep_loai_nma"), @"phong-trao.yaml:96:11: cảnh báo[phong-trao/ten-goi]: `xep_loai_nma` có cách gọi nhưng không được dùng ở đâu");
    // A word that resembles none may be one of the campaign's own.
    assert_eq!(named("van_nghe"), "");
}

#[test]
fn a_key_that_resembles_none() {
    let lost = |from: &str, to: &str| after(|r| r.replace(SCHOOL, from, to));
    // It stands for the only one that must be there; else for one that may be.
    assert_snapshot!(lost("dia_danh:", "noi_lam_viec:"), @"don-vi/truong-hoa-mai.yaml:4:1: lỗi[yaml/truong-la]: không có khóa `noi_lam_viec` trong bản ghi đơn vị; nhóm này còn thiếu khóa `dia_danh` (địa danh) ⟨chặn van_ban · truong-hoa-mai⟩");
    assert_snapshot!(helps_after(|r| r.replace(SCHOOL, "dia_danh:", "noi_lam_viec:")), @"sửa thành `dia_danh`, nếu đúng ý; các khóa được dùng ở đây: phien_ban, ten, loai, dia_danh, viet_tat, cap_tren, lien_he, ke_hoach, nhiem_vu, khai_bao, tiep_nhan, khong_de_nghi, ky_luat, de_nghi, ho_so, mien, ghi_chu");
    assert_snapshot!(lost("\nho_so:", "\nho_sozq:"), @"don-vi/truong-hoa-mai.yaml:33:1: lỗi[yaml/truong-la]: không có khóa `ho_sozq` trong bản ghi đơn vị ⟨chặn van_ban · truong-hoa-mai⟩");
    assert_snapshot!(lost("\nho_so:", "\ngiay_to:"), @"don-vi/truong-hoa-mai.yaml:33:1: lỗi[yaml/truong-la]: không có khóa `giay_to` trong bản ghi đơn vị ⟨chặn van_ban · truong-hoa-mai⟩");
    assert_snapshot!(lost("ky_luat: []", "xyz: []"), @"don-vi/truong-hoa-mai.yaml:8:1: lỗi[yaml/truong-la]: không có khóa `xyz` trong bản ghi đơn vị ⟨chặn van_ban · truong-hoa-mai⟩");
    // But not for one whose value looks otherwise, nor for one of several.
    assert_snapshot!(lost("dia_danh: Đồng Mẫu", "xyz: [Đồng Mẫu]"), @"
    don-vi/truong-hoa-mai.yaml:1:1: lỗi[yaml/thieu-truong]: bản ghi đơn vị thiếu khóa `dia_danh` (địa danh) ⟨chặn van_ban · truong-hoa-mai⟩
    don-vi/truong-hoa-mai.yaml:4:1: lỗi[yaml/truong-la]: không có khóa `xyz` trong bản ghi đơn vị ⟨chặn van_ban · truong-hoa-mai⟩
    ");
    assert_snapshot!(lost("dia_danh: Đồng Mẫu\nviet_tat: THHM", "xyz: Đồng Mẫu"), @"
    don-vi/truong-hoa-mai.yaml:1:1: lỗi[yaml/thieu-truong]: bản ghi đơn vị thiếu khóa `dia_danh` (địa danh) ⟨chặn van_ban · truong-hoa-mai⟩
    don-vi/truong-hoa-mai.yaml:1:1: lỗi[yaml/thieu-truong]: bản ghi đơn vị thiếu khóa `viet_tat` (chữ viết tắt trong ký hiệu) ⟨chặn van_ban · truong-hoa-mai⟩
    don-vi/truong-hoa-mai.yaml:4:1: lỗi[yaml/truong-la]: không có khóa `xyz` trong bản ghi đơn vị ⟨chặn van_ban · truong-hoa-mai⟩
    ");
}

#[test]
fn what_a_misspelt_key_leaves_unread_is_not_judged() {
    for (path, key) in [
        ("han_nop.ke_ca", "ke_ac"),
        ("thanh_phan_ho_so[phu_luc_anh].bat_buoc", "bat_uoc"),
        ("loai_van_ban.bao_cao_tom_tat.theo", "thoe"),
        ("loai_van_ban.phu_luc_anh.nguon", "ngon"),
        ("loai_van_ban.ban_cam_ket.mau", "mua"),
    ] {
        let (group, own) = path.rsplit_once('.').unwrap();
        let checked =
            Records::small().without(CAMPAIGN, path).set(CAMPAIGN, &format!("{group}.{key}"), "false").check();
        assert_eq!(checked.findings.len(), 1, "{own}: {}", checked.text());
        assert_eq!(checked.finding("yaml/truong-la").help_text(), format!("sửa thành `{own}`, nếu đúng ý"));
    }
    // Papers of a kind that is not wholly understood are not made.
    let unclear = Records::small().replace(CAMPAIGN, "tắt, the_thuc:", "tắt, the_thcu:").check();
    assert_eq!(unclear.blocked(), ["tram-y-te/bao_cao_tom_tat.pdf"]);
}

#[test]
fn what_a_criterion_accepts() {
    // M-7 is also about the station's nominee, once he has not withdrawn.
    let two = |accepted: &str, staff: &str| {
        Records::small()
            .without(STATION, "de_nghi[mai-van-thu].rut")
            .set(STATION, "de_nghi[mai-van-thu].doi_tuong", staff)
            .set(SCHOOL, "de_nghi[bui-thi-sen].doi_tuong", staff)
            .set(CAMPAIGN, "tieu_chi[M-7].cho_phep", accepted)
            .check()
    };
    let about = |text: String| text.lines().filter(|l| l.contains("M-7")).collect::<Vec<_>>().join("\n");
    assert_eq!(about(two("[vien_chuc]", "vien_chuc").text()), "");
    assert_snapshot!(about(two("[vien_chcu, can_bo]", "vien_chuc").text()), @"phong-trao.yaml:67:76: lỗi[phong-trao/tieu-chi]: tiêu chuẩn M-7 (kiểu `thuoc`) chấp nhận `vien_chcu`, không ai khai như vậy, trong khi `vien_chuc`, viết gần giống, được khai ở 02 chỗ ⟨chặn danh_sach⟩");
    assert_snapshot!(two("[vien_chcu]", "vien_chuc").helps().lines().find(|l| l.contains("ten_goi")).unwrap(), @"sửa thành `vien_chuc`, nếu đúng ý; nếu là hai giá trị khác nhau thì đặt tên cho `vien_chcu` ở `ten_goi` (điểm b khoản 2 Mục II Kế hoạch)");
    // A word that the program knows is no slip for another one.
    assert_snapshot!(about(two("[cong_chuc]", "cong_nhan").text()), @"
    don-vi/tram-y-te.yaml:19:16: cảnh báo[tieu-chuan/doi-tuong]: Ông Mai Văn Thu (Trạm Y tế xã Đồng Mẫu) chưa đạt tiêu chuẩn M-7: là cong nhan, không thuộc công chức ⟨tram-y-te⟩
    don-vi/truong-hoa-mai.yaml:28:16: cảnh báo[tieu-chuan/doi-tuong]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-7: là cong nhan, không thuộc công chức ⟨truong-hoa-mai⟩
    ");
    // Accepted as used as well: the use is misspelt.
    assert_snapshot!(about(two("[vien_chuc, cong_chuc]", "vien_chcu").text()), @"
    don-vi/tram-y-te.yaml:19:16: cảnh báo[tieu-chuan/doi-tuong]: Ông Mai Văn Thu (Trạm Y tế xã Đồng Mẫu) chưa đạt tiêu chuẩn M-7: là vien chcu, không thuộc viên chức, công chức ⟨tram-y-te⟩
    don-vi/truong-hoa-mai.yaml:28:16: cảnh báo[tieu-chuan/doi-tuong]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-7: là vien chcu, không thuộc viên chức, công chức ⟨truong-hoa-mai⟩
    ");
}

#[test]
fn a_kind_of_evidence() {
    let own = |declared: &str| {
        let declared = declared.to_owned();
        after(move |r| {
            r.set(CAMPAIGN, "tieu_chi[M-3].loai", "[sang_kien, cong_trinh]")
                .set(STATION, "de_nghi[tap-the].minh_chung[0].loai", "cong_trinh")
                .set(CAMPAIGN, "loai_minh_chung", &declared)
        })
    };
    assert_snapshot!(own("{cong_trihn: {can: [mo_ta]}}"), @"phong-trao.yaml:2:19: lỗi[phong-trao/tieu-chi]: loại minh chứng `cong_trihn` không được dùng ở đâu, trong khi `cong_trinh`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn danh_sach⟩");
}

#[test]
fn the_only_nominee_without_any_use_is_the_only_code_without_any_nominee() {
    let other = |r: Records| r.set(SCHOOL, "de_nghi[bui-thi-sen].ma", "gv-01");
    assert_snapshot!(after(other), @"don-vi/truong-hoa-mai.yaml:22:9: lỗi[khop/nguoi-la]: mã đề nghị `gv-01` không được dùng ở đâu, trong khi `bui-thi-sen` được dùng ở 02 chỗ mà chưa khai ⟨chặn van_ban · truong-hoa-mai⟩");
    // Results of the committee count, and lists drawn from them are not made without somebody who was chosen.
    let reviewed = other(Records::reviewed()).check();
    assert_snapshot!(reviewed.text(), @"don-vi/truong-hoa-mai.yaml:22:9: lỗi[khop/nguoi-la]: mã đề nghị `gv-01` không được dùng ở đâu, trong khi `bui-thi-sen` được dùng ở 03 chỗ mà chưa khai ⟨chặn van_ban · truong-hoa-mai⟩");
    assert_snapshot!(reviewed.blocked().join("\n"), @"
    truong-hoa-mai/to_trinh.pdf
    truong-hoa-mai/trich_bien_ban.pdf
    truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf
    so_khen_thuong.pdf
    phieu_bau.pdf
    bien_ban_kiem_phieu.pdf
    bien_ban_hop.pdf
    to_trinh_khen_thuong.pdf
    thong_bao_ket_qua.pdf
    qd_khen_thuong-thu-khen-dot-1.pdf
    giay_khen_in_thu-thu-khen-dot-1.pdf
    ");
    // With two of either nobody can tell which is which.
    let two = other(Records::small()).set(SCHOOL, "de_nghi[tap-the].ma", "th-01").check();
    assert!(two.text().contains("không có đề nghị nào mang mã `bui-thi-sen`"), "{}", two.text());
}

#[test]
fn a_kind_of_paper_that_a_part_declares() {
    let misspelt =
        Records::phuoc_long().replace(CAMPAIGN, "- loai: chung_nhan_sang_kien", "- loai: chung_nhan_sang_kienn");
    let said: Vec<String> = misspelt.check().all("phong-trao/thanh-phan").into_iter().map(line).collect();
    assert_snapshot!(said.join("\n"), @"phong-trao.yaml:136:11: lỗi[phong-trao/thanh-phan]: thành phần hồ sơ nêu `chung_nhan_sang_kienn`, không hồ sơ nào có, trong khi `chung_nhan_sang_kien`, viết gần giống, được ghi ở 18 chỗ mà không thành phần nào đòi ⟨chặn danh_sach⟩");
    misspelt.check().none("ho-so/thieu-thanh-phan");
}

#[test]
fn a_code_that_two_nominees_bear_where_another_is_left() {
    let twice = |r: Records| r.set(SCHOOL, "de_nghi[bui-thi-sen].ma", "tap-the");
    assert_snapshot!(after(twice), @"don-vi/truong-hoa-mai.yaml:22:9: lỗi[ho-so/trung-ma]: mã `tap-the` dùng cho hai đề nghị ⟨chặn danh_sach · truong-hoa-mai⟩");
    assert_snapshot!(helps_after(twice), @"sửa thành `bui-thi-sen`, nếu đúng ý: mã ấy được dùng ở 02 chỗ mà chưa khai");
}

#[test]
fn a_unit_whose_gradings_stand_under_another_units_code() {
    assert_snapshot!(after(|r| r.replace(RESULTS, "  tram-y-te:", "  truong-hoa-mai:")), @"ket-qua.yaml:6:3: lỗi[yaml/trung-khoa]: khóa `truong-hoa-mai` ghi hai lần trong cùng một nhóm ⟨chặn danh_sach⟩");
}

#[test]
fn a_scale_that_a_criterion_misspells() {
    assert_snapshot!(declared("khoa: nong_thon_moi", "khoa: nong_thon_moii"), @"phong-trao.yaml:62:57: lỗi[tieu-chuan/thang-xep-loai]: không có thang xếp loại nào tên `nong_thon_moii` (thang_xep_loai của phong-trao.yaml) ⟨chặn danh_sach⟩");
}

#[test]
fn a_kind_of_evidence_that_a_nominee_misspells() {
    let kind = |kind: &str| after(|r| r.set(SCHOOL, "de_nghi[tap-the].minh_chung[0].loai", kind));
    assert_snapshot!(kind("sang_kienn"), @"don-vi/truong-hoa-mai.yaml:19:15: lỗi[tieu-chuan/minh-chung-la]: phong trào không dùng loại minh chứng `sang_kienn` ⟨chặn danh_sach · truong-hoa-mai⟩");
    assert_snapshot!(kind("Sáng kiến"), @"don-vi/truong-hoa-mai.yaml:19:15: lỗi[tieu-chuan/minh-chung-la]: phong trào không dùng loại minh chứng `Sáng kiến` ⟨chặn danh_sach · truong-hoa-mai⟩");
}

#[test]
fn an_ordinary_word_for_a_code_that_is_accepted() {
    let staff = |r: Records| r.set(SCHOOL, "de_nghi[bui-thi-sen].doi_tuong", "Viên chức");
    assert_snapshot!(after(staff), @"don-vi/truong-hoa-mai.yaml:28:16: cảnh báo[tieu-chuan/doi-tuong]: Bà Bùi Thị Sen (Trường Tiểu học Hoa Mai) chưa đạt tiêu chuẩn M-7: là Viên chức, không thuộc viên chức, công chức ⟨truong-hoa-mai⟩");
    assert_snapshot!(helps_after(staff), @"sửa thành `vien_chuc`, nếu đúng ý; nếu không thì đối chiếu lại thông tin đã khai (điểm b khoản 2 Mục II Kế hoạch)");
}

#[test]
fn a_step_of_a_scale() {
    assert_snapshot!(declared("nong_thon_moi: [xuat_sac, tot,", "nong_thon_moi: [xuat_sac, tott,"), @"phong-trao.yaml:72:29: lỗi[tieu-chuan/thang-xep-loai]: bậc của thang `nong_thon_moi` `tott` không được dùng ở đâu, trong khi `tot`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn danh_sach⟩");
    // Used once, the use may be the slip.
    assert_snapshot!(declared("nong_thon_moi: [xuat_sac,", "nong_thon_moi: [xuat_sacc,"), @"ket-qua.yaml:5:43: lỗi[tieu-chuan/thang-xep-loai]: `xuat_sac` không phải là một bậc của thang `nong_thon_moi` ⟨chặn danh_sach · truong-hoa-mai⟩");
}

#[test]
fn a_unit_in_the_list() {
    assert_snapshot!(after(|r| r.replace(CAMPAIGN, "don_vi: [truong-hoa-mai,", "don_vi: [truong-hoa-maii,")), @"phong-trao.yaml:38:10: lỗi[ho-so/don-vi-la]: đơn vị `truong-hoa-maii` không được dùng ở đâu, trong khi `truong-hoa-mai`, viết gần giống, được dùng ở 02 chỗ mà chưa khai ⟨chặn danh_sach⟩");
}

#[test]
fn a_criterion_that_evidence_speaks_of() {
    let misspelt = Records::phuoc_long().replace(CAMPAIGN, "  - ma: C-3\n", "  - ma: C-33\n").check();
    let said: Vec<String> = misspelt.all("tieu-chuan/minh-chung-la").into_iter().map(line).collect();
    assert_snapshot!(said.join("\n"), @"phong-trao.yaml:158:9: lỗi[tieu-chuan/minh-chung-la]: không minh chứng nào nêu tiêu chuẩn `C-33`, trong khi `C-3` được nêu ở 17 chỗ mà không phải tiêu chuẩn nào ⟨chặn danh_sach⟩");
    assert_eq!(misspelt.findings.len(), 2, "{}", misspelt.text());
}
