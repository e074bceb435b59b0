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
    let templates = Templates::embedded().overlay(Path::new(FOLDER)).unwrap();
    let said = |from: &str, to: &str| -> Vec<String> {
        let with = |(file, template): (&str, &TemplateFile)| {
            let text = template.text.to_string();
            (file.to_owned(), file.to_owned(), if file == "mau_2_2.typ" { text.replacen(from, to, 1) } else { text })
        };
        let changed: Templates = templates.iter().map(with).collect();
        assert_ne!(changed.get("mau_2_2.typ").unwrap().text, templates.get("mau_2_2.typ").unwrap().text);
        let (engine, findings) = Engine::new(&changed, Fonts::embedded());
        assert!(findings.is_empty(), "{findings:#?}");
        let job = Job { template: "mau_2_2", data: &data("mau_2_2"), name: "mau_2_2", expected: ADMINISTRATIVE };
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

/// Whether some sample, set with another size, has a size outside its range.
fn seen(templates: &Templates) -> bool {
    let (engine, findings) = Engine::new(templates, Fonts::embedded());
    assert!(findings.is_empty(), "{findings:#?}");
    SAMPLES.iter().any(|template| {
        let (data, expected) =
            (data(template), Expected { profile: Profile::Specialised, numbered: true, ..Expected::default() });
        let layout = engine.compile(&Job { template, data: &data, name: template, expected }).unwrap();
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
