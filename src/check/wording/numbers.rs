//! Numbers and symbols of papers: well formed, and none given twice.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::written;
use crate::check::{Sink, UnitScope, words};
use crate::finding::{Blocks, Rule};
use crate::record::kind::Kind;
use crate::record::paper::Filed;
use crate::record::scalar::DocNumber;
use crate::record::text::is_mark;

pub(super) static SYMBOL: Rule = Rule::warning("van-ban/so-ky-hieu")
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
pub(super) static NO_NUMBER: Rule = Rule::warning("van-ban/thieu-so")
    .text(
        "Văn bản trong hồ sơ đã nộp phải có đủ số và ngày; thiếu thì còn là dự thảo.",
        "ghi số, ngày theo văn bản đã ký",
    )
    .by("khoản 1 Điều 15 Nghị định số 30/2020/NĐ-CP")
    .example("to_trinh: {ngay: 2021-05-18}   # thiếu so");

pub(super) fn symbols(scope: &UnitScope, out: &mut Sink) {
    // A character that cannot be printed has a finding of its own.
    let printable = |text: &str| text.chars().all(|c| !c.is_control() && !is_mark(c) && (scope.all.has_glyph)(c));
    if let Some(abbreviation) = scope.unit.head.abbreviation.get().filter(|a| printable(a) && !well_formed(a)) {
        out.say(
            Some(abbreviation.at),
            format!("chữ viết tắt `{}` không dùng trong ký hiệu văn bản được", abbreviation.value),
        );
    }
    for (filed, paper) in written(scope) {
        let Some(symbol) = paper.symbol.get().filter(|symbol| printable(symbol)) else { continue };
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        let starts = kind.abbreviation.as_ref().is_none_or(|k| symbol.value.starts_with(&format!("{k}-")));
        if !well_formed(symbol) || !starts {
            let office = kind.body(scope.all.campaign).map(|body| &body.abbreviation);
            let body = office.unwrap_or(&scope.unit.head.abbreviation);
            let wanted = kind.symbol(body.get().map_or("", |a| a.value.as_str()));
            out.say(Some(symbol.at), format!("ký hiệu `{}` không đúng dạng", symbol.value))
                .paper(filed.name())
                .help(format!("ký hiệu của văn bản này thường là {wanted}; bỏ khóa ky_hieu thì chương trình tự ghép"));
        }
    }
}

/// Groups of letters, digits, `&` and `.`, joined by hyphens without spaces.
fn well_formed(symbol: &str) -> bool {
    symbol
        .split('-')
        .all(|group| !group.is_empty() && group.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '&')))
}

/// What makes a number unique: year, series, number with its letter.
type NumberKey = (i32, String, u32, String);

pub(super) fn number_twice(scope: &UnitScope, out: &mut Sink) {
    let mut seen: BTreeMap<NumberKey, (String, String)> = BTreeMap::new();
    let year = scope.all.campaign.year.get().and_then(|y| i32::try_from(y.value).ok()).unwrap_or_default();
    let mut take = |number: &DocNumber, year: i32, series: &str, paper: (String, String), out: &mut Sink| {
        let key = (year, series.to_owned(), number.number, number.letter.to_lowercase());
        match seen.get(&key) {
            Some((_, first)) => {
                out.say(
                    Some(number.at),
                    format!("số {number} năm {year} của {} đã dùng cho {first}", scope.unit.short_name()),
                )
                .paper(paper.0);
            }
            None => {
                seen.insert(key, paper);
            }
        }
    };
    if let Some(plan) = scope.unit.head.plan.get()
        && let Some(number) = plan.number.get()
    {
        take(
            number,
            plan.date.get().map_or(year, |d| d.year()),
            &series(scope, "ke_hoach", "KH"),
            ("ke_hoach".into(), "kế hoạch".into()),
            out,
        );
    }
    for (filed, paper) in written(scope) {
        let kind = scope.all.loaded.kinds.get(&filed.kind.text);
        // All letters of a body run in one series, whatever the campaign calls them.
        let letter = kind.is_some_and(Kind::is_letter).then_some("cong_van");
        let name = letter.or(kind.and_then(|k| k.abbreviation.as_deref())).unwrap_or(&filed.kind.text);
        if let Some(number) = paper.number.get() {
            take(
                number,
                paper.date.get().map_or(year, |d| d.year()),
                &series(scope, &filed.kind.text, name),
                (filed.name(), title(scope, filed)),
                out,
            );
        }
        if let Some(minutes) = paper.minutes.get()
            && let Some(number) = minutes.number.get()
        {
            take(
                number,
                minutes.date.get().map_or(year, |d| d.year()),
                &series(scope, "bien_ban", "BB"),
                ("bien_ban".into(), "biên bản".into()),
                out,
            );
        }
    }
}

/// A paper as people call it: by its kind, and for whom it is.
fn title(scope: &UnitScope, filed: &Filed) -> String {
    let kind = scope.all.loaded.kinds.get(&filed.kind.text).map_or(filed.kind.text.as_str(), |kind| &kind.name);
    let nominee = filed.nominee.as_ref().and_then(|name| scope.unit.nominee(&name.text));
    let of = nominee.map_or_else(String::new, |nominee| format!(" của {}", words::who(nominee)));
    format!("{}{of}", words::lower_first(kind))
}

/// The series a kind is numbered in: the campaign's `so_van_ban`, else one for each kind.
fn series(scope: &UnitScope, kind: &str, default: &str) -> String {
    let shared = scope.all.campaign.series.iter().find(|(_, kinds)| kinds.iter().any(|k| k.value == kind));
    shared.map_or_else(|| default.to_owned(), |(name, _)| name.text.clone())
}

pub(super) fn no_number(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        let lacks_number = kind.numbered && paper.number.is_absent();
        let half = lacks_number && paper.date.get().is_some();
        let lacks_date = paper.date.is_absent();
        if !(scope.unit.has_handed_in() || half) || !(lacks_number || lacks_date) {
            continue;
        }
        let what = match (lacks_number, lacks_date) {
            (true, true) => "số, ngày",
            (true, false) => "số",
            _ => "ngày",
        };
        let state = if scope.unit.has_handed_in() { "đã nộp" } else { "đã có ngày" };
        let message = format!("{} của {} {state} nhưng chưa ghi {what}", kind.name, scope.unit.short_name());
        out.say(Some(paper.at), message).paper(filed.name());
    }
}
