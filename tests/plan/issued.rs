//! The plan gets its number like any paper: in its record, in its PDF, in the lock; from then on its file may not change.

use std::process::{Command, Output};

use crate::support::*;

const PDF: &str = "output/phuoc-long-2021/ke_hoach.pdf";

fn run(records: &Records, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hoso"));
    command.current_dir(records.home()).env_remove("COLUMNS").args(arguments).output().unwrap()
}

fn text(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

#[test]
fn a_numbered_plan_keeps_its_text() {
    let records = Records::phuoc_long();
    let before = records.read(CAMPAIGN);
    let issued = run(&records, &["issue", "--kind", "ke_hoach", "--so", "61", "--ngay", "26/4/2021"]);
    assert_eq!(issued.status.code(), Some(0), "{}", text(&issued));
    let changed: Vec<String> = {
        let after = records.read(CAMPAIGN);
        let pairs = before.lines().zip(after.lines());
        pairs.filter(|(old, new)| old != new).map(|(_, new)| new.trim().to_owned()).collect()
    };
    assert_eq!(changed, ["so: 61", "ngay: 2021-04-26"]);
    assert!(records.read("hoso.lock").contains("ke_hoach"));
    let verified = run(&records, &["verify", PDF]);
    assert_eq!(verified.status.code(), Some(0), "{}", text(&verified));
    let pdf = std::fs::read(records.home().join(PDF)).unwrap();
    // A word in the file of its body makes it another paper.
    let records = records.replace(PLAN, "# Mục đích, yêu cầu", "# Mục đích");
    let built = run(&records, &["build", "--kind", "ke_hoach"]);
    assert_eq!(built.status.code(), Some(1), "{}", text(&built));
    let told = text(&built);
    assert!(told.contains("lỗi[van-ban/da-cap-so]") && told.contains("phong-trao.yaml:"), "{told}");
    assert_eq!(std::fs::read(records.home().join(PDF)).unwrap(), pdf);
    let verified = run(&records, &["verify", PDF]);
    assert_eq!(verified.status.code(), Some(1), "{}", text(&verified));
}
