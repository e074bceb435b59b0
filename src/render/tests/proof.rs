//! The proof of form cannot be fooled: the layout library with one figure moved, or a template that goes its
//! own way, gives the finding that is meant for it; the library as it is gives none.

use std::collections::BTreeSet;

use serde_json::json;

use super::*;

const TEMPLATE: &str = include_str!("mau-thu.typ");
const LONG: &str = "Thực hiện kế hoạch phát động phong trào thi đua theo chuyên đề, các cơ quan, đơn vị đã tổ chức quán triệt đến toàn thể cán bộ, công chức, viên chức và người lao động; phân công nhiệm vụ cụ thể, kiểm tra định kỳ hằng tháng và báo cáo kết quả đúng thời hạn theo quy định của Ủy ban nhân dân thị xã Phước Long.";

pub(super) fn paper() -> Json {
    json!({
        "van_ban": {
            "loai": "to_trinh", "ten_loai": "Tờ trình", "trich_yeu": "Về việc đề nghị tặng Giấy khen",
            "so": "05", "ky_hieu": "TTr-UBND", "co_so": true, "cong_van": false, "dia_danh": "Phước Long",
            "ngay": {"ngay": "05", "thang": "01", "nam": "2021"},
            "co_quan": {"cap_tren": "UBND thị xã Phước Long", "ten": "Phòng Nội vụ"},
            "kinh_gui": ["Ủy ban nhân dân thị xã Phước Long", "Phòng Nội vụ"],
            "can_cu": ["Luật Thi đua, khen thưởng ngày 26 tháng 11 năm 2003", "Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017"],
            "noi_nhan": ["Như trên", "Lưu: VT"],
            "nguoi_ky": {"dong": ["TM. Ủy ban nhân dân", "Chủ tịch"], "ho_ten": "Nguyễn Văn A", "chuc_vu_khac": ""},
            "du_thao": false, "ngay_pdf": {"ngay": "05", "thang": "01", "nam": "2021"}, "tieu_de": "Tờ trình"
        },
        "cong_van": false, "doan": vec![LONG; 6], "so_hang": 30
    })
}

/// What the proof says of the sample when texts of the library (or of the template itself) are replaced.
pub(super) fn measured(changes: &[(&str, &str, &str)], data: &Json) -> Vec<Finding> {
    measured_in(Fonts::embedded(), changes, data)
}

fn measured_in(fonts: Fonts, changes: &[(&str, &str, &str)], data: &Json) -> Vec<Finding> {
    let expected = Expected { numbered: true, ..Expected::default() };
    with_library(fonts, changes, data, expected).findings()
}

pub(super) fn with_library(fonts: Fonts, changes: &[(&str, &str, &str)], data: &Json, expected: Expected) -> Proof {
    let mut files: Vec<(String, String)> =
        Templates::embedded().iter().map(|(name, file)| (name.to_owned(), file.text.to_string())).collect();
    files.push(("thu.typ".into(), TEMPLATE.into()));
    for (name, from, to) in changes {
        let (_, text) = files.iter_mut().find(|(file, _)| file == name).unwrap();
        assert!(text.contains(from), "{name} has no {from:?}");
        *text = text.replacen(from, to, 1);
    }
    let templates: Templates = files.into_iter().map(|(name, text)| (name.clone(), name, text)).collect();
    let (engine, findings) = Engine::new(&templates, fonts);
    assert!(findings.is_empty(), "{findings:#?}");
    let job = Job { template: "thu", data, name: "don-vi/thu", expected, attached: None };
    let layout = engine.compile(&job).unwrap_or_else(|findings| panic!("{:#?}", lines(&findings)));
    Proof::of(&layout.document, data, expected)
}

pub(super) fn codes(findings: &[Finding]) -> BTreeSet<&str> {
    findings.iter().map(|finding| finding.rule.code).collect()
}

#[test]
fn the_library_as_it_is_gives_no_finding() {
    assert_eq!(lines(&measured(&[], &paper())), [""; 0]);
    assert_eq!(lines(&measured(&[], &letter())), [""; 0]);
}

pub(super) const SIZES: &str = "nd30/kich-thuoc.typ";
pub(super) const HEAD_FILE: &str = "nd30/dau.typ";
pub(super) const BODY_FILE: &str = "nd30/noi-dung.typ";
pub(super) const PAGE_FILE: &str = "nd30/trang.typ";
pub(super) const CLOSING_FILE: &str = "nd30/chu-ky.typ";
pub(super) const TEXT_FILE: &str = "nd30/chu.typ";
const STAMP_FILE: &str = "nd30/thanh-phan-khac.typ";

/// Code of the finding, file, what is replaced, by what.
const MUTANTS: &[(&str, &str, &str, &str)] = &[
    ("the-thuc/kho-giay", SIZES, "kho-giay = \"a4\"", "kho-giay = \"us-letter\""),
    ("the-thuc/le-tren", SIZES, "le-tren = 20mm", "le-tren = 19mm"),
    ("the-thuc/le-tren", SIZES, "le-tren = 20mm", "le-tren = 26mm"),
    ("the-thuc/le-duoi", SIZES, "le-duoi = 20mm", "le-duoi = 19mm"),
    ("the-thuc/le-duoi", SIZES, "le-duoi = 20mm", "le-duoi = 26mm"),
    ("the-thuc/le-trai", SIZES, "le-trai = 30mm", "le-trai = 29mm"),
    ("the-thuc/le-trai", SIZES, "le-trai = 30mm", "le-trai = 36mm"),
    ("the-thuc/le-phai", SIZES, "le-phai = 17mm", "le-phai = 14mm"),
    ("the-thuc/le-phai", SIZES, "le-phai = 17mm", "le-phai = 21mm"),
    ("the-thuc/vung-chu", PAGE_FILE, "header: le-trang(\"tren\", dau + dau-trang)", "header: dau"),
    ("the-thuc/vung-chu", "thu.typ", "#kinh-gui(vb.kinh_gui)", "#kinh-gui(vb.kinh_gui)\n#set page(header: none)"),
    ("the-thuc/le-trai", "thu.typ", "#kinh-gui(vb.kinh_gui)", "#kinh-gui(vb.kinh_gui)\n#set page(margin: 10mm)"),
    ("the-thuc/ngoai-le", PAGE_FILE, "overhang: false", "overhang: true"),
    ("the-thuc/ngoai-le", "thu.typ", "#kinh-gui(vb.kinh_gui)", "#kinh-gui(vb.kinh_gui)\n#place(dx: -20mm, doan[chữ])"),
    (
        "the-thuc/ngoai-trang",
        "thu.typ",
        "#kinh-gui(vb.kinh_gui)",
        "#kinh-gui(vb.kinh_gui)\n#place(dx: 175mm, doan[chữ ngoài mép])",
    ),
    ("the-thuc/de-chu", "thu.typ", "#kinh-gui(vb.kinh_gui)", "#kinh-gui(vb.kinh_gui)\n#v(-24pt)"),
    ("the-thuc/de-chu", "nd30/bang.typ", "breakable: ngat, c)", "breakable: false, move(dx: -8mm, c))"),
    (
        "the-thuc/tu-qua-dai",
        "thu.typ",
        "rong: (\"vua\", 1), dau: ([STT], [Nội dung]),\n    than: range(1, {{ so_hang | typ }}).map(i => ([#str(i)],",
        "rong: (1, 9), dau: ([STT], [Nội dung]),\n    than: range(1, {{ so_hang | typ }}).map(i => ([Hàngthứbakhôngcách],",
    ),
    (
        "the-thuc/vi-tri",
        CLOSING_FILE,
        "muc-danh-sach(\"-\", giu-gach(giu-tu(x)) + cuoi, do: do)",
        "muc-danh-sach(\"-\", box(width: 100mm, x + h(1fr) + cuoi))",
    ),
    ("the-thuc/thieu-net", "thu.typ", "Một khoản.", "Một khoản \u{4e00}."),
    ("the-thuc/mau-chu", PAGE_FILE, "hyphenate: false", "hyphenate: false, fill: rgb(0, 0, 160)"),
    ("the-thuc/khong-nhan", "thu.typ", "#kinh-gui(vb.kinh_gui)", "#kinh-gui(vb.kinh_gui)\nChữ viết thẳng"),
    ("the-thuc/so-trang", PAGE_FILE, "if so > 1 {", "if so > 0 {"),
    ("the-thuc/so-trang", PAGE_FILE, "if so > 1 {", "if so > 2 {"),
    ("the-thuc/so-trang", PAGE_FILE, "align(center, nhan(\"so-trang\"", "align(right, nhan(\"so-trang\""),
    ("the-thuc/so-trang", PAGE_FILE, "str(so)", "str(so + 1)"),
    ("the-thuc/so-trang", "nd30/phu-luc.typ", "kho-trang(ngang, so-trang-phu-luc)", "kho-trang(ngang, [])"),
    ("the-thuc/co-chu", SIZES, "co-quoc-hieu = 13pt", "co-quoc-hieu = 11pt"),
    ("the-thuc/co-chu", SIZES, "co-tieu-ngu = 14pt", "co-tieu-ngu = 15pt"),
    ("the-thuc/co-chu", SIZES, "co-co-quan = 13pt", "co-co-quan = 14pt"),
    ("the-thuc/co-chu", SIZES, "co-so-ky-hieu = 13pt", "co-so-ky-hieu = 14pt"),
    ("the-thuc/co-chu", SIZES, "co-dia-danh = 14pt", "co-dia-danh = 15pt"),
    ("the-thuc/co-chu", SIZES, "co-ten-loai = 14pt", "co-ten-loai = 15pt"),
    ("the-thuc/co-chu", SIZES, "co-noi-dung = 14pt", "co-noi-dung = 12pt"),
    ("the-thuc/co-chu", SIZES, "co-noi-dung = 14pt", "co-noi-dung = 15pt"),
    ("the-thuc/co-chu", SIZES, "co-chu-ky = 14pt", "co-chu-ky = 15pt"),
    ("the-thuc/co-chu", SIZES, "co-noi-nhan = 12pt", "co-noi-nhan = 13pt"),
    ("the-thuc/co-chu", SIZES, "co-noi-nhan-muc = 11pt", "co-noi-nhan-muc = 12pt"),
    ("the-thuc/co-chu", SIZES, "co-phu-luc = 14pt", "co-phu-luc = 13pt"),
    ("the-thuc/co-chu", SIZES, "co-so-trang = 14pt", "co-so-trang = 12pt"),
    ("the-thuc/kieu-chu", HEAD_FILE, "text(co, style: \"italic\"", "text(co, style: \"normal\""),
    ("the-thuc/kieu-chu", HEAD_FILE, "text(co-quoc-hieu, weight: \"bold\")", "text(co-quoc-hieu)"),
    ("the-thuc/kieu-chu", TEXT_FILE, "text(weight: \"bold\", than)", "text(weight: \"regular\", than)"),
    ("the-thuc/kieu-chu", BODY_FILE, "par-dinh(\"can-cu\", emph(than), dinh)", "par-dinh(\"can-cu\", than, dinh)"),
    (
        "the-thuc/kieu-chu",
        CLOSING_FILE,
        "weight: \"bold\", style: \"italic\")[Nơi nhận:]",
        "weight: \"bold\")[Nơi nhận:]",
    ),
    ("the-thuc/chu-hoa", TEXT_FILE, "#let in-hoa(chuoi) = upper(chuoi)", "#let in-hoa(chuoi) = chuoi"),
    ("the-thuc/thieu-phan", "thu.typ", "#dau-van-ban(vb,", "#let bo(..x) = none\n#bo(vb,"),
    (
        "the-thuc/thieu-phan",
        HEAD_FILE,
        "if co-so or ngay { hang-so(o-so, o-ngay) }",
        "if co-so or ngay { hang-so(o-so, none) }",
    ),
    (
        "the-thuc/quoc-hieu",
        HEAD_FILE,
        "block(box(text(co-quoc-hieu, weight: \"bold\")[CỘNG",
        "block(width: 60mm, text(co-quoc-hieu, weight: \"bold\", [CỘNG",
    ),
    ("the-thuc/net-ke", HEAD_FILE, "net(measure(tieu-ngu).width)", "net(measure(tieu-ngu).width - 2mm)"),
    ("the-thuc/net-ke", SIZES, "ti-le-net = 0.4", "ti-le-net = 0.3"),
    ("the-thuc/net-ke", SIZES, "ti-le-net = 0.4", "ti-le-net = 0.6"),
    ("the-thuc/net-ke", TEXT_FILE, "pdf.artifact(line(length: dai, stroke: net-ke))", "none"),
    ("the-thuc/net-ke", TEXT_FILE, "pdf.artifact(line(length: dai, stroke: net-ke))", "[──────]"),
    (
        "the-thuc/vi-tri",
        HEAD_FILE,
        "  show: gon\n  show: khong-ngat",
        "  show: gon\n  set align(left)\n  show: khong-ngat",
    ),
    ("the-thuc/so-ky-hieu", HEAD_FILE, "\"Số: \"\n", "\"Số \"\n"),
    ("the-thuc/so-ky-hieu", HEAD_FILE, "\"/\" + ky-hieu", "\" / \" + ky-hieu"),
    ("the-thuc/so-ky-hieu", HEAD_FILE, "{ \"/\" + ky-hieu }", "{ }"),
    ("the-thuc/dia-danh-ngay", HEAD_FILE, "o(n.ngay) + \" tháng \"", "o(n.ngay.trim(\"0\")) + \" tháng \""),
    ("the-thuc/dia-danh-ngay", HEAD_FILE, "dia-danh + \", \"", "dia-danh + \" \""),
    ("the-thuc/kinh-gui", HEAD_FILE, "muc-danh-sach(\"-\", giu-gach(x) + cuoi)", "muc-danh-sach(\"-\", x)"),
    ("the-thuc/thut-dau-dong", SIZES, "thut-dau-dong = 10mm", "thut-dau-dong = 0mm"),
    ("the-thuc/thut-dau-dong", SIZES, "thut-dau-dong = 10mm", "thut-dau-dong = 11mm"),
    ("the-thuc/canh-deu", PAGE_FILE, "justify: true", "justify: false"),
    ("the-thuc/cach-dong", SIZES, "dong-van-ban = 1.32em", "dong-van-ban = 1.1em"),
    ("the-thuc/cach-dong", SIZES, "dong-van-ban = 1.32em", "dong-van-ban = 1.8em"),
    ("the-thuc/cach-doan", SIZES, "cach-doan = 6pt", "cach-doan = 5pt"),
    ("the-thuc/can-cu", "nd30/khoi.typ", "{ \".\" } else { \";\" }", "{ \".\" } else { \",\" }"),
    ("the-thuc/dau-het", BODY_FILE, "text(\"./.\")", "text(\".\")"),
    ("the-thuc/noi-nhan", CLOSING_FILE, "{ \".\" } else { \";\" }", "{ \";\" } else { \";\" }"),
    ("the-thuc/noi-nhan", CLOSING_FILE, "[Nơi nhận:]", "[Nơi gửi:]"),
    ("the-thuc/khoang-ky", SIZES, "khoang-ky = 28mm", "khoang-ky = 8mm"),
    ("the-thuc/chu-ky-rieng-trang", "thu.typ", "#phu-luc(ten", "#pagebreak()\n#ky-ten(vb)\n#phu-luc(ten"),
    (
        "the-thuc/hang-bi-cat",
        "nd30/bang.typ",
        "breakable: ngat, c)",
        "breakable: true, c + [\\ hai\\ ba\\ bốn\\ năm\\ sáu\\ bảy\\ tám])",
    ),
    ("the-thuc/tieu-de-bang", "nd30/bang.typ", "table.header(..dau", "table.header(repeat: false, ..dau"),
    (
        "the-thuc/tieu-de-bang",
        "nd30/bang.typ",
        "table.header(..dau.map(c => table.cell(align: center + horizon, inset: dem-o, dam(giu-tu(c))))),",
        "..dau.map(c => table.cell(align: center + horizon, inset: dem-o, dam(giu-tu(c)))),",
    ),
];

/// Mutants that only a công văn shows.
const LETTER_MUTANTS: &[(&str, &str, &str, &str)] = &[
    ("the-thuc/ve-viec", HEAD_FILE, "\"V/v \" + trich-yeu", "\"Về việc \" + trich-yeu"),
    ("the-thuc/ve-viec", SIZES, "cach-ve-viec = 6pt", "cach-ve-viec = 0pt"),
    ("the-thuc/co-chu", SIZES, "co-ve-viec = 13pt", "co-ve-viec = 14pt"),
    (
        "the-thuc/khac-ban-ghi",
        "thu.typ",
        "#dau-van-ban(vb,",
        "#dau-van-ban(vb + (trich_yeu: \"Về việc đề nghị tặng Bằng khen\"),",
    ),
    ("the-thuc/khac-ban-ghi", "thu.typ", "#if not {{ cong_van | typ }}", "#if true"),
];

/// Mutants that only a paper with stamps shows.
const STAMP_MUTANTS: &[(&str, &str, &str, &str)] = &[
    ("the-thuc/dau-chi", SIZES, "\"THƯỢNG KHẨN\": 40mm", "\"THƯỢNG KHẨN\": 39mm"),
    ("the-thuc/dau-chi", SIZES, "\"THƯỢNG KHẨN\": 40mm", "\"THƯỢNG KHẨN\": 41mm"),
    ("the-thuc/dau-chi", SIZES, "cao-dau-chi = 8mm", "cao-dau-chi = 7mm"),
    ("the-thuc/dau-chi", SIZES, "cao-dau-chi = 8mm", "cao-dau-chi = 9mm"),
    ("the-thuc/dau-chi", SIZES, "muc-do = rgb(\"#e60000\")", "muc-do = rgb(\"#000000\")"),
    ("the-thuc/dau-chi", STAMP_FILE, "let vien = net-ke + muc-do", "let vien = net-ke + black"),
    ("the-thuc/dau-chi", STAMP_FILE, "chu, rong-do-khan)", "chu, rong-do-khan, hai-vien: true)"),
    ("the-thuc/dau-chi", STAMP_FILE, "stroke: vien, breakable", "stroke: none, breakable"),
    ("the-thuc/dau-chi", STAMP_FILE, "stroke: net-ke, breakable", "breakable"),
    ("the-thuc/dau-chi", STAMP_FILE, "width: rong, inset: dem", "width: 10mm, inset: dem"),
    (
        "the-thuc/dau-do-mat",
        STAMP_FILE,
        "#let do-mat(chu) = con-dau(\"do-mat\", chu, rong-do-mat, hai-vien: true)",
        "#let do-mat(chu) = nhan(\"do-mat\", block(text(co-dau-chi, muc-do, dam(in-hoa(chu)))))",
    ),
    ("the-thuc/co-chu", STAMP_FILE, "box(text(co-dau-chi, muc-do", "box(text(co-dau-chi + 2pt, muc-do"),
    ("the-thuc/kieu-chu", STAMP_FILE, "muc-do, dam(chu))", "muc-do, chu)"),
    ("the-thuc/chu-hoa", STAMP_FILE, "let chu = in-hoa(chu)", "let chu = chu"),
    (
        "the-thuc/mau-chu",
        STAMP_FILE,
        "text(co-dau-chi, dam(in-hoa(giu-tu(chu))))",
        "text(co-dau-chi, muc-do, dam(in-hoa(chu)))",
    ),
    (
        "the-thuc/vi-tri",
        HEAD_FILE,
        "co-quan(vb.co_quan, trai), quoc-hieu(),",
        "co-quan(vb.co_quan, trai), { quoc-hieu(); luu-hanh(khac(\"luu_hanh\")) },",
    ),
    ("the-thuc/vi-tri", HEAD_FILE, "khac(\"do_khan\")), [])", "khac(\"do_khan\")), []).rev()"),
    ("the-thuc/vi-tri", STAMP_FILE, "if khan != \"\" { do-khan(khan) }", "if khan != \"\" { v(-60mm); do-khan(khan) }"),
    ("the-thuc/khac-ban-ghi", "thu.typ", "#dau-van-ban(vb,", "#dau-van-ban(vb + (do_khan: \"Khẩn\"),"),
    ("the-thuc/thieu-phan", "thu.typ", "#dau-van-ban(vb,", "#dau-van-ban(vb + (do_mat: \"\"),"),
    ("the-thuc/vi-tri", STAMP_FILE, "if mat != \"\" { do-mat(mat) }", "do-khan(khan); do-mat(mat)"),
];

/// The sample as a công văn.
fn letter() -> Json {
    as_letter(paper())
}

fn as_letter(mut paper: Json) -> Json {
    paper["cong_van"] = true.into();
    paper["van_ban"]["cong_van"] = true.into();
    paper
}

/// The sample with stamps of all three kinds.
fn stamped() -> Json {
    let mut paper = paper();
    for (key, words) in [("do_mat", "Mật"), ("do_khan", "Thượng khẩn"), ("luu_hanh", "Lưu hành nội bộ")] {
        paper["van_ban"][key] = words.into();
    }
    paper
}

#[test]
fn stamps_of_the_library_give_no_finding() {
    assert_eq!(lines(&measured(&[], &stamped())), [""; 0]);
    for urgency in ["Hoả tốc", "Hỏa tốc", "Khẩn", "Hoả tốc hẹn giờ"] {
        let mut paper = stamped();
        paper["van_ban"]["do_khan"] = urgency.into();
        assert_eq!(lines(&measured(&[], &as_letter(paper))), [""; 0], "{urgency}");
    }
}

#[test]
fn every_mutant_gives_its_finding() {
    let mut missed = Vec::new();
    for (mutants, data) in [(MUTANTS, paper()), (LETTER_MUTANTS, letter()), (STAMP_MUTANTS, stamped())] {
        for (code, file, from, to) in mutants {
            let found = measured(&[(file, from, to)], &data);
            if !codes(&found).contains(code) {
                missed.push(format!("{code}: {from} -> {to}: {:?}", lines(&found)));
            }
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// What the record lacks is a breach in the certificate, and a finding only where no other speaks of it.
#[test]
fn what_the_record_is_told_of_is_not_said_twice() {
    let mut lacking = paper();
    lacking["van_ban"]["nguoi_ky"] = json!({"dong": [], "ho_ten": "", "chuc_vu_khac": ""});
    lacking["van_ban"]["noi_nhan"] = json!(["Như trên"]);
    lacking["van_ban"]["trich_yeu"] = "".into();
    let lacking = as_letter(lacking);
    let proof = |told| {
        let expected = Expected { told, numbered: true, ..Expected::default() };
        with_library(Fonts::embedded(), &[], &lacking, expected)
    };
    let breaches = |proof: &Proof| proof.rows().iter().filter(|row| row.breaches > 0).count();
    let unsaid = proof(Told::default());
    assert_eq!(codes(&unsaid.findings()), BTreeSet::from(["the-thuc/thieu-phan", "the-thuc/noi-nhan"]));
    let said = proof(Told { signer: true, subject: true, filing: true });
    assert_eq!(lines(&said.findings()), [""; 0]);
    assert_eq!((breaches(&said), breaches(&unsaid)), (3, 3));
}

/// A word that reaches past the margin, over other words or over a table's line is one finding, not one a measure.
#[test]
fn one_word_too_long_is_one_finding() {
    let glued = "Mộtđoạnviếtliềnkhôngcách".repeat(4);
    for text in [glued.clone(), format!("Đoạn có {glued} và thêm nữa"), format!("{LONG} {glued} {LONG}")] {
        let mut paper = paper();
        paper["doan"][2] = text.clone().into();
        let found = measured(&[(TEXT_FILE, "\\\\S{36,}", "\\\\S{3600,}")], &paper);
        assert_eq!(codes(&found).into_iter().collect::<Vec<_>>(), ["the-thuc/tu-qua-dai"], "{:?}", lines(&found));
        assert!(found[0].message.contains("“Mộtđoạnviếtliền"), "{}", found[0].message);
        assert_eq!(lines(&measured(&[], &paper)), [""; 0], "{text}");
    }
}

/// The world holds four faces of one family, so another face is the same one under another name.
#[test]
fn another_face_is_found() {
    let rename = |data: &[u8]| {
        let (name, other) = (b"\0T\0i\0n\0o\0s", b"\0M\0i\0n\0o\0s");
        let mut data = data.to_vec();
        let places: Vec<usize> =
            data.windows(name.len()).enumerate().filter(|(_, w)| w == name).map(|(i, _)| i).collect();
        places.iter().for_each(|at| data[*at..at + name.len()].copy_from_slice(other));
        data
    };
    let faces = ["Regular", "Bold", "Italic", "BoldItalic"].map(|face| {
        let path = format!("{}/assets/fonts/Tinos-{face}.ttf", env!("CARGO_MANIFEST_DIR"));
        typst::text::Font::new(typst::foundations::Bytes::new(rename(&std::fs::read(path).unwrap())), 0).unwrap()
    });
    let found = measured_in(Fonts::of("Minos", faces.into()), &[], &paper());
    assert_eq!(found.len(), 1, "{:?}", lines(&found));
    assert_eq!(found[0].rule.code, "the-thuc/phong-chu");
}

#[test]
fn every_rule_has_a_mutant() {
    // another_face_is_found, a_paper_on_a_blank_is_found, a_text_set_smaller_on_a_blank_is_found; tests/mau/mutants.rs
    let elsewhere = ["the-thuc/phong-chu", "the-thuc/phoi-in", "the-thuc/chu-thu-nho", "the-thuc/hinh-thuc-sao"];
    let with_mutant: BTreeSet<&str> = [MUTANTS, LETTER_MUTANTS, STAMP_MUTANTS, fooled::MUTANTS, components::MUTANTS]
        .concat()
        .iter()
        .map(|(code, ..)| *code)
        .chain(elsewhere)
        .collect();
    let known: BTreeSet<&str> = SERVES.iter().map(|serving| serving.rule.code).collect();
    assert_eq!(with_mutant, known);
}
