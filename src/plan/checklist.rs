//! The checklist of a dossier: every required item, every criterion, every finding, and a conclusion.

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::status;
use crate::check::criteria::{self, Verdict};
use crate::check::required::{self, Item, State};
use crate::check::{Scope, words};
use crate::finding::{Blocks, Finding};
use crate::record::Unit;
use crate::record::book::Issued;
use crate::record::campaign::{Criterion, NomineeKind, Origin};
use crate::record::paper::Paper;
use crate::record::text::same_words;
use crate::record::unit::{NoProposal, Nominee};

/// The block `kiem_tra`.
pub fn block(scope: &Scope, unit: &Unit, findings: &[Finding]) -> Value {
    let items = required::items(unit, scope.campaign, &scope.loaded.kinds);
    let ours: Vec<&Finding> = findings.iter().filter(|f| f.unit.as_deref() == Some(&unit.code)).collect();
    let criteria = criteria_groups(scope, unit);
    json!({
        "thanh_phan": unit.head.proposes_nobody.get().map_or_else(|| all_parts(&items, scope, unit), |letter| vec![letter_row(letter)]),
        "khong_de_nghi": unit.head.proposes_nobody.get().map_or("", |letter| &letter.reason.value),
        "tieu_chi": criteria,
        "phat_hien": ours.iter().map(|f| finding(scope, f)).collect::<Vec<_>>(),
        "ket_luan": conclusion(unit, &items, &ours, &open_criteria(&criteria)),
        "tinh_trang": status::of_unit(unit, &items, &ours).label(),
        "da_cap": issued(scope, unit),
    })
}

/// The unit's papers that have been issued, each with the SHA-256 of its PDF in groups that a line may part. The checklist is
/// never issued itself, so that it may tell what others are; no paper that is could.
fn issued(scope: &Scope, unit: &Unit) -> Vec<Value> {
    let row = |(paper, issued): (&String, &Issued)| {
        let (code, rest) = paper.strip_prefix(&format!("{}/", unit.code))?.split_once('-').unzip();
        let code = code.or_else(|| paper.rsplit('/').next())?;
        let kind = scope.loaded.kinds.get(code)?;
        let nominee =
            rest.and_then(|code| unit.nominee(code)).map_or_else(String::new, |n| format!(" của {}", words::who(n)));
        let groups: Vec<&str> =
            issued.sha256.as_bytes().chunks(GROUP).filter_map(|group| std::str::from_utf8(group).ok()).collect();
        Some(json!({
            "ten": format!("{} số {} ngày {}{nominee}", kind.name, issued.number, words::day(issued.day)),
            "sha256": groups.join(" "),
        }))
    };
    scope.loaded.issued.iter().filter_map(row).collect()
}

/// Digits of a hash that stand together.
const GROUP: usize = 8;

/// Neighbours with one clause in common. Where none share theirs, one run: each row then states its own.
struct Runs<'a, T> {
    runs: Vec<&'a [T]>,
    shared: bool,
}

fn runs<T>(all: &[T], clause: impl Fn(&T) -> &str) -> Runs<'_, T> {
    let runs: Vec<&[T]> = all.chunk_by(|a, b| clause(a) == clause(b)).collect();
    let shared = runs.len() < all.len() && all.iter().all(|one| !clause(one).is_empty());
    Runs { runs: if shared { runs } else { vec![all] }, shared }
}

/// What the campaign asks for, and below it what was handed in besides.
fn all_parts(items: &[Item], scope: &Scope, unit: &Unit) -> Vec<Value> {
    let mut groups = parts(items, unit);
    let beyond = required::beyond(unit, scope.campaign, &scope.loaded.kinds, items);
    if !beyond.is_empty() {
        let rows = beyond.iter().enumerate().map(|(i, item)| row(items.len() + i, item, unit, ""));
        groups.push(json!({"ten": "Giấy tờ khác đã nộp, ngoài thành phần hồ sơ", "cac": rows.collect::<Vec<_>>()}));
    }
    groups
}

fn parts(items: &[Item], unit: &Unit) -> Vec<Value> {
    fn clause<'a>(item: &Item<'a>) -> &'a str {
        item.clause.unwrap_or_default()
    }
    let numbered: Vec<(usize, &Item)> = items.iter().enumerate().collect();
    let Runs { runs, shared } = runs(&numbered, |(_, item)| clause(item));
    let group = |run: &&[(usize, &Item)]| {
        let title = run.first().filter(|_| shared).map_or("", |(_, item)| clause(item));
        let rows = run.iter().map(|(i, item)| row(*i, item, unit, if shared { "" } else { clause(item) }));
        json!({"ten": words::upper_first(title), "cac": rows.collect::<Vec<_>>()})
    };
    runs.iter().map(group).filter(|g| g["cac"] != json!([])).collect()
}

fn row(index: usize, item: &Item, unit: &Unit, clause: &str) -> Value {
    let (state, urgent) = match item.state {
        State::Present(_) => ("Có", false),
        State::Faulty => ("Bản ghi còn lỗi", true),
        State::NotHandedIn => ("Chưa nộp", item.mandatory),
        State::Missing if item.mandatory => ("Thiếu", true),
        State::Missing => ("Không bắt buộc", false),
    };
    json!({
        "stt": (index + 1).to_string(),
        "ten": item.name,
        "noi": link(item, unit),
        "ong_ba": item.nominee.map_or_else(String::new, |n| words::lower_first(words::honorific(n))),
        "cua": item.nominee.map_or_else(String::new, words::called),
        "tinh_trang": state,
        "can_xu_ly": urgent,
        "so_ngay": words::upper_first(&number_and_day(item, unit)),
        "dieu_khoan": clause,
    })
}

/// How a paper belongs to the nominee: a report is the nominee's own (`của`), what another body issues is about the
/// nominee (`đối với`).
pub fn link(item: &Item, unit: &Unit) -> &'static str {
    let elsewhere = match item.state {
        State::Present(paper) => issued_elsewhere(paper, unit),
        _ => None,
    };
    // A paper that is not there: of a kind that nobody here could write.
    let elsewhere = elsewhere.unwrap_or(item.kind.origin == Origin::Received && item.kind.blocks.is_empty());
    if elsewhere { "đối với" } else { "của" }
}

/// Whether another body than the unit issued the paper, where its record says who did.
fn issued_elsewhere(paper: &Paper, unit: &Unit) -> Option<bool> {
    paper.issuer.get().map(|issuer| !same_words(&issuer.value, unit.name()))
}

/// The one paper of a unit that proposes nobody: the letter that says so.
fn letter_row(letter: &NoProposal) -> Value {
    let number_and_day = letter_number_and_day(letter);
    let (state, urgent) = match letter.number.is_faulty() || letter.date.is_faulty() {
        true => ("Bản ghi còn lỗi", true),
        false if number_and_day.is_empty() => ("Chưa ghi số, ngày", true),
        false => ("Có", false),
    };
    json!({"ten": "", "cac": [{
        "stt": "1",
        "ten": letter_name(letter),
        "noi": "",
        "ong_ba": "",
        "cua": "",
        "tinh_trang": state,
        "can_xu_ly": urgent,
        "so_ngay": words::upper_first(&number_and_day),
        "dieu_khoan": "",
    }]})
}

/// `Công văn về việc không đề nghị khen thưởng`.
pub fn letter_name(letter: &NoProposal) -> String {
    format!("{} về việc không đề nghị khen thưởng", letter_kind(letter))
}

fn letter_kind(letter: &NoProposal) -> &str {
    letter.kind.get().map_or("Công văn", |kind| &kind.value)
}

/// `số 21/BC-YT ngày 19/5/2021`, as far as known.
pub fn letter_number_and_day(letter: &NoProposal) -> String {
    let symbol = letter.symbol.get().map_or("", |s| &s.value);
    cited(letter.number.get().map(ToString::to_string), symbol, letter.date.get().map(|d| d.value))
}

/// `số 15/TTr-UBND ngày 18/5/2021`, as far as known.
pub fn number_and_day(item: &Item, unit: &Unit) -> String {
    let State::Present(paper) = item.state else { return String::new() };
    let body = unit.head.abbreviation.get().filter(|_| issued_elsewhere(paper, unit) != Some(true));
    let made = body.map_or_else(String::new, |body| item.kind.symbol(body));
    let symbol = paper.symbol.get().map_or(made.as_str(), |s| &s.value);
    cited(paper.number.get().map(ToString::to_string), symbol, paper.date.get().map(|d| d.value))
}

fn cited(number: Option<String>, symbol: &str, day: Option<NaiveDate>) -> String {
    let symbol = if symbol.is_empty() { String::new() } else { format!("/{symbol}") };
    let number = number.map(|n| format!("số {n}{symbol}"));
    let day = day.map(|d| format!("ngày {}", words::day(d)));
    [number, day].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// Criteria by kind of nominee and by clause. A criterion is stated once, however many nominees it is judged
/// for, and so is a clause that neighbours share: repeated, they would make the paper twice as long.
fn criteria_groups(scope: &Scope, unit: &Unit) -> Vec<Value> {
    let kinds = [
        (Some(NomineeKind::Collective), "Tập thể"),
        (Some(NomineeKind::Household), "Hộ gia đình"),
        (Some(NomineeKind::Individual), "Cá nhân"),
        (None, "Chưa rõ loại đối tượng"),
    ];
    let mut groups: Vec<Value> = kinds.iter().flat_map(|(kind, title)| groups_of(scope, unit, *kind, title)).collect();
    let rows = groups.iter_mut().filter_map(|group| group.get_mut("cac")?.as_array_mut()).flatten();
    for (row, number) in rows.filter_map(Value::as_object_mut).zip(1..) {
        row.insert("stt".into(), i32::to_string(&number).into());
    }
    groups
}

/// More nominees than these are counted, not named: their row would not fit a page.
const NAMED: usize = 6;

fn groups_of(scope: &Scope, unit: &Unit, kind: Option<NomineeKind>, title: &str) -> Vec<Value> {
    fn clause(criterion: &Criterion) -> &str {
        criterion.clause.get().map_or("", |c| &c.value)
    }
    let nominees: Vec<&Nominee> = unit.proposed().filter(|n| n.kind.get().copied() == kind).collect();
    let Some(first) = nominees.first() else { return Vec::new() };
    let all = match nominees.len() {
        count if count > NAMED => format!("{} {}", words::count(count), words::lower_first(title)),
        _ => format!("{title}: {}", nominees.iter().map(|n| words::unbroken(n)).collect::<Vec<_>>().join("; ")),
    };
    let apply: Vec<&Criterion> = scope.campaign.criteria.iter().filter(|c| criteria::concerns(c, first)).collect();
    let Runs { runs, shared } = runs(&apply, |c| clause(c));
    let group = |(i, run): (usize, &&[&Criterion])| {
        let who = if i == 0 { all.clone() } else { title.to_owned() };
        let common = run.first().filter(|_| shared).map_or_else(String::new, |c| format!(" ({})", clause(c)));
        let row = |c: &&Criterion| {
            let outcome = outcome(c, &nominees, unit, scope);
            json!({
                "noi_dung": c.text.get().map_or("", |t| &t.value),
                "dieu_khoan": if shared { "" } else { clause(c) },
                "ket_qua": outcome.0,
                "ly_do": outcome.1,
            })
        };
        json!({"ten": format!("{who}{common}"), "cac": run.iter().map(row).collect::<Vec<_>>()})
    };
    // A kind of nominee that no criterion is about has no group.
    runs.iter().filter(|run| !run.is_empty()).enumerate().map(group).collect()
}

const JUDGED: &str = "Cần xem xét";
const UNCLEAR: &str = "Chưa rõ";

/// The worst verdict on the nominees, and what it rests on: for each by name unless it is the same for all.
fn outcome(criterion: &Criterion, nominees: &[&Nominee], unit: &Unit, scope: &Scope) -> (&'static str, String) {
    let judge = |nominee: &&Nominee| match criteria::judge(criterion, nominee, unit, scope) {
        Verdict::Met(words) => (0, words),
        Verdict::Judgement => (1, "do cấp có thẩm quyền xem xét, đánh giá".to_owned()),
        Verdict::Unknown(why, _) => (2, why),
        Verdict::Failed(why, _) => (3, why),
    };
    let word = |rank| ["Đạt", JUDGED, UNCLEAR, "Không đạt"].get(rank).copied().unwrap_or_default();
    let all: Vec<(usize, String)> = nominees.iter().map(judge).collect();
    let worst = all.iter().map(|(rank, _)| *rank).max().unwrap_or_default();
    let Some((first, rest)) = all.split_first() else { return ("", String::new()) };
    if rest.iter().all(|other| other == first) {
        return (word(worst), words::upper_first(&first.1));
    }
    let one_verdict = rest.iter().all(|other| other.0 == first.0);
    let of = |(nominee, (rank, why)): (&&Nominee, &(usize, String))| {
        let verdict = if one_verdict { String::new() } else { words::lower_first(word(*rank)) };
        let said = [verdict, why.clone()].into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(", ");
        format!("{}: {said}", words::unbroken(nominee))
    };
    let each: Vec<String> = nominees.iter().zip(&all).map(of).collect();
    (word(worst), words::upper_first(&each.join("; ")))
}

/// A finding on paper; a character that the typeface lacks is the one thing it may not print.
fn finding(scope: &Scope, finding: &Finding) -> Value {
    let level = match (&finding.waived, finding.is_error()) {
        (Some(_), _) => "Đã miễn",
        (None, true) => "Lỗi",
        (None, false) => "Cảnh báo",
    };
    let waived = finding
        .waived
        .as_ref()
        .map_or_else(String::new, |w| format!(" (đã miễn: {}; người duyệt: {})", w.reason, w.by));
    let text = printable(scope, &format!("{}{waived}", finding.message).replace('`', ""));
    json!({"muc": level, "noi_dung": words::upper_first(&text), "dieu_khoan": finding.clause_text().unwrap_or_default()})
}

/// A text of which nobody knows whether it can be printed, with a mark for what cannot.
pub fn printable(scope: &Scope, text: &str) -> String {
    text.chars().map(|c| if c.is_whitespace() || (scope.has_glyph)(c) { c } else { '?' }).collect()
}

/// What the criteria leave open, by the numbers of their rows: `; còn nội dung tại số thứ tự 7, 9 cần xem xét; 3 chưa rõ (mục II)`, or
/// nothing.
fn open_criteria(groups: &[Value]) -> String {
    let rows = || groups.iter().filter_map(|group| group["cac"].as_array()).flatten();
    let with = |outcome: &str| {
        let open = rows().filter(|row| row["ket_qua"] == outcome).filter_map(|row| row["stt"].as_str());
        let numbers: Vec<&str> = open.collect();
        (!numbers.is_empty()).then(|| format!("{} {}", numbers.join(", "), words::lower_first(outcome)))
    };
    let open: Vec<String> = [JUDGED, UNCLEAR].into_iter().filter_map(with).collect();
    if open.is_empty() {
        String::new()
    } else {
        format!("; còn nội dung tại số thứ tự {} (mục II)", open.join("; "))
    }
}

fn conclusion(unit: &Unit, items: &[Item], findings: &[&Finding], open: &str) -> String {
    let lacking = items.iter().filter(|i| i.is_lacking()).count();
    let errors = findings.iter().filter(|f| f.is_error()).count();
    let kept_off = findings.iter().any(|f| f.is_error() && f.blocks == Some(Blocks::List));
    if let Some(letter) = unit.head.proposes_nobody.get() {
        let (name, kind) = (unit.name(), letter_kind(letter));
        let cited = match letter_number_and_day(letter) {
            unknown if unknown.is_empty() => format!("({kind} chưa ghi số, ngày)"),
            known => format!("tại {kind} {known}"),
        };
        return format!("{name} báo cáo không đề nghị khen thưởng {cited}; không phải nộp hồ sơ.");
    }
    if !unit.has_handed_in() {
        return "Đơn vị chưa nộp hồ sơ.".into();
    }
    match (lacking, errors) {
        (0, 0) if findings.is_empty() && open.is_empty() => {
            "Hồ sơ đủ thành phần, không có vướng mắc; đề nghị đưa vào bảng tổng hợp để xét khen thưởng.".into()
        }
        (0, 0) => format!("Hồ sơ đủ thành phần{open}; đề nghị đưa vào bảng tổng hợp để xét khen thưởng."),
        (0, n) if kept_off => {
            format!("Hồ sơ đủ thành phần nhưng còn {} điểm phải xử lý; chưa đưa vào bảng tổng hợp.", words::count(n))
        }
        (0, n) => format!("Hồ sơ đủ thành phần, còn {} lỗi phải sửa trước khi phát hành.", words::count(n)),
        (n, _) => format!("Hồ sơ còn thiếu {} thành phần; đề nghị đơn vị bổ sung.", words::count(n)),
    }
}
