//! `hoso status`: where every dossier stands.

use std::path::Path;

use anyhow::Result;

use super::Exit;
use super::desk::Desk;
use crate::cli::{Format, Status, answer};
use crate::finding::Finding;
use crate::plan::status;
use crate::report::{self, Style};

/// Runs the command.
pub fn run(args: &Status, records: &Path, style: Style) -> Result<Exit> {
    let desk = Desk::open(args.templates.as_deref(), None)?;
    let mut exit = Exit::Sound;
    let mut matrices = Vec::new();
    for folder in Desk::campaigns(args.campaign.as_deref(), records)? {
        let judged = desk.judge(&desk.load(&folder), None, |scope, findings| {
            let matrix = scope.map(|scope| (scope.loaded.code.clone(), status::matrix(scope, &findings)));
            matrix.ok_or_else(|| findings.clone()).map(|matrix| (matrix, findings.iter().any(Finding::is_error)))
        });
        match judged {
            Ok((matrix, errors)) => {
                matrices.push(matrix);
                exit = if errors { Exit::Findings } else { exit };
            }
            Err(findings) => {
                eprint!("{}", report::human::findings(&findings, &style));
                exit = Exit::Findings;
            }
        }
    }
    match args.format {
        Format::Json => answer(&report::matrix::json(&matrices))?,
        Format::Human => {
            for (code, matrix) in &matrices {
                let title = if matrices.len() > 1 { format!("Phong trào {code}\n\n") } else { String::new() };
                answer(&format!("{title}{}", report::matrix::table(matrix, &style)))?;
            }
        }
    }
    Ok(exit)
}
