//! Files as they come: odd, broken, hostile. Each is one clear finding at the right place, in Vietnamese;
//! every other record is still read, and nothing panics.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod files;
#[path = "../support/mod.rs"]
mod support;

use std::fs;

use insta::assert_snapshot;
use proptest::prelude::*;
use support::*;

/// What is said when the file of Thôn Tây holds this.
fn west(content: impl AsRef<[u8]>) -> String {
    said(Records::small().write(WEST, content))
}

/// What is said when a line is added to the file of Thôn Tây.
fn west_and(line: &str) -> String {
    said(Records::small().append(WEST, &format!("{line}\n")))
}

fn said(records: Records) -> String {
    let checked = records.check();
    for unit in ["truong-hoa-mai", "tram-y-te", "thon-dong"] {
        assert!(checked.loaded.unit(unit).is_some(), "{unit} is lost: {}", checked.text());
    }
    for finding in &checked.findings {
        assert_eq!(english(finding), None, "{finding}");
    }
    checked.text()
}

/// The remedies of what is said.
fn helps(records: Records) -> String {
    records.check().helps()
}

#[test]
fn an_unknown_key() {
    assert_snapshot!(west_and("dia_dan: Đồng Mẫu"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/truong-la]: không có khóa `dia_dan` trong bản ghi đơn vị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(helps(Records::small().replace(WEST, "dia_danh", "diadanh")), @"sửa thành `dia_danh`, nếu đúng ý");
    // The key that was meant is not missing too.
    assert_snapshot!(said(Records::small().replace(WEST, "dia_danh", "diadanh")), @"don-vi/thon-tay.yaml:4:1: lỗi[yaml/truong-la]: không có khóa `diadanh` trong bản ghi đơn vị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(helps(Records::small().append(WEST, "mau_sac: đỏ\n")), @"các khóa được dùng ở đây: phien_ban, ten, loai, dia_danh, viet_tat, cap_tren, lien_he, ke_hoach, nhiem_vu, khai_bao, tiep_nhan, khong_de_nghi, ky_luat, de_nghi, ho_so, mien, ghi_chu");
}

/// In braces a comma ends a value; what stands behind it would be a key.
#[test]
fn a_value_in_braces_that_a_comma_tears() {
    let torn =
        |r: Records| r.set(WEST, "lien_he", "{nguoi: Phan Văn Xa, trưởng thôn, đang nghỉ, dien_thoai: \"0123\"}");
    assert_snapshot!(said(torn(Records::small())), @"don-vi/thon-tay.yaml:1:31: lỗi[yaml/truong-la]: phần `trưởng thôn, đang nghỉ` đứng sau dấu phẩy nên không thuộc giá trị của khóa `nguoi` ⟨thon-tay⟩");
    assert_snapshot!(helps(torn(Records::small())), @r#"trong dấu ngoặc nhọn, giá trị có dấu phẩy phải đặt trong ngoặc kép: `nguoi: "Phan Văn Xa, trưởng thôn, đang nghỉ"`"#);
    // A key of two words in lines of its own is a key.
    assert_snapshot!(west_and("lien_he:\n  nguoi: Phan Văn Xa\n  điện thoại:"), @"don-vi/thon-tay.yaml:9:3: lỗi[yaml/truong-la]: không có khóa `điện thoại` trong liên hệ ⟨thon-tay⟩");
}

#[test]
fn an_accented_key_is_recognised() {
    assert_snapshot!(helps(Records::small().replace(WEST, "dia_danh", "địa danh")), @"sửa thành `dia_danh`, nếu đúng ý");
}

#[test]
fn a_key_twice() {
    // A long group is looked through in another way than a short one.
    let many = (0..40).map(|unit| format!("  don-vi-{unit}: {{}}\n")).collect::<String>();
    let twice = |unit: usize| {
        let text = Records::small().append(RESULTS, &format!("{many}  don-vi-{unit}: {{}}\n")).check();
        text.all("yaml/trung-khoa").iter().map(|finding| finding.message.clone()).collect::<Vec<_>>()
    };
    for unit in [0, 12, 13, 14, 15, 39] {
        assert_eq!(twice(unit), [format!("khóa `don-vi-{unit}` ghi hai lần trong cùng một nhóm")]);
    }
    assert_eq!(twice(40), Vec::<String>::new());
    assert_snapshot!(west_and("loai: truong_hoc"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/trung-khoa]: khóa `loai` ghi hai lần trong cùng một nhóm ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_key_that_is_missing() {
    assert_snapshot!(said(Records::small().without(WEST, "ten")), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/thieu-truong]: bản ghi đơn vị thiếu khóa `ten` (tên đầy đủ) ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().without(STATION, "de_nghi[1].ten")), @"don-vi/tram-y-te.yaml:19:5: lỗi[yaml/thieu-truong]: đề nghị khen thưởng thiếu khóa `ten` (tên tập thể hoặc họ và tên) ⟨chặn van_ban · tram-y-te⟩");
}

#[test]
fn a_value_of_another_type() {
    assert_snapshot!(west_and("de_nghi: nhiều người"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/sai-kieu]: ở đây cần một danh sách, nhưng bản ghi có một giá trị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("lien_he: [a, b]"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/sai-kieu]: ở đây cần một nhóm khóa (liên hệ), nhưng bản ghi có một danh sách ⟨thon-tay⟩");
    assert_snapshot!(west_and("nhiem_vu: {duoc_giao: 5, hoan_thanh: năm, dung_han: 5.5}"), @r"
    don-vi/thon-tay.yaml:7:38: lỗi[yaml/sai-kieu]: ở đây cần một số nguyên không âm, nhưng bản ghi có `năm` ⟨chặn van_ban · thon-tay⟩
    don-vi/thon-tay.yaml:7:53: lỗi[yaml/sai-kieu]: ở đây cần một số nguyên không âm, nhưng bản ghi có `5.5` ⟨chặn van_ban · thon-tay⟩
    ");
    assert_snapshot!(west_and("ghi_chu: {a: b}"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/sai-kieu]: ở đây cần một dòng chữ, nhưng bản ghi có một nhóm khóa ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_name_without_a_letter() {
    for (file, path) in [
        (SCHOOL, "dia_danh"),
        (SCHOOL, "de_nghi[bui-thi-sen].ten"),
        (SCHOOL, "de_nghi[bui-thi-sen].chuc_vu"),
        (SCHOOL, "ho_so.to_trinh.nguoi_ky.ho_ten"),
        (SCHOOL, "ho_so.to_trinh.nguoi_ky.chuc_vu"),
        (SCHOOL, "ho_so.to_trinh.kinh_gui[0]"),
        (SCHOOL, "ho_so.trich_bien_ban.hop.thu_ky"),
        (SCHOOL, "ho_so.trich_bien_ban.hop.vang[0].ho_ten"),
        (SCHOOL, "tiep_nhan[0].nguoi_nhan"),
        (CAMPAIGN, "co_quan.ubnd.ten"),
        (CAMPAIGN, "co_quan.ubnd.dia_danh"),
        (CAMPAIGN, "hinh_thuc_khen.giay_khen.cua"),
    ] {
        for word in ["true", "No", "-5", "1", "2026-05-01", "\"12.5\"", "…"] {
            let checked = Records::small().set(file, path, word).check();
            let finding = checked.finding("yaml/sai-kieu");
            assert_eq!(checked.findings.len(), 1, "{path}: {word}: {}", checked.text());
            let line = Records::small().set(file, path, word).read(file);
            let place = finding.place.as_ref().unwrap();
            assert!(line.lines().nth(place.line - 1).unwrap().contains(word), "{path}: {word}: {finding}");
        }
    }
    let switch = Records::small().set(SCHOOL, "ho_so.to_trinh.nguoi_ky.ho_ten", "true");
    assert_snapshot!(said(Records::small().set(SCHOOL, "ho_so.to_trinh.nguoi_ky.ho_ten", "true")), @"don-vi/truong-hoa-mai.yaml:39:46: lỗi[yaml/sai-kieu]: `true` không dùng làm tên gọi (tên người, chức vụ, địa danh, cơ quan…) được ⟨chặn van_ban · truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(helps(switch), @"ghi tên đầy đủ bằng chữ; nếu tên đúng là như vậy thì đặt trong ngoặc kép");
    assert_snapshot!(helps(Records::small().set(SCHOOL, "dia_danh", "1")), @"ghi tên đầy đủ bằng chữ");
}

#[test]
fn a_text_that_is_no_name_may_be_a_number() {
    for (path, word) in [
        ("de_nghi[bui-thi-sen].ten", "\"No\""),
        ("de_nghi[bui-thi-sen].ten", "Y Nô"),
        ("ho_so.to_trinh.trich_yeu", "30/4"),
        ("ho_so.trich_bien_ban.bien_ban.dia_diem", "Phòng 302"),
        ("ho_so.trich_bien_ban.hop.vang[0].ly_do", "\"1\""),
        ("tiep_nhan[0].so_den", "07"),
    ] {
        Records::small().set(SCHOOL, path, word).check().none("yaml/sai-kieu");
    }
}

#[test]
fn a_day_that_does_not_exist() {
    assert_snapshot!(said(Records::small().set(WEST, "ke_hoach.ngay", "29/2/2026")), @"don-vi/thon-tay.yaml:6:18: lỗi[yaml/ngay-sai]: trong lịch không có ngày `29/2/2026` ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(WEST, "ke_hoach.ngay", "2026-02-30")), @"don-vi/thon-tay.yaml:6:18: lỗi[yaml/ngay-sai]: trong lịch không có ngày `2026-02-30` ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(WEST, "ke_hoach.ngay", "25-5")), @"don-vi/thon-tay.yaml:6:18: lỗi[yaml/ngay-sai]: `25-5` không phải là một ngày (2021-05-25 hoặc 25/5/2021) ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(WEST, "ke_hoach.ngay", "2026-05-25T08:00:00Z")), @"don-vi/thon-tay.yaml:6:18: lỗi[yaml/ngay-sai]: `2026-05-25T08:00:00Z` không phải là một ngày (2021-05-25 hoặc 25/5/2021) ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(WEST, "ke_hoach.ngay", "99999999999/1/2026")), @"don-vi/thon-tay.yaml:6:18: lỗi[yaml/ngay-sai]: `99999999999/1/2026` không phải là một ngày (2021-05-25 hoặc 25/5/2021) ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(WEST, "ke_hoach.ngay", "1/1/0001")), @"don-vi/thon-tay.yaml:6:18: lỗi[yaml/ngay-sai]: `1/1/0001` không phải là ngày trong khoảng từ năm 1900 đến năm 2199 ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_day_that_does_not_exist_is_told_what_its_month_has() {
    let helped = |day: &str| helps(Records::small().set(WEST, "ke_hoach.ngay", day));
    assert_snapshot!(helped("29/2/2026"), @"tháng 2 năm 2026 có 28 ngày; ghi lại theo văn bản");
    assert_snapshot!(helped("2024-02-30"), @"tháng 2 năm 2024 có 29 ngày; ghi lại theo văn bản");
    assert_snapshot!(helped("5/25/2026"), @"ghi ngày trước, tháng sau: 25/5/2021; hoặc năm, tháng, ngày: 2021-05-25");
    assert_snapshot!(helped("1/1/0001"), @"ghi đủ bốn chữ số của năm");
}

#[test]
fn a_required_text_that_is_empty() {
    assert_snapshot!(said(Records::small().set(WEST, "ten", "\"\"")), @"don-vi/thon-tay.yaml:2:6: lỗi[yaml/de-trong]: giá trị để trống ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(WEST, "ten", "\"  \u{200b} \"")), @"don-vi/thon-tay.yaml:2:6: lỗi[yaml/de-trong]: giá trị để trống ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(WEST, "ten", "null")), @"don-vi/thon-tay.yaml:2:6: lỗi[yaml/de-trong]: khóa `ten` (tên đầy đủ) để trống ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(SCHOOL, "ho_so.ban_cam_ket.noi_dung", "\"\\n \"")), @"don-vi/truong-hoa-mai.yaml:82:15: lỗi[yaml/de-trong]: nội dung để trống ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
}

#[test]
fn what_is_left_blank_is_told_at_its_own_key() {
    let body = |value: &str| {
        let bare = Records::small().without(SCHOOL, "ho_so.ban_cam_ket.noi_dung");
        said(bare.replace(SCHOOL, "  ban_cam_ket:\n", &format!("  ban_cam_ket:\n    noi_dung: {value}\n")))
    };
    assert_snapshot!(body("|"), @"don-vi/truong-hoa-mai.yaml:79:5: lỗi[yaml/de-trong]: nội dung để trống ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    assert_snapshot!(body(">\n"), @"don-vi/truong-hoa-mai.yaml:79:5: lỗi[yaml/de-trong]: nội dung để trống ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    assert_snapshot!(west_and("khong_de_nghi:\n  ngay:\n  ly_do: |\n\nghi_chu: một"), @"don-vi/thon-tay.yaml:9:3: lỗi[yaml/de-trong]: giá trị để trống ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(WEST, "ten", "")), @"don-vi/thon-tay.yaml:2:1: lỗi[yaml/de-trong]: khóa `ten` (tên đầy đủ) để trống ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_word_outside_its_list() {
    assert_snapshot!(said(Records::small().set(STATION, "de_nghi[1].loai", "canhan")), @"don-vi/tram-y-te.yaml:20:11: lỗi[yaml/gia-tri-la]: `canhan` không phải là loại đối tượng ⟨chặn van_ban · tram-y-te⟩");
    assert_snapshot!(helps(Records::small().set(STATION, "de_nghi[1].loai", "canhan")), @"sửa thành `ca_nhan`, nếu đúng ý; các giá trị được dùng: tap_the, ca_nhan, ho_gia_dinh");
}

#[test]
fn codes_that_are_no_codes() {
    assert_snapshot!(said(Records::small().set(STATION, "de_nghi[1].ma", "../../etc")), @"don-vi/tram-y-te.yaml:19:9: lỗi[yaml/ma-sai]: `../../etc` không dùng làm mã được ⟨chặn van_ban · tram-y-te⟩");
    let named = Records::small();
    let text = named.read(WEST);
    assert_snapshot!(said(named.write("don-vi/Thôn Tây.yaml", text)), @"don-vi/Thôn Tây.yaml:1:1: lỗi[yaml/ma-sai]: tên tệp `Thôn Tây.yaml` không dùng làm mã đơn vị được ⟨chặn van_ban⟩");
}

#[test]
fn files_that_nobody_reads() {
    assert_snapshot!(said(Records::small().write("don-vi/thon-tay.yml", "ten: x")), @"don-vi/thon-tay.yml:1:1: cảnh báo[yaml/tep-la]: tệp `thon-tay.yml` không được đọc vì tên không kết thúc bằng .yaml");
    // Hidden files are the system's own.
    assert_eq!(said(Records::small().write("don-vi/.DS_Store", [0, 1, 2])), "");
    let folder = Records::small();
    fs::create_dir(folder.path("don-vi/cu")).unwrap();
    assert_snapshot!(said(folder), @"don-vi/cu:1:1: cảnh báo[yaml/tep-la]: tệp `cu` không được đọc vì tên không kết thúc bằng .yaml");
}

#[test]
fn a_folder_of_units_that_is_not_there() {
    let records = Records::small();
    std::fs::rename(records.path("don-vi"), records.path("don_vi")).unwrap();
    let checked = records.check();
    assert_snapshot!(checked.text(), @"don-vi:1:1: lỗi[yaml/thieu-thu-muc]: không có thư mục `don-vi` chứa bản ghi của các đơn vị ⟨chặn danh_sach⟩");
    assert_snapshot!(checked.helps(), @"đổi tên thư mục `don_vi` thành `don-vi`, nếu đúng ý");
    // Git keeps no empty folder, but a campaign that has one is only at its beginning.
    std::fs::create_dir(records.path("don-vi")).unwrap();
    assert_eq!(records.check().text(), "");
}

#[test]
fn another_version_of_the_format() {
    assert_snapshot!(said(Records::small().set(WEST, "phien_ban", "2")), @"don-vi/thon-tay.yaml:1:12: lỗi[yaml/phien-ban]: bản ghi theo phiên bản 2, chương trình này chỉ đọc phiên bản 1 ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().without(WEST, "phien_ban")), @"don-vi/thon-tay.yaml:1:1: cảnh báo[yaml/phien-ban]: tệp chưa ghi `phien_ban: 1` ⟨thon-tay⟩");
}

#[test]
fn numbers_of_papers() {
    let printed = |number: &str| {
        let checked = Records::small().set(SCHOOL, "ho_so.to_trinh.so", number).check();
        assert_eq!(checked.text(), "");
        checked.document("truong-hoa-mai/to_trinh.pdf").data["van_ban"]["so"].as_str().unwrap().to_owned()
    };
    assert_eq!(printed("07"), "07");
    assert_eq!(printed("7"), "07");
    assert_eq!(printed("12a"), "12a");
    assert_eq!(printed("\"08\""), "08");
    assert_eq!(printed("010"), "10");
    assert_eq!(printed("1024"), "1024");
    for wrong in ["0", "-3", "1.5", "1e3", "0x1f", "7/TTr-UBND", "99999999999", "[7]", "true", "12abc", "١٢"] {
        let checked = Records::small().set(SCHOOL, "ho_so.to_trinh.so", wrong).check();
        assert_eq!(checked.finding("yaml/sai-kieu").paper.as_deref(), Some("to_trinh"), "{wrong}");
        assert_eq!(checked.findings.len(), 1, "{wrong}: {}", checked.text());
    }
}

#[test]
fn days_may_be_written_both_ways() {
    let data = |day: &str| {
        let checked = Records::small().set(SCHOOL, "ho_so.to_trinh.ngay", day).check();
        assert_eq!(checked.text(), "", "{day}");
        checked.document("truong-hoa-mai/to_trinh.pdf").data.clone()
    };
    let iso = data("2026-07-09");
    for other in ["9/7/2026", "09/07/2026", "9-7-2026", "9.7.2026", "\"2026-07-09\"", "'9/7/2026'"] {
        assert_eq!(data(other), iso, "{other}");
    }
}

#[test]
fn words_of_other_languages_are_just_text() {
    // What other YAML readers take for booleans, numbers and infinity.
    for word in
        ["yes", "no", "on", "off", "Norway", "1e3", "0o17", ".inf", "1_000", "12:30:45", "2026-01-01", "~x", "0x1f"]
    {
        let checked = Records::small().set(SCHOOL, "ho_so.to_trinh.trich_yeu", word).check();
        assert_eq!(checked.text(), "", "{word}");
        assert_eq!(checked.document("truong-hoa-mai/to_trinh.pdf").data["van_ban"]["trich_yeu"], word);
    }
}

#[test]
fn text_is_composed_and_cleaned() {
    let data = |text: &str| {
        let checked = Records::small().set(SCHOOL, "ho_so.to_trinh.trich_yeu", text).check();
        assert_eq!(checked.text(), "", "{text:?}");
        checked.document("truong-hoa-mai/to_trinh.pdf").data["van_ban"]["trich_yeu"].as_str().unwrap().to_owned()
    };
    let plain = data("Về việc khen thưởng");
    assert_eq!(plain, "Về việc khen thưởng");
    // Decomposed, with a no-break space, zero-width marks, runs of spaces.
    assert_eq!(data("Ve\u{302}\u{300} vie\u{302}\u{323}c khen thu\u{31b}o\u{31b}\u{309}ng"), plain);
    assert_eq!(data("Về\u{a0}việc khen\u{202f}thưởng"), plain);
    assert_eq!(data("Về\u{200b} việc\u{feff} khen\u{ad} thưởng\u{200e}"), plain);
    assert_eq!(data("\"Về   việc\\tkhen\\n thưởng \""), plain);
}

#[test]
fn decomposed_keys_and_names_are_the_same() {
    let records = Records::small();
    let nfd = "Bu\u{300}i Thi\u{323} Sen";
    let checked = records.set(SCHOOL, "ho_so.trich_bien_ban.bieu_quyet[bui-thi-sen].ten", nfd).check();
    assert_eq!(checked.text(), "");
}

#[test]
fn columns_count_characters() {
    // Vietnamese letters take several bytes, the column is what an editor shows.
    assert_snapshot!(west_and("lien_he: {nguoi: Nguyễn Thị Ngọc Ánh, mail: a@b.vn}"), @"don-vi/thon-tay.yaml:7:39: lỗi[yaml/truong-la]: không có khóa `mail` trong liên hệ ⟨thon-tay⟩");
}

#[test]
fn several_broken_files_are_all_told() {
    let records = Records::small().write(WEST, "a: [").write(EAST, [0xff, 0xfe, 0, 0]).append(RESULTS, "ghi_chu: *\n");
    let checked = records.check();
    assert!(checked.loaded.unit("truong-hoa-mai").is_some() && checked.loaded.unit("tram-y-te").is_some());
    let files: Vec<String> = checked.findings.iter().filter(|f| f.rule.family() == "yaml").map(line).collect();
    assert_snapshot!(files.join("\n"), @r"
    don-vi/thon-dong.yaml:1:1: lỗi[yaml/bang-ma]: tệp lưu bằng bảng mã UTF-16 ⟨chặn van_ban · thon-dong⟩
    don-vi/thon-tay.yaml:1:4: lỗi[yaml/cu-phap]: dấu `[` hoặc `{` không có dấu đóng đi cùng, hoặc thiếu dấu phẩy giữa hai giá trị ⟨chặn van_ban · thon-tay⟩
    ket-qua.yaml:8:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng `*` hoặc `&`, là ký hiệu riêng của YAML ⟨chặn danh_sach⟩
    ");
}

#[test]
fn a_broken_campaign_still_has_its_units_read() {
    let checked = Records::small().write(CAMPAIGN, "ten: \"mở\n").check();
    assert_eq!(checked.loaded.units.iter().filter(|u| u.unit.is_some()).count(), 4);
    let first = checked.findings.iter().find(|f| f.place.as_ref().is_some_and(|p| &*p.path == CAMPAIGN)).unwrap();
    assert_snapshot!(line(first), @"phong-trao.yaml:1:6: lỗi[yaml/cu-phap]: dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại ⟨chặn van_ban⟩");
}

/// Whatever the bytes are: no panic, and not a word of the parser underneath.
fn survives(file: &str, bytes: &[u8]) {
    let checked = Records::small().write(file, bytes).check();
    for finding in &checked.findings {
        assert_eq!(english(finding), None, "{finding}");
        let place = finding.place.as_ref().unwrap();
        assert!(place.line >= 1 && place.column >= 1 && place.span.end <= place.text.len(), "{finding}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn random_bytes_are_survived(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        survives(WEST, &bytes);
    }

    #[test]
    fn random_yaml_is_survived(text in "([a-z_]{1,6}: ?|- |[\\[\\]{}\"'|>&*!%@`#,:?~\n\t ]|[ăơĐẽ😀\u{301}]|\n  |---\n|so|ngay|ten: ){0,60}") {
        survives(WEST, text.as_bytes());
        survives(CAMPAIGN, text.as_bytes());
    }

    #[test]
    fn random_mutations_are_survived(
        file in prop_oneof![Just(SCHOOL), Just(STATION), Just(CAMPAIGN), Just(RESULTS)],
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0..3_u8, any::<u8>(), 0..20_usize), 1..6),
    ) {
        let mut bytes = Records::small().read(file).into_bytes();
        for (index, what, byte, count) in edits {
            let at = index.index(bytes.len());
            // Mostly what people type, sometimes any byte at all.
            let byte = if byte < 200 { b"\n :-[]{}\"'#*&!|>\t,?0aZ~"[usize::from(byte) % 22] } else { byte };
            match what {
                0 => drop(bytes.drain(at..(at + count).min(bytes.len()))),
                1 => bytes.insert(at, byte),
                _ => bytes[at] = byte,
            }
            if bytes.is_empty() {
                bytes.push(byte);
            }
        }
        survives(file, &bytes);
    }
}

#[test]
fn a_comma_that_tears_an_item_of_a_list() {
    let grounds = |list: &str| Records::small().set(SCHOOL, "ho_so.to_trinh.can_cu", list);
    assert_snapshot!(said(grounds("[Luật Thi đua, khen thưởng năm 2022]")), @"don-vi/truong-hoa-mai.yaml:35:28: cảnh báo[yaml/muc-bi-tach]: dấu phẩy trong ngoặc vuông tách “Luật Thi đua, khen thưởng năm 2022” thành nhiều mục ⟨truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(helps(grounds("[Luật Thi đua, khen thưởng năm 2022]")), @r#"nếu đó là một mục thì ghi `["Luật Thi đua, khen thưởng năm 2022"]`; nếu là nhiều mục thì viết hoa đầu mục hoặc đặt từng mục trong ngoặc kép"#);
    // One finding a list, however many commas; what stands right is kept as it is.
    let many = "[Luật Thi đua, khen thưởng, sửa đổi, \"Luật A, b\", Luật Tổ chức chính quyền, địa phương]";
    assert_snapshot!(said(grounds(many)), @"don-vi/truong-hoa-mai.yaml:35:28: cảnh báo[yaml/muc-bi-tach]: dấu phẩy trong ngoặc vuông tách “Luật Thi đua, khen thưởng, sửa đổi” thành nhiều mục ⟨truong-hoa-mai · to_trinh⟩");
    assert_snapshot!(helps(grounds(many)), @r#"nếu đó là một mục thì ghi `["Luật Thi đua, khen thưởng, sửa đổi", "Luật A, b", "Luật Tổ chức chính quyền, địa phương"]`; nếu là nhiều mục thì viết hoa đầu mục hoặc đặt từng mục trong ngoặc kép"#);
    // A dash, quotes or a capital part items.
    for sound in [
        "[Luật Thi đua, Luật Đất đai]",
        "[\"Luật Thi đua, khen thưởng\"]",
        "[Luật Thi đua, \"khen thưởng\"]",
        "\n- Luật Thi đua\n- khen thưởng",
    ] {
        let text = said(grounds(sound));
        assert!(!text.contains("muc-bi-tach"), "{sound}: {text}");
    }
    // Codes are no texts.
    let codes = Records::small().set(CAMPAIGN, "tieu_chi[M-3].loai", "[Sang_kien, mo_hinh]");
    assert!(!codes.check().text().contains("muc-bi-tach"));
}
