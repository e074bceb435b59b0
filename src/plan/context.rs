//! The exact data of a document: the head, and the blocks its kind asks for (`lay`).

use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value, json};

use super::head::{Stated, When};
use super::proposal::{distinct, subjects};
use super::{Lacking, checklist, head, lines, office};
use crate::check::{Scope, codes, dossier, required, words};
use crate::finding::Finding;
use crate::record::Unit;
use crate::record::decode::Slot;
use crate::record::kind::{Block, Kind};
use crate::record::paper::{Filed, Paper};
use crate::record::scalar::{Count, Text};
use crate::record::text::fold;
use crate::record::unit::{Channel, Nominee, PastAward, Receipt};
use crate::record::yaml::{Node, Value as Tree};

/// A document's data with what was noticed while gathering it.
pub struct Context {
    /// The Tera context.
    pub data: Value,
    /// Some value it prints was written wrongly.
    pub faulty: bool,
    /// It lacks its number or day.
    pub draft: bool,
    /// What else its record does not state.
    pub lacking: Lacking,
}

/// Reads values for printing, and remembers whether one of them was faulty.
#[derive(Default)]
pub struct Facts {
    /// A faulty value was met.
    pub faulty: bool,
    /// The paper is a draft.
    pub draft: bool,
    /// What else its record does not state.
    pub lacking: Lacking,
}

impl Facts {
    /// The value, if it is sound.
    pub fn get<'t, T>(&mut self, slot: &'t Slot<T>) -> Option<&'t T> {
        self.faulty |= matches!(slot, Slot::Faulty);
        slot.get()
    }

    /// The text, or nothing.
    pub fn text(&mut self, slot: &Slot<Text>) -> String {
        self.get(slot).map_or_else(String::new, |t| t.value.clone())
    }

    /// The text that the layout ends in a full stop.
    pub(super) fn line(&mut self, slot: &Slot<Text>) -> String {
        lines::unmarked(&self.text(slot)).to_owned()
    }

    pub(super) fn number(&mut self, slot: &Slot<Count>) -> String {
        self.get(slot).map_or_else(String::new, |c| words::count(c.value as usize))
    }
}

/// Gathers one document's data, block by block.
pub(super) struct Builder<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) unit: &'a Unit,
    pub(super) kind: &'a Kind,
    pub(super) facts: Facts,
    pub(super) data: Map<String, Value>,
}

/// A paper that the record holds.
pub fn of_paper(scope: &Scope, unit: &Unit, kind: &Kind, filed: &Filed) -> Context {
    let mut b = Builder::new(scope, unit, kind);
    let Some(paper) = filed.paper.get() else { return b.done() };
    let day = b.facts.get(&paper.date).map(|d| d.value);
    let nominee = filed.nominee.as_ref().and_then(|n| unit.nominee(&n.text));
    b.head(Some(paper), nominee, b.drafted(day), nominee.map_or("", words::name));
    // A paper for a code that nobody carries cannot say whom it is about.
    b.facts.faulty |= filed.nominee.is_some() && nominee.is_none();
    for block in &kind.blocks {
        match block {
            Block::Nominees => b.nominees(paper),
            Block::Nominee => b.nominee(nominee),
            Block::Body => b.body(paper),
            Block::Meeting => b.meeting(paper),
            Block::Data => b.own_data(paper),
            _ => {}
        }
    }
    b.done()
}

/// A slip for one receipt.
pub fn of_receipt(scope: &Scope, unit: &Unit, kind: &Kind, index: usize, receipt: &Receipt) -> Context {
    let mut b = Builder::new(scope, unit, kind);
    let day = b.facts.get(&receipt.date).map(|d| d.value);
    let several = unit.head.receipts.iter().count() > 1;
    let ordinal = ordinal(index, receipt);
    let of = if several { format!("{}, lần {ordinal}", unit.name()) } else { unit.name().to_owned() };
    b.head(None, None, b.drafted(day), &of);
    if !unit.head.proposes_nobody.is_absent() {
        b.is_for_letter();
    }
    b.receipt(index, receipt);
    b.done()
}

impl Builder<'_> {
    /// The head of a slip for a letter that there is no dossier: of its own words, as the table of kinds has them.
    fn is_for_letter(&mut self) {
        let Some(Value::Object(head)) = self.data.get_mut("van_ban") else { return };
        let turned = [("ten_loai", "hồ sơ", "văn bản"), ("trich_yeu", "Đề nghị", "Về việc không đề nghị")];
        for (key, dossier, letter) in turned {
            let text = head.get(key).and_then(Value::as_str).map(|text| text.replacen(dossier, letter, 1));
            head.extend(text.map(|text| (key.to_owned(), text.into())));
        }
    }
}

/// Which time a unit hands in.
fn ordinal(index: usize, receipt: &Receipt) -> String {
    words::count(receipt.ordinal.get().map_or(index + 1, |n| n.value as usize))
}

/// A paper that the office writes for each nominee.
pub fn of_nominee(scope: &Scope, unit: &Unit, kind: &Kind, nominee: &Nominee) -> Context {
    let mut b = Builder::new(scope, unit, kind);
    b.head(None, Some(nominee), b.drafted(None), words::name(nominee));
    b.nominee(Some(nominee));
    b.done()
}

/// A paper that the office writes for each unit; dated by the last receipt.
pub fn of_unit(scope: &Scope, unit: &Unit, kind: &Kind, findings: &[Finding]) -> Context {
    let mut b = Builder::new(scope, unit, kind);
    let last_receipt = unit.head.receipts.iter().filter_map(|r| r.date.get()).map(|d| d.value).max();
    let letter = scope.loaded.review.as_ref().filter(|_| kind.is_sent_by_office());
    let letter = letter.and_then(|review| b.facts.get(review.letter(&kind.code, &unit.code)?));
    let when = match kind.is_sent_by_office() {
        true => When { day: None, year: last_receipt.map(|day| day.year()).or(head::year(scope)) },
        false => b.drafted(last_receipt),
    };
    b.head(letter, None, when, unit.name());
    // A paper that is issued cannot tell what others are: issuing one would change the other.
    if kind.blocks.contains(&Block::Checklist) && !kind.numbered {
        b.data.insert("kiem_tra".into(), checklist::block(scope, unit, findings));
    }
    if kind.asks_for_the_rest() {
        b.data.insert("con_thieu".into(), office::lacking(scope, unit, findings, letter));
        office::address(&mut b.data, &json!([unit.name()]));
    }
    b.done()
}

impl<'a> Builder<'a> {
    fn new(scope: &'a Scope<'a>, unit: &'a Unit, kind: &'a Kind) -> Self {
        Self { scope, unit, kind, facts: Facts::default(), data: Map::new() }
    }

    fn done(self) -> Context {
        let Facts { faulty, draft, lacking } = self.facts;
        Context { data: Value::Object(self.data), faulty, draft, lacking }
    }

    /// Whether a code stands for a nominee whose own is misspelt, so that the paper cannot say whom it means.
    pub(super) fn is_misspelt(&self, code: &str) -> bool {
        self.unit.nominee(code).is_none() && codes::explains(&codes::nominees(self.scope, self.unit), code)
    }

    /// Without its day, a unit's paper is one of the campaign's year.
    fn drafted(&self, day: Option<NaiveDate>) -> When {
        When { day, year: head::year(self.scope) }
    }

    /// `about`: whom the paper is about, by whom readers of the PDF's own data tell papers of one kind apart.
    fn head(&mut self, paper: Option<&Paper>, nominee: Option<&Nominee>, when: When, about: &str) {
        let body = head::issuer(self.scope, self.unit, self.kind, &mut self.facts);
        let subject = self.subject(paper, nominee);
        let title = head::title(self.kind, &body, &subject, about);
        let mut head = head::head(self.scope, self.kind, &body, subject, paper.map(Stated::of), when, &mut self.facts);
        if let Some(head) = head.as_object_mut() {
            head.insert("tieu_de".into(), title.into());
        }
        let minutes = paper.and_then(|p| p.minutes.get()).map(|minutes| lines::items(&minutes.recipients));
        self.facts.lacking.filing |= minutes.is_some_and(|list| head::unfiled(&list));
        self.data.insert("van_ban".into(), head);
        let campaign = campaign(self.scope, &mut self.facts);
        self.data.insert("phong_trao".into(), campaign);
        let unit = self.unit;
        let text = |slot: &Slot<Text>| slot.get().map_or("", |t| t.value.as_str()).to_owned();
        // A fault in these matters only to papers that the unit itself issues; their head has seen it.
        let (kind, place) = (text(&unit.head.kind), text(&unit.head.place));
        let name = self.facts.text(&unit.head.name);
        let unit =
            json!({"ma": unit.code, "ten": name, "ten_ngan": unit.short_name(), "loai": kind, "dia_danh": place});
        self.data.insert("don_vi".into(), unit);
    }

    pub(super) fn award(&self, slot: &Slot<Text>) -> (String, String) {
        award(self.scope, slot)
    }

    /// The subject line: the paper's own, else the kind's, in which `{hinh_thuc}` and `{hinh_thuc_day_du}` stand for the
    /// awards it is about, `{doi_tuong}` for those who are to have them.
    fn subject(&mut self, paper: Option<&Paper>, nominee: Option<&Nominee>) -> String {
        let own = paper.map_or_else(String::new, |p| self.facts.text(&p.subject));
        let (true, Some(subject)) = (own.is_empty(), &self.kind.subject) else { return lines::subject(&own) };
        let about: Vec<&Nominee> = match (nominee, paper) {
            (Some(nominee), _) => vec![nominee],
            (None, Some(paper)) => self.chosen(paper),
            (None, None) => Vec::new(),
        };
        let awards: Vec<(String, String)> = about.iter().map(|n| self.award(&n.award)).collect();
        let names = words::listed(&distinct(awards.iter().map(|(name, _)| name.clone())));
        let whole = words::listed(&distinct(awards.iter().map(|(name, of)| given_by(name, of))));
        let campaign = self.scope.campaign.name.get().map_or_else(String::new, |name| words::lower_first(name));
        let subject = subject.replace("{hinh_thuc_day_du}", &whole).replace("{hinh_thuc}", &names);
        let subject = subject.replace("{doi_tuong}", &subjects(&about));
        lines::subject(&subject.replace("{phong_trao}", &campaign))
    }

    fn nominee(&mut self, nominee: Option<&Nominee>) {
        let Some(nominee) = nominee else { return };
        let (award, of) = self.award(&nominee.award);
        let grade =
            self.facts.get(&nominee.yearly_grade).map_or_else(String::new, |g| words::label(self.scope.campaign, g));
        self.facts.faulty |= nominee.past.faulty || nominee.past.iter().any(|p| p.title.is_faulty());
        // The form has a table for titles and one for awards; what nobody sorted stays together.
        let sorted = nominee.past.iter().any(|p| p.title.get().is_some());
        let (titles, past): (Vec<&PastAward>, Vec<&PastAward>) =
            nominee.past.iter().partition(|p| p.title.get().is_some_and(|t| t.value));
        let block = json!({
            "ma": nominee.code.as_str(),
            "loai": self.facts.get(&nominee.kind).map_or("", |k| k.word()),
            "ten": self.facts.text(&nominee.name),
            "ten_trong_cau": words::called(nominee),
            "ong_ba": words::honorific(nominee),
            "gioi_tinh": self.facts.get(&nominee.gender).map_or("", |g| if g.word() == "nam" { "Nam" } else { "Nữ" }),
            "ngay_sinh": self.facts.get(&nominee.born).map_or_else(String::new, |d| words::day(d.value)),
            "que_quan": self.facts.line(&nominee.native_place),
            "tru_quan": self.facts.line(&nominee.residence),
            "trinh_do": self.facts.line(&nominee.education),
            "chuc_vu": self.facts.text(&nominee.post),
            "don_vi": self.unit.name(),
            "hinh_thuc": award,
            "hinh_thuc_cua": of,
            "hinh_thuc_day_du": given_by(&award, &of),
            "thanh_tich": self.facts.text(&nominee.merit),
            "xep_loai_nam": words::upper_first(&grade),
            "ten_xep_loai": self.scope.campaign.labels.get("xep_loai_nam").map_or("xếp loại chất lượng", |t| &t.value),
            "chia_danh_hieu": sorted,
            "danh_hieu": titles.into_iter().map(past_award).collect::<Vec<_>>(),
            "da_khen": past.into_iter().map(past_award).collect::<Vec<_>>(),
        });
        self.data.insert("nguoi".into(), block);
    }

    fn body(&mut self, paper: &Paper) {
        let text = self.facts.get(&paper.body).map_or_else(String::new, |m| m.text.clone());
        let headings = crate::markdown::headings(&text);
        let has = |words: &str| headings.iter().any(|(_, heading)| fold(heading).contains(&fold(words)));
        self.data.insert("in_ly_lich".into(), (!has("sơ lược lý lịch")).into());
        self.data.insert("in_khen_thuong".into(), (!has("đã được khen thưởng")).into());
        self.data.insert("noi_dung".into(), text.into());
        if let Some(signer) = self.facts.get(&paper.confirmation) {
            self.data.insert("xac_nhan".into(), head::signer_block(Some(signer)));
        }
    }

    fn own_data(&mut self, paper: &Paper) {
        let data = self.facts.get(&paper.data).map_or_else(|| json!({}), |free| plain(&free.node));
        self.data.insert("du_lieu".into(), data);
    }

    fn receipt(&mut self, index: usize, receipt: &Receipt) {
        let items = required::items(self.unit, self.scope.campaign, &self.scope.loaded.kinds);
        let beyond = required::beyond(self.unit, self.scope.campaign, &self.scope.loaded.kinds, &items);
        let there = |i: &required::Item| matches!(i.state, required::State::Present(_));
        // A slip says what had come by its own day: later receipts do not change it.
        let by_now = |i: &required::Item| {
            self.unit.head.receipts.iter().take(index + 1).any(|r| required::lists(r, &i.kind.code))
        };
        let handed_in = |i: &&required::Item| there(i) && required::lists(receipt, &i.kind.code);
        let lacking = |i: &&required::Item| i.is_lacking() || i.mandatory && there(i) && !by_now(i);
        let unit = self.unit;
        let of = |i: &required::Item| {
            i.nominee.map_or_else(String::new, |n| format!(" {} {}", checklist::link(i, unit), words::unbroken(n)))
        };
        let row = |i: &required::Item| {
            json!({
                "ten": i.name,
                "noi": checklist::link(i, unit),
                "ong_ba": i.nominee.map_or_else(String::new, |n| words::lower_first(words::honorific(n))),
                "cua": i.nominee.map_or_else(String::new, words::called),
                "so_ban": words::count(i.copies as usize),
                "ghi_chu": words::upper_first(&checklist::number_and_day(i, unit)),
            })
        };
        let lacks = |i: &required::Item| json!({"ten": format!("{}{}", i.name, of(i)), "dieu_khoan": i.clause.unwrap_or_default()});
        let last_day = dossier::last_day(self.scope.campaign, &self.unit.code);
        let letter = self.unit.head.proposes_nobody.get();
        // A unit that proposes nobody hands in one thing, the letter that says so.
        let received: Vec<Value> = match letter {
            Some(letter) => vec![json!({
                "ten": checklist::letter_name(letter),
                "noi": "",
                "ong_ba": "",
                "cua": "",
                "so_ban": words::count(1),
                "ghi_chu": words::upper_first(&checklist::letter_number_and_day(letter)),
            })],
            None => items.iter().chain(&beyond).filter(handed_in).map(row).collect(),
        };
        let block = json!({
            "khong_de_nghi": letter.is_some(),
            "lan": ordinal(index, receipt),
            "ngay": head::date_or_blank(self.facts.get(&receipt.date).map(|d| d.value)),
            "so_den": self.facts.text(&receipt.number),
            "kenh": match self.facts.get(&receipt.channel) {
                Some(Channel::InPerson) => "Trực tiếp",
                Some(Channel::Post) => "Qua dịch vụ bưu chính",
                Some(Channel::Electronic) => "Trên môi trường điện tử",
                None => "",
            },
            "nguoi_nop": self.facts.text(&receipt.sender),
            "nguoi_nhan": self.facts.text(&receipt.receiver),
            "nop": received,
            "thieu": items.iter().filter(lacking).map(lacks).collect::<Vec<_>>(),
            "han": dossier::deadline_words(self.scope.campaign, &self.unit.code).unwrap_or_default(),
            "qua_han": receipt.date.get().zip(last_day).is_some_and(|(day, last)| day.value > last),
        });
        self.data.insert("tiep_nhan".into(), block);
    }
}

/// The campaign as every paper names it.
pub(super) fn campaign(scope: &Scope, facts: &mut Facts) -> Value {
    let campaign = scope.campaign;
    let name = facts.text(&campaign.name);
    let year = facts.get(&campaign.year).map_or_else(String::new, |y| y.value.to_string());
    let plan = match campaign.plan.get() {
        Some(plan) if plan.number.is_absent() && plan.date.is_absent() => head::unnumbered("Kế hoạch", &plan.cited()),
        Some(plan) => head::citation("Kế hoạch", &plan.cited(), &year),
        None => "Kế hoạch".to_owned(),
    };
    json!({"ten": name, "ten_trong_cau": words::lower_first(&name), "nam": year, "ke_hoach": plan})
}

/// An award by its code: its name, and who grants it.
pub(super) fn award(scope: &Scope, slot: &Slot<Text>) -> (String, String) {
    slot.get().map(|code| granted(scope, code)).unwrap_or_default()
}

/// What the award of a code is called, and who grants it.
pub(super) fn granted(scope: &Scope, code: &str) -> (String, String) {
    let award = scope.campaign.awards.get(code);
    let name = award.map_or_else(|| words::label(scope.campaign, code), |a| a.name.value.clone());
    (name, award.and_then(|a| a.of.get()).map_or_else(String::new, |o| o.value.clone()))
}

/// `Giấy khen của Chủ tịch …`, or the bare name where nobody is named as giving it.
pub(super) fn given_by(name: &str, of: &str) -> String {
    if of.is_empty() { name.to_owned() } else { format!("{name} của {of}") }
}

/// A tree as JSON: texts stay texts, nothing becomes the empty text.
pub(super) fn plain(node: &Node) -> Value {
    match &node.value {
        Tree::Null => Value::from(""),
        Tree::Scalar(text) => Value::from(text.trim_end()),
        Tree::List(items) => items.iter().map(plain).collect(),
        Tree::Map(entries) => {
            Value::Object(entries.iter().map(|(key, item)| (key.name.clone(), plain(item))).collect())
        }
    }
}

fn past_award(award: &PastAward) -> Value {
    let number = award.number.get().map_or_else(String::new, |n| match award.symbol.get() {
        Some(symbol) => format!("Quyết định số {}/{}", n.value, symbol.value),
        None => format!("Quyết định số {}", n.value),
    });
    let day = award.date.get().map_or_else(String::new, |d| format!("ngày {}", words::day(d.value)));
    let issuer = award.issuer.get().map_or_else(String::new, |i| format!("của {}", i.value));
    let parts: Vec<String> = [number, day, issuer].into_iter().filter(|p| !p.is_empty()).collect();
    json!({"nam": award.year.value.to_string(), "hinh_thuc": award.award.value, "quyet_dinh": parts.join(" ")})
}
