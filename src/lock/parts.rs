//! The parts of an issued paper's data: tells later which of them the records have otherwise, though another program or
//! template has taken the paper's place that knows other parts.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::digest::{parts, sha256};

/// Hexadecimal digits for a part's name, and as many for its value: they point, the hash of all data proves.
const DIGITS: usize = 5;

/// Of each part, by its name, its value; both shortened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts(BTreeMap<String, String>);

impl Parts {
    /// Of the parts of a paper's data, as its PDF tells them.
    pub fn of(parts: &BTreeMap<String, String>) -> Self {
        Self(parts.iter().map(|(name, value)| (short(&sha256(name.as_bytes())), short(value))).collect())
    }

    /// As the lock has them; none where they are not so written.
    pub(super) fn read(line: &str) -> Option<Self> {
        let part = |word: &str| {
            let is_sound = word.len() == 2 * DIGITS && word.bytes().all(|b| b.is_ascii_hexdigit());
            word.split_at_checked(DIGITS).filter(|_| is_sound).map(|(name, value)| (name.to_owned(), value.to_owned()))
        };
        line.split_whitespace().map(part).collect::<Option<_>>().map(Self)
    }

    /// As the lock has them.
    pub(super) fn text(&self) -> String {
        self.0.iter().map(|(name, value)| format!("{name}{value}")).collect::<Vec<_>>().join(" ")
    }

    /// The parts, among those known when the paper was issued, that the data has otherwise.
    pub fn differing(&self, data: &Value) -> Vec<String> {
        let is_other = |(name, value): &(String, String)| {
            self.0.get(&short(&sha256(name.as_bytes()))).is_some_and(|known| *known != short(value))
        };
        parts(data).into_iter().filter(is_other).map(|(name, _)| name).collect()
    }
}

fn short(hash: &str) -> String {
    hash.chars().take(DIGITS).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_parts_known_before_are_held_against_the_data() {
        let before = Parts::of(&parts(&json!({"a": {"b": 1, "c": 2}, "d": [{"e": 3}, {"e": 4}]})));
        assert_eq!(Parts::read(&before.text()), Some(before.clone()));
        let differing = |data: Value| before.differing(&data);
        assert!(differing(json!({"a": {"b": 1, "new": 5}, "d": [{"e": 3}, {"e": 4}]})).is_empty());
        assert_eq!(differing(json!({"a": {"b": 2, "c": 2}, "d": [{"e": 4}, {"e": 3}]})), ["a.b", "d[].e"]);
    }

    #[test]
    fn what_is_otherwise_written_is_not_read() {
        assert_eq!(Parts::read(""), Some(Parts::default()));
        for line in ["0123456789a", "012345678", "01234xyz89", "0123456789,0123456789"] {
            assert_eq!(Parts::read(line), None, "{line}");
        }
    }
}
