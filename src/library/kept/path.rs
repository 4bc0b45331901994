//! Paths as they are kept, back to paths.

use crate::text::path::{SCHEME, unpercent};
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;

/// Gives the path that [`path_text`](crate::text::path_text) wrote.
pub fn path_from(text: &str) -> PathBuf {
    let bytes = text.strip_prefix(SCHEME).and_then(unpercent);
    let bytes = bytes.filter(|bytes| std::str::from_utf8(bytes).is_err());
    bytes.map_or_else(|| PathBuf::from(text), |bytes| OsString::from_vec(bytes).into())
}

#[cfg(test)]
mod tests {
    //! Paths out and in again.
    use super::*;
    use crate::text::path_text;

    #[test]
    fn every_path_comes_back() {
        for bytes in [
            &b"/a/bai.txt"[..],
            "/văn bản/漢字 %41.txt".as_bytes(),
            b"/a/\xff\xfe %41.txt",
            b"\x80",
            b"",
        ] {
            let path = PathBuf::from(OsString::from_vec(bytes.to_vec()));
            assert_eq!(path_from(&path_text(&path)), path, "{path:?}");
        }
        for text in ["file:///a/b.txt", "file:%zz", "bài.txt"] {
            assert_eq!(path_from(text), PathBuf::from(text));
        }
    }
}
