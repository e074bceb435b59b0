//! What holds for every page: size, margins, page number, and that nothing is lost, hidden or foreign.

use super::drawn::strikes;
use super::ledger::{Allowed, Ledger, Subject, Unit};
use super::parts::Part;
use super::rules;
use super::seen::{Area, Ink, Run, Seen, Sheet, Stroke, mm};

const A4: (f64, f64) = (210.0, 297.0);
const VERTICAL: Allowed = Allowed::range(20.0, 25.0, Unit::Mm);
const LEFT: Allowed = Allowed::range(30.0, 35.0, Unit::Mm);
const RIGHT: Allowed = Allowed::range(15.0, 20.0, Unit::Mm);
/// How far text may reach past the margin: what the engine's rounding can do, far less than a comma.
const REACH: Allowed = Allowed::at_most(0.1, Unit::Mm);
/// Height of capitals, in parts of the size.
pub(super) const CAPITALS: f64 = 0.66;
/// What rounding can do, in pt.
pub(super) const HAIR: f64 = 0.75;
/// Nearer to a table's line, letters would touch it.
const CLEAR: Allowed = Allowed::at_least(0.5, Unit::Pt);
/// In tables, whose inside the decree leaves open: from the smallest size it has for words to be read.
const IN_TABLE: Allowed = Allowed::range(11.0, 14.0, Unit::Pt);
const FACES: [&str; 2] = ["Times New Roman", "Tinos"];

/// Enters everything about pages; `downward`: [`Seen::downward`].
pub(super) fn measure(seen: &Seen, downward: &[&Run], ledger: &mut Ledger) {
    for (page, sheet) in seen.sheets.iter().enumerate() {
        size(page, sheet, ledger);
        margins(page, sheet, ledger);
    }
    landscape(seen, ledger);
    for run in seen.printed() {
        if !run.overlong {
            inside(seen, run, ledger);
        }
        ink(seen, run, ledger);
        look(seen, run, ledger);
    }
    strokes(seen, ledger);
    overlaps(seen, downward, ledger);
    numbers(seen, ledger);
}

fn size(page: usize, sheet: &Sheet, ledger: &mut Ledger) {
    let (width, height) = (in_mm(sheet.width.min(sheet.height)), in_mm(sheet.width.max(sheet.height)));
    let holds = (width - A4.0).abs() < 0.5 && (height - A4.1).abs() < 0.5;
    let subject = Subject::new(&rules::PAPER, "khổ giấy");
    ledger.fact(subject, page, holds, || format!("{width:.0} × {height:.0} mm"), "210 × 297 mm");
}

/// Pages lie across only where the paper, or the annex, has a table (khoản 2 Mục I).
fn landscape(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::PAPER, "bảng ở văn bản có trang ngang");
    let own = seen.pieces_of(Part::OwnPages).map(|piece| piece.page);
    let starts: Vec<usize> = std::iter::once(0).chain(own).collect();
    let ends = starts.iter().skip(1).copied().chain([seen.sheets.len()]);
    for (start, end) in starts.iter().copied().zip(ends) {
        let sheets = seen.sheets.get(start..end).unwrap_or_default();
        if let Some(at) = sheets.iter().position(|sheet| sheet.width > sheet.height) {
            let there = seen.pieces_of(Part::Table).any(|table| (start..end).contains(&table.page));
            ledger.present(subject, start + at, there, "có");
        }
    }
}

fn margins(page: usize, sheet: &Sheet, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::AREA, "khung trang");
    ledger.present(subject, page, sheet.area.is_some(), "khung trang của thư viện trình bày");
    let Some(Area { left, right, top, bottom }) = sheet.area else { return };
    ledger.number(Subject::new(&rules::TOP, "lề trên"), page, in_mm(top), VERTICAL);
    ledger.number(Subject::new(&rules::BOTTOM, "lề dưới"), page, in_mm(sheet.height - bottom), VERTICAL);
    ledger.number(Subject::new(&rules::LEFT, "lề trái"), page, in_mm(left), LEFT);
    ledger.number(Subject::new(&rules::RIGHT, "lề phải"), page, in_mm(sheet.width - right), RIGHT);
}

/// From pen origin to pen end, and from the height of capitals to the baseline.
fn inside(seen: &Seen, run: &Run, ledger: &mut Ledger) {
    let Some(sheet) = seen.sheets.get(run.page) else { return };
    let top = run.y - CAPITALS * run.size;
    let off = (-run.x).max(run.right() - sheet.width).max(-top).max(run.y - sheet.height);
    let subject = Subject::new(&rules::OFF_PAGE, "chữ ngoài mép giấy");
    ledger.absent(subject, run.page, off <= 0.0, || quote(&run.text));
    let Some(area) = sheet.area else { return };
    let marginal = seen.around(run).any(|piece| piece.part.is_marginal());
    let beyond = (area.left - run.x).max(run.right() - area.right);
    let beyond = if marginal { beyond } else { beyond.max(area.top - top).max(run.y - area.bottom) };
    ledger.number(Subject::new(&rules::OUTSIDE, "chữ lấn ra lề"), run.page, in_mm(beyond.max(0.0)), REACH);
}

fn ink(seen: &Seen, run: &Run, ledger: &mut Ledger) {
    let missing = Subject::new(&rules::GLYPH, "chữ không có nét");
    ledger.absent(missing, run.page, run.missing.is_empty(), || quote(&run.missing));
    let face = FACES.iter().any(|family| run.family.eq_ignore_ascii_case(family));
    ledger.fact(Subject::new(&rules::FACE, "phông chữ"), run.page, face, || run.family.clone(), "Times New Roman");
    // What colour a stamp of urgency has is measured with the stamp.
    let stamp = seen.around(run).find(|piece| piece.part.is_red()).map(|piece| piece.part);
    let black = match stamp {
        Some(part) => part == Part::Urgency || run.ink != Ink::Other,
        None => run.ink == Ink::Black,
    };
    ledger.absent(Subject::new(&rules::COLOUR, "chữ không phải màu đen"), run.page, black, || quote(&run.text));
    ledger.absent(Subject::new(&rules::COLOUR, "chữ viền nét"), run.page, !run.outlined, || quote(&run.text));
    let turned = Subject::new(&rules::STYLE, "chữ bị xoay, kéo hay lật");
    ledger.absent(turned, run.page, !run.turned, || quote(&run.text));
    let foreign = Subject::new(&rules::UNLABELLED, "chữ ngoài mọi thành phần");
    ledger.absent(foreign, run.page, run.piece.is_some(), || quote(&run.text));
}

/// Size, weight and slant of the innermost component that states them.
fn look(seen: &Seen, run: &Run, ledger: &mut Ledger) {
    let Some((part, look)) = seen.look_of(run).and_then(|piece| Some((piece.part, piece.part.look()?))) else {
        if matches!(seen.part_of(run), Some(Part::Table | Part::Chart)) {
            ledger.number(Subject::new(&rules::TABLE_LOOK, "cỡ chữ trong bảng, biểu đồ"), run.page, run.size, IN_TABLE);
        }
        return;
    };
    let (name, clause) = (part.name(), look.clause);
    let allowed = Allowed::range(look.size.0, look.size.1, Unit::Pt);
    ledger.number(Subject::by(&rules::SIZE, name, clause), run.page, run.size, allowed);
    let holds = look.bold.is_none_or(|bold| bold == run.bold) && look.italic.is_none_or(|italic| italic == run.italic);
    if look.bold.is_some() || look.italic.is_some() {
        let seen = || style(run.bold, run.italic).to_owned();
        let allowed = style(look.bold == Some(true), look.italic == Some(true));
        ledger.fact(Subject::by(&rules::STYLE, name, clause), run.page, holds, seen, allowed);
    }
    if look.capitals {
        let holds = !run.text.chars().any(char::is_lowercase);
        ledger.fact(Subject::by(&rules::CAPITALS, name, clause), run.page, holds, || quote(&run.text), "in hoa");
    }
}

/// Weight and slant in words.
pub(super) fn style(bold: bool, italic: bool) -> &'static str {
    match (bold, italic) {
        (false, false) => "đứng",
        (true, false) => "đứng, đậm",
        (false, true) => "nghiêng",
        (true, true) => "nghiêng, đậm",
    }
}

/// A stroke may stand half its thickness outside, as tables do.
fn strokes(seen: &Seen, ledger: &mut Ledger) {
    let overlong = |index: usize| seen.pieces.iter().any(|piece| piece.overlong && piece.strokes.contains(&index));
    for (index, stroke) in seen.strokes.iter().enumerate() {
        let Some(area) = seen.area(stroke.page) else { continue };
        let (left, right) = (stroke.from.0.min(stroke.to.0), stroke.from.0.max(stroke.to.0));
        let beyond = (area.left - left).max(right - area.right).max(0.0);
        if beyond > 0.0 && overlong(index) {
            continue;
        }
        ledger.number(Subject::new(&rules::OUTSIDE, "nét kẻ lấn ra lề"), stroke.page, in_mm(beyond), REACH);
    }
}

/// Whether the boxes of two runs, a capital high, share more than a hair.
pub(super) fn over(run: &Run, other: &Run) -> bool {
    let across = run.right().min(other.right()) - run.x.max(other.x);
    let down = run.y.min(other.y) - (run.y - CAPITALS * run.size).max(other.y - CAPITALS * other.size);
    across > HAIR && down > HAIR
}

/// Whether a run goes over a line between columns of a table.
pub(super) fn crossed(seen: &Seen, run: &Run) -> bool {
    seen.strokes_on(run.page).iter().any(|stroke| crosses(stroke, run))
}

pub(super) fn is_upright(stroke: &Stroke) -> bool {
    (stroke.from.0 - stroke.to.0).abs() < HAIR
}

/// Whether an upright stroke stands at the height of a run.
fn is_beside(stroke: &Stroke, run: &Run) -> bool {
    let (top, bottom) = (stroke.from.1.min(stroke.to.1), stroke.from.1.max(stroke.to.1));
    is_upright(stroke) && run.y > top && run.y - CAPITALS * run.size < bottom
}

fn crosses(stroke: &Stroke, run: &Run) -> bool {
    let x = stroke.from.0;
    is_beside(stroke, run) && run.x + HAIR < x && x < run.right() - HAIR
}

/// How far a run stands from a stroke that it does not cross.
fn clear_of(stroke: &Stroke, run: &Run) -> f64 {
    let x = stroke.from.0;
    if !is_beside(stroke, run) || crosses(stroke, run) {
        return f64::INFINITY;
    }
    (x - run.right()).max(run.x - x)
}

/// Text over text, over the lines of tables, and lines along or through text.
fn overlaps(seen: &Seen, runs: &[&Run], ledger: &mut Ledger) {
    let tallest = runs.iter().map(|run| run.size).fold(0.0, f64::max);
    let subject = Subject::new(&rules::OVERLAP, "chữ đè lên chữ");
    let ruled = Subject::new(&rules::OVERLAP, "chữ đè lên nét kẻ của bảng");
    let struck = Subject::new(&rules::DRAWING, "nét gạch qua chữ");
    let clear = Subject::new(&rules::TABLE_LOOK, "chữ cách nét kẻ đứng của bảng");
    for (index, run) in runs.iter().enumerate().filter(|(_, run)| !run.overlong) {
        let below = runs.iter().skip(index + 1);
        let mut near = below.take_while(|other| other.page == run.page && other.y - run.y < tallest);
        let hit = near.find(|other| !other.overlong && over(run, other));
        let seen_over =
            || hit.map_or_else(String::new, |other| format!("{} và {}", quote(&run.text), quote(&other.text)));
        ledger.absent(subject, run.page, hit.is_none(), seen_over);
        let strokes = seen.strokes_on(run.page);
        if !strokes.is_empty() {
            let (mut crossed, mut through, mut room) = (false, false, f64::INFINITY);
            for stroke in strokes {
                crossed |= crosses(stroke, run);
                room = room.min(clear_of(stroke, run));
                through |= strikes(stroke, run);
            }
            ledger.absent(ruled, run.page, !crossed, || quote(&run.text));
            ledger.absent(struck, run.page, !through, || quote(&run.text));
            if room.is_finite() {
                ledger.number(clear, run.page, room, CLEAR);
            }
        }
    }
}

/// Page numbers run from 1 in the paper, in each annex and in each issued text; the first of each shows none.
fn numbers(seen: &Seen, ledger: &mut Ledger) {
    let own: Vec<usize> = seen.pieces_of(Part::OwnPages).map(|piece| piece.page).collect();
    for annex in seen.pieces_of(Part::Annex) {
        let apart = annex.page == 0 || own.contains(&annex.page);
        let subject = Subject::new(&rules::PAGE_NUMBER, "trang riêng của phụ lục");
        ledger.present(subject, annex.page, apart, "có, đánh số từ 1");
    }
    for page in 0..seen.sheets.len() {
        let first = own.iter().copied().filter(|start| *start <= page).max().unwrap_or(0);
        let number = page - first + 1;
        let shown: Vec<&Run> = seen
            .pieces_of(Part::PageNumber)
            .filter(|piece| piece.page == page)
            .flat_map(|piece| seen.runs_of(piece))
            .collect();
        let said: String = shown.iter().map(|run| run.text.trim()).collect();
        let holds = if number == 1 { said.is_empty() } else { said == number.to_string() };
        let allowed = "trang đầu không hiển thị, các trang sau từ 2";
        let shown_as = || {
            let said = if said.is_empty() { "không hiển thị".to_owned() } else { quote(&said) };
            format!("trang thứ {number}: {said}")
        };
        ledger.fact(Subject::new(&rules::PAGE_NUMBER, "số trang"), page, holds, shown_as, allowed);
        let (Some(area), Some(run)) = (seen.area(page), shown.first()) else { continue };
        let middle = f64::midpoint(run.x, run.right()) - f64::midpoint(area.left, area.right);
        let subject = Subject::new(&rules::PAGE_NUMBER, "số trang so với giữa trang");
        ledger.number(subject, page, in_mm(middle), Allowed::within(0.5, Unit::Mm));
        let above = Subject::new(&rules::PAGE_NUMBER, "số trang trong lề trên, cách vùng chữ");
        ledger.number(above, page, in_mm(area.top - run.y), Allowed::at_least(0.0, Unit::Mm));
    }
}

/// Millimetres of a length in pt.
pub(super) fn in_mm(length: f64) -> f64 {
    length / mm(1.0)
}

/// A text for a message: short, in quotation marks.
pub(super) fn quote(text: &str) -> String {
    const LONGEST: usize = 40;
    let text = text.trim();
    let short: String = text.chars().take(LONGEST).collect();
    let more = if short.len() < text.len() { "…" } else { "" };
    format!("“{short}{more}”")
}
