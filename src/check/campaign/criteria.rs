//! Criteria: each says all that its kind of test needs.

use std::collections::BTreeSet;

use super::conditions::EVIDENCE;
use crate::check::{Scope, Sink};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::{Campaign, Criterion, Test};
use crate::record::decode::{List, Slot};
use crate::record::nearest::nearest;
use crate::record::scalar::Text;

pub(super) static INCOMPLETE: Rule = Rule::error("phong-trao/tieu-chi")
    .blocking(Blocks::List)
    .text(
        "Mỗi tiêu chuẩn phải ghi đủ điều mà kiểu kiểm tra của nó cần; chưa đủ thì tiêu chuẩn ấy không được xét.",
        "ghi thêm hoặc sửa lại khóa được nêu trong tiêu chuẩn này",
    )
    .example("tieu_chi: [{ma: R-06, kieu: de_muc}]   # chưa ghi de_muc");

pub(super) static CODE_TWICE: Rule = Rule::error("phong-trao/trung-tieu-chuan")
    .blocking(Blocks::List)
    .text("Mỗi tiêu chuẩn của phong trào có mã riêng.", "đặt lại mã cho một trong hai, hoặc xóa mục lặp lại")
    .example("tieu_chi: [{ma: C-2, …}, {ma: C-2, …}]");

pub(super) fn code_twice(scope: &Scope, out: &mut Sink) {
    let mut seen = BTreeSet::new();
    for code in scope.campaign.criteria.iter().map(|criterion| &criterion.code) {
        if !seen.insert(&code.value) {
            out.say(Some(code.at), format!("mã `{}` dùng cho hai tiêu chuẩn", code.value));
        }
    }
}

/// What a criterion of kind `thuoc` can look at, besides gradings.
const KEYS: [&str; 3] = ["doi_tuong", "hinh_thuc", "loai_don_vi"];

/// Whether a criterion says enough to be judged; where it does not, that is said at the criterion alone.
pub fn is_judgeable(criterion: &Criterion, campaign: &Campaign) -> bool {
    fault(criterion, campaign).is_none()
}

pub(super) fn incomplete(scope: &Scope, out: &mut Sink) {
    for criterion in scope.campaign.criteria.iter() {
        if let Some((at, why)) = fault(criterion, scope.campaign) {
            let message = format!("tiêu chuẩn {} (kiểu `{}`) {why}", criterion.code.value, criterion.test.word());
            out.say(Some(at), message).clause(criterion.clause.get().map(|c| c.value.as_str()));
        }
    }
}

fn fault(criterion: &Criterion, campaign: &Campaign) -> Option<(At, String)> {
    let text =
        |slot: &Slot<Text>, key: &str, what: &str| slot.is_absent().then(|| format!("chưa ghi {what} (`{key}`)"));
    let list = |list: &List<Text>, key: &str, what: &str| {
        (list.items.is_empty() && !list.faulty).then(|| format!("chưa ghi {what} (`{key}`)"))
    };
    let key = |what| text(&criterion.key, "khoa", what);
    let lacks = match criterion.test {
        Test::Grade => {
            key("thang xếp loại được xét").or_else(|| text(&criterion.minimum, "toi_thieu", "mức tối thiểu"))
        }
        Test::Evidence => list(&criterion.kinds, "loai", "loại minh chứng được chấp nhận"),
        Test::EmptyList => key("danh sách được xét"),
        Test::Within => {
            key("khóa dữ liệu được xét").or_else(|| list(&criterion.allowed, "cho_phep", "các giá trị được chấp nhận"))
        }
        Test::Declared => key("điều phải khai"),
        Test::Section => text(&criterion.section, "de_muc", "đề mục phải có trong báo cáo"),
        Test::Tasks | Test::Judgement => None,
    };
    if let Some(why) = lacks {
        return Some((criterion.at, why));
    }
    match criterion.test {
        Test::Evidence if criterion.at_least.get().is_some_and(|count| count.value == 0) => {
            let at = criterion.at_least.get().map_or(criterion.at, |count| count.at);
            Some((at, "ghi `it_nhat: 0`, nên không đòi minh chứng nào".into()))
        }
        Test::EmptyList => {
            let other = criterion.key.get().filter(|key| key.value != "ky_luat")?;
            Some((other.at, format!("xét danh sách `{}`, bản ghi chỉ có danh sách `ky_luat`", other.value)))
        }
        Test::Within => misspelt(criterion.key.get()?, &KEYS, campaign),
        Test::Evidence => criterion.kinds.iter().find_map(|kind| misspelt(kind, &EVIDENCE, campaign)),
        _ => None,
    }
}

/// A word that is nearly one that the program knows, and none that the campaign has explained or graded by.
fn misspelt(word: &Text, known: &[&str], campaign: &Campaign) -> Option<(At, String)> {
    let own = campaign.labels.get(word).is_some() || campaign.scales.get(word).is_some();
    let near = nearest(word, known.iter().copied()).filter(|near| *near != word.value && !own)?;
    Some((word.at, format!("ghi `{}`, có lẽ là `{near}`", word.value)))
}
