//! One file from disk to text: size, kind and encoding are settled here, once.

use std::fs;
use std::io::Read;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use super::legacy::{Legacy, legacy};
use super::scalar::Markdown;
use super::text::nfc;
use super::{rules, yaml};
use crate::finding::{At, FileId, Finding, Place, Rule, Sources};

/// Largest record read, in bytes. A real one has some 5 KB.
pub const MAX_BYTES: u64 = 2 * 1024 * 1024;

/// The text of a record. What is wrong with the file is said in `out`; the rest of the run goes on.
///
/// `shown` is the path in messages: relative to the working folder, with `/`.
pub fn text(path: &Path, shown: &str, out: &mut Vec<Finding>) -> Option<Arc<str>> {
    match bytes(path) {
        Ok(bytes) => decode(&bytes, shown, out),
        Err((rule, message)) => {
            out.push(Finding::new(rule, message).at(Place::file(shown)));
            None
        }
    }
}

/// Reads the text of a record into a tree. What is wrong with it is said in `out`.
pub fn tree(id: FileId, sources: &Sources, out: &mut Vec<Finding>) -> Option<yaml::Node> {
    let file = sources.get(id)?;
    let base = if file.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if let Some((kind, word)) = all_legacy(&file.text) {
        let place = Place::new(file.path.clone(), file.text.clone(), word);
        let message = format!("chữ trong tệp gõ bằng bảng mã {}, không phải Unicode", kind.name());
        out.push(Finding::new(&rules::LEGACY, message).at(place));
        return None;
    }
    notes(&file.path, &file.text, base, out);
    let root = yaml::parse(id, file, base, out);
    if root.is_none() && !out.iter().any(|f| f.is_error() && f.place.as_ref().is_some_and(|p| p.path == file.path)) {
        out.push(Finding::new(&rules::EMPTY, "tệp không có nội dung").at(Place::file(file.path.clone())));
    }
    root
}

/// Reads the text of a record that is written in Markdown, from behind a byte-order mark on. What is wrong with it is
/// said in `out`.
pub fn body(id: FileId, sources: &Sources, out: &mut Vec<Finding>) -> Option<Markdown> {
    let file = sources.get(id)?;
    let base = if file.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    notes(&file.path, &file.text, base, out);
    let text = nfc(file.text.get(base..)?);
    if text.trim().is_empty() {
        out.push(Finding::new(&rules::EMPTY, "tệp không có nội dung").at(Place::file(file.path.clone())));
        return None;
    }
    let byte = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Some(Markdown { text, at: At { file: id, start: byte(base), end: byte(file.text.len()) } })
}

/// The code and the first word of a file that as a whole is not Unicode. One value that was pasted in is judged as that
/// value, when it is decoded.
fn all_legacy(text: &str) -> Option<(Legacy, Range<usize>)> {
    // Nearly every Vietnamese text has such a letter at its beginning, so this costs nothing.
    let unicode = |c| ('\u{1ea0}'..='\u{1ef9}').contains(&c);
    let is_all = || text.lines().filter(|line| legacy(line).is_some()).nth(1).is_some();
    if text.contains(unicode) || !is_all() { None } else { legacy(text) }
}

/// The bytes of a regular file within the size limit. Links are not followed.
pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, (&'static Rule, String)> {
    let unreadable = |_| (&rules::UNREADABLE, "không đọc được tệp này".to_owned());
    let meta = fs::symlink_metadata(path).map_err(unreadable)?;
    if !meta.is_file() {
        let what = if meta.is_dir() {
            "một thư mục"
        } else if meta.is_symlink() {
            "một liên kết"
        } else {
            "một thiết bị"
        };
        return Err((&rules::NOT_A_FILE, format!("ở đây là {what}, không phải tệp bản ghi")));
    }
    if meta.len() > MAX_BYTES {
        let size = meta.len() / (1024 * 1024);
        return Err((&rules::SIZE, format!("tệp lớn {size} MB, quá giới hạn 2 MB của một bản ghi")));
    }
    // Room for the end of the file to be found at once.
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0) + 1);
    let file = fs::File::open(path).map_err(unreadable)?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(bytes)
}

fn decode(bytes: &[u8], shown: &str, out: &mut Vec<Finding>) -> Option<Arc<str>> {
    let utf16 = bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]);
    let nuls = bytes.iter().take(1024).filter(|b| **b == 0).count();
    if utf16 || nuls > 16 {
        // Latin letters in UTF-16 have every second byte zero.
        let even = bytes.iter().take(1024).step_by(2).filter(|b| **b == 0).count();
        let utf16 = utf16 || even == 0 || even == nuls;
        let message = if utf16 { "tệp lưu bằng bảng mã UTF-16" } else { "tệp không phải văn bản" };
        out.push(Finding::new(&rules::ENCODING, message).at(Place::file(shown)));
        return None;
    }
    match simdutf8::compat::from_utf8(bytes) {
        Ok(text) => Some(text.into()),
        Err(error) => {
            let at = error.valid_up_to();
            let text = String::from_utf8_lossy(bytes).into_owned();
            let place = Place::new(shown, text, at..at + 1);
            out.push(Finding::new(&rules::ENCODING, "tệp có byte không thuộc bảng mã UTF-8 ở chỗ này").at(place));
            None
        }
    }
}

/// What is worth saying of a file that is read all the same.
fn notes(path: &Arc<str>, text: &Arc<str>, base: usize, out: &mut Vec<Finding>) {
    if base > 0 {
        let place = Place::new(path.clone(), text.clone(), 0..base);
        out.push(Finding::new(&rules::BOM, "tệp mở đầu bằng dấu thứ tự byte (BOM)").at(place));
    }
    // One character is found faster than two.
    let crlf = |at: &usize| text.get(*at..).is_some_and(|rest| rest.starts_with("\r\n"));
    if let Some(at) = text.match_indices('\r').map(|(at, _)| at).find(crlf) {
        let place = Place::new(path.clone(), text.clone(), at..at);
        out.push(Finding::new(&rules::CRLF, "tệp kết thúc dòng bằng CR LF (kiểu Windows)").at(place));
    }
}
