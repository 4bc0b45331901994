//! A table of a text: its rows and cells, as ranges of the text, and what its columns are for.
//!
//! A row is a line of the text, "| 1 | Rà soát | Văn phòng |", and a block. Cells that span columns or
//! rows are known from the file's format.

use crate::text::TextRange;
use std::ops::Range;

/// A table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// From its first row to its last.
    pub range: TextRange,
    /// The blocks that are its rows, one each.
    pub blocks: Range<usize>,
    /// What each column is for; as many as the table has columns.
    pub columns: Vec<Column>,
    /// The rows, one for each block.
    pub rows: Vec<TableRow>,
}

/// What a column of a table is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Column {
    /// The numbers of tasks.
    Number,
    /// What is to be done.
    Task,
    /// Who does it, or leads those who do.
    Lead,
    /// Who takes part.
    Partners,
    /// What comes of it: a report, a draft.
    Product,
    /// By when.
    Deadline,
    /// A note.
    Note,
    /// Anything else. All columns of a table that is none of tasks are.
    #[default]
    Other,
}

impl Column {
    /// The columns that tell something of a task.
    pub const FIELDS: [Column; 5] =
        [Column::Lead, Column::Partners, Column::Product, Column::Deadline, Column::Note];

    /// Returns the name that JSON and CSV use.
    pub fn name(self) -> &'static str {
        match self {
            Column::Number => "number",
            Column::Task => "task",
            Column::Lead => "lead",
            Column::Partners => "partners",
            Column::Product => "product",
            Column::Deadline => "deadline",
            Column::Note => "note",
            Column::Other => "other",
        }
    }
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableRow {
    /// What it is.
    pub part: RowPart,
    /// Its line.
    pub line: TextRange,
    /// Its cells from left to right, empty ones as well.
    pub cells: Vec<Cell>,
}

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RowPart {
    /// It names the columns.
    Head,
    /// It is the line between head and body, "|---|---|".
    Rule,
    /// It is a row of the body.
    Body,
    /// It names a group of rows below it.
    Group,
}

/// A cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its words, without blanks at their ends.
    pub range: TextRange,
    /// Its first column, from 0.
    pub column: u16,
    /// How many columns it spans.
    pub columns: u16,
    /// How many rows it spans; 0 if a cell above reaches down to here, whose words are its own.
    pub rows: u16,
}

impl Cell {
    /// Tells whether it has words of its own.
    pub fn is_filled(&self) -> bool {
        self.rows > 0 && !self.range.is_empty()
    }
}

impl TableRow {
    /// Returns its cells that have words of their own.
    pub fn filled(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| cell.is_filled())
    }

    /// Returns the cell in a column.
    pub fn at(&self, column: usize) -> Option<&Cell> {
        let after = self.cells.partition_point(|cell| usize::from(cell.column) <= column);
        let cell = self.cells.get(after.checked_sub(1)?)?;
        (column < usize::from(cell.column) + usize::from(cell.columns)).then_some(cell)
    }
}

impl Table {
    /// Tells whether its rows are tasks.
    pub fn is_of_tasks(&self) -> bool {
        self.columns.contains(&Column::Task)
    }

    /// Returns the place of the first column of a kind.
    pub fn column(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|own| *own == column)
    }

    /// Returns the row that is this block.
    pub fn row(&self, block: usize) -> Option<&TableRow> {
        self.rows.get(block.checked_sub(self.blocks.start)?)
    }

    /// Returns the rows that name the columns.
    pub fn heads(&self) -> impl Iterator<Item = &TableRow> {
        let is_head = |row: &&TableRow| matches!(row.part, RowPart::Head | RowPart::Rule);
        self.rows.iter().take_while(is_head).filter(|row| row.part == RowPart::Head)
    }

    /// Returns the words that name a column: those of the last head that has some.
    pub fn name_of(&self, column: usize) -> Option<TextRange> {
        let named = self.heads().filter_map(|row| row.at(column)).filter(|cell| cell.is_filled());
        named.last().map(|cell| cell.range)
    }
}
