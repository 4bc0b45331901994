//! Paths as they are kept, back to paths.

use crate::text::path::{SCHEME, unpercent};
use std::ffi::OsString;
use std::path::PathBuf;

/// Returns the path that [`path_text`](crate::text::path_text) wrote.
pub fn path_from(text: &str) -> PathBuf {
    let bytes = text.strip_prefix(SCHEME).and_then(unpercent);
    let bytes = bytes.filter(|bytes| std::str::from_utf8(bytes).is_err());
    bytes.and_then(os_name).map_or_else(|| PathBuf::from(text), PathBuf::from)
}

/// Returns the name of a file that has these bytes, which are no UTF-8.
#[cfg(unix)]
fn os_name(bytes: Vec<u8>) -> Option<OsString> {
    Some(std::os::unix::ffi::OsStringExt::from_vec(bytes))
}

/// Returns nothing: names are UTF-16 here, and one that is not sound cannot be had from bytes.
#[cfg(not(unix))]
fn os_name(_: Vec<u8>) -> Option<OsString> {
    None
}

#[cfg(test)]
mod tests {
    //! Paths out and in again.
    use super::*;
    use crate::text::path_text;

    #[cfg(unix)]
    #[test]
    fn every_path_comes_back() {
        for bytes in [
            &b"/a/bai.txt"[..],
            "/văn bản/漢字 %41.txt".as_bytes(),
            b"/a/\xff\xfe %41.txt",
            b"\x80",
            b"",
        ] {
            let name: OsString = std::os::unix::ffi::OsStringExt::from_vec(bytes.to_vec());
            let path = PathBuf::from(name);
            assert_eq!(path_from(&path_text(&path)), path, "{path:?}");
        }
    }

    #[test]
    fn other_texts_are_paths_as_they_are() {
        for text in ["file:///a/b.txt", "file:%zz", "bài.txt"] {
            assert_eq!(path_from(text), PathBuf::from(text));
        }
    }
}
