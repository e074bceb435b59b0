//! Codes that one place declares and others use. Where they differ by a slip, whose slip is it?
//!
//! A code that is declared but used nowhere, while one that is nearly the same is used several times and declared
//! nowhere, is misspelt where it is declared: that is said there, once, and not at every use. Used only once, either may
//! be the slip; then it is said at the use.

use std::collections::BTreeMap;

use super::Scope;
use crate::finding::At;
use crate::record::Unit;
use crate::record::campaign::{Campaign, Part, Test, When};
use crate::record::decode::{List, Name, Table};
use crate::record::nearest::nearest;
use crate::record::scalar::Text;
use crate::record::unit::Nominee;

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
    let mut unused: Vec<&str> = declared.keys().copied().filter(|code| !uses.contains(code)).collect();
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

fn units<'a>(scope: &'a Scope) -> impl Iterator<Item = &'a Unit> {
    scope.loaded.units.iter().filter_map(|file| file.unit.as_ref())
}

/// What criteria that look at a property of the record allow.
fn allowed<'a>(campaign: &'a Campaign, key: &'a str) -> impl Iterator<Item = &'a str> {
    let about = move |key_of: &&Text| key_of.value == key;
    let criteria = campaign.criteria.iter().filter(|criterion| criterion.test == Test::Within);
    criteria.filter(move |criterion| criterion.key.get().filter(about).is_some()).flat_map(|c| words(&c.allowed))
}

fn when(campaign: &Campaign) -> impl Iterator<Item = &When> {
    parts(&campaign.required_set).into_iter().filter_map(|part| part.when.get())
}

/// Every part of the required set, however deep.
fn parts(list: &List<Part>) -> Vec<&Part> {
    list.iter().flat_map(|part| [vec![part], parts(&part.one_of), parts(&part.parts)].concat()).collect()
}

/// Kinds of unit that are misspelt in `loai_don_vi`.
pub fn unit_kinds<'a>(scope: &'a Scope) -> Vec<Slip<'a>> {
    let mut uses: Vec<&str> = units(scope).filter_map(|unit| Some(unit.head.kind.get()?.value.as_str())).collect();
    uses.extend(when(scope.campaign).flat_map(|when| words(&when.unit_kinds)));
    uses.extend(allowed(scope.campaign, "loai_don_vi"));
    slips(names(&scope.campaign.unit_kinds), &uses)
}

/// Awards that are misspelt in `hinh_thuc_khen`.
pub fn awards<'a>(scope: &'a Scope) -> Vec<Slip<'a>> {
    let nominees = units(scope).flat_map(|unit| unit.head.nominees.iter());
    let awards = nominees.flat_map(|nominee| [nominee.award.get(), nominee.fallback.get()]);
    let mut uses: Vec<&str> = awards.flatten().map(|award| award.value.as_str()).collect();
    uses.extend(names(&scope.campaign.quotas).map(|(name, _)| name));
    uses.extend(when(scope.campaign).flat_map(|when| words(&when.awards)));
    uses.extend(allowed(scope.campaign, "hinh_thuc"));
    slips(names(&scope.campaign.awards), &uses)
}

/// Scales that are misspelt in `thang_xep_loai`.
pub fn scales<'a>(scope: &'a Scope) -> Vec<Slip<'a>> {
    let criteria = scope.campaign.criteria.iter().filter(|criterion| criterion.test == Test::Grade);
    let mut uses: Vec<&str> = criteria.filter_map(|criterion| Some(criterion.key.get()?.value.as_str())).collect();
    let announced = scope.loaded.results.iter().flat_map(|results| results.units.iter());
    uses.extend(announced.flat_map(|(_, gradings)| names(gradings).map(|(name, _)| name)));
    for nominee in units(scope).flat_map(|unit| unit.head.nominees.iter()) {
        uses.extend(nominee.yearly_grade.get().map(|_| "xep_loai_nam"));
        uses.extend(names(&nominee.grades).map(|(name, _)| name));
    }
    slips(names(&scope.campaign.scales), &uses)
}

/// Kinds of paper that are misspelt in `loai_van_ban`.
pub fn kinds<'a>(scope: &'a Scope) -> Vec<Slip<'a>> {
    let part_kinds = parts(&scope.campaign.required_set).into_iter().filter_map(|part| part.kind.get());
    let mut uses: Vec<&str> = part_kinds.map(|kind| kind.value.as_str()).collect();
    for unit in units(scope) {
        uses.extend(unit.papers.iter().map(|filed| filed.kind.text.as_str()));
        uses.extend(unit.head.receipts.iter().flat_map(|receipt| words(&receipt.papers)));
    }
    // Kinds that come with the program are declared, though not in this table.
    let known = |word: &&str| scope.loaded.kinds.get(word).is_none() || scope.campaign.kinds.get(word).is_some();
    uses.retain(known);
    slips(names(&scope.campaign.kinds), &uses)
}

/// Bodies that are misspelt in `co_quan`.
pub fn agencies(campaign: &Campaign) -> Vec<Slip<'_>> {
    let hosts = campaign.agencies.iter().filter_map(|(_, agency)| agency.seal_of.get());
    let uses: Vec<&str> = campaign.office.get().into_iter().chain(hosts).map(|code| code.value.as_str()).collect();
    slips(names(&campaign.agencies), &uses)
}

/// Declarations that are misspelt in `khoa` of the criterion which asks for them.
pub fn declarations<'a>(scope: &'a Scope) -> Vec<Slip<'a>> {
    let criteria = scope.campaign.criteria.iter().filter(|criterion| criterion.test == Test::Declared);
    let declared = criteria.filter_map(|criterion| criterion.key.get()).map(|key| (key.value.as_str(), key.at));
    let mut uses = Vec::new();
    for unit in units(scope) {
        uses.extend(names(&unit.head.declared).map(|(name, _)| name));
        uses.extend(unit.proposed().flat_map(|nominee| names(&nominee.declared).map(|(name, _)| name)));
    }
    slips(declared, &uses)
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
    let outcomes =
        scope.loaded.review.iter().flat_map(|review| review.head.meetings.iter()).flat_map(|m| &m.outcomes.items);
    uses.extend(outcomes.filter(|one| one.unit.as_str() == unit.code).map(|one| one.nominee.as_str()));
    let declared = |nominee: &'a Nominee| (nominee.code.as_str(), nominee.code.at);
    let mut found = slips(unit.head.nominees.iter().map(declared), &uses);
    let last = left_over(unit.proposed().map(declared), unit, &uses, &found);
    found.extend(last);
    found
}

/// The one code that is used nowhere and the one that nobody carries, where there is one of each.
fn left_over<'a>(
    declared: impl Iterator<Item = (&'a str, At)>,
    unit: &Unit,
    uses: &[&'a str],
    found: &[Slip],
) -> Option<Slip<'a>> {
    let is_told = |code: &str| found.iter().any(|slip| slip.declared == code || slip.used == code);
    let mut unused = declared.filter(|(code, _)| !uses.contains(code) && !is_told(code));
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
