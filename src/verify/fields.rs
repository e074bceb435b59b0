//! Where two papers' data differ.

use serde_json::Value;

/// The keys at which two values differ, each as people write it: `de_nghi[0].ten`.
pub fn differing(one: &Value, other: &Value) -> Vec<String> {
    let mut found = Vec::new();
    walk(Some(one), Some(other), "", &mut found);
    found
}

fn walk(one: Option<&Value>, other: Option<&Value>, at: &str, found: &mut Vec<String>) {
    match (one, other) {
        (Some(Value::Object(one)), Some(Value::Object(other))) => {
            let keys = one.keys().chain(other.keys().filter(|key| !one.contains_key(*key)));
            let dot = if at.is_empty() { "" } else { "." };
            keys.for_each(|key| walk(one.get(key), other.get(key), &format!("{at}{dot}{key}"), found));
        }
        (Some(Value::Array(one)), Some(Value::Array(other))) => {
            let count = one.len().max(other.len());
            (0..count).for_each(|n| walk(one.get(n), other.get(n), &format!("{at}[{n}]"), found));
        }
        (one, other) if one != other => found.push(at.to_owned()),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::differing;

    #[test]
    fn each_place_is_named() {
        let one = json!({"a": {"b": 1, "c": [1, {"d": 2}]}, "e": 1});
        let other = json!({"a": {"b": 1, "c": [1, {"d": 3}, 4]}, "f": 1});
        assert_eq!(differing(&one, &other), ["a.c[1].d", "a.c[2]", "e", "f"]);
        assert!(differing(&one, &one).is_empty());
    }
}
