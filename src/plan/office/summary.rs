//! The block `tong_hop`: every dossier of the campaign, a line for each unit.

use serde_json::{Value, json};

use super::{KINDS, is_proposed_for, lacking_papers, proposed_awards};
use crate::check::required::{self, Item};
use crate::check::{Scope, dossier, words};
use crate::finding::Finding;
use crate::plan::checklist::printable;
use crate::plan::proposal::{distinct, is};
use crate::plan::{status, units_in_order};
use crate::record::Unit;
use crate::record::campaign::NomineeKind;
use crate::record::unit::Nominee;

/// A column of the summary: an award proposed for a kind of nominee.
struct Column {
    award: String,
    kind: NomineeKind,
    name: String,
}

/// Only what somebody is proposed for has a column; awards stand in the campaign's order.
fn columns(scope: &Scope) -> Vec<Column> {
    let units = units_in_order(scope);
    let came = units.iter().filter(|unit| unit.has_handed_in());
    let proposed: Vec<&Nominee> = came.flat_map(|unit| unit.proposed()).collect();
    let mut columns = Vec::new();
    for award in proposed_awards(scope, proposed.iter().copied()) {
        for (kind, name) in KINDS {
            let fits = |n: &&&Nominee| is(n, kind) && is_proposed_for(n, &award);
            if proposed.iter().any(|n| fits(&n)) {
                let name = format!("{}: {name}", words::label(scope.campaign, &award));
                columns.push(Column { award: award.clone(), kind, name });
            }
        }
    }
    columns
}

/// The block `tong_hop`: every unit that the campaign lists, whether its file can be read or not.
pub(super) fn block(scope: &Scope, findings: &[Finding]) -> Value {
    let columns = columns(scope);
    let mut totals = vec![0; columns.len()];
    let (mut handed_in, mut declined) = (0, 0);
    let mut rows = Vec::new();
    for (index, code) in scope.campaign.units.iter().enumerate() {
        let unit = scope.loaded.unit(code.as_str());
        let proposes_nobody = unit.is_some_and(|unit| !unit.head.proposes_nobody.is_absent());
        // What has not been handed in is not compiled.
        let came = unit.filter(|unit| unit.has_handed_in() && !proposes_nobody);
        let counts: Vec<usize> = columns.iter().map(|column| came.map_or(0, |unit| count(unit, column))).collect();
        totals.iter_mut().zip(&counts).for_each(|(total, count)| *total += count);
        handed_in += usize::from(came.is_some());
        declined += usize::from(proposes_nobody);
        let figures: Vec<String> =
            counts.iter().map(|n| if *n == 0 { String::new() } else { words::count(*n) }).collect();
        let name = unit.map_or_else(|| code.to_string(), Unit::short_name);
        let (day, state, remark) = unit.map_or_else(
            || (String::new(), "chưa nộp".to_owned(), "Chưa có bản ghi đọc được".to_owned()),
            |unit| standing(scope, unit, findings),
        );
        rows.push(json!({
            "stt": (index + 1).to_string(),
            "don_vi": printable(scope, &name),
            "ngay_nop": day,
            "so": figures,
            "tinh_trang": words::upper_first(&state),
            "ghi_chu": printable(scope, &remark),
        }));
    }
    json!({
        "cot": columns.into_iter().map(|column| column.name).collect::<Vec<_>>(),
        "cac": rows,
        "tong": totals.into_iter().map(words::count).collect::<Vec<_>>(),
        "so_don_vi": words::count(scope.campaign.units.items.len()),
        "da_nop": words::count(handed_in),
        "khong_de_nghi": if declined == 0 { String::new() } else { words::count(declined) },
    })
}

fn count(unit: &Unit, column: &Column) -> usize {
    unit.proposed().filter(|n| is(n, column.kind) && is_proposed_for(n, &column.award)).count()
}

/// When a unit handed in, where its dossier stands, and what is to be said of it.
fn standing(scope: &Scope, unit: &Unit, findings: &[Finding]) -> (String, String, String) {
    let items = required::items(unit, scope.campaign, &scope.loaded.kinds);
    let ours: Vec<&Finding> = findings.iter().filter(|f| f.unit.as_deref() == Some(&unit.code)).collect();
    let days = unit.head.receipts.iter().filter_map(|r| r.date.get()).map(|d| d.value);
    let (first, last) = (days.clone().min(), days.max());
    let late = last.zip(dossier::last_day(scope.campaign, &unit.code)).is_some_and(|(day, deadline)| day > deadline);
    let lacks = if unit.has_handed_in() { lacking(&items, unit) } else { Vec::new() };
    let remarks = [
        unit.head.proposes_nobody.get().map(|letter| format!("lý do: {}", letter.reason.value)),
        (!lacks.is_empty()).then(|| format!("còn thiếu {}", lacks.join("; "))),
        late.then(|| "nộp sau thời hạn".to_owned()),
        unit.has_handed_in().then(|| fallbacks(scope, unit)).filter(|said| !said.is_empty()),
        (first != last).then(|| format!("nộp lần đầu ngày {}", first.map_or_else(String::new, words::day))),
    ];
    let remark = remarks.into_iter().flatten().collect::<Vec<_>>().join("; ");
    let state = status::of_unit(unit, &items, &ours).label().to_owned();
    (last.map_or_else(String::new, words::day), state, words::upper_first(&remark))
}

/// For which awards a unit proposes some besides, in case that the one proposed is refused: no column counts these.
fn fallbacks(scope: &Scope, unit: &Unit) -> String {
    let of = |nominee: &Nominee| nominee.fallback.get().map(|award| award.value.clone());
    let awards = distinct(unit.proposed().filter_map(of));
    let whom = |award: &String| {
        let own: Vec<&Nominee> = unit.proposed().filter(|n| of(n).as_ref() == Some(award)).collect();
        let counts = KINDS.map(|(kind, name)| (own.iter().filter(|n| is(n, kind)).count(), name));
        let counts: Vec<String> = counts
            .into_iter()
            .filter(|(count, _)| *count > 0)
            .map(|(count, name)| format!("{} {name}", words::count(count)))
            .collect();
        format!("dự phòng {} cho {}", words::label(scope.campaign, award), words::listed(&counts))
    };
    awards.iter().map(whom).collect::<Vec<_>>().join("; ")
}

/// Most papers that a remark names one by one; the unit's letter names all.
const NAMED: usize = 5;

/// What a dossier lacks, as a remark says it: of many papers only how many of each kind.
fn lacking(items: &[Item], unit: &Unit) -> Vec<String> {
    let lacking = || items.iter().filter(|item| item.is_lacking());
    if lacking().count() <= NAMED {
        return lacking_papers(items, unit).map(|(name, _)| name).collect();
    }
    let names = distinct(lacking().map(|item| item.name.clone()));
    let copies = |name: &String| lacking().filter(|item| item.name == *name).map(|item| item.copies as usize).sum();
    names.iter().map(|name| format!("{} {name}", words::count(copies(name)))).collect()
}
