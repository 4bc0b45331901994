//! Finding words in a speech.
//!
//! Text and query are folded (case, diacritics, typographic variants), found with `memchr`, and a
//! hit is checked against what the query does spell out: a syllable typed with a mark must match
//! whole, a capital must be a capital. Hits are ranges of the original text.

mod query;
#[cfg(test)]
mod tests;

pub use query::Query;

use crate::model::{Block, BlockKind};
use crate::text::{TextPos, TextRange, fold, fold_with_map};
use memchr::memmem;

/// The most hits that are collected.
pub const MOST_HITS: usize = 100_000;
/// How many bytes of a text one byte of a folded query stands for at most, marks and blanks that
/// fall away included.
const REACH: usize = 16;

/// Finds all hits of `query` among `blocks` of `text`, in order, up to about [`MOST_HITS`].
pub fn find(text: &str, blocks: &[Block], query: &Query) -> Vec<TextRange> {
    let mut hits = Vec::new();
    let mut search = Search::new(text, blocks, query);
    for index in 0..blocks.len() {
        search.block(index, &mut hits);
        if hits.len() >= MOST_HITS {
            break;
        }
    }
    hits
}

/// Finds the first hit at or after `from`, going on from the start when there is none.
pub fn find_next(text: &str, blocks: &[Block], query: &Query, from: TextPos) -> Option<TextRange> {
    let first = blocks.partition_point(|block| block.range.end <= from);
    // A hit may reach from one piece of a long paragraph into the next.
    let goes_on = blocks.get(first).is_some_and(|block| block.kind == BlockKind::Continuation);
    let start = first.saturating_sub(usize::from(goes_on));
    let mut search = Search::new(text, blocks, query);
    let mut hits = Vec::new();
    for index in start..blocks.len() {
        search.block(index, &mut hits);
        if let Some(hit) = hits.iter().find(|hit| hit.start >= from) {
            return Some(*hit);
        }
        hits.clear();
    }
    // The block that `from` lies in may hold hits before it.
    let mut search = Search::new(text, blocks, query);
    for index in 0..blocks.len().min(first + 1) {
        search.block(index, &mut hits);
        if let Some(hit) = hits.first() {
            return Some(*hit);
        }
    }
    None
}

struct Search<'s> {
    text: &'s str,
    blocks: &'s [Block],
    query: &'s Query,
    finder: memmem::Finder<'s>,
    folded: String,
    /// Where the last hit ends.
    end: usize,
}

impl<'s> Search<'s> {
    fn new(text: &'s str, blocks: &'s [Block], query: &'s Query) -> Self {
        let finder = memmem::Finder::new(query.folded());
        Search { text, blocks, query, finder, folded: String::new(), end: 0 }
    }

    /// Finds the hits that begin in a block.
    fn block(&mut self, index: usize, hits: &mut Vec<TextRange>) {
        if self.query.is_empty() {
            return;
        }
        let range = self.searched(index);
        let source = range.of(self.text);
        self.folded.clear();
        fold::fold_into(source, &mut self.folded);
        if self.finder.find(self.folded.as_bytes()).is_none() {
            return;
        }
        let mapped = fold_with_map(source);
        let base = range.start.get();
        let ends = self.blocks[index].range.end.get();
        let mut from = 0;
        while let Some(found) = self.finder.find(&mapped.text.as_bytes()[from..]) {
            let at = from + found;
            let source_range = mapped.source_range(at..at + self.query.folded().len());
            let (start, end) = (base + source_range.start, base + source_range.end);
            if start >= ends {
                break;
            }
            if start >= self.end && self.query.spells(&source[source_range]) {
                (from, self.end) = (at + self.query.folded().len(), end);
                hits.push(TextRange::new(start, end));
            } else {
                // What is not spelled alike may hide a hit that begins a letter later.
                from = mapped.text.ceil_char_boundary(at + 1);
            }
        }
    }

    /// Gives what is searched for hits that begin in a block: the block, and as much of the rest
    /// of its paragraph as a hit can reach into.
    fn searched(&self, index: usize) -> TextRange {
        let range = self.blocks[index].range;
        let furthest = range.end.get() + REACH * self.query.folded().len();
        let rest = self.blocks[index + 1..].iter().take_while(|block| {
            block.kind == BlockKind::Continuation && block.range.start.get() < furthest
        });
        let end = rest.last().map_or(range.end.get(), |last| last.range.end.get().min(furthest));
        TextRange::new(range.start.get(), self.text.floor_char_boundary(end))
    }
}
