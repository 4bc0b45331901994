//! A paragraph as words: what each may be, what stands between them, which offices are named.

use super::cues::{
    ANNOUNCING, ASIDE, COMPOUND, Cue, CueTable, JOIN, MUST, NAME, PAST, PLACE, QUALIFIER, REPORT,
    SHORTENED, TAIL, VERB, WILL, WITH,
};
use super::vocabulary::RegisterVocabulary;
use crate::speech::parse::lexicon::offices::{
    ASSIGNS, COMPLETE, DETERMINER, FURTHER, HEAD, OfficeWord, PERSON, Senses,
};
use crate::speech::parse::office::OfficeReader;
use crate::text::{TextPos, TextRange};
use std::cell::Cell;
use std::ops::Range;

/// How many bytes what stands in brackets behind a name may have.
const BRACKET: usize = 240;

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
                alone
                    && vocabulary
                        .cues
                        .at(&reader.words[before..])
                        .any(|(_, cue)| cue & SHORTENED != 0)
            });
            gaps.push(gap(is_short, &line[end..word.range.start]));
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

    /// Tells whether its last sign ends a sentence or a clause, as no heading does.
    pub fn ends_sentence(&self) -> bool {
        let text = self.text.trim_end();
        let is_bold = text.ends_with("**");
        !is_bold && text.trim_end_matches(['*', '_', '”', '"']).ends_with(['.', ';', '!'])
    }

    /// Tells whether it announces what follows, with a colon or with its last words.
    pub fn introduces(&self) -> bool {
        self.announces()
            || (2..=5).any(|back| {
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

    /// Returns the place behind a phrase that ends right before a word.
    pub fn is_behind(&self, at: usize, wanted: Cue) -> bool {
        (1..=3).any(|back| {
            at.checked_sub(back).is_some_and(|from| self.cue(from, wanted) == Some(back))
        })
    }

    pub fn is(&self, at: usize, word: &str) -> bool {
        self.reader
            .words
            .get(at)
            .is_some_and(|own| self.word(own.range.clone()).eq_ignore_case(word))
    }

    /// Returns the place behind the offices or persons that are named from a word on, all of a list.
    pub fn offices(&self, at: usize) -> Option<usize> {
        let known = self.offices.get(at)?;
        let end = known.get().map(|end| end as usize).unwrap_or_else(|| {
            let end = self.read_offices(at).unwrap_or(at);
            known.set(u32::try_from(end).ok());
            end
        });
        (end > at).then_some(end)
    }

    fn read_offices(&self, at: usize) -> Option<usize> {
        let mut end = self.office(at)?;
        // A sentence that begins with those who are told may part them by semicolons.
        let opens = at == 0 || self.gap(at) == Gap::Stop;
        loop {
            let joined = self.joint(end);
            let next = end + joined.unwrap_or(0);
            let may = self.gap(end) == Gap::Comma
                || opens && self.gap(end) == Gap::Semicolon
                || joined.is_some() && self.gap(end) == Gap::Blank;
            let orders = self.tells(next) && self.cue(next + 2, QUALIFIER).is_none();
            match self.office(next).filter(|_| may && !orders) {
                Some(further) => end = further,
                None => return Some(end),
            }
        }
    }

    /// Returns how many words join an office to the one before it: "và", "đặc biệt là".
    fn joint(&self, at: usize) -> Option<usize> {
        let and = ["và", "cùng", "and"].iter().any(|word| self.is(at, word));
        and.then_some(1).or_else(|| self.cue(at, JOIN))
    }

    /// Returns the place behind the office, person or place that is named from a word on.
    fn office(&self, at: usize) -> Option<usize> {
        self.reader.words.get(at)?;
        if self.cue(at, COMPOUND).is_some() {
            return None;
        }
        let known = self.cue(at, NAME).map(|count| self.proper_name(at + count));
        let read = self.reader.office(at).map(|found| found.end);
        if let Some(found) = known.max(read).max(self.place(at)) {
            let stop = (at + 1..found).find(|inside| {
                self.gap(*inside) == Gap::Stop || self.between(*inside).contains(')')
            });
            let end = self.without_tail(at, stop.unwrap_or(found));
            return (end > at).then(|| self.with_qualifiers(self.named_after_colon(end)));
        }
        None
    }

    /// Returns the place behind a place that is named from a word on: "tỉnh Lâm Đồng".
    fn place(&self, at: usize) -> Option<usize> {
        let from = at + self.cue(at, PLACE)?;
        let name = (from..self.len()).take_while(|next| {
            self.is_capital(*next)
                && self.gap(*next) == Gap::Blank
                && !self.between(*next).contains('(')
        });
        name.last().map(|last| last + 1)
    }

    /// Returns where a name ends that goes on with "có liên quan", or with "từ Hà Tĩnh đến Lâm Đồng".
    fn with_qualifiers(&self, at: usize) -> usize {
        let mut end = at;
        while self.gap(end) == Gap::Blank
            && let Some(count) = self.cue(end, QUALIFIER)
        {
            end += count;
        }
        let of = self.gap(end) == Gap::Blank && (self.is(end, "của") || self.is(end, "thuộc"));
        if of && let Some(whole) = self.office(end + 1) {
            end = whole;
        }
        if self.gap(end) == Gap::Blank && self.is(end, "từ") && self.is_capital(end + 1) {
            let until =
                (end + 2..end + 7).find(|at| self.is(*at, "đến") && self.is_capital(at + 1));
            if let Some(until) = until {
                end = until + 1;
                while self.is_capital(end) && self.gap(end) == Gap::Blank {
                    end += 1;
                }
            }
        }
        end
    }

    /// Returns where the proper name ends that a name goes on with: "Đài" "Truyền hình Việt Nam".
    fn proper_name(&self, at: usize) -> usize {
        let ends = MUST | VERB | PAST | ASIDE | WITH | TAIL | QUALIFIER | REPORT;
        let mut end = at;
        while self.gap(end) == Gap::Blank {
            let second = end > at && self.is_capital(end - 1) && self.cue(end, ends).is_none();
            if !self.is_capital(end) && !second {
                break;
            }
            end += 1;
        }
        end.min(self.len())
    }

    /// Returns where the names end that stand behind a colon: "các Bộ: Xây dựng, Công Thương".
    fn named_after_colon(&self, at: usize) -> usize {
        if self.gap(at) != Gap::Colon
            || !self.is_capital(at)
            || self.sense(at - 1, HEAD).is_none() && !self.is_behind(at, PLACE)
        {
            return at;
        }
        let mut end = at;
        while end < self.len() {
            let follows = end == at || self.gap(end) <= Gap::Comma;
            let second = end > at
                && self.gap(end) == Gap::Blank
                && self.is_capital(end - 1)
                && self.cue(end, MUST | VERB | PAST | ASIDE).is_none();
            let joins = self.is(end, "và")
                && self.is_capital(end + 1)
                && self.sense(end + 1, DETERMINER).is_none();
            if !(follows && self.is_capital(end) || second || joins) {
                break;
            }
            end += 1;
        }
        // "Đối với cấp tỉnh: Ngoài …" names no more.
        let several = (at + 1..end).any(|at| self.gap(at) == Gap::Comma || self.is(at, "và"));
        if several { end } else { at }
    }

    /// Returns where a phrase begins that a name has swallowed the first words of.
    fn overhang(&self, least: usize, end: usize) -> Option<usize> {
        // "Cơ quan, tổ chức" ends in no order.
        let named = |count: usize| {
            end.checked_sub(count).is_some_and(|from| self.cue(from, NAME) == Some(count))
        };
        if (3..=5).any(named) {
            return None;
        }
        // "Sở Tài chính tham mưu UBND tỉnh": an order with another office behind it.
        let order = |at: &usize| {
            let count = self.cue(*at, VERB).filter(|_| !self.is_capital(*at)).unwrap_or(0);
            let next = at + count;
            count > 1
                && next < end
                && self.is_capital(next)
                && self.sense(next, HEAD | COMPLETE).is_some()
        };
        if let Some(cut) = (least..end).find(order) {
            return Some(cut);
        }
        (least..end).rev().take(3).find(|at| {
            if self.cue(*at, COMPOUND | PLACE).is_some_and(|count| at + count > end) {
                return true;
            }
            let order = self.cue(*at, MUST | VERB | WITH | REPORT | PAST | ASIDE).unwrap_or(0);
            !self.is_capital(*at) && order > 1 && at + order >= end && !self.is(end, "cho")
        })
    }

    /// Takes words off the end of a name that belong to what stands behind it: the first words of an order, "trước", "các".
    fn without_tail(&self, start: usize, found: usize) -> usize {
        let which = self.sense(start, DETERMINER).unwrap_or(0);
        let head = self.sense(start + which, HEAD | COMPLETE | PERSON).unwrap_or(1);
        let least = start + (which + head).max(self.cue(start, NAME).unwrap_or(0));
        let mut end = found;
        loop {
            // "Ngân hàng" ends in no such word.
            let whole = end >= 2
                && self.sense(end - 2, HEAD | COMPLETE | FURTHER).is_some_and(|count| count > 1);
            if let Some(cut) = self.overhang(least, end) {
                end = cut;
            } else if end > least && self.cue(end - 1, TAIL) == Some(1) && !whole {
                end -= 1;
            } else {
                return end;
            }
        }
    }

    /// Tells whether somebody is told to do something at a word.
    pub fn tells(&self, at: usize) -> bool {
        at < self.len()
            && (self.cue(at, MUST | VERB).is_some() || self.sense(at, ASSIGNS).is_some())
            && self.cue(at, PAST).is_none_or(|past| {
                self.cue(at, MUST | VERB | WILL).is_some_and(|count| count > past)
            })
    }

    /// Tells whether those who are named are named as such: with a capital, with a word such as "các", or with more than a word or two.
    pub fn is_addressed(&self, office: Range<usize>) -> bool {
        self.is_capital(office.start)
            || self.sense(office.start, DETERMINER | PERSON).is_some()
            || office.len() > 2
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

    /// Adds what stands in brackets right behind: "Nhà đầu tư (Tập đoàn Đèo Cả)".
    fn with_bracket(&self, range: TextRange) -> TextRange {
        let behind = &self.text[range.end.get() - self.start..];
        let open = behind.trim_start().starts_with('(');
        let close = behind.find(')').filter(|close| open && *close < BRACKET);
        match close {
            Some(close) => TextRange { end: TextPos::new(range.end.get() + close + 1), ..range },
            None => range,
        }
    }

    /// Returns the first word that does not begin before a position.
    pub fn word_at(&self, pos: TextPos) -> usize {
        self.reader.words.partition_point(|word| self.start + word.range.start < pos.get())
    }

    /// Cuts a list of offices into those that have a noun of their own: behind a comma or "và" one begins with a capital or with a word such
    /// as "các".
    pub fn each_office(&self, list: Range<usize>) -> Vec<TextRange> {
        let mut out = Vec::new();
        let mut from = list.start;
        for at in list.start + 1..list.end {
            let joint = self.joint(at);
            let next = at + joint.unwrap_or(0);
            let parts = joint.is_some() || self.gap(at) >= Gap::Comma;
            if next >= list.end || !parts || next < from {
                continue;
            }
            // "Bộ trưởng các Bộ: Quốc phòng, Công an" are one list of names.
            let in_names = (from + 1..at).any(|at| self.gap(at) == Gap::Colon);
            let begins = self.sense(next, DETERMINER).is_some()
                || joint.is_some_and(|count| count > 1)
                || self.gap(at) == Gap::Semicolon
                || !in_names
                    && (joint.is_some() && self.sense(next, PERSON).is_some()
                        || self
                            .cue(next, PLACE)
                            .is_some_and(|count| self.is_capital(next + count))
                        || self.is_capital(next)
                            && (self.sense(next, HEAD | PERSON).is_some()
                                || self.cue(next, PLACE | NAME).is_some()));
            if begins && at > from {
                out.push(self.with_bracket(self.range(from..at)));
                from = next;
            }
        }
        if from < list.end {
            out.push(self.with_bracket(self.range(from..list.end)));
        }
        out
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

/// Tells what stands between two words; what is in brackets does not count.
fn gap(is_short: bool, between: &str) -> Gap {
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
                if ends && !is_short { Gap::Stop } else { Gap::Blank }
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
