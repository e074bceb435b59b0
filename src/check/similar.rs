//! Near-identical texts: three-word shingles, boilerplate taken out, through an inverted index.
//!
//! A shingle leads back to the [`FIRST`] reports that hold it and no further, so that a thousand reports cost a thousand
//! times one, even where all of them are copies of each other. What is then said of two reports is counted from the two.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

/// Share of common shingles from which two reports are called alike.
const ALIKE: f64 = 0.5;
/// A shingle in more reports than this share of its group is boilerplate (in groups large enough to tell).
const BOILERPLATE: f64 = 0.3;
/// Groups smaller than this have no boilerplate.
const TELLING: usize = 8;
/// Reports with fewer shingles are too short to compare.
const SHORT: usize = 20;

/// Earlier reports that one shingle leads to.
const FIRST: usize = 32;

/// A text to compare.
pub struct Report<'a, T> {
    /// Only reports of one group are compared.
    pub group: (&'a str, Option<&'static str>),
    /// The text.
    pub text: &'a str,
    /// What the caller knows it by.
    pub about: T,
}

/// Pairs of like reports with the share they have in common, each later report once, in input order.
pub fn pairs<'r, 'a, T>(reports: &'r [Report<'a, T>]) -> Vec<(&'r Report<'a, T>, &'r Report<'a, T>, f64)> {
    let mut groups: BTreeMap<_, Vec<&Report<T>>> = BTreeMap::new();
    let mut places: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    for (place, report) in reports.iter().enumerate() {
        groups.entry(report.group).or_default().push(report);
        places.entry(report.group).or_default().push(place);
    }
    let mut found = Vec::new();
    for (group, places) in groups.values().zip(places.values()) {
        let sets = telling(group.iter().map(|report| shingles(report.text)).collect());
        for (earlier, later, share) in alike(&sets) {
            let pair = (group.get(earlier), group.get(later), places.get(later));
            if let (Some(earlier), Some(later), Some(place)) = pair {
                found.push((*place, (*earlier, *later, share)));
            }
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, pair)| pair).collect()
}

/// The sets of one group without its boilerplate.
fn telling(mut sets: Vec<Vec<u64>>) -> Vec<Vec<u64>> {
    if sets.len() < TELLING {
        return sets;
    }
    let mut holders: HashMap<u64, usize> = HashMap::new();
    for shingle in sets.iter().flatten() {
        *holders.entry(*shingle).or_default() += 1;
    }
    let most = sets.len() as f64 * BOILERPLATE;
    for set in &mut sets {
        set.retain(|shingle| holders.get(shingle).is_none_or(|count| *count as f64 <= most));
    }
    sets
}

/// For each set the earlier one it resembles most, if it resembles one: the places of both, and the share.
fn alike(sets: &[Vec<u64>]) -> Vec<(usize, usize, f64)> {
    let mut index: HashMap<u64, Vec<usize>> = HashMap::new();
    let mut found = Vec::new();
    for (later, set) in sets.iter().enumerate().filter(|(_, set)| set.len() >= SHORT) {
        let mut common: HashMap<usize, usize> = HashMap::new();
        for shingle in set {
            let holders = index.entry(*shingle).or_default();
            for earlier in holders.iter() {
                *common.entry(*earlier).or_default() += 1;
            }
            if holders.len() < FIRST {
                holders.push(later);
            }
        }
        let share_of = |earlier: usize, common: usize| {
            let both = set.len() + sets.get(earlier).map_or(0, Vec::len) - common;
            common as f64 / both as f64
        };
        let shares = common.into_iter().map(|(earlier, common)| (share_of(earlier, common), earlier));
        let best = shares.max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, earlier)) = best.filter(|(share, _)| *share >= ALIKE) {
            let counted = sets.get(earlier).map_or(0, |other| in_both(other, set));
            found.push((earlier, later, share_of(earlier, counted)));
        }
    }
    found
}

/// How many members two sorted sets have in common.
fn in_both(a: &[u64], b: &[u64]) -> usize {
    a.iter().filter(|member| b.binary_search(member).is_ok()).count()
}

/// The shingles of a text as a sorted set.
fn shingles(text: &str) -> Vec<u64> {
    let words: Vec<String> = text
        .lines()
        .filter(|line| !line.starts_with('#'))
        .flat_map(|line| line.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    let hash = |three: &[String]| {
        let mut hasher = DefaultHasher::new();
        three.hash(&mut hasher);
        hasher.finish()
    };
    let mut set: Vec<u64> = words.windows(3).map(hash).collect();
    set.sort_unstable();
    set.dedup();
    set
}

#[cfg(test)]
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

    /// By the definition: every earlier set is looked at.
    fn naive(sets: &[Vec<u64>]) -> Vec<(usize, usize, f64)> {
        let share = |i: usize, j: usize| {
            let common = in_both(&sets[i], &sets[j]);
            common as f64 / (sets[i].len() + sets[j].len() - common) as f64
        };
        let long = |i: &usize| sets[*i].len() >= SHORT;
        let best = |j: usize| {
            let all = (0..j).filter(long).map(|i| (i, j, share(i, j)));
            all.filter(|(.., share)| *share >= ALIKE).max_by(|a, b| a.2.total_cmp(&b.2).then(b.0.cmp(&a.0)))
        };
        (0..sets.len()).filter(long).filter_map(best).collect()
    }

    proptest! {
        /// Where no shingle is in more reports than it leads to, the nearest of all is found.
        #[test]
        fn as_by_the_definition(picks in prop::collection::vec((0_u64..4, prop::collection::vec(prop::bool::weighted(0.2), 40)), 1..FIRST)) {
            let set = |(of, mask): &(u64, Vec<bool>)| -> Vec<u64> {
                mask.iter().enumerate().map(|(i, own)| *of * 1000 + i as u64 + if *own { 100 } else { 0 }).collect()
            };
            let mut sets: Vec<Vec<u64>> = picks.iter().map(set).collect();
            sets.iter_mut().for_each(|set| set.sort_unstable());
            prop_assert_eq!(alike(&sets), naive(&sets));
        }
    }

    #[test]
    fn thousands_of_copies_are_each_found_once_with_the_true_share() {
        // Four texts copied by everybody, each copy with a few words of its own.
        let texts: Vec<String> = (0..4000)
            .map(|n| {
                (0..60).map(|w| if w == n % 60 { format!("riêng{n} ") } else { format!("từ{}x{w} ", n % 4) }).collect()
            })
            .collect();
        let reports: Vec<Report<()>> = texts.iter().map(|text| report(text)).collect();
        let found = pairs(&reports);
        assert_eq!(found.len(), 4000 - 4);
        for (a, b, share) in found.iter().step_by(97) {
            let (a, b) = (shingles(a.text), shingles(b.text));
            let common = in_both(&a, &b);
            assert_eq!(*share, common as f64 / (a.len() + b.len() - common) as f64);
        }
    }
}
