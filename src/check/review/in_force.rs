//! Grounds that a paper cites are in force on its day.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use super::{Judged, chosen, decisions, followed, judged, money, sitting_of};
use crate::check::{Scope, Sink, UnitScope, campaign, words};
use crate::finding::Rule;
use crate::record::Unit;
use crate::record::campaign::Regime;
use crate::record::decode::{List, Slot};
use crate::record::in_force::LegalText;
use crate::record::kind::{Block, Kind};
use crate::record::paper::{Filed, Paper};
use crate::record::review::Decision;
use crate::record::scalar::{Date, Text};
use crate::record::text::fold;
use crate::vietnamese::days;

pub(super) static OUT_OF_FORCE: Rule = Rule::warning("khop/can-cu-het-hieu-luc")
    .text(
        "Văn bản quy phạm pháp luật nêu làm căn cứ phải có hiệu lực vào ngày ký (chỉ xét văn bản có trong bảng hiệu lực hieu-luc.yaml).",
        "thay bằng văn bản đang có hiệu lực vào ngày ký; nếu hồ sơ được xử lý theo quy định chuyển tiếp thì giữ nguyên",
    )
    .example("quyet_dinh: [{ngay: 2024-02-01, can_cu: [Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ]}]");

pub(super) static LATER: Rule = Rule::warning("khop/can-cu-sau-ngay-ky")
    .text(
        "Văn bản nêu làm căn cứ, tờ trình mà quyết định theo đề nghị phải có trước hoặc cùng ngày ký văn bản viện dẫn nó (xét theo ngày, hoặc năm trong số, ghi ở căn cứ).",
        "đối chiếu lại số, ngày của căn cứ; căn cứ chung không hợp với văn bản này thì ghi `can_cu` riêng cho văn bản",
    )
    .example("quyet_dinh: [{ngay: 2022-04-18, can_cu: [Nghị định số 152/2025/NĐ-CP]}]");

/// A day on which grounds are cited, and what day that is.
type Cited = (NaiveDate, String);

/// The grounds that papers of the campaign cite, with the days of these papers: those of the campaign, under the day of
/// its plan and of units' proposals as well, and those that a decision or a proposal of the office states of its own.
fn cited<'a>(scope: &Scope<'a>) -> Vec<(&'a List<Text>, Vec<Cited>)> {
    // A day of another age is reported by itself.
    let near = |(day, _): &Cited| !campaign::is_far(*day, scope.campaign);
    let plan = scope.campaign.plan.get().and_then(|plan| plan.date.get());
    let mut common: Vec<Cited> = plan.map(|day| (day.value, PLAN.to_owned())).into_iter().filter(near).collect();
    let mut all = Vec::new();
    let mut take = |grounds: &'a List<Text>, day: Option<Cited>| match (grounds.at, day.filter(near)) {
        (_, None) => {}
        (Some(_), Some(day)) => all.push((grounds, vec![day])),
        (None, Some(day)) => common.push(day),
    };
    // A plan that states grounds of its own; without them it prints the campaign's, which were judged by its day anyhow.
    if let Some(paper) =
        scope.loaded.plan.as_ref().and_then(|filed| filed.paper.get()).filter(|p| p.grounds.at.is_some())
    {
        take(&paper.grounds, paper.date.get().map(|day| (day.value, PLAN_ITSELF.to_owned())));
    }
    for filed in scope.loaded.founding_papers() {
        let Some(paper) = filed.paper.get() else { continue };
        take(&paper.grounds, paper.date.get().map(|day| (day.value, "ngày ký quyết định thành lập".to_owned())));
    }
    for decision in decisions(scope) {
        let sitting = followed(scope, decision);
        let honoured = sitting.map_or_else(Vec::new, |sitting| chosen(scope, sitting, &decision.award));
        take(&decision.grounds, applied(scope, &decision.date, "quyết định khen thưởng", &honoured));
    }
    for filed in scope.loaded.common_papers() {
        let proposes = |kind: &&Kind| kind.blocks.iter().any(|b| matches!(b, Block::Submitted | Block::SubmittedUp));
        let Some(kind) = scope.loaded.kinds.get(&filed.kind.text).filter(proposes) else { continue };
        let (Some(paper), Some(sitting)) = (filed.paper.get(), sitting_of(scope, filed)) else { continue };
        let name = words::lower_first(&kind.name);
        take(&paper.grounds, applied(scope, &paper.date, &name, &judged(scope, sitting)));
    }
    for unit in scope.loaded.known_units() {
        let proposals = written(scope, unit).filter(|(_, kind, paper)| {
            kind.numbered && kind.blocks.contains(&Block::Nominees) && paper.grounds.at.is_none()
        });
        let days = proposals.filter_map(|(_, kind, paper)| of_unit_on(scope, unit, kind, paper));
        common.extend(days.map(|(day, what)| (day, format!("{what} của {}", unit.short_name()))).filter(near));
    }
    all.insert(0, (&scope.campaign.grounds, common));
    all
}

/// A unit's papers that are written here.
fn written<'a>(scope: &Scope<'a>, unit: &'a Unit) -> impl Iterator<Item = (&'a Filed, &'a Kind, &'a Paper)> {
    let kinds = &scope.loaded.kinds;
    let of = |filed: &'a Filed| Some((filed, kinds.get(&filed.kind.text)?, filed.paper.get()?));
    unit.papers.iter().filter_map(of).filter(|(_, kind, paper)| !paper.is_received(kind.origin))
}

/// The day whose law applies to a unit's paper, and what day that is.
fn of_unit_on(scope: &Scope, unit: &Unit, kind: &Kind, paper: &Paper) -> Option<Cited> {
    let signed = paper.date.get()?.value;
    if scope.campaign.regime.get() != Some(&Regime::Receipt) {
        return Some((signed, format!("ngày ký {}", words::lower_first(&kind.name))));
    }
    let days = unit.head.receipts.iter().filter_map(|receipt| receipt.date.get());
    Some((days.map(|day| day.value).max()?, "ngày tiếp nhận hồ sơ".to_owned()))
}

/// Grounds that a paper of a unit states of its own.
pub(super) fn of_unit(scope: &UnitScope, out: &mut Sink) {
    for (filed, kind, paper) in written(scope.all, scope.unit).filter(|(.., paper)| !paper.grounds.items.is_empty()) {
        let day = of_unit_on(scope.all, scope.unit, kind, paper);
        let day = day.filter(|(day, _)| !campaign::is_far(*day, scope.all.campaign));
        judge(scope.all, paper.grounds.iter(), day.as_slice(), Some(filed), out);
    }
}

const PLAN_ITSELF: &str = "ngày ký kế hoạch";
const PLAN: &str = "ngày ký kế hoạch phát động";

/// The day whose law applies to a paper: its own, or where the campaign says so the last on which a dossier of those it
/// is about was handed in.
fn applied(scope: &Scope, signed: &Slot<Date>, name: &str, about: &[Judged]) -> Option<Cited> {
    let signed = signed.get()?.value;
    if scope.campaign.regime.get() != Some(&Regime::Receipt) {
        return Some((signed, format!("ngày ký {name}")));
    }
    let days = about.iter().flat_map(|j| j.unit.head.receipts.iter()).filter_map(|receipt| receipt.date.get());
    Some((days.map(|day| day.value).max()?, "ngày tiếp nhận hồ sơ".to_owned()))
}

pub(super) fn out_of_force(scope: &Scope, out: &mut Sink) {
    for (grounds, days) in cited(scope) {
        judge(scope, grounds.iter(), &days, None, out);
    }
    let factors = scope.campaign.money.get().and_then(|money| money.ground.get());
    judge(scope, factors, &granting_money(scope), None, out);
}

/// The days that the text which the factors are taken from must cover: money goes by the day of the decision.
fn granting_money(scope: &Scope) -> Vec<Cited> {
    let grants = |decision: &&Decision| {
        let honoured = followed(scope, decision).map(|sitting| chosen(scope, sitting, &decision.award));
        honoured.is_some_and(|honoured| money::is_granted(scope.campaign, &decision.award, &honoured))
    };
    let signed = decisions(scope).filter(grants).filter_map(|decision| Some(decision.date.get()?.value));
    let near = signed.filter(|day| !campaign::is_far(*day, scope.campaign));
    near.map(|day| (day, "ngày ký quyết định khen thưởng".to_owned())).collect()
}

/// One finding for a text in a line of grounds, for the first day that it does not cover.
fn judge<'a>(
    scope: &Scope,
    grounds: impl IntoIterator<Item = &'a Text>,
    days: &[Cited],
    paper: Option<&Filed>,
    out: &mut Sink,
) {
    for ground in grounds {
        for text in scope.in_force.texts.iter().filter(|text| text.is_cited(ground)) {
            let first = days.iter().find_map(|(day, what)| Some((*day, what, fault(text, *day)?)));
            let Some((day, what, why)) = first else { continue };
            let message =
                format!("{} {why}, nên không làm căn cứ được vào {what} ({})", text.name.value, words::day(day));
            let mut said = out.say(Some(ground.at), message);
            if let Some(filed) = paper {
                said = said.paper(filed.name());
            }
            if let Some(successor) = successor(scope, text, day) {
                said.help(format!(
                    "thay bằng {successor}; nếu hồ sơ được xử lý theo quy định chuyển tiếp thì giữ nguyên"
                ));
            }
        }
    }
}

/// What took the place of a text that had ended by a day: the last of those that followed each other until then.
fn successor<'a>(scope: &Scope<'a>, text: &'a LegalText, day: NaiveDate) -> Option<&'a str> {
    let mut text = text;
    let mut last = None;
    // The table may name texts in a ring.
    for _ in 0..scope.in_force.texts.len() {
        let Some(next) = text.replaced_by.get().filter(|_| ended(text, day)) else { break };
        last = Some(next.value.as_str());
        let Some(known) = scope.in_force.texts.iter().find(|other| other.is_cited(&next.value)) else { break };
        text = known;
    }
    last
}

pub(super) fn later(scope: &Scope, out: &mut Sink) {
    for (grounds, days) in cited(scope) {
        for ground in grounds.iter() {
            let Some(own) = OwnDay::of(ground) else { continue };
            // The plan states grounds of its own; the campaign's are those of the papers after it. What the table says
            // of a text is not said twice.
            let told = |day| scope.in_force.texts.iter().any(|t| t.is_cited(ground) && fault(t, day).is_some());
            let before = |(day, what): &&Cited| what != PLAN && own.is_after(*day) && !told(*day);
            let Some((day, what)) = days.iter().find(before) else { continue };
            let message = format!("căn cứ “{}” {own}, sau {what} ({})", shortened(ground), words::day(*day));
            out.say(Some(ground.at), message);
        }
    }
    for decision in decisions(scope) {
        let Some((proposal, signed)) = decision.proposed_by.get().zip(decision.date.get()) else { continue };
        let near = !campaign::is_far(signed.value, scope.campaign);
        if let Some(own) = OwnDay::of(proposal).filter(|own| near && own.is_after(signed.value)) {
            let day = words::day(signed.value);
            let message = format!("tờ trình nêu ở `de_nghi_cua` {own}, sau ngày ký quyết định khen thưởng ({day})");
            out.say(Some(proposal.at), message);
        }
    }
}

/// A ground as findings quote it: enough to tell it from the others.
fn shortened(ground: &str) -> String {
    const WORDS: usize = 8;
    let words: Vec<&str> = ground.split_whitespace().collect();
    let head = words.get(..WORDS).unwrap_or(&words).join(" ");
    if words.len() > WORDS { format!("{head}…") } else { head }
}

/// When a text that is cited was signed, as the line of grounds says.
enum OwnDay {
    Day(NaiveDate),
    Year(i32),
}

impl OwnDay {
    /// The first day in the line, or the year in its number: `152/2025/NĐ-CP`.
    fn of(ground: &str) -> Option<Self> {
        let folded = fold(ground);
        let year = || days::words(&folded).find_map(year_in_number);
        days::first(&folded).map(|(_, day)| Self::Day(day)).or_else(|| year().map(Self::Year))
    }

    fn is_after(&self, day: NaiveDate) -> bool {
        match self {
            Self::Day(own) => *own > day,
            Self::Year(own) => *own > day.year(),
        }
    }
}

impl fmt::Display for OwnDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "ghi ngày {}", words::day(*day)),
            Self::Year(year) => write!(f, "là văn bản năm {year}"),
        }
    }
}

/// The year in a number of the form `152/2025/NĐ-CP`.
fn year_in_number(word: &str) -> Option<i32> {
    let mut parts = word.split('/');
    let (number, year, kind) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    (digits(number) && year.len() == 4 && digits(year) && !digits(kind)).then(|| year.parse().ok())?
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
