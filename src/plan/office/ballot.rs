//! A secret vote: the ballot, and what its counters found.

use std::collections::HashSet;

use serde_json::{Value, json};

use super::people::{by_kind, counts, in_order, person};
use super::roll::{self, Candidate};
use super::sitting;
use crate::check::review::{Judged, judged};
use crate::check::{Scope, words};
use crate::finding::Finding;
use crate::plan::meeting::clock;
use crate::plan::{head, lines, units_in_order};
use crate::record::decode::Slot;
use crate::record::paper::Ballot;
use crate::record::review::{Counter, Sitting};
use crate::record::scalar::Time;

fn is_secret(sitting: &Sitting) -> bool {
    sitting.ballot.get() == Some(&Ballot::Secret)
}

/// The block `phieu`: on whom a meeting votes in secret, in the campaign's order, so that the ballot says nothing of the
/// result. Nothing where there is nobody to vote on.
pub(super) fn ballot(scope: &Scope, sitting: &Sitting, findings: &[Finding]) -> Option<Value> {
    let mut listed = candidates(scope, sitting, findings);
    if !is_secret(sitting) || sitting.outcomes.faulty || listed.is_empty() {
        return None;
    }
    in_order(&units_in_order(scope), &mut listed);
    let row = |i: usize, one: &Candidate| {
        let mut row = person(i, one);
        if let Value::Object(map) = &mut row {
            let award = one.1.award.get().map_or("", |award| &award.value);
            map.insert("de_nghi".into(), words::label(scope.campaign, award).into());
        }
        row
    };
    Some(json!({"dem": counts(&listed), "nhom": by_kind(&listed, row)}))
}

/// Those whom the meeting judged; before it has met, those on the roll whom no other meeting has judged.
fn candidates<'a>(scope: &Scope<'a>, sitting: &'a Sitting, findings: &[Finding]) -> Vec<Candidate<'a>> {
    if !sitting::is_idle(sitting) {
        return judged(scope, sitting).iter().map(|j| (j.unit, j.nominee)).collect();
    }
    let before = scope.loaded.sittings().flat_map(|other| judged(scope, other));
    let before: HashSet<(&str, &str)> = before.map(|j| (&*j.unit.code, j.nominee.code.as_str())).collect();
    let is_open = |(unit, nominee): &Candidate| !before.contains(&(unit.code.as_str(), nominee.code.as_str()));
    roll::eligible(scope, findings).into_iter().filter(is_open).collect()
}

/// The block `kiem_phieu`: what the counters found, in the order of the ballot.
pub(super) fn tally(scope: &Scope, sitting: &Sitting) -> Option<Value> {
    if !is_secret(sitting) || sitting::is_idle(sitting) {
        return None;
    }
    let mut all = judged(scope, sitting);
    in_order(&units_in_order(scope), &mut all);
    let base = sitting::base(scope, sitting);
    let present = sitting.attendance.get().and_then(|a| a.present.get()).map(|c| c.value);
    let heads = |heads: bool| {
        let own = move |c: &&Counter| c.heads.get().is_some_and(|own| own.value) == heads;
        sitting.counters.iter().filter(own).map(counter).collect::<Vec<Value>>()
    };
    let mut block = json!({
        "nhom": by_kind(&all, |i, j| sitting::row(i, j, &base)),
        "so_phat_ra": present.map_or_else(String::new, |n| n.to_string()),
        "so_thu_ve": returned(&all).map_or_else(String::new, |n| n.to_string()),
        "to_truong": heads(true).first().cloned().unwrap_or_else(|| json!({"ho_ten": "", "chuc_vu": ""})),
        "thanh_vien": heads(false),
        "ngay": head::date_or_blank(sitting.date.get().map(|d| d.value)),
        "bat_dau": hour(&sitting.counting_begins),
        "ket_thuc": hour(&sitting.counting_ends),
        "dia_diem": sitting.place.get().map_or("", |place| lines::unmarked(&place.value)),
        "ten_co_quan": sitting::body(scope, sitting).map_or("", |agency| &agency.name.value),
    });
    if let Value::Object(map) = &mut block {
        map.extend(sitting::columns(&all));
        map.extend(base.words());
    }
    Some(block)
}

/// An hour of the count; filled in by hand where the record does not know it.
fn hour(time: &Slot<Time>) -> String {
    time.get().map_or_else(|| "…… giờ …… phút".to_owned(), clock)
}

fn counter(counter: &Counter) -> Value {
    json!({"ho_ten": counter.name.value, "chuc_vu": counter.post.get().map_or("", |post| &post.value)})
}

/// How many ballots came back, where every line tells the same number.
fn returned(all: &[Judged]) -> Option<u64> {
    let cast = |j: &Judged| {
        let others = [&j.outcome.against, &j.outcome.invalid, &j.outcome.recused];
        let others: u64 = others.iter().filter_map(|slot| slot.get()).map(|n| u64::from(n.value)).sum();
        j.outcome.in_favour.get().map(|yes| u64::from(yes.value) + others)
    };
    let first = cast(all.first()?)?;
    all.iter().all(|j| cast(j) == Some(first)).then_some(first)
}
