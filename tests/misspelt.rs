//! Every key of a record, misspelt: one mistake, one finding, at the line of the mistake.
//!
//! The keys are taken from the files themselves, so a key that a campaign comes to use is tried as well. What may
//! say more, or say it elsewhere, is listed below with the reason.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing, clippy::string_slice)]

mod support;

use std::collections::BTreeMap;

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

/// What each misspelling of each key of a file gives, if it is not one finding at the line.
fn sweep(campaign: fn() -> Records, file: &str, slip: Slip, wrong: &mut Vec<(String, String)>) -> usize {
    let records = campaign();
    let mut before: BTreeMap<String, usize> = BTreeMap::new();
    for finding in records.check().findings {
        *before.entry(said(&finding)).or_default() += 1;
    }
    let text = records.read(file);
    let mut records = records;
    let mut tried = 0;
    for key in keys_of(&text) {
        let name = &text[key.start..key.end];
        let Some(bad) = slip(name).filter(|bad| !key.beside.contains(bad) && bad != name) else { continue };
        tried += 1;
        records = records.write(file, format!("{}{bad}{}", &text[..key.start], &text[key.end..]));
        let checked = records.check();
        let mut known = before.clone();
        let new: Vec<&Finding> = checked
            .findings
            .iter()
            .filter(|f| match known.get_mut(&said(f)) {
                Some(count) if *count > 0 => {
                    *count -= 1;
                    false
                }
                _ => true,
            })
            .collect();
        let line = text[..key.start].matches('\n').count() + 1;
        let here = |f: &Finding| f.place.as_ref().is_some_and(|p| *p.path == *file && p.line == line);
        if !matches!(new.as_slice(), [only] if here(only)) {
            let lines: Vec<String> = new.iter().map(|f| format!("    {}", support::line(f))).collect();
            wrong.push((format!("{file}:{line} {} → {bad}", key.path), lines.join("\n")));
        }
    }
    tried
}

/// The shipped campaign with three of its units, so that the test stays quick.
fn shipped() -> Records {
    let records = Records::phuoc_long();
    let kept = ["long-thuy", "noi-vu", "y-te"];
    let files: Vec<String> = std::fs::read_dir(records.path("don-vi"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !kept.iter().any(|kept| *name == format!("{kept}.yaml")))
        .collect();
    files.iter().fold(records, |records, name| records.remove(&format!("don-vi/{name}")))
}

#[test]
fn figures() {
    let small = ["phong-trao.yaml", RESULTS, SCHOOL, STATION, EAST, WEST];
    let large = ["phong-trao.yaml", RESULTS, "don-vi/long-thuy.yaml", "don-vi/noi-vu.yaml"];
    for (what, slip) in [("dropped", dropped as Slip), ("swapped", swapped), ("lost", lost)] {
        for (which, campaign, files) in
            [("small", Records::small as fn() -> Records, &small[..]), ("large", shipped, &large[..])]
        {
            let begun = std::time::Instant::now();
            let mut wrong = Vec::new();
            let tried: usize = files.iter().map(|file| sweep(campaign, file, slip, &mut wrong)).sum();
            let zero = wrong.iter().filter(|(_, lines)| lines.is_empty()).count();
            let many = wrong.iter().filter(|(_, lines)| lines.contains('\n')).count();
            println!(
                "== {what} {which}: tried {tried}, wrong {}, none {zero}, many {many}, elsewhere {} {:?}",
                wrong.len(),
                wrong.len() - zero - many,
                begun.elapsed()
            );
            for (key, lines) in &wrong {
                println!("{key}\n{}", lines.lines().take(6).collect::<Vec<_>>().join("\n"));
            }
        }
    }
}
