//! `hoso explain CODE`: what a rule checks, by which clause, and how to mend what it finds.

use anyhow::{Result, bail};

use super::Exit;
use crate::cli::{Explain, answer};
use crate::report::{self, Style};

/// Runs the command.
pub fn run(args: &Explain, style: Style) -> Result<Exit> {
    let rules = crate::rules();
    match &args.code {
        None => answer(&report::explain::list(&rules, &style))?,
        Some(code) => match rules.iter().find(|rule| rule.code == code) {
            Some(rule) => answer(&report::explain::rule(rule, &style))?,
            None => bail!("{}", report::explain::unknown(code, &rules, &style)),
        },
    }
    Ok(Exit::Sound)
}
