//! The family `khop/`: do the papers of a unit agree with each other?

mod before;
mod cited;
pub(super) mod days;
mod facts;
pub(super) mod names;
mod people;
pub(super) mod votes;

use std::collections::HashSet;

use super::{Check, Judge, UnitScope, planned, words};
use crate::record::campaign::Part;
use crate::record::kind::{Block, Kind};
use crate::record::paper::{Filed, Paper};
use crate::record::unit::Nominee;

pub use facts::is_impossible;

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &votes::NOT_VOTED, judge: Judge::Unit(votes::not_voted) },
    Check { rule: &votes::NOT_PASSED, judge: Judge::Unit(votes::not_passed) },
    Check { rule: &people::STRANGER, judge: Judge::Unit(people::strangers) },
    Check { rule: &votes::VOTED_TWICE, judge: Judge::Unit(votes::voted_twice) },
    Check { rule: &votes::COUNT, judge: Judge::Unit(votes::counts) },
    Check { rule: &votes::ATTENDANCE, judge: Judge::Unit(votes::attendance) },
    Check { rule: &votes::QUORUM, judge: Judge::Unit(votes::quorum) },
    Check { rule: &days::ORDER, judge: Judge::Unit(days::order) },
    Check { rule: &days::HOURS, judge: Judge::Unit(days::hours) },
    Check { rule: &before::PLAN, judge: Judge::Unit(before::plan) },
    Check { rule: &before::EARLY, judge: Judge::Unit(before::early) },
    Check { rule: &before::RESULTS, judge: Judge::Campaign(before::results) },
    Check { rule: &before::PAST, judge: Judge::Unit(before::past) },
    Check { rule: &cited::DAY, judge: Judge::Unit(cited::of_unit) },
    Check { rule: &cited::DAY, judge: Judge::Campaign(cited::of_campaign) },
    Check { rule: &facts::TASKS, judge: Judge::Unit(facts::tasks) },
    Check { rule: &facts::CERTIFICATE, judge: Judge::Unit(facts::certificates) },
    Check { rule: &facts::FAR, judge: Judge::Unit(facts::far) },
    Check { rule: &facts::FAR, judge: Judge::Campaign(facts::campaign_far) },
    Check { rule: &facts::BORN, judge: Judge::Unit(facts::born) },
    Check { rule: &people::DIFFERS, judge: Judge::Unit(people::differs) },
    Check { rule: &names::POST, judge: Judge::Unit(names::posts) },
    Check { rule: &names::SPELLING, judge: Judge::Unit(names::spelling) },
    Check { rule: &people::SELF, judge: Judge::Unit(people::self_confirmed) },
    Check { rule: &people::ALIKE, judge: Judge::Campaign(people::alike) },
    Check { rule: &people::NAMESAKE, judge: Judge::Campaign(people::namesakes) },
    Check { rule: &planned::CONTRARY, judge: Judge::Campaign(planned::contrary) },
    Check { rule: &planned::CONTRARY, judge: Judge::Unit(planned::of_unit) },
    Check { rule: &people::TWICE, judge: Judge::Campaign(people::proposed_twice) },
];

/// Papers that propose: their kind prints the list of nominees.
fn proposals<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper)> {
    let proposes =
        |f: &Filed| scope.all.loaded.kinds.get(&f.kind.text).is_some_and(|k| k.blocks.contains(&Block::Nominees));
    scope.papers().filter(move |(f, _)| proposes(f))
}

/// Papers that report a meeting: they state votes or attendance, or their kind prints them and they propose nobody.
fn meetings<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper)> {
    let kinds = &scope.all.loaded.kinds;
    let meets = |f: &Filed, p: &Paper| {
        let reports = kinds.get(&f.kind.text).is_some_and(Kind::reports_meeting);
        p.votes.at.is_some() || p.meeting.get().is_some() || reports
    };
    scope.papers().filter(move |(f, p)| meets(f, p))
}

/// The nominees a proposal names: its own list, or all that stand.
fn proposed<'a>(scope: &'a UnitScope, paper: &'a Paper) -> Vec<&'a Nominee> {
    let named: HashSet<&str> = paper.nominees.iter().map(|code| code.as_str()).collect();
    let own = |n: &&Nominee| paper.nominees.items.is_empty() || named.contains(n.code.as_str());
    scope.unit.proposed().filter(own).collect()
}

/// Everyone who is named in any proposal of the unit; all that stand where there is none yet.
fn all_proposed<'a>(scope: &'a UnitScope) -> Vec<&'a Nominee> {
    match proposals(scope).next() {
        Some((_, paper)) => proposed(scope, paper),
        None => scope.unit.proposed().collect(),
    }
}

/// The clause by which the campaign asks for papers of this kind, where its record states one.
fn clause<'a>(scope: &'a UnitScope, filed: &Filed) -> Option<&'a str> {
    fn of<'a>(parts: &'a [Part], kind: &str) -> Option<&'a str> {
        let own = |part: &'a Part| {
            let stated = part.clause.get().map(|clause| clause.value.as_str());
            let stands_here = part.kind.get().is_some_and(|own| own.value == kind);
            if stands_here {
                return stated;
            }
            let among = part.one_of.iter().any(|one| one.kind.get().is_some_and(|own| own.value == kind));
            of(&part.one_of.items, kind).or(stated.filter(|_| among)).or_else(|| of(&part.parts.items, kind))
        };
        parts.iter().find_map(own)
    }
    of(&scope.all.campaign.required_set.items, &filed.kind.text)
}

/// A paper's kind as it stands within a sentence.
fn kind_name(scope: &UnitScope, filed: &Filed) -> String {
    words::lower_first(scope.title(filed))
}
