//! The required set, evaluated: which parts a unit owes, and which of them are there.
//!
//! Parts repeat for each nominee, depend on conditions, may be a choice of one among several, and
//! may have parts of their own that are owed only once the part itself is there.

use std::collections::{HashMap, HashSet};

use super::campaign::conditions;
use crate::finding::At;
use crate::record::campaign::{Campaign, Part, Per, When};
use crate::record::kind::{Issuer, Kind, Kinds};
use crate::record::paper::{Filed, Paper};
use crate::record::unit::{Nominee, Receipt};
use crate::record::{Unit, text};

/// What became of a part.
#[derive(Clone, Copy, Debug)]
pub enum State<'a> {
    /// It is in the dossier.
    Present(&'a Paper),
    /// It is in the record but could not be read (already reported).
    Faulty,
    /// It was written, but no receipt lists it.
    NotHandedIn,
    /// It is not there.
    Missing,
}

/// One thing the dossier must, or may, contain.
#[derive(Clone, Debug)]
pub struct Item<'a> {
    /// Kind of paper; the first one of a choice.
    pub kind: &'a Kind,
    /// Name to print; a choice reads `A hoặc B`.
    pub name: String,
    /// For whom, where the part repeats.
    pub nominee: Option<&'a Nominee>,
    /// Whether it must be there.
    pub mandatory: bool,
    /// Whether it is.
    pub state: State<'a>,
    /// Copies asked for.
    pub copies: u32,
    /// The clause that asks for it.
    pub clause: Option<&'a str>,
    /// The nearest place in the record where it could be added.
    pub near: Option<At>,
}

impl Item<'_> {
    /// Whether the dossier lacks it.
    pub fn is_lacking(&self) -> bool {
        self.mandatory && matches!(self.state, State::Missing | State::NotHandedIn)
    }
}

/// Everything a unit's dossier consists of, in the order of the required set.
///
/// A unit that says it proposes nobody owes nothing.
pub fn items<'a>(unit: &'a Unit, campaign: &'a Campaign, kinds: &'a Kinds) -> Vec<Item<'a>> {
    // A letter that cannot be read is reported; that there is one is known.
    if !unit.head.proposes_nobody.is_absent() {
        return Vec::new();
    }
    let owner = Owner::new(unit, campaign, kinds);
    let mut items = Vec::new();
    for part in campaign.required_set.iter() {
        owner.expand(part, None, true, &mut items);
    }
    items
}

/// What was handed in besides: papers that no part asks for, such as those whose condition does not hold, and second
/// ones of a choice. A part of which it cannot be told whom it concerns asks perhaps for its papers.
pub fn beyond<'a>(unit: &'a Unit, campaign: &'a Campaign, kinds: &'a Kinds, items: &[Item]) -> Vec<Item<'a>> {
    if !unit.has_handed_in() || !unit.head.proposes_nobody.is_absent() {
        return Vec::new();
    }
    let owner = Owner::new(unit, campaign, kinds);
    let asked: HashSet<*const Paper> = items
        .iter()
        .filter_map(|item| match item.state {
            State::Present(paper) => Some(std::ptr::from_ref(paper)),
            _ => None,
        })
        .collect();
    let item = |filed: &'a Filed| {
        let kind = kinds.get(&filed.kind.text).filter(|kind| !kind.automatic && kind.issuer == Issuer::Unit)?;
        let paper = filed.paper.get().filter(|paper| !asked.contains(&std::ptr::from_ref(*paper)))?;
        let nominee = filed.nominee.as_ref().map(|name| unit.nominee(&name.text));
        // A paper of a code that nobody carries is reported.
        let nominee = if nominee.is_some() { Some(nominee.flatten()?) } else { None };
        let known = owner.was_handed_in(&kind.code) && !owner.is_perhaps_asked(&kind.code);
        known.then(|| Item {
            kind,
            name: kind.name.clone(),
            nominee,
            mandatory: false,
            state: State::Present(paper),
            copies: 1,
            clause: None,
            near: Some(filed.kind.at),
        })
    };
    unit.papers.iter().filter_map(item).collect()
}

/// Whether a receipt lists a kind of paper; one that lists none is taken for all.
pub fn lists(receipt: &Receipt, kind: &str) -> bool {
    receipt.papers.at.is_none() || receipt.papers.iter().any(|word| text::fold(word) == kind)
}

/// Whether a condition holds for a nominee, or for any nominee where the part is the unit's.
pub fn applies(when: Option<&When>, unit: &Unit, nominee: Option<&Nominee>) -> bool {
    let Some(when) = when else { return true };
    let words = |list: &crate::record::decode::List<crate::record::scalar::Text>, word: Option<&str>| {
        list.items.is_empty() || word.is_some_and(|w| list.iter().any(|t| t.value == w))
    };
    let kind_fits = words(&when.unit_kinds, unit.head.kind.get().map(|k| k.value.as_str()));
    let fits = |n: &Nominee| {
        words(&when.nominee_kinds, n.kind.get().map(|k| k.word()))
            && words(&when.awards, n.award.get().map(|a| a.value.as_str()))
            && (when.evidence.items.is_empty()
                || n.evidence.iter().any(|e| when.evidence.iter().any(|w| w.value == e.kind.value)))
    };
    kind_fits && nominee.map_or_else(|| unit.proposed().next().is_none() || unit.proposed().any(fits), fits)
}

/// Whether a word in a receipt's list is a kind of paper.
pub fn is_kind(word: &str, kinds: &Kinds) -> bool {
    kinds.is_partial() || kinds.is_undeclared(word) || kinds.get(&text::fold(word)).is_some()
}

struct Owner<'a> {
    unit: &'a Unit,
    campaign: &'a Campaign,
    kinds: &'a Kinds,
    /// Of each kind the papers that are the unit's own, or that nobody can read whose they are.
    of_unit: HashMap<&'a str, &'a Filed>,
    /// Where papers of a kind are written first.
    first: HashMap<&'a str, At>,
    /// Codes of nominees whom a paper of a kind was meant for, though it is filed under a code that nobody carries.
    meant: HashSet<(&'a str, &'a str)>,
    /// Of each kind how many papers are filed under codes that resemble nobody's.
    odd: HashMap<&'a str, usize>,
}

impl<'a> Owner<'a> {
    fn new(unit: &'a Unit, campaign: &'a Campaign, kinds: &'a Kinds) -> Self {
        let mut owner = Self {
            unit,
            campaign,
            kinds,
            of_unit: HashMap::new(),
            first: HashMap::new(),
            meant: HashSet::new(),
            odd: HashMap::new(),
        };
        for filed in &unit.papers {
            let kind = filed.kind.text.as_str();
            owner.first.entry(kind).or_insert(filed.kind.at);
            match &filed.nominee {
                None => drop(owner.of_unit.entry(kind).or_insert(filed)),
                Some(name) if unit.nominee(&name.text).is_none() => match unit.meant(&name.text) {
                    Some(nominee) => drop(owner.meant.insert((kind, nominee.code.as_str()))),
                    None => *owner.odd.entry(kind).or_default() += 1,
                },
                Some(_) => {}
            }
        }
        owner
    }

    /// The paper of a kind: the nominee's, or the unit's own.
    fn filed(&self, kind: &str, nominee: Option<&Nominee>) -> Option<&'a Filed> {
        let own = nominee.and_then(|n| self.unit.papers_for(&n.code).find(|filed| filed.kind.text == kind));
        own.or_else(|| self.of_unit.get(kind).copied())
    }

    fn expand(&self, part: &'a Part, of: Option<&'a Nominee>, needed: bool, out: &mut Vec<Item<'a>>) {
        let per = part.per.get().copied().or_else(|| self.kind(part).map(|k| k.per));
        let targets: Vec<Option<&Nominee>> = match (per, of) {
            (Some(Per::Nominee), None) => self.unit.proposed().map(Some).collect(),
            _ => vec![of],
        };
        for target in targets.into_iter().filter(|_| self.knows_whom(part)) {
            if applies(part.when.get(), self.unit, target) {
                self.one(part, target, needed, out);
            }
        }
    }

    /// Whom a condition that cannot be read or names something unknown is about, nobody knows.
    fn knows_whom(&self, part: &Part) -> bool {
        !part.when.is_faulty() && part.when.get().is_none_or(|when| conditions::is_known(when, self.campaign))
    }

    /// Whether some part asks for papers of a kind, but nobody can tell from whom.
    fn is_perhaps_asked(&self, kind: &str) -> bool {
        fn names(part: &Part, kind: &str) -> bool {
            let inner = || part.one_of.iter().chain(part.parts.iter()).any(|inner| names(inner, kind));
            part.kind.get().is_some_and(|own| own.value == kind) || inner()
        }
        fn unclear(owner: &Owner, part: &Part, kind: &str) -> bool {
            let inner = || part.one_of.iter().chain(part.parts.iter()).any(|inner| unclear(owner, inner, kind));
            !owner.knows_whom(part) && names(part, kind) || inner()
        }
        self.campaign.required_set.faulty || self.campaign.required_set.iter().any(|part| unclear(self, part, kind))
    }

    /// Whether it can be told what the part asks for; where not, that is said of the campaign's record alone.
    fn is_clear(&self, part: &Part) -> bool {
        let choice = || !part.one_of.items.is_empty() && !part.one_of.faulty;
        self.knows_whom(part) && (self.kind(part).is_some() || choice())
    }

    fn one(&self, part: &'a Part, nominee: Option<&'a Nominee>, needed: bool, out: &mut Vec<Item<'a>>) {
        // Where it cannot be read whether the part must be there, nobody is told that it is missing.
        let mandatory = needed && !part.mandatory.is_faulty() && part.mandatory.get().is_none_or(|m| m.value);
        if !part.one_of.items.is_empty() {
            self.choice(part, nominee, mandatory, out);
            return;
        }
        let Some(kind) = self.kind(part) else { return };
        let mut item = self.item(part, kind, nominee);
        item.mandatory = mandatory;
        let there = matches!(item.state, State::Present(_) | State::Faulty);
        out.push(item);
        // Parts of an optional paper are owed only once the paper itself is there.
        for inner in part.parts.iter().filter(|_| there) {
            self.expand(inner, nominee, true, out);
        }
    }

    /// One of several: the alternatives that are there count; when none is, the choice is lacking once.
    fn choice(&self, part: &'a Part, nominee: Option<&'a Nominee>, mandatory: bool, out: &mut Vec<Item<'a>>) {
        let mut branches: Vec<Vec<Item<'a>>> = Vec::new();
        for alternative in part.one_of.iter() {
            let mut items = Vec::new();
            self.expand(alternative, nominee, true, &mut items);
            branches.push(items);
        }
        let there = |items: &Vec<Item>| items.iter().any(|i| matches!(i.state, State::Present(_) | State::Faulty));
        if let Some(chosen) = branches.iter().position(there) {
            out.extend(branches.swap_remove(chosen));
            return;
        }
        if part.one_of.faulty || !part.one_of.iter().all(|alternative| self.is_clear(alternative)) {
            return;
        }
        let names: Vec<String> = branches.iter().filter_map(|b| b.first()).map(|i| i.name.clone()).collect();
        if let Some(mut item) = branches.into_iter().flatten().next() {
            item.name = names.join(" hoặc ");
            item.mandatory = mandatory;
            item.clause = part.clause.get().map(|c| c.value.as_str()).or(item.clause);
            out.push(item);
        }
    }

    fn kind(&self, part: &Part) -> Option<&'a Kind> {
        self.kinds.get(&part.kind.get()?.value)
    }

    fn item(&self, part: &'a Part, kind: &'a Kind, nominee: Option<&'a Nominee>) -> Item<'a> {
        let filed = self.filed(&kind.code, nominee);
        let state = match filed.map(|f| &f.paper) {
            // A misspelt code is there but wrong, and that is reported.
            None if nominee.is_some_and(|n| self.is_misfiled(part, &kind.code, n)) => State::Faulty,
            None if self.unit.head.dossier.is_faulty() => State::Faulty,
            None => State::Missing,
            Some(slot) => match slot.get() {
                Some(paper) if self.was_handed_in(&kind.code) => State::Present(paper),
                Some(_) => State::NotHandedIn,
                None => State::Faulty,
            },
        };
        let dossier = self.unit.head.dossier.get().map(|d| d.at);
        Item {
            kind,
            name: part.name.get().map_or_else(|| kind.name.clone(), |n| n.value.clone()),
            nominee,
            mandatory: true,
            state,
            copies: part.copies.get().map_or(1, |c| c.value),
            clause: part.clause.get().map(|c| c.value.as_str()),
            near: filed
                .map(|f| f.kind.at)
                .or_else(|| self.first.get(kind.code.as_str()).copied())
                .or(self.unit.blank_at(&kind.code))
                .or(dossier),
        }
    }

    /// Whether a nominee's paper was probably filed under a code that nobody carries. A code that resembles nobody's may be
    /// that of any who lack theirs, as long as there are such codes for all of them.
    fn is_misfiled(&self, part: &Part, kind: &str, nominee: &Nominee) -> bool {
        let is_near = |one: &Nominee| self.meant.contains(&(kind, one.code.as_str()));
        let odd = self.odd.get(kind).copied().unwrap_or_default();
        let lacks = |one: &&Nominee| {
            let is_filed = self.unit.papers_for(&one.code).any(|filed| filed.kind.text == kind);
            !is_filed && !is_near(one) && applies(part.when.get(), self.unit, Some(one))
        };
        is_near(nominee) || odd > 0 && self.unit.proposed().filter(lacks).count() <= odd
    }

    /// Receipts that list papers are believed: what none of them lists was not handed in. A word that is no
    /// kind may have been meant for any; it is reported by itself.
    fn was_handed_in(&self, kind: &str) -> bool {
        let listing: Vec<_> = self.unit.head.receipts.iter().filter(|r| r.papers.at.is_some()).collect();
        listing.is_empty()
            || listing.len() < self.unit.head.receipts.items.len()
            || listing
                .iter()
                .any(|r| r.papers.faulty || r.papers.iter().any(|p| text::fold(p) == kind || !is_kind(p, self.kinds)))
    }
}
