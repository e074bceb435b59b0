//! In what capacity the office's own papers are signed, and by whom.

use super::{decisions, in_office, same_person, sittings};
use crate::check::wording::signers::{Signing, capacity_fault, is_of_body, leads, say_capacity, say_title};
use crate::check::{Scope, Sink, words};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::Agency;
use crate::record::kind::{Form, Issuer};
use crate::record::paper::{Capacity, Signer};
use crate::record::review::Decision;
use crate::record::scalar::{Date, Text};
use crate::record::unit::is_committee;

pub(super) static SIGNED_BY: Rule = Rule::warning("khop/nguoi-ky-quyet-dinh")
    .blocking(Blocks::Numbering)
    .text(
        "Quyết định khen thưởng do người có thẩm quyền (`cua` của hình thức khen thưởng) ký, hoặc cấp phó của người ấy ký KT.; người ký với một chức vụ là người mà Ban Chỉ đạo (khi có khai) ghi ở chức vụ ấy.",
        "đối chiếu với văn bản đã ký; cấp phó ký thay thì ghi `nguoi_ky: {quyen_han: [KT.], ky_thay: Chủ tịch, chuc_vu: Phó Chủ tịch, ho_ten: …}`",
    )
    .by("thẩm quyền quyết định khen thưởng mà phong trào khai")
    .example("quyet_dinh: [{hinh_thuc: giay_khen, nguoi_ky: {chuc_vu: Trưởng phòng, ho_ten: …}}]   # cua: Chủ tịch Ủy ban nhân dân …");

pub(super) fn capacities(scope: &Scope, out: &mut Sink) {
    for decision in decisions(scope) {
        let Some(signer) = decision.signer.get() else { continue };
        let told = say_capacity(signer, out).is_some();
        if let Some((why, at)) = collective_for_one(scope, decision, signer).filter(|_| !told) {
            out.say(Some(at), why).help("bỏ TM. khỏi `quyen_han` và bỏ `tap_the`");
        }
    }
    let papers = scope.loaded.common_papers();
    for filed in papers {
        let Some(signer) = filed.paper.get().and_then(|paper| paper.signer.get()) else { continue };
        if let Some(said) = say_capacity(signer, out) {
            said.paper(filed.name());
        }
    }
    for signer in scope.campaign.agencies.iter().filter_map(|(_, body)| body.signer.get()) {
        say_capacity(signer, out);
    }
}

/// Titles before the names of those who sign decisions, common papers, the minutes of a meeting and of its count, and
/// whatever names no signer of its own.
pub(super) fn titles(scope: &Scope, out: &mut Sink) {
    const HELP: &str = "bỏ học hàm, học vị, danh hiệu trước họ tên";
    let mut say = |name: Option<&Text>, who: &str, paper: Option<String>| {
        let Some(said) = name.and_then(|name| say_title(name, who, out)) else { return };
        let said = said.help(HELP);
        if let Some(paper) = paper {
            said.paper(paper);
        }
    };
    for signer in decisions(scope).filter_map(|decision| decision.signer.get()) {
        say(signer.name.get(), "người ký", None);
    }
    for filed in scope.loaded.common_papers() {
        let signer = filed.paper.get().and_then(|paper| paper.signer.get());
        say(signer.and_then(|signer| signer.name.get()), "người ký", Some(filed.name()));
    }
    for signer in scope.campaign.agencies.iter().filter_map(|(_, body)| body.signer.get()) {
        say(signer.name.get(), "người ký", None);
    }
    for sitting in sittings(scope) {
        for (name, who) in sitting.attendance.get().into_iter().flat_map(leads) {
            say(Some(name), who, None);
        }
        for counter in sitting.counters.iter() {
            say(Some(&counter.name), "người kiểm phiếu", None);
        }
    }
}

/// Who grants the award of a decision; none where that is a body as a whole, or not told.
fn granted_by<'a>(scope: &Scope<'a>, decision: &Decision) -> Option<&'a str> {
    let of = scope.campaign.awards.get(&decision.award)?.of.get()?;
    (!is_committee(&of.value)).then_some(of.value.as_str())
}

/// Whether the post that somebody signs for, his own or that of the one he stands in for, is the one that grants.
fn grants(signer: &Signer, of: &str) -> bool {
    let post = words::spelt_out(signer.for_post.get().map_or(signer.post.value.as_str(), |post| &post.value));
    words::spelt_out(of).starts_with(post.trim_start_matches("pho "))
}

/// What one person has the power to grant is not granted on behalf of a collective (Điều 80 Luật Thi đua, khen thưởng):
/// the campaign says that the chairman grants it, and the chairman signs.
fn collective_for_one(scope: &Scope, decision: &Decision, signer: &Signer) -> Option<(String, At)> {
    let of = granted_by(scope, decision).filter(|of| grants(signer, of) && signer.has(Capacity::OnBehalf))?;
    let why = format!("quyết định khen thưởng thuộc thẩm quyền của {of}, không ký TM.");
    Some((why, signer.capacities.at.unwrap_or(signer.at)))
}

pub(super) fn signed_by(scope: &Scope, out: &mut Sink) {
    // Which body is the first, nobody can tell where one of them could not be read.
    let Some(authority) = scope.campaign.authority().filter(|_| !scope.campaign.agencies.faulty) else { return };
    let mut seen = Vec::new();
    for decision in decisions(scope).filter(|decision| !decision.signer.is_faulty()) {
        let Some(signer) = decision.signer.get().or(authority.signer.get()) else { continue };
        // The authority's own signer may stand for several decisions.
        if capacity_fault(signer).is_some() || seen.contains(&signer.at) {
            continue;
        }
        seen.push(signer.at);
        if let Some((why, at)) = no_power(scope, decision, signer) {
            out.say(Some(at), why);
        } else if let Some((why, at)) = stranger(scope, authority, signer, decision.date.get()) {
            out.say(Some(at), why).help(STRANGER_HELP);
        }
    }
    for filed in scope.loaded.common_papers() {
        let body = scope.loaded.kinds.get(&filed.kind.text).and_then(|kind| kind.body(scope.campaign));
        let Some((body, paper)) = body.zip(filed.paper.get()) else { continue };
        let Some(signer) = paper.signer.get().filter(|signer| capacity_fault(signer).is_none()) else { continue };
        if let Some((why, at)) = stranger(scope, body, signer, paper.date.get()) {
            out.say(Some(at), why).help(STRANGER_HELP).paper(filed.name());
        }
    }
}

/// Why somebody cannot sign a decision.
fn no_power(scope: &Scope, decision: &Decision, signer: &Signer) -> Option<(String, At)> {
    let of = granted_by(scope, decision)?;
    let award = words::label(scope.campaign, &decision.award);
    for (capacity, word) in [(Capacity::ByOrder, "TL."), (Capacity::Authorised, "TUQ.")] {
        if signer.has(capacity) {
            let why = format!("{award} do {of} tặng, nhưng quyết định ký {word}");
            return Some((why, signer.capacities.at.unwrap_or(signer.at)));
        }
    }
    (!grants(signer, of)).then(|| {
        let why = format!("{award} do {of} tặng, nhưng quyết định do “{}” ký", signer.post.value);
        (why, signer.post.at)
    })
}

const STRANGER_HELP: &str = "sửa `ho_ten` theo văn bản đã ký; nếu đã đổi người thì ghi `den`, `tu` ở `ban_chi_dao`; cấp phó ký thay thì ghi KT.";

/// Why somebody cannot hold the post that he signs in: on that day the committee's roster names another. A roster that
/// gives a post without its body says nothing of whose it is.
fn stranger(scope: &Scope, body: &Agency, signer: &Signer, day: Option<&Date>) -> Option<(String, At)> {
    let name = signer.name.get().filter(|_| !signer.stands_in() && !scope.campaign.committee.faulty)?;
    let (short, full) =
        (words::spelt_out(&signer.post), words::spelt_out(&format!("{} {}", signer.post.value, body.name.value)));
    let holds = |post: &str| {
        let post = words::spelt_out(post);
        post.len() > short.len() && post.starts_with(&short) && full.starts_with(&post)
    };
    let members = scope.campaign.committee.iter().filter(|member| holds(&member.post));
    let mut members = members.filter(|member| in_office(member, day.map(|day| day.value)));
    let first = members.next()?;
    let is_one = same_person(&first.name, name) || members.any(|other| same_person(&other.name, name));
    (!is_one).then(|| {
        let why = format!(
            "{} ký với chức vụ {}, trong khi Ban Chỉ đạo ghi {} là {}",
            name.value, signer.post.value, first.post.value, first.name.value
        );
        (why, name.at)
    })
}

/// Common papers that are signed on behalf of a collective, or not, as the body that issues them does not sign.
pub(super) fn regimes(scope: &Scope, out: &mut Sink) {
    for filed in scope.loaded.common_papers() {
        let kind = scope.loaded.kinds.get(&filed.kind.text);
        let kind = kind.filter(|kind| is_of_body(kind) && kind.form == Form::Administrative);
        let kind = kind.filter(|kind| matches!(kind.issuer, Issuer::Office | Issuer::Authority));
        let body = kind.and_then(|kind| kind.body(scope.campaign)).filter(|_| !scope.campaign.agencies.faulty);
        let Some(body) = body else { continue };
        let Some(paper) = filed.paper.get().filter(|paper| !paper.signer.is_faulty()) else { continue };
        let parent = body.parent.get().map(|parent| parent.value.as_str());
        let signing = Signing { name: &body.name, short: &body.name, parent };
        // Where the paper names nobody the body's own signer signs; that signer may be right for its decisions.
        let own = paper.signer.get();
        let common = || body.signer.get().filter(|_| paper.number.get().is_some());
        let Some((at, why, help)) = own.or_else(common).and_then(|signer| signing.fault(signer)) else { continue };
        let said = out.say(Some(if own.is_some() { at } else { paper.at }), why).paper(filed.name());
        match own {
            Some(_) => said.help(help),
            None => said.help(format!("{help} ở `nguoi_ky` của văn bản này")),
        };
    }
}
