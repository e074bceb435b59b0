//! Origin in every PDF, and what `verify` says of files as they come back: whole, signed, altered, made by another version or
//! of other records, of somebody else, and hostile ones.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

#[path = "../support/standards.rs"]
mod standards;
#[path = "../support/mod.rs"]
mod support;

mod command;

use std::sync::LazyLock;

use hoso::plan::Document;
use hoso::render::{Attached, Engine, Fonts, Job, Origin, Pdf, Templates};
use hoso::verify::{Basis, Examined, Foreign, Part, Recorded, Verdict, examine, origin};
use support::*;

const CODE: &str = "xa-mau-2026";
const PROPOSAL: &str = "truong-hoa-mai/to_trinh.pdf";
const REPORT: &str = "truong-hoa-mai/bao_cao_thanh_tich-bui-thi-sen.pdf";

static RECORDED: LazyLock<Checked> = LazyLock::new(|| Records::small().check());

/// A paper as a build makes it.
fn paper(document: &Document, with_data: bool) -> Vec<u8> {
    made(&PROGRAM.engine, document, with_data, |_| ()).bytes
}

/// A paper whose origin says what it is made to say.
fn made(engine: &Engine, document: &Document, with_data: bool, change: impl FnOnce(&mut Origin)) -> Pdf {
    let job = Job { name: document.path.trim_end_matches(".pdf"), ..job(document) };
    let mut origin = engine.origin(&job, CODE).unwrap();
    change(&mut origin);
    let attached = Attached { origin, with_data };
    engine.render(&Job { attached: Some(&attached), ..job }).unwrap()
}

fn examined(bytes: &[u8], records: &Checked) -> Examined {
    let find = |origin: &Origin| {
        let document = records.documents.iter().find(|d| d.path == format!("{}.pdf", origin.paper))?;
        Some(Recorded { template: &document.template, data: &document.data })
    };
    examine(&PROGRAM.engine, bytes, find)
}

fn verdict(bytes: &[u8]) -> Verdict {
    examined(bytes, &RECORDED).verdict
}

fn same(appended: usize) -> Verdict {
    Verdict::Same { from: Basis::Records, appended }
}

fn has(bytes: &[u8], word: &str) -> bool {
    bytes.windows(word.len()).any(|window| window == word.as_bytes())
}

/// The first place of some bytes.
fn place(bytes: &[u8], word: &[u8]) -> usize {
    bytes.windows(word.len()).position(|window| window == word).unwrap()
}

#[test]
fn a_paper_says_how_it_was_made_and_nothing_else() {
    let document = RECORDED.document(REPORT);
    assert!(document.data.to_string().contains("04/9/1988"));
    let bytes = paper(document, false);
    let origin = origin(&bytes).unwrap();
    assert_eq!((origin.campaign.as_str(), origin.paper.as_str()), (CODE, REPORT.trim_end_matches(".pdf")));
    assert_eq!(origin.data_sha256, hoso::digest::sha256(document.data.to_string().as_bytes()));
    let text = origin.text();
    assert!(!text.contains("1988") && !text.contains("Thị") && !has(&bytes, "du-lieu.json"), "{text}");
    assert!(has(&bytes, "nguon-goc.json") && has(&bytes, "/AFRelationship/Source"));
    assert_eq!(standards::failures(&bytes), [""; 0]);
}

/// The pages are those of a paper to which nothing is attached.
#[test]
fn what_is_attached_takes_no_place() {
    for document in &RECORDED.documents {
        let bare = PROGRAM.engine.render(&job(document)).unwrap();
        let whole = made(&PROGRAM.engine, document, true, |_| ());
        let rows = |pdf: &Pdf| format!("{:?}", pdf.proof.rows());
        assert_eq!((bare.pages, rows(&bare)), (whole.pages, rows(&whole)), "{}", document.path);
        assert!(origin(&bare.bytes).is_none());
    }
}

/// Characters that a literal would drop or turn into another come through.
#[test]
fn the_data_goes_along_where_it_is_asked_for() {
    let strange = "Bùi\u{a0}Thị “Sen” \u{2013} \\u{41} \"\u{301}";
    let checked = &RECORDED;
    let mut document = checked.document(REPORT).clone();
    document.data["them"] = serde_json::json!(format!("{strange}\u{2028}\u{85}\u{7f}\u{1}\u{feff}😀\u{3164}\t\r\n"));
    let bytes = paper(&document, true);
    assert_eq!(standards::failures(&bytes), [""; 0]);
    let none = examine(&PROGRAM.engine, &bytes, |_| None);
    assert_eq!(none.verdict, Verdict::Same { from: Basis::Attached, appended: 0 });
}

#[test]
fn whole_papers_and_signed_ones() {
    for document in &RECORDED.documents {
        let mut bytes = paper(document, false);
        assert_eq!(verdict(&bytes), same(0), "{}", document.path);
        bytes.extend(b"\n7 0 obj\n<</Type/EmbeddedFile>>\nendobj\nstartxref\n1\n%%EOF\n");
        assert!(matches!(verdict(&bytes), Verdict::Same { appended: 57.., .. }), "{}", document.path);
    }
    let with_data = paper(RECORDED.document(PROPOSAL), true);
    assert_eq!(verdict(&with_data), same(0));
}

#[test]
fn one_byte_altered_anywhere() {
    let bytes = paper(RECORDED.document(PROPOSAL), false);
    let step = bytes.len() / 40;
    for at in (9..bytes.len()).step_by(step) {
        let mut altered = bytes.clone();
        altered[at] ^= 1;
        assert!(!verdict(&altered).is_sound(), "byte {at}");
    }
    // Within the content of the first page.
    let contents = place(&bytes, b"/Contents ") + 10;
    let number: String = bytes[contents..].iter().take_while(|b| b.is_ascii_digit()).map(|b| char::from(*b)).collect();
    let object = place(&bytes, format!("\n{number} 0 obj").as_bytes());
    let mut altered = bytes.clone();
    altered[object + 200] ^= 1;
    assert_eq!(verdict(&altered), Verdict::Different { fields: vec![], page: Some(1), fits_own_data: false });
}

#[test]
fn a_record_altered_afterwards() {
    let (bare, kept) = (paper(RECORDED.document(PROPOSAL), false), paper(RECORDED.document(PROPOSAL), true));
    let later = Records::small().set(SCHOOL, "ho_so.to_trinh.so", "10").check();
    let Verdict::Different { fields, page, fits_own_data } = examined(&bare, &later).verdict else { panic!() };
    assert!(fields.iter().all(|field| field.starts_with("van_ban.")) && !fields.is_empty(), "{fields:?}");
    assert_eq!((page, fits_own_data), (Some(1), false));
    // With its data in it, a paper tells more: it is what it says, only the records are others.
    let Verdict::Different { page, fits_own_data, .. } = examined(&kept, &later).verdict else { panic!() };
    assert_eq!((page, fits_own_data), (Some(1), true));
    let later = Records::small().set(SCHOOL, "de_nghi[bui-thi-sen].chuc_vu", "Tổ trưởng").check();
    let Verdict::Different { fields, .. } = examined(&kept, &later).verdict else { panic!() };
    assert!(fields.iter().any(|field| field.contains("[1].chuc_vu")), "{fields:?}");
}

#[test]
fn an_older_program_and_another_template() {
    let document = RECORDED.document(PROPOSAL);
    let older = made(&PROGRAM.engine, document, false, |origin| {
        origin.version = "0.0.9".into();
        origin.program = "0123456789abcdef".into();
    });
    let expected = Verdict::OtherVersion { of: vec![Part::Program], same: Some(0), page: None };
    assert_eq!(verdict(&older.bytes), expected);
    let folder = tempfile::tempdir().unwrap();
    let text = std::fs::read_to_string("templates/to_trinh.typ").unwrap();
    for (more, page) in [("\n// ghi chú\n", None), ("\n#v(1pt)\nThêm\n", Some(()))] {
        std::fs::write(folder.path().join("to_trinh.typ"), format!("{text}{more}")).unwrap();
        let templates = Templates::embedded().overlay(folder.path()).unwrap();
        let (engine, _) = Engine::new(&templates, Fonts::embedded());
        let other = made(&engine, document, false, |_| ());
        let Verdict::OtherVersion { of, same, page: first } = verdict(&other.bytes) else { panic!() };
        assert_eq!((of, same.is_some(), first.map(|_| ())), (vec![Part::Template], page.is_none(), page));
    }
}

#[test]
fn what_is_not_ours() {
    let foreign = |bytes: &[u8]| match verdict(bytes) {
        Verdict::Foreign(why) => why,
        other => panic!("{other:?}"),
    };
    assert_eq!(foreign(b"%PDF-1.7\n%%EOF"), Foreign::Unmarked);
    assert_eq!(foreign(b""), Foreign::Unmarked);
    let document = RECORDED.document(PROPOSAL);
    // As of a build before papers carried their origin, and with the attachment taken out.
    assert_eq!(foreign(&PROGRAM.engine.render(&job(document)).unwrap().bytes), Foreign::NoOrigin);
    let mut removed = paper(document, false);
    let at = place(&removed, b"/Type/EmbeddedFile");
    removed[at..at + 18].fill(b' ');
    assert_eq!(foreign(&removed), Foreign::NoOrigin);
    let elsewhere = made(&PROGRAM.engine, document, false, |origin| origin.paper = "don-vi-khac/to_trinh".into());
    assert_eq!(foreign(&elsewhere.bytes), Foreign::NoRecords);
    // Whatever it calls itself, it is compared with the paper of that name.
    let posing = made(&PROGRAM.engine, document, false, |origin| origin.paper = REPORT.trim_end_matches(".pdf").into());
    assert!(matches!(verdict(&posing.bytes), Verdict::Different { .. }));
    // Where only the data in it could prove it, its template has to be there.
    let posing = made(&PROGRAM.engine, document, true, |origin| origin.template = "khong-co".into());
    assert!(!examine(&PROGRAM.engine, &posing.bytes, |_| None).verdict.is_sound());
}

/// An update that brings an attachment of its own is not asked.
#[test]
fn an_update_cannot_speak_for_the_paper() {
    let first = paper(RECORDED.document(PROPOSAL), false);
    let second = paper(RECORDED.document(REPORT), false);
    let joined = [first.as_slice(), second.as_slice()].concat();
    assert_eq!(verdict(&joined), same(second.len()));
}

#[test]
fn files_cut_short_are_never_sound() {
    let bytes = paper(RECORDED.document(PROPOSAL), true);
    for end in (0..bytes.len()).step_by(bytes.len() / 40) {
        assert!(!verdict(&bytes[..end]).is_sound(), "{end}");
    }
}
