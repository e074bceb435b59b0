//! The YAML parser's errors in a clerk's words: what is wrong and what to type instead.

use serde_yaml::granit_parser::ErrorKind as Kind;

/// What is wrong at a byte of the YAML, and what to type instead.
pub struct Fault {
    /// The byte.
    pub at: usize,
    /// What is wrong.
    pub message: &'static str,
    /// What to type instead.
    pub help: &'static str,
}

/// How far the parser came before it met an error.
#[derive(Clone, Copy)]
pub struct Progress {
    /// It understood all before this byte.
    pub read: usize,
    /// It stumbled at this byte.
    pub at: usize,
    /// The innermost `[` or `{` that was open by then.
    pub open: Option<usize>,
}

/// The words for a syntax error, and the byte that a clerk should look at: the parser may have stumbled lines below.
pub fn explain(kind: &Kind, yaml: &str, Progress { read, at, open }: Progress) -> Fault {
    let fault = |at, (message, help)| Fault { at, message, help };
    let by_tab = by_kind(kind, yaml, at) == TAB;
    if let Some(tab) = tab_from(yaml, at).filter(|tab| by_tab || start_of_line(yaml, *tab) == start_of_line(yaml, at)) {
        return fault(tab, TAB);
    }
    if let Some(words) = by_line(yaml, at) {
        return fault(at, words);
    }
    if let Some(open) = open.filter(|open| is_left_open(yaml, *open, at)) {
        return fault(open, UNPAIRED);
    }
    if let Some(dash) = tight_dash(yaml, at) {
        return fault(dash, TIGHT_DASH);
    }
    if let (Kind::UnexpectedCharacter { .. }, Some(hidden)) = (kind, hidden_from(yaml, at)) {
        return fault(hidden, HIDDEN);
    }
    match unclosed_quote(kind, yaml, read, at) {
        Some(opening) => fault(opening, UNCLOSED),
        None => fault(at, by_kind(kind, yaml, at)),
    }
}

const UNCLOSED: (&str, &str) =
    ("dấu ngoặc kép hoặc nháy đơn mở ra mà không đóng lại", "thêm dấu đóng cùng loại ở cuối giá trị");

const TAB: (&str, &str) = ("dòng thụt vào bằng phím Tab", "thay mỗi Tab bằng hai dấu cách");

const UNPAIRED: (&str, &str) = (
    "dấu `[` hoặc `{` không có dấu đóng đi cùng, hoặc thiếu dấu phẩy giữa hai giá trị",
    "đóng bằng `]` hoặc `}` và đặt dấu phẩy giữa các giá trị",
);

const MISALIGNED: (&str, &str) =
    ("dòng này thụt vào không khớp với các dòng cùng nhóm", "cho các khóa cùng nhóm bắt đầu ở cùng một cột");

const TIGHT_DASH: (&str, &str) =
    ("thiếu dấu cách sau dấu `-` đầu dòng", "mỗi mục một dòng, bắt đầu bằng `- ` và cùng một cột");

const HIDDEN: (&str, &str) =
    ("có ký tự điều khiển không nhìn thấy ở chỗ này", "xóa ký tự ẩn này (thường lọt vào khi chép từ phần mềm khác)");

/// The lines of a text, each with the byte it begins at.
fn placed_lines(yaml: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    yaml.split_inclusive('\n').map(move |line| {
        start += line.len();
        (start - line.len(), line)
    })
}

fn indent(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

/// The first Tab that indents a line from the one on that a byte is in. The parser may not have read on to that line.
fn tab_from(yaml: &str, from: usize) -> Option<usize> {
    let first = start_of_line(yaml, from);
    let mut lines = placed_lines(yaml).filter(|(start, line)| *start >= first && !line.trim().is_empty());
    lines.find_map(|(start, line)| Some(start + line.get(..indent(line))?.find('\t')?))
}

/// Whether what was opened is still open where its lines are over: at a line that is indented no deeper.
fn is_left_open(yaml: &str, open: usize, at: usize) -> bool {
    let depth = |byte: usize| indent(line_at(yaml, byte).unwrap_or_default());
    start_of_line(yaml, open) < start_of_line(yaml, at) && depth(at) <= depth(open)
}

/// A dash without its space in the list that the parser stumbled in: it took the items below for more of the value.
fn tight_dash(yaml: &str, at: usize) -> Option<usize> {
    let tight = |line: &str| {
        let item = line.trim().strip_prefix('-');
        item.is_some_and(|item| item.starts_with(|c: char| c != '-' && !c.is_whitespace()))
    };
    let stumbled = start_of_line(yaml, at);
    let depth = indent(line_at(yaml, at)?);
    let above: Vec<_> = placed_lines(yaml.get(..stumbled)?).collect();
    let own = above.into_iter().rev().take_while(|(_, line)| indent(line) >= depth && !line.trim().is_empty());
    own.filter(|(_, line)| tight(line)).last().map(|(start, line)| start + indent(line))
}

/// Where a control character stands in the rest of the line; the parser stops at the beginning of its value.
fn hidden_from(yaml: &str, at: usize) -> Option<usize> {
    let line = yaml.get(at..)?.lines().next()?;
    line.find(|c: char| c.is_control() && c != '\t').map(|offset| at + offset)
}

/// Where a quote opens that the next quote in the file closes, lines below: the parser only stumbles there.
fn unclosed_quote(kind: &Kind, yaml: &str, read: usize, at: usize) -> Option<usize> {
    let quote = match kind {
        Kind::InvalidTrailingDoubleQuotedScalar => '"',
        Kind::InvalidTrailingSingleQuotedScalar => '\'',
        _ => return None,
    };
    let mut start = read;
    for line in yaml.get(read..at)?.split_inclusive('\n') {
        let opening = line.find(quote).filter(|_| !line.trim_start().starts_with('#'));
        if let Some(opening) = opening {
            return line.ends_with('\n').then_some(start + opening);
        }
        start += line.len();
    }
    None
}

fn by_kind(kind: &Kind, yaml: &str, at: usize) -> (&'static str, &'static str) {
    match kind {
        Kind::TabNotAllowed
        | Kind::TabInBlockIndentation
        | Kind::TabInIndentation
        | Kind::TabAtBlockScalarStart
        | Kind::TabInPlainScalar => TAB,
        Kind::UnclosedQuotedScalar | Kind::DocumentIndicatorInQuotedScalar | Kind::InvalidQuotedScalarIndent => {
            UNCLOSED
        }
        Kind::InvalidTrailingDoubleQuotedScalar | Kind::InvalidTrailingSingleQuotedScalar => {
            ("còn chữ đứng sau dấu ngoặc đóng", "đặt cả giá trị trong một cặp ngoặc; dấu \" bên trong ghi là \\\"")
        }
        Kind::UnknownQuotedScalarEscape | Kind::InvalidQuotedScalarHexEscape | Kind::InvalidUnicodeEscape => (
            "dấu `\\` trong ngoặc kép bắt đầu một ký hiệu không có nghĩa",
            "ghi `\\\\` cho một dấu gạch chéo ngược, hoặc dùng nháy đơn",
        ),
        Kind::UnclosedFlowCollection { .. }
        | Kind::UnexpectedEofFlowSequence
        | Kind::UnexpectedEofFlowMapping
        | Kind::UnexpectedEofImplicitFlowMapping
        | Kind::MismatchedFlowCollectionEnd { .. }
        | Kind::MisplacedFlowCollectionEnd
        | Kind::ExpectedFlowMappingSeparator
        | Kind::ExpectedFlowSequenceSeparator => UNPAIRED,
        Kind::UnknownAnchor | Kind::MissingAnchorOrAliasName => {
            ("giá trị bắt đầu bằng `*` hoặc `&`, là ký hiệu riêng của YAML", "đặt cả giá trị trong ngoặc kép")
        }
        Kind::UnexpectedCharacter { .. } | Kind::PlainScalarStartsWithDashFlowIndicator => {
            ("giá trị bắt đầu bằng một ký hiệu riêng của YAML", "đặt cả giá trị trong ngoặc kép")
        }
        Kind::MappingValueNotAllowed | Kind::InvalidColonPlacement | Kind::InvalidMappingValueWhitespace => (
            "có dấu hai chấm ở chỗ YAML không hiểu",
            "nếu dấu hai chấm thuộc về giá trị thì đặt cả giá trị trong ngoặc kép",
        ),
        Kind::ExpectedBlockMappingKey
        | Kind::MappingKeyNotAllowed
        | Kind::InvalidIndentation
        | Kind::InvalidBlockScalarIndent => MISALIGNED,
        Kind::ExpectedBlockSequenceEntry if !line_at(yaml, at).unwrap_or_default().trim_start().starts_with('-') => {
            MISALIGNED
        }
        Kind::ExpectedBlockSequenceEntry | Kind::BlockSequenceEntryNotAllowed | Kind::InvalidBlockEntryWhitespace => (
            "danh sách viết sai: dấu `-` đứng sai chỗ hoặc thiếu dấu cách sau `-`",
            "mỗi mục một dòng, bắt đầu bằng `- ` và cùng một cột",
        ),
        Kind::BomInsideDocument => ("có dấu thứ tự byte (BOM) ở giữa tệp", "xóa ký tự ẩn này"),
        _ => by_form(line_at(yaml, at).unwrap_or_default()),
    }
}

/// What the line itself suggests where the parser's kind says little.
fn by_form(line: &str) -> (&'static str, &'static str) {
    let line = line.trim();
    if line.starts_with('-') && !line.starts_with("- ") && !line.contains(": ") {
        return TIGHT_DASH;
    }
    if !line.is_empty() && !line.contains(':') {
        return (
            "dòng này không có dấu hai chấm",
            "viết thành `khóa: giá trị`, hoặc thụt vào nếu là phần tiếp của dòng trên",
        );
    }
    (
        "dòng này không đúng cú pháp YAML",
        "xem lại dấu hai chấm, dấu ngoặc và khoảng thụt vào ở dòng này và dòng ngay trên",
    )
}

/// Where the line begins that a byte is in.
fn start_of_line(yaml: &str, at: usize) -> usize {
    yaml.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |n| n + 1)
}

/// The line that byte `at` is in.
fn line_at(yaml: &str, at: usize) -> Option<&str> {
    yaml.get(start_of_line(yaml, at)..)?.lines().next()
}

/// Faults that are plainer from the line itself than from the parser's kind.
fn by_line(yaml: &str, at: usize) -> Option<(&'static str, &'static str)> {
    let line = line_at(yaml, at)?;
    if line.starts_with("<<<<<<<") || line.starts_with("=======") || line.starts_with(">>>>>>>") {
        return Some((
            "còn dấu xung đột của git trong tệp",
            "chọn một trong hai bản rồi xóa các dòng <<<<<<<, =======, >>>>>>>",
        ));
    }
    None
}
