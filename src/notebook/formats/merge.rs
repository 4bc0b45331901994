//! What comes in meets what is there: the same passage is the same bookmark.

use crate::notebook::{Bookmark, Change, unique};

/// What became of a bookmark that came in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeOutcome {
    /// There was none of that passage.
    New,
    /// There was one, and it got something from the other.
    Merged,
    /// There was one that had all of it.
    Known,
}

impl MergeOutcome {
    /// Returns the name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            MergeOutcome::New => "new",
            MergeOutcome::Merged => "merged",
            MergeOutcome::Known => "known",
        }
    }
}

/// Tells what is to be changed so that `known` has all that `other`, of the same passage, has:
/// notes one below the other, all tags; kind and letter only where it has none.
pub fn merge(known: &Bookmark, other: &Bookmark, is_free: impl Fn(char) -> bool) -> Vec<Change> {
    let mut changes = Vec::new();
    let id = || known.id.clone();
    let old = known.note.as_deref().unwrap_or_default().trim();
    let new = other.note.as_deref().unwrap_or_default().trim();
    if !new.is_empty() && !old.contains(new) {
        let note = if old.is_empty() { new.to_owned() } else { format!("{old}\n\n{new}") };
        changes.push(Change::SetNote(id(), Some(note)));
    }
    let tags = unique(known.labels.tags.iter().chain(&other.labels.tags).cloned());
    if tags != known.labels.tags {
        changes.push(Change::SetTags(id(), tags));
    }
    if let (None, Some(kind)) = (known.labels.kind, other.labels.kind) {
        changes.push(Change::SetKind(id(), Some(kind)));
    }
    if let (None, Some(letter)) = (known.labels.letter, other.labels.letter)
        && is_free(letter)
    {
        changes.push(Change::SetLetter(id(), Some(letter)));
    }
    changes
}

/// Tells whether two bookmarks are of the same words at the same place of the same speech, each as it
/// remembers it.
pub fn is_same(a: &Bookmark, b: &Bookmark) -> bool {
    let words = |bookmark: &Bookmark| -> Vec<String> {
        bookmark.anchor.words().split_whitespace().map(str::to_owned).collect()
    };
    is_of_one(a, b) && a.anchor.range.start == b.anchor.range.start && words(a) == words(b)
}

/// Tells whether two bookmarks are of one speech, as each remembers it: two texts of one title and day have
/// one id, and are two all the same where both text and file differ.
pub fn is_of_one(a: &Bookmark, b: &Bookmark) -> bool {
    let is_unknown = a.fingerprint.is_empty() || b.fingerprint.is_empty();
    let same_file = a.source == b.source || a.source.is_none() || b.source.is_none();
    a.speech == b.speech && (is_unknown || a.fingerprint == b.fingerprint || same_file)
}
