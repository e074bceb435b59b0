//! A decision: whom it honours, with what money, and the certificate of each.

use serde_json::{Value, json};

use super::sitting::{by_kind, counts, minutes, person};
use crate::check::review::{Judged, chosen, money};
use crate::check::{Scope, words};
use crate::plan::context::{Facts, given_by, granted};
use crate::plan::head::{self, Stated};
use crate::plan::lines;
use crate::record::decode::List;
use crate::record::review::{Decision, Sitting};
use crate::record::scalar::Text;
use crate::vietnamese::numerals::{grouped, in_words};

/// A list that nothing states.
pub(super) static NOBODY: List<Text> = List { items: Vec::new(), faulty: false, at: None };

/// What the decision's record states of its head.
pub(super) fn stated(decision: &Decision) -> Stated<'_> {
    Stated {
        number: &decision.number,
        symbol: &decision.symbol,
        day: &decision.date,
        signer: &decision.signer,
        addressees: &NOBODY,
        recipients: &decision.recipients,
        grounds: &decision.grounds,
    }
}

/// What a paper to each of those honoured takes from it: where the decision goes and what it rests on is its own matter.
pub(super) fn stated_to_each(decision: &Decision) -> Stated<'_> {
    Stated { recipients: &NOBODY, grounds: &NOBODY, ..stated(decision) }
}

/// The block `khen_thuong`.
pub(super) fn block(scope: &Scope, decision: &Decision, sitting: &Sitting, facts: &mut Facts) -> Value {
    let proposer = match facts.text(&decision.proposed_by) {
        stated if !stated.is_empty() => stated,
        _ => scope.campaign.standing_office().map_or_else(String::new, |office| office.name.value.clone()),
    };
    let executors: Vec<String> = decision.executors.iter().map(|text| text.value.clone()).collect();
    let mut block = list(scope, decision, sitting, facts);
    if let Value::Object(map) = &mut block {
        map.insert("hop".into(), minutes(scope, sitting));
        map.insert("theo_de_nghi".into(), proposer.into());
        map.insert("thi_hanh".into(), executors.into());
    }
    block
}

/// The block `tien_thuong`; nothing where no money goes with the awards.
pub(super) fn payment(scope: &Scope, decision: &Decision, sitting: &Sitting, facts: &mut Facts) -> Option<Value> {
    scope.campaign.money.get().map(|_| list(scope, decision, sitting, facts))
}

/// Whom a decision honours. Money that nobody can tell is left blank, and so is a sum it would be part of.
fn list(scope: &Scope, decision: &Decision, sitting: &Sitting, facts: &mut Facts) -> Value {
    facts.faulty |= sitting.outcomes.faulty;
    let all = chosen(scope, sitting, &decision.award);
    let (name, of) = granted(scope, &decision.award);
    let amounts: Vec<Option<u64>> = all.iter().map(|j| amount(scope, decision, j)).collect();
    let total: Option<u64> = amounts.iter().copied().sum();
    let row = |i: usize, j: &Judged| {
        let mut row = person(i, j);
        if let Value::Object(map) = &mut row {
            map.insert("tien".into(), amount(scope, decision, j).map_or_else(String::new, grouped).into());
        }
        row
    };
    json!({
        "hinh_thuc": name,
        "hinh_thuc_day_du": given_by(&name, &of),
        "nguoi_quyet_dinh": of,
        "dem": counts(&all),
        "nhom": by_kind(&all, row),
        "co_tien": scope.campaign.money.get().is_some(),
        "tong": total.map_or_else(String::new, grouped),
        "tong_chu": total.map_or_else(String::new, |sum| format!("{} đồng", words::upper_first(&in_words(sum)))),
        "nguon": scope.campaign.money.get().map_or_else(String::new, |m| lines::unmarked(&facts.text(&m.source)).to_owned()),
        "quyet_dinh": cited(scope, decision),
    })
}

fn amount(scope: &Scope, decision: &Decision, judged: &Judged) -> Option<u64> {
    let (kind, day) = (*judged.nominee.kind.get()?, decision.date.get()?.value);
    money::amount(scope.campaign, &decision.award, kind, day)
}

/// The decision as its lists and certificates cite it.
fn cited(scope: &Scope, decision: &Decision) -> Value {
    let body = scope.campaign.authority();
    let abbreviation = body.and_then(|agency| agency.abbreviation.get()).map_or("", |a| a.value.as_str());
    let own = decision.symbol.get().map(|symbol| symbol.value.clone());
    json!({
        "so": decision.number.get().map_or_else(String::new, ToString::to_string),
        "ky_hieu": own.unwrap_or_else(|| scope.loaded.kinds.symbol_of_decision(abbreviation)),
        "ngay": head::date_or_blank(decision.date.get().map(|d| d.value)),
    })
}

/// The block `nguoi` of a certificate.
pub(super) fn recipient(scope: &Scope, decision: &Decision, judged: Judged, facts: &mut Facts) -> Value {
    let (name, of) = granted(scope, &decision.award);
    let mut block = person(0, &judged);
    if let Value::Object(map) = &mut block {
        map.insert("hinh_thuc".into(), name.into());
        map.insert("nguoi_quyet_dinh".into(), of.into());
        map.insert("quyet_dinh".into(), cited(scope, decision));
        facts.faulty |= judged.nominee.name.is_faulty() || judged.nominee.merit.is_faulty();
    }
    block
}
