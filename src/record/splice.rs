//! Writing number and day into a record, keeping every other byte.
//!
//! The text is not written anew but spliced at the places that the reader knows; then it is read again, and what it says has
//! to be what it said before but for the values put in. Where that cannot be had, nothing is changed and the clerk types the lines.

use super::file;
use super::scalar::date_parts;
use super::yaml::{Key, Node, Value};
use crate::finding::{At, Finding, Sources};

/// Key of the number.
pub const NUMBER: &str = "so";
/// Key of the day.
pub const DAY: &str = "ngay";
/// Key of the paper that is replaced.
pub const REPLACES: &str = "thay_the";

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

/// A step on the way from the top of a record to a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step<'s> {
    /// To the value of a key.
    Key(&'s str),
    /// To a key's value that is begun where it is not there.
    New(&'s str),
    /// To a member of a list, from 0.
    Member(usize),
}

/// What is put into a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Given<'s> {
    /// Its number.
    pub number: &'s str,
    /// Its day, as it is to be written.
    pub day: &'s str,
    /// It stands in place of a paper that was issued: number and day of that one give way, and where the record has a place
    /// for it, this group of keys in braces tells which it was.
    pub replaces: Option<Option<&'s str>>,
}

impl Given<'_> {
    /// The keys that may say something else afterwards.
    fn free(&self) -> &'static [&'static str] {
        if self.replaces.is_some() { &[NUMBER, DAY, REPLACES] } else { &[NUMBER, DAY] }
    }
}

/// The text of a record with number and day in the paper that stands at the end of `steps`.
///
/// # Errors
/// The record cannot be spliced.
///
/// ```
/// use hoso::record::splice::{Given, Step, splice};
/// let text = "ho_so:\n  to_trinh:\n    trich_yeu: A   # xem lại\n";
/// let given = Given { number: "15", day: "2021-05-18", replaces: None };
/// let spliced = splice(text, &[Step::Key("ho_so"), Step::Key("to_trinh")], given).unwrap();
/// assert_eq!(spliced, "ho_so:\n  to_trinh:\n    so: 15\n    ngay: 2021-05-18\n    trich_yeu: A   # xem lại\n");
/// ```
pub fn splice(text: &str, steps: &[Step], given: Given) -> Result<String, Unspliced> {
    let (old, told) = read(text).ok_or(Unspliced::Form)?;
    let Given { number, day, replaces } = given;
    let over = replaces.is_some();
    // What is put in last stands first.
    let mut spliced = text.to_owned();
    for (key, value) in [(REPLACES, replaces.flatten()), (DAY, Some(day)), (NUMBER, Some(number))] {
        if let Some(value) = value {
            spliced = put(&spliced, steps, key, value, over)?;
        }
    }
    let (new, still_told) = read(&spliced).ok_or(Unspliced::Form)?;
    let paper = walk(&new, steps).ok_or(Unspliced::Form)?;
    let says = |key: &str, value: &str| paper.get(key).is_some_and(|node| is_same_word(node, value));
    let is_kept = is_same(&old, &new, Some(steps), given.free());
    let is_sound = told == still_told && says(NUMBER, number) && says(DAY, day) && is_kept;
    if is_sound { Ok(spliced) } else { Err(Unspliced::Form) }
}

/// The lines to type by hand.
pub fn lines(given: Given) -> String {
    let replaced = given.replaces.flatten().map_or_else(String::new, |cited| format!("\n{REPLACES}: {cited}"));
    format!("{NUMBER}: {}\n{DAY}: {}{replaced}", given.number, given.day)
}

/// The tree of a text, and how much was to be said of it.
fn read(text: &str) -> Option<(Node, usize)> {
    let mut sources = Sources::default();
    let id = sources.add("", text);
    let mut findings: Vec<Finding> = Vec::new();
    let root = file::tree(id, &sources, &mut findings)?;
    Some((root, findings.len()))
}

fn walk<'n>(root: &'n Node, steps: &[Step]) -> Option<&'n Node> {
    steps.iter().try_fold(root, |node, step| match (step, &node.value) {
        (Step::Key(key) | Step::New(key), _) => node.get(key),
        (Step::Member(place), Value::List(members)) => members.get(*place),
        (Step::Member(_), _) => None,
    })
}

/// The text with one value in a paper; the text itself where it is there already.
fn put(text: &str, steps: &[Step], key: &str, value: &str, over: bool) -> Result<String, Unspliced> {
    let (root, _) = read(text).ok_or(Unspliced::Form)?;
    let Some(paper) = walk(&root, steps) else { return begin(text, &root, steps, key, value) };
    let spliced = match &paper.value {
        Value::Map(_) => match paper.get(key) {
            Some(node) if is_same_word(node, value) => Some(text.to_owned()),
            Some(Node { value: Value::Null, .. }) => instead_of_nothing(text, paper, key, value),
            Some(node) if over => instead_of(text, node, value),
            Some(_) => return Err(Unspliced::Taken),
            None => in_front(text, paper, key, value),
        },
        // A paper that is named and not begun.
        Value::Null => {
            let (Some(Step::Key(last) | Step::New(last)), above) = (steps.last(), steps.len().saturating_sub(1)) else {
                return Err(Unspliced::NoPaper);
            };
            let group = walk(&root, steps.get(..above).unwrap_or_default()).ok_or(Unspliced::NoPaper)?;
            instead_of_nothing(text, group, last, &format!("{{{key}: {value}}}"))
        }
        _ => None,
    };
    spliced.ok_or(Unspliced::Form)
}

/// The text with a paper begun that was not there, in the innermost group that is.
fn begin(text: &str, root: &Node, steps: &[Step], key: &str, value: &str) -> Result<String, Unspliced> {
    let known = (0..steps.len()).rev().find(|n| steps.get(..*n).is_some_and(|known| walk(root, known).is_some()));
    let (known, missing) = known.and_then(|n| steps.split_at_checked(n)).ok_or(Unspliced::NoPaper)?;
    let names = missing.iter().map(|step| if let Step::New(name) = step { Some(*name) } else { None });
    let names: Vec<&str> = names.collect::<Option<_>>().ok_or(Unspliced::NoPaper)?;
    let (first, inner) = names.split_first().ok_or(Unspliced::NoPaper)?;
    let paper = inner.iter().rev().fold(format!("{{{key}: {value}}}"), |inside, name| format!("{{{name}: {inside}}}"));
    let group = walk(root, known).ok_or(Unspliced::NoPaper)?;
    let spliced = match (&group.value, known.split_last()) {
        // At the top of a record what is new comes last.
        (Value::Map(_), None) if !text.get(group.at.start as usize..).is_some_and(|rest| rest.starts_with('{')) => {
            let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
            let gap = if text.ends_with('\n') { "" } else { end };
            Some(format!("{text}{gap}{first}: {paper}{end}"))
        }
        (Value::Map(_), _) => in_front(text, group, first, &paper),
        (Value::Null, Some((Step::Key(last) | Step::New(last), above))) => {
            walk(root, above).and_then(|outer| instead_of_nothing(text, outer, last, &format!("{{{first}: {paper}}}")))
        }
        _ => None,
    };
    spliced.ok_or(Unspliced::Form)
}

/// Puts a value in place of another.
fn instead_of(text: &str, node: &Node, value: &str) -> Option<String> {
    Some([text.get(..node.at.start as usize)?, value, text.get(node.at.end as usize..)?].concat())
}

/// Puts a value where a key has none, or a `~`.
fn instead_of_nothing(text: &str, group: &Node, key: &str, value: &str) -> Option<String> {
    let Value::Map(entries) = &group.value else { return None };
    let (key, node) = entries.iter().find(|(own, _)| own.name == key)?;
    let written = text.get(span(node.at))?;
    if matches!(written, "~" | "null" | "Null" | "NULL") {
        return instead_of(text, node, value);
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

/// Whether two trees say the same, but for the `free` keys of the paper at the end of `steps`, where there is one.
fn is_same(one: &Node, other: &Node, steps: Option<&[Step]>, free: &[&str]) -> bool {
    match (&one.value, &other.value) {
        (Value::Map(one), Value::Map(other)) => is_same_group(one, other, steps, free),
        (Value::List(one), Value::List(other)) => {
            let below = |n: usize| match steps.and_then(<[Step]>::split_first) {
                Some((Step::Member(place), rest)) if *place == n => Some(rest),
                _ => None,
            };
            let mut pairs = one.iter().zip(other).enumerate();
            one.len() == other.len() && pairs.all(|(n, (a, b))| is_same(a, b, below(n), free))
        }
        (Value::Scalar(one), Value::Scalar(other)) => one == other,
        (Value::Null, Value::Null) => true,
        // A paper that was named and not begun.
        (Value::Null, Value::Map(_)) => steps.is_some_and(|steps| is_begun(other, steps, free)),
        _ => false,
    }
}

fn is_same_group(one: &[(Key, Node)], other: &[(Key, Node)], steps: Option<&[Step]>, free: &[&str]) -> bool {
    let is_paper = steps.is_some_and(<[Step]>::is_empty);
    let next = steps.and_then(<[Step]>::split_first);
    let begun = match next {
        Some((Step::New(name), rest)) if one.iter().all(|(key, _)| key.name != *name) => Some((*name, rest)),
        _ => None,
    };
    let is_new =
        |(key, node): &(Key, Node)| begun.is_some_and(|(name, rest)| key.name == name && is_begun(node, rest, free));
    let counts = |(key, _): &&(Key, Node)| !(is_paper && free.contains(&key.name.as_str()));
    let mut pairs = (one.iter().filter(counts), other.iter().filter(counts).filter(|entry| !is_new(entry)));
    loop {
        match (pairs.0.next(), pairs.1.next()) {
            (None, None) => break true,
            (Some((key, a)), Some((also, b))) if key.name == also.name => {
                let below = next.and_then(|(step, rest)| match step {
                    Step::Key(name) | Step::New(name) if *name == key.name => Some(rest),
                    _ => None,
                });
                if !is_same(a, b, below, free) {
                    break false;
                }
            }
            _ => break false,
        }
    }
}

/// Whether a tree is a paper that was begun, and nothing else.
fn is_begun(node: &Node, steps: &[Step], free: &[&str]) -> bool {
    let Value::Map(entries) = &node.value else { return false };
    match steps.split_first() {
        None => entries.iter().all(|(key, _)| free.contains(&key.name.as_str())),
        Some((Step::Key(name) | Step::New(name), rest)) => {
            matches!(entries.as_slice(), [(key, inner)] if key.name == *name && is_begun(inner, rest, free))
        }
        Some((Step::Member(_), _)) => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests;
