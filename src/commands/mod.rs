//! One file a command: arguments become one plain call of the rooms, and the answer becomes text.

mod build;
mod check;
mod desk;
mod explain;
mod status;

use std::process::ExitCode;

use crate::cli::{Cli, Command};
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
pub fn run(cli: Cli, style: Style) -> anyhow::Result<Exit> {
    match cli.command {
        Command::Build(args) => build::run(&args, style),
        Command::Check(args) => check::run(&args, style),
        Command::Status(args) => status::run(&args, style),
        Command::Explain(args) => explain::run(&args, style),
    }
}
