//! A correction with the speech it is about, and what can happen to one.

use crate::speech::anchor;
use crate::speech::{Change, Correction, Kin, RecordedSpeech, Speech, SpeechId};
use crate::text::TextRange;
use std::path::PathBuf;

/// A correction as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Filed {
    /// The speech it is about.
    pub speech: SpeechId,
    /// The title of that speech, so that the correction tells where it belongs when the text is
    /// gone.
    pub title: String,
    /// The file the speech was read from.
    pub source: Option<PathBuf>,
    /// The fingerprint of the text it was made in; empty when that was not known.
    pub fingerprint: String,
    /// What another version of that speech is known by.
    pub kin: Kin,
    /// The correction; its id is empty until it is stored for the first time.
    pub correction: Correction,
    /// When it was made; kept to the second.
    pub created: jiff::Timestamp,
}

/// One change to the user's corrections. Changes are applied to what is stored at that moment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(clippy::large_enum_variant, reason = "changes come one at a time and are soon gone")]
pub enum Edit {
    /// Adds a correction. One with an empty id, or an id that another one has, gets a new id.
    Add(Filed),
    /// Takes back the correction of this id, if there is one.
    Remove(String),
}

impl Filed {
    /// Makes a correction of the passage at `range`, at the moment `created`.
    pub fn new(
        speech: &Speech,
        range: TextRange,
        change: Change,
        created: jiff::Timestamp,
    ) -> Self {
        let anchor = anchor::capture(speech, range);
        Filed {
            speech: speech.id.clone(),
            title: speech.meta.title.clone(),
            source: speech.origin.full_path(),
            fingerprint: speech.fingerprint.clone(),
            kin: Kin::of(speech),
            correction: Correction { id: String::new(), anchor, change },
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

    /// Tells whether it was made in the file that this speech was read from: an id changes when
    /// the title does.
    pub fn was_made_in(&self, speech: &Speech) -> bool {
        self.source.is_some() && self.source == speech.origin.full_path()
    }
}
