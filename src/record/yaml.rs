//! YAML text → a tree of nodes with positions, through the event parser of `serde_yaml`.
//!
//! The tree keeps what a clerk wrote: scalars stay text (`so: 07` is still `07`), every key and
//! value knows its bytes. Building is iterative and bounded, so hostile files cost nothing.

use std::borrow::Cow;
use std::collections::HashSet;
use std::ops::Range;

use serde_yaml::granit_parser::{ErrorKind, Event, Parser, ScalarStyle, Span};

use super::rules;
use super::syntax_words;
use super::text;
use crate::finding::{At, FileId, Finding, Rule, SourceFile};

/// Deepest nesting that any record needs, with room to spare.
const MAX_DEPTH: usize = 40;
/// Most values in one file.
const MAX_NODES: usize = 200_000;

/// A value and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    /// Bytes of the value in the file.
    pub at: At,
    /// What stands for the value in an excerpt: its key, or its own first line.
    pub head: At,
    /// The value.
    pub value: Value,
}

/// What a node holds.
#[derive(Clone, Debug)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// Text, in NFC, as written.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// Keys and values in file order; keys are unique.
    Map(Vec<(Key, Node)>),
}

/// A key of a mapping.
#[derive(Clone, Debug)]
pub struct Key {
    /// Bytes of the key in the file.
    pub at: At,
    /// The key, in NFC.
    pub name: String,
}

impl Node {
    /// What the value is, in the words of a clerk.
    pub fn kind(&self) -> &'static str {
        match self.value {
            Value::Null => "để trống",
            Value::Scalar(_) => "một giá trị",
            Value::List(_) => "một danh sách",
            Value::Map(_) => "một nhóm khóa",
        }
    }

    /// The value under a key, if this is a mapping that has it.
    pub fn get(&self, key: &str) -> Option<&Node> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(k, _)| k.name == key).map(|(_, node)| node)
    }
}

/// Parses one file. A syntax error ends the file; everything else is reported and survived.
///
/// `base` is the number of bytes before the YAML begins (a BOM).
pub fn parse(id: FileId, file: &SourceFile, base: usize, out: &mut Vec<Finding>) -> Option<Node> {
    let mut builder = Builder { id, file, base, stack: Vec::new(), root: None, nodes: 0, out };
    let yaml = file.text.get(base..).unwrap_or_default();
    let mut read = 0;
    for next in Parser::new_from_str(yaml) {
        match next {
            Ok((event, span)) => {
                read = span.end.byte_offset().unwrap_or(read);
                match builder.event(event, span) {
                    Step::Go => {}
                    Step::Done => break,
                    Step::Lost => return None,
                }
            }
            Err(error) => {
                let byte = error.marker().byte_offset().unwrap_or(0);
                if matches!(error.kind(), ErrorKind::RecursionLimitExceeded) {
                    builder.say(&rules::DEPTH, byte + base..byte + base + 1, "dữ liệu lồng nhau quá sâu".into(), None);
                    return None;
                }
                let progress = syntax_words::Progress { read, at: byte, open: builder.open_bracket() };
                let fault = syntax_words::explain(error.kind(), yaml, progress);
                let byte = fault.at + base;
                builder.say(&rules::SYNTAX, byte..byte + 1, fault.message.to_owned(), Some(fault.help.to_owned()));
                return None;
            }
        }
    }
    builder.root
}

enum Step {
    Go,
    Done,
    Lost,
}

enum Open {
    List(Range<usize>, Vec<Node>),
    Map(Group),
}

/// A mapping being read.
struct Group {
    range: Range<usize>,
    entries: Vec<(Key, Node)>,
    /// A key whose value comes next.
    pending: Option<Key>,
    /// Names of the entries where they are more than [`FEW`]: a file may have very many.
    seen: HashSet<String>,
}

/// Most keys that are looked through one by one.
const FEW: usize = 16;

impl Group {
    fn has(&self, name: &str) -> bool {
        match self.entries.len() {
            0..=FEW => self.entries.iter().any(|(key, _)| key.name == name),
            _ => self.seen.contains(name),
        }
    }

    fn add(&mut self, key: Key, node: Node) {
        if self.entries.len() == FEW {
            self.seen.extend(self.entries.iter().map(|(key, _)| key.name.clone()));
        }
        if self.entries.len() >= FEW {
            self.seen.insert(key.name.clone());
        }
        self.entries.push((key, node));
    }
}

struct Builder<'a> {
    id: FileId,
    file: &'a SourceFile,
    base: usize,
    stack: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    out: &'a mut Vec<Finding>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, span: Span) -> Step {
        let range = self.range(&span);
        if let Event::Scalar(_, _, anchor, ref tag)
        | Event::SequenceStart(_, anchor, ref tag)
        | Event::MappingStart(_, anchor, ref tag) = event
            && (anchor > 0 || tag.is_some())
        {
            return self.lose(
                &rules::ALIAS,
                range,
                "bản ghi dùng neo `&`, bí danh `*` hoặc thẻ `!`, là thứ hồ sơ không cần",
            );
        }
        match event {
            Event::Scalar(value, style, ..) => self.scalar(value, style, range),
            Event::SequenceStart(..) => self.open(Open::List(range, Vec::new())),
            Event::MappingStart(..) => {
                self.open(Open::Map(Group { range, entries: Vec::new(), pending: None, seen: HashSet::new() }))
            }
            Event::SequenceEnd | Event::MappingEnd => self.close(range.end),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.lose(&rules::ALIAS, range, "giá trị bắt đầu bằng `*` được YAML hiểu là bí danh")
            }
            Event::DocumentStart(..) if self.root.is_some() => {
                self.say(
                    &rules::DOCUMENTS,
                    range,
                    "tệp có nhiều hơn một bản ghi; chỉ bản ghi đầu được đọc".into(),
                    None,
                );
                Step::Done
            }
            _ => Step::Go,
        }
    }

    /// Where in the YAML the innermost `[` or `{` stands that is open.
    fn open_bracket(&self) -> Option<usize> {
        let (Open::List(range, _) | Open::Map(Group { range, .. })) = self.stack.last()?;
        let is_bracket = self.file.text.get(range.start..)?.starts_with(['[', '{']);
        is_bracket.then(|| range.start - self.base)
    }

    fn range(&self, span: &Span) -> Range<usize> {
        let start = span.start.byte_offset().unwrap_or(0) + self.base;
        let end = span.end.byte_offset().unwrap_or(0) + self.base;
        start..end.max(start)
    }

    fn at(&self, range: &Range<usize>) -> At {
        let byte = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        At { file: self.id, start: byte(range.start), end: byte(range.end) }
    }

    fn scalar(&mut self, raw: Cow<'_, str>, style: ScalarStyle, range: Range<usize>) -> Step {
        let value = if self.file.is_everyday() { raw.into_owned() } else { text::nfc(&raw) };
        let at = self.at(&range);
        if let Some(Open::Map(group @ Group { pending: None, .. })) = self.stack.last_mut() {
            let twice = group.has(&value).then(|| format!("khóa `{value}` ghi hai lần trong cùng một nhóm"));
            group.pending = Some(Key { at, name: value });
            if let Some(message) = twice {
                self.say(&rules::DUPLICATE, range, message, None);
            }
            return Step::Go;
        }
        let null = style == ScalarStyle::Plain && matches!(value.as_str(), "" | "~" | "null" | "Null" | "NULL");
        self.put(Node { at, head: at, value: if null { Value::Null } else { Value::Scalar(value) } })
    }

    fn open(&mut self, open: Open) -> Step {
        let range = match &open {
            Open::List(range, _) | Open::Map(Group { range, .. }) => range.clone(),
        };
        if self.stack.len() >= MAX_DEPTH {
            return self.lose(&rules::DEPTH, range, &format!("dữ liệu lồng nhau quá {MAX_DEPTH} lớp"));
        }
        if let Some(Open::Map(Group { pending: None, .. })) = self.stack.last() {
            return self.lose(&rules::SYNTAX, range, "khóa phải là một từ, không thể là danh sách hay nhóm");
        }
        self.stack.push(open);
        Step::Go
    }

    fn close(&mut self, end: usize) -> Step {
        let (range, value) = match self.stack.pop() {
            Some(Open::List(range, items)) => (range, Value::List(items)),
            Some(Open::Map(Group { range, entries, .. })) => (range, Value::Map(entries)),
            None => return Step::Go,
        };
        let at = self.at(&(range.start..end));
        let line = self.file.text.get(range.start..end).map_or(0, |text| text.find('\n').unwrap_or(text.len()));
        let head = self.at(&(range.start..range.start + line));
        self.put(Node { at, head, value })
    }

    fn put(&mut self, mut node: Node) -> Step {
        self.nodes += 1;
        if self.nodes > MAX_NODES {
            let range = node.at.start as usize..node.at.end as usize;
            return self.lose(&rules::SIZE, range, &format!("tệp có quá {MAX_NODES} giá trị"));
        }
        // Where nothing is written (`ten:`, or `|` without lines) the parser stands at whatever comes next.
        let written = self.file.text.get(node.at.start as usize..node.at.end as usize).unwrap_or_default();
        let is_blank = written.trim().is_empty();
        match self.stack.last_mut() {
            Some(Open::List(_, items)) => items.push(node),
            Some(Open::Map(group)) => {
                if let Some(key) = group.pending.take().filter(|key| !group.has(&key.name)) {
                    node.head = key.at;
                    if is_blank {
                        node.at = key.at;
                    }
                    group.add(key, node);
                }
            }
            None => self.root = Some(node),
        }
        Step::Go
    }

    fn lose(&mut self, rule: &'static Rule, range: Range<usize>, message: &str) -> Step {
        self.say(rule, range, message.to_owned(), None);
        Step::Lost
    }

    fn say(&mut self, rule: &'static Rule, range: Range<usize>, message: String, help: Option<String>) {
        let mut finding = Finding::new(rule, message).at(self.file.place(range));
        finding.help = help;
        self.out.push(finding);
    }
}
