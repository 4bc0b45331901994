//! Phrases of several words, found by the keys of their words.

use super::chains::Chains;
use super::key;
use crate::text::is_word;
use std::ops::Range;

/// What is known by the key of a word.
pub(crate) trait Keyed {
    /// Returns the key of the word.
    fn key(&self) -> u64;
}

impl Keyed for u64 {
    fn key(&self) -> u64 {
        *self
    }
}

/// Returns the key of the letters and figures that a text begins with.
pub(super) fn key_of_first_word(text: &str) -> u64 {
    let end = text.find(|c: char| !is_word(c)).unwrap_or(text.len());
    key::of_word(&text.as_bytes()[..end])
}

/// A phrase: the place of the keys of its words, and what it stands for.
#[derive(Clone, Debug)]
struct TablePhrase<T> {
    words: Range<u32>,
    value: T,
}

/// Phrases with what each stands for. A phrase may be there several times.
#[derive(Clone, Debug)]
pub(crate) struct PhraseTable<T> {
    /// By the keys of their first words.
    firsts: Chains,
    phrases: Vec<TablePhrase<T>>,
    words: Vec<u64>,
    longest: usize,
}

impl<T: Copy> PhraseTable<T> {
    /// Makes a table of phrases, each the keys of its words.
    pub fn new<K: IntoIterator<Item = u64>>(all: impl Iterator<Item = (K, T)>) -> Self {
        let (mut phrases, mut firsts) = (Vec::new(), Vec::new());
        let (mut words, mut longest): (Vec<u64>, usize) = (Vec::new(), 0);
        for (keys, value) in all {
            let start = words.len();
            words.extend(keys);
            longest = longest.max(words.len() - start);
            firsts.push(words.get(start).copied());
            phrases.push(TablePhrase { words: start as u32..words.len() as u32, value });
        }
        PhraseTable { firsts: Chains::new(&firsts), phrases, words, longest }
    }

    /// Returns how many words the longest phrase has.
    pub fn longest(&self) -> usize {
        self.longest
    }

    /// Tells whether phrases begin with a word.
    pub fn begins(&self, first: &impl Keyed) -> bool {
        self.firsts.has(first.key())
    }

    /// Returns the phrases that the words begin with: how many words each has, and what it stands for.
    pub fn at<'t, W: Keyed>(&'t self, words: &'t [W]) -> impl Iterator<Item = (usize, T)> + 't {
        let known = words.first().map(|first| self.firsts.of(first.key()));
        known.into_iter().flatten().filter_map(move |place| {
            let phrase = &self.phrases[place];
            let own = &self.words[phrase.words.start as usize..phrase.words.end as usize];
            let begins = words.len() >= own.len()
                && own.iter().zip(words).all(|(key, word)| *key == word.key());
            begins.then_some((own.len(), phrase.value))
        })
    }
}
