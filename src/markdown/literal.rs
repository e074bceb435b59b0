//! Typst string literals: the one way in which text from a record reaches Typst.

use std::fmt::Write as _;

/// Appends `text` as a closed Typst string literal, quotes included.
///
/// Inside a Typst string only `\` and `"` mean anything, so escaping these two is complete; no markup
/// character needs to be known. Line ends become `\n`; characters that carry no text (control
/// characters, byte-order marks, noncharacters) are dropped, since PDF/A refuses them.
///
/// ```
/// let mut out = String::new();
/// hoso::markdown::push_literal(&mut out, "số \"7\" #panic()");
/// assert_eq!(out, r##""số \"7\" #panic()""##);
/// ```
pub fn push_literal(out: &mut String, text: &str) {
    out.push('"');
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => out.push_str("\\n"),
            '\t' => out.push(' '),
            c if carries_nothing(c) => {}
            // Invisible in the generated source, so spelled out for whoever reads it.
            '\u{a0}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => {
                // Writing into a String cannot fail.
                let _ = write!(out, "\\u{{{:x}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// A text as Markdown that says just this: every sign that could mean something there is escaped.
///
/// ```
/// assert_eq!(hoso::markdown::escaped("“A*b*” - số 1"), "“A\\*b\\*” - số 1");
/// ```
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!') {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A character that nobody sees but that changes how its neighbours are read or set: format and direction marks,
/// variation selectors, fillers, tags.
///
/// ```
/// assert!(hoso::markdown::is_invisible('\u{202e}') && !hoso::markdown::is_invisible('ệ'));
/// ```
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}' | '\u{1bca0}'..='\u{1bca3}'
        | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn carries_nothing(c: char) -> bool {
    c.is_control() || c == '\u{feff}' || is_noncharacter(c)
}

/// Noncharacters are never text; `render` uses some of them as marks, so none may come from data.
fn is_noncharacter(c: char) -> bool {
    let code = u32::from(c);
    (0xfdd0..=0xfdef).contains(&code) || code & 0xfffe == 0xfffe
}
