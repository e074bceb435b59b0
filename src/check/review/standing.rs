//! Results beside other results: of a later meeting, of those with fewer votes, and of awards had before.

use chrono::Datelike;

use super::results::is_unknown;
use super::{Judged, chosen, granted, judged, likewise, meeting_name, quotas, sittings};
use crate::check::agreement::votes::missed;
use crate::check::{Scope, Sink, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::Quota;
use crate::record::review::{Decision, NOT_CHOSEN, Outcome, Sitting};
use crate::record::scalar::Date;
use crate::record::unit::PastAward;

pub(super) static REVERSED: Rule = Rule::error("khop/trai-ket-qua-truoc")
    .blocking(Blocks::List)
    .text(
        "Tập thể, cá nhân đã được một cuộc họp chọn thì kết quả ở cuộc họp sau không được trái lại, trừ khi hình thức ấy không được tặng và còn xét hình thức dự phòng.",
        "đối chiếu hai biên bản: kết quả sau đúng thì ghi kết quả trước là `khong_dat`, quyết định đã ký thì thay thế hoặc hủy bỏ trước",
    )
    .example("hop: [{ma: dot-1, ket_qua: [{…, ket_qua: giay_khen}]}, {ma: dot-2, ket_qua: [{…, ket_qua: khong_dat}]}]   # cùng một cá nhân");
pub(super) static PASSED_OVER: Rule = Rule::warning("khop/thu-tu-chon")
    .text(
        "Trong một cuộc họp, ai được nhiều phiếu hơn người được chọn cùng hình thức, cùng loại đối tượng, cùng nhóm đơn vị thì cũng được chọn; bằng phiếu, chọn nhiều hơn một trong khi chưa phân bổ số lượng, hoặc xếp người được chọn không theo số phiếu, thì theo cách ghi ở `thu_tu`.",
        "đối chiếu số phiếu với biên bản; chọn theo cách khác thì giữ nguyên, và nêu cách ấy ở `thu_tu`, `ly_do`",
    )
    .example("ket_qua: [{…, dong_y: 20, ket_qua: khong_dat}, {…, dong_y: 16, ket_qua: giay_khen}]");
pub(super) static AWARDED: Rule = Rule::warning("khop/da-khen-trong-ky")
    .text(
        "Một thành tích chỉ được khen một lần: ai đã được khen thưởng trong kỳ thi đua thì cần đối chiếu thành tích trước khi chọn.",
        "đối chiếu thành tích của hai lần khen; cùng một thành tích thì ghi `ket_qua: khong_dat` kèm lý do",
    )
    .by("nguyên tắc khen thưởng của pháp luật về thi đua, khen thưởng")
    .example("da_khen: [{nam: 2021, hinh_thuc: Giấy khen}]   # phong trào năm 2021");

pub(super) fn reversed(scope: &Scope, out: &mut Sink) {
    let all: Vec<(&Sitting, Judged)> =
        sittings(scope).flat_map(|sitting| judged(scope, sitting).into_iter().map(move |one| (sitting, one))).collect();
    for (index, (sitting, later)) in all.iter().enumerate().filter(|(_, (_, one))| is_refused(one.outcome)) {
        let follows = |first: &Sitting| {
            first.date.get().zip(sitting.date.get()).is_some_and(|(first, day)| first.value <= day.value)
        };
        let chosen = all.iter().take(index).find(|(first, one)| {
            std::ptr::eq(one.nominee, later.nominee)
                && !std::ptr::eq(*first, *sitting)
                && follows(first)
                && one.outcome.chosen_for().is_some_and(|award| !is_unknown(scope, award))
        });
        let Some((first, award)) = chosen.and_then(|(first, one)| Some((first, one.outcome.chosen_for()?))) else {
            continue;
        };
        let decision = decision_on(scope, first, award);
        // What was not granted gives way: the nominee was judged again for the award named for this case.
        let fallback = later.nominee.fallback.get().is_some_and(|fallback| fallback.value != award.value);
        if fallback && decision.is_none() {
            continue;
        }
        let decided = decision.and_then(|decision| decision.number.get());
        let decided = decided.map_or_else(String::new, |number| format!(" (đã có quyết định số {number})"));
        let message = format!(
            "{} được chọn tặng {} tại {}{decided}, nhưng {} không chọn",
            words::upper_first(&later.whom()),
            words::label(scope.campaign, award),
            meeting_name(first),
            meeting_name(sitting)
        );
        out.say(later.outcome.award.get().map(|award| award.at), message);
    }
}

fn is_refused(outcome: &Outcome) -> bool {
    outcome.award.get().is_some_and(|award| award.value == NOT_CHOSEN)
}

fn decision_on<'a>(scope: &Scope<'a>, sitting: &Sitting, award: &str) -> Option<&'a Decision> {
    scope.loaded.review.as_ref()?.decision(award, sitting.code.as_str())
}

/// How many voted for somebody.
fn votes(one: &Judged) -> Option<u32> {
    one.outcome.in_favour.get().map(|count| count.value)
}

pub(super) fn passed_over(scope: &Scope, out: &mut Sink) {
    for sitting in sittings(scope) {
        let all = judged(scope, sitting);
        let passed = |one: &Judged| {
            let yes = one.outcome.in_favour.get();
            yes.is_some_and(|yes| missed(scope.campaign, sitting.attendance.get(), yes).is_none())
        };
        // Whoever did not pass, or competes in another list, is no measure for a loser.
        let rivals = |one: &Judged, winner: &Judged| {
            let award = winner.outcome.chosen_for().map(|award| award.value.as_str());
            award.is_some()
                && one.nominee.award.get().map(|award| award.value.as_str()) == award
                && one.nominee.kind.get() == winner.nominee.kind.get()
                && quotas::group(scope, one.unit) == quotas::group(scope, winner.unit)
        };
        let beats = |one: &Judged, winner: &Judged| match (votes(one), votes(winner)) {
            (Some(own), Some(of)) => own > of || own == of && sitting.order.is_absent(),
            _ => false,
        };
        let passed: Vec<&Judged> = all.iter().filter(|one| passed(one)).collect();
        let losers = passed.iter().filter(|one| is_refused(one.outcome));
        let found: Vec<(&Judged, &Judged)> = losers
            .filter_map(|one| Some((*one, *passed.iter().find(|winner| rivals(one, winner) && beats(one, winner))?)))
            .collect();
        let Some((one, winner)) = found.first() else { continue };
        let number = |one: &Judged| words::count(votes(one).unwrap_or_default() as usize);
        let (own, of) = (number(one), number(winner));
        let how = if own == of { "bằng" } else { "nhiều hơn" };
        let more = likewise("; ", found.len(), "trường hợp");
        let tie = if own == of { "; chưa ghi cách chọn khi bằng phiếu" } else { "" };
        let message = format!(
            "{} được {own} phiếu đồng ý, {how} {} ({of} phiếu, được chọn), nhưng không được chọn{tie}{more}",
            words::upper_first(&one.whom()),
            winner.whom()
        );
        out.say(Some(one.outcome.at), message);
    }
}

/// Those chosen stand in an order of rank, which the minutes have to state where it is not that of votes.
pub(super) fn unordered(scope: &Scope, out: &mut Sink) {
    for sitting in sittings(scope).filter(|sitting| sitting.order.is_absent()) {
        let all = judged(scope, sitting);
        let won: Vec<&Judged> = all.iter().filter(|one| one.outcome.chosen_for().is_some()).collect();
        let alike = |one: &Judged, other: &Judged| {
            one.outcome.chosen_for().map(|award| &award.value) == other.outcome.chosen_for().map(|award| &award.value)
                && one.nominee.kind.get() == other.nominee.kind.get()
        };
        let overtaken = won.iter().enumerate().find_map(|(i, one)| {
            let mut above = won.iter().take(i).filter(|above| alike(above, one));
            above
                .find(|above| votes(above).zip(votes(one)).is_some_and(|(above, own)| above < own))
                .map(|above| (one, above))
        });
        let Some((one, above)) = overtaken else { continue };
        let message = format!(
            "{} được nhiều phiếu hơn nhưng xếp sau {}, trong khi {} chưa ghi cách xếp thứ tự",
            words::upper_first(&one.whom()),
            above.whom(),
            meeting_name(sitting)
        );
        out.say(Some(one.outcome.at), message)
            .help("ghi cách xếp thứ tự vào `thu_tu` của cuộc họp, hoặc xếp theo số phiếu");
    }
}

/// Several who wait for numbers are put forward in an order of priority, which the minutes have to state.
pub(super) fn unranked(scope: &Scope, out: &mut Sink) {
    let waiting = scope.campaign.quotas.iter().filter(|(_, quota)| matches!(quota, Quota::Undecided));
    for (award, _) in waiting {
        for sitting in sittings(scope).filter(|sitting| sitting.order.is_absent()) {
            let all = chosen(scope, sitting, &award.text);
            let rivals = |one: &Judged| all.iter().filter(|o| o.nominee.kind.get() == one.nominee.kind.get()).count();
            let Some((one, count)) = all.iter().map(|one| (one, rivals(one))).find(|(_, count)| *count > 1) else {
                continue;
            };
            let message = format!(
                "{} chọn {} {} để tặng {} theo thứ tự ưu tiên, chờ phân bổ số lượng, nhưng chưa ghi cách xếp thứ tự",
                meeting_name(sitting),
                words::count(count),
                one.nominee.kind.get().copied().map_or("trường hợp", quotas::kind_name),
                words::label(scope.campaign, &award.text)
            );
            out.say(one.outcome.award.get().map(|award| award.at), message)
                .help("ghi cách xếp thứ tự vào `thu_tu` của cuộc họp");
        }
    }
}

pub(super) fn awarded(scope: &Scope, out: &mut Sink) {
    for one in granted(scope) {
        let honours = one.judged.nominee.past.iter().filter(|past| past.title.get().is_none_or(|title| !title.value));
        let Some(past) = honours.into_iter().find(|past| is_of_period(scope, past)) else { continue };
        let message = format!(
            "{} được chọn tặng {}, trong khi đã được khen trong kỳ thi đua: “{}” năm {}",
            words::upper_first(&one.judged.whom()),
            words::label(scope.campaign, one.award),
            past.award.value,
            past.year.value
        );
        out.say(Some(one.award.at), message);
    }
}

/// Whether a former award is for a year of the campaign's period.
fn is_of_period(scope: &Scope, past: &PastAward) -> bool {
    let own = scope.campaign.year.get().map(|year| year.value);
    let years = scope.campaign.period.get().and_then(|period| {
        let year = |day: &Date| u32::try_from(day.year()).ok();
        Some(year(&period.from)?..=year(&period.to)?)
    });
    years.map_or(own == Some(past.year.value), |years| years.contains(&past.year.value))
}
