//! From nodes to typed records, collecting every finding on the way.
//!
//! Three shapes say what absence means. A strict field (`T`) fails its whole group when it is
//! missing or wrong. A [`Slot`] survives, and remembers whether it was absent or faulty, so that no
//! rule complains twice about one fault. A [`List`] is empty when absent and drops faulty members.

use super::rules;
use super::text::fold;
use super::yaml::{Key, Node, Value};
use crate::finding::{At, Finding, Rule, Sources};

/// A value that may be absent, or present but wrong (and already reported).
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Slot<T> {
    /// Not written.
    #[default]
    Absent,
    /// Written wrongly, or required and missing: a finding has been made.
    Faulty,
    /// A sound value.
    Set(T),
}

impl<T> Slot<T> {
    /// The sound value.
    pub fn get(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            _ => None,
        }
    }

    /// Whether it was simply not written; false when a fault was already reported.
    pub fn is_absent(&self) -> bool {
        matches!(self, Self::Absent)
    }

    /// Whether a fault was already reported.
    pub fn is_faulty(&self) -> bool {
        matches!(self, Self::Faulty)
    }
}

/// A list that may be absent.
#[derive(Clone, Debug)]
pub struct List<T> {
    /// The sound members, in file order.
    pub items: Vec<T>,
    /// Where the list stands; none when it is not written at all.
    pub at: Option<At>,
    /// Whether some member, or the list itself, was wrong (and reported).
    pub faulty: bool,
}

impl<T> Default for List<T> {
    fn default() -> Self {
        Self { items: Vec::new(), at: None, faulty: false }
    }
}

impl<T> List<T> {
    /// The members.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.items.iter()
    }
}

/// A mapping whose keys are data (codes, kinds), in file order.
pub type Table<T> = List<(Name, T)>;

impl<T> Table<T> {
    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&T> {
        self.iter().find(|(name, _)| name.text == key).map(|(_, value)| value)
    }
}

/// A key that is data, with its place.
#[derive(Clone, Debug, PartialEq)]
pub struct Name {
    /// The key.
    pub text: String,
    /// Where it stands.
    pub at: At,
}

/// One key of a record kind: the dictionary between YAML and Rust.
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// The key in YAML.
    pub key: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// What it means, in Vietnamese.
    pub meaning: &'static str,
    /// What it holds, in Vietnamese.
    pub holds: &'static str,
}

/// Something that can be read from a node.
pub trait Decode: Sized {
    /// What is expected, in the words of a clerk ("một ngày", "một số").
    const HOLDS: &'static str;

    /// Reads a value, or reports why not.
    fn decode(node: &Node, d: &mut Decoder) -> Option<Self>;

    /// Reads a field of a group; `node` is none when the key is absent.
    fn field(node: Option<&Node>, field: &Field, group: &Group, d: &mut Decoder) -> Option<Self> {
        match node {
            Some(node) if matches!(node.value, Value::Null) && field.required => {
                d.say(&rules::EMPTY, node.at, format!("khóa `{}` ({}) để trống", field.key, field.meaning));
                None
            }
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

impl<T: Decode> Decode for Slot<T> {
    const HOLDS: &'static str = T::HOLDS;

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        Some(T::decode(node, d).map_or(Self::Faulty, Self::Set))
    }

    fn field(node: Option<&Node>, field: &Field, group: &Group, d: &mut Decoder) -> Option<Self> {
        match node {
            None if group.is_misspelt(field.key) => Some(Self::Faulty),
            None if !field.required => Some(Self::Absent),
            Some(node) if matches!(node.value, Value::Null) && !field.required => Some(Self::Absent),
            _ => Some(T::field(node, field, group, d).map_or(Self::Faulty, Self::Set)),
        }
    }
}

impl<T: Decode> Decode for List<T> {
    const HOLDS: &'static str = "một danh sách";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let Value::List(nodes) = &node.value else {
            d.wrong_type(node, Self::HOLDS);
            return None;
        };
        let items: Vec<T> = nodes.iter().filter_map(|n| T::decode(n, d)).collect();
        let faulty = items.len() < nodes.len();
        Some(Self { items, at: Some(node.head), faulty })
    }

    fn field(node: Option<&Node>, field: &Field, group: &Group, d: &mut Decoder) -> Option<Self> {
        many(node, field, group, d)
    }
}

impl<T: Decode> Decode for Table<T> {
    const HOLDS: &'static str = "một nhóm khóa";

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            d.wrong_type(node, Self::HOLDS);
            return None;
        };
        let named = |(key, value): &(Key, Node), d: &mut Decoder| {
            let value = T::decode(value, d)?;
            Some((Name { text: key.name.clone(), at: key.at }, value))
        };
        let items: Vec<_> = entries.iter().filter_map(|entry| named(entry, d)).collect();
        let faulty = items.len() < entries.len();
        Some(Self { items, at: Some(node.head), faulty })
    }

    fn field(node: Option<&Node>, field: &Field, group: &Group, d: &mut Decoder) -> Option<Self> {
        many(node, field, group, d)
    }
}

/// Absent lists and tables are empty; faulty ones are empty and say so.
fn many<T>(node: Option<&Node>, field: &Field, group: &Group, d: &mut Decoder) -> Option<List<T>>
where
    List<T>: Decode,
{
    match node {
        None => {
            if field.required {
                group.missing(field, d);
            }
            Some(List { faulty: field.required || group.is_misspelt(field.key), ..List::default() })
        }
        Some(node) if matches!(node.value, Value::Null) => {
            if field.required {
                d.say(&rules::EMPTY, node.at, format!("khóa `{}` ({}) để trống", field.key, field.meaning));
            }
            Some(List { faulty: field.required, ..List::default() })
        }
        Some(node) => {
            Some(List::decode(node, d).unwrap_or(List { items: Vec::new(), at: Some(node.head), faulty: true }))
        }
    }
}

/// Carries the findings, and of what the record being read is about.
pub struct Decoder<'a> {
    /// Texts, for places.
    pub sources: &'a Sources,
    /// Everything said so far.
    pub findings: Vec<Finding>,
    /// Every printed text with its place, for the typeface's repertoire.
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
        let help = match near {
            Some(near) => format!("có phải là `{near}`? Các giá trị được dùng: {}", known.join(", ")),
            None => format!("các giá trị được dùng: {}", known.join(", ")),
        };
        self.say_help(&rules::WORD, at, format!("`{word}` không phải là {what}"), Some(help));
    }

    /// Keeps a text that may be printed.
    pub fn written(&mut self, at: At, text: &str) {
        if !text.is_ascii() || text.chars().any(|c| c.is_control() && c != '\n') {
            let (unit, paper) = (self.unit.clone(), self.paper.clone());
            self.texts.push(Written { at, text: text.to_owned(), unit, paper });
        }
    }

    /// Runs with findings ascribed to a paper.
    pub fn within<T>(&mut self, paper: String, run: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.paper, Some(paper).filter(|p| !p.is_empty()));
        let result = run(self);
        self.paper = outer;
        result
    }
}

/// A mapping being read as a record kind.
pub struct Group<'n> {
    what: &'static str,
    at: At,
    entries: &'n [(Key, Node)],
    unknown: Vec<(&'n Key, Option<&'static str>)>,
}

impl<'n> Group<'n> {
    /// Opens a mapping and reports keys that are not in `fields`.
    pub fn open(node: &'n Node, what: &'static str, fields: &[Field], d: &mut Decoder) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            d.wrong_type(node, &format!("một nhóm khóa ({what})"));
            return None;
        };
        let absent = |key: &str| !entries.iter().any(|(k, _)| k.name == key);
        let mut unknown = Vec::new();
        for (key, _) in entries {
            if fields.iter().any(|f| f.key == key.name) {
                continue;
            }
            let near = nearest(&key.name, fields.iter().map(|f| f.key).filter(|k| absent(k)));
            let help = match near {
                Some(near) => format!("có phải là `{near}`?"),
                None => {
                    format!("các khóa được dùng ở đây: {}", fields.iter().map(|f| f.key).collect::<Vec<_>>().join(", "))
                }
            };
            d.say_help(&rules::UNKNOWN_KEY, key.at, format!("không có khóa `{}` trong {what}", key.name), Some(help));
            unknown.push((key, near));
        }
        Some(Self { what, at: node.head, entries, unknown })
    }

    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(k, _)| k.name == key).map(|(_, node)| node)
    }

    /// Whether an unknown key was probably meant for this one: then it is not absent but wrong.
    fn is_misspelt(&self, key: &str) -> bool {
        self.unknown.iter().any(|(_, near)| *near == Some(key))
    }

    /// Reports a required key that is absent, unless a misspelt key already says so.
    fn missing(&self, field: &Field, d: &mut Decoder) {
        if self.is_misspelt(field.key) {
            return;
        }
        let message = format!("{} thiếu khóa `{}` ({})", self.what, field.key, field.meaning);
        d.say(&rules::MISSING, self.at, message);
    }
}

/// The known word that was probably meant.
pub fn nearest<'w>(word: &str, known: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let plain = fold(word).replace(['-', ' '], "_");
    known
        .map(|k| (strsim::damerau_levenshtein(&plain, k), k))
        .filter(|(distance, k)| *distance <= (k.chars().count() / 3).clamp(1, 3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, k)| k)
}

/// Declares a record kind: the struct, its dictionary and its decoder from one table.
macro_rules! record {
    ($(#[$meta:meta])* $vis:vis struct $name:ident = $what:literal {
        $($need:ident $key:literal $field:ident : $ty:ty = $meaning:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Debug)]
        $vis struct $name {
            /// Where the group stands.
            pub at: $crate::finding::At,
            $(
                #[doc = concat!("`", $key, "`: ", $meaning, ".")]
                pub $field: $ty,
            )*
        }

        impl $name {
            /// The keys of this record kind.
            pub const FIELDS: &'static [$crate::record::decode::Field] = &[
                $($crate::record::decode::Field {
                    key: $key,
                    required: $crate::record::decode::need!($need),
                    meaning: $meaning,
                    holds: <$ty as $crate::record::decode::Decode>::HOLDS,
                },)*
            ];
        }

        impl $crate::record::decode::Decode for $name {
            const HOLDS: &'static str = $what;

            fn decode(node: &$crate::record::yaml::Node, d: &mut $crate::record::decode::Decoder) -> Option<Self> {
                let group = $crate::record::decode::Group::open(node, $what, Self::FIELDS, d)?;
                let mut fields = Self::FIELDS.iter();
                $(
                    let $field = fields.next().and_then(|field| {
                        <$ty as $crate::record::decode::Decode>::field(group.get($key), field, &group, d)
                    });
                )*
                Some(Self { at: node.head, $($field: $field?,)* })
            }
        }
    };
}

macro_rules! need {
    (required) => {
        true
    };
    (optional) => {
        false
    };
}

/// Declares a closed list of words.
macro_rules! words {
    ($(#[$meta:meta])* $vis:vis enum $name:ident = $what:literal {
        $($(#[$vmeta:meta])* $variant:ident = $word:literal,)*
    }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name {
            $($(#[$vmeta])* $variant,)*
        }

        impl $name {
            /// The word in the record.
            pub fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }

        impl $crate::record::decode::Decode for $name {
            const HOLDS: &'static str = concat!($what, ":" $(, " `", $word, "`")*);

            fn decode(node: &$crate::record::yaml::Node, d: &mut $crate::record::decode::Decoder) -> Option<Self> {
                let word = $crate::record::scalar::scalar(node, $what, d)?;
                match word {
                    $($word => Some(Self::$variant),)*
                    _ => {
                        d.wrong_word(node.at, word, $what, [$($word),*].into_iter());
                        None
                    }
                }
            }
        }
    };
}

pub(crate) use {need, record, words};
