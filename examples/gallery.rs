//! The pictures of `docs/gallery/`: the first page of one paper of each kind.
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

/// The campaign that ships.
const SHIPPED: &str = "records/phuoc-long-2021";
/// Another, for the letters that the first has no need of: some of its units handed in late, and one, below, not all.
const OTHER: &str = "tests/cases/xa-hai-cap-2026";
const LACKING: &str = "don-vi/thon-thuong.yaml";
const LACKED: &str = "\n  bao_cao_thanh_tich:";
/// The unit of the first whose papers are shown.
const UNIT: &str = "long-thuy";
/// Some 90 dots an inch: all of the text can be read, and a picture takes less than 200 KB.
const PIXELS_PER_PT: f64 = 1.25;

fn main() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let desk = Desk::open(None, None)?;
    let folder = root.join("docs/gallery");
    fs::create_dir_all(&folder)?;
    let mut shown = BTreeSet::new();
    let other = lacking(&root.join(OTHER))?;
    for (campaign, is_shipped) in [(root.join(SHIPPED).as_path(), true), (other.path(), false)] {
        let loaded = desk.load(campaign);
        let selection = Selection::default();
        let documents = desk.judge(&loaded, None, |scope, mut findings| {
            scope.map(|scope| plan::documents(scope, &mut findings, &selection)).unwrap_or_default()
        });
        // A unit's papers, those about the campaign, and plans, letters and certificates of whoever is the first.
        let of_any = ["giay_khen", "ke_hoach_don_vi"];
        let to_any = |document: &&Document| of_any.contains(&&*document.kind) || document.kind.starts_with("cong_van");
        let ours = |document: &&Document| {
            let unit = document.unit.as_deref();
            to_any(document) || is_shipped && unit.is_none_or(|unit| unit == UNIT)
        };
        let new = documents.iter().filter(ours).filter(|document| !document.blocked);
        for document in new.filter(|document| shown.insert(picture(document))) {
            draw(&desk, document, &folder)?;
        }
    }
    Ok(())
}

/// The other campaign with a report left out of a dossier.
fn lacking(campaign: &Path) -> Result<tempfile::TempDir> {
    let copy = tempfile::tempdir()?;
    fs::create_dir(copy.path().join("don-vi"))?;
    for folder in ["", "don-vi"] {
        for entry in fs::read_dir(campaign.join(folder))? {
            let name = Path::new(folder).join(entry?.file_name());
            if name.extension().is_some_and(|ending| ending == "yaml" || ending == "md") {
                let text = fs::read_to_string(campaign.join(&name))?;
                let kept = text.split(LACKED).next().filter(|_| name == Path::new(LACKING)).unwrap_or(&text);
                fs::write(copy.path().join(&name), kept)?;
            }
        }
    }
    Ok(copy)
}

/// The first page.
fn draw(desk: &Desk, document: &Document, folder: &Path) -> Result<()> {
    let expected = hoso::output::expected(document);
    let job =
        Job { template: &document.template, data: &document.data, name: &document.path, expected, attached: None };
    let layout = desk.engine.compile(&job).unwrap_or_else(|findings| panic!("{findings:#?}"));
    let page = layout.document.pages().first().context("no page")?;
    let options = RenderOptions { pixel_per_pt: PIXELS_PER_PT.into(), ..RenderOptions::default() };
    fs::write(folder.join(picture(document)), typst_render::render(page, &options).encode_png()?)?;
    Ok(())
}

/// A report of a collective and one of an individual look different.
fn picture(document: &Document) -> String {
    let individual = document.data.pointer("/nguoi/loai").is_some_and(|kind| kind == "ca_nhan");
    format!("{}{}.png", document.kind, if individual { "-ca-nhan" } else { "" })
}
