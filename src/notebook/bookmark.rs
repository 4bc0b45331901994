//! A bookmark, and what can happen to one.

use super::labels::{Kind, Labels};
use crate::speech::{Anchor, Kin, RecordedSpeech, Speech, SpeechId};
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
    /// What another version of that speech is known by.
    pub kin: Kin,
    /// The passage.
    pub anchor: Anchor,
    /// What the reader decided about a passage that is gone.
    pub settled: Settled,
    /// What the reader wrote about it; may have several lines.
    pub note: Option<String>,
    /// Tags, kind and letter.
    pub labels: Labels,
    /// When it was made; kept to the second.
    pub created: jiff::Timestamp,
}

/// What the reader decided about a bookmark whose passage is gone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Settled {
    /// Nothing: the review asks.
    #[default]
    Open,
    /// It is kept for its words, although they are gone: the review does not ask again.
    Lost,
}

impl Bookmark {
    /// Makes the bookmark of a passage, still without a name.
    pub fn new(speech: &Speech, anchor: Anchor, created: jiff::Timestamp) -> Self {
        Bookmark {
            id: String::new(),
            speech: speech.id.clone(),
            title: speech.meta.title.clone(),
            source: speech.origin.full_path(),
            fingerprint: speech.fingerprint.clone(),
            kin: Kin::of(speech),
            anchor,
            settled: Settled::Open,
            note: None,
            labels: Labels::default(),
            created,
        }
    }

    /// Returns what it says of its speech.
    pub fn known(&self) -> RecordedSpeech<'_> {
        RecordedSpeech {
            id: &self.speech,
            title: &self.title,
            source: self.source.as_deref(),
            fingerprint: &self.fingerprint,
            kin: &self.kin,
        }
    }

    /// Takes over what a review decides: where the passage is and in which text, or that it is
    /// kept as lost. Name, note and time stay.
    pub fn settle(&mut self, to: Bookmark) {
        let Bookmark { speech, title, source, fingerprint, kin, anchor, settled, .. } = to;
        (self.speech, self.title, self.source) = (speech, title, source);
        (self.fingerprint, self.kin, self.anchor) = (fingerprint, kin, anchor);
        self.settled = settled;
    }
}

/// One change to the reader's bookmarks. Changes are applied to what is stored at that moment, so
/// two programs that change different bookmarks both have their way.
#[derive(Clone, Debug, PartialEq, Eq)]
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
    /// Returns the bookmark of this id a letter, which any other one loses, or takes it away.
    SetLetter(String, Option<char>),
    /// Takes over from this bookmark what a review decides: where the passage is and in which text,
    /// or that it is kept as lost. The rest stays as it is stored.
    Settle(Bookmark),
}
