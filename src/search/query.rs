//! What is searched for.

use crate::text::fold::{fold_char, is_marked};
use crate::text::{fold, printable};

/// Words to find, as they were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    typed: String,
    folded: String,
}

impl Query {
    /// Makes a query of what was typed, in any Unicode form; blanks at its ends do not count, nor do
    /// marks in front of the first letter.
    pub fn new(typed: &str) -> Self {
        let typed = printable(typed);
        let letters =
            typed.trim_start_matches(|c: char| c.is_whitespace() || fold_char(c).is_none());
        let typed = letters.split_whitespace().collect::<Vec<_>>().join(" ");
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
    /// capitals that the query has: marks by syllable, capitals by letter.
    pub(super) fn spells(&self, found: &str) -> bool {
        let is_blank = |c: char| fold_char(c) == Some(' ');
        let mut found = found.split(is_blank).filter(|syllable| !syllable.is_empty());
        self.typed.split(' ').all(|wanted| {
            let Some(syllable) = found.next() else { return false };
            let marked = wanted.chars().any(is_marked);
            (!marked || spelling(syllable).eq(spelling(wanted))) && has_capitals(syllable, wanted)
        })
    }
}

/// Gives the letters of a syllable with their marks, without regard to case and to variants of
/// signs. Ð and Ɖ are taken for the Đ that they stand for on old pages.
fn spelling(syllable: &str) -> impl Iterator<Item = char> + '_ {
    syllable.chars().flat_map(char::to_lowercase).map(|c| match c {
        'ð' | 'ɖ' => 'đ',
        c if c.is_alphanumeric() => c,
        c => fold_char(c).unwrap_or(c),
    })
}

/// Tells whether capitals stand where the query has them; small letters match both.
fn has_capitals(syllable: &str, wanted: &str) -> bool {
    let letters = |text| str::chars(text).filter(|&c| fold_char(c).is_some());
    letters(syllable)
        .zip(letters(wanted))
        .all(|(is, wanted)| !wanted.is_uppercase() || is.is_uppercase())
}
