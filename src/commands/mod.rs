//! One file a command: arguments become one plain call of the rooms, and the answer becomes text.

mod build;
mod check;
mod desk;
mod explain;
mod issue;
mod issued;
mod progress;
mod register;
mod selection;
mod status;
mod verify;

pub use desk::Desk;

use std::num::NonZeroUsize;
use std::process::ExitCode;

use crate::check::Scope;
use crate::cli::{Cli, Command};
use crate::finding::Finding;
use crate::output::{Made, STACK};
use crate::report::Style;

/// What the shell is told.
///
/// 0: no finding of severity error. 1: some; everything sound was still made. 2: wrong usage, or the
/// folder cannot be read or written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Nothing of severity error.
    Sound,
    /// Findings of severity error.
    Findings,
    /// Wrong usage, or input and output that cannot be used.
    Unusable,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Sound => 0,
            Exit::Findings => 1,
            Exit::Unusable => 2,
        })
    }
}

/// Runs the chosen command.
///
/// # Errors
/// A sentence for the clerk, when the command cannot begin: it ends with exit code 2.
pub fn run(cli: &Cli, style: Style) -> anyhow::Result<Exit> {
    let asked = if let Command::Build(args) = &cli.command { args.jobs } else { None };
    // Records are judged on these threads, and Typst lays papers of several page runs out on them, which takes as much
    // stack as any paper. Where they cannot be had, those of the library serve.
    let _ = rayon::ThreadPoolBuilder::new().num_threads(jobs(asked)).stack_size(STACK).build_global();
    match &cli.command {
        Command::Build(args) => build::run(args, &cli.records, style),
        Command::Check(args) => check::run(args, &cli.records, style),
        Command::Status(args) => status::run(args, &cli.records, style),
        Command::Issue(args) => issue::run(args, &cli.records, style),
        Command::Register(args) => register::run(args, &cli.records, style),
        Command::Verify(args) => verify::run(args, &cli.records, style),
        Command::Explain(args) => explain::run(args, style),
    }
}

/// What rendering and writing had to say, with the severities and waivers of the campaign.
fn late_findings(made: &[Made], scope: &Scope) -> Vec<Finding> {
    let mut findings = made.iter().flat_map(|made| made.findings.iter().cloned()).collect();
    // Whether a waiver covers nothing cannot be said here: other papers may not have been asked for.
    crate::check::settle(&mut findings, scope);
    findings
}

/// The threads asked for, else one for each processor.
fn jobs(asked: Option<NonZeroUsize>) -> usize {
    asked.or_else(|| std::thread::available_parallelism().ok()).map_or(1, NonZeroUsize::get)
}
