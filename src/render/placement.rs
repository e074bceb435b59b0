//! Whether emissions came to stand where Typst reads them as data.

use typst::syntax::{SyntaxKind, SyntaxNode};

use super::marks::{Kind, Mark};

/// Kinds of expression that a literal may be.
const LITERALS: [SyntaxKind; 8] = [
    SyntaxKind::Str,
    SyntaxKind::Bool,
    SyntaxKind::None,
    SyntaxKind::Int,
    SyntaxKind::Float,
    SyntaxKind::Unary,
    SyntaxKind::Array,
    SyntaxKind::Dict,
];

/// The first emission, in the order of the source, that is not exactly the node it is meant to be.
pub(super) fn misplaced<'m>(root: &SyntaxNode, marks: &'m [Mark]) -> Option<&'m Mark> {
    let mut nodes = Vec::new();
    collect(root, 0, SyntaxKind::Markup, &mut nodes);
    let nodes = Nodes(nodes);
    marks.iter().find(|mark| !stands_well(&nodes, mark))
}

fn stands_well(nodes: &Nodes, mark: &Mark) -> bool {
    let (start, end) = (mark.range.start, mark.range.end);
    match mark.kind {
        // `#`, one string over everything between, `;`: nothing of the data is outside the string.
        Kind::Text => {
            nodes.markup_hash(start)
                && end.checked_sub(1).is_some_and(|last| {
                    nodes.has(start + 1, last, &[SyntaxKind::Str]) && nodes.has(last, end, &[SyntaxKind::Semicolon])
                })
        }
        Kind::Literal => nodes.has(start, end, &LITERALS),
        Kind::Block => start == end || nodes.markup_hash(start),
    }
}

struct Node {
    start: usize,
    end: usize,
    kind: SyntaxKind,
    parent: SyntaxKind,
}

/// All nodes in the order of their start.
struct Nodes(Vec<Node>);

impl Nodes {
    fn starting_at(&self, start: usize) -> impl Iterator<Item = &Node> {
        let first = self.0.partition_point(|node| node.start < start);
        self.0.iter().skip(first).take_while(move |node| node.start == start)
    }

    fn has(&self, start: usize, end: usize, kinds: &[SyntaxKind]) -> bool {
        self.starting_at(start).any(|node| node.end == end && kinds.contains(&node.kind))
    }

    fn markup_hash(&self, start: usize) -> bool {
        self.starting_at(start).any(|node| {
            node.kind == SyntaxKind::Hash
                && node.end == start + 1
                && matches!(node.parent, SyntaxKind::Markup | SyntaxKind::Math)
        })
    }
}

fn collect(node: &SyntaxNode, start: usize, parent: SyntaxKind, nodes: &mut Vec<Node>) {
    nodes.push(Node { start, end: start + node.len(), kind: node.kind(), parent });
    let mut offset = start;
    for child in node.children() {
        collect(child, offset, node.kind(), nodes);
        offset += child.len();
    }
}
