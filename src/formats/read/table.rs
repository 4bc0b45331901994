//! A table while it is read: rows of cells, each of paragraphs and of tables.
//!
//! Knows what a table is for, data or layout, by its shape and by the few words that the head of a
//! document and its signatures begin with. How it becomes lines is known in `sheet`.

mod purpose;
mod size;

use super::paragraph::Paragraph;
pub(super) use purpose::TableUse;
use size::CellSize;

/// The most columns that one cell is taken to span.
const SPAN: usize = 64;
/// The most columns in which it is known how far cells reach down.
const WIDEST: usize = 512;

/// What has the words of a paragraph.
pub(super) trait HasWords {
    /// Gives them.
    fn paragraph(&self) -> &Paragraph;
}

impl HasWords for Paragraph {
    fn paragraph(&self) -> &Paragraph {
        self
    }
}

/// A table.
#[derive(Debug)]
pub(super) struct DraftTable<P = Paragraph> {
    rows: Vec<Vec<DraftCell<P>>>,
    /// For each column, in how many more rows a cell of a row above takes it.
    taken: Vec<usize>,
    names: HeaderCells,
}

/// Whether the format says which cells name the columns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum HeaderCells {
    #[default]
    Open,
    /// The first row has some.
    Told,
}

/// A cell.
#[derive(Debug)]
pub(super) struct DraftCell<P> {
    /// How many columns between it and the cell before are empty or of a row above.
    pub gap: usize,
    /// How many columns it spans.
    pub span: usize,
    /// How many rows it spans.
    pub rows: usize,
    /// How many columns it spans of which the row has the others as cells of their own.
    pub over: usize,
    /// The cell that reaches down to it, by row and place.
    from: Option<(usize, usize)>,
    pub content: Vec<CellContent<P>>,
    size: CellSize,
}

/// What a cell holds.
#[derive(Debug)]
pub(super) enum CellContent<P> {
    Words(P),
    Table(DraftTable<P>),
}

impl<P> Default for DraftTable<P> {
    fn default() -> Self {
        DraftTable { rows: Vec::new(), taken: Vec::new(), names: HeaderCells::Open }
    }
}

impl<P> Default for DraftCell<P> {
    fn default() -> Self {
        DraftCell {
            gap: 0,
            span: 1,
            rows: 1,
            over: 1,
            from: None,
            content: Vec::new(),
            size: CellSize::default(),
        }
    }
}

impl<P: HasWords> DraftTable<P> {
    /// Makes a table of rows of cells.
    #[cfg(feature = "doc")]
    pub fn of(rows: Vec<Vec<Vec<CellContent<P>>>>) -> Self {
        let mut table = DraftTable::default();
        for row in rows {
            table.row();
            for cell in row {
                table.cell();
                for content in cell {
                    match content {
                        CellContent::Words(words) => table.push(words),
                        CellContent::Table(inner) => table.nest(inner),
                    }
                }
            }
        }
        table
    }

    /// Begins a row.
    pub fn row(&mut self) {
        self.rows.push(Vec::new());
        for left in &mut self.taken {
            *left = left.saturating_sub(1);
        }
    }

    /// Begins a cell.
    pub fn cell(&mut self) {
        self.spanning(1, 1);
    }

    /// Begins a cell that spans columns and rows.
    pub fn spanning(&mut self, columns: usize, rows: usize) {
        let columns = columns.clamp(1, SPAN);
        let is_long = self.rows.last().is_some_and(|row| row.len() > WIDEST);
        let mut at = if is_long { WIDEST } else { self.columns_of_last() };
        if at + columns > WIDEST {
            let cell = DraftCell { span: columns, ..DraftCell::default() };
            self.last_row().push(cell);
            return;
        }
        let before = at;
        while self.taken.get(at).is_some_and(|left| *left > 0) {
            at += 1;
        }
        let (at, rows) = if at + columns > WIDEST { (before, 1) } else { (at, rows) };
        if rows > 1 || !self.taken.is_empty() {
            self.taken.resize(self.taken.len().max(at + columns), 0);
            self.taken[at..at + columns].fill(rows.min(usize::from(u16::MAX)));
        }
        let cell = DraftCell {
            gap: at - before,
            span: columns,
            rows: rows.max(1),
            ..DraftCell::default()
        };
        self.last_row().push(cell);
    }

    /// Says that the last cell names a column.
    pub fn name_column(&mut self) {
        if self.rows.len() == 1 {
            self.names = HeaderCells::Told;
        }
    }

    /// Says that the last cell spans so many columns.
    pub fn widen(&mut self, columns: usize) {
        if let Some(cell) = self.last_row().last_mut() {
            cell.span = columns.clamp(1, SPAN);
        }
    }

    /// Says that the last cell spans columns and rows whose other cells are there too.
    pub fn cover(&mut self, columns: usize, rows: usize) {
        if let Some(cell) = self.last_row().last_mut() {
            (cell.over, cell.rows) = (columns.clamp(1, SPAN), rows.max(1));
        }
    }

    /// Says that the last cell is of the one above it.
    pub fn merge_up(&mut self) {
        let Some((row, above)) = self.rows.split_last_mut() else { return };
        let Some((last, before)) = row.split_last_mut() else { return };
        let (column, Some(place)) = (columns_of(before) + last.gap, above.len().checked_sub(1))
        else {
            return;
        };
        // No real row is as long.
        if before.len() > SPAN {
            return;
        }
        let mut at = 0;
        let found = above[place].iter().take(SPAN).position(|cell| {
            let start = at + cell.gap;
            at = start + cell.span;
            start == column
        });
        let Some(cell) = found else { return };
        let from = above[place][cell].from.unwrap_or((place, cell));
        last.from = Some(from);
        if let Some(first) = above.get_mut(from.0).and_then(|row| row.get_mut(from.1)) {
            first.rows = first.rows.max(1 + place + 1 - from.0);
        }
    }

    /// Leaves out columns before the next cell.
    pub fn leave_out(&mut self, columns: usize) {
        for _ in 0..columns.min(SPAN) {
            self.cell();
        }
    }

    /// Adds a paragraph to the last cell.
    pub fn push(&mut self, paragraph: P) {
        let size = CellSize::of(paragraph.paragraph());
        let cell = self.last_cell();
        cell.size.add(size);
        cell.content.push(CellContent::Words(paragraph));
    }

    /// Adds a table to the last cell.
    pub fn nest(&mut self, table: DraftTable<P>) {
        let cell = self.last_cell();
        for inner in table.rows.iter().flatten() {
            cell.size.add(inner.size);
        }
        cell.content.push(CellContent::Table(table));
    }

    /// Takes back the last row, which was deleted.
    pub fn take_row_back(&mut self) {
        self.rows.pop();
    }

    /// Takes back the last cell, which was begun and never filled.
    pub fn take_cell_back(&mut self) {
        self.last_row().pop();
    }

    /// Gives the rows that have words.
    pub fn into_rows(mut self) -> impl Iterator<Item = Vec<DraftCell<P>>> {
        // Rows without words do not count among those that a cell spans.
        let filled = self.rows.iter().map(|row| usize::from(row.iter().any(DraftCell::is_filled)));
        let before: Vec<usize> = std::iter::once(0)
            .chain(filled.scan(0, |sum, row| {
                *sum += row;
                Some(*sum)
            }))
            .collect();
        let count = self.rows.len();
        for (index, row) in self.rows.iter_mut().enumerate() {
            for cell in row.iter_mut().filter(|cell| cell.rows > 1) {
                let end = index.saturating_add(cell.rows).min(count);
                cell.rows = (before[end] - before[index]).max(1);
            }
        }
        self.rows.into_iter().filter(|row| row.iter().any(DraftCell::is_filled))
    }

    /// Gives all that is in its cells, in order.
    pub fn contents(&self) -> impl Iterator<Item = &[CellContent<P>]> {
        self.rows.iter().flatten().map(|cell| cell.content.as_slice())
    }

    /// Gives the paragraphs of its cells, in order, those of the tables in them as well.
    #[cfg(feature = "doc")]
    pub fn paragraphs(&self) -> Box<dyn Iterator<Item = &P> + '_> {
        Box::new(self.contents().flatten().flat_map(|content| match content {
            CellContent::Words(words) => {
                Box::new(std::iter::once(words)) as Box<dyn Iterator<Item = &P>>
            }
            CellContent::Table(table) => table.paragraphs(),
        }))
    }

    /// Gives all that is in its cells, in order, and nothing else of it.
    pub fn into_contents(self) -> impl Iterator<Item = Vec<CellContent<P>>> {
        self.rows.into_iter().flatten().map(|cell| cell.content)
    }

    /// Makes a table of other paragraphs.
    pub fn map<Q: HasWords>(self, of: &mut impl FnMut(P) -> Q) -> DraftTable<Q> {
        let rows = self.rows.into_iter().map(|row| {
            let cells = row.into_iter().map(|cell| {
                let content = cell.content.into_iter().map(|content| match content {
                    CellContent::Words(words) => CellContent::Words(of(words)),
                    CellContent::Table(table) => CellContent::Table(table.map(of)),
                });
                let content = content.collect();
                let DraftCell { gap, span, rows, over, from, size, .. } = cell;
                DraftCell { gap, span, rows, over, from, content, size }
            });
            cells.collect()
        });
        DraftTable { rows: rows.collect(), taken: self.taken, names: self.names }
    }

    fn columns_of_last(&self) -> usize {
        self.rows.last().map_or(0, |row| columns_of(row))
    }

    fn last_row(&mut self) -> &mut Vec<DraftCell<P>> {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.rows.last_mut().expect("a row was added if there was none")
    }

    fn last_cell(&mut self) -> &mut DraftCell<P> {
        let row = self.last_row();
        if row.is_empty() {
            row.push(DraftCell::default());
        }
        row.last_mut().expect("a cell was added if there was none")
    }
}

impl<P: HasWords> CellContent<P> {
    /// Tells whether there is nothing to be read.
    #[cfg(feature = "doc")]
    pub fn is_mute(&self) -> bool {
        match self {
            CellContent::Words(words) => words.paragraph().is_mute(),
            CellContent::Table(table) => table.contents().flatten().all(CellContent::is_mute),
        }
    }
}

impl<P> DraftCell<P> {
    /// Tells whether there are words or a number in it.
    pub fn is_filled(&self) -> bool {
        self.size.lines > 0
    }
}

fn columns_of<P>(row: &[DraftCell<P>]) -> usize {
    row.iter().map(|cell| cell.gap + cell.span).sum()
}
