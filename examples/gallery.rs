//! The pictures of `docs/gallery/`: the first page of one paper of each kind of the shipped campaign.
//! `cargo run --example gallery`

#![allow(clippy::panic, reason = "a developer's command: it stops at the first fault")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use hoso::commands::Desk;
use hoso::plan::{self, Document, Selection};
use hoso::render::Job;
use typst_render::RenderOptions;

/// The unit whose papers are shown.
const UNIT: &str = "long-thuy";
/// Some 90 dots an inch: all of the text can be read, and a picture takes less than 200 KB.
const PIXELS_PER_PT: f64 = 1.25;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = Desk::open(None, None)?;
    let loaded = desk.load(&root.join("records/phuoc-long-2021"));
    let selection = Selection::default();
    let documents = desk.judge(&loaded, None, |scope, mut findings| {
        scope.map(|scope| plan::documents(scope, &mut findings, &selection)).unwrap_or_default()
    });
    let folder = root.join("docs/gallery");
    fs::create_dir_all(&folder)?;
    let mut shown = BTreeSet::new();
    // A unit's papers, those about the campaign, and a certificate of whoever is the first.
    let ours = |document: &&Document| {
        let unit = document.unit.as_deref();
        unit.is_none_or(|unit| unit == UNIT) || document.kind == "giay_khen"
    };
    for document in documents.iter().filter(ours).filter(|document| shown.insert(picture(document))) {
        let expected = hoso::output::expected(document);
        let job = Job { template: &document.template, data: &document.data, name: &document.path, expected };
        let layout = desk.engine.compile(&job).unwrap_or_else(|findings| panic!("{findings:#?}"));
        let page = layout.document.pages().first().context("no page")?;
        let options = RenderOptions { pixel_per_pt: PIXELS_PER_PT.into(), ..RenderOptions::default() };
        fs::write(folder.join(picture(document)), typst_render::render(page, &options).encode_png()?)?;
    }
    Ok(())
}

/// A report of a collective and one of an individual look different.
fn picture(document: &Document) -> String {
    let individual = document.data.pointer("/nguoi/loai").is_some_and(|kind| kind == "ca_nhan");
    format!("{}{}.png", document.kind, if individual { "-ca-nhan" } else { "" })
}
