//! Paths as text that leads back to them, whatever bytes their names have.
//!
//! A path in UTF-8 is itself; another one is written as a `file:` URI (RFC 8089), in which its bytes are
//! percent-encoded.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::path::Path;

/// How the text of a path begins that is not UTF-8.
pub const SCHEME: &str = "file:";

/// Returns a path as text.
pub fn path_text(path: &Path) -> Cow<'_, str> {
    match path.to_str() {
        Some(text) => Cow::Borrowed(text),
        None => Cow::Owned(format!(
            "{SCHEME}{}",
            percent(path.as_os_str().as_encoded_bytes(), b"-._~/")
        )),
    }
}

/// Percent-encodes all bytes but letters and digits of ASCII and what is `kept` (RFC 3986).
pub fn percent(bytes: &[u8], kept: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len());
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Takes percent-encoding back; nothing where a sign is broken.
pub fn unpercent(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let high = char::from(rest.next()?).to_digit(16)?;
            let low = char::from(rest.next()?).to_digit(16)?;
            bytes.push(u8::try_from(high * 16 + low).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    Some(bytes)
}
