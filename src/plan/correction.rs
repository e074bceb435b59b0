//! Letters that correct the form of papers that were issued (khoản 3 Điều 18 NĐ 30/2020): each is of whoever issued the paper,
//! and takes from it what it says of it.

use chrono::{Datelike as _, NaiveDate};
use serde_json::{Map, Value, json};

use super::context::Facts;
use super::head::{self, Body, Stated, When};
use super::{Document, Planner, Selection, lines, office, originals, units_in_order};
use crate::check::{Scope, series_of, words};
use crate::finding::{Blocks, Finding, Rule};
use crate::record::book::Book;
use crate::record::kind::{Block, Kind};
use crate::record::paper::{Filed, Paper};
use crate::record::{self, Unit};

/// There is nothing that could be corrected.
pub static NOTHING: Rule = Rule::error("van-ban/dinh-chinh")
    .blocking(Blocks::Numbering)
    .text(
        "Công văn đính chính nêu một văn bản đã có số, ngày và ít nhất một chỗ sai về thể thức, kỹ thuật trình bày.",
        "ghi tên tệp của văn bản được đính chính (không có đuôi) thành khóa, và các chỗ sai vào `dinh_chinh`; văn bản chưa ban hành thì sửa thẳng bản ghi",
    )
    .by("khoản 3 Điều 18 Nghị định số 30/2020/NĐ-CP")
    .example("cong_van_dinh_chinh: {to_trinh: {dinh_chinh: [{da_in: …, sua_thanh: …}]}}   # tờ trình chưa có số");

/// Adds the letters to the documents of a campaign.
pub(super) fn documents(
    scope: &Scope,
    findings: &mut Vec<Finding>,
    selection: &Selection,
    documents: &mut Vec<Document>,
) {
    let known = |kind: &&Kind| kind.corrects() && (scope.has_template)(&kind.template);
    let kinds: Vec<&Kind> = scope.loaded.kinds.iter().filter(known).collect();
    let mut all: Vec<(&Kind, Option<&Unit>, &Filed)> = Vec::new();
    for kind in kinds {
        let written = |filed: &&Filed| filed.paper.get().is_none_or(|paper| !paper.is_received(kind.origin));
        for unit in units_in_order(scope) {
            all.extend(unit.papers_of(&kind.code).filter(written).map(|filed| (kind, Some(unit), filed)));
        }
        let common =
            scope.loaded.common_papers().filter(|filed| filed.kind.text == kind.code && filed.nominee.is_some());
        all.extend(common.map(|filed| (kind, None, filed)));
    }
    let asked = |unit: Option<&Unit>, kind: &Kind| {
        let of_unit = unit.map_or(selection.units.is_empty(), |unit| selection.wants(&unit.code, &kind.code));
        of_unit && (selection.kinds.is_empty() || selection.kinds.contains(&kind.code))
    };
    all.retain(|(kind, unit, _)| asked(*unit, kind));
    if all.is_empty() {
        return;
    }
    // What they correct may not have been asked for.
    let others = (!selection.is_all()).then(|| originals(scope, findings, &Selection::default()));
    let mut letters = Vec::new();
    for (kind, unit, filed) in all {
        let letter = Letter { scope, kind, unit, filed };
        match letter.corrected(others.as_deref().unwrap_or(documents)) {
            Ok((corrected, paper)) => letters.extend(letter.document(corrected, paper, findings)),
            Err(message) => findings.extend(message.map(|message| letter.finding(message))),
        }
    }
    documents.append(&mut letters);
}

struct Letter<'a> {
    scope: &'a Scope<'a>,
    kind: &'a Kind,
    unit: Option<&'a Unit>,
    filed: &'a Filed,
}

impl<'a> Letter<'a> {
    /// What the record calls the paper that it corrects.
    fn code(&self) -> &'a str {
        self.filed.nominee.as_ref().map_or("", |name| name.text.as_str())
    }

    /// The paper that it corrects, with its own record; where there is none, why.
    fn corrected<'d>(&self, documents: &'d [Document]) -> Result<(&'d Document, &'a Paper), Option<String>> {
        // What could not be read was reported.
        let paper = self.filed.paper.get().ok_or(None)?;
        let name = self.code();
        let path = self.unit.map_or_else(|| format!("{name}.pdf"), |unit| format!("{}/{name}.pdf", unit.code));
        let corrected = documents.iter().find(|document| document.path == path && document.corrects.is_none());
        let corrected = corrected.ok_or_else(|| Some(format!("không có văn bản `{name}` để đính chính")))?;
        if !corrected.numbered || corrected.draft {
            return Err(Some(format!("văn bản `{name}` chưa có số, ngày nên chưa có gì để đính chính")));
        }
        if paper.corrections.items.is_empty() && !paper.corrections.faulty {
            return Err(Some(format!("công văn chưa nêu chỗ nào của `{name}` phải đính chính")));
        }
        Ok((corrected, paper))
    }

    fn finding(&self, message: String) -> Finding {
        let mut finding = Finding::new(&NOTHING, message).paper(self.filed.name());
        finding.unit = self.unit.map(|unit| unit.code.clone());
        let at = self.filed.nominee.as_ref().map_or(self.filed.kind.at, |name| name.at);
        finding.place = self.scope.loaded.sources.place(at);
        finding
    }

    fn document(&self, corrected: &Document, paper: &Paper, findings: &[Finding]) -> Option<Document> {
        let Self { scope, kind, unit, filed } = *self;
        let mut facts = Facts::default();
        let body = self.body(corrected, &mut facts)?;
        let data = self.data(corrected, paper, &body, &mut facts);
        let name = filed.name();
        let spoils = |f: &&Finding| f.is_error() && f.blocks == Some(Blocks::Paper) && f.paper.as_ref() == Some(&name);
        let blocked = facts.faulty
            || corrected.blocked
            || match unit {
                Some(unit) => Planner { scope, unit, kind, findings }.is_blocked(&name, None),
                None => findings.iter().filter(|f| f.unit.is_none()).any(|f| spoils(&f)),
            };
        let file = format!("{}-{}.pdf", kind.code, self.code().replace('/', "-"));
        let book = corrected.book.as_ref().filter(|_| kind.numbered);
        Some(Document {
            unit: unit.map(|unit| unit.code.clone()),
            kind: kind.code.clone(),
            nominee: None,
            name,
            path: unit.map_or_else(|| file.clone(), |unit| format!("{}/{file}", unit.code)),
            template: kind.template.clone(),
            data,
            form: kind.form,
            numbered: kind.numbered,
            book: book.map(|book| Book { series: series_of(scope, &kind.code), ..book.clone() }),
            sitting: None,
            award: None,
            event: None,
            corrects: Some(self.code().to_owned()),
            draft: facts.draft,
            lacking: facts.lacking,
            blocked,
        })
    }

    /// Whoever issued the paper.
    fn body(&self, corrected: &Document, facts: &mut Facts) -> Option<Body> {
        match self.unit {
            Some(unit) => Some(head::of_unit(self.scope, unit, facts)),
            None => {
                let agency = self.scope.campaign.agencies.get(&corrected.book.as_ref()?.body)?;
                Some(head::of_agency(agency, facts))
            }
        }
    }

    /// The paper in whose place the corrected one now stands, where the letter is older than that: then it was about the
    /// former one, and must go on saying so.
    fn replaced(&self, corrected: &Document, paper: &Paper) -> Option<&'a record::campaign::Cited> {
        let review = self.scope.loaded.review.as_ref();
        let of_unit = self.unit.and_then(|unit| unit.papers.iter().find(|filed| filed.name() == corrected.name));
        let of_decision = || corrected.decision(self.scope.loaded)?.replaces.get();
        let of_common = || {
            let under = corrected.sitting.as_deref().or(corrected.event.as_deref());
            let is_own = |filed: &&Filed| {
                let own = filed.nominee.as_ref().map(|code| code.text.as_str());
                filed.kind.text == corrected.kind && (own.is_none() || own == under)
            };
            review?.papers.iter().find(is_own)?.paper.get()?.replaces.get()
        };
        let former = match self.unit {
            Some(_) => of_unit.and_then(|filed| filed.paper.get()?.replaces.get()),
            None => of_decision().or_else(of_common),
        }?;
        let written = paper.date.get()?.value;
        let day = former.date.get()?.value;
        (day <= written && written < Cited::day_of(corrected)?).then_some(former)
    }

    fn data(&self, corrected: &Document, paper: &Paper, body: &Body, facts: &mut Facts) -> Value {
        let Self { scope, kind, .. } = *self;
        let cited = Cited::of(corrected);
        let cited = match self.replaced(corrected, paper) {
            Some(former) => cited.before(corrected, former),
            None => cited,
        };
        let own = facts.text(&paper.subject);
        let subject = if own.is_empty() { kind.subject.clone().unwrap_or_default() } else { own };
        let subject = lines::subject(&subject.replace("{van_ban}", &cited.short));
        let head = head::head(
            scope,
            kind,
            body,
            subject,
            Some(Stated::of(paper)),
            When { day: None, year: cited.year },
            facts,
        );
        let mut data = Map::new();
        data.insert("van_ban".into(), head);
        facts.faulty |= paper.corrections.faulty;
        if kind.blocks.contains(&Block::Correction) {
            let mut place = |one: &record::paper::Correction| {
                json!({
                    "vi_tri": lines::unmarked(&words::lower_first(&facts.text(&one.place))),
                    "da_in": one.printed.value,
                    "sua_thanh": one.corrected.value,
                })
            };
            let places: Vec<Value> = paper.corrections.iter().map(&mut place).collect();
            data.insert(
                "dinh_chinh".into(),
                json!({"van_ban": cited.short, "ngay": cited.day, "trich_yeu": cited.subject, "cac_cho": places}),
            );
        }
        office::address(&mut data, &cited.readers(corrected));
        Value::Object(data)
    }
}

/// What stands in a paper's head; nothing where there is no such thing.
fn head<'d>(document: &'d Document, key: &str) -> &'d Value {
    static NOTHING: Value = Value::Null;
    document.data.pointer(&format!("/van_ban/{key}")).unwrap_or(&NOTHING)
}

/// A paper as the letter speaks of it.
struct Cited {
    short: String,
    day: Value,
    year: Option<i32>,
    subject: String,
}

impl Cited {
    fn of(document: &Document) -> Self {
        let text = |key: &str| head(document, key).as_str().unwrap_or_default();
        let letter = head(document, "cong_van").as_bool() == Some(true);
        let name = if letter { "Công văn" } else { text("ten_loai") };
        let symbol = text("ky_hieu");
        let symbol = if symbol.is_empty() { String::new() } else { format!("/{symbol}") };
        Self {
            short: format!("{name} số {}{symbol}", text("so")),
            day: head(document, "ngay").clone(),
            year: head(document, "ngay/nam").as_str().and_then(|year| year.parse().ok()),
            subject: words::lower_first(text("trich_yeu")),
        }
    }

    fn day_of(document: &Document) -> Option<NaiveDate> {
        let part = |key: &str| head(document, &format!("ngay/{key}")).as_str()?.parse::<u32>().ok();
        NaiveDate::from_ymd_opt(i32::try_from(part("nam")?).ok()?, part("thang")?, part("ngay")?)
    }

    /// The same of the paper that was there before this one.
    fn before(self, document: &Document, former: &record::campaign::Cited) -> Self {
        let (Some(number), Some(day)) = (former.number.get(), former.date.get()) else { return self };
        let name = self.short.split(" số ").next().unwrap_or_default().to_owned();
        let own = head(document, "ky_hieu").as_str().unwrap_or_default();
        let symbol = former.symbol.get().map_or(own, |symbol| symbol.value.as_str());
        let symbol = if symbol.is_empty() { String::new() } else { format!("/{symbol}") };
        Self {
            short: format!("{name} số {number}{symbol}"),
            day: head::date(day.value),
            year: Some(day.value.year()),
            ..self
        }
    }

    /// Whom the paper went to: whom it is addressed to, else those of its recipients who are named.
    fn readers(&self, document: &Document) -> Value {
        let list = |key: &str| head(document, key).as_array().cloned().unwrap_or_default();
        let is_named = |place: &Value| {
            let text = place.as_str().unwrap_or_default();
            !words::is_filing(text) && !text.starts_with("Như ")
        };
        let addressed = list("kinh_gui");
        let named: Vec<Value> = list("noi_nhan").into_iter().filter(is_named).collect();
        match (addressed.is_empty(), named.is_empty()) {
            (false, _) => Value::Array(addressed),
            (true, false) => Value::Array(named),
            (true, true) => json!(["Các cơ quan, đơn vị và cá nhân có liên quan"]),
        }
    }
}
