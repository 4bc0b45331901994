//! A list of phrases, and which of them a text begins with.

use super::beginnings::Beginnings;
use crate::speech::parse::chains::Chains;
use crate::speech::parse::phrase_table::key_of_first_word;
use crate::text::fold::fold;
use crate::text::is_word;
use serde::Deserialize;

/// A list of phrases that knows which bytes they begin with, so that a text is compared with few of
/// them, and most texts with none.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(in crate::speech::parse) struct Phrases {
    all: Vec<String>,
    /// What one of them may begin with.
    begins: Beginnings,
    /// The phrases of two bytes or more by their first two bytes.
    twos: Chains,
    /// Those of one byte.
    single: Vec<u32>,
    /// The phrases by their first words.
    firsts: Chains,
}

impl From<Vec<String>> for Phrases {
    fn from(all: Vec<String>) -> Self {
        let mut begins = Beginnings::default();
        let (mut twos, mut single) = (Vec::with_capacity(all.len()), Vec::new());
        for (index, phrase) in (0..).zip(&all) {
            begins.add(phrase);
            twos.push(match *phrase.as_bytes() {
                [one, two, ..] => Some(key_of_two(one, two)),
                [_] => {
                    single.push(index);
                    None
                }
                [] => None,
            });
        }
        let firsts: Vec<_> = all.iter().map(|phrase| Some(key_of_first_word(phrase))).collect();
        Phrases { begins, twos: Chains::new(&twos), single, firsts: Chains::new(&firsts), all }
    }
}

/// Returns the key of two bytes.
fn key_of_two(one: u8, two: u8) -> u64 {
    u64::from(one) << 5 ^ u64::from(two) ^ u64::from(one) << 16
}

impl Phrases {
    /// Returns the phrases as they are typed without marks.
    pub(super) fn unmarked(&self) -> Self {
        Phrases::from(self.all.iter().map(|phrase| fold(phrase)).collect::<Vec<_>>())
    }

    /// Adds phrases.
    pub(super) fn add(&mut self, phrases: impl Iterator<Item = String>) {
        let mut all = std::mem::take(&mut self.all);
        all.extend(phrases);
        *self = Phrases::from(all);
    }

    /// Tells whether `text` begins with one of them.
    pub fn starts(&self, text: &str) -> bool {
        self.likely(text.as_bytes()).any(|phrase| text.starts_with(phrase))
    }

    /// Returns what stands behind the longest of them that `text` begins with as whole words.
    pub fn behind<'t>(&self, text: &'t str) -> Option<&'t str> {
        let behind = self.likely(text.as_bytes()).filter_map(|phrase| text.strip_prefix(phrase));
        behind.filter(|rest| !rest.starts_with(is_word)).min_by_key(|rest| rest.len())
    }

    /// Returns the length in bytes of the longest of them that `text` begins with, as whole words, given the key of
    /// its first word.
    pub fn longest(&self, text: &str, first: u64) -> Option<usize> {
        let whole = |phrase: &&str| {
            text.strip_prefix(phrase)
                .is_some_and(|rest| !rest.starts_with(|c: char| is_word(c) || c == '/'))
        };
        let known = self.firsts.of(first).map(|index| self.all[index].as_str());
        known.filter(whole).map(str::len).max()
    }

    /// Tells whether `text` is one of them, given the key of its first word.
    pub fn holds_at(&self, text: &str, first: u64) -> bool {
        self.firsts.of(first).any(|index| self.all[index] == text)
    }

    /// Tells whether `text` ends with one of them behind a blank.
    pub fn ends(&self, text: &str) -> bool {
        let is_end = |phrase: &String| {
            text.strip_suffix(phrase.as_str()).is_some_and(|rest| rest.ends_with(' '))
        };
        self.all.iter().any(is_end)
    }

    /// Tells whether `text` is one of them.
    pub fn holds(&self, text: &str) -> bool {
        self.likely(text.as_bytes()).any(|phrase| phrase == text)
    }

    /// Tells whether one of them is in `text`.
    pub fn within(&self, text: &str) -> bool {
        let bytes = text.as_bytes();
        let begins = |at: usize| {
            self.likely(&bytes[at..]).any(|phrase| bytes[at..].starts_with(phrase.as_bytes()))
        };
        let known = |(at, two): (usize, &[u8; 2])| self.begins.has(two[0], two[1]) && begins(at);
        bytes.array_windows().enumerate().any(known)
            || bytes.len().checked_sub(1).is_some_and(begins)
    }

    /// Returns the phrases.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(String::as_str)
    }

    /// Returns the phrases that `text` may begin with.
    fn likely(&self, text: &[u8]) -> impl Iterator<Item = &str> {
        let (two, single) = match *text {
            [one, two, ..] if self.begins.has(one, two) => {
                (Some(self.twos.of(key_of_two(one, two))), self.single.as_slice())
            }
            [_] => (None, self.single.as_slice()),
            _ => (None, &[][..]),
        };
        let single = single.iter().map(|index| *index as usize);
        two.into_iter().flatten().chain(single).map(|index| self.all[index].as_str())
    }
}
