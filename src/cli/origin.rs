//! Where a speech was read from, as programs are told.

use crate::speech::Origin;

/// Returns where a speech was read from: a path as it is, not made fit to be shown.
pub(super) fn source_of(origin: &Origin) -> String {
    path_of(origin).unwrap_or_else(|| origin.to_string())
}

/// Returns the file that a speech was read from, as it was named; nothing of one that has none.
pub(super) fn path_of(origin: &Origin) -> Option<String> {
    match origin {
        Origin::File(path) => Some(path.to_string_lossy().into_owned()),
        Origin::Shipped(_) | Origin::StandardInput => None,
    }
}
