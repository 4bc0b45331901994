//! What comes in from a file: which format it is, and the bookmarks in it as far as it tells of them.

use super::{annotation, record};
use crate::notebook::Bookmark;
use serde_json::Value;

/// A bookmark that comes in.
#[derive(Clone, Debug, PartialEq)]
pub struct IncomingBookmark {
    /// The bookmark, as far as the file tells of it.
    pub bookmark: Bookmark,
    /// What is known of its speech.
    pub home: IncomingSpeech,
    /// Where its passage is said to be, in characters of the text from 0: the first, and the one
    /// behind the last.
    pub position: Option<(usize, usize)>,
}

/// What is known of the speech of a bookmark that comes in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IncomingSpeech {
    /// All: this program wrote it.
    Known,
    /// Only the address of what was annotated; id, title and the rest are made of that.
    Of(String),
}

/// Why a text holds no bookmarks that this program understands.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotBookmarks {
    /// It is no JSON, or not what it should be.
    #[error("{0}")]
    Broken(String),
    /// It is JSON, but no format that is known.
    #[error("no known format")]
    Unknown,
    /// It is of a newer version.
    #[error("version {found}, of which {known} is known")]
    Newer {
        /// The version in the file.
        found: u32,
        /// The newest that this program knows.
        known: u32,
    },
    /// An entry lacks its words or its speech.
    #[error("entry {entry} lacks its words or its speech")]
    Lacks {
        /// Which one, from 1.
        entry: usize,
    },
}

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
