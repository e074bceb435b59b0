//! Text as code (between backticks, or from `raw`): Typst sets it in a face of its own that no paper has, so that it would
//! vanish from the page without a word.

use std::ops::Range;

use typst::syntax::{SyntaxKind, SyntaxNode, parse};

use super::rules;
use super::templates::TemplateFile;
use crate::finding::Finding;

/// Such text in a file of the layout library, which is Typst alone.
pub(super) fn in_library(file: &TemplateFile) -> Vec<Finding> {
    ranges(&parse(&file.text)).into_iter().map(|range| finding(file, range)).collect()
}

/// What is said of it.
pub(super) fn finding(file: &TemplateFile, at: Range<usize>) -> Finding {
    let message = "chữ mã (giữa hai dấu `, hay từ hàm raw) không có phông, in ra sẽ mất";
    Finding::new(&rules::CODE, message).at(file.place(at))
}

/// Where it stands in a source.
pub(super) fn ranges(root: &SyntaxNode) -> Vec<Range<usize>> {
    let mut ranges = Vec::new();
    collect(root, 0, &mut ranges);
    ranges
}

fn collect(node: &SyntaxNode, start: usize, ranges: &mut Vec<Range<usize>>) {
    let is_raw = |callee: &SyntaxNode| callee.kind() == SyntaxKind::Ident && callee.leaf_text() == "raw";
    let calls = node.kind() == SyntaxKind::FuncCall && node.children().next().is_some_and(is_raw);
    if calls || node.kind() == SyntaxKind::Raw {
        ranges.push(start..start + node.len());
        return;
    }
    let mut at = start;
    for child in node.children() {
        collect(child, at, ranges);
        at += child.len();
    }
}
