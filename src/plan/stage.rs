//! How far a campaign has come, from what its records hold.

use crate::check::{Scope, words};
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
    /// All awards are decided; some decision has no number or day yet, or the conference that makes them known is to
    /// come.
    Deciding,
    /// All decisions are issued and made known.
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
    if review.head.decisions.iter().all(issued) && !waits { Stage::Closing } else { Stage::Deciding }
}

/// Whether every award that a meeting chose somebody for, and that is within the authority's power, is decided on.
fn is_decided(scope: &Scope, review: &Review, sitting: &Sitting) -> bool {
    let authority: Vec<String> = scope.campaign.authority().map(|a| a.name.value.clone()).into_iter().collect();
    let granted_above = |award: &str| words::is_above(&super::context::granted(scope, award).1, &authority);
    let decided = |award: &str| {
        let follows = |code: &str| code == sitting.code.as_str();
        review.head.decisions.iter().any(|d| d.award.value == award && follows(&d.sitting.value))
    };
    let awards = sitting.outcomes.iter().filter_map(|outcome| outcome.chosen_for());
    awards.into_iter().all(|award| granted_above(award) || decided(award))
}
