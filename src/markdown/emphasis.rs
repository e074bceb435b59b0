//! Emphasis that Markdown does not see though it was meant, and emphasis that it sees though it was not.
//!
//! Whether a `*` opens or closes emphasis hangs on its neighbours (CommonMark, “delimiter runs”): `**Kết quả:**đạt` has
//! no closing sign, since after a punctuation mark a closing one needs a blank. Such signs would be printed.

use std::ops::Range;

use memchr::memchr2_iter;
use pulldown_cmark::{Event, Tag, TagEnd};

use super::Problem;

/// Emphasis whose signs were meant to be printed: it begins or ends within a word or a number (`15*20*30`), or holds
/// nothing but the end of a bracket (`(*) … (*)`). Two signs within a word are bold, as everywhere in Markdown, unless
/// they stand between figures.
pub(super) fn unmeant(text: &str, offset: &Range<usize>, bold: bool) -> Option<&'static str> {
    let before = text.get(..offset.start)?.chars().next_back();
    let after = text.get(offset.end..)?.chars().next();
    let inside = text.get(offset.clone())?.trim_matches(['*', '_']);
    let (first, last) = (inside.chars().next(), inside.chars().next_back());
    let within = [(before, first), (after, last)].iter().any(|(out, inner)| match bold {
        true => is(*out, |c| c.is_ascii_digit()) && is(*inner, |c| c.is_ascii_digit()),
        false => is(*out, char::is_alphanumeric),
    });
    let odd = inside.starts_with([')', ']', ',', ';', ':']) || inside.ends_with(['(', '[']);
    (within || odd).then_some(
        "dấu `*` hoặc `_` sát chữ hay số ở đây bị hiểu là chữ nghiêng, chữ đậm nên không in ra; muốn in chính dấu ấy thì ghi `\\*`, phép nhân thì ghi `×`, muốn nhấn mạnh thì nhấn mạnh cả từ",
    )
}

/// Signs of one block that will be printed, each run with its neighbours.
#[derive(Default)]
pub(super) struct Printed {
    runs: Vec<Run>,
}

struct Run {
    at: Range<usize>,
    sign: char,
    before: Option<char>,
    after: Option<char>,
}

impl Printed {
    /// Takes the next event of a body; where a block ends, says what was meant for emphasis in it.
    pub(super) fn event(&mut self, text: &str, event: &Event<'_>, offset: &Range<usize>) -> Vec<Problem> {
        match event {
            Event::Text(words) if text.get(offset.clone()) == Some(words) => self.read(text, offset),
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
            | Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image) => {}
            Event::Start(_) | Event::End(_) => return problems(text, std::mem::take(&mut self.runs)),
            _ => {}
        }
        Vec::new()
    }

    fn read(&mut self, text: &str, offset: &Range<usize>) {
        let words = text.get(offset.clone()).unwrap_or_default().as_bytes();
        let signs =
            memchr2_iter(b'*', b'_', words).filter_map(|at| Some((offset.start + at, char::from(*words.get(at)?))));
        for (at, sign) in signs {
            if is_escaped(text, at) {
                continue;
            }
            let after = text.get(at + 1..).and_then(|rest| rest.chars().next());
            match self.runs.last_mut().filter(|run| run.at.end == at && run.sign == sign) {
                Some(run) => (run.at.end, run.after) = (at + 1, after),
                None => {
                    let before = text.get(..at).and_then(|head| head.chars().next_back());
                    self.runs.push(Run { at: at..at + 1, sign, before, after });
                }
            }
        }
    }
}

fn problems(text: &str, runs: Vec<Run>) -> Vec<Problem> {
    let mut found = Vec::new();
    let mut runs = runs.into_iter().filter(Run::is_sign).peekable();
    while let Some(run) = runs.next() {
        if run.is_left_over(text) {
            found.push(run.problem(LEFT_OVER));
        } else if let Some(end) = runs.next_if(|next| run.is_meant_to_open() && next.is_meant_to_close(&run, text)) {
            found.push(pair(&run, &end));
        } else if run.is_meant_to_open() && run.is_bold() && !is_blank(run.after) && !run.is_after_word() {
            found.push(run.problem(UNCLOSED));
        }
    }
    found
}

/// Two signs that were meant to stand around something: which of them is refused, and why.
fn pair(open: &Run, close: &Run) -> Problem {
    if is_blank(open.after) {
        open.problem("có dấu cách ngay sau dấu `{}` mở đầu nên chữ không được nhấn mạnh mà dấu ấy in ra; bỏ dấu cách ấy, hoặc ghi `{\\}` nếu muốn in chính dấu ấy")
    } else if is_blank(close.before) {
        close.problem("có dấu cách ngay trước dấu `{}` kết thúc nên chữ không được nhấn mạnh mà dấu ấy in ra; bỏ dấu cách ấy, hoặc ghi `{\\}` nếu muốn in chính dấu ấy")
    } else if open.is_after_word() {
        open.problem("dấu `{}` mở đầu sát chữ đứng trước nên chữ không được nhấn mạnh mà dấu ấy in ra; thêm một dấu cách trước dấu `{}`, đưa dấu câu ở đầu ra ngoài phần nhấn mạnh, hoặc ghi `{\\}` nếu muốn in chính dấu ấy")
    } else if is(close.after, char::is_alphanumeric) {
        close.problem("dấu `{}` kết thúc sát chữ đứng sau nên chữ không được nhấn mạnh mà dấu ấy in ra; thêm một dấu cách sau dấu `{}`, đưa dấu câu ở cuối ra ngoài phần nhấn mạnh, hoặc ghi `{\\}` nếu muốn in chính dấu ấy")
    } else {
        open.problem(UNCLOSED)
    }
}

const LEFT_OVER: &str = "thừa dấu `{}` cạnh chữ đã nhấn mạnh nên dấu ấy in ra; để số dấu ở hai đầu bằng nhau, hoặc ghi `{\\}` nếu muốn in chính dấu ấy";
const UNCLOSED: &str = "dấu `{}` ở đây không có dấu kết thúc đi cùng nên in ra; thêm `{}` vào ngay sau chữ cuối cần nhấn mạnh trong cùng đoạn, hoặc ghi `{\\}` nếu muốn in chính dấu ấy";

impl Run {
    /// Not the rule of a form (`____`), and not a mark in brackets, `(*)`.
    fn is_sign(&self) -> bool {
        let bracketed = self.before == Some('(') && self.after == Some(')');
        self.at.len() <= 3 && !bracketed
    }

    /// Two asterisks are hardly ever text; underscores may be the blanks of a form.
    fn is_bold(&self) -> bool {
        self.sign == '*' && self.at.len() > 1
    }

    fn is_after_word(&self) -> bool {
        is(self.before, char::is_alphanumeric)
    }

    /// Beside signs that were understood: `**đậm*`.
    fn is_left_over(&self, text: &str) -> bool {
        let same = |c: Option<char>| c == Some(self.sign);
        same(self.after) || same(self.before) && !is_escaped(text, self.at.start - 1)
    }

    /// After a word a sign refers to a note (`GRDP*`), unless a bracket or a quotation begins behind it.
    fn is_meant_to_open(&self) -> bool {
        match (self.is_after_word(), is_blank(self.after)) {
            (true, _) => is(self.after, |c| OPENING.contains(&c)),
            (false, false) => true,
            (false, true) => self.is_bold() && is_blank(self.before),
        }
    }

    /// Whether it may have been put to close what `open` began.
    fn is_meant_to_close(&self, open: &Self, text: &str) -> bool {
        let alike = self.sign == open.sign && self.at.len() == open.at.len();
        let inner = match is_blank(self.before) {
            // A single sign may begin the next note, or multiply.
            true => self.is_bold() || self.sign == '*' && is_blank_or_mark(self.after) && !self.is_reckoning(text),
            false => !is(self.before, |c| OPENING.contains(&c)),
        };
        alike && inner
    }

    /// `5 * 3`.
    fn is_reckoning(&self, text: &str) -> bool {
        let figure = |c: Option<char>| is(c, char::is_numeric);
        let (before, after) = (text.get(..self.at.start), text.get(self.at.end..));
        figure(before.and_then(|t| t.trim_end().chars().next_back()))
            || figure(after.and_then(|t| t.trim_start().chars().next()))
    }

    fn problem(&self, message: &str) -> Problem {
        let signs = String::from(self.sign).repeat(self.at.len());
        let escaped = format!("\\{}", self.sign).repeat(self.at.len());
        Problem::new(self.at.clone(), message.replace("{}", &signs).replace("{\\}", &escaped))
    }
}

const OPENING: [char; 6] = ['(', '[', '“', '‘', '«', '"'];

/// The bars of a table bound its cells.
fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(|c| c.is_whitespace() || c == '|')
}

fn is_blank_or_mark(c: Option<char>) -> bool {
    is_blank(c) || is(c, |c| !c.is_alphanumeric())
}

fn is(c: Option<char>, test: impl Fn(char) -> bool) -> bool {
    c.is_some_and(test)
}

fn is_escaped(text: &str, at: usize) -> bool {
    let head = text.get(..at).unwrap_or_default();
    (head.len() - head.trim_end_matches('\\').len()) % 2 == 1
}
