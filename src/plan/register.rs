//! The register of outgoing papers: what each body has numbered, drawn from the papers' own data.

use chrono::{Datelike as _, NaiveDate};
use serde_json::Value;

use super::Document;
use crate::check::{Scope, words};
use crate::record::book::leading;

/// A paper in the register (Phụ lục IV Nghị định số 30/2020/NĐ-CP). When it was handed over and who received it is written by
/// hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The body that issues it.
    pub issuer: String,
    /// Its year: numbers begin anew with each.
    pub year: String,
    /// Number and symbol.
    pub number: String,
    /// Its day, `08/7/2026`.
    pub day: String,
    /// Kind and subject.
    pub subject: String,
    /// Who signs.
    pub signer: String,
    /// Who receives it.
    pub recipients: String,
    /// Who keeps the filed copy.
    pub filed: String,
    /// Number of copies, where the record states it.
    pub copies: String,
    /// The paper's place below the campaign's folder, without ending.
    pub paper: String,
    /// What its numbers are sorted by.
    order: (String, u32, String),
}

/// The numbered papers of a campaign.
pub fn lines(scope: &Scope, documents: &[Document]) -> Vec<Line> {
    documents.iter().filter(|d| d.numbered && !d.draft).filter_map(|document| line(scope, document)).collect()
}

/// Kind and subject of a paper, and who signs it, as its line tells them, so that they are known when the record says
/// something else.
pub fn told(document: &Document) -> (Option<String>, Option<String>) {
    let told = |text: String| Some(text).filter(|text| !text.is_empty() && !text.contains('\n'));
    (told(subject(document)), told(text(document, "/nguoi_ky/ho_ten")))
}

/// A text of a paper's head.
fn text(document: &Document, at: &str) -> String {
    let head = document.data.get("van_ban");
    head.and_then(|head| head.pointer(at)?.as_str()).unwrap_or_default().to_owned()
}

/// Kind and subject.
fn subject(document: &Document) -> String {
    let (kind, subject) = (text(document, "/ten_loai"), text(document, "/trich_yeu"));
    if subject.is_empty() { kind } else { format!("{kind} {}", words::lower_first(&subject)) }
}

/// A number that is only remembered.
#[derive(Clone, Copy, Debug)]
pub struct Remembered<'a> {
    /// Code of the body.
    pub body: &'a str,
    /// Number and symbol.
    pub number: &'a str,
    /// The day.
    pub day: NaiveDate,
    /// Kind and subject.
    pub subject: &'a str,
    /// Who signed.
    pub signer: &'a str,
    /// The place.
    pub paper: &'a str,
}

/// The line of a number that no paper of the records bears any more, or none yet.
pub fn remembered(scope: &Scope, past: Remembered) -> Line {
    let Remembered { body, number, day, subject, signer, paper } = past;
    let agency = scope.campaign.agencies.get(body).map(|agency| agency.name.value.clone());
    let issuer = agency.or_else(|| scope.loaded.unit(body).map(|unit| unit.name().to_owned()));
    let value = leading(number).unwrap_or(0);
    Line {
        issuer: issuer.unwrap_or_else(|| body.to_owned()),
        year: day.year().to_string(),
        number: number.to_owned(),
        day: words::day(day),
        subject: subject.to_owned(),
        signer: signer.to_owned(),
        recipients: String::new(),
        filed: String::new(),
        copies: String::new(),
        paper: paper.to_owned(),
        order: (day.to_string(), value, number.to_owned()),
    }
}

/// Lines in their order: by body in the order in which bodies first issue a paper, by year, day and number.
pub fn sort<L>(lines: &mut [L], of: impl Fn(&L) -> &Line) {
    let mut bodies: Vec<String> = Vec::new();
    for line in lines.iter().map(&of) {
        if !bodies.contains(&line.issuer) {
            bodies.push(line.issuer.clone());
        }
    }
    let place = |line: &Line| (bodies.iter().position(|body| *body == line.issuer), line.order.clone());
    lines.sort_by_cached_key(|line| place(of(line)));
}

fn line(scope: &Scope, document: &Document) -> Option<Line> {
    let head = document.data.get("van_ban")?;
    let text = |pointer: &str| text(document, pointer);
    let list = |key: &str| {
        let items = head.get(key).and_then(Value::as_array).into_iter().flatten();
        items.filter_map(Value::as_str).map(str::to_owned).collect::<Vec<_>>()
    };
    let (number, [day, month, year]) = (text("/so"), ["/ngay/ngay", "/ngay/thang", "/ngay/nam"].map(text));
    let value = leading(&number)?;
    let (filed, others): (Vec<String>, Vec<String>) =
        list("noi_nhan").into_iter().partition(|place| words::is_filing(place));
    let addressed = others
        .into_iter()
        .flat_map(|place| if place == super::head::ADDRESSED { list("kinh_gui") } else { vec![place] });
    let kept = filed.iter().map(|place| place.split_once(':').map_or(place.as_str(), |(_, kept)| kept).trim());
    Some(Line {
        issuer: text("/co_quan/ten"),
        number: format!("{number}/{}", text("/ky_hieu")),
        day: format!("{day}/{month}/{year}"),
        subject: subject(document),
        signer: text("/nguoi_ky/ho_ten"),
        recipients: addressed.collect::<Vec<_>>().join("; "),
        filed: kept.collect::<Vec<_>>().join("; "),
        copies: copies(scope, document),
        paper: document.place().to_owned(),
        order: (format!("{year}-{month:0>2}-{day:0>2}"), value, number),
        year,
    })
}

fn copies(scope: &Scope, document: &Document) -> String {
    let count = document.filed(scope.loaded).and_then(|filed| filed.paper.get()?.copies.get().map(|count| count.value));
    count.map_or_else(String::new, |count| count.to_string())
}
