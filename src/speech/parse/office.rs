//! Offices and persons that a line names and says nothing else of: "Bộ Tài chính:", "Giao Sở Y tế:", "Phòng Nội
//! vụ có trách nhiệm:".
//!
//! A line is read word for word, and every word must be known: what stands before one who is told to do something, the
//! office with its name, and what tells somebody to do something without saying what. A line with any other word says more
//! than whose the work is. What the words are is in the table `office` of `data/lexicon/roles.toml`.

use super::lexicon::Lexicon;
use super::lexicon::offices::{
    ASSIGNS, COMPLETE, DETERMINER, FURTHER, GIVER, GROUP, HEAD, MODIFIER, MarkPresence, NONE,
    OBJECT, OfficeWord, Offices, PARTNERS, PERSON, SIDE, SURNAME, VERB,
};
use std::ops::Range;

/// How many words of a line are read, and how many tell whether it begins with an office.
const MOST: usize = 120;
const FEW: usize = 12;
/// How many words the name of a person has that stands without a word of address.
const NAME: std::ops::RangeInclusive<usize> = 3..=5;

/// What a line says of whose work it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Naming {
    /// It names an office or a person (these bytes of it), and nothing else.
    Office(Range<usize>),
    /// It begins with an office (these bytes of it, where it is sure how far the name goes), and says what that does.
    Order(Option<Range<usize>>),
    /// It begins otherwise.
    Other,
}

/// Reads what a line says of whose work it is.
pub(super) fn naming(line: &str, lexicon: &Lexicon) -> Naming {
    let line = line.trim_end();
    let offices = lexicon.offices();
    let read = |most: usize| OfficeReader::new(line, offices, most);
    // Most lines begin with something else, which few words tell.
    if !offices.may_begin(line) || read(FEW).naming() == Naming::Other {
        return Naming::Other;
    }
    let reader = read(MOST);
    match reader.naming() {
        Naming::Office(_) if line.ends_with(['?', '!']) => Naming::Other,
        Naming::Office(office) if reader.words.len() == MOST => Naming::Order(Some(office)),
        naming => naming,
    }
}

/// What stands before a word.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WordGap {
    /// Nothing that parts sentences.
    Open,
    /// A full stop, a colon or the like.
    Stop,
}

/// How the words of a line are written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Writing {
    /// In Vietnamese: a name begins with a capital, and its second syllable may be small.
    Vietnamese,
    /// In capitals, which tell nothing of names.
    Loud,
    /// In English: a name stands behind "of" and its like.
    English,
}

pub(crate) struct OfficeReader<'a> {
    line: &'a str,
    offices: &'a Offices,
    pub words: Vec<OfficeWord>,
    writing: Writing,
}

/// An office that was read.
#[derive(Clone, Copy)]
pub(crate) struct FoundOffice {
    /// The place behind its last word.
    pub end: usize,
    /// Whether it is named by one word that needs others, or of which others are spoken of as well.
    force: OfficeForce,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum OfficeForce {
    /// It stands for itself.
    Full,
    /// It needs what tells it to do something, or a word before it.
    Bare,
    /// It needs what tells it to do something.
    Weak,
}

/// How many words of offices in a row are read as one: what is longer is read in pieces, so that the work does not grow with the square
/// of the length.
const LONGEST_LIST: usize = 120;

impl<'a> OfficeReader<'a> {
    /// Reads at most so many words of a line; those in brackets do not count.
    pub fn new(line: &'a str, offices: &'a Offices, most: usize) -> Self {
        let brackets = brackets(line);
        let outside = |word: &OfficeWord| {
            let next = brackets.partition_point(|part| part.end <= word.range.start);
            !brackets.get(next).is_some_and(|part| part.contains(&word.range.start))
        };
        let words: Vec<OfficeWord> = offices.words(line).filter(outside).take(most).collect();
        let writing = match line.contains(char::is_lowercase) {
            false => Writing::Loud,
            true if offices.marks == MarkPresence::Written && line.is_ascii() => Writing::English,
            true => Writing::Vietnamese,
        };
        OfficeReader { line, offices, words, writing }
    }

    fn naming(&self) -> Naming {
        let (mut at, mut giver, mut side) = (0, None, false);
        while let Some((count, senses)) = self.at(at, GIVER | SIDE) {
            if self.at(at, NONE).is_some_and(|(none, _)| none >= count) {
                return Naming::Other;
            }
            match senses & GIVER {
                0 => side = true,
                _ => giver = Some(at + count - 1),
            }
            at += count;
        }
        let mut start = at;
        let Some(mut found) = self.office(start) else { return Naming::Other };
        // "Thường trực HĐND tỉnh đề nghị UBND tỉnh:" names those who are asked.
        if let Some((count, _)) = self.at(found.end, GIVER)
            && let Some(asked) = self.office(found.end + count)
        {
            (start, found) = (found.end + count, asked);
            giver = Some(start - 1);
        }
        let topic = giver.is_some_and(|last| self.is(last, "của") || self.is(last, "of"))
            && ["trong", "về", "khi", "in"].iter().any(|word| self.is(found.end, word));
        let told = giver.is_some() || found.end < self.words.len();
        let office = self.words[start].range.start..self.words[found.end - 1].range.end;
        if !topic && !self.tells_to_do(found.end) {
            let sure = found.force == OfficeForce::Full && self.ends_name(found.end);
            return Naming::Order(sure.then_some(office));
        }
        let stands = match found.force {
            OfficeForce::Full => true,
            OfficeForce::Bare => told || side,
            OfficeForce::Weak => told,
        };
        if stands { Naming::Office(office) } else { Naming::Other }
    }

    /// Returns how many words the longest phrase has that stands at a word and may be what is wanted.
    pub fn at(&self, at: usize, wanted: u16) -> Option<(usize, u16)> {
        self.offices.at(self.words.get(at..)?, wanted)
    }

    /// Tells whether a word is this one, with its marks or, in a text that has none, without.
    fn is(&self, at: usize, word: &str) -> bool {
        self.words.get(at).is_some_and(|own| self.offices.is(own, word))
    }

    fn gap(&self, at: usize) -> WordGap {
        let Some(before) = at.checked_sub(1).and_then(|at| self.words.get(at)) else {
            return WordGap::Open;
        };
        let Some(word) = self.words.get(at) else { return WordGap::Open };
        let between = &self.line[before.range.end..word.range.start];
        // "TP. Hà Lâm".
        let is_short = before.is_capital && before.range.len() <= 2;
        match between.contains([':', '?', '!']) || between.contains('.') && !is_short {
            true => WordGap::Stop,
            false => WordGap::Open,
        }
    }

    /// Reads offices in a row that begin at a word.
    pub fn office(&self, start: usize) -> Option<FoundOffice> {
        let mut at = start;
        while let Some((count, _)) = self.at(at, DETERMINER) {
            at += count;
        }
        while let Some((count, _)) = self.at(at, MODIFIER).filter(|_| self.is_english()) {
            at += count;
        }
        let determined = at > start;
        let head = self.at(at, HEAD);
        let length = head.map_or(0, |(count, _)| count);
        if self.at(at, NONE).is_some_and(|(count, _)| count >= length) {
            return None;
        }
        let person = self.at(at, PERSON).filter(|(count, _)| *count >= length);
        let (end, senses) = match (person, head) {
            (Some((count, _)), _) if self.is_named(at + count) => (at + count, COMPLETE),
            (Some((count, _)), Some(_)) if determined => (at + count, HEAD | GROUP),
            (Some(_), _) => return None,
            (None, Some((count, senses))) => (at + count, senses),
            (None, None) => (at + self.bare_name(at)?, COMPLETE),
        };
        let kind = if person.is_some() { NamedKind::Person } else { NamedKind::Office };
        let further = self.further(end, kind);
        let is_name = |word: &OfficeWord| word.is_capital && self.writing != Writing::Loud;
        let force = match senses & (COMPLETE | GROUP) {
            COMPLETE if kind == NamedKind::Person && further == end => return None,
            group if group & GROUP != 0 && !self.words[end..further].iter().any(is_name) => {
                OfficeForce::Weak
            }
            0 if further == end && !determined => OfficeForce::Bare,
            _ => OfficeForce::Full,
        };
        Some(FoundOffice { end: further, force })
    }

    fn is_english(&self) -> bool {
        self.writing == Writing::English
    }

    /// Tells whether a name or an office stands at a word, behind a word of address.
    fn is_named(&self, at: usize) -> bool {
        let Some(word) = self.words.get(at) else { return false };
        match self.writing {
            Writing::Loud => self.at(at, SURNAME | HEAD).is_some(),
            _ => {
                word.is_capital || self.at(at, HEAD).is_some_and(|(_, senses)| senses & GROUP == 0)
            }
        }
    }

    /// Returns how many words the name of a person has that begins at a word.
    fn bare_name(&self, at: usize) -> Option<usize> {
        self.at(at, SURNAME).filter(|_| self.writing == Writing::Vietnamese)?;
        let name = self.words[at..].iter().enumerate();
        let name = name.take_while(|(place, word)| {
            word.is_capital && (*place == 0 || self.is_next(at + place))
        });
        Some(name.count()).filter(|count| NAME.contains(count))
    }

    /// Tells whether only blanks stand before a word.
    fn is_next(&self, at: usize) -> bool {
        let between = &self.line[self.words[at - 1].range.end..self.words[at].range.start];
        between.chars().all(char::is_whitespace)
    }

    /// Returns where the name goes on to that goes on at a word.
    fn further(&self, from: usize, kind: NamedKind) -> usize {
        const KNOWN: u16 = FURTHER | HEAD | DETERMINER | PERSON | ASSIGNS | PARTNERS;
        let mut at = from;
        let mut before =
            if kind == NamedKind::Person { PrecedingWord::Name } else { PrecedingWord::Word };
        while let Some(word) = self.words.get(at).filter(|_| at < from + LONGEST_LIST) {
            let known = self.at(at, KNOWN);
            let of_name =
                known.filter(|(_, senses)| senses & (FURTHER | HEAD | DETERMINER | PERSON) != 0);
            let stops = self.gap(at) == WordGap::Stop;
            if stops && (of_name.is_none() || self.at(at, VERB).is_some()) {
                break;
            }
            if let Some((count, _)) = of_name.filter(|(count, _)| *count > 1 || !word.is_capital) {
                (at, before) = (at + count, PrecedingWord::Word);
            } else if word.is_capital && self.may_be_capital(at, before) {
                let is_second = before == PrecedingWord::Name
                    || before == PrecedingWord::Capital && kind == NamedKind::Person;
                (at, before) =
                    (at + 1, if is_second { PrecedingWord::Name } else { PrecedingWord::Capital });
            } else if let Some((count, _)) = of_name {
                (at, before) = (at + count, PrecedingWord::Word);
            } else if before == PrecedingWord::Capital
                && !self.is_english()
                && known.is_none()
                && self.at(at, VERB | OBJECT).is_none()
            {
                (at, before) = (at + 1, PrecedingWord::Word);
            } else {
                break;
            }
        }
        at
    }

    /// Tells whether a word with a capital goes on a name.
    fn may_be_capital(&self, at: usize, before: PrecedingWord) -> bool {
        match self.writing {
            Writing::Loud => false,
            Writing::Vietnamese => true,
            // "Ministry of Finance", not "City Planning".
            Writing::English => {
                before != PrecedingWord::Word
                    || at > 0
                        && ["of", "for", "and", "the", "in", "mr", "mrs", "ms", "dr"]
                            .iter()
                            .any(|word| self.is(at - 1, word))
            }
        }
    }

    /// Tells whether the name of an office surely ends before a word: that begins an order, or stands behind a colon and is no name.
    fn ends_name(&self, at: usize) -> bool {
        let between = &self.line[self.words[at - 1].range.end..self.words[at].range.start];
        let word = &self.words[at];
        match between.trim() {
            "" => self.at(at, VERB | ASSIGNS | PARTNERS).is_some() && !self.is(at - 1, "và"),
            ":" => !word.is_capital,
            _ => false,
        }
    }

    /// Tells whether the rest of a line tells somebody to do something and does not say what.
    fn tells_to_do(&self, from: usize) -> bool {
        let mut at = from;
        while at < self.words.len() {
            let wanted = if at == from { ASSIGNS | PARTNERS } else { ASSIGNS | PARTNERS | OBJECT };
            let Some((count, senses)) = self.at(at, wanted) else { return false };
            at += count;
            if senses & PARTNERS != 0 {
                match self.office(at) {
                    Some(found) => at = found.end,
                    None if senses & ASSIGNS != 0 => {}
                    None => return false,
                }
            }
        }
        true
    }
}

/// Whether a person is named or an office.
#[derive(Clone, Copy, PartialEq, Eq)]
enum NamedKind {
    Person,
    Office,
}

/// What stands before a word of a name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PrecedingWord {
    /// A word in small letters.
    Word,
    /// A word with a capital, behind which one in small letters may stand: "Tài chính".
    Capital,
    /// The name of a person, behind which none may.
    Name,
}

/// Finds what stands in brackets.
fn brackets(line: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut open = None;
    for (at, c) in line.char_indices() {
        match c {
            '(' => open = open.or(Some(at)),
            ')' => out.extend(open.take().map(|from| from..at + 1)),
            _ => {}
        }
    }
    out
}
