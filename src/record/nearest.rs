//! "Did you mean": the known word that a clerk probably meant.
//!
//! There is one measure of nearness for keys, codes and words alike, so that what one rule takes for a slip no other
//! rule takes for a stranger.

use std::borrow::Cow;

use super::text::fold;

/// Most letters that may be wrong, left out, added or swapped in a word that is still recognised.
const SLIPS: usize = 3;

/// The known word that was probably meant: the word itself where it is known, else the nearest that is near at all.
///
/// ```
/// use hoso::record::nearest::nearest;
/// assert_eq!(nearest("Hồ Sơ", ["de_nghi", "ho_so"].into_iter()), Some("ho_so"));
/// assert_eq!(nearest("noi_vq", ["ubnd", "noi-vu"].into_iter()), Some("noi-vu"));
/// assert_eq!(nearest("xyz", ["ubnd", "noi-vu"].into_iter()), None);
/// ```
pub fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let known: Vec<&str> = known.collect();
    if let Some(itself) = known.iter().find(|known| **known == word) {
        return Some(itself);
    }
    let plain = plain(word);
    known
        .into_iter()
        .filter_map(|known| Some((slips(&plain, known)?, known)))
        .min_by_key(|(slips, _)| *slips)
        .map(|(_, known)| known)
}

/// Whether either word may be a slip for the other.
pub fn is_near(a: &str, b: &str) -> bool {
    slips(&plain(a), b).is_some()
}

/// How many letters lie between a plain word and a known one, if few enough.
fn slips(plain: &str, known: &str) -> Option<usize> {
    let known = self::plain(known);
    let (a, b) = (plain.chars().count(), known.chars().count());
    // What differs in length by more than may be mistyped need not be compared letter by letter.
    if a.abs_diff(b) > SLIPS {
        return None;
    }
    let distance = strsim::damerau_levenshtein(plain, &known);
    // Of a short word only a little may differ, and something must be left of it.
    (distance <= (a.min(b) / 3).clamp(1, SLIPS) && distance < a.max(b)).then_some(distance)
}

/// The word as it counts here: without case and Vietnamese marks, and whichever way its parts are joined.
fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_') {
        return Cow::Borrowed(word);
    }
    Cow::Owned(fold(word.trim()).chars().map(|c| if c == '-' || c.is_whitespace() { '_' } else { c }).collect())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn meant<'w>(word: &str, known: &[&'w str]) -> Option<&'w str> {
        nearest(word, known.iter().copied())
    }

    #[test]
    fn one_letter_wrong_left_out_added_or_swapped() {
        for slip in ["noi-vq", "noi-v", "noi-vuu", "noi-uv", "nội vụ", "NOI_VU", " noi-vu ", "nôi–vu"] {
            assert_eq!(meant(slip, &["ubnd", "noi-vu"]), Some("noi-vu"), "{slip}");
        }
    }

    #[test]
    fn of_a_short_word_one_letter() {
        assert_eq!(meant("s", &["so", "ngay"]), Some("so"));
        assert_eq!(meant("os", &["so", "ngay"]), Some("so"));
        assert_eq!(meant("bdc", &["bcd"]), Some("bcd"));
        for stranger in ["x", "xy", "xyz", ""] {
            assert_eq!(meant(stranger, &["so", "ma", "ubnd"]), None, "{stranger}");
        }
        // Nothing is left of a word all of whose letters are others.
        assert_eq!(meant("a", &["b"]), None);
    }

    #[test]
    fn the_word_itself_comes_first() {
        assert_eq!(meant("a_b-c", &["a-b-c", "a_b-c", "a_b_c"]), Some("a_b-c"));
        assert_eq!(meant("tap-the", &["tap_thee", "tap-the"]), Some("tap-the"));
        // Of two that are as near the one that stands first.
        assert_eq!(meant("ten", &["den", "hen"]), Some("den"));
    }

    proptest! {
        /// Neither side is treated otherwise than the other.
        #[test]
        fn nearness_is_mutual(a in "[a-zA-ZđĐếưạ_ -]{0,12}", b in "[a-zA-ZđĐếưạ_ -]{0,12}") {
            prop_assert_eq!(is_near(&a, &b), is_near(&b, &a));
            prop_assert_eq!(is_near(&a, &b), is_near(&plain(&a), &plain(&b)));
        }

        /// How a word is joined, its case and its marks are no slips.
        #[test]
        fn the_way_of_writing_is_no_slip(parts in prop::collection::vec("[a-z0-9]{1,6}", 1..4)) {
            let code = parts.join("-");
            for other in [parts.join("_"), parts.join(" "), code.to_uppercase(), code.replace('e', "ế").replace('d', "đ")] {
                prop_assert_eq!(meant(&other, &[&code]), Some(code.as_str()));
                prop_assert_eq!(meant(&code, &[&other]), Some(other.as_str()));
            }
        }

        /// A word of three letters or more with one of them gone, doubled or swapped is recognised.
        #[test]
        fn one_slip_is_recognised(word in "[a-z][a-z0-9_-]{2,20}[a-z]", at in any::<prop::sample::Index>()) {
            let letters: Vec<char> = word.chars().collect();
            let n = at.index(letters.len() - 1);
            let (mut gone, mut twice, mut swapped) = (letters.clone(), letters.clone(), letters.clone());
            gone.remove(n);
            twice.insert(n, letters[n]);
            swapped.swap(n, n + 1);
            for slip in [gone, twice, swapped] {
                let slip: String = slip.into_iter().collect();
                prop_assert_eq!(meant(&slip, &[&word]), Some(word.as_str()), "{}", slip);
            }
        }
    }
}
