//! Posts as sentences carry them: with the body they are held in, and in the middle of a phrase.

use super::head::without_deputy;
use crate::check::words;
use crate::record::Unit;
use crate::record::unit::SHORTENED;

/// A post and the body it is held in, as lists print it: `Ủy ban nhân dân` shortened.
///
/// A head's post runs into the body's name (`Chủ tịch UBND phường Long Thủy`), a post that ends in the name's first
/// words is joined over them (`Trưởng phòng Tư pháp`), and so does a post that names no field of its own (`Chuyên viên Phòng
/// Tư pháp`); others keep a comma (`Công chức Tư pháp - Hộ tịch, UBND phường Long Thủy`).
pub fn with_body(post: &str, unit: &Unit) -> String {
    let short = unit.short_name();
    if short == unit.name() {
        return in_full(post, unit);
    }
    match overlapping(post, unit.name()) {
        Some(joined) => SHORTENED.iter().fold(joined, |s, w| s.replace(w, "UBND")),
        None => joined(post, unit, &short),
    }
}

/// The same with the body's whole name, as a certificate prints it.
pub fn in_full(post: &str, unit: &Unit) -> String {
    overlapping(post, unit.name()).unwrap_or_else(|| joined(post, unit, unit.name()))
}

fn joined(post: &str, unit: &Unit, name: &str) -> String {
    if post.is_empty() {
        return name.to_owned();
    }
    let last = post.rsplit(", ").next().unwrap_or(post);
    let is_plain = !last.split(' ').skip(1).any(|word| word.starts_with(char::is_uppercase));
    if is_plain || is_heads(last, unit) { format!("{post} {name}") } else { format!("{post}, {name}") }
}

/// The post of a body's head, with the body: `Trưởng phòng Tư pháp`, `Giám đốc Ban Quản lý dự án`.
pub fn of_body(post: &str, body: &str) -> String {
    overlapping(post, body).unwrap_or_else(|| format!("{post} {body}"))
}

/// A post after a person's name: only what is a name in itself keeps its capital.
pub fn in_phrase(post: &str, unit: &Unit) -> String {
    let second = post.split(' ').nth(1).and_then(|word| word.chars().next());
    let named = second.is_some_and(char::is_uppercase) || is_heads(post, unit);
    if named { post.to_owned() } else { words::lower_first(post) }
}

/// The post with the rest of the name, where it ends in the name's first words.
fn overlapping(post: &str, name: &str) -> Option<String> {
    // A clerk may shorten in the post what the name spells out.
    let [committee, _] = SHORTENED;
    let post = post.replace("UBND", committee);
    let (own, of): (Vec<&str>, Vec<&str>) = (post.split(' ').collect(), name.split(' ').collect());
    let lower = |words: &[&str]| words.join(" ").to_lowercase();
    let meets = |n: &usize| {
        let (end, start) = (own.len().checked_sub(*n).and_then(|at| own.get(at..)), of.get(..*n));
        end.zip(start).is_some_and(|(end, start)| lower(end) == lower(start))
    };
    let shared = (1..=own.len().min(of.len())).rev().find(meets)?;
    let rest = of.get(shared..).unwrap_or_default();
    Some([&[post.as_str()], rest].concat().join(" "))
}

/// Whether it is the post of the one who signs for the unit, or of that one's deputy.
fn is_heads(post: &str, unit: &Unit) -> bool {
    let signers = unit.papers.iter().filter_map(|filed| filed.paper.get()?.signer.get());
    let mut heads = signers.map(|s| s.for_post.get().map_or(s.post.value.as_str(), |t| t.value.as_str()));
    let bare = |post: &str| without_deputy(post).to_lowercase();
    heads.any(|head| bare(head) == bare(post))
}
