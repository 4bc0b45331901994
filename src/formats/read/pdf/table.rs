//! A table of a page, with what is in its cells.

use super::super::paragraph::Paragraph;
use super::grid::PdfGrid;

/// The cells of a row.
pub(super) type PdfRow = Vec<PdfCell>;

/// What is in a cell.
#[derive(Debug)]
pub(super) struct PdfCell {
    pub paragraphs: Vec<Paragraph>,
    /// How many columns it goes over.
    pub columns: usize,
}

/// A table with what is in its cells.
#[derive(Debug)]
pub(super) struct Tabled {
    pub grid: PdfGrid,
    pub rows: Vec<PdfRow>,
}
