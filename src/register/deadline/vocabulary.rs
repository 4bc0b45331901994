//! The words of deadlines, as `data/lexicon/deadlines.toml` has them.

use crate::text::spelling;
use serde::Deserialize;
use std::collections::HashSet;

const SHIPPED: &str = include_str!("../../../data/lexicon/deadlines.toml");

/// Phrases, each as its words in one spelling, in the order of these.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(from = "Vec<String>")]
pub(super) struct PhraseSet(Vec<Vec<String>>);

impl From<Vec<String>> for PhraseSet {
    fn from(all: Vec<String>) -> Self {
        let words =
            |phrase: &String| spelling(phrase).split_whitespace().map(str::to_owned).collect();
        let mut phrases: Vec<Vec<String>> = all.iter().map(words).collect();
        phrases.sort();
        PhraseSet(phrases)
    }
}

impl PhraseSet {
    /// Returns the phrases that begin with a word.
    pub fn beginning_with(&self, word: &str) -> &[Vec<String>] {
        let first = |phrase: &Vec<String>| phrase.first().map_or("", String::as_str).cmp(word);
        let from = self.0.partition_point(|phrase| first(phrase).is_lt());
        let behind = self.0[from..].partition_point(|phrase| first(phrase).is_eq());
        &self.0[from..from + behind]
    }

    /// Returns the phrases.
    pub fn iter(&self) -> impl Iterator<Item = &[String]> {
        self.0.iter().map(Vec::as_slice)
    }
}

/// The words by which a text says when something is to be done.
#[derive(Clone, Debug, Deserialize)]
pub struct DeadlineVocabulary {
    pub(super) edge: EdgeWords,
    pub(super) unit: UnitWords,
    pub(super) which: WhichWords,
    pub(super) part: PartWords,
    pub(super) rhythm: RhythmWords,
    pub(super) not: NotWords,
    pub(super) fuzzy: FuzzyWords,
    pub(super) numbers: NumberWords,
    pub(super) cell: CellWords,
    /// What a time may begin with, besides figures: most words of a text are none of these.
    #[serde(skip)]
    starts: HashSet<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct CellWords {
    pub continuous: PhraseSet,
    /// What is left out in front of a time.
    pub prefixes: Vec<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct EdgeWords {
    pub before: PhraseSet,
    pub by: PhraseSet,
    #[serde(rename = "in")]
    pub within: PhraseSet,
    pub on: PhraseSet,
    pub from: PhraseSet,
    pub until: PhraseSet,
    pub finish: PhraseSet,
    pub deliver: PhraseSet,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct UnitWords {
    pub and: PhraseSet,
    pub day: PhraseSet,
    pub first_days: PhraseSet,
    pub week: PhraseSet,
    pub month: PhraseSet,
    pub quarter: PhraseSet,
    pub year: PhraseSet,
    pub hour: PhraseSet,
    pub minute: PhraseSet,
    pub weekday: PhraseSet,
    pub sunday: PhraseSet,
    pub now: PhraseSet,
    pub today: PhraseSet,
    pub tomorrow: PhraseSet,
    pub part_of_day: PhraseSet,
    pub working: PhraseSet,
    pub about: PhraseSet,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct WhichWords {
    pub since: PhraseSet,
    pub this: PhraseSet,
    pub next: PhraseSet,
    pub past: PhraseSet,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct PartWords {
    pub first: PhraseSet,
    pub middle: PhraseSet,
    pub last: PhraseSet,
    pub half: PhraseSet,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct RhythmWords {
    pub each: PhraseSet,
    pub periodic: PhraseSet,
    pub once: PhraseSet,
    pub times: PhraseSet,
    pub names: PhraseSet,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct NotWords {
    pub done: PhraseSet,
    pub before: PhraseSet,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct FuzzyWords {
    pub at: PhraseSet,
    pub words: PhraseSet,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct NumberWords {
    pub units: Vec<String>,
    pub not_behind_ten: String,
    pub ten: String,
    pub tens: PhraseSet,
    pub thousand: PhraseSet,
    pub hundred: PhraseSet,
    pub link: PhraseSet,
    pub zero: String,
    pub roman: Vec<String>,
    pub months: Vec<String>,
}

impl DeadlineVocabulary {
    /// Returns the words that come with the program.
    pub fn shipped() -> Self {
        let mut words: DeadlineVocabulary =
            toml::from_str(SHIPPED).expect("a test reads the shipped words");
        words.starts = words.first_words();
        words
    }

    /// Tells whether a time may begin with a word.
    pub(super) fn may_begin(&self, word: &str) -> bool {
        word.starts_with(|c: char| c.is_ascii_digit()) || self.starts.contains(word)
    }

    fn first_words(&self) -> HashSet<String> {
        let DeadlineVocabulary { edge, unit, part, rhythm, fuzzy, numbers, .. } = self;
        let phrases = [
            &edge.before,
            &edge.by,
            &edge.within,
            &edge.on,
            &edge.from,
            &edge.until,
            &edge.finish,
            &unit.day,
            &unit.first_days,
            &unit.week,
            &unit.month,
            &unit.quarter,
            &unit.year,
            &unit.hour,
            &unit.minute,
            &unit.weekday,
            &unit.sunday,
            &unit.now,
            &unit.today,
            &unit.tomorrow,
            &unit.part_of_day,
            &unit.working,
            &unit.about,
            &part.first,
            &part.middle,
            &part.last,
            &part.half,
            &rhythm.each,
            &rhythm.periodic,
            &fuzzy.at,
            &numbers.tens,
            &numbers.thousand,
            &numbers.hundred,
        ];
        let firsts = phrases.into_iter().flat_map(PhraseSet::iter);
        let firsts = firsts.filter_map(|phrase| phrase.first().cloned());
        let variants = numbers.units.iter().chain(&numbers.roman).chain(&numbers.months);
        let variants = variants.flat_map(|all| all.split('|')).map(spelling);
        firsts.chain(variants).chain([spelling(&numbers.ten)]).collect()
    }
}
