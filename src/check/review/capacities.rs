//! In what capacity the office's own papers are signed.

use super::decisions;
use crate::check::wording::signers::capacity_fault;
use crate::check::{Scope, Sink};
use crate::finding::At;
use crate::record::paper::{Capacity, Signer};
use crate::record::review::Decision;
use crate::record::text::fold;

pub(super) fn capacities(scope: &Scope, out: &mut Sink) {
    for decision in decisions(scope) {
        let Some(signer) = decision.signer.get() else { continue };
        if let Some((why, at)) = capacity_fault(signer).or_else(|| collective_for_one(scope, decision, signer)) {
            out.say(Some(at), why);
        }
    }
    let papers = scope.loaded.review.iter().flat_map(|review| &review.papers);
    for filed in papers {
        let Some((why, at)) = filed.paper.get().and_then(|paper| capacity_fault(paper.signer.get()?)) else { continue };
        out.say(Some(at), why).paper(filed.name());
    }
    let bodies = scope.campaign.agencies.iter().filter_map(|(_, body)| body.signer.get());
    for (why, at) in bodies.filter_map(capacity_fault) {
        out.say(Some(at), why);
    }
}

/// What one person has the power to grant is not granted on behalf of a collective (Điều 80 Luật Thi đua, khen thưởng):
/// the campaign says that the chairman grants it, and the chairman signs.
fn collective_for_one(scope: &Scope, decision: &Decision, signer: &Signer) -> Option<(String, At)> {
    let of = scope.campaign.awards.get(&decision.award)?.of.get()?;
    let post = signer.for_post.get().map_or(signer.post.value.as_str(), |post| &post.value);
    let grants = fold(&of.value).starts_with(fold(post).trim_start_matches("pho "));
    let on_behalf = signer.capacities.iter().any(|capacity| *capacity == Capacity::OnBehalf);
    (grants && on_behalf).then(|| {
        let why = format!("quyết định tặng thưởng thuộc thẩm quyền của {}, không ký TM.", of.value);
        (why, signer.capacities.at.unwrap_or(signer.at))
    })
}
