//! Print on a blank: only texts at their places, each in the size that its place is for.

use serde_json::Value as Json;

use super::ledger::{Ledger, Subject};
use super::page::quote;
use super::seen::Seen;
use super::{Profile, rules};

/// Enters everything about print on a blank.
pub(super) fn measure(seen: &Seen, data: &Json, profile: Profile, ledger: &mut Ledger) {
    if profile == Profile::Blank {
        components(seen, ledger);
        shrunk(seen, data, ledger);
    }
}

/// What is printed on a blank has no components: a paper that has them is no blank.
fn components(seen: &Seen, ledger: &mut Ledger) {
    let component = seen.pieces.iter().find(|piece| seen.runs_of(piece).next().is_some());
    let page = component.map_or(0, |piece| piece.page);
    let read = || component.map_or_else(String::new, |piece| piece.part.name().to_owned());
    ledger.absent(Subject::new(&rules::BLANK, "thành phần thể thức trên phôi"), page, component.is_none(), read);
}

/// A text set smaller than its place says still fits, but no longer looks like the others: whoever prints it has to know
/// whose it is.
fn shrunk(seen: &Seen, data: &Json, ledger: &mut Ledger) {
    if seen.shrunk.is_empty() {
        ledger.absent(Subject::new(&rules::SHRUNK, "chữ phải thu nhỏ"), 0, true, String::new);
    }
    let said = |key: &str| data.pointer(key).and_then(Json::as_str).unwrap_or_default();
    let whose = match (said("/nguoi/ten"), said("/nguoi/ong_ba").to_lowercase()) {
        ("", _) => String::new(),
        (name, honorific) if honorific.is_empty() => format!(" của {name}"),
        (name, honorific) => format!(" của {honorific} {name}"),
    };
    for one in &seen.shrunk {
        let read = || format!("{}{whose} in cỡ {}", quote(&one.text), points(one.size));
        let subject = Subject::new(&rules::SHRUNK, place(&one.place));
        ledger.fact(subject, one.page, false, read, &format!("cỡ {}", points(one.wanted)));
    }
}

fn points(size: f64) -> String {
    format!("{size} pt").replace('.', ",")
}

/// A place as people call it.
fn place(key: &str) -> &'static str {
    match key {
        "ten" => "tên người được tặng",
        "don_vi" => "chức vụ, đơn vị",
        "thanh_tich" => "thành tích",
        "nguoi_tang" => "người tặng",
        "so_quyet_dinh" => "số quyết định",
        "dia_danh_ngay" => "địa danh, ngày",
        "chuc_vu" => "chức vụ người ký",
        "ho_ten" => "họ tên người ký",
        _ => "chữ trên phôi",
    }
}
