//! What a record of the user's keeps of the speech that it is of.

use super::{Kin, RecordedSpeech, Speech, SpeechId};
use std::path::PathBuf;

/// What a record of the user's keeps of its speech, so that it is known again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SpeechMemory {
    /// Its id.
    pub id: SpeechId,
    /// Its title, which tells where the record belongs when the text is gone.
    pub title: String,
    /// The full path of the file it was read from.
    pub source: Option<PathBuf>,
    /// The fingerprint of its text; empty when that was not known.
    pub fingerprint: String,
    /// What another version of it is known by.
    pub kin: Kin,
}

impl SpeechMemory {
    /// Remembers a speech.
    pub fn of(speech: &Speech) -> Self {
        SpeechMemory {
            id: speech.id.clone(),
            title: speech.meta.title.clone(),
            source: speech.origin.full_path(),
            fingerprint: speech.fingerprint.clone(),
            kin: Kin::of(speech),
        }
    }

    /// Returns the same, as records are compared with speeches.
    pub fn known(&self) -> RecordedSpeech<'_> {
        RecordedSpeech {
            id: &self.id,
            title: &self.title,
            source: self.source.as_deref(),
            fingerprint: &self.fingerprint,
            kin: &self.kin,
        }
    }
}
