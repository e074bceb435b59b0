//! Markup of other dialects of Markdown, which an official paper would print as it stands.

use std::ops::Range;

use memchr::memchr3_iter;

use super::Problem;

/// Struck-out and highlighted words, and marks of notes that nothing explains, in one run of text.
pub(super) fn problems(text: &str, run: &Range<usize>) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut next = run.start;
    let words = text.get(run.clone()).unwrap_or_default().as_bytes();
    for at in memchr3_iter(b'~', b'=', b'[', words).map(|at| run.start + at) {
        if at < next || text.get(..at).is_some_and(|head| head.ends_with('\\')) {
            continue;
        }
        let line = text.get(at..).and_then(|rest| rest.lines().next()).unwrap_or_default();
        if let Some((length, message)) = sign_of(line) {
            next = at + length;
            found.push(Problem::new(at..next, message));
        }
    }
    found
}

fn sign_of(line: &str) -> Option<(usize, &'static str)> {
    let struck = "văn bản in không có chữ gạch bỏ nên dấu `~~` in ra; xóa hẳn phần chữ ấy, hoặc bỏ dấu";
    let marked = "văn bản in không có chữ tô nền nên dấu `==` in ra; muốn nhấn mạnh thì dùng *nghiêng* hoặc **đậm**";
    let noted = "dấu chú thích `[^…]` in ra nguyên như vậy; bỏ dấu ấy, đưa chú thích vào trong câu";
    if let Some(rest) = line.strip_prefix("[^") {
        let end = rest.find(']').filter(|end| *end > 0)?;
        let is_label = !rest.get(..end)?.contains(|c: char| c.is_whitespace() || c == '[');
        return is_label.then_some((end + 3, noted));
    }
    enclosed(line, "~~").map(|length| (length, struck)).or_else(|| enclosed(line, "==").map(|length| (length, marked)))
}

/// The bytes from a sign to the one that closes it, both close to what they enclose.
fn enclosed(line: &str, sign: &str) -> Option<usize> {
    let rest = line.strip_prefix(sign)?;
    let close = rest.find(sign)?;
    let inside = rest.get(..close)?;
    let is_tight = !inside.is_empty() && inside.trim() == inside && !inside.starts_with(['~', '=']);
    is_tight.then_some(close + 2 * sign.len())
}

/// An item that begins with a box to tick, `[ ]` or `[x]`.
pub(super) fn is_task(item: &str) -> bool {
    let words = item.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '+' | '*' | '.' | ')' | ' '));
    ["[ ] ", "[x] ", "[X] "].iter().any(|sign| words.starts_with(sign))
}

/// Whether a heading ends with attributes, `{#id .class}`.
pub(super) fn has_attributes(heading: &str) -> bool {
    let line = heading.lines().next().unwrap_or_default().trim_end().trim_end_matches('#').trim_end();
    let inside = line.strip_suffix('}').and_then(|head| head.rsplit_once('{')).map(|(_, inside)| inside.trim());
    inside.is_some_and(|inside| inside.starts_with(['#', '.']))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]
mod tests {
    use crate::markdown::problems;

    #[test]
    fn markup_of_other_dialects_is_reported() {
        for (body, at, start) in [
            ("chữ ~~bỏ~~ chữ", "~~bỏ~~", "văn bản in không có chữ gạch bỏ"),
            ("chữ ==nền== chữ", "==nền==", "văn bản in không có chữ tô nền"),
            ("- [ ] một\n- hai", "- [ ] một\n", "ô đánh dấu `[ ]`"),
            ("- [x] một", "- [x] một", "ô đánh dấu `[ ]`"),
            ("chữ[^x] chữ", "[^x]", "dấu chú thích `[^…]`"),
            ("####### Bảy", "####### Bảy", "dãy dấu `#` dài quá"),
            ("# Một {#id .lop}", "# Một {#id .lop}", "phần `{…}` ở cuối đề mục"),
            ("- # Một", "# Một", "đề mục nằm trong một mục"),
            ("7) bảy\n8) tám", "7)", "mục đánh số `7)` in ra thành `7.`"),
        ] {
            let found = problems(body);
            assert_eq!(found.len(), 1, "{body:?}: {found:?}");
            assert_eq!(&body[found[0].offset.clone()], at);
            assert!(found[0].message.starts_with(start), "{found:?}");
        }
        for sound in
            ["a == b và c == d", "từ ~~ đến ~~", "\\~~b~~", "# Một {ba}", "- \\[ ] một", "[x] và [^ y]", "7. bảy"]
        {
            assert_eq!(problems(sound), [], "{sound}");
        }
    }
}
