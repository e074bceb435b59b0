//! Where a campaign's records declare codes, and where they use them.

use std::collections::HashSet;

use super::{Slip, accepted, is_code, names, parts, slips, words};
use crate::check::property::{Property, Reading, property};
use crate::check::words::common;
use crate::record::campaign::{Campaign, Criterion, Part, Test, When};
use crate::record::decode::{List, Name};
use crate::record::evidence::EVIDENCE;
use crate::record::scalar::Text;
use crate::record::{Loaded, Unit};

/// The records of a campaign, in which codes are declared and used.
#[derive(Clone, Copy)]
pub(super) struct Records<'a> {
    pub loaded: &'a Loaded,
    pub campaign: &'a Campaign,
}

impl<'a> Records<'a> {
    pub fn units(self) -> impl Iterator<Item = &'a Unit> {
        self.loaded.known_units()
    }

    pub fn conditions(self) -> impl Iterator<Item = &'a When> {
        parts(&self.campaign.required_set).into_iter().filter_map(|part| part.when.get())
    }

    pub fn unit_kinds(self) -> Vec<Slip<'a>> {
        let mut uses: Vec<&str> = self.units().filter_map(|unit| Some(unit.head.kind.get()?.value.as_str())).collect();
        uses.extend(self.conditions().flat_map(|when| words(&when.unit_kinds)));
        uses.extend(accepted(self.campaign, "loai_don_vi"));
        slips(names(&self.campaign.unit_kinds), &uses)
    }

    pub fn awards(self) -> Vec<Slip<'a>> {
        let nominees = self.units().flat_map(|unit| unit.head.nominees.iter());
        let awards = nominees.flat_map(|nominee| [nominee.award.get(), nominee.fallback.get()]);
        let mut uses: Vec<&str> = awards.flatten().map(|award| award.value.as_str()).collect();
        uses.extend(names(&self.campaign.quotas).map(|(name, _)| name));
        uses.extend(self.conditions().flat_map(|when| words(&when.awards)));
        uses.extend(accepted(self.campaign, "hinh_thuc"));
        slips(names(&self.campaign.awards), &uses)
    }

    pub fn scales(self) -> Vec<Slip<'a>> {
        let by_grade = |criterion: &&Criterion| match criterion.test {
            Test::Grade => true,
            Test::Within => criterion.key.get().is_some_and(|key| property(key).is_none()),
            _ => false,
        };
        let criteria = self.campaign.criteria.iter().filter(by_grade);
        let mut uses: Vec<&str> = criteria.filter_map(|criterion| Some(criterion.key.get()?.value.as_str())).collect();
        let announced = self.loaded.results.iter().flat_map(|results| results.units.iter());
        uses.extend(announced.flat_map(|(_, gradings)| names(gradings).map(|(name, _)| name)));
        for nominee in self.units().flat_map(|unit| unit.head.nominees.iter()) {
            uses.extend(nominee.yearly_grade.get().map(|_| "xep_loai_nam"));
            uses.extend(names(&nominee.grades).map(|(name, _)| name));
        }
        slips(names(&self.campaign.scales), &uses)
    }

    pub fn kinds(self) -> Vec<Slip<'a>> {
        let part_kinds = parts(&self.campaign.required_set).into_iter().filter_map(|part| part.kind.get());
        let mut uses: Vec<&str> = part_kinds.map(|kind| kind.value.as_str()).collect();
        for unit in self.units() {
            uses.extend(unit.papers.iter().map(|filed| filed.kind.text.as_str()));
            uses.extend(unit.head.receipts.iter().flat_map(|receipt| words(&receipt.papers)));
        }
        // Kinds that come with the program are declared, though not in this table.
        let known = |word: &&str| self.loaded.kinds.get(word).is_none() || self.campaign.kinds.get(word).is_some();
        uses.retain(known);
        slips(names(&self.campaign.kinds), &uses)
    }

    /// A part that declares a kind which no dossier has, where many have one that no part asks for.
    pub fn parts(self) -> Vec<Slip<'a>> {
        let parts = parts(&self.campaign.required_set);
        let kinds = || parts.iter().filter_map(|part| Some((part, part.kind.get()?)));
        let declares = |part: &Part| !part.name.is_absent() || !part.origin.is_absent();
        let declared = kinds().filter(|(part, _)| declares(part)).map(|(_, kind)| (kind.value.as_str(), kind.at));
        let filed = self.units().flat_map(|unit| unit.papers.iter()).map(|filed| filed.kind.text.as_str());
        let asked: HashSet<&str> =
            kinds().filter(|(part, _)| !declares(part)).map(|(_, kind)| kind.value.as_str()).collect();
        let uses: Vec<&str> = filed.filter(|kind| !asked.contains(kind)).collect();
        slips(declared, &uses)
    }

    pub fn evidence(self) -> Vec<Slip<'a>> {
        let nominees = self.units().flat_map(Unit::proposed);
        let mut uses: Vec<&str> =
            nominees.flat_map(|nominee| nominee.evidence.iter()).map(|e| e.kind.value.as_str()).collect();
        uses.extend(self.conditions().flat_map(|when| words(&when.evidence)));
        uses.extend(self.campaign.criteria.iter().flat_map(|criterion| words(&criterion.kinds)));
        uses.retain(|word| !EVIDENCE.contains(word));
        slips(names(&self.campaign.evidence_kinds), &uses)
    }

    /// Grades by the scale they are of: announced, the nominees' own, and what criteria ask for at least.
    pub fn grades(self) -> Vec<(&'a str, &'a str)> {
        let announced = self.loaded.results.iter().flat_map(|results| results.units.iter());
        let announced = announced.flat_map(|(_, own)| own.iter().map(|(key, one)| (key.text.as_str(), &one.grade)));
        let nominees = || self.units().flat_map(|unit| unit.head.nominees.iter());
        let yearly = nominees().filter_map(|nominee| Some(("xep_loai_nam", nominee.yearly_grade.get()?)));
        let own = nominees().flat_map(|nominee| nominee.grades.iter().map(|(key, grade)| (key.text.as_str(), grade)));
        let asked = self.campaign.criteria.iter().filter(|criterion| criterion.test == Test::Grade);
        let asked = asked.filter_map(|one| Some((one.key.get()?.value.as_str(), one.minimum.get()?)));
        announced.chain(yearly).chain(own).chain(asked).map(|(key, grade)| (key, grade.value.as_str())).collect()
    }

    pub fn steps(self) -> Vec<(&'a str, Slip<'a>)> {
        let grades = self.grades();
        let of_scale = |(name, steps): &'a (Name, List<Text>)| {
            let own = grades.iter().filter(|(scale, _)| *scale == name.text).map(|(_, grade)| *grade);
            let declared = steps.iter().map(|step| (step.value.as_str(), step.at));
            let found = slips(declared.filter(|_| !steps.faulty), &own.collect::<Vec<_>>());
            found.into_iter().map(|slip| (name.text.as_str(), slip)).collect::<Vec<_>>()
        };
        self.campaign.scales.iter().flat_map(of_scale).collect()
    }

    pub fn listed(self) -> Vec<Slip<'a>> {
        let files = self.loaded.units.iter().map(|file| file.code.as_str());
        let graded = self.loaded.results.iter().flat_map(|r| r.units.iter()).map(|(name, _)| name.text.as_str());
        let judged = self.loaded.sittings().flat_map(|sitting| sitting.outcomes.iter()).map(|one| one.unit.as_str());
        let uses: Vec<&str> = files.chain(graded).chain(judged).collect();
        slips(self.campaign.units.iter().map(|code| (code.as_str(), code.at)), &uses)
    }

    /// Codes of criteria are too short to be told by likeness: of one that evidence should speak of and none does, where
    /// evidence speaks of one that is not there, it can be told.
    pub fn criteria(self) -> Option<Slip<'a>> {
        let evidence = self.units().flat_map(|unit| unit.head.nominees.iter()).flat_map(|n| n.evidence.iter());
        let uses: Vec<&str> = evidence.filter_map(|one| Some(one.criterion.get()?.value.as_str())).collect();
        let criteria = &self.campaign.criteria;
        let is_used = |criterion: &&Criterion| uses.contains(&criterion.code.value.as_str());
        let mut idle = criteria.iter().filter(|criterion| criterion.test == Test::Evidence && !is_used(criterion));
        let is_declared = |word: &str| criteria.iter().any(|criterion| criterion.code.value == word);
        let mut strange = uses.iter().copied().filter(|word| !is_declared(word));
        let (declared, used) = (idle.next()?, strange.next()?);
        let others: Vec<&str> = strange.collect();
        let alone = idle.next().is_none() && !others.is_empty() && others.iter().all(|other| *other == used);
        let (code, at) = (declared.code.value.as_str(), declared.code.at);
        alone.then(|| Slip { declared: code, at, used, times: others.len() + 1, alike: true })
    }

    pub fn declarations(self) -> Vec<Slip<'a>> {
        let criteria = self.campaign.criteria.iter().filter(|criterion| criterion.test == Test::Declared);
        let declared = criteria.filter_map(|criterion| criterion.key.get()).map(|key| (key.value.as_str(), key.at));
        let mut uses = Vec::new();
        for unit in self.units() {
            uses.extend(names(&unit.head.declared).map(|(name, _)| name));
            uses.extend(unit.proposed().flat_map(|nominee| names(&nominee.declared).map(|(name, _)| name)));
        }
        slips(declared, &uses)
    }

    /// Codes of the campaign's own: what is written in ordinary words is no slip for other words, and a code that the
    /// program or `ten_goi` knows is none either. What can be written is not judged by use where it is a closed list.
    pub fn accepted(self, criterion: &'a Criterion) -> Vec<(&'a Criterion, Slip<'a>)> {
        let key = criterion.key.get().filter(|_| criterion.test == Test::Within);
        let open = |property: &&Property| property.words(self.campaign).is_empty();
        let Some(property) = key.and_then(|key| property(key)).filter(open) else { return Vec::new() };
        let is_known = |word: &str| common(word).is_some() || self.campaign.labels.get(word).is_some();
        let mut uses = Vec::new();
        for unit in self.units() {
            for nominee in unit.proposed().filter(|nominee| crate::check::criteria::concerns(criterion, nominee)) {
                if let Reading::Said(word, _) = property.read(nominee, unit) {
                    uses.push(word);
                }
            }
        }
        let declared = criterion.allowed.iter().map(|word| (word.value.as_str(), word.at));
        let own = declared.filter(|(word, _)| uses.contains(word) || is_code(word) && !is_known(word));
        let slips = slips(own, &uses).into_iter().filter(|slip| is_code(slip.used));
        slips.map(|slip| (criterion, slip)).collect()
    }
}
