//! The family `van-ban/`: numbers, symbols, signing capacities, characters and names on paper.

use std::collections::BTreeMap;

use chrono::Datelike;

use super::{Check, Judge, Scope, Sink, UnitScope};
use crate::finding::{At, Blocks, Rule};
use crate::record::campaign::Origin;
use crate::record::decode::Written;
use crate::record::paper::{Capacity, Filed, Paper, Signer};
use crate::record::scalar::{DocNumber, Markdown};
use crate::record::text::{fold, is_mark, nfc, one_line};

static GLYPH: Rule = Rule::error("van-ban/ky-tu-thieu")
    .text(
        "Mọi ký tự đem in phải có trong phông chữ, để không chữ nào thành ô trống.",
        "gõ lại bằng ký tự thông thường, hoặc dùng phông chữ khác với --font-dir",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (phông chữ Times New Roman, bộ mã ký tự Unicode)")
    .example("ten: Nguyễn Văn 💡");
static CONTROL: Rule = Rule::error("van-ban/ky-tu-dieu-khien")
    .text(
        "Văn bản không chứa ký tự điều khiển không nhìn thấy.",
        "xóa ký tự ẩn này (thường lọt vào khi chép từ phần mềm khác)",
    )
    .example("ten: \"Nguyễn\\u0007 Văn A\"");
static LOOSE_MARK: Rule = Rule::error("van-ban/dau-roi")
    .text(
        "Mỗi chữ có dấu là một chữ dựng sẵn; dấu rời không ghép được vào chữ thì không in ra đúng và không tìm kiếm được.",
        "gõ lại chữ này bằng bộ gõ Unicode dựng sẵn",
    )
    .by("khoản 4 Mục I Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP (bộ mã ký tự Unicode theo TCVN 6909:2001)")
    .example("ten: Nguyễn Văn B\u{301}");
static NAME: Rule = Rule::warning("van-ban/ten-phong-trao")
    .text(
        "Tên phong trào viết giống nhau ở mọi nơi, đúng như `ten` của phong-trao.yaml.",
        "viết lại tên phong trào đúng như đã định",
    )
    .by("tên phong trào nêu tại phong-trao.yaml (ten)")
    .example("noi_dung: … phong trào “Thực hiện CCHC, nâng cao chỉ số CCHC” …");
static SYMBOL: Rule = Rule::warning("van-ban/so-ky-hieu")
    .blocking(Blocks::Numbering)
    .text(
        "Ký hiệu gồm chữ viết tắt tên loại và chữ viết tắt cơ quan, nối bằng gạch nối, không có dấu cách.",
        "ghi lại theo dạng TTr-UBND",
    )
    .by("khoản 3 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("ky_hieu: TTr - UBND");
static NUMBER_TWICE: Rule = Rule::error("van-ban/trung-so")
    .text(
        "Trong một năm, một cơ quan không cấp một số hai lần trong cùng một dãy.",
        "đối chiếu sổ đăng ký văn bản đi rồi sửa số",
    )
    .by("Điều 15 Nghị định số 30/2020/NĐ-CP")
    .example("hai tờ trình cùng mang số 15/TTr-UBND năm 2021");
static NO_NUMBER: Rule = Rule::warning("van-ban/thieu-so")
    .text(
        "Văn bản trong hồ sơ đã nộp phải có đủ số và ngày; thiếu thì còn là dự thảo.",
        "ghi số, ngày theo văn bản đã ký",
    )
    .by("Điều 15 Nghị định số 30/2020/NĐ-CP")
    .example("to_trinh: {ngay: 2021-05-18}   # thiếu so");
static NO_SIGNER: Rule = Rule::warning("van-ban/thieu-nguoi-ky")
    .blocking(Blocks::Numbering)
    .text("Văn bản đã có số hoặc trong hồ sơ đã nộp phải có người ký.", "ghi `nguoi_ky: {chuc_vu, ho_ten}`")
    .by("khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP")
    .example("to_trinh: {so: 15, ngay: 2021-05-18}   # không có nguoi_ky");
static CAPACITY: Rule = Rule::warning("van-ban/quyen-han")
    .blocking(Blocks::Numbering)
    .text(
        "Quyền hạn ký phải đi với chức vụ: TM. cần tập thể; KT. do cấp phó ký; TL., TUQ. cần ghi chức vụ của người đứng đầu.",
        "sửa `quyen_han`, hoặc ghi `tap_the`, `ky_thay`",
    )
    .by("khoản 7 Mục II Phần I Phụ lục I Nghị định số 30/2020/NĐ-CP; Điều 13 Nghị định số 30/2020/NĐ-CP")
    .example("nguoi_ky: {quyen_han: [KT.], chuc_vu: Chủ tịch}");
static MARKDOWN: Rule = Rule::error("van-ban/markdown")
    .text(
        "Nội dung chỉ dùng đề mục, đoạn văn, danh sách, bảng và chữ nhấn mạnh.",
        "bỏ phần không dùng được, hoặc viết lại thành đoạn văn, danh sách hay bảng",
    )
    .example("noi_dung: |\n  ![ảnh](anh.png)");
static NO_TEMPLATE: Rule = Rule::error("van-ban/khong-co-mau")
    .text(
        "Văn bản soạn tại đây phải có mẫu.",
        "ghi `nguon: nhan` nếu văn bản nhận từ nơi khác, hoặc khai `mau` cho loại này ở `loai_van_ban`",
    )
    .example("ho_so: {giay_chung_nhan: {so: 1}}   # loại không có mẫu");

pub(super) static CHECKS: &[Check] = &[
    Check { rule: &GLYPH, judge: Judge::Campaign(glyphs) },
    Check { rule: &CONTROL, judge: Judge::Campaign(controls) },
    Check { rule: &LOOSE_MARK, judge: Judge::Campaign(loose_marks) },
    Check { rule: &NAME, judge: Judge::Unit(campaign_name) },
    Check { rule: &SYMBOL, judge: Judge::Unit(symbols) },
    Check { rule: &NUMBER_TWICE, judge: Judge::Unit(number_twice) },
    Check { rule: &NO_NUMBER, judge: Judge::Unit(no_number) },
    Check { rule: &NO_SIGNER, judge: Judge::Unit(no_signer) },
    Check { rule: &CAPACITY, judge: Judge::Unit(capacities) },
    Check { rule: &MARKDOWN, judge: Judge::Unit(markdown) },
    Check { rule: &NO_TEMPLATE, judge: Judge::Unit(no_template) },
];

fn papers<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper)> {
    scope.unit.papers.iter().filter_map(|f| Some((f, f.paper.get()?)))
}

/// Papers that are written here and not received.
fn written<'a>(scope: &'a UnitScope) -> impl Iterator<Item = (&'a Filed, &'a Paper)> {
    let kinds = &scope.all.loaded.kinds;
    papers(scope).filter(|(f, p)| !p.is_received(kinds.get(&f.kind.text).map_or(Origin::Written, |k| k.origin)))
}

fn glyphs(scope: &Scope, out: &mut Sink) {
    let lacking = |c: char| !c.is_whitespace() && !c.is_control() && !(scope.has_glyph)(c);
    for written in &scope.loaded.texts {
        if let Some(c) = written.text.chars().find(|c| lacking(*c)) {
            let message = format!("phông chữ không có ký tự `{c}` (U+{:04X})", u32::from(c));
            about(out, scope, written, c, message);
        }
    }
}

fn controls(scope: &Scope, out: &mut Sink) {
    for written in &scope.loaded.texts {
        if let Some(c) = written.text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\t')) {
            let message = format!("có ký tự điều khiển U+{:04X} trong văn bản", u32::from(c));
            about(out, scope, written, c, message);
        }
    }
}

fn loose_marks(scope: &Scope, out: &mut Sink) {
    for written in &scope.loaded.texts {
        // NFC has joined every mark that belongs to a letter; what is left stands alone.
        if let Some(c) = written.text.chars().find(|c| is_mark(*c)) {
            let message = format!("có dấu rời (U+{:04X}) không ghép được vào chữ", u32::from(c));
            about(out, scope, written, c, message);
        }
    }
}

/// Reports a character at its own place in the file, or at its text where it was written by escape.
fn about(out: &mut Sink, scope: &Scope, written: &Written, c: char, message: String) {
    let source = scope
        .loaded
        .sources
        .get(written.at.file)
        .and_then(|f| f.text.get(written.at.start as usize..written.at.end as usize));
    let at = match source.and_then(|text| text.find(c)) {
        Some(offset) => {
            let start = written.at.start + u32::try_from(offset).unwrap_or(0);
            At { start, end: start + u32::try_from(c.len_utf8()).unwrap_or(1), ..written.at }
        }
        None => written.at,
    };
    let mut said = out.say(Some(at), message);
    if let Some(unit) = &written.unit {
        said = said.unit(unit);
    }
    if let Some(paper) = &written.paper {
        said.paper(paper);
    }
}

fn campaign_name(scope: &UnitScope, out: &mut Sink) {
    let Some(name) = scope.all.campaign.name.get() else { return };
    let core = quoted(name).next().unwrap_or(name).trim().to_owned();
    let mut judge = |text: &str, at: At, paper: Option<String>| {
        for phrase in quoted(text) {
            let said = one_line(phrase);
            if said != core && resembles(&said, &core) {
                let mut finding = out.say(Some(at), format!("tên phong trào viết là “{said}”, khác với “{core}”"));
                if let Some(paper) = &paper {
                    finding = finding.paper(paper.clone());
                }
                drop(finding);
            }
        }
    };
    for nominee in scope.unit.proposed() {
        if let Some(merit) = nominee.merit.get() {
            judge(merit, merit.at, None);
        }
    }
    for (filed, paper) in papers(scope) {
        if let Some(subject) = paper.subject.get() {
            judge(subject, subject.at, Some(filed.name()));
        }
        if let Some(body) = paper.body.get() {
            judge(&body.text, At { end: body.at.start + 1, ..body.at }, Some(filed.name()));
        }
    }
}

/// The phrases between “ and ” (or straight quotes).
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split(['“', '"', '«']).skip(1).filter_map(|rest| rest.split(['”', '"', '»']).next())
}

/// Close enough to be meant for the campaign's name: most words in common, abbreviations spelt out.
fn resembles(said: &str, core: &str) -> bool {
    let plain = |s: &str| fold(s).replace("cchc", "cai cach hanh chinh");
    let (said, core) = (plain(said), plain(core));
    said.len() * 2 > core.len() && strsim::normalized_levenshtein(&said, &core) > 0.7
}

fn symbols(scope: &UnitScope, out: &mut Sink) {
    if let Some(abbreviation) = scope.unit.head.abbreviation.get().filter(|a| !well_formed(a)) {
        out.say(
            Some(abbreviation.at),
            format!("chữ viết tắt `{}` không dùng trong ký hiệu văn bản được", abbreviation.value),
        );
    }
    for (filed, paper) in written(scope) {
        let Some(symbol) = paper.symbol.get() else { continue };
        let kind = scope.all.loaded.kinds.get(&filed.kind.text).and_then(|k| k.abbreviation.as_deref());
        let starts = kind.is_none_or(|k| symbol.value.starts_with(&format!("{k}-")));
        if !well_formed(symbol) || !starts {
            let wanted = format!(
                "{}-{}",
                kind.unwrap_or(""),
                scope.unit.head.abbreviation.get().map_or("", |a| a.value.as_str())
            );
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

fn number_twice(scope: &UnitScope, out: &mut Sink) {
    let mut seen: BTreeMap<NumberKey, String> = BTreeMap::new();
    let year = scope.all.campaign.year.get().and_then(|y| i32::try_from(y.value).ok()).unwrap_or_default();
    let mut take = |number: &DocNumber, year: i32, series: &str, paper: String, out: &mut Sink| {
        let key = (year, series.to_owned(), number.number, number.letter.clone());
        match seen.get(&key) {
            Some(first) => {
                out.say(
                    Some(number.at),
                    format!("số {number} năm {year} của {} đã dùng cho `{first}`", scope.unit.short_name()),
                )
                .paper(paper);
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
            "ke_hoach".into(),
            out,
        );
    }
    for (filed, paper) in written(scope) {
        let kind = scope.all.loaded.kinds.get(&filed.kind.text);
        let name = kind.and_then(|k| k.abbreviation.as_deref()).unwrap_or(&filed.kind.text);
        if let Some(number) = paper.number.get() {
            take(
                number,
                paper.date.get().map_or(year, |d| d.year()),
                &series(scope, &filed.kind.text, name),
                filed.name(),
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
                "bien_ban".into(),
                out,
            );
        }
    }
}

/// The series a kind is numbered in: the campaign's `so_van_ban`, else one for each kind.
fn series(scope: &UnitScope, kind: &str, default: &str) -> String {
    let shared = scope.all.campaign.series.iter().find(|(_, kinds)| kinds.iter().any(|k| k.value == kind));
    shared.map_or_else(|| default.to_owned(), |(name, _)| name.text.clone())
}

fn no_number(scope: &UnitScope, out: &mut Sink) {
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

fn no_signer(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        // An extract of minutes is signed by its secretary and chair; they stand in `hop`.
        let signed_by_meeting = !paper.meeting.is_absent();
        let final_form = paper.number.get().is_some() || scope.unit.has_handed_in();
        if final_form && paper.signer.is_absent() && !signed_by_meeting {
            let message = format!("{} của {} chưa ghi người ký", kind.name, scope.unit.short_name());
            out.say(Some(paper.at), message).paper(filed.name());
        }
    }
}

fn capacities(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in written(scope) {
        for signer in [paper.signer.get(), paper.confirmation.get()].into_iter().flatten() {
            if let Some((why, at)) = capacity_fault(signer) {
                out.say(Some(at), why).paper(filed.name());
            }
        }
    }
}

fn capacity_fault(signer: &Signer) -> Option<(String, At)> {
    let has = |c: Capacity| signer.capacities.iter().any(|x| *x == c);
    let at = signer.capacities.at.unwrap_or(signer.at);
    let deputy = fold(&signer.post).starts_with("pho ");
    if has(Capacity::OnBehalf) && signer.collective.is_absent() {
        return Some(("ký TM. nhưng chưa ghi tập thể được thay mặt (`tap_the`)".into(), at));
    }
    if has(Capacity::InPlace) && !deputy && signer.for_post.is_absent() {
        return Some((format!("ký KT. nhưng “{}” không phải cấp phó", signer.post.value), signer.post.at));
    }
    if (has(Capacity::ByOrder) || has(Capacity::Authorised)) && signer.for_post.is_absent() {
        return Some(("ký TL. hoặc TUQ. nhưng chưa ghi chức vụ của người đứng đầu (`ky_thay`)".into(), at));
    }
    if deputy && signer.capacities.items.is_empty() && !signer.capacities.faulty {
        return Some((format!("“{}” là cấp phó, ký văn bản thì ghi KT.", signer.post.value), signer.post.at));
    }
    None
}

fn markdown(scope: &UnitScope, out: &mut Sink) {
    for (filed, paper) in papers(scope) {
        let Some(body) = paper.body.get() else { continue };
        for problem in crate::markdown::problems(&body.text) {
            out.say(Some(within(scope, body, problem.offset.start)), problem.message).paper(filed.name());
        }
    }
}

/// The place in the file of a byte of a body, up to the end of its line. A body that does not stand
/// in the file line by line (quoted, folded) is only known as a whole.
fn within(scope: &UnitScope, body: &Markdown, offset: usize) -> At {
    let at = body.at;
    let Some(file) = scope.all.loaded.sources.get(at.file) else { return at };
    let Some(block) = file.text.get(at.start as usize..at.end as usize) else { return at };
    let head = body.text.get(..offset).unwrap_or_default();
    let said = head.rsplit('\n').next().unwrap_or_default();
    let n = head.matches('\n').count();
    let wanted = body.text.lines().nth(n).unwrap_or_default();
    let mut start = at.start as usize;
    for line in block.split_inclusive('\n').take(n) {
        start += line.len();
    }
    let line = file.text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or_default();
    let indent = line.len() - line.trim_start().len();
    let own = wanted.len() - wanted.trim_start().len();
    if nfc(line.trim()) != wanted.trim() {
        return At { end: at.start + 1, ..at };
    }
    let spoken: usize =
        line.chars().skip(indent).take(said.chars().count().saturating_sub(own)).map(char::len_utf8).sum();
    let byte = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    At { start: byte(start + indent + spoken), end: byte(start + line.len()), ..at }
}

fn no_template(scope: &UnitScope, out: &mut Sink) {
    for (filed, _) in written(scope) {
        let Some(kind) = scope.all.loaded.kinds.get(&filed.kind.text) else { continue };
        let declared = &scope.all.campaign.kinds;
        let misdeclared = declared.faulty || declared.get(&kind.code).is_some_and(|patch| patch.template.is_faulty());
        if !misdeclared && !(scope.all.has_template)(&kind.template) {
            out.say(Some(filed.kind.at), format!("loại văn bản `{}` không có mẫu để soạn", kind.code))
                .paper(filed.name());
        }
    }
}
