//! The lists of the record: nơi nhận (ô 9b), căn cứ, địa chỉ (ô 13).

use super::ledger::{Ledger, Subject};
use super::page::quote;
use super::parts::Part;
use super::stated::{Own, Stated, dense};
use super::{Expected, Profile, rules};

/// Enters everything about them.
pub(super) fn measure(own: &Own, stated: Stated, expected: Expected, ledger: &mut Ledger) {
    if matches!(expected.profile, Profile::Administrative | Profile::Copy) {
        recipients(own, stated, ledger);
    }
    grounds(own, stated, ledger);
    address(own, stated, ledger);
}

/// Every place and no other. "Như trên" stands with "Kính gửi", which a template may know better than the record.
fn recipients(own: &Own, stated: Stated, ledger: &mut Ledger) {
    const RECORD: &str = "các dòng `noi_nhan`";
    let as_above = |place: &str| dense(place) == "Nhưtrên";
    let subject = Subject::new(&rules::STATED, Part::Recipient.name());
    let mut bidden = stated.list("noi_nhan").filter(|place| !as_above(place));
    let mut last = None;
    for (page, said) in own.of(Part::Recipient) {
        let said = said.trim_start_matches(['-', ' ', '\u{a0}']);
        last = Some(page);
        if !as_above(said) {
            let holds = bidden.next().is_some_and(|place| dense(place) == dense(said));
            ledger.fact(subject, page, holds, || quote(said), RECORD);
        }
    }
    if let (Some(place), Some(page)) = (bidden.next(), last) {
        ledger.fact(subject, page, false, || format!("thiếu {}", quote(place)), RECORD);
    }
}

/// Every one once, in the order of the record; a template may have others besides ("Theo đề nghị của …").
fn grounds(own: &Own, stated: Stated, ledger: &mut Ledger) {
    let printed: Vec<(usize, String)> = own.of(Part::Ground).map(|(page, said)| (page, dense(&said))).collect();
    let subject = Subject::new(&rules::STATED, Part::Ground.name());
    let mut from = 0;
    for ground in stated.list("can_cu").filter(|_| !printed.is_empty()) {
        let bidden = dense(&format!("Căn cứ {ground}"));
        let found = printed.iter().skip(from).position(|(_, said)| *said == bidden);
        let once = printed.iter().filter(|(_, said)| *said == bidden).count() == 1;
        let page = printed.get(from).or(printed.last()).map_or(0, |(page, _)| *page);
        let read = || format!("{} {}", if found.is_some() { "lặp lại" } else { "thiếu" }, quote(ground));
        ledger.fact(subject, page, found.is_some() && once, read, "các dòng `can_cu`");
        from += found.map_or(0, |index| index + 1);
    }
}

fn address(own: &Own, stated: Stated, ledger: &mut Ledger) {
    let lines: Vec<String> = stated.list("dia_chi").map(dense).collect();
    let subject = Subject::new(&rules::STATED, Part::Address.name());
    for (page, said) in own.of(Part::Address).filter(|_| !lines.is_empty()) {
        ledger.fact(subject, page, lines.contains(&dense(&said)), || quote(&said), "các dòng `dia_chi`");
    }
}
