//! Every key of a record, misspelt: one mistake, one finding, at the line of the mistake.
//!
//! The keys are taken from the files themselves, so a key that a campaign comes to use is tried as well. What may
//! say more, or say it elsewhere, is listed below with the reason.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use std::collections::{BTreeMap, BTreeSet};

use hoso::finding::{Finding, Sources};
use hoso::record::yaml::{self, Node, Value};
use support::*;

/// How a key is spoilt; none where it cannot be.
type Slip = fn(&str) -> Option<String>;

/// Without the letter in the middle.
fn dropped(key: &str) -> Option<String> {
    let middle = key.len() / 2;
    let at = (middle..key.len()).chain(0..middle).find(|n| key.as_bytes()[*n].is_ascii_alphanumeric())?;
    let short = format!("{}{}", &key[..at], &key[at + 1..]);
    (!short.is_empty()).then_some(short)
}

/// With the last two letters that differ in each other's place.
fn swapped(key: &str) -> Option<String> {
    let bytes = key.as_bytes();
    let letter = |n: usize| bytes[n].is_ascii_alphanumeric();
    let at = (1..key.len()).rev().find(|n| letter(*n) && letter(n - 1) && bytes[*n] != bytes[n - 1])?;
    Some(format!("{}{}{}{}", &key[..at - 1], &key[at..=at], &key[at - 1..at], &key[at + 1..]))
}

/// Beyond recognition.
fn lost(_: &str) -> Option<String> {
    Some("xyzxyzxyz".to_owned())
}

/// A key as the file writes it: the way to it, its bytes, and the keys beside it.
struct Written {
    path: String,
    start: usize,
    end: usize,
    beside: Vec<String>,
}

fn keys(node: &Node, path: &str, out: &mut Vec<Written>) {
    match &node.value {
        Value::Map(entries) => {
            for (key, value) in entries {
                let path = if path.is_empty() { key.name.clone() } else { format!("{path}.{}", key.name) };
                let beside = entries.iter().map(|(k, _)| k.name.clone()).collect();
                out.push(Written {
                    path: path.clone(),
                    start: key.at.start as usize,
                    end: key.at.end as usize,
                    beside,
                });
                keys(value, &path, out);
            }
        }
        Value::List(items) => items.iter().enumerate().for_each(|(n, item)| keys(item, &format!("{path}[{n}]"), out)),
        _ => {}
    }
}

fn keys_of(text: &str) -> Vec<Written> {
    let (mut sources, mut findings) = (Sources::default(), Vec::new());
    let id = sources.add("tệp.yaml", text);
    let root = yaml::parse(id, sources.get(id).unwrap(), 0, &mut findings).unwrap();
    let mut out = Vec::new();
    keys(&root, "", &mut out);
    out
}

/// A finding without its place in the line, which the misspelling may move.
fn said(finding: &Finding) -> String {
    let place = finding.place.as_ref().map_or_else(String::new, |p| format!("{}:{}", p.path, p.line));
    format!("{place} {} {}", finding.rule.code, finding.message)
}

/// Which keys of a file are tried.
#[derive(Clone, Copy, PartialEq)]
enum Which {
    /// Every one, wherever it stands.
    Every,
    /// The first of those that differ only in their place in a list, or in the unit or nominee they are about.
    First,
}

/// Misspells the keys of a file, one at a time, and tells what is then said, where it is not one finding at the line.
fn sweep(records: Records, file: &str, which: Which, slip: Slip) -> (usize, BTreeMap<String, String>) {
    let mut before: BTreeMap<String, usize> = BTreeMap::new();
    for finding in records.check().findings {
        *before.entry(said(&finding)).or_default() += 1;
    }
    let text = records.read(file);
    let (mut records, mut tried, mut wrong, mut seen) = (records, 0, BTreeMap::new(), BTreeSet::new());
    for key in keys_of(&text) {
        let name = &text[key.start..key.end];
        let Some(bad) = slip(name).filter(|bad| !key.beside.contains(bad)) else { continue };
        // Codes of units and nominees have a hyphen.
        let steps = key.path.split('.').filter(|step| !step.contains('-')).map(|step| step.split('[').next().unwrap());
        let place: Vec<&str> = steps.collect();
        if !seen.insert(place.join(".")) && which == Which::First {
            continue;
        }
        tried += 1;
        records = records.write(file, format!("{}{bad}{}", &text[..key.start], &text[key.end..]));
        let mut known = before.clone();
        let is_new = |finding: &&Finding| match known.get_mut(&said(finding)) {
            Some(count) if *count > 0 => {
                *count -= 1;
                false
            }
            _ => true,
        };
        let checked = records.check();
        let new: Vec<&Finding> = checked.findings.iter().filter(is_new).collect();
        let row = text[..key.start].matches('\n').count() + 1;
        let here = |f: &Finding| f.place.as_ref().is_some_and(|p| *p.path == *file && p.line == row);
        if !matches!(new.as_slice(), [only] if here(only)) {
            let lines: Vec<String> = new.iter().map(|f| format!("    {}", line(f))).collect();
            wrong.insert(key.path, format!("{file}:{row} `{bad}`\n{}", lines.join("\n")));
        }
    }
    (tried, wrong)
}

/// All files of the small campaign.
const SMALL: [&str; 6] = [CAMPAIGN, RESULTS, SCHOOL, STATION, EAST, WEST];

/// The shipped campaign with two of its units, so that the test stays quick.
fn shipped() -> Records {
    let records = Records::phuoc_long();
    let kept = ["long-thuy.yaml", "noi-vu.yaml"];
    let files =
        std::fs::read_dir(records.path("don-vi")).unwrap().map(|f| f.unwrap().file_name().into_string().unwrap());
    let others: Vec<String> = files.filter(|name| !kept.contains(&name.as_str())).collect();
    others.iter().fold(records, |records, name| records.remove(&format!("don-vi/{name}")))
}

/// The file of one of them, and those of the campaign.
const SHIPPED: [&str; 3] = [CAMPAIGN, RESULTS, "don-vi/noi-vu.yaml"];

/// Sweeps; what is not one finding at the line must be one of those that may be otherwise.
#[track_caller]
fn judge(campaign: fn() -> Records, files: &[&str], which: Which, slip: Slip, otherwise: &dyn Fn(&str) -> bool) {
    let (mut tried, mut wrong) = (0, BTreeMap::new());
    for file in files {
        let (count, found) = sweep(campaign(), file, which, slip);
        tried += count;
        wrong.extend(found.into_iter().map(|(path, what)| (format!("{file} {path}"), what)));
    }
    let none = wrong.values().filter(|said| said.lines().count() == 1).count();
    let several = wrong.values().filter(|said| said.lines().count() > 2).count();
    println!(
        "{tried} keys: {none} without a finding, {several} with several, {} elsewhere",
        wrong.len() - none - several
    );
    assert!(tried > 100, "only {tried} keys were tried");
    wrong.retain(|path, _| !otherwise(path));
    let surprises: Vec<String> = wrong.iter().map(|(path, what)| format!("{path}: {what}")).collect();
    assert!(surprises.is_empty(), "{} of {tried}:\n{}", surprises.len(), surprises.join("\n"));
}

/// A code that is declared and used but once may be the slip on either side, and is said where it is used; what nothing
/// refers to by its code may have any.
const CODES_OF_SMALL: [&str; 3] = [
    // Used by nothing.
    "phong-trao.yaml co_quan.ubnd",
    // Used once: `thuong_truc`; the kind of one unit.
    "phong-trao.yaml co_quan.van-hoa-xa-hoi",
    "phong-trao.yaml loai_don_vi.tram_y_te",
];
const CODES_OF_SHIPPED: [&str; 7] = [
    // Used by nothing, or by no unit of those that are left here.
    "phong-trao.yaml co_quan.bcd",
    "phong-trao.yaml loai_don_vi.ban_qlda",
    "phong-trao.yaml loai_don_vi.ubnd_xa",
    // Used once: `dung_dau_cua`, `so_luong`; the kind of one unit.
    "phong-trao.yaml co_quan.ubnd",
    "phong-trao.yaml hinh_thuc_khen.bang_khen",
    "phong-trao.yaml loai_don_vi.phong_ban",
    "phong-trao.yaml loai_don_vi.ubnd_phuong",
];

#[test]
fn a_letter_left_out_in_the_small_campaign() {
    judge(Records::small, &SMALL, Which::Every, dropped, &|key| CODES_OF_SMALL.contains(&key));
}

#[test]
fn two_letters_swapped_in_the_small_campaign() {
    judge(Records::small, &SMALL, Which::Every, swapped, &|key| CODES_OF_SMALL.contains(&key));
}

#[test]
fn a_letter_left_out_in_the_shipped_campaign() {
    judge(shipped, &SHIPPED, Which::First, dropped, &|key| CODES_OF_SHIPPED.contains(&key));
}

/// Nobody can tell what a code that resembles none was meant for: what then lacks is said besides.
fn is_code(key: &str) -> bool {
    let (file, key) = key.split_once(' ').unwrap();
    let tables = ["co_quan", "hinh_thuc_khen", "loai_don_vi", "thang_xep_loai", "loai_van_ban", "ten_goi", "don_vi"];
    let steps: Vec<&str> = key.split('.').collect();
    match steps.as_slice() {
        // A kind of paper, or the nominee it is about.
        ["ho_so", _] => true,
        ["ho_so", kind, _] => ["bao_cao_thanh_tich", "bao_cao_tom_tat", "chung_nhan_sang_kien"].contains(kind),
        [table, _] => tables.contains(table) && !file.starts_with("don-vi/"),
        _ => false,
    }
}

#[test]
fn beyond_recognition_in_the_small_campaign() {
    judge(Records::small, &SMALL, Which::Every, lost, &is_code);
}

#[test]
fn beyond_recognition_in_the_shipped_campaign() {
    judge(shipped, &SHIPPED, Which::First, lost, &is_code);
}
