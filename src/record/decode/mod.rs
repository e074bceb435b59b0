//! From nodes to typed records, collecting every finding on the way.
//!
//! Three shapes say what absence means. A strict field (`T`) fails its whole group when it is
//! missing or wrong. A [`Slot`] survives, and remembers whether it was absent or faulty, so that no
//! rule complains twice about one fault. A [`List`] is empty when absent and drops faulty members.

mod group;
mod shape;
mod shapes;
mod tables;

pub use group::{Group, choices};
pub use shape::Shape;
pub use shapes::{List, Name, Slot, Table};
pub(crate) use tables::{is_name, need, record, words};

use super::legacy::legacy;
use super::nearest::nearest;
use super::rules;
use super::yaml::{Node, Value};
use crate::finding::{At, Finding, Rule, SourceFile, Sources};
use crate::vietnamese::is_all_everyday;

/// One key of a record kind: the dictionary between YAML and Rust.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key in YAML.
    pub key: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// Whether it names a person, a post, a place or a body.
    pub is_name: bool,
    /// What it means, in Vietnamese.
    pub meaning: &'static str,
    /// What it holds, in Vietnamese.
    pub holds: &'static str,
    /// What each member of a list or table holds.
    pub members: Option<&'static str>,
    /// What its values look like.
    pub shape: Shape,
}

/// Something that can be read from a node.
pub trait Decode: Sized {
    /// What is expected, in the words of a clerk ("một ngày", "một số").
    const HOLDS: &'static str;
    /// What each member is, where there are members.
    const MEMBERS: Option<&'static str> = None;
    /// What it looks like.
    const SHAPE: Shape = Shape::Scalar;

    /// Reads a value, or reports why not.
    fn decode(node: &Node, d: &mut Decoder) -> Option<Self>;

    /// Reads what names a person, a post, a place or a body.
    fn decode_name(node: &Node, d: &mut Decoder) -> Option<Self> {
        Self::decode(node, d)
    }

    /// Looks at a list of such values as it is written.
    fn listed(_list: &Node, _items: &[Node], _d: &mut Decoder) {}

    /// Reads a field of a group; `node` is none when the key is absent.
    fn field(node: Option<&Node>, field: &Field, group: &Group, d: &mut Decoder) -> Option<Self> {
        match node {
            Some(node) if matches!(node.value, Value::Null) && field.required => {
                d.say(&rules::EMPTY, node.at, format!("khóa `{}` ({}) để trống", field.key, field.meaning));
                None
            }
            Some(node) if field.is_name => Self::decode_name(node, d),
            Some(node) => Self::decode(node, d),
            None => {
                if field.required {
                    group.missing(field, d);
                }
                None
            }
        }
    }
}

/// Carries the findings, and of what the record being read is about.
pub struct Decoder<'a> {
    /// Texts, for places.
    pub sources: &'a Sources,
    /// Everything said so far.
    pub findings: Vec<Finding>,
    /// Every printed text that holds more than everyday characters, for the typeface's repertoire.
    pub texts: Vec<Written>,
    /// The unit whose file is read.
    pub unit: Option<String>,
    /// The paper whose keys are read.
    pub paper: Option<String>,
}

/// A text as a record writes it.
#[derive(Clone, Debug)]
pub struct Written {
    /// Where.
    pub at: At,
    /// The text in NFC.
    pub text: String,
    /// The unit's file it stands in.
    pub unit: Option<String>,
    /// The paper it stands in.
    pub paper: Option<String>,
}

impl<'a> Decoder<'a> {
    /// A decoder for one file.
    pub fn new(sources: &'a Sources, unit: Option<&str>) -> Self {
        Self { sources, findings: Vec::new(), texts: Vec::new(), unit: unit.map(str::to_owned), paper: None }
    }

    /// Reports at a place, with the rule's own remedy.
    pub fn say(&mut self, rule: &'static Rule, at: At, message: impl Into<String>) {
        self.say_help(rule, at, message, None);
    }

    /// Reports at a place, with a remedy for this case.
    pub fn say_help(&mut self, rule: &'static Rule, at: At, message: impl Into<String>, help: Option<String>) {
        let mut finding = Finding::new(rule, message);
        finding.place = self.sources.place(at);
        finding.unit.clone_from(&self.unit);
        finding.paper.clone_from(&self.paper);
        finding.help = help;
        self.findings.push(finding);
    }

    /// Reports a value of another shape.
    pub fn wrong_type(&mut self, node: &Node, expected: &str) {
        let found = match node.value {
            Value::Null => "để trống".to_owned(),
            _ => format!("bản ghi có {}", node.kind()),
        };
        self.say(&rules::TYPE, node.at, format!("ở đây cần {expected}, nhưng {found}"));
    }

    /// Reports a word outside its list, with the likeliest meant.
    pub fn wrong_word<'w>(&mut self, at: At, word: &str, what: &str, known: impl Iterator<Item = &'w str>) {
        let known: Vec<&str> = known.collect();
        let near = nearest(word, known.iter().copied());
        let help = choices(near, "các giá trị được dùng", &known);
        self.say_help(&rules::WORD, at, format!("`{word}` không phải là {what}"), help);
    }

    /// Whether quotes stand around the value in the file.
    pub fn is_quoted(&self, at: At) -> bool {
        let raw = self.sources.get(at.file).and_then(|file| file.text.get(at.start as usize..at.end as usize));
        raw.is_some_and(|raw| raw.starts_with(['"', '\'']))
    }

    /// Keeps a text that may be printed, and reports one that is not typed in Unicode.
    pub fn written(&mut self, at: At, text: &str) {
        if !text.is_ascii() {
            self.not_unicode(at);
        }
        let is_everyday = self.sources.get(at.file).is_some_and(SourceFile::is_everyday);
        if !is_everyday && !is_all_everyday(text) {
            let (unit, paper) = (self.unit.clone(), self.paper.clone());
            self.texts.push(Written { at, text: text.to_owned(), unit, paper });
        }
    }

    /// Judges the value as the file has it: one letter of TCVN3 is a soft hyphen, which is no longer in the text.
    fn not_unicode(&mut self, at: At) {
        let Some(file) = self.sources.get(at.file) else { return };
        let raw = file.text.get(at.start as usize..at.end as usize).unwrap_or_default();
        let Some((kind, word)) = legacy(raw) else { return };
        let byte = |n: usize| at.start.saturating_add(u32::try_from(n).unwrap_or(u32::MAX));
        let message = format!("chữ ở đây gõ bằng bảng mã {}, không phải Unicode", kind.name());
        self.say(&rules::LEGACY, At { start: byte(word.start), end: byte(word.end), ..at }, message);
    }

    /// Runs with findings ascribed to a paper.
    pub fn within<T>(&mut self, paper: String, run: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.paper, Some(paper).filter(|p| !p.is_empty()));
        let result = run(self);
        self.paper = outer;
        result
    }
}
