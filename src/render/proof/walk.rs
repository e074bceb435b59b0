//! Compiled frames → what a reader sees of them ([`Seen`]).

use typst::foundations::{Smart, StyleChain, Value};
use typst::introspection::{Location, MetadataElem, Tag};
use typst::layout::{Frame, FrameItem, Point, Size, Transform};
use typst::model::TableCell;
use typst::text::{FontStyle, FontWeight, TextItem};
use typst::visualize::{FixedStroke, Geometry, Paint, Shape};
use typst_layout::PagedDocument;

use super::overlong;
use super::parts::Part;
use super::seen::{Area, Drawing, HeadRow, Ink, Outline, Piece, Run, Seen, Sheet, Shrunk, SplitCell, Stroke, Word};

impl Seen {
    /// Walks all frames once.
    pub fn of(document: &PagedDocument) -> Self {
        let mut walk = Walk::default();
        for page in document.pages() {
            let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
            walk.margins = Margins::default();
            if matches!(page.fill, Smart::Custom(Some(_))) {
                walk.drawing("nền trang có màu");
            }
            walk.frame(&page.frame, Transform::identity());
            let area = walk.margins.area(width, height);
            walk.seen.sheets.push(Sheet { width, height, area });
        }
        overlong::mark(&mut walk.seen);
        walk.seen
    }
}

#[derive(Default)]
struct Margins {
    sides: Option<(f64, f64)>,
    top: Option<f64>,
    bottom: Option<f64>,
}

impl Margins {
    fn area(&self, width: f64, height: f64) -> Option<Area> {
        let (left, right) = self.sides?;
        let area = Area { left, right, top: self.top?, bottom: height - self.bottom? };
        (right <= width).then_some(area)
    }
}

#[derive(Default)]
struct Walk {
    seen: Seen,
    /// Components that are open here, with their pieces.
    open: Vec<(Location, usize)>,
    /// All table cells so far.
    cells: Vec<Location>,
    /// The table cells that are open here, each in a first row or not.
    open_cells: Vec<(Location, bool)>,
    /// How many pieces of torn cells are open here.
    torn: usize,
    margins: Margins,
}

impl Walk {
    fn frame(&mut self, frame: &Frame, around: Transform) {
        for (at, item) in frame.items() {
            match item {
                FrameItem::Group(group) => {
                    let cell = group
                        .parent
                        .is_some_and(|parent| self.part_of_cell(parent.location, group.frame.height().to_pt()));
                    self.torn += usize::from(cell);
                    if group.clip.is_some() {
                        self.drawing("vùng bị cắt khuất");
                    }
                    let inside = around.pre_concat(Transform::translate(at.x, at.y)).pre_concat(group.transform);
                    self.frame(&group.frame, inside);
                    self.torn -= usize::from(cell);
                }
                FrameItem::Text(text) => self.text(text, at.transform(around), around),
                FrameItem::Shape(shape, _) => self.shape(shape, *at, around),
                FrameItem::Tag(tag) => self.tag(tag, at.transform(around)),
                FrameItem::Image(..) => self.drawing("hình ảnh"),
                FrameItem::Link(..) => {}
            }
        }
    }

    fn drawing(&mut self, what: &'static str) {
        self.seen.drawings.push(Drawing { page: self.seen.sheets.len(), what });
    }

    /// A straight stroke, the frame of a stamp, or a drawing.
    fn shape(&mut self, shape: &Shape, at: Point, around: Transform) {
        let framed = self.open.last().and_then(|(_, piece)| self.seen.pieces.get(*piece));
        let framed = framed.is_some_and(|piece| piece.part.is_framed());
        match (&shape.geometry, &shape.stroke, &shape.fill) {
            (Geometry::Line(by), Some(stroke), _) => {
                self.stroke(at.transform(around), (at + *by).transform(around), stroke);
            }
            (Geometry::Rect(size), Some(stroke), None) if framed && stroke.dash.is_none() => {
                self.outline(at.transform(around), *size, ink(&stroke.paint));
            }
            // What has neither border nor fill leaves no ink.
            (_, None, None) | (Geometry::Line(_), None, _) => {}
            (_, _, Some(_)) => self.drawing("mảng tô màu"),
            (Geometry::Rect(_), ..) => self.drawing("khung chữ nhật"),
            (Geometry::Curve(_), ..) => self.drawing("hình vẽ"),
        }
    }

    fn tag(&mut self, tag: &Tag, at: Point) {
        let page = self.seen.sheets.len();
        match tag {
            Tag::Start(element, _) => {
                let Some(location) = element.location() else { return };
                if let Some(cell) = element.to_packed::<TableCell>() {
                    self.cells.push(location);
                    self.open_cells.push((location, cell.y.get(StyleChain::default()) == Smart::Custom(0)));
                }
                let part = element.label().and_then(|label| Part::of(label.resolve().as_str()));
                match (part, element.to_packed::<MetadataElem>()) {
                    (Some(Part::Margin), Some(said)) => self.margin(&said.value, at.x.to_pt()),
                    (Some(Part::Shrunk), Some(said)) => self.seen.shrunk.extend(shrunk(&said.value, page)),
                    (Some(part), _) => {
                        let parent = self.open.last().map(|(_, piece)| *piece).filter(|_| !part.stands_apart());
                        self.open.push((location, self.seen.pieces.len()));
                        let (start, runs, strokes) = (self.seen.runs.len(), Vec::new(), Vec::new());
                        let overlong = false;
                        self.seen.pieces.push(Piece { part, parent, page, start, runs, strokes, overlong });
                    }
                    _ => {}
                }
            }
            Tag::End(location, ..) => {
                self.open.retain(|(open, _)| open != location);
                self.open_cells.retain(|(open, _)| open != location);
            }
        }
    }

    /// The engine ties the pieces of a cell that a page's end tears to the cell's location, and only those.
    fn part_of_cell(&mut self, location: Location, height: f64) -> bool {
        if !self.cells.contains(&location) {
            return false;
        }
        match self.seen.split_cells.iter_mut().find(|cell| cell.location == location) {
            Some(cell) => cell.height += height,
            None => {
                self.seen.split_cells.push(SplitCell { page: self.seen.sheets.len(), height, location });
            }
        }
        true
    }

    /// What the engine gave the header or footer: as wide as the text area, as high as the margin.
    fn margin(&mut self, said: &Value, x: f64) {
        let Value::Dict(said) = said else { return };
        let number = |key: &str| said.get(key).ok().and_then(number);
        let (Some(width), Some(height)) = (number("rong"), number("cao")) else { return };
        self.margins.sides = Some((x, x + width));
        match said.get("canh") {
            Ok(Value::Str(side)) if side.as_str() == "tren" => self.margins.top = Some(height),
            _ => self.margins.bottom = Some(height),
        }
    }

    fn text(&mut self, item: &TextItem, at: Point, around: Transform) {
        let (across, down) = (around.sx.get(), around.sy.get());
        let size = item.size.to_pt() * down;
        let (mut width, mut advance, mut word) = (0.0, 0.0, None);
        let mut missing = String::new();
        for glyph in &item.glyphs {
            let text = item.text.get(glyph.range()).unwrap_or_default();
            let blank = text.trim().is_empty();
            if blank && word.is_none() && advance > 0.0 {
                word = Some(advance);
            }
            advance += glyph.x_advance.get() * size;
            if !blank {
                width = advance;
            }
            if glyph.id == 0 && !blank {
                missing.push_str(text);
            }
        }
        let info = item.font.info();
        let run = Run {
            page: self.seen.sheets.len(),
            x: at.x.to_pt(),
            y: at.y.to_pt(),
            width,
            word: word.unwrap_or(width),
            size,
            bold: info.variant.weight >= FontWeight::SEMIBOLD,
            italic: info.variant.style != FontStyle::Normal,
            family: info.family.clone(),
            ink: ink(&item.fill),
            outlined: item.stroke.is_some(),
            turned: !around.kx.is_zero() || !around.ky.is_zero() || (across - down).abs() > 0.001 || down <= 0.0,
            missing,
            text: item.text.to_string(),
            piece: self.around_text(),
            long: long_word(item, size),
            overlong: false,
        };
        self.head_row(&run.text);
        let index = self.seen.runs.len();
        self.seen.runs.push(run);
        // A page number belongs to no paragraph, though one may go on around it.
        for (_, piece) in self.open.iter().rev() {
            let Some(piece) = self.seen.pieces.get_mut(*piece) else { continue };
            piece.runs.push(index);
            if piece.part.stands_apart() {
                break;
            }
        }
    }

    /// The innermost component; a table has no words but those in its cells.
    fn around_text(&self) -> Option<usize> {
        let (_, index) = self.open.last()?;
        let table = self.seen.pieces.get(*index).is_some_and(|piece| piece.part == Part::Table);
        (!table || self.torn > 0 || !self.open_cells.is_empty()).then_some(*index)
    }

    /// Text in the first row of a table.
    fn head_row(&mut self, said: &str) {
        if !self.open_cells.last().is_some_and(|(_, first)| *first) {
            return;
        }
        let is_table = |index: usize| self.seen.pieces.get(index).is_some_and(|piece| piece.part == Part::Table);
        let Some(table) = self.open.iter().rev().map(|(_, piece)| *piece).find(|piece| is_table(*piece)) else {
            return;
        };
        let page = self.seen.sheets.len();
        match self.seen.head_rows.last_mut().filter(|row| row.table == table && row.page == page) {
            Some(row) => row.text.push_str(said),
            None => self.seen.head_rows.push(HeadRow { table, page, text: said.to_owned() }),
        }
    }

    fn outline(&mut self, at: Point, size: Size, ink: Ink) {
        self.seen.outlines.push(Outline {
            page: self.seen.sheets.len(),
            left: at.x.to_pt(),
            top: at.y.to_pt(),
            width: size.x.to_pt(),
            height: size.y.to_pt(),
            ink,
            piece: self.open.last().map(|(_, piece)| *piece),
        });
    }

    fn stroke(&mut self, from: Point, to: Point, by: &FixedStroke) {
        let point = |p: Point| (p.x.to_pt(), p.y.to_pt());
        let index = self.seen.strokes.len();
        self.seen.strokes.push(Stroke {
            page: self.seen.sheets.len(),
            from: point(from),
            to: point(to),
            thickness: by.thickness.to_pt(),
            ink: ink(&by.paint),
            solid: by.dash.is_none(),
            piece: self.open.last().map(|(_, piece)| *piece),
        });
        if let Some(piece) = self.open.last().and_then(|(_, piece)| self.seen.pieces.get_mut(*piece)) {
            piece.strokes.push(index);
        }
    }
}

/// What print on a blank tells of a text that it set smaller.
fn shrunk(said: &Value, page: usize) -> Option<Shrunk> {
    let Value::Dict(said) = said else { return None };
    let size = |key: &str| said.get(key).ok().and_then(number);
    let text = |key: &str| match said.get(key) {
        Ok(Value::Str(text)) => Some(text.to_string()),
        _ => None,
    };
    Some(Shrunk { page, place: text("o")?, text: text("chu")?, wanted: size("tu")?, size: size("con")? })
}

/// A figure as a template has it, with or without a fraction.
fn number(value: &Value) -> Option<f64> {
    match value {
        Value::Float(number) => Some(*number),
        Value::Int(number) => i32::try_from(*number).ok().map(f64::from),
        _ => None,
    }
}

/// The widest of the words that no Vietnamese word and hardly a symbol is as long as.
fn long_word(item: &TextItem, size: f64) -> Option<Word> {
    const LETTERS: usize = 12;
    if item.text.split_whitespace().all(|word| word.chars().count() < LETTERS) {
        return None;
    }
    let (mut words, mut open) = (Vec::new(), false);
    for glyph in &item.glyphs {
        let text = item.text.get(glyph.range()).unwrap_or_default();
        if text.trim().is_empty() {
            open = false;
            continue;
        }
        if !std::mem::replace(&mut open, true) {
            words.push(Word { width: 0.0, text: String::new() });
        }
        if let Some(word) = words.last_mut() {
            word.width += glyph.x_advance.get() * size;
            word.text.push_str(text);
        }
    }
    words.retain(|word| word.text.chars().count() >= LETTERS);
    words.into_iter().max_by(|a, b| a.width.total_cmp(&b.width))
}

fn ink(paint: &Paint) -> Ink {
    let Paint::Solid(colour) = paint else { return Ink::Other };
    match colour.to_vec4() {
        // The last is opacity: what shines through is grey.
        [0.0, 0.0, 0.0, 1.0] => Ink::Black,
        // "Đỏ tươi": nothing but red, and much of it.
        [red, green, blue, 1.0] if red >= 0.75 && green <= 0.25 && blue <= 0.25 => Ink::Red,
        _ => Ink::Other,
    }
}
