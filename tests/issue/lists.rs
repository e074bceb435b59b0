//! What is read of what was issued: `register`, and `verify` of all that the lock names.

use super::*;

#[test]
fn the_register_of_outgoing_papers() {
    let records = records();
    sound(&issue(&records, &[]));
    let output = run(&records, &["register"]);
    sound(&output);
    insta::assert_snapshot!("register", text(&output.stdout));
    let output = run(&records, &["so-van-ban-di", "--format", "csv"]);
    sound(&output);
    insta::assert_snapshot!("register_csv", text(&output.stdout).replace("\r\n", "\n"));
    let answer: Value = serde_json::from_slice(&run(&records, &["register", "--format", "json"]).stdout).unwrap();
    let papers = answer["papers"].as_array().unwrap();
    let own = papers.iter().find(|paper| paper["paper"] == "truong-hoa-mai/to_trinh").unwrap();
    assert_eq!((&own["number"], &own["locked"]), (&"09/TTr-THHM".into(), &true.into()));
    // What has no number yet is in no register.
    assert!(!text(&run(&super::records(), &["register"]).stdout).contains("THHM"));
}

/// Two bodies may give the same number, one body not within a series.
#[test]
fn a_number_used_twice() {
    let records = records();
    let third = [&ISSUE[..5], &["--so", "3", "--ngay", "8/7/2026"]].concat();
    sound(&run(&records, &third));
    let shared =
        super::records().set(CAMPAIGN, "so_van_ban", "{chung: [ke_hoach, to_trinh]}").set(SCHOOL, "ke_hoach.so", "9");
    let before = shared.read(SCHOOL);
    let output = issue(&shared, &["--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        matches!(told("van-ban/trung-so", &output).as_slice(), [only] if only.starts_with("records/xa-mau-2026/don-vi/"))
    );
    assert!(shared.read(SCHOOL) == before && !shared.path(LOCK).exists());
    let taken =
        Records::small().set(CAMPAIGN, "so_van_ban", "{chung: [ke_hoach, to_trinh]}").set(SCHOOL, "ke_hoach.so", "9");
    let output = run(&taken, &["register", "--format", "json"]);
    assert_eq!((output.status.code(), told("van-ban/trung-so", &output).len()), (Some(1), 1));
}

#[test]
fn all_that_the_lock_names() {
    let records = records();
    sound(&issue(&records, &[]));
    let whole = std::fs::read(pdf(&records)).unwrap();
    let verify = || run(&records, &["verify"]);
    sound(&verify());
    insta::assert_snapshot!("verify_of_the_lock", text(&verify().stdout));
    let mut altered = whole.clone();
    let id = altered.windows(5).position(|bytes| bytes == b"/ID[(").unwrap();
    altered[id + 5] ^= 1;
    std::fs::write(pdf(&records), altered).unwrap();
    let output = verify();
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("verify_of_an_altered_paper", text(&output.stdout));
    std::fs::remove_file(pdf(&records)).unwrap();
    let output = verify();
    assert_eq!(output.status.code(), Some(1));
    insta::assert_snapshot!("verify_of_a_paper_that_is_gone", text(&output.stdout));
    // What another template makes otherwise is proved by the lock.
    std::fs::write(pdf(&records), &whole).unwrap();
    let mine = tempfile::tempdir().unwrap();
    let template = std::fs::read_to_string("templates/to_trinh.typ").unwrap();
    std::fs::write(mine.path().join("to_trinh.typ"), template + "\n#v(1pt)\nThêm\n").unwrap();
    let output = run(&records, &["verify", "--format", "json", "--templates", mine.path().to_str().unwrap()]);
    sound(&output);
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(
        (&answer["files"][0]["verdict"], &answer["files"][0]["issued"]),
        (&"other_version".into(), &true.into())
    );
}

/// A paper whose record has its number already is entered as it stands; several in one lock.
#[test]
fn a_paper_that_was_numbered_before() {
    let records = super::records();
    let text = records.read(STATION);
    let station = ["issue", "--unit", "tram-y-te", "--kind", "to_trinh", "--so", "3", "--ngay", "14/7/2026"];
    sound(&run(&records, &station));
    assert_eq!(records.read(STATION), text);
    // That somebody changed its record meanwhile is no matter of another paper.
    let records = records.write(STATION, text.replace("Kiều Thị Lan", "Kiều Thị Lam"));
    sound(&issue(&records, &[]));
    assert_eq!(told("van-ban/da-cap-so", &run(&records, &["check", "--format", "json"])).len(), 1);
    let records = records.write(STATION, &text);
    let lock = records.read(LOCK);
    assert!(lock.find("tram-y-te/to_trinh").unwrap() < lock.find("truong-hoa-mai/to_trinh").unwrap());
    sound(&run(&records, &["verify"]));
}
