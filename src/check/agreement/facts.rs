//! Facts that cannot both be true: counts of tasks, a certificate and the decision it is about, days out of all reach.

use chrono::Datelike;

use crate::check::{Scope, Sink, UnitScope, campaign, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::{Cited, Part};
use crate::record::paper::Paper;
use crate::record::scalar::{Count, Date};
use crate::record::unit::{Nominee, Tasks};

pub(super) static TASKS: Rule = Rule::error("khop/nhiem-vu")
    .blocking(Blocks::List)
    .text(
        "Số nhiệm vụ đã hoàn thành không nhiều hơn số được giao; số hoàn thành đúng hạn không nhiều hơn số đã hoàn thành.",
        "đối chiếu lại ba số liệu ở `nhiem_vu`",
    )
    .example("nhiem_vu: {duoc_giao: 18, hoan_thanh: 28, dung_han: 18}");
pub(super) static CERTIFICATE: Rule = Rule::warning("khop/minh-chung-lech")
    .text(
        "Số, ngày của văn bản chứng nhận trong hồ sơ phải khớp với quyết định nêu ở `minh_chung` của tập thể, cá nhân ấy.",
        "đối chiếu với văn bản rồi sửa ở đây hoặc ở `minh_chung`; nếu văn bản chứng nhận mang số riêng thì bỏ qua cảnh báo này bằng `mien`",
    )
    .example("minh_chung: [{…, quyet_dinh: {so: 12}}]\nchung_nhan_sang_kien: {tap-the: {so: 99}}");
pub(super) static FAR: Rule = Rule::warning("khop/ngay-xa")
    .text(
        "Ngày ghi trong hồ sơ không cách năm của phong trào quá 03 năm; xa hơn thì thường là ghi nhầm năm.",
        "kiểm tra lại năm của ngày này",
    )
    .example("nam: 2021\nbien_ban: {ngay: 1921-05-14}");

pub(super) static BORN: Rule = Rule::warning("khop/ngay-sinh")
    .text(
        "Trong năm của phong trào, người được đề nghị từ 06 đến 100 tuổi; ngoài khoảng ấy thì thường là ghi nhầm năm sinh.",
        "kiểm tra lại năm sinh; nếu đúng như vậy thì bỏ qua cảnh báo này bằng `mien`",
    )
    .example("nam: 2021\nngay_sinh: 2085-03-02");

/// How old, in years, somebody is whom a campaign may honour: a pupil at the least.
const AGES: std::ops::RangeInclusive<i32> = 6..=100;

/// Whether no tasks could be counted this way; khop/nhiem-vu says so.
pub fn is_impossible(tasks: &Tasks) -> bool {
    tasks.done.value > tasks.assigned.value || tasks.on_time.value > tasks.done.value
}

pub(super) fn tasks(scope: &UnitScope, out: &mut Sink) {
    let Some(tasks) = scope.unit.head.tasks.get() else { return };
    let (assigned, done, on_time) = (&tasks.assigned, &tasks.done, &tasks.on_time);
    let number = |count: &Count| words::count(count.value as usize);
    if done.value > assigned.value {
        let message =
            format!("hoàn thành {} nhiệm vụ, nhiều hơn {} nhiệm vụ được giao", number(done), number(assigned));
        out.say(Some(done.at), message);
    } else if on_time.value > done.value {
        let message = format!(
            "hoàn thành đúng hạn {} nhiệm vụ, nhiều hơn {} nhiệm vụ đã hoàn thành",
            number(on_time),
            number(done)
        );
        out.say(Some(on_time.at), message);
    }
}

pub(super) fn certificates(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        let Some(nominee) = filed.nominee.as_ref().and_then(|n| scope.unit.nominee(&n.text)) else { continue };
        let decisions = decisions(scope, &filed.kind.text, nominee);
        let Some(first) = decisions.first().filter(|_| !decisions.iter().any(|own| agrees(paper, own))) else {
            continue;
        };
        let number = paper.number.get().filter(|_| !same_number(paper, first)).map(|n| n.at);
        let at = number.or(paper.date.get().map(|d| d.at));
        let message = format!(
            "văn bản chứng nhận ghi {}, minh chứng của {} nêu quyết định {}",
            particulars(paper.number.get().map(ToString::to_string), paper.date.get()),
            words::who(nominee),
            particulars(first.number.get().map(ToString::to_string), first.date.get()),
        );
        out.say(at.or(Some(paper.at)), message).paper(filed.name());
    }
}

/// The decisions behind the evidence that makes a nominee owe a paper of this kind.
fn decisions<'a>(scope: &'a UnitScope, kind: &str, nominee: &'a Nominee) -> Vec<&'a Cited> {
    let mut wanted = Vec::new();
    evidence_for(&scope.all.campaign.required_set.items, kind, &mut wanted);
    let asked = nominee.evidence.iter().filter(|e| wanted.contains(&e.kind.value.as_str()));
    asked.filter_map(|e| e.decision.get()).collect()
}

fn evidence_for<'a>(parts: &'a [Part], kind: &str, out: &mut Vec<&'a str>) {
    for part in parts {
        let when = part.when.get().filter(|_| part.kind.get().is_some_and(|own| own.value == kind));
        out.extend(when.into_iter().flat_map(|when| when.evidence.iter()).map(|word| word.value.as_str()));
        evidence_for(&part.one_of.items, kind, out);
        evidence_for(&part.parts.items, kind, out);
    }
}

/// What both state is the same.
fn agrees(paper: &Paper, decision: &Cited) -> bool {
    let day = match (paper.date.get(), decision.date.get()) {
        (Some(a), Some(b)) => a.value == b.value,
        _ => true,
    };
    day && same_number(paper, decision)
}

fn same_number(paper: &Paper, decision: &Cited) -> bool {
    match (paper.number.get(), decision.number.get()) {
        (Some(a), Some(b)) => a.number == b.number && a.letter.eq_ignore_ascii_case(&b.letter),
        _ => true,
    }
}

fn particulars(number: Option<String>, day: Option<&Date>) -> String {
    let parts = [number.map(|n| format!("số {n}")), day.map(|d| format!("ngày {}", words::day(d.value)))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

pub(super) fn far(scope: &UnitScope, out: &mut Sink) {
    let head = &scope.unit.head;
    let letter = head.proposes_nobody.get().and_then(|letter| letter.date.get());
    let own = [head.plan.get().and_then(|plan| plan.date.get()), letter].into_iter().flatten();
    let received = head.receipts.iter().filter_map(|receipt| receipt.date.get());
    for day in own.chain(received) {
        say_if_far(day, scope.all, out, None);
    }
    for (filed, paper) in scope.papers() {
        let met = paper.minutes.get().and_then(|minutes| minutes.date.get());
        for day in [paper.date.get(), met].into_iter().flatten() {
            say_if_far(day, scope.all, out, Some(filed.name()));
        }
    }
}

pub(super) fn campaign_far(scope: &Scope, out: &mut Sink) {
    let own = scope.campaign;
    let announced = scope.loaded.results.as_ref().and_then(|results| results.announced_by.get()?.date.get());
    let days = [own.plan.get().and_then(|plan| plan.date.get()), own.deadline.get().map(|d| &d.date), announced];
    let reviewed = scope.loaded.review.iter().flat_map(|review| {
        let met = review.head.meetings.iter().filter_map(|sitting| sitting.date.get());
        let decided = review.head.decisions.iter().filter_map(|decision| decision.date.get());
        let events = review.head.events.iter().filter_map(|event| event.date.get());
        let met = events.chain(met);
        review.head.conference.get().and_then(|conference| conference.date.get()).into_iter().chain(met).chain(decided)
    });
    let extended = own.extensions.iter().map(|extension| &extension.to);
    for day in days.into_iter().flatten().chain(extended).chain(reviewed) {
        say_if_far(day, scope, out, None);
    }
}

pub(super) fn born(scope: &UnitScope, out: &mut Sink) {
    let Some(year) = campaign::last_year(scope.all.campaign) else { return };
    for (nominee, born) in scope.unit.proposed().filter_map(|nominee| Some((nominee, nominee.born.get()?))) {
        if !AGES.contains(&(year - born.value.year())) {
            let (who, day) = (words::who(nominee), words::day(born.value));
            let message = format!("ngày sinh của {who} là {day}, không hợp với năm {year} của phong trào");
            out.say(Some(born.at), message);
        }
    }
}

fn say_if_far(day: &Date, scope: &Scope, out: &mut Sink, paper: Option<String>) {
    if !campaign::is_far(day.value, scope.campaign) {
        return;
    }
    let year = scope.campaign.year.get().map_or(0, |year| year.value);
    let said = out.say(Some(day.at), format!("ngày {} cách xa năm {year} của phong trào", words::day(day.value)));
    if let Some(paper) = paper {
        said.paper(paper);
    }
}
