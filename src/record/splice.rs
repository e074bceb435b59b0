//! Writing number and day into a record, keeping every other byte.
//!
//! The text is not written anew but spliced at the places that the reader knows; then it is read again, and what it says has
//! to be what it said before but for the two values. Where that cannot be had, nothing is changed and the clerk types the lines.

use super::file;
use super::scalar::date_parts;
use super::yaml::{Node, Value};
use crate::finding::{At, Finding, Sources};

/// Key of the number.
pub const NUMBER: &str = "so";
/// Key of the day.
pub const DAY: &str = "ngay";

/// Why a record was left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unspliced {
    /// It has no such paper.
    NoPaper,
    /// Another number or day stands there.
    Taken,
    /// It is written in a way in which no value can be put in safely.
    Form,
}

/// The text of a record with number and day in the paper that stands below `keys`.
///
/// # Errors
/// The record cannot be spliced.
///
/// ```
/// use hoso::record::splice::splice;
/// let text = "ho_so:\n  to_trinh:\n    trich_yeu: A   # xem lại\n";
/// let spliced = splice(text, &["ho_so", "to_trinh"], "15", "2021-05-18").unwrap();
/// assert_eq!(spliced, "ho_so:\n  to_trinh:\n    so: 15\n    ngay: 2021-05-18\n    trich_yeu: A   # xem lại\n");
/// ```
pub fn splice(text: &str, keys: &[&str], number: &str, day: &str) -> Result<String, Unspliced> {
    let (old, told) = read(text).ok_or(Unspliced::Form)?;
    walk(&old, keys).ok_or(Unspliced::NoPaper)?;
    // What is put in last stands first.
    let dated = put(text, keys, DAY, day)?;
    let spliced = put(&dated, keys, NUMBER, number)?;
    let (new, still_told) = read(&spliced).ok_or(Unspliced::Form)?;
    let paper = walk(&new, keys).ok_or(Unspliced::Form)?;
    let says = |key: &str, value: &str| paper.get(key).is_some_and(|node| is_same_word(node, value));
    let is_sound = told == still_told && says(NUMBER, number) && says(DAY, day) && is_same(&old, &new, Some(keys));
    if is_sound { Ok(spliced) } else { Err(Unspliced::Form) }
}

/// The lines to type by hand.
pub fn lines(number: &str, day: &str) -> String {
    format!("{NUMBER}: {number}\n{DAY}: {day}")
}

/// The tree of a text, and how much was to be said of it.
fn read(text: &str) -> Option<(Node, usize)> {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let mut findings: Vec<Finding> = Vec::new();
    let root = file::tree(id, &sources, &mut findings)?;
    Some((root, findings.len()))
}

fn walk<'n>(root: &'n Node, keys: &[&str]) -> Option<&'n Node> {
    keys.iter().try_fold(root, |node, key| node.get(key))
}

/// The text with one value in a paper; the text itself where it is there already.
fn put(text: &str, keys: &[&str], key: &str, value: &str) -> Result<String, Unspliced> {
    let (root, _) = read(text).ok_or(Unspliced::Form)?;
    let paper = walk(&root, keys).ok_or(Unspliced::NoPaper)?;
    let spliced = match &paper.value {
        Value::Map(_) => match paper.get(key) {
            Some(node) if is_same_word(node, value) => Some(text.to_owned()),
            Some(Node { value: Value::Null, .. }) => instead_of_nothing(text, paper, key, value),
            Some(_) => return Err(Unspliced::Taken),
            None => in_front(text, paper, key, value),
        },
        // A paper that is named and not begun.
        Value::Null => {
            let (last, above) = keys.split_last().ok_or(Unspliced::NoPaper)?;
            let group = walk(&root, above).ok_or(Unspliced::NoPaper)?;
            instead_of_nothing(text, group, last, &format!("{{{key}: {value}}}"))
        }
        _ => None,
    };
    spliced.ok_or(Unspliced::Form)
}

/// Puts a value where a key has none, or a `~`.
fn instead_of_nothing(text: &str, group: &Node, key: &str, value: &str) -> Option<String> {
    let Value::Map(entries) = &group.value else { return None };
    let (key, node) = entries.iter().find(|(own, _)| own.name == key)?;
    let written = text.get(span(node.at))?;
    if matches!(written, "~" | "null" | "Null" | "NULL") {
        return Some([text.get(..node.at.start as usize)?, value, text.get(node.at.end as usize..)?].concat());
    }
    let behind = text.get(key.at.end as usize..)?;
    let colon = key.at.end as usize
        + behind.find(|c: char| c != ' ').filter(|at| behind.get(*at..).is_some_and(|rest| rest.starts_with(':')))?;
    Some(format!("{} {value}{}", text.get(..=colon)?, text.get(colon + 1..)?))
}

/// Puts a key with its value before the first key of a group.
fn in_front(text: &str, group: &Node, key: &str, value: &str) -> Option<String> {
    let Value::Map(entries) = &group.value else { return None };
    let is_flow = text.get(group.at.start as usize..)?.starts_with('{');
    let Some((first, _)) = entries.first() else {
        let inside = group.at.start as usize + 1;
        return is_flow.then(|| Some(format!("{}{key}: {value}{}", text.get(..inside)?, text.get(inside..)?)))?;
    };
    let at = first.at.start as usize;
    let (before, behind) = (text.get(..at)?, text.get(at..)?);
    if is_flow {
        return Some(format!("{before}{key}: {value}, {behind}"));
    }
    let line = before.rsplit('\n').next().unwrap_or_default().trim_start_matches('\u{feff}');
    let indent = " ".repeat(line.chars().count());
    let end = if behind.lines().next().is_some() && behind.split('\n').next()?.ends_with('\r') { "\r\n" } else { "\n" };
    Some(format!("{before}{key}: {value}{end}{indent}{behind}"))
}

fn span(at: At) -> std::ops::Range<usize> {
    at.start as usize..at.end as usize
}

/// Whether a value says what is to be written: numbers and days may be written in several ways.
fn is_same_word(node: &Node, value: &str) -> bool {
    let Value::Scalar(word) = &node.value else { return false };
    let plain = |word: &str| word.trim().trim_start_matches('0').to_owned();
    let days = date_parts(word.trim()).zip(date_parts(value));
    days.map_or_else(|| plain(word) == plain(value), |(one, other)| one == other)
}

/// Whether two trees say the same, but for number and day of the paper below `keys`, where there is one.
fn is_same(one: &Node, other: &Node, keys: Option<&[&str]>) -> bool {
    let is_paper = keys.is_some_and(<[&str]>::is_empty);
    match (&one.value, &other.value) {
        (Value::Map(one), Value::Map(other)) => {
            let counts =
                |(key, _): &&(super::yaml::Key, Node)| !(is_paper && [NUMBER, DAY].contains(&key.name.as_str()));
            let (mut one, mut other) = (one.iter().filter(counts), other.iter().filter(counts));
            loop {
                match (one.next(), other.next()) {
                    (None, None) => break true,
                    (Some((key, a)), Some((also, b))) if key.name == also.name => {
                        let below = keys.and_then(<[&str]>::split_first).filter(|(first, _)| **first == key.name);
                        if !is_same(a, b, below.map(|(_, rest)| rest)) {
                            break false;
                        }
                    }
                    _ => break false,
                }
            }
        }
        (Value::List(one), Value::List(other)) => {
            one.len() == other.len() && one.iter().zip(other).all(|(a, b)| is_same(a, b, None))
        }
        (Value::Scalar(one), Value::Scalar(other)) => one == other,
        (Value::Null, Value::Null) => true,
        // A paper that was named and not begun.
        (Value::Null, Value::Map(other)) => {
            is_paper && other.iter().all(|(key, _)| [NUMBER, DAY].contains(&key.name.as_str()))
        }
        _ => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
