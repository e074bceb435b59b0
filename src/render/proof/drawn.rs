//! What is drawn besides text: rules of components, lines of tables, frames of stamps, and nothing else.

use super::body::SINGLE;
use super::head::CENTRED;
use super::ledger::{Allowed, Ledger, Subject, Unit};
use super::lines::lines;
use super::page::{CAPITALS, HAIR, in_mm, quote};
use super::parts::{COPY, Part};
use super::rules;
use super::seen::{Ink, Piece, Run, Seen, Stroke};

const THICK: Allowed = Allowed::range(0.3, 1.5, Unit::Pt);
/// Nearer it would touch the letters' tails, farther it would be nobody's.
const DISTANCE: Allowed = Allowed::range(0.25, 1.2, Unit::Lines);
/// How far letters reach below the baseline, in parts of the size.
const TAILS: f64 = 0.22;

/// Enters everything about strokes and drawings.
pub(super) fn measure(seen: &Seen, ledger: &mut Ledger) {
    foreign(seen, ledger);
    for piece in seen.pieces.iter().filter(|piece| piece.part.is_rule() && !piece.overlong) {
        look(seen, piece, ledger);
    }
    across(seen, ledger);
}

/// Drawings, and strokes of no component.
fn foreign(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::DRAWING, "hình, nét vẽ");
    ledger.absent(subject, 0, true, String::new);
    for drawing in &seen.drawings {
        ledger.absent(subject, drawing.page, false, || drawing.what.to_owned());
    }
    for stroke in &seen.strokes {
        let part = stroke.piece.and_then(|index| seen.pieces.get(index)).map(|piece| piece.part);
        let holds = part.is_some_and(|part| part.is_rule() || matches!(part, Part::Table | Part::Chart));
        ledger.absent(subject, stroke.page, holds, || match part {
            Some(part) => format!("nét kẻ trong {}", part.name()),
            None => "nét kẻ ngoài mọi thành phần".to_owned(),
        });
    }
}

pub(super) fn is_level(stroke: &Stroke) -> bool {
    (stroke.from.1 - stroke.to.1).abs() < HAIR
}

/// How much of a stroke's length stands above or below a run.
fn shared(stroke: &Stroke, run: &Run) -> f64 {
    let (left, right) = (stroke.from.0.min(stroke.to.0), stroke.from.0.max(stroke.to.0));
    right.min(run.right()) - left.max(run.x)
}

/// Whether a stroke goes along or through words: a table's own lines stand clear of them.
pub(super) fn strikes(stroke: &Stroke, run: &Run) -> bool {
    let (top, bottom) = (run.y - CAPITALS * run.size, run.y + TAILS * run.size);
    let half = stroke.thickness / 2.0;
    stroke.from.1 + half > top && stroke.from.1 - half < bottom && is_level(stroke) && shared(stroke, run) > HAIR
}

/// What a rule stands below; the rules of a copy and of an address part them from all that is above.
fn owners(rule: Part) -> &'static [Part] {
    match rule {
        Part::MottoRule => &[Part::Motto],
        Part::AgencyRule => &[Part::Agency],
        Part::SubjectRule => &[Part::Subject, Part::AnnexOf],
        Part::AnnexRule => &[Part::AnnexOf],
        _ => &[],
    }
}

/// Above an address and above the block of a copy a rule goes across the whole text area (khoản 4 Mục III, Phần I; khoản 2
/// Mục II, Phần II).
fn across(seen: &Seen, ledger: &mut Ledger) {
    let address = "khoản 4 Mục III Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
    let rules = [
        (Part::Address, Part::AddressRule, "nét kẻ trên địa chỉ so với bề ngang vùng chữ", address),
        (Part::CopyKind, Part::CopyRule, "nét kẻ trên phần sao so với bề ngang vùng chữ", COPY),
    ];
    for (text, rule, what, clause) in rules {
        let Some(first) = seen.pieces_of(text).next() else { continue };
        let (Some(line), Some(area)) = (lines(seen, first).into_iter().next(), seen.area(first.page)) else { continue };
        let mut strokes = seen.pieces_of(rule).flat_map(|piece| &piece.strokes).filter_map(|at| seen.strokes.get(*at));
        let above = strokes.find(|stroke| stroke.page == line.page && stroke.from.1 < line.y);
        ledger.present(
            Subject::by(&rules::STROKE, rule.name(), clause),
            line.page,
            above.is_some(),
            "một nét liền ở trên",
        );
        if let Some(stroke) = above {
            let short = (area.right - area.left) - (stroke.to.0 - stroke.from.0).abs();
            let subject = Subject::by(&rules::STROKE, what, clause);
            ledger.number(subject, line.page, in_mm(short), Allowed::within(0.5, Unit::Mm));
        }
    }
}

/// A component's rule is one black line, neither thin nor fat, close below the text it belongs to.
fn look(seen: &Seen, piece: &Piece, ledger: &mut Ledger) {
    let strokes: Vec<&Stroke> = piece.strokes.iter().filter_map(|index| seen.strokes.get(*index)).collect();
    let count = strokes.len();
    let single = Subject::new(&rules::STROKE, "số nét kẻ dưới một thành phần");
    ledger.fact(single, piece.page, count <= 1, || count.to_string(), "1");
    for stroke in strokes {
        let holds = stroke.solid && stroke.ink == Ink::Black && is_level(stroke);
        let read = || if holds { "nét liền, đen" } else { "nét đứt, nghiêng hoặc màu khác" }.to_owned();
        let kind = Subject::new(&rules::STROKE, "kiểu nét kẻ");
        ledger.fact(kind, stroke.page, holds, read, "nét liền, nằm ngang, màu đen");
        ledger.number(Subject::new(&rules::STROKE_LOOK, "độ dày nét kẻ"), stroke.page, stroke.thickness, THICK);
        let owners = owners(piece.part);
        if owners.is_empty() {
            continue;
        }
        let above = seen.printed().filter(|run| run.page == stroke.page && run.y <= stroke.from.1);
        let nearest = above.filter(|run| shared(stroke, run) > HAIR).max_by(|a, b| a.y.total_cmp(&b.y));
        let own = nearest.filter(|run| seen.around(run).any(|piece| owners.contains(&piece.part)));
        let place = Subject::new(&rules::STROKE, "chữ ngay trên nét kẻ");
        let read = || nearest.map_or_else(|| "không có".to_owned(), |run| quote(&run.text));
        ledger.fact(place, stroke.page, own.is_some(), read, "thành phần của nét kẻ ấy");
        if let Some(run) = own {
            let distance = (stroke.from.1 - run.y) / (SINGLE * run.size);
            let subject = Subject::new(&rules::STROKE_LOOK, "nét kẻ cách dòng chữ");
            ledger.number(subject, stroke.page, distance, DISTANCE);
            // Of the others the decree says how long they are.
            if let (Part::AnnexRule, Some(area)) = (piece.part, seen.area(stroke.page)) {
                let off = f64::midpoint(stroke.from.0, stroke.to.0) - f64::midpoint(area.left, area.right);
                let subject = Subject::new(&rules::STROKE_LOOK, "nét kẻ dưới chú dẫn phụ lục so với giữa trang");
                ledger.number(subject, stroke.page, in_mm(off), CENTRED);
            }
        }
    }
}
