//! What a table is for, told by how much is in its cells.

use super::size::CellSize;
use super::{DraftCell, DraftTable, HasWords, HeaderCells, columns_of};

/// The longest cell that counts as short, in bytes.
const SHORT: usize = 300;
/// The longest cell of a row of names that heads a table, in bytes.
const NAME: usize = 120;
/// The longest cell of any table of data, in bytes, and the most lines of one.
const LONGEST: (usize, usize) = (4_000, 24);
/// The mean length of the cells of a table that has long ones and a row of names, in bytes.
const MEAN: usize = 600;

/// What a table is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats::read) enum TableUse {
    /// To place parts of a document or page: they are read one after the other.
    Layout,
    /// Data, each of the cells a few words.
    Short,
    /// Data below the names of its columns, some of the cells long or of several lines.
    Data,
}

impl<P: HasWords> DraftTable<P> {
    /// Tells what it is for: data, if it has several rows of cells that are mostly short. The head of
    /// a document, its recipients and its signatures stand in tables too, and whole pages do.
    pub fn purpose(&self) -> TableUse {
        let rows: Vec<&Vec<DraftCell<P>>> =
            self.rows.iter().filter(|row| row.iter().any(DraftCell::is_filled)).collect();
        let columns = rows.iter().map(|row| columns_of(row)).max().unwrap_or(0);
        let named = self.names == HeaderCells::Told;
        let large = rows.len() >= 3 && columns >= 2
            || rows.len() >= 2 && (columns >= 3 || named && columns >= 2);
        let cells = || rows.iter().flat_map(|row| row.iter());
        let filled: Vec<CellSize> =
            cells().filter(|cell| cell.is_filled()).map(|cell| cell.size).collect();
        let mut all = CellSize::default();
        filled.iter().for_each(|size| all.add(*size));
        if !large || all.papers > 0 {
            return TableUse::Layout;
        }
        let headed =
            named || rows.first().is_some_and(|row| is_names(row) && columns_of(row) * 2 > columns);
        let short = |size: &&CellSize| size.bytes <= SHORT;
        if filled.iter().all(|size| short(&size) && size.lines <= 1) {
            let is_full = headed || filled.len() * 2 >= cells().count();
            return if is_full { TableUse::Short } else { TableUse::Layout };
        }
        let fits = filled.iter().all(|size| size.bytes <= LONGEST.0 && size.lines <= LONGEST.1);
        let most = filled.iter().filter(short).count() * 3 >= filled.len() * 2;
        match headed && fits && (most || all.bytes <= MEAN * filled.len()) {
            true => TableUse::Data,
            false => TableUse::Layout,
        }
    }
}

/// Tells whether a row may be that of the names of columns: each cell but one has a few words.
fn is_names<P>(row: &[DraftCell<P>]) -> bool {
    let named = row.iter().filter(|cell| cell.is_filled()).count();
    named >= 2 && named + 1 >= row.len() && row.iter().all(|cell| cell.size.bytes <= NAME)
}
