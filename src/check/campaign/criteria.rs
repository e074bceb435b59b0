//! Criteria: each says all that its kind of test needs.

use std::collections::BTreeSet;

use crate::check::property::{self, PROPERTIES, property};
use crate::check::{Scope, Sink, codes, words};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::{Campaign, Criterion, Test};
use crate::record::decode::{List, Slot, choices};
use crate::record::evidence::EVIDENCE;
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

/// Why a criterion cannot be judged.
struct Fault {
    at: At,
    why: String,
    help: Option<String>,
    /// The word that is at fault.
    word: Option<String>,
}

/// Whether a criterion says enough to be judged; where it does not, that is said at the criterion alone.
pub fn is_judgeable(criterion: &Criterion, campaign: &Campaign) -> bool {
    fault(criterion, campaign).is_none()
}

pub(super) fn incomplete(scope: &Scope, out: &mut Sink) {
    let slips = &scope.slips;
    // A kind of unit or of evidence, an award or a scale that is misspelt where it is declared is said there.
    let declared = [&slips.unit_kinds[..], &slips.awards, &slips.scales, &slips.evidence].concat();
    let explained = |fault: &Fault| fault.word.as_ref().is_some_and(|word| codes::explains(&declared, word));
    for criterion in scope.campaign.criteria.iter() {
        if let Some(Fault { at, why, help, .. }) = fault(criterion, scope.campaign).filter(|fault| !explained(fault)) {
            let message = format!("{} {why}", named(criterion));
            let said = out.say(Some(at), message).clause(criterion.clause.get().map(|c| c.value.as_str()));
            if let Some(help) = help {
                said.help(help);
            }
        }
    }
    for (criterion, slip) in &slips.accepted {
        let message = format!(
            "{} chấp nhận `{}`, không ai khai như vậy, trong khi `{}`, viết gần giống, được khai ở {} chỗ",
            named(criterion),
            slip.declared,
            slip.used,
            words::count(slip.times)
        );
        let help = format!(
            "sửa thành `{}`, nếu đúng ý; nếu là hai giá trị khác nhau thì đặt tên cho `{}` ở `ten_goi`",
            slip.used, slip.declared
        );
        out.say(Some(slip.at), message).help(help).clause(criterion.clause.get().map(|c| c.value.as_str()));
    }
    for slip in slips.evidence.iter().filter(|_| !scope.campaign.evidence_kinds.faulty) {
        out.say(Some(slip.at), slip.message("loại minh chứng")).help(slip.help());
    }
}

fn named(criterion: &Criterion) -> String {
    format!("tiêu chuẩn {} (kiểu `{}`)", criterion.code.value, criterion.test.word())
}

fn fault(criterion: &Criterion, campaign: &Campaign) -> Option<Fault> {
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
        return Some(Fault { at: criterion.at, why, help: None, word: None });
    }
    match criterion.test {
        Test::Evidence if criterion.at_least.get().is_some_and(|count| count.value == 0) => {
            let at = criterion.at_least.get().map_or(criterion.at, |count| count.at);
            let why = "ghi `it_nhat: 0`, nên không đòi minh chứng nào".to_owned();
            Some(Fault { at, why, help: None, word: None })
        }
        Test::EmptyList => {
            let other = criterion.key.get().filter(|key| key.value != "ky_luat")?;
            let why = format!("xét danh sách `{}`, bản ghi chỉ có danh sách `ky_luat`", other.value);
            Some(Fault { at: other.at, why, help: None, word: None })
        }
        Test::Within => {
            let key = criterion.key.get()?;
            unknown_key(key, campaign).or_else(|| {
                let known = property(key).map_or_else(|| property::steps(campaign, key), |own| own.words(campaign));
                criterion.allowed.iter().find_map(|word| unknown_word(key, word, &known))
            })
        }
        Test::Evidence => criterion.kinds.iter().find_map(|kind| misspelt(kind, campaign)),
        _ => None,
    }
}

/// A key that neither the records have nor a scale or `ten_goi` of the campaign explains.
fn unknown_key(key: &Text, campaign: &Campaign) -> Option<Fault> {
    let own = campaign.labels.get(key).is_some() || campaign.scales.faulty || campaign.scales.get(key).is_some();
    if own || property(key).is_some() {
        return None;
    }
    let scales = campaign.scales.iter().map(|(name, _)| name.text.as_str());
    let mut known: Vec<&str> = PROPERTIES.iter().map(|property| property.key).collect();
    known.extend(scales.filter(|scale| property(scale).is_none()));
    let why =
        format!("xét khóa `{}`, không phải khóa nào của người được đề nghị hay thang xếp loại nào đã khai", key.value);
    let help = choices(nearest(key, known.iter().copied()), "các khóa dùng được", &known);
    Some(Fault { at: key.at, why, help, word: Some(key.value.clone()) })
}

/// A value that cannot be written under the key, where what can be is a closed list.
fn unknown_word(key: &Text, word: &Text, known: &[&str]) -> Option<Fault> {
    if known.is_empty() || known.contains(&word.value.as_str()) {
        return None;
    }
    let why = format!("chấp nhận `{}`, không phải giá trị nào của khóa `{}`", word.value, key.value);
    let help = choices(nearest(word, known.iter().copied()), "các giá trị ghi được", known);
    Some(Fault { at: word.at, why, help, word: Some(word.value.clone()) })
}

/// A kind of evidence that is nearly a declared one, and none that the campaign has named or graded by.
fn misspelt(kind: &Text, campaign: &Campaign) -> Option<Fault> {
    let declared = campaign.evidence_kinds.iter().map(|(name, _)| name.text.as_str());
    let near = nearest(kind, EVIDENCE.into_iter().chain(declared)).filter(|near| *near != kind.value)?;
    let own = campaign.labels.get(kind).is_some() || campaign.scales.get(kind).is_some();
    let why = format!("ghi `{}`, có lẽ là `{near}`", kind.value);
    (!own).then(|| Fault {
        at: kind.at,
        why,
        help: Some(format!("sửa thành `{near}`, nếu đúng ý")),
        word: Some(kind.value.clone()),
    })
}
