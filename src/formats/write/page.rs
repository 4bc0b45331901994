//! From a speech to what every format writes of it: one piece a paragraph, each with what it is and
//! its words as the reader shows them, in runs that look alike.
//!
//! Lines that were wrapped are put together, signs of Markdown are taken for the look they stand
//! for, and furniture of a page is kept apart from the speech. Nothing here knows a format.

use super::levels::{HeadingLevels, item_of};
use super::runs::{HintsBefore, RunEmphasis, TextRun, runs};
use crate::speech::{
    Block, BlockKind, Cell, Format, FurnitureKind, Headings, ItemIndex, RowPart, SectionKind,
    SeriesIndex, Speech, TableRow,
};
use crate::text::{TextPos, TextRange};

/// What of a speech is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PagePart {
    /// All of it.
    Whole,
    /// A series with its lead.
    Series(SeriesIndex),
    /// An item with what lies in it.
    Item(ItemIndex),
}

/// What becomes of a page's furniture: menus and captions, which the reader hides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum FurniturePolicy {
    /// It is kept where the format has a place for what is not shown.
    #[default]
    Kept,
    /// It is left out.
    LeftOut,
}

/// A speech, or a part of it, as it is written.
#[derive(Clone, Debug)]
pub struct Page<'a> {
    /// The speech.
    pub speech: &'a Speech,
    /// What of it.
    pub part: PagePart,
    /// Its paragraphs, in reading order.
    pub pieces: Vec<PagePiece>,
}

/// A paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePiece {
    /// The first of its blocks.
    pub block: usize,
    /// What it is.
    pub kind: PieceKind,
    /// Its words.
    pub runs: Vec<TextRun>,
    /// If it is a row of a table, its cells from left to right.
    pub cells: Vec<PieceCell>,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceCell {
    /// Where it stands in its table.
    pub cell: Cell,
    /// Its words.
    pub runs: Vec<TextRun>,
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PieceKind {
    /// The title.
    Title,
    /// A heading, so deep among headings and the items that hold some, from 0.
    Heading(u8),
    /// Prose.
    Text,
    /// It opens this item.
    Item(ItemIndex),
    /// It opens this item, and is set off as a heading is, so deep among headings.
    ItemHeading(ItemIndex, u8),
    /// Furniture.
    Furniture(FurnitureKind),
    /// A row of a table, and the item that it opens.
    Row(Option<ItemIndex>),
}

impl<'a> Page<'a> {
    /// Cuts a speech, or a part of it, into pieces.
    pub fn of(speech: &'a Speech, part: PagePart) -> Self {
        let range = range_of(speech, part);
        let levels = HeadingLevels::of(speech);
        let headings = headings(speech);
        let mut pieces: Vec<PagePiece> = Vec::new();
        let mut hints = HintsBefore { speech, first: 0 };
        let mut block = data_before(speech);
        while block < speech.blocks.len() {
            let last = last_of(&speech.blocks, block);
            let whole = speech.blocks[block].range.union(speech.blocks[last].range);
            if let Some((table, row)) = speech.row_of(block) {
                let head = row.part == RowPart::Head && table.range.intersection(range).is_some();
                let inside = head || whole.intersection(range).is_some();
                if inside && row.part != RowPart::Rule {
                    pieces.push(row_of(speech, block, row, &mut hints));
                }
                block += 1;
                continue;
            }
            // An enumeration within a paragraph is a part of a block.
            if let Some(words) = whole.intersection(range) {
                let kind = kind_of(speech, block, &levels, &headings);
                let runs = runs(speech, block..last + 1, words, &mut hints);
                let sign = is_own(speech) && is_remark(whole.of(&speech.text));
                if !runs.is_empty() && !sign {
                    pieces.push(PagePiece { block, kind, runs, cells: Vec::new() });
                }
            }
            block = last + 1;
        }
        Page { speech, part, pieces }
    }

    /// Tells whether a piece is furniture that the reader hides.
    pub fn is_hidden(piece: &PagePiece) -> bool {
        matches!(piece.kind, PieceKind::Furniture(FurnitureKind::Chrome | FurnitureKind::Caption))
    }

    /// Gives the place of the table that a piece is a row of.
    pub fn table_of(&self, piece: &PagePiece) -> Option<TextPos> {
        let (table, _) = self.speech.row_of(piece.block)?;
        Some(table.range.start)
    }

    /// Tells whether a piece is a row of the same table as the one at this place, which comes before it.
    pub fn goes_on(&self, piece: &PagePiece, table: Option<TextPos>) -> bool {
        table.is_some() && self.table_of(piece) == table
    }

    /// Tells whether a piece is of the title.
    pub fn has_title(&self) -> bool {
        self.pieces.iter().any(|piece| piece.kind == PieceKind::Title)
    }
}

impl PagePiece {
    /// Gives its words without their look.
    pub fn words(&self) -> String {
        self.runs.iter().map(|run| run.words.as_str()).collect()
    }

    /// Gives the item that it opens.
    pub fn item(&self) -> Option<ItemIndex> {
        match self.kind {
            PieceKind::Item(item)
            | PieceKind::ItemHeading(item, _)
            | PieceKind::Row(Some(item)) => Some(item),
            _ => None,
        }
    }
}

/// Makes a piece of a row: its words are a line with bars around each cell.
fn row_of(speech: &Speech, block: usize, row: &TableRow, hints: &mut HintsBefore<'_>) -> PagePiece {
    let own = row.cells.iter().filter(|cell| cell.rows > 0);
    let mut cell = |cell: &Cell| match cell.range.is_empty() {
        true => PieceCell { cell: *cell, runs: Vec::new() },
        false => {
            let runs = runs(speech, block..block + 1, cell.range, hints);
            PieceCell { cell: *cell, runs }
        }
    };
    let cells: Vec<PieceCell> = own.map(&mut cell).collect();
    let width = row.cells.last().map_or(0, |cell| cell.column + cell.columns);
    let line = line_of(&cells, usize::from(width), &|runs| {
        runs.iter().map(|run| run.words.replace('|', "\\|")).collect()
    });
    let runs = vec![TextRun { words: line, look: RunEmphasis::Plain, opens: None }];
    let kind = PieceKind::Row(item_of(speech, &speech.blocks[block]));
    PagePiece { block, kind, runs, cells }
}

/// Writes cells as a line with bars around each; a cell alone stands for the whole row.
pub(super) fn line_of(
    cells: &[PieceCell],
    width: usize,
    words: &dyn Fn(&[TextRun]) -> String,
) -> String {
    let mut all = vec![String::new(); width];
    let whole = cells.len() == 1 && usize::from(cells[0].cell.columns) == width;
    for cell in cells {
        if let Some(place) = all.get_mut(usize::from(cell.cell.column)) {
            *place = words(&cell.runs);
        }
    }
    if whole {
        all.truncate(1);
    }
    format!("| {} |", all.join(" | "))
}

/// Tells whether this program wrote the file that a speech is from.
fn is_own(speech: &Speech) -> bool {
    speech.hints.format == Format::Markdown && speech.hints.headings == Headings::Marked
}

/// Counts the blocks of the data before a text that this program wrote: it is written anew.
fn data_before(speech: &Speech) -> usize {
    let is_line = |block: &Block| block.range.of(&speech.text) == "---";
    if !is_own(speech) || !speech.blocks.first().is_some_and(is_line) {
        return 0;
    }
    speech.blocks.iter().skip(1).position(is_line).map_or(0, |at| at + 2)
}

/// Tells whether a line begins or ends a remark of this program's.
fn is_remark(line: &str) -> bool {
    matches!(line, "<!--" | "-->") || line.starts_with("<!-- dienvan:")
}

/// Gives the stretch of a speech that a part is.
pub fn range_of(speech: &Speech, part: PagePart) -> TextRange {
    let outline = &speech.outline;
    match part {
        PagePart::Whole => TextRange::new(0, speech.text.len()),
        PagePart::Item(item) => outline.items[item].range,
        PagePart::Series(index) => {
            let series = &outline.series[index];
            let items = series.items.iter().map(|&item| outline.items[item].range);
            // A series without a lead or an item would have nothing to be found by.
            items.chain(series.lead).reduce(TextRange::union).unwrap_or_default()
        }
    }
}

/// Gives the last of the blocks that a paragraph was cut into.
fn last_of(blocks: &[Block], first: usize) -> usize {
    let more = blocks[first + 1..].iter();
    first + more.take_while(|block| block.kind == BlockKind::Continuation).count()
}

fn kind_of(
    speech: &Speech,
    index: usize,
    levels: &HeadingLevels,
    headings: &[Option<u8>],
) -> PieceKind {
    let block = &speech.blocks[index];
    match block.kind {
        BlockKind::Title => PieceKind::Title,
        BlockKind::Furniture(kind) => PieceKind::Furniture(kind),
        BlockKind::Heading => match headings[index] {
            Some(depth) => PieceKind::Heading(levels.of_heading(depth)),
            // A line of a heading of several lines.
            None => PieceKind::Heading(levels.of_heading(levels.last_before(index))),
        },
        BlockKind::Paragraph | BlockKind::Continuation => PieceKind::Text,
        // Only as long as it is not known as one.
        BlockKind::Row => PieceKind::Text,
        BlockKind::Item => match item_of(speech, block) {
            Some(item) => match levels.of_item[item] {
                Some(level) => PieceKind::ItemHeading(item, level),
                None => PieceKind::Item(item),
            },
            None => PieceKind::Text,
        },
    }
}

/// Gives the depth of the heading that begins at each block.
fn headings(speech: &Speech) -> Vec<Option<u8>> {
    let mut out = vec![None; speech.blocks.len()];
    for section in &speech.outline.sections {
        let SectionKind::Heading(range) = section.kind else { continue };
        let block = speech.block_at(range.start);
        if speech.blocks.get(block).is_some_and(|block| block.kind == BlockKind::Heading) {
            out[block] = Some(section.depth);
        }
    }
    out
}
