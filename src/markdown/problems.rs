//! What a body may not contain, said in Vietnamese with the place in the body.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{CowStr, Event, Tag, TagEnd};

use super::{DEEPEST_HEADING, emphasis, item_number, lines, parser, run_on, signs, tables};

/// One thing in a body that no official paper can print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Bytes of the body.
    pub offset: Range<usize>,
    /// One sentence in Vietnamese; what stands behind its semicolon is the remedy.
    pub message: String,
}

impl Problem {
    /// What is wrong, and how to mend it where that is said.
    pub fn parts(&self) -> (&str, Option<&str>) {
        self.message.split_once("; ").map_or((&self.message, None), |(what, remedy)| (what, Some(remedy)))
    }

    pub(super) fn new(offset: Range<usize>, message: impl Into<String>) -> Self {
        Self { offset, message: message.into() }
    }
}

/// Everything in a body that cannot be printed, in order.
///
/// ```
/// let problems = hoso::markdown::problems("# Một\n\n![ảnh](a.png)");
/// assert_eq!(problems.len(), 1);
/// ```
pub fn problems(text: &str) -> Vec<Problem> {
    let mut judge = Judge { text, ..Judge::default() };
    let mut events = parser(text).into_offset_iter();
    for (event, offset) in events.by_ref() {
        judge.event(&event, offset);
    }
    let mut found = judge.found;
    // A definition prints nothing at all, so its words would be lost in silence.
    for (_, definition) in events.reference_definitions().iter() {
        let message = "dòng dạng `[…]: …` bị hiểu là khai báo liên kết nên không in ra; viết lại không dùng ngoặc vuông ở đầu dòng";
        found.push(Problem::new(definition.span.clone(), message));
    }
    found.sort_by_key(|problem| (problem.offset.start, problem.offset.end));
    // One problem a place: an image inside a link would be reported twice.
    found.dedup_by(|later, earlier| later.offset.start < earlier.offset.end && later.offset.end <= earlier.offset.end);
    found
}

/// What has been read so far of a body.
#[derive(Default)]
struct Judge<'t> {
    text: &'t str,
    found: Vec<Problem>,
    /// Level of the heading before.
    level: usize,
    /// Columns of the table being read.
    columns: usize,
    /// The lists being read, each with the number its next item should have.
    lists: Vec<Option<u64>>,
    /// The number after that of an item written `7)`.
    bracketed: Option<u64>,
    /// A heading or list item that has shown no words yet.
    empty: Option<(Range<usize>, &'static str)>,
    /// Signs of emphasis that will be printed.
    signs: emphasis::Printed,
    /// Lines that were meant for items.
    run_on: run_on::Lines,
    /// HTML elements and footnotes that were already reported.
    told: BTreeSet<String>,
}

impl<'t> Judge<'t> {
    fn event(&mut self, event: &Event<'_>, offset: Range<usize>) {
        self.found.extend(self.signs.event(self.text, event, &offset));
        self.found.extend(self.run_on.event(self.text, event, &offset));
        if let Event::Text(words) = event
            && self.source(&offset) == &**words
        {
            self.found.extend(signs::problems(self.text, &offset));
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                let level = *level as usize;
                let source = self.source(&offset);
                let in_list = (!self.lists.is_empty()).then(|| HEADING_IN_LIST.to_owned());
                let message = in_list.or_else(|| heading(level, self.level, source));
                self.level = level;
                self.empty = message.is_none().then(|| (offset.clone(), NO_WORDS));
                self.say(offset, message);
            }
            Event::End(TagEnd::Heading(_) | TagEnd::Item) => {
                if let Some((offset, message)) = self.empty.take() {
                    self.say(offset, Some(message));
                }
                return;
            }
            Event::Start(Tag::Item) => {
                self.item(&offset);
                let task = signs::is_task(self.source(&offset)).then_some(TASK);
                self.say(offset.clone(), task);
                self.empty = Some((offset, EMPTY_ITEM));
            }
            Event::Start(Tag::List(first)) => self.lists.push(*first),
            Event::End(TagEnd::List(_)) => drop(self.lists.pop()),
            Event::Start(Tag::Paragraph) => self.found.extend(lines::problems(self.text, &offset)),
            Event::Start(Tag::Table(align)) => self.columns = align.len(),
            Event::Start(Tag::TableRow) => {
                let message = tables::row(self.source(&offset), self.columns);
                self.say(offset, message);
            }
            Event::Start(tag @ (Tag::Emphasis | Tag::Strong)) => {
                let message = emphasis::unmeant(self.text, &offset, matches!(tag, Tag::Strong));
                self.say(offset, message);
            }
            _ => {
                let message = self.refused(event);
                self.say(offset, message);
            }
        }
        // A heading shows words when text comes; an item also when a block of its own does.
        let shows = match event {
            Event::Text(words) => !words.trim().is_empty(),
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => true,
            Event::Start(Tag::List(_) | Tag::Image { .. } | Tag::CodeBlock(_) | Tag::BlockQuote(_)) => true,
            _ => false,
        };
        if shows {
            self.empty = None;
        }
    }

    fn source(&self, offset: &Range<usize>) -> &'t str {
        self.text.get(offset.clone()).unwrap_or_default()
    }

    fn say(&mut self, offset: Range<usize>, message: Option<impl Into<String>>) {
        self.found.extend(message.map(|message| Problem::new(offset, message)));
    }

    /// Numbers of the outer list are printed as written; those of lists within it become letters, which must not
    /// say something else than what was written.
    fn item(&mut self, offset: &Range<usize>) {
        let nested = self.lists.len() > 1;
        let Some(Some(next)) = self.lists.last_mut() else { return };
        let wanted = *next;
        *next = wanted.saturating_add(1);
        let written = item_number(self.text.get(offset.clone()).unwrap_or_default()).and_then(|n| n.parse().ok());
        if nested && (written != Some(wanted) || wanted == 0) {
            let message = "mục con đánh số không liên tục, mà mục con được in thành a), b), c)…; đánh số liên tục từ 1, hoặc viết thành gạch đầu dòng";
            self.say(offset.clone(), Some(message));
        }
        // Said at the first item, whatever number it has.
        let source = self.source(offset);
        if let Some(number) = bracketed(source).filter(|_| !nested && self.bracketed != Some(wanted)) {
            let message = format!(
                "mục đánh số `{number})` in ra thành `{number}.`; viết `{number}.` cho các mục của danh sách này"
            );
            self.say(offset.start..offset.start + number.len() + 1, Some(message));
        }
        self.bracketed = bracketed(source).map(|_| wanted.saturating_add(1));
    }

    fn refused(&mut self, event: &Event<'_>) -> Option<&'static str> {
        let told = match event {
            Event::InlineHtml(tag) => Some(element(tag)),
            Event::FootnoteReference(label) | Event::Start(Tag::FootnoteDefinition(label)) => {
                Some(format!("[^{label}"))
            }
            _ => None,
        };
        // The closing tag, and the note to a mark, are the same mistake again.
        if told.is_some_and(|name| !self.told.insert(name)) {
            return None;
        }
        refused(event)
    }
}

const NO_WORDS: &str = "đề mục không có chữ nên không in ra; ghi tên đề mục sau dấu `#`, hoặc xóa dòng này";
const EMPTY_ITEM: &str = "mục này của danh sách không có chữ nên không in ra; ghi nội dung, hoặc xóa dòng này";

const HEADING_IN_LIST: &str = "đề mục nằm trong một mục của danh sách nên in ra không có dấu đầu dòng; bỏ dấu `#`, hoặc viết đề mục ở đầu dòng riêng";
const TASK: &str = "ô đánh dấu `[ ]`, `[x]` ở đầu mục in ra nguyên dấu ngoặc vuông; bỏ ô ấy, ghi kết quả bằng chữ";

/// The number of an item that is written with a bracket, `7)`.
fn bracketed(source: &str) -> Option<&str> {
    item_number(source)
        .filter(|number| source.trim_start().get(number.len()..).is_some_and(|rest| rest.starts_with(')')))
}

/// The name of an HTML element, the same for its opening and its closing tag.
fn element(tag: &CowStr<'_>) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    name.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase()
}

fn heading(level: usize, before: usize, source: &str) -> Option<String> {
    if !source.trim_start().starts_with('#') {
        return Some("dòng chữ phía trên dãy `---` hoặc `===` bị hiểu là đề mục; viết đề mục bằng dấu `#` ở đầu dòng, hoặc để một dòng trống phía trên dãy gạch".to_owned());
    }
    if signs::has_attributes(source) {
        return Some("phần `{…}` ở cuối đề mục in ra nguyên như vậy; bỏ phần ấy".to_owned());
    }
    if level > DEEPEST_HEADING {
        return Some(format!("đề mục chỉ có ba cấp `#`, `##`, `###`, ở đây là cấp {level}"));
    }
    if level > before + 1 {
        let wanted = "#".repeat(before + 1);
        return Some(if before == 0 {
            format!("đề mục đầu tiên phải ở cấp 1 (`{wanted}`), ở đây là cấp {level}")
        } else {
            format!("đề mục nhảy từ cấp {before} xuống cấp {level}; dùng `{wanted}` cho đề mục ngay dưới")
        });
    }
    None
}

fn refused(event: &Event<'_>) -> Option<&'static str> {
    Some(match event {
        Event::Start(Tag::Image { .. }) => "văn bản không chèn ảnh; bỏ phần `![…](…)`",
        Event::Start(Tag::Link { link_type, .. }) if !is_autolink(*link_type) => {
            "văn bản in không có liên kết; viết thẳng địa chỉ, bỏ dạng `[…](…)`"
        }
        Event::Start(Tag::CodeBlock(_)) => {
            "đoạn này bị hiểu là khối mã; bỏ hàng dấu ``` và không thụt đầu dòng từ bốn dấu cách trở lên"
        }
        Event::Code(_) => "không dùng dấu ` (chữ mã) trong nội dung; muốn nhấn mạnh thì dùng *nghiêng* hoặc **đậm**",
        Event::Start(Tag::HtmlBlock) | Event::InlineHtml(_) => "không dùng thẻ HTML trong nội dung",
        Event::Start(Tag::FootnoteDefinition(_)) | Event::FootnoteReference(_) => {
            "không dùng chú thích cuối trang `[^…]`; đưa chú thích vào trong câu"
        }
        Event::Start(Tag::BlockQuote(_)) => "không dùng khối trích dẫn `>`; viết thành đoạn văn trong ngoặc kép",
        Event::Rule => "không dùng đường kẻ ngang `---`; bỏ dòng này",
        _ => return None,
    })
}

fn is_autolink(kind: pulldown_cmark::LinkType) -> bool {
    matches!(kind, pulldown_cmark::LinkType::Autolink | pulldown_cmark::LinkType::Email)
}
