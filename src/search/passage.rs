//! The passages of a speech that all words of a query must be found in.

use super::find::Sought;
use crate::model::{Block, BlockKind, ItemIndex, Role};
use crate::text::{TextPos, TextRange};
use std::ops::Range;

/// A passage: the text of an item from its marker, or from behind an item in it, up to the next
/// item; outside of items a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// Its blocks.
    pub blocks: Range<usize>,
    /// The innermost item around it.
    pub item: Option<ItemIndex>,
}

impl Passage {
    pub(super) fn is_title(&self, blocks: &[Block]) -> bool {
        blocks.get(self.blocks.start).is_some_and(|block| block.kind == BlockKind::Title)
    }
}

/// The passages of a speech.
#[derive(Clone, Copy, Debug)]
pub struct Passages<'a> {
    sought: Sought<'a>,
}

impl<'a> Passages<'a> {
    /// Looks at the passages of a speech.
    pub fn new(sought: Sought<'a>) -> Self {
        Passages { sought }
    }

    /// Gives the passage that a block is of.
    pub fn around(&self, block: usize) -> Passage {
        let Some(at) = self.sought.blocks.get(block) else {
            return Passage { blocks: block..block, item: None };
        };
        let mut blocks = self.paragraph(block);
        let item = self.item_of(blocks.start);
        let Some(index) = item else { return Passage { blocks, item } };
        let range = self.sought.outline.items[index].range;
        debug_assert!(range.start <= at.range.end, "the block is of the item");
        while blocks.start > 0 {
            let before = self.paragraph(blocks.start - 1).start;
            if self.item_of(before) != item {
                break;
            }
            blocks.start = before;
        }
        while blocks.end < self.sought.blocks.len() && self.item_of(blocks.end) == item {
            blocks.end = self.paragraph(blocks.end).end;
        }
        Passage { blocks, item }
    }

    /// Gives the blocks of the paragraph that a block is of.
    pub fn paragraph(&self, block: usize) -> Range<usize> {
        let opens = |block: &Block| block.kind != BlockKind::Continuation;
        let blocks = self.sought.blocks;
        let start = blocks[..=block].iter().rposition(opens).unwrap_or(0);
        let end = blocks[block + 1..].iter().position(opens);
        start..end.map_or(blocks.len(), |after| block + 1 + after)
    }

    /// Gives the item that a paragraph is of.
    fn item_of(&self, block: usize) -> Option<ItemIndex> {
        self.sought.outline.item_at(self.sought.blocks.get(block)?.range.start)
    }

    /// Gives the block at a place.
    pub fn block_at(&self, pos: TextPos) -> usize {
        self.sought.blocks.partition_point(|block| block.range.start <= pos).saturating_sub(1)
    }

    /// Gives the roles and series of the items around a place, the innermost first.
    pub(super) fn items_at(&self, pos: TextPos) -> Vec<(Role, (Role, u32))> {
        let outline = self.sought.outline;
        let inner = outline.item_at(pos);
        let outer = |&index: &ItemIndex| outline.items[index].parent;
        std::iter::successors(inner, outer)
            .map(|index| {
                let item = &outline.items[index];
                let series = &outline.series[item.series];
                (item.role, (series.role, series.number))
            })
            .collect()
    }

    /// Gives where the title is.
    pub(super) fn title(&self) -> Option<TextRange> {
        let mut titles = self.sought.blocks.iter().filter(|block| block.kind == BlockKind::Title);
        titles.next().map(|block| block.range)
    }
}
