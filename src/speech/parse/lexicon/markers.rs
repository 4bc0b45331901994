//! The words and signs that markers are made of.

use super::RawWords;
use super::counting::{Counting, RawCounting};
use crate::text::is_letter;
use serde::Deserialize;

#[derive(Clone, Debug)]
pub(in crate::speech::parse) struct Markers {
    /// Number words and their values, the longest words first.
    pub spoken: Vec<(String, u32)>,
    pub copula: String,
    pub ordinal_prefix: String,
    pub ordinals: Vec<(String, u32)>,
    pub weekday_before: Vec<String>,
    /// Words of hours: a figure and one of these make an ordinal a weekday.
    pub weekday_hours: Vec<String>,
    pub openers: Vec<String>,
    /// Words for a member between the first and the last: "tiếp đến".
    pub middles: Vec<String>,
    pub closers: Vec<String>,
    /// Words of the parts of a document, the longest first, with how far in each lies.
    pub law: Vec<(String, u8)>,
    /// The longest first.
    pub named: Vec<String>,
    /// Nouns whose numbers make no members of a list: "Bảng 1.", "Tháng 5:".
    pub no_nouns: Vec<String>,
    pub english: Vec<(String, u32)>,
    pub english_tens: Vec<(String, u32)>,
    pub counting: Counting,
    /// Words that join the last member of a list to those before it.
    pub joiners: Vec<String>,
    pub letters: Vec<char>,
    /// Letters that some lists have besides, with those that each may follow.
    pub letters_besides: Vec<(char, Vec<char>)>,
    /// Letters of first names, with the names behind them.
    pub initials: Vec<(String, String)>,
    pub bullets: Vec<char>,
    /// Words by which a paragraph stays with what was said.
    pub turns: Turns,
    /// Words by which a Vietnamese text shows that has no marks.
    pub unmarked: Vec<String>,
    /// A bit for each way that the words begin, so that most lines are compared with none of them.
    begins: Vec<u64>,
    /// The first syllables of what may begin a member inside a paragraph.
    inline: Vec<String>,
    /// A bit for each way that these begin.
    inline_begins: Vec<u64>,
}

impl Markers {
    /// Puts the words of the file in order.
    pub(super) fn new(markers: RawMarkers) -> Self {
        Markers {
            spoken: numbered(&markers.spoken.numbers),
            copula: markers.spoken.copula,
            ordinal_prefix: markers.ordinal.prefix,
            ordinals: numbered(&markers.ordinal.numbers),
            weekday_before: markers.ordinal.weekday_before,
            weekday_hours: markers.ordinal.weekday_hours,
            openers: longest_first(markers.opener.words, markers.english.openers),
            middles: longest_first(markers.middle.words, markers.english.middles),
            closers: longest_first(markers.closer.words, markers.english.closers),
            law: ranked(markers.law.ranks),
            named: longest_first(markers.named.words, Vec::new()),
            no_nouns: markers.named.none,
            english: numbered(&markers.english.ordinals),
            english_tens: numbered(&markers.english.tens)
                .into_iter()
                .map(|(word, tens)| (word, 10 * tens))
                .collect(),
            counting: Counting::new(markers.counting, markers.english.hundred),
            joiners: markers.joiner.words,
            letters: markers.letter.order.chars().collect(),
            letters_besides: markers.letter.besides.iter().filter_map(|s| besides(s)).collect(),
            initials: markers.letter.initials.iter().filter_map(|s| initial(s)).collect(),
            bullets: markers.bullet.signs,
            turns: markers.turn,
            unmarked: markers.unmarked.words,
            begins: Vec::new(),
            inline: Vec::new(),
            inline_begins: Vec::new(),
        }
        .with_beginnings()
    }

    /// Tells whether one of the words may stand at the beginning of a line.
    pub fn may_begin(&self, line: &str) -> bool {
        let has = |key: usize| self.begins[key / 64] >> (key % 64) & 1 == 1;
        (1..=3).any(|letters| has(beginning(line, letters)))
    }

    /// Tells whether a member of an enumeration inside a paragraph may begin with these words: with a
    /// figure, a letter and its sign, or a number word.
    pub fn may_begin_inline(&self, words: &str) -> bool {
        let mut letters = words.chars();
        let Some(first) = letters.next() else { return false };
        if first.is_ascii_digit() {
            return true;
        }
        let rest = letters.as_str();
        if rest.starts_with([')', '-', '–', '/']) {
            return is_letter(first);
        }
        let small = first.to_lowercase().next().unwrap_or(first);
        let likely = || {
            let has = |key: usize| self.inline_begins[key / 64] >> (key % 64) & 1 == 1;
            (1..=3).any(|letters| has(beginning(words, letters)))
        };
        likely()
            && self.inline.iter().any(|syllable| {
                let mut known = syllable.chars();
                known.next() == Some(small)
                    && rest
                        .strip_prefix(known.as_str())
                        .is_some_and(|after| !after.starts_with(is_letter))
            })
            || (matches!(small, 'i' | 'v' | 'x') && rest.starts_with(['i', 'v', 'x']))
    }

    fn with_beginnings(mut self) -> Self {
        let spoken = self.spoken.iter().map(|(word, _)| word.as_str());
        let others = self.openers.iter().map(String::as_str);
        let all = spoken.chain(others).chain([self.ordinal_prefix.as_str()]);
        let first = |word: &str| word.split(' ').next().unwrap_or_default().to_owned();
        self.inline = all.map(first).collect();
        self.inline.sort();
        self.inline.dedup();
        self.begins = vec![0; BEGINNINGS / 64];
        self.inline_begins = vec![0; BEGINNINGS / 64];
        // Shorter words are known by all their letters.
        let key = |word: &str| beginning(word, word.chars().count().min(3));
        for key in self.inline.iter().map(|syllable| key(syllable)) {
            self.inline_begins[key / 64] |= 1 << (key % 64);
        }
        let prefix = [self.ordinal_prefix.as_str()];
        let numbers = [&self.spoken, &self.english, &self.english_tens].into_iter().flatten();
        let numbers = numbers.map(|(word, _)| word.as_str());
        let hundreds = self.counting.english_hundred.iter().map(String::as_str);
        let numbers = numbers.chain(hundreds);
        let parts = self.law.iter().map(|(word, _)| word.as_str());
        let others = [&self.openers, &self.middles, &self.closers, &self.named, &self.joiners];
        let others = others.into_iter().flatten().map(String::as_str);
        let all: Vec<usize> =
            prefix.into_iter().chain(numbers).chain(parts).chain(others).map(key).collect();
        for key in all {
            self.begins[key / 64] |= 1 << (key % 64);
        }
        self
    }
}

/// How many ways to begin are told apart.
const BEGINNINGS: usize = 1 << 12;

/// Returns a number for the first letters of a line, in lower case.
fn beginning(line: &str, letters: usize) -> usize {
    let lower = |c: char| match c {
        c if c.is_ascii() => c.to_ascii_lowercase() as usize,
        c => c.to_lowercase().next().unwrap_or(c) as usize,
    };
    let key = line.chars().take(letters).fold(letters, |key, c| key.wrapping_mul(257) + lower(c));
    key * 31 % BEGINNINGS
}

#[derive(Deserialize)]
pub(super) struct RawMarkers {
    spoken: RawSpoken,
    ordinal: RawOrdinal,
    opener: RawWords,
    middle: RawWords,
    closer: RawWords,
    law: RawLaw,
    named: RawNamed,
    english: RawEnglish,
    counting: RawCounting,
    joiner: RawWords,
    letter: RawLetter,
    bullet: RawBullet,
    turn: Turns,
    unmarked: RawWords,
}

#[derive(Deserialize)]
struct RawSpoken {
    numbers: Vec<String>,
    copula: String,
}

#[derive(Deserialize)]
struct RawOrdinal {
    prefix: String,
    numbers: Vec<String>,
    weekday_before: Vec<String>,
    weekday_hours: Vec<String>,
}

#[derive(Deserialize)]
struct RawLaw {
    ranks: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct RawNamed {
    words: Vec<String>,
    none: Vec<String>,
}

#[derive(Deserialize)]
struct RawEnglish {
    ordinals: Vec<String>,
    tens: Vec<String>,
    hundred: Vec<String>,
    openers: Vec<String>,
    middles: Vec<String>,
    closers: Vec<String>,
}

#[derive(Deserialize)]
struct RawLetter {
    order: String,
    initials: Vec<String>,
    besides: Vec<String>,
}

/// Words of paragraphs that announce a list behind another.
#[derive(Clone, Debug, Deserialize)]
pub(in crate::speech::parse) struct Turns {
    /// What a paragraph begins with that stays with the item before it.
    pub inward: Vec<String>,
    /// Words too small to tell what a paragraph is about.
    pub small: Vec<String>,
}

#[derive(Deserialize)]
struct RawBullet {
    signs: Vec<char>,
}

/// Takes a letter apart from those that it may follow.
fn besides(letters: &str) -> Option<(char, Vec<char>)> {
    let mut letters = letters.chars();
    Some((letters.next()?, letters.collect()))
}

/// Takes the letter of a first name apart from what stands behind it: "C. Mác", "V.I. Lênin".
fn initial(name: &str) -> Option<(String, String)> {
    let (letter, name) = name.split_once('.')?;
    Some((letter.to_owned(), name.trim_start().to_owned()))
}

pub(super) fn longest_first(mut words: Vec<String>, more: Vec<String>) -> Vec<String> {
    words.extend(more);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// Returns each word of a rank its place, the longest words first.
fn ranked(ranks: Vec<Vec<String>>) -> Vec<(String, u8)> {
    let each = |(rank, words): (u8, Vec<String>)| words.into_iter().map(move |word| (word, rank));
    let mut out: Vec<(String, u8)> = (0..).zip(ranks).flat_map(each).collect();
    out.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    out
}

/// Returns each variant of each number word its value, the longest words first.
pub(super) fn numbered(words: &[String]) -> Vec<(String, u32)> {
    let mut out: Vec<(String, u32)> = (1..)
        .zip(words)
        .flat_map(|(value, variants)| variants.split('|').map(move |word| (word.to_owned(), value)))
        .filter(|(word, _)| !word.is_empty())
        .collect();
    out.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    out
}
