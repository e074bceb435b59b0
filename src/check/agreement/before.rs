//! What must have been there before a dossier was handed in: the unit's plan, announced gradings, former awards.

use chrono::{Datelike, NaiveDate};

use super::{kind_name, proposals};
use crate::check::campaign::{self, near};
use crate::check::{Scope, Sink, UnitScope, dossier, words};
use crate::finding::Rule;
use crate::record::Unit;
use crate::record::campaign::Test;
use crate::record::results::Results;
use crate::record::unit::PastAward;

pub(super) static PLAN: Rule = Rule::warning("khop/ke-hoach-muon")
    .text(
        "Kế hoạch thực hiện phong trào của đơn vị không ban hành sau ngày ký tờ trình và ngày nộp hồ sơ.",
        "đối chiếu lại ngày ở `ke_hoach` của đơn vị",
    )
    .example("ke_hoach: {so: 19, ngay: 2021-06-12}\nto_trinh: {ngay: 2021-05-21}");
pub(super) static EARLY: Rule = Rule::warning("khop/ke-hoach-som")
    .text(
        "Kế hoạch thực hiện phong trào của đơn vị xây dựng theo kế hoạch phát động nên không ban hành trước kế hoạch ấy.",
        "đối chiếu lại ngày kế hoạch của đơn vị và ngày ở `ke_hoach` của phong-trao.yaml",
    )
    .by("kế hoạch phát động phong trào")
    .example("phong-trao.yaml: ke_hoach: {so: 61, ngay: 2021-04-26}\ndon-vi/….yaml: ke_hoach: {so: 9, ngay: 2021-04-06}");
pub(super) static RESULTS: Rule = Rule::warning("khop/ket-qua-muon")
    .text(
        "Kết quả xếp loại không công bố sau ngày nhận hồ sơ, ngày họp xét dựa vào kết quả ấy (trừ khi hạn nộp đến trước ngày hết kỳ thi đua và kết quả là của cả kỳ).",
        "đối chiếu lại ngày của văn bản công bố ở `can_cu` của ket-qua.yaml",
    )
    .example("can_cu: {so: 862, ngay: 2021-06-05}   # hồ sơ nhận từ ngày 20/5/2021");
pub(super) static PAST: Rule = Rule::warning("khop/nam-khen")
    .text(
        "Quyết định của hình thức đã được khen ký trong năm được ghi hoặc năm liền sau; năm ấy không sau năm của phong trào.",
        "đối chiếu với quyết định rồi sửa `nam` hoặc `ngay`",
    )
    .example("da_khen: [{nam: 2019, hinh_thuc: Giấy khen, so: 101, ngay: 2012-01-15}]");

/// The last day on which a unit handed in.
fn last_receipt(unit: &Unit, scope: &Scope) -> Option<NaiveDate> {
    unit.head.receipts.iter().filter_map(|receipt| near(receipt.date.get(), scope.campaign)).map(|day| day.value).max()
}

pub(super) fn plan(scope: &UnitScope, out: &mut Sink) {
    let Some(own) = dossier::own_plan(scope.all, scope.unit) else { return };
    let Some(plan) = near(own.date.get(), scope.all.campaign) else { return };
    // A proposal that is older than its own meeting has the wrong day itself; khop/thu-tu-ngay says so.
    let met = scope.papers().filter_map(|(_, paper)| Some(paper.minutes.get()?.date.get()?.value)).max();
    let signed = proposals(scope).filter_map(|(filed, paper)| {
        let day = near(paper.date.get(), scope.all.campaign)?.value;
        met.is_none_or(|met| met <= day).then(|| (day, format!("ký {}", kind_name(scope, filed))))
    });
    let received = last_receipt(scope.unit, scope.all).map(|day| (day, "nhận hồ sơ".to_owned()));
    if let Some((day, what)) = signed.chain(received).find(|(day, _)| plan.value > *day) {
        let message = format!(
            "ngày kế hoạch của {} ({}) sau ngày {what} ({})",
            scope.unit.short_name(),
            words::day(plan.value),
            words::day(day)
        );
        let said = out.say(Some(plan.at), message);
        if let Some(filed) = own.filed {
            said.paper(filed.name());
        }
    }
}

pub(super) fn early(scope: &UnitScope, out: &mut Sink) {
    let campaign = scope.all.campaign;
    // A plan after its own deadline has the wrong day itself; phong-trao/ke-hoach-sau-han says so.
    let due = campaign.deadline.get().map(|deadline| deadline.date.value);
    let launched = near(campaign.plan.get().and_then(|plan| plan.date.get()), campaign);
    let launched = launched.filter(|launched| due.is_none_or(|due| launched.value <= due));
    let Some((own, launched)) = dossier::own_plan(scope.all, scope.unit).zip(launched) else { return };
    let Some(plan) = near(own.date.get(), campaign).filter(|plan| plan.value < launched.value) else { return };
    let message = format!(
        "ngày kế hoạch của {} ({}) trước ngày kế hoạch phát động ({})",
        scope.unit.short_name(),
        words::day(plan.value),
        words::day(launched.value)
    );
    let said = out.say(Some(plan.at), message);
    if let Some(filed) = own.filed {
        said.paper(filed.name());
    }
}

pub(super) fn results(scope: &Scope, out: &mut Sink) {
    let Some(results) = &scope.loaded.results else { return };
    let announced = results.announced_by.get().and_then(|paper| paper.date.get());
    let Some(announced) = near(announced, scope.campaign) else { return };
    let told = words::day(announced.value);
    let units: Vec<&Unit> = judged_by(results, scope).collect();
    let sittings = scope.loaded.sittings();
    let met = sittings.filter(|sitting| {
        sitting.outcomes.iter().any(|outcome| units.iter().any(|unit| unit.code == outcome.unit.as_str()))
    });
    if let Some(met) =
        met.filter_map(|sitting| near(sitting.date.get(), scope.campaign)).find(|day| day.value < announced.value)
    {
        let day = words::day(met.value);
        out.say(Some(announced.at), format!("kết quả xếp loại công bố ngày {told}, sau cuộc họp xét ngày {day}"));
        return;
    }
    // Gradings of a whole period that ends after the deadline cannot be there in time; ho-so/han-truoc-minh-chung.
    if dossier::period_after_deadline(scope.campaign).is_some_and(|end| announced.value > end) {
        return;
    }
    let early = |unit: &&&Unit| last_receipt(unit, scope).is_some_and(|day| day < announced.value);
    let early: Vec<&Unit> = units.iter().filter(early).copied().collect();
    let whose = match early.as_slice() {
        [] => return,
        [unit] => unit.short_name(),
        units => format!("{} đơn vị được xét theo kết quả ấy", words::count(units.len())),
    };
    out.say(Some(announced.at), format!("kết quả xếp loại công bố ngày {told}, sau ngày nhận hồ sơ của {whose}"));
}

/// Units with nominees whom some criterion measures by what was announced of the unit.
fn judged_by<'a>(results: &'a Results, scope: &'a Scope) -> impl Iterator<Item = &'a Unit> {
    let graded = |unit: &str| {
        let criteria = scope.campaign.criteria.iter().filter(|criterion| criterion.test == Test::Grade);
        criteria.filter_map(|criterion| criterion.key.get()).any(|key| results.grading(unit, key).is_some())
    };
    let units = scope.loaded.known_units();
    units.filter(move |unit| unit.proposed().next().is_some() && graded(&unit.code))
}

pub(super) fn past(scope: &UnitScope, out: &mut Sink) {
    for past in scope.unit.head.nominees.iter().flat_map(|nominee| nominee.past.iter()) {
        if let Some(why) = out_of_time(past, scope.all) {
            out.say(Some(past.year.at), format!("“{}” ghi năm {}, {why}", past.award.value, past.year.value));
        }
    }
}

fn out_of_time(past: &PastAward, scope: &Scope) -> Option<String> {
    let year = i32::try_from(past.year.value).ok();
    if let Some(day) = past.date.get() {
        let fits = year.is_some_and(|year| (year..=year.saturating_add(1)).contains(&day.year()));
        return (!fits).then(|| format!("nhưng quyết định ký ngày {}", words::day(day.value)));
    }
    let last = campaign::last_year(scope.campaign)?;
    year.is_none_or(|year| year > last).then(|| format!("sau năm {last} của phong trào"))
}
