//! What came of the dossiers: the committee's meetings, their results, the decisions, the roster and the money.
//!
//! A finding here is about the committee's own record. It names no unit, for no dossier is at fault: it neither keeps
//! a nominee off the lists nor stands in a letter to the unit, and no unit can waive it. What a unit's own paper cites is the
//! one matter that is judged here beside the committee's, by the same table of texts in force.

mod book;
mod capacities;
mod days;
mod decisions;
mod eligible;
mod events;
mod heads;
mod in_force;
mod meetings;
mod members;
mod minutes;
pub mod money;
mod numbers;
mod posts;
mod quotas;
mod results;
mod roster;
mod standing;
mod subjects;

pub use numbers::{body_of, body_of_event, used};

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::agreement::{days as unit_days, votes as unit_votes};
pub use super::wording::signers::same_person;
use super::wording::{numbers as unit_numbers, signers};
use super::{Check, Judge, Said, Scope, dossier, words};
use crate::finding::{Blocks, Finding};
use crate::record::Unit;
use crate::record::committee::Member;
use crate::record::nearest::nearest;
use crate::record::paper::Filed;
use crate::record::review::{Decision, Outcome, Sitting};
use crate::record::scalar::Text;
use crate::record::unit::Nominee;

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &results::STRANGE, judge: Judge::Campaign(results::strange) },
    Check { rule: &results::CONTRARY, judge: Judge::Campaign(results::contrary) },
    Check { rule: &results::NO_REASON, judge: Judge::Campaign(results::no_reason) },
    Check { rule: &eligible::INELIGIBLE, judge: Judge::Settled(eligible::ineligible) },
    Check { rule: &eligible::PUT_FORWARD, judge: Judge::Settled(eligible::put_forward) },
    Check { rule: &eligible::NO_RESULT, judge: Judge::Settled(eligible::no_result) },
    Check { rule: &standing::REVERSED, judge: Judge::Campaign(standing::reversed) },
    Check { rule: &standing::PASSED_OVER, judge: Judge::Campaign(standing::passed_over) },
    Check { rule: &standing::PASSED_OVER, judge: Judge::Campaign(standing::unranked) },
    Check { rule: &standing::PASSED_OVER, judge: Judge::Campaign(standing::unordered) },
    Check { rule: &standing::AWARDED, judge: Judge::Campaign(standing::awarded) },
    Check { rule: &quotas::EXCEEDED, judge: Judge::Campaign(quotas::exceeded) },
    Check { rule: &quotas::UNUSED, judge: Judge::Campaign(quotas::unused) },
    Check { rule: &quotas::TWICE, judge: Judge::Campaign(quotas::twice) },
    Check { rule: &quotas::UNDECIDED, judge: Judge::Campaign(quotas::undecided) },
    Check { rule: &quotas::UNLISTED, judge: Judge::Campaign(quotas::unlisted) },
    Check { rule: &money::UNKNOWN, judge: Judge::Campaign(money::unknown) },
    Check { rule: &money::BASE, judge: Judge::Campaign(money::base_wages) },
    Check { rule: &meetings::MEETING, judge: Judge::Campaign(meetings::meetings) },
    Check { rule: &unit_votes::COUNT, judge: Judge::Campaign(meetings::counts) },
    Check { rule: &meetings::SHORT, judge: Judge::Campaign(meetings::short) },
    Check { rule: &unit_votes::ATTENDANCE, judge: Judge::Campaign(meetings::attendance) },
    Check { rule: &unit_votes::QUORUM, judge: Judge::Campaign(meetings::quorum) },
    Check { rule: &unit_votes::NOT_VOTED, judge: Judge::Campaign(meetings::not_voted) },
    Check { rule: &unit_votes::NOT_PASSED, judge: Judge::Campaign(meetings::not_passed) },
    Check { rule: &members::PEOPLE, judge: Judge::Campaign(members::people) },
    Check { rule: &minutes::UNSTATED, judge: Judge::Campaign(minutes::unstated) },
    Check { rule: &minutes::OTHER_BODY, judge: Judge::Campaign(minutes::other_body) },
    Check { rule: &meetings::RECUSAL, judge: Judge::Campaign(meetings::recusal) },
    Check { rule: &unit_days::HOURS, judge: Judge::Campaign(meetings::hours) },
    Check { rule: &meetings::EARLY, judge: Judge::Campaign(meetings::early) },
    Check { rule: &meetings::CONFERENCE, judge: Judge::Campaign(meetings::conference) },
    Check { rule: &events::EVENT, judge: Judge::Campaign(events::events_exist) },
    Check { rule: &events::PLANNED, judge: Judge::Campaign(events::planned) },
    Check { rule: &events::ORDER, judge: Judge::Campaign(events::order) },
    Check { rule: &events::TENTATIVE, judge: Judge::Campaign(events::tentative) },
    Check { rule: &book::BOOK, judge: Judge::Campaign(book::book) },
    Check { rule: &decisions::DECISION, judge: Judge::Campaign(decisions::decisions) },
    Check { rule: &subjects::SUBJECT, judge: Judge::Campaign(subjects::subjects) },
    Check { rule: &heads::HEAD, judge: Judge::Campaign(heads::heads) },
    Check { rule: &dossier::NO_BODY, judge: Judge::Campaign(heads::no_body) },
    Check { rule: &unit_days::ORDER, judge: Judge::Campaign(days::order) },
    Check { rule: &days::DRAFT, judge: Judge::Campaign(days::draft) },
    Check { rule: &signers::NO_SIGNER, judge: Judge::Campaign(decisions::no_signer) },
    Check { rule: &signers::CAPACITY, judge: Judge::Campaign(capacities::capacities) },
    Check { rule: &signers::REGIME, judge: Judge::Campaign(capacities::regimes) },
    Check { rule: &signers::TITLE, judge: Judge::Campaign(capacities::titles) },
    Check { rule: &capacities::SIGNED_BY, judge: Judge::Campaign(capacities::signed_by) },
    Check { rule: &unit_numbers::NUMBER_TWICE, judge: Judge::Campaign(numbers::number_twice) },
    Check { rule: &unit_numbers::NO_NUMBER, judge: Judge::Campaign(numbers::half_numbered) },
    Check { rule: &decisions::ARTICLE, judge: Judge::Campaign(decisions::articles) },
    Check { rule: &unit_numbers::SYMBOL, judge: Judge::Campaign(numbers::symbols) },
    Check { rule: &in_force::OUT_OF_FORCE, judge: Judge::Campaign(in_force::out_of_force) },
    Check { rule: &in_force::OUT_OF_FORCE, judge: Judge::Unit(in_force::of_unit) },
    Check { rule: &in_force::LATER, judge: Judge::Campaign(in_force::later) },
    Check { rule: &roster::ROSTER, judge: Judge::Campaign(roster::roster) },
    Check { rule: &posts::POSTS, judge: Judge::Campaign(posts::posts) },
];

/// A nominee with what a meeting decided.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// The unit that proposes.
    pub unit: &'a Unit,
    /// Who is proposed.
    pub nominee: &'a Nominee,
    /// What the meeting decided.
    pub outcome: &'a Outcome,
}

/// What a meeting decided on nominees that exist, in the record's own order: that is the order of rank.
pub fn judged<'a>(scope: &Scope<'a>, sitting: &'a Sitting) -> Vec<Judged<'a>> {
    sitting.outcomes.iter().filter_map(|outcome| found(scope, outcome)).collect()
}

/// The nominee whom a result is on.
fn found<'a>(scope: &Scope<'a>, outcome: &'a Outcome) -> Option<Judged<'a>> {
    let unit = scope.loaded.unit(&outcome.unit)?;
    Some(Judged { unit, nominee: unit.nominee(&outcome.nominee)?, outcome })
}

/// Whether some of a meeting's results is on somebody who cannot be found, or for an award that there is not, so that
/// what is drawn from them would silently leave one out. Why is said where it stands.
pub fn is_incomplete(scope: &Scope, sitting: &Sitting, drawn: impl Fn(&Outcome) -> bool) -> bool {
    let is_lost = |one: &Outcome| {
        found(scope, one).is_none() || one.chosen_for().is_some_and(|award| results::is_unknown(scope, award))
    };
    sitting.outcomes.iter().any(|one| drawn(one) && is_lost(one))
}

/// Whether a result is for an award, as far as it can be told.
pub fn may_be_for(scope: &Scope, outcome: &Outcome, award: &str) -> bool {
    outcome.chosen_for().is_some_and(|own| own.value == award) || results::may_mean(scope, outcome, award)
}

/// Whom a meeting chose for an award, in the order of rank.
pub fn chosen<'a>(scope: &Scope<'a>, sitting: &'a Sitting, award: &str) -> Vec<Judged<'a>> {
    let own = |j: &Judged| j.outcome.chosen_for().is_some_and(|code| code.value == award);
    judged(scope, sitting).into_iter().filter(own).collect()
}

/// What keeps a nominee off the lists: errors about the nominee, and about the unit's dossier as a whole.
pub fn obstacles<'f>(unit: &Unit, nominee: &Nominee, findings: &'f [Finding]) -> Vec<&'f Finding> {
    let keeps_off = |f: &&Finding| {
        let about = f.nominee.as_deref().or_else(|| f.paper.as_deref()?.split_once('/').map(|(_, code)| code));
        f.unit.as_deref() == Some(&unit.code)
            && f.is_error()
            && matches!(f.blocks, Some(Blocks::List | Blocks::Paper))
            && about.is_none_or(|code| code == nominee.code.as_str())
    };
    findings.iter().filter(keeps_off).collect()
}

/// Whether a member's term covers a day; where no day is told, whether it may.
pub fn in_office(member: &Member, day: Option<NaiveDate>) -> bool {
    let begun = member.from.get().is_none_or(|from| day.is_none_or(|day| from.value <= day));
    let ended = member.to.get().is_some_and(|to| day.is_some_and(|day| to.value < day));
    begun && !ended
}

/// The meeting that a paper of `van_ban` is about: the one under whose code it stands, else the first.
fn sitting_of<'a>(scope: &Scope<'a>, filed: &Filed) -> Option<&'a Sitting> {
    let review = scope.loaded.review.as_ref()?;
    match &filed.nominee {
        Some(code) => review.sitting(&code.text),
        None => review.head.meetings.iter().next().filter(|_| !review.head.meetings.faulty),
    }
}

/// The meeting that a decision follows.
fn followed<'a>(scope: &Scope<'a>, decision: &Decision) -> Option<&'a Sitting> {
    scope.loaded.review.as_ref()?.sitting(&decision.sitting)
}

/// Somebody who was chosen for an award.
#[derive(Clone, Copy)]
pub struct Granted<'a> {
    /// The meeting that chose.
    pub sitting: &'a Sitting,
    /// Who was chosen.
    pub judged: Judged<'a>,
    /// For which award.
    pub award: &'a Text,
}

impl<'a> Granted<'a> {
    /// Identity is unit and code, never the name.
    fn who(&self) -> (&'a str, &'a str) {
        (&self.judged.unit.code, self.judged.nominee.code.as_str())
    }
}

fn sittings<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a Sitting> + use<'a> {
    scope.loaded.sittings()
}

fn decisions<'a>(scope: &Scope<'a>) -> impl Iterator<Item = &'a Decision> + use<'a> {
    scope.loaded.review.iter().flat_map(|review| review.head.decisions.iter())
}

/// Everyone whom the meetings chose, each once for an award, in the order of the record.
pub fn honoured<'a>(scope: &Scope<'a>) -> Vec<Granted<'a>> {
    quotas::each_once(scope)
}

/// Everyone whom the meetings chose and whose result still stands, in the order of the record.
fn granted<'a>(scope: &Scope<'a>) -> Vec<Granted<'a>> {
    let of = |sitting: &'a Sitting| {
        let all = judged(scope, sitting).into_iter();
        all.filter_map(move |judged| Some(Granted { sitting, judged, award: judged.outcome.chosen_for()? }))
    };
    // What names no award that there is may have been meant for `khong_dat`.
    let all: Vec<Granted> = sittings(scope).flat_map(of).filter(|one| !results::is_unknown(scope, one.award)).collect();
    let mut by_nominee: BTreeMap<_, Vec<Granted>> = BTreeMap::new();
    for one in &all {
        by_nominee.entry(one.who()).or_default().push(*one);
    }
    let stands =
        |one: &Granted<'a>| !by_nominee.get(&one.who()).is_some_and(|own| own.iter().any(|l| gave_way(scope, one, l)));
    all.into_iter().filter(stands).collect()
}

/// Whether a result gave way to a later one: the award proposed was not granted, so that the nominee was judged again
/// for the one the unit named for this case (`du_phong`).
fn gave_way(scope: &Scope, first: &Granted, later: &Granted) -> bool {
    let nominee = first.judged.nominee;
    let (Some(proposed), Some(fallback)) = (nominee.award.get(), nominee.fallback.get()) else { return false };
    let (Some(day), Some(next)) = (first.sitting.date.get(), later.sitting.date.get()) else { return false };
    let is_decided =
        |d: &Decision| d.award.value == first.award.value && d.sitting.value == first.sitting.code.as_str();
    proposed.value != fallback.value
        && first.award.value == proposed.value
        && later.award.value == fallback.value
        && day.value < next.value
        && !decisions(scope).any(is_decided)
}

impl Judged<'_> {
    /// Whom it is about, with the unit where that is another: `bà Bùi Thị Sen (Trường Tiểu học Hoa Mai)`.
    fn whom(&self) -> String {
        whom(self.unit, self.nominee)
    }
}

fn whom(unit: &Unit, nominee: &Nominee) -> String {
    let who = words::who(nominee);
    if words::name(nominee) == unit.name() { who } else { format!("{who} ({})", unit.short_name()) }
}

/// Whom a result is on; by code where there is no such nominee.
fn subject(scope: &Scope, outcome: &Outcome) -> String {
    let code = || format!("`{}` ({})", outcome.nominee.as_str(), scope.unit_name(&outcome.unit));
    found(scope, outcome).map_or_else(code, |judged| judged.whom())
}

/// A meeting as findings call it.
fn meeting_name(sitting: &Sitting) -> String {
    let code = || format!("cuộc họp `{}`", sitting.code.as_str());
    sitting.date.get().map_or_else(code, |day| format!("cuộc họp ngày {}", words::day(day.value)))
}

/// What is said of the others where one finding names the first of several: `; 02 kết quả khác cũng vậy`.
fn likewise(after: &str, all: usize, what: &str) -> String {
    let rest = all.saturating_sub(1);
    if rest == 0 { String::new() } else { format!("{after}{} {what} khác cũng vậy", words::count(rest)) }
}

/// The code that was probably meant, where only one comes so near: `dot-3` may be a slip for `dot-1` and for `dot-2`.
fn meant<'w>(code: &str, known: &[&'w str]) -> Option<&'w str> {
    let first = nearest(code, known.iter().copied())?;
    let second = nearest(code, known.iter().copied().filter(|other| *other != first));
    let distance = |other: &str| strsim::damerau_levenshtein(code, other);
    second.is_none_or(|second| distance(second) != distance(first)).then_some(first)
}

/// Says which code was probably meant, and which there are.
fn choose(said: Said, code: &str, what: &str, known: &[&str]) {
    said.choices(meant(code, known), what, known);
}
