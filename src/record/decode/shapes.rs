//! What absence means: a slot remembers it, a list or a table is empty.

use super::{Decode, Decoder, Field, Group, Shape};
use crate::finding::At;
use crate::record::rules;
use crate::record::yaml::{Key, Node, Value};

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

/// A group that most records lack takes the room of a pointer in them.
impl<T: Decode> Decode for Box<T> {
    const HOLDS: &'static str = T::HOLDS;
    const MEMBERS: Option<&'static str> = T::MEMBERS;
    const SHAPE: Shape = T::SHAPE;

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        T::decode(node, d).map(Self::new)
    }

    fn decode_name(node: &Node, d: &mut Decoder) -> Option<Self> {
        T::decode_name(node, d).map(Self::new)
    }

    fn listed(list: &Node, items: &[Node], d: &mut Decoder) {
        T::listed(list, items, d);
    }

    fn field(node: Option<&Node>, field: &Field, group: &Group, d: &mut Decoder) -> Option<Self> {
        T::field(node, field, group, d).map(Self::new)
    }
}

impl<T: Decode> Decode for Slot<T> {
    const HOLDS: &'static str = T::HOLDS;
    const MEMBERS: Option<&'static str> = T::MEMBERS;
    const SHAPE: Shape = T::SHAPE;

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
    const MEMBERS: Option<&'static str> = Some(T::HOLDS);
    const SHAPE: Shape = Shape::List;

    fn decode(node: &Node, d: &mut Decoder) -> Option<Self> {
        members(node, T::decode, d)
    }

    fn decode_name(node: &Node, d: &mut Decoder) -> Option<Self> {
        members(node, T::decode_name, d)
    }

    fn field(node: Option<&Node>, field: &Field, group: &Group, d: &mut Decoder) -> Option<Self> {
        many(node, field, group, d)
    }
}

impl<T: Decode> Decode for Table<T> {
    const HOLDS: &'static str = "một nhóm khóa";
    const MEMBERS: Option<&'static str> = Some(T::HOLDS);
    const SHAPE: Shape = Shape::Table;

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

fn members<T: Decode>(node: &Node, decode: fn(&Node, &mut Decoder) -> Option<T>, d: &mut Decoder) -> Option<List<T>> {
    let Value::List(nodes) = &node.value else {
        d.wrong_type(node, List::<T>::HOLDS);
        return None;
    };
    T::listed(node, nodes, d);
    let mut items = Vec::with_capacity(nodes.len());
    items.extend(nodes.iter().filter_map(|n| decode(n, d)));
    let faulty = items.len() < nodes.len();
    Some(List { items, at: Some(node.head), faulty })
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
            let list = if field.is_name { List::decode_name(node, d) } else { List::decode(node, d) };
            Some(list.unwrap_or(List { items: Vec::new(), at: Some(node.head), faulty: true }))
        }
    }
}
