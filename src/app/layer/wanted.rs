//! Words typed into a list to pick from, and how they fit an entry: by the beginnings of its words, or inside them.
//!
//! Case and marks do not count, and the keys of Telex and VNI are read as the letters they give. Letters scattered over an
//! entry are no match: a command that does not exist is not found.

use crate::search::pattern::Pattern;
use crate::search::{Mode, Tail};
use crate::text::fold;
use crate::text::fold::fold_with_map;
use std::ops::Range;

/// From how many letters on a word is looked for inside of others.
const INSIDE: usize = 3;

/// The words that were typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct WantedWords {
    /// Each word as it may be meant, folded: its letters first.
    words: Vec<Vec<String>>,
    /// All of them in a row, folded.
    phrase: String,
}

/// How well an entry fits, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum WordFit {
    /// It begins with the words in a row.
    Start,
    /// It has the words in a row, maybe written in one.
    Phrase,
    /// Each word begins one of its words.
    Beginnings,
    /// Each word is in one of its words.
    Inside,
}

impl WantedWords {
    /// Reads what was typed.
    pub(super) fn read(typed: &str) -> Self {
        let words = typed.split_whitespace().map(meanings).collect();
        WantedWords { words, phrase: fold(typed.trim()) }
    }

    /// Returns how a folded text fits; nothing if a word is missing. No words fit all texts alike.
    pub(super) fn fit(&self, folded: &str) -> Option<WordFit> {
        if folded.starts_with(&self.phrase) {
            return Some(WordFit::Start);
        }
        if begins(folded, &self.phrase).is_some() || begins_in_one(folded, &self.phrase) {
            return Some(WordFit::Phrase);
        }
        let all = |has: fn(&str, &str) -> Option<usize>| {
            self.words.iter().all(|word| word.iter().any(|form| has(folded, form).is_some()))
        };
        if all(begins) {
            return Some(WordFit::Beginnings);
        }
        all(inside).then_some(WordFit::Inside)
    }

    /// Returns whether a folded text has every word, wherever in it.
    pub(super) fn are_in(&self, folded: &str) -> bool {
        self.words.iter().all(|word| word.iter().any(|form| folded.contains(form)))
    }

    /// Returns the ranges of a text that the words stand for, in order, none in another.
    pub(super) fn marks(&self, text: &str) -> Vec<Range<usize>> {
        let folded = fold_with_map(text);
        let place = |word: &Vec<String>| {
            let begun = word.iter().find_map(|form| Some((begins(&folded.text, form)?, form)));
            let found = begun
                .or_else(|| word.iter().find_map(|form| Some((folded.text.find(form)?, form))));
            found.map(|(at, form)| folded.source_range(at..at + form.len()))
        };
        let mut marks: Vec<Range<usize>> = self.words.iter().filter_map(place).collect();
        marks.sort_by_key(|mark| (mark.start, mark.end));
        let mut end = 0;
        marks.retain(|mark| {
            let apart = mark.start >= end;
            end = end.max(mark.end);
            apart && !mark.is_empty()
        });
        marks
    }
}

/// Returns what a typed word may mean, folded.
fn meanings(word: &str) -> Vec<String> {
    let mut forms = vec![fold(word)];
    let pattern = Pattern::new(word, Mode::Loose, Tail::Typing);
    let mut syllables = pattern.syllables();
    // What has signs in it is taken as it is.
    if let (Some(readings), None) = (syllables.next(), syllables.next()) {
        for reading in readings.iter().filter(|reading| reading.how().is_typed()) {
            let form = fold(reading.written());
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// Returns where a word of a folded text begins as `wanted` does.
fn begins(folded: &str, wanted: &str) -> Option<usize> {
    let begins_word =
        |at: usize| folded[..at].chars().next_back().is_none_or(|before| !before.is_alphanumeric());
    folded.match_indices(wanted).map(|(at, _)| at).find(|&at| begins_word(at))
}

/// Returns whether a folded text has `wanted` from the beginning of a word on, but for blanks and signs between its words:
/// "bomau" for "bo mau".
fn begins_in_one(folded: &str, wanted: &str) -> bool {
    let words = || folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    (0..words().count()).any(|skip| words().skip(skip).collect::<String>().starts_with(wanted))
}

/// Returns where `wanted` stands in a folded text: short words only where a word begins.
fn inside(folded: &str, wanted: &str) -> Option<usize> {
    begins(folded, wanted)
        .or_else(|| (wanted.chars().count() >= INSIDE).then(|| folded.find(wanted))?)
}
