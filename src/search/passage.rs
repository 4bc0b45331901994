//! The passages of a speech that all words of a query must be found in.

use super::sought::Sought;
use crate::speech::{Block, BlockKind, ItemForm, ItemIndex, Role};
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
        if self.stands_alone(blocks.start) {
            return Passage { blocks, item };
        }
        let goes_on = |at: usize| self.item_of(at) == item && !self.stands_alone(at);
        while blocks.start > 0 {
            let before = self.paragraph(blocks.start - 1).start;
            // Where an item begins is known by its first paragraph.
            if self.opens_item(blocks.start) || !goes_on(before) {
                break;
            }
            blocks.start = before;
        }
        while blocks.end < self.sought.blocks.len() && goes_on(blocks.end) {
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

    /// Gives the item that a paragraph is of: the one that it opens, though signs of emphasis may stand
    /// before the marker, or else the one around it.
    fn item_of(&self, block: usize) -> Option<ItemIndex> {
        let start = self.sought.blocks.get(block)?.range.start;
        self.opened_by(block).or_else(|| self.sought.outline.item_at(start))
    }

    fn opens_item(&self, block: usize) -> bool {
        self.opened_by(block).is_some()
    }

    /// Gives the item whose marker a block begins with.
    fn opened_by(&self, block: usize) -> Option<ItemIndex> {
        let range = self.sought.blocks.get(block)?.range;
        let items = &self.sought.outline.items;
        let first = items.partition_point(|item| item.marker.start < range.start);
        let item = items.get(first)?;
        (item.form == ItemForm::Paragraph && item.marker.start < range.end).then_some(first)
    }

    /// Tells whether a block is no text that goes on: a heading, a title.
    fn stands_alone(&self, block: usize) -> bool {
        let kind = self.sought.blocks.get(block).map(|block| block.kind);
        matches!(kind, Some(BlockKind::Heading | BlockKind::Title))
    }

    /// Tells whether a passage has an enumeration inside a paragraph.
    pub(super) fn has_members(&self, passage: &Passage) -> bool {
        let blocks = &self.sought.blocks[passage.blocks.clone()];
        let (Some(first), Some(last)) = (blocks.first(), blocks.last()) else { return false };
        let items = &self.sought.outline.items;
        let from = items.partition_point(|item| item.marker.start < first.range.start);
        let members = items[from..].iter().take_while(|item| item.marker.start < last.range.end);
        members.into_iter().any(|item| item.form == ItemForm::Inline)
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
