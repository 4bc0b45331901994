//! How a word of the head of a text is written, and what was found to begin at it.

use crate::text::is_letter;
use std::cell::OnceCell;

/// How a word is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct WordLook {
    /// Whether it begins with a capital.
    pub capital: bool,
    /// Whether it is in capitals: two letters at least.
    pub loud: bool,
    /// Whether it can be a word of a name: a capital, then letters.
    pub named: bool,
}

impl WordLook {
    /// Looks at a word as the text has it.
    pub fn of(text: &str) -> Self {
        let capital = text.starts_with(char::is_uppercase);
        let letters = |c: char| is_letter(c) || matches!(c, '\'' | '’');
        WordLook {
            capital,
            loud: !text.chars().any(char::is_lowercase)
                && text.chars().filter(|c| is_letter(*c)).count() >= 2,
            named: capital && text.chars().all(letters),
        }
    }
}

/// What begins at a word, once it was asked for. Each is a number of words, none where there is no such thing.
#[derive(Clone, Debug, Default)]
pub(super) struct FoundAt {
    /// The head of an office.
    pub head: OnceCell<Option<u16>>,
    /// A name, by what lets words be one.
    pub names: [OnceCell<Option<u16>>; 2],
}
