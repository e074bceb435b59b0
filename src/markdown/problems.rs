//! What a body may not contain, said in Vietnamese with the place in the body.

use std::ops::Range;

use pulldown_cmark::{Event, Tag};

use super::{DEEPEST_HEADING, parser};

/// One thing in a body that no official paper can print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Bytes of the body.
    pub offset: Range<usize>,
    /// One sentence in Vietnamese, with the remedy.
    pub message: String,
}

/// Everything in a body that cannot be printed, in order.
///
/// ```
/// let problems = hoso::markdown::problems("# Một\n\n![ảnh](a.png)");
/// assert_eq!(problems.len(), 1);
/// ```
pub fn problems(text: &str) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut level_before = 0;
    for (event, offset) in parser(text).into_offset_iter() {
        let message = match &event {
            Event::Start(Tag::Heading { level, .. }) => {
                let level = *level as usize;
                let source = text.get(offset.clone()).unwrap_or_default();
                let message = heading(level, level_before, source);
                level_before = level;
                message
            }
            event => refused(event).map(str::to_owned),
        };
        if let Some(message) = message {
            found.push(Problem { offset, message });
        }
    }
    // A definition prints nothing at all, so its words would be lost in silence.
    for (_, definition) in parser(text).reference_definitions().iter() {
        let message = "dòng dạng `[…]: …` bị hiểu là khai báo liên kết nên không in ra; viết lại không dùng ngoặc vuông ở đầu dòng";
        found.push(Problem { offset: definition.span.clone(), message: message.to_owned() });
    }
    found.sort_by_key(|problem| (problem.offset.start, problem.offset.end));
    // One problem a place: an image inside a link would be reported twice.
    found.dedup_by(|later, earlier| later.offset.start < earlier.offset.end && later.offset.end <= earlier.offset.end);
    found
}

fn heading(level: usize, before: usize, source: &str) -> Option<String> {
    if !source.trim_start().starts_with('#') {
        return Some("dòng chữ phía trên dãy `---` hoặc `===` bị hiểu là đề mục; viết đề mục bằng dấu `#` ở đầu dòng, hoặc để một dòng trống phía trên dãy gạch".to_owned());
    }
    if level > DEEPEST_HEADING {
        return Some(format!("đề mục chỉ có ba cấp `#`, `##`, `###`; ở đây là cấp {level}"));
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
