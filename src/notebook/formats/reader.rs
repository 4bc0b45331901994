//! Which format a file of bookmarks is in, and the bookmarks in it.

use super::incoming::{IncomingBookmark, NotBookmarks};
use super::{annotation, record};
use serde_json::Value;

/// Reads bookmarks: the project's own JSON, or W3C Web Annotations as one, several in an array, a
/// page or a collection. `now` stands in for missing times.
///
/// # Errors
///
/// When the text is none of these.
pub fn read(text: &str, now: jiff::Timestamp) -> Result<Vec<IncomingBookmark>, NotBookmarks> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let value: Value =
        serde_json::from_str(text).map_err(|error| NotBookmarks::Broken(error.to_string()))?;
    match value.get("format").and_then(Value::as_str) {
        Some(record::FORMAT) => record::read(value, now),
        _ => annotation::read(&value, now).ok_or(NotBookmarks::Unknown),
    }
}
