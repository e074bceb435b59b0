//! Pages that the program writes about itself are true of the program.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

use std::path::Path;

#[test]
fn the_page_of_keys_is_the_dictionary() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/ban-ghi.md");
    let page = hoso::record::dictionary::page();
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let written = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(written == page, "docs/ban-ghi.md is out of date: run UPDATE_DOCS=1 cargo test --test docs");
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
