//! What a fault of reading costs: only papers that print what was not understood.

use super::Scope;
use super::agreement::votes::COUNT;
use crate::finding::{At, Blocks, Finding};
use crate::record::campaign::Campaign;
use crate::record::event::Event;
use crate::record::review::{Decision, Sitting};
use crate::record::{Unit, load};

/// Settles what findings of reading block, from where they stand.
pub fn settle(found: &mut [Finding], scope: &Scope) {
    for finding in found.iter_mut().filter(|f| f.paper.is_none()) {
        let file = scope.loaded.units.iter().find(|file| Some(&file.code) == finding.unit.as_ref());
        match file.and_then(|file| file.unit.as_ref()) {
            Some(unit) => in_unit(finding, unit, scope),
            None if is_of_campaign(finding, scope) => in_campaign(finding, scope.campaign),
            None if is_of_review(finding, scope) => in_review(finding, scope),
            None => {}
        }
    }
}

fn in_unit(finding: &mut Finding, unit: &Unit, scope: &Scope) {
    if unit.groups.contact.as_ref().is_some_and(|at| holds(at, finding, scope)) {
        finding.blocks = None;
    }
    // What was handed in is judged by, and printed by the office's slips, which look after themselves.
    let of_reading = finding.rule.family() == "yaml" && finding.blocks == Some(Blocks::Paper);
    if of_reading && unit.groups.receipts.as_ref().is_some_and(|at| holds(at, finding, scope)) {
        finding.blocks = Some(Blocks::List);
    }
    // The groups stand one below the other, and there may be thousands.
    let start = finding.place.as_ref().map_or(0, |place| place.span.start);
    let below = unit.groups.nominees.partition_point(|(at, _)| at.end as usize <= start);
    let own = unit.groups.nominees.get(below).filter(|(at, _)| holds(at, finding, scope)).map(|(_, code)| code.clone());
    finding.nominee = finding.nominee.take().or(own);
}

/// Whether a finding points into a group of keys.
fn holds(at: &At, finding: &Finding, scope: &Scope) -> bool {
    let Some(place) = &finding.place else { return false };
    let same = scope.loaded.sources.get(at.file).is_some_and(|file| file.path == place.path);
    same && (at.start as usize..at.end as usize).contains(&place.span.start)
}

fn is_of_campaign(finding: &Finding, scope: &Scope) -> bool {
    let own = [load::CAMPAIGN_FILE, load::RESULTS_FILE].map(|name| format!("{}/{name}", scope.loaded.shown));
    finding.place.as_ref().is_some_and(|place| own.iter().any(|path| **path == *place.path))
}

/// Most of the campaign's record is judged by and not printed: a fault there keeps dossiers from the lists, not papers
/// from being made.
fn in_campaign(finding: &mut Finding, campaign: &Campaign) {
    if finding.rule.family() == "yaml" && finding.blocks == Some(Blocks::Paper) && !spoils_papers(campaign) {
        finding.blocks = Some(Blocks::List);
    }
}

/// Whether something that papers print, or which papers there are, was lost in reading.
fn spoils_papers(campaign: &Campaign) -> bool {
    let agencies = &campaign.agencies;
    let heads = agencies.iter().any(|(_, a)| a.parent.is_faulty() || a.place.is_faulty() || a.abbreviation.is_faulty());
    let parents = campaign.unit_kinds.iter().any(|(_, kind)| kind.parent.is_faulty());
    let bodies = agencies.faulty || campaign.office.is_faulty() || heads;
    let unclear = campaign.kinds.iter().any(|(_, patch)| patch.is_faulty());
    let kinds = unclear || campaign.kinds.faulty || campaign.required_set.faulty || campaign.unit_kinds.faulty;
    campaign.name.is_faulty() || campaign.year.is_faulty() || bodies || parents || kinds
}

/// Whether a finding points into the record of meetings and decisions.
pub fn is_of_review(finding: &Finding, scope: &Scope) -> bool {
    let own = format!("{}/{}", scope.loaded.shown, load::REVIEW_FILE);
    finding.place.as_ref().is_some_and(|place| own == *place.path)
}

/// What no paper prints costs none; a head of a paper that cannot be told leaves that paper without its number.
fn in_review(finding: &mut Finding, scope: &Scope) {
    let Some(groups) = scope.loaded.review.as_ref().map(|review| &review.groups) else { return };
    if finding.blocks != Some(Blocks::Paper) {
        return;
    }
    if groups.unprinted.iter().any(|at| holds(at, finding, scope)) {
        finding.blocks = None;
    } else if groups.papers.is_some_and(|at| holds(&at, finding, scope)) {
        finding.blocks = Some(Blocks::Numbering);
    }
}

/// Whether the results of a meeting, or a decision after it, may not stand as they are recorded: an error that keeps
/// them off the lists, or counts that cannot be. Minutes say what happened all the same, where it can have happened; what
/// would carry such results out is not made.
pub fn unsettles(finding: &Finding, sitting: &Sitting, decision: Option<&Decision>, scope: &Scope) -> bool {
    finding.is_error()
        && (finding.blocks == Some(Blocks::List) || std::ptr::eq(finding.rule, &raw const COUNT))
        && is_of_review(finding, scope)
        && is_about(finding, sitting, decision, scope)
}

/// Whether a fault in the record of meetings and decisions is one of papers about a meeting, or a decision after it. One
/// that stands in no meeting or decision which could be read may be about any: which meeting is the first, say.
pub fn is_about(finding: &Finding, sitting: &Sitting, decision: Option<&Decision>, scope: &Scope) -> bool {
    let Some(review) = &scope.loaded.review else { return false };
    let around = |groups: &[At]| groups.iter().find(|at| holds(at, finding, scope)).copied();
    if around(&review.groups.events).is_some() {
        return false;
    }
    let within = |at: At, own: At| (at.start..at.end).contains(&own.start);
    if let Some(at) = around(&review.groups.meetings) {
        return within(at, sitting.at) || !review.head.meetings.iter().any(|other| within(at, other.at));
    }
    if let Some(at) = around(&review.groups.decisions) {
        let lost = !review.head.decisions.iter().any(|other| within(at, other.at));
        return decision.is_some_and(|own| lost || within(at, own.at));
    }
    true
}

/// Whether a fault in the record of events is one of papers about an event, or about the meeting that it is.
pub fn is_about_event(finding: &Finding, event: &Event, scope: &Scope) -> bool {
    let Some(review) = &scope.loaded.review else { return false };
    let Some(at) = review.groups.events.iter().find(|at| holds(at, finding, scope)) else {
        // An invitation prints of its meeting only day, hour and place, whose faults it sees itself.
        return false;
    };
    let own = |other: &Event| (at.start..at.end).contains(&other.at.start);
    own(event) || !review.head.events.iter().any(own)
}
