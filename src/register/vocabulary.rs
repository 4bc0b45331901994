//! The words that the register is read by.

use super::deadline::DeadlineVocabulary;

/// The words that the register is read by.
#[derive(Clone, Debug)]
pub struct RegisterVocabulary {
    pub(super) deadlines: DeadlineVocabulary,
}

impl RegisterVocabulary {
    /// Returns the words of the program's own tables.
    pub fn shipped() -> Self {
        RegisterVocabulary { deadlines: DeadlineVocabulary::shipped() }
    }
}
