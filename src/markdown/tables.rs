//! Rows of tables as written: Markdown drops what is too much, so the source itself is counted.

/// What is wrong with a row of a table of so many columns.
pub(super) fn row(source: &str, columns: usize) -> Option<String> {
    let line = source.trim();
    if columns > 1 && !has_bar(line) {
        return Some(
            "dòng này dính vào bảng ở ngay trên nên thành một hàng của bảng; để một dòng trống trước nó".to_owned(),
        );
    }
    let cells = count(line);
    (cells > columns).then(|| {
        format!("hàng này có {cells} ô mà dòng đầu của bảng chỉ có {columns} cột, nên ô thừa không in ra; thêm cột vào dòng đầu và dòng `|---|`, hoặc bỏ ô thừa (dấu `|` thuộc về nội dung thì ghi `\\|`)")
    })
}

/// Whether a line has a bar that separates cells.
pub(super) fn has_bar(line: &str) -> bool {
    line.contains('|') && bars(line).next().is_some()
}

/// Whether a line is meant to separate the head of a table from its body.
pub(super) fn is_separator(line: &str) -> bool {
    line.contains('|') && line.contains("--") && line.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ' | '\t'))
}

/// Cells of a row; bars at its two ends enclose it and separate nothing.
fn count(line: &str) -> usize {
    let enclosing = |at: &usize| *at == 0 || at + 1 == line.len();
    bars(line).filter(|at| !enclosing(at)).count() + 1
}

/// Bytes of the bars that no backslash makes a character of the text.
fn bars(line: &str) -> impl Iterator<Item = usize> {
    let mut escaped = false;
    line.bytes().enumerate().filter_map(move |(at, byte)| {
        let bar = byte == b'|' && !escaped;
        escaped = byte == b'\\' && !escaped;
        bar.then_some(at)
    })
}
