//! What of the text shows: all of it, or only the passages that match.

use crate::search::{Hit, Passages, Query, Sought};
use crate::speech::Speech;
use crate::text::{TextPos, TextRange};
use std::ops::Range;
use std::rc::Rc;

/// What the text is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Narrowing {
    /// All of it shows.
    #[default]
    Off,
    /// It will be, once the hits are known.
    Wanted,
    /// Only what matches shows.
    On(Narrowed),
}

/// What matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// What must match.
    pub query: Query,
    /// How many items do.
    pub items: usize,
    /// How many paragraphs outside of items do.
    pub paragraphs: usize,
}

/// The passages of a speech that show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Their blocks, and those that open the items around them.
    pub blocks: Rc<[Range<usize>]>,
    /// Where the passages begin, in order.
    starts: Vec<TextPos>,
}

impl Shown {
    /// Returns whether a passage that matches begins in a range.
    pub fn begins_in(&self, range: TextRange) -> bool {
        let before = |pos: TextPos| self.starts.partition_point(|&start| start < pos);
        before(range.end) > before(range.start)
    }

    /// Counts the passages.
    pub fn count(&self) -> usize {
        self.starts.len()
    }

    /// Returns whether a block shows.
    pub fn has(&self, block: usize) -> bool {
        let after = self.blocks.partition_point(|blocks| blocks.end <= block);
        self.blocks.get(after).is_some_and(|blocks| blocks.contains(&block))
    }
}

/// Returns the passages that hits are in, and how many of them are of items.
pub(super) fn passages(speech: &Speech, hits: &[Hit]) -> (Shown, usize) {
    let passages = Passages::new(Sought::from(speech));
    let items = &speech.outline.items;
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let (mut starts, mut of_items) = (Vec::new(), 0);
    let mut end = 0;
    for hit in hits {
        let block = passages.block_at(hit.range.start);
        if block < end {
            continue;
        }
        let passage = passages.around(block);
        end = passage.blocks.end;
        starts.push(speech.blocks[passage.blocks.start].range.start);
        of_items += usize::from(passage.item.is_some());
        let outer = |&item: &usize| items[item].parent;
        for item in std::iter::successors(passage.item, outer) {
            blocks.push(passages.paragraph(passages.block_at(items[item].marker.start)));
        }
        blocks.push(passage.blocks);
    }
    blocks.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in blocks {
        match joined.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    (Shown { blocks: joined.into(), starts }, of_items)
}
