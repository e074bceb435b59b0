//! What a PDF that anybody may have made holds of ours.
//!
//! Only the form in which this program writes is read, within limits and without recursion: general readers follow whatever a
//! hostile file makes them follow and unpack whatever it holds. A file in another form is not as it was issued anyway.

use std::collections::BTreeMap;
use std::io::Read as _;

use flate2::read::ZlibDecoder;
use serde_json::Value;

use crate::digest::sha256;
use crate::output::PDF_MARK;
pub use crate::output::first_writing;
use crate::render::Origin;

/// Most bytes of the attachment of origin, of the attached data, and most attachments looked at.
const MOST: (u64, u64, usize) = (1 << 16, 1 << 21, 8);
/// Farthest that the dictionary of a stream reaches to either side of the word that it is found by.
const NEAR: usize = 1024;

/// Whether this program wrote it, by its own word.
pub fn is_marked(bytes: &[u8]) -> bool {
    find(bytes, PDF_MARK).is_some()
}

/// What the file says of its making.
pub fn origin(bytes: &[u8]) -> Option<Origin> {
    attachments(bytes).find_map(|stream| Origin::read(&stream.unpacked(MOST.0)?))
}

/// The data that lies in the file, if it is the data of that hash.
pub fn data(bytes: &[u8], data_sha256: &str) -> Option<Value> {
    attachments(bytes).find_map(|stream| {
        let value: Value = serde_json::from_slice(&stream.unpacked(MOST.1)?).ok()?;
        (sha256(value.to_string().as_bytes()) == data_sha256).then_some(value)
    })
}

/// Number, from 1, of the first page whose content is not the same in both; none where all pages are.
pub fn first_differing_page(one: &[u8], other: &[u8]) -> Option<usize> {
    let (one, other) = (pages(one), pages(other));
    let differs = |n: &usize| one.get(*n) != other.get(*n);
    (0..one.len().max(other.len())).find(differs).map(|n| n + 1)
}

/// The packed contents of the pages, in the order in which they were written.
fn pages(bytes: &[u8]) -> Vec<&[u8]> {
    let objects = objects(bytes);
    let contents = |at: usize| {
        let dictionary = bytes.get(at..bytes.len().min(at + NEAR))?;
        let dictionary = dictionary.get(..find(dictionary, b"\nendobj")?)?;
        let number = number_after(dictionary, b"/Contents ")?;
        let start = *objects.get(&number)?;
        Some(Stream::at(bytes, start)?.packed)
    };
    places(bytes, b"/Type/Page/").map(|at| contents(at).unwrap_or_default()).collect()
}

/// Where each numbered object begins.
fn objects(bytes: &[u8]) -> BTreeMap<usize, usize> {
    let number = |at: usize| {
        let before = bytes.get(..at)?;
        let digits = before.iter().rev().take_while(|byte| byte.is_ascii_digit()).take(10).count();
        let text = std::str::from_utf8(before.get(at - digits..)?).ok()?;
        Some((text.parse().ok()?, at))
    };
    places(bytes, b" 0 obj\n").filter_map(number).collect()
}

/// The attached files.
fn attachments(bytes: &[u8]) -> impl Iterator<Item = Stream<'_>> {
    let start = |at: usize| {
        let from = at.saturating_sub(NEAR);
        let before = bytes.get(from..at)?;
        before.windows(OBJECT.len()).rposition(|window| window == OBJECT).map(|place| from + place)
    };
    places(bytes, b"/Type/EmbeddedFile").take(MOST.2).filter_map(move |at| Stream::at(bytes, start(at)?))
}

const OBJECT: &[u8] = b" obj\n";

/// Some bytes in a PDF, packed or not.
struct Stream<'a> {
    packed: &'a [u8],
    is_packed: bool,
}

impl<'a> Stream<'a> {
    /// The stream whose object begins at a place.
    fn at(bytes: &'a [u8], start: usize) -> Option<Self> {
        let near = bytes.get(start..bytes.len().min(start + 2 * NEAR))?;
        let end = find(near, b"stream\n")?;
        let dictionary = near.get(..end)?;
        let from = start + end + b"stream\n".len();
        let to = from.checked_add(number_after(dictionary, b"/Length ")?)?;
        let packed = bytes.get(from..to)?;
        let is_packed = find(dictionary, b"/FlateDecode").is_some();
        bytes.get(to..)?.starts_with(b"\nendstream").then_some(Self { packed, is_packed })
    }

    /// What was packed; none where that is longer than `most` or cannot be unpacked.
    fn unpacked(&self, most: u64) -> Option<Vec<u8>> {
        let mut bytes = Vec::new();
        match self.is_packed {
            true => ZlibDecoder::new(self.packed).take(most + 1).read_to_end(&mut bytes).ok()?,
            false => self.packed.take(most + 1).read_to_end(&mut bytes).ok()?,
        };
        (bytes.len() as u64 <= most).then_some(bytes)
    }
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|window| window == word)
}

/// Where a word stands.
fn places<'a>(bytes: &'a [u8], word: &'a [u8]) -> impl Iterator<Item = usize> + 'a {
    bytes.windows(word.len()).enumerate().filter(move |(_, window)| *window == word).map(|(at, _)| at)
}

fn number_after(bytes: &[u8], word: &[u8]) -> Option<usize> {
    let digits = bytes.get(find(bytes, word)? + word.len()..)?;
    let length = digits.iter().take_while(|byte| byte.is_ascii_digit()).take(10).count();
    std::str::from_utf8(digits.get(..length)?).ok()?.parse().ok()
}

#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod tests {
    use std::io::Write as _;

    use proptest::prelude::*;

    use super::*;

    fn attached(length: usize, packed: &[u8]) -> Vec<u8> {
        let head = format!("%PDF-1.7\n1 0 obj\n<</Length {length}/Type/EmbeddedFile/Filter/FlateDecode>>\nstream\n");
        [head.as_bytes(), packed, b"\nendstream\nendobj\nstartxref\n9\n%%EOF"].concat()
    }

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_not_unpacked_beyond_the_limit() {
        let bomb = packed(&vec![b' '; 1 << 25]);
        let file = attached(bomb.len(), &bomb);
        assert!(attachments(&file).next().is_some());
        assert!(attachments(&file).all(|stream| stream.unpacked(MOST.1).is_none()));
        assert!(origin(&file).is_none() && data(&file, &sha256(b"{}")).is_none());
    }

    #[test]
    fn data_counts_only_by_its_hash() {
        let file = attached(packed(b"{ \"a\": 1 }").len(), &packed(b"{ \"a\": 1 }"));
        assert_eq!(data(&file, &sha256(b"{\"a\":1}")).unwrap()["a"], 1);
        assert!(data(&file, &sha256(b"{\"a\":2}")).is_none());
    }

    #[test]
    fn lengths_that_lie() {
        for length in [0, 1, 999, usize::MAX] {
            let file = attached(length, &packed(b"{}"));
            assert!(attachments(&file).next().is_none() || length == 0, "{length}");
        }
        let deep = [b"[".repeat(1 << 20), b"]".repeat(1 << 20)].concat();
        let file = attached(packed(&deep).len(), &packed(&deep));
        assert!(data(&file, "").is_none());
    }

    fn read_all(bytes: &[u8]) {
        let first = first_writing(bytes);
        let _ = (is_marked(first), origin(first), data(first, ""), first_differing_page(first, bytes));
    }

    proptest! {
        /// Whatever a file holds, it is read or not read, and nothing falls.
        #[test]
        fn any_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
            read_all(&bytes);
        }

        /// Our own form, with pieces left out, doubled and mixed up.
        #[test]
        fn pieces_in_any_order(places in prop::collection::vec(0_usize..14, 0..30)) {
            let pieces: [&[u8]; 14] = [
                b"1 0 obj\n", b"<<", b"/Length ", b"7", b"99999999999999", b"/Type/EmbeddedFile", b"/FlateDecode", b">>\nstream\n",
                b"\nendstream", b"/Type/Page/", b"/Contents 1 0 R", b"\nendobj", b"startxref", b"%%EOF",
            ];
            read_all(&places.iter().map(|place| pieces[*place]).collect::<Vec<_>>().concat());
        }
    }
}
