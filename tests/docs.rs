//! Pages that the program writes about itself are true of the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::Path;

fn is_current(name: &str, page: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/{name} is out of date: run UPDATE_DOCS=1 cargo test --test docs");
}

#[test]
fn the_page_of_keys_is_the_dictionary() {
    is_current("ban-ghi.md", &hoso::record::dictionary::page());
}

#[test]
fn the_page_of_the_proof_is_its_tables() {
    is_current("the-thuc.md", &hoso::render::proof_page());
}

/// The page of the proof names the function that measures; there is one.
#[test]
fn every_measure_names_its_function() {
    for serving in hoso::render::SERVES {
        for function in serving.by.split(", ") {
            let (module, name) = function.split_once("::").unwrap();
            let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/render/proof/{module}.rs"));
            let source = std::fs::read_to_string(&path).unwrap();
            assert!(source.contains(&format!("fn {name}(")), "{} is measured by no {function}", serving.rule.code);
        }
    }
}

#[test]
fn every_template_and_record_is_nfc() {
    for root in ["templates", "records", "src", "docs"] {
        let below = walkdir::WalkDir::new(Path::new(env!("CARGO_MANIFEST_DIR")).join(root));
        for entry in below.into_iter().map(Result::unwrap).filter(|e| e.file_type().is_file()) {
            let text = std::fs::read_to_string(entry.path()).unwrap();
            let normal = icu_normalizer::ComposingNormalizerBorrowed::new_nfc().is_normalized(&text);
            assert!(normal, "{} is not NFC", entry.path().display());
        }
    }
}
