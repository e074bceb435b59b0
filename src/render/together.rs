//! What the layout library asks of every text: how long it is, and that its words stay together. A script would do it too
//! (`benches/support/chu.typ` does, and a test holds the two against each other), but it took an eighth of a paper's time.
//!
//! Texts are in NFC, where a letter is one character. Which words stay together is for the library to say: it hands over
//! the patterns.

use std::borrow::Cow;

use typst::diag::{SourceResult, bail};
use typst::foundations::{
    Args, Array, Content, IntoValue as _, NativeElement as _, NativeFuncData, NativeFuncPtr, Regex, SequenceElem, Value,
};
use typst::layout::BoxElem;
use typst::model::{EmphElem, StrongElem};
use typst::text::{SpaceElem, TextElem};

use super::natives::function;

const NO_BREAK: char = '\u{a0}';

/// `do-dai(than)`: how long a text is, roughly, in characters; of several how long all are.
pub(super) static LENGTH: NativeFuncData = function(
    "do-dai",
    NativeFuncPtr(&|_, _, args| {
        let length = length(&args.expect("than")?);
        Ok(i64::try_from(length).unwrap_or(i64::MAX).into_value())
    }),
);

/// `giu-lien(than, mau, hop: none)`: a text, whose blanks do not break in what matches one of the patterns `mau`; where a
/// pattern has groups, in these. Each pattern is looked for in what the one before it has made. What matches the pattern
/// `hop` stands in a box. Of several texts each.
pub(super) static KEEP: NativeFuncData = function(
    "giu-lien",
    NativeFuncPtr(&|_, _, args| {
        let body: Value = args.expect("than")?;
        let patterns: Array = args.expect("mau")?;
        let boxed: Option<Value> = args.named("hop")?;
        let patterns = patterns.iter().map(|mau| pattern(mau, args)).collect::<SourceResult<_>>()?;
        let boxed = boxed.iter().map(|mau| pattern(mau, args)).next().transpose()?;
        Ok(Keep { patterns, boxed }.value(body))
    }),
);

/// `giu-cuoi(than, cum)`: a text whose last two syllables stay together where they take at most `cum` characters, so that no
/// paragraph's last line is half a word ("định./."). Three syllables are never parted so: "Căn cứ" keeps its blank.
pub(super) static KEEP_LAST: NativeFuncData = function(
    "giu-cuoi",
    NativeFuncPtr(&|_, _, args| {
        let body: Value = args.expect("than")?;
        let most: usize = args.expect("cum")?;
        Ok(match body {
            Value::Str(text) => keep_last(&text, most).into_value(),
            Value::Content(body) => keep_last_in(&body, most).into_value(),
            other => other,
        })
    }),
);

/// `manh-dai-nhat(than)`: the longest piece of a text that does not break, of several texts the longest of all; a person's
/// name, which stands in a box, keeps to what stands before it.
pub(super) static LONGEST: NativeFuncData =
    function("manh-dai-nhat", NativeFuncPtr(&|_, _, args| Ok(longest(&args.expect("than")?))));

fn pattern<'a>(value: &'a Value, args: &Args) -> SourceResult<&'a Regex> {
    // A copy of it would have to learn anew what it has learned of its pattern.
    if let Value::Dyn(dynamic) = value
        && let Some(pattern) = dynamic.downcast::<Regex>()
    {
        return Ok(pattern);
    }
    bail!(args.span, "expected regex, found {}", value.ty())
}

fn length(value: &Value) -> usize {
    match value {
        Value::Str(text) => text.chars().count(),
        Value::Array(parts) => parts.iter().map(length).sum(),
        Value::Content(body) => length_of(body),
        _ => 0,
    }
}

fn length_of(body: &Content) -> usize {
    if let Some(text) = body.to_packed::<TextElem>() {
        return text.text.chars().count();
    }
    match parts(body) {
        Parts::Several(parts) => parts.iter().map(length_of).sum(),
        Parts::One(part) => length(&part),
        Parts::None => 1,
    }
}

/// What a piece of content is made of.
enum Parts<'a> {
    Several(Cow<'a, [Content]>),
    /// Its text or its body.
    One(Value),
    None,
}

fn parts(body: &Content) -> Parts<'_> {
    if let Some(sequence) = body.to_packed::<SequenceElem>() {
        return Parts::Several(Cow::Borrowed(&sequence.children));
    }
    if body.is::<SpaceElem>() {
        return Parts::None;
    }
    if let Ok(Value::Array(children)) = body.get_by_name("children") {
        return Parts::Several(children.into_iter().filter_map(|child| child.cast().ok()).collect());
    }
    match (body.get_by_name("text"), body.get_by_name("body")) {
        (Ok(text @ Value::Str(_)), _) => Parts::One(text),
        (_, Ok(body)) => Parts::One(body),
        _ => Parts::None,
    }
}

/// What stays together.
struct Keep<'a> {
    patterns: Vec<&'a Regex>,
    boxed: Option<&'a Regex>,
}

impl Keep<'_> {
    fn value(&self, value: Value) -> Value {
        match value {
            Value::Str(text) if self.is_boxed(&text) => self.content(&text).into_value(),
            Value::Str(text) => match self.kept(&text) {
                Cow::Owned(kept) => kept.into_value(),
                Cow::Borrowed(_) => text.into_value(),
            },
            Value::Content(body) => self.inside(&body).into_value(),
            Value::Array(several) => several.into_iter().map(|one| self.value(one)).collect::<Array>().into_value(),
            other => other,
        }
    }

    /// The same for content, in the places where text stands; a show rule would do it too, but at several times the cost.
    fn inside(&self, body: &Content) -> Content {
        if let Some(text) = body.to_packed::<TextElem>() {
            return if text.text.contains(' ') { self.content(&text.text) } else { body.clone() };
        }
        if let Some(sequence) = body.to_packed::<SequenceElem>() {
            return joined(sequence.children.iter().map(|child| self.inside(child)));
        }
        if let Some(strong) = body.to_packed::<StrongElem>() {
            return StrongElem::new(self.inside(&strong.body)).pack();
        }
        if let Some(emph) = body.to_packed::<EmphElem>() {
            return EmphElem::new(self.inside(&emph.body)).pack();
        }
        body.clone()
    }

    fn is_boxed(&self, text: &str) -> bool {
        self.boxed.is_some_and(|boxed| boxed.is_match(text))
    }

    fn content(&self, text: &str) -> Content {
        let set = |text: &str| (!text.is_empty()).then(|| TextElem::packed(&*self.kept(text)));
        let (mut pieces, mut end) = (Vec::new(), 0);
        for found in self.boxed.iter().flat_map(|boxed| boxed.find_iter(text)) {
            pieces.extend(set(text.get(end..found.start()).unwrap_or_default()));
            pieces.push(BoxElem::new().with_body(set(found.as_str())).pack());
            end = found.end();
        }
        pieces.extend(set(text.get(end..).unwrap_or_default()));
        joined(pieces)
    }

    fn kept<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let mut kept = Cow::Borrowed(text);
        if !text.contains(' ') {
            return kept;
        }
        for pattern in &self.patterns {
            if let Some(more) = kept_by(pattern, &kept) {
                kept = Cow::Owned(more);
            }
        }
        kept
    }
}

/// Pieces in a row, as Typst joins them: without sequences inside, so that who looks for a box need not look deep.
fn joined(pieces: impl IntoIterator<Item = Content>) -> Content {
    pieces.into_iter().reduce(|before, piece| before + piece).unwrap_or_default()
}

/// The text with the blanks of what a pattern finds in it kept, if it finds anything.
fn kept_by(pattern: &Regex, text: &str) -> Option<String> {
    let mut kept = Kept { text, made: String::new(), end: 0 };
    if pattern.captures_len() == 1 {
        pattern.find_iter(text).for_each(|found| kept.add(found.start(), found.end()));
    } else {
        for found in pattern.captures_iter(text) {
            found.iter().skip(1).flatten().for_each(|group| kept.add(group.start(), group.end()));
        }
    }
    (kept.end > 0).then(|| kept.finish())
}

struct Kept<'a> {
    text: &'a str,
    made: String,
    /// How much of the text is in it.
    end: usize,
}

impl Kept<'_> {
    /// What begins inside of what was found before (a group in a group) is kept already.
    fn add(&mut self, start: usize, end: usize) {
        if start < self.end {
            return;
        }
        self.made += self.text.get(self.end..start).unwrap_or_default();
        let found = self.text.get(start..end).unwrap_or_default();
        self.made.extend(found.chars().map(|c| if c == ' ' { NO_BREAK } else { c }));
        self.end = end;
    }

    fn finish(mut self) -> String {
        self.made += self.text.get(self.end..).unwrap_or_default();
        self.made
    }
}

fn keep_last(text: &str, most: usize) -> Cow<'_, str> {
    let mut blanks = text.rmatch_indices(' ').map(|(at, _)| at);
    if let (Some(last), Some(before), Some(_)) = (blanks.next(), blanks.next(), blanks.next())
        && let (Some(first), Some(two), Some(one)) = (text.get(..last), text.get(before + 1..), text.get(last + 1..))
        && two.chars().count() <= most
    {
        return Cow::Owned(format!("{first}{NO_BREAK}{one}"));
    }
    Cow::Borrowed(text)
}

fn keep_last_in(body: &Content, most: usize) -> Content {
    if let Some(text) = text_of(body) {
        return match keep_last(&text, most) {
            Cow::Owned(kept) => TextElem::packed(kept),
            Cow::Borrowed(_) => body.clone(),
        };
    }
    if let Some(sequence) = body.to_packed::<SequenceElem>() {
        return keep_last_of(&sequence.children, most).unwrap_or_else(|| body.clone());
    }
    if let Some(strong) = body.to_packed::<StrongElem>() {
        return StrongElem::new(keep_last_in(&strong.body, most)).pack();
    }
    if let Some(emph) = body.to_packed::<EmphElem>() {
        return EmphElem::new(keep_last_in(&emph.body, most)).pack();
    }
    body.clone()
}

/// The same where the text is in pieces; None where these are but blanks.
fn keep_last_of(pieces: &[Content], most: usize) -> Option<Content> {
    let last = pieces.iter().rposition(|piece| !piece.is::<SpaceElem>())?;
    let (before, end) = pieces.split_at_checked(last)?;
    let end = end.first()?;
    // Behind the last words there may be a mark alone: "(bằng chữ: …)".
    let is_mark = text_of(end).is_some_and(|text| !text.contains(' '));
    Some(match before.split_last() {
        Some((words, before)) if is_mark && text_of(words).is_some() => {
            joined(before.iter().cloned().chain([keep_last_in(words, most), end.clone()]))
        }
        _ => joined(before.iter().cloned().chain([keep_last_in(end, most)])),
    })
}

/// The text that a piece of content is.
fn text_of(body: &Content) -> Option<Cow<'_, str>> {
    if let Some(text) = body.to_packed::<TextElem>() {
        return Some(Cow::Borrowed(text.text.as_str()));
    }
    match parts(body) {
        Parts::One(Value::Str(text)) => Some(Cow::Owned(text.as_str().to_owned())),
        _ => None,
    }
}

fn longest(value: &Value) -> Value {
    match value {
        Value::Str(text) => longest_of(text),
        Value::Array(several) => longer(several.iter().map(longest)),
        Value::Content(body) => longest_in(body),
        _ => "".into_value(),
    }
}

fn longest_of(text: &str) -> Value {
    // A hyphen between blanks stays with the word before it.
    let kept = text.replace(" - ", "\u{a0}- ");
    let (mut longest, mut most) = ("", 0);
    for piece in kept.split(' ').filter(|piece| !piece.is_empty()) {
        // It has no more characters than bytes.
        let length = if piece.len() > most { piece.chars().count() } else { 0 };
        if length > most {
            (longest, most) = (piece, length);
        }
    }
    longest.into_value()
}

fn longest_in(body: &Content) -> Value {
    match parts(body) {
        Parts::Several(parts) if parts.iter().any(|part| part.is::<BoxElem>()) => body.clone().into_value(),
        Parts::Several(parts) => match parts.iter().map(plain).collect::<Option<String>>() {
            // A hyphen between blanks stands as a piece of its own.
            Some(text) => longest_of(&text),
            None => longer(parts.iter().map(longest_in)),
        },
        Parts::One(part) => longest(&part),
        Parts::None => "".into_value(),
    }
}

fn plain(body: &Content) -> Option<Cow<'_, str>> {
    if body.is::<SpaceElem>() { Some(Cow::Borrowed(" ")) } else { text_of(body) }
}

/// The first of the longest.
fn longer(several: impl Iterator<Item = Value>) -> Value {
    let (mut longest, mut most) = ("".into_value(), 0);
    for piece in several {
        let length = length(&piece);
        if length > most {
            (longest, most) = (piece, length);
        }
    }
    longest
}
