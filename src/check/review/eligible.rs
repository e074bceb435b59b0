//! Only complete dossiers of eligible nominees are chosen; judged when everything about the dossiers is known.

use super::{granted, obstacles};
use crate::check::{Scope, Sink, words};
use crate::finding::{Blocks, Finding, Rule};

pub(super) static INELIGIBLE: Rule = Rule::error("khop/chua-du-dieu-kien")
    .blocking(Blocks::List)
    .text(
        "Chỉ chọn khen thưởng tập thể, cá nhân mà hồ sơ đã nộp, đầy đủ và không còn lỗi.",
        "sửa hết lỗi của hồ sơ ấy, hoặc ghi `ket_qua: khong_dat` kèm lý do",
    )
    .example("ket_qua: [{don_vi: long-thuy, de_nghi: tap-the, ket_qua: giay_khen}]   # hồ sơ còn thiếu báo cáo");

pub(super) fn ineligible(scope: &Scope, findings: &[Finding], out: &mut Sink) {
    for one in granted(scope) {
        let (unit, nominee) = (one.judged.unit, one.judged.nominee);
        // What cannot be read or printed is said where it stands; it is about the record, not about the dossier.
        let is_of_record = |finding: &&Finding| finding.rule.family() == "yaml" || finding.rule.fixed;
        let (unread, obstacles): (Vec<&Finding>, Vec<&Finding>) =
            obstacles(unit, nominee, findings).into_iter().partition(is_of_record);
        let why = match obstacles.split_first() {
            None if unit.has_handed_in() || !unread.is_empty() => continue,
            None => "đơn vị chưa nộp hồ sơ".to_owned(),
            Some((first, rest)) => {
                let more = words::count(rest.len());
                let more = if rest.is_empty() { String::new() } else { format!("; và {more} lỗi khác") };
                format!("{}{more}", first.message)
            }
        };
        let who = words::upper_first(&one.judged.whom());
        let message = format!("{who} được chọn nhưng hồ sơ chưa đủ điều kiện: {why}");
        out.say(Some(one.award.at), message);
    }
}
