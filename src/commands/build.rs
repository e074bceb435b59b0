//! `hoso build`: every paper that can be made is made; the rest is named.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use super::Exit;
use super::desk::Desk;
use super::selection::refuse_unknown;
use crate::check::Scope;
use crate::cli::{Build, Format, answer};
use crate::finding::{Finding, Place};
use crate::output::{self, Folder, Made};
use crate::plan::{self, Selection};
use crate::record::load::shown;
use crate::report::human::Summary;
use crate::report::{self, DocumentRow, Style};

/// Runs the command.
pub fn run(args: &Build, records: &Path, style: Style) -> Result<Exit> {
    // Said once, and not of every paper that was set in vain.
    output::write::refuse_file(&args.output)?;
    let desk = Desk::open(args.templates.as_deref(), args.font_dir.as_deref())?;
    let folders = Desk::campaigns(args.campaign.as_deref(), records)?;
    if !(args.units.is_empty() && args.kinds.is_empty()) {
        let campaigns: Vec<_> = folders.iter().map(|folder| desk.load(folder)).collect();
        refuse_unknown(&args.units, &args.kinds, &campaigns)?;
    }
    let mut total = Outcome { findings: desk.findings.clone(), ..Outcome::default() };
    // One campaign at a time, so that memory does not grow with their number.
    for folder in &folders {
        let outcome = desk.judge(&desk.load(folder), None, |scope, findings| match scope {
            Some(scope) => campaign(&desk, scope, findings, args),
            None => Outcome { findings, ..Outcome::default() },
        });
        total.add(outcome);
    }
    total.report(args.format, style)?;
    Ok(match (total.unwritable, total.findings.iter().any(Finding::is_error)) {
        (true, _) => Exit::Unusable,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Sound,
    })
}

/// What all campaigns together gave.
#[derive(Default)]
struct Outcome {
    findings: Vec<Finding>,
    rows: Vec<DocumentRow>,
    units: usize,
    unwritable: bool,
}

fn campaign(desk: &Desk, scope: &Scope, mut findings: Vec<Finding>, args: &Build) -> Outcome {
    let selection = Selection { units: args.units.clone(), kinds: args.kinds.clone(), by: args.den_ngay };
    let documents = plan::documents(scope, &mut findings, &selection);
    let folder = Folder::new(&args.output, &scope.loaded.code);
    if let Err(error) = folder.refuse_in_place() {
        let place = Place::file(shown(&folder.path("")));
        findings.push(Finding::new(&output::UNWRITABLE, error.to_string()).at(place));
        Finding::sort(&mut findings);
        return Outcome { findings, unwritable: true, ..Outcome::default() };
    }
    let _turn =
        folder.turn(|| eprintln!("Một lần lập khác đang ghi vào {}; chờ lần ấy xong…", shown(&folder.path(""))));
    let found = folder.sweep();
    let options = output::Options {
        jobs: super::jobs(args.jobs),
        keep_typ: args.keep_typ,
        certificate: args.certificate,
        whole: selection.is_all(),
    };
    let bar = super::progress::Bar::new(documents.len(), args.format == Format::Human);
    let made = output::build(&desk.engine, documents, Some(&folder), options, &|made| bar.step(&made.document.path));
    bar.finish();
    let mut unwritable = made.iter().any(|m| m.unwritable);
    findings.append(&mut super::late_findings(&made, scope));
    if selection.is_all() {
        let units = scope.loaded.units.iter();
        let lost: Vec<&str> = units.filter(|file| file.unit.is_none()).map(|file| file.code.as_str()).collect();
        findings.append(&mut folder.old_papers(&found, &made, &lost));
        if let Err(error) = output::write_manifest(&made, &desk.engine, &folder) {
            let place = Place::file(shown(&folder.path("manifest.json")));
            findings.push(Finding::new(&output::UNWRITABLE, error.to_string()).at(place));
            unwritable = true;
        }
    }
    Finding::sort(&mut findings);
    Outcome {
        findings,
        units: made.iter().filter_map(|m| m.document.unit.as_ref()).collect::<BTreeSet<_>>().len(),
        rows: made.into_iter().map(|made| row(made, &folder)).collect(),
        unwritable,
    }
}

fn row(made: Made, folder: &Folder) -> DocumentRow {
    DocumentRow {
        path: shown(&folder.path(&made.document.path)),
        unit: made.document.unit,
        kind: made.document.kind,
        nominee: made.document.nominee,
        sha256: made.sha256,
        pages: made.pages,
        status: made.status,
    }
}

impl Outcome {
    fn add(&mut self, other: Self) {
        self.findings.extend(other.findings);
        self.rows.extend(other.rows);
        self.units += other.units;
        self.unwritable |= other.unwritable;
    }

    fn report(&self, format: Format, style: Style) -> Result<()> {
        match format {
            Format::Json => answer(&report::json::build(&self.rows, &self.findings))?,
            Format::Human => {
                answer(&report::human::findings(&self.findings, &style))?;
                answer(&report::human::summary(&Summary::new(&self.findings, self.units).documents(&self.rows)))?;
            }
        }
        Ok(())
    }
}
