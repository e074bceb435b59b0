//! What can be wrong with a file as a whole, and with its YAML.

use std::fs;

use insta::assert_snapshot;

use crate::support::*;
use crate::{helps, said, west, west_and};

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
    assert_snapshot!(west_and("lien_he:\n\tnguoi: Ai đó"), @"don-vi/thon-tay.yaml:8:1: lỗi[yaml/cu-phap]: dòng thụt vào bằng phím Tab ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("lien_he:\n  nguoi: Ai đó\n \tdien_thoai: 1"), @"don-vi/thon-tay.yaml:9:2: lỗi[yaml/cu-phap]: dòng thụt vào bằng phím Tab ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu:\tmột\thai"), @"");
}

#[test]
fn quotes_and_brackets_that_never_close() {
    assert_snapshot!(west_and("ghi_chu: \"mở ra"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ghi_chu: 'mở ra"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("khai_bao: {a: true"), @"don-vi/thon-tay.yaml:7:11: lỗi[yaml/cu-phap]: dấu `[` hoặc `{` không có dấu đóng đi cùng, hoặc thiếu dấu phẩy giữa hai giá trị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ky_luat: [a, b"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: dấu `[` hoặc `{` không có dấu đóng đi cùng, hoặc thiếu dấu phẩy giữa hai giá trị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ky_luat: [a,\n  b\nghi_chu: c"), @"don-vi/thon-tay.yaml:7:10: lỗi[yaml/cu-phap]: dấu `[` hoặc `{` không có dấu đóng đi cùng, hoặc thiếu dấu phẩy giữa hai giá trị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("lien_he: {nguoi: A,\n  dien_thoai: 1 email: b}\nghi_chu: c"), @"don-vi/thon-tay.yaml:8:22: lỗi[yaml/cu-phap]: dấu `[` hoặc `{` không có dấu đóng đi cùng, hoặc thiếu dấu phẩy giữa hai giá trị ⟨chặn van_ban · thon-tay⟩");
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
    assert_snapshot!(west_and("ky_luat:\n- một\n-hai\n- \"ba: bốn\""), @"don-vi/thon-tay.yaml:9:1: lỗi[yaml/cu-phap]: thiếu dấu cách sau dấu `-` đầu dòng ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("ky_luat:\n  - ho_ten: A\n hinh_thuc: b"), @"don-vi/thon-tay.yaml:9:2: lỗi[yaml/cu-phap]: dòng này thụt vào không khớp với các dòng cùng nhóm ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("khong_co_hai_cham"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/cu-phap]: dòng này không có dấu hai chấm ⟨chặn van_ban · thon-tay⟩");
}

#[test]
fn odd_keys() {
    assert_snapshot!(west_and("? [a, b]\n: c"), @"don-vi/thon-tay.yaml:7:3: lỗi[yaml/cu-phap]: khóa phải là một từ, không thể là danh sách hay nhóm ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("[a]: b"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/cu-phap]: khóa phải là một từ, không thể là danh sách hay nhóm ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("1: b"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/truong-la]: không có khóa `1` trong bản ghi đơn vị ⟨chặn van_ban · thon-tay⟩");
    assert_snapshot!(west_and("\"\": b"), @"don-vi/thon-tay.yaml:7:1: lỗi[yaml/truong-la]: không có khóa `` trong bản ghi đơn vị ⟨chặn van_ban · thon-tay⟩");
}
