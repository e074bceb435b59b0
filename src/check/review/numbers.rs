//! Numbers and symbols of the campaign's own papers: a body has one register, whether a unit's papers stand in it or
//! those of the campaign.

use std::collections::BTreeMap;

use super::events::event_of;
use super::{decisions, sittings};
use crate::check::wording::numbers::{Given, given, odd_symbol, series_of, unique, year};
use crate::check::{Scope, Sink, UnitScope, words};
use crate::finding::Blocks;
use crate::record::book::Book;
use crate::record::campaign::Agency;
use crate::record::decode::Slot;
use crate::record::event::Event;
use crate::record::kind::{Issuer, Kind};
use crate::record::paper::{Filed, Paper};
use crate::record::review::Sitting;
use crate::record::scalar::{Date, DocNumber, Text};

/// What a record states of a paper's number.
struct Stated<'a> {
    /// Code of the body that gave it.
    body: Option<&'a str>,
    kind: &'a Kind,
    number: &'a Slot<DocNumber>,
    symbol: &'a Slot<Text>,
    day: &'a Slot<Date>,
    /// As findings name it, where it stands in `van_ban`.
    paper: Option<String>,
}

/// As `Campaign` has it: the first body decides, and where nothing else is said it is the standing office too.
fn authority<'a>(scope: &Scope<'a>) -> Option<&'a str> {
    scope.campaign.agencies.iter().next().map(|(name, _)| name.text.as_str())
}

fn office<'a>(scope: &Scope<'a>) -> Option<&'a str> {
    scope.campaign.office.get().map(|office| office.value.as_str()).or_else(|| authority(scope))
}

/// Code of the body in whose register the campaign's own papers of a kind stand; those of a meeting in that of who met.
pub fn body_of<'a>(scope: &Scope<'a>, kind: &Kind, sitting: Option<&'a Sitting>) -> Option<&'a str> {
    match kind.issuer {
        Issuer::Office => office(scope),
        Issuer::Authority => authority(scope),
        Issuer::Committee => sitting.and_then(|sitting| sitting.body.get()).map(|b| b.value.as_str()).or(office(scope)),
        Issuer::Unit | Issuer::Corrected => None,
    }
}

/// The same of an event's papers: in that of the body which holds it.
pub fn body_of_event<'a>(scope: &Scope<'a>, event: &'a Event) -> Option<&'a str> {
    let review = scope.loaded.review.as_ref()?;
    match review.body_of(event) {
        Some(code) => Some(code),
        None if review.sitting_of(event).is_some() => office(scope),
        None => authority(scope),
    }
}

/// Code of the body whose paper of the campaign's own one corrects: `qd_khen_thuong`, `bien_ban_hop-dot-2`.
fn corrected<'a>(scope: &Scope<'a>, filed: &'a Filed) -> Option<&'a str> {
    let corrected = filed.nominee.as_ref()?.text.as_str();
    let (code, under) = corrected.split_once(['-', '/']).unwrap_or((corrected, ""));
    let kind = scope.loaded.kinds.get(code)?;
    if kind.is_of_event() {
        return body_of_event(scope, scope.loaded.review.as_ref()?.event(under)?);
    }
    let sitting = scope.loaded.sittings().find(|sitting| sitting.code.as_str() == under);
    let first = || scope.loaded.sittings().next();
    body_of(scope, kind, sitting.or_else(first))
}

/// All numbers that the records state, each with its register and its year.
pub fn used(scope: &Scope) -> Vec<(Book, i32, u32)> {
    let mut all = Vec::new();
    for unit in scope.loaded.known_units() {
        let unit_scope = UnitScope { all: scope, unit, file: None };
        for Given { number, year, series, .. } in given(&unit_scope) {
            all.push((Book { body: unit.code.clone(), series }, year, number.number));
        }
    }
    let common = stated(scope).into_iter().filter_map(|one| {
        let book = Book { body: one.body?.to_owned(), series: series_of(scope, &one.kind.code) };
        Some((book, year(scope.campaign, one.day), one.number.get()?.number))
    });
    all.extend(common);
    all
}

/// The numbers of meetings, of decisions and of the common papers.
fn stated<'a>(scope: &Scope<'a>) -> Vec<Stated<'a>> {
    let kinds = &scope.loaded.kinds;
    let minutes = kinds.iter().find(|kind| kind.is_minutes());
    let of_sitting = |(sitting, kind): (&'a Sitting, &'a Kind)| Stated {
        body: body_of(scope, kind, Some(sitting)),
        kind,
        number: &sitting.number,
        symbol: &sitting.symbol,
        day: &sitting.date,
        paper: None,
    };
    let mut all: Vec<Stated> =
        sittings(scope).filter_map(|sitting| Some((sitting, minutes?))).map(of_sitting).collect();
    if let Some(kind) = kinds.iter().find(|kind| kind.is_decision()) {
        all.extend(decisions(scope).map(|decision| Stated {
            body: body_of(scope, kind, None),
            kind,
            number: &decision.number,
            symbol: &decision.symbol,
            day: &decision.date,
            paper: None,
        }));
    }
    let of_paper = |(filed, paper): (&'a Filed, &'a Paper)| {
        // The head of minutes or of a decision does not belong here; khop/van-ban-chung says so.
        let kind = kinds.get(&filed.kind.text).filter(|kind| !kind.is_minutes() && !kind.is_decision())?;
        let body = match kind.issuer {
            Issuer::Office | Issuer::Authority => body_of(scope, kind, None),
            Issuer::Committee if kind.is_of_event() => body_of_event(scope, event_of(scope, kind, filed)?.1),
            Issuer::Corrected => corrected(scope, filed),
            Issuer::Unit | Issuer::Committee => return None,
        };
        let (number, symbol, day) = (&paper.number, &paper.symbol, &paper.date);
        Some(Stated { body, kind, number, symbol, day, paper: Some(filed.name()) })
    };
    let papers = scope.loaded.common_papers();
    all.extend(papers.filter_map(|filed| of_paper((filed, filed.paper.get()?))));
    all
}

pub(super) fn number_twice(scope: &Scope, out: &mut Sink) {
    let mut seen = BTreeMap::new();
    // What a unit gave twice by itself is said of the unit.
    for code in scope.campaign.agencies.iter().map(|(name, _)| name.text.as_str()) {
        let Some(unit) = scope.loaded.unit(code) else { continue };
        let unit_scope = UnitScope { all: scope, unit, file: None };
        for given in given(&unit_scope) {
            let title = format!("{} của {}", given.title(&unit_scope), unit.short_name());
            seen.entry((Some(code), unique(given.number, given.year, given.series))).or_insert(title);
        }
    }
    for stated in stated(scope) {
        let Some(number) = stated.number.get() else { continue };
        let title = words::lower_first(&stated.kind.name);
        let (year, series) = (year(scope.campaign, stated.day), series_of(scope, &stated.kind.code));
        let key = (stated.body, unique(number, year, series));
        let Some(first) = seen.get(&key) else {
            seen.insert(key, title);
            continue;
        };
        let first = if *first == title { format!("một {title} khác") } else { first.clone() };
        let said = out.say(Some(number.at), format!("số {number} năm {year} đã dùng cho {first}"));
        let said = said.blocking(Blocks::Numbering);
        if let Some(paper) = stated.paper {
            said.paper(paper);
        }
    }
}

/// A common paper with a number but no day, or the reverse, is half a draft.
pub(super) fn half_numbered(scope: &Scope, out: &mut Sink) {
    for stated in stated(scope).into_iter().filter(|stated| stated.kind.numbered) {
        let Some(paper) = stated.paper else { continue };
        let (at, what) = match (stated.number, stated.day) {
            (Slot::Set(number), Slot::Absent) => (number.at, "có số nhưng chưa ghi ngày"),
            (Slot::Absent, Slot::Set(day)) => (day.at, "có ngày nhưng chưa ghi số"),
            _ => continue,
        };
        out.say(Some(at), format!("{} đã {what}", words::lower_first(&stated.kind.name))).paper(paper);
    }
}

pub(super) fn symbols(scope: &Scope, out: &mut Sink) {
    for stated in stated(scope) {
        static NONE: Slot<Text> = Slot::Absent;
        let body = stated.body.and_then(|code| scope.campaign.agencies.get(code));
        let abbreviation = body.map_or(&NONE, |body: &Agency| &body.abbreviation);
        if let Some((said, paper)) = odd_symbol(scope, stated.kind, stated.symbol, abbreviation, out).zip(stated.paper)
        {
            said.paper(paper);
        }
    }
}
