//! The block `trich_ngang`: every nominee whose dossier is complete, a line for each.

use serde_json::{Value, json};

use super::people::{by_kind, counts, person};
use super::{Topic, is_proposed_for, letters, proposed_awards};
use crate::check::criteria::{self, Verdict};
use crate::check::required::{self, Item};
use crate::check::review::obstacles;
use crate::check::{Scope, dossier, words};
use crate::finding::Finding;
use crate::plan::checklist::printable;
use crate::plan::context::{award, given_by, granted};
use crate::plan::proposal::is;
use crate::plan::{lines, units_in_order};
use crate::record::Unit;
use crate::record::campaign::{NomineeKind, RollOrder};
use crate::record::criterion::Criterion;
use crate::record::unit::Nominee;
use crate::vietnamese::order::Alphabet;

/// A nominee with the unit that proposes.
pub(super) type Candidate<'a> = (&'a Unit, &'a Nominee);

/// Nominees of complete dossiers, in the campaign's order of units.
pub(super) fn eligible<'a>(scope: &Scope<'a>, findings: &[Finding]) -> Vec<Candidate<'a>> {
    handed_in(scope, findings).0
}

/// Everyone whom a unit that has handed in proposes: those whose dossiers are complete, and the others.
fn handed_in<'a>(scope: &Scope<'a>, findings: &[Finding]) -> (Vec<Candidate<'a>>, Vec<Candidate<'a>>) {
    let came = units_in_order(scope).into_iter().filter(|unit| unit.has_handed_in());
    came.flat_map(|unit| unit.proposed().map(move |nominee| (unit, nominee)))
        .partition(|(unit, nominee)| obstacles(unit, nominee, findings).is_empty())
}

/// The block `trich_ngang`: nominees of complete dossiers by award, those left out with what stands in the way.
pub(super) fn block(scope: &Scope, findings: &[Finding], topic: &mut Topic) -> Value {
    let (mut on, left_out) = handed_in(scope, findings);
    let off = left_out.into_iter().enumerate().map(|(i, one)| off_row(scope, i, one, findings)).collect::<Vec<_>>();
    // Units keep their campaign's order; a list that is to be alphabetical is so for persons, whatever their unit.
    if scope.campaign.roll_order.get() == Some(&RollOrder::Name) {
        let alphabet = Alphabet::default();
        let name = |n: &Nominee| if is(n, NomineeKind::Individual) { words::name(n).to_owned() } else { String::new() };
        on.sort_by(|(_, a), (_, b)| alphabet.compare_persons(&name(a), &name(b)));
    }
    let mut notes = Vec::new();
    let mut group = |code: &String| {
        let of_award: Vec<(&Unit, &Nominee)> = on.iter().filter(|(_, n)| is_proposed_for(n, code)).copied().collect();
        let (name, of) = granted(scope, code);
        let mut groups = by_kind(&of_award, |i, one| roll_row(scope, i, *one, &mut notes));
        groups.iter_mut().for_each(tell_fallbacks);
        json!({"ten": given_by(&name, &of), "ten_ngan": name, "nhom": groups})
    };
    let awards = proposed_awards(scope, on.iter().map(|(_, n)| *n));
    *topic = Topic::new(awards.clone(), &on);
    let awards: Vec<Value> = awards.iter().map(&mut group).collect();
    json!({"hinh_thuc": awards, "dem": counts(&on), "ngoai": off, "tieu_chuan": notes})
}

/// Whether a table needs a column for the award proposed: where the heading does not say all, since somebody is proposed
/// for another one besides.
fn tell_fallbacks(group: &mut Value) {
    let rows = group["cac"].as_array();
    let there = rows.is_some_and(|rows| rows.iter().any(|row| row["du_phong"] != ""));
    if let Value::Object(map) = group {
        map.insert("co_du_phong".into(), there.into());
    }
}

fn roll_row(scope: &Scope, index: usize, (unit, nominee): (&Unit, &Nominee), notes: &mut Vec<String>) -> Value {
    let mut row = person(index, &(unit, nominee));
    if let Value::Object(map) = &mut row {
        map.insert("du_phong".into(), award(scope, &nominee.fallback).0.into());
        map.insert("tieu_chuan".into(), verdicts(scope, unit, nominee, notes).into());
    }
    row
}

fn off_row(scope: &Scope, index: usize, (unit, nominee): (&Unit, &Nominee), findings: &[Finding]) -> Value {
    json!({
        "stt": (index + 1).to_string(),
        "ong_ba": words::honorific(nominee),
        "ten": printable(scope, words::name(nominee)),
        "don_vi": printable(scope, &unit.short_name()),
        "ly_do": printable(scope, &reasons(scope, unit, nominee, findings)),
    })
}

/// What keeps a nominee off the list. The row says whose dossier it is, so that a part that lacks needs no owner.
fn reasons(scope: &Scope, unit: &Unit, nominee: &Nominee, findings: &[Finding]) -> String {
    let items = required::items(unit, scope.campaign, &scope.loaded.kinds);
    let own = |item: &&Item| item.nominee.is_none_or(|n| n.code.value == nominee.code.value);
    let lacking = items.iter().filter(|item| item.is_lacking()).filter(own);
    let lacking: Vec<String> =
        lacking.map(|item| format!("{} {}", words::count(item.copies as usize), item.name)).collect();
    let lacking = (!lacking.is_empty()).then(|| format!("còn thiếu {}", words::listed(&lacking)));
    let others = obstacles(unit, nominee, findings).into_iter();
    let others = others.filter(|f| !std::ptr::eq(f.rule, &raw const dossier::MISSING));
    let others = others.map(|f| letters::without_codes(scope, &about(unit, nominee, &f.message.replace('`', ""))));
    words::upper_first(&lacking.into_iter().chain(others).collect::<Vec<_>>().join("; "))
}

/// A message without the name that the row says already.
fn about(unit: &Unit, nominee: &Nominee, message: &str) -> String {
    let who = words::upper_first(&words::who(nominee));
    let heads = [format!("{who} ({}) ", unit.short_name()), format!("{who} ")];
    heads.iter().find_map(|head| message.strip_prefix(head.as_str())).unwrap_or(message).to_owned()
}

/// How many of the criteria a nominee meets; those that somebody has yet to judge, or that nothing in the records
/// answers, by the number of their note below the list. What the campaign asks besides is told only where it is not met.
fn verdicts(scope: &Scope, unit: &Unit, nominee: &Nominee, notes: &mut Vec<String>) -> String {
    let apply = scope.campaign.criteria.iter().filter(|criterion| criteria::concerns(criterion, nominee));
    let judged: Vec<_> = apply.map(|c| (c, criteria::judge(c, nominee, unit, scope))).collect();
    let mut of = |said: &str, what: &str, wanted: fn(&Verdict) -> bool| {
        let counted = what == CRITERION;
        let found = judged.iter().filter(|(criterion, verdict)| criterion.is_counted() == counted && wanted(verdict));
        let found: Vec<String> = found.map(|(criterion, _)| format!("({})", note(criterion, notes))).collect();
        (!found.is_empty()).then(|| format!("{said} {what} {}", words::listed(&found)))
    };
    let groups = [CRITERION, "yêu cầu"].map(|what| {
        [
            of("chưa đạt", what, |verdict| matches!(verdict, Verdict::Failed(..))),
            of("chưa rõ", what, |verdict| matches!(verdict, Verdict::Unknown(..))),
            of("cuộc họp xem xét", what, |verdict| matches!(verdict, Verdict::Judgement)),
        ]
    });
    let counted = || judged.iter().filter(|(criterion, _)| criterion.is_counted());
    let met = counted().filter(|(_, verdict)| matches!(verdict, Verdict::Met(_))).count();
    let met = (met > 0).then(|| format!("đạt {met}/{} {CRITERION}", counted().count()));
    words::upper_first(&met.into_iter().chain(groups.into_iter().flatten().flatten()).collect::<Vec<_>>().join("; "))
}

/// What is counted.
const CRITERION: &str = "tiêu chuẩn";

/// The number of a criterion's note: what it asks, and where.
fn note(criterion: &Criterion, notes: &mut Vec<String>) -> usize {
    let text = criterion.text.get().map_or(criterion.code.value.as_str(), |text| lines::unmarked(&text.value));
    let clause = criterion.clause.get().map_or_else(String::new, |clause| format!(" ({})", clause.value));
    let note = format!("{text}{clause}");
    match notes.iter().position(|other| *other == note) {
        Some(at) => at + 1,
        None => {
            notes.push(note);
            notes.len()
        }
    }
}
