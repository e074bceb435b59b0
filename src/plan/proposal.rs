//! The block of a proposal: whom it names, for which award, and who grants that.

use std::collections::HashSet;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::context::{Builder, given_by};
use super::head;
use crate::check::required::{self, Item, State};
use crate::check::words;
use crate::record::campaign::NomineeKind;
use crate::record::decode::Slot;
use crate::record::paper::Paper;
use crate::record::unit::Nominee;

/// Nominees proposed for one award of one granting body.
struct Group<'a> {
    award: String,
    granted_by: String,
    above: bool,
    nominees: Vec<&'a Nominee>,
}

impl<'a> Builder<'a> {
    /// The nominees a paper names: collectives, households, individuals, each in the record's order.
    pub(super) fn chosen(&self, paper: &Paper) -> Vec<&'a Nominee> {
        let day = paper.date.get().map(|d| d.value);
        let named: HashSet<&str> = paper.nominees.iter().map(|code| code.as_str()).collect();
        let own = |n: &&Nominee| paper.nominees.items.is_empty() || named.contains(n.code.as_str());
        let stands = |n: &&Nominee| stood(n, day);
        let mut chosen: Vec<&Nominee> = self.unit.head.nominees.iter().filter(stands).filter(own).collect();
        chosen.sort_by_key(|n| rank(&n.kind));
        chosen
    }

    pub(super) fn nominees(&mut self, paper: &Paper) {
        let misspelt = paper.nominees.iter().any(|code| self.is_misspelt(code));
        self.facts.faulty |= self.unit.head.nominees.faulty || misspelt;
        let chosen = self.chosen(paper);
        let rows: Vec<Value> = chosen.iter().enumerate().map(|(i, n)| self.nominee_row(i, n)).collect();
        let addressees = head::addressees(self.scope, self.kind, Some(&paper.addressees));
        let groups = self.groups(&chosen, &addressees);
        let granters = distinct(groups.iter().filter(|g| !g.above).map(|g| g.granted_by.clone()));
        let first = addressees.first().map_or("cấp có thẩm quyền", String::as_str);
        let decides = match granters.as_slice() {
            [one] => one.as_str(),
            _ => first,
        };
        let block = json!({
            "de_nghi": rows,
            "cot_ten": name_column(chosen.iter().map(|n| Some(&n.kind))),
            "doi_tuong": subjects(&chosen),
            "kem_theo": words::listed(&self.attached(&chosen)),
            "theo_hinh_thuc": groups.iter().map(group).collect::<Vec<_>>(),
            "noi_nhan_de_nghi": first,
            // Who decides on what is within the addressee's power, and whether something is not.
            "nguoi_quyet_dinh": if groups.iter().any(|g| !g.above) { decides } else { "" },
            "trinh_cap_tren": groups.iter().any(|g| g.above),
        });
        if let Value::Object(block) = block {
            self.data.extend(block);
        }
    }

    /// Whom a meeting agreed to propose, by award: those voted on whom the unit does propose.
    pub(super) fn agreed(&self, paper: &Paper) -> Vec<Value> {
        let voted: HashSet<&str> = paper.votes.iter().map(|vote| vote.nominee.as_str()).collect();
        let own: Vec<&Nominee> = self.chosen(paper).into_iter().filter(|n| voted.contains(n.code.as_str())).collect();
        self.groups(&own, &[]).iter().map(group).collect()
    }

    /// What goes with a paper about these nominees: the parts of the dossier that the record holds, each kind once.
    fn attached(&self, chosen: &[&Nominee]) -> Vec<String> {
        let items = required::items(self.unit, self.scope.campaign, &self.scope.loaded.kinds);
        let named: HashSet<&str> = chosen.iter().map(|nominee| nominee.code.as_str()).collect();
        let about = |item: &Item| item.nominee.is_none_or(|own| named.contains(own.code.as_str()));
        let there = |item: &Item| !matches!(item.state, State::Missing) && item.kind.code != self.kind.code;
        let names = items.iter().filter(|item| there(item) && about(item)).map(|item| words::lower_first(&item.name));
        distinct(names)
    }

    fn groups(&self, chosen: &[&'a Nominee], addressees: &[String]) -> Vec<Group<'a>> {
        let mut groups: Vec<Group> = Vec::new();
        for nominee in chosen {
            let (award, granted_by) = self.award(&nominee.award);
            match groups.iter_mut().find(|g| g.award == award && g.granted_by == granted_by) {
                Some(group) => group.nominees.push(nominee),
                None => {
                    let above = words::is_above(&granted_by, addressees);
                    groups.push(Group { award, granted_by, above, nominees: vec![nominee] });
                }
            }
        }
        groups
    }

    fn nominee_row(&mut self, index: usize, nominee: &Nominee) -> Value {
        let (award, of) = self.award(&nominee.award);
        self.facts.get(&nominee.award);
        let post = self.facts.text(&nominee.post);
        json!({
            "stt": (index + 1).to_string(),
            "ma": nominee.code.as_str(),
            "loai": self.facts.get(&nominee.kind).map_or("", |k| k.word()),
            "ten": self.facts.text(&nominee.name),
            "ong_ba": words::honorific(nominee),
            "chuc_vu": post,
            "hinh_thuc": award,
            "hinh_thuc_cua": of,
            "du_phong": self.award(&nominee.fallback).0,
            "thanh_tich": self.facts.text(&nominee.merit),
        })
    }
}

fn group(group: &Group) -> Value {
    let count = |kind: NomineeKind| group.nominees.iter().filter(|n| is(n, kind)).count();
    let (households, individuals) = (count(NomineeKind::Household), count(NomineeKind::Individual));
    json!({
        "hinh_thuc": group.award,
        "cua": group.granted_by,
        "hinh_thuc_day_du": given_by(&group.award, &group.granted_by),
        "cap_tren": group.above,
        "so_tap_the": words::count(group.nominees.len() - households - individuals),
        "so_ho_gia_dinh": words::count(households),
        "so_ca_nhan": words::count(individuals),
    })
}

/// What all of them are called: `tập thể, cá nhân`; somebody of unknown kind may be either.
pub(super) fn subjects(chosen: &[&Nominee]) -> String {
    let words = ["tập thể", "hộ gia đình", "cá nhân"];
    let named = [0, 1, 2].map(|rank| chosen.iter().any(|n| n.kind.get().is_some() && self::rank(&n.kind) == rank));
    let unknown = chosen.iter().all(|n| n.kind.get().is_none());
    let subjects = words.into_iter().zip(named).filter(|(word, named)| *named || unknown && *word != "hộ gia đình");
    subjects.map(|(word, _)| word).collect::<Vec<_>>().join(", ")
}

/// Whether the proposal stood on a day: a later withdrawal does not change a paper of that day.
fn stood(nominee: &Nominee, day: Option<NaiveDate>) -> bool {
    match &nominee.withdrawn {
        Slot::Absent => true,
        Slot::Faulty => false,
        Slot::Set(withdrawal) => day.is_some_and(|day| withdrawal.date.value > day),
    }
}

pub(super) fn is(nominee: &Nominee, kind: NomineeKind) -> bool {
    nominee.kind.get() == Some(&kind)
}

pub(super) fn rank(kind: &Slot<NomineeKind>) -> usize {
    match kind.get() {
        Some(NomineeKind::Individual) => 2,
        Some(NomineeKind::Household) => 1,
        _ => 0,
    }
}

/// What the column of names is called, part by part; a name of unknown kind may be anybody's.
pub(super) fn name_column<'k>(kinds: impl Iterator<Item = Option<&'k Slot<NomineeKind>>>) -> Vec<&'static str> {
    let titles = ["Tên tập thể", "Tên hộ gia đình", "Họ và tên"];
    let mut named = [false; 3];
    for kind in kinds {
        let of: &[usize] = &kind.map_or_else(|| vec![0, 2], |kind| vec![rank(kind)]);
        named.iter_mut().enumerate().for_each(|(i, named)| *named |= of.contains(&i));
    }
    titles.into_iter().zip(named).filter(|(_, named)| *named).map(|(title, _)| title).collect()
}

/// Each text once, in order; empty ones left out.
pub(super) fn distinct(words: impl Iterator<Item = String>) -> Vec<String> {
    let mut seen: Vec<String> = Vec::new();
    for word in words.filter(|w| !w.is_empty()) {
        if !seen.contains(&word) {
            seen.push(word);
        }
    }
    seen
}
