//! The block `trich_ngang`: every nominee whose dossier is complete, a line for each.

use serde_json::{Value, json};

use super::{KINDS, is_proposed_for, proposed_awards};
use crate::check::criteria::{self, Verdict};
use crate::check::review::obstacles;
use crate::check::{Scope, words};
use crate::finding::Finding;
use crate::plan::checklist::printable;
use crate::plan::context::{award, given_by, granted};
use crate::plan::proposal::is;
use crate::plan::{posts, units_in_order};
use crate::record::Unit;
use crate::record::campaign::{NomineeKind, RollOrder};
use crate::record::unit::Nominee;
use crate::vietnamese::order::Alphabet;

/// The block `trich_ngang`: nominees of complete dossiers by award, those left out with what stands in the way.
pub(super) fn block(scope: &Scope, findings: &[Finding]) -> Value {
    let mut on: Vec<(&Unit, &Nominee)> = Vec::new();
    let mut off = Vec::new();
    for unit in units_in_order(scope).into_iter().filter(|unit| unit.has_handed_in()) {
        for nominee in unit.proposed() {
            let obstacles = obstacles(unit, nominee, findings);
            if obstacles.is_empty() {
                on.push((unit, nominee));
            } else {
                let why: Vec<&str> = obstacles.iter().map(|f| f.message.as_str()).collect();
                off.push(json!({
                    "stt": (off.len() + 1).to_string(),
                    "ong_ba": words::honorific(nominee),
                    "ten": printable(scope, words::name(nominee)),
                    "don_vi": printable(scope, &unit.short_name()),
                    "ly_do": printable(scope, &why.join("; ").replace('`', "")),
                }));
            }
        }
    }
    // Units keep their campaign's order; a list that is to be alphabetical is so for persons, whatever their unit.
    if scope.campaign.roll_order.get() == Some(&RollOrder::Name) {
        let alphabet = Alphabet::default();
        let name = |n: &Nominee| if is(n, NomineeKind::Individual) { words::name(n).to_owned() } else { String::new() };
        on.sort_by(|(_, a), (_, b)| alphabet.compare_persons(&name(a), &name(b)));
    }
    let group = |code: &String| {
        let of_award = on.iter().filter(|(_, n)| is_proposed_for(n, code));
        let (name, of) = granted(scope, code);
        let kinds = KINDS.iter().filter_map(|(kind, word)| {
            let rows = of_award.clone().filter(|(_, n)| is(n, *kind)).enumerate();
            let rows: Vec<Value> = rows.map(|(i, (unit, nominee))| roll_row(scope, i, unit, nominee)).collect();
            (!rows.is_empty())
                .then(|| json!({"ten": words::upper_first(word), "so": words::count(rows.len()), "cac": rows}))
        });
        json!({"ten": given_by(&name, &of), "ten_ngan": name, "nhom": kinds.collect::<Vec<_>>()})
    };
    json!({
        "hinh_thuc": proposed_awards(scope, on.iter().map(|(_, n)| *n)).iter().map(group).collect::<Vec<_>>(),
        "so_tap_the": words::count(on.iter().filter(|(_, n)| is(n, NomineeKind::Collective)).count()),
        "so_ho_gia_dinh": words::count(on.iter().filter(|(_, n)| is(n, NomineeKind::Household)).count()),
        "so_ca_nhan": words::count(on.iter().filter(|(_, n)| is(n, NomineeKind::Individual)).count()),
        "ngoai": off,
    })
}

fn roll_row(scope: &Scope, index: usize, unit: &Unit, nominee: &Nominee) -> Value {
    let post = nominee.post.get().map_or("", |post| post.value.as_str());
    let of_unit = match is(nominee, NomineeKind::Individual) {
        true => posts::with_body(post, unit),
        false if nominee.name.get().is_some_and(|name| name.value == unit.name()) => String::new(),
        false => unit.short_name(),
    };
    json!({
        "stt": (index + 1).to_string(),
        "ong_ba": words::honorific(nominee),
        "ten": words::name(nominee),
        "don_vi": of_unit,
        "thanh_tich": nominee.merit.get().map_or("", |merit| merit.value.as_str()),
        "du_phong": award(scope, &nominee.fallback).0,
        "tieu_chuan": verdicts(scope, unit, nominee),
    })
}

/// The criteria that a person has yet to judge, or that nothing in the records answers.
fn verdicts(scope: &Scope, unit: &Unit, nominee: &Nominee) -> String {
    let of = |wanted: fn(&Verdict) -> bool| {
        let apply = scope.campaign.criteria.iter().filter(|criterion| criteria::concerns(criterion, nominee));
        let codes = apply.filter(|criterion| wanted(&criteria::judge(criterion, nominee, unit, scope)));
        codes.map(|criterion| criterion.code.value.clone()).collect::<Vec<_>>().join(", ")
    };
    let groups = [
        ("chưa đạt", of(|verdict| matches!(verdict, Verdict::Failed(..)))),
        ("chưa rõ", of(|verdict| matches!(verdict, Verdict::Unknown(..)))),
        ("cần xem xét", of(|verdict| matches!(verdict, Verdict::Judgement))),
    ];
    let said: Vec<String> = groups
        .into_iter()
        .filter(|(_, codes)| !codes.is_empty())
        .map(|(word, codes)| format!("{word} {codes}"))
        .collect();
    if said.is_empty() { "Đạt".to_owned() } else { words::upper_first(&said.join("; ")) }
}
