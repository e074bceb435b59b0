//! Scores that the authority announced: within the scale, and in the order of the grades given for them.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::eligibility::{choices, no_scale};
use super::{Scope, Sink, codes, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::Campaign;
use crate::record::decode::{Name, Table};
use crate::record::results::Grading;
use crate::record::scalar::Decimal;

pub(super) static RANGE: Rule = Rule::error("tieu-chuan/diem")
    .blocking(Blocks::List)
    .text(
        "Điểm công bố không âm và không vượt điểm tối đa của thang (`thang_diem` của phong trào, khi có khai).",
        "đối chiếu điểm với văn bản công bố",
    )
    .by("thang điểm của phong trào")
    .example("don_vi: {long-thuy: {cchc: {diem: 888, xep_loai: tot}}}   # thang_diem: {cchc: 100}");
pub(super) static ORDER: Rule = Rule::warning("tieu-chuan/diem-xep-loai")
    .text(
        "Trong cùng một thang, đơn vị có điểm cao hơn không xếp loại thấp hơn.",
        "đối chiếu điểm và xếp loại với văn bản công bố",
    )
    .example("cchc: {diem: 93, xep_loai: tot}   # đơn vị khác: {diem: 91, xep_loai: xuat_sac}");

/// A score with the grade that was given for it.
struct Scored<'a> {
    unit: &'a str,
    scale: &'a str,
    score: &'a Decimal,
    grade: &'a str,
    /// The grade's place from the highest; none where the scale has no such step, which is reported by itself.
    step: Option<usize>,
}

impl Scored<'_> {
    /// Whether one of two has the higher score and the lower grade.
    fn contradicts(&self, other: &Self) -> bool {
        let (more, less) = (self.score.value > other.score.value, self.score.value < other.score.value);
        more && self.step > other.step || less && self.step < other.step
    }

    /// Why a score cannot be one.
    fn out_of_range(&self, campaign: &Campaign) -> Option<String> {
        if self.score.value < 0.0 {
            return Some(format!("điểm {} là số âm", number(self.score)));
        }
        let most = campaign.full_marks.get(self.scale).filter(|most| self.score.value > most.value)?;
        Some(format!("điểm {} vượt điểm tối đa của thang `{}` ({})", number(self.score), self.scale, number(most)))
    }
}

fn number(score: &Decimal) -> String {
    score.value.to_string().replace('.', ",")
}

/// Of each announcement by itself: scores of two years do not contradict each other.
fn announcements<'a>(scope: &'a Scope) -> impl Iterator<Item = &'a Table<Table<Grading>>> {
    scope.loaded.results.iter().flat_map(|results| results.announced())
}

fn scored<'a>(scope: &'a Scope, units: &'a Table<Table<Grading>>) -> impl Iterator<Item = Scored<'a>> {
    let scales = &scope.campaign.scales;
    let gradings = units.iter().flat_map(|(unit, own)| own.iter().map(move |(scale, grading)| (unit, scale, grading)));
    gradings.filter_map(|(unit, scale, grading)| {
        let steps = scales.get(&scale.text).filter(|steps| !steps.faulty);
        let step = steps.and_then(|steps| steps.iter().position(|step| step.value == grading.grade.value));
        let (unit, scale, grade) = (unit.text.as_str(), scale.text.as_str(), grading.grade.value.as_str());
        Some(Scored { unit, scale, score: grading.score.get()?, grade, step })
    })
}

pub(super) fn range(scope: &Scope, out: &mut Sink) {
    for one in announcements(scope).flat_map(|units| scored(scope, units)) {
        if let Some(why) = one.out_of_range(scope.campaign) {
            say(&one, &why, scope, out);
        }
    }
}

pub(super) fn order(scope: &Scope, out: &mut Sink) {
    let scales = scope.campaign.scales.iter();
    for (units, (scale, _)) in announcements(scope).flat_map(|units| scales.clone().map(move |scale| (units, scale))) {
        let sound = |one: &Scored| one.step.is_some() && one.out_of_range(scope.campaign).is_none();
        let mut all: Vec<Scored> = scored(scope, units).filter(|one| one.scale == scale.text && sound(one)).collect();
        while let Some((index, one, other)) = worst(&all) {
            let label = |scored: &Scored| words::label(scope.campaign, scored.grade);
            let why = format!(
                "điểm {} xếp loại {}, trong khi {} được {} điểm xếp loại {}",
                number(one.score),
                label(one),
                scope.unit_name(other.unit),
                number(other.score),
                label(other)
            );
            say(one, &why, scope, out);
            all.remove(index);
        }
    }
}

/// Who is at odds with the most others, and one of those: the one that is wrong, rather than all of them.
fn worst<'s, 'a>(all: &'s [Scored<'a>]) -> Option<(usize, &'s Scored<'a>, &'s Scored<'a>)> {
    // Scores by grade and in order, so that those above or below one are not counted one by one.
    let mut steps: BTreeMap<Option<usize>, Vec<f64>> = BTreeMap::new();
    all.iter().for_each(|one| steps.entry(one.step).or_default().push(one.score.value));
    steps.values_mut().for_each(|scores| scores.sort_by(f64::total_cmp));
    let odds = |one: &Scored| {
        let at_odds = |(step, scores): (&Option<usize>, &Vec<f64>)| match step.cmp(&one.step) {
            Ordering::Less => scores.partition_point(|score| *score < one.score.value),
            Ordering::Equal => 0,
            Ordering::Greater => scores.len() - scores.partition_point(|score| *score <= one.score.value),
        };
        steps.iter().map(at_odds).sum::<usize>()
    };
    // Of equals the first.
    let (index, one) = all.iter().enumerate().rev().max_by_key(|(_, one)| odds(one))?;
    Some((index, one, all.iter().find(|other| one.contradicts(other))?))
}

fn say(one: &Scored, why: &str, scope: &Scope, out: &mut Sink) {
    let said = out.say(Some(one.score.at), format!("{}: {why}", scope.unit_name(one.unit)));
    if scope.loaded.unit(one.unit).is_some() {
        said.unit(one.unit);
    }
}

/// The scale that a highest score is stated for must be there.
pub(super) fn scales(scope: &Scope, out: &mut Sink) {
    let scales = &scope.campaign.scales;
    if scales.faulty || scales.items.is_empty() {
        return;
    }
    let stray = |name: &Name| scales.get(&name.text).is_none() && !codes::explains(&scope.slips.scales, &name.text);
    for (name, _) in scope.campaign.full_marks.iter().filter(|(name, _)| stray(name)) {
        let known = scales.iter().map(|(scale, _)| scale.text.as_str());
        choices(out.say(Some(name.at), no_scale(&name.text)), &name.text, known);
    }
}
