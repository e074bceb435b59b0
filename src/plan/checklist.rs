//! The checklist of a dossier: every required item, every criterion, every finding, and a conclusion.

use chrono::Datelike;
use serde_json::{Value, json};

use super::status;
use crate::check::criteria::{self, Verdict};
use crate::check::required::{self, Item, State};
use crate::check::{Scope, words};
use crate::finding::{Blocks, Finding};
use crate::record::Unit;

/// The block `kiem_tra`.
pub fn block(scope: &Scope, unit: &Unit, findings: &[Finding]) -> Value {
    let items = required::items(unit, scope.campaign, &scope.loaded.kinds);
    let ours: Vec<&Finding> = findings.iter().filter(|f| f.unit.as_deref() == Some(&unit.code)).collect();
    let rows: Vec<Value> = items.iter().enumerate().map(|(i, item)| row(i, item)).collect();
    json!({
        "thanh_phan": rows,
        "tieu_chi": criteria_rows(scope, unit),
        "phat_hien": ours.iter().map(|f| finding(scope, f)).collect::<Vec<_>>(),
        "ket_luan": conclusion(unit, &items, &ours),
        "tinh_trang": words::upper_first(status::of_unit(unit, &items, &ours).label()),
    })
}

fn row(index: usize, item: &Item) -> Value {
    let note = match item.state {
        State::Present(_) => "",
        State::Faulty => "Bản ghi còn lỗi",
        State::NotHandedIn => "Chưa nộp",
        State::Missing if item.mandatory => "Thiếu",
        State::Missing => "Không bắt buộc",
    };
    json!({
        "stt": (index + 1).to_string(),
        "ten": item.name,
        "cua": item.nominee.map_or_else(String::new, words::who),
        "co": matches!(item.state, State::Present(_)),
        "so_ngay": number_and_day(item),
        "ghi_chu": note,
        "dieu_khoan": item.clause.unwrap_or_default(),
    })
}

/// `số 15, ngày 18/5/2021`, as far as known.
pub fn number_and_day(item: &Item) -> String {
    let State::Present(paper) = item.state else { return String::new() };
    let number = paper.number.get().map(|n| format!("số {n}"));
    let day = paper.date.get().map(|d| format!("ngày {:02}/{}/{}", d.day(), words::month(d.value), d.year()));
    [number, day].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn criteria_rows(scope: &Scope, unit: &Unit) -> Vec<Value> {
    let mut rows = Vec::new();
    for nominee in unit.proposed() {
        for criterion in scope.campaign.criteria.iter().filter(|c| criteria::concerns(c, nominee)) {
            let (state, words_) = match criteria::judge(criterion, nominee, unit, scope) {
                Verdict::Met(words) => ("dat", words),
                Verdict::Failed(why, _) => ("khong_dat", why),
                Verdict::Unknown(why, _) => ("chua_ro", why),
                Verdict::Judgement => ("xem_xet", "do Ban Chỉ đạo xem xét".to_owned()),
            };
            rows.push(json!({
                "ma": criterion.code.value,
                "cua": words::upper_first(&words::who(nominee)),
                "noi_dung": criterion.text.get().map_or("", |t| &t.value),
                "dat": state,
                "ket_qua": words_,
                "dieu_khoan": criterion.clause.get().map_or("", |c| &c.value),
            }));
        }
    }
    rows
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
    let printable = |c: char| if c.is_whitespace() || (scope.has_glyph)(c) { c } else { '?' };
    let text: String = format!("{}{waived}", finding.message).replace('`', "").chars().map(printable).collect();
    json!({"muc": level, "noi_dung": words::upper_first(&text), "dieu_khoan": finding.clause_text().unwrap_or_default()})
}

fn conclusion(unit: &Unit, items: &[Item], findings: &[&Finding]) -> String {
    let lacking = items.iter().filter(|i| i.is_lacking()).count();
    let errors = findings.iter().filter(|f| f.is_error()).count();
    let kept_off = findings.iter().any(|f| f.is_error() && f.blocks == Some(Blocks::List));
    if unit.head.proposes_nobody.get().is_some() {
        return "Đơn vị có văn bản báo không đề nghị khen thưởng; không phải nộp hồ sơ.".into();
    }
    if !unit.has_handed_in() {
        return "Đơn vị chưa nộp hồ sơ.".into();
    }
    match (lacking, errors) {
        (0, 0) => "Hồ sơ đủ thành phần; đề nghị đưa vào bảng tổng hợp trình Ban Chỉ đạo xét.".into(),
        (0, n) if kept_off => {
            format!("Hồ sơ đủ thành phần nhưng còn {} điểm phải xử lý; chưa đưa vào bảng tổng hợp.", words::count(n))
        }
        (0, n) => format!("Hồ sơ đủ thành phần, còn {} lỗi phải sửa trước khi phát hành.", words::count(n)),
        (n, _) => format!("Hồ sơ còn thiếu {} thành phần; đề nghị đơn vị bổ sung.", words::count(n)),
    }
}
