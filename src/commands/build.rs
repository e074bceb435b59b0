//! `hoso build`: every paper that can be made is made; the rest is named.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::Result;

use super::Exit;
use super::desk::Desk;
use super::selection::refuse_unknown;
use crate::check::Scope;
use crate::cli::{Build, Format, answer};
use crate::digest::sha256_of;
use crate::finding::{Finding, Place};
use crate::lock::Lock;
use crate::output::write::WriteError;
use crate::output::{self, Cache, Entry, Folder, Made};
use crate::plan::Selection;
use crate::record::Campaign;
use crate::record::load::shown;
use crate::report::human::Summary;
use crate::report::{self, DocumentRow, Style};

/// Runs the command.
pub fn run(args: &Build, records: &Path, style: Style) -> Result<Exit> {
    // Said once, and not of every paper that was set in vain.
    output::write::refuse_file(&args.output)?;
    let desk = Desk::open(args.templates.as_deref(), args.font_dir.as_deref())?;
    let folders = Desk::campaigns(args.campaign.as_deref(), records)?;
    output::write::refuse_records(&args.output, &folders)?;
    if !(args.units.is_empty() && args.kinds.is_empty()) {
        let campaigns: Vec<_> = folders.iter().map(|folder| desk.load(folder)).collect();
        refuse_unknown(&args.units, &args.kinds, &campaigns)?;
    }
    let mut total = Outcome { findings: desk.findings.clone(), ..Outcome::default() };
    // One campaign at a time, so that memory does not grow with their number.
    for folder in &folders {
        let outcome = desk.judge(&desk.load(folder), None, |scope, findings| match scope {
            Some(scope) => campaign(&desk, folder, scope, findings, args, style.width),
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

fn campaign(
    desk: &Desk,
    records: &Path,
    scope: &Scope,
    mut findings: Vec<Finding>,
    args: &Build,
    width: usize,
) -> Outcome {
    let selection = Selection { units: args.units.clone(), kinds: args.kinds.clone(), by: args.den_ngay };
    let lock = match Lock::open(records) {
        Ok(lock) => lock,
        Err(finding) => {
            findings.push(*finding);
            return Outcome { findings, ..Outcome::default() };
        }
    };
    let issued = lock.papers().map(|(entry, sha256)| (format!("{}.pdf", entry.paper), sha256.to_owned()));
    let folder = Folder::new(&args.output, &scope.loaded.code).keeping(issued.collect());
    if let Err(error) = folder.make() {
        return refused(&folder, &error, findings);
    }
    let _turn =
        folder.turn(|| eprintln!("Một lần lập khác đang ghi vào {}; chờ lần ấy xong…", shown(&folder.path(""))));
    let mut found = folder.sweep();
    // What has been issued is no paper of an earlier build that nobody should send.
    found.retain(|path| folder.issued(path).is_none());
    let options = output::Options {
        jobs: super::jobs(args.jobs),
        keep_typ: args.keep_typ,
        certificate: args.certificate,
        attach_data: args.attach_data,
        whole: selection.is_all(),
    };
    let cache = Cache::read(&folder);
    // Of a build of some papers nothing is known of the others.
    let inputs = options.whole.then(|| inputs(desk, scope, &format!("{} {}", args.attach_data, lock.text())));
    if let Some(inputs) = &inputs
        && let Some(entries) = cache.as_left(&folder, inputs, &found, options)
    {
        return Outcome::of(entries.iter().map(|entry| left(entry, &folder)).collect(), findings);
    }
    let title = title(scope.campaign);
    if let Some(Err(error)) = title.as_ref().map(|title| folder.refuse_other(title)) {
        return refused(&folder, &error, findings);
    }
    let told = findings.len();
    let mut documents = desk.documents(scope, &mut findings, &selection);
    findings.append(&mut super::issued::changed((scope, &desk.engine), &mut documents, &lock, selection.is_all()));
    findings.append(&mut super::issued::gaps(scope, &lock));
    let bar = super::progress::Bar::new(documents.len(), args.format == Format::Human, width);
    let made =
        output::build(&desk.engine, documents, Some(&folder), &cache, options, &|made| bar.step(&made.document.path));
    bar.finish();
    let mut unwritable = made.iter().any(|m| m.unwritable);
    findings.append(&mut super::late_findings(&made, scope));
    if options.whole {
        let units = scope.loaded.units.iter();
        let lost: Vec<&str> = units.filter(|file| file.unit.is_none()).map(|file| file.code.as_str()).collect();
        findings.append(&mut folder.old_papers(&found, &made, &lost));
        if let Err(error) = output::write_manifest(&made, &desk.engine, &folder, title.as_ref()) {
            findings.push(unwritable_at(&folder.path("manifest.json"), &error));
            unwritable = true;
        }
    }
    let is_clean = findings.len() == told && made.iter().all(|one| one.entry.is_some());
    cache.remember(&folder, &made, inputs.filter(|_| is_clean), options);
    Finding::sort(&mut findings);
    Outcome { unwritable, ..Outcome::of(made.into_iter().map(|made| row(made, &folder)).collect(), findings) }
}

/// Fingerprint of all that decides which papers are made and what they hold: everything read of the campaign, and what
/// papers are made from besides. `check` has judged the same, so nothing else can differ.
fn inputs(desk: &Desk, scope: &Scope, besides: &str) -> String {
    let makings = format!("{} {besides}", desk.engine.makings_sha256());
    let files = scope.loaded.sources.iter().flat_map(|file| {
        let below = file.path.strip_prefix(scope.loaded.shown.as_str()).unwrap_or(&file.path);
        [below, &*file.text]
    });
    sha256_of(std::iter::once(makings.as_str()).chain(files))
}

/// Nothing of the campaign can be made.
fn refused(folder: &Folder, error: &WriteError, mut findings: Vec<Finding>) -> Outcome {
    findings.push(unwritable_at(&folder.path(""), error));
    Finding::sort(&mut findings);
    Outcome { findings, unwritable: true, ..Outcome::default() }
}

fn unwritable_at(path: &Path, error: &WriteError) -> Finding {
    Finding::new(&output::UNWRITABLE, error.to_string()).at(Place::file(shown(path)))
}

/// Which campaign it is, where its record can tell.
fn title(campaign: &Campaign) -> Option<output::Title> {
    let (name, year) = (campaign.name.get()?, campaign.year.get()?);
    Some(output::Title { name: name.value.clone(), year: year.value })
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

/// A paper that was left as it lies there.
fn left(entry: &Entry, folder: &Folder) -> DocumentRow {
    DocumentRow {
        path: shown(&folder.path(&entry.path)),
        unit: entry.unit.clone(),
        kind: entry.kind.clone(),
        nominee: entry.nominee.clone(),
        sha256: Some(entry.sha256.clone()),
        pages: Some(entry.pages),
        status: output::Status::Unchanged,
    }
}

impl Outcome {
    fn of(rows: Vec<DocumentRow>, findings: Vec<Finding>) -> Self {
        let units = rows.iter().filter_map(|row| row.unit.as_ref()).collect::<BTreeSet<_>>().len();
        Self { findings, rows, units, unwritable: false }
    }

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
                answer(&report::human::summary(
                    &Summary::new(&self.findings, self.units).documents(&self.rows),
                    &style,
                ))?;
            }
        }
        Ok(())
    }
}
