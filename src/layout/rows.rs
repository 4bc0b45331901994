//! The rows that a speech is shown in, made block by block.

mod cells;

use super::key::{LayoutKey, markup_of};
use super::table::{TableLayout, TableLine};
use super::wrap::{Widths, wrap_without};
use crate::speech::{BlockKind, FurnitureKind, Speech};
use crate::text::{TextPos, TextRange, width};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::rc::Rc;

/// How many blocks' rows are kept.
const KEPT: usize = 1024;
/// The deepest level that is indented further.
const DEEPEST: usize = 4;
/// In fewer columns nothing is indented.
const NARROWEST: u16 = 16;
/// From this many bytes on a paragraph stands off from the next without a blank line in the text.
const LONG_PARAGRAPH: usize = 160;

/// One row of the reading pane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Row {
    /// What it shows.
    pub kind: RowKind,
    /// The text in it; empty for a gap. Its start is the row's place in the text.
    pub range: TextRange,
    /// Blank cells before the text.
    pub indent: u16,
    /// The block it belongs to.
    pub block: usize,
}

/// What a row shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowKind {
    /// The first line of a block.
    First,
    /// Another line of it.
    More,
    /// The space behind it.
    Gap,
    /// The line below the head of a table.
    Rule,
    /// A note that so many lines of furniture are hidden here.
    Hidden(u32),
    /// What the reader noted at what ends in the block.
    Notes,
}

/// A row by its block and its place among the rows of that block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowRef {
    /// The block.
    pub block: usize,
    /// The row in it.
    pub row: usize,
}

/// The rows of one speech at one key.
#[derive(Debug)]
pub struct Layout {
    key: LayoutKey,
    /// The blocks that are laid out, in order, if not all are.
    shown: Option<Rc<[Range<usize>]>>,
    /// The blocks with a row for notes, in order.
    noted: Rc<[usize]>,
    kept: RefCell<HashMap<usize, Rc<[Row]>>>,
    /// How each table is laid out, by its place in the text.
    grids: RefCell<HashMap<TextPos, Rc<TableLayout>>>,
    /// The lines of the row of a table that was asked for last.
    lines: RefCell<Option<(usize, Rc<[TableLine]>)>>,
}

impl Layout {
    /// Makes a layout with nothing laid out yet.
    pub fn new(key: LayoutKey) -> Self {
        Layout {
            key,
            shown: None,
            noted: Rc::default(),
            kept: RefCell::default(),
            grids: RefCell::default(),
            lines: RefCell::default(),
        }
    }

    /// Lays out only these blocks, given in order; all for nothing.
    pub fn showing(self, shown: Option<Rc<[Range<usize>]>>) -> Self {
        Layout { shown, kept: RefCell::default(), ..self }
    }

    /// Puts a row for notes below these blocks, given in order.
    pub fn noting(self, noted: Rc<[usize]>) -> Self {
        Layout { noted, kept: RefCell::default(), ..self }
    }

    /// Returns the key.
    pub fn key(&self) -> LayoutKey {
        self.key
    }

    /// Returns the rows of a block: none if the block has none, as for all but the first of several
    /// hidden ones.
    pub fn rows(&self, speech: &Speech, block: usize) -> Rc<[Row]> {
        if let Some(rows) = self.kept.borrow().get(&block) {
            return Rc::clone(rows);
        }
        let mut rows = match self.table_row(speech, block) {
            Some(table) => self.lay_out_row(speech, block, table),
            None => lay_out(speech, block, self.key),
        };
        if self.noted.binary_search(&block).is_ok() {
            add_notes(speech, block, &mut rows);
        }
        let is_open = |row: &Row| !matches!(row.kind, RowKind::Gap | RowKind::Rule);
        if self.key.gaps && self.is_cut_behind(block) && rows.last().is_some_and(is_open) {
            let end = speech.blocks[block].range.end;
            let range = TextRange { start: end, end };
            rows.push(Row { kind: RowKind::Gap, range, indent: 0, block });
        }
        let rows: Rc<[Row]> = rows.into();
        let mut kept = self.kept.borrow_mut();
        if kept.len() >= KEPT {
            kept.clear();
        }
        kept.insert(block, Rc::clone(&rows));
        rows
    }

    /// Returns a row.
    pub fn row(&self, speech: &Speech, at: RowRef) -> Option<Row> {
        if at.block >= speech.blocks.len() {
            return None;
        }
        self.rows(speech, at.block).get(at.row).copied()
    }

    /// Finds the row that shows `pos`: the row it lies in, or the gap or note that stands for it.
    pub fn find(&self, speech: &Speech, pos: TextPos) -> RowRef {
        if speech.blocks.is_empty() {
            return RowRef::default();
        }
        // What is hidden is shown by the note at the first block of its stretch.
        let block = self.nearest_shown(speech.block_at(pos), speech.blocks.len());
        let block = self.first_of_stretch(speech, block);
        let rows = self.rows(speech, block);
        if pos < speech.blocks[block].range.end
            && let Some(table) = self.table_row(speech, block)
        {
            return RowRef { block, row: self.line_at(speech, block, table, pos) };
        }
        let after = rows.partition_point(|row| row.range.start <= pos);
        RowRef { block, row: after.saturating_sub(1) }
    }

    /// Returns the next row.
    pub fn next(&self, speech: &Speech, at: RowRef) -> Option<RowRef> {
        if at.row + 1 < self.rows_or_none(speech, at.block) {
            return Some(RowRef { row: at.row + 1, ..at });
        }
        let mut block = self.shown_from(at.block + 1);
        while self.has_no_rows(speech, block) {
            block = self.shown_from(block + 1);
        }
        (block < speech.blocks.len()).then_some(RowRef { block, row: 0 })
    }

    /// Returns the row before.
    pub fn previous(&self, speech: &Speech, at: RowRef) -> Option<RowRef> {
        if at.row > 0 {
            return Some(RowRef { row: at.row - 1, ..at });
        }
        let block = self.shown_back(at.block.checked_sub(1)?)?;
        let block = self.first_of_stretch(speech, block);
        let rows = self.rows_or_none(speech, block);
        rows.checked_sub(1).map(|row| RowRef { block, row })
    }

    /// Returns the first block from `block` on that is laid out.
    fn shown_from(&self, block: usize) -> usize {
        let Some(shown) = &self.shown else { return block };
        let after = shown.partition_point(|blocks| blocks.end <= block);
        shown.get(after).map_or(usize::MAX, |blocks| blocks.start.max(block))
    }

    /// Returns the last block up to `block` that is laid out.
    fn shown_back(&self, block: usize) -> Option<usize> {
        let Some(shown) = &self.shown else { return Some(block) };
        let before = shown.partition_point(|blocks| blocks.start <= block).checked_sub(1)?;
        Some(block.min(shown[before].end - 1))
    }

    /// Returns the block that is laid out at or after `block`, or else the last before it.
    fn nearest_shown(&self, block: usize, count: usize) -> usize {
        let next = self.shown_from(block);
        if next < count { next } else { self.shown_back(block).unwrap_or(block) }
    }

    /// Tells whether the blocks behind one are not laid out, but others after them are.
    fn is_cut_behind(&self, block: usize) -> bool {
        let next = self.shown_from(block + 1);
        next != block + 1 && next != usize::MAX
    }

    /// Tells whether a block is hidden behind the note of one before it.
    fn has_no_rows(&self, speech: &Speech, block: usize) -> bool {
        let is_hidden =
            |at: usize| speech.blocks.get(at).is_some_and(|block| block.kind.is_hidden());
        !self.key.furniture && block > 0 && is_hidden(block) && is_hidden(block - 1)
    }

    /// Returns the block that has the rows which stand for `block`.
    fn first_of_stretch(&self, speech: &Speech, mut block: usize) -> usize {
        while self.has_no_rows(speech, block) {
            block -= 1;
        }
        block
    }

    /// Moves `by` rows on, or back; stops at the first and last row.
    pub fn step(&self, speech: &Speech, from: RowRef, by: isize) -> RowRef {
        let mut at = from;
        for _ in 0..by.unsigned_abs() {
            let next = if by < 0 { self.previous(speech, at) } else { self.next(speech, at) };
            match next {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    /// Returns the last row of the text.
    pub fn last(&self, speech: &Speech) -> RowRef {
        let end = RowRef { block: speech.blocks.len(), row: 0 };
        self.previous(speech, end).unwrap_or_default()
    }

    /// Returns up to `count` rows from `from` on.
    pub fn page(&self, speech: &Speech, from: RowRef, count: usize) -> Vec<Row> {
        let mut out = Vec::with_capacity(count);
        let mut at = Some(from);
        while let Some(here) = at.filter(|_| out.len() < count) {
            out.extend(self.row(speech, here));
            at = self.next(speech, here);
        }
        out
    }

    fn rows_or_none(&self, speech: &Speech, block: usize) -> usize {
        if block < speech.blocks.len() { self.rows(speech, block).len() } else { 0 }
    }
}

fn lay_out(speech: &Speech, index: usize, key: LayoutKey) -> Vec<Row> {
    let block = speech.blocks[index];
    if block.kind.is_hidden() && !key.furniture {
        return hidden_note(speech, index, key).unwrap_or_default();
    }
    if is_bar(speech, index, key) {
        let range = TextRange { start: block.range.start, end: block.range.start };
        return vec![Row { kind: RowKind::Gap, range, indent: 0, block: index }];
    }
    let (indent, hang) = indents(speech, index, key.width);
    let widths = Widths {
        first: usize::from(key.width) - indent,
        rest: usize::from(key.width) - indent - hang,
    };
    let signs = markup_of(speech, index, key).signs;
    let mut rows: Vec<Row> = wrap_without(&speech.text, block.range, widths, &signs)
        .into_iter()
        .enumerate()
        .map(|(line, range)| Row {
            kind: if line == 0 { RowKind::First } else { RowKind::More },
            range,
            indent: (indent + if line == 0 { 0 } else { hang }) as u16,
            block: index,
        })
        .collect();
    if key.gaps && has_gap(speech, index, key) {
        let end = block.range.end;
        let range = TextRange { start: end, end };
        rows.push(Row { kind: RowKind::Gap, range, indent: 0, block: index });
    }
    rows
}

/// Puts a row for notes below the words of a block, if they are enough to give it a place of its own: that of the last letter.
fn add_notes(speech: &Speech, block: usize, rows: &mut Vec<Row>) {
    let is_text = |row: &Row| matches!(row.kind, RowKind::First | RowKind::More);
    let Some(at) = rows.iter().rposition(is_text) else { return };
    let last = TextPos::new(speech.blocks[block].range.end.get().saturating_sub(1));
    let place = last.clamp_to(&speech.text);
    if rows[at].range.start < place {
        let range = TextRange { start: place, end: place };
        let indent = rows[at].indent;
        rows.insert(at + 1, Row { kind: RowKind::Notes, range, indent, block });
    }
}

/// Tells whether a block is a rule or a table's bar around a speech, which a gap stands for.
fn is_bar(speech: &Speech, index: usize, key: LayoutKey) -> bool {
    let block = speech.blocks[index];
    key.gaps
        && !key.furniture
        && matches!(block.kind, BlockKind::Furniture(_))
        && !block.range.of(&speech.text).contains(char::is_alphanumeric)
}

/// Makes the note for a stretch of hidden blocks, at the first of them.
fn hidden_note(speech: &Speech, index: usize, key: LayoutKey) -> Option<Vec<Row>> {
    let is_hidden = |at: usize| speech.blocks.get(at).is_some_and(|block| block.kind.is_hidden());
    if index > 0 && is_hidden(index - 1) {
        return None;
    }
    let last = (index..).take_while(|&at| is_hidden(at)).last()?;
    let lines = (last - index + 1) as u32;
    let range = speech.blocks[index].range.union(speech.blocks[last].range);
    let mut rows = vec![Row { kind: RowKind::Hidden(lines), range, indent: 0, block: index }];
    if key.gaps && last + 1 < speech.blocks.len() {
        let range = TextRange { start: range.end, end: range.end };
        rows.push(Row { kind: RowKind::Gap, range, indent: 0, block: index });
    }
    Some(rows)
}

/// Returns the indent of a block and how much further its later lines hang, in cells.
fn indents(speech: &Speech, index: usize, columns: u16) -> (usize, usize) {
    let block = speech.blocks[index];
    if columns < NARROWEST {
        return (0, 0);
    }
    let narrow = columns < 48;
    let step = if narrow { 1 } else { 2 };
    let hang = if narrow { 2 } else { 4 };
    if matches!(block.kind, BlockKind::Furniture(_) | BlockKind::Title | BlockKind::Heading) {
        return (0, 0);
    }
    let Some(item) = speech.outline.item_at(block.range.start) else { return (0, 0) };
    let item = &speech.outline.items[item];
    let level = usize::from(item.level.saturating_sub(1)).min(DEEPEST);
    let indent = level * step;
    if item.range.start.max(block.range.start) == item.range.start
        || block.range.contains(item.range.start)
    {
        // A short marker hangs by its own width, so that "a)" stays narrow.
        let marker = width::width(item.marker.of(&speech.text)) + 1;
        return (indent, hang.min(marker));
    }
    (indent + hang, 0)
}

/// Tells whether space follows a block.
fn has_gap(speech: &Speech, index: usize, key: LayoutKey) -> bool {
    let visible = |kind: BlockKind| key.furniture || !kind.is_hidden();
    let block = speech.blocks[index];
    let Some(next) = speech.blocks.get(index + 1) else { return false };
    let one_title = block.kind == BlockKind::Title && next.kind == BlockKind::Title;
    if next.kind == BlockKind::Continuation || one_title || is_bar(speech, index + 1, key) {
        return false;
    }
    let blank_line = next.line > block.line + 1;
    let set_off = |kind| {
        matches!(
            kind,
            BlockKind::Title | BlockKind::Heading | BlockKind::Furniture(FurnitureKind::Front)
        )
    };
    let long = block.range.len() >= LONG_PARAGRAPH || next.range.len() >= LONG_PARAGRAPH;
    blank_line
        || visible(block.kind) != visible(next.kind)
        || set_off(block.kind)
        || set_off(next.kind)
        || long
}
