//! Words of a passage as numbers, and the classes that they belong to.
//!
//! A class is a list of words and phrases that say the same of a list ("hạn chế", "tồn tại", "yếu kém"). The
//! classes are those of `data/lexicon/roles.toml`: the words of each role, and the tables `signs`.

use crate::speech::Role;
use crate::speech::parse::key;
use crate::speech::parse::phrase_table::{Keyed, PhraseTable};
use crate::text::{lowercase, next_word};
use std::ops::Range;

/// A set of classes, a bit each.
pub(in crate::speech::parse) type Set = u64;

/// A word of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speech::parse) struct Word {
    /// Where it begins and ends, in bytes of the passage.
    pub start: usize,
    pub end: usize,
    pub(super) key: u64,
}

impl Keyed for Word {
    fn key(&self) -> u64 {
        self.key
    }
}

/// A passage in small letters, without the signs of Markdown, and its words.
#[derive(Clone, Debug, Default)]
pub(super) struct PassageWords {
    pub text: String,
    pub words: Vec<Word>,
}

impl PassageWords {
    pub fn new(text: &str) -> Self {
        let mut small = lowercase(text);
        if small.bytes().any(is_markup) {
            small.retain(|c| !u8::try_from(c).is_ok_and(is_markup));
        }
        let words = words_of(&small).collect();
        PassageWords { text: small, words }
    }

    /// Returns the words of a word range.
    pub fn word(&self, at: usize) -> &str {
        let word = self.words[at];
        &self.text[word.start..word.end]
    }

    /// Returns the place, among the words, of the first one that begins at a byte or behind it.
    pub fn at(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.start < byte)
    }
}

fn is_markup(byte: u8) -> bool {
    matches!(byte, b'*' | b'_' | b'#' | b'>' | b'`' | b'|' | b'\\')
}

fn words_of(text: &str) -> impl Iterator<Item = Word> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let Range { start, end } = next_word(text, from)?;
        from = end;
        Some(Word { start, end, key: key::of_word(&text.as_bytes()[start..end]) })
    })
}

/// The classes of words.
#[derive(Clone, Debug)]
pub(in crate::speech::parse) struct Classes {
    /// Their names, with the keys of these.
    names: Vec<(String, u64)>,
    phrases: PhraseTable<Set>,
}

impl Classes {
    /// Makes the classes of their names and words.
    pub(in crate::speech::parse) fn new<'a>(
        classes: impl Iterator<Item = (String, &'a Vec<String>)>,
    ) -> Self {
        let mut names: Vec<(String, u64)> = Vec::new();
        let phrases = classes.flat_map(|(name, words)| {
            let known = names.iter().position(|(known, _)| *known == name);
            let class = known.unwrap_or(names.len());
            if known.is_none() {
                let key = key::of_word(name.as_bytes());
                names.push((name, key));
            }
            words.iter().map(move |phrase| (words_of(phrase).map(|word| word.key), 1 << class))
        });
        let phrases = PhraseTable::new(phrases);
        Classes { names, phrases }
    }

    /// Returns the names of the classes of a set, with the keys of these.
    pub fn names(&self, mut set: Set) -> impl Iterator<Item = (&str, u64)> {
        std::iter::from_fn(move || {
            let class = set.trailing_zeros() as usize;
            set &= set.wrapping_sub(1);
            self.names.get(class).map(|(name, key)| (name.as_str(), *key))
        })
    }

    /// Returns the set of one class, by its name; empty where there is none.
    pub fn set(&self, name: &str) -> Set {
        self.names.iter().position(|(known, _)| known == name).map_or(0, |class| 1 << class)
    }

    /// Returns the classes of the phrases that a text begins with.
    pub fn at_start(&self, text: &str) -> Set {
        let small = lowercase(text);
        let is_markup = |c: char| u8::try_from(c).is_ok_and(is_markup);
        if small.contains(is_markup) {
            return self.at(&PassageWords::new(text).words);
        }
        let words: Vec<Word> = words_of(&small).take(self.phrases.longest()).collect();
        self.at(&words)
    }

    /// Returns the classes of the phrases that begin at a word.
    pub fn at(&self, words: &[Word]) -> Set {
        self.phrases.at(words).fold(0, |set, (_, classes)| set | classes)
    }

    /// Tells of each word whether it is of a phrase that names a role.
    pub fn naming(&self, words: &[Word]) -> Vec<bool> {
        let roles = Role::ALL.iter().fold(0, |set, role| set | self.set(role.name()));
        let mut out = vec![false; words.len()];
        for at in 0..words.len() {
            let longest = self.phrases.at(&words[at..]).filter(|(_, set)| set & roles != 0);
            if let Some(longest) = longest.map(|(count, _)| count).max() {
                out[at..at + longest].fill(true);
            }
        }
        out
    }

    /// Returns the classes of all phrases among the words.
    pub fn among(&self, words: &[Word]) -> Set {
        (0..words.len()).fold(0, |set, at| set | self.at(&words[at..]))
    }

    /// Returns the classes of the phrases that begin at each word.
    pub fn each(&self, words: &[Word]) -> Vec<Set> {
        (0..words.len()).map(|at| self.at(&words[at..])).collect()
    }

    /// Does what [`Classes::among`] does for the first of the words that [`Classes::each`] was asked about.
    pub fn among_first(&self, words: &[Word], each: &[Set]) -> Set {
        let whole = (words.len() + 1).saturating_sub(self.phrases.longest()).min(words.len());
        let known = each[..whole].iter().fold(0, |set, own| set | own);
        (whole..words.len()).fold(known, |set, at| set | self.at(&words[at..]))
    }
}
