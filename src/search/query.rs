//! What is searched for.

use crate::text::{fold, fold::is_marked, printable};

/// Words to find, as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    typed: String,
    folded: String,
}

impl Query {
    /// Makes a query of what was typed, in any Unicode form; blanks at its ends do not count.
    pub fn new(typed: &str) -> Self {
        let typed = printable(typed).split_whitespace().collect::<Vec<_>>().join(" ");
        let folded = fold(&typed);
        Query { typed, folded }
    }

    /// Tells whether there is nothing to find.
    pub fn is_empty(&self) -> bool {
        self.folded.is_empty()
    }

    /// Gives what was typed.
    pub fn typed(&self) -> &str {
        &self.typed
    }

    pub(super) fn folded(&self) -> &str {
        &self.folded
    }

    /// Tells whether a stretch of text, equal to the query when folded, also has the marks and
    /// capitals that the query has: by syllable for marks, by letter for capitals.
    pub(super) fn spells(&self, found: &str) -> bool {
        let found: String = found.chars().map(|c| if c == '\n' { ' ' } else { c }).collect();
        let mut found = found.split(' ');
        self.typed.split(' ').all(|wanted| {
            let Some(syllable) = found.next() else { return false };
            let marked = wanted.chars().any(is_marked);
            let capital = wanted.chars().any(char::is_uppercase);
            match (marked, capital) {
                (false, false) => true,
                (true, false) => syllable.to_lowercase() == wanted,
                (true, true) => syllable == wanted,
                (false, true) => same_case(syllable, wanted),
            }
        })
    }
}

/// Tells whether capitals stand where the query has them; small letters match both.
fn same_case(syllable: &str, wanted: &str) -> bool {
    syllable
        .chars()
        .zip(wanted.chars())
        .all(|(is, wanted)| !wanted.is_uppercase() || is.is_uppercase())
}
