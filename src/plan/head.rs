//! The head every paper has: who issues it, its number and day, subject, addressees, signer.

use chrono::{Datelike, NaiveDate};
use serde_json::{Value, json};

use crate::check::{Scope, words};
use crate::record::Unit;
use crate::record::campaign::{Agency, Cited};
use crate::record::decode::{List, Slot};
use crate::record::kind::{Block, Issuer, Kind};
use crate::record::paper::{Capacity, Paper, Signer};
use crate::record::scalar::{Date, DocNumber, Text};

use super::Lacking;
use super::context::Facts;
use super::lines;

/// Who issues a paper, as printed.
pub struct Body {
    /// Parent line, or empty.
    pub parent: String,
    /// Full name.
    pub name: String,
    /// Place in the date line.
    pub place: String,
    /// Abbreviation in the symbol.
    pub abbreviation: String,
    /// The signer for papers whose record names none.
    pub signer: Option<Signer>,
}

/// The body that issues a kind of paper of a unit.
pub fn issuer(scope: &Scope, unit: &Unit, kind: &Kind, facts: &mut Facts) -> Body {
    match (kind.issuer, kind.body(scope.campaign)) {
        (Issuer::Unit, _) => of_unit(scope, unit, facts),
        (_, Some(agency)) => of_agency(agency, facts),
        (_, None) => {
            // Nobody knows whose paper it is; the unit's it is not.
            facts.faulty = true;
            of_unit(scope, unit, facts)
        }
    }
}

/// A unit as issuer.
pub fn of_unit(scope: &Scope, unit: &Unit, facts: &mut Facts) -> Body {
    let head = &unit.head;
    let kind = head.kind.get().and_then(|k| scope.campaign.unit_kinds.get(k));
    let parent = match &head.parent {
        Slot::Absent => {
            // Of a kind that the campaign does not have, nobody knows the parent body.
            facts.faulty |= kind.is_none();
            kind.map_or_else(String::new, |k| facts.text(&k.parent))
        }
        own => facts.text(own),
    };
    Body {
        parent,
        name: facts.text(&head.name),
        place: facts.text(&head.place),
        abbreviation: facts.text(&head.abbreviation),
        signer: None,
    }
}

/// A body of the campaign as issuer.
pub fn of_agency(agency: &Agency, facts: &mut Facts) -> Body {
    Body {
        parent: facts.text(&agency.parent),
        name: agency.name.value.clone(),
        place: facts.text(&agency.place),
        abbreviation: facts.text(&agency.abbreviation),
        signer: agency.signer.get().cloned(),
    }
}

/// What a record states of a paper's head; a paper, a meeting and a decision each keep it in keys of their own.
#[derive(Clone, Copy)]
pub struct Stated<'a> {
    /// Number.
    pub number: &'a Slot<DocNumber>,
    /// Symbol, where it is not the kind's own.
    pub symbol: &'a Slot<Text>,
    /// Day of signing.
    pub day: &'a Slot<Date>,
    /// Signer.
    pub signer: &'a Slot<Signer>,
    /// Addressees.
    pub addressees: &'a List<Text>,
    /// Recipients.
    pub recipients: &'a List<Text>,
    /// Grounds, where they are not the campaign's.
    pub grounds: &'a List<Text>,
    /// The paper that it replaces.
    pub replaces: &'a Slot<Cited>,
}

/// Nothing that would be replaced, or of which the paper's own articles speak.
pub static NOTHING_REPLACED: Slot<Cited> = Slot::Absent;

impl<'a> Stated<'a> {
    /// Of a paper.
    pub fn of(paper: &'a Paper) -> Self {
        Self {
            number: &paper.number,
            symbol: &paper.symbol,
            day: &paper.date,
            signer: &paper.signer,
            addressees: &paper.addressees,
            recipients: &paper.recipients,
            grounds: &paper.grounds,
            replaces: &paper.replaces,
        }
    }

    /// Each fact as stated here; what is not stated, as there.
    pub fn or(self, other: Self) -> Self {
        fn slot<'s, T>(own: &'s Slot<T>, other: &'s Slot<T>) -> &'s Slot<T> {
            if own.is_absent() { other } else { own }
        }
        let list = |own: &'a List<Text>, other: &'a List<Text>| if own.at.is_none() { other } else { own };
        Self {
            number: slot(self.number, other.number),
            symbol: slot(self.symbol, other.symbol),
            day: slot(self.day, other.day),
            signer: slot(self.signer, other.signer),
            addressees: list(self.addressees, other.addressees),
            recipients: list(self.recipients, other.recipients),
            grounds: list(self.grounds, other.grounds),
            replaces: slot(self.replaces, other.replaces),
        }
    }
}

/// When a paper is signed, where its own record does not state the day.
#[derive(Clone, Copy, Default)]
pub struct When {
    /// The day.
    pub day: Option<NaiveDate>,
    /// The year that a draft shows beside its blanks; none where that year is not known either.
    pub year: Option<i32>,
}

/// The head as templates see it. The day is the paper's own where a record states it.
pub fn head(
    scope: &Scope,
    kind: &Kind,
    body: &Body,
    subject: String,
    stated: Option<Stated>,
    when: When,
    facts: &mut Facts,
) -> Value {
    let number = stated.and_then(|s| facts.get(s.number)).map_or_else(String::new, ToString::to_string);
    let own_symbol = stated.map_or_else(String::new, |s| facts.text(s.symbol));
    let symbol = if own_symbol.is_empty() { kind.symbol(&body.abbreviation) } else { own_symbol };
    let signer = stated.and_then(|s| facts.get(s.signer)).or(body.signer.as_ref());
    let day = stated.and_then(|s| facts.get(s.day)).map(|day| day.value).or(when.day);
    let mut grounds = grounds(scope, kind, stated.map(|s| s.grounds));
    // Grounds of all papers may be the plan itself.
    grounds.retain(|ground| !kind.is_plan() || number.is_empty() || !ground.contains(&format!("{number}/{symbol}")));
    let addressees = addressees(scope, kind, stated.map(|s| s.addressees));
    let recipients = recipients(stated.map(|s| s.recipients), !addressees.is_empty());
    let draft = kind.numbered && number.is_empty() || day.is_none();
    facts.draft |= draft;
    // Of what no record states (the office's own papers) no finding of the check speaks but of the signer.
    let signer_only = Lacking { signer: signer.is_none(), ..Lacking::default() };
    facts.lacking = match stated {
        Some(_) => {
            Lacking { subject: kind.is_letter() && subject.is_empty(), filing: unfiled(&recipients), ..signer_only }
        }
        None => signer_only,
    };
    let replaced = stated.and_then(|s| facts.get(s.replaces)).map(|cited| replacing(kind, body, &symbol, cited, day));
    let mut head = json!({
        "loai": kind.code,
        "ten_loai": kind.name,
        "trich_yeu": subject,
        "so": number,
        "ky_hieu": symbol,
        "co_so": kind.numbered,
        "cong_van": kind.is_letter(),
        "dia_danh": body.place,
        "ngay": date_or_year(day, when.year),
        "co_quan": {"cap_tren": body.parent, "ten": body.name},
        "kinh_gui": addressees,
        "can_cu": grounds,
        "noi_nhan": recipients,
        "nguoi_ky": signer_block(signer),
        "du_thao": draft,
        "ngay_pdf": date(day.or_else(|| NaiveDate::from_ymd_opt(year(scope)?, 1, 1)).unwrap_or_default()),
        "tieu_de": title(kind, body, &subject, ""),
    });
    if let (Some(replaced), Some(head)) = (replaced, head.as_object_mut()) {
        head.insert("thay_the".into(), replaced.into());
    }
    head
}

/// `Tờ trình này thay thế Tờ trình số …`: a paper with wrong contents is replaced by one of the same form (khoản 3 Điều 18
/// NĐ 30/2020). What the record leaves out of the other's symbol and issuer is as this one has it.
fn replacing(kind: &Kind, body: &Body, symbol: &str, cited: &Cited, day: Option<NaiveDate>) -> String {
    let name = if kind.is_letter() { "Công văn" } else { kind.name.as_str() };
    let own = |value: &str| Slot::Set(Text { value: value.to_owned(), at: cited.at });
    let mut cited = cited.clone();
    if cited.symbol.is_absent() {
        cited.symbol = own(symbol);
    }
    if cited.issuer.is_absent() {
        cited.issuer = own(&body.name);
    }
    let year = day.map_or_else(String::new, |day| day.year().to_string());
    format!("{name} này thay thế {}", citation(name, &cited, &year))
}

/// The title in the PDF's own data: kind, subject, `about` whom it is where that is not the body itself, and the body.
pub fn title(kind: &Kind, body: &Body, subject: &str, about: &str) -> String {
    let rest = if subject.is_empty() { String::new() } else { format!(" {}", words::lower_first(subject)) };
    let about = if about.is_empty() || about == body.name { String::new() } else { format!(" - {about}") };
    format!("{}{rest}{about} ({})", kind.name, body.name)
}

/// Whether a list of recipients does not end with where the paper is filed.
pub fn unfiled(recipients: &[String]) -> bool {
    recipients.last().is_some_and(|last| !words::is_filing(last))
}

/// Proposals go to the campaign's first body unless their record names others; other papers only
/// where the record says so.
pub fn addressees(scope: &Scope, kind: &Kind, stated: Option<&List<Text>>) -> Vec<String> {
    let own = stated.map(lines::items).unwrap_or_default();
    if !own.is_empty() || !kind.blocks.contains(&Block::Nominees) {
        return own;
    }
    scope.campaign.authority().map(|agency| vec![agency.name.value.clone()]).unwrap_or_default()
}

/// The campaign's grounds are those of its plan, its proposals and its decisions; other papers print what their record states.
fn grounds(scope: &Scope, kind: &Kind, stated: Option<&List<Text>>) -> Vec<String> {
    let own = stated.map(lines::grounds).unwrap_or_default();
    let of_campaign =
        [Block::Nominees, Block::Submitted, Block::SubmittedUp, Block::Decision, Block::Plan, Block::Roster];
    let common = own.is_empty() && kind.numbered && kind.blocks.iter().any(|block| of_campaign.contains(block));
    if common { lines::grounds(&scope.campaign.grounds) } else { own }
}

fn recipients(stated: Option<&List<Text>>, addressed: bool) -> Vec<String> {
    let own = stated.map(lines::items).unwrap_or_default();
    match (own.is_empty(), addressed) {
        (false, true) if own.iter().all(|place| place != ADDRESSED) => [vec![ADDRESSED.to_owned()], own].concat(),
        (false, _) => own,
        (true, true) => vec![ADDRESSED.into(), FILED.into()],
        (true, false) => vec![FILED.into()],
    }
}

/// The recipients of a paper that is addressed (khoản 9 Mục II Phần I Phụ lục I NĐ 30/2020).
pub const ADDRESSED: &str = "Như trên";
/// Where a paper is filed.
pub const FILED: &str = "Lưu: VT";

/// A day in parts as printed: day padded, month padded only for 1 and 2.
pub fn date(day: NaiveDate) -> Value {
    json!({"ngay": format!("{:02}", day.day()), "thang": words::month(day), "nam": day.year().to_string()})
}

/// A day in parts, with blanks for what is not known.
pub fn date_or_blank(day: Option<NaiveDate>) -> Value {
    date_or_year(day, None)
}

/// The same where the year may be known by itself.
pub fn date_or_year(day: Option<NaiveDate>, year: Option<i32>) -> Value {
    let blank = || json!({"ngay": "", "thang": "", "nam": year.map_or_else(String::new, |year| year.to_string())});
    day.map_or_else(blank, date)
}

/// The campaign's year.
pub fn year(scope: &Scope) -> Option<i32> {
    scope.campaign.year.get().and_then(|year| i32::try_from(year.value).ok())
}

/// The signature block: lines of capacity and post, and the name.
pub fn signer_block(signer: Option<&Signer>) -> Value {
    let Some(signer) = signer else { return json!({"dong": [], "ho_ten": "", "chuc_vu_khac": ""}) };
    let text = |slot: &Slot<Text>| slot.get().map_or_else(String::new, |t| t.value.clone());
    json!({"dong": lines(signer), "ho_ten": text(&signer.name), "chuc_vu_khac": text(&signer.other_post)})
}

/// Lines above the signature (khoản 7 Mục II Phần I Phụ lục I NĐ 30/2020).
fn lines(signer: &Signer) -> Vec<String> {
    let mut lines = Vec::new();
    let mut acting = false;
    // A deputy signs in place of the post that the deputy's own names: Phó Chủ tịch → KT. CHỦ TỊCH.
    let head =
        signer.for_post.get().map_or_else(|| words::upper_first(without_deputy(&signer.post)), |t| t.value.clone());
    for capacity in signer.capacities.iter() {
        match capacity {
            Capacity::OnBehalf => lines.push(format!("TM. {}", signer.collective.get().map_or("", |t| &t.value))),
            Capacity::Acting => acting = true,
            _ => lines.push(format!("{} {head}", capacity.word())),
        }
    }
    lines.push(if acting { format!("Q. {}", signer.post.value) } else { signer.post.value.clone() });
    lines
}

/// The head's post that a deputy's names.
pub fn without_deputy(post: &str) -> &str {
    post.strip_prefix("Phó ").or_else(|| post.strip_prefix("phó ")).unwrap_or(post)
}

/// `ngày 18 tháng 4 năm 2022`.
pub fn day_in_words(day: NaiveDate) -> String {
    format!("ngày {:02} tháng {} năm {}", day.day(), words::month(day), day.year())
}

/// A citation of what has no number and no day yet, by its issuer: blanks would stand in papers that are issued.
pub fn unnumbered(name: &str, cited: &Cited) -> String {
    cited.issuer.get().map_or_else(|| name.to_owned(), |issuer| format!("{name} của {}", issuer.value))
}

/// A citation in full: `Kế hoạch số 12/KH-UBND ngày 05 tháng 4 năm 2021 của …`, with blanks for what it lacks.
pub fn citation(name: &str, cited: &Cited, year: &str) -> String {
    let number = cited.number.get().map_or_else(|| "…".to_owned(), ToString::to_string);
    let symbol = cited.symbol.get().map_or_else(String::new, |s| format!("/{}", s.value));
    let day = cited.date.get().map_or_else(|| format!("ngày … tháng … năm {year}"), |d| day_in_words(d.value));
    let issuer = cited.issuer.get().map_or_else(String::new, |i| format!(" của {}", i.value));
    format!("{name} số {number}{symbol} {day}{issuer}")
}
