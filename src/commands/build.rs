//! `hoso build`: every paper that can be made is made; the rest is named.

use std::collections::BTreeSet;
use std::path::Path;

use anyhow::{Result, bail};

use super::Exit;
use super::desk::Desk;
use crate::check::Scope;
use crate::cli::{Build, Format};
use crate::finding::Finding;
use crate::output::{self, Made};
use crate::plan::{self, Selection};
use crate::record::load::shown;
use crate::report::human::Summary;
use crate::report::{self, DocumentRow, Style};

/// Runs the command.
pub fn run(args: &Build, records: &Path, style: Style) -> Result<Exit> {
    let desk = Desk::open(args.templates.as_deref(), args.font_dir.as_deref())?;
    let campaigns = Desk::campaigns(args.campaign.as_deref(), records)?;
    let mut total = Outcome { findings: desk.findings.clone(), ..Outcome::default() };
    for folder in &campaigns {
        let outcome = desk.judge(folder, None, |scope, findings| match scope {
            Some(scope) => campaign(&desk, scope, findings, args),
            None => Outcome { findings, ..Outcome::default() },
        });
        total.add(outcome);
    }
    total.refuse_unknown(args)?;
    total.report(args.format, style);
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
    known_units: Vec<String>,
    known_kinds: Vec<String>,
    unwritable: bool,
}

fn campaign(desk: &Desk, scope: &Scope, mut findings: Vec<Finding>, args: &Build) -> Outcome {
    let selection = Selection { units: args.units.clone(), kinds: args.kinds.clone() };
    let documents = plan::documents(scope, &mut findings, &selection);
    let root = args.output.join(&scope.loaded.code);
    let options = output::Options { jobs: super::jobs(args.jobs), keep_typ: args.keep_typ };
    let bar = super::progress::Bar::new(documents.len(), args.format == Format::Human);
    let made = output::build(&desk.engine, documents, Some(&root), options, &|made| bar.step(&made.document.path));
    bar.finish();
    let mut unwritable = made.iter().any(|m| m.unwritable);
    if selection.is_all() && output::write_manifest(&made, &root).is_err() {
        unwritable = true;
    }
    findings.extend(made.iter().flat_map(|m| m.findings.iter().cloned()));
    Finding::sort(&mut findings);
    Outcome {
        findings,
        units: made.iter().filter_map(|m| m.document.unit.as_ref()).collect::<BTreeSet<_>>().len(),
        known_units: known_units(scope),
        known_kinds: scope.loaded.kinds.codes().map(str::to_owned).collect(),
        rows: made.into_iter().map(|made| row(made, &root)).collect(),
        unwritable,
    }
}

fn known_units(scope: &Scope) -> Vec<String> {
    let listed = scope.campaign.units.iter().map(|code| code.to_string());
    let filed = scope.loaded.units.iter().map(|file| file.code.clone());
    listed.chain(filed).collect::<BTreeSet<_>>().into_iter().collect()
}

fn row(made: Made, root: &Path) -> DocumentRow {
    DocumentRow {
        path: shown(&root.join(&made.document.path)),
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
        self.known_units.extend(other.known_units);
        self.known_kinds.extend(other.known_kinds);
        self.unwritable |= other.unwritable;
    }

    /// A unit or kind that no campaign has is a slip of the hand, not an empty answer.
    fn refuse_unknown(&self, args: &Build) -> Result<()> {
        refuse("đơn vị", &args.units, &self.known_units)?;
        refuse("loại văn bản", &args.kinds, &self.known_kinds)
    }

    fn report(&self, format: Format, style: Style) {
        match format {
            Format::Json => super::say(&report::json::build(&self.rows, &self.findings)),
            Format::Human => {
                super::say(&report::human::findings(&self.findings, &style));
                super::say(&report::human::summary(&Summary::new(&self.findings, self.units).documents(&self.rows)));
            }
        }
    }
}

fn refuse(what: &str, asked: &[String], known: &[String]) -> Result<()> {
    let Some(word) = asked.iter().find(|word| !known.is_empty() && !known.contains(word)) else { return Ok(()) };
    let distance = |k: &&String| strsim::damerau_levenshtein(word, k);
    let near = known.iter().min_by_key(distance).filter(|k| distance(k) <= 3);
    let meant = near.map_or_else(|| format!("các mã có: {}", known.join(", ")), |k| format!("có phải là `{k}`?"));
    bail!("không có {what} `{word}`\n  {meant}")
}
