//! Near-identical texts: three-word shingles, boilerplate taken out, through an inverted index so
//! that a thousand reports cost a thousand times one.

use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};

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

/// Pairs of like reports with the share they have in common, each later report once, in input order.
pub fn pairs<'r, 'a, T>(reports: &'r [Report<'a, T>]) -> Vec<(&'r Report<'a, T>, &'r Report<'a, T>, f64)> {
    let sets: Vec<HashSet<u64>> = reports.iter().map(|r| shingles(r.text)).collect();
    let mut size = HashMap::new();
    for report in reports {
        *size.entry(report.group).or_insert(0_usize) += 1;
    }
    let mut index: HashMap<(_, u64), Vec<usize>> = HashMap::new();
    for (i, (report, set)) in reports.iter().zip(&sets).enumerate() {
        for shingle in set {
            index.entry((report.group, *shingle)).or_default().push(i);
        }
    }
    let is_common = |group, holders: usize| {
        let all = size.get(&group).copied().unwrap_or(0);
        all >= TELLING && holders as f64 > all as f64 * BOILERPLATE
    };
    let mut own = vec![0_usize; reports.len()];
    let mut shared: HashMap<(usize, usize), usize> = HashMap::new();
    for ((group, _), holders) in &index {
        if is_common(*group, holders.len()) {
            continue;
        }
        for (n, &i) in holders.iter().enumerate() {
            if let Some(count) = own.get_mut(i) {
                *count += 1;
            }
            for &j in holders.iter().skip(n + 1) {
                *shared.entry((i.min(j), i.max(j))).or_insert(0) += 1;
            }
        }
    }
    closest(reports, &own, &shared)
}

/// For each report the earlier one it resembles most, if it resembles one.
fn closest<'r, 'a, T>(
    reports: &'r [Report<'a, T>],
    own: &[usize],
    shared: &HashMap<(usize, usize), usize>,
) -> Vec<(&'r Report<'a, T>, &'r Report<'a, T>, f64)> {
    let mut best: HashMap<usize, (usize, f64)> = HashMap::new();
    for (&(i, j), &common) in shared {
        let (a, b) = (own.get(i).copied().unwrap_or(0), own.get(j).copied().unwrap_or(0));
        if a.min(b) < SHORT {
            continue;
        }
        let share = common as f64 / (a + b - common) as f64;
        let better = best.get(&j).is_none_or(|(k, s)| (share, std::cmp::Reverse(i)) > (*s, std::cmp::Reverse(*k)));
        if share >= ALIKE && better {
            best.insert(j, (i, share));
        }
    }
    let mut found: Vec<_> = best.into_iter().collect();
    found.sort_by_key(|(j, _)| *j);
    found.into_iter().filter_map(|(j, (i, share))| Some((reports.get(i)?, reports.get(j)?, share))).collect()
}

fn shingles(text: &str) -> HashSet<u64> {
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
    words.windows(3).map(hash).collect()
}

#[cfg(test)]
mod tests {
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
}
