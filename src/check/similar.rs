//! Near-identical texts: three-word shingles, boilerplate taken out.
//!
//! Two texts that are alike share many of the rarest shingles of either, so only those that do are compared at all (prefix
//! filtering: Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma and Srikant 2007). Nothing is missed, and ten thousand
//! reports that differ cost ten thousand times one.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rayon::iter::{
    IntoParallelIterator as _, IntoParallelRefIterator as _, IntoParallelRefMutIterator as _, ParallelIterator as _,
};

use crate::record::text::is_letter;
use crate::vietnamese::small_letters;

/// Share of common shingles from which two reports are called alike.
const ALIKE: f64 = 0.5;
/// A shingle in more reports than this share of its group is boilerplate (in groups large enough to tell).
const BOILERPLATE: f64 = 0.3;
/// Groups smaller than this have no boilerplate.
const TELLING: usize = 8;
/// Reports with fewer shingles are too short to compare.
const SHORT: usize = 20;

/// About as many shingles go into a part, of which those that may stand more than once are sorted together.
const PART: usize = 1024;

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
        for (first, second, share) in Texts::of(&texts).closest() {
            if let (Some((_, a)), Some((place, b))) = (members.get(first), members.get(second)) {
                found.push((*place, (*a, *b, share)));
            }
        }
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().map(|(_, pair)| pair).collect()
}

/// A text without its boilerplate.
#[derive(Clone, Debug)]
struct Text {
    /// How many shingles it has, each counted once.
    length: usize,
    /// Those that other texts have too, the rarest first.
    shared: Vec<u32>,
}

/// Which shingles may stand more than once, in one text or in several. Most stand once, and need not be sorted; that some
/// of those are taken for others costs only a little time.
struct Repeated {
    /// A bit for each number that a shingle may hash to: met once, met again.
    once: Vec<u64>,
    again: Vec<u64>,
}

impl Repeated {
    fn of(shingles: &[Vec<u64>]) -> Self {
        let words = (shingles.iter().map(Vec::len).sum::<usize>() / 8 + 1).next_power_of_two();
        let mut repeated = Self { once: vec![0; words], again: vec![0; words] };
        for shingle in shingles.iter().flatten() {
            let (word, bit) = repeated.place(*shingle);
            if let (Some(once), Some(again)) = (repeated.once.get_mut(word), repeated.again.get_mut(word)) {
                *again |= *once & bit;
                *once |= bit;
            }
        }
        repeated
    }

    fn has(&self, shingle: u64) -> bool {
        let (word, bit) = self.place(shingle);
        self.again.get(word).is_some_and(|word| word & bit != 0)
    }

    fn place(&self, shingle: u64) -> (usize, u64) {
        // The low bits of a hash that ends in a multiplication are not its best.
        let mixed = shingle ^ (shingle >> 29);
        ((mixed >> 6) as usize & (self.once.len() - 1), 1 << (mixed & 63))
    }
}

/// The texts of a group, with the shingles that two or more of them have. Shingles are numbered from the rarest on.
#[derive(Debug)]
struct Texts {
    texts: Vec<Text>,
    /// The texts that have each shared shingle, in order, one shingle after another.
    holders: Vec<u32>,
    /// Where each shingle's holders begin, and where the last one's end.
    starts: Vec<usize>,
}

impl Texts {
    fn of(shingles: &[Vec<u64>]) -> Self {
        let repeated = Repeated::of(shingles);
        let mut texts = Vec::new();
        // In parts by the first bits, each of which is sorted by itself.
        let bits = (shingles.iter().map(Vec::len).sum::<usize>() / PART).max(1).ilog2();
        let mut held: Vec<Vec<(u64, u32)>> = vec![Vec::new(); 1 << bits];
        for (text, own) in (0_u32..).zip(shingles) {
            // What is not held stands once; what is held is counted below, once a text.
            let mut length = own.len();
            for shingle in own.iter().copied().filter(|shingle| repeated.has(*shingle)) {
                if let Some(part) = held.get_mut(shingle.unbounded_shr(u64::BITS - bits) as usize) {
                    part.push((shingle, text));
                    length -= 1;
                }
            }
            texts.push(Text { length, shared: Vec::new() });
        }
        held.par_iter_mut().for_each(|part| {
            part.sort_unstable();
            // A text may have one more than once.
            part.dedup();
        });
        for (_, text) in held.iter().flatten() {
            if let Some(text) = texts.get_mut(*text as usize) {
                text.length += 1;
            }
        }
        let runs = held.iter().flat_map(|part| part.chunk_by(|(a, _), (b, _)| a == b));
        let mut runs: Vec<&[(u64, u32)]> = runs.filter(|run| run.len() > 1).collect();
        runs.sort_by_key(|run| run.len());
        let mut all = Self { texts, holders: Vec::new(), starts: vec![0] };
        let is_common = |run: &[_]| shingles.len() >= TELLING && run.len() as f64 > shingles.len() as f64 * BOILERPLATE;
        for run in runs {
            let number = (!is_common(run)).then(|| u32::try_from(all.starts.len() - 1).unwrap_or(u32::MAX));
            for (_, text) in run {
                let Some(own) = all.texts.get_mut(*text as usize) else { continue };
                match number {
                    Some(number) => own.shared.push(number),
                    None => own.length -= 1,
                }
            }
            if number.is_some() {
                all.holders.extend(run.iter().map(|(_, text)| *text));
                all.starts.push(all.holders.len());
            }
        }
        all
    }

    /// The texts that have a shared shingle, in order.
    fn holders(&self, shingle: u32) -> &[u32] {
        let shingle = shingle as usize;
        let ends = self.starts.get(shingle).zip(self.starts.get(shingle + 1));
        ends.and_then(|(start, end)| self.holders.get(*start..*end)).unwrap_or_default()
    }

    /// For each text the earlier one it resembles most, if it resembles one: both places, and the share.
    fn closest(&self) -> Vec<(usize, usize, f64)> {
        let counter = || vec![0_u32; self.texts.len()];
        let places = (0..self.texts.len()).into_par_iter();
        places.map_init(counter, |counts, second| self.closest_to(second, counts)).flatten_iter().collect()
    }

    /// The same for one text. `counts` are all 0, before and after.
    fn closest_to(&self, second: usize, counts: &mut [u32]) -> Option<(usize, usize, f64)> {
        let own = self.texts.get(second).filter(|own| own.length >= SHORT)?;
        // Whatever is alike shares so much that it shares one of the rarest; those that no other text has come first.
        let least = (own.length as f64 * ALIKE).ceil() as usize;
        let rarest = (own.shared.len() + 1).saturating_sub(least).min(own.shared.len());
        let (rarest, others) = own.shared.split_at(rarest);
        let mut met: Vec<u32> = Vec::new();
        for first in
            rarest.iter().flat_map(|shingle| self.holders(*shingle).iter().take_while(|f| (**f as usize) < second))
        {
            let Some(count) = counts.get_mut(*first as usize) else { continue };
            if *count == 0 {
                met.push(*first);
            }
            *count += 1;
        }
        let mut best: Option<(f64, Reverse<usize>)> = None;
        for first in met {
            let common = counts.get_mut(first as usize).map_or(0, std::mem::take) as usize;
            let Some(other) = self.texts.get(first as usize).filter(|other| other.length >= SHORT) else { continue };
            // Even if all the rest were in common too, it might not be enough.
            if ratio(common + others.len(), own, other) < ALIKE {
                continue;
            }
            let share = ratio(common + in_common(others, &other.shared), own, other);
            if share >= ALIKE && best.is_none_or(|best| (share, Reverse(first as usize)) > best) {
                best = Some((share, Reverse(first as usize)));
            }
        }
        best.map(|(share, Reverse(first))| (first, second, share))
    }
}

/// What two texts have in common, as a share of what either has.
fn ratio(common: usize, a: &Text, b: &Text) -> f64 {
    common as f64 / (a.length + b.length).saturating_sub(common) as f64
}

/// How many numbers stand in both ordered lists.
fn in_common(a: &[u32], b: &[u32]) -> usize {
    let mut rest = b.iter().peekable();
    let mut count = 0;
    for one in a {
        while rest.next_if(|other| *other < one).is_some() {}
        count += usize::from(rest.next_if_eq(&one).is_some());
    }
    count
}

/// Every three words in a row as a number. Headings are the form's own, and left out.
fn shingles(text: &str) -> Vec<u64> {
    let mut words = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let mut word = FIRST;
        for c in line.chars().chain([' ']) {
            if is_letter(c) || c.is_numeric() {
                small_letters(c, |c| word = mix(word, u64::from(u32::from(c))));
            } else if word != FIRST {
                words.push(std::mem::replace(&mut word, FIRST));
            }
        }
    }
    words.windows(3).map(|three| three.iter().fold(FIRST, |hash, word| mix(hash, *word))).collect()
}

/// Where a number for a text begins; with [`mix`] it is FNV-1a over larger pieces.
const FIRST: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(hash: u64, piece: u64) -> u64 {
    (hash ^ piece).wrapping_mul(0x0000_0100_0000_01b3).rotate_left(23)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use std::collections::BTreeSet;

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
    fn by_hand(shingles: &[Vec<u64>]) -> Vec<(usize, usize, f64)> {
        let once = |own: &Vec<u64>| own.iter().copied().collect::<BTreeSet<_>>().into_iter().collect();
        let shingles: &[Vec<u64>] = &shingles.iter().map(once).collect::<Vec<_>>();
        let held = |one: &u64| shingles.iter().filter(|own| own.contains(one)).count() as f64;
        let is_common = |one: &u64| shingles.len() >= TELLING && held(one) > shingles.len() as f64 * BOILERPLATE;
        let texts: Vec<Vec<u64>> =
            shingles.iter().map(|own| own.iter().copied().filter(|one| !is_common(one)).collect()).collect();
        let share = |a: &Vec<u64>, b: &Vec<u64>| {
            let common = a.iter().filter(|one| b.contains(one)).count();
            common as f64 / (a.len() + b.len() - common) as f64
        };
        let best = |second: usize| {
            let long = |text: &Vec<u64>| text.len() >= SHORT;
            let earlier = (0..second).filter(|first| long(&texts[*first]) && long(&texts[second]));
            let alike = earlier.map(|first| (first, share(&texts[first], &texts[second])));
            let best =
                alike.filter(|(_, share)| *share >= ALIKE).max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            best.map(|(first, share)| (first, second, share))
        };
        (0..texts.len()).filter_map(best).collect()
    }

    proptest! {
        /// Nothing is missed by comparing only those that share enough rare shingles.
        #[test]
        fn the_closest_are_found(texts in proptest::collection::vec((0..4_u64, 0..60_u64, 15..400_u64), 2..24)) {
            // Some stand several times in a text, and all are spread over the parts that are sorted by themselves.
            let shingle = |source: u64, n: u64| (source * 1000 + n % 90).wrapping_mul(0x9e37_79b9_7f4a_7c15);
            let text = |(source, from, length): &(u64, u64, u64)| (*from..from + length).map(|n| shingle(*source, n)).collect();
            let shingles: Vec<Vec<u64>> = texts.iter().map(text).collect();
            prop_assert_eq!(Texts::of(&shingles).closest(), by_hand(&shingles));
        }
    }
}
