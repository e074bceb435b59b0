//! Nominees as lists print them: rows, groups by kind of nominee, counts.

use std::collections::HashMap;

use serde_json::{Value, json};

use super::KINDS;
use crate::check::review::Judged;
use crate::check::words;
use crate::plan::posts;
use crate::plan::proposal::{is, name_column, rank, subjects};
use crate::record::Unit;
use crate::record::campaign::NomineeKind;
use crate::record::decode::Slot;
use crate::record::scalar::Text;
use crate::record::unit::Nominee;

/// A nominee with the unit that proposes: what every list is about, whatever else it knows of each.
pub(super) trait Listed<'a>: Copy {
    /// The unit and the nominee.
    fn who(&self) -> (&'a Unit, &'a Nominee);
}

impl<'a> Listed<'a> for (&'a Unit, &'a Nominee) {
    fn who(&self) -> (&'a Unit, &'a Nominee) {
        *self
    }
}

impl<'a> Listed<'a> for Judged<'a> {
    fn who(&self) -> (&'a Unit, &'a Nominee) {
        (self.unit, self.nominee)
    }
}

/// A nominee in a list.
pub(super) fn person<'a>(index: usize, listed: &impl Listed<'a>) -> Value {
    let (unit, nominee) = listed.who();
    json!({
        "stt": (index + 1).to_string(),
        "loai": nominee.kind.get().map_or("", |kind| kind.word()),
        "ong_ba": words::honorific(nominee),
        "ten": words::name(nominee),
        "don_vi": unit.short_name(),
        "chuc_vu_don_vi": place(unit, nominee),
        "thanh_tich": text(&nominee.merit),
    })
}

fn text(slot: &Slot<Text>) -> String {
    slot.get().map_or_else(String::new, |t| t.value.clone())
}

/// Where a nominee belongs: a person's post in the unit, a household's address, the unit of a collective inside it, where
/// the collective's own name does not end with that.
/// Without it nobody can tell one `Hộ ông Mai Văn K` from another.
fn place(unit: &Unit, nominee: &Nominee) -> String {
    named_place(unit, nominee, &unit.short_name(), posts::with_body)
}

/// The same with no name shortened, as a certificate prints it.
pub(super) fn place_in_full(unit: &Unit, nominee: &Nominee) -> String {
    named_place(unit, nominee, unit.name(), posts::in_full)
}

fn named_place(unit: &Unit, nominee: &Nominee, name: &str, held: fn(&str, &Unit) -> String) -> String {
    match nominee.kind.get() {
        Some(NomineeKind::Individual) => held(&text(&nominee.post), unit),
        Some(NomineeKind::Household) if !text(&nominee.residence).is_empty() => text(&nominee.residence),
        _ if words::spelt_out(words::name(nominee)).ends_with(&words::spelt_out(unit.name())) => String::new(),
        _ => name.to_owned(),
    }
}

/// Counts by kind of nominee, as `dem-so` of the layout library takes them, and what all of them are called.
pub(super) fn counts<'a>(all: &[impl Listed<'a>]) -> Value {
    let nominees: Vec<&Nominee> = all.iter().map(|one| one.who().1).collect();
    let count = |kind| words::count(nominees.iter().filter(|n| is(n, kind)).count());
    json!({
        "so_tap_the": count(NomineeKind::Collective),
        "so_ho_gia_dinh": count(NomineeKind::Household),
        "so_ca_nhan": count(NomineeKind::Individual),
        "doi_tuong": subjects(&nominees),
        "nhieu": nominees.len() > 1,
    })
}

/// Nominees by kind, each kind with its rows and what its columns are called; of some nobody has a place to print.
pub(super) fn by_kind<'a, T: Listed<'a>>(all: &[T], mut row: impl FnMut(usize, &T) -> Value) -> Vec<Value> {
    let mut group = |(kind, name): &(NomineeKind, &str)| {
        let own: Vec<&T> = all.iter().filter(|one| is(one.who().1, *kind)).collect();
        let first = own.first()?;
        let rows: Vec<Value> = own.iter().enumerate().map(|(i, one)| row(i, one)).collect();
        let placed = own.iter().any(|one| !place(one.who().0, one.who().1).is_empty());
        Some(json!({
            "loai": kind.word(),
            "ten": words::upper_first(name),
            "so": words::count(rows.len()),
            "cot_ten": name_column(std::iter::once(Some(&first.who().1.kind))).join(", "),
            "cot_don_vi": if placed { place_column(*kind) } else { "" },
            "cac": rows,
        }))
    };
    KINDS.iter().filter_map(&mut group).collect()
}

fn place_column(kind: NomineeKind) -> &'static str {
    match kind {
        NomineeKind::Collective => "Đơn vị",
        NomineeKind::Household => "Địa chỉ",
        NomineeKind::Individual => "Chức vụ, đơn vị",
    }
}

/// In the campaign's order of units, and of nominees within a unit.
pub(super) fn in_order<'a, T: Listed<'a>>(units: &[&Unit], all: &mut [T]) {
    let places: HashMap<&str, usize> = units.iter().enumerate().map(|(place, unit)| (&*unit.code, place)).collect();
    all.sort_by_cached_key(|one| {
        let (unit, nominee) = one.who();
        let of_unit = places.get(unit.code.as_str()).copied();
        let own = unit.head.nominees.iter().position(|other| other.code.value == nominee.code.value);
        (of_unit, rank(&nominee.kind), own)
    });
}
