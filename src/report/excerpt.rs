//! The line a finding points at, safe for a terminal.

use std::ops::Range;

use super::text::visible;
use crate::finding::Place;

/// One line of a source and the bytes of it to underline.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Excerpt {
    pub line: String,
    pub span: Range<usize>,
}

/// The first line of a place, and of its span what lies in that line and within `room` characters.
///
/// The line keeps every character before the span, so that columns can be counted in it; the
/// renderer cuts it to the width. What is far behind the span is dropped here, however long.
pub(super) fn excerpt(place: &Place, room: usize) -> Excerpt {
    let before = place.text.get(..place.span.start).unwrap_or_default();
    let head = before.rsplit('\n').next().unwrap_or_default();
    let tail = first_line(place.text.get(place.span.start..).unwrap_or_default());
    let marked = first_line(place.text.get(place.span.clone()).unwrap_or_default());

    let mut line: String = head.chars().map(visible).collect();
    let start = line.len();
    let span: String = marked.chars().take(room).map(visible).collect();
    let end = start + span.len();
    line.push_str(&span);
    let rest = tail.chars().skip(span.chars().count()).map(visible);
    line.extend(rest.take(room * 2));
    Excerpt { line, span: start..end }
}

fn first_line(text: &str) -> &str {
    text.split('\n').next().unwrap_or_default().trim_end_matches('\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, span: Range<usize>) -> (String, String) {
        let Excerpt { line, span } = excerpt(&Place::new("a.yaml", text, span), 40);
        let mark = line.get(span).unwrap_or("SPLIT").to_owned();
        (line, mark)
    }

    #[test]
    fn first_line_of_a_long_span() {
        assert_eq!(shown("a: 1\nb: |\n  hai\n  ba\n", 8..20), ("b: |".into(), "|".into()));
    }

    #[test]
    fn empty_span_stands_where_it_is() {
        assert_eq!(shown("a: x\r\nb: y", 4..4), ("a: x".into(), String::new()));
        assert_eq!(shown("a: x\r\nb: y", 5..8), ("a: x␍".into(), String::new()));
        assert_eq!(shown("", 0..0), (String::new(), String::new()));
    }

    #[test]
    fn what_lies_far_behind_is_dropped() {
        let text = format!("noi_dung: {}ĐÂY{}", "á".repeat(300), "b".repeat(30_000));
        let at = text.find("ĐÂY").unwrap();
        let (line, mark) = shown(&text, at..at + "ĐÂY".len());
        assert_eq!((line.chars().count(), mark.as_str()), (10 + 300 + 3 + 80, "ĐÂY"));
        let (_, mark) = shown(&text, 10..text.len());
        assert_eq!(mark.chars().count(), 40);
    }

    #[test]
    fn control_characters_keep_the_columns() {
        assert_eq!(shown("a:\t\u{1b}[31m x", 4..5), ("a:→␛[31m x".into(), "[".into()));
    }
}
