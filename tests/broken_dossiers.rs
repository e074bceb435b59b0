//! What a clerk reads: the whole answer of `check` on the shipped campaign when many dossiers are broken at once.
//!
//! Every other test looks at one finding; here all of them stand below each other, as they do on a screen.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use std::process::Command;

use support::Records;

/// One unit, one fault: each as it comes up when a clerk types a dossier from paper.
fn broken() -> Records {
    Records::phuoc_long()
        // A received dossier without its extract of the minutes.
        .without("don-vi/long-thuy.yaml", "ho_so.trich_bien_ban")
        // A misspelt key that is required, and one that is not.
        .replace("don-vi/phuoc-tin.yaml", "dia_danh: Phước Tín", "dia_dahn: Phước Tín")
        .replace("don-vi/phuoc-tin.yaml", "      dia_diem: Phòng họp", "      dia_diemm: Phòng họp")
        // More votes than people, more people than were asked, and one who did not pass.
        .set("don-vi/thac-mo.yaml", "ho_so.trich_bien_ban.hop.co_mat", "32")
        .set("don-vi/long-giang.yaml", "ho_so.trich_bien_ban.bieu_quyet[tap-the].dong_y", "27")
        .set("don-vi/son-giang.yaml", "ho_so.trich_bien_ban.bieu_quyet[tap-the].dong_y", "2")
        .set("don-vi/son-giang.yaml", "ho_so.trich_bien_ban.bieu_quyet[tap-the].khong_dong_y", "19")
        // A day that no calendar has, and one that comes before its turn.
        .set("don-vi/kinh-te.yaml", "ho_so.to_trinh.ngay", "31/4/2021")
        .set("don-vi/thanh-tra.yaml", "ho_so.to_trinh.ngay", "2021-05-02")
        // A quote that never closes.
        .replace("don-vi/noi-vu.yaml", "dia_danh: Phước Long", "dia_danh: \"Phước Long")
        // A character that no typeface for official papers has, and one that nobody sees.
        .replace("don-vi/y-te.yaml", "ten: Phòng Y tế", "ten: Phòng Y tế 💡")
        .replace("don-vi/tu-phap.yaml", "viet_tat: TP", "viet_tat: \"T\\u0007P\"")
        // Handed in on the last day that is too late, and not at all.
        .set("don-vi/long-phuoc.yaml", "tiep_nhan[0].ngay", "25/5/2021")
        .set("don-vi/phuoc-binh.yaml", "tiep_nhan", "[]")
}

/// What `check` prints in that many columns, which no line may exceed.
fn check(records: &Records, columns: &str) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_hoso"))
        .current_dir(records.home())
        .env("COLUMNS", columns)
        .args(["check", "--den-ngay", "1/6/2021"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(output.stderr.is_empty());
    let text = String::from_utf8(output.stdout).unwrap();
    let width: usize = columns.parse().unwrap();
    for line in text.lines() {
        assert!(line.chars().count() <= width && line.trim_end() == line, "{line}");
        assert!(!line.chars().any(char::is_control), "{line:?}");
    }
    text
}

#[test]
fn at_eighty_columns() {
    insta::assert_snapshot!(check(&broken(), "80"));
}

#[test]
fn at_a_hundred_and_twenty_columns() {
    insta::assert_snapshot!(check(&broken(), "120"));
}

#[test]
fn the_width_is_eighty_where_nobody_states_one() {
    let records = broken();
    let plain = check(&records, "80");
    for columns in ["", "rộng", "-1", "80.5"] {
        let output = Command::new(env!("CARGO_BIN_EXE_hoso"))
            .current_dir(records.home())
            .env("COLUMNS", columns)
            .args(["check", "--den-ngay", "1/6/2021"])
            .output()
            .unwrap();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), plain, "{columns:?}");
    }
}
