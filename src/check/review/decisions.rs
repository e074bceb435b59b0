//! Decisions: each grants what a meeting chose, after the meeting, under a number of its own.

use super::{
    choose, chosen, decisions as all, followed, is_incomplete, may_be_for, meeting_name, money, results, sittings,
};
use crate::check::{Scope, Sink, dossier, words};
use crate::finding::{Blocks, Rule};
use crate::record::kind::Issuer;
use crate::record::review::{Decision, Sitting};
use crate::record::text::fold;

pub(super) static DECISION: Rule = Rule::error("khop/quyet-dinh")
    .blocking(Blocks::List)
    .text(
        "Mỗi quyết định khen thưởng nêu một cuộc họp xét và một hình thức mà cuộc họp ấy đã chọn, thuộc thẩm quyền của cơ quan quyết định; mỗi hình thức của một cuộc họp có một quyết định.",
        "sửa `hop`, `hinh_thuc` của quyết định, hoặc bỏ quyết định thừa",
    )
    .example("quyet_dinh: [{hop: dot-1, hinh_thuc: giay_khen}]   # cuộc họp dot-1 không chọn ai tặng Giấy khen");

pub(super) static ARTICLE: Rule = Rule::warning("khop/nhu-dieu")
    .text(
        "Nơi nhận “Như Điều …” của quyết định là điều giao thi hành, điều cuối: Điều 3 khi kèm tiền thưởng, Điều 2 khi không (chỉ xét mẫu quyết định của chương trình).",
        "ghi số của điều nêu những người chịu trách nhiệm thi hành, là điều cuối",
    )
    .example("quyet_dinh: [{…, noi_nhan: [Như Điều 5, \"Lưu: VT\"]}]");

/// The template that comes with the program.
const OWN_TEMPLATE: &str = "qd_khen_thuong";

pub(super) fn articles(scope: &Scope, out: &mut Sink) {
    let own = scope.loaded.kinds.iter().any(|kind| kind.is_decision() && kind.template == OWN_TEMPLATE);
    // What could not be read may be the money, or those it goes to.
    for decision in all(scope).filter(|_| own && !scope.campaign.money.is_faulty()) {
        let Some(sitting) = followed(scope, decision) else { continue };
        let honoured = chosen(scope, sitting, &decision.award);
        if honoured.is_empty() || is_incomplete(scope, sitting, |one| may_be_for(scope, one, &decision.award)) {
            continue;
        }
        let last = if money::is_granted(scope.campaign, &decision.award, &honoured) { 3 } else { 2 };
        for recipient in decision.recipients.iter() {
            let folded = fold(recipient);
            let number = folded.strip_prefix("nhu dieu ").and_then(|rest| rest.trim().parse::<u32>().ok());
            if let Some(number) = number.filter(|number| *number != last) {
                let message = format!(
                    "nơi nhận ghi “Như Điều {number}”, trong khi điều giao thi hành của quyết định này là Điều {last}"
                );
                out.say(Some(recipient.at), message).help(format!("sửa thành “Như Điều {last}”"));
            }
        }
    }
}

pub(super) fn decisions(scope: &Scope, out: &mut Sink) {
    let mut seen = Vec::new();
    for decision in all(scope) {
        let key = (decision.award.value.as_str(), decision.sitting.value.as_str());
        if unknown(scope, decision, out) || above(scope, decision, out) {
            continue;
        }
        if seen.contains(&key) {
            let of = followed(scope, decision)
                .map_or_else(String::new, |sitting| format!(" theo {}", meeting_name(sitting)));
            let award = words::label(scope.campaign, &decision.award);
            out.say(Some(decision.award.at), format!("có hai quyết định tặng {award}{of}"))
                .help("giữ một quyết định; quyết định thay thế thì ghi `thay_the`, và bỏ quyết định bị thay thế");
        } else if let Some(sitting) = followed(scope, decision) {
            nobody(scope, decision, sitting, out);
        }
        seen.push(key);
    }
}

/// Says what a decision names that there is not; true where it named such a thing.
fn unknown(scope: &Scope, decision: &Decision, out: &mut Sink) -> bool {
    let stray_award = results::is_unknown(scope, &decision.award);
    if stray_award {
        let message = format!("`{}` không phải là hình thức khen thưởng của phong trào", decision.award.value);
        let known = dossier::awards(scope.campaign);
        choose(out.say(Some(decision.award.at), message), &decision.award, "các hình thức đã khai", &known);
    }
    // A meeting that could not be read may be the one.
    let unread = scope.loaded.review.as_ref().is_some_and(|review| review.head.meetings.faulty);
    let stray_meeting = !unread && followed(scope, decision).is_none();
    if stray_meeting {
        let known: Vec<&str> = sittings(scope).map(|sitting| sitting.code.as_str()).collect();
        let message = format!("không có cuộc họp nào mang mã `{}`", decision.sitting.value);
        choose(out.say(Some(decision.sitting.at), message), &decision.sitting, "các cuộc họp đã ghi", &known);
    }
    stray_award || stray_meeting
}

/// Says that an award is not the deciding body's to grant; true where it is not.
fn above(scope: &Scope, decision: &Decision, out: &mut Sink) -> bool {
    let own = scope.campaign.authority().filter(|_| !scope.campaign.agencies.faulty);
    let of = scope.campaign.awards.get(&decision.award).and_then(|award| award.of.get());
    let Some((own, of)) = own.zip(of) else { return false };
    let is_above = words::is_above(&of.value, std::slice::from_ref(&own.name.value));
    if is_above {
        let award = words::label(scope.campaign, &decision.award);
        let message = format!("{award} do {} tặng, không thuộc thẩm quyền của {}", of.value, own.name.value);
        out.say(Some(decision.award.at), message)
            .help("bỏ quyết định này (đã có tờ trình cấp trên), hoặc sửa `cua` của hình thức ấy ở phong-trao.yaml");
    }
    is_above
}

fn nobody(scope: &Scope, decision: &Decision, sitting: &Sitting, out: &mut Sink) {
    let award = decision.award.value.as_str();
    let is_chosen = sitting.outcomes.iter().filter_map(|outcome| outcome.chosen_for()).any(|own| own.value == award);
    let may_be = sitting.outcomes.iter().any(|outcome| results::may_mean(scope, outcome, award));
    if is_chosen || may_be || sitting.outcomes.faulty {
        return;
    }
    let message = format!("{} không chọn ai để tặng {}", meeting_name(sitting), words::label(scope.campaign, award));
    out.say(Some(decision.award.at), message);
}

pub(super) fn no_signer(scope: &Scope, out: &mut Sink) {
    for (filed, paper) in scope.loaded.common_papers().filter_map(|filed| Some((filed, filed.paper.get()?))) {
        let kind = scope.loaded.kinds.get(&filed.kind.text).filter(|kind| kind.issuer == Issuer::Office);
        let Some((kind, number)) = kind.zip(paper.number.get()).filter(|_| paper.signer.is_absent()) else { continue };
        if kind.body(scope.campaign).is_some_and(|office| office.signer.is_absent()) {
            out.say(Some(number.at), format!("{} số {number} chưa ghi người ký", words::lower_first(&kind.name)))
                .paper(filed.name())
                .help("ghi `nguoi_ky: {chuc_vu, ho_ten}` ở văn bản này, hoặc ở cơ quan thường trực trong `co_quan`");
        }
    }
    // The authority's own signer stands where a decision names none.
    if scope.campaign.agencies.faulty || scope.campaign.authority().is_some_and(|body| !body.signer.is_absent()) {
        return;
    }
    for decision in all(scope).filter(|decision| decision.signer.is_absent()) {
        if let Some(number) = decision.number.get() {
            out.say(Some(decision.at), format!("quyết định khen thưởng số {number} chưa ghi người ký"));
        }
    }
}
