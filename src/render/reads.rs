//! What a template reads of a paper's data: the rest is no part of the paper.
//!
//! A kind of paper is offered whole blocks of the records, so that a template may say of them what it likes. Were all of that
//! the paper's data, a vote corrected in the minutes would look like a change of the decision that does not speak of votes.

use std::collections::BTreeMap;

use serde_json::Value;

use super::cut::{Piece, cut};
use super::words::{self, Word};

/// Parts of the data that the proof holds against the page, whatever the template does with them.
const PROVED: [&str; 2] = ["van_ban", "noi_dung"];
/// Each item of a list.
const ITEM: &str = "*";

/// What is read of a value.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Reads {
    /// All of it.
    whole: bool,
    /// Whether there is something in it.
    asked: bool,
    /// Parts of it.
    parts: BTreeMap<String, Reads>,
}

/// The way to a value from the whole of the data.
type Way<'a> = Vec<&'a str>;

impl Reads {
    /// What a template reads, judged by its text: rather too much than too little.
    pub fn of(template: &str) -> Self {
        let mut reads = Self::default();
        PROVED.iter().for_each(|part| reads.at(&[*part]).whole = true);
        let mut names = Names::default();
        for piece in cut(template) {
            let Piece::Tag { expression, inside, .. } = piece else { continue };
            let words = words::of(inside);
            match words.as_slice() {
                // Another file, or a component: what is read there is not looked into.
                [Word::Sign('<'), ..] | [Word::Name("super"), ..] => reads.whole = true,
                [Word::Name("include" | "extends" | "block" | "import"), ..] if !expression => reads.whole = true,
                [Word::Name("endfor"), ..] => names.leave(),
                [Word::Name("for"), Word::Name(name), Word::Name("in"), list @ ..] => {
                    let list = reads.expression(list, &names, true);
                    names.enter(name, list);
                }
                [Word::Name("for"), ..] => {
                    reads.whole = true;
                    names.enter("", None);
                }
                // What a name is set to is read whole: the same name may be set elsewhere, too.
                [Word::Name("set" | "set_global"), Word::Name(name), Word::Sign('='), value @ ..] => {
                    reads.expression(value, &names, false);
                    names.0.push((Some(*name), None));
                }
                words => drop(reads.expression(words, &names, false)),
            }
        }
        reads
    }

    /// Notes what an expression reads. Where it is nothing but a list to walk through, only the list as such is read, and the
    /// way to its items is handed back.
    fn expression<'a>(&mut self, words: &[Word<'a>], names: &Names<'a>, walked: bool) -> Option<Way<'a>> {
        let mut at = 0;
        let mut items = None;
        while at < words.len() {
            let start = at;
            let Some(own) = self.chain(words, &mut at, names) else {
                at = start + 1;
                continue;
            };
            let Some(way) = names.resolve(&own) else { continue };
            let before = start.checked_sub(1).and_then(|before| words.get(before));
            let rest = words.get(at..).unwrap_or_default();
            let is_alone = walked && start == 0 && rest.is_empty();
            let reads = self.at(&way);
            if is_alone || is_only_asked(before, rest) {
                reads.asked = true;
            } else {
                reads.whole = true;
            }
            items = is_alone.then(|| way.into_iter().chain([ITEM]).collect());
        }
        items
    }

    /// The name that begins at a word, with the parts of it that follow; `at` is then behind them. None where no data is
    /// named there.
    fn chain<'a>(&mut self, words: &[Word<'a>], at: &mut usize, names: &Names<'a>) -> Option<Way<'a>> {
        let Some(Word::Name(name)) = words.get(*at).filter(|_| names_data(words, *at)) else { return None };
        let mut own = vec![*name];
        *at += 1;
        loop {
            match words.get(*at..).unwrap_or_default() {
                [Word::Sign('.'), Word::Name(part), ..] => {
                    own.push(part);
                    *at += 2;
                }
                [Word::Sign('['), inside @ ..] => {
                    let length = inside.iter().position(|word| *word == Word::Sign(']')).unwrap_or(inside.len());
                    self.expression(inside.get(..length).unwrap_or_default(), names, false);
                    own.push(ITEM);
                    *at += length + 2;
                }
                _ => return Some(own),
            }
        }
    }

    /// What is read at the end of a way.
    fn at(&mut self, way: &[&str]) -> &mut Self {
        way.iter().fold(self, |reads, part| reads.parts.entry((*part).to_owned()).or_default())
    }

    /// The data without what is not read. A list keeps its length, and whatever is asked for whether there is something in it.
    pub fn cut(&self, data: Value) -> Value {
        if self.whole {
            return data;
        }
        match data {
            Value::Array(items) => {
                let item = |item| self.parts.get(ITEM).map_or(Value::Null, |reads| reads.cut(item));
                items.into_iter().map(item).collect()
            }
            Value::Object(map) => {
                let is_known = map.keys().any(|key| self.parts.contains_key(key));
                // Asked for itself, or for a part that only the data names.
                if self.asked && !is_known || self.parts.contains_key(ITEM) {
                    return Value::Object(map);
                }
                let own = |(key, value)| self.parts.get(&key).map(|reads| (key, reads.cut(value)));
                Value::Object(map.into_iter().filter_map(own).collect())
            }
            plain => plain,
        }
    }
}

/// Whether a name names data: filters, tests, functions and names of their arguments are none.
fn names_data(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let is_applied = matches!(before, Some(Word::Sign('|') | Word::Name("is")));
    match words.get(at + 1..).unwrap_or_default() {
        [Word::Sign('='), Word::Sign('='), ..] => !is_applied,
        [Word::Sign('=' | '('), ..] => false,
        _ => !is_applied,
    }
}

/// Whether a value between these words only decides a branch, or is only counted.
fn is_only_asked(before: Option<&Word>, rest: &[Word]) -> bool {
    match rest {
        [Word::Sign('|'), Word::Name("length"), ..] | [Word::Name("is"), Word::Name("defined"), ..] => true,
        [] | [Word::Name("and" | "or" | "else"), ..] => {
            matches!(before, Some(Word::Name("if" | "elif" | "and" | "or" | "not")))
        }
        _ => false,
    }
}

/// Names that the template gives to values, the last one first to count; `None` for one that is read whole already. A loop
/// begins with a nameless line.
#[derive(Default)]
struct Names<'a>(Vec<(Option<&'a str>, Option<Way<'a>>)>);

impl<'a> Names<'a> {
    fn enter(&mut self, name: &'a str, way: Option<Way<'a>>) {
        self.0.extend([(None, None), (Some(name), way)]);
    }

    fn leave(&mut self) {
        let start = self.0.iter().rposition(|(name, _)| name.is_none()).unwrap_or(0);
        self.0.truncate(start);
    }

    /// The way to what is meant, from the whole of the data.
    fn resolve(&self, own: &[&'a str]) -> Option<Way<'a>> {
        let (name, parts) = own.split_first()?;
        match self.0.iter().rev().find(|(given, _)| given == &Some(*name)) {
            Some((_, way)) => way.as_ref().map(|way| way.iter().chain(parts).copied().collect()),
            None => Some(own.to_vec()),
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use serde_json::json;

    use super::*;

    fn cut_for(template: &str, data: Value) -> Value {
        Reads::of(template).cut(data)
    }

    #[test]
    fn only_what_is_named_is_kept() {
        let data = json!({"hop": {"so": "1", "phieu": 3}, "ten": "A", "van_ban": {"so": "2"}});
        assert_eq!(cut_for("{{ hop.so }}", data.clone()), json!({"hop": {"so": "1"}, "van_ban": {"so": "2"}}));
        assert_eq!(cut_for("#f({{ hop | typ }})", data.clone()), json!({"hop": data["hop"], "van_ban": {"so": "2"}}));
        assert_eq!(cut_for("{{ '{{ ten }}' }}{# ten #}", data), json!({"van_ban": {"so": "2"}}));
    }

    #[test]
    fn lists_keep_their_length_and_their_items_what_is_read_of_them() {
        let data = json!({"cac": [{"a": 1, "b": [{"c": 2, "d": 3}]}, {"a": 4, "b": []}], "a": 5});
        let read = |template: &str| cut_for(template, data.clone());
        let walked = "{% for x in cac -%}{{ x.a }}{% for y in x.b %}{{ y.c }}{% endfor %}{% endfor %}";
        assert_eq!(read(walked), json!({"cac": [{"a": 1, "b": [{"c": 2}]}, {"a": 4, "b": []}]}));
        assert_eq!(read("{{ cac | length }}"), json!({"cac": [null, null]}));
        assert_eq!(read("{{ cac[0].b[a - 1].c }}"), json!({"cac": [{"b": [{"c": 2}]}, {"b": []}], "a": 5}));
        assert_eq!(read("{% if cac and not a %}{% endif %}"), json!({"cac": [null, null], "a": 5}));
        // Beyond its loop a name is that of the data again.
        assert_eq!(read("{% for a in cac %}{% endfor %}{{ a }}"), json!({"cac": [null, null], "a": 5}));
    }

    #[test]
    fn what_decides_a_branch_is_kept_as_far_as_it_decides() {
        let data = json!({"a": {"b": 1}, "c": {"d": [1, 2], "e": ""}, "f": {}});
        let read = |template: &str| cut_for(template, data.clone());
        assert_eq!(read("{% if a %}{% endif %}"), json!({"a": {"b": 1}}));
        assert_eq!(read("{% if f is defined and c.d %}{% endif %}"), json!({"c": {"d": [null, null]}, "f": {}}));
        assert_eq!(read("{{ a.b if c.d else c.e }}"), json!({"a": {"b": 1}, "c": {"d": [null, null], "e": ""}}));
        assert_eq!(read("{% if 1 in c.d %}{% endif %}"), json!({"c": {"d": [1, 2]}}));
        assert_eq!(read("{% if c.d == a %}{% endif %}"), json!({"a": {"b": 1}, "c": {"d": [1, 2]}}));
    }

    #[test]
    fn what_is_not_understood_is_read_whole() {
        let data = json!({"a": {"b": {"c": [1]}, "d": 2}, "e": 3});
        let all = ["{% include 'khac.typ' %}", "{% for k, v in a %}{% endfor %}", "{{ <o x={a} /> }}"];
        all.iter().for_each(|template| assert_eq!(cut_for(template, data.clone()), data, "{template}"));
        let whole = json!({"a": {"b": {"c": [1]}, "d": 2}});
        for template in ["{{ a[e2].c }}", "{% set x = a %}{{ x.d }}", "{% for x in a | sort %}{{ x.d }}{% endfor %}"] {
            assert_eq!(cut_for(template, data.clone()), whole, "{template}");
        }
        assert_eq!(cut_for("{{ f(x=a.d) | g(y=e) }}", data), json!({"a": {"d": 2}, "e": 3}));
    }
}
