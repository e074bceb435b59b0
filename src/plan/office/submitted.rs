//! What is put before those who grant the awards: the block `trinh`, and the proposal as other papers cite it.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::people::{by_kind, counts, person};
use super::sitting::{awaits_quota, awards, minutes};
use super::{Topic, filed};
use crate::check::review::{Judged, chosen, judged};
use crate::check::{Scope, words};
use crate::plan::context::{given_by, granted};
use crate::plan::head;
use crate::record::kind::{Block, Kind};
use crate::record::review::Sitting;

/// Whether an award is granted above the body that decides here.
pub(in crate::plan) fn is_above(scope: &Scope, award: &str) -> bool {
    let authority: Vec<String> = scope.campaign.authority().map(|a| a.name.value.clone()).into_iter().collect();
    words::is_above(&granted(scope, award).1, &authority)
}

/// The block `trinh`: whom the meeting chose for awards within the authority's power (or above it), by award; nothing
/// where there is nobody.
pub(super) fn block(scope: &Scope, sitting: &Sitting, above: bool, topic: &mut Topic) -> Option<Value> {
    let own = |code: &String| is_above(scope, code) == above;
    let awards: Vec<String> = awards(&judged(scope, sitting)).into_iter().filter(own).collect();
    let first = awards.first()?;
    let group = |code: &String| {
        let (name, of) = granted(scope, code);
        let all = chosen(scope, sitting, code);
        json!({
            "ten": given_by(&name, &of),
            "ten_ngan": name,
            "dem": counts(&all),
            "nhom": by_kind(&all, person),
            "cho_phan_bo": awaits_quota(scope, code),
        })
    };
    let all: Vec<Judged> = awards.iter().flat_map(|code| chosen(scope, sitting, code)).collect();
    *topic = Topic::new(awards.clone(), &all);
    Some(json!({
        "nguoi_quyet_dinh": granted(scope, first).1,
        "dem": counts(&all),
        "hinh_thuc": awards.iter().map(group).collect::<Vec<_>>(),
        "hop": minutes(scope, sitting),
    }))
}

/// The proposal by which an award of a meeting was put forward, once it has its number and day, by a day: as it is cited.
pub(super) fn sent(scope: &Scope, sitting: &Sitting, award: &str, by: Option<NaiveDate>) -> Value {
    let carries = if is_above(scope, award) { Block::SubmittedUp } else { Block::Submitted };
    let of_kind = |kind: &Kind| {
        let paper = kind.blocks.contains(&carries).then(|| filed(scope, &kind.code, sitting))??;
        let (number, day) = (paper.number.get()?, paper.date.get()?.value);
        let abbreviation = kind.body(scope.campaign).and_then(|body| body.abbreviation.get());
        let own = paper.symbol.get().map(|symbol| symbol.value.clone());
        let symbol = own.unwrap_or_else(|| kind.symbol(abbreviation.map_or("", |word| &word.value)));
        let cited = format!("{} số {number}/{symbol} {}", kind.name, head::day_in_words(day));
        by.is_none_or(|by| day <= by).then_some(cited)
    };
    scope.loaded.kinds.iter().find_map(of_kind).map_or(Value::Null, Value::from)
}

/// Whether that proposal is on its way.
pub(in crate::plan) fn is_sent(scope: &Scope, sitting: &Sitting, award: &str) -> bool {
    !sent(scope, sitting, award, None).is_null()
}
