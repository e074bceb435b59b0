//! Overlays that an examiner once got past the proof: each gives its finding now.

use super::proof::{HEAD_FILE, PAGE_FILE, SIZES, TEXT_FILE, codes, measured, paper};
use super::*;

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
        "giu-tu(x) + cuoi",
        "if cuoi == \".\" { \"Lưu: .\" } else { giu-tu(x) + cuoi }",
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
        "nhan(\"co-quan-chu-quan\", block(width: can-doi(chu, kho.width).rong, chu))",
        "nhan(\"co-quan-chu-quan\", block(width: can-doi(chu, kho.width).rong, chu)) + nhan(\"ke-co-quan\", block(above: cach-net, net(20mm)))",
    ),
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
