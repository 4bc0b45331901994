//! The words that the register is read by.

use super::cues::{self, CueTable};
use super::deadline::DeadlineVocabulary;
use crate::speech::parse::Lexicon;

/// The words that the register is read by.
#[derive(Clone, Debug)]
pub struct RegisterVocabulary {
    pub(super) deadlines: DeadlineVocabulary,
    pub(super) lexicon: Lexicon,
    pub(super) cues: CueTable,
}

impl RegisterVocabulary {
    /// Returns the words of the program's own tables.
    pub fn shipped() -> Self {
        RegisterVocabulary::of(Lexicon::shipped())
    }

    /// Returns the register's own words, and those by which a lexicon knows offices.
    pub fn of(lexicon: Lexicon) -> Self {
        let cues = cues::shipped(lexicon.offices());
        RegisterVocabulary { deadlines: DeadlineVocabulary::shipped(), lexicon, cues }
    }

    /// Returns the words of deadlines.
    pub fn deadlines(&self) -> &DeadlineVocabulary {
        &self.deadlines
    }
}
