//! The tables that are open while a text is read: Word tells where cells and rows end, not where tables do.

use super::looks::Ends;
use crate::formats::read::paragraph::Paragraph;
use crate::formats::read::table::{Content, Table};

/// Something of a text: a paragraph or a table.
#[derive(Debug)]
pub(super) enum Block {
    Paragraph(Box<Paragraph>),
    Table(Table),
}

/// What a cell holds.
type Cell = Vec<Content<Paragraph>>;

/// A table that is being read.
#[derive(Debug, Default)]
struct Grid {
    rows: Vec<Vec<Cell>>,
    row: Vec<Cell>,
    cell: Cell,
}

/// A text as far as it is read, and the tables open in it, the outermost first.
#[derive(Debug, Default)]
pub(super) struct Blocks {
    done: Vec<Block>,
    open: Vec<Grid>,
}

/// The most tables in one another: deeper ones count as one.
const DEPTH: usize = 32;

impl Blocks {
    /// Adds a paragraph that lies in so many tables, and ends what its end ends.
    pub fn push(&mut self, paragraph: Paragraph, depth: usize, ends: Ends) {
        let depth = depth.min(DEPTH);
        while self.open.len() > depth {
            self.close();
        }
        while self.open.len() < depth {
            self.open.push(Grid::default());
        }
        let Some(grid) = self.open.last_mut() else {
            self.done.push(Block::Paragraph(Box::new(paragraph)));
            return;
        };
        if ends != Ends::Row || !paragraph.is_blank() {
            grid.cell.push(Content::Words(paragraph));
        }
        match ends {
            Ends::Nothing => {}
            Ends::Cell => grid.end_cell(),
            Ends::Row => grid.end_row(),
        }
    }

    /// Adds something that does not stand in the order of the text: before the paragraph that is
    /// being read.
    pub fn beside(&mut self, block: Block) {
        match (self.open.last_mut(), block) {
            (Some(grid), Block::Paragraph(paragraph)) => {
                grid.cell.push(Content::Words(*paragraph));
            }
            (Some(grid), Block::Table(table)) => grid.cell.push(Content::Table(table)),
            (None, block) => self.done.push(block),
        }
    }

    /// Takes out blank cells of the row that ended last, by their numbers.
    pub fn drop_cells(&mut self, merged: &[usize]) {
        let Some(row) = self.open.last_mut().and_then(|grid| grid.rows.last_mut()) else { return };
        for index in merged.iter().rev() {
            let is_blank = row.get(*index).is_some_and(|cell| cell.iter().all(Content::is_mute));
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
            Some(outer) => outer.cell.push(Content::Table(Table::of(grid.rows))),
            None => self.done.push(Block::Table(Table::of(grid.rows))),
        }
    }

    /// Gives all that was read.
    pub fn finish(mut self) -> Vec<Block> {
        while !self.open.is_empty() {
            self.close();
        }
        self.done
    }
}

impl Grid {
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
