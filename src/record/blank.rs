//! `templates/giay-khen.yaml`: where a certificate's texts go on the blank, measured on it by whoever prints.

use super::decode::{Decoder, List, Slot, Table, record};
use super::scalar::{Count, Decimal, Located, Text};
use super::{rules, table};
use crate::finding::Finding;

record! {
    /// The table as the file writes it. Lengths in mm, sizes in pt.
    pub struct Blank = "bảng vị trí in trên phôi" {
        optional "phien_ban" version: Slot<Count> = "phiên bản của bảng",
        required "trang" page: Sheet = "khổ phôi",
        required "lech" shift: Shift = "độ lệch của máy in",
        optional "in_san" printed: List<Text> = "những ô phôi đã in sẵn",
        required "o" places: Table<Spot> = "các ô chữ",
    }
}

record! {
    /// The sheet.
    pub struct Sheet = "khổ phôi" {
        required "rong" width: Decimal = "chiều rộng, mm",
        required "cao" height: Decimal = "chiều cao, mm",
    }
}

record! {
    /// By how much a printer misses; to the right and down where positive.
    pub struct Shift = "độ lệch của máy in" {
        required "ngang" across: Decimal = "sang phải, mm",
        required "doc" down: Decimal = "xuống dưới, mm",
    }
}

record! {
    /// Where one text goes, and how.
    pub struct Spot = "ô chữ" {
        required "x" left: Decimal = "từ mép trái, mm",
        required "y" top: Decimal = "từ mép trên, mm",
        required "rong" width: Decimal = "chiều rộng, mm",
        required "co" size: Decimal = "cỡ chữ, pt",
        optional "dam" bold: Slot<Located<bool>> = "chữ đậm",
        optional "nghieng" italic: Slot<Located<bool>> = "chữ nghiêng",
        optional "hoa" capitals: Slot<Located<bool>> = "in hoa",
        optional "canh" side: Slot<Text> = "canh chữ: trai, giua, phai",
    }
}

/// What no certificate goes without, printed by hand or by machine.
const NEEDED: [&str; 4] = ["hinh_thuc", "ten", "thanh_tich", "ho_ten"];
const SIDES: [&str; 3] = ["trai", "giua", "phai"];

/// What is wrong with the table, each at its place.
pub fn faults(path: &str, text: &str) -> Vec<Finding> {
    table::read(path, text, |table: &Blank| &table.version, judge).1
}

fn judge(blank: &Blank, d: &mut Decoder) {
    let size = |d: &mut Decoder, value: &Decimal, what: &str| {
        if value.value <= 0.0 {
            d.say(&rules::TYPE, value.at, format!("{what} phải lớn hơn 0"));
        }
    };
    size(d, &blank.page.width, "chiều rộng của phôi");
    size(d, &blank.page.height, "chiều cao của phôi");
    for (_, place) in blank.places.iter() {
        size(d, &place.width, "chiều rộng của ô");
        size(d, &place.size, "cỡ chữ");
        if let Some(side) = place.side.get().filter(|side| !SIDES.contains(&side.value.as_str())) {
            d.say(&rules::TYPE, side.at, format!("canh chữ là {}, không có `{}`", SIDES.join(", "), side.value));
        }
    }
    let stands = |name: &str| blank.places.get(name).is_some();
    for name in blank.printed.iter().filter(|name| !stands(&name.value)) {
        d.say(&rules::UNKNOWN_KEY, name.at, format!("không có ô `{}` trong `o`", name.value));
    }
    let is_printed = |name: &str| blank.printed.iter().any(|own| own.value == name);
    let lacking = NEEDED.into_iter().filter(|name| !stands(name) && !is_printed(name));
    let Some(at) = blank.places.at else { return };
    for name in lacking {
        d.say(&rules::MISSING, at, format!("thiếu ô `{name}`: giấy khen in ra sẽ không có phần chữ ấy"));
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    const OWN: &str = include_str!("../../templates/giay-khen.yaml");

    fn said(text: &str) -> Vec<String> {
        let line = |finding: &Finding| {
            let place = finding.place.as_ref().unwrap();
            format!("{}:{} {}", place.line, place.column, finding.message)
        };
        faults("giay-khen.yaml", text).iter().map(line).collect()
    }

    #[test]
    fn the_programs_own_is_sound() {
        assert_eq!(said(OWN), [""; 0]);
    }

    #[test]
    fn slips_are_told_at_their_place() {
        let changed = |from: &str, to: &str| {
            assert!(OWN.contains(from), "{from}");
            said(&OWN.replacen(from, to, 1))
        };
        insta::assert_debug_snapshot!([
            changed("lech:", "lehc:"),
            changed("ngang: 0", "ngang: abc"),
            changed("in_san: []", "in_san: [quochieu]"),
            changed("  ten: {x: 48, y: 86, rong: 201, co: 24, dam: true}\n", ""),
            changed("co: 34", "co: -4"),
            changed("canh: trai", "canh: left"),
        ]);
        // What the blank has printed already needs no place.
        assert_eq!(changed("in_san: []", "in_san: [quoc_hieu, tieu_ngu]"), [""; 0]);
    }
}
