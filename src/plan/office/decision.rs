//! A decision: whom it honours, with what money, and the certificate of each.

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

use super::people::{by_kind, counts, person, place_in_full};
use super::sitting::minutes;
use super::{Topic, honours, submitted};
use crate::check::review::{Judged, chosen, money};
use crate::check::{Scope, words};
use crate::plan::context::{Facts, given_by, granted};
use crate::plan::head::{self, Stated, without_deputy};
use crate::plan::{lines, posts};
use crate::record::campaign::{AwardForm, Cited};
use crate::record::decode::{List, Slot};
use crate::record::review::{Decision, Sitting};
use crate::record::scalar::Text;
use crate::record::text::fold;
use crate::record::unit::Nominee;
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
        replaces: &head::NOTHING_REPLACED,
    }
}

/// What a paper to each of those honoured takes from it: where the decision goes and what it rests on is its own matter.
pub(super) fn stated_to_each(decision: &Decision) -> Stated<'_> {
    Stated { recipients: &NOBODY, grounds: &NOBODY, ..stated(decision) }
}

/// The block `khen_thuong`.
pub(super) fn block(
    scope: &Scope,
    decision: &Decision,
    sitting: &Sitting,
    topic: &mut Topic,
    facts: &mut Facts,
) -> Value {
    let executors: Vec<String> = decision.executors.iter().map(|text| text.value.clone()).collect();
    let replaced = facts.get(&decision.replaces).map(|cited| replaced(scope, decision, cited));
    let mut block = list(scope, decision, sitting, topic, facts);
    if let Value::Object(map) = &mut block {
        map.insert("hop".into(), minutes(scope, sitting));
        map.insert("theo_de_nghi".into(), proposed(scope, decision, sitting, facts).into());
        map.insert("thi_hanh".into(), executors.into());
        map.insert("thay_the".into(), replaced.unwrap_or_default().into());
    }
    block
}

/// Who proposes, and by which paper: what the record states, and what it leaves out as other records have it. Where the
/// body that decides has no office of its own nobody proposes.
fn proposed(scope: &Scope, decision: &Decision, sitting: &Sitting, facts: &mut Facts) -> String {
    let stated = facts.text(&decision.proposed_by);
    let proposer = if stated.is_empty() { office_head(scope) } else { stated };
    let cites = fold(&proposer).contains("to trinh");
    match submitted::sent(scope, sitting, &decision.award, None) {
        Value::String(paper) if !cites && !proposer.is_empty() => format!("{proposer} tại {paper}"),
        _ => proposer,
    }
}

/// The head of the standing office, `Trưởng phòng Nội vụ - …`; the office where nobody knows its head's post.
pub(super) fn office_head(scope: &Scope) -> String {
    let Some(office) = scope.campaign.standing_office().filter(|_| has_office(scope)) else { return String::new() };
    let name = &office.name.value;
    let signer = office.signer.get();
    let post = signer.map(|s| s.for_post.get().map_or_else(|| without_deputy(&s.post), |post| post.value.as_str()));
    post.map_or_else(|| name.clone(), |post| posts::of_body(&words::upper_first(post), name))
}

/// Whether the standing office is another body than the one that decides.
pub(super) fn has_office(scope: &Scope) -> bool {
    let (office, authority) = (scope.campaign.standing_office(), scope.campaign.authority());
    office.zip(authority).is_none_or(|(office, authority)| !std::ptr::eq(office, authority))
}

/// The decision that this one replaces, as its articles cite it.
fn replaced(scope: &Scope, decision: &Decision, cited: &Cited) -> String {
    let year = decision.date.get().map_or_else(String::new, |day| day.year().to_string());
    let mut cited = cited.clone();
    if cited.symbol.is_absent() {
        cited.symbol = Slot::Set(Text { value: symbol(scope, decision), at: cited.at });
    }
    if cited.issuer.is_absent() {
        cited.issuer = Slot::Set(Text { value: granted(scope, &decision.award).1, at: cited.at });
    }
    head::citation("Quyết định", &cited, &year)
}

/// The block `tien_thuong`; nothing where no money goes with the award.
pub(super) fn payment(
    scope: &Scope,
    decision: &Decision,
    sitting: &Sitting,
    topic: &mut Topic,
    facts: &mut Facts,
) -> Option<Value> {
    let all = chosen(scope, sitting, &decision.award);
    money::is_granted(scope.campaign, &decision.award, &all).then(|| list(scope, decision, sitting, topic, facts))
}

/// Those whom a decision charges are the first it goes to; where its record names no recipients, their article does: the
/// last, behind the awards and, where there is some, the money.
pub(super) fn charge(data: &mut Map<String, Value>) {
    let article = match data.get("khen_thuong").map(|block| &block["co_tien"]) {
        Some(Value::Bool(true)) => 3,
        _ => 2,
    };
    super::letters::lead(data, &format!("Như Điều {article}"));
}

/// Whom a decision honours. Money that nobody can tell is left blank, and so is a sum it would be part of.
fn list(scope: &Scope, decision: &Decision, sitting: &Sitting, topic: &mut Topic, facts: &mut Facts) -> Value {
    facts.faulty |= sitting.outcomes.faulty;
    let all = chosen(scope, sitting, &decision.award);
    *topic = Topic::new(vec![decision.award.value.clone()], &all);
    let (name, of) = granted(scope, &decision.award);
    let sum = |own: &mut dyn Iterator<Item = &Judged>| own.map(|j| amount(scope, decision, j)).sum::<Option<u64>>();
    let figure = |sum: Option<u64>| sum.map_or_else(String::new, grouped);
    let total = sum(&mut all.iter());
    let row = |i: usize, j: &Judged| {
        let mut row = person(i, j);
        if let Value::Object(map) = &mut row {
            map.insert("tien".into(), figure(amount(scope, decision, j)).into());
        }
        row
    };
    let mut groups = by_kind(&all, row);
    for group in groups.iter_mut().filter_map(Value::as_object_mut) {
        let kind = group.get("loai").and_then(Value::as_str).unwrap_or_default().to_owned();
        let own = |j: &&Judged| j.nominee.kind.get().is_some_and(|own| own.word() == kind);
        group.insert("cong".into(), figure(sum(&mut all.iter().filter(own))).into());
    }
    json!({
        "hinh_thuc": name,
        "hinh_thuc_day_du": given_by(&name, &of),
        "nguoi_quyet_dinh": of,
        "dem": counts(&all),
        "nhom": groups,
        "co_tien": money::is_granted(scope.campaign, &decision.award, &all),
        "tong": figure(total),
        "tong_chu": total.map_or_else(String::new, |sum| format!("{} đồng", words::upper_first(&in_words(sum)))),
        "nguon": scope.campaign.money.get().map_or_else(String::new, |m| lines::unmarked(&facts.text(&m.source)).to_owned()),
        "quyet_dinh": cited(scope, decision, sitting),
    })
}

fn amount(scope: &Scope, decision: &Decision, judged: &Judged) -> Option<u64> {
    let (kind, day) = (*judged.nominee.kind.get()?, decision.date.get()?.value);
    money::amount(scope.campaign, &decision.award, kind, day)
}

fn symbol(scope: &Scope, decision: &Decision) -> String {
    let body = scope.campaign.authority();
    let abbreviation = body.and_then(|agency| agency.abbreviation.get()).map_or("", |a| a.value.as_str());
    let own = decision.symbol.get().map(|symbol| symbol.value.clone());
    own.unwrap_or_else(|| scope.loaded.kinds.symbol_of_decision(abbreviation))
}

/// The decision as its lists and certificates cite it.
pub(super) fn cited(scope: &Scope, decision: &Decision, sitting: &Sitting) -> Value {
    json!({
        "so": decision.number.get().map_or_else(String::new, ToString::to_string),
        "ky_hieu": symbol(scope, decision),
        "ngay": head::date_or_year(decision.date.get().map(|d| d.value), year(decision, sitting)),
    })
}

/// The year that a decision without its day shows beside the blanks: that of the meeting it follows.
pub(super) fn year(decision: &Decision, sitting: &Sitting) -> Option<i32> {
    decision.date.get().or(sitting.date.get()).map(|day| day.year())
}

/// The decision on an award of a meeting, once it has its number and day, by a day: as it is cited.
pub(super) fn issued(scope: &Scope, sitting: &Sitting, award: &str, by: Option<NaiveDate>) -> Value {
    let all = scope.loaded.review.iter().flat_map(|review| review.head.decisions.iter());
    let mut own = all.filter(|d| d.award.value == award && d.sitting.value == sitting.code.as_str());
    let cite = |d: &Decision| {
        let (number, day) = (d.number.get()?, d.date.get()?.value);
        let cited = format!("Quyết định số {number}/{} {}", symbol(scope, d), head::day_in_words(day));
        by.is_none_or(|by| day <= by).then_some(cited)
    };
    own.find_map(cite).map_or(Value::Null, Value::from)
}

/// The block `nguoi` of a certificate.
pub(super) fn recipient(
    scope: &Scope,
    decision: &Decision,
    sitting: &Sitting,
    judged: Judged,
    facts: &mut Facts,
) -> Value {
    let (name, of) = granted(scope, &decision.award);
    let mut block = person(0, &judged);
    if let Value::Object(map) = &mut block {
        map.insert("chuc_vu_don_vi".into(), place_in_full(judged.unit, judged.nominee).into());
        map.insert("hinh_thuc".into(), name.into());
        map.insert("nguoi_quyet_dinh".into(), of.into());
        let numbers = honours::book_numbers(scope, decision, sitting);
        let own = numbers.get(&(judged.unit.code.as_str(), judged.nominee.code.as_str()));
        facts.faulty |= decision.book_from.is_faulty();
        map.insert("so_vao_so".into(), own.cloned().unwrap_or_default().into());
        map.insert("quyet_dinh".into(), cited(scope, decision, sitting));
        map.insert("da_co_thanh_tich".into(), achieved(scope, judged.nominee).into());
        facts.faulty |= judged.nominee.name.is_faulty() || judged.nominee.merit.is_faulty();
    }
    block
}

/// The achievement as a certificate states it, `Đã có thành tích …`: of a campaign on one theme in the words of the
/// decision's first article, which are the same for all; else the nominee's own.
fn achieved(scope: &Scope, nominee: &Nominee) -> String {
    let campaign = scope.campaign.name.get().filter(|_| {
        matches!(scope.campaign.award_form, Slot::Absent) || scope.campaign.award_form.get() == Some(&AwardForm::Theme)
    });
    if let Some(name) = campaign {
        return format!("Đã có thành tích xuất sắc trong {}", words::lower_first(name));
    }
    let merit = nominee.merit.get().map_or("", |merit| lines::unmarked(&merit.value));
    match fold(merit) {
        text if text.is_empty() || text.starts_with("da ") => merit.to_owned(),
        text if text.starts_with("co ") => format!("Đã {}", words::lower_first(merit)),
        // A name may begin it, so that it is left as it is written.
        _ => format!("Đã có thành tích: {merit}"),
    }
}
