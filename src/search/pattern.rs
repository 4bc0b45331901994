//! Words in a row: what was typed → what of a folded text they match.
//!
//! A syllable matches a whole syllable. Between words that were typed apart, any blanks and signs
//! may stand; what was typed without a blank between must stand without one, but for dashes.
//! Knows folded text; whether marks and capitals are right is looked up in the original text by
//! those who have it (`page`).

use super::mode::Mode;
use super::reading::{SyllableReading, Tail, readings};
use crate::text::fold::fold_char;

/// Words in a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pattern {
    pub(super) atoms: Vec<Atom>,
    pub(super) tail: Tail,
}

/// A syllable or sign, and how it follows what comes before it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Atom {
    pub joint: Joint,
    pub kind: AtomKind,
}

/// How something follows what comes before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// At once.
    Glued,
    /// After any blanks and signs.
    Apart,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AtomKind {
    /// A syllable, in all that it may mean.
    Syllable(Vec<SyllableReading>),
    /// A sign, folded.
    Sign(char),
}

impl Pattern {
    /// Makes a pattern of words, in NFC.
    pub fn new(words: &str, mode: Mode, tail: Tail) -> Self {
        Pattern::made(words, tail, |syllable, tail| readings(syllable, mode, tail))
    }

    /// Makes a pattern of words that nobody typed: they mean what they say.
    pub(super) fn literal(words: &str, mode: Mode) -> Self {
        Pattern::made(words, Tail::Whole, |syllable, _| {
            readings(syllable, mode, Tail::Whole).into_iter().take(1).collect()
        })
    }

    fn made(
        words: &str,
        tail: Tail,
        readings: impl Fn(&str, Tail) -> Vec<SyllableReading>,
    ) -> Self {
        let mut atoms = Vec::new();
        let mut joint = Joint::Apart;
        let mut rest = words;
        while let Some(c) = rest.chars().next() {
            let length = syllable_end(rest);
            if length > 0 {
                let (syllable, behind) = rest.split_at(length);
                let tail = if behind.is_empty() { tail } else { Tail::Whole };
                atoms.push(Atom { joint, kind: AtomKind::Syllable(readings(syllable, tail)) });
                (joint, rest) = (Joint::Glued, behind);
                continue;
            }
            rest = &rest[c.len_utf8()..];
            match fold_char(c) {
                None => {}
                Some(' ') => joint = Joint::Apart,
                Some('-') => {
                    atoms.push(Atom { joint: Joint::Apart, kind: AtomKind::Sign('-') });
                    joint = Joint::Apart;
                }
                Some(sign) => {
                    atoms.push(Atom { joint, kind: AtomKind::Sign(sign) });
                    joint = Joint::Glued;
                }
            }
        }
        Pattern { atoms, tail }
    }

    /// Makes one pattern of several, each apart from the one before.
    pub(super) fn joined<'p>(patterns: impl IntoIterator<Item = &'p Pattern>) -> Self {
        let mut all = Pattern::default();
        for pattern in patterns {
            all.tail = pattern.tail;
            all.atoms.extend(pattern.atoms.iter().cloned());
        }
        all
    }

    /// Tells whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.atoms.is_empty()
    }

    /// Tells whether it is made of signs alone.
    pub fn is_signs(&self) -> bool {
        self.syllables().next().is_none()
    }

    /// Tells whether the last syllable may be the beginning of one.
    pub fn tail(&self) -> Tail {
        self.tail
    }

    /// Gives the syllables in order, each in all that it may mean; signs are left out.
    pub fn syllables(&self) -> impl Iterator<Item = &[SyllableReading]> {
        self.atoms.iter().filter_map(|atom| match &atom.kind {
            AtomKind::Syllable(readings) => Some(readings.as_slice()),
            AtomKind::Sign(_) => None,
        })
    }

    /// Tells how much looking for it narrows a search: the length of its longest syllable.
    pub(super) fn weight(&self) -> usize {
        self.syllables()
            .filter_map(|all| all.first())
            .map(|own| own.written().len())
            .max()
            .unwrap_or(0)
    }

    /// Tells whether a syllable may mean more than its own letters.
    pub fn has_keys(&self) -> bool {
        self.syllables().any(|readings| readings.iter().any(|reading| reading.how().is_typed()))
    }
}

/// Gives the length of the syllable that a text begins with, its combining marks included.
fn syllable_end(text: &str) -> usize {
    let mut end = 0;
    let mut before = None;
    for (at, c) in text.char_indices() {
        let is_mark = fold_char(c).is_none();
        if is_mark && end > 0 {
            end = at + c.len_utf8();
            continue;
        }
        if !c.is_alphanumeric() || before.is_some_and(|before| !joins(before, c)) {
            break;
        }
        (before, end) = (Some(c), at + c.len_utf8());
    }
    end
}

/// Tells whether two characters are of one word. Chữ Nôm and other ideographs stand alone.
pub(super) fn joins(a: char, b: char) -> bool {
    let alone = |c: char| matches!(c, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}');
    a.is_alphanumeric() && b.is_alphanumeric() && !alone(a) && !alone(b)
}
