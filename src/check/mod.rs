//! The second room: rules. Pure functions from what was read to findings.
//!
//! A rule is a line in its family's table: what `explain` says of it, and one function. The function
//! sees a [`Scope`] (or a unit within it) and speaks through a [`Sink`]; it cannot open a file, and
//! it has no clock. What is required, which criteria apply and how severe a code is comes from the
//! campaign's record; Rust holds only the predicates.

mod agreement;
pub mod campaign;
pub mod codes;
pub mod cost;
pub mod criteria;
pub mod dossier;
mod eligibility;
pub mod planned;
mod property;
pub mod required;
pub mod review;
mod scores;
mod similar;
mod wording;
pub mod words;

pub use wording::numbers::series_of;

use chrono::NaiveDate;
use rayon::iter::{IndexedParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};

use crate::finding::{At, Blocks, FileId, Finding, Rule, Severity, Waived};
use crate::record::campaign::{Campaign, LevelWord};
use crate::record::decode::choices;
use crate::record::in_force::InForce;
use crate::record::load::UnitFile;
use crate::record::nearest::nearest;
use crate::record::paper::{Filed, Paper};
use crate::record::scalar::Text;
use crate::record::unit::Nominee;
use crate::record::{Loaded, Unit};

/// What the rules look at.
pub struct Scope<'a> {
    /// The campaign as read.
    pub loaded: &'a Loaded,
    /// Its own record.
    pub campaign: &'a Campaign,
    /// Codes that are misspelt where they are declared.
    pub slips: codes::Slips<'a>,
    /// The day to judge by (`--den-ngay`); without it only recorded days are compared.
    pub as_of: Option<NaiveDate>,
    /// Whether the typeface has a glyph for a character.
    pub has_glyph: &'a (dyn Fn(char) -> bool + Sync),
    /// Whether there is a template of this name.
    pub has_template: &'a (dyn Fn(&str) -> bool + Sync),
    /// From when until when texts of the law are in force, and the base wage of each time.
    pub in_force: &'a InForce,
    /// Rules that are judged later, on laid-out pages; a campaign may level and a unit waive them all the same.
    pub later: &'a [&'static Rule],
}

/// A unit and the campaign around it.
pub struct UnitScope<'a> {
    /// The campaign.
    pub all: &'a Scope<'a>,
    /// The unit.
    pub unit: &'a Unit,
    /// Its file.
    pub file: Option<FileId>,
}

/// A rule with the function that judges it.
pub struct Check {
    /// What `explain` says.
    pub rule: &'static Rule,
    /// The judge.
    pub judge: Judge,
}

/// What a judge looks at.
pub enum Judge {
    /// The campaign as a whole.
    Campaign(fn(&Scope, &mut Sink)),
    /// One unit.
    Unit(fn(&UnitScope, &mut Sink)),
    /// The campaign, with all that the other judges found.
    Settled(fn(&Scope, &[Finding], &mut Sink)),
}

/// Where a judge puts what it finds.
pub struct Sink<'a> {
    rule: &'static Rule,
    loaded: &'a Loaded,
    unit: Option<&'a Unit>,
    found: Vec<Finding>,
}

impl Sink<'_> {
    /// Says something about a place in a record; more can be added to what it returns.
    pub fn say(&mut self, at: Option<At>, message: impl Into<String>) -> Said<'_> {
        let mut finding = Finding::new(self.rule, message);
        finding.place = at.and_then(|at| self.loaded.sources.place(at));
        finding.unit = self.unit.map(|u| u.code.clone());
        Said { finding: Some(finding), found: &mut self.found }
    }
}

/// A finding being made; it is kept when this goes out of scope.
pub struct Said<'s> {
    finding: Option<Finding>,
    found: &'s mut Vec<Finding>,
}

impl Said<'_> {
    fn with(mut self, change: impl FnOnce(&mut Finding)) -> Self {
        if let Some(finding) = &mut self.finding {
            change(finding);
        }
        self
    }

    /// The clause that asks for it, where the campaign states one.
    pub fn clause(self, clause: Option<&str>) -> Self {
        self.with(|f| f.clause = clause.map(str::to_owned))
    }

    /// How to mend exactly this case.
    pub fn help(self, help: impl Into<String>) -> Self {
        self.with(|f| f.help = Some(help.into()))
    }

    /// What to write for a word that is none of the known ones; where there are none, the rule's own remedy stands.
    pub fn choices(self, near: Option<&str>, what: &str, known: &[&str]) -> Self {
        self.with(|f| f.help = choices(near, what, known))
    }

    /// The paper it is about.
    pub fn paper(self, paper: impl Into<String>) -> Self {
        self.with(|f| f.paper = Some(paper.into()))
    }

    /// The nominee it is about, where it stands in no paper and no group of the nominee's own.
    pub fn nominee(self, nominee: &Nominee) -> Self {
        self.with(|f| f.nominee = Some(nominee.code.to_string()))
    }

    /// What it stands in the way of, where that is not what the rule says.
    pub fn blocking(self, blocks: Blocks) -> Self {
        self.with(|f| f.blocks = Some(blocks))
    }

    /// The unit it is about, where the judge looks at the whole campaign.
    pub fn unit(self, unit: impl Into<String>) -> Self {
        self.with(|f| f.unit = Some(unit.into()))
    }
}

impl Drop for Said<'_> {
    fn drop(&mut self) {
        self.found.extend(self.finding.take());
    }
}

/// All families of this room.
fn families() -> [&'static [Check]; 6] {
    [campaign::CHECKS, dossier::CHECKS, eligibility::CHECKS, agreement::CHECKS, wording::CHECKS, review::CHECKS]
}

/// All rules of this room.
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    // A rule may have a judge for units and one for the campaign.
    let mut seen = std::collections::BTreeSet::new();
    let rules = families().into_iter().flatten().map(|check| check.rule);
    rules.filter(move |rule| seen.insert(rule.code)).chain(WAIVER_RULES.iter().copied())
}

/// A waiver that covers nothing.
pub static UNUSED_WAIVER: Rule = Rule::warning("ho-so/mien-thua")
    .text(
        "Mỗi mục miễn phải ứng với một phát hiện đang có và miễn được.",
        "xóa mục miễn không còn cần, hoặc sửa lại mã",
    )
    .example("mien: [{ma: ho-so/qua-han, …}]   # hồ sơ nộp đúng hạn");
static WAIVER_RULES: &[&Rule] = &[&UNUSED_WAIVER];

/// Judges a campaign: every finding of every rule, those of loading included, ordered by place.
pub fn run(scope: &Scope) -> Vec<Finding> {
    let mut found = judged(scope);
    let unused = settle(&mut found, scope);
    // Whether a waiver of what is judged later covers something is not yet known; that it cannot be waived is.
    let judged_later = |code: &str| scope.later.iter().any(|rule| rule.code == code);
    found.extend(unused.into_iter().filter(|w| w.fixed || !judged_later(&w.code)).map(|waiver| waiver.finding));
    let mut all = scope.loaded.findings.clone();
    all.append(&mut found);
    cost::settle(&mut all, scope);
    for check in families().into_iter().flatten() {
        let Judge::Settled(judge) = check.judge else { continue };
        let mut late = sink(check.rule, scope, None, |out| judge(scope, &all, out));
        late.retain_mut(|finding| level(finding, scope.campaign));
        all.append(&mut late);
    }
    Finding::sort(&mut all);
    all
}

/// What the rules find that look at nothing but the records, one rule after another, each in the order of the records.
fn judged(scope: &Scope) -> Vec<Finding> {
    let checks: Vec<&Check> = families().into_iter().flatten().collect();
    let of_campaign = |(turn, check): (usize, &&Check)| {
        let Judge::Campaign(judge) = check.judge else { return Vec::new() };
        let found = sink(check.rule, scope, None, |out| judge(scope, out));
        found.into_iter().map(|finding| (turn, finding)).collect()
    };
    // Whatever is asked of a unit is asked before the thread goes on to the next: its record is at hand then.
    let of_unit = |file: &UnitFile| {
        let Some(unit) = &file.unit else { return Vec::new() };
        let unit_scope = UnitScope { all: scope, unit, file: file.file };
        let mut all = Vec::new();
        for (turn, check) in checks.iter().enumerate() {
            let Judge::Unit(judge) = check.judge else { continue };
            let found = sink(check.rule, scope, Some(unit), |out| judge(&unit_scope, out));
            all.extend(found.into_iter().map(|finding| (turn, finding)));
        }
        all
    };
    let campaign = checks.par_iter().enumerate().flat_map_iter(of_campaign);
    let mut all: Vec<(usize, Finding)> = campaign.chain(scope.loaded.units.par_iter().flat_map_iter(of_unit)).collect();
    all.sort_by_key(|(turn, _)| *turn);
    all.into_iter().map(|(_, finding)| finding).collect()
}

fn sink(rule: &'static Rule, scope: &Scope, unit: Option<&Unit>, judge: impl FnOnce(&mut Sink)) -> Vec<Finding> {
    let mut sink = Sink { rule, loaded: scope.loaded, unit, found: Vec::new() };
    judge(&mut sink);
    sink.found
}

/// Gives findings the severity of this campaign and marks those that a unit's `mien` covers, for findings of this
/// room and of those after it. Returns the waivers that cover none of them.
pub fn settle(found: &mut Vec<Finding>, scope: &Scope) -> Vec<Unused> {
    found.retain_mut(|finding| level(finding, scope.campaign));
    waive(found, scope)
}

/// Every rule that a campaign may name in `muc_do` and a unit in `mien`.
fn known_rules(scope: &Scope) -> impl Iterator<Item = &'static Rule> {
    rules().chain(scope.later.iter().copied())
}

/// A waiver that covers nothing.
pub struct Unused {
    code: String,
    fixed: bool,
    finding: Finding,
}

/// Gives a finding the severity of this campaign; false when it is switched off.
fn level(finding: &mut Finding, campaign: &Campaign) -> bool {
    if finding.rule.fixed {
        return true;
    }
    match campaign.severities.get(finding.rule.code) {
        Some(LevelWord::Off) => return false,
        Some(LevelWord::Error) => finding.severity = Severity::Error,
        Some(LevelWord::Warning) => {
            finding.severity = Severity::Warning;
            finding.blocks = None;
        }
        None => {}
    }
    true
}

/// Marks findings that a unit's `mien` covers, and returns waivers that cover nothing.
fn waive(found: &mut [Finding], scope: &Scope) -> Vec<Unused> {
    let mut unused = Vec::new();
    for file in &scope.loaded.units {
        let Some(unit) = &file.unit else { continue };
        for waiver in unit.head.waivers.iter() {
            let covers = |f: &Finding| {
                f.unit.as_deref() == Some(&unit.code)
                    && f.rule.code == waiver.code.value
                    && waiver.paper.get().is_none_or(|paper| f.paper.as_deref() == Some(&paper.value))
            };
            let mut used = false;
            for finding in found.iter_mut().filter(|f| !f.rule.fixed && covers(f)) {
                used = true;
                finding.severity = Severity::Warning;
                finding.blocks = None;
                finding.waived = Some(Waived { reason: waiver.reason.value.clone(), by: waiver.by.value.clone() });
            }
            if !used {
                unused.push(unused_waiver(unit, &waiver.code, scope));
            }
        }
    }
    unused
}

fn unused_waiver(unit: &Unit, code: &Text, scope: &Scope) -> Unused {
    let rule = known_rules(scope).find(|rule| rule.code == code.value);
    let fixed = rule.is_some_and(|rule| rule.fixed);
    let near = || nearest(code, known_rules(scope).filter(|rule| !rule.fixed).map(|rule| rule.code));
    let (message, help) = match rule {
        Some(_) if fixed => (
            format!("không miễn được `{}`: còn lỗi này thì chương trình không lập được văn bản", code.value),
            Some("sửa chính lỗi ấy, rồi xóa mục miễn này".into()),
        ),
        Some(_) => (format!("mục miễn `{}` không ứng với phát hiện nào", code.value), None),
        None => (
            format!("mục miễn ghi `{}`, không phải là mã phát hiện nào miễn được", code.value),
            near().map(|near| format!("sửa thành `{near}`, nếu đúng ý; `hoso explain` liệt kê mọi mã")),
        ),
    };
    let mut finding = Finding::new(&UNUSED_WAIVER, message).unit(&unit.code);
    finding.place = scope.loaded.sources.place(code.at);
    finding.help = help;
    Unused { code: code.value.clone(), fixed, finding }
}

impl Scope<'_> {
    /// A unit as people call it, or its code where its record could not be read.
    pub fn unit_name(&self, code: &str) -> String {
        self.loaded.unit(code).map_or_else(|| format!("`{code}`"), Unit::short_name)
    }
}

impl UnitScope<'_> {
    /// The unit's papers that could be read, with the names they are filed under.
    pub fn papers(&self) -> impl Iterator<Item = (&Filed, &Paper)> {
        self.unit.papers.iter().filter_map(|filed| Some((filed, filed.paper.get()?)))
    }

    /// What a paper's kind is called, or its code where the kind is not known.
    pub fn title<'s>(&'s self, filed: &'s Filed) -> &'s str {
        self.all.loaded.kinds.get(&filed.kind.text).map_or(filed.kind.text.as_str(), |kind| &kind.name)
    }

    /// Whether something in a paper's own record could not be read: what it then lacks may be just that.
    pub fn is_misread(&self, filed: &Filed) -> bool {
        let name = filed.name();
        let own = |f: &Finding| f.unit.as_deref() == Some(&self.unit.code) && f.paper.as_deref() == Some(&name);
        self.all.loaded.findings.iter().any(|f| f.is_error() && own(f))
    }

    /// The start of the unit's file, for what has no better place.
    pub fn top(&self) -> Option<At> {
        self.file.map(|file| At { file, start: 0, end: 0 })
    }
}
