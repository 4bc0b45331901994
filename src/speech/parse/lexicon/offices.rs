//! The words by which offices and persons are known where nothing else is said of them: the table
//! `office` of `data/lexicon/roles.toml`, and the tables of offices that other readers go by.

use super::furniture::FurnitureWords;
use crate::speech::parse::key;
use crate::speech::parse::phrase_table::{Keyed, PhraseTable};
use crate::text::fold::fold_into;
use crate::text::next_word;
use crate::text::spelling::spell_into;
use serde::Deserialize;
use std::ops::Range;

/// What a phrase can be in the naming of an office, a bit each.
pub(crate) type Senses = u16;

/// An office, or the first word of one.
pub(crate) const HEAD: Senses = 1;
/// An office with no other word.
pub(crate) const COMPLETE: Senses = 1 << 1;
/// Those who are spoken of as often as spoken to.
pub(crate) const GROUP: Senses = 1 << 2;
/// Which of several is meant.
pub(crate) const DETERMINER: Senses = 1 << 3;
/// What stands before one who is told to do something.
pub(crate) const GIVER: Senses = 1 << 4;
/// What stands before one who is spoken to, or of.
pub(crate) const SIDE: Senses = 1 << 5;
/// What tells somebody to do something without saying what.
pub(crate) const ASSIGNS: Senses = 1 << 6;
/// What may stand behind that.
pub(crate) const OBJECT: Senses = 1 << 7;
/// What partners stand behind.
pub(crate) const PARTNERS: Senses = 1 << 8;
/// What the name of an office goes on with in small letters.
pub(crate) const FURTHER: Senses = 1 << 9;
/// What stands before the head of an English office.
pub(crate) const MODIFIER: Senses = 1 << 10;
/// What begins as an office does and is none.
pub(crate) const NONE: Senses = 1 << 11;
/// A word of address before a name.
pub(crate) const PERSON: Senses = 1 << 12;
/// A family name.
pub(crate) const SURNAME: Senses = 1 << 13;
/// What begins an order.
pub(crate) const VERB: Senses = 1 << 14;

/// The table `office`, as it is written.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct OfficeWords {
    heads: Vec<String>,
    complete: Vec<String>,
    groups: Vec<String>,
    determiners: Vec<String>,
    givers: Vec<String>,
    sides: Vec<String>,
    assigns: Vec<String>,
    objects: Vec<String>,
    partners: Vec<String>,
    further: Vec<String>,
    modifiers: Vec<String>,
    none: Vec<String>,
    /// Who acts, among the signs of roles.
    #[serde(skip)]
    pub(super) actors: Vec<String>,
    /// What orders begin with.
    #[serde(skip)]
    pub(super) verbs: Vec<String>,
}

/// Whether a text has the marks of its letters.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum MarkPresence {
    /// "Bộ Tài chính".
    #[default]
    Written,
    /// "Bo Tai chinh".
    Missing,
}

impl MarkPresence {
    /// Returns the key of a word, however it is written.
    fn key(self, word: &str) -> u64 {
        self.key_with(word, &mut String::new())
    }

    /// Does the same with a buffer that is used again.
    fn key_with(self, word: &str, buffer: &mut String) -> u64 {
        buffer.clear();
        match self {
            MarkPresence::Written => spell_into(word, buffer),
            MarkPresence::Missing => fold_into(word, buffer),
        }
        key::of_word(buffer.as_bytes())
    }
}

/// The phrases.
#[derive(Clone, Debug)]
pub(crate) struct Offices {
    pub marks: MarkPresence,
    phrases: PhraseTable<Senses>,
}

/// A word of a line.
#[derive(Clone, Debug)]
pub(crate) struct OfficeWord {
    /// Where it stands, in bytes of the line.
    pub range: Range<usize>,
    /// Whether it begins with a capital, or is a number.
    pub is_capital: bool,
    key: u64,
}

impl Keyed for OfficeWord {
    fn key(&self) -> u64 {
        self.key
    }
}

impl Offices {
    /// Puts the words of all tables together.
    pub(super) fn new(
        words: &OfficeWords,
        furniture: &FurnitureWords,
        marks: MarkPresence,
    ) -> Self {
        let speaker = &furniture.speaker;
        let tables = [
            (own(&words.heads), HEAD | FURTHER),
            (own(&words.actors), HEAD | FURTHER),
            (theirs(&speaker.orgs), HEAD | FURTHER),
            (theirs(&speaker.offices), HEAD | COMPLETE | FURTHER),
            (theirs(&speaker.units), FURTHER),
            (theirs(&speaker.areas), FURTHER),
            (theirs(&speaker.agencies), FURTHER),
            (theirs(&speaker.ranks), PERSON | FURTHER),
            (theirs(&speaker.honorifics), PERSON),
            (theirs(&speaker.surnames), SURNAME),
            (theirs(&furniture.title.no_issuers), NONE),
            (own(&words.complete), HEAD | COMPLETE | FURTHER),
            (own(&words.groups), HEAD | GROUP | FURTHER),
            (own(&words.determiners), DETERMINER),
            (own(&words.givers), GIVER),
            (own(&words.sides), SIDE),
            (own(&words.assigns), ASSIGNS),
            (own(&words.objects), OBJECT),
            (own(&words.partners), PARTNERS),
            (own(&words.further), FURTHER),
            (own(&words.modifiers), MODIFIER),
            (own(&words.none), NONE),
            (own(&words.verbs), VERB),
        ];
        let phrases = tables.into_iter().flat_map(|(phrases, senses)| {
            phrases.into_iter().map(move |phrase| (cut(phrase, marks).map(|word| word.key), senses))
        });
        Offices { marks, phrases: PhraseTable::new(phrases) }
    }

    /// Cuts a line into words.
    pub fn words<'t>(&self, line: &'t str) -> impl Iterator<Item = OfficeWord> + use<'t> {
        cut(line, self.marks)
    }

    /// Tells whether one of the phrases may begin a line, of which what stands in brackets does not count.
    pub fn may_begin(&self, line: &str) -> bool {
        let first = self.words(line).next();
        first.is_some_and(|first| {
            line[..first.range.start].contains('(') || self.phrases.begins(&first)
        })
    }

    /// Tells whether a word is this one.
    pub fn is(&self, own: &OfficeWord, word: &str) -> bool {
        own.key == self.marks.key(word)
    }

    /// Returns how many words the longest phrase has that begins with the first word and has one of the
    /// senses wanted, and its senses.
    pub fn at(&self, words: &[OfficeWord], wanted: Senses) -> Option<(usize, Senses)> {
        let found = self.phrases.at(words).filter(|(_, senses)| senses & wanted != 0);
        let (longest, _) = found.max_by_key(|(count, _)| *count)?;
        let same = self.phrases.at(words).filter(|(count, _)| *count == longest);
        Some((longest, same.fold(0, |all, (_, senses)| all | senses)))
    }
}

fn own(list: &[String]) -> Vec<&str> {
    list.iter().map(String::as_str).collect()
}

fn theirs(list: &super::Phrases) -> Vec<&str> {
    list.iter().collect()
}

/// Cuts a line into words.
fn cut(line: &str, marks: MarkPresence) -> impl Iterator<Item = OfficeWord> {
    let mut from = 0;
    let mut buffer = String::new();
    std::iter::from_fn(move || {
        let Range { start, end } = next_word(line, from)?;
        from = end;
        let word = &line[start..end];
        let is_capital = word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
        let key = marks.key_with(word, &mut buffer);
        Some(OfficeWord { range: start..end, is_capital, key })
    })
}
