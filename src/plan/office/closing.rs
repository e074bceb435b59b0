//! The block `tong_ket`: what the campaign came to. Who took part, what the authority announced of each unit beside the
//! year before, and whom the campaign honours.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use super::honours;
use super::people::counts;
use crate::check::{Scope, words};
use crate::plan::context::Facts;
use crate::plan::head;
use crate::record::Unit;
use crate::record::campaign::Cited;
use crate::record::decode::Table;
use crate::record::event::EventKind;
use crate::record::results::Grading;
use crate::record::unit::Nominee;

/// The block; nothing while no unit has handed in.
pub(super) fn block(scope: &Scope, by: Option<NaiveDate>, facts: &mut Facts) -> Option<Value> {
    let took_part = taken_part(scope);
    let handed_in = took_part.get("da_nop").is_some_and(|count| count != "0");
    handed_in.then(|| {
        json!({
            "tham_gia": took_part,
            "chi_so": scores(scope, facts),
            "dem": honours::counted(scope),
            "hinh_thuc": honours::by_award(scope, by, None),
        })
    })
}

/// How many units there are, how many proposed whom, and which stayed out.
fn taken_part(scope: &Scope) -> Value {
    let listed: Vec<(&str, Option<&Unit>)> =
        scope.campaign.units.iter().map(|code| (code.as_str(), scope.loaded.unit(code.as_str()))).collect();
    let declines = |unit: &Unit| !unit.head.proposes_nobody.is_absent();
    let proposing = |unit: &&Unit| unit.has_handed_in() && !declines(unit);
    let known = || listed.iter().filter_map(|(_, unit)| *unit);
    let proposed: Vec<(&Unit, &Nominee)> =
        known().filter(proposing).flat_map(|unit| unit.proposed().map(move |nominee| (unit, nominee))).collect();
    let silent = listed.iter().filter(|(_, unit)| unit.is_none_or(|unit| !unit.has_handed_in() && !declines(unit)));
    let names = |names: Vec<String>| json!({"so": words::count(names.len()), "ten": names.join(", ")});
    json!({
        "so_don_vi": words::count(listed.len()),
        "da_nop": words::count(known().filter(proposing).count()),
        "khong_de_nghi": names(known().filter(|unit| declines(unit)).map(Unit::short_name).collect()),
        "chua_nop": names(silent.map(|(code, unit)| unit.map_or_else(|| (*code).to_owned(), Unit::short_name)).collect()),
        "de_nghi": counts(&proposed),
    })
}

/// A unit with its score of the year, and of the year before.
struct Scored {
    unit: String,
    score: f64,
    before: Option<f64>,
    grade: String,
}

/// What the authority announced of the campaign's year, highest score first, beside the year before where that is
/// recorded; nothing where it announced no scores.
fn scores(scope: &Scope, facts: &mut Facts) -> Value {
    let (Some(results), Some(year)) = (&scope.loaded.results, scope.campaign.year.get()) else { return Value::Null };
    facts.faulty |= results.others.faulty || results.year.is_faulty();
    let of = |of: u32| results.of_year(of, Some(year.value));
    let Some((units, announced_by)) = of(year.value) else { return Value::Null };
    let before = year.value.checked_sub(1).and_then(of).map(|(units, _)| units);
    facts.faulty |= units.faulty || before.is_some_and(|units| units.faulty);
    let Some(scale) = scale(scope, units) else { return Value::Null };
    let mut all: Vec<Scored> =
        scope.campaign.units.iter().filter_map(|code| scored(scope, code, scale, units, before)).collect();
    // Equal scores stay in the campaign's order.
    all.sort_by(|a, b| b.score.total_cmp(&a.score));
    let digits = digits(&all);
    let compared = all.iter().any(|one| one.before.is_some());
    let cited = facts.get(announced_by).map(|paper| (paper, year.value.to_string()));
    let full = scope.campaign.full_marks.get(scale).map(|most| most.value);
    let full = full.unwrap_or_else(|| all.iter().map(|one| one.score).fold(0.0, f64::max));
    let (rose, fell) = (moved(&all, |change| change > 0.0), moved(&all, |change| change < 0.0));
    let stayed = moved(&all, |change| change == 0.0);
    json!({
        "ten": words::label(scope.campaign, scale),
        "nam": year.value.to_string(),
        "nam_truoc": if compared { (year.value - 1).to_string() } else { String::new() },
        "can_cu": cited.map_or_else(String::new, |(paper, year)| head::citation(&kind_of(scope, paper), paper, &year)),
        "toi_da": full.to_string(),
        "so_don_vi": words::count(all.len()),
        "trung_binh": mean(all.iter().map(|one| one.score)),
        "trung_binh_truoc": mean(all.iter().filter_map(|one| one.before)),
        "xep_loai": grades(scope, scale, &all),
        "tang": words::count(rose),
        "giam": words::count(fell),
        "giu_nguyen": if stayed > 0 { words::count(stayed) } else { String::new() },
        "cac": all.iter().enumerate().map(|(n, one)| row(n, one, digits)).collect::<Vec<_>>(),
    })
}

/// What kind of paper announced them, by the abbreviation that its symbol begins with.
fn kind_of(scope: &Scope, paper: &Cited) -> String {
    let symbol = paper.symbol.get().map_or("", |symbol| symbol.value.as_str());
    let first = symbol.split('-').next().unwrap_or_default();
    let kind = scope.loaded.kinds.iter().find(|kind| !first.is_empty() && kind.abbreviation.as_deref() == Some(first));
    kind.map_or_else(|| "Văn bản".to_owned(), |kind| kind.name.clone())
}

/// The scale that scores are given on: the first of the campaign's that some unit has a score of.
fn scale<'a>(scope: &'a Scope, units: &Table<Table<Grading>>) -> Option<&'a str> {
    let has_scores = |scale: &str| units.iter().any(|(_, own)| own.get(scale).is_some_and(|g| g.score.get().is_some()));
    scope.campaign.scales.iter().map(|(name, _)| name.text.as_str()).find(|scale| has_scores(scale))
}

fn scored(
    scope: &Scope,
    code: &str,
    scale: &str,
    units: &Table<Table<Grading>>,
    before: Option<&Table<Table<Grading>>>,
) -> Option<Scored> {
    let of = |units: &Table<Table<Grading>>| Some(units.get(code)?.get(scale)?.score.get()?.value);
    let grade = &units.get(code)?.get(scale)?.grade;
    Some(Scored {
        unit: scope.loaded.unit(code).map_or_else(|| code.to_owned(), Unit::short_name),
        score: of(units)?,
        before: before.and_then(of),
        grade: words::upper_first(&words::label(scope.campaign, grade)),
    })
}

/// As many digits behind the comma as the scores have, so that they stand one below another.
fn digits(all: &[Scored]) -> usize {
    let of = |score: f64| score.to_string().split_once('.').map_or(0, |(_, digits)| digits.len());
    let scores = all.iter().flat_map(|one| [Some(one.score), one.before]).flatten();
    scores.map(of).max().unwrap_or_default().min(3)
}

fn figure(score: f64, digits: usize) -> String {
    format!("{score:.digits$}").replace('.', ",")
}

/// Scores are stated with few digits; what is smaller comes from how numbers are kept.
const NOTHING: f64 = 1e-6;

fn change(one: &Scored) -> Option<f64> {
    let change = one.score - one.before?;
    Some(if change.abs() < NOTHING { 0.0 } else { change })
}

fn moved(all: &[Scored], how: fn(f64) -> bool) -> usize {
    all.iter().filter_map(change).filter(|change| how(*change)).count()
}

fn mean(scores: impl Iterator<Item = f64> + Clone) -> String {
    let count = u32::try_from(scores.clone().count()).unwrap_or(u32::MAX);
    if count == 0 { String::new() } else { figure(scores.sum::<f64>() / f64::from(count), 2) }
}

fn row(index: usize, one: &Scored, digits: usize) -> Value {
    let signed = |change: f64| {
        let sign = if change > 0.0 { "+" } else { "" };
        format!("{sign}{}", figure(change, digits))
    };
    json!({
        "stt": (index + 1).to_string(),
        "don_vi": one.unit,
        "diem": figure(one.score, digits),
        "so": one.score.to_string(),
        "truoc": one.before.map_or_else(String::new, |before| figure(before, digits)),
        "tang_giam": change(one).map_or_else(String::new, signed),
        "xep_loai": one.grade,
    })
}

/// How many units there are of each grade, from the highest.
fn grades(scope: &Scope, scale: &str, all: &[Scored]) -> Vec<Value> {
    let steps = scope.campaign.scales.get(scale).into_iter().flat_map(|steps| steps.iter());
    let label = |step: &str| words::label(scope.campaign, step);
    let counted = steps.map(|step| {
        let name = label(&step.value);
        let count = all.iter().filter(|one| one.grade == words::upper_first(&name)).count();
        (name, count)
    });
    counted.filter(|(_, count)| *count > 0).map(|(name, n)| json!({"ten": name, "so": words::count(n)})).collect()
}

/// The year of the closing: of its event, else of the conference, else the campaign's.
pub(super) fn year(scope: &Scope) -> Option<i32> {
    let review = scope.loaded.review.as_ref()?;
    let closing = review.head.events.iter().filter(|event| event.kind == EventKind::Closing);
    let day = closing.filter_map(|event| review.day_of(event).get()).max_by_key(|day| day.value);
    let day = day.or_else(|| review.head.conference.get().and_then(|conference| conference.date.get()));
    day.map(|day| day.value.year()).or(head::year(scope))
}
