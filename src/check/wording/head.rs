//! What the head and foot of a paper must have: the subject of a letter, and where the paper is filed.

use super::written;
use crate::check::{Sink, UnitScope, words};
use crate::finding::{Blocks, Rule};
use crate::record::decode::List;
use crate::record::kind::Form;
use crate::record::scalar::Text;

pub(super) static NO_SUBJECT: Rule = Rule::error("van-ban/thieu-trich-yeu")
    .blocking(Blocks::Numbering)
    .text("Công văn không có tên loại nên phải có trích yếu.", "ghi `trich_yeu` của công văn, không cần “V/v”")
    .by("khoản 5 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("cong_van: {so: 12, ngay: 2021-05-18}   # không có trich_yeu");
pub(super) static FILING: Rule = Rule::error("van-ban/noi-nhan")
    .blocking(Blocks::Numbering)
    .text("Mục cuối của nơi nhận ghi nơi lưu văn bản: “Lưu: …”.", "thêm mục cuối `\"Lưu: VT\"` vào `noi_nhan`")
    .by("khoản 9 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("noi_nhan: [Như trên]   # thiếu \"Lưu: VT\"");

pub(super) fn no_subject(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        if kind.is_letter() && kind.subject.is_none() && paper.subject.is_absent() {
            let message = format!("{} của {} chưa có trích yếu", kind.name, scope.unit.short_name());
            out.say(Some(paper.at), message).paper(filed.name());
        }
    }
}

pub(super) fn filing(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        let decree = |kind: &&crate::record::kind::Kind| matches!(kind.form, Form::Administrative | Form::Copy);
        if scope.all.loaded.kinds.get(&filed.kind.text).filter(decree).is_none() {
            continue;
        }
        let minutes = paper.minutes.get().map(|minutes| &minutes.recipients);
        for list in [Some(&paper.recipients), minutes].into_iter().flatten() {
            if let Some(last) = unfiled(list) {
                let message = format!("mục cuối của nơi nhận là “{}”, không phải nơi lưu", last.value);
                let said = out.say(Some(last.at), message).paper(filed.name());
                if let Some(place) = last.value.strip_prefix("Lưu").map(str::trim).filter(|place| !place.is_empty()) {
                    said.help(format!("ghi là `\"Lưu: {place}\"`"));
                }
            }
        }
    }
}

/// The last of a list of recipients that does not say where the paper is filed.
fn unfiled(list: &List<Text>) -> Option<&Text> {
    list.items.last().filter(|last| !list.faulty && !words::is_filing(last))
}
