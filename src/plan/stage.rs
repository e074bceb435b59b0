//! How far a campaign has come, from what its records hold.

use super::office;
use crate::check::Scope;
use crate::record::Unit;
use crate::record::review::{Conference, Decision, Review, Sitting};

/// A stage, in the order of time.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Stage {
    /// Units are still to hand in.
    #[default]
    Receiving,
    /// All have handed in or propose nobody; the office compiles.
    Compiling,
    /// The committee has met; not all awards are decided.
    Judging,
    /// All awards are decided; some decision has no number or day yet, some award is still to be proposed to those who
    /// grant it above, or the conference that makes them known is to come.
    Deciding,
    /// All decisions are issued and made known, all proposals sent.
    Closing,
}

impl Stage {
    /// The word programs read.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Receiving => "tiep_nhan",
            Self::Compiling => "tong_hop",
            Self::Judging => "hop_xet",
            Self::Deciding => "quyet_dinh",
            Self::Closing => "tong_ket",
        }
    }

    /// The word people read.
    pub fn label(self) -> &'static str {
        match self {
            Self::Receiving => "tiếp nhận hồ sơ",
            Self::Compiling => "tổng hợp",
            Self::Judging => "họp xét",
            Self::Deciding => "quyết định",
            Self::Closing => "tổng kết",
        }
    }
}

/// The stage of a campaign.
pub fn stage(scope: &Scope) -> Stage {
    // A meeting that has judged nobody is yet to come.
    let met = |review: &&Review| review.head.meetings.iter().any(|sitting| sitting.outcomes.at.is_some());
    let meetings = scope.loaded.review.as_ref().filter(met);
    let Some(review) = meetings else {
        let came = |unit: &Unit| unit.has_handed_in() || !unit.head.proposes_nobody.is_absent();
        let all = scope.campaign.units.iter().all(|code| scope.loaded.unit(code.as_str()).is_some_and(came));
        return if all { Stage::Compiling } else { Stage::Receiving };
    };
    let is_held = |sitting: &&Sitting| sitting.outcomes.at.is_some();
    if !review.head.meetings.iter().all(|sitting| is_held(&sitting) && is_decided(scope, review, sitting)) {
        return Stage::Judging;
    }
    let issued = |d: &Decision| d.number.get().is_some() && d.date.get().is_some();
    let to_come = |c: &Conference| c.tentative.get().is_some_and(|tentative| tentative.value);
    let waits = review.head.conference.get().is_some_and(to_come);
    let sent = review.head.meetings.iter().all(|sitting| is_sent(scope, sitting));
    if review.head.decisions.iter().all(issued) && sent && !waits { Stage::Closing } else { Stage::Deciding }
}

/// Awards that a meeting chose somebody for: those granted above the body that decides here, or its own.
fn awards<'a>(scope: &'a Scope, sitting: &'a Sitting, above: bool) -> impl Iterator<Item = &'a str> {
    let chosen = sitting.outcomes.iter().filter_map(|outcome| outcome.chosen_for());
    chosen.map(|award| award.value.as_str()).filter(move |award| office::is_above(scope, award) == above)
}

/// Whether every award within the authority's power is decided on.
fn is_decided(scope: &Scope, review: &Review, sitting: &Sitting) -> bool {
    let follows = |d: &Decision| d.sitting.value == sitting.code.as_str();
    awards(scope, sitting, false)
        .all(|award| review.head.decisions.iter().any(|d| d.award.value == award && follows(d)))
}

/// Whether every award above it is proposed to those who grant it.
fn is_sent(scope: &Scope, sitting: &Sitting) -> bool {
    awards(scope, sitting, true).all(|award| office::is_sent(scope, sitting, award))
}
