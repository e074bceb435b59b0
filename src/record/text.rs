//! Text as records hold it: NFC, no invisible characters.

use std::borrow::Cow;
use std::sync::LazyLock;

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use crate::vietnamese::{Parts, is_all_everyday, is_everyday, is_tone};

/// NFC, with what no reader can see and nobody misses taken out: zero-width marks and soft hyphens
/// vanish, a no-break space becomes a space, line ends become `\n`. Marks that turn the direction stay:
/// an editor shows such text otherwise than it is, so somebody must be told.
///
/// ```
/// assert_eq!(hoso::record::text::nfc("Ho\u{300}a\u{a0}\u{200b}Bi\u{300}nh"), "Hòa Bình");
/// ```
pub fn nfc(raw: &str) -> String {
    // These are composed, and nothing that composes with them stands beside them.
    if is_all_everyday(raw) {
        return raw.to_owned();
    }
    let mapped = match raw.contains(|c| c == '\r' || visible(c) != Some(c)) {
        true => Cow::Owned(raw.replace("\r\n", "\n").chars().filter_map(visible).collect::<String>()),
        false => Cow::Borrowed(raw),
    };
    ComposingNormalizerBorrowed::new_nfc().normalize(&mapped).into_owned()
}

fn visible(c: char) -> Option<char> {
    match c {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => Some(' '),
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2065}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => None,
        '\r' => Some('\n'),
        c => Some(c),
    }
}

/// A letter. Those of Vietnamese are told without looking them up: every word of every record is asked about.
#[inline]
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{c0}'..='\u{24f}' => !matches!(c, '×' | '÷'),
        '\u{1e00}'..='\u{1eff}' => true,
        _ => c.is_alphabetic(),
    }
}

/// A combining mark: after NFC only those are left that belong to no letter.
pub fn is_mark(c: char) -> bool {
    // The first mark of all is U+0300; composed letters of Vietnamese, which texts are full of, stand at U+1E00.
    c >= '\u{300}'
        && !('\u{1e00}'..='\u{1eff}').contains(&c)
        && CanonicalCombiningClassMapBorrowed::new().get_u8(c) != 0
}

/// What YAML reads as yes or no where no quotes stand around it.
pub fn is_switch(word: &str) -> bool {
    ["true", "false", "yes", "no", "on", "off"].iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// One line: every run of white space is one space, none at the ends.
pub fn one_line(text: &str) -> String {
    if is_one_line(text) {
        return text.to_owned();
    }
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Whether a text is one line already, as nearly all are. It may be without this being told: only of the letters of
/// Vietnamese and of their marks it is sure that they are no blanks.
fn is_one_line(text: &str) -> bool {
    let mut before = b' ';
    let goes_on = |b: u8| {
        let last = std::mem::replace(&mut before, b);
        match b {
            b' ' => last != b' ',
            // The Ogham blank begins as letters of Vietnamese do.
            0x9a => last != 0xe1,
            b'!'..=b'~' | 0x80..=0xbf | 0xc3..=0xc6 | 0xcc | 0xcd | 0xe1 => true,
            _ => false,
        }
    };
    text.bytes().all(goes_on) && before != b' '
}

/// The text without tones and marks, in lower case: for "did you mean" and for matching.
///
/// ```
/// assert_eq!(hoso::record::text::fold("Đề nghị Hoà"), hoso::record::text::fold("đề nghị Hòa"));
/// ```
pub fn fold(text: &str) -> String {
    if text.is_ascii() {
        return text.to_ascii_lowercase();
    }
    // Texts are mostly letters of Vietnamese, each of which has its plain one in a table.
    let table = PLAIN.as_slice();
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        // Three of four are: no table is asked about them.
        if c.is_ascii() {
            plain.push(c.to_ascii_lowercase());
            continue;
        }
        match table.get(c as usize) {
            Some(Plain::Letter(letter)) => plain.push(*letter),
            Some(Plain::Nothing) => {}
            Some(Plain::Other) | None => return fold_any(text),
        }
    }
    plain
}

/// The same for a text of any letters.
fn fold_any(text: &str) -> String {
    DecomposingNormalizerBorrowed::new_nfd()
        .normalize_iter(text.chars())
        .filter(|c| !is_accent(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

/// What becomes of a character.
#[derive(Clone, Copy)]
enum Plain {
    Letter(char),
    /// It is an accent.
    Nothing,
    /// That depends on others, or it becomes several letters.
    Other,
}

/// The characters below U+2030.
static PLAIN: LazyLock<Vec<Plain>> = LazyLock::new(|| {
    let plain = |c: char| {
        let folded = fold_any(c.encode_utf8(&mut [0; 4]));
        let mut letters = folded.chars();
        match (letters.next(), letters.next()) {
            _ if is_accent(c) => Plain::Nothing,
            (Some(letter), None) if !is_mark(c) && !is_mark(letter) => Plain::Letter(letter),
            _ => Plain::Other,
        }
    };
    ('\0'..'\u{2030}').map(plain).collect()
});

/// Names compared as people compare them: tone placement (`hòa`, `hoà`), case and spacing aside,
/// but different tones stay different names.
pub fn same_words(a: &str, b: &str) -> bool {
    a == b || may_be_same(a, b) && name_key(a) == name_key(b)
}

/// Whether two names may have one key, or one begin as the other does, told by their first letters alone.
pub fn may_be_same(a: &str, b: &str) -> bool {
    let first = |name: &str| Parts::of(name.trim_start().chars().next()?).map(|parts| parts.small());
    first(a).zip(first(b)).is_none_or(|(a, b)| a == b)
}

/// A key under which names that people take for the same fall together.
pub fn name_key(name: &str) -> String {
    let key = tone_last(name);
    if is_one_line(&key) { key } else { one_line(&key) }
}

/// Every syllable with its tone moved to the end, so that the place of the mark does not count.
fn tone_last(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 4);
    let mut tone = None;
    for c in text.chars() {
        // Three of four are: they have no parts.
        if c.is_ascii_alphabetic() {
            out.push(c.to_ascii_lowercase());
            continue;
        }
        match Parts::of(c) {
            Some(parts) => {
                out.push(parts.small());
                if let Some(roof) = parts.roof {
                    out.push(roof);
                }
                tone = parts.tone.or(tone);
            }
            None if is_everyday(c) => {
                if let Some(tone) = tone.take() {
                    out.push(tone);
                }
                out.push(c);
            }
            None => return tone_last_any(text),
        }
    }
    out.extend(tone);
    out
}

/// The same for a text of any letters.
fn tone_last_any(text: &str) -> String {
    let decomposed = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(text.chars());
    let mut out = String::new();
    let mut tone = None;
    for c in decomposed.flat_map(char::to_lowercase) {
        match c {
            c if is_tone(c) => tone = Some(c),
            c if c.is_alphabetic() || is_accent(c) => out.push(c),
            c => {
                out.extend(tone.take());
                out.push(c);
            }
        }
    }
    out.extend(tone);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    proptest! {
        /// The table says what the rules of Unicode say.
        #[test]
        fn folding_by_table_is_folding(text in "[a-zA-ZÀ-ỹ0-9 \u{300}-\u{370}\u{483}-\u{487}ẞﬁ가-각\u{1df0}]{0,30}") {
            prop_assert_eq!(super::fold(&text), super::fold_any(&text));
            prop_assert_eq!(super::tone_last(&text), super::tone_last_any(&text));
        }

        /// First letters only spare the rest.
        #[test]
        fn names_are_the_same_by_their_keys(a in "[ \t\u{3000}\u{200b}\u{301}]?[AaĐđÀOÒ1K]{0,2}[aàoò ]{0,2}", b in "[ \t\u{3000}\u{200b}\u{301}]?[AaĐđÀOÒ1K]{0,2}[aàoò ]{0,2}") {
            let (own, other) = (super::name_key(&a), super::name_key(&b));
            prop_assert_eq!(super::same_words(&a, &b), own == other);
            prop_assert!(!own.starts_with(&other) || super::may_be_same(&a, &b));
        }

        #[test]
        fn one_line_is_its_words_one_blank_apart(text in "[a-zÀ-ỹ \u{300}-\u{345}\n\t\u{85}\u{1680}\u{2003}\u{2028}\u{3000}“…]{0,30}") {
            let words: Vec<&str> = text.split_whitespace().collect();
            prop_assert_eq!(super::one_line(&text), words.join(" "));
        }

        #[test]
        fn composing_by_table_is_composing(text in "[a-zÀ-ỹ0-9 \u{300}-\u{323}\r\n\u{a0}“…]{0,30}") {
            let visible: String = text.replace("\r\n", "\n").chars().filter_map(super::visible).collect();
            let composed = super::ComposingNormalizerBorrowed::new_nfc().normalize(&visible).into_owned();
            prop_assert_eq!(super::nfc(&text), composed);
        }
    }

    #[test]
    fn letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_letter(c), c.is_alphabetic(), "{c:?}");
        }
    }
}
