//! Which words in an old font are to be read by it, and which are Unicode already.
//!
//! Texts were converted or typed anew while their fonts stayed: ".VnTime" says nothing then. Of the
//! two readings of a word the one that is spelled as Vietnamese counts, then that of the words
//! around it, then that of the whole document, and in the end what the font says.

use super::{Legacy, common};
use crate::text::syllable::is_possible;
use std::collections::HashMap;
use std::ops::Range;
use unicode_normalization::UnicodeNormalization;

/// How words in an old font are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegacyReading {
    /// By the font.
    Old,
    /// As they are typed: they are Unicode.
    Typed,
    /// As most of the document's words in this font.
    Open,
}

/// Words in an old font that are to be read alike.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LegacyRange {
    /// Where they are, in bytes.
    pub range: Range<usize>,
    /// The font's encoding.
    pub legacy: Legacy,
    /// How to read them.
    pub reading: LegacyReading,
}

/// What the words of a document in old fonts were so far.
#[derive(Debug, Default)]
pub struct Tally {
    tcvn3: Sum,
    vni: Sum,
    known: HashMap<(Legacy, String), FontEvidence>,
}

/// How many words speak for the font, less those that speak against it, by how much they say.
#[derive(Clone, Copy, Debug, Default)]
struct Sum {
    /// Only one reading can be a syllable.
    sure: i32,
    /// Both can, and one is in use.
    likely: i32,
    /// Both are in use, one of them more.
    slight: i32,
}

/// What one word says: more than 0 for the font, less against it.
#[derive(Clone, Copy, Debug, Default)]
struct FontEvidence(Sum);

/// How many words are remembered with what they say.
const KNOWN: usize = 20_000;

impl Tally {
    /// Reads a paragraph, of which `fonts` are the stretches in old fonts, in order.
    pub fn read(&mut self, text: &str, fonts: &[(Range<usize>, Legacy)]) -> Vec<LegacyRange> {
        let fonts = joined(fonts);
        let words: Vec<(Range<usize>, usize, Sum)> = self.words(text, &fonts);
        let mut sums = vec![Sum::default(); fonts.len()];
        let mut around: [Sum; 2] = Default::default();
        for (_, font, sum) in &words {
            sums[*font].add(*sum);
            around[fonts[*font].1 as usize].add(*sum);
        }
        let mut out = Vec::new();
        let mut words = words.iter().peekable();
        for (index, (range, legacy)) in fonts.iter().enumerate() {
            let said = [sums[index].sure, sums[index].likely, around[*legacy as usize].sure];
            let all = said.into_iter().find(|said| *said != 0).map_or(LegacyReading::Open, reading);
            let mut add = |range: Range<usize>, reading| match out.last_mut() {
                Some(LegacyRange { range: last, reading: before, legacy: font })
                    if last.end == range.start && *before == reading && font == legacy =>
                {
                    last.end = range.end;
                }
                _ if range.is_empty() => {}
                _ => out.push(LegacyRange { range, legacy: *legacy, reading }),
            };
            let mut at = range.start;
            while let Some((word, _, sum)) = words.next_if(|(_, font, _)| *font == index) {
                let own = if sum.sure == 0 { all } else { reading(sum.sure) };
                add(at..word.start, all);
                add(word.clone(), own);
                at = word.end;
            }
            add(at..range.end, all);
        }
        let sums = [(Legacy::Tcvn3, around[0]), (Legacy::Vni, around[1])];
        for (legacy, sum) in sums {
            self.sum(legacy).add(sum);
        }
        out
    }

    /// Tells how words are to be read that a paragraph left open, when all of them were seen.
    pub fn settle(&self, words: &str, legacy: Legacy) -> LegacyReading {
        let all = match legacy {
            Legacy::Tcvn3 => self.tcvn3,
            Legacy::Vni => self.vni,
        };
        let mut own = Sum::default();
        for word in words.split(|c: char| !is_of_word(c)) {
            own.add(sign(word, &legacy.convert(word)).0);
        }
        let said = [all.sure, all.likely, own.slight];
        said.into_iter().find(|said| *said != 0).map_or(LegacyReading::Old, reading)
    }

    fn sum(&mut self, legacy: Legacy) -> &mut Sum {
        match legacy {
            Legacy::Tcvn3 => &mut self.tcvn3,
            Legacy::Vni => &mut self.vni,
        }
    }

    /// Finds the words that have letters beyond ASCII in an old font: the part of each that is in the
    /// font, the font's index, and what the word says.
    fn words(
        &mut self,
        text: &str,
        fonts: &[(Range<usize>, Legacy)],
    ) -> Vec<(Range<usize>, usize, Sum)> {
        let mut out = Vec::new();
        // Words over the ends of several fonts are of the first one.
        let mut from = 0;
        for (index, (range, legacy)) in fonts.iter().enumerate() {
            let mut at = range.start.max(from);
            while at < range.end {
                let Some(found) = text[at..range.end].find(is_of_word) else { break };
                let begin = at + found;
                let end =
                    begin + text[begin..].find(|c| !is_of_word(c)).unwrap_or(text.len() - begin);
                // A word may begin before the font does.
                let start = match begin == range.start {
                    true => text[from..begin].rfind(|c| !is_of_word(c)).map_or(from, |last| {
                        last + from + text[last + from..].chars().next().map_or(0, char::len_utf8)
                    }),
                    false => begin,
                };
                let part = begin..end.min(range.end);
                at = end.max(begin + 1);
                from = from.max(at);
                if text[part.clone()].is_ascii() {
                    continue;
                }
                let old = [
                    &text[start..begin],
                    &legacy.convert(&text[part.clone()]),
                    &text[part.end..end],
                ];
                let sum = self.sign_of(&text[start..end], &old.concat(), *legacy).0;
                out.push((part, index, sum));
            }
        }
        out
    }

    fn sign_of(&mut self, typed: &str, old: &str, legacy: Legacy) -> FontEvidence {
        let key = (legacy, typed.to_owned());
        if let Some(known) = self.known.get(&key) {
            return *known;
        }
        let found = sign(typed, old);
        if self.known.len() < KNOWN {
            self.known.insert(key, found);
        }
        found
    }
}

impl Sum {
    fn add(&mut self, other: Sum) {
        self.sure += other.sure;
        self.likely += other.likely;
        self.slight += other.slight;
    }
}

fn reading(said: i32) -> LegacyReading {
    if said > 0 { LegacyReading::Old } else { LegacyReading::Typed }
}

/// Puts stretches of one encoding together that follow each other.
fn joined(fonts: &[(Range<usize>, Legacy)]) -> Vec<(Range<usize>, Legacy)> {
    let mut out: Vec<(Range<usize>, Legacy)> = Vec::new();
    for (range, legacy) in fonts {
        match out.last_mut() {
            Some((last, font)) if last.end == range.start && font == legacy => last.end = range.end,
            _ => out.push((range.clone(), *legacy)),
        }
    }
    out
}

/// Tells whether a sign can be a letter in one of the readings: the fonts draw letters in the places
/// of signs as well.
fn is_of_word(c: char) -> bool {
    c.is_alphabetic() || ('\u{a1}'..='\u{ff}').contains(&c) || is_mark(c)
}

fn is_mark(c: char) -> bool {
    ('\u{300}'..='\u{323}').contains(&c)
}

/// Tells what a word says, of which both readings are given.
fn sign(typed: &str, old: &str) -> FontEvidence {
    let mut sum = Sum::default();
    let bare = |word: &str| -> String {
        let word = word.trim_matches(|c: char| !c.is_alphabetic() && !is_mark(c));
        word.chars().filter(|c| *c != '\u{ad}').nfc().collect::<String>().to_lowercase()
    };
    // The old fonts have no letters beyond these.
    let is_unicode = |c: char| c > '\u{ff}' && (c.is_alphabetic() || is_mark(c));
    if typed.contains(is_unicode) {
        sum.sure = -1;
        return FontEvidence(sum);
    }
    let parted = typed.contains('\u{ad}');
    let (typed, old) = (bare(typed), bare(old));
    if typed == old {
        return FontEvidence(sum);
    }
    match (is_possible(&old), is_possible(&typed)) {
        // No syllable is parted: a soft hyphen that makes one of it is a letter.
        (true, true) if parted => sum.sure = 1,
        (true, false) => sum.sure = 1,
        (false, true) => sum.sure = -1,
        (false, false) => {}
        (true, true) => match (common::use_of(&old), common::use_of(&typed)) {
            (Some(_), None) => sum.likely = 1,
            (None, Some(_)) => sum.likely = -1,
            (Some(old), Some(typed)) => sum.slight = old - typed,
            (None, None) => {}
        },
    }
    FontEvidence(sum)
}
