//! What was handed in, as the receipts say.

use std::collections::BTreeMap;

use chrono::Datelike;

use crate::check::campaign::is_far;
use crate::check::{Scope, Sink, UnitScope, required, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::Per;
use crate::record::nearest::nearest;
use crate::record::unit::Receipt;

pub(super) static LISTED: Rule = Rule::error("ho-so/nop-la")
    .text(
        "Mỗi từ ghi ở `nop` của một lần tiếp nhận phải là mã một loại văn bản, vì giấy tiếp nhận in theo danh sách này.",
        "sửa lại theo mã loại văn bản dùng ở `ho_so`",
    )
    .example("tiep_nhan: [{lan: 1, nop: [to_trinhh]}]");

pub(super) static ORDER: Rule = Rule::error("ho-so/lan-tiep-nhan")
    .blocking(Blocks::List)
    .text(
        "Các lần tiếp nhận ghi theo thứ tự: mỗi lần mang một số `lan` riêng, ngày của lần sau không trước ngày của lần trước.",
        "đối chiếu `lan` và `ngay` với sổ tiếp nhận",
    )
    .example("tiep_nhan: [{lan: 1, ngay: 2021-05-20}, {lan: 1, ngay: 2021-05-18}]");

pub(super) static NUMBER_TWICE: Rule = Rule::warning("ho-so/trung-so-den")
    .text("Trong một năm, mỗi lần tiếp nhận mang một số đến riêng.", "đối chiếu `so_den` với sổ đăng ký văn bản đến")
    .by("khoản 2 Điều 22 Nghị định số 30/2020/NĐ-CP")
    .example("long-thuy: tiep_nhan: [{ngay: 2021-05-20, so_den: 412}]\nlong-giang: tiep_nhan: [{ngay: 2021-05-24, so_den: 412}]");

pub(super) fn number_twice(scope: &Scope, out: &mut Sink) {
    let units = scope.loaded.known_units();
    let receipts = units.flat_map(|unit| unit.head.receipts.iter().map(move |receipt| (unit, receipt)));
    let numbered =
        receipts.filter_map(|(unit, receipt)| Some((receipt.date.get()?.value, receipt.number.get()?, unit)));
    // Numbers are given in the order of time: of two that are the same, the later is more likely wrong.
    let mut numbered: Vec<_> = numbered.collect();
    numbered.sort_by_key(|(day, ..)| *day);
    let mut seen = BTreeMap::new();
    for (day, number, unit) in numbered {
        let key = (day.year(), number.value.trim_start_matches('0').to_lowercase());
        if let Some(first) = seen.get(&key) {
            let message = format!("số đến {} năm {} đã ghi cho hồ sơ của {first}", number.value, day.year());
            out.say(Some(number.at), message).unit(&unit.code);
        } else {
            seen.insert(key, unit.short_name());
        }
    }
}

pub(super) fn order(scope: &UnitScope, out: &mut Sink) {
    let receipts = &scope.unit.head.receipts;
    let ordinal = |n: usize, receipt: &Receipt| receipt.ordinal.get().map_or(n + 1, |lan| lan.value as usize);
    if let Some(zero) = receipts.iter().find_map(|receipt| receipt.ordinal.get().filter(|lan| lan.value == 0)) {
        out.say(Some(zero.at), "lần tiếp nhận ghi số 0").help("ghi `lan: 1` cho lần đầu");
        return;
    }
    let before = receipts.iter().enumerate().filter(|_| !receipts.faulty);
    for ((n, earlier), later) in before.zip(receipts.iter().skip(1)) {
        let (first, second) = (ordinal(n, earlier), ordinal(n + 1, later));
        if second <= first {
            let how = if second == first { "được ghi hai lần" } else { "ghi sau lần" };
            let after = if second == first { String::new() } else { format!(" {first}") };
            let at = later.ordinal.get().map_or(later.at, |lan| lan.at);
            out.say(Some(at), format!("lần tiếp nhận {second} {how}{after}"));
            continue;
        }
        let (Some(one), Some(two)) = (earlier.date.get(), later.date.get()) else { continue };
        let far = [one, two].iter().any(|day| is_far(day.value, scope.all.campaign));
        if two.value < one.value && !far {
            let (one, day) = (words::day(one.value), words::day(two.value));
            out.say(Some(two.at), format!("lần tiếp nhận {second} ngày {day}, trước lần {first} (ngày {one})"));
        }
    }
}

pub(super) fn listed(scope: &UnitScope, out: &mut Sink) {
    let kinds = &scope.all.loaded.kinds;
    let slip = kinds.iter().find(|kind| kind.automatic && kind.per == Per::Receipt);
    for word in scope.unit.head.receipts.iter().flat_map(|receipt| receipt.papers.iter()) {
        if required::is_kind(word, kinds) {
            continue;
        }
        let said = out.say(
            Some(word.at),
            format!("lần tiếp nhận ghi đã nộp `{}`, không phải loại văn bản nào đã khai", word.value),
        );
        let said = match slip {
            Some(slip) => said.paper(&slip.code),
            None => said,
        };
        if let Some(near) = nearest(word, kinds.codes()) {
            said.help(format!("sửa thành `{near}`, nếu đúng ý"));
        }
    }
}
