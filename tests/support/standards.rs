//! Whether a PDF conforms to PDF/A-3a and PDF/UA-1, by another program's word than that of the one that wrote it.

use page_validation::{ValidationOptions, ValidationProfile, validate_pdf_bytes};

/// What it lacks of either standard.
pub fn failures(bytes: &[u8]) -> Vec<String> {
    // The validator takes a stream's last byte, if it is a carriage return, for a part of the line end that follows; that
    // every length is exact is shown by `streams` itself.
    let own_fault =
        |rule: &str| rule.ends_with(":6.1.7.1:1") && streams(bytes).iter().any(|stream| stream.ends_with(b"\r"));
    let mut failures = Vec::new();
    for profile in [ValidationProfile::PdfA3a, ValidationProfile::PdfUa1] {
        match validate_pdf_bytes(bytes, &ValidationOptions::default().profile(profile)) {
            Ok(report) => {
                let real = report.failures.iter().filter(|failure| !own_fault(&failure.rule_id));
                failures.extend(real.map(|failure| format!("{profile:?}: {failure}")));
            }
            Err(error) => failures.push(format!("{profile:?}: {error}")),
        }
    }
    failures
}

/// Bytes of the streams of a PDF, by `/Length`; fails where `endstream` does not follow exactly there.
fn streams(bytes: &[u8]) -> Vec<&[u8]> {
    let find = |from: usize, needle: &[u8]| {
        bytes[from..].windows(needle.len()).position(|window| window == needle).map(|at| from + at)
    };
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(length) = find(at, b"/Length ") {
        let digits: Vec<u8> = bytes[length + 8..].iter().copied().take_while(u8::is_ascii_digit).collect();
        let length: usize = String::from_utf8(digits).unwrap().parse().unwrap();
        let start = find(at, b"stream\n").unwrap() + 7;
        assert!(bytes[start + length..].starts_with(b"\nendstream"));
        found.push(&bytes[start..start + length]);
        at = start + length + 10;
    }
    found
}
