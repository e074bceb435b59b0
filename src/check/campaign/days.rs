//! The campaign's year, period and extensions.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use crate::check::{Scope, Sink, dossier, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::{Campaign, Period};
use crate::record::scalar::Date;

pub(super) static YEAR: Rule = Rule::error("phong-trao/nam")
    .blocking(Blocks::List)
    .text(
        "Năm của phong trào là một năm có thật (1945 đến 2100) và nằm trong kỳ thi đua, nếu kỳ ấy có nêu.",
        "sửa `nam`, hoặc sửa `ky_thi_dua`",
    )
    .example("nam: 20021");
pub(super) static PERIOD: Rule = Rule::error("phong-trao/ky-thi-dua")
    .blocking(Blocks::List)
    .text("Ngày bắt đầu kỳ thi đua phải trước ngày kết thúc.", "đối chiếu lại `tu` và `den` với kế hoạch")
    .example("ky_thi_dua: {tu: 2021-12-31, den: 2021-01-01}");
pub(super) static EXTENSION: Rule = Rule::error("phong-trao/gia-han")
    .blocking(Blocks::List)
    .text(
        "Mỗi đơn vị có nhiều nhất một mục gia hạn, và hạn mới phải muộn hơn hạn chung.",
        "giữ một mục cho mỗi đơn vị và đối chiếu lại ngày gia hạn",
    )
    .example("han_nop: {ngay: 2021-05-25}\ngia_han: [{don_vi: long-thuy, den: 2021-05-20}]");
pub(super) static PLAN: Rule = Rule::warning("phong-trao/ke-hoach-sau-han")
    .text(
        "Kế hoạch phát động ban hành trước hạn nộp hồ sơ mà nó đặt ra.",
        "đối chiếu lại `ngay` của `ke_hoach` và `han_nop`",
    )
    .example("ke_hoach: {so: 61, ngay: 2021-06-10}\nhan_nop: {ngay: 2021-05-25}");

/// Years that a campaign can be of.
const YEARS: RangeInclusive<i32> = 1945..=2100;
/// How many years a paper may lie before or after the campaign.
const NEAR: i32 = 3;

/// The period, unless it ends before it begins.
fn sound_period(campaign: &Campaign) -> Option<&Period> {
    campaign.period.get().filter(|period| period.from.value <= period.to.value)
}

fn sound_year(campaign: &Campaign) -> Option<i32> {
    let year = i32::try_from(campaign.year.get()?.value).ok()?;
    YEARS.contains(&year).then_some(year)
}

/// The years that papers of the campaign can be of: its own and those of its period, with some either way.
/// None where the two contradict each other or cannot be read.
fn years(campaign: &Campaign) -> Option<RangeInclusive<i32>> {
    let year = sound_year(campaign)?;
    let (first, last) = sound_period(campaign).map_or((year, year), |p| (p.from.year(), p.to.year()));
    (first..=last).contains(&year).then(|| first - NEAR..=last + NEAR)
}

/// The last year that the campaign is about, where its year and its period agree.
pub fn last_year(campaign: &Campaign) -> Option<i32> {
    years(campaign).map(|years| years.end() - NEAR)
}

/// Whether a day is too far from the campaign's years to be meant; khop/ngay-xa says so.
pub fn is_far(day: NaiveDate, campaign: &Campaign) -> bool {
    years(campaign).is_some_and(|years| !years.contains(&day.year()))
}

/// A day, unless it is far off: khop/ngay-xa says that, and what it comes before nobody can tell.
pub fn near<'a>(day: Option<&'a Date>, campaign: &Campaign) -> Option<&'a Date> {
    day.filter(|day| !is_far(day.value, campaign))
}

pub(super) fn year(scope: &Scope, out: &mut Sink) {
    let Some(year) = scope.campaign.year.get() else { return };
    let Some(sound) = sound_year(scope.campaign) else {
        out.say(Some(year.at), format!("{} không thể là năm của phong trào", year.value));
        return;
    };
    if let Some(period) = sound_period(scope.campaign).filter(|p| !(p.from.year()..=p.to.year()).contains(&sound)) {
        let (from, to) = (words::day(period.from.value), words::day(period.to.value));
        out.say(Some(year.at), format!("năm {sound} nằm ngoài kỳ thi đua (từ ngày {from} đến ngày {to})"));
    }
}

pub(super) fn period(scope: &Scope, out: &mut Sink) {
    let Some(period) = scope.campaign.period.get().filter(|p| p.from.value > p.to.value) else { return };
    let (from, to) = (words::day(period.from.value), words::day(period.to.value));
    out.say(Some(period.from.at), format!("kỳ thi đua bắt đầu ngày {from}, sau ngày kết thúc {to}"));
}

pub(super) fn plan(scope: &Scope, out: &mut Sink) {
    let Some(plan) = scope.campaign.plan.get().and_then(|plan| plan.date.get()) else { return };
    let Some(deadline) = scope.campaign.deadline.get().map(|deadline| &deadline.date) else { return };
    let far = [plan, deadline].iter().any(|day| is_far(day.value, scope.campaign));
    if !far && plan.value > deadline.value {
        let (issued, due) = (words::day(plan.value), words::day(deadline.value));
        out.say(Some(plan.at), format!("kế hoạch phát động ký ngày {issued}, sau hạn nộp hồ sơ ({due})"));
    }
}

pub(super) fn extensions(scope: &Scope, out: &mut Sink) {
    let mut seen = Vec::new();
    for extension in scope.campaign.extensions.iter() {
        let unit = extension.unit.as_str();
        let name = scope.unit_name(unit);
        if seen.contains(&unit) {
            out.say(Some(extension.unit.at), format!("{name} được gia hạn hai lần")).unit(unit);
            continue;
        }
        seen.push(unit);
        let far = is_far(extension.to.value, scope.campaign);
        let common = dossier::common_last_day(scope.campaign);
        if let Some(common) = common.filter(|common| !far && extension.to.value <= *common) {
            let message = format!(
                "gia hạn cho {name} đến hết ngày {}, không muộn hơn hạn chung (đến hết ngày {})",
                words::day(extension.to.value),
                words::day(common)
            );
            out.say(Some(extension.to.at), message).unit(unit);
        }
    }
}
