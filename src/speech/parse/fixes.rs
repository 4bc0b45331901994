//! What a user corrected, by the blocks it is about.

use super::furniture::FoundFurniture;
use super::lists::{BlockOverride, IsItem};
use crate::speech::{Block, BlockKind, Change, Fix, Role};
use crate::text::TextRange;
use std::collections::HashMap;

/// Corrections, found in the text.
pub(super) struct Fixes<'a> {
    by_block: HashMap<usize, Vec<&'a Fix>>,
}

impl<'a> Fixes<'a> {
    /// Sorts corrections by the first block that each touches, and makes furniture and text of
    /// what the user said is that.
    pub(super) fn apply(
        fixes: &'a [Fix],
        blocks: &mut [Block],
        found: &mut FoundFurniture,
    ) -> Self {
        let mut by_block: HashMap<usize, Vec<&Fix>> = HashMap::new();
        for fix in fixes {
            let first = blocks
                .partition_point(|block| block.range.start <= fix.range.start)
                .saturating_sub(1);
            if first >= blocks.len() {
                continue;
            }
            by_block.entry(first).or_default().push(fix);
            match fix.change {
                Change::Furniture(kind) => {
                    touched(blocks, first, fix.range)
                        .for_each(|at| blocks[at].kind = BlockKind::Furniture(kind));
                }
                Change::Text | Change::Item => {
                    let touched: Vec<usize> = touched(blocks, first, fix.range).collect();
                    for at in touched {
                        if blocks[at].kind != BlockKind::Continuation {
                            blocks[at].kind = BlockKind::Paragraph;
                        }
                        found.body = found.body.min(at);
                        found.closing = match found.closing {
                            Some(closing) if closing <= at => {
                                Some(at + 1).filter(|&next| next < blocks.len())
                            }
                            closing => closing,
                        };
                        found.title = found.title.take().filter(|title| !title.contains(&at));
                    }
                }
                Change::Drop
                | Change::Level(_)
                | Change::Role(_)
                | Change::SeriesRole(_)
                | Change::SeriesTitle(_)
                | Change::NoTask
                | Change::TaskOffice(_)
                | Change::TaskDeadline(_) => {}
            }
        }
        Fixes { by_block }
    }

    /// Returns what was said of assignments, in the order of the text.
    pub(super) fn of_tasks(&self) -> Vec<Fix> {
        let all = self.by_block.values().flatten().copied();
        let is_of_task = |fix: &&Fix| {
            matches!(fix.change, Change::NoTask | Change::TaskOffice(_) | Change::TaskDeadline(_))
        };
        let mut tasks: Vec<Fix> = all.filter(is_of_task).cloned().collect();
        tasks.sort_by_key(|fix| fix.range.start);
        tasks
    }

    fn of(&self, block: usize) -> impl Iterator<Item = &'a Fix> + '_ {
        self.by_block.get(&block).into_iter().flatten().copied()
    }

    /// Returns what was said of a block as an item. What is said of a place inside a paragraph is
    /// about the enumeration there.
    pub(super) fn said(&self, block: usize, range: impl Fn(usize) -> TextRange) -> BlockOverride {
        let mut said = BlockOverride::default();
        if self.by_block.is_empty() {
            return said;
        }
        for fix in self.of(block) {
            match fix.change {
                Change::Item => said.item = Some(IsItem::Yes),
                Change::Drop
                    if fix.range.start == range(block).start || !self.inside(fix, range(block)) =>
                {
                    said.item = Some(IsItem::No);
                }
                Change::Level(level) => {
                    said.level = Some(level);
                    said.item = Some(IsItem::Yes);
                }
                _ => {}
            }
        }
        said
    }

    fn inside(&self, fix: &Fix, block: TextRange) -> bool {
        const MARKER: usize = 24;
        fix.range.start.get() > block.start.get() + MARKER
    }

    /// Tells whether the user said that a paragraph holds no enumeration.
    pub(super) fn drops_inline(&self, block: usize, range: TextRange) -> bool {
        self.of(block).any(|fix| fix.change == Change::Drop && self.inside(fix, range))
    }

    /// Returns the role that the user gave the item which a block opens.
    pub(super) fn role(&self, block: usize, range: TextRange) -> Option<Role> {
        self.roles(block, move |fix| !self.inside(fix, range))
    }

    /// Returns the role that the user gave a member of the enumeration in a block.
    pub(super) fn inline_role(
        &self,
        block: usize,
        range: TextRange,
        member: TextRange,
    ) -> Option<Role> {
        self.roles(block, move |fix| self.inside(fix, range) && member.contains(fix.range.start))
    }

    fn roles(&self, block: usize, about: impl Fn(&Fix) -> bool) -> Option<Role> {
        let roles = self.of(block).filter_map(|fix| match fix.change {
            Change::Role(role) if about(fix) => Some(role),
            _ => None,
        });
        roles.last()
    }

    /// Returns the role that the user gave the series whose first item is in a block.
    pub(super) fn series_role(&self, block: usize) -> Option<Role> {
        let roles = self.of(block).filter_map(|fix| match fix.change {
            Change::SeriesRole(role) => Some(role),
            _ => None,
        });
        roles.last()
    }

    /// Returns the title that the user gave that series.
    pub(super) fn series_title(&self, block: usize) -> Option<&'a str> {
        let titles = self.of(block).filter_map(|fix| match &fix.change {
            Change::SeriesTitle(title) => Some(title.as_str()),
            _ => None,
        });
        titles.last()
    }
}

/// Returns the blocks that a range touches, from `first` on.
fn touched(blocks: &[Block], first: usize, range: TextRange) -> std::ops::Range<usize> {
    let end = blocks.partition_point(|block| block.range.start < range.end);
    first..end.max(first + 1)
}
