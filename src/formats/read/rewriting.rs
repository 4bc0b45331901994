//! A text in which some stretches are replaced, and where each place of it went.

use crate::text::OffsetMap;
use crate::text::offset::Runs;
use std::ops::Range;

/// The changes to a text, in its order.
#[derive(Debug, Default)]
pub(super) struct Rewriting {
    text: String,
    /// How far the old text was taken over.
    from: usize,
    changes: Vec<Replacement>,
}

/// A stretch that was replaced.
#[derive(Debug)]
struct Replacement {
    old: Range<usize>,
    new: Range<usize>,
    /// From the new words to the old ones.
    way: OffsetMap,
}

impl Rewriting {
    /// Replaces a stretch of `old`, behind the one before, by words and the way back from them.
    pub fn replace(&mut self, old: &str, range: Range<usize>, (with, way): (String, OffsetMap)) {
        if old[range.clone()] == with {
            return;
        }
        self.text.push_str(&old[self.from..range.start]);
        let start = self.text.len();
        self.text.push_str(&with);
        self.from = range.end;
        self.changes.push(Replacement { old: range, new: start..self.text.len(), way });
    }

    /// Replaces each letter of a stretch of `old`.
    pub fn replace_letters<L: IntoIterator<Item = char>>(
        &mut self,
        old: &str,
        range: Range<usize>,
        by: impl Fn(char) -> L,
    ) {
        let mut with = String::with_capacity(range.len());
        let mut runs = Runs::default();
        for (at, c) in old[range.clone()].char_indices() {
            runs.mark(with.len(), at);
            with.extend(by(c));
        }
        runs.mark(with.len(), range.len());
        let mut way = OffsetMap::default();
        way.push_earlier(runs);
        self.replace(old, range, (with, way));
    }

    /// Tells whether nothing was replaced.
    pub fn is_nothing(&self) -> bool {
        self.changes.is_empty()
    }

    /// Returns where a place of the old text is in the new one.
    pub fn place(&self, old: usize) -> usize {
        let next = self.changes.partition_point(|change| change.old.start <= old);
        let Some(change) = next.checked_sub(1).map(|index| &self.changes[index]) else {
            return old;
        };
        if old >= change.old.end {
            return change.new.end + (old - change.old.end);
        }
        let words = &self.text[change.new.clone()];
        let place = change.way.to_changed(old - change.old.start, words.len());
        change.new.start + words.ceil_char_boundary(place)
    }

    /// Returns the new text.
    pub fn finish(mut self, old: &str) -> String {
        self.text.push_str(&old[self.from..]);
        self.text
    }
}
