//! Which lines are a table, which of its rows name the columns, and which rows are tasks.
//!
//! A table is lines that begin with a bar, as Markdown has them and as importers write them. Knows
//! what its columns are for by their names; the tables of a document's head and of its signatures
//! are none.

mod purpose;
mod row;
mod tasks;

use super::lexicon::Lexicon;
use crate::speech::{
    Block, BlockKind, Cell, Format, FurnitureKind, Hint, HintKind, Hints, RowPart, Table, TableRow,
};
use crate::text::TextRange;
use crate::text::is_letter;
use purpose::{HEADS, TablePurpose};
use row::{cells, is_bare_row, is_row, is_rule};
use std::ops::Range;
pub(super) use tasks::{into_lists, words_of};

/// The most columns of a table; what has more is text.
const COLUMNS: usize = 128;
/// The longest name of a column, in bytes.
const NAME: usize = 160;

/// A table, and whether anything else than its lines tells that it is one.
#[derive(Debug)]
pub(super) struct FoundTable {
    pub table: Table,
    certainty: Certainty,
}

/// How sure it is that lines are a table of the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Certainty {
    /// The names of its columns tell.
    Sure,
    /// A document's head and its signatures are set so, too.
    Open,
}

/// Finds what may be tables. The rows of those that are sure are marked in the blocks, so that they
/// are not looked at for a title.
pub(super) fn find(
    text: &str,
    blocks: &mut [Block],
    hints: &Hints,
    lexicon: &Lexicon,
) -> Vec<FoundTable> {
    let mut out = Vec::new();
    let mut spans = Spans { marks: &hints.marks, next: 0 };
    let mut first = 0;
    while first < blocks.len() {
        let line = |at: usize| blocks.get(at).map_or("", |block| block.range.of(text));
        let is_bare = || {
            is_bare_row(line(first)) && line(first + 1).contains('|') && is_rule(line(first + 1))
        };
        let end = match () {
            () if is_row(line(first)) => end_of(text, blocks, first, hints.format),
            () if is_bare() => end_of_bare(text, blocks, first),
            () => {
                first += 1;
                continue;
            }
        };
        if let Some(found) = table(text, blocks, first..end, &mut spans, lexicon) {
            if found.certainty == Certainty::Sure {
                mark(&found.table, blocks);
            }
            out.push(found);
        }
        first = end;
    }
    out
}

/// Returns those that are tables now that the furniture is known, and marks their rows.
pub(super) fn settle(found: Vec<FoundTable>, blocks: &mut [Block]) -> Vec<Table> {
    let is_of_text = |found: &FoundTable| {
        let rows = &blocks[found.table.blocks.clone()];
        let is_set = |row: &Block| {
            let furniture =
                [FurnitureKind::Front, FurnitureKind::Closing].map(BlockKind::Furniture);
            row.kind == BlockKind::Title || furniture.contains(&row.kind)
        };
        found.certainty == Certainty::Sure || !rows.iter().any(is_set)
    };
    let found: Vec<FoundTable> = found.into_iter().filter(is_of_text).collect();
    found.iter().for_each(|found| mark(&found.table, blocks));
    found.into_iter().map(|found| found.table).collect()
}

fn mark(table: &Table, blocks: &mut [Block]) {
    blocks[table.blocks.clone()].iter_mut().for_each(|block| block.kind = BlockKind::Row);
}

/// Tells whether all rows of a table are still rows, and makes text of those that are, if not: a user said
/// that one is something else.
pub(super) fn is_whole(table: &Table, blocks: &mut [Block]) -> bool {
    let rows = &mut blocks[table.blocks.clone()];
    let whole = rows.iter().all(|block| block.kind == BlockKind::Row);
    if !whole {
        let rows = rows.iter_mut().filter(|block| block.kind == BlockKind::Row);
        rows.for_each(|block| block.kind = BlockKind::Paragraph);
    }
    whole
}

/// Returns the block after the last of the rows that begin at `first`. In a text a converter may have left a
/// blank line between rows; what has a line below it that parts head and body is another table.
fn end_of(text: &str, blocks: &[Block], first: usize, format: Format) -> usize {
    let line = |at: usize| blocks.get(at).map(|block| block.range.of(text));
    let bars = |at: usize| line(at).map(|line| memchr::memchr_iter(b'|', line.as_bytes()).count());
    let mut end = first + 1;
    while let Some(next) = blocks.get(end) {
        if next.kind == BlockKind::Continuation || !is_row(next.range.of(text)) {
            break;
        }
        let lines = next.line - blocks[end - 1].last_line(text);
        let begins = || line(end + 1).is_some_and(is_rule);
        let goes_on = || format.is_text() && lines == 2 && bars(end) == bars(end - 1) && !begins();
        if lines != 1 && !goes_on() {
            break;
        }
        end += 1;
    }
    end
}

/// Returns the block after the last row of a table whose rows have no bar before the first cell.
fn end_of_bare(text: &str, blocks: &[Block], first: usize) -> usize {
    let mut end = first + 1;
    while let Some(next) = blocks.get(end) {
        let touches = blocks[end - 1].last_line(text) + 1 == next.line;
        let row = is_bare_row(next.range.of(text)) && next.kind != BlockKind::Continuation;
        if !touches || !row {
            break;
        }
        end += 1;
    }
    end
}

/// What a format says of the cells of its tables, read in order.
struct Spans<'a> {
    marks: &'a [Hint],
    next: usize,
}

impl Spans<'_> {
    fn of(&mut self, line: TextRange) -> Vec<Hint> {
        while self.marks.get(self.next).is_some_and(|mark| mark.range.start < line.start) {
            self.next += 1;
        }
        let inside = self.marks[self.next..].iter();
        let inside = inside.take_while(|mark| mark.range.start < line.end);
        inside.filter(|mark| matches!(mark.kind, HintKind::Spans { .. })).copied().collect()
    }
}

/// Makes a table of lines, if they are one: two rows and two columns at least.
fn table(
    text: &str,
    blocks: &[Block],
    place: Range<usize>,
    spans: &mut Spans<'_>,
    lexicon: &Lexicon,
) -> Option<FoundTable> {
    let lines = &blocks[place.clone()];
    if blocks.get(place.end).is_some_and(|next| next.kind == BlockKind::Continuation) {
        return None;
    }
    let mut rows: Vec<TableRow> = Vec::with_capacity(lines.len());
    for block in lines {
        let line = block.range;
        let row = match is_rule(line.of(text)) {
            true => TableRow { part: RowPart::Rule, line, cells: Vec::new() },
            false => {
                let cells = cells(text, line, &spans.of(line));
                TableRow { part: RowPart::Body, line, cells }
            }
        };
        if row.cells.len() > COLUMNS {
            return None;
        }
        rows.push(row);
    }
    let wide = |row: &&TableRow| row.filled().nth(1).is_some();
    let filled = |row: &&TableRow| row.filled().next().is_some();
    let has_rule = rows.iter().any(|row| row.part == RowPart::Rule);
    let enough = rows.iter().filter(wide).count() >= if has_rule { 1 } else { 2 };
    let columns = rows.iter().map(width_of).max().unwrap_or(0);
    if !(2..=COLUMNS).contains(&columns) || !enough || rows.iter().filter(filled).count() < 2 {
        return None;
    }
    fit(&mut rows, columns);
    let range = lines[0].range.union(lines[lines.len() - 1].range);
    mark_heads(text, &mut rows);
    let mut table =
        Table { range, blocks: place, columns: vec![Default::default(); columns], rows };
    let certainty = match purpose::mark(text, &mut table, lexicon) {
        TablePurpose::Tasks | TablePurpose::Numbered => Certainty::Sure,
        TablePurpose::Open => Certainty::Open,
    };
    Some(FoundTable { table, certainty })
}

fn width_of(row: &TableRow) -> usize {
    row.cells.last().map_or(0, |cell| usize::from(cell.column) + usize::from(cell.columns))
}

/// Makes each row as wide as the table: a cell alone spans all columns. Gives the cells below one that
/// spans rows its words.
fn fit(rows: &mut [TableRow], columns: usize) {
    // The cell that reaches down in each column: its words, and how many more rows.
    let mut open: Vec<Option<(Cell, u16)>> = vec![None; columns];
    for row in rows.iter_mut().filter(|row| row.part != RowPart::Rule) {
        if let [only] = row.cells.as_mut_slice() {
            only.columns = columns as u16;
        }
        for at in width_of(row)..columns {
            let range = TextRange { start: row.line.end, end: row.line.end };
            row.cells.push(Cell { range, column: at as u16, columns: 1, rows: 1 });
        }
        for cell in &mut row.cells {
            let place = usize::from(cell.column);
            let above = open.get_mut(place).and_then(Option::as_mut);
            match above.filter(|_| cell.range.is_empty()) {
                Some((above, left)) => {
                    (cell.range, cell.rows) = (above.range, 0);
                    *left -= 1;
                    if *left == 0 {
                        open[place] = None;
                    }
                }
                None if cell.rows > 1 => open[place] = Some((*cell, cell.rows - 1)),
                None => {
                    if let Some(slot) = open.get_mut(place) {
                        *slot = None;
                    }
                }
            }
        }
    }
}

/// Marks the rows that name the columns: those above the rule, or the first if it reads like names.
fn mark_heads(text: &str, rows: &mut [TableRow]) {
    let rule = rows.iter().take(HEADS).position(|row| row.part == RowPart::Rule);
    let end = match rule {
        Some(rule) => rule,
        None => usize::from(rows.first().is_some_and(|row| reads_as_names(text, row))),
    };
    for row in &mut rows[..end] {
        row.part = RowPart::Head;
    }
}

/// Tells whether a row may be that of the names of columns: each cell but one has a few words, and none
/// is a number.
fn reads_as_names(text: &str, row: &TableRow) -> bool {
    let named = row.filled().count();
    let is_name = |cell: &Cell| {
        let words = cell.range.of(text);
        words.len() <= NAME && words.contains(is_letter)
    };
    named >= 2 && named + 1 >= row.cells.len() && row.filled().all(is_name)
}
