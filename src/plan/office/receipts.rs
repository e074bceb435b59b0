//! The block `so_tiep_nhan`: everything that units handed in, by day.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use crate::check::{Scope, dossier, words};
use crate::plan::checklist::letter_name;
use crate::plan::{head, units_in_order};
use crate::record::Unit;
use crate::record::decode::Slot;
use crate::record::scalar::Text;
use crate::record::unit::{Channel, Receipt};

/// Each time that something was handed in, by day and number; those without a day come last.
fn receipts<'a>(scope: &Scope<'a>) -> Vec<(&'a Unit, usize, &'a Receipt)> {
    let of = |unit: &'a Unit| unit.head.receipts.iter().enumerate().map(move |(n, receipt)| (unit, n, receipt));
    let mut all: Vec<(&Unit, usize, &Receipt)> = units_in_order(scope).into_iter().flat_map(of).collect();
    all.sort_by_key(|(_, _, receipt)| {
        let day = receipt.date.get().map_or(NaiveDate::MAX, |day| day.value);
        (day, receipt.number.get().and_then(|number| number.value.parse::<u32>().ok()))
    });
    all
}

/// The block; nothing before something has come. What cannot be read is left blank: one line costs no other.
pub(super) fn block(scope: &Scope) -> Option<Value> {
    let all = receipts(scope);
    let rows: Vec<Value> = all.iter().enumerate().map(|(n, one)| row(scope, n, *one)).collect();
    (!rows.is_empty()).then(|| json!({"so": words::count(rows.len()), "cac": rows}))
}

fn row(scope: &Scope, index: usize, (unit, n, receipt): (&Unit, usize, &Receipt)) -> Value {
    let text = |slot: &Slot<Text>| slot.get().map_or_else(String::new, |text| text.value.clone());
    let day = receipt.date.get().map(|day| day.value);
    let deadline = dossier::last_day(scope.campaign, &unit.code);
    let late = day.zip(deadline).is_some_and(|(day, last)| day > last);
    let ordinal = receipt.ordinal.get().map_or(n + 1, |ordinal| ordinal.value as usize);
    let remarks = [
        (ordinal > 1).then(|| format!("nộp lần {}", words::count(ordinal))),
        late.then(|| "sau thời hạn".to_owned()),
        (!unit.head.proposes_nobody.is_absent()).then(|| "không đề nghị khen thưởng".to_owned()),
    ];
    let remark: Vec<String> = remarks.into_iter().flatten().collect();
    json!({
        "stt": (index + 1).to_string(),
        "ngay": day.map_or_else(String::new, words::day),
        "so_den": text(&receipt.number),
        "don_vi": unit.short_name(),
        "nop": words::upper_first(&handed_in(scope, unit, receipt)),
        "kenh": match receipt.channel.get() {
            Some(Channel::InPerson) => "Trực tiếp",
            Some(Channel::Post) => "Bưu chính",
            Some(Channel::Electronic) => "Điện tử",
            None => "",
        },
        "nguoi_nhan": text(&receipt.receiver),
        "ghi_chu": words::upper_first(&remark.join("; ")),
    })
}

/// What was handed in, by the names of the kinds; where the record lists nothing it was the dossier as it is, or the letter that
/// there is none.
fn handed_in(scope: &Scope, unit: &Unit, receipt: &Receipt) -> String {
    let name = |code: &str| scope.loaded.kinds.get(code).map_or_else(|| code.to_owned(), |kind| kind.name.clone());
    let names: Vec<String> = receipt.papers.iter().map(|paper| words::lower_first(&name(&paper.value))).collect();
    match unit.head.proposes_nobody.get() {
        _ if !names.is_empty() => names.join("; "),
        Some(letter) => words::lower_first(&letter_name(letter)),
        None => "hồ sơ đề nghị khen thưởng".to_owned(),
    }
}

/// The year of the last receipt.
pub(super) fn year(scope: &Scope) -> Option<i32> {
    let days = receipts(scope).into_iter().filter_map(|(_, _, receipt)| receipt.date.get().map(|day| day.value.year()));
    days.max().or(head::year(scope))
}
