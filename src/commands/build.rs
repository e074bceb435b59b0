//! `hoso build`: every paper that can be made is made; the rest is named.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use anyhow::Result;

use super::Exit;
use super::desk::Desk;
use super::selection::refuse_unknown;
use crate::check::Scope;
use crate::cli::{Build, Format, answer};
use crate::digest::sha256_of;
use crate::finding::{Finding, Kept, Place, Rule};
use crate::lock::Lock;
use crate::output::write::WriteError;
use crate::output::{self, Cache, Entry, Folder, Made, Turn};
use crate::plan::Selection;
use crate::record::load::{folder_name, shown};
use crate::record::{Campaign, witness};
use crate::report::human::{Papers, Summary};
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
    let rules = crate::rules();
    // One campaign at a time, so that memory does not grow with their number.
    for folder in &folders {
        let seen = inputs(&desk, folder, args);
        if let Some(outcome) = seen.as_ref().and_then(|seen| as_left(folder, seen, args, &rules)) {
            total.add(outcome, args.format);
            continue;
        }
        let outcome = desk.judge(&desk.load(folder), None, |scope, findings| match scope {
            Some(scope) => campaign(&desk, (folder, seen), scope, findings, args, style.width),
            None => Outcome { findings, ..Outcome::default() },
        });
        total.add(outcome, args.format);
    }
    let exit = match (total.unwritable, total.findings.iter().any(Finding::is_error)) {
        (true, _) => Exit::Unusable,
        (false, true) => Exit::Findings,
        (false, false) => Exit::Sound,
    };
    total.report(args.format, style)?;
    Ok(exit)
}

/// What all campaigns together gave.
#[derive(Default)]
struct Outcome {
    findings: Vec<Finding>,
    rows: Vec<DocumentRow>,
    papers: Papers,
    units: usize,
    unwritable: bool,
}

/// Which papers are asked for.
fn selection(args: &Build) -> Selection {
    Selection { units: args.units.clone(), kinds: args.kinds.clone(), by: args.den_ngay }
}

/// How to build, as asked for.
fn options(args: &Build) -> output::Options {
    output::Options {
        jobs: super::jobs(args.jobs),
        keep_typ: args.keep_typ,
        certificate: args.certificate,
        attach_data: args.attach_data,
        whole: selection(args).is_all(),
    }
}

/// Where the campaign's papers go, without touching those that have been issued.
fn folder_of(args: &Build, code: &str, lock: &Lock) -> Folder {
    let issued = lock.papers().map(|(entry, sha256)| (format!("{}.pdf", entry.paper), sha256.to_owned()));
    Folder::new(&args.output, code).keeping(issued.collect())
}

fn turn(folder: &Folder) -> Turn {
    folder.turn(|| eprintln!("Một lần lập khác đang ghi vào {}; chờ lần ấy xong…", shown(&folder.path(""))))
}

/// What lies in the campaign's folder.
fn found(folder: &Folder) -> BTreeSet<String> {
    let mut found = folder.sweep();
    // What has been issued is no paper of an earlier build that nobody should send.
    found.retain(|path| folder.issued(path).is_none());
    found
}

/// Fingerprint of all that decides what is said of a campaign, which papers are made of it and what they hold. None for a
/// build of some papers, which tells nothing of the others, and where it cannot be told.
fn inputs(desk: &Desk, records: &Path, args: &Build) -> Option<String> {
    let witness = options(args).whole.then(|| witness::of(records)).flatten()?;
    let asked = format!("{} {:?}", args.attach_data, args.den_ngay);
    // Papers bear the campaign's code; findings show paths from where the command was called.
    let (code, shown) = (folder_name(records), shown(records));
    Some(sha256_of([&*desk.engine.makings_sha256(), &asked, &code, &shown, &witness]))
}

/// A campaign whose papers, records and makings (`seen`) all are as the last build left them: that build's answer, without
/// reading or judging it again.
fn as_left(records: &Path, seen: &str, args: &Build, rules: &[&'static Rule]) -> Option<Outcome> {
    let lock = Lock::open(records).ok()?;
    let folder = folder_of(args, &folder_name(records), &lock);
    // Nothing is made of a folder before it is known to be one, and to be ours.
    if !folder.has_cache() || folder.make().is_err() {
        return None;
    }
    let _turn = turn(&folder);
    let cache = Cache::read(&folder);
    let (entries, said) = cache.as_left(&folder, seen, &found(&folder), options(args))?;
    let mut texts = HashMap::new();
    let mut text = |path: &str| {
        let known = texts.entry(path.to_owned()).or_insert_with(|| witness::text(path));
        known.clone()
    };
    let findings = said.iter().map(|kept| kept.restore(rules, &mut text)).collect::<Option<_>>()?;
    Some(Outcome::of(entries.iter().map(|entry| left(entry, &folder)).collect(), findings))
}

/// Makes the papers of a campaign. `seen` are its inputs before it was read.
fn campaign(
    desk: &Desk,
    (records, seen): (&Path, Option<String>),
    scope: &Scope,
    mut findings: Vec<Finding>,
    args: &Build,
    width: usize,
) -> Outcome {
    let selection = selection(args);
    let lock = match Lock::open(records) {
        Ok(lock) => lock,
        Err(finding) => {
            findings.push(*finding);
            return Outcome { findings, ..Outcome::default() };
        }
    };
    let folder = folder_of(args, &scope.loaded.code, &lock);
    if let Err(error) = folder.make() {
        return refused(&folder, &error, findings);
    }
    let _turn = turn(&folder);
    let found = found(&folder);
    let options = options(args);
    let cache = Cache::read(&folder);
    let title = title(scope.campaign);
    if let Some(Err(error)) = title.as_ref().map(|title| folder.refuse_other(title)) {
        return refused(&folder, &error, findings);
    }
    let said: Option<Vec<Kept>> = findings.iter().map(Kept::of).collect();
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
    // Records that somebody changed meanwhile, even there and back, are not those that the papers were made from.
    let is_read = || scope.loaded.sources.iter().all(|file| witness::text(&file.path).as_ref() == Some(&file.text));
    let is_same = |seen: &String| is_clean && is_read() && inputs(desk, records, args).as_ref() == Some(seen);
    let whole = seen.filter(is_same).zip(said);
    cache.remember(&folder, &made, whole, options);
    Finding::sort(&mut findings);
    Outcome { unwritable, ..Outcome::of(made.into_iter().map(|made| row(made, &folder)).collect(), findings) }
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
        Self { findings, papers: Papers::of(&rows), rows, units, unwritable: false }
    }

    /// Takes another campaign's in. Its papers are kept one by one only where each is told.
    fn add(&mut self, other: Self, format: Format) {
        self.findings.extend(other.findings);
        self.papers.add(other.papers);
        if format == Format::Json {
            self.rows.extend(other.rows);
        }
        self.units += other.units;
        self.unwritable |= other.unwritable;
    }

    fn report(self, format: Format, style: Style) -> Result<()> {
        match format {
            Format::Json => answer(&report::json::build(&self.rows, &self.findings))?,
            Format::Human => {
                answer(&report::human::findings(&self.findings, &style))?;
                answer(&report::human::summary(&Summary::new(&self.findings, self.units).papers(self.papers), &style))?;
            }
        }
        Ok(())
    }
}
