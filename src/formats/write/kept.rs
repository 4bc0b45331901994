//! Whether a file keeps an outline.

/// Whether reading a file again gives the outline it was written from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RoundTrip {
    /// It does.
    Whole,
    /// Something of it is read otherwise.
    NotWhole,
}
