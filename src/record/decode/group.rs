//! A mapping whose keys are known, and what was meant by those that are not.

use super::{Decoder, Field};
use crate::finding::At;
use crate::record::nearest::nearest;
use crate::record::rules;
use crate::record::yaml::{Key, Node, Value};

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
        // Only what is not there can have been meant. Looked up once: there may be very many unknown keys.
        let absent: Vec<&'static str> =
            fields.iter().map(|f| f.key).filter(|key| !entries.iter().any(|(k, _)| k.name == *key)).collect();
        let mut unknown = Vec::new();
        for (key, _) in entries {
            if fields.iter().any(|f| f.key == key.name) {
                continue;
            }
            let near = nearest(&key.name, absent.iter().copied());
            let help = match near {
                Some(near) => format!("sửa thành `{near}`, nếu đúng ý"),
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
    pub(super) fn is_misspelt(&self, key: &str) -> bool {
        self.unknown.iter().any(|(_, near)| *near == Some(key))
    }

    /// Reports a required key that is absent, unless a misspelt key already says so.
    pub(super) fn missing(&self, field: &Field, d: &mut Decoder) {
        if self.is_misspelt(field.key) {
            return;
        }
        let message = format!("{} thiếu khóa `{}` ({})", self.what, field.key, field.meaning);
        d.say(&rules::MISSING, self.at, message);
    }
}
