//! What stands below the body: the signature (ô 7) and the recipients (ô 9b).

use super::Told;
use super::ledger::{Allowed, Ledger, Subject, Unit};
use super::lines::{Line, lines, text};
use super::page::{in_mm, quote};
use super::parts::Part;
use super::rules;
use super::seen::{Piece, Seen};

/// Room for signature and seal, in mm.
const ROOM: Allowed = Allowed::at_least(20.0, Unit::Mm);
/// Lines of the body that a signature keeps on its page.
const COMPANY: usize = 2;

/// Enters everything about the closing parts.
pub(super) fn measure(seen: &Seen, told: Told, ledger: &mut Ledger) {
    recipients(seen, told, ledger);
    as_above(seen, ledger);
    twice(seen, ledger);
    beside(seen, ledger);
    room(seen, ledger);
    alone(seen, ledger);
    fixed(seen, ledger);
}

/// "Nơi nhận:", then `- …;`, the last `- Lưu: ….`
fn recipients(seen: &Seen, told: Told, ledger: &mut Ledger) {
    let mut parts =
        seen.pieces.iter().filter(|piece| matches!(piece.part, Part::Recipients | Part::Recipient)).peekable();
    while let Some(piece) = parts.next() {
        let said = text(seen, piece);
        if piece.part == Part::Recipients {
            let subject = Subject::new(&rules::RECIPIENTS, "từ Nơi nhận");
            ledger.fact(subject, piece.page, said == "Nơi nhận:", || quote(&said), "“Nơi nhận:”");
            continue;
        }
        let last = parts.peek().is_none_or(|next| next.part == Part::Recipients);
        let (holds, allowed) = if last {
            let place = said.strip_prefix("- Lưu:").and_then(|rest| rest.strip_suffix('.'));
            (place.is_some_and(|place| !place.trim().is_empty()), "“- Lưu: ….”")
        } else {
            (said.starts_with("- ") && said.ends_with(';'), "“- …;”")
        };
        let what = if last { "dòng cuối của nơi nhận" } else { "dòng của nơi nhận" };
        let subject = Subject::new(&rules::RECIPIENTS, what).told(last && told.filing);
        ledger.fact(subject, piece.page, holds, || quote(&said), allowed);
    }
}

/// What is addressed to somebody begins its recipients with them (điểm b khoản 9).
fn as_above(seen: &Seen, ledger: &mut Ledger) {
    let main = seen.main();
    let has = |part: Part| main.iter().find(|piece| piece.part == part);
    let (Some(_), Some(first)) = (has(Part::Addressee), has(Part::Recipient)) else { return };
    let said = text(seen, first);
    let subject = Subject::new(&rules::RECIPIENTS, "dòng đầu của nơi nhận khi có Kính gửi");
    let holds = said.starts_with("- Như trên");
    ledger.fact(subject, first.page, holds, || quote(&said), "“- Như trên;”");
}

/// A recipient is named once in a list.
fn twice(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::TWICE, "dòng trùng của nơi nhận");
    let mut named: Vec<String> = Vec::new();
    for piece in seen.pieces.iter().filter(|piece| matches!(piece.part, Part::Recipients | Part::Recipient)) {
        if piece.part == Part::Recipients {
            named.clear();
            continue;
        }
        let said = text(seen, piece);
        let place = said.trim_end_matches(['.', ';']);
        let folded = place.to_lowercase();
        ledger.absent(subject, piece.page, !named.contains(&folded), || quote(place));
        named.push(folded);
    }
}

/// What the signer's side of the closing part takes up, room for the signature included.
pub(super) struct Column {
    page: usize,
    left: f64,
    top: f64,
    bottom: f64,
}

impl Column {
    /// Whether text at this height that ends here reaches into it.
    pub fn is_reached(&self, page: usize, y: f64, right: f64) -> bool {
        page == self.page && y > self.top && y < self.bottom && right > self.left
    }
}

/// The signer's side that the recipients before it, a piece, stand beside.
pub(super) fn signature_beside(seen: &Seen, recipient: usize) -> Option<Column> {
    let is_list = |piece: &&Piece| matches!(piece.part, Part::Recipient | Part::Typist);
    let is_signature =
        |piece: &&Piece| matches!(piece.part, Part::Capacity | Part::Signed | Part::OtherPost | Part::Signer);
    let after = seen.pieces.iter().skip(recipient).skip_while(is_list).take_while(is_signature);
    let lines: Vec<Line> = after.filter(|piece| !piece.overlong).flat_map(|piece| lines(seen, piece)).collect();
    let first = lines.first()?;
    Some(Column {
        page: first.page,
        left: lines.iter().map(|line| line.left).fold(f64::INFINITY, f64::min),
        top: lines.iter().map(|line| line.y - line.size).fold(f64::INFINITY, f64::min),
        bottom: lines.iter().map(|line| line.y).fold(f64::NEG_INFINITY, f64::max),
    })
}

/// Ô 9b stands left of ô 7 and does not reach into it.
fn beside(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::POSITION, "nơi nhận lấn sang phần ký");
    for (index, piece) in seen.pieces.iter().enumerate().filter(|(_, piece)| piece.part == Part::Recipient) {
        let Some(column) = signature_beside(seen, index).filter(|_| !piece.overlong) else { continue };
        for line in lines(seen, piece) {
            let reached = column.is_reached(line.page, line.y, line.right);
            ledger.absent(subject, line.page, !reached, || quote(&line.text));
        }
    }
}

/// From the last line of a signer's post to the name.
fn room(seen: &Seen, ledger: &mut Ledger) {
    let named = |piece: &&Piece| matches!(piece.part, Part::Capacity | Part::Signer | Part::OtherPost);
    let parts: Vec<&Piece> = seen.pieces.iter().filter(named).collect();
    for pair in parts.windows(2) {
        let [post, name] = pair else { continue };
        if post.part != Part::Capacity || name.part == Part::Capacity {
            continue;
        }
        let (Some(above), Some(below)) = (lines(seen, post).last().cloned(), lines(seen, name).first().cloned()) else {
            continue;
        };
        if above.page == below.page {
            let subject = Subject::new(&rules::SIGNATURE_ROOM, "chỗ ký");
            ledger.number(subject, above.page, in_mm(below.y - above.y), ROOM);
        }
    }
}

/// What a label lets stand in any look says what it is there to say.
fn fixed(seen: &Seen, ledger: &mut Ledger) {
    let words = [
        (Part::Signed, "(Đã ký)", Subject::new(&rules::SIGNATURE_ROOM, "chữ trong chỗ ký")),
        (Part::End, "./.", Subject::new(&rules::END, "dấu kết thúc")),
    ];
    for (part, bidden, subject) in words {
        for piece in seen.pieces_of(part) {
            let said = text(seen, piece);
            ledger.fact(subject, piece.page, said == bidden, || quote(&said), &quote(bidden));
        }
    }
}

/// The page of a signature holds lines of the body too: two, or the whole last paragraph where that is shorter.
fn alone(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::LONE_SIGNATURE, "số dòng nội dung cùng trang với phần ký");
    let body: Vec<_> = seen.body().map(|piece| (piece.start, lines(seen, piece))).collect();
    for signature in seen.pieces_of(Part::Capacity) {
        let before = body.iter().filter(|(start, _)| *start < signature.start).map(|(_, lines)| lines);
        let last = before.clone().next_back().map_or(0, Vec::len);
        let company = before.flatten().filter(|line| line.page == signature.page).count();
        let holds = company >= COMPANY.min(last);
        ledger.fact(subject, signature.page, holds, || company.to_string(), "ít nhất 2, hoặc cả đoạn cuối");
    }
}
