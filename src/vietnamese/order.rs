//! Alphabetical order: of words by the Vietnamese alphabet, of persons by given name, then middle name, then family name.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::{Collator, CollatorBorrowed};
use icu_locale_core::locale;

/// The order of the Vietnamese alphabet: a, ă, â, b …; tones decide last.
pub struct Alphabet(Option<CollatorBorrowed<'static>>);

impl Default for Alphabet {
    fn default() -> Self {
        // The data is compiled in; without it texts are compared by code, which is at least the same everywhere.
        Self(Collator::try_new(locale!("vi").into(), CollatorOptions::default()).ok())
    }
}

impl Alphabet {
    /// Compares two words or lines.
    ///
    /// ```
    /// let alphabet = hoso::vietnamese::order::Alphabet::default();
    /// assert!(alphabet.compare("Ân", "Ban").is_lt() && alphabet.compare("An", "Ân").is_lt());
    /// ```
    pub fn compare(&self, one: &str, other: &str) -> Ordering {
        let by_alphabet = self.0.as_ref().map_or(Ordering::Equal, |collator| collator.compare(one, other));
        by_alphabet.then_with(|| one.cmp(other))
    }

    /// Compares two persons' full names: `Nguyễn Văn An` stands before `Lê Thị Bình`.
    pub fn compare_persons(&self, one: &str, other: &str) -> Ordering {
        let ((family, middle, given), (family2, middle2, given2)) = (parts(one), parts(other));
        self.compare(given, given2)
            .then_with(|| self.compare(middle, middle2))
            .then_with(|| self.compare(family, family2))
            .then_with(|| one.cmp(other))
    }
}

/// Family name, middle names, given name; one word alone is a given name.
fn parts(name: &str) -> (&str, &str, &str) {
    let (rest, given) = name.trim().rsplit_once(' ').unwrap_or(("", name.trim()));
    let (family, middle) = rest.split_once(' ').unwrap_or((rest, ""));
    (family, middle, given)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(names: &[&str], compare: impl Fn(&str, &str) -> Ordering) -> Vec<String> {
        let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
        names.sort_by(|one, other| compare(one, other));
        names
    }

    #[test]
    fn letters_stand_in_the_order_of_the_alphabet() {
        let alphabet = Alphabet::default();
        let letters = ["a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "o", "ô", "ơ", "u", "ư", "y"];
        let mut turned = letters;
        turned.reverse();
        assert_eq!(sorted(&turned, |a, b| alphabet.compare(a, b)), letters);
        // A tone decides between words that are otherwise alike, in the order ngang, huyền, hỏi, ngã, sắc, nặng.
        let tones = ["ma", "mà", "mả", "mã", "má", "mạ", "man"];
        let mut turned = tones;
        turned.reverse();
        assert_eq!(sorted(&turned, |a, b| alphabet.compare(a, b)), tones);
    }

    #[test]
    fn persons_are_ordered_by_given_name() {
        let alphabet = Alphabet::default();
        let wanted =
            ["Anh", "Lê Thị An Anh", "Trần Văn Ân", "Lê Văn Bình", "Nguyễn Văn Bình", "Bùi Đức Đạt", "Đỗ Thị Yến"];
        let mut names = wanted;
        names.reverse();
        assert_eq!(sorted(&names, |a, b| alphabet.compare_persons(a, b)), wanted);
    }
}
