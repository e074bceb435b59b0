//! Who signs, and in what capacity.

use super::written;
use crate::check::{Sink, UnitScope};
use crate::finding::{At, Blocks, Rule};
use crate::record::paper::{Capacity, Signer};

pub(in crate::check) static NO_SIGNER: Rule = Rule::error("van-ban/thieu-nguoi-ky")
    .blocking(Blocks::Numbering)
    .text(
        "Văn bản đã có số (loại không có số: đã có ngày) hoặc trong hồ sơ đã nộp phải có người ký.",
        "ghi `nguoi_ky: {chuc_vu, ho_ten}`",
    )
    .by("khoản 2 Điều 8 và khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("to_trinh: {so: 15, ngay: 2021-05-18}   # không có nguoi_ky");
pub(super) static CAPACITY: Rule = Rule::warning("van-ban/quyen-han")
    .blocking(Blocks::Numbering)
    .text(
        "Quyền hạn ký phải đi với chức vụ: TM. cần ghi tập thể được thay mặt; KT. do cấp phó ký; TL., TUQ. cần ghi chức vụ của người đứng đầu.",
        "sửa `quyen_han`, hoặc ghi `tap_the`, `ky_thay`",
    )
    .by("Điều 13 và khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("nguoi_ky: {quyen_han: [KT.], chuc_vu: Chủ tịch}");

pub(super) fn no_signer(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        // An extract of minutes is signed by its secretary and chair; they stand in `hop`.
        let signed_by_meeting = !paper.meeting.is_absent() || kind.reports_meeting();
        let finished = if kind.numbered { paper.number.get().is_some() } else { paper.date.get().is_some() };
        let signed_by_office = kind.body(scope.all.campaign).is_some_and(|office| !office.signer.is_absent());
        let unsigned = paper.signer.is_absent() && !signed_by_meeting && !signed_by_office;
        if unsigned && (finished || scope.unit.has_handed_in()) {
            let message = format!("{} của {} chưa ghi người ký", kind.name, scope.unit.short_name());
            out.say(Some(paper.at), message).paper(filed.name());
        }
    }
}

pub(super) fn capacities(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        for signer in [paper.signer.get(), paper.confirmation.get()].into_iter().flatten() {
            if let Some((why, at)) = capacity_fault(signer) {
                out.say(Some(at), why).paper(filed.name());
            }
        }
    }
}

fn capacity_fault(signer: &Signer) -> Option<(String, At)> {
    let has = |c: Capacity| signer.capacities.iter().any(|x| *x == c);
    let at = signer.capacities.at.unwrap_or(signer.at);
    let deputy = signer.is_deputy();
    if has(Capacity::OnBehalf) && signer.collective.is_absent() {
        return Some(("ký TM. nhưng chưa ghi tập thể được thay mặt".into(), at));
    }
    if has(Capacity::InPlace) && !deputy && signer.for_post.is_absent() {
        return Some((format!("ký KT. nhưng “{}” không phải cấp phó", signer.post.value), signer.post.at));
    }
    if (has(Capacity::ByOrder) || has(Capacity::Authorised)) && signer.for_post.is_absent() {
        return Some(("ký TL. hoặc TUQ. nhưng chưa ghi chức vụ của người đứng đầu".into(), at));
    }
    if deputy && signer.capacities.items.is_empty() && !signer.capacities.faulty {
        return Some((format!("“{}” là cấp phó, ký văn bản thì ghi KT.", signer.post.value), signer.post.at));
    }
    None
}
