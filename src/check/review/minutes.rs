//! What minutes state of their meeting, and whose minutes an award needs.

use super::{Granted, granted, likewise, meeting_name, sittings};
use crate::check::{Scope, Sink, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::Agency;
use crate::record::review::Sitting;
use crate::record::scalar::Text;

pub(super) static UNSTATED: Rule = Rule::warning("van-ban/bien-ban-thieu-muc")
    .text(
        "Biên bản họp đã có số ghi giờ bắt đầu, giờ kết thúc và địa điểm họp, như mẫu biên bản.",
        "ghi `bat_dau`, `ket_thuc`, `dia_diem` của cuộc họp theo biên bản đã ký",
    )
    .by("Mẫu 1.9 Phụ lục III Nghị định số 30/2020/NĐ-CP")
    .example("hop: [{ma: dot-1, so: 1, ngay: 2021-06-10, …}]   # không có bat_dau, ket_thuc, dia_diem");
pub(super) static OTHER_BODY: Rule = Rule::warning("khop/co-quan-xet")
    .blocking(Blocks::Numbering)
    .text(
        "Hình thức khen thưởng có `co_quan_xet` thì người được chọn phải được cuộc họp của cơ quan ấy chọn (chỉ xét khi phong trào có nêu).",
        "ghi cuộc họp của cơ quan ấy vào `hop` theo biên bản, hoặc sửa `co_quan_xet`",
    )
    .by("`co_quan_xet` của hình thức khen thưởng mà phong trào khai")
    .example("hinh_thuc_khen: {bang_khen: {ten: Bằng khen, co_quan_xet: hd-tdkt}}\nhop: [{co_quan: bcd, ket_qua: [{…, ket_qua: bang_khen}]}]");

pub(super) fn unstated(scope: &Scope, out: &mut Sink) {
    let minutes = sittings(scope).filter_map(|sitting| Some((sitting, sitting.number.get()?)));
    for (sitting, number) in minutes {
        let items = [
            (sitting.begins.is_absent(), "giờ bắt đầu"),
            (sitting.ends.is_absent(), "giờ kết thúc"),
            (sitting.place.is_absent(), "địa điểm"),
        ];
        let missing: Vec<&str> = items.into_iter().filter(|(absent, _)| *absent).map(|(_, what)| what).collect();
        if !missing.is_empty() {
            let message = format!("biên bản số {number} của {} chưa ghi {}", meeting_name(sitting), missing.join(", "));
            out.say(Some(number.at), message);
        }
    }
}

/// Said once for a meeting and an award, however many it chose.
pub(super) fn other_body(scope: &Scope, out: &mut Sink) {
    let granted = granted(scope);
    let mut seen = Vec::new();
    for one in granted.iter().filter(|one| !scope.campaign.agencies.faulty && !one.sitting.body.is_faulty()) {
        let key = (one.sitting.code.as_str(), one.award.value.as_str());
        let Some((code, body)) = judges(scope, one.award).filter(|_| !seen.contains(&key)) else { continue };
        seen.push(key);
        let same = |other: &&Granted| (other.sitting.code.as_str(), other.award.value.as_str()) == key;
        let all: Vec<&Granted> =
            granted.iter().filter(same).filter(|other| !is_judged_by(scope, code, other, &granted)).collect();
        let Some(first) = all.first() else { continue };
        let message = format!(
            "{} chọn {} tặng {award}, trong khi {award} phải do {} họp xét{}",
            meeting_name(one.sitting),
            first.judged.whom(),
            body.name.value,
            likewise("; ", all.len(), "kết quả"),
            award = words::label(scope.campaign, one.award),
        );
        out.say(Some(one.sitting.body.get().map_or(one.sitting.code.at, |body| body.at)), message);
    }
}

/// Whether a meeting of a body chose somebody for the same award, then or at another time.
fn is_judged_by(scope: &Scope, code: &str, one: &Granted, granted: &[Granted]) -> bool {
    let same = |other: &&Granted| other.who() == one.who() && other.award.value == one.award.value;
    granted.iter().filter(same).any(|other| met(scope, other.sitting) == Some(code))
}

/// The body whose meeting must have chosen those honoured with an award.
fn judges<'a>(scope: &Scope<'a>, award: &Text) -> Option<(&'a str, &'a Agency)> {
    let code = scope.campaign.awards.get(award)?.judged_by.get()?;
    Some((code.value.as_str(), scope.campaign.agencies.get(code)?))
}

/// The body that met: what the record names, else the one that has the standing office.
fn met<'a>(scope: &Scope<'a>, sitting: &'a Sitting) -> Option<&'a str> {
    let first = || scope.campaign.agencies.iter().next().map(|(name, _)| name.text.as_str());
    let office = || scope.campaign.office.get().map(|office| office.value.as_str()).or_else(first);
    sitting.body.get().map(|body| body.value.as_str()).or_else(office)
}
