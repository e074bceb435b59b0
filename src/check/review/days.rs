//! The days of a round: no paper before what it follows from.

use super::events::event_of;
use super::{decisions, followed, meeting_name, sitting_of, sittings};
use crate::check::agreement::days::{Event, What, held, late, signing};
use crate::check::{Scope, Sink, words};
use crate::finding::{Blocks, Rule};
use crate::record::kind::{Block, Issuer, Kind};
use crate::record::paper::{Filed, Paper};
use crate::record::review::Decision;

pub(super) static DRAFT: Rule = Rule::warning("khop/quyet-dinh-du-thao")
    .text(
        "Quyết định khen thưởng có đủ số và ngày ký; thiếu thì còn là dự thảo, giấy khen và danh sách ký nhận in theo quyết định ấy còn để trống.",
        "ghi `so`, `ngay` theo quyết định đã ký; chưa ký thì chưa in giấy khen lên phôi",
    )
    .example("quyet_dinh: [{hinh_thuc: giay_khen, hop: dot-1, so: 1215}]   # không có ngay");

pub(super) fn draft(scope: &Scope, out: &mut Sink) {
    for decision in decisions(scope) {
        let lacks = match (decision.number.is_absent(), decision.date.is_absent()) {
            (false, false) => continue,
            (true, true) => "số, ngày ký",
            (true, false) => "số",
            (false, true) => "ngày ký",
        };
        let sitting = followed(scope, decision);
        let of = sitting.map_or_else(String::new, |sitting| format!(" theo {}", meeting_name(sitting)));
        let award = words::label(scope.campaign, &decision.award);
        let message = format!(
            "quyết định tặng {award}{of} chưa ghi {lacks}, nên giấy khen, danh sách ký nhận lập theo còn để trống {lacks}"
        );
        out.say(Some(decision.award.at), message);
    }
}

pub(super) fn order(scope: &Scope, out: &mut Sink) {
    for decision in decisions(scope) {
        let met = followed(scope, decision).and_then(|sitting| sitting.date.get());
        let Some((met, signed)) = met.zip(decision.date.get()) else { continue };
        if let Some(message) = late(scope, held(met), signing("quyết định khen thưởng", signed)) {
            out.say(Some(signed.at), message).blocking(Blocks::List);
        }
    }
    for filed in scope.loaded.common_papers() {
        let kind = scope.loaded.kinds.get(&filed.kind.text);
        let Some((kind, paper)) = kind.zip(filed.paper.get()) else { continue };
        let Some(day) = paper.date.get() else { continue };
        let own = signing(&kind.name, day);
        let before = before(scope, kind, filed).into_iter().map(|earlier| (earlier, own));
        let after = after(scope, kind, filed, paper).into_iter().map(|later| (own, later));
        if let Some(message) = before.chain(after).find_map(|(earlier, later)| late(scope, earlier, later)) {
            out.say(Some(day.at), message).paper(filed.name());
        }
    }
}

/// What must have been before a common paper: the meeting whose results it carries, the decision that grants the money,
/// the last of all decisions before what closes the campaign.
fn before<'a>(scope: &Scope<'a>, kind: &Kind, filed: &Filed) -> Vec<Event<'a>> {
    let has = |block| kind.blocks.contains(&block);
    let results = has(Block::Submitted) || has(Block::SubmittedUp) || has(Block::Sitting);
    if results && kind.issuer != Issuer::Committee {
        return sitting_of(scope, filed).and_then(|sitting| sitting.date.get()).map(held).into_iter().collect();
    }
    if has(Block::Closing) {
        let signed = decisions(scope).filter_map(|decision| decision.date.get()).max_by_key(|day| day.value);
        return signed.map(|day| signing("quyết định khen thưởng", day)).into_iter().collect();
    }
    if has(Block::Payment) {
        let signed = decided(scope, filed).into_iter().filter_map(|decision| decision.date.get());
        return signed
            .min_by_key(|day| day.value)
            .map(|day| signing("quyết định khen thưởng", day))
            .into_iter()
            .collect();
    }
    Vec::new()
}

/// What cannot have been before a common paper: the decision that a proposal asks for, the last meeting that a roll was
/// for, the first of a committee that is set up, the event that it invites to, the day until which a letter gives time.
fn after<'a>(scope: &Scope<'a>, kind: &Kind, filed: &Filed, paper: &'a Paper) -> Vec<Event<'a>> {
    let mut later: Vec<Event> = Vec::new();
    if kind.blocks.contains(&Block::Submitted) {
        // Of a decision before its meeting that is said, not that it is before the proposal as well.
        let sound = |decision: &&Decision| {
            let days = followed(scope, decision).and_then(|sitting| sitting.date.get()).zip(decision.date.get());
            days.is_some_and(|(met, signed)| met.value <= signed.value)
        };
        let decisions = decided(scope, filed).into_iter().filter(sound).filter_map(|decision| decision.date.get());
        later.extend(decisions.map(|day| signing("quyết định khen thưởng", day)));
    }
    if kind.blocks.contains(&Block::Roll) {
        let met = sittings(scope).filter_map(|sitting| sitting.date.get()).max_by_key(|day| day.value);
        later.extend(met.map(held));
    }
    if let Some((review, event)) = event_of(scope, kind, filed) {
        later.extend(review.day_of(event).get().map(|day| (What::Other("diễn ra sự kiện"), day)));
    }
    // A committee meets once it is set up.
    if kind.sets_up() {
        let met = sittings(scope).filter_map(|sitting| sitting.date.get()).min_by_key(|day| day.value);
        later.extend(met.map(held));
    }
    later.extend(paper.due.get().map(|due| (What::Other("hết hạn nêu trong văn bản"), due)));
    later
}

/// The decisions after the meeting that a common paper is about.
fn decided<'a>(scope: &Scope<'a>, filed: &Filed) -> Vec<&'a Decision> {
    let Some(sitting) = sitting_of(scope, filed) else { return Vec::new() };
    decisions(scope).filter(|decision| decision.sitting.value == sitting.code.as_str()).collect()
}
