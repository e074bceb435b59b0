//! What the plan's text takes from the campaign's record, and what else it says of it.
//!
//! A plan states facts that the record holds as data: its name, the deadline, how many awards there are. Words in braces
//! (`{han_nop}`) stand for these, so that each is written once; a figure that is typed all the same is held beside them.

use std::ops::Range;

use chrono::{Days, NaiveDate};

use super::{Scope, Sink, UnitScope, dossier, words};
use crate::finding::Rule;
use crate::record::campaign::{Quota, QuotaLine};
use crate::record::decode::Slot;
use crate::record::nearest::nearest;
use crate::record::scalar::{Count, Markdown};
use crate::record::text::fold;
use crate::vietnamese::days;

pub(super) static UNKNOWN: Rule = Rule::error("van-ban/cho-thay")
    .fixed()
    .text(
        "Chữ trong ngoặc nhọn ở ke-hoach.md (`{han_nop}`, `{phong_trao}`, …) được thay bằng dữ liệu của phong-trao.yaml, nên phải là tên một dữ liệu đã khai.",
        "sửa lại tên trong ngoặc nhọn, khai dữ liệu ấy ở phong-trao.yaml, hoặc viết thẳng thành chữ",
    )
    .example("ke-hoach.md: … nộp hồ sơ {han_nopp}");
pub(super) static CONTRARY: Rule = Rule::warning("khop/so-lieu-ke-hoach")
    .text(
        "Hạn nộp hồ sơ và số lượng khen thưởng viết trong kế hoạch đúng như `han_nop`, `so_luong` của phong-trao.yaml; kế hoạch của đơn vị không đặt hạn nộp muộn hơn hạn của đơn vị.",
        "đối chiếu lại; trong ke-hoach.md nên viết `{han_nop}`, `{so_luong.giay_khen.ca_nhan}` để chỉ ghi số liệu một nơi",
    )
    .example("han_nop: {ngay: 2021-05-25}\nke-hoach.md: … nộp hồ sơ đề nghị khen thưởng trước ngày 25/6/2021");

/// Words in braces, with their places in a text.
pub fn places(text: &str) -> impl Iterator<Item = (Range<usize>, &str)> {
    let is_word = |word: &str| {
        !word.is_empty()
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'_' | b'-' | b'.'))
    };
    text.match_indices('{').filter_map(move |(start, _)| {
        let word = text.get(start + 1..)?.split('}').next().filter(|word| is_word(word))?;
        let end = start + word.len() + 2;
        text.get(..end).is_some_and(|head| head.ends_with('}')).then_some((start..end, word))
    })
}

/// What words in braces stand for, in the order in which people look for them.
pub fn values(scope: &Scope) -> Vec<(String, String)> {
    let campaign = scope.campaign;
    let named = campaign.name.get().map(|name| ("phong_trao".to_owned(), words::lower_first(name)));
    let year = campaign.year.get().map(|year| ("nam".to_owned(), year.value.to_string()));
    let due = dossier::common_deadline_words(campaign).map(|words| ("han_nop".to_owned(), words));
    let mut all: Vec<(String, String)> = [named, year, due].into_iter().flatten().collect();
    all.extend(
        campaign.agencies.iter().map(|(code, body)| (format!("co_quan.{}", code.text), body.name.value.clone())),
    );
    let expected = campaign.unit_kinds.iter().filter_map(|(code, kind)| Some((code, kind.expected.get()?.value)));
    all.extend(expected.map(|(code, count)| (format!("so_don_vi.{}", code.text), words::count(count as usize))));
    for (award, quota) in campaign.quotas.iter() {
        let Quota::Limits(lines) = quota else { continue };
        for (kind, counts) in counts(lines) {
            let sum: u32 = counts.iter().map(|(_, count)| count).sum();
            let path = |group: &str| format!("so_luong.{}.{group}{kind}", award.text);
            all.push((path(""), words::count(sum as usize)));
            let groups = counts.iter().filter(|(group, _)| !group.is_empty());
            all.extend(groups.map(|(group, count)| (path(&format!("{group}.")), words::count(*count as usize))));
        }
    }
    all
}

/// How many of an award there are for each kind of nominee, line by line, each with its group.
fn counts(lines: &[QuotaLine]) -> Vec<(&'static str, Vec<(&str, u32)>)> {
    let of = |count: fn(&QuotaLine) -> &Slot<Count>| {
        let stated = lines.iter().filter_map(|line| Some((line, count(line).get()?.value)));
        stated.map(|(line, count)| (line.group.get().map_or("", |group| &group.value), count)).collect::<Vec<_>>()
    };
    let all = [
        ("tap_the", of(|line| &line.collectives)),
        ("ho_gia_dinh", of(|line| &line.households)),
        ("ca_nhan", of(|line| &line.individuals)),
    ];
    all.into_iter().filter(|(_, counts)| !counts.is_empty()).collect()
}

/// Whether a word may stand for what could not be read in the campaign's record, which says so itself.
fn is_lost(scope: &Scope, word: &str) -> bool {
    let campaign = scope.campaign;
    let mut steps = word.split('.');
    match (steps.next().unwrap_or_default(), steps.next()) {
        ("phong_trao", _) => campaign.name.is_faulty(),
        ("nam", _) => campaign.year.is_faulty(),
        ("han_nop", _) => !campaign.deadline.is_absent(),
        ("co_quan", _) => campaign.agencies.faulty,
        ("so_don_vi", Some(kind)) => {
            campaign.unit_kinds.faulty || campaign.unit_kinds.get(kind).is_some_and(|kind| kind.expected.is_faulty())
        }
        // An award that is misspelt where its number stands is told there.
        ("so_luong", _) => {
            campaign.quotas.faulty
                || campaign.quotas.iter().any(|(award, quota)| {
                    let known = campaign.awards.get(&award.text).is_some();
                    !known || matches!(quota, Quota::Limits(lines) if lines.iter().any(is_misread))
                })
        }
        _ => false,
    }
}

/// Whether something of a limit could not be read.
fn is_misread(line: &QuotaLine) -> bool {
    let counts = [&line.collectives, &line.individuals, &line.households];
    line.group.is_faulty() || counts.iter().any(|count| count.is_faulty())
}

/// The plan's body with words in braces filled in; none where one of them stands for nothing.
pub fn filled(scope: &Scope, text: &str) -> Option<String> {
    let values = values(scope);
    let mut out = String::new();
    let mut rest = 0;
    for (place, word) in places(text) {
        let (_, value) = values.iter().find(|(name, _)| name == word)?;
        out.push_str(text.get(rest..place.start)?);
        out.push_str(&crate::markdown::escaped(value));
        rest = place.end;
    }
    out.push_str(text.get(rest..)?);
    Some(out)
}

/// The plan's body, as the paper has it.
fn body<'a>(scope: &Scope<'a>) -> Option<(&'a Markdown, String)> {
    let filed = scope.loaded.plan.as_ref()?;
    Some((filed.paper.get()?.body.get()?, filed.name()))
}

pub(super) fn unknown(scope: &Scope, out: &mut Sink) {
    let Some((body, paper)) = body(scope) else { return };
    let values = values(scope);
    let known: Vec<&str> = values.iter().map(|(name, _)| name.as_str()).collect();
    for (place, word) in places(&body.text).filter(|(_, word)| !known.contains(word) && !is_lost(scope, word)) {
        let at = super::wording::within(scope, body, place.start);
        let message = format!("`{{{word}}}` không phải tên dữ liệu nào đã khai ở phong-trao.yaml");
        let near = nearest(word, known.iter().copied());
        out.say(Some(at), message).paper(&paper).choices(near, "các tên dùng được", &known);
    }
}

pub(super) fn contrary(scope: &Scope, out: &mut Sink) {
    let Some((body, paper)) = body(scope) else { return };
    let last = dossier::common_last_day(scope.campaign);
    for (offset, sentence) in sentences(&body.text) {
        let due = due(sentence).zip(last).filter(|(own, last)| own != last).map(|(_, last)| {
            let stated = dossier::common_deadline_words(scope.campaign).unwrap_or_else(|| words::day(last));
            format!("kế hoạch ghi hạn nộp hồ sơ khác với `han_nop` của phong trào ({stated})")
        });
        for message in due.into_iter().chain(miscounted(scope, sentence)) {
            let at = super::wording::within(scope, body, offset);
            out.say(Some(at), message).paper(&paper);
        }
    }
}

/// A unit may ask for its own people's papers earlier, but not later than it has to hand in itself.
pub(super) fn of_unit(scope: &UnitScope, out: &mut Sink) {
    let Some(last) = dossier::last_day(scope.all.campaign, &scope.unit.code) else { return };
    let is_plan = |kind: &str| scope.all.loaded.kinds.get(kind).is_some_and(|kind| kind.is_plan_of_unit());
    for (filed, paper) in scope.papers().filter(|(filed, _)| is_plan(&filed.kind.text)) {
        let Some(body) = paper.body.get() else { continue };
        for (offset, sentence) in sentences(&body.text) {
            if due(sentence).is_some_and(|own| own > last) {
                let stated = dossier::deadline_words(scope.all.campaign, &scope.unit.code);
                let stated = stated.unwrap_or_else(|| words::day(last));
                let message = format!("kế hoạch của đơn vị ghi hạn nộp hồ sơ muộn hơn hạn của đơn vị ({stated})");
                let at = super::wording::within(scope.all, body, offset);
                out.say(Some(at), message).paper(filed.name());
            }
        }
    }
}

/// Sentences of a body, each with its place. Days in figures have no blank behind their strokes.
fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive(['\n', ';']).flat_map(|line| line.split_inclusive(". ")).map(move |sentence| {
        let blank = sentence.len() - sentence.trim_start().len();
        let at = start + blank;
        start += sentence.len();
        (at, sentence.trim())
    })
}

/// The last day in time that a sentence about handing in dossiers names.
fn due(sentence: &str) -> Option<NaiveDate> {
    let folded = fold(sentence);
    if !(folded.contains("nop") && folded.contains("ho so de nghi khen")) {
        return None;
    }
    let (before, day) = days::first(&folded)?;
    match before.as_slice() {
        [.., "truoc"] => day.checked_sub_days(Days::new(1)),
        [.., "het"] | [.., "cham", "nhat"] | [.., "cham", "nhat", "la" | "vao"] => Some(day),
        _ => None,
    }
}

/// Numbers of awards in a sentence that are not those allotted: `Giấy khen … cho 07 cá nhân`.
fn miscounted(scope: &Scope, sentence: &str) -> Vec<String> {
    let folded = fold(sentence);
    let mut found = Vec::new();
    let awards = scope.campaign.awards.iter().filter_map(|(code, award)| {
        let Some(Quota::Limits(lines)) = scope.campaign.quotas.get(&code.text) else { return None };
        Some((code, award.name.value.as_str(), lines))
    });
    let awards: Vec<_> = awards.collect();
    for (kind, noun) in [("tap_the", "tap the"), ("ho_gia_dinh", "ho gia dinh"), ("ca_nhan", "ca nhan")] {
        for (at, _) in folded.match_indices(noun) {
            let before = folded.get(..at).unwrap_or_default();
            let number = before.trim_end().rsplit(' ').next().and_then(|word| word.parse::<u32>().ok());
            // The award that is named last before the number is the one it is of.
            let named = awards.iter().filter_map(|award| Some((before.rfind(&fold(award.1))?, award)));
            let Some((number, (_, (code, name, lines)))) = number.zip(named.max_by_key(|(at, _)| *at)) else {
                continue;
            };
            let counts = counts(lines).into_iter().find(|(of, _)| *of == kind).map_or_else(Vec::new, |(_, c)| c);
            let sum: u32 = counts.iter().map(|(_, count)| count).sum();
            if !counts.is_empty() && number != sum && !counts.iter().any(|(_, count)| *count == number) {
                let (own, stated) = (words::count(number as usize), words::count(sum as usize));
                let noun = words::common(kind).unwrap_or(kind);
                let code = &code.text;
                found.push(format!(
                    "kế hoạch ghi {own} {noun} được tặng {name}, trong khi `so_luong.{code}` là {stated}"
                ));
            }
        }
    }
    found
}
