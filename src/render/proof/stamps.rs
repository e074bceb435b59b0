//! Stamps: độ mật (ô 10a), độ khẩn (ô 10b), phạm vi lưu hành (ô 11); their words, frames and places.

use super::head::CENTRED;
use super::ledger::{Allowed, Ledger, Subject, Unit};
use super::lines::{Line, lines, longest, text};
use super::page::{CAPITALS, in_mm};
use super::parts::Part;
use super::rules;
use super::seen::{Ink, Outline, Piece, Seen};

/// An urgency stamp of a size that the decree gives.
struct Size {
    words: [&'static str; 2],
    width: f64,
    wide: &'static str,
    high: &'static str,
}

const HEIGHT: f64 = 8.0;
const SIZES: [Size; 3] = [
    Size {
        words: ["HOẢ TỐC", "HỎA TỐC"],
        width: 30.0,
        wide: "chiều rộng khung dấu HOẢ TỐC",
        high: "chiều cao khung dấu HOẢ TỐC",
    },
    Size {
        words: ["THƯỢNG KHẨN", "THƯỢNG KHẨN"],
        width: 40.0,
        wide: "chiều rộng khung dấu THƯỢNG KHẨN",
        high: "chiều cao khung dấu THƯỢNG KHẨN",
    },
    Size {
        words: ["KHẨN", "KHẨN"], width: 20.0, wide: "chiều rộng khung dấu KHẨN", high: "chiều cao khung dấu KHẨN"
    },
];

/// Enters everything about stamps.
pub(super) fn measure(seen: &Seen, ledger: &mut Ledger) {
    for (index, piece) in seen.pieces.iter().enumerate() {
        let outlines: Vec<&Outline> = seen
            .outlines
            .iter()
            .filter(|outline| outline.piece == Some(index) && encloses(seen, piece, outline))
            .collect();
        match piece.part {
            Part::Secrecy => {
                let subject = Subject::new(&rules::SECRECY, "khung dấu chỉ độ mật");
                ledger.present(subject, piece.page, !outlines.is_empty(), "có khung quanh chữ");
            }
            Part::Urgency => {
                frame(seen, "khung dấu chỉ mức độ khẩn", piece, &outlines, ledger);
                urgency(seen, piece, &outlines, ledger);
            }
            Part::Circulation => frame(seen, "khung chỉ dẫn phạm vi lưu hành", piece, &outlines, ledger),
            _ => continue,
        }
        place(seen, piece, &outlines, ledger);
    }
}

/// Whether all the words of a stamp stand inside an outline.
fn encloses(seen: &Seen, piece: &Piece, outline: &Outline) -> bool {
    let Outline { page, left, top, width, height, .. } = *outline;
    lines(seen, piece).iter().all(|line| {
        line.page == page && line.left >= left && line.right <= left + width && line.y > top && line.y < top + height
    })
}

/// A frame of a single line around the words, which stand in its middle.
fn frame(seen: &Seen, what: &'static str, piece: &Piece, outlines: &[&Outline], ledger: &mut Ledger) {
    let count = outlines.len();
    let read = || if count == 0 { "không có khung".to_owned() } else { format!("khung {count} viền") };
    ledger.fact(Subject::new(&rules::STAMP, what), piece.page, count == 1, read, "khung 1 viền quanh chữ");
    let lines = lines(seen, piece);
    let (Some(outline), Some(first), Some(last)) = (outlines.first(), lines.first(), lines.last()) else { return };
    let across = longest(&lines).map_or(0.0, Line::middle) - (outline.left + outline.width / 2.0);
    let down = f64::midpoint(first.y - CAPITALS * first.size, last.y) - (outline.top + outline.height / 2.0);
    for (what, off) in [("chữ của dấu so với giữa khung, ngang", across), ("chữ của dấu so với giữa khung, dọc", down)]
    {
        ledger.number(Subject::new(&rules::STAMP, what), piece.page, in_mm(off), CENTRED);
    }
}

/// Bright red, words and frame; as large as the decree says for the words that it names.
fn urgency(seen: &Seen, piece: &Piece, outlines: &[&Outline], ledger: &mut Ledger) {
    let red = seen.runs_of(piece).all(|run| run.ink == Ink::Red) && outlines.iter().all(|one| one.ink == Ink::Red);
    let read = || if red { "màu đỏ" } else { "màu khác" }.to_owned();
    ledger.fact(Subject::new(&rules::STAMP, "màu dấu chỉ mức độ khẩn"), piece.page, red, read, "màu đỏ tươi");
    let said = text(seen, piece);
    let size = SIZES.iter().find(|size| size.words.contains(&said.as_str()));
    let (Some(size), Some(outline)) = (size, outlines.first()) else { return };
    let exactly = |length| Allowed::range(length, length, Unit::Mm);
    let (width, height) = (in_mm(outline.width), in_mm(outline.height));
    ledger.number(Subject::new(&rules::STAMP, size.wide), piece.page, width, exactly(size.width));
    ledger.number(Subject::new(&rules::STAMP, size.high), piece.page, height, exactly(HEIGHT));
}

/// Ô 11 above ô 1; ô 10 in the left half, below ô 3 and 5b; ô 10b below ô 10a (sơ đồ bố trí, Mục IV).
fn place(seen: &Seen, piece: &Piece, outlines: &[&Outline], ledger: &mut Ledger) {
    let of_stamp = lines(seen, piece);
    let (Some(first), Some(last), Some(area)) = (of_stamp.first(), of_stamp.last(), seen.area(piece.page)) else {
        return;
    };
    let top = outlines.iter().map(|one| one.top).fold(first.y - first.size, f64::min);
    let bottom = outlines.iter().map(|one| one.top + one.height).fold(last.y, f64::max);
    let right = outlines.iter().map(|one| one.left + one.width).fold(first.right, f64::max);
    let mut apart = |what, distance: f64| {
        let subject = Subject::new(&rules::POSITION, what);
        ledger.number(subject, piece.page, in_mm(distance), Allowed::at_least(0.0, Unit::Mm));
    };
    let mut below = |part: Part, what| {
        let line =
            seen.pieces_of(part).find(|other| other.page == piece.page).and_then(|other| lines(seen, other).pop());
        if let Some(line) = line {
            apart(what, top - line.y);
        }
    };
    match piece.part {
        Part::Circulation => {
            let name = seen.pieces_of(Part::NationalName).find(|other| other.page == piece.page);
            if let Some(line) = name.and_then(|name| lines(seen, name).first().cloned()) {
                apart("chỉ dẫn phạm vi lưu hành ở trên Quốc hiệu, cách", line.y - bottom);
            }
        }
        Part::Secrecy => {
            below(Part::Number, "dấu chỉ độ mật ở dưới số, ký hiệu, cách");
            below(Part::Regarding, "dấu chỉ độ mật ở dưới trích yếu công văn, cách");
            apart("dấu chỉ độ mật ở nửa trái, cách giữa trang", f64::midpoint(area.left, area.right) - right);
        }
        _ => {
            below(Part::Number, "dấu chỉ mức độ khẩn ở dưới số, ký hiệu, cách");
            below(Part::Regarding, "dấu chỉ mức độ khẩn ở dưới trích yếu công văn, cách");
            below(Part::Secrecy, "dấu chỉ mức độ khẩn ở dưới dấu chỉ độ mật, cách");
            apart("dấu chỉ mức độ khẩn ở nửa trái, cách giữa trang", f64::midpoint(area.left, area.right) - right);
        }
    }
}
