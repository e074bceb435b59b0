//! What a value looks like, before it is read: by it one tells which key an unknown key cannot have been meant for.

use super::Field;
use crate::record::yaml::{Node, Value};

/// The form of the values that a field takes.
#[derive(Clone, Copy, Debug)]
pub enum Shape {
    /// One value.
    Scalar,
    /// A list.
    List,
    /// A mapping whose keys are data.
    Table,
    /// A mapping of these keys.
    Group(&'static [Field]),
    /// Any of them.
    Any,
}

impl Shape {
    /// Whether a value may have been written for a field of this form.
    pub fn fits(self, node: &Node) -> bool {
        match (self, &node.value) {
            (_, Value::Null) | (Self::Any, _) => true,
            (Self::Scalar, value) => matches!(value, Value::Scalar(_)),
            (Self::List, value) => matches!(value, Value::List(_)),
            (Self::Table, value) => matches!(value, Value::Map(_)),
            // Groups share keys (`so`, `ngay`), so that one alone among others says little.
            (Self::Group(fields), Value::Map(entries)) => {
                let own = entries.iter().filter(|(key, _)| fields.iter().any(|f| f.key == key.name)).count();
                entries.is_empty() || own * 2 > entries.len()
            }
            (Self::Group(_), _) => false,
        }
    }
}
