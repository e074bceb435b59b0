//! The table of rules: every code is well formed, explained, and broken by some fixture.

use std::collections::BTreeSet;

use hoso::finding::Rule;

/// The tests whose pinned findings count as fixtures.
const FIXTURES: &[&str] = &[
    include_str!("ban_mau.rs"),
    include_str!("can_cu.rs"),
    include_str!("dau_cuoi.rs"),
    include_str!("ho_so.rs"),
    include_str!("ho_ten.rs"),
    include_str!("khop.rs"),
    include_str!("khop_ngay.rs"),
    include_str!("ma_khai_sai.rs"),
    include_str!("mau_thuan.rs"),
    include_str!("muc_do.rs"),
    include_str!("phong_trao.rs"),
    include_str!("so_luong.rs"),
    include_str!("su_kien.rs"),
    include_str!("thanh_phan.rs"),
    include_str!("tieu_chuan.rs"),
    include_str!("van_ban.rs"),
    include_str!("van_ban_trong.rs"),
    include_str!("xet_duyet.rs"),
    include_str!("xet_duyet_dung.rs"),
    include_str!("xet_duyet_hop.rs"),
    include_str!("xet_duyet_neu_ra.rs"),
    include_str!("../loading/main.rs"),
    include_str!("../loading/files.rs"),
    include_str!("../../src/render/tests/engine.rs"),
    include_str!("../../src/render/tests/placing.rs"),
    include_str!("../../src/render/tests/proof.rs"),
    include_str!("../../src/render/tests/fooled.rs"),
    include_str!("../../src/render/tests/components.rs"),
    include_str!("../mau/mutants.rs"),
    include_str!("../issue/main.rs"),
    include_str!("../plan/rules.rs"),
    include_str!("../issue/states.rs"),
    include_str!("../issue/counted.rs"),
    include_str!("../office/corrections.rs"),
];

/// Every rule of the program.
pub fn rules() -> Vec<&'static Rule> {
    // What only a disk or a falling typesetter can break is shown in tests/cli.rs and by hand.
    hoso::rules().into_iter().filter(|rule| !hoso::output::RULES.iter().any(|own| own.code == rule.code)).collect()
}

#[test]
fn codes_are_unique_and_well_formed() {
    let mut seen = BTreeSet::new();
    for rule in rules() {
        let word = |w: &str| {
            let part = |p: &str| !p.is_empty() && p.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit());
            w.split('-').all(part)
        };
        let parts: Vec<&str> = rule.code.split('/').collect();
        assert!(parts.len() == 2 && parts.iter().all(|p| word(p)), "{}", rule.code);
        assert!(seen.insert(rule.code), "{} is there twice", rule.code);
    }
}

#[test]
fn every_rule_is_explained() {
    for rule in rules() {
        assert!(rule.says.ends_with('.') && rule.says.chars().count() > 20, "{} says `{}`", rule.code, rule.says);
        assert!(!rule.help.is_empty() && !rule.help.ends_with('.'), "{} helps `{}`", rule.code, rule.help);
        assert!(!rule.example.is_empty(), "{} has no example", rule.code);
        assert!(rule.clause.is_none_or(|clause| !clause.is_empty()), "{}", rule.code);
    }
}

#[test]
fn every_rule_is_broken_by_a_fixture() {
    // Pinned as a line of text, or compared by code in the tests of the room itself: alone, or in its table of mutants.
    let pinned =
        |Rule { code, .. }: &Rule| [format!("[{code}]: "), format!("code, \"{code}\""), format!("\"{code}\",")];
    let said = |rule: &&Rule| FIXTURES.iter().any(|text| pinned(rule).iter().any(|form| text.contains(form)));
    let missing: Vec<&str> = rules().iter().filter(|rule| !said(rule)).map(|rule| rule.code).collect();
    assert!(missing.is_empty(), "no fixture breaks {missing:#?}");
}
