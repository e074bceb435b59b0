//! What stands above the body: ô 1–5 and 9a, and whether all main components are there.

use super::body::SINGLE;
use super::ledger::{Allowed, Ledger, Subject, Unit};
use super::lines::{Line, lines, longest, text};
use super::page::{in_mm, quote};
use super::parts::{K1, K2, K5, K6, K9, P3, Part};
use super::seen::{Piece, Run, Seen, Stroke};
use super::{Expected, Profile, rules};

/// How far from the middle a centred line may stand, in mm.
pub(super) const CENTRED: Allowed = Allowed::within(1.0, Unit::Mm);

/// How far ô 2 keeps from ô 1: farther than the blank between two words of 13 pt, or both would read as one line. The
/// decree says nothing; the library keeps 4 mm (`cach-cot-dau`).
const APART: Allowed = Allowed::at_least(1.2, Unit::Mm);

/// Enters everything about the head.
pub(super) fn measure(seen: &Seen, expected: Expected, ledger: &mut Ledger) {
    missing(seen, expected, ledger);
    national(seen, ledger);
    close_below(seen, ledger);
    UNDERLINES.iter().for_each(|underline| under(seen, underline, ledger));
    drawn_by_characters(seen, ledger);
    positions(seen, ledger);
    number(seen, ledger);
    place_and_day(seen, ledger);
    regarding(seen, ledger);
    addressees(seen, ledger);
}

/// khoản 2 Điều 8: what every paper has. A form of its own (biên bản) has no place and day above; an annex in a file of
/// its own (Mẫu 2.2) has none of it, but says which paper it belongs to.
fn missing(seen: &Seen, expected: Expected, ledger: &mut Ledger) {
    let has = |part: Part| seen.pieces_of(part).next().is_some();
    if is_annex(seen) {
        return of_annex(seen, ledger);
    }
    let minutes = is_minutes(seen);
    let copy = expected.profile == Profile::Copy;
    let required = [
        (true, Part::NationalName),
        (true, Part::Motto),
        (true, Part::Agency),
        (expected.numbered, Part::Number),
        (!minutes && !copy, Part::PlaceDate),
        (!expected.draft && !copy, Part::Capacity),
        (true, Part::Recipients),
    ];
    for (_, part) in required.into_iter().filter(|(required, _)| *required) {
        let told = part == Part::Capacity && expected.told.signer;
        ledger.present(Subject::new(&rules::MISSING, part.name()).told(told), 0, has(part), "có");
    }
    let named = has(Part::Kind) || has(Part::Regarding);
    let subject = Subject::new(&rules::MISSING, "tên loại và trích yếu").told(expected.told.subject);
    ledger.present(subject, 0, named, "có");
}

/// Minutes are signed by those who led and wrote them (Mẫu 1.9).
pub(super) fn is_minutes(seen: &Seen) -> bool {
    seen.main().iter().any(|piece| piece.part == Part::Kind && text(seen, piece).starts_with("BIÊN BẢN"))
}

/// Whether the first words of the paper, ô 14 aside, are "Phụ lục".
pub(super) fn is_annex(seen: &Seen) -> bool {
    let printed = |piece: &&Piece| seen.runs_of(piece).next().is_some();
    let mut first = seen.pieces.iter().filter(printed).filter(|piece| piece.part != Part::DigitalSignature);
    first.next().is_some_and(|piece| piece.part == Part::Annex)
}

/// The note "(Kèm theo …)" names the paper; where its number is left blank, as of an electronic one, ô 14 tells it.
fn of_annex(seen: &Seen, ledger: &mut Ledger) {
    const CLAUSE: &str = "khoản 1 Mục III Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP";
    let note = seen.pieces_of(Part::AnnexOf).next().map(|piece| text(seen, piece));
    let of = |part: Part| Subject::by(&rules::MISSING, part.name(), CLAUSE);
    ledger.present(of(Part::AnnexOf), 0, note.is_some(), "có");
    let numbered = note.is_some_and(|note| note.contains(|c: char| c.is_ascii_digit()));
    let signed = seen.pieces_of(Part::DigitalSignature).next().is_some();
    ledger.present(of(Part::DigitalSignature), 0, numbered || signed, "có, hoặc chú dẫn kèm theo ghi số");
}

fn national(seen: &Seen, ledger: &mut Ledger) {
    let words = [
        (Part::NationalName, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "“CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”, một dòng"),
        (Part::Motto, "Độc lập - Tự do - Hạnh phúc", "“Độc lập - Tự do - Hạnh phúc”, một dòng"),
    ];
    for (part, said, allowed) in words {
        for piece in seen.pieces_of(part) {
            let lines = lines(seen, piece);
            let holds = lines.len() == 1 && text(seen, piece) == said;
            let count = lines.len();
            let read = || format!("{}, {count} dòng", quote(&text(seen, piece)));
            ledger.fact(Subject::new(&rules::NATIONAL, part.name()), piece.page, holds, read, allowed);
        }
    }
}

/// What stands right below another component: "cách nhau dòng đơn" (khoản 1, 2), "ngay dưới" (khoản 5, 6; Mục III).
fn close_below(seen: &Seen, ledger: &mut Ledger) {
    const SINGLE_SPACED: Allowed = Allowed::range(0.95, 1.05, Unit::Lines);
    const RIGHT_BELOW: Allowed = Allowed::range(0.95, 2.0, Unit::Lines);
    let pairs = [
        (Part::NationalName, Part::Motto, "từ Quốc hiệu xuống Tiêu ngữ", K1, SINGLE_SPACED),
        (Part::Parent, Part::Agency, "từ tên cơ quan chủ quản xuống tên cơ quan", K2, SINGLE_SPACED),
        (Part::Kind, Part::Subject, "từ tên loại xuống trích yếu", K5, RIGHT_BELOW),
        (Part::Division, Part::DivisionTitle, "từ số thứ tự phần, chương, mục xuống tiêu đề", K6, RIGHT_BELOW),
        (Part::Annex, Part::AnnexTitle, "từ chữ Phụ lục xuống tên phụ lục", P3, RIGHT_BELOW),
    ];
    let texts: Vec<&Piece> = seen.pieces.iter().filter(|piece| !piece.part.is_rule() && !piece.overlong).collect();
    for pair in texts.windows(2) {
        let [one, other] = pair else { continue };
        for (over, under, what, clause, allowed) in pairs {
            let (above, below) = match (one.part, other.part) {
                parts if parts == (over, under) => (one, other),
                // One division may begin right below the title of another.
                parts if parts == (under, over) && over != Part::Division => (other, one),
                _ => continue,
            };
            let (last, first) = (lines(seen, above).pop(), lines(seen, below).into_iter().next());
            if let (Some(last), Some(first)) = (last, first) {
                let down = (first.y - last.y) / (SINGLE * first.size);
                ledger.number(Subject::by(&rules::PITCH, what, clause), below.page, down, allowed);
            }
        }
    }
}

/// A rule under a component of the head.
struct Underline {
    text: Part,
    rule: Part,
    /// Whether it is as long as the text, or a part of the longest line.
    equal: bool,
    /// What its length and its middle are called.
    length: &'static str,
    middle: &'static str,
}

const UNDERLINES: [Underline; 3] = [
    Underline {
        text: Part::Motto,
        rule: Part::MottoRule,
        equal: true,
        length: "nét kẻ dưới Tiêu ngữ so với dòng chữ",
        middle: "nét kẻ dưới Tiêu ngữ so với giữa dòng chữ",
    },
    Underline {
        text: Part::Agency,
        rule: Part::AgencyRule,
        equal: false,
        length: "nét kẻ dưới tên cơ quan so với dòng dài nhất",
        middle: "nét kẻ dưới tên cơ quan so với giữa dòng chữ",
    },
    Underline {
        text: Part::Subject,
        rule: Part::SubjectRule,
        equal: false,
        length: "nét kẻ dưới trích yếu so với dòng dài nhất",
        middle: "nét kẻ dưới trích yếu so với giữa dòng chữ",
    },
];

/// The rule under a component: there, as long as it must be, centred on the text.
fn under(seen: &Seen, underline: &Underline, ledger: &mut Ledger) {
    let Underline { text, rule, equal, length, middle } = *underline;
    let strokes: Vec<&Stroke> =
        seen.pieces_of(rule).flat_map(|piece| &piece.strokes).filter_map(|index| seen.strokes.get(*index)).collect();
    for piece in seen.pieces_of(text).filter(|piece| !piece.overlong) {
        let lines = lines(seen, piece);
        let Some(longest) = longest(&lines) else { continue };
        let last = lines.last().map_or(longest.y, |line| line.y);
        // The rule is the first stroke below the text.
        let below = |stroke: &&&Stroke| stroke.page == longest.page && stroke.from.1 >= last;
        let stroke = strokes.iter().filter(below).min_by(|a, b| a.from.1.total_cmp(&b.from.1));
        let there = Subject::new(&rules::STROKE, rule.name());
        ledger.present(there, piece.page, stroke.is_some(), "một nét liền ngay dưới dòng chữ");
        let Some(stroke) = stroke else { continue };
        let long = (stroke.to.0 - stroke.from.0).abs();
        let (value, allowed) = if equal {
            (in_mm(long - longest.length()), Allowed::within(0.5, Unit::Mm))
        } else {
            (long / longest.length(), Allowed::range(1.0 / 3.0, 0.5, Unit::Share))
        };
        ledger.number(Subject::new(&rules::STROKE, length), piece.page, value, allowed);
        let off = f64::midpoint(stroke.from.0, stroke.to.0) - longest.middle();
        ledger.number(Subject::new(&rules::STROKE, middle), piece.page, in_mm(off), CENTRED);
    }
}

/// `────` and `____` are no rules. In the body they are the author's own.
fn drawn_by_characters(seen: &Seen, ledger: &mut Ledger) {
    const SHORTEST: usize = 4;
    let subject = Subject::new(&rules::STROKE, "nét kẻ bằng ký tự");
    let outside = |run: &&Run| !seen.around(run).any(|piece| piece.part.is_body());
    for run in seen.printed().filter(outside) {
        let text = run.text.trim();
        let drawn = text.chars().all(|c| "_─━—–―=-".contains(c)) && text.chars().count() >= SHORTEST;
        ledger.absent(subject, run.page, !drawn, || quote(&run.text));
    }
}

fn middle(lines: &[Line]) -> Option<f64> {
    longest(lines).map(Line::middle)
}

/// Where the components of the head stand (sơ đồ bố trí, Mục IV).
fn positions(seen: &Seen, ledger: &mut Ledger) {
    let first = |part: Part| seen.pieces_of(part).next().filter(|piece| !piece.overlong);
    let lines_of = |part: Part| first(part).map(|piece| (piece.page, lines(seen, piece)));
    let pairs = [
        (Part::Motto, Part::NationalName, "Tiêu ngữ so với giữa Quốc hiệu"),
        (Part::PlaceDate, Part::NationalName, "địa danh và thời gian so với giữa Quốc hiệu"),
        (Part::Parent, Part::Agency, "tên cơ quan chủ quản so với giữa tên cơ quan"),
        (Part::Number, Part::Agency, "số, ký hiệu so với giữa tên cơ quan"),
        (Part::Regarding, Part::Number, "trích yếu công văn so với giữa số, ký hiệu"),
    ];
    for (part, over, what) in pairs {
        let (Some((page, lines)), Some((_, above))) = (lines_of(part), lines_of(over)) else { continue };
        let (Some(middle), Some(above)) = (middle(&lines), middle(&above)) else { continue };
        ledger.number(Subject::new(&rules::POSITION, what), page, in_mm(middle - above), CENTRED);
    }
    let heads = [
        (Part::Kind, "tên loại so với giữa trang"),
        (Part::Subject, "trích yếu so với giữa trang"),
        (Part::AnnexTitle, "tên phụ lục so với giữa trang"),
        (Part::Annex, "từ Phụ lục so với giữa trang"),
        (Part::AnnexOf, "chú dẫn kèm theo văn bản so với giữa trang"),
        (Part::Authority, "dòng thẩm quyền so với giữa trang"),
        (Part::Division, "số thứ tự phần, chương, mục so với giữa trang"),
        (Part::DivisionTitle, "tiêu đề phần, chương, mục so với giữa trang"),
    ];
    for (part, what) in heads {
        for piece in seen.pieces_of(part).filter(|piece| !piece.overlong) {
            for line in lines(seen, piece) {
                let Some(area) = seen.area(line.page) else { continue };
                let value = in_mm(line.middle() - f64::midpoint(area.left, area.right));
                ledger.number(Subject::new(&rules::POSITION, what), line.page, value, CENTRED);
            }
        }
    }
    sides(seen, first(Part::NationalName), first(Part::Agency), ledger);
}

/// Ô 2 stands left of ô 1 and does not reach into it.
fn sides(seen: &Seen, name: Option<&Piece>, agency: Option<&Piece>, ledger: &mut Ledger) {
    let (Some(name), Some(agency)) = (name, agency) else { return };
    let Some(left) = lines(seen, name).first().map(|line| line.left) else { return };
    let parent = seen.pieces_of(Part::Parent).next().filter(|parent| parent.page == agency.page);
    let both = [Some(agency), parent].into_iter().flatten().flat_map(|piece| lines(seen, piece));
    let right = both.map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
    let subject = Subject::new(&rules::POSITION, "khoảng giữa tên cơ quan và Quốc hiệu");
    ledger.number(subject, name.page, in_mm(left - right), APART);
}

/// `Số: 15/TTr-UBND`; blanks where the number is not given yet.
fn number(seen: &Seen, ledger: &mut Ledger) {
    for piece in seen.pieces_of(Part::Number) {
        let said = text(seen, piece);
        let holds = lines(seen, piece).len() == 1 && is_number(&said);
        let subject = Subject::new(&rules::NUMBER, "số, ký hiệu");
        ledger.fact(subject, piece.page, holds, || quote(&said), "“Số: 05/TTr-UBND”, một dòng");
    }
}

pub(super) fn is_number(said: &str) -> bool {
    let Some(rest) = said.strip_prefix("Số:") else { return false };
    let Some((number, symbol)) = rest.split_once('/') else { return false };
    let digits = number.trim().trim_end_matches(char::is_alphabetic);
    let number_holds = number.trim().is_empty() && number.starts_with(char::is_whitespace)
        || number.starts_with([' ', '\u{a0}'])
            && digits.len() >= 2
            && digits.bytes().all(|b| b.is_ascii_digit())
            && (digits.len() == 2 || !digits.starts_with('0'));
    let one_word =
        |symbol: &str| !symbol.is_empty() && !symbol.contains(|c: char| c.is_whitespace() || "–—".contains(c));
    number_holds && one_word(symbol)
}

/// `Phước Long, ngày 05 tháng 01 năm 2021`; blanks in a draft.
fn place_and_day(seen: &Seen, ledger: &mut Ledger) {
    for piece in seen.pieces_of(Part::PlaceDate) {
        let said = text(seen, piece);
        let subject = Subject::new(&rules::PLACE_DATE, "địa danh và thời gian");
        let allowed = "“Phước Long, ngày 05 tháng 01 năm 2021”";
        ledger.fact(subject, piece.page, is_place_and_day(&said), || quote(&said), allowed);
    }
    level(seen, ledger);
}

/// Ô 3 and ô 4 stand on one line, where both have one line; a copy shows the number of its original as well.
fn level(seen: &Seen, ledger: &mut Ledger) {
    let single = |part| seen.pieces_of(part).map(|piece| lines(seen, piece)).filter(|lines| lines.len() == 1).flatten();
    for day in single(Part::PlaceDate) {
        let apart = |number: &Line| (number.y - day.y).abs();
        let numbers = single(Part::Number).filter(|number| number.page == day.page);
        if let Some(number) = numbers.min_by(|a, b| apart(a).total_cmp(&apart(b))) {
            let subject = Subject::new(&rules::POSITION, "số, ký hiệu so với dòng địa danh");
            ledger.number(subject, day.page, in_mm(number.y - day.y), CENTRED);
        }
    }
}

pub(super) fn is_place_and_day(said: &str) -> bool {
    let said = said.replace('\u{a0}', " ");
    let Some((place, date)) = said.split_once("ngày") else { return false };
    let Some((day, rest)) = date.split_once("tháng") else { return false };
    let Some((month, year)) = rest.split_once("năm") else { return false };
    let blank = |word: &str| word.trim().is_empty();
    let number = |word: &str| word.trim().parse::<u32>().ok();
    let day_holds = blank(day) || day.trim().len() == 2 && number(day).is_some_and(|d| (1..=31).contains(&d));
    let month_holds = blank(month)
        || number(month).is_some_and(|m| match m {
            1 | 2 => month.trim().len() == 2,
            3..=9 => month.trim().len() == 1,
            _ => (10..=12).contains(&m),
        });
    let year_holds = blank(year) || year.trim().len() == 4 && number(year).is_some();
    let place_holds = blank(place) || place.trim_end().ends_with(',');
    let (day, month, year) = (number(day), number(month), number(year).and_then(|year| i32::try_from(year).ok()));
    let in_calendar = match (year, month, day) {
        (Some(year), Some(month), Some(day)) => chrono::NaiveDate::from_ymd_opt(year, month, day).is_some(),
        _ => true,
    };
    place_holds && day_holds && month_holds && year_holds && in_calendar
}

/// `V/v …` below number and symbol, 6 pt of white between the lines.
fn regarding(seen: &Seen, ledger: &mut Ledger) {
    for piece in seen.pieces_of(Part::Regarding) {
        let said = text(seen, piece);
        let subject = Subject::new(&rules::REGARDING, "trích yếu công văn");
        ledger.fact(subject, piece.page, said.starts_with("V/v "), || quote(&said), "“V/v …”");
        let above = seen.pieces_of(Part::Number).next().map(|number| lines(seen, number));
        let (Some(above), Some(line)) =
            (above.and_then(|lines| lines.last().cloned()), lines(seen, piece).first().cloned())
        else {
            continue;
        };
        let gap = line.y - above.y - SINGLE * line.size;
        let subject = Subject::new(&rules::REGARDING, "trích yếu công văn cách số, ký hiệu");
        ledger.number(subject, piece.page, gap, Allowed::at_least(6.0, Unit::Pt));
    }
}

/// One addressee on the line of "Kính gửi:"; more below, each `- …;`, the last `.`.
fn addressees(seen: &Seen, ledger: &mut Ledger) {
    for piece in seen.pieces_of(Part::Addressee) {
        let said = text(seen, piece);
        let items = said.strip_prefix("Kính gửi:").map(str::trim);
        let lines = lines(seen, piece);
        let (dashed, apart) = (lines.iter().filter(|line| is_dashed(line)), lines.first().map(|line| line.text.trim()));
        let holds = items.is_some_and(|items| match items.strip_prefix("- ") {
            Some(list) => {
                let own_lines = apart == Some("Kính gửi:") && list.split("; - ").count() == dashed.clone().count();
                own_lines && list.ends_with('.') && list.split("; - ").all(|item| !item.trim().is_empty())
            }
            None => !items.is_empty(),
        });
        let subject = Subject::new(&rules::ADDRESSEE, "nơi kính gửi");
        ledger.fact(subject, piece.page, holds, || quote(&said), "“Kính gửi: …”, hoặc mỗi nơi một dòng “- …;”");
        let Some(first) = lines.first().filter(|_| apart == Some("Kính gửi:")) else { continue };
        let colon = first.right - COLON * first.size;
        for line in dashed {
            let subject = Subject::by(&rules::POSITION, "gạch đầu dòng so với dấu hai chấm sau Kính gửi", K9);
            ledger.number(subject, line.page, in_mm(line.left - colon), CENTRED);
        }
    }
}

/// How wide a colon is, in parts of the size.
const COLON: f64 = 0.278;

fn is_dashed(line: &Line) -> bool {
    line.text.trim_start().starts_with("- ")
}
