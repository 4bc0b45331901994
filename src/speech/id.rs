//! The name by which a speech is known.

use std::fmt;

/// The name by which a speech is known: lower-case ASCII letters, digits and hyphens.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SpeechId(String);

impl SpeechId {
    /// Takes `text` as an id if it is one.
    pub fn parse(text: &str) -> Option<Self> {
        let good = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        (!text.is_empty() && text.chars().all(good)).then(|| SpeechId(text.to_owned()))
    }

    /// Returns the id of a speech that has no other.
    pub fn unknown() -> Self {
        SpeechId("text".to_owned())
    }

    /// Returns the id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for SpeechId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
