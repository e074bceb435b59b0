//! The order of the components down the page and the sides of the closing part (sơ đồ bố trí, Mục IV).

use super::head::CENTRED;
use super::ledger::{Allowed, Ledger, Subject, Unit};
use super::lines::{Line, lines, longest};
use super::page::in_mm;
use super::parts::Part;
use super::rules;
use super::seen::{Piece, Seen};

const RECIPIENTS: &str = "khoản 9 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
const SIGNER: &str = "khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";

/// Enters everything about the order.
pub(super) fn measure(seen: &Seen, ledger: &mut Ledger) {
    downward(seen, ledger);
    address(seen, ledger);
    digital(seen, ledger);
    for section in [seen.main(), seen.copy()] {
        let signatures = signatures(seen, section);
        signature(seen, &signatures, ledger);
        other_post(seen, section, ledger);
        recipients(seen, section, &signatures, ledger);
    }
}

/// The components from top to bottom; those of one rank stand beside each other or are measured elsewhere.
const RANKS: [&str; 7] = [
    "Quốc hiệu, tên cơ quan",
    "số, ký hiệu, địa danh và thời gian",
    "tên loại, trích yếu công văn",
    "trích yếu",
    "nơi kính gửi",
    "nội dung",
    "phần ký, nơi nhận",
];

fn rank(part: Part) -> Option<usize> {
    Some(match part {
        Part::Parent | Part::Agency | Part::NationalName | Part::Motto => 0,
        Part::Number | Part::PlaceDate => 1,
        Part::Kind | Part::Regarding => 2,
        Part::Subject => 3,
        Part::Addressee => 4,
        part if part.is_body() => 5,
        part if part.is_closing() => 6,
        _ => return None,
    })
}

/// A place in the paper: page, then height.
type Height = (usize, f64);

fn downward(seen: &Seen, ledger: &mut Ledger) {
    let mut reach: [Option<(Height, Height)>; RANKS.len()] = [None; RANKS.len()];
    for piece in seen.main().iter().filter(|piece| !piece.overlong) {
        let Some(reach) = rank(piece.part).and_then(|rank| reach.get_mut(rank)) else { continue };
        for run in [seen.runs_of(piece).next(), seen.runs_of(piece).next_back()].into_iter().flatten() {
            let (top, bottom) = reach.get_or_insert(((run.page, run.y), (run.page, run.y)));
            if lower(*top, (run.page, run.y)) {
                *top = (run.page, run.y);
            }
            if lower((run.page, run.y), *bottom) {
                *bottom = (run.page, run.y);
            }
        }
    }
    let subject = Subject::new(&rules::POSITION, "thứ tự các thành phần từ trên xuống");
    let mut above: Option<(&str, Height)> = None;
    for (name, reach) in RANKS.into_iter().zip(reach) {
        let Some((top, bottom)) = reach else { continue };
        if let Some((over, floor)) = above {
            let holds = lower(top, floor);
            let read =
                || if holds { "đúng thứ tự".to_owned() } else { format!("{name} không ở dưới {over}") };
            ledger.fact(subject, top.0, holds, read, "đúng thứ tự");
        }
        // What stands lowest so far is what the next must stand below.
        if above.is_none_or(|(_, floor)| lower(bottom, floor)) {
            above = Some((name, bottom));
        }
    }
}

/// Ô 13 ends the first page.
fn address(seen: &Seen, ledger: &mut Ledger) {
    const CLAUSE: &str = "khoản 4 Mục III Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
    let Some(line) = seen.pieces_of(Part::Address).last().and_then(|piece| lines(seen, piece).pop()) else { return };
    let Some(area) = seen.area(line.page) else { return };
    let subject = Subject::by(&rules::POSITION, "dòng cuối của địa chỉ cách lề dưới", CLAUSE);
    ledger.number(subject, line.page, in_mm(area.bottom - line.y), Allowed::range(0.0, 3.0, Unit::Mm));
    let first = Subject::by(&rules::POSITION, "trang có địa chỉ cơ quan", CLAUSE);
    ledger.fact(first, line.page, line.page == 0, || format!("trang {}", line.page + 1), "trang 1");
}

/// Ô 14 stands in the top right corner of a first page.
fn digital(seen: &Seen, ledger: &mut Ledger) {
    const CLAUSE: &str = "khoản 8 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
    for piece in seen.pieces_of(Part::DigitalSignature).filter(|piece| !piece.overlong) {
        let lines = lines(seen, piece);
        let (Some(first), Some(area)) = (lines.first(), seen.area(piece.page)) else { continue };
        for line in &lines {
            let subject = Subject::by(&rules::POSITION, "thông tin chữ ký số cách lề phải", CLAUSE);
            ledger.number(subject, line.page, in_mm(area.right - line.right), Allowed::within(0.5, Unit::Mm));
        }
        let below = seen.printed().filter(|run| run.page == first.page && seen.part_of(run) != Some(Part::PageNumber));
        let above = below.filter(|run| run.y < first.y - 1.0).count();
        let own = seen.pieces_of(Part::OwnPages).any(|own| own.page == first.page);
        let holds = above == 0 && (first.page == 0 || own);
        let subject = Subject::by(&rules::POSITION, "thông tin chữ ký số ở trên cùng trang đầu", CLAUSE);
        ledger.fact(
            subject,
            first.page,
            holds,
            || if holds { "ở trên cùng" } else { "chỗ khác" }.to_owned(),
            "ở trên cùng",
        );
    }
}

/// Whether a place is below another.
fn lower(place: Height, other: Height) -> bool {
    place.0 > other.0 || place.0 == other.0 && place.1 > other.1
}

/// The lines of each signature, from the post to the name; a post that does not stand below the last begins another.
/// None where a word is too long: what it pushes aside is not measured.
pub(super) fn signatures(seen: &Seen, section: &[Piece]) -> Vec<Vec<Line>> {
    let mut signatures: Vec<Vec<Line>> = Vec::new();
    let mut before = None;
    let of_signer = |piece: &&Piece| matches!(piece.part, Part::Capacity | Part::OtherPost | Part::Signer);
    for piece in section.iter().filter(of_signer) {
        if piece.overlong {
            return Vec::new();
        }
        let lines = lines(seen, piece);
        let Some(first) = lines.first() else { continue };
        let below = |last: &Line| lower((first.page, first.y), (last.page, last.y));
        let goes_on = piece.part != Part::Capacity || before == Some(Part::Capacity);
        match signatures.last_mut().filter(|own| goes_on && own.last().is_some_and(below)) {
            Some(own) => own.extend(lines),
            None => signatures.push(lines),
        }
        before = Some(piece.part);
    }
    signatures
}

/// Ô 7: one signer signs on the right; all lines of a signature have one middle.
fn signature(seen: &Seen, signatures: &[Vec<Line>], ledger: &mut Ledger) {
    let centred = Subject::by(&rules::POSITION, "dòng của phần ký so với giữa phần ký", SIGNER);
    for lines in signatures {
        let Some(middle) = longest(lines).map(Line::middle) else { continue };
        for line in lines {
            ledger.number(centred, line.page, in_mm(line.middle() - middle), CENTRED);
        }
    }
    let [lines] = signatures else { return };
    let Some(line) = longest(lines) else { return };
    let Some(area) = seen.area(line.page) else { return };
    let right = in_mm(line.middle() - f64::midpoint(area.left, area.right));
    let subject = Subject::new(&rules::POSITION, "phần ký ở nửa phải, cách giữa trang");
    ledger.number(subject, line.page, right, Allowed::at_least(0.0, Unit::Mm));
}

/// A post besides stands above the name (điểm đ khoản 7).
fn other_post(seen: &Seen, section: &[Piece], ledger: &mut Ledger) {
    let subject = Subject::by(&rules::POSITION, "chức vụ ghi thêm so với họ tên", SIGNER);
    let of_name = |piece: &&Piece| matches!(piece.part, Part::OtherPost | Part::Signer) && !piece.overlong;
    let pieces: Vec<&Piece> = section.iter().filter(of_name).collect();
    for (index, piece) in pieces.iter().enumerate().filter(|(_, piece)| piece.part == Part::OtherPost) {
        let name = pieces.get(index + 1).filter(|next| next.part == Part::Signer);
        let (Some(post), Some(name)) =
            (lines(seen, piece).pop(), name.and_then(|name| lines(seen, name).into_iter().next()))
        else {
            // Where nobody is known to sign yet there is no name at all.
            let alone = !pieces.iter().any(|piece| piece.part == Part::Signer);
            ledger.fact(subject, piece.page, alone, || "không ở trên họ tên".to_owned(), "ở trên họ tên");
            continue;
        };
        let holds = lower((name.page, name.y), (post.page, post.y));
        ledger.fact(subject, piece.page, holds, || "không ở trên họ tên".to_owned(), "ở trên họ tên");
    }
}

/// Ô 9b: flush left; beside one signer, "Nơi nhận:" is level with the first line of the post, in a smaller size.
fn recipients(seen: &Seen, section: &[Piece], signatures: &[Vec<Line>], ledger: &mut Ledger) {
    let flush = Subject::by(&rules::POSITION, "nơi nhận cách lề trái", RECIPIENTS);
    let level = Subject::by(&rules::POSITION, "từ Nơi nhận so với dòng đầu của phần ký", RECIPIENTS);
    let lists = section.iter().filter(|piece| matches!(piece.part, Part::Recipients | Part::Recipient | Part::Typist));
    for piece in lists.filter(|piece| !piece.overlong) {
        let Some(line) = lines(seen, piece).into_iter().next() else { continue };
        let Some(area) = seen.area(line.page) else { continue };
        ledger.number(flush, line.page, in_mm(line.left - area.left), Allowed::within(0.5, Unit::Mm));
        if let ([signature], Part::Recipients) = (signatures, piece.part)
            && let Some(post) = signature.first().filter(|post| post.page == line.page)
        {
            ledger.number(level, line.page, in_mm(line.y - post.y), Allowed::within(1.5, Unit::Mm));
        }
    }
}
