//! A table of a text: its rows and cells, as ranges of the text, and what its columns are for.
//!
//! A row is a line of the text, "| 1 | Rà soát | Văn phòng |", and a block. Cells that span columns or
//! rows are known from the file's format.

use super::{BlockKind, Item, ItemIndex, Outline, Speech};
use crate::text::{TextPos, TextRange};
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
    pub rows: Vec<Row>,
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

    /// Gives the name that JSON and CSV use.
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
pub struct Row {
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

impl Row {
    /// Gives its cells that have words of their own.
    pub fn filled(&self) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(|cell| cell.is_filled())
    }

    /// Gives the cell in a column.
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

    /// Gives the place of the first column of a kind.
    pub fn column(&self, column: Column) -> Option<usize> {
        self.columns.iter().position(|own| *own == column)
    }

    /// Gives the row that is this block.
    pub fn row(&self, block: usize) -> Option<&Row> {
        self.rows.get(block.checked_sub(self.blocks.start)?)
    }

    /// Gives the rows that name the columns.
    pub fn heads(&self) -> impl Iterator<Item = &Row> {
        let is_head = |row: &&Row| matches!(row.part, RowPart::Head | RowPart::Rule);
        self.rows.iter().take_while(is_head).filter(|row| row.part == RowPart::Head)
    }

    /// Gives the words that name a column: those of the last head that has some.
    pub fn name_of(&self, column: usize) -> Option<TextRange> {
        let named = self.heads().filter_map(|row| row.at(column)).filter(|cell| cell.is_filled());
        named.last().map(|cell| cell.range)
    }
}

impl Outline {
    /// Gives the table that `pos` lies in.
    pub fn table_at(&self, pos: TextPos) -> Option<&Table> {
        let after = self.tables.partition_point(|table| table.range.start <= pos);
        self.tables.get(after.checked_sub(1)?).filter(|table| table.range.contains(pos))
    }

    /// Gives the table of tasks that an item is a row of.
    pub fn table_of(&self, item: &Item) -> Option<&Table> {
        self.table_at(item.marker.start).filter(|table| table.is_of_tasks())
    }

    /// Tells whether an item is a row that names a group of rows.
    pub fn is_group(&self, item: &Item) -> bool {
        self.table_of(item).is_some_and(|table| {
            let row = table.rows.partition_point(|row| row.line.start <= item.marker.start);
            row.checked_sub(1).is_some_and(|row| table.rows[row].part == RowPart::Group)
        })
    }

    /// Gives the rows of its table that are of an item alone: its own, and those that go on it.
    fn rows_of(&self, index: ItemIndex) -> impl Iterator<Item = (&Table, &Row)> {
        let item = &self.items[index];
        let next = self.items.get(index + 1).map_or(item.range.end, |next| next.marker.start);
        let own = TextRange { start: item.marker.start, end: next.min(item.range.end) };
        self.table_of(item).into_iter().flat_map(move |table| {
            let first = table.rows.partition_point(|row| row.line.end <= own.start);
            let rows = table.rows[first..].iter().take_while(move |row| row.line.end <= own.end);
            let rows = rows.filter(|row| matches!(row.part, RowPart::Body | RowPart::Group));
            rows.map(move |row| (table, row))
        })
    }

    /// Gives what the other columns of its table tell of an item, in the order of the text: what each
    /// column is for, and the words of a cell.
    pub fn fields(&self, index: ItemIndex) -> Vec<(Column, TextRange)> {
        let mut out: Vec<(Column, TextRange)> = Vec::new();
        for (place, (table, row)) in self.rows_of(index).enumerate() {
            // What reaches down from above is told once.
            let told = |cell: &&Cell| !cell.range.is_empty() && (place == 0 || cell.rows > 0);
            for cell in row.cells.iter().filter(told) {
                let column = table.columns.get(usize::from(cell.column)).copied();
                let field = column.filter(|column| Column::FIELDS.contains(column));
                out.extend(field.map(|column| (column, cell.range)));
            }
        }
        out
    }

    /// Gives what an item that is a row of a table says in its column of tasks, cell by cell; nothing of
    /// other items.
    pub fn row_words(&self, index: ItemIndex) -> Option<Vec<TextRange>> {
        let item = &self.items[index];
        let column = self.table_of(item)?.column(Column::Task)?;
        let cell = |(_, row): (&Table, &Row)| {
            let cell = row.at(column).filter(|cell| cell.is_filled())?;
            // A group has its number and its words in one cell.
            let start = cell.range.start.max(item.marker.end.min(cell.range.end));
            let words = TextRange { start, end: cell.range.end };
            Some(if cell.range.covers(item.marker) { words } else { cell.range })
        };
        Some(self.rows_of(index).filter_map(cell).collect())
    }
}

impl Speech {
    /// Gives the table and the row that a block is, as long as it is shown as one.
    pub fn row_of(&self, block: usize) -> Option<(&Table, &Row)> {
        let at = self.blocks.get(block).filter(|block| block.kind == BlockKind::Row)?;
        let table = self.outline.table_at(at.range.start)?;
        Some((table, table.row(block)?))
    }

    /// Gives the words of an item's fields of a kind, cell by cell, as they are read.
    pub fn field(&self, index: ItemIndex, column: Column) -> Option<String> {
        let fields = self.outline.fields(index);
        let own = fields.iter().filter(|(own, _)| *own == column);
        let words: Vec<String> = own.map(|(_, range)| self.line(*range)).collect();
        (!words.is_empty()).then(|| words.join("; "))
    }
}
