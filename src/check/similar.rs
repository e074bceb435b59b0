//! Near-identical texts: three-word shingles, boilerplate taken out.
//!
//! Two texts that are alike share a shingle among the rarest of each, so only those that do are compared at all (prefix
//! filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007). Nothing is missed, and ten thousand
//! reports that differ cost ten thousand times one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

use crate::record::text::is_letter;

/// Share of common shingles from which two reports are called alike.
const ALIKE: f64 = 0.5;
/// A shingle in more reports than this share of its group is boilerplate (in groups large enough to tell).
const BOILERPLATE: f64 = 0.3;
/// Groups smaller than this have no boilerplate.
const TELLING: usize = 8;
/// Reports with fewer shingles are too short to compare.
const SHORT: usize = 20;

/// A text to compare.
pub struct Report<'a, T> {
    /// Only reports of one group are compared.
    pub group: (&'a str, Option<&'static str>),
    /// The text.
    pub text: &'a str,
    /// What the caller knows it by.
    pub about: T,
}

/// Two like reports, the earlier first, with the share they have in common.
type Pair<'r, 'a, T> = (&'r Report<'a, T>, &'r Report<'a, T>, f64);

/// Pairs of like reports: each report with the earlier one it resembles most, if it resembles one, in input order.
pub fn pairs<'r, 'a, T: Sync>(reports: &'r [Report<'a, T>]) -> Vec<Pair<'r, 'a, T>> {
    let mut groups: BTreeMap<_, Vec<(usize, &Report<T>)>> = BTreeMap::new();
    for (place, report) in reports.iter().enumerate() {
        groups.entry(report.group).or_default().push((place, report));
    }
    let mut found = Vec::new();
    for members in groups.values() {
        let texts: Vec<Vec<u64>> = members.par_iter().map(|(_, report)| shingles(report.text)).collect();
        for (first, second, share) in closest(&tokens(&texts)) {
            if let (Some((_, a)), Some((place, b))) = (members.get(first), members.get(second)) {
                found.push((*place, (*a, *b, share)));
            }
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, pair)| pair).collect()
}

/// A shingle that is not boilerplate: how many texts hold it, and its own number. In this order the rarest come first.
type Token = (usize, usize);

/// The tokens of each text, in order.
fn tokens(texts: &[Vec<u64>]) -> Vec<Vec<Token>> {
    let mut holders: Vec<(u64, usize)> = Vec::with_capacity(texts.iter().map(Vec::len).sum());
    for (text, shingles) in texts.iter().enumerate() {
        holders.extend(shingles.iter().map(|shingle| (*shingle, text)));
    }
    holders.sort_unstable();
    let is_common = |held: usize| texts.len() >= TELLING && held as f64 > texts.len() as f64 * BOILERPLATE;
    let mut tokens: Vec<Vec<Token>> = texts.iter().map(|shingles| Vec::with_capacity(shingles.len())).collect();
    let runs = holders.chunk_by(|(a, _), (b, _)| a == b).filter(|run| !is_common(run.len()));
    for (number, run) in runs.enumerate() {
        for (_, text) in run {
            if let Some(own) = tokens.get_mut(*text) {
                own.push((run.len(), number));
            }
        }
    }
    tokens.iter_mut().for_each(|own| own.sort_unstable());
    tokens
}

/// For each text the earlier one it resembles most, if it resembles one: both places, and the share.
fn closest(texts: &[Vec<Token>]) -> Vec<(usize, usize, f64)> {
    let mut index: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    // The text for which each other was last looked at, so that none is looked at twice.
    let mut seen = vec![usize::MAX; texts.len()];
    let mut found = Vec::new();
    for (second, own) in texts.iter().enumerate() {
        if own.len() < SHORT {
            continue;
        }
        let mut best: Option<(f64, Reverse<usize>)> = None;
        // Whatever shares so much that the two are alike shares one of these.
        let least = (own.len() as f64 * ALIKE).ceil() as usize;
        for (_, number) in own.iter().take(own.len() - least.min(own.len()) + 1).filter(|(held, _)| *held > 1) {
            let earlier = index.entry(*number).or_default();
            for &first in earlier.iter() {
                let Some(last) = seen.get_mut(first) else { continue };
                if std::mem::replace(last, second) != second {
                    let share = share(texts.get(first).map_or(&[], Vec::as_slice), own);
                    if share >= ALIKE && best.is_none_or(|best| (share, Reverse(first)) > best) {
                        best = Some((share, Reverse(first)));
                    }
                }
            }
            earlier.push(second);
        }
        found.extend(best.map(|(share, Reverse(first))| (first, second, share)));
    }
    found
}

/// What two texts have in common, as a share of what either has.
fn share(a: &[Token], b: &[Token]) -> f64 {
    let (mut left, mut right) = (a.iter().peekable(), b.iter().peekable());
    let mut common = 0_usize;
    while let (Some(one), Some(other)) = (left.peek(), right.peek()) {
        match one.cmp(other) {
            std::cmp::Ordering::Less => drop(left.next()),
            std::cmp::Ordering::Greater => drop(right.next()),
            std::cmp::Ordering::Equal => {
                common += 1;
                left.next();
                right.next();
            }
        }
    }
    common as f64 / (a.len() + b.len() - common) as f64
}

/// Every three words in a row as a number, each once. Headings are the form's own, and left out.
fn shingles(text: &str) -> Vec<u64> {
    let mut words = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let parts = line.split(|c: char| !is_letter(c) && !c.is_numeric()).filter(|word| !word.is_empty());
        words.extend(parts.map(|word| {
            word.chars().flat_map(char::to_lowercase).fold(FIRST, |hash, c| mix(hash, u64::from(u32::from(c))))
        }));
    }
    let mut shingles: Vec<u64> =
        words.windows(3).map(|three| three.iter().fold(FIRST, |hash, word| mix(hash, *word))).collect();
    shingles.sort_unstable();
    shingles.dedup();
    shingles
}

/// Where a number for a text begins; with [`mix`] it is FNV-1a over larger pieces.
const FIRST: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, piece: u64) -> u64 {
    (hash ^ piece).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn report(text: &str) -> Report<'_, ()> {
        Report { group: ("bao_cao", None), text, about: () }
    }

    #[test]
    fn a_copy_is_found_and_a_different_text_is_not() {
        let first: String = (0..60).map(|n| format!("từ{n} ")).collect();
        let copy = first.replace("từ5 ", "khác ");
        let other: String = (0..60).map(|n| format!("chữ{n} ")).collect();
        let reports = [report(&first), report(&copy), report(&other)];
        let found = pairs(&reports);
        assert_eq!(found.len(), 1);
        assert!(found[0].2 > 0.8);
    }

    /// Each text with every earlier one, as the definition says.
    fn by_hand(texts: &[Vec<Token>]) -> Vec<(usize, usize, f64)> {
        let best = |second: usize| {
            let long = |text: &Vec<Token>| text.len() >= SHORT;
            let earlier = (0..second).filter(|first| long(&texts[*first]) && long(&texts[second]));
            let alike = earlier.map(|first| (first, share(&texts[first], &texts[second])));
            let best =
                alike.filter(|(_, share)| *share >= ALIKE).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            best.map(|(first, share)| (first, second, share))
        };
        (0..texts.len()).filter_map(best).collect()
    }

    proptest! {
        /// Nothing is missed by comparing only those that share a rare shingle.
        #[test]
        fn the_closest_are_found(texts in proptest::collection::vec((0..4_u64, 0..60_u64, 15..60_u64), 2..24)) {
            let text = |(source, from, length): &(u64, u64, u64)| (*from..from + length).map(|n| source * 1000 + n).collect();
            let tokens = tokens(&texts.iter().map(text).collect::<Vec<Vec<u64>>>());
            prop_assert_eq!(closest(&tokens), by_hand(&tokens));
        }
    }
}
