//! Overlays that an examiner once got past the proof: each gives its finding now.

use super::proof::{CLOSING_FILE, HEAD_FILE, PAGE_FILE, SIZES, TEXT_FILE, codes, measured, paper, with_library};
use super::*;
use serde_json::json;

const THU: &str = "thu.typ";
const TO: &str = "#kinh-gui(vb.kinh_gui)";

/// Code of the finding, file, what is replaced, by what.
pub(super) const MUTANTS: &[(&str, &str, &str, &str)] = &[
    // Ink.
    ("the-thuc/mau-chu", PAGE_FILE, "hyphenate: false", "hyphenate: false, fill: black.transparentize(40%)"),
    ("the-thuc/mau-chu", PAGE_FILE, "hyphenate: false", "hyphenate: false, fill: cmyk(0%, 0%, 0%, 0%)"),
    ("the-thuc/mau-chu", PAGE_FILE, "hyphenate: false", "hyphenate: false, stroke: 0.3pt"),
    ("the-thuc/hinh-ve", THU, "Một khoản.", "Một #underline[khoản]."),
    ("the-thuc/hinh-ve", THU, "#doan[Kính đề nghị", "#doan[#strike[Kính] đề nghị"),
    ("the-thuc/hinh-ve", THU, "#doan[Kính đề nghị", "#doan[#highlight[Kính] đề nghị"),
    ("the-thuc/hinh-ve", THU, "[Hàng thứ #str(i) của bảng]", "[Hàng #strike[thứ] #str(i) của bảng]"),
    ("the-thuc/hinh-ve", THU, "[Hàng thứ #str(i) của bảng]", "[Hàng #underline[thứ] #str(i) của bảng]"),
    (
        "the-thuc/hinh-ve",
        "nd30/bang.typ",
        "stroke: net-bang,",
        "stroke: net-bang, fill: (_, y) => if y == 0 { yellow },",
    ),
    ("the-thuc/hinh-ve", THU, TO, "#set page(fill: rgb(255, 255, 230))\n#kinh-gui(vb.kinh_gui)"),
    ("the-thuc/hinh-ve", THU, TO, "#kinh-gui(vb.kinh_gui)\n#place(pdf.artifact(rect(width: 3cm, height: 1cm)))"),
    ("the-thuc/hinh-ve", THU, TO, "#kinh-gui(vb.kinh_gui)\n#place(pdf.artifact(circle(radius: 1cm)))"),
    (
        "the-thuc/hinh-ve",
        THU,
        TO,
        "#kinh-gui(vb.kinh_gui)\n#place(pdf.artifact(polygon((0pt, 0pt), (9pt, 0pt), (0pt, 9pt))))",
    ),
    (
        "the-thuc/hinh-ve",
        THU,
        TO,
        "#kinh-gui(vb.kinh_gui)\n#place(pdf.artifact(rect(width: 3cm, height: 1cm, fill: white, stroke: none)))",
    ),
    (
        "the-thuc/hinh-ve",
        THU,
        TO,
        "#kinh-gui(vb.kinh_gui)\n#place(pdf.artifact(image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>\"))))",
    ),
    ("the-thuc/hinh-ve", THU, TO, "#block(clip: true, height: 8mm, kinh-gui(vb.kinh_gui))"),
    ("the-thuc/hinh-ve", THU, TO, "#kinh-gui(vb.kinh_gui)\n#pdf.artifact(line(length: 40mm))"),
    (
        "the-thuc/hinh-ve",
        HEAD_FILE,
        "nhan(\"so-ky-hieu\", block(box(",
        "nhan(\"so-ky-hieu\", block(stroke: (bottom: 0.5pt), box(",
    ),
    ("the-thuc/kieu-chu", THU, TO, "#scale(x: 80%, kinh-gui(vb.kinh_gui))"),
    ("the-thuc/kieu-chu", THU, TO, "#rotate(1deg, kinh-gui(vb.kinh_gui))"),
    ("the-thuc/kieu-chu", THU, TO, "#skew(ax: -12deg, kinh-gui(vb.kinh_gui))"),
    // Words.
    ("the-thuc/dia-danh-ngay", HEAD_FILE, "\"ngày \" + o(n.ngay) + \" tháng \" + o(n.thang)", "\"ngày 31 tháng 02\""),
    ("the-thuc/dau-het", "nd30/noi-dung.typ", "text(\"./.\")", "text(\"././.\")"),
    ("the-thuc/dau-het", "nd30/noi-dung.typ", "text(\"./.\")", "text(\" ./.\")"),
    (
        "the-thuc/noi-nhan",
        "nd30/chu-ky.typ",
        "giu-gach(giu-tu(x)) + cuoi",
        "if cuoi == \".\" { \"Lưu: .\" } else { giu-gach(giu-tu(x)) + cuoi }",
    ),
    // Rules under components.
    ("the-thuc/net-ke", SIZES, "#let net-ke = 0.6pt", "#let net-ke = (thickness: 0.6pt, dash: \"dashed\")"),
    ("the-thuc/net-ke", TEXT_FILE, "stroke: net-ke))", "stroke: net-ke + red))"),
    (
        "the-thuc/net-ke",
        TEXT_FILE,
        "stroke: net-ke))",
        "stroke: net-ke)) + v(-9pt) + pdf.artifact(line(length: dai, stroke: net-ke))",
    ),
    ("the-thuc/dang-net-ke", SIZES, "#let net-ke = 0.6pt", "#let net-ke = 3pt"),
    ("the-thuc/dang-net-ke", SIZES, "#let net-ke = 0.6pt", "#let net-ke = 0.1pt"),
    ("the-thuc/dang-net-ke", SIZES, "#let cach-net = 3.5pt", "#let cach-net = 20pt"),
    ("the-thuc/dang-net-ke", SIZES, "#let cach-net = 3.5pt", "#let cach-net = 0.2pt"),
    (
        "the-thuc/net-ke",
        HEAD_FILE,
        "if ky-hieu != \"\" { \"/\" + ky-hieu }\n}))))",
        "if ky-hieu != \"\" { \"/\" + ky-hieu }\n})))) + nhan(\"ke-co-quan\", block(above: cach-net, net(20mm)))",
    ),
    (
        "the-thuc/net-ke",
        HEAD_FILE,
        "nhan(\"co-quan-chu-quan\", block(width: can-doi(chu, rong).rong, chu))",
        "nhan(\"co-quan-chu-quan\", block(width: can-doi(chu, rong).rong, chu)) + nhan(\"ke-co-quan\", block(above: cach-net, net(20mm)))",
    ),
    // What the record says.
    ("the-thuc/khac-ban-ghi", THU, "#dau-van-ban(vb,", "#dau-van-ban(vb + (so: \"06\"),"),
    ("the-thuc/khac-ban-ghi", THU, "#dau-van-ban(vb,", "#dau-van-ban(vb + (ky_hieu: \"TTr-PNV\"),"),
    ("the-thuc/khac-ban-ghi", THU, "#dau-van-ban(vb,", "#dau-van-ban(vb + (dia_danh: \"Long Thủy\"),"),
    ("the-thuc/khac-ban-ghi", THU, "#dau-van-ban(vb,", "#dau-van-ban(vb + (dia_danh: \"\"),"),
    ("the-thuc/khac-ban-ghi", THU, "#dau-van-ban(vb,", "#dau-van-ban(vb + (ngay: vb.ngay + (ngay: \"06\")),"),
    (
        "the-thuc/khac-ban-ghi",
        THU,
        "#dau-van-ban(vb,",
        "#dau-van-ban(vb + (co_quan: vb.co_quan + (ten: \"Phòng Tư pháp\")),",
    ),
    (
        "the-thuc/khac-ban-ghi",
        THU,
        "#dau-van-ban(vb,",
        "#dau-van-ban(vb + (co_quan: vb.co_quan + (cap_tren: \"UBND thị xã Bình Long\")),",
    ),
    ("the-thuc/khac-ban-ghi", THU, "ten-loai(vb.ten_loai,", "ten-loai(\"Báo cáo\","),
    ("the-thuc/khac-ban-ghi", THU, "vb.trich_yeu)", "\"Về việc đề nghị tặng Bằng khen\")"),
    ("the-thuc/khac-ban-ghi", THU, "cong-van: {{ cong_van | typ }}", "cong-van: true"),
    ("the-thuc/khac-ban-ghi", THU, TO, "#kinh-gui((\"Sở Nội vụ\",))"),
    ("the-thuc/khac-ban-ghi", THU, TO, "#kinh-gui(vb.kinh_gui)\n#kinh-gui(vb.kinh_gui)"),
    ("the-thuc/khac-ban-ghi", THU, "#can-cu(vb.can_cu)", "#can-cu(vb.can_cu.slice(1))"),
    ("the-thuc/khac-ban-ghi", THU, "#can-cu(vb.can_cu)", "#can-cu(vb.can_cu + vb.can_cu)"),
    ("the-thuc/khac-ban-ghi", THU, "ky-ten(vb)", "ky-ten(vb + (nguoi_ky: vb.nguoi_ky + (ho_ten: \"Trần Văn Khác\")))"),
    ("the-thuc/khac-ban-ghi", THU, "ky-ten(vb)", "ky-ten(vb + (nguoi_ky: vb.nguoi_ky + (ho_ten: \"Phước Long\")))"),
    ("the-thuc/khac-ban-ghi", THU, "ky-ten(vb)", "ky-ten(vb + (nguoi_ky: vb.nguoi_ky + (dong: (\"Chủ tịch\",))))"),
    (
        "the-thuc/khac-ban-ghi",
        THU,
        "ky-ten(vb)",
        "ky-ten(vb + (nguoi_ky: vb.nguoi_ky + (chuc_vu_khac: \"Trưởng ban\")))",
    ),
    (
        "the-thuc/khac-ban-ghi",
        THU,
        "ky-ten(vb)",
        "ky-hai-ben(trai: (dong: (\"Thư ký\",), ho_ten: \"Lê Văn Khác\"), phai: vb.nguoi_ky, noi: vb.noi_nhan)",
    ),
    ("the-thuc/khac-ban-ghi", THU, "ky-ten(vb)", "ky-ten(vb, noi: (\"Như trên\", \"Lưu: HS\"))"),
    ("the-thuc/khac-ban-ghi", THU, "ky-ten(vb)", "ky-ten(vb, noi: (\"Như trên\", \"Sở Nội vụ\", \"Lưu: VT\"))"),
    ("the-thuc/khac-ban-ghi", THU, "số 05/TTr-UBND ngày", "số 06/TTr-UBND ngày"),
    ("the-thuc/khac-ban-ghi", THU, "TTr-UBND ngày 05", "TTr-UBND ngày 06"),
    (
        "the-thuc/khac-ban-ghi",
        THU,
        "#phu-luc(ten",
        "#van-ban-kem-theo((co_quan: (ten: \"Sở Nội vụ\", cap_tren: \"\")), ten: \"Quy chế\")[#noi-dung[#doan[Điều khoản]]]\n#phu-luc(ten",
    ),
    ("the-thuc/thieu-phan", THU, TO, ""),
    ("the-thuc/thieu-phan", THU, "#can-cu(vb.can_cu)", ""),
    ("the-thuc/thieu-phan", THU, "vb.trich_yeu)", "\"\")"),
    ("the-thuc/thieu-phan", THU, "ky-ten(vb)", "ky-ten(vb + (nguoi_ky: vb.nguoi_ky + (ho_ten: \"\")))"),
    ("the-thuc/thieu-phan", THU, "#dau-van-ban(vb,", "#dau-van-ban(vb + (co_quan: vb.co_quan + (cap_tren: \"\")),"),
    ("the-thuc/thieu-phan", THU, "#noi-dung(ky: ky-ten(vb))[", "#ky-ten(vb)\n#let bo = ["),
    // Places.
    (
        "the-thuc/vi-tri",
        THU,
        "ten-loai(vb.ten_loai, vb.trich_yeu) }",
        "kinh-gui(vb.kinh_gui); ten-loai(vb.ten_loai, vb.trich_yeu) }\n#let kinh-gui(x) = none",
    ),
    ("the-thuc/vi-tri", THU, "#noi-dung(ky: ky-ten(vb))[", "#ky-ten(vb)\n#noi-dung["),
    (
        "the-thuc/vi-tri",
        THU,
        "ky-ten(vb)",
        "grid(columns: (1fr, 1fr), nguoi-ky(dong: vb.nguoi_ky.dong, ho-ten: vb.nguoi_ky.ho_ten), noi-nhan(vb.noi_nhan))",
    ),
    ("the-thuc/vi-tri", CLOSING_FILE, "set align(left)", "set align(center)"),
    ("the-thuc/vi-tri", CLOSING_FILE, "nhan(\"ho-ten\", block(", "nhan(\"ho-ten\", block(inset: (left: 30mm), "),
    ("the-thuc/vi-tri", CLOSING_FILE, "  if du { noi-nhan(", "  if du { v(20mm); noi-nhan("),
    (
        "the-thuc/vi-tri",
        HEAD_FILE,
        "nhan(\"co-quan-chu-quan\", block(width: can-doi(chu, rong).rong, chu))",
        "nhan(\"co-quan-chu-quan\", block(width: can-doi(chu, rong).rong, move(dx: 3mm, chu)))",
    ),
    ("the-thuc/vi-tri", THU, TO, "#kinh-gui(vb.kinh_gui)\n#[#block(text(11pt)[Chữ không đo])<nd30-dia-chi>]"),
    // Labels that let anything stand.
    ("the-thuc/dau-het", THU, "#diem[Một điểm.]", "#diem[Một điểm.] #[#block[Chữ không đo]<nd30-het>]"),
    ("the-thuc/khoang-ky", THU, "#diem[Một điểm.]", "#diem[Một điểm.] #[#block[Chữ không đo]<nd30-da-ky>]"),
    (
        "the-thuc/thieu-phan",
        THU,
        "#noi-dung(ky: ky-ten(vb))[",
        "#noi-dung[#doan[Đoạn đầu]]\n#[#metadata(none)<nd30-trang-rieng>]\n#noi-dung(ky: ky-ten(vb))[",
    ),
    // Tables.
    ("the-thuc/bang", SIZES, "co-bang = 13pt", "co-bang = 8pt"),
    ("the-thuc/bang", SIZES, "co-bang = 13pt", "co-bang = 20pt"),
    ("the-thuc/bang", "nd30/bang.typ", "stroke: net-bang,", "stroke: none,"),
    ("the-thuc/bang", "nd30/bang.typ", "stroke: net-bang,", "stroke: (x: none, y: net-bang),"),
    ("the-thuc/khong-nhan", THU, TO, "#kinh-gui(vb.kinh_gui)\n#[#block[Chữ không đo]<nd30-bang>]"),
    ("the-thuc/co-chu", THU, "#diem[Một điểm.]", "#diem[Một điểm.] #[#block(text(8pt)[Chữ nhỏ])<nd30-het>]"),
    // Pages.
    ("the-thuc/khoang-trong", THU, TO, "#kinh-gui(vb.kinh_gui)\n#pagebreak()"),
    ("the-thuc/khoang-trong", THU, TO, "#kinh-gui(vb.kinh_gui)\n#v(70mm)"),
    ("the-thuc/khoang-trong", THU, "#phu-luc(ten", "#page[]\n#phu-luc(ten"),
    ("the-thuc/de-muc-cuoi-trang", THU, "#de-muc(1)[Một đề mục]", "#de-muc(1)[Một đề mục]\n  #pagebreak()"),
    ("the-thuc/noi-nhan-trung", THU, "ky-ten(vb)", "ky-ten(vb, noi: (\"Như trên\", \"Lưu: VT\", \"Lưu: VT\"))"),
];

#[test]
fn overlays_that_fooled_the_proof_are_found() {
    let mut missed = Vec::new();
    for (code, file, from, to) in MUTANTS {
        let found = measured(&[(file, from, to)], &paper());
        if !codes(&found).contains(code) {
            missed.push(format!("{code}: {from} -> {to}: {:?}", lines(&found)));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// What a template prints of the record's own fault is the record's: one finding.
#[test]
fn a_recipient_named_twice_is_one_finding() {
    let mut twice = paper();
    twice["van_ban"]["noi_nhan"] = json!(["Như trên", "UBND thị xã", "UBND thị xã", "Lưu: VT"]);
    let found = lines(&measured(&[], &twice));
    let said = "cảnh báo[the-thuc/noi-nhan-trung]: Dòng trùng của nơi nhận: đo được “- UBND thị xã”, quy định không có (trang 3)";
    assert_eq!(found.concat().replace('\u{a0}', " "), said);
}

/// A body that the record writes and the template leaves out.
#[test]
fn a_body_that_is_left_out_is_found() {
    let mut written = paper();
    written["noi_dung"] = "# Thành tích\n\nĐã **hoàn thành** tốt; rút ngắn thời gian giải quyết hồ sơ\n".into();
    let found = measured(&[], &written);
    assert_eq!(codes(&found).into_iter().collect::<Vec<_>>(), ["the-thuc/khac-ban-ghi"], "{:?}", lines(&found));
    let prints = "#diem[Một điểm.]\n  {{ noi_dung | markdown }}";
    assert_eq!(lines(&measured(&[(THU, "#diem[Một điểm.]", prints)], &written)), [""; 0]);
}

/// A mistake of a template is told once.
#[test]
fn one_departure_is_one_finding() {
    for (file, from, to) in [
        (THU, "#dau-van-ban(vb,", "#dau-van-ban(vb + (so: \"6\"),"),
        (THU, "#dau-van-ban(vb,", "#dau-van-ban(vb + (so: \"06\"),"),
        (THU, "ky-ten(vb)", "ky-ten(vb + (nguoi_ky: vb.nguoi_ky + (ho_ten: \"Trần Văn Khác\")))"),
        (THU, TO, ""),
        (THU, "#can-cu(vb.can_cu)", ""),
        (THU, "vb.trich_yeu)", "\"Về việc khác\")"),
        (THU, "#noi-dung(ky: ky-ten(vb))[", "#ky-ten(vb)\n#let bo = ["),
        (HEAD_FILE, "\"Số: \"\n", "\"Số \"\n"),
        (HEAD_FILE, "dia-danh + \", \"", "dia-danh + \" \""),
        (TEXT_FILE, "#let in-hoa(chuoi) = upper(chuoi)", "#let in-hoa(chuoi) = chuoi"),
    ] {
        let found = measured(&[(file, from, to)], &paper());
        assert_eq!(codes(&found).len(), 1, "{to}: {:?}", lines(&found));
    }
}

/// A paper cannot pass for print on a blank.
#[test]
fn a_paper_on_a_blank_is_found() {
    let blank = Expected { profile: Profile::Blank, ..Expected::default() };
    let found = with_library(Fonts::embedded(), &[], &paper(), blank).findings();
    let said = "lỗi[the-thuc/phoi-in]: Thành phần thể thức trên phôi: đo được tên cơ quan chủ quản, quy định không có (trang 1)";
    assert_eq!(lines(&found), [said]);
}

/// A text that does not fit its place is set smaller, and said to be, with the one whose it is.
#[test]
fn a_text_set_smaller_on_a_blank_is_found() {
    let place = |text: &str| {
        format!(
            "#import \"/nd30/nd30.typ\": *\n#let vb = {{{{ van_ban | typ }}}}\n#phoi-in(vb, (trang: (rong: 297, cao: 210), \
             lech: (ngang: 0, doc: 0), in_san: (), o: (ten: (x: 48, y: 30, rong: 100, co: 24), don_vi: (x: 48, y: 45, \
             rong: 100, co: 16), ho_ten: (x: 48, y: 60, rong: 100, co: 14))), tieu-de: \"ten\", \
             (ten: {{{{ nguoi.ten | typ }}}}, don_vi: \"{text}\", ho_ten: \"Lý Văn G\"))"
        )
    };
    let said = |place: String, data: &Json| lines(&engine_with_library(&place).render(&job(data)).unwrap().findings);
    let head = json!({"tieu_de": "Giấy khen", "co_quan": {"ten": "UBND xã"}, "ngay_pdf": {"ngay": "01", "thang": "01", "nam": "2026"}});
    let data = json!({"van_ban": head, "nguoi": {"ong_ba": "Bà", "ten": "Bùi Thị Sen"}});
    assert!(said(place("Thôn Đông"), &data).is_empty());
    insta::assert_snapshot!(said(place("Công chức Văn hóa - Xã hội, Ủy ban nhân dân xã Đồng Mẫu"), &data).join("\n"), @"cảnh báo[the-thuc/chu-thu-nho]: Chức vụ, đơn vị: “Công chức Văn hóa - Xã hội, Ủy ban nhân …” của bà Bùi Thị Sen in cỡ 14,5 pt thay cho cỡ 16 pt vì dài quá ô (trang 1)");
    let long = json!({"van_ban": head, "nguoi": {"ten": "Trường Tiểu học và Trung học cơ sở Hoa Mai"}});
    // Nothing stands in the place below: there is room for two lines.
    assert!(said(place(""), &long).is_empty());
}
