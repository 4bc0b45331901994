//! Words of a passage as numbers, and the classes that they belong to.
//!
//! A class is a list of words and phrases that say the same of a list ("hạn chế", "tồn tại", "yếu kém"). The
//! classes are those of `data/lexicon/roles.toml`: the words of each role, and the tables `signs`.

use crate::speech::Role;
use crate::text::lowercase;
use std::collections::BTreeMap;

/// A set of classes, a bit each.
pub(in crate::speech::parse) type Set = u64;

/// The start of a hash: FNV-1a, which is fed a byte at a time, so that the hash of a name can be made of
/// its parts.
pub(super) const START: u64 = 0xcbf2_9ce4_8422_2325;

/// Goes on with a hash.
pub(super) fn hash(start: u64, bytes: &[u8]) -> u64 {
    bytes.iter().fold(start, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// A word of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::speech::parse) struct Word {
    /// Where it begins and ends, in bytes of the passage.
    pub start: usize,
    pub end: usize,
    key: u64,
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
        if small.contains(MARKUP) {
            small.retain(|c| !MARKUP.contains(&c));
        }
        let words = words_of(&small);
        PassageWords { text: small, words }
    }

    /// Gives the words of a word range.
    pub fn word(&self, at: usize) -> &str {
        let word = self.words[at];
        &self.text[word.start..word.end]
    }

    /// Gives the place, among the words, of the first one that begins at a byte or behind it.
    pub fn at(&self, byte: usize) -> usize {
        self.words.partition_point(|word| word.start < byte)
    }
}

const MARKUP: [char; 7] = ['*', '_', '#', '>', '`', '|', '\\'];

fn words_of(text: &str) -> Vec<Word> {
    let mut out = Vec::with_capacity(text.len() / 5);
    let mut start = None;
    for (at, c) in text.char_indices() {
        match (start, c.is_alphanumeric()) {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                out.push(word(text, from, at));
                start = None;
            }
            _ => {}
        }
    }
    out.extend(start.map(|from| word(text, from, text.len())));
    out
}

fn word(text: &str, start: usize, end: usize) -> Word {
    Word { start, end, key: hash(START, &text.as_bytes()[start..end]) }
}

/// The words of a phrase behind its first, and its classes.
type Phrase = (Vec<u64>, Set);

/// The classes of words.
#[derive(Clone, Debug, Default)]
pub(in crate::speech::parse) struct Classes {
    names: Vec<String>,
    /// By their first word, in its order: the further words of each phrase, and its classes.
    phrases: Vec<(u64, Vec<Phrase>)>,
}

impl Classes {
    /// Makes the classes of their names and words.
    pub(in crate::speech::parse) fn new<'a>(
        classes: impl Iterator<Item = (String, &'a Vec<String>)>,
    ) -> Self {
        let mut out = Classes::default();
        let mut phrases = BTreeMap::new();
        for (name, words) in classes {
            let known = out.names.iter().position(|known| *known == name);
            let class = known.unwrap_or(out.names.len());
            if known.is_none() {
                out.names.push(name);
            }
            for phrase in words {
                add(&mut phrases, phrase, 1 << class);
            }
        }
        out.phrases = phrases.into_iter().collect();
        out
    }

    /// Gives the names of the classes of a set.
    pub fn names(&self, set: Set) -> impl Iterator<Item = &str> {
        let names = self.names.iter().enumerate();
        names.filter(move |(class, _)| set >> class & 1 == 1).map(|(_, name)| name.as_str())
    }

    /// Gives the set of one class, by its name; empty where there is none.
    pub fn set(&self, name: &str) -> Set {
        self.names.iter().position(|known| known == name).map_or(0, |class| 1 << class)
    }

    /// Gives the classes of the phrases that begin at a word.
    pub fn at(&self, words: &[Word]) -> Set {
        self.phrases_at(words).fold(0, |set, (_, classes)| set | classes)
    }

    /// Gives the phrases that the words begin with.
    fn phrases_at<'a>(&'a self, words: &'a [Word]) -> impl Iterator<Item = &'a Phrase> {
        let first = words.first().map(|first| first.key);
        let place =
            first.and_then(|first| self.phrases.binary_search_by_key(&first, |(key, _)| *key).ok());
        place.into_iter().flat_map(|at| &self.phrases[at].1).filter(|(rest, _)| {
            words.len() > rest.len()
                && rest.iter().zip(&words[1..]).all(|(key, word)| *key == word.key)
        })
    }

    /// Tells of each word whether it is of a phrase that names a role.
    pub fn naming(&self, words: &[Word]) -> Vec<bool> {
        let roles = Role::ALL.iter().fold(0, |set, role| set | self.set(role.name()));
        let mut out = vec![false; words.len()];
        for at in 0..words.len() {
            let longest = self.phrases_at(&words[at..]).filter(|(_, set)| set & roles != 0);
            if let Some(longest) = longest.map(|(rest, _)| rest.len() + 1).max() {
                out[at..at + longest].fill(true);
            }
        }
        out
    }

    /// Gives the classes of all phrases among the words.
    pub fn among(&self, words: &[Word]) -> Set {
        (0..words.len()).fold(0, |set, at| set | self.at(&words[at..]))
    }
}

fn add(phrases: &mut BTreeMap<u64, Vec<Phrase>>, phrase: &str, class: Set) {
    let keys: Vec<u64> = words_of(phrase).iter().map(|word| word.key).collect();
    let Some((first, rest)) = keys.split_first() else { return };
    let known = phrases.entry(*first).or_default();
    match known.iter_mut().find(|(words, _)| words == rest) {
        Some((_, set)) => *set |= class,
        None => known.push((rest.to_vec(), class)),
    }
}
