//! A meeting of the committee: the block `xet`, its ballots, and whom it puts forward.

use serde_json::{Value, json};

use super::{KINDS, decision};
use crate::check::review::{Judged, chosen, judged};
use crate::check::{Scope, words};
use crate::plan::context::{Facts, given_by, granted};
use crate::plan::head::{self, Stated};
use crate::plan::meeting::{attendance, clock};
use crate::plan::proposal::{distinct, is};
use crate::plan::{lines, posts};
use crate::record::campaign::{Agency, Base, NomineeKind};
use crate::record::decode::Slot;
use crate::record::paper::{Ballot, Signer};
use crate::record::review::Sitting;
use crate::record::scalar::{Count, Text};
use crate::vietnamese::numerals::percent;

/// Minutes are signed by those who led and recorded the meeting.
static NO_SIGNER: Slot<Signer> = Slot::Absent;

/// What the meeting's record states of its minutes.
pub(super) fn stated(sitting: &Sitting) -> Stated<'_> {
    Stated {
        number: &sitting.number,
        symbol: &sitting.symbol,
        day: &sitting.date,
        signer: &NO_SIGNER,
        addressees: &decision::NOBODY,
        recipients: &sitting.recipients,
        grounds: &decision::NOBODY,
    }
}

/// The body that met: what the record names, else the one that has the campaign's standing office.
pub(super) fn body<'a>(scope: &'a Scope, sitting: &Sitting) -> Option<&'a Agency> {
    match &sitting.body {
        Slot::Set(code) => scope.campaign.agencies.get(code),
        Slot::Faulty => None,
        Slot::Absent => scope.campaign.standing_office(),
    }
}

/// Whether a meeting judged nobody, so far as its record can be read.
pub(super) fn is_idle(sitting: &Sitting) -> bool {
    sitting.outcomes.items.is_empty() && !sitting.outcomes.faulty
}

/// The block `xet`: who met, how it voted on each, whom it chose for what, whom not and why.
pub(super) fn block(scope: &Scope, sitting: &Sitting, facts: &mut Facts) -> Value {
    facts.faulty |= sitting.outcomes.faulty;
    let all = judged(scope, sitting);
    let rejected: Vec<&Judged> = all.iter().filter(|j| j.outcome.chosen_for().is_none()).collect();
    let present = sitting.attendance.get().and_then(|a| a.present.get()).map(|c| c.value);
    let convened = sitting.attendance.get().and_then(|a| a.convened.get()).map(|c| c.value);
    let voting = scope.campaign.voting.get();
    let (base, base_name) = match voting.and_then(|v| v.base.get()) {
        Some(Base::All) => (convened, "số người được triệu tập"),
        _ => (present, "số người có mặt"),
    };
    let row = |(i, j): (usize, &Judged)| row(scope, i, j, base);
    let group = |code: &String| {
        let (name, of) = granted(scope, code);
        let rows: Vec<Value> = chosen(scope, sitting, code).iter().enumerate().map(row).collect();
        json!({"ten": given_by(&name, &of), "ten_ngan": name, "so": words::count(rows.len()), "cac": rows})
    };
    let mut block = json!({
        "ngay": head::date_or_blank(facts.get(&sitting.date).map(|d| d.value)),
        "bat_dau": facts.get(&sitting.begins).map_or_else(String::new, clock),
        "ket_thuc": facts.get(&sitting.ends).map_or_else(String::new, clock),
        "dia_diem": lines::unmarked(&facts.text(&sitting.place)),
        "ten_co_quan": body(scope, sitting).map_or("", |agency| &agency.name.value),
        "noi_dung": facts.get(&sitting.body_text).map_or_else(String::new, |m| m.text.clone()),
        "cach": match facts.get(&sitting.ballot) {
            Some(Ballot::Secret) => "bỏ phiếu kín",
            Some(Ballot::Hands) => "biểu quyết giơ tay",
            None => "biểu quyết",
        },
        "co_so": base_name,
        "ty_le": voting.and_then(|v| v.majority.get()).map_or_else(String::new, ToString::to_string),
        "so_xet": words::count(all.len()),
        "hinh_thuc": awards(&all).iter().map(group).collect::<Vec<_>>(),
        "khong_chon": rejected.into_iter().enumerate().map(row).collect::<Vec<_>>(),
        "co_khong_hop_le": has_invalid(&all),
        "co_khong_tham_gia": all.iter().any(|j| j.outcome.recused.get().is_some()),
        "thu_tu": lines::unmarked(&facts.text(&sitting.order)),
    });
    if let Value::Object(map) = &mut block {
        map.extend(attendance(facts.get(&sitting.attendance), facts));
    }
    block
}

/// Whether some ballot was invalid; else no table has a column for them.
fn has_invalid(all: &[Judged]) -> bool {
    all.iter().any(|j| j.outcome.invalid.get().is_some_and(|n| n.value > 0))
}

/// Codes of the awards somebody was chosen for, in the order of the results.
fn awards(all: &[Judged]) -> Vec<String> {
    distinct(all.iter().filter_map(|j| j.outcome.chosen_for()).map(|award| award.value.clone()))
}

/// A nominee in a list, with the vote.
fn row(scope: &Scope, index: usize, judged: &Judged, base: Option<u32>) -> Value {
    let Judged { outcome, .. } = judged;
    let number = |slot: &Slot<Count>| slot.get().map_or_else(String::new, |c| words::count(c.value as usize));
    let against = match outcome.in_favour.get() {
        Some(_) if outcome.against.is_absent() => words::count(0),
        _ => number(&outcome.against),
    };
    let yes = outcome.in_favour.get().map(|c| c.value);
    let mut row = person(index, judged);
    if let Value::Object(map) = &mut row {
        map.insert("dong_y".into(), number(&outcome.in_favour).into());
        map.insert("khong_dong_y".into(), against.into());
        map.insert("khong_hop_le".into(), number(&outcome.invalid).into());
        map.insert("khong_tham_gia".into(), number(&outcome.recused).into());
        let share = yes.zip(base).and_then(|(yes, base)| percent(yes.into(), base.into()));
        map.insert("ty_le".into(), share.unwrap_or_default().into());
        map.insert("ly_do".into(), outcome.reason.get().map_or("", |reason| lines::unmarked(&reason.value)).into());
        map.insert(
            "de_nghi".into(),
            words::label(scope.campaign, judged.nominee.award.get().map_or("", |a| &a.value)).into(),
        );
    }
    row
}

/// A nominee in a list.
pub(super) fn person(index: usize, judged: &Judged) -> Value {
    let Judged { unit, nominee, .. } = judged;
    let text = |slot: &Slot<Text>| slot.get().map_or_else(String::new, |t| t.value.clone());
    let individual = is(nominee, NomineeKind::Individual);
    json!({
        "stt": (index + 1).to_string(),
        "loai": nominee.kind.get().map_or("", |kind| kind.word()),
        "ong_ba": words::honorific(nominee),
        "ten": words::name(nominee),
        "don_vi": unit.short_name(),
        "chuc_vu_don_vi": if individual { posts::with_body(&text(&nominee.post), unit) } else { String::new() },
        "thanh_tich": text(&nominee.merit),
    })
}

/// Counts by kind of nominee, as `dem-so` of the layout library takes them.
pub(super) fn counts(all: &[Judged]) -> Value {
    let count = |kind| words::count(all.iter().filter(|j| is(j.nominee, kind)).count());
    json!({
        "so_tap_the": count(NomineeKind::Collective),
        "so_ho_gia_dinh": count(NomineeKind::Household),
        "so_ca_nhan": count(NomineeKind::Individual),
    })
}

/// Nominees by kind, each kind with its rows.
pub(super) fn by_kind(all: &[Judged], row: impl Fn(usize, &Judged) -> Value) -> Vec<Value> {
    let group = |(kind, name): &(NomineeKind, &str)| {
        let own = all.iter().filter(|j| is(j.nominee, *kind));
        let rows: Vec<Value> = own.enumerate().map(|(i, j)| row(i, j)).collect();
        (!rows.is_empty())
            .then(|| json!({"ten": words::upper_first(name), "so": words::count(rows.len()), "cac": rows}))
    };
    KINDS.iter().filter_map(group).collect()
}

/// The block `phieu`: what a ballot lists and what the counters found; nothing where nobody votes in secret
/// or there is nobody to vote on.
pub(super) fn ballot(scope: &Scope, sitting: &Sitting) -> Option<Value> {
    sitting.ballot.get().filter(|ballot| **ballot == Ballot::Secret && !is_idle(sitting))?;
    let all = judged(scope, sitting);
    let present = sitting.attendance.get().and_then(|a| a.present.get()).map(|c| c.value);
    let counters: Vec<Value> = sitting
        .counters
        .iter()
        .map(|c| {
            let post = c.post.get().map_or("", |post| post.value.as_str());
            let heads = c.heads.get().is_some_and(|heads| heads.value);
            json!({"ho_ten": c.name.value, "chuc_vu": post, "to_truong": heads})
        })
        .collect();
    let head = sitting.counters.iter().find(|c| c.heads.get().is_some_and(|heads| heads.value));
    Some(json!({
        "co_khong_hop_le": has_invalid(&all),
        "nhom": by_kind(&all, |i, j| row(scope, i, j, present)),
        "so_phat_ra": present.map_or_else(String::new, |n| words::count(n as usize)),
        "kiem_phieu": counters,
        "to_truong": head.map_or("", |c| &c.name.value),
    }))
}

/// The block `trinh`: whom the meeting chose for awards within the authority's power (or above it), by award; nothing
/// where there is nobody. Adds the codes of these awards.
pub(super) fn submitted(scope: &Scope, sitting: &Sitting, above: bool, codes: &mut Vec<String>) -> Option<Value> {
    let authority: Vec<String> = scope.campaign.authority().map(|a| a.name.value.clone()).into_iter().collect();
    let own = |code: &String| words::is_above(&granted(scope, code).1, &authority) == above;
    let awards: Vec<String> = awards(&judged(scope, sitting)).into_iter().filter(own).collect();
    let first = awards.first()?;
    codes.extend(awards.iter().cloned());
    let group = |code: &String| {
        let (name, of) = granted(scope, code);
        let all = chosen(scope, sitting, code);
        json!({
            "ten": given_by(&name, &of),
            "ten_ngan": name,
            "dem": counts(&all),
            "nhom": by_kind(&all, person),
        })
    };
    let all: Vec<Judged> = awards.iter().flat_map(|code| chosen(scope, sitting, code)).collect();
    Some(json!({
        "nguoi_quyet_dinh": granted(scope, first).1,
        "dem": counts(&all),
        "hinh_thuc": awards.iter().map(group).collect::<Vec<_>>(),
        "hop": minutes(scope, sitting),
    }))
}

/// The minutes as other papers cite them.
pub(super) fn minutes(scope: &Scope, sitting: &Sitting) -> Value {
    let body = body(scope, sitting);
    let abbreviation = body.and_then(|agency| agency.abbreviation.get()).map_or("", |a| a.value.as_str());
    let own = sitting.symbol.get().map(|symbol| symbol.value.clone());
    json!({
        "so": sitting.number.get().map_or_else(String::new, ToString::to_string),
        "ky_hieu": own.unwrap_or_else(|| scope.loaded.kinds.symbol_of_minutes(abbreviation)),
        "ngay": head::date_or_blank(sitting.date.get().map(|d| d.value)),
        "co_quan": body.map_or("", |agency| &agency.name.value),
    })
}
