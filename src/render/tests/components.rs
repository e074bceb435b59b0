//! Components one by one: their numbers, their middles, what stands between them. Each change of the library or of a
//! template gives its finding.

use super::proof::{BODY_FILE, HEAD_FILE, SIZES, codes, measured, paper};
use super::*;

const THU: &str = "thu.typ";
const ANNEX_FILE: &str = "nd30/phu-luc.typ";
const ALL: &str = "#noi-dung(ky: ky-ten(vb))[";

/// Code of the finding, file, what is replaced, by what.
pub(super) const MUTANTS: &[(&str, &str, &str, &str)] = &[
    // Numbers.
    ("the-thuc/danh-so", BODY_FILE, "abcdđeghiklmnopqrstuvxy", "abcdefghijklmnopqrstuvw"),
    ("the-thuc/danh-so", BODY_FILE, "chu-cai.len())) + \")\"", "chu-cai.len())) + \".\""),
    ("the-thuc/danh-so", BODY_FILE, "\"Điều \" + str(dem.dieu) + \".\"", "\"Điều \" + str(dem.dieu) + \":\""),
    ("the-thuc/danh-so", BODY_FILE, "dieu: dem.dieu + 1, khoan: 0", "dieu: dem.dieu + 2, khoan: 0"),
    ("the-thuc/danh-so", BODY_FILE, "str(dem.khoan) + \".\"", "str(dem.khoan) + \")\""),
    ("the-thuc/danh-so", BODY_FILE, "khoan: dem.khoan + 1, diem: 0", "khoan: dem.khoan + 2, diem: 0"),
    ("the-thuc/danh-so", BODY_FILE, "if bac <= 2 { \"I\" } else { \"1\" }", "\"1\""),
    ("the-thuc/danh-so", BODY_FILE, "if bac <= 2 { \"I\" } else { \"1\" }", "\"I\""),
    ("the-thuc/danh-so", BODY_FILE, "if cap == 1 { numbering(\"I.\", n) }", "if cap == 1 { numbering(\"1.\", n) }"),
    ("the-thuc/danh-so", BODY_FILE, "else if cap == 2 { str(n) + \".\" }", "else if cap == 2 { str(n) + \")\" }"),
    ("the-thuc/phu-luc", ANNEX_FILE, "dam(\"Phụ lục\" + if so != \"\" { \" \" + so })", "dam(\"Phụ lục 1\")"),
    ("the-thuc/phu-luc", THU, "#phu-luc(ten", "#phu-luc(so: \"I\", ten"),
    ("the-thuc/phu-luc", THU, " (có danh sách kèm theo)", ""),
    ("the-thuc/phu-luc", THU, " của Phòng Nội vụ\"", "\""),
    (
        "the-thuc/phu-luc",
        THU,
        ", kem-theo: \"Kèm theo Tờ trình số 05/TTr-UBND ngày 05 tháng 01 năm 2021 của Phòng Nội vụ\"",
        "",
    ),
    ("the-thuc/noi-nhan", THU, "ky-ten(vb)", "ky-ten(vb, noi: (\"Phòng Nội vụ\", \"Lưu: VT\"))"),
    (
        "the-thuc/kho-giay",
        THU,
        "#let vb",
        "#let bang(..x) = doan[Không có bảng]\n#let van-ban = van-ban.with(ngang: true)\n#let vb",
    ),
    ("the-thuc/so-trang", ANNEX_FILE, "    trang-rieng\n    ky-so\n    {", "    ky-so\n    {"),
    ("the-thuc/bang", SIZES, "dem-o = (x: 3.5pt", "dem-o = (x: 0pt"),
    // Faces.
    ("the-thuc/kieu-chu", BODY_FILE, "[#dam[#v.so #v.ten] #than]", "[#v.so #v.ten #than]"),
    ("the-thuc/kieu-chu", BODY_FILE, "[#dam[#v.so #v.ten] #than]", "[#dam[#emph[#v.so #v.ten]] #than]"),
    ("the-thuc/kieu-chu", BODY_FILE, "par-dinh(\"doan\", than, dinh)", "par-dinh(\"doan\", emph(than), dinh)"),
    ("the-thuc/kieu-chu", BODY_FILE, "par-dinh(\"doan\", than, dinh)", "par-dinh(\"doan\", dam(than), dinh)"),
    // Lines.
    (
        "the-thuc/cach-dong",
        HEAD_FILE,
        "nhan(\"tieu-ngu\", block(tieu-ngu))",
        "nhan(\"tieu-ngu\", block(above: 12pt, tieu-ngu))",
    ),
    ("the-thuc/cach-dong", HEAD_FILE, "nhan(\"co-quan\", block(width", "nhan(\"co-quan\", block(above: 12pt, width"),
    (
        "the-thuc/cach-dong",
        HEAD_FILE,
        "if trich-yeu != \"\" { nhan(\"trich-yeu\"",
        "if trich-yeu != \"\" { v(40pt); nhan(\"trich-yeu\"",
    ),
    ("the-thuc/cach-dong", BODY_FILE, "nhan(\"ten-phan\", block(width", "nhan(\"ten-phan\", block(above: 40pt, width"),
    (
        "the-thuc/cach-doan",
        BODY_FILE,
        "above: dan-dong + cach-de-muc,\n      nhan",
        "above: dan-dong, below: dan-dong, spacing: dan-dong,\n      nhan",
    ),
    (
        "the-thuc/canh-deu",
        THU,
        ALL,
        "#show par: set block(width: 70%)\n#show par: it => block(width: 70%, it)\n#noi-dung(ky: ky-ten(vb))[",
    ),
    (
        "the-thuc/kinh-gui",
        THU,
        "#kinh-gui(vb.kinh_gui)",
        "#[#block[Kính gửi: - #vb.kinh_gui.join(\"; - \").]<nd30-kinh-gui>]",
    ),
    ("the-thuc/khoang-trong", THU, "#dau-van-ban(vb,", "#v(30mm)\n#dau-van-ban(vb,"),
    // Places.
    (
        "the-thuc/vi-tri",
        HEAD_FILE,
        "block(inset: (left: lui), par(hanging-indent: measure(\"- \").width, muc-danh",
        "block(inset: (left: 0pt), par(hanging-indent: measure(\"- \").width, muc-danh",
    ),
    (
        "the-thuc/vi-tri",
        BODY_FILE,
        "nhan(\"phan\", block(dam(v.so)))",
        "nhan(\"phan\", block(width: 100%, align(left, dam(v.so))))",
    ),
    (
        "the-thuc/vi-tri",
        BODY_FILE,
        "nhan(\"ten-phan\", block(width",
        "nhan(\"ten-phan\", block(inset: (left: 20mm), width",
    ),
    (
        "the-thuc/vi-tri",
        ANNEX_FILE,
        "nhan(\"phu-luc\", block(text",
        "nhan(\"phu-luc\", block(inset: (left: 20mm), text",
    ),
    (
        "the-thuc/vi-tri",
        HEAD_FILE,
        "nhan(\"kem-theo\", block(width: do.rong, chu))",
        "nhan(\"kem-theo\", block(inset: (left: 20mm), chu))",
    ),
    (
        "the-thuc/vi-tri",
        THU,
        "ky-ten(vb)",
        "ky-ten(vb + (nguoi_ky: vb.nguoi_ky + (ho_ten: \"\")))  + [#[#block[Nguyễn Văn A]<nd30-ho-ten>]#[#block[CHỦ TỊCH]<nd30-chuc-vu-khac>]]",
    ),
    (
        "the-thuc/dang-net-ke",
        ANNEX_FILE,
        "nhan(\"ke-phu-luc\", block(above",
        "nhan(\"ke-phu-luc\", block(inset: (left: 20mm), above",
    ),
];

/// A word keeps the hyphen behind it, so a column is as wide as both.
#[test]
fn a_hyphen_does_not_touch_the_line_of_its_column() {
    let post = "[Công chức Văn phòng - Thống kê]";
    let table =
        "#bang(rong: (\"vua\", auto, auto), dau: ([STT], [Chức vụ], [Nội dung]), than: ([1], HERE, [Nội dung dài "
            .replace("HERE", post)
            + &"của một việc đã làm xong, ".repeat(9)
            + "thế]))\n  #doan[Kính";
    let found = measured(&[(THU, "#doan[Kính", &table)], &paper());
    assert_eq!(lines(&found), [""; 0]);
}

#[test]
fn every_component_departing_is_found() {
    let mut missed = Vec::new();
    for (code, file, from, to) in MUTANTS {
        let found = measured(&[(file, from, to)], &paper());
        if !codes(&found).contains(code) {
            missed.push(format!("{code}: {from} -> {to}: {:?}", lines(&found)));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}
