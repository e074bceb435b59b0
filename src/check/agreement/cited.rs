//! Texts of the law that papers cite carry their own day.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::check::{Scope, Sink, UnitScope, words};
use crate::finding::Rule;
use crate::record::decode::List;
use crate::record::in_force::LegalText;
use crate::record::paper::Filed;
use crate::record::scalar::Text;

pub(super) static DAY: Rule = Rule::warning("khop/can-cu-sai-ngay")
    .text(
        "Văn bản quy phạm pháp luật nêu làm căn cứ ghi đúng ngày ban hành của nó (chỉ xét văn bản có ngày trong bảng hieu-luc.yaml).",
        "đối chiếu với văn bản gốc rồi sửa ngày nêu ở căn cứ",
    )
    .by("điểm b khoản 6 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("can_cu: [Nghị định số 91/2017/NĐ-CP ngày 30 tháng 7 năm 2017 của Chính phủ]");

/// What the office's own papers cite: the grounds that all have in common, and those of a decision or a paper.
pub(super) fn of_campaign(scope: &Scope, out: &mut Sink) {
    judge(scope, &scope.campaign.grounds, None, out);
    for decision in scope.loaded.review.iter().flat_map(|review| review.head.decisions.iter()) {
        judge(scope, &decision.grounds, None, out);
    }
    for filed in scope.loaded.common_papers() {
        filed.paper.get().into_iter().for_each(|paper| judge(scope, &paper.grounds, Some(filed), out));
    }
}

/// What a unit's papers cite of their own.
pub(super) fn of_unit(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in scope.papers() {
        judge(scope.all, &paper.grounds, Some(filed), out);
    }
}

fn judge(scope: &Scope, grounds: &List<Text>, paper: Option<&Filed>, out: &mut Sink) {
    for ground in grounds.iter() {
        // A law is known by its year or by its day and month, so that of a place two of the table may be meant: one of them
        // is right there, or the first is said.
        let mut places: BTreeMap<usize, Vec<(&LegalText, NaiveDate, NaiveDate)>> = BTreeMap::new();
        for text in &scope.in_force.texts {
            let Some((issued, (stated, place))) = text.issued.get().zip(text.day_stated(ground)) else { continue };
            places.entry(place).or_default().push((text, issued.value, stated));
        }
        let wrong = |meant: &&Vec<_>| !meant.iter().any(|(_, issued, stated)| issued == stated);
        for (text, issued, stated) in places.values().rev().filter(wrong).filter_map(|meant| meant.first()) {
            let message = format!(
                "{} ban hành ngày {}, nhưng căn cứ ghi ngày {}",
                text.name.value,
                words::day(*issued),
                words::day(*stated)
            );
            let said = out.say(Some(ground.at), message);
            if let Some(filed) = paper {
                said.paper(filed.name());
            }
        }
    }
}
