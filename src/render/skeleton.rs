//! Reading a template before any data is there: where would its data come to stand?
//!
//! The template is cut at its `{{ … }}` and `{% … %}` as Tera cuts it, whitespace control included; every
//! emission is replaced by a sample of what it will emit, and the outcome is judged like a finished source.
//! Which branches will be taken is not known here, so this only finds an author's plain mistakes, early and
//! at their line; the proof for what is really printed is made on every finished source.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use typst::syntax::parse;

use super::branches::{self, Path, Way};
use super::code_text;
use super::cut::{Piece, cut};
use super::marks::{Kind, Mark};
use super::placement::misplaced;
use super::rules;
use super::templates::TemplateFile;
use super::words::{self, Word};
use crate::finding::Finding;

/// Filters that would let text through unescaped.
pub(super) const FORBIDDEN: [&str; 4] = ["safe", "escape_html", "escape_xml", "newlines_to_br"];
/// Filters whose outcome has another order on every run.
const UNORDERED: [&str; 4] = ["keys", "values", "pairs", "group_by"];

/// Everything wrong with how a template places data.
pub(super) fn examine(file: &TemplateFile) -> Vec<Finding> {
    let pieces = cut(&file.text);
    let paths = branches::paths(&pieces);
    let mut findings: Vec<_> = pieces.iter().flat_map(|piece| refusals(piece, file)).collect();
    let groups: BTreeSet<_> = paths.iter().collect();
    let (mut code, mut misplaced) = (BTreeMap::new(), BTreeSet::new());
    for group in groups {
        // An emission is at fault only if no way through the other branches gives it a sound place.
        let mut ways = [Way::First, Way::Alike, Way::Last].into_iter();
        let mut faults = ways.next().map(|way| misplaced_samples(&pieces, &paths, group, way)).unwrap_or_default();
        for way in ways {
            if !faults.is_empty() {
                let others = misplaced_samples(&pieces, &paths, group, way);
                faults.retain(|start, _| others.contains_key(start));
            }
        }
        misplaced.extend(faults.keys().copied());
        findings.extend(faults.into_iter().map(|(start, (kind, end))| misplacement(kind, file, start..end)));
        code.extend(code_in(&pieces, &paths, group));
    }
    // Data inside it is misplaced there, which is said already.
    code.retain(|start, end| !misplaced.iter().any(|at| (*start..*end).contains(at)));
    findings.extend(code.into_iter().map(|(start, end)| code_text::finding(file, start..end)));
    Finding::sort(&mut findings);
    findings
}

/// The misplaced emissions of one group of branches: their start, kind and end in the template.
fn misplaced_samples(pieces: &[Piece<'_>], paths: &[Path], group: &Path, way: Way) -> BTreeMap<usize, (Kind, usize)> {
    let taken = taken(pieces, paths, group, way);
    let mut skipped = BTreeSet::new();
    let mut faults = BTreeMap::new();
    // A misplaced sample upsets the reading of what follows, so it is left out and the rest judged anew.
    loop {
        let Skeleton { text, samples, .. } = build(&taken, &skipped);
        let marks: Vec<_> = samples.iter().map(|sample| sample.mark.clone()).collect();
        let Some(bad) = misplaced(&parse(&text), &marks) else { return faults };
        let Some(sample) = samples.iter().find(|sample| sample.mark == *bad) else { return faults };
        skipped.insert(sample.at.start);
        if sample.path == group {
            faults.insert(sample.at.start, (bad.kind, sample.at.end));
        }
    }
}

/// The pieces that print together with a group of branches.
fn taken<'t, 'p>(pieces: &'t [Piece<'t>], paths: &'p [Path], group: &Path, way: Way) -> Vec<(&'t Piece<'t>, &'p Path)> {
    let last = branches::last_numbers(paths);
    pieces.iter().zip(paths).filter(|(_, path)| branches::taken(path, group, way, &last)).collect()
}

/// Where a group of branches prints text as code: start and end in the template.
fn code_in(pieces: &[Piece<'_>], paths: &[Path], group: &Path) -> Vec<(usize, usize)> {
    let Skeleton { text, origins, .. } = build(&taken(pieces, paths, group, Way::First), &BTreeSet::new());
    let origin = |at: usize| {
        let (own, from) = origins.iter().find(|(own, _)| own.contains(&at))?;
        Some(from + at - own.start)
    };
    // It begins and ends with what the author wrote: a sample inside it is no delimiter.
    let in_template = |range: Range<usize>| Some((origin(range.start)?, origin(range.end.checked_sub(1)?)? + 1));
    code_text::ranges(&parse(&text)).into_iter().filter_map(in_template).collect()
}

fn misplacement(kind: Kind, file: &TemplateFile, at: Range<usize>) -> Finding {
    let message = match kind {
        Kind::Text => {
            "{{ … }} đứng ở chỗ mà dữ liệu sẽ thành mã: trong chuỗi, chú thích, khối chữ mã, sau dấu `\\`, hoặc trong phần mã Typst mà thiếu `| typ`"
        }
        Kind::Literal => "{{ … | typ }} chỉ đứng trong phần mã Typst, không trong chuỗi, chú thích hay phần chữ",
        Kind::Block => {
            "phần chèn cả đoạn (`markdown`, mẫu con, khối) chỉ đứng trong phần chữ, không trong chuỗi, chú thích hay phần mã Typst"
        }
    };
    Finding::new(&rules::PLACE, message).at(file.place(at))
}

fn refusals(piece: &Piece<'_>, file: &TemplateFile) -> Vec<Finding> {
    let Piece::Tag { expression, inside, at } = piece else { return Vec::new() };
    let words = words::of(inside);
    let mut findings = Vec::new();
    for name in FORBIDDEN.iter().filter(|name| words::has_filter(&words, name)) {
        let message = format!("không dùng bộ lọc `{name}`: nó đưa dữ liệu vào văn bản dưới dạng mã");
        findings.push(Finding::new(&rules::NAME, message));
    }
    if !expression && words::has_filter(&words, "typ") {
        findings.push(Finding::new(&rules::PLACE, "`| typ` chỉ đứng cuối một {{ … }} trong phần mã Typst"));
    }
    if !expression && captures(&words) {
        let message =
            "không gom cả đoạn bằng `{% set x %}…` hay `{% filter x %}…`: đoạn gom lại không còn biết đâu là dữ liệu";
        findings.push(Finding::new(&rules::PLACE, message).help("dùng `{% set x = … %}` hoặc tách thành mẫu con"));
    }
    if UNORDERED.iter().any(|name| words::has_filter(&words, name)) || (!expression && walks_a_group(&words)) {
        let message =
            "không duyệt qua khóa của một nhóm dữ liệu: thứ tự mỗi lần chạy một khác, văn bản in ra sẽ khác nhau";
        findings
            .push(Finding::new(&rules::NAME, message).help("đưa dữ liệu thành danh sách rồi duyệt `{% for x in … %}`"));
    }
    findings.into_iter().map(|finding| finding.at(file.place(at.clone()))).collect()
}

/// `{% set x %}…` and `{% filter x %}…`, not `{% set x = … %}`.
fn captures(words: &[Word<'_>]) -> bool {
    match words.first() {
        Some(Word::Name("filter")) => true,
        Some(Word::Name("set" | "set_global")) => words.get(2) != Some(&Word::Sign('=')),
        _ => false,
    }
}

/// `{% for key, value in … %}`: Tera keeps objects in hash maps.
fn walks_a_group(words: &[Word<'_>]) -> bool {
    words.first() == Some(&Word::Name("for")) && words.get(2) == Some(&Word::Sign(','))
}

/// What stands for an emission before there is data.
struct Sample<'p> {
    mark: Mark,
    /// The tag in the template.
    at: Range<usize>,
    path: &'p Path,
}

/// The source that pieces would give with sample data.
#[derive(Default)]
struct Skeleton<'p> {
    text: String,
    samples: Vec<Sample<'p>>,
    /// What was copied, and where it begins in the template.
    origins: Vec<(Range<usize>, usize)>,
}

fn build<'p>(pieces: &[(&Piece<'_>, &'p Path)], skipped: &BTreeSet<usize>) -> Skeleton<'p> {
    let Skeleton { mut text, mut samples, mut origins } = Skeleton::default();
    for (piece, path) in pieces {
        match piece {
            Piece::Content(content, from) => {
                origins.push((text.len()..text.len() + content.len(), *from));
                text.push_str(content);
            }
            Piece::Tag { expression, inside, at } => {
                let Some(kind) = emits(*expression, inside) else { continue };
                if skipped.contains(&at.start) {
                    continue;
                }
                let start = text.len();
                text.push_str(match kind {
                    Kind::Text => "#\"x\";",
                    Kind::Literal => "\"x\"",
                    Kind::Block => "#[];",
                });
                samples.push(Sample { mark: Mark { kind, range: start..text.len() }, at: at.clone(), path });
            }
        }
    }
    Skeleton { text, samples, origins }
}

/// What a tag puts into the source, if anything.
fn emits(expression: bool, inside: &str) -> Option<Kind> {
    let words = words::of(inside);
    let first = words.first();
    if !expression {
        let component = first == Some(&Word::Sign('<')) && words.get(1) != Some(&Word::Sign('/'));
        let inserts = matches!(first, Some(Word::Name("include" | "block")));
        return (component || inserts).then_some(Kind::Block);
    }
    if matches!(first, Some(Word::Sign('<') | Word::Name("super"))) {
        return Some(Kind::Block);
    }
    // `a if c else b`: both values decide.
    let mut values = words::values(&words).into_iter().map(|value| match words::last_filter(value) {
        Some("typ") => Kind::Literal,
        Some("markdown") => Kind::Block,
        _ => Kind::Text,
    });
    let kind = values.next().unwrap_or(Kind::Text);
    Some(if values.all(|other| other == kind) { kind } else { Kind::Text })
}
