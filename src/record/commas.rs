//! A comma that tears an item of a list in brackets: `[Luật Thi đua, khen thưởng]` are two items.

use super::decode::Decoder;
use super::rules;
use super::yaml::{Node, Value};

/// Reports a list of texts in brackets where an item seems to go on in the next: one finding, with the list as it
/// should be. Items are texts, not codes, where they have blanks.
pub(super) fn torn_items(list: &Node, items: &[Node], d: &mut Decoder) {
    let raw = |node: &Node| {
        let file = d.sources.get(node.at.file)?;
        file.text.get(node.at.start as usize..node.at.end as usize)
    };
    if !raw(list).is_some_and(|raw| raw.starts_with('[')) {
        return;
    }
    // Each item as it should be written: alone, or as one text of several items.
    let mut mended: Vec<(String, bool)> = Vec::new();
    let mut first_torn = None;
    for (index, item) in items.iter().enumerate() {
        let Value::Scalar(text) = &item.value else { return };
        let before = index.checked_sub(1).and_then(|before| items.get(before));
        // What follows a torn item in lower case belongs to it as well.
        let torn = mended.last().is_some_and(|(_, joined)| *joined);
        let rest = torn && !d.is_quoted(item.at) && begins(text, char::is_lowercase);
        let goes_on = rest || before.is_some_and(|before| continues(before, item, d));
        match mended.last_mut() {
            Some((whole, joined)) if goes_on => {
                first_torn = first_torn.or(Some(item.at));
                *whole = format!("{whole}, {text}");
                *joined = true;
            }
            _ => mended.push((raw(item).unwrap_or(text).trim().to_owned(), false)),
        }
    }
    let Some(at) = first_torn else { return };
    let written = |(text, joined): &(String, bool)| {
        if *joined { format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"")) } else { text.clone() }
    };
    let line = mended.iter().map(written).collect::<Vec<_>>().join(", ");
    let whole = mended.iter().find(|(_, joined)| *joined).map_or("", |(text, _)| text);
    let message = format!("dấu phẩy trong ngoặc vuông tách “{whole}” thành nhiều mục");
    let help = format!(
        "nếu đó là một mục thì ghi `[{line}]`; nếu là nhiều mục thì viết hoa đầu mục hoặc đặt từng mục trong ngoặc kép"
    );
    d.say_help(&rules::TORN_ITEM, at, message, Some(help));
}

/// Whether an item reads as the rest of the one before: neither in quotes, the one before a text with a capital at its
/// head, this one in lower case.
fn continues(before: &Node, item: &Node, d: &Decoder) -> bool {
    let (Value::Scalar(before_text), Value::Scalar(text)) = (&before.value, &item.value) else { return false };
    let plain = !d.is_quoted(before.at) && !d.is_quoted(item.at);
    plain
        && begins(before_text, char::is_uppercase)
        && before_text.trim().contains(char::is_whitespace)
        && begins(text, char::is_lowercase)
}

fn begins(text: &str, is: fn(char) -> bool) -> bool {
    text.trim_start().chars().next().is_some_and(is)
}
