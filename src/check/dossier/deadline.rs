//! When dossiers are due, and which of them are late.

use chrono::NaiveDate;

use crate::check::campaign::is_far;
use crate::check::{Scope, Sink, UnitScope, words};
use crate::finding::Rule;
use crate::record::campaign::{Campaign, Deadline, Test};

pub(super) static LATE: Rule = Rule::warning("ho-so/qua-han")
    .text(
        "Hồ sơ phải nộp trong hạn; nộp muộn thì Ban Chỉ đạo quyết định có nhận hay không.",
        "ghi gia hạn vào `gia_han` của phong-trao.yaml, hoặc ghi lý do vào `mien`",
    )
    .by("hạn nộp hồ sơ của phong trào")
    .example("tiep_nhan: [{ngay: 2021-05-26}]   # hạn: trước ngày 25/5/2021");
pub(super) static NOT_YET: Rule = Rule::warning("ho-so/chua-nop")
    .text(
        "Xét đến ngày nêu ở --den-ngay, đơn vị đã quá hạn mà chưa nộp hồ sơ.",
        "đôn đốc đơn vị, hoặc ghi gia hạn vào `gia_han` của phong-trao.yaml",
    )
    .by("hạn nộp hồ sơ của phong trào")
    .example("hoso check --den-ngay 2021-06-01   # đơn vị không có tiep_nhan");
pub(super) static DEADLINE: Rule = Rule::warning("ho-so/han-truoc-minh-chung")
    .text(
        "Hạn nộp hồ sơ nên đặt sau ngày kết thúc kỳ thi đua, vì trước ngày đó chưa có kết quả xếp loại của cả kỳ.",
        "đề nghị cơ quan ban hành kế hoạch xem lại hạn nộp; hồ sơ vẫn được lập theo hạn hiện có",
    )
    .example("han_nop: {ngay: 2021-05-25}   # kỳ thi đua đến 31/12/2021");

/// The last day on which a unit's dossier is in time, with what sets it.
pub fn last_day(campaign: &Campaign, unit: &str) -> Option<NaiveDate> {
    if let Some(extension) = campaign.extensions.iter().find(|e| e.unit.as_str() == unit) {
        return Some(extension.to.value);
    }
    common_last_day(campaign)
}

/// The deadline, unless nobody can know whether it includes its own day.
fn clear_deadline(campaign: &Campaign) -> Option<&Deadline> {
    campaign.deadline.get().filter(|deadline| !deadline.inclusive.is_faulty())
}

/// The last day in time for units that were given no extension.
pub fn common_last_day(campaign: &Campaign) -> Option<NaiveDate> {
    let deadline = clear_deadline(campaign)?;
    match deadline.inclusive.get().is_some_and(|yes| yes.value) {
        true => Some(deadline.date.value),
        false => deadline.date.value.pred_opt(),
    }
}

/// How the deadline reads: `trước ngày 25/5/2021` or `đến hết ngày 24/5/2021`.
pub fn deadline_words(campaign: &Campaign, unit: &str) -> Option<String> {
    if let Some(extension) = campaign.extensions.iter().find(|e| e.unit.as_str() == unit) {
        return Some(format!("đến hết ngày {} (được gia hạn)", words::day(extension.to.value)));
    }
    common_deadline_words(campaign)
}

/// The same for units that were given no extension.
pub fn common_deadline_words(campaign: &Campaign) -> Option<String> {
    let deadline = clear_deadline(campaign)?;
    let word =
        if deadline.inclusive.get().is_some_and(|yes| yes.value) { "đến hết ngày" } else { "trước ngày" };
    Some(format!("{word} {}", words::day(deadline.date.value)))
}

fn clause(campaign: &Campaign) -> Option<&str> {
    campaign.deadline.get()?.clause.get().map(|c| c.value.as_str())
}

pub(super) fn late(scope: &UnitScope, out: &mut Sink) {
    let campaign = scope.all.campaign;
    // Days of another age are reported by themselves, in whatever order they stand.
    let near = |day: &NaiveDate| !is_far(*day, campaign);
    let Some(last) = last_day(campaign, &scope.unit.code).filter(near) else { return };
    let received = scope.unit.head.receipts.iter().filter_map(|r| r.date.get());
    let first = received.filter(|day| near(&day.value)).min_by_key(|d| d.value);
    if let Some(first) = first.filter(|d| d.value > last) {
        let due = deadline_words(campaign, &scope.unit.code).unwrap_or_default();
        let days = (first.value - last).num_days();
        let message = format!(
            "Hồ sơ của {} nộp ngày {}, muộn {} ngày so với hạn ({due})",
            scope.unit.short_name(),
            words::day(first.value),
            words::count(usize::try_from(days).unwrap_or(0)),
        );
        out.say(Some(first.at), message).clause(clause(campaign));
    }
}

pub(super) fn not_yet(scope: &Scope, out: &mut Sink) {
    let Some(as_of) = scope.as_of else { return };
    for code in scope.campaign.units.iter() {
        let Some(last) = last_day(scope.campaign, code) else { continue };
        let file = scope.loaded.units.iter().find(|u| u.code == code.as_str());
        let handed_in = file.is_some_and(|f| {
            f.unit.as_ref().is_none_or(|u| u.has_handed_in() || u.head.proposes_nobody.get().is_some())
        });
        if as_of > last && !handed_in {
            let name = scope.loaded.unit(code).map_or_else(|| code.to_string(), |u| u.short_name());
            let message = format!(
                "Tính đến ngày {}, {name} chưa nộp hồ sơ (hạn: {})",
                words::day(as_of),
                deadline_words(scope.campaign, code).unwrap_or_default()
            );
            out.say(Some(code.at), message).clause(clause(scope.campaign)).unit(code.to_string());
        }
    }
}

/// The day on which the period ends, where dossiers are due before gradings of it can be known.
pub fn period_after_deadline(campaign: &Campaign) -> Option<NaiveDate> {
    let deadline = campaign.deadline.get()?.date.value;
    let end = match (campaign.period.get(), campaign.year.get()) {
        // A period that ends before it begins is reported by itself.
        (Some(period), _) => Some(period.to.value).filter(|to| *to >= period.from.value),
        (None, Some(year)) if campaign.period.is_absent() => {
            i32::try_from(year.value).ok().and_then(|y| NaiveDate::from_ymd_opt(y, 12, 31))
        }
        _ => None,
    };
    let graded = campaign.criteria.iter().any(|c| c.test == Test::Grade);
    end.filter(|end| graded && !is_far(deadline, campaign) && deadline <= *end)
}

pub(super) fn deadline_before_evidence(scope: &Scope, out: &mut Sink) {
    let Some(deadline) = scope.campaign.deadline.get() else { return };
    if let Some(end) = period_after_deadline(scope.campaign) {
        let message = format!(
            "Hạn nộp hồ sơ ({}) sớm hơn ngày kết thúc kỳ thi đua ({}), nên khi nộp chưa thể có kết quả xếp loại của cả kỳ",
            words::day(deadline.date.value),
            words::day(end),
        );
        out.say(Some(deadline.date.at), message).clause(deadline.clause.get().map(|c| c.value.as_str()));
    }
}
