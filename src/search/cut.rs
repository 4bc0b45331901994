//! Words that were cut at the end of a line, as a folded text has them.

use crate::text::hyphen::cut_words;
use std::ops::Range;

/// The words of a text that were cut, in its order.
#[derive(Clone, Debug, Default)]
pub(super) struct Cuts {
    cuts: Vec<JoinedWord>,
    /// What they are without the cut, one behind the other.
    joined: String,
}

/// Where a word is with the hyphen and the blank, and where it is among those that are joined.
#[derive(Clone, Copy, Debug)]
struct JoinedWord {
    start: u32,
    end: u32,
    from: u32,
    to: u32,
}

impl Cuts {
    /// Adds those of a piece of the folded text that begins at `base`.
    pub fn add(&mut self, piece: &str, base: usize) {
        for word in cut_words(piece) {
            let (range, from) = (word.range(), self.joined.len() as u32);
            self.joined.push_str(&piece[word.first]);
            self.joined.push_str(&piece[word.second]);
            let (start, end) = ((base + range.start) as u32, (base + range.end) as u32);
            self.cuts.push(JoinedWord { start, end, from, to: self.joined.len() as u32 });
        }
    }

    /// Tells whether there is none.
    pub fn is_empty(&self) -> bool {
        self.cuts.is_empty()
    }

    /// Finds the first from a place on that ends before `end` and is of a kind.
    pub fn find(&self, from: usize, end: usize, is: impl Fn(&str) -> bool) -> Option<Range<usize>> {
        let first = self.cuts.partition_point(|cut| (cut.start as usize) < from);
        let mut cuts = self.cuts[first..].iter().take_while(|cut| cut.end as usize <= end);
        cuts.find(|cut| is(self.joined(cut))).map(|cut| cut.range())
    }

    /// Returns where the one is that begins at a place, if it is of a kind.
    pub fn beginning(&self, at: usize, is: impl Fn(&str) -> bool) -> Option<Range<usize>> {
        self.one(self.cuts.binary_search_by_key(&at, |cut| cut.start as usize).ok()?, is)
    }

    /// Returns where the one is that ends at a place, if it is of a kind.
    pub fn ending(&self, at: usize, is: impl Fn(&str) -> bool) -> Option<Range<usize>> {
        self.one(self.cuts.binary_search_by_key(&at, |cut| cut.end as usize).ok()?, is)
    }

    fn one(&self, index: usize, is: impl Fn(&str) -> bool) -> Option<Range<usize>> {
        let cut = &self.cuts[index];
        is(self.joined(cut)).then(|| cut.range())
    }

    fn joined(&self, cut: &JoinedWord) -> &str {
        &self.joined[cut.from as usize..cut.to as usize]
    }
}

impl JoinedWord {
    fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}
