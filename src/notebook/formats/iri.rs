//! Names of bookmarks, speeches and files as IRIs, and back.

use crate::text::path::{percent, unpercent};
use std::path::{Path, PathBuf};

const BOOKMARK: &str = "urn:dienvan:bookmark:";
const SPEECH: &str = "urn:dienvan:speech:";

/// Names a bookmark.
pub(super) fn bookmark(id: &str) -> String {
    format!("{BOOKMARK}{}", encode(id, b"-._~"))
}

/// Returns the id of the bookmark that [`bookmark`] named.
pub(super) fn bookmark_of(iri: &str) -> Option<String> {
    decode(iri.strip_prefix(BOOKMARK)?)
}

/// Names a speech of which nothing is known but its id.
pub(super) fn speech(id: &str) -> String {
    format!("{SPEECH}{id}")
}

/// Names a file (RFC 8089); nothing for a path that is not absolute.
pub(super) fn file(path: &Path) -> Option<String> {
    let name = percent(path.as_os_str().as_encoded_bytes(), b"-._~/");
    if cfg!(windows) {
        // "C:\bài" is "file:///C:/b%C3%A0i".
        let name = name.replace("%5C", "/").replace("%3A", ":");
        return path.is_absolute().then(|| format!("file:///{name}"));
    }
    path.is_absolute().then(|| format!("file://{name}"))
}

/// Returns the path that [`file()`] named.
pub(super) fn path_of(iri: &str) -> Option<PathBuf> {
    let rest = iri.strip_prefix("file://")?;
    let path = rest.strip_prefix("localhost").unwrap_or(rest);
    let path = path.strip_prefix('/').map(|rest| if cfg!(windows) { rest } else { path })?;
    decode(path).map(PathBuf::from)
}

/// Percent-encodes all but letters and digits of ASCII and what is `kept` (RFC 3986).
pub(super) fn encode(text: &str, kept: &[u8]) -> String {
    percent(text.as_bytes(), kept)
}

/// Takes percent-encoding back; nothing for what is not UTF-8 then.
pub(super) fn decode(text: &str) -> Option<String> {
    String::from_utf8(unpercent(text)?).ok()
}
