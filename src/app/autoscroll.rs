//! Scrolling by itself, at the pace of speaking.

/// Whether the text moves on by itself.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AutoScroll {
    /// It stands where the reader leaves it.
    #[default]
    Off,
    /// It moves on.
    Going,
    /// It waits to be let on.
    Paused,
}

/// The shortest time between two lines, in milliseconds: a screen that moves faster cannot be read.
pub(super) const LEAST: u64 = 250;
/// How long a line without words is waited at, in milliseconds.
pub(super) const EMPTY: u64 = 400;
