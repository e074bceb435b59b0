//! What words of the record are called (`ten_goi`): a word that stands there must be one that the record uses, and one
//! that papers print must be called something.

use std::collections::BTreeSet;

use crate::check::{Scope, Sink, words};
use crate::finding::Rule;
use crate::record::nearest::nearest;
use crate::record::scalar::Text;

pub(super) static LABEL: Rule = Rule::warning("phong-trao/ten-goi")
    .text(
        "Từ ghi ở `ten_goi` phải là từ dùng trong bản ghi; viết sai thì văn bản in từ ấy theo cách gọi mặc định.",
        "sửa lại từ ghi ở `ten_goi` theo từ được dùng",
    )
    .example("ten_goi: {xep_loai_nm: xếp loại chất lượng năm 2020}");

pub(super) static UNNAMED: Rule = Rule::warning("phong-trao/thieu-ten-goi")
    .text(
        "Bậc của thang xếp loại in ra văn bản theo cách gọi ghi ở `ten_goi`; không ghi thì văn bản in mã không dấu.",
        "ghi cách gọi của các bậc ấy vào `ten_goi`",
    )
    .example(
        "thang_xep_loai: {gia_dinh_van_hoa: [tieu_bieu, dat]}   # chưa có ten_goi: {tieu_bieu: tiêu biểu, dat: đạt}",
    );

pub(super) fn labels(scope: &Scope, out: &mut Sink) {
    let labels = &scope.campaign.labels;
    if labels.items.is_empty() {
        return;
    }
    let used = used(scope);
    // A word that is called something already is not what another was meant for.
    let nameless = || used.iter().copied().filter(|word| labels.get(word).is_none());
    for (name, _) in labels.iter().filter(|(name, _)| !used.contains(name.text.as_str())) {
        if words::common(&name.text).is_some() {
            continue;
        }
        if let Some(near) = nearest(&name.text, nameless()) {
            out.say(Some(name.at), format!("`{}` có cách gọi nhưng không được dùng ở đâu", name.text))
                .help(format!("sửa thành `{near}`, nếu đúng ý"));
        }
    }
}

/// Every word of the campaign's and the units' records that findings or papers may put into words.
fn used<'a>(scope: &'a Scope) -> BTreeSet<&'a str> {
    let campaign = scope.campaign;
    let mut used: BTreeSet<&str> = BTreeSet::from(["xep_loai_nam"]);
    for (scale, steps) in campaign.scales.iter() {
        used.insert(&scale.text);
        used.extend(steps.iter().map(|step| step.value.as_str()));
    }
    used.extend(campaign.evidence_kinds.iter().map(|(name, _)| name.text.as_str()));
    used.extend(campaign.awards.iter().map(|(name, _)| name.text.as_str()));
    used.extend(campaign.unit_kinds.iter().map(|(name, _)| name.text.as_str()));
    for criterion in campaign.criteria.iter() {
        used.extend(criterion.key.get().map(|key| key.value.as_str()));
        used.extend(criterion.allowed.iter().chain(criterion.kinds.iter()).map(|word| word.value.as_str()));
    }
    for nominee in scope.loaded.known_units().flat_map(|u| u.head.nominees.iter()) {
        let texts = [&nominee.staff, &nominee.award, &nominee.fallback, &nominee.yearly_grade, &nominee.relation];
        used.extend(texts.into_iter().filter_map(|slot| slot.get()).map(|word| word.value.as_str()));
        used.extend(nominee.evidence.iter().map(|evidence| evidence.kind.value.as_str()));
        used.extend(nominee.grades.iter().flat_map(|(key, grade)| [key.text.as_str(), grade.value.as_str()]));
    }
    used
}

/// Once for each scale. Where a step, or what it is called, is misspelt, that is said instead.
pub(super) fn unnamed(scope: &Scope, out: &mut Sink) {
    let campaign = scope.campaign;
    if campaign.labels.faulty {
        return;
    }
    let used = used(scope);
    let unused = || campaign.labels.iter().map(|(name, _)| name.text.as_str()).filter(|label| !used.contains(label));
    let is_slip = |word: &str| {
        let known = unused().chain(words::COMMON.iter().map(|(common, _)| *common));
        scope.slips.steps.iter().any(|(_, slip)| slip.declared == word) || nearest(word, known).is_some()
    };
    for (scale, steps) in campaign.scales.iter() {
        let new = steps.iter().filter(|step| is_code(&step.value) && words::named(campaign, &step.value).is_none());
        let new: Vec<&Text> = new.filter(|step| !is_slip(&step.value)).collect();
        let Some(first) = new.first() else { continue };
        let named: Vec<String> = new.iter().map(|step| format!("`{}`", step.value)).collect();
        let printed = words::label(campaign, &first.value);
        let message = format!(
            "thang xếp loại `{}` có {} chưa có cách gọi; văn bản sẽ in “{printed}”",
            scale.text,
            named.join(", ")
        );
        let entries: Vec<String> = new.iter().map(|step| format!("{}: …", step.value)).collect();
        out.say(Some(first.at), message).help(format!("ghi `ten_goi: {{{}}}`, có dấu như cần in", entries.join(", ")));
    }
}

/// Whether a word is one of the record's own, without accents, and not text as it is printed.
fn is_code(word: &str) -> bool {
    let letters = word.chars().filter(char::is_ascii_lowercase).count();
    letters > 0 && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
