//! A record edited by its keys: where a value, a key or a member of a list stands in the text.

use std::ops::Range;

use hoso::finding::Sources;
use hoso::record::yaml::{self, Node, Value};

/// A record as our own tree of nodes, for editing.
pub(super) struct Tree<'t> {
    text: &'t str,
    root: Node,
}

impl<'t> Tree<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let (mut sources, mut findings) = (Sources::default(), Vec::new());
        let id = sources.add("sửa.yaml", text);
        let root = yaml::parse(id, sources.get(id).unwrap(), 0, &mut findings);
        assert!(findings.is_empty(), "only a sound file can be edited by keys: {findings:#?}");
        Self { text, root: root.unwrap() }
    }

    pub(super) fn find(&self, path: &str) -> Option<&Node> {
        steps(path).iter().try_fold(&self.root, |node, step| match step {
            Step::Key(key) => node.get(key),
            Step::Member(word) => items(node).get(index(node, word)?),
        })
    }

    /// The bytes of a value without the white space behind it.
    fn value(&self, node: &Node) -> Range<usize> {
        let (start, end) = (node.at.start as usize, node.at.end as usize);
        let nothing = matches!(&node.value, Value::Null) && !["~", "null"].contains(&self.text[start..end].trim());
        if nothing && node.at == node.head {
            // Where nothing is written the key stands for the value, which would begin behind its colon.
            return end + 1..end + 1;
        }
        start..start + self.text[start..end].trim_end().len()
    }

    /// The same, but from the `|` or `>` of a block of text on.
    pub(super) fn written(&self, node: &Node) -> Range<usize> {
        let value = self.value(node);
        let between = self.text.get(node.head.end as usize..value.start).unwrap_or_default();
        let block = between.strip_prefix(':').map(str::trim_start).filter(|rest| rest.starts_with(['|', '>']));
        block.map_or(value.clone(), |rest| value.start - rest.len()..value.end)
    }

    pub(super) fn is_flow(&self, node: &Node) -> bool {
        self.text[node.at.start as usize..].starts_with(['{', '['])
    }

    /// The bytes to cut so that a key or a list member is gone.
    pub(super) fn member(&self, path: &str) -> Option<Range<usize>> {
        let mut steps = steps(path);
        let last = steps.pop()?;
        let group = steps.iter().try_fold(&self.root, |node, step| match step {
            Step::Key(key) => node.get(key),
            Step::Member(word) => items(node).get(index(node, word)?),
        })?;
        let members: Vec<Range<usize>> = match (&group.value, &last) {
            (Value::Map(entries), Step::Key(_)) => {
                entries.iter().map(|(key, node)| key.at.start as usize..self.value(node).end).collect()
            }
            (Value::List(items), Step::Member(_)) => items.iter().map(|node| self.value(node)).collect(),
            _ => return None,
        };
        let at = match (&group.value, &last) {
            (Value::Map(entries), Step::Key(name)) => entries.iter().position(|(key, _)| key.name == *name)?,
            (_, Step::Member(word)) => index(group, word)?,
            _ => return None,
        };
        let own = members[at].clone();
        if self.is_flow(group) {
            return Some(match (members.get(at + 1), at.checked_sub(1).map(|before| &members[before])) {
                (Some(next), _) => own.start..next.start,
                (None, Some(before)) => before.end..own.end,
                (None, None) => own,
            });
        }
        let line_start = |byte: usize| self.text[..byte].rfind('\n').map_or(0, |n| n + 1);
        let start = line_start(own.start);
        let is_key = matches!(last, Step::Key(_));
        if is_key && !self.text[start..own.start].trim().is_empty() {
            // The first key of a list member stands behind its dash.
            return Some(own.start..members.get(at + 1).map_or(own.end, |next| next.start));
        }
        let end = match members.get(at + 1) {
            Some(next) => line_start(next.start),
            None => self.text[own.end..].find('\n').map_or(self.text.len(), |n| own.end + n + 1),
        };
        Some(start..end)
    }
}

enum Step {
    Key(String),
    Member(String),
}

fn steps(path: &str) -> Vec<Step> {
    let mut steps = Vec::new();
    for part in path.split('.').filter(|part| !part.is_empty()) {
        let mut words = part.split('[');
        steps.extend(words.next().filter(|w| !w.is_empty()).map(|w| Step::Key(w.to_owned())));
        steps.extend(words.map(|w| Step::Member(w.trim_end_matches(']').to_owned())));
    }
    steps
}

fn items(node: &Node) -> &[Node] {
    match &node.value {
        Value::List(items) => items,
        _ => &[],
    }
}

fn index(list: &Node, word: &str) -> Option<usize> {
    let named = |node: &Node| {
        ["ma", "loai", "de_nghi"]
            .iter()
            .any(|key| matches!(node.get(key), Some(Node { value: Value::Scalar(text), .. }) if text == word))
    };
    let plain = |node: &Node| matches!(&node.value, Value::Scalar(text) if text == word);
    let items = items(list);
    let number = word.parse().ok().filter(|n| *n < items.len());
    number.or_else(|| items.iter().position(|node| named(node) || plain(node)))
}

pub(super) fn column(text: &str, byte: usize) -> usize {
    let line = text[..byte].rfind('\n').map_or(0, |n| n + 1);
    text[line..byte].chars().count()
}

/// Every line but the first moved in, for blocks of text.
pub(super) fn indented(value: &str, by: usize) -> String {
    let lines: Vec<String> = value
        .lines()
        .enumerate()
        .map(|(n, line)| if n == 0 || line.is_empty() { line.to_owned() } else { format!("{}{line}", " ".repeat(by)) })
        .collect();
    lines.join("\n")
}
