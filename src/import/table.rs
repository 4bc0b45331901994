//! A table while it is read: rows of cells, each of paragraphs and of tables.
//!
//! Knows what a table is for, data or layout, by its shape and by the few words that the head of a
//! document and its signatures begin with. How it becomes lines is known in `sheet`.

use super::paragraph::Paragraph;

/// The longest cell that counts as short, in bytes.
const SHORT: usize = 300;
/// The longest cell of a row of names that heads a table, in bytes.
const NAME: usize = 120;
/// The longest cell of any table of data, in bytes, and the most lines of one.
const LONGEST: (usize, usize) = (4_000, 24);
/// The mean length of the cells of a table that has long ones and a row of names, in bytes.
const MEAN: usize = 600;
/// The most columns that one cell is taken to span.
const SPAN: usize = 64;
/// What the cells of a document's head and of its end begin with, in small letters.
const PAPERS: [&str; 7] = [
    "cộng hòa xã hội chủ nghĩa",
    "cộng hoà xã hội chủ nghĩa",
    "độc lập - tự do",
    "độc lập – tự do",
    "đảng cộng sản việt nam",
    "nơi nhận",
    "kính gửi",
];

/// What has the words of a paragraph.
pub(super) trait Words {
    /// Gives them.
    fn paragraph(&self) -> &Paragraph;
}

impl Words for Paragraph {
    fn paragraph(&self) -> &Paragraph {
        self
    }
}

/// A table.
#[derive(Debug)]
pub(super) struct Table<P = Paragraph> {
    rows: Vec<Vec<Cell<P>>>,
    /// For each column, in how many more rows a cell of a row above takes it.
    taken: Vec<usize>,
}

/// A cell.
#[derive(Debug)]
pub(super) struct Cell<P> {
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
    pub content: Vec<Content<P>>,
    size: Size,
}

/// What a cell holds.
#[derive(Debug)]
pub(super) enum Content<P> {
    Words(P),
    Table(Table<P>),
}

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To place parts of a document or page: they are read one after the other.
    Layout,
    /// Data, each of the cells a few words.
    Short,
    /// Data below the names of its columns, some of the cells long or of several lines.
    Data,
}

/// How much is in a cell, with the tables in it.
#[derive(Clone, Copy, Debug, Default)]
struct Size {
    bytes: usize,
    lines: usize,
    /// Paragraphs that cannot stand in a row, for they hold what parts its cells.
    unfit: usize,
    /// Paragraphs that begin as the head of a document or its end does.
    papers: usize,
}

impl<P> Default for Table<P> {
    fn default() -> Self {
        Table { rows: Vec::new(), taken: Vec::new() }
    }
}

impl<P> Default for Cell<P> {
    fn default() -> Self {
        Cell {
            gap: 0,
            span: 1,
            rows: 1,
            over: 1,
            from: None,
            content: Vec::new(),
            size: Size::default(),
        }
    }
}

impl<P: Words> Table<P> {
    /// Makes a table of rows of cells.
    #[cfg(feature = "doc")]
    pub fn of(rows: Vec<Vec<Vec<Content<P>>>>) -> Self {
        let mut table = Table::default();
        for row in rows {
            table.row();
            for cell in row {
                table.cell();
                for content in cell {
                    match content {
                        Content::Words(words) => table.push(words),
                        Content::Table(inner) => table.nest(inner),
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
        let mut at = self.columns_of_last();
        let before = at;
        while self.taken.get(at).is_some_and(|left| *left > 0) {
            at += 1;
        }
        if rows > 1 || !self.taken.is_empty() {
            self.taken.resize(self.taken.len().max(at + columns), 0);
            self.taken[at..at + columns].fill(rows.min(usize::from(u16::MAX)));
        }
        let cell = Cell { gap: at - before, span: columns, rows: rows.max(1), ..Cell::default() };
        self.last_row().push(cell);
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
        let size = Size::of(paragraph.paragraph());
        let cell = self.last_cell();
        cell.size.add(size);
        cell.content.push(Content::Words(paragraph));
    }

    /// Adds a table to the last cell.
    pub fn nest(&mut self, table: Table<P>) {
        let cell = self.last_cell();
        for inner in table.rows.iter().flatten() {
            cell.size.add(inner.size);
        }
        cell.content.push(Content::Table(table));
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
    pub fn into_rows(mut self) -> impl Iterator<Item = Vec<Cell<P>>> {
        // Rows without words do not count among those that a cell spans.
        let filled = self.rows.iter().map(|row| usize::from(row.iter().any(Cell::is_filled)));
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
        self.rows.into_iter().filter(|row| row.iter().any(Cell::is_filled))
    }

    /// Gives all that is in its cells, in order.
    pub fn contents(&self) -> impl Iterator<Item = &[Content<P>]> {
        self.rows.iter().flatten().map(|cell| cell.content.as_slice())
    }

    /// Gives the paragraphs of its cells, in order, those of the tables in them as well.
    #[cfg(feature = "doc")]
    pub fn paragraphs(&self) -> Box<dyn Iterator<Item = &P> + '_> {
        Box::new(self.contents().flatten().flat_map(|content| match content {
            Content::Words(words) => {
                Box::new(std::iter::once(words)) as Box<dyn Iterator<Item = &P>>
            }
            Content::Table(table) => table.paragraphs(),
        }))
    }

    /// Gives all that is in its cells, in order, and nothing else of it.
    pub fn into_contents(self) -> impl Iterator<Item = Vec<Content<P>>> {
        self.rows.into_iter().flatten().map(|cell| cell.content)
    }

    /// Makes a table of other paragraphs.
    pub fn map<Q: Words>(self, of: &mut impl FnMut(P) -> Q) -> Table<Q> {
        let rows = self.rows.into_iter().map(|row| {
            let cells = row.into_iter().map(|cell| {
                let content = cell.content.into_iter().map(|content| match content {
                    Content::Words(words) => Content::Words(of(words)),
                    Content::Table(table) => Content::Table(table.map(of)),
                });
                let content = content.collect();
                let Cell { gap, span, rows, over, from, size, .. } = cell;
                Cell { gap, span, rows, over, from, content, size }
            });
            cells.collect()
        });
        Table { rows: rows.collect(), taken: self.taken }
    }

    /// Tells what it is for: data, if it has several rows of cells that are mostly short. The head of
    /// a document, its recipients and its signatures stand in tables too, and whole pages do.
    pub fn purpose(&self) -> Purpose {
        let rows: Vec<&Vec<Cell<P>>> =
            self.rows.iter().filter(|row| row.iter().any(Cell::is_filled)).collect();
        let columns = rows.iter().map(|row| columns_of(row)).max().unwrap_or(0);
        let large = rows.len() >= 3 && columns >= 2 || rows.len() >= 2 && columns >= 3;
        let cells = || rows.iter().flat_map(|row| row.iter());
        let filled: Vec<Size> =
            cells().filter(|cell| cell.is_filled()).map(|cell| cell.size).collect();
        let mut all = Size::default();
        filled.iter().for_each(|size| all.add(*size));
        if !large || all.unfit > 0 || all.papers > 0 {
            return Purpose::Layout;
        }
        let headed = rows.first().is_some_and(|row| is_names(row) && row.len() * 2 > columns);
        let short = |size: &&Size| size.bytes <= SHORT;
        if filled.iter().all(|size| short(&size) && size.lines <= 1) {
            let is_full = headed || filled.len() * 2 >= cells().count();
            return if is_full { Purpose::Short } else { Purpose::Layout };
        }
        let fits = filled.iter().all(|size| size.bytes <= LONGEST.0 && size.lines <= LONGEST.1);
        let most = filled.iter().filter(short).count() * 3 >= filled.len() * 2;
        match headed && fits && (most || all.bytes <= MEAN * filled.len()) {
            true => Purpose::Data,
            false => Purpose::Layout,
        }
    }

    fn columns_of_last(&self) -> usize {
        self.rows.last().map_or(0, |row| columns_of(row))
    }

    fn last_row(&mut self) -> &mut Vec<Cell<P>> {
        if self.rows.is_empty() {
            self.rows.push(Vec::new());
        }
        self.rows.last_mut().expect("a row was added if there was none")
    }

    fn last_cell(&mut self) -> &mut Cell<P> {
        let row = self.last_row();
        if row.is_empty() {
            row.push(Cell::default());
        }
        row.last_mut().expect("a cell was added if there was none")
    }
}

impl<P: Words> Content<P> {
    /// Tells whether there is nothing to be read.
    #[cfg(feature = "doc")]
    pub fn is_mute(&self) -> bool {
        match self {
            Content::Words(words) => words.paragraph().is_mute(),
            Content::Table(table) => table.contents().flatten().all(Content::is_mute),
        }
    }
}

impl<P> Cell<P> {
    /// Tells whether there are words or a number in it.
    pub fn is_filled(&self) -> bool {
        self.size.lines > 0
    }
}

impl Size {
    fn of(paragraph: &Paragraph) -> Self {
        if paragraph.is_mute() {
            return Size::default();
        }
        let words = paragraph.opening();
        let papers = PAPERS.iter().any(|paper| words.starts_with(paper));
        Size {
            bytes: paragraph.len() + paragraph.label.len(),
            lines: paragraph.lines(),
            unfit: usize::from(paragraph.has('|')),
            papers: usize::from(papers),
        }
    }

    fn add(&mut self, other: Size) {
        self.bytes += other.bytes;
        self.lines += other.lines;
        self.unfit += other.unfit;
        self.papers += other.papers;
    }
}

fn columns_of<P>(row: &[Cell<P>]) -> usize {
    row.iter().map(|cell| cell.gap + cell.span).sum()
}

/// Tells whether a row may be that of the names of columns: each cell but one has a few words.
fn is_names<P>(row: &[Cell<P>]) -> bool {
    let named = row.iter().filter(|cell| cell.is_filled()).count();
    named >= 2 && named + 1 >= row.len() && row.iter().all(|cell| cell.size.bytes <= NAME)
}
