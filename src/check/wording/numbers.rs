//! Numbers and symbols of papers: well formed, and none given twice.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use chrono::Datelike;

use super::{whose, written};
use crate::check::{Said, Scope, Sink, UnitScope, dossier, words};
use crate::finding::{Blocks, Rule};
use crate::record::campaign::Campaign;
use crate::record::decode::Slot;
use crate::record::kind::Kind;
use crate::record::paper::Filed;
use crate::record::scalar::{Date, DocNumber, Text};
use crate::record::text::is_mark;

pub(in crate::check) static SYMBOL: Rule = Rule::warning("van-ban/so-ky-hieu")
    .blocking(Blocks::Numbering)
    .text(
        "Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt cơ quan, nối bằng gạch nối, không có dấu cách.",
        "ghi lại theo dạng TTr-UBND",
    )
    .by("khoản 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("ky_hieu: TTr - UBND");
pub(in crate::check) static NUMBER_TWICE: Rule = Rule::error("van-ban/trung-so")
    .text(
        "Trong một năm, một cơ quan không cấp trùng số văn bản trong cùng một dãy số.",
        "đối chiếu sổ đăng ký văn bản đi rồi sửa số",
    )
    .by("khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP")
    .example("hai tờ trình cùng mang số 15/TTr-UBND năm 2021");
pub(in crate::check) static NO_NUMBER: Rule = Rule::warning("van-ban/thieu-so")
    .text(
        "Văn bản trong hồ sơ đã nộp phải có đủ số và ngày, văn bản chung của phong trào có số thì có ngày và ngược lại; thiếu thì còn là dự thảo.",
        "ghi số, ngày theo văn bản đã ký",
    )
    .by("khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP")
    .example("to_trinh: {ngay: 2021-05-18}   # thiếu so");

pub(super) fn symbols(scope: &UnitScope, out: &mut Sink) {
    if let Some(abbreviation) =
        scope.unit.head.abbreviation.get().filter(|a| is_printable(scope.all, a) && !well_formed(a))
    {
        out.say(
            Some(abbreviation.at),
            format!("chữ viết tắt `{}` không dùng trong ký hiệu văn bản được", abbreviation.value),
        );
    }
    for (filed, paper) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        let office = kind.body(scope.all.campaign).map(|body| &body.abbreviation);
        let body = office.unwrap_or(&scope.unit.head.abbreviation);
        if let Some(said) = odd_symbol(scope.all, kind, &paper.symbol, body, out) {
            said.paper(filed.name());
        }
    }
}

/// A character that cannot be printed has a finding of its own.
fn is_printable(scope: &Scope, text: &str) -> bool {
    text.chars().all(|c| !c.is_control() && !is_mark(c) && (scope.has_glyph)(c))
}

/// Says that a symbol is none of its kind; `body` is the abbreviation of who issues the paper.
pub(in crate::check) fn odd_symbol<'o>(
    scope: &Scope,
    kind: &Kind,
    symbol: &Slot<Text>,
    body: &Slot<Text>,
    out: &'o mut Sink,
) -> Option<Said<'o>> {
    let symbol = symbol.get().filter(|symbol| is_printable(scope, symbol))?;
    let starts = kind.abbreviation.as_ref().is_none_or(|k| symbol.value.starts_with(&format!("{k}-")));
    (!well_formed(symbol) || !starts).then(|| {
        let wanted = kind.symbol(body.get().map_or("", |a| a.value.as_str()));
        out.say(Some(symbol.at), format!("ký hiệu `{}` không đúng dạng", symbol.value))
            .help(format!("ký hiệu của văn bản này thường là {wanted}; bỏ khóa ky_hieu thì chương trình tự ghép"))
    })
}

/// Groups of letters, digits, `&` and `.`, joined by hyphens without spaces.
fn well_formed(symbol: &str) -> bool {
    symbol
        .split('-')
        .all(|group| !group.is_empty() && group.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '&')))
}

/// A number that a body gave, with what makes it unique: the year and the series.
pub(in crate::check) struct Given<'a> {
    /// The number.
    pub number: &'a DocNumber,
    /// The year it was given in.
    pub year: i32,
    /// The series it is of.
    pub series: String,
    /// What bears it.
    bearer: Bearer<'a>,
}

/// A paper of a unit that bears a number.
#[derive(Clone, Copy)]
enum Bearer<'a> {
    Plan,
    Letter,
    Minutes,
    Paper(&'a Filed),
}

/// What no two papers of a body share: year, series and number.
pub(in crate::check) type Unique = (i32, String, u32, String);

/// The same, from its parts.
pub(in crate::check) fn unique(number: &DocNumber, year: i32, series: String) -> Unique {
    (year, series, number.number, number.letter.to_lowercase())
}

impl Given<'_> {
    /// The paper as findings name papers.
    fn paper(&self) -> String {
        match self.bearer {
            Bearer::Plan => "ke_hoach".into(),
            Bearer::Letter => "khong_de_nghi".into(),
            Bearer::Minutes => "bien_ban".into(),
            Bearer::Paper(filed) => filed.name(),
        }
    }

    /// The paper as people call it: by its kind, and for whom it is. `scope` is that of the unit that gave the number.
    pub(in crate::check) fn title(&self, scope: &UnitScope) -> String {
        let filed = match self.bearer {
            Bearer::Plan => return "kế hoạch".into(),
            Bearer::Letter => return "văn bản báo không đề nghị".into(),
            Bearer::Minutes => return "biên bản".into(),
            Bearer::Paper(filed) => filed,
        };
        let nominee = filed.nominee.as_ref().and_then(|name| scope.unit.nominee(&name.text));
        let of = nominee.map_or_else(String::new, |nominee| format!(" của {}", words::who(nominee)));
        format!("{}{of}", words::lower_first(scope.title(filed)))
    }
}

pub(super) fn number_twice(scope: &UnitScope, out: &mut Sink) {
    let mut seen: BTreeMap<Unique, Given> = BTreeMap::new();
    for given in given(scope) {
        match seen.entry(unique(given.number, given.year, given.series.clone())) {
            Entry::Vacant(free) => drop(free.insert(given)),
            Entry::Occupied(first) => {
                let (number, year, unit) = (given.number, given.year, scope.unit.short_name());
                let first = first.get().title(scope);
                out.say(Some(number.at), format!("số {number} năm {year} của {unit} đã dùng cho {first}"))
                    .paper(given.paper());
            }
        }
    }
}

/// The numbers that a unit gave to the papers it wrote.
pub(in crate::check) fn given<'a>(scope: &'a UnitScope) -> Vec<Given<'a>> {
    let campaign = scope.all.campaign;
    let mut all = Vec::new();
    let mut take = |number: &'a Slot<DocNumber>, day: &Slot<Date>, series: String, bearer: Bearer<'a>| {
        let number = number.get().map(|number| (number, year(campaign, day)));
        all.extend(number.map(|(number, year)| Given { number, year, series, bearer }));
    };
    // Where it is one of the unit's papers it is counted there.
    if let Some(plan) = scope.unit.head.plan.get().filter(|_| dossier::filed_plan(scope.all, scope.unit).is_none()) {
        take(&plan.number, &plan.date, series(campaign, "ke_hoach", "KH"), Bearer::Plan);
    }
    // The letter is a công văn unless its record says what else it is.
    if let Some(letter) = scope.unit.head.proposes_nobody.get().filter(|letter| letter.kind.is_absent()) {
        let series = series_of(scope.all, "cong_van");
        take(&letter.number, &letter.date, series, Bearer::Letter);
    }
    for (filed, paper) in written(scope) {
        let of_kind = series_of(scope.all, &filed.kind.text);
        take(&paper.number, &paper.date, of_kind, Bearer::Paper(filed));
        if let Some(minutes) = paper.minutes.get() {
            let series = series(campaign, "bien_ban", "BB");
            take(&minutes.number, &minutes.date, series, Bearer::Minutes);
        }
    }
    all
}

/// The year a number was given in: that of the paper's day, else the campaign's.
pub(in crate::check) fn year(campaign: &Campaign, day: &Slot<Date>) -> i32 {
    let own = || campaign.year.get().and_then(|year| i32::try_from(year.value).ok());
    day.get().map(|day| day.year()).or_else(own).unwrap_or_default()
}

/// The series of a kind. All letters of a body run in one, whatever the campaign calls them, and so do all its copies.
pub fn series_of(scope: &Scope, code: &str) -> String {
    let kind = scope.loaded.kinds.get(code);
    let letter = kind.is_some_and(Kind::is_letter).then_some("cong_van");
    let abbreviation = kind.and_then(|kind| kind.abbreviation.as_deref());
    let copy = abbreviation.is_some_and(|word| COPIES.contains(&word)).then_some("ban_sao");
    let name = letter.or(copy).or(abbreviation).unwrap_or(code);
    // A unit's plan is numbered as one that is only cited, unless it is named itself.
    let named = scope.campaign.series.iter().any(|(_, kinds)| kinds.iter().any(|kind| kind.value == code));
    let is_plan = !named && kind.is_some_and(Kind::is_plan_of_unit);
    series(scope.campaign, if is_plan { "ke_hoach" } else { code }, name)
}

/// Abbreviations of certified copies (Phụ lục III NĐ 30/2020): sao y, trích sao, sao lục run in one series.
const COPIES: [&str; 3] = ["SY", "TrS", "SL"];

/// The series a kind is numbered in: the campaign's `so_van_ban`, else one for each kind.
fn series(campaign: &Campaign, kind: &str, default: &str) -> String {
    let shared = campaign.series.iter().find(|(_, kinds)| kinds.iter().any(|k| k.value == kind));
    shared.map_or_else(|| default.to_owned(), |(name, _)| name.text.clone())
}

/// What of its number and day a paper lacks.
fn lacking(lacks_number: bool, lacks_date: bool) -> &'static str {
    match (lacks_number, lacks_date) {
        (true, true) => "số, ngày",
        (true, false) => "số",
        _ => "ngày",
    }
}

pub(super) fn no_number(scope: &UnitScope, out: &mut Sink) {
    // A unit that proposes somebody all the same has another fault; ho-so/khong-de-nghi says so.
    let head = &scope.unit.head;
    let letter = head.proposes_nobody.get().filter(|_| scope.unit.has_handed_in() && head.nominees.items.is_empty());
    if let Some(letter) = letter.filter(|letter| letter.number.is_absent() || letter.date.is_absent()) {
        let what = lacking(letter.number.is_absent(), letter.date.is_absent());
        let whose = scope.unit.short_name();
        out.say(Some(letter.at), format!("văn bản báo không đề nghị của {whose} đã nộp nhưng chưa ghi {what}"));
    }
    for (filed, paper) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        // A unit's plan is no part of its dossier; ho-so/ke-hoach-don-vi says what it lacks.
        if kind.is_plan_of_unit() && paper.number.is_absent() && paper.date.is_absent() {
            continue;
        }
        let lacks_number = kind.numbered && paper.number.is_absent();
        let half = lacks_number && paper.date.get().is_some();
        let lacks_date = paper.date.is_absent();
        if !(scope.unit.has_handed_in() || half) || !(lacks_number || lacks_date) {
            continue;
        }
        let what = lacking(lacks_number, lacks_date);
        let state = match (scope.unit.has_handed_in() && !kind.is_plan_of_unit(), lacks_number) {
            (true, _) => "đã nộp",
            (false, true) => "đã có ngày",
            (false, false) => "đã có số",
        };
        let message = format!("{} của {} {state} nhưng chưa ghi {what}", kind.name, whose(scope, filed));
        out.say(Some(paper.at), message).paper(filed.name()).help(format!("ghi {what} theo văn bản đã ký"));
    }
}
