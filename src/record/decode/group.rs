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
    /// Absent keys for which, it seems, some unknown key was meant.
    misspelt: Vec<&'static str>,
}

impl<'n> Group<'n> {
    /// Opens a mapping and reports keys that are not in `fields`.
    pub fn open(node: &'n Node, what: &'static str, fields: &'static [Field], d: &mut Decoder) -> Option<Self> {
        let Value::Map(entries) = &node.value else {
            d.wrong_type(node, &format!("một nhóm khóa ({what})"));
            return None;
        };
        let mut group = Self { what, at: node.head, entries, misspelt: Vec::new() };
        let is_known = |key: &str| fields.iter().any(|field| field.key == key);
        let torn = torn_values(entries, d);
        for value in &torn {
            let message =
                format!("phần `{}` đứng sau dấu phẩy nên không thuộc giá trị của khóa `{}`", value.rest, value.key);
            let help = format!(
                "trong dấu ngoặc nhọn, giá trị có dấu phẩy phải đặt trong ngoặc kép: `{}: \"{}, {}\"`",
                value.key, value.text, value.rest
            );
            d.say_help(&rules::UNKNOWN_KEY, value.at, message, Some(help));
        }
        let is_torn = |key: &Key| torn.iter().any(|value| value.parts.contains(&key.at.start));
        let unknown: Vec<&(Key, Node)> =
            entries.iter().filter(|(key, _)| !is_known(&key.name) && !is_torn(key)).collect();
        if unknown.is_empty() {
            return Some(group);
        }
        // Only what is not there can have been meant; of two keys that are as near, the one that must be there.
        let mut absent: Vec<&'static Field> = fields.iter().filter(|field| group.get(field.key).is_none()).collect();
        absent.sort_by_key(|field| !field.required);
        let near: Vec<Option<&'static str>> =
            unknown.iter().map(|(key, _)| nearest(&key.name, absent.iter().map(|field| field.key))).collect();
        absent.retain(|field| !near.contains(&Some(field.key)));
        group.misspelt.extend(near.iter().flatten());
        let strange: Vec<&(Key, Node)> =
            unknown.iter().zip(&near).filter(|(_, near)| near.is_none()).map(|(entry, _)| *entry).collect();
        let stands_for = group.puzzle_out(&strange, &absent);
        for ((key, _), near) in unknown.iter().zip(near) {
            let mut message = format!("không có khóa `{}` trong {what}", key.name);
            let all = || fields.iter().map(|f| f.key).collect::<Vec<_>>().join(", ");
            let help = match (near, stands_for) {
                (Some(near), _) => format!("sửa thành `{near}`, nếu đúng ý"),
                (None, Some(field)) => {
                    message = format!("{message}; nhóm này còn thiếu khóa `{}` ({})", field.key, field.meaning);
                    format!("sửa thành `{}`, nếu đúng ý; các khóa được dùng ở đây: {}", field.key, all())
                }
                (None, None) => format!("các khóa được dùng ở đây: {}", all()),
            };
            d.say_help(&rules::UNKNOWN_KEY, key.at, message, Some(help));
        }
        Some(group)
    }

    /// Takes keys that resemble none for absent ones whose values look alike: a lone one for the only key that must be
    /// there, which is returned; where no such key is absent, any of them for any key that may be.
    fn puzzle_out(&mut self, strange: &[&(Key, Node)], absent: &[&'static Field]) -> Option<&'static Field> {
        let alike = |field: &&'static Field| strange.iter().any(|(_, value)| field.shape.fits(value));
        let (required, optional): (Vec<&'static Field>, Vec<&'static Field>) =
            absent.iter().copied().filter(alike).partition(|field| field.required);
        match (strange, required.as_slice()) {
            (_, []) => self.misspelt.extend(optional.iter().map(|field| field.key)),
            ([_], [only]) => {
                self.misspelt.push(only.key);
                return Some(only);
            }
            _ => {}
        }
        None
    }

    /// The value under a key.
    pub fn get(&self, key: &str) -> Option<&'n Node> {
        self.entries.iter().find(|(k, _)| k.name == key).map(|(_, node)| node)
    }

    /// Whether an unknown key was probably meant for this one: then it is not absent but wrong.
    pub(super) fn is_misspelt(&self, key: &str) -> bool {
        self.misspelt.contains(&key)
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

/// A value in braces that a comma tears: `{ly_do: đủ, nhưng xếp sau}` reads as a key `ly_do` and another, empty one.
struct Torn<'n> {
    key: &'n str,
    text: &'n str,
    /// What stands behind the comma, and behind further ones.
    rest: String,
    at: At,
    /// Where the parts begin that look like keys.
    parts: Vec<u32>,
}

fn torn_values<'n>(entries: &'n [(Key, Node)], d: &Decoder) -> Vec<Torn<'n>> {
    let after_comma = |before: At, key: At| {
        let file = d.sources.get(key.file);
        let between = file.and_then(|file| file.text.get(before.end as usize..key.start as usize));
        between.is_some_and(|text| text.trim() == ",")
    };
    let mut torn: Vec<Torn> = Vec::new();
    for pair in entries.windows(2) {
        let [(of, before), (key, node)] = pair else { continue };
        // No key has a blank in it.
        if !matches!(node.value, Value::Null) || !key.name.contains(' ') {
            continue;
        }
        match (&before.value, torn.last_mut().filter(|value| value.parts.last() == Some(&of.at.start))) {
            (_, Some(value)) if after_comma(of.at, key.at) => {
                value.rest = format!("{}, {}", value.rest, key.name);
                value.parts.push(key.at.start);
            }
            (Value::Scalar(text), None) if after_comma(before.at, key.at) => {
                let rest = key.name.clone();
                torn.push(Torn { key: &of.name, text, rest, at: key.at, parts: vec![key.at.start] });
            }
            _ => {}
        }
    }
    torn
}

/// Words listed in one remedy; nobody reads hundreds.
const LISTED: usize = 40;

/// The remedy for a word that is none of the known ones: what was probably meant, and all there are. Where there are
/// none, there is nothing to choose from.
///
/// ```
/// use hoso::record::decode::choices;
/// let help = choices(Some("tot"), "các bậc của thang", &["tot", "kha"]);
/// assert_eq!(help.as_deref(), Some("sửa thành `tot`, nếu đúng ý; các bậc của thang: tot, kha"));
/// assert_eq!(choices(None, "các bậc của thang", &[]), None);
/// ```
pub fn choices(near: Option<&str>, what: &str, known: &[&str]) -> Option<String> {
    let meant = near.map_or_else(String::new, |near| format!("sửa thành `{near}`, nếu đúng ý; "));
    let shown = known.get(..LISTED).unwrap_or(known).join(", ");
    let more = known.len().saturating_sub(LISTED);
    let more = if more > 0 { format!(" và {more} từ khác") } else { String::new() };
    (!known.is_empty()).then(|| format!("{meant}{what}: {shown}{more}"))
}
