//! Whether a word or a condition of a query must hold or must not.

/// Whether something is wanted or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TermSign {
    /// It must be there.
    With,
    /// It must not be there.
    Without,
}
