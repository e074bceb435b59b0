//! `hoso check`: everything that is wrong, in one pass.

use std::path::Path;

use anyhow::Result;

use super::Exit;
use super::desk::Desk;
use crate::cli::{Check, Format, answer};
use crate::finding::Finding;
use crate::lock::Lock;
use crate::output::{self, Cache};
use crate::plan::{self, Selection};
use crate::report::human::Summary;
use crate::report::{self, Style};

/// Runs the command.
pub fn run(args: &Check, records: &Path, style: Style) -> Result<Exit> {
    let desk = Desk::open(args.templates.as_deref(), args.font_dir.as_deref())?;
    let mut all = desk.findings.clone();
    let mut units = 0;
    for folder in Desk::campaigns(args.campaign.as_deref(), records)? {
        let (count, mut findings) = desk.judge(&desk.load(&folder), args.den_ngay, |scope, mut findings| {
            let Some(scope) = scope else { return (0, findings) };
            let lock = Lock::open(&folder).unwrap_or_else(|finding| {
                findings.push(*finding);
                Lock::default()
            });
            let mut documents = Vec::new();
            if args.the_thuc || lock.iter().next().is_some() {
                documents = desk.documents(scope, &mut findings, &Selection::default());
                findings.append(&mut super::issued::changed((scope, &desk.engine), &mut documents, &lock, true));
            }
            findings.append(&mut super::issued::gaps(scope, &lock));
            Finding::sort(&mut findings);
            if args.the_thuc {
                let options = output::Options { jobs: super::jobs(None), ..output::Options::default() };
                let made = output::build(&desk.engine, documents, None, &Cache::default(), options, &|_| ());
                findings.append(&mut super::late_findings(&made, scope));
                Finding::sort(&mut findings);
            }
            (plan::units_in_order(scope).len(), findings)
        });
        units += count;
        all.append(&mut findings);
    }
    match args.format {
        Format::Json => answer(&report::json::check(&all))?,
        Format::Human => {
            answer(&report::human::findings(&all, &style))?;
            answer(&report::human::summary(&Summary::new(&all, units), &style))?;
        }
    }
    Ok(if all.iter().any(Finding::is_error) { Exit::Findings } else { Exit::Sound })
}
