//! SHA-256 in hexadecimal: what fingerprints, the manifest and certificates are made of.

use std::collections::BTreeMap;

use serde_json::Value;
use sha2::{Digest as _, Sha256};

/// SHA-256 of some bytes.
///
/// ```
/// assert!(hoso::digest::sha256(b"").starts_with("e3b0c442"));
/// ```
pub fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

/// SHA-256 of several parts, of which none can run into the next.
///
/// ```
/// use hoso::digest::sha256_of;
/// assert_ne!(sha256_of(["ab", "c"]), sha256_of(["a", "bc"]));
/// ```
pub fn sha256_of<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        let bytes = part.as_ref();
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    hex(hasher)
}

fn hex(hasher: Sha256) -> String {
    // Digit by digit: to format each byte takes longer than to hash a short text.
    let digits =
        |byte: &u8| [byte >> 4, byte & 0xf].map(|digit| char::from_digit(digit.into(), 16).unwrap_or_default());
    let mut text = String::with_capacity(64);
    hasher.finalize().iter().for_each(|byte| text.extend(digits(byte)));
    text
}

/// Hexadecimal digits of the hash of a part: it only points to what differs, the whole hash proves it.
const SHORT: usize = 16;

/// Hashes, shortened, of the parts of some data: each value under the keys that lead to it, and all of a list together.
///
/// ```
/// let data = serde_json::json!({"van_ban": {"so": "15"}, "de_nghi": [{"ten": "A"}, {"ten": "B"}]});
/// let names: Vec<String> = hoso::digest::parts(&data).into_keys().collect();
/// assert_eq!(names, ["de_nghi[].ten", "van_ban.so"]);
/// ```
pub fn parts(data: &Value) -> BTreeMap<String, String> {
    let mut values = BTreeMap::new();
    gather(data, String::new(), &mut values);
    let short = |text: &str| sha256(text.as_bytes()).chars().take(SHORT).collect();
    values.into_iter().map(|(part, text)| (part, short(&text))).collect()
}

/// The values of each part, one a line: none holds a line's end as JSON.
fn gather(value: &Value, part: String, values: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(map) if !map.is_empty() => {
            let dot = if part.is_empty() { "" } else { "." };
            map.iter().for_each(|(key, value)| gather(value, format!("{part}{dot}{key}"), values));
        }
        Value::Array(items) if !items.is_empty() => {
            items.iter().for_each(|value| gather(value, format!("{part}[]"), values));
        }
        value => {
            let text = values.entry(part).or_default();
            text.push_str(&value.to_string());
            text.push('\n');
        }
    }
}
