//! Conditions of the required set (`khi`): their words are words of the campaign.

use crate::check::codes::{self, Slip};
use crate::check::property::property;
use crate::check::{Scope, Sink};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::{Campaign, Part, Test, When};
use crate::record::decode::{List, choices};
use crate::record::evidence::EVIDENCE;
use crate::record::nearest::nearest;
use crate::record::scalar::Text;

pub(super) static CONDITION: Rule = Rule::error("phong-trao/dieu-kien")
    .blocking(Blocks::List)
    .text(
        "Điều kiện của một thành phần hồ sơ chỉ được nêu loại minh chứng, hình thức khen thưởng, đối tượng, loại đơn vị mà phong trào đã khai.",
        "sửa lại từ ghi ở `khi` theo một trong các từ được nêu",
    )
    .example("khi: dua_vao_sang_kiem");

/// Something a condition says that the campaign does not know.
struct Stray {
    word: String,
    at: At,
    message: String,
    help: Option<String>,
}

/// Whether every word of a condition is known; only then can it be told whom the part concerns.
pub fn is_known(when: &When, campaign: &Campaign) -> bool {
    strays(when, campaign).is_empty()
}

pub(super) fn conditions(scope: &Scope, out: &mut Sink) {
    let slips = [&scope.slips.unit_kinds[..], &scope.slips.awards, &scope.slips.evidence].concat();
    for part in scope.campaign.required_set.iter() {
        judge(part, scope, &slips, out);
    }
}

fn judge(part: &Part, scope: &Scope, slips: &[Slip], out: &mut Sink) {
    let strays = part.when.get().into_iter().flat_map(|when| strays(when, scope.campaign));
    // What is misspelt where it is declared is said there.
    for stray in strays.filter(|stray| !codes::explains(slips, &stray.word)) {
        out.say(Some(stray.at), stray.message).with(|finding| finding.help = stray.help);
    }
    for inner in part.one_of.iter().chain(part.parts.iter()) {
        judge(inner, scope, slips, out);
    }
}

fn strays(when: &When, campaign: &Campaign) -> Vec<Stray> {
    // The short form `dua_vao_X` stands where its only word stands.
    let prefix = if when.evidence.at == when.at { "dua_vao_" } else { "" };
    let words = |key| property(key).map_or_else(Vec::new, |property| property.words(campaign));
    let mut found = Vec::new();
    let mut look = |list: &List<Text>, what: &str, prefix: &str, known: &[&str]| {
        // Nothing known means that the campaign's own list is at fault, which is said there.
        let unknown = list.iter().filter(|word| !known.is_empty() && !known.contains(&word.value.as_str()));
        found.extend(unknown.map(|word| stray(word, what, prefix, known)));
        if let Some(at) = list.at.filter(|_| list.items.is_empty() && !list.faulty) {
            let message = format!("điều kiện không nêu {what} nào");
            found.push(Stray {
                word: String::new(),
                at,
                message,
                help: Some("ghi các từ áp dụng, hoặc bỏ khóa này".into()),
            });
        }
    };
    look(&when.evidence, "loại minh chứng", prefix, &evidence(campaign));
    look(&when.awards, "hình thức khen thưởng", "", &words("hinh_thuc"));
    look(&when.nominee_kinds, "đối tượng", "", &words("loai"));
    look(&when.unit_kinds, "loại đơn vị", "", &words("loai_don_vi"));
    found
}

fn stray(word: &Text, what: &str, prefix: &str, known: &[&str]) -> Stray {
    let near = nearest(word, known.iter().copied()).map(|near| format!("{prefix}{near}"));
    let all: Vec<String> = known.iter().map(|known| format!("{prefix}{known}")).collect();
    let all: Vec<&str> = all.iter().map(String::as_str).collect();
    Stray {
        word: word.value.clone(),
        at: word.at,
        message: format!("điều kiện `{prefix}{}` nêu {what} mà phong trào chưa khai", word.value),
        help: choices(near.as_deref(), "các từ dùng được", &all),
    }
}

/// Kinds of evidence: built-in ones, those that the campaign declares or its criteria accept, and those that `ten_goi`
/// puts into words.
fn evidence(campaign: &Campaign) -> Vec<&str> {
    let declared = campaign.evidence_kinds.iter().map(|(name, _)| name.text.as_str());
    let accepted = campaign.criteria.iter().filter(|c| c.test == Test::Evidence).flat_map(|c| c.kinds.iter());
    let mut known = EVIDENCE.to_vec();
    let named = campaign.labels.iter().map(|(name, _)| name.text.as_str());
    for word in declared.chain(accepted.map(|kind| kind.value.as_str())).chain(named) {
        if !known.contains(&word) {
            known.push(word);
        }
    }
    known
}
