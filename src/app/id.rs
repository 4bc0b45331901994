//! Numbers that name things of the state.

/// The number of an entry of the shelf: it keeps it as long as the program runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EntryId(usize);

impl EntryId {
    /// Names the entry at a place of the shelf, from 0.
    pub fn new(place: usize) -> Self {
        EntryId(place)
    }

    /// Returns its place on the shelf.
    pub fn place(self) -> usize {
        self.0
    }
}
