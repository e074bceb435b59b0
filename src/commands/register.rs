//! `hoso register`: the register of outgoing papers.

use std::path::Path;

use anyhow::Result;

use super::Exit;
use super::desk::Desk;
use crate::cli::{Listing, Register, answer};
use crate::finding::Finding;
use crate::lock::Lock;
use crate::plan::{self, Selection};
use crate::report::register::{self, Row};
use crate::report::{self, Style};

/// The finding that a register is about: a number used twice in one series of one body.
const NUMBER_TWICE: &str = "van-ban/trung-so";

/// Runs the command.
pub fn run(args: &Register, records: &Path, style: Style) -> Result<Exit> {
    let desk = Desk::open(args.templates.as_deref(), None)?;
    let (mut rows, mut findings) = (Vec::new(), Vec::new());
    for folder in Desk::campaigns(args.campaign.as_deref(), records)? {
        let lock = Lock::open(&folder).unwrap_or_else(|finding| {
            findings.push(*finding);
            Lock::default()
        });
        desk.judge(&desk.load(&folder), None, |scope, mut found| {
            // What cannot be read at all is told; of what can, only what the register is about.
            let Some(scope) = scope else { return findings.append(&mut found) };
            let documents = plan::documents(scope, &mut found, &Selection::default());
            let row = |line: plan::register::Line| Row {
                campaign: scope.loaded.code.clone(),
                locked: lock.get(&line.paper).is_some_and(|entry| entry.made.is_some()),
                line,
            };
            rows.extend(plan::register::lines(scope, &documents).into_iter().map(row));
            findings.extend(found.into_iter().filter(|finding| finding.rule.code == NUMBER_TWICE));
        });
    }
    match args.format {
        Listing::Json => answer(&register::json(&rows, &findings))?,
        Listing::Csv => {
            answer(&register::csv(&rows))?;
            eprint!("{}", report::human::findings(&findings, &style));
        }
        Listing::Human => {
            answer(&report::human::findings(&findings, &style))?;
            answer(&register::human(&rows, &style))?;
        }
    }
    Ok(if findings.iter().any(Finding::is_error) { Exit::Findings } else { Exit::Sound })
}
