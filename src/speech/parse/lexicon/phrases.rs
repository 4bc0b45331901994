//! A list of phrases, and which of them a text begins with.

use super::beginnings::Beginnings;
use crate::text::fold::fold;
use serde::Deserialize;

/// A list of phrases that knows which bytes they begin with, so that a text is compared with few of
/// them, and most texts with none.
#[derive(Clone, Debug, Deserialize)]
#[serde(from = "Vec<String>")]
pub(in crate::speech::parse) struct Phrases {
    all: Vec<String>,
    /// What one of them may begin with.
    begins: Beginnings,
    /// The phrases of two bytes or more by their first two bytes, in the order of these.
    order: Vec<(u16, u32)>,
    /// Those of one byte.
    single: Vec<u32>,
}

impl From<Vec<String>> for Phrases {
    fn from(all: Vec<String>) -> Self {
        let mut begins = Beginnings::default();
        let (mut order, mut single) = (Vec::with_capacity(all.len()), Vec::new());
        for (index, phrase) in (0..).zip(&all) {
            begins.add(phrase);
            match *phrase.as_bytes() {
                [one, two, ..] => order.push((u16::from_be_bytes([one, two]), index)),
                [_] => single.push(index),
                [] => {}
            }
        }
        order.sort_unstable();
        Phrases { all, begins, order, single }
    }
}

impl Phrases {
    /// Gives the phrases as they are typed without marks.
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

    /// Gives what stands behind the longest of them that `text` begins with as whole words.
    pub fn behind<'t>(&self, text: &'t str) -> Option<&'t str> {
        let behind = self.likely(text.as_bytes()).filter_map(|phrase| text.strip_prefix(phrase));
        behind.filter(|rest| !rest.starts_with(char::is_alphanumeric)).min_by_key(|rest| rest.len())
    }

    /// Gives the length in bytes of the longest of them that `text` begins with, as whole words.
    pub fn longest(&self, text: &str) -> Option<usize> {
        let whole = |phrase: &&str| {
            text.strip_prefix(phrase)
                .is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '/'))
        };
        self.likely(text.as_bytes()).filter(whole).map(str::len).max()
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
        (0..bytes.len()).any(|at| {
            self.likely(&bytes[at..]).any(|phrase| bytes[at..].starts_with(phrase.as_bytes()))
        })
    }

    /// Gives the phrases.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(String::as_str)
    }

    /// Gives the phrases that `text` may begin with.
    fn likely(&self, text: &[u8]) -> impl Iterator<Item = &str> {
        let (two, single) = match *text {
            [one, two, ..] if self.begins.has(one, two) => {
                let two = u16::from_be_bytes([one, two]);
                let first = self.order.partition_point(|(begin, _)| *begin < two);
                let rest = &self.order[first..];
                let count = rest.iter().take_while(|(begin, _)| *begin == two).count();
                (&rest[..count], self.single.as_slice())
            }
            [_] => (&[][..], self.single.as_slice()),
            _ => (&[][..], &[][..]),
        };
        let indices = two.iter().map(|(_, index)| index).chain(single);
        indices.map(|index| self.all[*index as usize].as_str())
    }
}
