//! Grounds that a paper cites are in force on its day.

use chrono::NaiveDate;

use super::{chosen, decisions as all_decisions};
use crate::check::{Scope, Sink, campaign, words};
use crate::finding::Rule;
use crate::record::campaign::Regime;
use crate::record::decode::List;
use crate::record::in_force::LegalText;
use crate::record::review::Decision;
use crate::record::scalar::{Date, Text};

pub(super) static OUT_OF_FORCE: Rule = Rule::warning("khop/can-cu-het-hieu-luc")
    .text(
        "Văn bản quy phạm pháp luật nêu làm căn cứ phải có hiệu lực vào ngày ký (chỉ xét văn bản có trong bảng hiệu lực hieu-luc.yaml).",
        "thay bằng văn bản đang có hiệu lực vào ngày ký; nếu hồ sơ được xử lý theo quy định chuyển tiếp thì giữ nguyên",
    )
    .example("quyet_dinh: [{ngay: 2024-02-01, can_cu: [Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ]}]");

/// A day on which grounds are cited, and what day that is.
type Cited = (NaiveDate, &'static str);

pub(super) fn out_of_force(scope: &Scope, out: &mut Sink) {
    // A day of another age is reported by itself.
    let day = |day: Option<&Date>| day.map(|day| day.value).filter(|day| !campaign::is_far(*day, scope.campaign));
    let plan = day(scope.campaign.plan.get().and_then(|plan| plan.date.get()));
    let mut common: Vec<Cited> = plan.map(|day| (day, "ngày ký kế hoạch phát động")).into_iter().collect();
    for decision in all_decisions(scope) {
        let Some(cited) = applied(scope, decision).filter(|(day, _)| !campaign::is_far(*day, scope.campaign)) else {
            continue;
        };
        match decision.grounds.at {
            Some(_) => judge(scope, &decision.grounds, &[cited], out),
            None => common.push(cited),
        }
    }
    judge(scope, &scope.campaign.grounds, &common, out);
}

/// The day whose law applies to a decision: its own, or where the campaign says so the last on which a dossier of those
/// it honours was handed in.
fn applied(scope: &Scope, decision: &Decision) -> Option<Cited> {
    let signed = decision.date.get()?.value;
    if scope.campaign.regime.get() != Some(&Regime::Receipt) {
        return Some((signed, "ngày ký quyết định khen thưởng"));
    }
    let sitting = scope.loaded.review.as_ref()?.sitting(&decision.sitting)?;
    let honoured = chosen(scope, sitting, &decision.award);
    let days = honoured.iter().flat_map(|j| j.unit.head.receipts.iter()).filter_map(|receipt| receipt.date.get());
    Some((days.map(|day| day.value).max()?, "ngày tiếp nhận hồ sơ"))
}

/// One finding for a text in a line of grounds, for the first day that it does not cover.
fn judge(scope: &Scope, grounds: &List<Text>, days: &[Cited], out: &mut Sink) {
    for ground in grounds.iter() {
        for text in scope.in_force.iter().filter(|text| text.is_cited(ground)) {
            let first = days.iter().find_map(|(day, what)| Some((*day, what, fault(text, *day)?)));
            let Some((day, what, why)) = first else { continue };
            let message =
                format!("{} {why}, nên không làm căn cứ được vào {what} ({})", text.name.value, words::day(day));
            let said = out.say(Some(ground.at), message);
            if let Some(successor) = text.replaced_by.get().filter(|_| ended(text, day)) {
                said.help(format!(
                    "thay bằng {}; nếu hồ sơ được xử lý theo quy định chuyển tiếp thì giữ nguyên",
                    successor.value
                ));
            }
        }
    }
}

fn ended(text: &LegalText, day: NaiveDate) -> bool {
    text.until.get().is_some_and(|until| until.value < day)
}

fn fault(text: &LegalText, day: NaiveDate) -> Option<String> {
    if ended(text, day) {
        return text.until.get().map(|until| format!("chỉ có hiệu lực đến hết ngày {}", words::day(until.value)));
    }
    let from = text.from.get().filter(|from| day < from.value)?;
    Some(format!("đến ngày {} mới có hiệu lực", words::day(from.value)))
}
