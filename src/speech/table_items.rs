//! Which items are rows of tables, and what the cells of those rows say.

use super::{BlockKind, Cell, Column, Item, ItemIndex, Outline, RowPart, Speech, Table, TableRow};
use crate::text::{TextPos, TextRange};

impl Outline {
    /// Returns the table that `pos` lies in.
    pub fn table_at(&self, pos: TextPos) -> Option<&Table> {
        let after = self.tables.partition_point(|table| table.range.start <= pos);
        self.tables.get(after.checked_sub(1)?).filter(|table| table.range.contains(pos))
    }

    /// Returns the table of tasks that an item is a row of.
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

    /// Returns the rows of its table that are of an item alone: its own, and those that go on it.
    fn rows_of(&self, index: ItemIndex) -> impl Iterator<Item = (&Table, &TableRow)> {
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

    /// Returns what the other columns of its table tell of an item, in the order of the text: what each
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

    /// Returns what an item that is a row of a table says in its column of tasks, cell by cell; nothing of
    /// other items.
    pub fn row_words(&self, index: ItemIndex) -> Option<Vec<TextRange>> {
        let item = &self.items[index];
        let column = self.table_of(item)?.column(Column::Task)?;
        let cell = |(_, row): (&Table, &TableRow)| {
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
    /// Returns the table and the row that a block is, as long as it is shown as one.
    pub fn row_of(&self, block: usize) -> Option<(&Table, &TableRow)> {
        let at = self.blocks.get(block).filter(|block| block.kind == BlockKind::Row)?;
        let table = self.outline.table_at(at.range.start)?;
        Some((table, table.row(block)?))
    }

    /// Returns the words of an item's fields of a kind, cell by cell, as they are read.
    pub fn field(&self, index: ItemIndex, column: Column) -> Option<String> {
        let fields = self.outline.fields(index);
        let own = fields.iter().filter(|(own, _)| *own == column);
        let words: Vec<String> = own.map(|(_, range)| self.line(*range)).collect();
        (!words.is_empty()).then(|| words.join("; "))
    }
}
