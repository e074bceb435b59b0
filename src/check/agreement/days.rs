//! What the papers say of time: no day and no hour before its turn.

use super::{kind_name, proposals};
use crate::check::{Sink, UnitScope, campaign, words};
use crate::finding::{At, Rule};
use crate::record::decode::Slot;
use crate::record::kind::Block;
use crate::record::scalar::{Date, Time};
use crate::record::unit::Receipt;

pub(in crate::check) static ORDER: Rule = Rule::error("khop/thu-tu-ngay")
    .text(
        "Ngày họp không sau ngày ký trích biên bản, tờ trình; ngày ký trích biên bản, báo cáo thành tích không sau ngày ký tờ trình; ngày ký các văn bản không sau ngày nhận hồ sơ; ngày họp xét không sau ngày ký tờ trình, thông báo kết quả và quyết định khen thưởng, ngày ký tờ trình không sau ngày ký quyết định khen thưởng; danh sách trích ngang không sau cuộc họp cuối, danh sách ký nhận không trước quyết định; hạn nêu trong công văn không trước ngày ký.",
        "đối chiếu lại ngày ghi trên các văn bản",
    )
    .example("bien_ban: {ngay: 2021-05-20}\nto_trinh: {ngay: 2021-05-18}");
pub(in crate::check) static HOURS: Rule = Rule::error("khop/gio-hop")
    .text("Giờ kết thúc cuộc họp phải sau giờ bắt đầu.", "đối chiếu lại giờ ghi trong biên bản")
    .example("bien_ban: {bat_dau: \"09:15\", ket_thuc: \"08:00\"}");

pub(super) fn order(scope: &UnitScope, out: &mut Sink) {
    let mut late = |earlier: (&str, &Date), later: (&str, &Date), paper: String| {
        // A day of another age is reported by itself; what stands before or after it, nobody can tell.
        let far = [earlier.1, later.1].iter().any(|day| campaign::is_far(day.value, scope.all.campaign));
        if !far && earlier.1.value > later.1.value {
            let message = format!(
                "ngày {} ({}) sau ngày {} ({})",
                earlier.0,
                words::day(earlier.1.value),
                later.0,
                words::day(later.1.value)
            );
            out.say(Some(earlier.1.at), message).paper(paper);
        }
    };
    let met: Vec<&Date> = scope.papers().filter_map(|(_, p)| p.minutes.get()?.date.get()).collect();
    for (filed, paper) in scope.papers() {
        let Some(day) = paper.date.get() else { continue };
        let name = kind_name(scope, filed);
        if let Some(own) = paper.minutes.get().and_then(|m| m.date.get()) {
            late(("họp", own), (&format!("ký {name}"), day), filed.name());
        }
        if proposals(scope).any(|(f, _)| f.name() == filed.name()) {
            for meeting in &met {
                late(("họp", meeting), (&format!("ký {name}"), day), filed.name());
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
                let proposal = kind_name(scope, proposal);
                late((&format!("ký {name}"), day), (&format!("ký {proposal}"), signed), filed.name());
            }
        }
        if let Some(received) = receipt_of(scope, &filed.kind.text) {
            late((&format!("ký {name}"), day), ("nhận hồ sơ", received), filed.name());
        }
    }
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
    ((ends.hour, ends.minute) <= (begins.hour, begins.minute)).then(|| {
        let message = format!(
            "cuộc họp kết thúc lúc {:02}:{:02}, không sau giờ bắt đầu ({:02}:{:02})",
            ends.hour, ends.minute, begins.hour, begins.minute
        );
        (ends.at, message)
    })
}
