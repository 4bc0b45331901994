//! Puts lists, roles and furniture together to an outline.

mod evidence;
mod furniture;
mod inline;
mod items;
mod offices;
mod sections;
mod slips;

use super::evidence::{UnitSigns, judge, unit_signs};
use super::fixes::Fixes;
use super::furniture::FoundFurniture;
use super::heading::Heading;
use super::lexicon::Lexicon;
use super::lists::{Break, ListSource, Lists, lists};
use super::quote;
use super::style::LineStyle;
use super::table;
use super::told::BlockHints;
use crate::speech::{Block, BlockKind, FurnitureKind, Outline, Table};

/// What an outline is made of.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    /// The text, with a blank for each line end within a paragraph.
    pub text: &'a str,
    /// The text with its lines.
    pub source: &'a str,
    pub lexicon: &'a Lexicon,
    pub furniture: &'a FoundFurniture,
    pub headings: &'a [Heading],
    pub fixes: &'a Fixes<'a>,
    pub told: &'a BlockHints,
    pub tables: &'a [Table],
}

/// Returns the signs of all lists.
pub(super) fn signs(ground: Ground<'_>, blocks: &[Block]) -> Vec<UnitSigns> {
    unit_signs(ground, blocks, &with_rows(ground, blocks))
}

/// Finds the lists of a text, and the rows of its tables that are items.
fn with_rows(ground: Ground<'_>, blocks: &[Block]) -> Lists {
    let said = |block: usize| ground.fixes.said(block, |at| blocks[at].range);
    let found = (find(ground, blocks), ground.lexicon);
    table::into_lists(ground.text, blocks, ground.tables, found, &said)
}

/// Makes the outline and writes the kinds of items into the blocks.
pub(super) fn assemble(ground: Ground<'_>, blocks: &mut [Block]) -> Outline {
    let found = with_rows(ground, blocks);
    let role_of = |entry: usize| items::said(ground, blocks, &found, entry);
    let verdicts = judge(ground, blocks, &found, &role_of);
    let mut outline = items::make(ground, blocks, &found, &verdicts);
    offices::mark(ground, blocks, &mut outline);
    outline.sections = sections::make(ground, blocks, &outline);
    outline.furniture = furniture::list(ground.source, blocks, ground.furniture);
    outline.diagnostics = slips::find(ground.text, &outline);
    outline.task_fixes = ground.fixes.of_tasks();
    for entry in &found.entries {
        let kind = &mut blocks[entry.block].kind;
        *kind = if *kind == BlockKind::Row { BlockKind::Row } else { BlockKind::Item };
    }
    outline
}

/// Finds the lists of a text.
pub(super) fn find(ground: Ground<'_>, blocks: &[Block]) -> Lists {
    let breaks = breaks(blocks, ground);
    let said = |block: usize| ground.fixes.said(block, |at| blocks[at].range);
    let Ground { text, source: lines, lexicon, told, .. } = ground;
    lists(ListSource { text, lines, blocks, breaks: &breaks, lexicon, told }, &said)
}

/// Tells what each block does to the lists open before it: the head and the ending end them,
/// salutations and headings end their items.
fn breaks(blocks: &[Block], ground: Ground<'_>) -> Vec<Break> {
    let closing = ground.furniture.closing.unwrap_or(usize::MAX);
    let mut headings = ground.headings.iter().peekable();
    let mut style = LineStyle::Bold;
    let asks = quote::asks(ground.text, blocks);
    let tell = |(index, block): (usize, &Block)| {
        while let Some(heading) = headings.next_if(|heading| heading.block <= index) {
            style = heading.style;
        }
        match block.kind {
            _ if index < ground.furniture.body || index >= closing => Break::End,
            BlockKind::Title => Break::End,
            BlockKind::Heading => Break::Pause(style),
            // It parts what is said, but not a part under a heading in capitals.
            BlockKind::Furniture(FurnitureKind::Salutation) => Break::Pause(LineStyle::Bold),
            BlockKind::Furniture(FurnitureKind::Closing) => Break::End,
            // Behind a rule that an answer quotes the page speaks itself.
            BlockKind::Paragraph
                if asks && quote::resumes(block.range.of(ground.text), ground.lexicon) =>
            {
                Break::Pause(LineStyle::Marked(0))
            }
            BlockKind::Paragraph | BlockKind::Continuation | BlockKind::Item => Break::None,
            BlockKind::Furniture(_) | BlockKind::Row => Break::None,
        }
    };
    blocks.iter().enumerate().map(tell).collect()
}
