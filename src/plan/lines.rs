//! What a clerk wrote that the layout adds by itself, taken away: else paper would show it twice.

use crate::record::decode::List;
use crate::record::scalar::Text;

/// The members of a list that the layout sets as `- …;`, the last with a full stop.
pub fn items(list: &List<Text>) -> Vec<String> {
    list.iter().map(|t| unmarked(&t.value).to_owned()).collect()
}

/// Grounds, which the layout sets as `Căn cứ …;`.
pub fn grounds(list: &List<Text>) -> Vec<String> {
    items(list).into_iter().map(|item| after("căn cứ", &item).map_or(item.clone(), str::to_owned)).collect()
}

/// A line without the one mark at its end that the layout sets: `Lưu: VT.`, `Như trên;`, `Lưu: VT./.`. Three stops are
/// no end mark but say that something goes on.
pub fn unmarked(line: &str) -> &str {
    if line.ends_with("..") {
        return line;
    }
    line.strip_suffix("./.").or_else(|| line.strip_suffix(['.', ';', ','])).unwrap_or(line).trim_end()
}

/// A subject line: whoever writes `V/v …`, `về việc …` or both gets `Về việc …`, which a công văn sets as `V/v …`.
pub fn subject(line: &str) -> String {
    let strip = |line| ["về việc", "v/v"].iter().find_map(|words| after(words, line));
    let rest = std::iter::successors(strip(line), |rest| strip(rest)).last();
    rest.map_or_else(|| line.to_owned(), |rest| format!("Về việc {rest}"))
}

/// What stands behind certain words at the head of a line, in whatever case they are; nothing where nothing does.
fn after<'l>(words: &str, line: &'l str) -> Option<&'l str> {
    let end = line.char_indices().nth(words.chars().count())?.0;
    let (head, rest) = line.split_at_checked(end)?;
    let apart = rest.starts_with([' ', ':', '.']);
    let rest = rest.trim_start_matches([' ', ':', '.']);
    (head.to_lowercase() == words && apart && !rest.is_empty()).then_some(rest)
}
