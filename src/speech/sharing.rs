//! What two texts have in common, where both are at hand: whether they are one speech in two forms, a text
//! and its correction, or two papers that share their formulas.

use super::{Speech, Wording};
use crate::text::{TextRange, Words, words::is_of_word};
use std::collections::HashMap;

/// What ends a sentence here; an abbreviation is cut in both texts alike.
const ENDS: [char; 6] = ['.', ';', '!', '?', '\n', '|'];
/// Of two files of different formats so many words in a hundred may be others, as what an export does to
/// page numbers and broken words, and so many may be in one alone: heads and feet of pages.
const OTHERS: usize = 2;
const ALONE: usize = 15;
/// A part of a text has at least half of it.
const PART: usize = 50;
/// From so many sentences on that differ in names and figures alone it is a form that was filled in twice.
const FILLED_IN: usize = 2;

/// What two texts have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sharing {
    /// How many words each has.
    words: (usize, usize),
    /// How many words only the one and only the other has.
    alone: (usize, usize),
    /// How many words in a hundred stand in sentences that both have.
    sentences: usize,
    /// How many sentences of the one the other does not have, and in how many of these names and
    /// figures alone are others.
    changed: usize,
    filled_in: usize,
}

/// Whether two texts are of files of one format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formats {
    /// They are.
    Same,
    /// They are not.
    Different,
}

impl Sharing {
    /// Compares two speeches in their words as they are read.
    pub fn of(one: &Speech, other: &Speech) -> Self {
        Sharing::between(Wording::of(one).text(), Wording::of(other).text())
    }

    /// Compares two texts. Case, punctuation and the place of tone marks do not count, nor does the
    /// order of the sentences.
    pub fn between(one: &str, other: &str) -> Self {
        let (a, b) = (Words::of(one), Words::of(other));
        let common = common(a.keys().iter().copied(), b.keys().iter().copied());
        let words = (a.len(), b.len());
        let (rest_a, rest_b, shared) = unshared(sentences(one), sentences(other));
        let pairs = rest_a.iter().zip(&rest_b);
        Sharing {
            words,
            alone: (a.len() - common, b.len() - common),
            sentences: 100 * shared / a.len().max(b.len()).max(1),
            changed: rest_a.len().max(rest_b.len()),
            filled_in: pairs.filter(|(a, b)| differ_in_fields(a, b)).count(),
        }
    }

    /// Tells whether the two are the same words in two forms: not one word is another, or hardly one
    /// where the formats differ.
    pub fn is_other_form(&self, formats: Formats) -> bool {
        let (one, other) = self.alone;
        let longest = self.words.0.max(self.words.1);
        match formats {
            Formats::Same => one == 0 && other == 0,
            Formats::Different => {
                one.min(other) * 100 <= longest * OTHERS && one.max(other) * 100 <= longest * ALONE
            }
        }
    }

    /// Tells whether one text is a part of the other: all its words are there, and more.
    pub fn is_part(&self) -> bool {
        let (short, long) = (self.words.0.min(self.words.1), self.words.0.max(self.words.1));
        self.alone.0.min(self.alone.1) == 0 && short * 100 >= long * PART
    }

    /// Returns how many words in a hundred of the longer text stand in sentences that both have: nearly all
    /// of a text that was corrected; of another one of the same kind only its formulas.
    pub fn sentences(&self) -> usize {
        self.sentences
    }

    /// Tells whether what differs is what is filled into a form: names, days, amounts, in sentence after
    /// sentence.
    pub fn is_filled_in(&self) -> bool {
        self.filled_in >= FILLED_IN && self.filled_in * 2 >= self.changed
    }

    /// Returns by how many words the other text is longer, in per cent of the one; negative where it is
    /// shorter.
    pub fn growth(&self) -> isize {
        let (one, other) = (self.words.0 as isize, self.words.1 as isize);
        (other - one) * 100 / one.max(1)
    }
}

/// Counts what two lists have in common, each as often as it is in both.
fn common<T: std::hash::Hash + Eq>(
    one: impl Iterator<Item = T>,
    other: impl Iterator<Item = T>,
) -> usize {
    let mut counts: HashMap<T, usize> = HashMap::new();
    one.for_each(|key| *counts.entry(key).or_default() += 1);
    other
        .filter(|key| match counts.get_mut(key) {
            Some(count) if *count > 0 => {
                *count -= 1;
                true
            }
            _ => false,
        })
        .count()
}

/// A sentence and the keys of its words.
type Sentence<'t> = (&'t str, Vec<u32>);

fn sentences(text: &str) -> Vec<Sentence<'_>> {
    let all = text.split(ENDS).map(|part| (part, Words::of(part).keys().to_vec()));
    all.filter(|(_, keys)| !keys.is_empty()).collect()
}

/// Returns the sentences that only one of two texts has, and how many words those have that are in both.
fn unshared<'t>(
    one: Vec<Sentence<'t>>,
    other: Vec<Sentence<'t>>,
) -> (Vec<&'t str>, Vec<&'t str>, usize) {
    let mut counts: HashMap<&[u32], usize> = HashMap::new();
    one.iter().for_each(|(_, keys)| *counts.entry(keys).or_default() += 1);
    let mut shared = 0;
    let mut taken: HashMap<&[u32], usize> = HashMap::new();
    let mut rest_other = Vec::new();
    for (part, keys) in &other {
        match counts.get_mut(keys.as_slice()) {
            Some(count) if *count > 0 => {
                *count -= 1;
                shared += keys.len();
                *taken.entry(keys).or_default() += 1;
            }
            _ => rest_other.push(*part),
        }
    }
    let mut rest_one = Vec::new();
    for (part, keys) in &one {
        match taken.get_mut(keys.as_slice()) {
            Some(count) if *count > 0 => *count -= 1,
            _ => rest_one.push(*part),
        }
    }
    (rest_one, rest_other, shared)
}

/// Tells whether two sentences are the same but for words with a figure or a capital.
fn differ_in_fields(one: &str, other: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let all = text.split(|c| !is_of_word(c)).filter(|word| !word.is_empty());
        all.map(str::to_owned).collect()
    };
    let is_field = |word: &String| {
        word.chars().any(|c| c.is_ascii_digit())
            || word.chars().next().is_some_and(char::is_uppercase)
    };
    let (one, other) = (words(one), words(other));
    let fixed = |words: &[String]| -> Vec<String> {
        words.iter().filter(|word| !is_field(word)).cloned().collect()
    };
    one != other && !fixed(&one).is_empty() && fixed(&one) == fixed(&other)
}

/// Returns how many paragraphs in a hundred end in the middle of a sentence: those that an export broke.
pub fn broken(speech: &Speech) -> usize {
    let text = |range: TextRange| range.of(&speech.text).trim();
    let cut = |pair: &[super::Block]| {
        let (end, start) = (text(pair[0].range), text(pair[1].range));
        end.ends_with(|c: char| c.is_alphanumeric() || c == ',')
            && start.starts_with(char::is_lowercase)
    };
    let cuts = speech.blocks.windows(2).filter(|pair| cut(pair)).count();
    100 * cuts / speech.blocks.len().max(1)
}

#[cfg(test)]
mod tests;
