//! Where every dossier stands: the matrix of units and required papers.

use crate::check::Scope;
use crate::check::required::{self, Item, State};
use crate::finding::{Blocks, Finding};
use crate::record::Unit;
use crate::record::campaign::Origin;

/// The state of a dossier, or of one kind of paper in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Cell {
    /// Not asked of this unit.
    NotRequired,
    /// The unit proposes nobody.
    NotProposed,
    /// All there.
    Complete,
    /// There, but without number or day.
    Draft,
    /// Nothing handed in yet.
    NotSubmitted,
    /// Something lacks.
    Missing,
    /// Something is wrong.
    Error,
}

impl Cell {
    /// The word people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::NotRequired => "–",
            Self::NotProposed => "không đề nghị",
            Self::Complete => "đủ",
            Self::Draft => "dự thảo",
            Self::NotSubmitted => "chưa nộp",
            Self::Missing => "thiếu",
            Self::Error => "lỗi",
        }
    }
}

/// One unit's line.
#[derive(Clone, Debug)]
pub struct Line {
    /// Unit code.
    pub code: String,
    /// Name to print.
    pub name: String,
    /// One for each column.
    pub cells: Vec<Cell>,
    /// The whole dossier.
    pub whole: Cell,
}

/// The matrix of a campaign.
#[derive(Clone, Debug)]
pub struct Matrix {
    /// Code and name of each required kind, in the order of the required set.
    pub columns: Vec<(String, String)>,
    /// Units in the campaign's order.
    pub lines: Vec<Line>,
}

/// The matrix, from the records and their findings.
pub fn matrix(scope: &Scope, findings: &[Finding]) -> Matrix {
    let columns = columns(scope);
    let mut lines = Vec::new();
    for code in scope.campaign.units.iter() {
        let file = scope.loaded.units.iter().find(|f| f.code == code.as_str());
        let line = match file.map(|f| &f.unit) {
            Some(Some(unit)) => line(scope, unit, &columns, findings),
            Some(None) => plain(code, Cell::Error, columns.len()),
            None => plain(code, Cell::NotSubmitted, columns.len()),
        };
        lines.push(line);
    }
    Matrix { columns, lines }
}

fn plain(code: &str, stand: Cell, columns: usize) -> Line {
    Line { code: code.to_owned(), name: code.to_owned(), cells: vec![stand; columns], whole: stand }
}

fn columns(scope: &Scope) -> Vec<(String, String)> {
    fn collect(parts: &[crate::record::campaign::Part], scope: &Scope, out: &mut Vec<(String, String)>) {
        for part in parts {
            let kind = part.kind.get().and_then(|k| scope.loaded.kinds.get(k));
            if let Some(kind) = kind.filter(|k| !out.iter().any(|(code, _)| *code == k.code)) {
                out.push((kind.code.clone(), kind.name.clone()));
            }
            collect(&part.one_of.items, scope, out);
            collect(&part.parts.items, scope, out);
        }
    }
    let mut out = Vec::new();
    collect(&scope.campaign.required_set.items, scope, &mut out);
    out
}

fn line(scope: &Scope, unit: &Unit, columns: &[(String, String)], findings: &[Finding]) -> Line {
    let items = required::items(unit, scope.campaign, &scope.loaded.kinds);
    let ours: Vec<&Finding> = findings.iter().filter(|f| f.unit.as_deref() == Some(&unit.code)).collect();
    let cell = |kind: &str| {
        let of_kind: Vec<&Item> = items.iter().filter(|i| i.kind.code == kind).collect();
        of_kind.iter().map(|i| of_item(unit, i, &ours)).max().unwrap_or(match unit.head.proposes_nobody.get() {
            Some(_) => Cell::NotProposed,
            None => Cell::NotRequired,
        })
    };
    Line {
        code: unit.code.clone(),
        name: unit.short_name(),
        cells: columns.iter().map(|(code, _)| cell(code)).collect(),
        whole: of_unit(unit, &items, &ours),
    }
}

fn of_item(unit: &Unit, item: &Item, findings: &[&Finding]) -> Cell {
    let name =
        item.nominee.map_or_else(|| item.kind.code.clone(), |n| format!("{}/{}", item.kind.code, n.code.as_str()));
    let wrong = findings
        .iter()
        .any(|f| f.is_error() && f.paper.as_deref() == Some(&name) && f.rule.code != "ho-so/thieu-thanh-phan");
    match item.state {
        State::Faulty => Cell::Error,
        _ if wrong => Cell::Error,
        State::Present(paper) => {
            let written = paper.origin.get().copied().unwrap_or(item.kind.origin) == Origin::Written;
            let draft = written && (paper.date.get().is_none() || item.kind.numbered && paper.number.get().is_none());
            if draft { Cell::Draft } else { Cell::Complete }
        }
        State::Missing if !item.mandatory => Cell::NotRequired,
        State::Missing | State::NotHandedIn if unit.has_handed_in() => Cell::Missing,
        State::Missing | State::NotHandedIn => Cell::NotSubmitted,
    }
}

/// Where a whole dossier stands.
pub fn of_unit(unit: &Unit, items: &[Item], findings: &[&Finding]) -> Cell {
    if unit.head.proposes_nobody.get().is_some() && unit.head.nominees.items.is_empty() {
        return Cell::NotProposed;
    }
    if !unit.has_handed_in() {
        return Cell::NotSubmitted;
    }
    if items.iter().any(Item::is_lacking) {
        return Cell::Missing;
    }
    let wrong = findings.iter().any(|f| f.is_error() && matches!(f.blocks, Some(Blocks::List | Blocks::Paper)));
    let worst = items.iter().map(|i| of_item(unit, i, findings)).max().unwrap_or(Cell::Complete);
    if wrong { Cell::Error } else { worst.max(Cell::Complete) }
}
