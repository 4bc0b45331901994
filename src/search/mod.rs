//! Finding words in a speech.
//!
//! Text and query are folded (case, diacritics, typographic variants), found with `memchr`, and a
//! hit is checked against what the query does spell out: a syllable typed with a mark must match
//! whole, a capital must be a capital. Hits are ranges of the original text.

mod query;
#[cfg(test)]
mod tests;

pub use query::Query;

use crate::model::Block;
use crate::text::{TextPos, TextRange, fold, fold_with_map};
use memchr::memmem;

/// The most hits that are collected.
pub const MOST_HITS: usize = 100_000;

/// Finds all hits of `query` among `blocks` of `text`, in order, up to [`MOST_HITS`].
pub fn find(text: &str, blocks: &[Block], query: &Query) -> Vec<TextRange> {
    let mut hits = Vec::new();
    let mut search = Search::new(query);
    for block in blocks {
        search.block(text, block.range, &mut hits);
        if hits.len() >= MOST_HITS {
            break;
        }
    }
    hits
}

/// Finds the first hit at or after `from`, going on from the start when there is none.
pub fn find_next(text: &str, blocks: &[Block], query: &Query, from: TextPos) -> Option<TextRange> {
    let start = blocks.partition_point(|block| block.range.end <= from);
    let mut search = Search::new(query);
    let mut hits = Vec::new();
    for block in &blocks[start..] {
        search.block(text, block.range, &mut hits);
        if let Some(hit) = hits.iter().find(|hit| hit.start >= from) {
            return Some(*hit);
        }
        hits.clear();
    }
    // The block that `from` lies in may hold hits before it.
    for block in blocks.iter().take(start + 1) {
        search.block(text, block.range, &mut hits);
        if let Some(hit) = hits.first() {
            return Some(*hit);
        }
    }
    None
}

struct Search<'q> {
    query: &'q Query,
    finder: memmem::Finder<'q>,
    folded: String,
}

impl<'q> Search<'q> {
    fn new(query: &'q Query) -> Self {
        let finder = memmem::Finder::new(query.folded());
        Search { query, finder, folded: String::new() }
    }

    fn block(&mut self, text: &str, range: TextRange, hits: &mut Vec<TextRange>) {
        if self.query.is_empty() {
            return;
        }
        let source = range.of(text);
        self.folded.clear();
        fold::fold_into(source, &mut self.folded);
        if self.finder.find(self.folded.as_bytes()).is_none() {
            return;
        }
        let mapped = fold_with_map(source);
        let base = range.start.get();
        let mut end = 0;
        for at in self.finder.find_iter(mapped.text.as_bytes()) {
            let found = mapped.source_range(at..at + self.query.folded().len());
            if found.start >= end && self.query.spells(&source[found.clone()]) {
                end = found.end;
                hits.push(TextRange::new(base + found.start, base + found.end));
            }
        }
    }
}
