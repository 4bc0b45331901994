//! Whether the marks of letters count where names are compared.

use crate::text::{fold, spelling};

/// Whether marks count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marks {
    /// "Bô" is not "Bộ".
    Count,
    /// A name typed without any is found in all spellings.
    Ignored,
}

impl Marks {
    /// Writes a word in the one way in which words are compared.
    pub fn write(self, word: &str) -> String {
        match self {
            Marks::Count => spelling(word),
            Marks::Ignored => fold(word),
        }
    }
}
