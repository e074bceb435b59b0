//! The body, ô 6: indent, justification, pitch and gap of its paragraphs, grounds, the end mark, torn rows.

use super::drawn::is_level;
use super::ledger::{Allowed, Ledger, Subject, Unit};
use super::lines::{Line, lines, text};
use super::page::{HAIR, in_mm, is_upright, quote, style};
use super::parts::{K6, Part};
use super::rules;
use super::seen::{Area, Piece, Seen, mm};

/// "Single" spacing of Times New Roman and Tinos: ascender, descender and line gap, in parts of the size.
pub(super) const SINGLE: f64 = 1.149;
/// The two indents the decree knows, in mm.
const INDENTS: [f64; 2] = [10.0, 12.7];
/// Lines closer to the margin than this reach it, in mm.
const REACHED: f64 = 0.3;
const PITCH: Allowed = Allowed::range(1.0, 1.5, Unit::Lines);
const GAP: Allowed = Allowed::at_least(6.0, Unit::Pt);

/// Enters everything about the body.
pub(super) fn measure(seen: &Seen, ledger: &mut Ledger) {
    let paragraphs: Vec<(&Piece, Vec<Line>)> = seen.body().map(|piece| (piece, lines(seen, piece))).collect();
    for (_, lines) in paragraphs.iter().filter(|(piece, _)| piece.part.is_paragraph() && !piece.overlong) {
        indent(seen, lines, ledger);
        justified(seen, lines, ledger);
        pitch(lines, ledger);
    }
    faces(seen, ledger);
    gaps(&paragraphs, ledger);
    grounds(seen, ledger);
    ends(seen, ledger);
    torn_rows(seen, ledger);
    repeated_heads(seen, ledger);
    ruled(seen, ledger);
    lone_headings(&paragraphs, ledger);
}

fn indent(seen: &Seen, lines: &[Line], ledger: &mut Ledger) {
    for (index, line) in lines.iter().enumerate() {
        let Some(area) = seen.area(line.page) else { continue };
        let value = in_mm(line.left - area.left);
        if index == 0 {
            let nearest = INDENTS.into_iter().min_by(|a, b| (a - value).abs().total_cmp(&(b - value).abs()));
            let holds = nearest.is_some_and(|indent| (indent - value).abs() < 0.2);
            let read = || format!("{value:.1} mm").replace('.', ",");
            let subject = Subject::new(&rules::INDENT, "chữ đầu đoạn");
            ledger.fact(subject, line.page, holds, read, "10,0 mm hoặc 12,7 mm");
        } else {
            let subject = Subject::new(&rules::INDENT, "các dòng sau của đoạn");
            ledger.number(subject, line.page, value, Allowed::within(0.2, Unit::Mm));
        }
    }
}

/// A line that is followed by another of its paragraph reaches the margin. One that does not, though the next
/// word would have had no room, was not justified; where it would have had room, somebody broke the line. A word
/// alone on its line cannot be spread.
fn justified(seen: &Seen, lines: &[Line], ledger: &mut Ledger) {
    let subject = Subject::new(&rules::JUSTIFIED, "dòng trong đoạn cách lề phải");
    let mut ended = None;
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        let Some(Area { right, .. }) = seen.area(line.page) else { continue };
        let gap = right - line.right;
        let broken_by_hand = gap > next.word + line.size / 4.0;
        // What reaches past the margin is told there.
        if gap < -mm(REACHED) {
            continue;
        }
        let spreads = line.text.trim().contains(char::is_whitespace);
        // Lines that somebody broke do not end below each other, as those of a narrower column do, unless they say the same.
        let below = |last: &Line| (last.right - line.right).abs() < HAIR && last.text != line.text;
        let narrower = broken_by_hand && ended.is_some_and(below);
        ended = Some(line);
        if spreads && (!broken_by_hand || narrower) {
            ledger.number(subject, line.page, in_mm(gap), Allowed::within(REACHED, Unit::Mm));
        }
    }
}

/// The text of the body is upright and not bold (khoản 6), single words aside that somebody stresses; "Điều 1." is bold.
fn faces(seen: &Seen, ledger: &mut Ledger) {
    let (mut all, mut slanted, mut bold) = (0.0, 0.0, 0.0);
    for piece in seen.pieces.iter().filter(|piece| piece.part.is_running_text()) {
        for run in seen.runs_of(piece) {
            all += run.width;
            slanted += if run.italic { run.width } else { 0.0 };
            // An article or a clause may be all title.
            bold += if run.bold && piece.part != Part::Article { run.width } else { 0.0 };
        }
    }
    if all > 0.0 {
        for (what, share) in [("phần chữ nghiêng của lời văn", slanted / all), ("phần chữ đậm của lời văn", bold / all)]
        {
            let subject = Subject::by(&rules::STYLE, what, K6);
            ledger.number(subject, 0, share, Allowed::at_most(0.5, Unit::Share));
        }
    }
    let subject = Subject::by(&rules::STYLE, "từ Điều và số thứ tự", K6);
    for piece in seen.pieces_of(Part::Article) {
        let mut runs = seen.runs_of(piece).peekable();
        let (mut said, mut holds) = (String::new(), runs.peek().is_some());
        for run in runs {
            holds &= run.bold && !run.italic;
            said.push_str(&run.text);
            if said.contains('.') {
                break;
            }
        }
        ledger.fact(
            subject,
            piece.page,
            holds,
            || if holds { style(true, false) } else { "kiểu khác" }.to_owned(),
            style(true, false),
        );
    }
}

fn pitch(lines: &[Line], ledger: &mut Ledger) {
    let subject = Subject::new(&rules::PITCH, "khoảng cách dòng");
    for pair in lines.windows(2) {
        let [line, next] = pair else { continue };
        if line.page == next.page {
            ledger.number(subject, line.page, (next.y - line.y) / (SINGLE * line.size), PITCH);
        }
    }
}

/// From one paragraph's last baseline to the next one's first, less the pitch of the text.
fn gaps(paragraphs: &[(&Piece, Vec<Line>)], ledger: &mut Ledger) {
    let text = paragraphs.iter().filter(|(piece, _)| piece.part.is_paragraph());
    let mut pitches: Vec<f64> = text
        .flat_map(|(_, lines)| lines.windows(2))
        .filter_map(|pair| match pair {
            [line, next] if line.page == next.page => Some((next.y - line.y) / line.size),
            _ => None,
        })
        .collect();
    pitches.sort_by(f64::total_cmp);
    // Where no paragraph has two lines, the smallest pitch that is allowed.
    let pitch = pitches.get(pitches.len() / 2).copied().unwrap_or(SINGLE);
    let subject = Subject::new(&rules::GAP, "khoảng cách đoạn");
    for pair in paragraphs.windows(2) {
        let [(before, last), (after, first)] = pair else { continue };
        let (Some(last), Some(first)) = (last.last(), first.first()) else { continue };
        // The title of a division stands right below its number.
        let parted = |part: Part| part.is_paragraph() || part.is_heading() && part != Part::DivisionTitle;
        let before = before.part.is_paragraph() || before.part.is_heading();
        if before && parted(after.part) && last.page == first.page && first.y > last.y {
            ledger.number(subject, first.page, first.y - last.y - pitch * first.size, GAP);
        }
    }
}

/// `Căn cứ …;` one after another, the last `.`.
fn grounds(seen: &Seen, ledger: &mut Ledger) {
    let body: Vec<&Piece> = seen.body().collect();
    for (index, piece) in body.iter().enumerate().filter(|(_, piece)| piece.part == Part::Ground) {
        let last = body.get(index + 1).is_none_or(|next| next.part != Part::Ground);
        let said = text(seen, piece);
        let opens = said.starts_with("Căn cứ ") || said.starts_with("Theo ");
        let holds = opens && said.ends_with(if last { '.' } else { ';' });
        let subject = Subject::new(&rules::GROUND, "căn cứ");
        ledger.fact(subject, piece.page, holds, || quote(&said), "“Căn cứ …;”, căn cứ cuối “….”");
    }
}

/// The last words of the body, of each annex and of each issued text are `./.`.
fn ends(seen: &Seen, ledger: &mut Ledger) {
    let own: Vec<usize> = seen.pieces_of(Part::OwnPages).map(|piece| piece.start).collect();
    let starts = std::iter::once(0).chain(own.iter().copied());
    let stops = own.iter().copied().chain([seen.runs.len()]);
    for (start, stop) in starts.zip(stops) {
        let section = seen.runs.get(start..stop).unwrap_or_default();
        let body = section.iter().rev().filter(|run| seen.around(run).any(|piece| piece.part.is_body()));
        let mut last = body.filter(|run| !run.is_blank());
        let Some(run) = last.next() else { continue };
        let said = run.text.trim_end();
        // The mark is a run of its own, or the end of one; it stands right behind a word, not behind another mark.
        let before = said.strip_suffix("./.").map(|rest| match rest {
            "" => last.next().map_or("", |run| run.text.as_str()),
            rest => rest,
        });
        let holds = before.is_some_and(|before| !before.ends_with([' ', '\u{a0}', '.', '/', ';', ',']));
        ledger.fact(Subject::new(&rules::END, "chữ cuối"), run.page, holds, || quote(&run.text), "“./.”");
    }
}

/// What a row can fill of a page that begins with the table's head again.
const ROOM: f64 = 0.88;

/// A row may go on over a page's end only if it is longer than a page.
fn torn_rows(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::SPLIT_ROW, "hàng bị cắt ở cuối trang");
    for cell in &seen.split_cells {
        // Only one row goes on over the end of a page; its highest cell is as high as the row.
        let row = seen.split_cells.iter().filter(|other| other.page == cell.page);
        let height = row.map(|other| other.height).fold(0.0, f64::max);
        let longer = seen.area(cell.page).is_some_and(|area| height > ROOM * (area.bottom - area.top));
        ledger.absent(subject, cell.page, longer, || "có hàng bị cắt".to_owned());
    }
}

/// A table is drawn as one: what has no lines is text that was put in columns.
fn ruled(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::TABLE_LOOK, "đường kẻ của bảng");
    for piece in seen.pieces_of(Part::Table) {
        let mut pages: Vec<usize> = seen.runs_of(piece).map(|run| run.page).collect();
        pages.dedup();
        for page in pages {
            let strokes =
                || piece.strokes.iter().filter_map(|index| seen.strokes.get(*index)).filter(|s| s.page == page);
            let holds = strokes().any(is_level) && strokes().any(is_upright);
            ledger.present(subject, page, holds, "có nét ngang và nét dọc");
        }
    }
}

/// A heading stands on the page where what it heads begins.
fn lone_headings(paragraphs: &[(&Piece, Vec<Line>)], ledger: &mut Ledger) {
    let subject = Subject::new(&rules::LONE_HEADING, "đề mục cuối trang");
    for pair in paragraphs.windows(2) {
        let [(heading, last), (_, first)] = pair else { continue };
        let (Some(last), Some(first)) = (last.last(), first.first()) else { continue };
        if heading.part.is_heading() {
            ledger.absent(subject, last.page, first.page == last.page, || quote(&last.text));
        }
    }
}

/// A table that goes on on another page says there again what its columns hold.
fn repeated_heads(seen: &Seen, ledger: &mut Ledger) {
    let subject = Subject::new(&rules::HEAD_ROW, "hàng tiêu đề của bảng ở trang sau");
    for (index, piece) in seen.pieces.iter().enumerate().filter(|(_, piece)| piece.part == Part::Table) {
        let head = |page: usize| {
            let mut rows = seen.head_rows.iter().filter(|row| row.table == index && row.page == page);
            rows.next().map(|row| row.text.as_str())
        };
        let mut pages: Vec<usize> = seen.runs_of(piece).map(|run| run.page).collect();
        pages.dedup();
        let Some((first, later)) = pages.split_first() else { continue };
        for page in later {
            let holds = head(*page).is_some() && head(*page) == head(*first);
            let read = || if holds { "lặp lại" } else { "không lặp lại" }.to_owned();
            ledger.fact(subject, *page, holds, read, "lặp lại");
        }
    }
}
