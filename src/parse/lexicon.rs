//! The words that parsing goes by, read from `data/lexicon/`.

mod beginnings;
mod counting;
mod cues;
mod furniture;
mod tables;

use super::metadata::FactWeights;
use super::rules::RuleFile;
use crate::model::Role;
use counting::{Counting, RawCounting};
pub(super) use cues::{Cues, Tells, Weight};
pub(super) use furniture::{Event, Furniture, Kinds, Phrases, Speaker, Title};
use serde::Deserialize;
pub(super) use tables::Tables as TableWords;

/// Words of markers, roles and furniture. See the files for what each entry means.
#[derive(Clone, Debug)]
pub struct Lexicon {
    pub(super) markers: Markers,
    pub(super) roles: Vec<RoleWords>,
    /// The words of roles and of what changes them, to be found in one pass.
    pub(super) cues: Cues,
    /// Role words that are no name of a list.
    pub(super) nameless: Vec<String>,
    /// Verbs that announce spoken words.
    pub(super) dialogue: Vec<String>,
    /// Nouns that a number announces: "6 nhóm nhiệm vụ".
    pub(super) counted: Vec<String>,
    /// Words that may stand before the noun of a heading.
    pub(super) articles: Vec<String>,
    /// Kinds of documents whose lists are tasks unless they say otherwise.
    pub(super) orders: Vec<String>,
    /// What alone before a colon tells nothing of a list.
    pub(super) notes: Vec<String>,
    /// How rules are quoted.
    pub(super) quoting: Quoting,
    pub(super) furniture: Furniture,
    /// What tables and their columns are for.
    pub(super) tables: TableWords,
    /// What each sign of a fact is worth.
    pub(super) weights: FactWeights,
}

#[derive(Clone, Debug, Deserialize)]
pub(super) struct Quoting {
    /// What a paragraph that announces a rule begins with.
    pub starts: Vec<String>,
    /// What it holds.
    pub words: Vec<String>,
    /// What else a paragraph behind a quotation begins with.
    pub resumes: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct RoleWords {
    pub role: Role,
    pub words: Vec<String>,
    /// Words that count only where nothing else is known.
    pub weak: Vec<String>,
    /// Words that count in headings alone.
    pub in_headings: Vec<String>,
    /// Words that are weak in headings.
    pub weak_in_headings: Vec<String>,
    /// What an item begins with.
    pub verbs: Vec<String>,
    /// What stands anywhere in an item's first words.
    pub signs: Vec<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Markers {
    /// Number words and their values, the longest words first.
    pub spoken: Vec<(String, u32)>,
    pub copula: String,
    pub ordinal_prefix: String,
    pub ordinals: Vec<(String, u32)>,
    pub weekday_before: Vec<String>,
    pub openers: Vec<String>,
    pub closers: Vec<String>,
    /// Words of the parts of a document, the longest first, with how far in each lies.
    pub law: Vec<(String, u8)>,
    /// The longest first.
    pub named: Vec<String>,
    pub english: Vec<(String, u32)>,
    pub english_tens: Vec<(String, u32)>,
    pub counting: Counting,
    /// Words that join the last member of a list to those before it.
    pub joiners: Vec<String>,
    pub letters: Vec<char>,
    /// Letters that some lists have besides, with those that each may follow.
    pub letters_besides: Vec<(char, Vec<char>)>,
    pub bullets: Vec<char>,
    /// A bit for each way that the words begin, so that most lines are compared with none of them.
    begins: Vec<u64>,
    /// The first syllables of what may begin a member inside a paragraph.
    inline: Vec<String>,
}

impl Markers {
    /// Tells whether one of the words may stand at the beginning of a line.
    pub fn may_begin(&self, line: &str) -> bool {
        let key = beginning(line);
        self.begins[key / 64] >> (key % 64) & 1 == 1
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
            return first.is_alphabetic();
        }
        let small = first.to_lowercase().next().unwrap_or(first);
        self.inline.iter().any(|syllable| {
            let mut known = syllable.chars();
            known.next() == Some(small)
                && rest
                    .strip_prefix(known.as_str())
                    .is_some_and(|after| !after.starts_with(char::is_alphabetic))
        }) || (matches!(small, 'i' | 'v' | 'x') && rest.starts_with(['i', 'v', 'x']))
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
        let prefix = [self.ordinal_prefix.as_str()];
        let numbers = [&self.spoken, &self.english, &self.english_tens].into_iter().flatten();
        let numbers = numbers.map(|(word, _)| word.as_str());
        let hundreds = self.counting.english_hundred.iter().map(String::as_str);
        let numbers = numbers.chain(hundreds);
        let parts = self.law.iter().map(|(word, _)| word.as_str());
        let others = [&self.openers, &self.closers, &self.named, &self.joiners];
        let others = others.into_iter().flatten().map(String::as_str);
        let all: Vec<usize> =
            prefix.into_iter().chain(numbers).chain(parts).chain(others).map(beginning).collect();
        for key in all {
            self.begins[key / 64] |= 1 << (key % 64);
        }
        self
    }
}

/// How many ways to begin are told apart.
const BEGINNINGS: usize = 1 << 12;

/// Gives a number for the first two letters of a line, in lower case.
fn beginning(line: &str) -> usize {
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c) as usize;
    let mut letters = line.chars();
    let (one, two) = (letters.next().map_or(0, lower), letters.next().map_or(0, lower));
    (one * 31 + two * 257) % BEGINNINGS
}

#[derive(Deserialize)]
struct RawMarkers {
    spoken: RawSpoken,
    ordinal: RawOrdinal,
    opener: RawWords,
    closer: RawWords,
    law: RawLaw,
    named: RawWords,
    english: RawEnglish,
    counting: RawCounting,
    joiner: RawWords,
    letter: RawLetter,
    bullet: RawBullet,
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
}

#[derive(Deserialize)]
struct RawWords {
    words: Vec<String>,
}

#[derive(Deserialize)]
struct RawLaw {
    ranks: Vec<Vec<String>>,
}

#[derive(Deserialize)]
struct RawEnglish {
    ordinals: Vec<String>,
    tens: Vec<String>,
    hundred: Vec<String>,
    openers: Vec<String>,
    closers: Vec<String>,
}

#[derive(Deserialize)]
struct RawLetter {
    order: String,
    besides: Vec<String>,
}

#[derive(Deserialize)]
struct RawBullet {
    signs: Vec<char>,
}

#[derive(Deserialize)]
struct RawRoles {
    task: RawRole,
    result: RawRole,
    limitation: RawRole,
    cause: RawRole,
    lesson: RawRole,
    viewpoint: RawRole,
    other: RawRole,
    aside: RawWords,
    neutral: RawWords,
    purpose: RawWords,
    dialogue: RawWords,
    remedy: RawWords,
    done: RawWords,
    pending: RawWords,
    quoting: Quoting,
    note: RawWords,
    counted: RawWords,
    order: RawWords,
    article: RawWords,
    nameless: RawWords,
}

#[derive(Deserialize)]
struct RawRole {
    words: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
    #[serde(default)]
    weak_in_headings: Vec<String>,
    #[serde(default)]
    in_headings: Vec<String>,
    verbs: Vec<String>,
    #[serde(default)]
    signs: Vec<String>,
}

impl Lexicon {
    /// Reads the words that ship with the program.
    pub fn shipped() -> Self {
        const SOUND: &str = "the shipped lexicon is sound, which a test checks";
        let markers = serde_json::from_str(RuleFile::Markers.compiled()).expect(SOUND);
        let roles = serde_json::from_str(RuleFile::Roles.compiled()).expect(SOUND);
        let furniture = serde_json::from_str(RuleFile::Furniture.compiled()).expect(SOUND);
        let tables = serde_json::from_str(RuleFile::Tables.compiled()).expect(SOUND);
        Self::assemble(markers, roles, furniture, tables)
    }

    /// Makes a lexicon of the tables of its files.
    pub(super) fn of_tables(tables: [toml::Table; 4]) -> Result<Self, toml::de::Error> {
        let [markers, roles, furniture, tables] = tables.map(toml::Value::Table);
        Ok(Self::assemble(
            markers.try_into()?,
            roles.try_into()?,
            furniture.try_into()?,
            tables.try_into()?,
        ))
    }

    fn assemble(
        markers: RawMarkers,
        roles: RawRoles,
        furniture: Furniture,
        tables: TableWords,
    ) -> Self {
        let RawRoles {
            aside,
            neutral,
            purpose,
            dialogue,
            remedy,
            done,
            pending,
            quoting,
            note,
            counted,
            order,
            article,
            nameless,
            ..
        } = roles;
        let RawRoles { task, result, limitation, cause, lesson, viewpoint, other, .. } = roles;
        let roles = [
            (Role::Task, task),
            (Role::Result, result),
            (Role::Limitation, limitation),
            (Role::Cause, cause),
            (Role::Lesson, lesson),
            (Role::Viewpoint, viewpoint),
            (Role::Other, other),
        ];
        let roles: Vec<RoleWords> = roles
            .into_iter()
            .map(|(role, raw)| RoleWords {
                role,
                words: raw.words,
                weak: raw.weak,
                weak_in_headings: raw.weak_in_headings,
                in_headings: raw.in_headings,
                verbs: raw.verbs,
                signs: raw.signs,
            })
            .collect();
        let others: [(&[String], Tells); 6] = [
            (&neutral.words, Tells::Nothing),
            (&aside.words, Tells::Aside),
            (&purpose.words, Tells::Purpose),
            (&remedy.words, Tells::Remedy),
            (&done.words, Tells::Done),
            (&pending.words, Tells::Pending),
        ];
        Lexicon {
            cues: Cues::new(&roles, others),
            markers: Markers {
                spoken: numbered(&markers.spoken.numbers),
                copula: markers.spoken.copula,
                ordinal_prefix: markers.ordinal.prefix,
                ordinals: numbered(&markers.ordinal.numbers),
                weekday_before: markers.ordinal.weekday_before,
                openers: longest_first(markers.opener.words, markers.english.openers),
                closers: longest_first(markers.closer.words, markers.english.closers),
                law: ranked(markers.law.ranks),
                named: longest_first(markers.named.words, Vec::new()),
                english: numbered(&markers.english.ordinals),
                english_tens: numbered(&markers.english.tens)
                    .into_iter()
                    .map(|(word, tens)| (word, 10 * tens))
                    .collect(),
                counting: Counting::new(markers.counting, markers.english.hundred),
                joiners: markers.joiner.words,
                letters: markers.letter.order.chars().collect(),
                letters_besides: markers.letter.besides.iter().filter_map(|s| besides(s)).collect(),
                bullets: markers.bullet.signs,
                begins: Vec::new(),
                inline: Vec::new(),
            }
            .with_beginnings(),
            roles,
            nameless: nameless.words,
            dialogue: dialogue.words,
            counted: counted.words,
            articles: article.words,
            orders: order.words,
            notes: note.words,
            quoting,
            furniture: furniture.complete(),
            tables,
            weights: FactWeights::shipped(),
        }
    }
}

/// Takes a letter apart from those that it may follow.
fn besides(letters: &str) -> Option<(char, Vec<char>)> {
    let mut letters = letters.chars();
    Some((letters.next()?, letters.collect()))
}

fn longest_first(mut words: Vec<String>, more: Vec<String>) -> Vec<String> {
    words.extend(more);
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    words
}

/// Gives each word of a rank its place, the longest words first.
fn ranked(ranks: Vec<Vec<String>>) -> Vec<(String, u8)> {
    let each = |(rank, words): (u8, Vec<String>)| words.into_iter().map(move |word| (word, rank));
    let mut out: Vec<(String, u8)> = (0..).zip(ranks).flat_map(each).collect();
    out.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    out
}

/// Gives each variant of each number word its value, the longest words first.
fn numbered(words: &[String]) -> Vec<(String, u32)> {
    let mut out: Vec<(String, u32)> = (1..)
        .zip(words)
        .flat_map(|(value, variants)| variants.split('|').map(move |word| (word.to_owned(), value)))
        .filter(|(word, _)| !word.is_empty())
        .collect();
    out.sort_by_key(|(word, _)| std::cmp::Reverse(word.len()));
    out
}
