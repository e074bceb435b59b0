//! Findings for people: the excerpt, what is wrong, on what ground, and how to mend it.

use annotate_snippets::renderer::DecorStyle;
use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Padding, Renderer, Snippet};

use super::excerpt::excerpt;
use super::text::{hang, printable, wrap};
use super::{DocumentRow, Status, Style};
use crate::finding::{Finding, Place, Severity};

/// The narrowest column that messages are wrapped to, however narrow the terminal.
const NARROWEST: usize = 24;
/// Characters of the line that stay readable around a mark as long as the line.
const CONTEXT: usize = 6;

/// Every finding with its excerpt, a blank line after each; empty when there is none.
pub fn findings(findings: &[Finding], style: &Style) -> String {
    findings.iter().map(|finding| one(finding, style) + "\n").collect()
}

fn one(finding: &Finding, style: &Style) -> String {
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
    };
    let label = finding.severity.label();
    let indent = label.chars().count() + finding.rule.code.chars().count() + "[]: ".len();
    // Beside a long code on a narrow terminal there is no room: the message then stands below it.
    let below = indent + NARROWEST > style.width;
    let message = if below { String::new() } else { fold(&finding.message, indent, style) };
    let title = level.with_name(label).primary_title(message).id(finding.rule.code);
    let gutter = finding.place.as_ref().map_or(0, gutter);
    let group = Group::with_title(title)
        .elements(finding.place.iter().flat_map(|place| source(place, style)))
        .elements(notes(finding).into_iter().map(|(name, text)| {
            let indent = gutter + name.map_or(0, |n| n.chars().count() + ": ".len()) + " = ".len();
            Level::NOTE.with_name(name).message(fold(&text, indent, style))
        }));
    let renderer = if style.colour { Renderer::styled() } else { Renderer::plain() };
    let text = renderer.decor_style(DecorStyle::Ascii).term_width(style.width).render(&[group]);
    let mut lines: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
    if below {
        let message = fold(&finding.message, BELOW.len(), style);
        lines.splice(1..1, message.lines().map(|line| format!("{BELOW}{line}")));
    }
    lines.into_iter().map(|line| line + "\n").collect()
}

/// What stands before a message below its code.
const BELOW: &str = "  ";

/// Columns of the line number.
fn gutter(place: &Place) -> usize {
    if place.text.is_empty() { 0 } else { place.line.to_string().len() }
}

/// The path, and the line with its mark where the text is known.
fn source<'a>(place: &Place, style: &Style) -> Vec<Element<'a>> {
    let path = printable(&place.path).replace('\n', "␊");
    if place.text.is_empty() {
        return vec![Origin::path(path).into(), Padding.into()];
    }
    let around = gutter(place) + " | ".len() + 2 * "...".len() + CONTEXT;
    let excerpt = excerpt(place, style.width.saturating_sub(around).max(NARROWEST));
    let mark = AnnotationKind::Primary.span(excerpt.span);
    vec![Snippet::source(excerpt.line).line_start(place.line).path(path).annotation(mark).into()]
}

/// The lines below the excerpt: ground, remedy, waiver.
fn notes(finding: &Finding) -> Vec<(Option<&'static str>, String)> {
    let mut notes = Vec::new();
    match finding.clause_text() {
        Some(clause) => notes.push((Some("căn cứ"), clause.to_owned())),
        // Layout that no clause asks for must not look like law.
        None if finding.rule.family() == "the-thuc" => {
            let custom = finding.rule.severity == Severity::Warning;
            notes.push((None, if custom { "quy ước trình bày" } else { "yêu cầu của bản in" }.to_owned()));
        }
        None => {}
    }
    if !finding.help_text().is_empty() {
        notes.push((Some("cách sửa"), finding.help_text().to_owned()));
    }
    if let Some(waived) = &finding.waived {
        notes.push((Some("đã miễn"), format!("{} (người duyệt: {})", waived.reason, waived.by)));
    }
    notes
}

/// Printable text, wrapped to what an indent leaves of the width; the renderer indents what follows.
fn fold(text: &str, indent: usize, style: &Style) -> String {
    wrap(&printable(text), style.width.saturating_sub(indent).max(NARROWEST)).join("\n")
}
/// What the closing line counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Units judged.
    pub units: usize,
    /// Papers, when papers were to be made.
    pub papers: Option<Papers>,
    /// Findings of severity error.
    pub errors: usize,
    /// Findings of severity warning, without the waived ones.
    pub warnings: usize,
    /// Findings that a waiver covers.
    pub waived: usize,
}

/// How many papers came to what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Papers {
    /// Written now.
    pub built: usize,
    /// Already there, byte for byte.
    pub unchanged: usize,
    /// Those that could not be made, by their paths.
    pub failed: Vec<String>,
}

impl Papers {
    /// Counts papers.
    pub fn of(documents: &[DocumentRow]) -> Self {
        let count = |status| documents.iter().filter(|d| d.status == status).count();
        let failed = documents.iter().filter(|d| d.status == Status::Failed).map(|d| d.path.clone()).collect();
        Self { built: count(Status::Built), unchanged: count(Status::Unchanged), failed }
    }

    /// Counts others with them.
    pub fn add(&mut self, others: Self) {
        self.built += others.built;
        self.unchanged += others.unchanged;
        self.failed.extend(others.failed);
    }
}

impl Summary {
    /// Counts findings.
    pub fn new(findings: &[Finding], units: usize) -> Self {
        let waived = findings.iter().filter(|f| f.waived.is_some()).count();
        let errors = findings.iter().filter(|f| f.is_error() && f.waived.is_none()).count();
        Self { units, papers: None, errors, warnings: findings.len() - errors - waived, waived }
    }

    /// Tells of papers too.
    #[must_use]
    pub fn papers(mut self, papers: Papers) -> Self {
        self.papers = Some(papers);
        self
    }
}

/// The closing line: what was made, and how many findings there are.
pub fn summary(summary: &Summary, style: &Style) -> String {
    let done = match &summary.papers {
        None => format!("Đã kiểm tra hồ sơ của {} đơn vị.", summary.units),
        Some(Papers { built, unchanged, failed }) => {
            let same = if *unchanged > 0 { format!(" ({unchanged} không đổi)") } else { String::new() };
            format!("Đã lập {} văn bản của {} đơn vị{same}.{}", built + unchanged, summary.units, left_out(failed))
        }
    };
    hang("", &format!("{done} {}", counts(summary)), style.width)
}

/// Papers named in the closing line; the rest are counted.
const NAMED: usize = 6;

/// Which papers could not be made.
fn left_out(failed: &[String]) -> String {
    if failed.is_empty() {
        return String::new();
    }
    let named = failed.iter().take(NAMED).map(String::as_str).collect::<Vec<_>>().join(", ");
    let more = failed.len().saturating_sub(NAMED);
    let more = if more > 0 { format!(" và {more} văn bản khác") } else { String::new() };
    format!(" {} văn bản chưa lập được: {named}{more}.", failed.len())
}

fn counts(summary: &Summary) -> String {
    let Summary { errors, warnings, waived, .. } = *summary;
    let waived = if waived > 0 { format!(", {waived} đã miễn") } else { String::new() };
    match (errors, warnings) {
        (0, 0) if waived.is_empty() => "Không có lỗi, không có cảnh báo.".to_owned(),
        (0, 0) => format!("Không có lỗi{waived}."),
        (0, _) => format!("Không có lỗi, {warnings} cảnh báo{waived}."),
        (_, 0) => format!("{errors} lỗi{waived}."),
        _ => format!("{errors} lỗi, {warnings} cảnh báo{waived}."),
    }
}

#[cfg(test)]
mod tests;
