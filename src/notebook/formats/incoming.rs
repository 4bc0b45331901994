//! Bookmarks that come in from a file, as far as it tells of them.

use crate::notebook::Bookmark;

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
