//! Whatever is typed into a record comes out of the paper as exactly that text: never as markup, never as
//! code, never dropped. Proved on the finished paper, read back.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use std::sync::LazyLock;

use hoso::markdown::is_invisible;
use hoso::record::text::{is_mark, nfc, one_line};
use proptest::prelude::*;
use support::*;
use typst::layout::{Frame, FrameItem};

/// Fields of the school's record that are printed as they are, with a paper that prints each.
const FIELDS: &[(&str, &str)] = &[
    ("de_nghi[bui-thi-sen].ten", "truong-hoa-mai/to_trinh.pdf"),
    ("de_nghi[bui-thi-sen].thanh_tich", "truong-hoa-mai/to_trinh.pdf"),
    ("de_nghi[bui-thi-sen].chuc_vu", "truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf"),
    ("de_nghi[bui-thi-sen].que_quan", "truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf"),
    ("ho_so.to_trinh.trich_yeu", "truong-hoa-mai/to_trinh.pdf"),
    ("ho_so.to_trinh.kinh_gui[0]", "truong-hoa-mai/to_trinh.pdf"),
    ("ho_so.to_trinh.nguoi_ky.ho_ten", "truong-hoa-mai/to_trinh.pdf"),
    ("ho_so.trich_bien_ban.bien_ban.dia_diem", "truong-hoa-mai/trich_bien_ban.pdf"),
    ("ho_so.trich_bien_ban.hop.vang[0].ly_do", "truong-hoa-mai/trich_bien_ban.pdf"),
    ("ho_so.trich_bien_ban.hop.chu_tri", "truong-hoa-mai/trich_bien_ban.pdf"),
    ("ten", "truong-hoa-mai/to_trinh.pdf"),
    ("dia_danh", "truong-hoa-mai/to_trinh.pdf"),
    ("tiep_nhan[0].nguoi_nop", "truong-hoa-mai/giay_tiep_nhan.pdf"),
];

/// Fields that papers of the office and the committee print as they are, each with such a paper.
const COMMITTEE: &[(&str, &str, &str)] = &[
    (REVIEW, "hop[0].dia_diem", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].thu_tu", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].tham_du.thanh_phan", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].tham_du.chu_tri", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].tham_du.chuc_vu_chu_tri", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].tham_du.thu_ky", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].tham_du.vang[0].ho_ten", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].tham_du.vang[0].ly_do", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].noi_nhan[0]", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].ket_qua[1].ly_do", "bien_ban_hop.pdf"),
    (REVIEW, "hop[0].ket_qua[1].ly_do", "thong_bao_ket_qua.pdf"),
    (REVIEW, "hop[0].kiem_phieu[0].ho_ten", "bien_ban_kiem_phieu.pdf"),
    (REVIEW, "hop[0].kiem_phieu[0].chuc_vu", "bien_ban_kiem_phieu.pdf"),
    (REVIEW, "quyet_dinh[0].can_cu[0]", "qd_khen_thuong.pdf"),
    (REVIEW, "quyet_dinh[0].noi_nhan[0]", "qd_khen_thuong.pdf"),
    (REVIEW, "quyet_dinh[0].thi_hanh[0]", "qd_khen_thuong.pdf"),
    (REVIEW, "quyet_dinh[0].de_nghi_cua", "qd_khen_thuong.pdf"),
    (REVIEW, "quyet_dinh[0].trich_yeu", "qd_khen_thuong.pdf"),
    (REVIEW, "quyet_dinh[0].nguoi_ky.ho_ten", "qd_khen_thuong.pdf"),
    (REVIEW, "quyet_dinh[0].nguoi_ky.ho_ten", "giay_khen_in_thu.pdf"),
    (REVIEW, "van_ban.to_trinh_khen_thuong.kinh_gui[0]", "to_trinh_khen_thuong.pdf"),
    (REVIEW, "van_ban.to_trinh_khen_thuong.trich_yeu", "to_trinh_khen_thuong.pdf"),
    (REVIEW, "van_ban.to_trinh_bang_khen.dot-2.trich_yeu", "to_trinh_bang_khen-dot-2.pdf"),
    (REVIEW, "van_ban.thong_bao_ket_qua.kinh_gui[0]", "thong_bao_ket_qua.pdf"),
    (REVIEW, "van_ban.cong_van_don_doc.trich_yeu", "cong_van_don_doc.pdf"),
    (CAMPAIGN, "tien_thuong.nguon", "qd_khen_thuong.pdf"),
    (STATION, "de_nghi[tap-the].ten", "to_trinh_bang_khen-dot-2.pdf"),
    (STATION, "de_nghi[tap-the].thanh_tich", "to_trinh_bang_khen-dot-2.pdf"),
    (STATION, "de_nghi[tap-the].thanh_tich", "danh_sach_trich_ngang.pdf"),
    (SCHOOL, "de_nghi[tap-the].ten", "phieu_bau.pdf"),
    (SCHOOL, "de_nghi[tap-the].ten", "danh_sach_ky_nhan.pdf"),
    (SCHOOL, "de_nghi[bui-thi-sen].ten", "giay_khen/truong-hoa-mai-bui-thi-sen.pdf"),
    (CAMPAIGN, "ten", "giay_khen/truong-hoa-mai-bui-thi-sen.pdf"),
    (SCHOOL, "ten", "cong_van_bo_sung/truong-hoa-mai.pdf"),
    (SCHOOL, "ten", "bang_tong_hop.pdf"),
    (WEST, "ten", "cong_van_don_doc.pdf"),
];

/// Text that some layer on the way would take for its own: YAML, Tera, Typst, Markdown.
const HOSTILE: &[&str] = &[
    "#panic(\"x\")",
    "#{ 1 + 1 }",
    "*",
    "*đậm* _nghiêng_",
    "$x$",
    "@a",
    "<a>",
    "// không phải chú thích",
    "/* cũng không */",
    "\"",
    "'nháy'",
    "\\",
    "\\u{41} \\n \\*",
    "[",
    "]",
    "[a](b) ![c](d)",
    "= x",
    "== x",
    "1. x",
    "- x",
    "+ x",
    "/ x: y",
    "| a | b |",
    "# x",
    "`mã`",
    "~ a~b",
    "-- --- ... -?",
    "{{ 7*7 }}",
    "{% if %}",
    "{# ghi chú #}",
    "{{ noi_dung | safe }}",
    "&amp; <b>đậm</b>",
    "https://a.vn/b?c=d#e",
    "x(y).z[0]",
    ").ten",
    "; let a = 1",
    "%PDF",
    "!!str x",
    "&neo *neo",
    ": a: b",
    "null",
    "Uỷ ban “nhân dân” – ‘phường’…",
];

/// The characters that all faces have and that stand in a line. Marks that NFC leaves alone are findings
/// (`van-ban/dau-roi`): the typesetter gives a letter and its loose mark the same text twice. So are characters that
/// nobody sees (`van-ban/ky-tu-dieu-khien`).
static REPERTOIRE: LazyLock<Vec<char>> = LazyLock::new(|| {
    let seen = |c: char| !c.is_control() && !c.is_whitespace() && !is_mark(c) && !is_invisible(c);
    let has = |c: &char| PROGRAM.engine.repertoire().has(*c) && seen(*c);
    ('\u{20}'..='\u{ffff}').filter(has).collect()
});

/// The school's record with a text in one field, written so that YAML takes it as it is.
fn with(field: &str, text: &str) -> Records {
    Records::small().set(SCHOOL, field, &serde_json::to_string(text).unwrap())
}

/// The text as a field can hold it: dashes and dots alone are a name left open, and a mark at the end of a line is the
/// layout's own. The campaign's name begins small in the middle of a sentence, and so does a reason in its brackets.
fn fit(field: &str, text: &str) -> String {
    if field == "ten" || field.ends_with("vang[0].ly_do") {
        return format!("x {text} x");
    }
    let is_free = ["thanh_tich", "trich_yeu", ".ten", "ho_ten"].iter().any(|key| field.ends_with(key));
    let is_blank = text.chars().all(|c| " .-?".contains(c));
    if is_free && !is_blank { text.to_owned() } else { format!("{text} x") }
}

/// White space aside: where lines break is not the text's affair.
fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text of a paper as it is laid out, item by item.
fn laid_out(records: &Records, path: &str) -> String {
    let checked = records.check();
    let layout = PROGRAM.engine.compile(&job(checked.document(path))).unwrap_or_else(|e| panic!("{path}: {e:#?}"));
    assert!(layout.warnings.is_empty(), "{:#?}", layout.warnings);
    let mut text = String::new();
    for page in layout.document.pages() {
        collect(&page.frame, &mut text);
    }
    tight(&text)
}

fn collect(frame: &Frame, out: &mut String) {
    for (_, item) in frame.items() {
        match item {
            FrameItem::Group(group) => collect(&group.frame, out),
            FrameItem::Text(text) => out.push_str(&text.text),
            _ => {}
        }
    }
}

/// The text of a paper as a reader of the PDF sees it.
fn read_back(records: &Records, path: &str) -> String {
    let checked = records.check();
    let pdf = PROGRAM.engine.render(&job(checked.document(path))).unwrap_or_else(|e| panic!("{path}: {e:#?}"));
    tight(&pdf_extract::extract_text_from_mem(&pdf.bytes).unwrap())
}

/// The text as a record holds it.
fn held(text: &str) -> String {
    tight(&one_line(&nfc(text)))
}

#[test]
fn hostile_text_in_every_field_is_laid_out_as_it_is() {
    // Every field with some of the texts, every text in some of the fields.
    for (n, text) in HOSTILE.iter().enumerate() {
        for (field, path) in [FIELDS[n % FIELDS.len()], FIELDS[(n * 5 + 3) % FIELDS.len()]] {
            let text = fit(field, text);
            let page = laid_out(&with(field, &text), path);
            assert!(page.contains(&held(&text)), "{field}: {text}\n{page}");
        }
    }
}

#[test]
fn hostile_text_in_every_paper_of_the_committee_is_laid_out_as_it_is() {
    for (n, text) in HOSTILE.iter().enumerate() {
        for (file, field, path) in [COMMITTEE[n % COMMITTEE.len()], COMMITTEE[(n * 5 + 3) % COMMITTEE.len()]] {
            let text = fit(field, text);
            let records = Records::with_every_paper().set(file, field, &serde_json::to_string(&text).unwrap());
            let page = laid_out(&records, path);
            assert!(page.contains(&held(&text)), "{field}, {path}: {text}\n{page}");
        }
    }
}

#[test]
fn hostile_text_in_a_decision_is_read_back_from_the_pdf() {
    let all = format!("{} x", HOSTILE.join(" "));
    let fields = [
        (REVIEW, "quyet_dinh[0].thi_hanh[0]", "qd_khen_thuong.pdf"),
        (REVIEW, "hop[0].ket_qua[1].ly_do", "bien_ban_hop.pdf"),
    ];
    for (file, field, path) in fields {
        let records = Records::with_every_paper().set(file, field, &serde_json::to_string(&all).unwrap());
        let page = read_back(&records, path);
        assert!(page.contains(&held(&all)), "{field}\n{}\n{page}", held(&all));
    }
}

#[test]
fn hostile_text_in_one_paper_is_read_back_from_the_pdf() {
    let all = HOSTILE.join(" ");
    for field in ["de_nghi[bui-thi-sen].thanh_tich", "ho_so.to_trinh.kinh_gui[0]"] {
        let page = read_back(&with(field, &all), "truong-hoa-mai/to_trinh.pdf");
        assert!(page.contains(&held(&all)), "{field}\n{}\n{page}", held(&all));
    }
}

#[test]
fn decomposed_text_is_printed_composed() {
    let (nfd, plain) = ("Bu\u{300}i Thi\u{323} Hươ\u{301}ng Ngoa\u{323}n", "Bùi Thị Hướng Ngoạn");
    let page = read_back(&with("de_nghi[bui-thi-sen].ten", nfd), "truong-hoa-mai/to_trinh.pdf");
    assert!(page.contains(&tight(plain)), "{page}");
}

#[test]
fn the_alphabet_and_more_is_read_back() {
    let letters = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
    let text = format!("{letters} {} 0123456789 fi ffl – — … “ ” ‘ ’ % ‰ § € ₫ ½ × °", letters.to_uppercase());
    let page = read_back(&with("de_nghi[bui-thi-sen].thanh_tich", &text), "truong-hoa-mai/to_trinh.pdf");
    assert!(page.contains(&tight(&text)), "{page}");
}

#[test]
fn a_body_may_say_anything_that_is_escaped_as_markdown() {
    let body = "|\n# Cam kết\n\n\\#panic(\"x\") \\*sao\\* $x$ @a // \\[ {{ 7*7 }} {% if %} \\\\ đường [x] = y\n\n= không phải đề mục Typst\n\n\\1. một\n";
    let page =
        laid_out(&Records::small().set(SCHOOL, "ho_so.ban_cam_ket.noi_dung", body), "truong-hoa-mai/ban_cam_ket.pdf");
    assert!(page.contains(&tight("#panic(\"x\") *sao* $x$ @a // [ {{ 7*7 }} {% if %} \\ đường [x] = y")), "{page}");
    assert!(page.contains(&tight("= không phải đề mục Typst")), "{page}");
}

/// Letters of scripts written from the right are laid out in the order of the eye.
fn from_the_right(c: char) -> bool {
    matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff)
}

fn sorted(text: &str) -> Vec<char> {
    let mut chars: Vec<char> = text.chars().collect();
    chars.sort_unstable();
    chars
}

fn any_text() -> impl Strategy<Value = String> {
    let any = (0..REPERTOIRE.len()).prop_map(|n| REPERTOIRE[n]);
    let ascii = proptest::char::range('!', '~');
    let letter = prop_oneof![Just(' '), Just('ệ'), Just('ờ'), Just('Đ'), Just('“')];
    proptest::collection::vec(prop_oneof![3 => any, 3 => ascii, 2 => letter], 1..40)
        .prop_map(|chars| nfc(&chars.into_iter().collect::<String>()))
        .prop_filter("some text", |text| !one_line(text).is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_laid_out_as_it_is(text in any_text(), field in 0..FIELDS.len()) {
        let (field, path) = FIELDS[field];
        let text = fit(field, &text);
        let page = laid_out(&with(field, &text), path);
        if text.chars().any(from_the_right) {
            // The same letters, whatever their order on the line.
            let plain = laid_out(&with(field, "x"), path);
            let more: Vec<char> = sorted(&held(&text));
            let mut rest = sorted(&page);
            for c in &more {
                let at = rest.binary_search(c);
                prop_assert!(at.is_ok(), "{field}: {text:?} lost {c:?}\n{page}");
                rest.remove(at.unwrap());
            }
            prop_assert!(rest.len() + 2 >= sorted(&plain).len().saturating_sub(2));
        } else {
            prop_assert!(page.contains(&held(&text)), "{field}: {text:?}\n{page}");
        }
    }

    #[test]
    fn any_text_is_laid_out_as_it_is_by_the_committee(text in any_text(), field in 0..COMMITTEE.len()) {
        let (file, field, path) = COMMITTEE[field];
        let text = fit(field, &text);
        prop_assume!(!text.chars().any(from_the_right));
        let page = laid_out(&Records::with_every_paper().set(file, field, &serde_json::to_string(&text).unwrap()), path);
        prop_assert!(page.contains(&held(&text)), "{field}: {text:?}\n{page}");
    }
}
