//! What a decision's own subject says of the award, and of how many get it.

use super::{chosen, decisions, followed, quotas};
use crate::check::{Scope, Sink, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::NomineeKind;
use crate::record::review::Decision;
use crate::record::text::fold;

pub(super) static SUBJECT: Rule = Rule::error("khop/trich-yeu-quyet-dinh")
    .blocking(Blocks::Numbering)
    .text(
        "Trích yếu ghi ở quyết định nêu đúng hình thức khen thưởng và đúng số tập thể, hộ gia đình, cá nhân mà quyết định ấy tặng.",
        "sửa `trich_yeu` của quyết định; bỏ khóa ấy thì chương trình tự đặt trích yếu",
    )
    .example("quyet_dinh: [{hinh_thuc: giay_khen, trich_yeu: Về việc tặng Bằng khen cho 05 tập thể}]");

pub(super) fn subjects(scope: &Scope, out: &mut Sink) {
    for decision in decisions(scope) {
        let Some(subject) = decision.subject.get() else { continue };
        let said = fold(subject);
        let faults = [award(scope, decision, &said), counts(scope, decision, &said)];
        for fault in faults.into_iter().flatten() {
            out.say(Some(subject.at), fault);
        }
    }
}

/// Another award named in place of the decision's own.
fn award(scope: &Scope, decision: &Decision, said: &str) -> Option<String> {
    let label = |code: &str| words::label(scope.campaign, code);
    let own = label(&decision.award.value);
    if said.contains(&fold(&own)) {
        return None;
    }
    let others = scope.campaign.awards.iter().map(|(name, _)| label(&name.text)).filter(|other| *other != own);
    let other = others.into_iter().find(|other| said.contains(&fold(other)))?;
    Some(format!("trích yếu nêu {other}, trong khi quyết định tặng {own}"))
}

/// A number before what is counted that is not that of those who get the award.
fn counts(scope: &Scope, decision: &Decision, said: &str) -> Option<String> {
    let all = chosen(scope, followed(scope, decision)?, &decision.award);
    let kinds = [NomineeKind::Collective, NomineeKind::Household, NomineeKind::Individual];
    kinds.into_iter().find_map(|kind| {
        let word = quotas::kind_name(kind);
        let (before, _) = said.split_once(&format!(" {}", fold(word)))?;
        let stated: usize = before.rsplit(' ').next()?.parse().ok()?;
        let count = all.iter().filter(|one| one.nominee.kind.get() == Some(&kind)).count();
        (stated != count).then(|| {
            let (stated, count) = (words::count(stated), words::count(count));
            format!("trích yếu nêu {stated} {word}, trong khi quyết định tặng {count} {word}")
        })
    })
}
