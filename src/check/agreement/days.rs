//! What the papers say of time: no day and no hour before its turn.

use std::fmt;

use super::proposals;
use crate::check::{Scope, Sink, UnitScope, campaign, words};
use crate::finding::{At, Rule};
use crate::record::decode::Slot;
use crate::record::kind::Block;
use crate::record::paper::Filed;
use crate::record::scalar::{Date, Time};
use crate::record::unit::Receipt;

pub(in crate::check) static ORDER: Rule = Rule::error("khop/thu-tu-ngay")
    .text(
        "Ngày họp không sau ngày ký trích biên bản, tờ trình; ngày ký trích biên bản, báo cáo thành tích không sau ngày ký tờ trình; ngày ký các văn bản không sau ngày nhận hồ sơ; ngày họp xét không sau ngày ký tờ trình, thông báo kết quả và quyết định khen thưởng, ngày ký tờ trình không sau ngày ký quyết định khen thưởng; danh sách trích ngang không sau cuộc họp cuối, danh sách ký nhận, báo cáo tổng kết không trước quyết định; hạn nêu trong công văn không trước ngày ký, giấy mời không sau ngày diễn ra sự kiện.",
        "đối chiếu lại ngày ghi trên các văn bản",
    )
    .example("bien_ban: {ngay: 2021-05-20}\nto_trinh: {ngay: 2021-05-18}");
pub(in crate::check) static HOURS: Rule = Rule::error("khop/gio-hop")
    .text("Giờ kết thúc cuộc họp phải sau giờ bắt đầu.", "đối chiếu lại giờ ghi trong biên bản")
    .example("bien_ban: {bat_dau: \"09:15\", ket_thuc: \"08:00\"}");

pub(super) fn order(scope: &UnitScope, out: &mut Sink) {
    let mut judge = |earlier: Event, later: Event, paper: Option<&Filed>| {
        if let Some(message) = late(scope.all, earlier, later) {
            let said = out.say(Some(earlier.1.at), message);
            if let Some(filed) = paper {
                said.paper(filed.name());
            }
        }
    };
    let letter = scope.unit.head.proposes_nobody.get().and_then(|letter| letter.date.get());
    let received = scope.unit.head.receipts.iter().filter_map(|receipt| receipt.date.get()).max_by_key(|day| day.value);
    if let Some((signed, received)) = letter.zip(received) {
        let letter = signing("văn bản báo không đề nghị", signed);
        judge(letter, (What::Other("nhận hồ sơ"), received), None);
    }
    let met: Vec<&Date> = scope.papers().filter_map(|(_, p)| p.minutes.get()?.date.get()).collect();
    for (filed, paper) in scope.papers() {
        let Some(day) = paper.date.get() else { continue };
        let own_signing = signing(scope.title(filed), day);
        if let Some(own) = paper.minutes.get().and_then(|m| m.date.get()) {
            judge(held(own), own_signing, Some(filed));
        }
        if proposals(scope).any(|(f, _)| std::ptr::eq(f, filed)) {
            for meeting in &met {
                judge(held(meeting), own_signing, Some(filed));
            }
        }
        // What a proposal encloses is there when the proposal is signed.
        let kind = scope.all.loaded.kinds.get(&filed.kind.text);
        if kind.is_some_and(|kind| kind.reports_meeting() || kind.blocks.contains(&Block::Nominee)) {
            for (proposal, signed) in proposals(scope).filter_map(|(f, p)| Some((f, p.date.get()?))) {
                // Of a meeting that was after the proposal that is said, not of its extract as well.
                if met.iter().any(|meeting| meeting.value > signed.value) {
                    continue;
                }
                judge(own_signing, signing(scope.title(proposal), signed), Some(filed));
            }
        }
        // A paper that replaces another may come later: that other one was handed in.
        if let Some(received) = receipt_of(scope, &filed.kind.text).filter(|_| paper.replaces.is_absent()) {
            judge(own_signing, (What::Other("nhận hồ sơ"), received), Some(filed));
        }
    }
}

/// What was on a day, as findings call it.
#[derive(Clone, Copy)]
pub(in crate::check) enum What<'a> {
    /// The signing of a paper of that name.
    Signing(&'a str),
    /// Something else.
    Other(&'static str),
}

impl fmt::Display for What<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Signing(paper) => write!(f, "ký {}", words::lower_first(paper)),
            Self::Other(what) => f.write_str(what),
        }
    }
}

/// The day of something.
pub(in crate::check) type Event<'a> = (What<'a>, &'a Date);

/// A meeting.
pub(in crate::check) fn held(day: &Date) -> Event<'_> {
    (What::Other("họp"), day)
}

/// The signing of a paper.
pub(in crate::check) fn signing<'a>(name: &'a str, day: &'a Date) -> Event<'a> {
    (What::Signing(name), day)
}

/// What is wrong with the order of two days. A day of another age is reported by itself; what stands before or after it,
/// nobody can tell.
pub(in crate::check) fn late(scope: &Scope, (earlier, first): Event, (later, second): Event) -> Option<String> {
    let far = [first, second].iter().any(|day| campaign::is_far(day.value, scope.campaign));
    (!far && first.value > second.value).then(|| {
        let (first, second) = (words::day(first.value), words::day(second.value));
        format!("ngày {earlier} ({first}) sau ngày {later} ({second})")
    })
}

/// The day a kind was received: the last receipt that lists it, or the last of all where none lists papers.
fn receipt_of<'a>(scope: &'a UnitScope, kind: &str) -> Option<&'a Date> {
    let receipts = &scope.unit.head.receipts;
    let lists = |r: &&Receipt| r.papers.at.is_none() || r.papers.iter().any(|p| p.value == kind);
    receipts.iter().filter(lists).filter_map(|r| r.date.get()).max_by_key(|d| d.value)
}

pub(super) fn hours(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        let Some(minutes) = paper.minutes.get() else { continue };
        if let Some((at, message)) = turned(&minutes.begins, &minutes.ends) {
            out.say(Some(at), message).paper(filed.name());
        }
    }
}

/// Why a meeting cannot have lasted from one hour to the other.
pub(in crate::check) fn turned(begins: &Slot<Time>, ends: &Slot<Time>) -> Option<(At, String)> {
    let (begins, ends) = (begins.get()?, ends.get()?);
    (ends.of_day() <= begins.of_day())
        .then(|| (ends.at, format!("cuộc họp kết thúc lúc {ends}, không sau giờ bắt đầu ({begins})")))
}
