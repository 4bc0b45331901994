//! A note that is being written and is not kept yet.

use super::bookmark::Bookmark;

/// A note that is being written and is not kept yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The bookmark it is of: without an id where it is still to be set. Its note is what was
    /// written so far.
    pub bookmark: Bookmark,
    /// The file in the state folder that an editor outside writes it in, by its name.
    pub file: Option<String>,
}

impl Draft {
    /// Returns what was written.
    pub fn text(&self) -> &str {
        self.bookmark.note.as_deref().unwrap_or_default()
    }

    /// Tells whether it is a note of this bookmark, or of one to be set at the same passage.
    pub fn is_of(&self, other: &Bookmark) -> bool {
        let own = &self.bookmark;
        if !own.id.is_empty() || !other.id.is_empty() {
            return own.id == other.id;
        }
        own.speech == other.speech
            && own.anchor.quote == other.anchor.quote
            && own.anchor.range.start == other.anchor.range.start
    }
}
