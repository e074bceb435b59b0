//! What has been issued stays as it was: the records are held against `hoso.lock`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::Datelike as _;
use serde_json::Value;

use crate::check::{Scope, review, series_of};
use crate::digest::sha256;
use crate::finding::{Finding, Place};
use crate::lock::{Entry, GAP, ISSUED, KEPT, LOCK_FILE, Lock, Parts, State};
use crate::plan::{Document, day_in_words};
use crate::record::book::{self, Book};
use crate::record::kind::Kind;
use crate::render::Engine;
use crate::report::verdict;

/// Says of each issued paper that the records would make otherwise, or no longer make, where they were changed and where it was
/// issued, and of each number that another paper has or had; such a paper is not made.
pub fn changed(
    (scope, engine): (&Scope, &Engine),
    documents: &mut Vec<Document>,
    lock: &Lock,
    is_all: bool,
) -> Vec<Finding> {
    let mut findings = Vec::new();
    for entry in lock.iter().filter(|entry| entry.is_in_force()) {
        let Some(made) = &entry.made else { continue };
        // It told how things stood on its day; since then the unit has done what it was asked for.
        if is_of_its_day(scope, entry) {
            documents.retain(|document| document.place() != entry.paper);
            continue;
        }
        let issued = format!(
            "đã cấp số {} {} ({LOCK_FILE} dòng {})",
            entry.title(),
            day_in_words(entry.day),
            lock.line(&entry.paper)
        );
        match documents.iter_mut().find(|document| document.place() == entry.paper) {
            Some(document) if sha256(document.data.to_string().as_bytes()) != made.data => {
                let differing = made.parts.differing(&document.data);
                // Another program or template may ask for other data of the same records.
                let is_maker = engine.is_maker(&document.template, (&made.program, &made.template));
                if !is_maker && differing.is_empty() && made.parts != Parts::default() {
                    continue;
                }
                document.blocked = true;
                let what =
                    if differing.is_empty() { String::new() } else { format!(" ({})", verdict::named(&differing)) };
                let message = format!(
                    "{} {issued}, nhưng bản ghi đã đổi{what} nên không còn lập ra đúng văn bản ấy",
                    entry.paper
                );
                findings.push(about(&ISSUED, message, scope, document));
            }
            // A paper that was withdrawn need not be in the records any more.
            None if is_all && entry.state == State::Issued => {
                let message = format!("{} {issued}, nhưng bản ghi không còn văn bản ấy", entry.paper);
                findings.push(
                    Finding::new(&ISSUED, message).at(Place::file(format!("{}/{LOCK_FILE}", scope.loaded.shown))),
                );
            }
            _ => {}
        }
    }
    findings.extend(taken(scope, documents, lock));
    findings
}

/// Whether an issued paper asks a unit for what its dossier lacked.
fn is_of_its_day(scope: &Scope, entry: &Entry) -> bool {
    let code = entry.paper.split('/').next().unwrap_or_default();
    scope.loaded.kinds.get(code).is_some_and(Kind::asks_for_the_rest)
}

/// Numbers of papers that the lock keeps for another, or that are gone.
fn taken(scope: &Scope, documents: &mut [Document], lock: &Lock) -> Vec<Finding> {
    let text = |document: &Document, at: &str| {
        document.data.pointer(at).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let mut by_number: BTreeMap<(&Book, String, String), &Entry> = BTreeMap::new();
    for entry in lock.iter().filter(|entry| entry.is_former() || entry.state == State::Reserved) {
        if let Some(book) = &entry.book {
            by_number.insert((book, entry.day.year().to_string(), entry.number.to_lowercase()), entry);
        }
    }
    let mut findings = Vec::new();
    for document in documents.iter_mut().filter(|document| document.numbered && !document.draft) {
        let Some(book) = &document.book else { continue };
        let (year, number) = (text(document, "/van_ban/ngay/nam"), text(document, "/van_ban/so"));
        let entry = by_number.get(&(book, year, number.to_lowercase()));
        let own = |entry: &&&Entry| entry.paper != document.place();
        let Some(entry) = entry.filter(own) else { continue };
        let what = match entry.state {
            State::Reserved => format!("đã giữ cho {}", entry.of()),
            State::Void => "đã hủy".to_owned(),
            _ => format!("là số của văn bản {} trước đây", entry.of()),
        };
        let line = lock.line(&entry.paper);
        let message = format!("số {number} năm {} {what} ({LOCK_FILE} dòng {line})", entry.day.year());
        document.blocked = true;
        findings.push(about(&KEPT, message, scope, document));
    }
    findings
}

/// All numbers that are given, kept or given up, each with its register and its year: those of the records and of the lock.
pub fn used(scope: &Scope, lock: &Lock) -> impl Iterator<Item = (Book, i32, u32)> {
    let of_lock = lock.iter().filter_map(|entry| {
        let book = entry.book.clone()?;
        Some((book, entry.day.year(), book::leading(&entry.number).unwrap_or(0)))
    });
    review::used(scope).into_iter().chain(of_lock)
}

/// Numbers that are left out in the series of bodies for which the program counts.
pub fn gaps(scope: &Scope, lock: &Lock) -> Vec<Finding> {
    let mut books: BTreeMap<(Book, i32), BTreeSet<u32>> = BTreeMap::new();
    for (book, year, number) in used(scope, lock) {
        if counts(scope, &book.body) {
            books.entry((book, year)).or_default().insert(number);
        }
    }
    let gap = |((book, year), numbers): ((Book, i32), BTreeSet<u32>)| {
        let last = *numbers.last()?;
        let missing: Vec<String> = (1..last)
            .filter(|number| !numbers.contains(number))
            .take(SHOWN)
            .map(|number| format!("{number:02}"))
            .collect();
        let agency = scope.campaign.agencies.get(&book.body)?;
        let message = format!(
            "dãy số {} năm {year} của {} còn thiếu số {}",
            series_name(scope, &book.series),
            agency.name.value,
            missing.join(", ")
        );
        let mut finding = Finding::new(&GAP, message);
        finding.place = agency.numbering.get().and_then(|said| scope.loaded.sources.place(said.at));
        (!missing.is_empty()).then_some(finding)
    };
    books.into_iter().filter_map(gap).collect()
}

/// Numbers named of those that are left out.
const SHOWN: usize = 20;

/// A series as people call it: a code of our own has no marks.
fn series_name<'s>(scope: &Scope, series: &'s str) -> &'s str {
    let is_own = !scope.campaign.series.iter().any(|(name, _)| name.text == series);
    match series {
        _ if series == series_of(scope, "cong_van_bo_sung") && is_own => "công văn",
        "ban_sao" if is_own => "bản sao",
        _ => series,
    }
}

/// Whether the program counts the numbers of a body (`cap_so: hoso`).
pub fn counts(scope: &Scope, body: &str) -> bool {
    let agency = scope.campaign.agencies.get(body);
    agency.and_then(|agency| agency.numbering.get()).is_some_and(|word| word.value == COUNTED)
}

/// The word of `cap_so` for a body whose numbers the program counts.
const COUNTED: &str = "hoso";

fn about(rule: &'static crate::finding::Rule, message: String, scope: &Scope, document: &Document) -> Finding {
    let mut finding = Finding::new(rule, message).paper(&document.name);
    finding.unit.clone_from(&document.unit);
    finding.at(recorded(scope, document))
}

/// Where a paper stands in the records, as nearly as is known.
pub fn recorded(scope: &Scope, document: &Document) -> Place {
    let sources = &scope.loaded.sources;
    let common = || scope.loaded.common_papers().find(|filed| document.unit.is_none() && filed.name() == document.name);
    let place = document.filed(scope.loaded).or_else(common).and_then(|filed| sources.place(filed.kind.at));
    let of_review = || {
        let review = scope.loaded.review.as_ref()?;
        let kind = scope.loaded.kinds.get(&document.kind)?;
        let at = if kind.is_minutes() {
            document.sitting.as_deref().and_then(|code| review.sitting(code)).map(|sitting| sitting.at)
        } else if kind.is_decision() {
            document.decision(scope.loaded).map(|decision| decision.at)
        } else {
            review.papers.iter().find(|filed| filed.kind.text == document.kind).map(|filed| filed.kind.at)
        };
        sources.place(at?)
    };
    place.or_else(of_review).unwrap_or_else(|| Place::file(scope.loaded.shown.as_str()))
}
