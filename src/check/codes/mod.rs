//! Codes that one place declares and others use. Where they differ by a slip, whose slip is it?
//!
//! A code that is declared but used nowhere, while one that is nearly the same is used several times and declared
//! nowhere, is misspelt where it is declared: that is said there, once, and not at every use. Used only once, either may
//! be the slip; then it is said at the use.

mod records;

use std::collections::{BTreeMap, HashSet};

use super::{Scope, Sink};
use crate::finding::At;
use crate::record::campaign::{Campaign, Criterion, Part, Test};
use crate::record::decode::{List, Name, Table};
use crate::record::nearest::nearest;
use crate::record::scalar::Text;
use crate::record::unit::Nominee;
use crate::record::{Loaded, Unit};
use records::Records;

/// All codes of a campaign that are misspelt where they are declared.
#[derive(Debug, Default)]
pub struct Slips<'a> {
    /// Kinds of unit in `loai_don_vi`.
    pub unit_kinds: Vec<Slip<'a>>,
    /// Awards in `hinh_thuc_khen`.
    pub awards: Vec<Slip<'a>>,
    /// Scales in `thang_xep_loai`.
    pub scales: Vec<Slip<'a>>,
    /// Kinds of paper in `loai_van_ban`.
    pub kinds: Vec<Slip<'a>>,
    /// Kinds of paper that parts of the required set declare.
    pub parts: Vec<Slip<'a>>,
    /// Kinds of evidence in `loai_minh_chung`.
    pub evidence: Vec<Slip<'a>>,
    /// Bodies in `co_quan`.
    pub agencies: Vec<Slip<'a>>,
    /// Declarations in `khoa` of the criterion which asks for them.
    pub declarations: Vec<Slip<'a>>,
    /// Steps of a scale, with the scale's name.
    pub steps: Vec<(&'a str, Slip<'a>)>,
    /// Units in `don_vi`.
    pub units: Vec<Slip<'a>>,
    /// Codes of criteria that evidence speaks of.
    pub criteria: Vec<Slip<'a>>,
    /// What criteria of kind `thuoc` accept (`cho_phep`), with the criterion.
    pub accepted: Vec<(&'a Criterion, Slip<'a>)>,
}

impl<'a> Slips<'a> {
    /// Looks for them once, through all records of a campaign.
    pub fn of(loaded: &'a Loaded, campaign: &'a Campaign) -> Self {
        let records = Records { loaded, campaign };
        Self {
            unit_kinds: records.unit_kinds(),
            awards: records.awards(),
            scales: records.scales(),
            kinds: records.kinds(),
            parts: records.parts(),
            evidence: records.evidence(),
            agencies: agencies(campaign),
            declarations: records.declarations(),
            steps: records.steps(),
            units: records.listed(),
            criteria: records.criteria().into_iter().collect(),
            accepted: campaign.criteria.iter().flat_map(|criterion| records.accepted(criterion)).collect(),
        }
    }

    /// Whether a grade is no step of its scale only because the step is misspelt there.
    pub fn explain_grade(&self, scale: &str, word: &str) -> bool {
        self.steps.iter().any(|(of, slip)| *of == scale && slip.used == word)
    }

    /// Whether a value differs from what a criterion accepts only because that is misspelt there.
    pub fn explain_value(&self, criterion: &Criterion, word: &str) -> bool {
        self.accepted.iter().any(|(of, slip)| of.at == criterion.at && slip.used == word)
    }
}
/// A code misspelt where it is declared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slip<'a> {
    /// The code as declared.
    pub declared: &'a str,
    /// Where that is.
    pub at: At,
    /// The code as used.
    pub used: &'a str,
    /// How often.
    pub times: usize,
    /// Whether the two are nearly the same; else they are all that is left of declared and of used codes.
    pub alike: bool,
}

impl Slip<'_> {
    /// What is wrong; `what` is what the code is a code of.
    pub fn message(&self, what: &str) -> String {
        format!(
            "{what} `{}` không được dùng ở đâu, trong khi `{}`{} được dùng ở {} chỗ mà chưa khai",
            self.declared,
            self.used,
            if self.alike { ", viết gần giống," } else { "" },
            super::words::count(self.times)
        )
    }

    /// How to mend it.
    pub fn help(&self) -> String {
        format!("sửa thành `{}`, nếu đúng ý; nếu là hai mã khác nhau thì khai thêm `{}`", self.used, self.used)
    }
}

/// Says of each slip, in the words that fit what it is a code of, that it is one.
pub(in crate::check) fn say(slips: &[Slip], out: &mut Sink, message: impl Fn(&Slip, String) -> String) {
    for slip in slips {
        let places = super::words::count(slip.times);
        out.say(Some(slip.at), message(slip, places)).help(format!("sửa thành `{}`, nếu đúng ý", slip.used));
    }
}

/// Whether a code is used for one that is misspelt where it is declared, so that nothing is wrong with the use.
pub fn explains(slips: &[Slip], word: &str) -> bool {
    slips.iter().any(|slip| slip.used == word)
}

/// The slips among declared codes; of two that may be meant by one declaration, the one that is used more often.
fn slips<'a>(declared: impl Iterator<Item = (&'a str, At)>, uses: &[&'a str]) -> Vec<Slip<'a>> {
    let declared: BTreeMap<&str, At> = declared.collect();
    let mut unknown: BTreeMap<&str, usize> = BTreeMap::new();
    for word in uses.iter().filter(|word| !declared.contains_key(*word)) {
        *unknown.entry(word).or_default() += 1;
    }
    let used: HashSet<&str> = uses.iter().copied().collect();
    let mut unused: Vec<&str> = declared.keys().copied().filter(|code| !used.contains(code)).collect();
    let mut unknown: Vec<(&str, usize)> = unknown.into_iter().filter(|(_, times)| *times > 1).collect();
    unknown.sort_by_key(|(_, times)| std::cmp::Reverse(*times));
    let mut found = Vec::new();
    for (used, times) in unknown {
        let Some(code) = nearest(used, unused.iter().copied()) else { continue };
        unused.retain(|other| *other != code);
        found.extend(declared.get(code).map(|at| Slip { declared: code, at: *at, used, times, alike: true }));
    }
    found
}

fn names<T>(table: &Table<T>) -> impl Iterator<Item = (&str, At)> {
    table.iter().map(|(Name { text, at }, _)| (text.as_str(), *at))
}

fn words(list: &List<Text>) -> impl Iterator<Item = &str> {
    list.iter().map(|word| word.value.as_str())
}

/// What criteria that look at a property of the record accept.
fn accepted<'a>(campaign: &'a Campaign, key: &'a str) -> impl Iterator<Item = &'a str> {
    let about = move |key_of: &&Text| key_of.value == key;
    let criteria = campaign.criteria.iter().filter(|criterion| criterion.test == Test::Within);
    criteria.filter(move |criterion| criterion.key.get().filter(about).is_some()).flat_map(|c| words(&c.allowed))
}

/// Every part of the required set, however deep.
fn parts(list: &List<Part>) -> Vec<&Part> {
    list.iter().flat_map(|part| [vec![part], parts(&part.one_of), parts(&part.parts)].concat()).collect()
}

fn is_code(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

fn agencies(campaign: &Campaign) -> Vec<Slip<'_>> {
    let hosts = campaign.agencies.iter().filter_map(|(_, agency)| agency.seal_of.get());
    let judges = campaign.awards.iter().filter_map(|(_, award)| award.judged_by.get());
    let used = campaign.office.get().into_iter().chain(hosts).chain(judges);
    let uses: Vec<&str> = used.map(|code| code.value.as_str()).collect();
    slips(names(&campaign.agencies), &uses)
}

/// Nominees of a unit whose own code is misspelt. Of so few codes one that resembles no other can be told too: it is the
/// only one without any use where one without any nominee is left.
pub fn nominees<'a>(scope: &'a Scope, unit: &'a Unit) -> Vec<Slip<'a>> {
    let mut uses: Vec<&str> = Vec::new();
    for filed in &unit.papers {
        uses.extend(filed.nominee.as_ref().map(|name| name.text.as_str()));
        let Some(paper) = filed.paper.get() else { continue };
        let voted = paper.votes.iter().filter(|vote| vote.name.is_absent()).map(|vote| &vote.nominee);
        uses.extend(voted.chain(paper.nominees.iter()).map(|code| code.as_str()));
    }
    uses.extend(scope.loaded.outcomes_of(&unit.code).map(|one| one.nominee.as_str()));
    let declared = |nominee: &'a Nominee| (nominee.code.as_str(), nominee.code.at);
    let mut found = slips(unit.head.nominees.iter().map(declared), &uses);
    let last = left_over(unit, &uses, &found);
    found.extend(last);
    found
}

/// Nominees that bear a code which one before them bears.
pub fn repeated(unit: &Unit) -> impl Iterator<Item = &Nominee> {
    let mut seen = HashSet::new();
    unit.head.nominees.iter().filter(move |nominee| !seen.insert(nominee.code.as_str()))
}

/// The one code that is used nowhere, or that two bear, and the one that nobody carries, where there is one of each.
fn left_over<'a>(unit: &'a Unit, uses: &[&'a str], found: &[Slip]) -> Option<Slip<'a>> {
    let is_told = |code: &str| found.iter().any(|slip| slip.declared == code || slip.used == code);
    let idle = unit.proposed().filter(|nominee| !uses.contains(&nominee.code.as_str()));
    let declared = idle.chain(repeated(unit)).map(|nominee| (nominee.code.as_str(), nominee.code.at));
    let mut unused = declared.filter(|(code, _)| !is_told(code));
    let mut strange = uses.iter().copied().filter(|code| unit.nominee(code).is_none() && !is_told(code));
    let ((code, at), used) = (unused.next()?, strange.next()?);
    let others: Vec<&str> = strange.collect();
    let alone = unused.next().is_none() && others.iter().all(|other| *other == used);
    // Used once, it may be the slip itself.
    (alone && !others.is_empty()).then(|| Slip { declared: code, at, used, times: others.len() + 1, alike: false })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Sources;

    fn found(declared: &[&str], uses: &[&str]) -> Vec<(String, String, usize)> {
        let file = Sources::default().add("a.yaml", "");
        let at = At { file, start: 0, end: 0 };
        let slips = slips(declared.iter().map(|code| (*code, at)), uses);
        slips.iter().map(|slip| (slip.declared.into(), slip.used.into(), slip.times)).collect()
    }

    #[test]
    fn a_code_that_nobody_uses_as_declared() {
        assert_eq!(found(&["thno", "xa"], &["thon", "xa", "thon"]), [("thno".into(), "thon".into(), 2)]);
        // Used once, it may be the slip itself; used as declared too, it is.
        assert!(found(&["thno"], &["thon"]).is_empty());
        assert!(found(&["thon"], &["thno", "thon", "thno"]).is_empty());
        assert!(found(&["phuong"], &["thon", "thon"]).is_empty());
    }

    #[test]
    fn one_declaration_stands_for_one_code() {
        assert_eq!(found(&["thno"], &["thon", "thno2", "thon", "thno2", "thon"]).len(), 1);
        assert_eq!(found(&["thno"], &["tho", "thon", "thon", "tho", "thon"]), [("thno".into(), "thon".into(), 3)]);
    }
}
