//! A paragraph as words: what each may be, what stands between them, which offices are named.

mod names;

use super::cues::{ANNOUNCING, Cue, CueTable, GIVER, MUST, PAST, PLACE, SHORTENED, VERB, WILL};
use super::vocabulary::RegisterVocabulary;
use crate::speech::parse::lexicon::offices::{ASSIGNS, OfficeWord, Senses};
use crate::speech::parse::office::OfficeReader;
use crate::text::{TextPos, TextRange};
use std::cell::Cell;
use std::ops::Range;

/// The most words of a phrase that is looked for from its end: "phối hợp có hiệu quả với".
const LONGEST_CUE: usize = 6;

/// What stands between a word and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    Blank,
    Comma,
    Semicolon,
    Colon,
    /// The end of a sentence.
    Stop,
}

/// A paragraph.
pub(super) struct Line<'a> {
    text: &'a str,
    start: usize,
    reader: OfficeReader<'a>,
    gaps: Vec<Gap>,
    /// The phrases that stand at each word, and how many words each has: those of word n from `firsts[n]` on.
    hits: Vec<(usize, Cue)>,
    firsts: Vec<usize>,
    /// Where the offices end that are named from each word on, once it was asked; the word itself stands for none.
    offices: Vec<Cell<Option<u32>>>,
}

impl<'a> Line<'a> {
    /// Cuts a part of a text into words.
    pub fn new(text: &'a str, range: TextRange, vocabulary: &'a RegisterVocabulary) -> Self {
        let line = range.of(text);
        let reader = OfficeReader::new(line, vocabulary.lexicon.offices(), usize::MAX);
        let mut gaps = Vec::with_capacity(reader.words.len());
        let mut end = 0;
        for (at, word) in reader.words.iter().enumerate() {
            let is_short = at.checked_sub(1).is_some_and(|before| {
                let start = reader.words[before].range.start;
                let alone = !line[..start].ends_with(['-', '/', '&']);
                // "Xã X": a place without a name.
                let is_place = before.checked_sub(1).is_some_and(|at| {
                    let mut phrases = vocabulary.cues.at(&reader.words[at..]);
                    phrases.any(|(count, cue)| count == 1 && cue & PLACE != 0)
                });
                alone
                    && !is_place
                    && vocabulary
                        .cues
                        .at(&reader.words[before..])
                        .any(|(_, cue)| cue & SHORTENED != 0)
            });
            let before = if is_short { Spelling::Shortened } else { Spelling::Whole };
            let between = &line[end..word.range.start];
            let goes_on = !word.is_capital && (between.contains('…') || between.contains(".."));
            gaps.push(match gap(before, between) {
                // "Đất đai, đầu tư,... bảo đảm phản ánh kịp thời".
                Gap::Stop if goes_on => Gap::Comma,
                gap => gap,
            });
            end = word.range.end;
        }
        if let Some(first) = gaps.first_mut() {
            *first = Gap::Stop;
        }
        let (hits, firsts) = phrases(&reader.words, &gaps, &vocabulary.cues);
        let offices = vec![Cell::new(None); gaps.len()];
        Line { text: line, start: range.start.get(), reader, gaps, hits, firsts, offices }
    }

    pub fn len(&self) -> usize {
        self.gaps.len()
    }

    /// Returns what stands before a word; behind the last one the paragraph ends.
    pub fn gap(&self, at: usize) -> Gap {
        self.gaps.get(at).copied().unwrap_or(Gap::Stop)
    }

    /// Tells whether the paragraph's last sign announces what follows.
    pub fn announces(&self) -> bool {
        self.text.trim_end_matches([' ', '\n', '*', '_', '”', '"']).ends_with(':')
    }

    /// Tells whether it names offices and says no more, but that they are given something: "Giao Sở Y tế".
    pub fn names_alone(&self) -> bool {
        let from = self.cue(0, GIVER).unwrap_or(0);
        self.len() > 0 && self.offices(from) == Some(self.len())
    }

    /// Tells whether its last sign ends a sentence or a clause, as no heading does.
    pub fn ends_sentence(&self) -> bool {
        !self.text.trim_end().ends_with("**") && self.stops()
    }

    /// Tells whether its last sign ends a sentence or a clause, in bold letters, too.
    pub fn stops(&self) -> bool {
        self.text.trim_end_matches([' ', '\n', '*', '_', '”', '"']).ends_with(['.', ';', '!'])
    }

    /// Tells whether it announces what follows, with a colon or with its last words.
    pub fn introduces(&self) -> bool {
        self.announces()
            || (2..=LONGEST_CUE).any(|back| {
                self.len()
                    .checked_sub(back)
                    .is_some_and(|from| self.cue(from, ANNOUNCING) == Some(back))
            })
    }

    /// Returns how many words the longest phrase has that stands at a word and is one of these; what a sentence's signs part is no phrase.
    pub fn cue(&self, at: usize, wanted: Cue) -> Option<usize> {
        let hits = *self.firsts.get(at)?..*self.firsts.get(at + 1)?;
        let found = self.hits[hits].iter().filter(|(_, cue)| cue & wanted != 0);
        found.map(|(count, _)| *count).max()
    }

    /// Does the same with what words may be in the naming of offices.
    pub fn sense(&self, at: usize, wanted: Senses) -> Option<usize> {
        self.reader.words.get(at)?;
        self.reader.at(at, wanted).map(|(count, _)| count)
    }

    /// Tells whether a phrase ends right before a word.
    pub fn is_behind(&self, at: usize, wanted: Cue) -> bool {
        (1..=LONGEST_CUE).any(|back| {
            at.checked_sub(back).is_some_and(|from| self.cue(from, wanted) == Some(back))
        })
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.reader
            .words
            .get(at)
            .is_some_and(|own| self.word(own.range.clone()).eq_ignore_case(word))
    }

    /// Tells whether somebody is told to do something at a word.
    pub fn tells(&self, at: usize) -> bool {
        at < self.len()
            && (self.cue(at, MUST | VERB).is_some() || self.sense(at, ASSIGNS).is_some())
            && self.cue(at, PAST).is_none_or(|past| {
                self.cue(at, MUST | VERB | WILL).is_some_and(|count| count > past)
            })
    }

    /// Tells whether a word is figures.
    pub fn is_number(&self, at: usize) -> bool {
        let word = self.reader.words.get(at).map_or("", |word| &self.text[word.range.clone()]);
        word.starts_with(|c: char| c.is_ascii_digit())
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.reader.words.get(at).is_some_and(|word| word.is_capital)
    }

    /// Returns the words as they stand between two places.
    pub fn words(&self, range: Range<usize>) -> &'a str {
        let (Some(first), Some(last)) =
            (self.reader.words.get(range.start), range.end.checked_sub(1))
        else {
            return "";
        };
        &self.text[first.range.start..self.reader.words[last].range.end]
    }

    /// Returns what stands between a word and the one before it.
    pub fn between(&self, at: usize) -> &'a str {
        let words = &self.reader.words;
        let start = at.checked_sub(1).map_or(0, |before| words[before].range.end);
        let end = words.get(at).map_or(self.text.len(), |word| word.range.start);
        &self.text[start..end.max(start)]
    }

    fn word(&self, range: Range<usize>) -> Word<'a> {
        Word(&self.text[range])
    }

    /// Returns where words are in the text.
    pub fn range(&self, words: Range<usize>) -> TextRange {
        TextRange::new(
            self.start + self.reader.words[words.start].range.start,
            self.start + self.reader.words[words.end - 1].range.end,
        )
    }

    /// Returns where the text of a sentence ends: in front of the next word, without blanks.
    pub fn end_before(&self, at: usize) -> TextPos {
        let end = self.reader.words.get(at).map_or(self.text.len(), |word| word.range.start);
        let part = &self.text[..end];
        TextPos::new(self.start + part.trim_end_matches([' ', '\n', '*', '“', '(', '-']).len())
    }

    /// Returns where a word begins.
    pub fn start_of(&self, at: usize) -> TextPos {
        TextPos::new(self.start + self.reader.words[at].range.start)
    }

    /// Returns the first word that does not begin before a position.
    pub fn word_at(&self, pos: TextPos) -> usize {
        self.reader.words.partition_point(|word| self.start + word.range.start < pos.get())
    }
}

struct Word<'a>(&'a str);

impl Word<'_> {
    fn eq_ignore_case(&self, other: &str) -> bool {
        self.0 == other || self.0.to_lowercase() == other
    }
}

/// Finds the phrases of a paragraph; what a sentence's signs part is none.
fn phrases(words: &[OfficeWord], gaps: &[Gap], cues: &CueTable) -> (Vec<(usize, Cue)>, Vec<usize>) {
    let mut hits = Vec::new();
    let mut firsts = vec![0];
    for at in 0..words.len() {
        let whole = |(count, _): &(usize, Cue)| {
            gaps[at + 1..at + count].iter().all(|gap| *gap <= Gap::Comma)
        };
        hits.extend(cues.at(&words[at..]).filter(whole));
        firsts.push(hits.len());
    }
    (hits, firsts)
}

/// How a word is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    Whole,
    /// "TP.": a point behind it ends no sentence.
    Shortened,
}

/// Tells what stands between two words; what is in brackets does not count.
fn gap(before: Spelling, between: &str) -> Gap {
    let mut out = Gap::Blank;
    let mut depth = 0;
    let mut signs = between.chars().peekable();
    while let Some(c) = signs.next() {
        let behind = signs.peek().copied();
        let found = match c {
            '(' => {
                depth += 1;
                continue;
            }
            ')' => {
                depth -= 1;
                continue;
            }
            _ if depth > 0 => continue,
            '!' | '?' => Gap::Stop,
            '.' | '…' => {
                // "TP. Hà Nội" goes on; so does "1.700".
                let ends = behind.is_none_or(|c| !c.is_alphanumeric()) && !between.ends_with('.');
                if ends && before == Spelling::Whole { Gap::Stop } else { Gap::Blank }
            }
            ':' => Gap::Colon,
            ';' => Gap::Semicolon,
            ',' | '–' | '—' => Gap::Comma,
            _ => Gap::Blank,
        };
        out = out.max(found);
    }
    out
}
