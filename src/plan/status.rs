//! Where every dossier stands: the matrix of units and required papers.

use super::milestones::{Milestone, milestones};
use super::stage::{Stage, stage};
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
    /// Every state, the worst first.
    pub const WORST_FIRST: [Self; 7] = [
        Self::Error,
        Self::Missing,
        Self::NotSubmitted,
        Self::Draft,
        Self::Complete,
        Self::NotProposed,
        Self::NotRequired,
    ];

    /// The word programs read.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Complete => "du",
            Self::Missing => "thieu",
            Self::Draft => "du_thao",
            Self::Error => "loi",
            Self::NotSubmitted => "chua_nop",
            Self::NotRequired => "khong_can",
            Self::NotProposed => "khong_de_nghi",
        }
    }

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

/// A unit's line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Unit code.
    pub code: String,
    /// Short name of the unit.
    pub unit: String,
    /// One state a column.
    pub cells: Vec<Cell>,
    /// The whole dossier, errors outside the required papers included.
    pub whole: Cell,
    /// What else is to be said, in a few words.
    pub remark: String,
}

/// The matrix of a campaign.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Codes of the required kinds, in the order of the required set.
    pub kinds: Vec<String>,
    /// Their names.
    pub columns: Vec<String>,
    /// Units in the campaign's order.
    pub rows: Vec<Row>,
    /// How far the campaign has come.
    pub stage: Stage,
    /// Its year, day by day.
    pub year: Vec<Milestone>,
}

/// The matrix, from the records and their findings.
pub fn matrix(scope: &Scope, findings: &[Finding]) -> Matrix {
    let (kinds, columns): (Vec<String>, Vec<String>) = columns(scope).into_iter().unzip();
    let mut rows = Vec::new();
    for code in scope.campaign.units.iter() {
        let file = scope.loaded.units.iter().find(|f| f.code == code.as_str());
        rows.push(match file.map(|f| &f.unit) {
            Some(Some(unit)) => row(scope, unit, &kinds, findings),
            Some(None) => plain(code, Cell::Error, kinds.len()),
            None => plain(code, Cell::NotSubmitted, kinds.len()),
        });
    }
    Matrix { kinds, columns, rows, stage: stage(scope), year: milestones(scope) }
}

fn plain(code: &str, cell: Cell, columns: usize) -> Row {
    let remark = if cell == Cell::Error { "không đọc được bản ghi" } else { "chưa có bản ghi" };
    Row {
        code: code.to_owned(),
        unit: code.to_owned(),
        cells: vec![cell; columns],
        whole: cell,
        remark: remark.to_owned(),
    }
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

fn row(scope: &Scope, unit: &Unit, kinds: &[String], findings: &[Finding]) -> Row {
    let items = required::items(unit, scope.campaign, &scope.loaded.kinds);
    let ours: Vec<&Finding> = findings.iter().filter(|f| f.unit.as_deref() == Some(&unit.code)).collect();
    let owes_nothing = if unit.head.proposes_nobody.get().is_some() { Cell::NotProposed } else { Cell::NotRequired };
    let cell = |kind: &String| {
        let of_kind = items.iter().filter(|i| i.kind.code == *kind);
        of_kind.map(|i| of_item(unit, i, &ours)).max().unwrap_or(owes_nothing)
    };
    let cells: Vec<Cell> = kinds.iter().map(cell).collect();
    let whole = of_unit(unit, &items, &ours);
    // An error that no column shows must not hide behind a row of "đủ".
    let remark = if whole == Cell::Error && !cells.contains(&Cell::Error) {
        "còn lỗi ngoài các văn bản này"
    } else {
        ""
    };
    Row { code: unit.code.clone(), unit: unit.short_name(), cells, whole, remark: remark.to_owned() }
}

fn of_item(unit: &Unit, item: &Item, findings: &[&Finding]) -> Cell {
    let name =
        item.nominee.map_or_else(|| item.kind.code.clone(), |n| format!("{}/{}", item.kind.code, n.code.as_str()));
    // What is wrong with the unit or with a nominee keeps the papers that print it from being made.
    let keeps = |f: &Finding| {
        let own = || item.nominee.is_none_or(|own| f.nominee.as_deref() == Some(own.code.as_str()));
        f.blocks == Some(Blocks::Paper) && f.paper.is_none() && (f.nominee.is_none() || own())
    };
    let wrong = findings.iter().any(|f| {
        let about = f.paper.as_deref() == Some(&name) || keeps(f);
        f.is_error() && about && !std::ptr::eq(f.rule, &raw const crate::check::dossier::MISSING)
    });
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
