//! Markdown to calls of the layout library.

use pulldown_cmark::{Alignment, Event, Tag, TagEnd};

use super::{DEEPEST_HEADING, is_invisible, item_number, parser, push_literal, without_number};

/// The body as Typst markup: calls of `de-muc`, `doan`, `gach-dau-dong`, `muc-so` and `bang`, all text in
/// string literals. It never fails: what [`problems`](super::problems) refuses comes out as its bare words.
///
/// ```
/// assert_eq!(hoso::markdown::to_typst("# I. Một"), "#de-muc(1)[#\"Một\";]\n");
/// assert_eq!(hoso::markdown::to_typst("a *b*"), "#doan[#\"a \";#emph[#\"b\";]]\n");
/// ```
pub fn to_typst(text: &str) -> String {
    let mut emitter = Emitter::default();
    for (event, offset) in parser(text).into_offset_iter() {
        if matches!(event, Event::Start(Tag::Item)) {
            emitter.start_item(text.get(offset).unwrap_or_default());
        } else {
            emitter.event(event);
        }
    }
    emitter.end_block();
    emitter.out
}

#[derive(Default)]
struct Table {
    align: Vec<Alignment>,
    head: Vec<String>,
    body: Vec<String>,
    in_head: bool,
}

/// What the words being collected will become.
enum Block {
    Paragraph,
    Heading(usize),
    /// The call of a list item, up to its content.
    Item(String),
}

#[derive(Default)]
struct Emitter {
    out: String,
    /// Markup of the block being read.
    inline: String,
    /// Plain text not yet written, so that one run of text becomes one string.
    run: String,
    /// The lists being set, each numbered or not.
    lists: Vec<bool>,
    block: Option<Block>,
    table: Option<Table>,
}

impl Emitter {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::Code(words) | Event::InlineHtml(words) | Event::Html(words) => {
                // A character reference may stand for a mark that nobody sees; `check` reports those that matter.
                self.run.extend(words.chars().filter(|c| !is_invisible(*c)));
            }
            Event::SoftBreak => self.run.push(' '),
            Event::HardBreak => {
                self.end_run();
                self.inline.push_str("#linebreak();");
            }
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph if self.block.is_none() => self.block = Some(Block::Paragraph),
            Tag::Heading { level, .. } => {
                self.end_block();
                self.block = Some(Block::Heading((level as usize).min(DEEPEST_HEADING)));
            }
            Tag::List(first) => {
                self.end_block();
                self.lists.push(first.is_some());
            }
            Tag::Emphasis => self.open("#emph["),
            Tag::Strong => self.open("#strong["),
            Tag::Table(align) => {
                self.end_block();
                self.table = Some(Table { align, ..Table::default() });
            }
            Tag::TableHead => {
                if let Some(table) = &mut self.table {
                    table.in_head = true;
                }
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong => {
                self.end_run();
                self.inline.push(']');
            }
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::Item | TagEnd::CodeBlock | TagEnd::HtmlBlock => {
                self.end_block();
            }
            TagEnd::List(_) => {
                self.end_block();
                self.lists.pop();
            }
            TagEnd::TableCell => self.end_cell(),
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.in_head = false;
                }
            }
            TagEnd::Table => self.end_table(),
            _ => {}
        }
    }

    /// An item carries the number that was written, never one that was counted: clerks begin lines with years.
    fn start_item(&mut self, source: &str) {
        self.end_block();
        let depth = self.lists.len();
        let numbered = self.lists.last().copied().unwrap_or_default();
        let number = item_number(source).filter(|_| numbered);
        self.block = Some(Block::Item(match (number, depth) {
            (None, 0 | 1) => "#gach-dau-dong".to_owned(),
            (None, depth) => format!("#gach-dau-dong(cap: {depth})"),
            (Some(number), 0 | 1) => format!("#muc-so(\"{number}\")"),
            (Some(number), depth) => format!("#muc-so(\"{number}\", cap: {depth})"),
        }));
    }

    fn open(&mut self, call: &str) {
        self.end_run();
        self.inline.push_str(call);
    }

    fn end_run(&mut self) {
        let mut words = std::mem::take(&mut self.run);
        // Only the very first words of a heading can be its typed number.
        if !self.inline.contains('"') && matches!(self.block, Some(Block::Heading(_))) {
            words = without_number(&words).to_owned();
        }
        if !words.is_empty() {
            self.inline.push('#');
            push_literal(&mut self.inline, &words);
            self.inline.push(';');
        }
    }

    fn end_block(&mut self) {
        self.end_run();
        let content = std::mem::take(&mut self.inline);
        let block = self.block.take();
        let call = match block {
            // An item without words (its text is a nested list) prints nothing of its own.
            _ if content.is_empty() => return,
            Some(Block::Heading(level)) => format!("#de-muc({level})"),
            Some(Block::Item(call)) => call,
            Some(Block::Paragraph) | None => "#doan".to_owned(),
        };
        self.out.push_str(&call);
        self.out.push('[');
        self.out.push_str(&content);
        self.out.push_str("]\n");
    }

    fn end_cell(&mut self) {
        self.end_run();
        let cell = std::mem::take(&mut self.inline);
        if let Some(table) = &mut self.table {
            let cells = if table.in_head { &mut table.head } else { &mut table.body };
            cells.push(cell);
        }
    }

    fn end_table(&mut self) {
        let Some(table) = self.table.take() else { return };
        let align: String = table.align.iter().map(|side| format!("\"{}\",", align_word(*side))).collect();
        let columns = table.align.len();
        let (head, body) = (cells(&table.head), cells(&table.body));
        self.out.push_str(&format!("#bang(cot: {columns}, canh: ({align}), dau: {head}, than: {body})\n"));
    }
}

fn cells(cells: &[String]) -> String {
    let inner: String = cells.iter().map(|cell| format!("[{cell}],")).collect();
    format!("({inner})")
}

fn align_word(alignment: Alignment) -> &'static str {
    match alignment {
        Alignment::None | Alignment::Left => "left",
        Alignment::Center => "center",
        Alignment::Right => "right",
    }
}
