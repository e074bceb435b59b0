//! Vietnamese of before Unicode: TCVN3 and VNI text that arrives as valid UTF-8.
//!
//! The letters of both codes are those of Western Europe, so a word is judged by what it would be if it
//! were decoded: only a word that is no Vietnamese as it stands, and is a Vietnamese syllable when read
//! by a code, speaks for that code. Names of other languages do not become syllables.

use std::cell::RefCell;
use std::collections::{BTreeSet, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use icu_normalizer::DecomposingNormalizerBorrowed;
use memchr::memchr2;

use super::text::is_letter;
use crate::vietnamese::{Parts, is_tone};

/// A code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Legacy {
    /// TCVN3 (fonts `.VnTime`): `Céng hoµ x· héi chñ nghÜa`.
    Tcvn3,
    /// VNI: `COÄNG HOØA XAÕ HOÄI`.
    Vni,
}

impl Legacy {
    /// How clerks call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Tcvn3 => "TCVN3 (.VnTime)",
            Self::Vni => "VNI",
        }
    }
}

/// The first word typed in a legacy code, if some of the text is so typed.
///
/// One word is enough where no other language writes so (a sign within a word, a capital after a small
/// letter, two vowels that only VNI puts together); else it takes two different ones.
///
/// ```
/// use hoso::record::legacy::{Legacy, legacy};
/// assert_eq!(legacy("Ông TrÇn V¨n K"), Some((Legacy::Tcvn3, 5..10)));
/// assert_eq!(legacy("Traàn Vaên K"), Some((Legacy::Vni, 0..6)));
/// assert_eq!(legacy("Trần Văn K, làng Märkische Höhe"), None);
/// ```
pub fn legacy(text: &str) -> Option<(Legacy, Range<usize>)> {
    if text.is_ascii() {
        return None;
    }
    let mut doubtful: Vec<(Legacy, Range<usize>)> = Vec::new();
    let mut distinct = BTreeSet::new();
    let mut foreign = 0;
    for (at, word) in words(text) {
        let place = at..at + word.len();
        match judge(word) {
            Word::Sound => {}
            Word::Foreign => foreign += 1,
            Word::Typed(kind, true) => {
                let first = doubtful.into_iter().find(|(before, _)| *before == kind);
                return Some(first.unwrap_or((kind, place)));
            }
            Word::Typed(kind, false) => {
                distinct.insert(word);
                doubtful.push((kind, place));
            }
        }
    }
    // A Finn's `hän` and a Swede's `län` stand among words that no code explains.
    (distinct.len() > 1 && distinct.len() > foreign).then(|| doubtful.into_iter().next()).flatten()
}

/// What a word that is not plain ASCII can be.
enum Word {
    /// Vietnamese in Unicode, or no word of Latin letters.
    Sound,
    /// Neither Vietnamese nor anything a code explains.
    Foreign,
    /// Vietnamese in a code; whether no other language could write it so.
    Typed(Legacy, bool),
}

/// Words with their places: runs of letters and of the signs that the codes use for letters. Words that no code can
/// explain are left out: those of plain ASCII, and those with a letter outside of Latin-1, which comes from Unicode.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let joins = |c: char| is_letter(c) || is_mark(c) || ('\u{a1}'..='\u{ff}').contains(&c);
    // Letters of Latin-1 that are not ASCII begin with one of two bytes, which are looked for first.
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let found = from + memchr2(0xc2, 0xc3, text.as_bytes().get(from..)?)?;
            let (before, rest) = text.split_at_checked(found)?;
            let start = before.trim_end_matches(joins).len();
            let end = text.len() - rest.trim_start_matches(joins).len();
            from = end.max(found + 1);
            // What was found may be a blank.
            let word = text.get(start..end).unwrap_or_default();
            if end > found && word.chars().all(|c| u32::from(c) <= 0xff) {
                return Some((start, word));
            }
        }
    })
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

fn judge(word: &str) -> Word {
    if is_sound(word) {
        return Word::Sound;
    }
    if tcvn3(word).is_some_and(|read| is_syllable(&read)) {
        let certain = sign_within(word) || !is_cased(word) || begins_like_vietnamese(word);
        return Word::Typed(Legacy::Tcvn3, certain);
    }
    match is_syllable(&vni(word)) {
        true => Word::Typed(Legacy::Vni, PAIRS.iter().any(|pair| word.to_lowercase().contains(pair))),
        false => Word::Foreign,
    }
}

/// Whether a word is Vietnamese in Unicode, or no word of Latin letters.
fn is_sound(word: &str) -> bool {
    thread_local! {
        /// Those met before: a few hundred make up half of every text.
        static KNOWN: RefCell<HashSet<String>> = RefCell::default();
    }
    KNOWN.with_borrow_mut(|known| {
        let is_known = known.contains(word);
        let is_sound =
            is_known || !word.contains(|c: char| c.is_ascii_alphabetic()) || (is_cased(word) && is_syllable(word));
        if is_sound && !is_known && known.len() < MANY && word.len() <= LONGEST {
            known.insert(word.to_owned());
        }
        is_sound
    })
}

/// Most words that are remembered, none of them longer than a syllable can be.
const MANY: usize = 4096;

/// Vowels that no language puts together, but VNI for one letter with its tone.
const PAIRS: &[&str] = &[
    "öô", "aà", "aâ", "aå", "aê", "aø", "aù", "aû", "uù", "uû", "yù", "yû", "eâ", "eå", "oâ", "oå", "oø", "öù", "öø",
    "öû", "öï", "ôù", "ôø", "ôû", "ôï",
];

/// Whether capitals stand where they may: first, or everywhere.
fn is_cased(word: &str) -> bool {
    word.chars().all(|c| !c.is_lowercase()) || !word.chars().skip(1).any(char::is_uppercase)
}

/// A sign of TCVN3 as a letter: nobody writes `V¨n`, `lµ` or `§ång` otherwise.
fn sign_within(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    if matches!(letters.as_slice(), ['§' | '®', second, ..] if !second.is_ascii()) {
        return true;
    }
    letters.windows(2).enumerate().any(|(at, pair)| match pair {
        [before, sign] if before.is_ascii_alphabetic() => {
            let inner = letters.get(at + 2).is_some_and(|c| c.is_alphabetic());
            "µ¸¶".contains(*sign) || inner && "©®¨ª«¬¹»¼½¾".contains(*sign)
        }
        _ => false,
    })
}

/// An initial that is Vietnamese more than anything else, before a letter that is not.
fn begins_like_vietnamese(word: &str) -> bool {
    let word = word.to_lowercase();
    ["th", "tr", "ph", "nh", "kh", "ch", "ng", "gi", "qu"].iter().any(|initial| word.starts_with(initial))
}

const TCVN3_FROM: &str = "¡¢£¤¥¦§¨©ª«¬\u{ad}®µ¶·¸¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ";
const TCVN3_TO: &str = "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";

/// The word read as TCVN3; none where a letter stands in it that TCVN3 does not have.
fn tcvn3(word: &str) -> Option<String> {
    word.chars()
        .map(|c| match c.is_ascii() {
            true => Some(c),
            false => TCVN3_FROM.chars().zip(TCVN3_TO.chars()).find(|(from, _)| *from == c).map(|(_, to)| to),
        })
        .collect()
}

#[rustfmt::skip]
const VNI: &[(&str, &str)] = &[
    ("aù", "á"), ("aø", "à"), ("aû", "ả"), ("aõ", "ã"), ("aï", "ạ"), ("aâ", "â"), ("aá", "ấ"), ("aà", "ầ"),
    ("aå", "ẩ"), ("aã", "ẫ"), ("aä", "ậ"), ("aê", "ă"), ("aé", "ắ"), ("aè", "ằ"), ("aú", "ẳ"), ("aü", "ẵ"),
    ("aë", "ặ"), ("eù", "é"), ("eø", "è"), ("eû", "ẻ"), ("eõ", "ẽ"), ("eï", "ẹ"), ("eâ", "ê"), ("eá", "ế"),
    ("eà", "ề"), ("eå", "ể"), ("eã", "ễ"), ("eä", "ệ"), ("où", "ó"), ("oø", "ò"), ("oû", "ỏ"), ("oõ", "õ"),
    ("oï", "ọ"), ("oâ", "ô"), ("oá", "ố"), ("oà", "ồ"), ("oå", "ổ"), ("oã", "ỗ"), ("oä", "ộ"), ("ôù", "ớ"),
    ("ôø", "ờ"), ("ôû", "ở"), ("ôõ", "ỡ"), ("ôï", "ợ"), ("uù", "ú"), ("uø", "ù"), ("uû", "ủ"), ("uõ", "ũ"),
    ("uï", "ụ"), ("öù", "ứ"), ("öø", "ừ"), ("öû", "ử"), ("öõ", "ữ"), ("öï", "ự"), ("yù", "ý"), ("yø", "ỳ"),
    ("yû", "ỷ"), ("yõ", "ỹ"), ("ô", "ơ"), ("ö", "ư"), ("ñ", "đ"), ("ó", "ĩ"), ("æ", "ỉ"), ("ò", "ị"), ("î", "ỵ"),
];

/// The word read as VNI, in small letters.
fn vni(word: &str) -> String {
    let word = word.to_lowercase();
    let mut out = String::new();
    let mut rest = word.as_str();
    while let Some(c) = rest.chars().next() {
        let known = VNI.iter().find(|(from, _)| rest.starts_with(from));
        let (length, letter) = known.map_or((c.len_utf8(), c.to_string()), |(from, to)| (from.len(), (*to).to_owned()));
        out.push_str(&letter);
        rest = rest.get(length..).unwrap_or_default();
    }
    out
}

const INITIALS: &[&str] = &[
    "ngh", "ng", "nh", "ch", "gh", "gi", "kh", "ph", "qu", "th", "tr", "b", "c", "d", "đ", "g", "h", "k", "l", "m",
    "n", "p", "r", "s", "t", "v", "x", "",
];

/// The rimes of Vietnamese without tones.
const RIMES: &str = " a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây \
    e ec em en eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu \
    o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong op ot \
    ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân uâng uât uây uc uê uêch uênh ui um un ung uôc uôi uôm uôn uông uôt up ut \
    uy uya uych uyên uyêt uyn uynh uyt uơ ư ưa ưc ưi ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu ";

/// Whether a word is a syllable of Vietnamese, with a tone that its end allows, on a letter that takes it.
fn is_syllable(word: &str) -> bool {
    static KNOWN: LazyLock<BTreeSet<&str>> = LazyLock::new(|| RIMES.split_whitespace().collect());
    if word.len() > LONGEST {
        return false;
    }
    let Spelt { plain, tone, tones, tone_last } = spell(word);
    let stopped = plain.ends_with(['c', 'p', 't']) || plain.ends_with("ch");
    let tone_fits = match (tone, tones) {
        (None, _) => !stopped,
        (Some(tone), 1) => !stopped || matches!(tone, '\u{301}' | '\u{323}'),
        _ => false,
    };
    // `y` alone for `i` stands behind few letters only: a Chinese `Chü` is no `Chỹ`. A glide takes no tone.
    let takes_y = |initial: &str| matches!(initial, "" | "h" | "k" | "l" | "m" | "qu" | "s" | "t" | "th" | "v");
    let takes_last = |rime: &str| rime.chars().count() == 1 || matches!(rime, "oa" | "oe" | "uy" | "uê" | "uơ");
    let fits = |at: usize| {
        let Some((initial, rime)) = plain.split_at_checked(at) else { return false };
        INITIALS.contains(&initial)
            && KNOWN.contains(rime)
            && (rime != "y" || takes_y(initial))
            && (!tone_last || takes_last(rime))
    };
    // The rime begins with the first vowel, or behind the vowel that is written as a part of the initial.
    let vowel = plain.find(is_vowel);
    let whole = if plain.starts_with("gi") || plain.starts_with("qu") { Some(2) } else { None };
    tone_fits && vowel.into_iter().chain(whole).any(fits)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'ă' | 'â' | 'e' | 'ê' | 'i' | 'o' | 'ô' | 'ơ' | 'u' | 'ư' | 'y')
}

/// Longest syllable in bytes, every letter with a roof and the tone written apart: `nghiêng` has seven letters.
const LONGEST: usize = 24;

/// A word as it is spelt out.
#[derive(Debug, PartialEq, Eq)]
struct Spelt {
    /// The letters without tones, in small letters.
    plain: String,
    /// A tone, and how many there are.
    tone: Option<char>,
    tones: usize,
    /// Whether the last letter has the tone.
    tone_last: bool,
}

fn spell(word: &str) -> Spelt {
    let mut spelt = Spelt { plain: String::with_capacity(LONGEST), tone: None, tones: 0, tone_last: false };
    let is_known = word.chars().all(|c| {
        Parts::of(c).is_some_and(|parts| {
            spelt.letter(std::iter::once(parts.small()));
            parts.roof.into_iter().for_each(|roof| spelt.roof(roof));
            parts.tone.into_iter().for_each(|tone| spelt.tone(tone));
            true
        })
    });
    if is_known { spelt } else { spell_any(word) }
}

/// The same for a word of any letters.
fn spell_any(word: &str) -> Spelt {
    let mut spelt = Spelt { plain: String::with_capacity(LONGEST), tone: None, tones: 0, tone_last: false };
    let small = word.chars().flat_map(char::to_lowercase);
    for c in DecomposingNormalizerBorrowed::new_nfd().normalize_iter(small) {
        match c {
            // Of `ê` with a dot below, the dot comes before the roof.
            c if is_tone(c) => spelt.tone(c),
            c if is_mark(c) => spelt.roof(c),
            c => spelt.letter(std::iter::once(c)),
        }
    }
    spelt
}

impl Spelt {
    fn letter(&mut self, small: impl Iterator<Item = char>) {
        self.plain.extend(small);
        self.tone_last = false;
    }

    fn roof(&mut self, mark: char) {
        match self.plain.pop() {
            Some(letter) => match roofed(letter, mark) {
                Some(roofed) => self.plain.push(roofed),
                None => self.plain.extend([letter, mark]),
            },
            None => self.plain.push(mark),
        }
    }

    fn tone(&mut self, tone: char) {
        (self.tone, self.tones, self.tone_last) = (Some(tone), self.tones + 1, true);
    }
}

/// A letter with its roof, breve or horn.
fn roofed(letter: char, mark: char) -> Option<char> {
    Some(match (letter, mark) {
        ('a', '\u{302}') => 'â',
        ('e', '\u{302}') => 'ê',
        ('o', '\u{302}') => 'ô',
        ('a', '\u{306}') => 'ă',
        ('o', '\u{31b}') => 'ơ',
        ('u', '\u{31b}') => 'ư',
        _ => return None,
    })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]
mod tests;
