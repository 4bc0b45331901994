//! A bookmark, and what can happen to one.

use super::labels::{Kind, Labels};
use crate::model::{Anchor, SpeechId};
use std::path::PathBuf;

/// A passage that a reader marked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bookmark {
    /// Its name, unique among the reader's bookmarks; empty until it is stored for the first time.
    pub id: String,
    /// The speech it is in.
    pub speech: SpeechId,
    /// The title of that speech, so that the mark tells where it belongs when the text is gone.
    pub title: String,
    /// The file the speech was read from.
    pub source: Option<PathBuf>,
    /// The fingerprint of the text it was made in; empty when that was not known.
    pub fingerprint: String,
    /// The passage.
    pub anchor: Anchor,
    /// What the reader wrote about it; may have several lines.
    pub note: Option<String>,
    /// Tags, kind and letter.
    pub labels: Labels,
    /// When it was made; kept to the second.
    pub created: jiff::Timestamp,
}

/// One change to the reader's bookmarks. Changes are applied to what is stored at that moment, so
/// two programs that change different bookmarks both have their way.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "changes come one at a time and are soon gone")]
pub enum Change {
    /// Adds a bookmark. One with an empty id, or an id that another one has, gets a new id.
    Add(Bookmark),
    /// Removes the bookmark of this id, if there is one.
    Remove(String),
    /// Replaces the note of the bookmark of this id, or takes it away.
    SetNote(String, Option<String>),
    /// Replaces the tags of the bookmark of this id.
    SetTags(String, Vec<String>),
    /// Replaces the kind of the bookmark of this id, or takes it away.
    SetKind(String, Option<Kind>),
    /// Gives the bookmark of this id a letter, which any other one loses, or takes it away.
    SetLetter(String, Option<char>),
}
