use chrono::NaiveDate;

use crate::check::Scope;
use crate::record::Unit;
use crate::record::campaign::{Campaign, NomineeKind};
use crate::record::review::{Outcome, Sitting};
use crate::record::unit::Nominee;

#[derive(Clone, Copy)]
pub struct Judged<'a> {
    pub unit: &'a Unit,
    pub nominee: &'a Nominee,
    pub outcome: &'a Outcome,
}

pub fn judged<'a>(scope: &'a Scope, sitting: &'a Sitting) -> Vec<Judged<'a>> {
    let find = |outcome: &'a Outcome| {
        let unit = scope.loaded.unit(outcome.unit.as_str())?;
        Some(Judged { unit, nominee: unit.nominee(outcome.nominee.as_str())?, outcome })
    };
    sitting.outcomes.iter().filter_map(find).collect()
}

pub fn chosen<'a>(scope: &'a Scope, sitting: &'a Sitting, award: &str) -> Vec<Judged<'a>> {
    let own = |j: &Judged| j.outcome.chosen_for().is_some_and(|code| code.value == award);
    judged(scope, sitting).into_iter().filter(own).collect()
}

pub mod money {
    use super::*;

    pub fn amount(campaign: &Campaign, award: &str, kind: NomineeKind, day: NaiveDate) -> Option<u64> {
        let money = campaign.money.get()?;
        let base = money.base.iter().filter(|b| b.from.value <= day).max_by_key(|b| b.from.value)?;
        let factor = money.factors.get(award)?;
        let factor = match kind {
            NomineeKind::Collective => &factor.collective,
            NomineeKind::Household => &factor.household,
            NomineeKind::Individual => &factor.individual,
        };
        let thousandths = (factor.get()?.value * 1000.0).round() as u64;
        let exact = (u64::from(base.amount.value) * thousandths).div_ceil(1000);
        let step = money.rounding.get().map_or(1, |step| u64::from(step.value.max(1)));
        Some(exact.div_ceil(step) * step)
    }
}
