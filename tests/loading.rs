//! Files as they come: odd, broken, hostile. Each is one clear finding at the right place, in Vietnamese;
//! every other record is still read, and nothing panics.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

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

#[test]
fn an_accented_key_is_recognised() {
    assert_snapshot!(helps(Records::small().replace(WEST, "dia_danh", "địa danh")), @"sửa thành `dia_danh`, nếu đúng ý");
}

#[test]
fn a_key_twice() {
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
fn a_byte_order_mark() {
    let records = Records::small();
    let text = format!("\u{feff}{}", records.read(WEST));
    assert_snapshot!(said(records.write(WEST, text)), @"don-vi/thon-tay.yaml:1:1: cảnh báo[yaml/bom]: tệp mở đầu bằng dấu thứ tự byte (BOM) ⟨thon-tay⟩");
    // Places behind it are still right: the mark is a character of the file.
    let wrong = format!("\u{feff}tenn: Thôn Tây\n{}", Records::small().read(WEST));
    assert_snapshot!(west(wrong), @r"
    don-vi/thon-tay.yaml:1:1: cảnh báo[yaml/bom]: tệp mở đầu bằng dấu thứ tự byte (BOM) ⟨thon-tay⟩
    don-vi/thon-tay.yaml:1:2: lỗi[yaml/truong-la]: không có khóa `tenn` trong bản ghi đơn vị ⟨chặn van_ban · thon-tay⟩
    ");
}

#[test]
fn windows_line_ends() {
    let records = Records::small();
    let crlf = records.read(SCHOOL).replace('\n', "\r\n");
    let checked = records.write(SCHOOL, crlf).check();
    assert_snapshot!(checked.text(), @"don-vi/truong-hoa-mai.yaml:1:13: cảnh báo[yaml/xuong-dong]: tệp kết thúc dòng bằng CR LF (kiểu Windows) ⟨truong-hoa-mai⟩");
    // The data is the same as with plain line ends.
    let plain = Records::small().check();
    for document in &plain.documents {
        let twin = checked.document(&document.path);
        // The checklist prints the finding itself.
        if document.kind != "phieu_kiem_tra_ho_so" {
            assert_eq!(document.data, twin.data, "{}", document.path);
        }
    }
}

#[test]
fn utf_16() {
    let text = Records::small().read(WEST);
    let units: Vec<u16> = text.encode_utf16().collect();
    let le: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
    let be: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
    let marked = |mark: [u8; 2], bytes: &[u8]| [&mark[..], bytes].concat();
    assert_snapshot!(west(marked([0xff, 0xfe], &le)), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/bang-ma]: tệp lưu bằng bảng mã UTF-16 ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west(marked([0xfe, 0xff], &be)), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/bang-ma]: tệp lưu bằng bảng mã UTF-16 ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west(&le), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/bang-ma]: tệp lưu bằng bảng mã UTF-16 ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west(&be), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/bang-ma]: tệp lưu bằng bảng mã UTF-16 ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn bytes_that_are_not_utf_8() {
    let mut bytes = Records::small().read(WEST).into_bytes();
    let at = bytes.windows(6).position(|w| w == b"dia_da").unwrap();
    bytes.splice(at + 10..at + 10, [0xc3, 0x28]);
    assert_snapshot!(west(bytes), @"don-vi/thon-tay.yaml:4:11: lỗi[yaml/bang-ma]: tệp có byte không thuộc bảng mã UTF-8 ở chỗ này ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west([0x80; 40]), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/bang-ma]: tệp có byte không thuộc bảng mã UTF-8 ở chỗ này ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn vietnamese_of_before_unicode() {
    assert_snapshot!(west("phien_ban: 1\nten: Uû ban nh©n d©n ph\u{ad}êng Long Thñy\nloai: thon\ndia_danh: Long Thñy\nviet_tat: UBND\n"), @"don-vi/thon-tay.yaml:2:6: lỗi[yaml/bang-ma-cu]: chữ trong tệp gõ bằng bảng mã TCVN3 (.VnTime), không phải Unicode ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("phien_ban: 1\nten: Uyû ban nhaân daân phöôøng Long Thuûy\nloai: thon\ndia_danh: Long Thuûy\nviet_tat: UBND\n"), @"don-vi/thon-tay.yaml:2:6: lỗi[yaml/bang-ma-cu]: chữ trong tệp gõ bằng bảng mã VNI, không phải Unicode ⟨chặn van_ban · thon-tay⟩");
    // One value in a Unicode file, and one sentence of a body.
    assert_snapshot!(said(Records::small().set(WEST, "dia_danh", "Long Thñy")), @"don-vi/thon-tay.yaml:4:16: lỗi[yaml/bang-ma-cu]: chữ ở đây gõ bằng bảng mã TCVN3 (.VnTime), không phải Unicode ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(said(Records::small().set(STATION, "de_nghi[1].chuc_vu", "C«ng chøc V¨n phßng - Thèng kª")), @"don-vi/tram-y-te.yaml:19:14: lỗi[yaml/bang-ma-cu]: chữ ở đây gõ bằng bảng mã TCVN3 (.VnTime), không phải Unicode ⟨chặn van_ban · tram-y-te⟩");
    assert_snapshot!(said(Records::small().set(STATION, "de_nghi[1].ten", "Traàn Vaên K")), @"don-vi/tram-y-te.yaml:21:10: lỗi[yaml/bang-ma-cu]: chữ ở đây gõ bằng bảng mã VNI, không phải Unicode ⟨chặn van_ban · tram-y-te⟩");
    assert_snapshot!(said(Records::small().replace(SCHOOL, "con đường đã làm", "con đường. Héi tr\u{ad}êng ñy ban nh©n d©n")), @"don-vi/truong-hoa-mai.yaml:85:45: lỗi[yaml/bang-ma-cu]: chữ ở đây gõ bằng bảng mã TCVN3 (.VnTime), không phải Unicode ⟨chặn van_ban · truong-hoa-mai · ban_cam_ket⟩");
    // A foreign name in a Unicode text is neither.
    assert_eq!(said(Records::small().set(WEST, "ten", "Thôn Tây kết nghĩa với làng Märkische Höhe")), "");
}

#[test]
fn huge_files() {
    let large = format!("# {}\n", "x".repeat(3 * 1024 * 1024));
    assert_snapshot!(west(large), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/qua-lon]: tệp lớn 3 MB, quá giới hạn 2 MB của một bản ghi ⟨chặn van_ban · thon-tay⟩");
    let records = Records::small();
    fs::File::create(records.path(WEST)).unwrap().set_len(100 * 1024 * 1024).unwrap();
    assert_snapshot!(said(records), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/qua-lon]: tệp lớn 100 MB, quá giới hạn 2 MB của một bản ghi ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn very_many_values() {
    let many = format!("ghi_chu: [{}]\n", "a,".repeat(250_000));
    assert_snapshot!(west(many), @"don-vi/thon-tay.yaml:1:400011: lỗi[yaml/qua-lon]: tệp có quá 200000 giá trị ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn very_many_faults_take_no_more_time_than_as_many_values() {
    let keys: String = (0..20_000).map(|n| format!("khoa_la_{n}: 1\n")).collect();
    let twice = "ten: Hai\n".repeat(20_000);
    let started = std::time::Instant::now();
    let checked = Records::small().append(WEST, &keys).append(EAST, &twice).check();
    assert_eq!(checked.all("yaml/truong-la").len(), 20_000);
    assert_eq!(checked.all("yaml/trung-khoa").len(), 20_000);
    // A search through all before takes minutes, on any machine.
    assert!(started.elapsed().as_secs() < 30, "{:?}", started.elapsed());
    let last = checked.all("yaml/truong-la")[19_999].place.clone().unwrap();
    assert_eq!((last.line, last.column), (20_006, 1));
}

#[test]
fn deep_nesting() {
    assert_snapshot!(west(format!("ten: {}", "[".repeat(20_000))), @"don-vi/thon-tay.yaml:1:261: lỗi[yaml/long-qua-sau]: dữ liệu lồng nhau quá sâu ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west(format!("ten: {}{}", "[".repeat(20_000), "]".repeat(20_000))), @"don-vi/thon-tay.yaml:1:261: lỗi[yaml/long-qua-sau]: dữ liệu lồng nhau quá sâu ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west(format!("ten: {}", "{a: ".repeat(20_000))), @"don-vi/thon-tay.yaml:1:162: lỗi[yaml/long-qua-sau]: dữ liệu lồng nhau quá 40 lớp ⟨chặn van_ban · thon-tay⟩");
    let block: String = (0..700).map(|n| format!("{}a:\n", " ".repeat(n))).collect();
    assert_snapshot!(west(block), @"don-vi/thon-tay.yaml:41:41: lỗi[yaml/long-qua-sau]: dữ liệu lồng nhau quá 40 lớp ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("- ".repeat(20_000)), @"don-vi/thon-tay.yaml:1:81: lỗi[yaml/long-qua-sau]: dữ liệu lồng nhau quá 40 lớp ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("? ".repeat(20_000)), @"don-vi/thon-tay.yaml:1:3: lỗi[yaml/cu-phap]: khóa phải là một từ, không thể là danh sách hay nhóm ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn anchors_aliases_and_tags() {
    let bomb = "a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\n";
    assert_snapshot!(west(bomb), @"don-vi/thon-tay.yaml:1:7: lỗi[yaml/bi-danh]: bản ghi dùng neo `&`, bí danh `*` hoặc thẻ `!`, là thứ hồ sơ không cần ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: &neo một"), @"don-vi/thon-tay.yaml:7:15: lỗi[yaml/bi-danh]: bản ghi dùng neo `&`, bí danh `*` hoặc thẻ `!`, là thứ hồ sơ không cần ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: *neo"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng `*` hoặc `&`, là ký hiệu riêng của YAML ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: !!python/object:os.system một"), @"don-vi/thon-tay.yaml:7:36: lỗi[yaml/bi-danh]: bản ghi dùng neo `&`, bí danh `*` hoặc thẻ `!`, là thứ hồ sơ không cần ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: !mau một"), @"don-vi/thon-tay.yaml:7:15: lỗi[yaml/bi-danh]: bản ghi dùng neo `&`, bí danh `*` hoặc thẻ `!`, là thứ hồ sơ không cần ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("<<: {a: 1}"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/truong-la]: không có khóa `<<` trong bản ghi đơn vị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("%TAG ! tag:example.com,2000:\n---\nten: !x a\n"), @"don-vi/thon-tay.yaml:3:9: lỗi[yaml/bi-danh]: bản ghi dùng neo `&`, bí danh `*` hoặc thẻ `!`, là thứ hồ sơ không cần ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_lone_star() {
    assert_snapshot!(west_and("ghi_chu: *"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng `*` hoặc `&`, là ký hiệu riêng của YAML ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: * một * hai"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng `*` hoặc `&`, là ký hiệu riêng của YAML ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: &"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng `*` hoặc `&`, là ký hiệu riêng của YAML ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: 100% cán bộ"), @"");
    assert_snapshot!(west_and("ghi_chu: %"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng một ký hiệu riêng của YAML ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: @ai"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng một ký hiệu riêng của YAML ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: `lệnh`"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng một ký hiệu riêng của YAML ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn two_documents() {
    assert_snapshot!(west_and("---\nten: Thôn khác"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/nhieu-ban-ghi]: tệp có nhiều hơn một bản ghi; chỉ bản ghi đầu được đọc ⟨chặn van_ban · thon-tay⟩");
    // A marker before or after the only document is fine.
    let records = Records::small();
    let text = format!("---\n{}...\n", records.read(WEST));
    assert_eq!(said(records.write(WEST, text)), "");
}

#[test]
fn something_else_where_a_file_is_expected() {
    let folder = Records::small().remove(WEST);
    fs::create_dir(folder.path(WEST)).unwrap();
    assert_snapshot!(said(folder), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/khong-phai-tep]: ở đây là một thư mục, không phải tệp bản ghi ⟨chặn van_ban · thon-tay⟩");
    let campaign = Records::small().remove(RESULTS);
    fs::create_dir(campaign.path(RESULTS)).unwrap();
    assert_snapshot!(said(campaign), @"ket-qua.yaml:1:1: lỗi[yaml/khong-phai-tep]: ở đây là một thư mục, không phải tệp bản ghi ⟨chặn danh_sach⟩");
}

#[cfg(unix)]
#[test]
fn links_and_devices_are_not_read() {
    use std::os::unix::fs::{FileTypeExt as _, symlink};

    let linked = Records::small().remove(WEST);
    symlink(linked.path(EAST), linked.path(WEST)).unwrap();
    assert_snapshot!(said(linked), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/khong-phai-tep]: ở đây là một liên kết, không phải tệp bản ghi ⟨chặn van_ban · thon-tay⟩");
    let dangling = Records::small().remove(WEST);
    symlink("khong-co.yaml", dangling.path(WEST)).unwrap();
    assert_snapshot!(said(dangling), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/khong-phai-tep]: ở đây là một liên kết, không phải tệp bản ghi ⟨chặn van_ban · thon-tay⟩");
    let device = Records::small().remove(WEST);
    let socket = std::os::unix::net::UnixListener::bind(device.path(WEST)).unwrap();
    assert!(fs::metadata(device.path(WEST)).unwrap().file_type().is_socket());
    assert_snapshot!(said(device), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/khong-phai-tep]: ở đây là một thiết bị, không phải tệp bản ghi ⟨chặn van_ban · thon-tay⟩");
    drop(socket);
}

#[cfg(unix)]
#[test]
fn a_file_without_permission() {
    use std::os::unix::fs::PermissionsExt as _;

    let records = Records::small();
    fs::set_permissions(records.path(WEST), fs::Permissions::from_mode(0o000)).unwrap();
    if fs::read(records.path(WEST)).is_ok() {
        return; // root reads everything
    }
    assert_snapshot!(said(records), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/khong-doc-duoc]: không đọc được tệp này ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_folder_without_a_campaign() {
    let records = Records::small().remove(CAMPAIGN);
    assert_snapshot!(records.check().text(), @"phong-trao.yaml:1:1: lỗi[yaml/khong-doc-duoc]: không đọc được tệp này ⟨chặn van_ban⟩");
    let words = hoso::record::load::find(Some(&records.path("don-vi")), &records.path("")).unwrap_err();
    assert!(words.ends_with("không phải thư mục phong trào: không có tệp phong-trao.yaml trong đó"), "{words}");
}

#[test]
fn files_without_content() {
    assert_snapshot!(west(""), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/de-trong]: tệp không có nội dung ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("\n\n  \n"), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/de-trong]: tệp không có nội dung ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("# chỉ có ghi chú\n# và ghi chú\n"), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/de-trong]: tệp không có nội dung ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("---\n"), @"don-vi/thon-tay.yaml:1:4: lỗi[yaml/sai-kieu]: ở đây cần một nhóm khóa (bản ghi đơn vị), nhưng để trống ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("null\n"), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/sai-kieu]: ở đây cần một nhóm khóa (bản ghi đơn vị), nhưng để trống ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn something_else_at_the_top() {
    assert_snapshot!(west("chỉ một dòng\n"), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/sai-kieu]: ở đây cần một nhóm khóa (bản ghi đơn vị), nhưng bản ghi có một giá trị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("- một\n- hai\n"), @"don-vi/thon-tay.yaml:1:1: lỗi[yaml/sai-kieu]: ở đây cần một nhóm khóa (bản ghi đơn vị), nhưng bản ghi có một danh sách ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west("{}\n"), @r"
    don-vi/thon-tay.yaml:1:1: cảnh báo[ho-so/ke-hoach-don-vi]: thon-tay chưa khai kế hoạch thực hiện phong trào của đơn vị ⟨thon-tay⟩
    don-vi/thon-tay.yaml:1:1: cảnh báo[yaml/phien-ban]: tệp chưa ghi `phien_ban: 1` ⟨thon-tay⟩
    don-vi/thon-tay.yaml:1:1: lỗi[yaml/thieu-truong]: bản ghi đơn vị thiếu khóa `dia_danh` (địa danh) ⟨chặn van_ban · thon-tay⟩
    don-vi/thon-tay.yaml:1:1: lỗi[yaml/thieu-truong]: bản ghi đơn vị thiếu khóa `loai` (loại đơn vị) ⟨chặn van_ban · thon-tay⟩
    don-vi/thon-tay.yaml:1:1: lỗi[yaml/thieu-truong]: bản ghi đơn vị thiếu khóa `ten` (tên đầy đủ) ⟨chặn van_ban · thon-tay⟩
    don-vi/thon-tay.yaml:1:1: lỗi[yaml/thieu-truong]: bản ghi đơn vị thiếu khóa `viet_tat` (chữ viết tắt trong ký hiệu) ⟨chặn van_ban · thon-tay⟩
    ");
}

#[test]
fn conflict_markers_of_git() {
    let conflict = |text: &str| {
        text.replace("loai: thon\n", "<<<<<<< HEAD\nloai: thon\n=======\nloai: truong_hoc\n>>>>>>> khac\n")
    };
    let records = Records::small();
    let text = conflict(&records.read(WEST));
    assert_snapshot!(said(records.write(WEST, text)), @"don-vi/thon-tay.yaml:3:1: lỗi[yaml/cu-phap]: còn dấu xung đột của git trong tệp ⟨chặn van_ban · thon-tay⟩");
    let nested = Records::small()
        .read(STATION)
        .replace("    so: 3\n", "<<<<<<< HEAD\n    so: 3\n=======\n    so: 4\n>>>>>>> khac\n");
    let checked = Records::small().write(STATION, nested).check();
    assert_snapshot!(checked.text(), @"don-vi/tram-y-te.yaml:28:1: lỗi[yaml/cu-phap]: còn dấu xung đột của git trong tệp ⟨chặn van_ban · tram-y-te⟩");
}

#[test]
fn tabs() {
    assert_snapshot!(west_and("lien_he:\n\tnguoi: Ai đó"), @"don-vi/thon-tay.yaml:8:2: lỗi[yaml/cu-phap]: dòng thụt vào bằng phím Tab ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu:\tmột\thai"), @"");
}

#[test]
fn quotes_and_brackets_that_never_close() {
    assert_snapshot!(west_and("ghi_chu: \"mở ra"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: 'mở ra"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("khai_bao: {a: true"), @"don-vi/thon-tay.yaml:7:11: lỗi[yaml/cu-phap]: dấu `[` hoặc `{` không có dấu đóng đi cùng, hoặc thiếu dấu phẩy giữa hai giá trị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ky_luat: [a, b"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: dấu `[` hoặc `{` không có dấu đóng đi cùng, hoặc thiếu dấu phẩy giữa hai giá trị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ky_luat: a]"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/sai-kieu]: ở đây cần một danh sách, nhưng bản ghi có một giá trị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: \"đóng\" rồi lại viết"), @"don-vi/thon-tay.yaml:7:17: lỗi[yaml/cu-phap]: còn chữ đứng sau dấu ngoặc đóng ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: \"C:\\hồ sơ\""), @r"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: dấu `\` trong ngoặc kép bắt đầu một ký hiệu không có nghĩa ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_quote_that_another_one_closes_lines_below_is_told_where_it_opens() {
    let west = |from: &str, to: &str| said(Records::small().replace(WEST, from, to).append(WEST, "ghi_chu: \"b\"\n"));
    assert_snapshot!(west("\nten: ", "\nten: \""), @"don-vi/thon-tay.yaml:2:6: lỗi[yaml/cu-phap]: dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("lien_he:\n  nguoi: 'Ai đó # hai dấu\n  khac: ' ở đây"), @"don-vi/thon-tay.yaml:8:10: lỗi[yaml/cu-phap]: dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("lien_he:\n  # đây là “dấu\" lạ\n  nguoi: \"Ai đó\nghi_chu: \"b\""), @"don-vi/thon-tay.yaml:9:10: lỗi[yaml/cu-phap]: dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("lien_he:\n  nguoi: \"Ai đó\" và \"ai kia\""), @"don-vi/thon-tay.yaml:8:18: lỗi[yaml/cu-phap]: còn chữ đứng sau dấu ngoặc đóng ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_character_that_nobody_sees_is_no_sign_of_yaml() {
    assert_snapshot!(west_and("ghi_chu: \0a"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: có ký tự điều khiển không nhìn thấy ở chỗ này ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: a\u{7}b"), @"don-vi/thon-tay.yaml:7:11: lỗi[yaml/cu-phap]: có ký tự điều khiển không nhìn thấy ở chỗ này ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: @a"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: giá trị bắt đầu bằng một ký hiệu riêng của YAML ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn a_colon_in_a_value() {
    assert_snapshot!(west_and("ghi_chu: Lưu: VT"), @"don-vi/thon-tay.yaml:7:13: lỗi[yaml/cu-phap]: có dấu hai chấm ở chỗ YAML không hiểu ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(helps(Records::small().append(WEST, "ghi_chu: Lưu: VT\n")), @"nếu dấu hai chấm thuộc về giá trị thì đặt cả giá trị trong ngoặc kép");
    // Without a space behind it, it is a colon.
    assert_eq!(west_and("ghi_chu: lúc 08:30"), "");
}

#[test]
fn indentation_that_does_not_fit() {
    assert_snapshot!(west_and("lien_he:\n   nguoi: Ai đó\n  email: a@b.vn"), @"don-vi/thon-tay.yaml:9:3: lỗi[yaml/cu-phap]: dòng này thụt vào không khớp với các dòng cùng nhóm ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("  thua: một"), @"don-vi/thon-tay.yaml:7:3: lỗi[yaml/cu-phap]: dòng này thụt vào không khớp với các dòng cùng nhóm ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ky_luat:\n-một"), @"don-vi/thon-tay.yaml:8:1: lỗi[yaml/cu-phap]: thiếu dấu cách sau dấu `-` đầu dòng ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("khong_co_hai_cham"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/cu-phap]: dòng này không có dấu hai chấm ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn odd_keys() {
    assert_snapshot!(west_and("? [a, b]\n: c"), @"don-vi/thon-tay.yaml:7:3: lỗi[yaml/cu-phap]: khóa phải là một từ, không thể là danh sách hay nhóm ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("[a]: b"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/cu-phap]: khóa phải là một từ, không thể là danh sách hay nhóm ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("1: b"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/truong-la]: không có khóa `1` trong bản ghi đơn vị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("\"\": b"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/truong-la]: không có khóa `` trong bản ghi đơn vị ⟨chặn van_ban · thon-tay⟩");
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
