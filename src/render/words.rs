//! The words inside a Tera tag, as far as judging its place needs them.

/// A word of an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Word<'a> {
    /// A name or keyword.
    Name(&'a str),
    /// A string in any of Tera's quotes.
    Text,
    /// Any other character.
    Sign(char),
}

/// The words of a tag's inside.
pub(super) fn of(inside: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = inside.trim_start();
    while let Some(c) = rest.chars().next() {
        let length = match c {
            '"' | '\'' | '`' => {
                words.push(Word::Text);
                string_length(rest)
            }
            c if c.is_ascii_alphanumeric() || c == '_' => {
                let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
                words.push(Word::Name(rest.get(..length).unwrap_or_default()));
                length
            }
            c => {
                words.push(Word::Sign(c));
                c.len_utf8()
            }
        };
        rest = rest.get(length..).unwrap_or_default().trim_start();
    }
    words
}

/// Bytes up to a tag's closing delimiter, strings passed over.
pub(super) fn end_of_tag(body: &str, close: &str) -> Option<usize> {
    let mut at = 0;
    loop {
        let rest = body.get(at..)?;
        if rest.starts_with(close) {
            return Some(at);
        }
        let c = rest.chars().next()?;
        at += if matches!(c, '"' | '\'' | '`') { string_length(rest) } else { c.len_utf8() };
    }
}

/// Bytes of the string that opens `text`, quotes included.
fn string_length(text: &str) -> usize {
    let mut characters = text.char_indices();
    let Some((_, quote)) = characters.next() else { return 0 };
    let mut escaped = false;
    for (index, c) in characters {
        if c == quote && !escaped {
            return index + c.len_utf8();
        }
        escaped = c == '\\' && !escaped;
    }
    text.len()
}

/// Whether `| name` occurs anywhere.
pub(super) fn has_filter(words: &[Word<'_>], name: &str) -> bool {
    words.windows(2).any(|pair| pair == [Word::Sign('|'), Word::Name(name)])
}

/// The filter that has the last word over a value, outside of any brackets. Tera's filters bind tighter than
/// its operators, so where two values are joined no filter has the last word.
pub(super) fn last_filter<'a>(value: &[Word<'a>]) -> Option<&'a str> {
    let mut depth = 0_i32;
    let mut last = None;
    let mut piped = false;
    for (index, word) in value.iter().enumerate() {
        match word {
            Word::Sign('(' | '[' | '{') => depth += 1,
            Word::Sign(')' | ']' | '}') => depth -= 1,
            Word::Sign('~' | '+' | '-' | '*' | '/' | '%' | '=' | '<' | '>' | '!') if depth == 0 && index > 0 => {
                return None;
            }
            Word::Name("and" | "or" | "in" | "is" | "not") if depth == 0 => return None,
            Word::Name(name) if depth == 0 && piped => last = Some(*name),
            _ => {}
        }
        piped = *word == Word::Sign('|');
    }
    last
}

/// The values an expression can take: two for `a if c else b`, else one.
pub(super) fn values<'w, 'a>(words: &'w [Word<'a>]) -> Vec<&'w [Word<'a>]> {
    let mut depth = 0_i32;
    let mut keyword = |name: &str| {
        words.iter().position(|word| {
            match word {
                Word::Sign('(' | '[' | '{') => depth += 1,
                Word::Sign(')' | ']' | '}') => depth -= 1,
                _ => {}
            }
            depth == 0 && *word == Word::Name(name)
        })
    };
    match (keyword("if"), keyword("else")) {
        (Some(condition), Some(otherwise)) if condition < otherwise => {
            [words.get(..condition), words.get(otherwise + 1..)].into_iter().flatten().collect()
        }
        _ => vec![words],
    }
}
