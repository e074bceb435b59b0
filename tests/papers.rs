//! What a paper's data says, and no more: the room `plan` on the small campaign.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use serde_json::{Value, json};
use support::*;

const REPORT: &str = "truong-hoa-mai/bao_cao_thanh_tich-tap-the.pdf";

fn data(records: Records, path: &str) -> Value {
    records.check().document(path).data.clone()
}

fn past(awards: &str) -> Value {
    data(Records::small().set(SCHOOL, "de_nghi[tap-the].da_khen", awards), REPORT)["nguoi"].clone()
}

#[test]
fn titles_and_awards_are_two_tables_once_one_of_them_is_marked() {
    let unsorted = past("[{nam: 2024, hinh_thuc: Lao động tiên tiến}, {nam: 2025, hinh_thuc: Giấy khen}]");
    assert_eq!(unsorted["chia_danh_hieu"], false);
    assert_eq!(unsorted["da_khen"].as_array().unwrap().len(), 2);

    let sorted =
        past("[{nam: 2024, hinh_thuc: Lao động tiên tiến, la_danh_hieu: true}, {nam: 2025, hinh_thuc: Giấy khen}]");
    assert_eq!(sorted["chia_danh_hieu"], true);
    assert_eq!(sorted["danh_hieu"], json!([{"nam": "2024", "hinh_thuc": "Lao động tiên tiến", "quyet_dinh": ""}]));
    assert_eq!(sorted["da_khen"], json!([{"nam": "2025", "hinh_thuc": "Giấy khen", "quyet_dinh": ""}]));

    let no_title = past("[{nam: 2025, hinh_thuc: Giấy khen, la_danh_hieu: false}]");
    assert_eq!((&no_title["chia_danh_hieu"], &no_title["danh_hieu"]), (&json!(true), &json!([])));
}
