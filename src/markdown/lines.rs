//! What a paragraph was meant to be: mistakes that Markdown itself takes for text.

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
        if is_too_deep(words) {
            let message = "dãy dấu `#` dài quá nên dòng này không thành đề mục; đề mục chỉ có ba cấp `#`, `##`, `###`";
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

fn is_too_deep(line: &str) -> bool {
    let rest = line.trim_start_matches('#');
    line.len() - rest.len() > 6 && rest.trim_start().starts_with(char::is_alphanumeric)
}
