//! The characters that Vietnamese papers are written with.

use std::sync::LazyLock;

use icu_normalizer::DecomposingNormalizerBorrowed;

/// Whether a character is one of every day: printable ASCII, a letter of Vietnamese, a quotation mark or a dash. Every
/// typeface that papers may be set in has them all, so that texts of nothing else need not be asked about.
///
/// ```
/// assert!("Số 12/QĐ-UBND: “Ủy ban nhân dân” – phường…".chars().all(hoso::vietnamese::is_everyday));
/// assert!(!"中✓\u{200b}\u{301}ß".chars().any(hoso::vietnamese::is_everyday));
/// ```
#[inline]
pub fn is_everyday(c: char) -> bool {
    EVERYDAY.get(c as usize).is_some_and(|is| *is)
}

/// What [`is_of_every_day`] says of each character up to the last of them: every character of every record is asked about.
#[allow(clippy::indexing_slicing, reason = "while compiling")]
static EVERYDAY: [bool; LAST + 1] = {
    let mut table = [false; LAST + 1];
    let mut at = 0;
    while at <= LAST {
        if let Some(c) = char::from_u32(at as u32) {
            table[at] = is_of_every_day(c);
        }
        at += 1;
    }
    table
};

/// The last of them in the order of Unicode.
const LAST: usize = '…' as usize;

/// The definition of which the table is made.
const fn is_of_every_day(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\n' | '\u{1ea0}'..='\u{1ef9}'
        | 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
        | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
        | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'
        | '“' | '”' | '‘' | '’' | '–' | '…')
}

/// Whether a text has no other characters.
pub fn is_all_everyday(text: &str) -> bool {
    text.chars().all(is_everyday)
}

/// All of them that print something.
pub fn everyday() -> impl Iterator<Item = char> {
    ('!'..='…').filter(|c| is_everyday(*c))
}

/// A letter taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The bare letter, in its case.
    pub base: char,
    /// Its roof, breve or horn, a combining mark.
    pub roof: Option<char>,
    /// Its tone, a combining mark.
    pub tone: Option<char>,
}

impl Parts {
    /// Of a letter of Vietnamese or of plain ASCII; none of anything else. By table, since every letter of every record is
    /// asked about.
    ///
    /// ```
    /// use hoso::vietnamese::Parts;
    /// assert_eq!(Parts::of('Ệ'), Some(Parts { base: 'E', roof: Some('\u{302}'), tone: Some('\u{323}') }));
    /// assert_eq!((Parts::of('7'), Parts::of('ß')), (None, None));
    /// ```
    #[inline]
    pub fn of(c: char) -> Option<Self> {
        if c.is_ascii() {
            return c.is_ascii_alphabetic().then_some(Self { base: c, roof: None, tone: None });
        }
        static TABLES: LazyLock<[Vec<Option<Parts>>; 2]> =
            LazyLock::new(|| [FIRST, SECOND].map(|(from, to)| (from..=to).map(Parts::apart).collect()));
        let [first, second] = &*TABLES;
        let (table, start) = if c < SECOND.0 { (first, FIRST.0) } else { (second, SECOND.0) };
        *table.get((c as usize).checked_sub(start as usize)?)?
    }

    /// The bare letter in small.
    pub fn small(&self) -> char {
        if self.base == 'Đ' { 'đ' } else { self.base.to_ascii_lowercase() }
    }

    fn apart(c: char) -> Option<Self> {
        if !c.is_alphabetic() || !is_everyday(c) {
            return None;
        }
        let mut letters = DecomposingNormalizerBorrowed::new_nfd().normalize_iter(std::iter::once(c));
        let mut parts = Self { base: letters.next()?, roof: None, tone: None };
        for mark in letters {
            let place = if is_tone(mark) { &mut parts.tone } else { &mut parts.roof };
            *place = Some(mark);
        }
        Some(parts)
    }
}

/// Hands over a letter in small, which may be several. Those of Vietnamese are told without looking them up: every letter of
/// every body is asked about.
///
/// ```
/// let mut small = String::new();
/// "ĐỖ Ươm İ".chars().for_each(|c| hoso::vietnamese::small_letters(c, |c| small.push(c)));
/// assert_eq!(small, "đỗ ươm i\u{307}");
/// ```
#[inline]
pub fn small_letters(c: char, mut each: impl FnMut(char)) {
    match c {
        '\0'..='\u{7f}' => each(c.to_ascii_lowercase()),
        // Capitals and small letters take turns.
        '\u{1ea0}'..='\u{1ef9}' => each(char::from_u32(u32::from(c) | 1).unwrap_or(c)),
        'à'..='ÿ' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => each(c),
        _ => c.to_lowercase().for_each(each),
    }
}

/// Where the letters of Vietnamese stand in Unicode.
const FIRST: (char, char) = ('À', 'ư');
const SECOND: (char, char) = ('\u{1ea0}', '\u{1ef9}');

/// Whether a combining mark is one of the five tones.
pub fn is_tone(mark: char) -> bool {
    matches!(mark, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}')
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_table_holds_what_is_of_every_day() {
        for c in '\0'..=char::MAX {
            assert_eq!(super::is_everyday(c), super::is_of_every_day(c), "{c:?}");
        }
    }

    #[test]
    fn small_letters_are_those_of_unicode() {
        for c in '\0'..=char::MAX {
            let mut small = String::new();
            super::small_letters(c, |c| small.push(c));
            assert_eq!(small, c.to_lowercase().to_string(), "{c:?}");
        }
    }

    #[test]
    fn the_small_letter_is_that_of_unicode() {
        for c in super::everyday() {
            if let Some(parts) = super::Parts::of(c) {
                assert_eq!(parts.small().to_string(), parts.base.to_lowercase().to_string(), "{c:?}");
            }
        }
    }

    #[test]
    fn vietnamese_has_twelve_vowels_of_six_tones_and_one_more_consonant() {
        let letters = super::everyday().filter(|c| c.is_alphabetic() && !c.is_ascii());
        assert_eq!(letters.count(), 2 * (12 * 6 - 6 + 1));
    }
}
