//! `hoso register`: the register of outgoing papers.

use std::path::Path;

use anyhow::Result;

use super::Exit;
use super::desk::Desk;
use crate::check::Scope;
use crate::cli::{Listing, Register, answer};
use crate::finding::Finding;
use crate::lock::{Entry, GAP, KEPT, Lock, State};
use crate::plan::register::{Line, Remembered};
use crate::plan::{self, Selection, day_in_words};
use crate::report::register::{self, Row};
use crate::report::{self, Style};

/// The finding that a register is about: a number used twice in one series of one body.
const NUMBER_TWICE: &str = "van-ban/trung-so";

/// Runs the command.
pub fn run(args: &Register, records: &Path, style: Style) -> Result<Exit> {
    let desk = Desk::open(args.templates.as_deref(), None)?;
    let (mut rows, mut findings) = (Vec::new(), Vec::new());
    for folder in Desk::campaigns(args.campaign.as_deref(), records)? {
        let lock = Lock::open(&folder).unwrap_or_else(|finding| {
            findings.push(*finding);
            Lock::default()
        });
        desk.judge(&desk.load(&folder), None, |scope, mut found| {
            // What cannot be read at all is told; of what can, only what the register is about.
            let Some(scope) = scope else { return findings.append(&mut found) };
            let documents = desk.documents(scope, &mut found, &Selection::default());
            let own = |line: Line| {
                let entry = lock.get(&line.paper).filter(|entry| entry.state.has_paper());
                row(scope, line, entry)
            };
            let mut lines: Vec<Row> = plan::register::lines(scope, &documents).into_iter().map(own).collect();
            let known: Vec<String> = lines.iter().map(|row| row.line.paper.clone()).collect();
            let past = lock.iter().filter(|entry| !known.contains(&entry.paper) && entry.state != State::Issuing);
            lines.extend(past.filter_map(|entry| Some(row(scope, remembered(scope, entry)?, Some(entry)))));
            plan::register::sort(&mut lines, |row| &row.line);
            rows.append(&mut lines);
            found.append(&mut super::issued::changed((scope, &desk.engine), &mut documents.clone(), &lock, true));
            found.append(&mut super::issued::gaps(scope, &lock));
            findings.extend(found.into_iter().filter(|f| [NUMBER_TWICE, KEPT.code, GAP.code].contains(&f.rule.code)));
        });
    }
    match args.format {
        Listing::Json => answer(&register::json(&rows, &findings))?,
        Listing::Csv => {
            answer(&register::csv(&rows))?;
            eprint!("{}", report::human::findings(&findings, &style));
        }
        Listing::Human => {
            answer(&report::human::findings(&findings, &style))?;
            answer(&register::human(&rows, &style))?;
        }
    }
    Ok(if findings.iter().any(Finding::is_error) { Exit::Findings } else { Exit::Sound })
}

/// A line with what the lock says of it.
fn row(scope: &Scope, line: Line, entry: Option<&Entry>) -> Row {
    Row {
        campaign: scope.loaded.code.clone(),
        locked: entry.is_some_and(|entry| entry.state.has_paper()),
        state: entry.map_or("", |entry| entry.state.word()),
        note: entry.map_or_else(String::new, note),
        line,
    }
}

/// The line of a number that the lock alone remembers.
fn remembered(scope: &Scope, entry: &Entry) -> Option<Line> {
    let body = entry.book.as_ref()?.body.as_str();
    let number = entry.title();
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let (subject, signer) = (text(&entry.subject), text(&entry.signer));
    let past =
        Remembered { body, number: &number, day: entry.day, subject: &subject, signer: &signer, paper: &entry.paper };
    Some(plan::register::remembered(scope, past))
}

/// What the last column says.
fn note(entry: &Entry) -> String {
    let end = entry.end.as_ref();
    let since = end.map_or_else(String::new, |end| day_in_words(end.day));
    let by = end.and_then(|end| end.by.as_ref());
    let reason = end.and_then(|end| end.reason.as_ref()).map_or_else(String::new, |reason| format!(": {reason}"));
    let state = match entry.state {
        State::Reserved => "Giữ số, chưa cấp".to_owned(),
        State::Issuing => "Đang cấp".to_owned(),
        State::Issued => "Đã khóa trong hoso.lock".to_owned(),
        State::Withdrawn => format!("Đã thu hồi {since}{reason}"),
        State::Replaced => "Đã bị thay thế".to_owned(),
        State::Void => format!("Số hủy {since}{reason}"),
    };
    let by = by.map_or_else(String::new, |by| format!(" bởi số {by} {since}"));
    let by = if entry.state == State::Withdrawn && !by.is_empty() { format!("; thay thế{by}") } else { by };
    let signed = if entry.signed.is_empty() { "" } else { "; có bản đã ký" };
    format!("{state}{by}{signed}")
}
