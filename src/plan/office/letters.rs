//! Letters about dossiers that have not come, or not whole.

use chrono::NaiveDate;
use serde_json::{Map, Value, json};

use super::lacking_papers;
use crate::check::required;
use crate::check::{Scope, dossier, words};
use crate::finding::Finding;
use crate::plan::checklist::printable;
use crate::plan::head;
use crate::record::Unit;
use crate::record::decode::Slot;
use crate::record::kind::Kind;
use crate::record::load::RESULTS_FILE;
use crate::record::paper::Paper;
use crate::record::scalar::Date;

/// The block `chua_nop`: who had handed in nothing by the day of the paper.
///
/// A draft has no day yet: then the day that the user states counts, else whoever has not come so far.
pub(super) fn silent(scope: &Scope, paper: Option<&Paper>, by: Option<NaiveDate>) -> Option<Value> {
    let day = paper.and_then(|p| p.date.get()).map(|d| d.value).or(by);
    let by_then = |d: &Date| day.is_none_or(|by| d.value <= by);
    // Whoever writes that it proposes nobody has answered, from the day of that letter.
    let answered = |unit: &Unit| match &unit.head.proposes_nobody {
        Slot::Set(letter) => letter.date.get().is_none_or(by_then),
        Slot::Faulty => true,
        Slot::Absent => false,
    };
    let came = |unit: &Unit| answered(unit) || unit.head.receipts.iter().filter_map(|r| r.date.get()).any(by_then);
    let units =
        scope.campaign.units.iter().filter(|code| scope.loaded.unit(code.as_str()).is_none_or(|unit| !came(unit)));
    let names: Vec<String> = units
        .map(|code| printable(scope, scope.loaded.unit(code.as_str()).map_or(code.as_str(), Unit::name)))
        .collect();
    (!names.is_empty()).then(|| {
        json!({
            "so": words::count(names.len()),
            "mot": if let [one] = names.as_slice() { one } else { "" },
            "den_ngay": head::date_or_year(day, head::year(scope)),
            "don_vi": names,
            "han": dossier::common_deadline_words(scope.campaign).unwrap_or_default(),
            "bo_sung": head::date_or_blank(paper.and_then(|p| p.due.get()).map(|d| d.value)),
        })
    })
}

/// Puts those whom a paper is about first among its recipients, where its record names none but the files.
pub(super) fn lead(data: &mut Map<String, Value>, whom: &str) {
    let recipients = data.get_mut("van_ban").and_then(|head| head.get_mut("noi_nhan"));
    if let Some(recipients) = recipients.and_then(Value::as_array_mut).filter(|recipients| recipients.len() < 2) {
        recipients.insert(0, whom.into());
    }
}

/// Whom a letter goes to, where that is not written in a record: then `Nơi nhận` begins with them.
pub(in crate::plan) fn address(data: &mut Map<String, Value>, to: &Value) {
    let Some(head) = data.get_mut("van_ban").and_then(Value::as_object_mut) else { return };
    if head.get("kinh_gui").is_none_or(|stated| *stated == json!([])) {
        head.insert("kinh_gui".into(), to.clone());
        let recipients = head.get_mut("noi_nhan").and_then(Value::as_array_mut);
        if let Some(recipients) = recipients.filter(|stated| !stated.contains(&json!(head::ADDRESSED))) {
            recipients.insert(0, json!(head::ADDRESSED));
        }
    }
}

/// Whether a letter about what a dossier lacks has nothing to say.
pub(in crate::plan) fn is_needless(kind: &Kind, scope: &Scope, unit: &Unit, findings: &[Finding]) -> bool {
    let is_complete = |lacks: &Value| lacks["thieu"] == json!([]) && lacks["can_sua"] == json!([]);
    kind.asks_for_the_rest()
        && (!unit.has_handed_in()
            || !unit.head.proposes_nobody.is_absent()
            || is_complete(&lacking(scope, unit, findings, None)))
}

/// The block `con_thieu`: papers that are not there, and what else keeps the dossier off the lists.
pub(in crate::plan) fn lacking(scope: &Scope, unit: &Unit, findings: &[Finding], letter: Option<&Paper>) -> Value {
    let items = required::items(unit, scope.campaign, &scope.loaded.kinds);
    let message =
        |f: &Finding| words::upper_first(&printable(scope, &without_codes(scope, &f.message.replace('`', ""))));
    let fault = |f: &Finding| json!({"noi_dung": message(f), "dieu_khoan": f.clause_text().unwrap_or_default()});
    json!({
        "thieu": lacking_papers(&items, unit).map(|(name, clause)| json!({"ten": name, "dieu_khoan": clause})).collect::<Vec<_>>(),
        "can_sua": findings.iter().filter(|f| f.unit.as_deref() == Some(&unit.code)).filter(is_units_to_mend).map(fault).collect::<Vec<_>>(),
        "han": head::date_or_blank(letter.and_then(|letter| letter.due.get()).map(|day| day.value)),
        "ngay_nop": unit.head.receipts.iter().filter_map(|r| r.date.get()).map(|d| d.value).max().map_or_else(String::new, words::day),
    })
}

/// Whether the unit can mend it: how a record is written is the office's own matter, and so is what has been announced.
fn is_units_to_mend(finding: &&Finding) -> bool {
    let families = ["ho-so", "tieu-chuan", "khop", "van-ban"];
    let place = finding.place.as_ref().map_or("", |place| &place.path);
    let is_of_results =
        place.ends_with(RESULTS_FILE) || finding.help.as_ref().is_some_and(|help| help.contains(RESULTS_FILE));
    finding.is_error()
        && !is_of_results
        && families.contains(&finding.rule.family())
        && !std::ptr::eq(finding.rule, &raw const dossier::MISSING)
}

/// A message as a paper prints it: codes of criteria are the record's, and mean nothing to who reads the plan.
pub(super) fn without_codes(scope: &Scope, message: &str) -> String {
    let coded = |text: String, code: &str| text.replace(&format!("tiêu chuẩn {code}:"), "tiêu chuẩn:");
    scope.campaign.criteria.iter().fold(message.to_owned(), |text, criterion| coded(text, &criterion.code.value))
}
