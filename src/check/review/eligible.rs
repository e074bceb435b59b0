//! Only complete dossiers of eligible nominees are chosen, and all of them are judged; told when everything about the
//! dossiers is known.

use std::collections::HashSet;

use super::{Granted, Judged, granted, judged, likewise, meeting_name, obstacles, quotas, sittings, whom};
use crate::check::{Scope, Sink, words};
use crate::finding::{Blocks, Finding, Rule};
use crate::record::Unit;
use crate::record::review::Sitting;
use crate::record::unit::Nominee;

pub(super) static INELIGIBLE: Rule = Rule::error("khop/chua-du-dieu-kien")
    .blocking(Blocks::List)
    .text(
        "Chỉ chọn khen thưởng tập thể, cá nhân mà hồ sơ đã nộp, đầy đủ và không còn lỗi.",
        "sửa hết lỗi của hồ sơ ấy, hoặc ghi `ket_qua: khong_dat` kèm lý do",
    )
    .example("ket_qua: [{don_vi: long-thuy, de_nghi: tap-the, ket_qua: giay_khen}]   # hồ sơ còn thiếu báo cáo");
pub(super) static PUT_FORWARD: Rule = Rule::warning("khop/xet-ho-so-chua-du")
    .text(
        "Chỉ đưa ra biểu quyết tập thể, cá nhân mà hồ sơ đã nộp, đầy đủ và không còn lỗi.",
        "đối chiếu với biên bản: không đưa ra biểu quyết thì bỏ số phiếu, chỉ ghi `ket_qua: khong_dat` kèm lý do",
    )
    .example("ket_qua: [{…, dong_y: 3, khong_dong_y: 17, ket_qua: khong_dat}]   # đơn vị chưa nộp hồ sơ");
pub(super) static NO_RESULT: Rule = Rule::warning("khop/chua-co-ket-qua")
    .text(
        "Tập thể, cá nhân có hồ sơ đầy đủ nộp trước ngày họp xét thì có kết quả xét, được chọn hay không.",
        "ghi kết quả vào `ket_qua` theo biên bản họp; để lại cuộc họp sau thì giữ nguyên",
    )
    .example("ket_qua: []   # long-thuy đã nộp hồ sơ đầy đủ");

/// Names that one finding gives; the rest are counted.
const NAMED: usize = 3;

pub(super) fn ineligible(scope: &Scope, findings: &[Finding], out: &mut Sink) {
    let mut found: Vec<(Granted, String, Option<&str>)> = Vec::new();
    for one in granted(scope) {
        if let Some((why, clause)) = obstacle(&one.judged, findings) {
            found.push((one, why, clause));
        }
    }
    // One finding for a meeting, however many it chose.
    for sitting in sittings(scope) {
        let own: Vec<_> = found.iter().filter(|(one, ..)| std::ptr::eq(one.sitting, sitting)).collect();
        let Some((first, why, clause)) = own.first() else { continue };
        let message = match own.len() {
            1 => format!("{} được chọn nhưng chưa đủ điều kiện: {why}", words::upper_first(&first.judged.whom())),
            many => {
                let each = own.iter().take(NAMED).map(|(one, why, _)| format!("{}: {why}", one.judged.whom()));
                let named = each.collect::<Vec<_>>().join("; ");
                let count = words::count(many);
                format!("{count} trường hợp được chọn nhưng chưa đủ điều kiện: {named}{}", beyond(many))
            }
        };
        out.say(Some(first.award.at), message).clause(*clause);
    }
}

/// How many are not named.
fn beyond(all: usize) -> String {
    let rest = all.saturating_sub(NAMED);
    if rest == 0 { String::new() } else { format!("; và {} trường hợp khác", words::count(rest)) }
}

/// Those who were voted on and not chosen, though their dossiers should not have come so far.
pub(super) fn put_forward(scope: &Scope, findings: &[Finding], out: &mut Sink) {
    for sitting in sittings(scope) {
        let lost = judged(scope, sitting).into_iter().filter(|one| one.outcome.chosen_for().is_none());
        let voted_on = lost.filter(|one| one.outcome.in_favour.get().is_some());
        let found: Vec<_> = voted_on.filter_map(|one| Some((one, obstacle(&one, findings)?))).collect();
        let Some((first, (why, clause))) = found.first() else { continue };
        let message = format!(
            "{} được đưa ra biểu quyết khi chưa đủ điều kiện: {why}{}",
            words::upper_first(&first.whom()),
            likewise("; ", found.len(), "trường hợp")
        );
        out.say(Some(first.outcome.at), message).clause(*clause);
    }
}

/// What keeps somebody off the lists, in words that go on from the name, with the clause.
fn obstacle<'f>(one: &Judged, findings: &'f [Finding]) -> Option<(String, Option<&'f str>)> {
    let (unit, nominee) = (one.unit, one.nominee);
    // What cannot be read or printed is said where it stands; it is about the record, not about the dossier.
    let is_of_record = |finding: &&Finding| finding.rule.family() == "yaml" || finding.rule.fixed;
    let (unread, obstacles): (Vec<&Finding>, Vec<&Finding>) =
        obstacles(unit, nominee, findings).into_iter().partition(is_of_record);
    match obstacles.split_first() {
        None if unit.has_handed_in() || !unread.is_empty() => None,
        None => Some(("chưa nộp hồ sơ".to_owned(), None)),
        Some((first, rest)) => {
            let more = words::count(rest.len());
            let more = if rest.is_empty() { String::new() } else { format!("; và {more} lỗi khác") };
            let what = without_subject(&first.message, &one.whom(), &unit.short_name());
            Some((format!("{what}{more}"), first.clause_text()))
        }
    }
}

/// What a finding says of somebody, without the name that stands before it already.
fn without_subject(message: &str, whom: &str, unit: &str) -> String {
    if let Some(rest) = message.strip_prefix(&format!("Hồ sơ của {unit} ")) {
        return format!("hồ sơ {rest}");
    }
    let named = [whom, unit].into_iter().find_map(|name| message.strip_prefix(words::upper_first(name).as_str()));
    named.map_or_else(|| words::lower_first(message), |rest| rest.trim_start_matches([':', ' ']).to_owned())
}

/// Nominees of complete dossiers on whom no meeting has a result, said of the last meeting that could have judged them.
/// Where a result is not understood, it may be the one.
pub(super) fn no_result(scope: &Scope, findings: &[Finding], out: &mut Sink) {
    if quotas::is_unread(scope) {
        return;
    }
    let all = sittings(scope).flat_map(|sitting| judged(scope, sitting));
    let with_result: HashSet<*const Nominee> = all.map(|one| std::ptr::from_ref(one.nominee)).collect();
    let is_settled = |unit: &Unit, nominee: &Nominee| {
        with_result.contains(&std::ptr::from_ref(nominee)) || !obstacles(unit, nominee, findings).is_empty()
    };
    let units = scope.loaded.known_units();
    let mut left: Vec<(&Sitting, String)> = Vec::new();
    for unit in units {
        let Some(last) = unit.head.receipts.iter().filter_map(|r| Some(r.date.get()?.value)).max() else { continue };
        // A meeting whose results are not there yet is one to come.
        let could = |s: &&Sitting| s.outcomes.at.is_some() && s.date.get().is_some_and(|day| day.value >= last);
        let Some(sitting) = sittings(scope).filter(could).last() else { continue };
        let nominees = unit.proposed().filter(|nominee| !is_settled(unit, nominee));
        left.extend(nominees.map(|nominee| (sitting, whom(unit, nominee))));
    }
    for sitting in sittings(scope) {
        let own: Vec<&str> =
            left.iter().filter(|(of, _)| std::ptr::eq(*of, sitting)).map(|(_, who)| who.as_str()).collect();
        if own.is_empty() {
            continue;
        }
        let named = own.iter().take(NAMED).copied().collect::<Vec<_>>().join("; ");
        let message = format!("{} chưa ghi kết quả xét đối với {named}{}", meeting_name(sitting), beyond(own.len()));
        out.say(sitting.outcomes.at, message);
    }
}
