//! The table of `status`: a row a unit, a column a required paper.

use serde_json::{Value, json};

use super::Style;
use super::text::{cell, cut, hang, printable};
use crate::check::words;
use crate::plan::Milestone;
use crate::plan::status::{Cell, Matrix, Row};

/// The sign where the words do not fit.
fn sign(cell: Cell) -> &'static str {
    match cell {
        Cell::Complete => "Đ",
        Cell::Missing => "T",
        Cell::Draft => "D",
        Cell::Error => "L",
        Cell::NotSubmitted => "C",
        Cell::NotRequired => "–",
        Cell::NotProposed => "K",
    }
}

fn colour(cell: Cell) -> &'static str {
    match cell {
        Cell::Complete => "\u{1b}[32m",
        Cell::Missing | Cell::Error => "\u{1b}[31m",
        Cell::Draft | Cell::NotSubmitted => "\u{1b}[33m",
        Cell::NotRequired | Cell::NotProposed => "\u{1b}[2m",
    }
}

/// A unit that proposes nobody owes nothing: one word says it for all papers.
fn proposes_nobody(row: &Row) -> bool {
    row.whole == Cell::NotProposed
}

/// Space between two columns, but where they stand as close as they can.
const GAP: usize = 2;
/// A unit's name is not cut below this.
const NAME: usize = 20;
/// A remark column narrower than this says nothing.
const REMARK: usize = 12;

/// How the table is laid out.
struct Layout {
    name: usize,
    /// Head and width of each column.
    columns: Vec<(String, usize)>,
    remark: usize,
    signs: bool,
    legend: bool,
    gap: usize,
}

impl Layout {
    /// The first layout that fits: full heads, numbered heads, signs for words, these close together; the last one
    /// anyway.
    fn choose(matrix: &Matrix, width: usize) -> Self {
        let longest = |texts: &mut dyn Iterator<Item = usize>| texts.max().unwrap_or(0);
        let name = longest(&mut matrix.rows.iter().map(|row| row.unit.chars().count())).max("Đơn vị".chars().count());
        let remark = longest(&mut matrix.rows.iter().map(|row| row.remark.chars().count()));
        let remark = if remark == 0 { 0 } else { remark.max("Ghi chú".chars().count()) };
        let mut last = None;
        for (legend, signs, gap) in [(false, false, GAP), (true, false, GAP), (true, true, GAP), (true, true, 1)] {
            let columns = columns(matrix, legend, signs, gap < GAP);
            let taken = columns.iter().map(|(_, width)| gap + width).sum::<usize>();
            let rest = width.saturating_sub(taken);
            let wanted = if remark == 0 { 0 } else { gap + remark.min(REMARK) };
            let fits = rest >= name.min(NAME) + wanted;
            let name = if remark == 0 { name.min(rest.max(6)) } else { name.min(rest.saturating_sub(wanted).max(6)) };
            let left = rest.saturating_sub(name + gap);
            let remark = if left < REMARK.min(remark) { 0 } else { remark.min(left) };
            last = Some(Self { name, columns, remark, signs, legend, gap });
            if fits {
                break;
            }
        }
        last.unwrap_or(Self { name, columns: Vec::new(), remark, signs: false, legend: false, gap: GAP })
    }
}

fn columns(matrix: &Matrix, legend: bool, signs: bool, close: bool) -> Vec<(String, usize)> {
    let heads = matrix.columns.iter().enumerate();
    heads
        .map(|(at, head)| {
            let head = match (legend, close) {
                (false, _) => printable(head),
                (true, false) => format!("({})", at + 1),
                (true, true) => (at + 1).to_string(),
            };
            // What is written across all columns asks none of them for room.
            let rows = matrix.rows.iter().filter(|row| !proposes_nobody(row));
            let widest = rows.filter_map(|row| row.cells.get(at)).map(|cell| word(*cell, signs).chars().count()).max();
            let width = head.chars().count().max(widest.unwrap_or(0));
            (head, width)
        })
        .collect()
}

fn word(cell: Cell, signs: bool) -> &'static str {
    if signs { sign(cell) } else { cell.label() }
}

/// The table, its legend where heads are numbers, and the counts.
pub fn table(matrix: &Matrix, style: &Style) -> String {
    if matrix.rows.is_empty() {
        return "Phong trào chưa có đơn vị nào.\n".to_owned();
    }
    let layout = Layout::choose(matrix, style.width);
    let mut out = String::new();
    let heads: Vec<String> = layout.columns.iter().map(|(head, width)| cell(head, *width)).collect();
    let remark = if layout.remark > 0 { "Ghi chú" } else { "" };
    line(&mut out, layout.gap, &cell("Đơn vị", layout.name), &heads, remark);
    let rule: Vec<String> = layout.columns.iter().map(|(_, width)| "─".repeat(*width)).collect();
    line(&mut out, layout.gap, &"─".repeat(layout.name), &rule, &"─".repeat(layout.remark));
    for row in &matrix.rows {
        let cells = cells(row, &layout, style.colour);
        let remark = cut(&printable(&row.remark).replace('\n', " "), layout.remark);
        let remark = if layout.remark > 0 { remark } else { String::new() };
        line(&mut out, layout.gap, &cell(&printable(&row.unit), layout.name), &cells, &remark);
    }
    out.push('\n');
    out.push_str(&legend(matrix, &layout, style));
    out.push_str(&hang("", &counts(matrix), style.width));
    out
}

fn line(out: &mut String, gap: usize, name: &str, cells: &[String], remark: &str) {
    let gap = " ".repeat(gap);
    let text: Vec<&str> = [name].into_iter().chain(cells.iter().map(String::as_str)).chain([remark]).collect();
    out.push_str(text.join(&gap).trim_end());
    out.push('\n');
}

fn cells(row: &Row, layout: &Layout, colour: bool) -> Vec<String> {
    let paint = |state: Cell, text: String| {
        if colour { format!("{}{text}\u{1b}[0m", self::colour(state)) } else { text }
    };
    if proposes_nobody(row) {
        let across = layout.columns.iter().map(|(_, width)| width + layout.gap).sum::<usize>();
        let across = across.saturating_sub(layout.gap);
        return vec![paint(Cell::NotProposed, cell(Cell::NotProposed.label(), across))];
    }
    let states = row.cells.iter().copied().chain(std::iter::repeat(Cell::NotRequired));
    layout
        .columns
        .iter()
        .zip(states)
        .map(|((_, width), state)| paint(state, cell(word(state, layout.signs), *width)))
        .collect()
}

fn legend(matrix: &Matrix, layout: &Layout, style: &Style) -> String {
    let mut out = String::new();
    if layout.legend {
        for ((head, _), name) in layout.columns.iter().zip(&matrix.columns) {
            out.push_str(&hang(&format!("{head} "), &printable(name), style.width));
        }
    }
    if layout.signs {
        let signs: Vec<String> = Cell::WORST_FIRST
            .into_iter()
            .filter(|state| *state != Cell::NotRequired)
            .map(|state| format!("{}: {}", sign(state), state.label()))
            .collect();
        out.push_str(&hang("", &signs.join("; "), style.width));
    }
    if !out.is_empty() {
        out.push('\n');
    }
    out
}

/// How many units are in which state, the states that occur only.
fn tally(matrix: &Matrix) -> Vec<(Cell, usize)> {
    let order = [
        Cell::Complete,
        Cell::Missing,
        Cell::Error,
        Cell::Draft,
        Cell::NotSubmitted,
        Cell::NotProposed,
        Cell::NotRequired,
    ];
    let count = |state| matrix.rows.iter().filter(|row| row.whole == state).count();
    order.into_iter().map(|state| (state, count(state))).filter(|(_, count)| *count > 0).collect()
}

fn counts(matrix: &Matrix) -> String {
    let words: Vec<String> = tally(matrix)
        .into_iter()
        .map(|(state, count)| match state {
            Cell::NotRequired => format!("{count} không phải nộp"),
            state => format!("{count} {}", state.label()),
        })
        .collect();
    let year = if matrix.year.is_empty() { String::new() } else { format!("\nCả năm: {}.", year(matrix)) };
    format!("{} đơn vị: {}.\nGiai đoạn: {}.{year}", matrix.rows.len(), words.join(", "), matrix.stage.label())
}

/// The days of the year in one line.
fn year(matrix: &Matrix) -> String {
    let one = |milestone: &Milestone| {
        let tentative = if milestone.tentative { " (dự kiến)" } else { "" };
        format!("{} {}{tentative}", milestone.name, words::day(milestone.day))
    };
    matrix.year.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// What `status --format json` prints: every campaign by its code.
pub fn json(campaigns: &[(String, Matrix)]) -> String {
    super::json::print(
        &json!({ "campaigns": campaigns.iter().map(|(code, matrix)| one(code, matrix)).collect::<Vec<_>>() }),
    )
}

fn one(code: &str, matrix: &Matrix) -> Value {
    let row = |row: &Row| {
        let cells: Vec<Value> = matrix
            .kinds
            .iter()
            .zip(&row.cells)
            .map(|(kind, state)| json!({ "kind": kind, "state": state.as_str() }))
            .collect();
        json!({ "unit": row.code, "name": row.unit, "state": row.whole.as_str(), "papers": cells })
    };
    let counts: serde_json::Map<String, Value> =
        tally(matrix).into_iter().map(|(state, count)| (state.as_str().to_owned(), json!(count))).collect();
    let day = |m: &Milestone| json!({ "name": m.name, "day": m.day.to_string(), "tentative": m.tentative });
    let year: Vec<Value> = matrix.year.iter().map(day).collect();
    json!({ "campaign": code, "units": matrix.rows.iter().map(row).collect::<Vec<_>>(), "counts": counts, "stage": matrix.stage.as_str(), "year": year })
}

#[cfg(test)]
mod tests;
