//! How deep headings stand on a page, and the items that are headings or hold some.

use crate::speech::{Block, BlockKind, HintKind, ItemForm, ItemIndex, SectionKind, Speech};
use crate::text::TextPos;

/// How deep headings stand, and the items that are headings or hold some: an item must stand
/// further out than a heading in it, and headings of one depth alike.
pub(super) struct HeadingLevels {
    /// By the depth of a heading: how many items are around one at most.
    around: Vec<u8>,
    /// The block and depth of each heading.
    depths: Vec<(usize, u8)>,
    pub of_item: Vec<Option<u8>>,
}

impl HeadingLevels {
    /// Finds them in a speech.
    pub fn of(speech: &Speech) -> Self {
        let outline = &speech.outline;
        let mut levels = HeadingLevels {
            around: Vec::new(),
            depths: Vec::new(),
            of_item: vec![None; outline.items.len()],
        };
        let mut chains: Vec<(u8, Vec<ItemIndex>)> = Vec::new();
        for section in &outline.sections {
            let SectionKind::Heading(range) = section.kind else { continue };
            let block = speech.block_at(range.start);
            if speech.blocks.get(block).is_none_or(|block| block.kind != BlockKind::Heading) {
                continue;
            }
            let mut chain = Vec::new();
            let mut at = outline.item_at(range.start);
            while let Some(item) = at {
                chain.insert(0, item);
                at = outline.items[item].parent;
            }
            let depth = usize::from(section.depth);
            if levels.around.len() <= depth {
                let last = levels.around.last().copied().unwrap_or(0);
                levels.around.resize(depth + 1, last);
            }
            for around in &mut levels.around[depth..] {
                *around = (*around).max(chain.len().min(100) as u8);
            }
            levels.depths.push((block, section.depth));
            chains.push((section.depth, chain));
        }
        for (depth, chain) in chains {
            let level = levels.of_heading(depth);
            for (at, &item) in chain.iter().enumerate() {
                let own = level.saturating_sub((chain.len() - at) as u8);
                let known = &mut levels.of_item[item];
                *known = Some(known.map_or(own, |known| known.min(own)));
            }
        }
        levels.marked_items(speech);
        levels
    }

    /// Adds the items that their format calls headings.
    fn marked_items(&mut self, speech: &Speech) {
        let outline = &speech.outline;
        for mark in &speech.hints.marks {
            let HintKind::Heading(_) = mark.kind else { continue };
            self.mark(speech, mark.range.start);
        }
        if speech.hints.format.is_text() {
            for item in 0..outline.items.len() {
                let block = speech.block_at(outline.items[item].range.start);
                if speech.blocks[block].range.of(&speech.text).starts_with('#') {
                    self.mark(speech, speech.blocks[block].range.start);
                }
            }
        }
    }

    fn mark(&mut self, speech: &Speech, pos: TextPos) {
        let outline = &speech.outline;
        let block = &speech.blocks[speech.block_at(pos)];
        let Some(item) = item_of(speech, block).filter(|_| block.kind == BlockKind::Item) else {
            return;
        };
        let index = speech.block_at(pos);
        let before = self.depths.iter().rev().find(|(block, _)| *block < index);
        let outer = before.map_or(0, |(_, depth)| self.of_heading(*depth) + 1);
        let parents =
            std::iter::successors(outline.items[item].parent, |&at| outline.items[at].parent);
        let around = parents.filter_map(|at| self.of_item[at]).max().map_or(0, |level| level + 1);
        let level = &mut self.of_item[item];
        *level = level.or(Some(outer.max(around)));
    }

    /// Gives how deep a heading stands among headings and items.
    pub fn of_heading(&self, depth: u8) -> u8 {
        depth + self.around.get(usize::from(depth)).copied().unwrap_or(0)
    }

    /// Gives the depth of the last heading before a block.
    pub fn last_before(&self, block: usize) -> u8 {
        self.depths.iter().rev().find(|(at, _)| *at < block).map_or(0, |(_, depth)| *depth)
    }
}

/// Finds the item that a block opens.
pub(super) fn item_of(speech: &Speech, block: &Block) -> Option<ItemIndex> {
    let items = &speech.outline.items;
    let first = items.partition_point(|item| item.range.start < block.range.start);
    let own = |item: &&crate::speech::Item| {
        item.form == ItemForm::Paragraph && block.range.start <= item.range.start
    };
    items[first..]
        .iter()
        .take_while(|item| item.range.start <= block.range.end)
        .position(|item| own(&item))
        .map(|at| first + at)
}
