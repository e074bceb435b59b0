//! The PDF's structure tree, as a screen reader walks it: lists are lists, whatever they look like.

use pdf_extract::{Dictionary, Document, Object};
use serde_json::json;

use super::*;

/// The structure below an element: `L(LI(Lbl,LBody),…)`; text is `·`, however many pieces it is drawn in.
fn outline(document: &Document, element: &Dictionary) -> String {
    let resolve = |object: &Object| document.dereference(object).unwrap().1.clone();
    let name = String::from_utf8_lossy(element.get(b"S").and_then(Object::as_name).unwrap_or(b"root")).into_owned();
    let kids = match element.get(b"K").map(resolve) {
        Ok(Object::Array(kids)) => kids.iter().map(resolve).collect(),
        Ok(kid) => vec![kid],
        Err(_) => Vec::new(),
    };
    let mut inside: Vec<String> = kids
        .iter()
        .map(|kid| match kid {
            Object::Dictionary(kid) if kid.has(b"S") => outline(document, kid),
            _ => "·".to_owned(),
        })
        .collect();
    inside.dedup_by(|a, b| a == "·" && b == "·");
    format!("{name}({})", inside.join(","))
}

fn tree(bytes: &[u8]) -> String {
    let document = Document::load_mem(bytes).unwrap();
    let root = document.catalog().unwrap().get(b"StructTreeRoot").unwrap();
    outline(&document, document.dereference(root).unwrap().1.as_dict().unwrap())
}

const BODY: &str = "#import \"/nd30/nd30.typ\": *
#let vb = {{ van_ban | typ }}
#show: van-ban.with(vb)
#dau-van-ban(vb)
#ten-loai(vb.ten_loai, vb.trich_yeu)
#kinh-gui(vb.kinh_gui)
#noi-dung(ky: ky-ten(vb))[{{ than | markdown }}]";

/// The structure of a paper with this body, which another program finds sound.
fn structure(head: Json, body: &str) -> String {
    let bytes = paper(BODY, head, body);
    sound(&bytes);
    tree(&bytes)
}

/// Another program finds nothing wrong in it.
#[track_caller]
fn sound(bytes: &[u8]) {
    let options = page_validation::ValidationOptions::default().profile(page_validation::ValidationProfile::PdfUa1);
    let report = page_validation::validate_pdf_bytes(bytes, &options).unwrap();
    // About streams, not about structure: see `tests/main_job.rs`.
    let real: Vec<_> = report.failures.iter().filter(|failure| !failure.rule_id.ends_with(":6.1.7.1:1")).collect();
    assert!(real.is_empty(), "{real:?}");
}

/// A paper of this template, as PDF.
fn paper(template: &str, head: Json, body: &str) -> Vec<u8> {
    let engine = engine_with_library(template);
    let mut data = json!({"van_ban": {
        "loai": "to_trinh", "ten_loai": "Tờ trình", "trich_yeu": "Về việc đề nghị tặng Giấy khen",
        "so": "05", "ky_hieu": "TTr-UBND", "co_so": true, "dia_danh": "Phước Long",
        "ngay": {"ngay": "05", "thang": "01", "nam": "2021"},
        "co_quan": {"cap_tren": "", "ten": "Phòng Nội vụ"},
        "kinh_gui": ["Ủy ban nhân dân thị xã Phước Long"], "noi_nhan": [],
        "nguoi_ky": {"dong": ["Trưởng phòng"], "ho_ten": "Nguyễn Văn A", "chuc_vu_khac": ""},
        "ngay_pdf": {"ngay": "05", "thang": "01", "nam": "2021"}, "tieu_de": "Tờ trình"
    }, "than": body});
    for (key, value) in head.as_object().unwrap() {
        data["van_ban"][key] = value.clone();
    }
    let pdf = engine.render(&Job { expected: Expected { draft: true, ..job(&data).expected }, ..job(&data) });
    pdf.unwrap_or_else(|found| panic!("{:#?}", lines(&found))).bytes
}

const ITEM: &str = "LI(Lbl(·),LBody(·))";

/// How often a piece of structure occurs.
fn count(tree: &str, piece: &str) -> usize {
    tree.matches(piece).count()
}

#[test]
fn items_of_the_body_are_items_of_a_list() {
    let tree = structure(json!({}), "Mở đầu:\n\n- Một;\n- Hai;\n- Ba.\n\nRồi:\n\n1. Bốn.\n2. Năm.\n\nHết");
    assert_eq!(count(&tree, &format!("P(·),L({ITEM},{ITEM},{ITEM}),P(·),L({ITEM},{ITEM}),P(·)")), 1, "{tree}");
    assert_eq!(count(&tree, "L("), 2, "{tree}");
}

/// The signature stands after the list, not in it, and a list may go over a page's end.
#[test]
fn a_list_that_ends_the_body_ends_before_the_signature() {
    let tree = structure(json!({}), "Mở đầu:\n\n- Một;\n- Hai");
    assert_eq!(count(&tree, &format!("P(·),L({ITEM},{ITEM}),Div(")), 1, "{tree}");
    let long: String = (1..90).map(|n| format!("- Việc thứ {n}, đã xong đúng hạn;\n")).collect();
    let tree = structure(json!({}), &long);
    assert_eq!((count(&tree, "L("), count(&tree, ITEM)), (1, 89), "{tree}");
}

#[test]
fn an_item_of_another_kind_begins_another_list() {
    let tree = structure(json!({}), "- Một;\n- Hai.\n\n1. Ba.\n2. Bốn.");
    assert_eq!(count(&tree, &format!("L({ITEM},{ITEM}),L({ITEM},{ITEM})")), 1, "{tree}");
}

#[test]
fn items_inside_an_item_are_a_list_inside_the_list() {
    let tree = structure(json!({}), "- Một:\n  - Hai;\n  - Ba;\n- Bốn:\n  1. Năm.\n\nHết");
    let (two, one) = (format!("L({ITEM},{ITEM})"), format!("L({ITEM})"));
    assert_eq!(count(&tree, &format!("L({ITEM},{two},{ITEM},{one}),P(·)")), 1, "{tree}");
}

#[test]
fn emphasis_and_headings_do_not_end_up_between_label_and_body() {
    let tree = structure(json!({}), "- **Một** hai;\n- Ba *bốn*.\n\n# Đề mục\n\n- Năm.");
    assert_eq!(count(&tree, "L(LI(Lbl(·),LBody(·,Strong(·),·)),LI(Lbl(·),LBody(·,Em(·),·)))"), 1, "{tree}");
    assert_eq!(count(&tree, &format!("H2(·),L({ITEM})")), 1, "{tree}");
}

#[test]
fn columns_of_a_table_have_header_cells() {
    let tree = structure(json!({}), "| STT | Việc |\n|---|---|\n| 1 | Một |\n\nHết");
    assert_eq!(count(&tree, "THead(TR(TH("), 1, "{tree}");
    assert_eq!(count(&tree, "TBody(TR(TD("), 1, "{tree}");
}

/// How many header cells of a paper head columns, and how many rows.
fn scopes(bytes: &[u8]) -> (usize, usize) {
    let document = Document::load_mem(bytes).unwrap();
    let is = |object: &Object, scope: &[u8]| {
        let Ok(dictionary) = object.as_dict() else { return false };
        dictionary.get(b"Scope").and_then(Object::as_name).is_ok_and(|name| name == scope)
    };
    let attributes: Vec<Object> = document
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok()?.get(b"A").ok())
        .filter_map(|object| Some(document.dereference(object).ok()?.1.clone()))
        .flat_map(|object| match object {
            Object::Array(all) => all.iter().map(|one| document.dereference(one).unwrap().1.clone()).collect(),
            one => vec![one],
        })
        .collect();
    let count = |scope: &[u8]| attributes.iter().filter(|object| is(object, scope)).count();
    (count(b"Column"), count(b"Row"))
}

/// A row that opens a group heads the rows below it, whether or not it has any.
#[test]
fn groups_of_a_table_are_headers_of_rows() {
    let head = BODY.split("#noi-dung").next().unwrap();
    let table = "#bang(dau: ([STT], [Việc]), than: (hang-nhom[I. Tập thể], [1], [Một], hang-nhom[II. Cá nhân]))";
    let bytes = paper(&format!("{head}#noi-dung(ky: ky-ten(vb))[{table} #doan[{{{{ than }}}}]]"), json!({}), "Hết");
    assert_eq!(scopes(&bytes), (2, 2));
    sound(&bytes);
}

#[test]
fn recipients_and_addressees_are_lists() {
    let none = structure(json!({}), "Một đoạn");
    assert_eq!(count(&none, "L("), 0, "{none}");
    let two = json!({"kinh_gui": ["Ủy ban nhân dân thị xã", "Phòng Nội vụ"], "noi_nhan": ["Như trên", "Lưu: VT"]});
    let tree = structure(two, "Một đoạn");
    assert_eq!((count(&tree, "L("), count(&tree, &format!("L({ITEM},{ITEM})"))), (2, 2), "{tree}");
}

/// Every glyph of a paper with its place, in hundredths of a point.
fn glyphs(body: &str) -> Vec<(i64, i64, u16)> {
    use typst::layout::{Frame, FrameItem, Point};
    fn walk(frame: &Frame, at: Point, out: &mut Vec<(i64, i64, u16)>) {
        let hundredths = |length: typst::layout::Abs| (length.to_pt() * 100.0).round() as i64;
        for (point, item) in frame.items() {
            match item {
                FrameItem::Group(group) => walk(&group.frame, at + *point, out),
                FrameItem::Text(text) => {
                    let mut x = at.x + point.x;
                    for glyph in &text.glyphs {
                        out.push((hundredths(x), hundredths(at.y + point.y), glyph.id));
                        x += glyph.x_advance.at(text.size);
                    }
                }
                _ => {}
            }
        }
    }
    let head = BODY.split("#dau-van-ban").next().unwrap();
    let engine = engine_with_library(&format!("{head}#noi-dung[{body}]"));
    let day = json!({"ngay": "5", "thang": "1", "nam": "2021"});
    let data = json!({"van_ban": {"co_quan": {"ten": "Phòng"}, "ngay_pdf": day, "tieu_de": "Thử"}});
    let layout = engine.compile(&job(&data)).unwrap_or_else(|found| panic!("{:#?}", lines(&found)));
    let mut out = Vec::new();
    layout.document.pages().iter().for_each(|page| walk(&page.frame, Point::zero(), &mut out));
    out
}

/// Tags take no room, and a blank keeps the kerning with the letter after it, wherever a list says what is what.
#[test]
fn an_item_is_set_as_the_same_words_in_a_paragraph() {
    let words = "Trình Thường trực Ủy ban và Hội đồng Thi đua, Tổ Thư ký để tổng hợp trước khi họp xét khen thưởng";
    let paragraphs =
        glyphs(&format!("#doan[Về: {words}]\n#doan[\\- {words}]\n#doan[4\\. {words}]\n#doan[Về: {words}]"));
    let items = format!("#doan[Về: {words}]\n#gach-dau-dong[{words}]\n#muc-so(\"4\")[{words}]\n#doan[Về: {words}]");
    assert!(glyphs(&items) == paragraphs);
}

/// A template may place an item outside of a body, and words straight into one.
#[test]
fn items_by_themselves_are_lists_and_other_content_keeps_its_blanks() {
    let body = BODY.split("#noi-dung").next().unwrap();
    let alone = format!("{body}#gach-dau-dong[Một;]\n#muc-so(\"2\")[Hai.]\n{{{{ than | markdown }}}}");
    let tree = tree(&paper(&alone, json!({}), "Một đoạn"));
    assert_eq!(count(&tree, &format!("L({ITEM}),L({ITEM}),P(·)")), 1, "{tree}");
    let inside = format!("{body}#noi-dung[Một *hai* ba #doan[bốn] năm _sáu_ bảy {{{{ than | markdown }}}}]");
    let text = pdf_extract::extract_text_from_mem(&paper(&inside, json!({}), "Một đoạn")).unwrap();
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Một hai ba bốn năm sáu bảy Một đoạn"), "{words}");
}
