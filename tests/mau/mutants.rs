//! Model papers that are changed, and what their proof says of it. No size of the library can leave its range unseen: each
//! is moved 1 pt past either end.

use std::path::Path;

use hoso::render::{Engine, Expected, Fonts, Job, Profile, Proof, TemplateFile, Templates};

use crate::{ADMINISTRATIVE, FOLDER, data};

const SIZES: &str = "nd30/kich-thuoc.typ";
const SAMPLES: [&str; 11] = [
    "mau_1_5", "mau_1_2", "mau_2_1", "mau_2_2", "mau_3_1", "mau_3_2", "mau_1_3", "mau_1_1", "mau_1_4", "mau_1_7",
    "mau_1_9",
];
/// Sizes whose range the decree leaves open, or that stand in for another one.
const OPEN: [&str; 3] = ["co-bang", "co-co-quan-nho", "co-dia-danh-nho"];

/// Name, figure, smallest and largest allowed, from `#let co-… = 13pt // 12–13`.
fn size(line: &str) -> Option<(&str, f64, f64, f64)> {
    let (name, rest) = line.strip_prefix("#let ")?.split_once(" = ")?;
    let (figure, comment) = rest.split_once("pt")?;
    let figure = figure.parse().ok().filter(|_| name.starts_with("co-"))?;
    let (_, comment) = comment.split_once("//")?;
    let range = comment.split([',', ' ']).rfind(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    let (low, high) = range.split_once('–').unwrap_or((range, range));
    Some((name, figure, low.parse().ok()?, high.parse().ok()?))
}

/// An annex in a file of its own lacks the head of a paper, not what ties it to one; and no paper passes for an annex.
#[test]
fn an_annex_by_itself_says_whose_it_is() {
    let said = |from: &str, to: &str| -> Vec<String> {
        let (engine, findings) = Engine::new(&changed("mau_2_2.typ", from, to), Fonts::embedded());
        assert!(findings.is_empty(), "{findings:#?}");
        let job = Job {
            template: "mau_2_2",
            data: &data("mau_2_2"),
            name: "mau_2_2",
            expected: ADMINISTRATIVE,
            attached: None,
        };
        engine.render(&job).unwrap().findings.iter().map(|finding| finding.message.clone()).collect()
    };
    let (note, signed) = ("kem-theo: kem-theo-van-ban(vb, dien-tu: true),", "ky-so: ky-so(");
    let lacks = "đo được không có, quy định có";
    assert_eq!(said(note, ""), [format!("Chú dẫn kèm theo văn bản: {lacks} (trang 1)")]);
    let either = format!("Thông tin chữ ký số: {lacks}, hoặc chú dẫn kèm theo ghi số (trang 1)");
    assert_eq!(said(signed, "ky-so: ((..x) => none)("), [either]);
    assert_eq!(said("dien-tu: true", "dien-tu: false"), [""; 0]);
    let paper = said("#phu-luc(", "#kinh-gui((\"Sở Nội vụ\",))\n#phu-luc(");
    assert!(paper.contains(&format!("Quốc hiệu: {lacks} (trang 1)")), "{paper:#?}");
}

/// The templates with one text of a file replaced.
fn changed(file: &str, from: &str, to: &str) -> Templates {
    let templates = Templates::embedded().overlay(Path::new(FOLDER)).unwrap();
    assert!(templates.get(file).unwrap().text.contains(from), "{file} has no {from:?}");
    let with = |(name, template): (&str, &TemplateFile)| {
        let text = template.text.to_string();
        (name.to_owned(), name.to_owned(), if name == file { text.replacen(from, to, 1) } else { text })
    };
    templates.iter().map(with).collect()
}

const OTHER_FILE: &str = "nd30/thanh-phan-khac.typ";

/// Code of the finding, the sample that shows it, file, what is replaced, by what.
const MUTANTS: &[(&str, &str, &str, &str, &str)] = &[
    // Ô 12, 13, 14.
    ("the-thuc/net-ke", "mau_1_5", OTHER_FILE, "net(100%)", "net(60%)"),
    ("the-thuc/net-ke", "mau_1_5", OTHER_FILE, "nhan(\"ke-dia-chi\", block(below: cach-dia-chi, net(100%)))", ""),
    ("the-thuc/vi-tri", "mau_1_5", OTHER_FILE, "block(above: cach-nguoi-soan, text", "block(inset: (left: 9mm), text"),
    ("the-thuc/vi-tri", "mau_2_2", OTHER_FILE, "align(right, par(text(co-ky-so", "align(left, par(text(co-ky-so"),
    (
        "the-thuc/vi-tri",
        "mau_3_2",
        "mau_3_2.typ",
        "#ky-so(sao.hinh_thuc, sao.co_quan, ngay: sao.ngay, gio: sao.gio)\n#dau-van-ban(vb)",
        "#dau-van-ban(vb)\n#ky-so(sao.hinh_thuc, sao.co_quan, ngay: sao.ngay, gio: sao.gio)",
    ),
    ("the-thuc/chu-hoa", "mau_1_5", OTHER_FILE, "text(co-nguoi-soan, chu)", "text(co-nguoi-soan, lower(chu))"),
    // Stamps.
    (
        "the-thuc/dau-chi",
        "mau_1_5",
        OTHER_FILE,
        "let giua = align(center + horizon, giua)",
        "let giua = align(left + horizon, giua)",
    ),
    (
        "the-thuc/dau-chi",
        "mau_1_5",
        OTHER_FILE,
        "let giua = align(center + horizon, giua)",
        "let giua = align(center + top, giua)",
    ),
    (
        "the-thuc/dau-chi",
        "mau_1_4",
        OTHER_FILE,
        "inset: dem, stroke",
        "inset: (left: 4pt, right: 20pt, y: 3pt), stroke",
    ),
    // Copies.
    ("the-thuc/net-ke", "mau_3_1", "nd30/ban-sao.typ", "net(100%)", "net(50%)"),
    ("the-thuc/net-ke", "mau_3_1", "nd30/ban-sao.typ", "nhan(\"ke-sao\", block(net(100%)))", ""),
    ("the-thuc/hinh-thuc-sao", "mau_3_1", "mau_3_1.typ", "hinh-thuc: sao.hinh_thuc", "hinh-thuc: \"Bản sao\""),
    ("the-thuc/hinh-thuc-sao", "mau_3_1", "mau_3_1.typ", "hinh-thuc: sao.hinh_thuc", "hinh-thuc: \"Sao lục\""),
    // Charts.
    (
        "the-thuc/hinh-ve",
        "bieu_do",
        "nd30/bieu-do.typ",
        "line(length: dai, stroke: day-cot + black)",
        "rect(width: dai, height: day-cot, fill: gray)",
    ),
    ("the-thuc/hinh-ve", "bieu_do", "nd30/bieu-do.typ", "column-gutter: cach-so-cot", "column-gutter: -9mm"),
    ("the-thuc/hinh-ve", "bieu_do", "nd30/bieu-do.typ", "nhan(\"bieu-do\", block(", "nhan(\"doan\", block("),
    ("the-thuc/bang", "bieu_do", "nd30/bieu-do.typ", "set text(co-bang)", "set text(7pt)"),
    // Annexes, divisions.
    ("the-thuc/phu-luc", "mau_2_1", "mau_2_1.typ", "so: \"II\"", "so: \"III\""),
    ("the-thuc/phu-luc", "mau_2_1", "mau_2_1.typ", "so: \"II\"", "so: \"2\""),
    ("the-thuc/danh-so", "mau_1_3", "nd30/noi-dung.typ", "dem.phan.at(duoi) = 0", "dem.phan.at(duoi) = 3"),
    (
        "the-thuc/danh-so",
        "mau_1_3",
        "nd30/noi-dung.typ",
        "khoan: 0, diem: 0)\n    return (dem, v + (so: \"Điều",
        "diem: 0)\n    return (dem, v + (so: \"Điều",
    ),
];

#[test]
fn every_sample_departing_is_found() {
    let mut missed = Vec::new();
    for (code, sample, file, from, to) in MUTANTS {
        let (engine, findings) = Engine::new(&changed(file, from, to), Fonts::embedded());
        assert!(findings.is_empty(), "{findings:#?}");
        let job = Job { template: sample, data: &data(sample), name: sample, expected: ADMINISTRATIVE, attached: None };
        let layout = engine.compile(&job).unwrap_or_else(|findings| panic!("{sample}: {findings:#?}"));
        let found = Proof::of(&layout.document, job.data, ADMINISTRATIVE).findings();
        if !found.iter().any(|finding| finding.rule.code == *code) {
            missed.push(format!("{code}: {sample}: {from} -> {to}: {found:?}"));
        }
    }
    assert!(missed.is_empty(), "{missed:#?}");
}

/// Whether some sample, set with another size, has a size outside its range.
fn seen(templates: &Templates) -> bool {
    let (engine, findings) = Engine::new(templates, Fonts::embedded());
    assert!(findings.is_empty(), "{findings:#?}");
    SAMPLES.iter().any(|template| {
        let (data, expected) =
            (data(template), Expected { profile: Profile::Specialised, numbered: true, ..Expected::default() });
        let layout = engine.compile(&Job { template, data: &data, name: template, expected, attached: None }).unwrap();
        Proof::of(&layout.document, &data, expected)
            .findings()
            .iter()
            .any(|finding| finding.rule.code == "the-thuc/co-chu")
    })
}

#[test]
fn every_size_is_measured() {
    let templates = Templates::embedded().overlay(Path::new(FOLDER)).unwrap();
    assert!(!seen(&templates));
    let sizes = templates.get(SIZES).unwrap().text.clone();
    let mut count = 0;
    for line in sizes.lines().filter(|line| !OPEN.iter().any(|name| line.contains(&format!("{name} =")))) {
        let Some((name, figure, low, high)) = size(line) else { continue };
        count += 1;
        for moved in [low - 1.0, high + 1.0] {
            let mutant = sizes.replace(&format!("#let {name} = {figure}pt"), &format!("#let {name} = {moved}pt"));
            assert_ne!(mutant, *sizes);
            let files = templates.iter().map(|(file, template)| (file.to_owned(), template.text.to_string()));
            let files = files
                .map(|(file, text)| (file.clone(), file.clone(), if file == SIZES { mutant.clone() } else { text }));
            assert!(seen(&files.collect()), "{name} = {moved}pt goes unseen");
        }
    }
    assert!(count >= 16, "only {count} sizes were read");
}
