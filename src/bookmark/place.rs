//! From an anchor and a text to the place of the passage, or to an honest "not known".
//!
//! Speeches repeat whole sentences, so the same words are not yet the same passage. A place is
//! given only when position or context speak for it and nothing speaks for another one.

use super::agree::{backward, forward};
use crate::model::{Anchor, ItemIndex, Speech};
use crate::text::{TextPos, TextRange};
use memchr::memmem::Finder;
use unicode_normalization::char::is_combining_mark;

/// How many characters of context, next to the passage, must agree on each side.
const NEAR: usize = 16;
/// A passage of as many characters is taken for itself where it occurs once, whatever is around it.
const LONG: usize = 32;
/// How many candidates an uncertain place names at most.
const CANDIDATES: usize = 1000;

/// Where the passage of an anchor is in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// At the remembered position, with the same words.
    Same(TextRange),
    /// Elsewhere, with the same words.
    Moved(TextRange),
    /// The words occur, and nothing tells which occurrence is meant: the likeliest come first, at
    /// most 1,000.
    Uncertain(Vec<TextRange>),
    /// The words do not occur.
    Lost,
}

/// Finds the passage of `anchor` in `speech`.
///
/// Words are the same when all their characters are and whitespace stands in the same places, of
/// whatever kind and length. In an unchanged text this costs a comparison; in a changed one, one
/// pass over the text.
pub fn resolve(anchor: &Anchor, speech: &Speech) -> Place {
    let mut search = Search { anchor, speech, text: &speech.text, item: None };
    let held = search.at_remembered_position();
    match held {
        Some(range) if search.support(range) == Support::Full => Place::Same(range),
        _ => {
            search.item = anchor.item.as_ref().and_then(|item| speech.outline.find(item));
            search.decide(held)
        }
    }
}

/// How much of what stood around a passage stands around a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Support {
    /// Nothing on either side.
    None,
    /// Enough on one side.
    Half,
    /// Enough on both sides, or on the one that is known.
    Near,
    /// All that is known.
    Full,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Unknown,
    Apart,
    Near,
    Whole,
}

#[derive(Clone, Copy)]
struct Candidate {
    range: TextRange,
    support: Support,
}

struct Search<'a> {
    anchor: &'a Anchor,
    speech: &'a Speech,
    text: &'a str,
    /// The item that now has the remembered address.
    item: Option<ItemIndex>,
}

impl Search<'_> {
    /// Gives the range at the remembered position if the words there are the same.
    fn at_remembered_position(&self) -> Option<TextRange> {
        let Anchor { quote, range, .. } = self.anchor;
        let words = self.text.get(range.bytes());
        let exact =
            words.is_some_and(|words| words == quote || self.speech.passage(*range) == *quote);
        let found = if exact {
            *range
        } else {
            let quote = quote.trim_end();
            let start = range.start.get();
            let agreement = forward(quote, self.text.get(start..)?);
            if quote.is_empty() || !agreement.whole {
                return None;
            }
            TextRange::new(start, start + agreement.bytes)
        };
        self.is_cut_alike(found).then_some(found)
    }

    /// Weighs all occurrences. `held` is the one at the remembered position, if there is one.
    fn decide(&self, held: Option<TextRange>) -> Place {
        let mut found = self.occurrences();
        let held_start = held.map(|range| {
            let words = range.of(self.text);
            TextPos::new(range.end.get() - words.trim_start().len())
        });
        let is_held = |candidate: &Candidate| Some(candidate.range.start) == held_start;
        let give = |candidate: &Candidate| match held {
            Some(range) if is_held(candidate) => Place::Same(range),
            _ => Place::Moved(candidate.range),
        };
        let [only] = found.as_slice() else {
            let Some(best) = found.iter().map(|candidate| candidate.support).max() else {
                return Place::Lost;
            };
            let mut at_best = found.iter().filter(|candidate| candidate.support == best);
            let winner = at_best.next().filter(|_| at_best.next().is_none());
            return match winner {
                // Only the position can make up for a side that does not agree.
                Some(winner) if is_held(winner) && best >= Support::Half => give(winner),
                Some(winner)
                    if best >= Support::Near
                        && !found.iter().any(|other| {
                            other.support >= Support::Half
                                && (is_held(other) || self.has_better_item(other, winner))
                        }) =>
                {
                    give(winner)
                }
                _ => self.uncertain(&mut found),
            };
        };
        let speaks_for_itself = is_held(only)
            || only.support >= Support::Half
            || self.anchor.quote.trim().chars().count() >= LONG
            || self.is_in_item(only.range);
        if speaks_for_itself { give(only) } else { self.uncertain(&mut found) }
    }

    fn uncertain(&self, found: &mut Vec<Candidate>) -> Place {
        let start = self.anchor.range.start.get();
        found.sort_by_cached_key(|candidate| {
            let distance = candidate.range.start.get().abs_diff(start);
            let elsewhere = !self.is_in_item(candidate.range);
            (std::cmp::Reverse(candidate.support), elsewhere, distance)
        });
        found.truncate(CANDIDATES);
        Place::Uncertain(found.iter().map(|candidate| candidate.range).collect())
    }

    /// Finds every occurrence of the words, in reading order, in one pass for the longest of them.
    fn occurrences(&self) -> Vec<Candidate> {
        let quote = self.anchor.quote.trim();
        let Some(longest) = quote.split_whitespace().max_by_key(|word| word.len()) else {
            return Vec::new();
        };
        // `split_whitespace` gives slices of `quote`, so addresses tell offsets.
        let at = longest.as_ptr() as usize - quote.as_ptr() as usize;
        let (head, tail) = (&quote[..at], &quote[at..]);
        let step = longest.chars().next().map_or(1, char::len_utf8);
        let finder = Finder::new(longest);
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(hit) = finder.find(&self.text.as_bytes()[from..]) {
            let hit = from + hit;
            from = hit + step;
            let (before, after) =
                (backward(head, &self.text[..hit]), forward(tail, &self.text[hit..]));
            let range = TextRange::new(hit - before.bytes, hit + after.bytes);
            if before.whole && after.whole && self.is_cut_alike(range) {
                found.push(Candidate { range, support: self.support(range) });
            }
        }
        found
    }

    /// Tells whether a range cuts words where the passage cut them and nowhere else: "dân" is not
    /// found in "dâng".
    fn is_cut_alike(&self, range: TextRange) -> bool {
        let Anchor { quote, before, after, .. } = self.anchor;
        let words = range.of(self.text);
        cuts_word(before, quote) == cuts_word(&self.text[..range.start.get()], words)
            && cuts_word(quote, after) == cuts_word(words, &self.text[range.end.get()..])
    }

    fn support(&self, range: TextRange) -> Support {
        let (before, after) = (self.anchor.before.trim(), self.anchor.after.trim());
        let head = self.text[..range.start.get()].trim_end();
        let tail = self.text[range.end.get()..].trim_start();
        let side = |remembered: &str, agreement: super::agree::Agreement| match agreement {
            _ if remembered.is_empty() => Side::Unknown,
            agreement if agreement.whole => Side::Whole,
            agreement if agreement.chars >= NEAR => Side::Near,
            _ => Side::Apart,
        };
        let sides = [side(before, backward(before, head)), side(after, forward(after, tail))];
        let known = || sides.into_iter().filter(|&side| side != Side::Unknown);
        if known().all(|side| side == Side::Whole) {
            Support::Full
        } else if known().all(|side| side != Side::Apart) {
            Support::Near
        } else if known().any(|side| side != Side::Apart) {
            Support::Half
        } else {
            Support::None
        }
    }

    fn is_in_item(&self, range: TextRange) -> bool {
        self.item.is_some() && self.speech.outline.item_at(range.start) == self.item
    }

    fn has_better_item(&self, candidate: &Candidate, than: &Candidate) -> bool {
        self.is_in_item(candidate.range) && !self.is_in_item(than.range)
    }
}

/// Tells whether the border between two texts lies inside a word.
fn cuts_word(left: &str, right: &str) -> bool {
    let is_of_word = |c: char| c.is_alphanumeric() || is_combining_mark(c);
    left.chars().next_back().is_some_and(is_of_word) && right.chars().next().is_some_and(is_of_word)
}
