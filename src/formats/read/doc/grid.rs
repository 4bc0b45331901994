//! The tables that are open while a text is read: Word tells where cells and rows end, not where tables do.

use super::looks::TableEnd;
use crate::formats::read::paragraph::Paragraph;
use crate::formats::read::table::{CellContent, DraftTable};

/// Something of a text: a paragraph or a table.
#[derive(Debug)]
pub(super) enum DocBlock {
    Paragraph(Box<Paragraph>),
    Table(DraftTable),
}

/// What a cell holds.
type DocCell = Vec<CellContent<Paragraph>>;

/// A table that is being read.
#[derive(Debug, Default)]
struct DocGrid {
    rows: Vec<Vec<DocCell>>,
    row: Vec<DocCell>,
    cell: DocCell,
}

/// A text as far as it is read, and the tables open in it, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    done: Vec<DocBlock>,
    open: Vec<DocGrid>,
}

/// The most tables in one another: deeper ones count as one.
const DEPTH: usize = 32;

impl Blocks {
    /// Adds a paragraph that lies in so many tables, and ends what its end ends.
    pub fn push(&mut self, paragraph: Paragraph, depth: usize, ends: TableEnd) {
        let depth = depth.min(DEPTH);
        while self.open.len() > depth {
            self.close();
        }
        while self.open.len() < depth {
            self.open.push(DocGrid::default());
        }
        let Some(grid) = self.open.last_mut() else {
            self.done.push(DocBlock::Paragraph(Box::new(paragraph)));
            return;
        };
        if ends != TableEnd::Row || !paragraph.is_blank() {
            grid.cell.push(CellContent::Words(paragraph));
        }
        match ends {
            TableEnd::Nothing => {}
            TableEnd::Cell => grid.end_cell(),
            TableEnd::Row => grid.end_row(),
        }
    }

    /// Adds something that does not stand in the order of the text: before the paragraph that is
    /// being read.
    pub fn beside(&mut self, block: DocBlock) {
        match (self.open.last_mut(), block) {
            (Some(grid), DocBlock::Paragraph(paragraph)) => {
                grid.cell.push(CellContent::Words(*paragraph));
            }
            (Some(grid), DocBlock::Table(table)) => grid.cell.push(CellContent::Table(table)),
            (None, block) => self.done.push(block),
        }
    }

    /// Takes out blank cells of the row that ended last, by their numbers.
    pub fn drop_cells(&mut self, merged: &[usize]) {
        let Some(row) = self.open.last_mut().and_then(|grid| grid.rows.last_mut()) else { return };
        for index in merged.iter().rev() {
            let is_blank =
                row.get(*index).is_some_and(|cell| cell.iter().all(CellContent::is_mute));
            if is_blank {
                row.remove(*index);
            }
        }
    }

    /// Ends the innermost table; one within another is of its cell.
    fn close(&mut self) {
        let Some(mut grid) = self.open.pop() else { return };
        grid.end_row();
        match self.open.last_mut() {
            Some(outer) => outer.cell.push(CellContent::Table(DraftTable::of(grid.rows))),
            None => self.done.push(DocBlock::Table(DraftTable::of(grid.rows))),
        }
    }

    /// Returns all that was read.
    pub fn finish(mut self) -> Vec<DocBlock> {
        while !self.open.is_empty() {
            self.close();
        }
        self.done
    }
}

impl DocGrid {
    fn end_cell(&mut self) {
        self.row.push(std::mem::take(&mut self.cell));
    }

    fn end_row(&mut self) {
        if !self.cell.is_empty() {
            self.end_cell();
        }
        if !self.row.is_empty() {
            self.rows.push(std::mem::take(&mut self.row));
        }
    }
}
