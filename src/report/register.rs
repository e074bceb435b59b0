//! The register of outgoing papers, to read, to print from a spreadsheet, and for programs.

use serde_json::{Value, json};

use super::Style;
use super::text::{hang, printable};
use crate::finding::Finding;
use crate::plan::register::Line;

/// A line with whether `hoso.lock` has it.
#[derive(Clone, Debug)]
pub struct Row {
    /// Code of the campaign.
    pub campaign: String,
    /// The paper.
    pub line: Line,
    /// Whether it was issued with this program.
    pub locked: bool,
    /// The word of `hoso.lock` for how it stands with the number; empty where the lock does not have it.
    pub state: &'static str,
    /// What the last column says of that.
    pub note: String,
}

/// The columns of Phụ lục IV Nghị định số 30/2020/NĐ-CP, behind the body, since one list holds the registers of all.
const COLUMNS: [&str; 11] = [
    "Cơ quan ban hành",
    "Số, ký hiệu văn bản",
    "Ngày tháng văn bản",
    "Tên loại và trích yếu nội dung văn bản",
    "Người ký",
    "Nơi nhận văn bản",
    "Đơn vị, người nhận bản lưu",
    "Số lượng bản",
    "Ngày chuyển",
    "Ký nhận",
    "Ghi chú",
];

impl Row {
    fn cells(&self) -> [&str; 11] {
        let Line { issuer, number, day, subject, signer, recipients, filed, copies, .. } = &self.line;
        // Days of handing over and signatures are written by hand.
        [issuer, number, day, subject, signer, recipients, filed, copies, "", "", &self.note]
    }
}

/// Each body's papers of a year under its name.
pub fn human(rows: &[Row], style: &Style) -> String {
    let mut text = String::new();
    let mut book = None;
    for row in rows {
        let Line { issuer, year, number, day, subject, signer, recipients, filed, copies, .. } = &row.line;
        if book.replace((issuer, year)) != Some((issuer, year)) {
            let blank = if text.is_empty() { "" } else { "\n" };
            text += &format!(
                "{blank}{}",
                hang("", &plain(&format!("Sổ đăng ký văn bản đi năm {year}: {issuer}")), style.width)
            );
        }
        let facts = [("Người ký", signer), ("Nơi nhận", recipients), ("Bản lưu", filed), ("Số bản", copies)];
        let facts =
            facts.into_iter().filter(|(_, fact)| !fact.is_empty()).map(|(name, fact)| format!("{name}: {fact}"));
        let note = Some(row.note.clone()).filter(|note| !note.is_empty());
        text += &hang("  ", &plain(&format!("{number}, {day}. {subject}")), style.width);
        text += &hang("      ", &plain(&facts.chain(note).collect::<Vec<_>>().join(". ")), style.width);
    }
    if rows.is_empty() { "Chưa có văn bản nào có số và ngày.\n".to_owned() } else { text }
}

/// Comma-separated values, as spreadsheets read them.
pub fn csv(rows: &[Row]) -> String {
    let lines = std::iter::once(COLUMNS).chain(rows.iter().map(Row::cells));
    lines.map(|cells| cells.map(cell).join(",") + "\r\n").collect()
}

/// Quoted; what a spreadsheet would take for a formula stays text.
fn cell(text: &str) -> String {
    let mark = if text.starts_with(['=', '+', '-', '@', '\t']) { "'" } else { "" };
    format!("\"{mark}{}\"", text.replace('"', "\"\""))
}

/// What `register --format json` prints.
pub fn json(rows: &[Row], findings: &[Finding]) -> String {
    let row = |row: &Row| -> Value {
        let Line { issuer, year, number, day, subject, signer, recipients, filed, copies, paper, .. } = &row.line;
        json!({
            "campaign": row.campaign, "paper": paper, "issuer": issuer, "year": year, "number": number, "day": day,
            "subject": subject, "signer": signer, "recipients": recipients, "filed": filed, "copies": copies,
            "locked": row.locked, "state": row.state, "note": row.note,
        })
    };
    super::json::print(&json!({
        "papers": rows.iter().map(row).collect::<Vec<_>>(),
        "findings": findings.iter().map(super::json::finding).collect::<Vec<_>>(),
    }))
}

fn plain(text: &str) -> String {
    printable(text).replace('\n', " ")
}
