//! A unit's own plan for carrying the campaign out: written here as one of its papers, or cited by number and day.

use crate::check::{Scope, Sink, UnitScope};
use crate::finding::{At, Rule};
use crate::record::Unit;
use crate::record::decode::Slot;
use crate::record::paper::Filed;
use crate::record::scalar::{Date, DocNumber};

pub(super) static PLAN: Rule = Rule::warning("ho-so/ke-hoach-don-vi")
    .text(
        "Mỗi đơn vị xây dựng kế hoạch thực hiện phong trào của mình; bản ghi nêu số, ngày kế hoạch ấy, ở một nơi.",
        "ghi số, ngày kế hoạch của đơn vị vào khóa `ke_hoach`; kế hoạch lập tại đây thì ghi ở `ho_so.ke_hoach_don_vi` và bỏ khóa ấy",
    )
    .by("kế hoạch phát động phong trào")
    .example("(không có khóa ke_hoach, không có ho_so.ke_hoach_don_vi trong bản ghi đơn vị)");

/// What a unit's record states of its plan.
pub struct OwnPlan<'a> {
    /// Number.
    pub number: &'a Slot<DocNumber>,
    /// Day of signing.
    pub date: &'a Slot<Date>,
    /// What stands for it in an excerpt.
    pub at: Option<At>,
    /// The paper as it is filed, where it is one of the unit's papers.
    pub filed: Option<&'a Filed>,
}

/// The plan among a unit's papers.
pub fn filed_plan<'a>(scope: &Scope, unit: &'a Unit) -> Option<&'a Filed> {
    let is_plan = |filed: &&Filed| scope.loaded.kinds.get(&filed.kind.text).is_some_and(|kind| kind.is_plan_of_unit());
    unit.papers.iter().find(is_plan)
}

/// A unit's plan, as a paper or as it is cited; none where the record states none.
pub fn own_plan<'a>(scope: &Scope, unit: &'a Unit) -> Option<OwnPlan<'a>> {
    if let Some(filed) = filed_plan(scope, unit) {
        let paper = filed.paper.get()?;
        let (number, date) = (&paper.number, &paper.date);
        return Some(OwnPlan { number, date, at: Some(filed.kind.at), filed: Some(filed) });
    }
    let cited = unit.head.plan.get()?;
    let at = cited.subject.get().map(|subject| subject.at).or(cited.issuer.get().map(|issuer| issuer.at));
    Some(OwnPlan { number: &cited.number, date: &cited.date, at: at.or(unit.groups.plan), filed: None })
}

pub(super) fn plan(scope: &UnitScope, out: &mut Sink) {
    let unit = scope.unit;
    let name = unit.short_name();
    let filed = filed_plan(scope.all, unit);
    if let Some(plan) = own_plan(scope.all, unit).filter(|plan| plan.number.is_absent() && plan.date.is_absent()) {
        let message = format!("kế hoạch thực hiện phong trào của {name} chưa ghi số, ngày");
        let said = out.say(plan.at.or(scope.top()), message);
        if let Some(filed) = plan.filed {
            said.paper(filed.name()).help("ghi `so`, `ngay` theo kế hoạch đã ký; chưa ký thì kế hoạch còn là dự thảo");
        }
    }
    if let Some((filed, cited)) = filed.zip(unit.head.plan.get()) {
        let message = format!("số, ngày kế hoạch của {name} ghi ở hai nơi: `ke_hoach` và `ho_so.{}`", filed.kind.text);
        out.say(unit.groups.plan.or(Some(cited.at)), message).help("bỏ khóa `ke_hoach`, giữ văn bản trong `ho_so`");
    }
    if filed.is_none() && unit.head.plan.is_absent() && unit.head.proposes_nobody.is_absent() {
        let message = format!("{name} chưa khai kế hoạch thực hiện phong trào của đơn vị");
        out.say(scope.top(), message);
    }
}
