//! `hoso status`: where every dossier stands.

use std::path::Path;

use anyhow::Result;

use super::Exit;
use super::desk::Desk;
use crate::cli::{Format, Status};
use crate::finding::Finding;
use crate::plan::status;
use crate::report::matrix::{Cell, Row};
use crate::report::{self, Style};

/// Runs the command.
pub fn run(args: &Status, records: &Path, style: Style) -> Result<Exit> {
    let desk = Desk::open(None, None)?;
    let mut exit = Exit::Sound;
    for folder in Desk::campaigns(args.campaign.as_deref(), records)? {
        let (matrix, findings) = desk
            .judge(&folder, None, |scope, findings| (scope.map(|scope| status::matrix(scope, &findings)), findings));
        if findings.iter().any(Finding::is_error) {
            exit = Exit::Findings;
        }
        match (matrix, args.format) {
            (Some(matrix), Format::Json) => super::say(&report::matrix::json(&view(&matrix))),
            (Some(matrix), Format::Human) => super::say(&report::matrix::table(&view(&matrix), &style)),
            (None, Format::Json) => super::say(&report::json::check(&findings)),
            (None, Format::Human) => super::say(&report::human::findings(&findings, &style)),
        }
    }
    Ok(exit)
}

fn view(matrix: &status::Matrix) -> report::matrix::Matrix {
    let cell = |cell: &status::Cell| match cell {
        status::Cell::Complete => Cell::Complete,
        status::Cell::Missing => Cell::Missing,
        status::Cell::Draft => Cell::Draft,
        status::Cell::Error => Cell::Error,
        status::Cell::NotSubmitted => Cell::NotSubmitted,
        status::Cell::NotRequired => Cell::NotRequired,
        status::Cell::NotProposed => Cell::NotProposed,
    };
    report::matrix::Matrix {
        columns: matrix.columns.iter().map(|(_, name)| name.clone()).collect(),
        rows: matrix
            .lines
            .iter()
            .map(|line| Row {
                code: line.code.clone(),
                unit: line.name.clone(),
                cells: line.cells.iter().map(cell).collect(),
                remark: String::new(),
            })
            .collect(),
    }
}
