//! SHA-256 in hexadecimal: what fingerprints, the manifest and certificates are made of.

use std::fmt::Write as _;

use sha2::{Digest as _, Sha256};

/// SHA-256 of some bytes.
///
/// ```
/// assert!(hoso::digest::sha256(b"").starts_with("e3b0c442"));
/// ```
pub fn sha256(bytes: &[u8]) -> String {
    hex(Sha256::new_with_prefix(bytes))
}

/// SHA-256 of several parts, of which none can run into the next.
///
/// ```
/// use hoso::digest::sha256_of;
/// assert_ne!(sha256_of(["ab", "c"]), sha256_of(["a", "bc"]));
/// ```
pub fn sha256_of<P: AsRef<[u8]>>(parts: impl IntoIterator<Item = P>) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        let bytes = part.as_ref();
        hasher.update((bytes.len() as u64).to_le_bytes());
        hasher.update(bytes);
    }
    hex(hasher)
}

fn hex(hasher: Sha256) -> String {
    hasher.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
