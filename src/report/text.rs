//! Text for a terminal: nothing in it can act on the terminal, and it fits the width.
//!
//! Width is counted in characters: Vietnamese in NFC takes one column a character.

/// A character as it may be shown: control, direction and invisible characters become visible ones.
/// One character gives one character, so columns stay what they were.
pub(super) fn visible(c: char) -> char {
    match c {
        '\t' => '→',
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '␡',
        '\u{80}'..='\u{9f}'
        | '\u{ad}'
        | '\u{61c}'
        | '\u{200b}'..='\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{feff}'
        | '\u{e0000}'..='\u{e007f}' => '\u{fffd}',
        c => c,
    }
}

/// Text that a terminal can only show: escape sequences and direction marks are made visible.
/// Line ends stay, a tab becomes a space.
///
/// ```
/// assert_eq!(hoso::report::text::printable("đỏ\u{1b}[31m\ttươi"), "đỏ␛[31m tươi");
/// ```
pub fn printable(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| match c {
            '\n' => '\n',
            '\t' => ' ',
            c => visible(c),
        })
        .collect()
}

/// Lines of at most `width` characters, broken at spaces; a longer word stands alone. A line end in
/// the text stays one.
///
/// ```
/// assert_eq!(hoso::report::text::wrap("một hai ba\nbốn", 8), ["một hai", "ba", "bốn"]);
/// ```
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    text.trim_end().lines().flat_map(|line| wrap_line(line, width)).collect()
}

fn wrap_line(line: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut current = String::new();
    let mut columns = 0;
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        let length = word.chars().count();
        if columns > 0 && columns + 1 + length > width {
            lines.push(std::mem::take(&mut current));
            columns = 0;
        }
        if columns > 0 {
            current.push(' ');
            columns += 1;
        }
        current.push_str(word);
        columns += length;
    }
    lines.push(current);
    lines
}

/// Wrapped text with `first` before the first line and as much space before the others.
///
/// ```
/// assert_eq!(hoso::report::text::hang("- ", "một hai ba", 9), "- một hai\n  ba\n");
/// ```
pub fn hang(first: &str, text: &str, width: usize) -> String {
    let indent = first.chars().count();
    let mut out = String::new();
    for (at, line) in wrap(text, width.saturating_sub(indent).max(24.min(width))).iter().enumerate() {
        let head = if at == 0 { first.to_owned() } else { " ".repeat(indent) };
        out.push_str(format!("{head}{line}").trim_end());
        out.push('\n');
    }
    if out.is_empty() {
        out.push_str(first.trim_end());
        out.push('\n');
    }
    out
}

/// At most `width` characters; what is cut off is marked with `…`.
///
/// ```
/// assert_eq!(hoso::report::text::cut("Long Thủy", 6), "Long…");
/// ```
pub fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Exactly `width` characters: cut or filled with spaces on the right.
pub(super) fn cell(text: &str, width: usize) -> String {
    let mut out = cut(text, width);
    out.extend(std::iter::repeat_n(' ', width.saturating_sub(out.chars().count())));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_acts_on_the_terminal() {
        let nasty = "a\u{1b}]0;x\u{7}b\u{9b}2Jc\u{202e}d\re\u{0}f\u{200b}g";
        let shown = printable(nasty);
        assert_eq!(shown, "a␛]0;x␇b\u{fffd}2Jc\u{fffd}d␍e␀f\u{fffd}g");
        assert!(!shown.chars().any(char::is_control));
    }

    #[test]
    fn lines_fit() {
        let text = "Hồ sơ của UBND phường Long Thủy còn thiếu 01 Báo cáo thành tích (điểm a khoản 5)";
        for width in [10, 20, 40, 80] {
            assert!(wrap(text, width).iter().all(|l| l.chars().count() <= width), "{width}");
            assert_eq!(wrap(text, width).join(" "), text);
        }
        assert_eq!(wrap("records/phuoc-long-2021/don-vi/long-thuy.yaml ở đây", 10).len(), 2);
    }

    #[test]
    fn cells_are_exact() {
        assert_eq!(cell("Đủ", 4), "Đủ  ");
        assert_eq!(cell("Long Thủy", 5), "Long…");
        assert_eq!(cut("a", 0), "…");
    }
}
