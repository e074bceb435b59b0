//! A paper's data is what the paper says: what its template does not read is no part of it, so that a change elsewhere in the
//! records does not look like a change of a paper that was issued.

use std::collections::{BTreeMap, BTreeSet};

use hoso::plan::Document;
use hoso::render::Job;
use serde_json::Value;

use super::support::*;

/// The data with one value changed, for every value, with the value's place, list places as `*`.
fn changed(data: &Value) -> Vec<(String, Value)> {
    fn walk(node: &Value, place: &str, pointer: &str, found: &mut Vec<(String, String, Value)>) {
        let key = |key: &str| (format!("{place}.{key}"), format!("{pointer}/{key}"));
        match node {
            Value::Object(map) => map.iter().for_each(|(name, value)| {
                let (place, pointer) = key(name);
                walk(value, &place, &pointer, found);
            }),
            Value::Array(items) => items.iter().enumerate().for_each(|(i, value)| {
                walk(value, &key("*").0, &key(&i.to_string()).1, found);
            }),
            Value::String(text) => found.push((place.to_owned(), pointer.to_owned(), format!("{text} khác").into())),
            Value::Bool(yes) => found.push((place.to_owned(), pointer.to_owned(), (!yes).into())),
            Value::Number(n) => found.push((place.to_owned(), pointer.to_owned(), (n.as_f64().unwrap() + 1.0).into())),
            Value::Null => {}
        }
    }
    let mut found = Vec::new();
    walk(data, "", "", &mut found);
    let changed = |(place, pointer, value): (String, String, Value)| {
        let mut data = data.clone();
        *data.pointer_mut(&pointer).unwrap() = value;
        (place.trim_start_matches('.').to_owned(), data)
    };
    found.into_iter().map(changed).collect()
}

/// Every paper of some records with its data, and what it says.
fn papers(checked: &Checked) -> impl Iterator<Item = (&Document, String)> {
    checked.documents.iter().map(|document| (document, said(document, &document.data)))
}

fn said(document: &Document, data: &Value) -> String {
    PROGRAM.engine.fill(&Job { data, ..job(document) }).unwrap_or_else(|findings| format!("{findings:?}"))
}

fn read(document: &Document, data: &Value) -> Value {
    PROGRAM.engine.read(&document.template, data.clone())
}

/// What a template is taken to read is all that it needs.
#[test]
fn a_paper_says_the_same_of_the_data_that_its_template_reads() {
    for checked in [Records::phuoc_long().check(), Records::reviewed().check()] {
        for (document, paper) in papers(&checked) {
            let own = read(document, &document.data);
            assert_eq!(said(document, &own), paper, "{}", document.path);
            for (place, data) in changed(&document.data) {
                if read(document, &data) == own {
                    assert_eq!(said(document, &data), paper, "{}: {place}", document.path);
                }
            }
        }
    }
}

/// What a paper that is numbered has among its data though another value there would not change it: its template says that
/// only under a condition which these records do not meet.
const IDLE: &[&str] = &[
    "bao_cao_tong_ket tong_ket.tham_gia.chua_nop.so",
    "bao_cao_tong_ket tong_ket.tham_gia.de_nghi.doi_tuong",
    "bao_cao_tong_ket tong_ket.tham_gia.de_nghi.nhieu",
    "bien_ban_hop xet.hinh_thuc.*.nhom.*.cac.*.khong_hop_le",
    "bien_ban_hop xet.hinh_thuc.*.nhom.*.cac.*.khong_tham_gia",
    "bien_ban_hop xet.khong_chon.*.cac.*.khong_hop_le",
    "bien_ban_hop xet.khong_chon.*.cac.*.khong_tham_gia",
    "bien_ban_hop xet.khong_chon.*.cac.*.ly_do",
    "thong_bao_ket_qua xet.khong_chon.*.cac.*.ly_do",
    "to_trinh doi_tuong",
    "to_trinh_bang_khen trinh.hinh_thuc.*.nhom.*.cac.*.chuc_vu_don_vi",
    "to_trinh_bang_khen trinh.hinh_thuc.*.nhom.*.so",
    "to_trinh_bang_khen trinh.hinh_thuc.*.nhom.*.ten",
];

#[test]
fn a_change_of_the_data_is_a_change_of_the_paper() {
    let mut idle: BTreeMap<String, bool> = BTreeMap::new();
    let checked = Records::phuoc_long().check();
    for (document, paper) in papers(&checked).filter(|(document, _)| document.book.is_some()) {
        let own = read(document, &document.data);
        for (place, data) in changed(&own) {
            let is_idle = idle.entry(format!("{} {place}", document.kind)).or_insert(true);
            *is_idle &= said(document, &data) == paper;
        }
    }
    let idle: BTreeSet<&str> = idle.iter().filter(|(_, is_idle)| **is_idle).map(|(place, _)| place.as_str()).collect();
    assert_eq!(idle, IDLE.iter().copied().collect());
}
