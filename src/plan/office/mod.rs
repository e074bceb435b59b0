//! What the standing office writes about all dossiers together, and to a unit whose dossier is not complete.

mod roll;
mod summary;

use serde_json::{Map, Value, json};

use super::checklist::{self, printable};
use super::context::{Facts, campaign};
use super::proposal::distinct;
use super::{Document, Lacking, Selection, head};
use crate::check::required::{self, Item};
use crate::check::{Scope, dossier, words};
use crate::finding::{Blocks, Finding};
use crate::record::Unit;
use crate::record::campaign::{NomineeKind, Per};
use crate::record::kind::{Block, Kind};
use crate::record::unit::Nominee;

/// The papers that are made once for the campaign.
pub(super) fn documents(scope: &Scope, findings: &[Finding], selection: &Selection) -> Vec<Document> {
    let wanted = |kind: &&Kind| {
        let chosen = selection.kinds.is_empty() || selection.kinds.contains(&kind.code);
        chosen && kind.automatic && kind.per == Per::Campaign && (scope.has_template)(&kind.template)
    };
    // Who asks for the papers of some units does not ask for those about all.
    let kinds = scope.loaded.kinds.iter().filter(|_| selection.units.is_empty()).filter(wanted);
    kinds.map(|kind| document(scope, kind, findings)).collect()
}

fn document(scope: &Scope, kind: &Kind, findings: &[Finding]) -> Document {
    let mut facts = Facts::default();
    let data = data(scope, kind, findings, &mut facts);
    let spoils = |f: &&Finding| f.is_error() && f.blocks == Some(Blocks::Paper) && f.unit.is_none();
    let blocked = findings.iter().filter(spoils).any(|f| f.paper.is_none() && f.rule.family() == "van-ban");
    Document {
        unit: None,
        kind: kind.code.clone(),
        nominee: None,
        name: kind.code.clone(),
        path: format!("{}.pdf", kind.code),
        template: kind.template.clone(),
        data,
        form: kind.form,
        numbered: kind.numbered,
        draft: facts.draft,
        lacking: Lacking::default(),
        blocked: blocked || facts.faulty,
    }
}

fn data(scope: &Scope, kind: &Kind, findings: &[Finding], facts: &mut Facts) -> Value {
    let Some(office) = kind.body(scope.campaign) else {
        facts.faulty = true;
        return Value::Null;
    };
    let body = head::of_agency(office, facts);
    let subject = kind.subject.clone().unwrap_or_default();
    let mut data = Map::new();
    data.insert("van_ban".into(), head::head(scope, kind, &body, subject, None, None, facts));
    data.insert("phong_trao".into(), campaign(scope, facts));
    for block in &kind.blocks {
        match block {
            Block::Summary => data.insert("tong_hop".into(), summary::block(scope, findings)),
            Block::Roll => data.insert("trich_ngang".into(), roll::block(scope, findings)),
            _ => None,
        };
    }
    Value::Object(data)
}

/// Whom a paper goes to, where that is not written in a record.
pub(super) fn address(data: &mut Map<String, Value>, to: &str) {
    if let Some(head) = data.get_mut("van_ban").and_then(Value::as_object_mut) {
        head.insert("kinh_gui".into(), json!([to]));
        head.insert("noi_nhan".into(), json!(["Như trên", "Lưu: VT"]));
    }
}

/// Whether a letter about what a dossier lacks has nothing to say.
pub(super) fn is_needless(kind: &Kind, scope: &Scope, unit: &Unit, findings: &[Finding]) -> bool {
    let is_complete = |lacks: &Value| lacks["thieu"] == json!([]) && lacks["can_sua"] == json!([]);
    kind.blocks.contains(&Block::Lacking)
        && (!unit.has_handed_in()
            || !unit.head.proposes_nobody.is_absent()
            || is_complete(&lacking(scope, unit, findings)))
}

/// The block `con_thieu`: papers that are not there, and what else keeps the dossier off the lists.
pub(super) fn lacking(scope: &Scope, unit: &Unit, findings: &[Finding]) -> Value {
    let items = required::items(unit, scope.campaign, &scope.loaded.kinds);
    let fault = |f: &Finding| json!({"noi_dung": words::upper_first(&printable(scope, &f.message.replace('`', ""))), "dieu_khoan": f.clause_text().unwrap_or_default()});
    json!({
        "thieu": lacking_papers(&items, unit).map(|(name, clause)| json!({"ten": name, "dieu_khoan": clause})).collect::<Vec<_>>(),
        "can_sua": findings.iter().filter(|f| f.unit.as_deref() == Some(&unit.code)).filter(is_units_to_mend).map(fault).collect::<Vec<_>>(),
        "ngay_nop": unit.head.receipts.iter().filter_map(|r| r.date.get()).map(|d| d.value).max().map_or_else(String::new, words::day),
    })
}

/// Whether the unit can mend it: how a record is written is the office's own matter.
fn is_units_to_mend(finding: &&Finding) -> bool {
    let families = ["ho-so", "tieu-chuan", "khop", "van-ban"];
    finding.is_error()
        && families.contains(&finding.rule.family())
        && !std::ptr::eq(finding.rule, &raw const dossier::MISSING)
}

/// Kinds of nominee in the order of lists.
const KINDS: [(NomineeKind, &str); 3] = [
    (NomineeKind::Collective, "tập thể"),
    (NomineeKind::Household, "hộ gia đình"),
    (NomineeKind::Individual, "cá nhân"),
];

/// Codes of the awards that nominees are proposed for, in the campaign's order.
fn proposed_awards<'n>(scope: &Scope, nominees: impl Iterator<Item = &'n Nominee>) -> Vec<String> {
    let used = distinct(nominees.filter_map(|n| n.award.get()).map(|award| award.value.clone()));
    let declared = scope.campaign.awards.iter().map(|(name, _)| name.text.clone());
    distinct(declared.filter(|code| used.contains(code)).chain(used.iter().cloned()))
}

fn is_proposed_for(nominee: &Nominee, award: &str) -> bool {
    nominee.award.get().is_some_and(|own| own.value == award)
}

/// The papers that a dossier still lacks, each with how many and whose.
fn lacking_papers<'i>(items: &'i [Item], unit: &'i Unit) -> impl Iterator<Item = (String, &'i str)> {
    items.iter().filter(|item| item.is_lacking()).map(|item| {
        let whose =
            item.nominee.map_or_else(String::new, |n| format!(" {} {}", checklist::link(item, unit), words::who(n)));
        let copies = words::count(item.copies as usize);
        (format!("{copies} {}{whose}", item.name), item.clause.unwrap_or_default())
    })
}
