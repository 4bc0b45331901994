//! Words that were cut at the end of a line, as a folded text has them.

use crate::text::hyphen::CutWord;
use std::ops::Range;

/// A word in two pieces, and what it is without the cut.
#[derive(Clone, Debug)]
pub(super) struct Cut {
    start: u32,
    end: u32,
    joined: Box<str>,
}

impl Cut {
    /// Takes a word of a piece of the folded text that begins at `base`.
    pub fn new(word: &CutWord, piece: &str, base: usize) -> Self {
        let range = word.range();
        Cut {
            start: (base + range.start) as u32,
            end: (base + range.end) as u32,
            joined: word.joined(piece).into(),
        }
    }

    /// Gives where it is, with the hyphen and the blank.
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Gives the word without the cut.
    pub fn joined(&self) -> &str {
        &self.joined
    }
}

/// The cut words of a text, in order.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cuts<'t>(pub &'t [Cut]);

impl<'t> Cuts<'t> {
    /// Finds the first from a place on that ends before `end` and is of a kind.
    pub fn find(self, from: usize, end: usize, is: impl Fn(&str) -> bool) -> Option<Range<usize>> {
        let first = self.0.partition_point(|cut| (cut.start as usize) < from);
        let cuts = self.0[first..].iter().take_while(|cut| cut.end as usize <= end);
        cuts.into_iter().find(|cut| is(cut.joined())).map(Cut::range)
    }

    /// Gives the one that begins at a place.
    pub fn beginning(self, at: usize) -> Option<&'t Cut> {
        let found = self.0.binary_search_by_key(&at, |cut| cut.start as usize);
        found.ok().map(|index| &self.0[index])
    }

    /// Gives the one that ends at a place.
    pub fn ending(self, at: usize) -> Option<&'t Cut> {
        let found = self.0.binary_search_by_key(&at, |cut| cut.end as usize);
        found.ok().map(|index| &self.0[index])
    }
}
