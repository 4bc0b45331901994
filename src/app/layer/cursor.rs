//! The place of a cursor in a list.

/// A place in a list: the number of a row, from 0.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListCursor(usize);

impl ListCursor {
    /// Puts a cursor on a row.
    pub fn new(row: usize) -> Self {
        ListCursor(row)
    }

    /// Returns the row.
    pub fn at(self) -> usize {
        self.0
    }

    /// Moves by rows, in a list of `rows`.
    pub fn step(&mut self, by: isize, rows: usize) {
        self.0 = self.0.saturating_add_signed(by);
        self.fit(rows);
    }

    /// Stays in a list of `rows`.
    pub fn fit(&mut self, rows: usize) {
        self.0 = self.0.min(rows.saturating_sub(1));
    }
}
