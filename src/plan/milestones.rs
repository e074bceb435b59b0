//! The campaign's year: its days as the records have them, from the plan to the closing.

use chrono::NaiveDate;

use crate::check::{Scope, dossier, words};
use crate::record::event::EventKind;

/// A day of the campaign's year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Milestone {
    /// What it is the day of.
    pub name: String,
    /// The day.
    pub day: NaiveDate,
    /// Whether it may still change.
    pub tentative: bool,
}

/// Every day that the records state, in the order of time.
pub fn milestones(scope: &Scope) -> Vec<Milestone> {
    let mut year = Vec::new();
    let mut add = |name: &str, day: Option<NaiveDate>, tentative: bool| {
        year.extend(day.map(|day| Milestone { name: name.to_owned(), day, tentative }));
    };
    let campaign = scope.campaign;
    add("kế hoạch", campaign.plan.get().and_then(|plan| plan.date.get()).map(|day| day.value), false);
    add("hạn nộp hồ sơ", dossier::common_last_day(campaign), false);
    if let Some(review) = &scope.loaded.review {
        let mut closes = false;
        for event in review.head.events.iter() {
            let name = match event.kind {
                EventKind::Launch => "phát động",
                EventKind::Interim => "sơ kết",
                EventKind::Closing => "tổng kết",
                // The meeting itself is among the meetings.
                EventKind::Meeting if review.sitting_of(event).is_some() => continue,
                EventKind::Meeting => "cuộc họp",
            };
            closes |= event.kind == EventKind::Closing;
            add(name, review.day_of(event).get().map(|day| day.value), review.is_tentative(event));
        }
        for sitting in review.head.meetings.iter() {
            add("họp xét", sitting.date.get().map(|day| day.value), false);
        }
        for decision in review.head.decisions.iter() {
            let name = format!("quyết định tặng {}", words::label(campaign, &decision.award));
            add(&name, decision.date.get().map(|day| day.value), false);
        }
        if let Some(conference) = review.head.conference.get().filter(|_| !closes) {
            let tentative = conference.tentative.get().is_some_and(|tentative| tentative.value);
            add("tổng kết", conference.date.get().map(|day| day.value), tentative);
        }
    }
    year.sort_by_key(|milestone| milestone.day);
    year
}
