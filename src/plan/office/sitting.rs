//! A meeting of the committee: the block `xet`, and the vote on each.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::people::{by_kind, counts, person};
use super::{chair, decision, submitted};
use crate::check::review::{Judged, chosen, judged};
use crate::check::{Scope, words};
use crate::plan::context::{Facts, given_by, granted};
use crate::plan::head::{self, Stated};
use crate::plan::lines;
use crate::plan::meeting::{attendance, clock};
use crate::plan::proposal::distinct;
use crate::record::campaign::{Agency, Base as BaseWord, Quota};
use crate::record::decode::Slot;
use crate::record::paper::{Attendance, Ballot, Signer};
use crate::record::review::Sitting;
use crate::record::scalar::Count;
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
        replaces: &head::NOTHING_REPLACED,
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

/// Whether a meeting judged nobody, so far as its record can be read: it is yet to come.
pub(super) fn is_idle(sitting: &Sitting) -> bool {
    sitting.outcomes.items.is_empty() && !sitting.outcomes.faulty
}

/// What shares of votes are taken of.
pub(super) struct Base {
    count: Option<u32>,
    name: &'static str,
}

impl Base {
    /// The base as papers state it, so that a reader can repeat the arithmetic.
    pub(super) fn words(&self) -> Map<String, Value> {
        let count = self.count.map_or_else(String::new, |n| words::count(n as usize));
        [("co_so".to_owned(), self.name.into()), ("so_co_so".to_owned(), count.into())].into_iter().collect()
    }
}

/// The base of a meeting's votes, the same in all its papers.
pub(super) fn base(scope: &Scope, sitting: &Sitting) -> Base {
    let of =
        |pick: fn(&Attendance) -> &Slot<Count>| sitting.attendance.get().and_then(|a| pick(a).get()).map(|c| c.value);
    match scope.campaign.voting.get().and_then(|v| v.base.get()) {
        Some(BaseWord::All) => Base { count: of(|a| &a.convened), name: "số người được triệu tập" },
        _ => Base { count: of(|a| &a.present), name: "số người có mặt" },
    }
}

/// The block `xet`: who met, how it voted on each, whom it chose for what, whom not and why. What was decided or
/// proposed by a day (`by`) is cited.
pub(super) fn block(scope: &Scope, sitting: &Sitting, by: Option<NaiveDate>, facts: &mut Facts) -> Value {
    facts.faulty |= sitting.outcomes.faulty;
    let all = judged(scope, sitting);
    let rejected: Vec<Judged> = all.iter().filter(|j| j.outcome.chosen_for().is_none()).copied().collect();
    let voting = scope.campaign.voting.get();
    let base = base(scope, sitting);
    let row = |i: usize, j: &Judged| row(i, j, &base);
    let group = |code: &String| {
        let (name, of) = granted(scope, code);
        let own = chosen(scope, sitting, code);
        json!({
            "ten": given_by(&name, &of),
            "ten_ngan": name,
            "nguoi_tang": of,
            "dem": counts(&own),
            "nhom": by_kind(&own, row),
            "cho_phan_bo": awaits_quota(scope, code),
            "quyet_dinh": decision::issued(scope, sitting, code, by),
            "to_trinh": submitted::sent(scope, sitting, code, by),
        })
    };
    let mut block = json!({
        "ngay": head::date_or_blank(facts.get(&sitting.date).map(|d| d.value)),
        "bat_dau": facts.get(&sitting.begins).map_or_else(String::new, clock),
        "ket_thuc": facts.get(&sitting.ends).map_or_else(String::new, clock),
        "dia_diem": lines::unmarked(&facts.text(&sitting.place)),
        "ten_co_quan": body(scope, sitting).map_or("", |agency| &agency.name.value),
        "chu_toa": chair::block(scope, sitting),
        "noi_dung": facts.get(&sitting.body_text).map_or_else(String::new, |m| m.text.clone()),
        "phieu_kin": sitting.ballot.get() == Some(&Ballot::Secret),
        "cach": match facts.get(&sitting.ballot) {
            Some(Ballot::Secret) => "bỏ phiếu kín",
            Some(Ballot::Hands) => "biểu quyết bằng hình thức giơ tay",
            None => "biểu quyết từng trường hợp",
        },
        "ty_le": voting.and_then(|v| v.majority.get()).map_or_else(String::new, ToString::to_string),
        "dem": counts(&all),
        "hinh_thuc": awards(&all).iter().map(group).collect::<Vec<_>>(),
        "khong_chon": by_kind(&rejected, row),
        "thu_tu": lines::unmarked(&facts.text(&sitting.order)),
    });
    if let Value::Object(map) = &mut block {
        map.insert("ly_do_chung".into(), common_reason(&rejected).into());
        map.extend(columns(&all));
        map.extend(base.words());
        map.extend(attendance(facts.get(&sitting.attendance), facts));
    }
    block
}

/// The one reason for all who were not chosen; nothing where there are several, or only one nominee.
fn common_reason(rejected: &[Judged]) -> String {
    let mut reasons = rejected.iter().map(|judged| judged.outcome.reason.get().map_or("", |reason| &reason.value));
    let first = reasons.next().unwrap_or_default();
    let same = rejected.len() > 1 && reasons.all(|other| other == first);
    if same { words::lower_first(lines::unmarked(first)) } else { String::new() }
}

/// Which columns the tables of votes need: most meetings have no invalid ballot, and nobody who stays out.
pub(super) fn columns(all: &[Judged]) -> Map<String, Value> {
    let invalid = all.iter().any(|j| j.outcome.invalid.get().is_some_and(|n| n.value > 0));
    let recused = all.iter().any(|j| j.outcome.recused.get().is_some());
    let columns = [("co_khong_hop_le", invalid), ("co_khong_tham_gia", recused)];
    columns.into_iter().map(|(key, there)| (key.to_owned(), there.into())).collect()
}

/// Codes of the awards somebody was chosen for, in the order of the results.
pub(super) fn awards(all: &[Judged]) -> Vec<String> {
    distinct(all.iter().filter_map(|j| j.outcome.chosen_for()).map(|award| award.value.clone()))
}

/// Whether nobody knows yet how many of an award there are to give.
pub(super) fn awaits_quota(scope: &Scope, award: &str) -> bool {
    matches!(scope.campaign.quotas.get(award), Some(Quota::Undecided))
}

/// A nominee in a list, with the vote.
pub(super) fn row(index: usize, judged: &Judged, base: &Base) -> Value {
    let Judged { outcome, .. } = judged;
    let yes = outcome.in_favour.get().map(|c| c.value);
    // Where a vote was taken, what nobody wrote down did not occur.
    let number = |slot: &Slot<Count>| match slot {
        Slot::Set(count) => count.value.to_string(),
        Slot::Absent if yes.is_some() => "0".to_owned(),
        _ => String::new(),
    };
    let mut row = person(index, judged);
    if let Value::Object(map) = &mut row {
        map.insert("dong_y".into(), yes.map_or_else(String::new, |yes| yes.to_string()).into());
        map.insert("khong_dong_y".into(), number(&outcome.against).into());
        map.insert("khong_hop_le".into(), number(&outcome.invalid).into());
        map.insert("khong_tham_gia".into(), number(&outcome.recused).into());
        let share = yes.zip(base.count).and_then(|(yes, base)| percent(yes.into(), base.into()));
        map.insert("ty_le".into(), share.unwrap_or_default().into());
        map.insert("ly_do".into(), outcome.reason.get().map_or("", |reason| lines::unmarked(&reason.value)).into());
    }
    row
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
