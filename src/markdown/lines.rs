//! What a paragraph was meant to be, and emphasis that was not meant: mistakes that Markdown itself takes for text.

use std::ops::Range;

use super::Problem;
use super::tables::{has_bar, is_separator};

/// Lines of a paragraph that were meant for a heading or a table.
pub(super) fn problems(text: &str, paragraph: &Range<usize>) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut start = paragraph.start;
    let mut table = None;
    let mut barred = 0;
    for line in text.get(paragraph.clone()).unwrap_or_default().split_inclusive('\n') {
        let words = line.trim();
        let at = start + line.len() - line.trim_start().len();
        let whole = at..at + words.len();
        start += line.len();
        if is_heading_without_space(words) {
            let message = "thiếu dấu cách sau dấu `#` nên dòng này không thành đề mục; thêm một dấu cách, hoặc ghi `\\#` nếu muốn in chính dấu ấy";
            found.push(Problem::new(whole.clone(), message));
        }
        barred = if has_bar(words) { barred + 1 } else { 0 };
        if table.is_none() && (words.starts_with('|') || is_separator(words) || barred > 1) {
            table = Some(whole);
        }
    }
    if let Some(line) = table {
        let message = "bảng viết sai nên in ra cả dấu `|`; ngay dưới dòng đầu của bảng cần một dòng `|---|---|` có đúng số cột ấy (dấu `|` thuộc về nội dung thì ghi `\\|`)";
        found.push(Problem::new(line, message));
    }
    found
}

fn is_heading_without_space(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    (1..=6).contains(&(line.len() - rest.len())) && rest.starts_with(char::is_alphanumeric)
}

/// Emphasis that begins or ends within a word or a number, or holds nothing but the end of a bracket: the signs were
/// meant to be printed (`15*20*30`, `(*) … (*)`).
pub(super) fn emphasis(text: &str, offset: &Range<usize>) -> Option<&'static str> {
    let before = text.get(..offset.start)?.chars().next_back();
    let after = text.get(offset.end..)?.chars().next();
    let inside = text.get(offset.clone())?.trim_matches(['*', '_']);
    let within = before.is_some_and(char::is_alphanumeric) || after.is_some_and(char::is_alphanumeric);
    let odd = inside.starts_with([')', ']', ',', ';', ':']) || inside.ends_with(['(', '[']);
    (within || odd).then_some(
        "dấu `*` hoặc `_` sát chữ hay số ở đây bị hiểu là chữ nghiêng, chữ đậm nên không in ra; muốn in chính dấu ấy thì ghi `\\*`, phép nhân thì ghi `×`, muốn nhấn mạnh thì nhấn mạnh cả từ",
    )
}
