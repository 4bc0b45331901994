//! Names of bookmarks, speeches and files as IRIs, and back.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

const BOOKMARK: &str = "urn:dienvan:bookmark:";
const SPEECH: &str = "urn:dienvan:speech:";

/// Names a bookmark.
pub(super) fn bookmark(id: &str) -> String {
    format!("{BOOKMARK}{}", encode(id, b"-._~"))
}

/// Gives the id of the bookmark that [`bookmark`] named.
pub(super) fn bookmark_of(iri: &str) -> Option<String> {
    decode(iri.strip_prefix(BOOKMARK)?)
}

/// Names a speech of which nothing is known but its id.
pub(super) fn speech(id: &str) -> String {
    format!("{SPEECH}{id}")
}

/// Names a file (RFC 8089); nothing for a path that is not absolute or not UTF-8.
pub(super) fn file(path: &Path) -> Option<String> {
    let text = path.to_str().filter(|_| path.is_absolute())?;
    Some(format!("file://{}", encode(text, b"-._~/")))
}

/// Gives the path that [`file()`] named.
pub(super) fn path_of(iri: &str) -> Option<PathBuf> {
    let rest = iri.strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    path.starts_with('/').then(|| decode(path).map(PathBuf::from))?
}

/// Percent-encodes all but letters and digits of ASCII and what is `kept` (RFC 3986).
pub(super) fn encode(text: &str, kept: &[u8]) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// Takes percent-encoding back; nothing for what is not UTF-8 then.
pub(super) fn decode(text: &str) -> Option<String> {
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
    String::from_utf8(bytes).ok()
}
