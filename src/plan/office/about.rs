//! What each of the campaign's own papers is about.

use crate::check::Scope;
use crate::check::review::{Judged, chosen};
use crate::record::campaign::Per;
use crate::record::event::{Event, Guest};
use crate::record::kind::{Block, Kind};
use crate::record::review::{Decision, Review, Sitting};

/// What one of the campaign's own papers is about.
#[derive(Clone, Copy)]
pub(super) enum About<'a> {
    /// All dossiers.
    Campaign,
    /// An event, or one guest of it.
    Event(&'a Event, Option<&'a Guest>),
    /// A meeting.
    Sitting(&'a Sitting),
    /// A decision, with the meeting it follows.
    Decision(&'a Decision, &'a Sitting),
    /// Somebody whom a decision honours.
    Recipient(&'a Decision, &'a Sitting, Judged<'a>),
}

impl<'a> About<'a> {
    /// The meeting and the decision that it follows from.
    pub fn round(self) -> (Option<&'a Sitting>, Option<&'a Decision>) {
        match self {
            Self::Campaign | Self::Event(..) => (None, None),
            Self::Sitting(sitting) => (Some(sitting), None),
            Self::Decision(decision, sitting) | Self::Recipient(decision, sitting, _) => {
                (Some(sitting), Some(decision))
            }
        }
    }

    /// The event.
    pub fn event(self) -> Option<&'a Event> {
        if let Self::Event(event, _) = self { Some(event) } else { None }
    }

    /// The code under which the record keeps the heads of such papers.
    pub fn code(self) -> &'a str {
        match self {
            Self::Campaign => "",
            Self::Event(event, _) => event.code.as_str(),
            Self::Sitting(sitting) => sitting.code.as_str(),
            Self::Decision(decision, _) | Self::Recipient(decision, ..) => &decision.sitting.value,
        }
    }
}

/// What papers of a kind are about, each with what tells its file from that of the first; none where the kind is about all
/// dossiers.
pub(super) fn all<'a>(scope: &'a Scope<'a>, kind: &Kind) -> Option<Vec<(About<'a>, String)>> {
    let of_review = |review| match kind.per {
        Per::Event => events(review, kind),
        Per::Sitting => sittings(review),
        Per::Decision => decisions(review, kind),
        Per::Recipient => recipients(scope, review, kind),
        _ => Vec::new(),
    };
    let is_of_review = matches!(kind.per, Per::Event | Per::Sitting | Per::Decision | Per::Recipient);
    is_of_review.then(|| scope.loaded.review.as_ref().map_or_else(Vec::new, of_review))
}

/// Each event, named in its file: nobody counts them. An invitation may be for one guest.
fn events<'a>(review: &'a Review, kind: &Kind) -> Vec<(About<'a>, String)> {
    let one = |event: &'a Event| {
        let code = event.code.as_str();
        if !event.invites_each() || !kind.blocks.contains(&Block::Invitation) {
            return vec![(About::Event(event, None), code.to_owned())];
        }
        let to = |(index, guest): (usize, &'a Guest)| {
            let own = guest.code.get().map_or_else(|| format!("{:02}", index + 1), |code| code.value.to_string());
            (About::Event(event, Some(guest)), format!("{code}-{own}"))
        };
        event.guests.iter().enumerate().map(to).collect()
    };
    review.head.events.iter().flat_map(one).collect()
}

fn later(index: usize, code: String) -> String {
    if index == 0 { String::new() } else { code }
}

fn sittings<'a>(review: &'a Review) -> Vec<(About<'a>, String)> {
    let sittings = review.head.meetings.iter().enumerate();
    sittings.map(|(i, sitting)| (About::Sitting(sitting), later(i, sitting.code.to_string()))).collect()
}

/// Decisions on awards that a kind serves, with their meetings, each with its place among all decisions.
fn decided<'a>(review: &'a Review, kind: &Kind) -> impl Iterator<Item = (usize, &'a Decision, &'a Sitting)> {
    review.decided().enumerate().map(|(i, (d, s))| (i, d, s)).filter(|(_, d, _)| kind.serves(&d.award))
}

fn award_and_meeting(decision: &Decision) -> String {
    format!("{}-{}", decision.award.value.replace('_', "-"), decision.sitting.value)
}

fn decisions<'a>(review: &'a Review, kind: &Kind) -> Vec<(About<'a>, String)> {
    decided(review, kind).map(|(i, d, s)| (About::Decision(d, s), later(i, award_and_meeting(d)))).collect()
}

fn recipients<'a>(scope: &'a Scope<'a>, review: &'a Review, kind: &Kind) -> Vec<(About<'a>, String)> {
    let mut all: Vec<(About, String)> = Vec::new();
    for (_, d, s) in decided(review, kind) {
        for j in chosen(scope, s, &d.award) {
            let mut suffix = format!("{}-{}", j.unit.code, j.nominee.code.as_str());
            // That one nominee has two awards is said by a rule; both papers are made.
            if all.iter().any(|(_, taken)| *taken == suffix) {
                suffix = format!("{suffix}-{}", award_and_meeting(d));
            }
            all.push((About::Recipient(d, s, j), suffix));
        }
    }
    all
}
