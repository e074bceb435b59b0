//! What a fault of reading costs: only papers that print what was not understood.

use super::Scope;
use crate::finding::{At, Blocks, Finding};
use crate::record::campaign::Campaign;
use crate::record::{Unit, load};

/// Settles what findings of reading block, from where they stand.
pub fn settle(found: &mut [Finding], scope: &Scope) {
    for finding in found.iter_mut().filter(|f| f.paper.is_none()) {
        let file = scope.loaded.units.iter().find(|file| Some(&file.code) == finding.unit.as_ref());
        match file.and_then(|file| file.unit.as_ref()) {
            Some(unit) => in_unit(finding, unit, scope),
            None if is_of_campaign(finding, scope) => in_campaign(finding, scope.campaign),
            None => {}
        }
    }
}

fn in_unit(finding: &mut Finding, unit: &Unit, scope: &Scope) {
    let Some(place) = &finding.place else { return };
    let holds = |at: &At| {
        let same = scope.loaded.sources.get(at.file).is_some_and(|file| file.path == place.path);
        same && (at.start as usize..at.end as usize).contains(&place.span.start)
    };
    if unit.groups.contact.as_ref().is_some_and(holds) {
        finding.blocks = None;
    }
    // What was handed in is judged by, and printed by the office's slips, which look after themselves.
    let of_reading = finding.rule.family() == "yaml" && finding.blocks == Some(Blocks::Paper);
    if of_reading && unit.groups.receipts.as_ref().is_some_and(holds) {
        finding.blocks = Some(Blocks::List);
    }
    let own = || unit.groups.nominees.iter().find(|(at, _)| holds(at)).map(|(_, code)| code.clone());
    finding.nominee = finding.nominee.take().or_else(own);
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
