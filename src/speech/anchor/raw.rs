//! The quick way: the same characters, whitespace aside, as in most texts that changed elsewhere.

use super::agree::{backward, forward};
use super::context::{SideAgreement, Support, support};
use super::place::Place;
use crate::speech::Anchor;
use crate::text::TextRange;
use crate::text::words::is_of_word;
use memchr::memmem::Finder;

/// How many characters of context, next to the passage, must agree on each side.
const NEAR: usize = 16;

#[derive(Clone, Copy)]
struct RawCandidate {
    range: TextRange,
    support: Support,
}

/// A search for the characters of a passage.
pub(super) struct Raw<'a> {
    pub anchor: &'a Anchor,
    /// The text as it is read.
    pub text: &'a str,
}

impl Raw<'_> {
    /// Returns the range at the remembered position if the words there are the same.
    pub fn held(&self) -> Option<TextRange> {
        let Anchor { quote, range, .. } = self.anchor;
        let found = if self.text.get(range.bytes()).is_some_and(|words| words == quote) {
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

    /// Tells whether all that is remembered stands around a range.
    pub fn is_at_home(&self, range: TextRange) -> bool {
        self.support(range) == Support::Full
    }

    /// Returns the only place of the words, if there is but one and all that is remembered stands
    /// around it, or both sides agree and the words had no copies.
    pub fn only(&self) -> Option<TextRange> {
        let Anchor { before, after, copies, .. } = self.anchor;
        if before.trim().is_empty() && after.trim().is_empty() {
            return None;
        }
        let found = self.occurrences();
        let [only] = found.as_slice() else { return None };
        let needed = if *copies > 1 { Support::Full } else { Support::Near };
        (only.support >= needed).then_some(only.range)
    }

    /// Decides about a passage without words, a line of asterisks say, by its characters alone.
    pub fn without_words(&self, held: Option<TextRange>) -> Place {
        let mut found = self.occurrences();
        if let Some(range) = held {
            return Place::Same(range);
        }
        found.sort_by_key(|found| std::cmp::Reverse(found.support));
        match found.as_slice() {
            [] => Place::Lost,
            [best, rest @ ..]
                if best.support >= Support::Near
                    && rest.iter().all(|other| other.support < Support::Half) =>
            {
                Place::Moved(best.range)
            }
            _ => Place::uncertain(found.iter().map(|found| found.range)),
        }
    }

    /// Finds every occurrence of the words, in reading order, in one pass for the longest of them.
    fn occurrences(&self) -> Vec<RawCandidate> {
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
                found.push(RawCandidate { range, support: self.support(range) });
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
            _ if remembered.is_empty() => SideAgreement::Unknown,
            agreement if agreement.whole => SideAgreement::Whole,
            agreement if agreement.chars >= NEAR => SideAgreement::Near,
            _ => SideAgreement::Apart,
        };
        support([side(before, backward(before, head)), side(after, forward(after, tail))])
    }
}

/// Tells whether the border between two texts lies inside a word.
fn cuts_word(left: &str, right: &str) -> bool {
    left.chars().next_back().is_some_and(is_of_word) && right.chars().next().is_some_and(is_of_word)
}
