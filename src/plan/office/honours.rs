//! Everyone whom the campaign honours: by award for the ceremony and the closing report, by number for the golden book.

use std::collections::HashMap;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::people::{by_kind, counts, person};
use super::submitted::is_above;
use super::{KINDS, Topic, decision, event, submitted};
use crate::check::review::{Granted, Judged, chosen, honoured};
use crate::check::{Scope, words};
use crate::plan::context::{Facts, given_by, granted};
use crate::plan::head;
use crate::plan::proposal::{distinct, is};
use crate::record::event::{Event, EventKind};
use crate::record::review::{Decision, Sitting};

/// Those honoured by award, in the campaign's order; decisions and proposals by a day are cited.
pub(super) fn by_award(scope: &Scope, by: Option<NaiveDate>, event: Option<&Event>) -> Vec<Value> {
    let all = honoured(scope);
    let used = distinct(all.iter().map(|one| one.award.value.clone()));
    let declared = scope.campaign.awards.iter().map(|(name, _)| name.text.clone()).filter(|code| used.contains(code));
    let codes = distinct(declared.chain(used.iter().cloned()));
    codes.iter().map(|code| of_award(scope, code, &all, by, event)).collect()
}

/// How many of each kind they are together.
pub(super) fn counted(scope: &Scope) -> Value {
    counts(&honoured(scope).iter().map(|one| one.judged).collect::<Vec<_>>())
}

fn of_award(scope: &Scope, code: &str, all: &[Granted], by: Option<NaiveDate>, event: Option<&Event>) -> Value {
    let own: Vec<&Granted> = all.iter().filter(|one| one.award.value == code).collect();
    let judged: Vec<Judged> = own.iter().map(|one| one.judged).collect();
    let mut sittings: Vec<&Sitting> = Vec::new();
    for one in &own {
        if !sittings.iter().any(|sitting| std::ptr::eq(*sitting, one.sitting)) {
            sittings.push(one.sitting);
        }
    }
    let cited = |of: fn(&Scope, &Sitting, &str, Option<NaiveDate>) -> Value| {
        let papers = sittings.iter().filter_map(|sitting| of(scope, sitting, code, by).as_str().map(str::to_owned));
        words::listed(&papers.collect::<Vec<_>>())
    };
    let (name, of) = granted(scope, code);
    let hands_over = event.and_then(|event| event.hands_over.get(code)).map_or("", |who| who.value.as_str());
    json!({
        "ten": given_by(&name, &of),
        "ten_ngan": name,
        "cap_tren": is_above(scope, code),
        "quyet_dinh": cited(decision::issued),
        "to_trinh": cited(submitted::sent),
        "nguoi_trao": hands_over,
        "dem": counts(&judged),
        "nhom": by_kind(&judged, person),
    })
}

/// The block `trao_thuong`: in which order awards are handed over at a review or closing; nothing where nobody is honoured.
pub(super) fn ceremony(scope: &Scope, event: &Event, topic: &mut Topic, facts: &mut Facts) -> Option<Value> {
    if !matches!(event.kind, EventKind::Interim | EventKind::Closing) {
        return None;
    }
    facts.faulty |= event.hands_over.faulty;
    let awards = by_award(scope, None, Some(event));
    let mut block = event::told(scope, event, facts)?;
    *topic = Topic::of_event(event::name(scope, event, facts));
    let any = !awards.is_empty();
    block.insert("dem".into(), counted(scope));
    block.insert("hinh_thuc".into(), awards.into());
    any.then_some(Value::Object(block))
}

/// Numbers in the golden book, by unit and nominee: from the first that the decision states, in the order of its list.
pub(super) fn book_numbers<'a>(
    scope: &Scope<'a>,
    decision: &Decision,
    sitting: &'a Sitting,
) -> HashMap<(&'a str, &'a str), String> {
    let Some(first) = decision.book_from.get() else { return HashMap::new() };
    let listed = in_list(scope, decision, sitting).into_iter().enumerate();
    let number = |n: usize| words::count(first.value as usize + n);
    listed.map(|(n, one)| ((one.unit.code.as_str(), one.nominee.code.as_str()), number(n))).collect()
}

/// Those whom a decision honours, as its list has them: by kind of nominee, then by rank.
fn in_list<'a>(scope: &Scope<'a>, decision: &Decision, sitting: &'a Sitting) -> Vec<Judged<'a>> {
    let all = chosen(scope, sitting, &decision.award);
    KINDS.iter().flat_map(|(kind, _)| all.iter().filter(|one| is(one.nominee, *kind)).copied()).collect()
}

/// The block `so_khen_thuong`: a line for everybody honoured by a decision, in the order of decisions; nothing before
/// there is one.
pub(super) fn book(scope: &Scope, facts: &mut Facts) -> Option<Value> {
    let review = scope.loaded.review.as_ref()?;
    facts.faulty |= review.head.decisions.faulty;
    let mut decided: Vec<(&Decision, &Sitting)> = review.decided().collect();
    decided.sort_by_key(|(decision, _)| decision.date.get().map_or(NaiveDate::MAX, |day| day.value));
    let mut rows = Vec::new();
    for (decision, sitting) in decided {
        facts.faulty |= decision.book_from.is_faulty();
        let numbers = book_numbers(scope, decision, sitting);
        let cited = decision::cited(scope, decision, sitting);
        let (name, _) = granted(scope, &decision.award);
        for one in in_list(scope, decision, sitting) {
            let mut row = person(rows.len(), &one);
            if let Value::Object(map) = &mut row {
                let own = numbers.get(&(one.unit.code.as_str(), one.nominee.code.as_str()));
                map.insert("so_vao_so".into(), own.cloned().unwrap_or_default().into());
                map.insert("hinh_thuc".into(), name.clone().into());
                map.insert("quyet_dinh".into(), cited.clone());
            }
            rows.push(row);
        }
    }
    (!rows.is_empty()).then(|| json!({"so": words::count(rows.len()), "cac": rows}))
}

/// The year of the last decision.
pub(super) fn year(scope: &Scope) -> Option<i32> {
    let review = scope.loaded.review.as_ref()?;
    review.decided().filter_map(|(decision, sitting)| decision::year(decision, sitting)).max().or(head::year(scope))
}
