//! The third room: what is to be made. From judged records to a sorted list of documents, each with
//! its data, template and path. Pure: nothing is rendered or written here, and no clock is read.

mod checklist;
mod context;
mod correction;
mod head;
mod lines;
mod meeting;
mod milestones;
mod office;
mod posts;
mod proposal;
pub mod register;
mod stage;
pub mod status;

pub use head::day_in_words;
pub use milestones::Milestone;
pub use stage::Stage;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use rayon::iter::{IntoParallelIterator as _, ParallelIterator as _};
use serde_json::Value;

use crate::check::{Scope, cost, review, series_of};
use crate::finding::{Blocks, Finding, Place, Rule};
use crate::record::book::Book;
use crate::record::campaign::Per;
use crate::record::kind::{Block, Form, Issuer, Kind};
use crate::record::paper::Filed;
use crate::record::review::Decision;
use crate::record::unit::Receipt;
use crate::record::{Loaded, Unit};

/// Two documents would be one file.
pub static COLLISION: Rule = Rule::error("van-ban/trung-tep")
    .text(
        "Mỗi văn bản có tên tệp riêng, kể cả trên ổ đĩa không phân biệt chữ hoa chữ thường.",
        "đặt lại mã đơn vị hoặc mã người được đề nghị",
    )
    .example("hai đề nghị cùng một mã, nên hai văn bản cùng ghi ra một tệp");

/// A proposal that would propose nobody.
pub static NOBODY: Rule = Rule::error("van-ban/khong-con-de-nghi")
    .text(
        "Văn bản đề nghị khen thưởng phải nêu ít nhất một tập thể, hộ gia đình hoặc cá nhân còn được đề nghị.",
        "xem lại khóa `rut` của những người được đề nghị; không đề nghị nữa thì ghi `khong_de_nghi` và bỏ văn bản này",
    )
    .example("de_nghi: [{ma: tap-the, rut: {ngay: 2021-05-10, ly_do: …}}]   # tờ trình ngày 18/5/2021");

/// The rules of this room.
pub static RULES: &[&Rule] = &[&COLLISION, &NOBODY, &correction::NOTHING];

/// One paper to be made.
#[derive(Clone, Debug)]
pub struct Document {
    /// Code of the unit.
    pub unit: Option<String>,
    /// Kind of paper.
    pub kind: String,
    /// Code of the nominee, where the kind is made for each.
    pub nominee: Option<String>,
    /// `kind` or `kind/nominee`, as findings name it.
    pub name: String,
    /// Path below the campaign's output folder, with `/`.
    pub path: String,
    /// Template without ending.
    pub template: String,
    /// The exact Tera context: everything the paper prints, and nothing else.
    pub data: Value,
    /// Which layout rules it obeys.
    pub form: Form,
    /// Whether its kind carries a number and symbol.
    pub numbered: bool,
    /// The register that its number stands in; none of a kind without number, or where nobody knows who issues it.
    pub book: Option<Book>,
    /// Of a paper about a meeting or a decision the code of the meeting.
    pub sitting: Option<String>,
    /// Of a paper about a decision the code of the award.
    pub award: Option<String>,
    /// Of a paper about an event the event's code.
    pub event: Option<String>,
    /// Of a paper that corrects another what its record calls that one.
    pub corrects: Option<String>,
    /// A paper without number or day.
    pub draft: bool,
    /// What else its record does not state, of which the check has spoken.
    pub lacking: Lacking,
    /// Some finding says that it cannot be made.
    pub blocked: bool,
}

impl Document {
    /// Its file below the campaign's folder, without ending: by this name the lock and a PDF's origin know it.
    pub fn place(&self) -> &str {
        self.path.trim_end_matches(".pdf")
    }

    /// The decision that it is about.
    pub fn decision<'a>(&self, loaded: &'a Loaded) -> Option<&'a Decision> {
        loaded.review.as_ref()?.decision(self.award.as_deref()?, self.sitting.as_deref()?)
    }

    /// The unit's own record of the paper; none where it is the office's.
    pub fn filed<'a>(&'a self, loaded: &'a Loaded) -> Option<&'a Filed> {
        loaded.unit(self.unit.as_deref()?)?.papers_of(&self.kind).find(|filed| filed.name() == self.name)
    }
}

/// Components that a paper's record does not state. The check says so at the record's line, so the proof of form need
/// not say it again of the page.
#[derive(Clone, Copy, Debug, Default)]
pub struct Lacking {
    /// The signer.
    pub signer: bool,
    /// The subject line.
    pub subject: bool,
    /// "Lưu: …" as the last of the recipients.
    pub filing: bool,
}

/// Which documents of a campaign are wanted; empty lists mean all.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    /// Unit codes.
    pub units: Vec<String>,
    /// Kinds of paper.
    pub kinds: Vec<String>,
    /// Asks for the letter to all units that have handed in nothing by this day.
    pub by: Option<NaiveDate>,
}

impl Selection {
    /// Whether nothing is left out.
    pub fn is_all(&self) -> bool {
        self.units.is_empty() && self.kinds.is_empty()
    }

    fn wants(&self, unit: &str, kind: &str) -> bool {
        let has = |list: &[String], word: &str| list.is_empty() || list.iter().any(|w| w == word);
        has(&self.units, unit) && has(&self.kinds, kind)
    }
}

/// Every document of the campaign, in the campaign's order of units and kinds.
///
/// `findings` are those of the check; more may be added (two documents with one path).
pub fn documents(scope: &Scope, findings: &mut Vec<Finding>, selection: &Selection) -> Vec<Document> {
    let mut documents = originals(scope, findings, selection);
    correction::documents(scope, findings, selection, &mut documents);
    collisions(&mut documents, findings, scope);
    empty_proposals(&mut documents, findings, scope);
    documents
}

/// Every document that corrects no other.
fn originals(scope: &Scope, findings: &[Finding], selection: &Selection) -> Vec<Document> {
    let of_unit = |unit: &Unit| {
        let wanted = scope.loaded.kinds.iter().filter(|kind| selection.wants(&unit.code, &kind.code));
        let planned = wanted.flat_map(|kind| Planner { scope, unit, kind, findings }.documents());
        planned.collect::<Vec<Document>>()
    };
    let mut documents: Vec<Document> = units_in_order(scope).into_par_iter().flat_map_iter(of_unit).collect();
    documents.extend(office::documents(scope, findings, selection));
    documents
}

/// The register in which a body numbers a kind of paper.
fn book(scope: &Scope, kind: &Kind, body: Option<&str>) -> Option<Book> {
    let body = body.filter(|_| kind.numbered)?.to_owned();
    Some(Book { body, series: series_of(scope, &kind.code) })
}

/// Units in the order of the campaign's list; those that are not listed come last.
pub fn units_in_order<'a>(scope: &Scope<'a>) -> Vec<&'a Unit> {
    let places = scope.campaign.units.iter().enumerate();
    // A code that is listed twice stands where it stands first.
    let listed: HashMap<&str, usize> = places.rev().map(|(place, code)| (code.as_str(), place)).collect();
    let mut units: Vec<&Unit> = scope.loaded.known_units().collect();
    units.sort_by_key(|unit| (listed.get(unit.code.as_str()).copied().unwrap_or(usize::MAX), &unit.code));
    units
}

struct Planner<'a> {
    scope: &'a Scope<'a>,
    unit: &'a Unit,
    kind: &'a Kind,
    findings: &'a [Finding],
}

impl Planner<'_> {
    fn documents(&self) -> Vec<Document> {
        if self.kind.corrects() {
            return Vec::new();
        }
        if self.kind.automatic {
            return self.automatic();
        }
        let written = |f: &&Filed| f.paper.get().is_none_or(|p| !p.is_received(self.kind.origin));
        let mut filed: Vec<&Filed> = self.unit.papers_of(&self.kind.code).filter(written).collect();
        let place = |f: &Filed| {
            let code = f.nominee.as_ref().map(|n| n.text.as_str());
            self.unit.head.nominees.iter().position(|n| Some(n.code.as_str()) == code).unwrap_or(usize::MAX)
        };
        filed.sort_by_key(|f| place(f));
        if !(self.scope.has_template)(&self.kind.template) {
            return Vec::new();
        }
        filed.into_iter().map(|f| self.written(f)).collect()
    }

    fn written(&self, filed: &Filed) -> Document {
        let nominee = filed.nominee.as_ref().map(|n| n.text.clone());
        let context = context::of_paper(self.scope, self.unit, self.kind, filed);
        let name = filed.name();
        let faulty = context.faulty || filed.paper.get().is_none();
        self.document(nominee.clone(), nominee, name, context, faulty)
    }

    /// Papers that the office writes by itself for every unit: slips and the checklist.
    fn automatic(&self) -> Vec<Document> {
        let code = &self.kind.code;
        match self.kind.per {
            Per::Receipt => {
                let receipts = self.unit.head.receipts.iter().enumerate();
                let one = |(n, receipt): (usize, &Receipt)| {
                    let suffix = (n > 0).then(|| format!("lan-{}", n + 1));
                    let context = context::of_receipt(self.scope, self.unit, self.kind, n, receipt);
                    let faulty = context.faulty;
                    self.document(None, suffix, code.clone(), context, faulty)
                };
                receipts.map(one).collect()
            }
            Per::Nominee => {
                let one = |nominee: &crate::record::unit::Nominee| {
                    let context = context::of_nominee(self.scope, self.unit, self.kind, nominee);
                    let (faulty, code) = (context.faulty, nominee.code.to_string());
                    self.document(
                        Some(code.clone()),
                        Some(code.clone()),
                        format!("{}/{code}", self.kind.code),
                        context,
                        faulty,
                    )
                };
                self.unit.proposed().map(one).collect()
            }
            Per::Campaign | Per::Event | Per::Sitting | Per::Decision | Per::Recipient | Per::Paper => Vec::new(),
            Per::Unit if office::is_needless(self.kind, self.scope, self.unit, self.findings) => Vec::new(),
            Per::Unit => {
                let context = context::of_unit(self.scope, self.unit, self.kind, self.findings);
                let faulty = context.faulty;
                vec![self.document(None, None, code.clone(), context, faulty)]
            }
        }
    }

    fn document(
        &self,
        nominee: Option<String>,
        suffix: Option<String>,
        name: String,
        context: context::Context,
        faulty: bool,
    ) -> Document {
        let blocked = faulty || self.is_blocked(&name, nominee.as_deref());
        let suffix = suffix.map_or_else(String::new, |s| format!("-{s}"));
        Document {
            unit: Some(self.unit.code.clone()),
            kind: self.kind.code.clone(),
            nominee,
            name,
            path: match self.kind.is_sent_by_office() {
                true => format!("{}/{}{suffix}.pdf", self.kind.code, self.unit.code),
                false => format!("{}/{}{suffix}.pdf", self.unit.code, self.kind.code),
            },
            template: self.kind.template.clone(),
            data: context.data,
            form: self.kind.form,
            numbered: self.kind.numbered,
            book: book(self.scope, self.kind, self.body()),
            sitting: None,
            award: None,
            event: None,
            corrects: None,
            draft: context.draft,
            lacking: context.lacking,
            blocked,
        }
    }

    /// Code of who numbers it.
    fn body(&self) -> Option<&str> {
        match self.kind.issuer {
            Issuer::Unit => Some(&self.unit.code),
            _ => review::body_of(self.scope, self.kind, None),
        }
    }

    /// An error in the paper's own record blocks it. An error of reading elsewhere in the unit's file
    /// blocks all papers written from it, since something was not understood; a text that cannot be
    /// printed blocks the office's own slips as well, and one in the campaign's record every paper.
    /// Either in a nominee's own record blocks only papers that print the nominee.
    fn is_blocked(&self, name: &str, nominee: Option<&str>) -> bool {
        let letter = format!("{}/{}", self.kind.code, self.unit.code);
        self.findings.iter().any(|f| {
            let ours = f.unit.as_ref().is_none_or(|unit| *unit == self.unit.code);
            let printed = f.nominee.as_deref().is_none_or(|about| self.prints(about, nominee));
            ours && printed
                && f.is_error()
                && f.blocks == Some(Blocks::Paper)
                && match (&f.paper, f.rule.family()) {
                    (Some(paper), _) => paper == name || self.kind.is_sent_by_office() && *paper == letter,
                    (None, "van-ban") => f.unit.is_some() || !cost::is_of_review(f, self.scope),
                    (None, "yaml") => f.unit.is_some() && !self.kind.automatic,
                    _ => false,
                }
        })
    }

    /// Whether a paper, the unit's or a nominee's, prints what is recorded of a nominee.
    fn prints(&self, about: &str, nominee: Option<&str>) -> bool {
        let lists = |block: &Block| matches!(block, Block::Nominees | Block::Meeting);
        let subject = self.kind.subject.as_ref().is_some_and(|subject| subject.contains("{hinh_thuc"));
        nominee.map_or(self.kind.automatic || subject || self.kind.blocks.iter().any(lists), |own| own == about)
    }
}

/// Reports documents that would be one file, also where the disk ignores case.
fn collisions(documents: &mut [Document], findings: &mut Vec<Finding>, scope: &Scope) {
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    for document in documents {
        let path = document.path.to_lowercase();
        if let Some(first) = seen.insert(path, document.name.clone()) {
            let message = format!("`{}` và `{first}` cùng ghi ra tệp {}", document.name, document.path);
            let mut finding = Finding::new(&COLLISION, message).at(Place::file(scope.loaded.shown.as_str()));
            finding.unit.clone_from(&document.unit);
            findings.push(finding);
            document.blocked = true;
        }
    }
}

/// Reports proposals whose nominees have all been withdrawn; a unit without nominees is reported by the check.
fn empty_proposals(documents: &mut [Document], findings: &mut Vec<Finding>, scope: &Scope) {
    let nobody = |d: &&mut Document| d.data.get("de_nghi").and_then(Value::as_array).is_some_and(Vec::is_empty);
    for document in documents.iter_mut().filter(nobody) {
        let unit = document.unit.as_deref().and_then(|code| scope.loaded.unit(code));
        if let Some(unit) = unit.filter(|u| !document.blocked && !u.head.nominees.items.is_empty()) {
            let kind = scope.loaded.kinds.get(&document.kind).map_or(document.kind.as_str(), |k| k.name.as_str());
            let message = format!("{kind} của {} không còn ai được đề nghị", unit.short_name());
            let mut finding = Finding::new(&NOBODY, message).unit(&unit.code).paper(&document.name);
            let filed = unit.papers_of(&document.kind).find(|f| f.name() == document.name);
            finding.place = filed.and_then(|f| scope.loaded.sources.place(f.kind.at));
            findings.push(finding);
        }
        document.blocked = true;
    }
}
