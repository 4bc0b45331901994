//! The rows of the screen that show rows of tables, and what stands where on them.

use super::{Layout, Row, RowKind};
use crate::layout::table::{Span, TableLayout, TableLine};
use crate::speech::{RowPart, Speech, Table};
use crate::text::{TextPos, TextRange};
use std::rc::Rc;

impl Layout {
    /// Returns the words of a row, and where they stand.
    pub fn line(&self, speech: &Speech, row: &Row) -> TableLine {
        let Some(table) = self.table_row(speech, row.block) else {
            let span = Span { range: row.range, x: row.indent, label: None };
            return TableLine { spans: vec![span], bars: Vec::new() };
        };
        if row.kind == RowKind::Rule {
            return TableLine { spans: Vec::new(), bars: self.grid(speech, table).bars() };
        }
        let lines = self.lines(speech, row.block, table);
        let own = |line: &&TableLine| place_of(line) == Some(row.range.start);
        lines.iter().find(own).cloned().unwrap_or_default()
    }

    fn lines(&self, speech: &Speech, block: usize, table: &Table) -> Rc<[TableLine]> {
        if let Some((known, lines)) = &*self.lines.borrow()
            && *known == block
        {
            return Rc::clone(lines);
        }
        let lines: Rc<[TableLine]> =
            self.grid(speech, table).lines(speech, table, block, self.key).into();
        *self.lines.borrow_mut() = Some((block, Rc::clone(&lines)));
        lines
    }

    /// Returns the table that a block is laid out as a row of. With the signs of Markdown a table is shown as
    /// it is written.
    pub(super) fn table_row<'s>(&self, speech: &'s Speech, block: usize) -> Option<&'s Table> {
        let (table, _) = speech.row_of(block).filter(|_| !self.key.furniture)?;
        Some(table)
    }

    fn grid(&self, speech: &Speech, table: &Table) -> Rc<TableLayout> {
        let mut grids = self.grids.borrow_mut();
        let grid = grids
            .entry(table.range.start)
            .or_insert_with(|| Rc::new(TableLayout::of(speech, table, self.key)));
        Rc::clone(grid)
    }

    /// Returns the line of a row of a table that a place is on: that of the last words at or before it.
    pub(super) fn line_at(
        &self,
        speech: &Speech,
        block: usize,
        table: &Table,
        pos: TextPos,
    ) -> usize {
        let lines = self.lines(speech, block, table);
        let spans = lines
            .iter()
            .enumerate()
            .flat_map(|(line, own)| own.spans.iter().map(move |span| (span.range.start, line)));
        spans.filter(|(start, _)| *start <= pos).max().map_or(0, |(_, line)| line)
    }

    pub(super) fn lay_out_row(&self, speech: &Speech, block: usize, table: &Table) -> Vec<Row> {
        let grid = self.grid(speech, table);
        let range = speech.blocks[block].range;
        let empty = |at: TextPos, kind| Row {
            kind,
            range: TextRange { start: at, end: at },
            indent: 0,
            block,
        };
        let part = |block: usize| table.row(block).map(|row| row.part);
        if part(block) == Some(RowPart::Rule) {
            return vec![empty(range.start, RowKind::Rule)];
        }
        let lines = self.lines(speech, block, table);
        let mut rows: Vec<Row> = Vec::with_capacity(lines.len() + 1);
        for line in lines.iter() {
            let ends = line.spans.iter().map(|span| span.range.end);
            let (Some(start), Some(end)) = (place_of(line), ends.max()) else { continue };
            let kind = if rows.is_empty() { RowKind::First } else { RowKind::More };
            let indent = line.spans.first().map_or(0, |span| span.x);
            rows.push(Row { kind, range: TextRange { start, end }, indent, block });
        }
        if rows.is_empty() {
            rows.push(empty(range.start, RowKind::First));
        }
        let next = part(block + 1);
        let head = part(block) == Some(RowPart::Head);
        if head && next.is_some_and(|next| !matches!(next, RowPart::Head | RowPart::Rule)) {
            rows.push(empty(range.end, RowKind::Rule));
        } else if self.key.gaps && !head && (next.is_none() || grid.parts_rows()) {
            let follows = speech.blocks.get(block + 1).is_some();
            rows.extend(follows.then(|| empty(range.end, RowKind::Gap)));
        }
        rows
    }
}

/// Returns the place of a line of a row in the text.
fn place_of(line: &TableLine) -> Option<TextPos> {
    line.spans.iter().map(|span| span.range.start).min()
}
