//! A table that is kept until its end.

use crate::formats::read::html::piece::HtmlLine;
use crate::formats::read::table::DraftTable;

/// A table that is kept until its end.
#[derive(Debug, Default)]
pub(super) struct Whole {
    pub table: DraftTable<HtmlLine>,
    pub(super) lines: usize,
    pub(super) bytes: usize,
    /// How many cells began: words before the first one are a caption.
    pub cells: usize,
    pub(super) part: TableGuess,
}

/// What a table is seen to be while it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum TableGuess {
    /// It may be of data.
    #[default]
    Open,
    /// It holds parts of the page: its lines are given as they come.
    Layout,
}
