//! A page: its words as lines in reading order, and its tables.

use super::super::paragraph::{Look, Paragraph};
use super::super::table::DraftTable;
use super::column::PdfColumn;
use super::flow::{self, Flowed, PdfContent};
use super::grid::{CellPosition, PdfGrid};
use super::gutter::{self, WordGroup};
use super::join::join;
use super::line::{LineEnd, LineStart, PdfLine, end, ink_right, start};
use super::rules::RuledLines;
use super::table::{PdfCell, PdfRow, Tabled};
use crate::speech::FurnitureKind;
use std::ops::Range;
use unpdf::parser::backend::{PageId, PdfBackend};
use unpdf::parser::{LayoutAnalyzer, TextSpan};

/// The fewest rows with words that stand apart on a page that may have a table.
const ROWS: usize = 2;
/// The most room between a cell's line and its words, in points.
const PADDING: f32 = 8.0;

/// Parts the words of a page into lines, and puts tables among them into `tables`.
pub(super) fn lines(
    backend: &dyn PdfBackend,
    layout: &LayoutAnalyzer,
    page: PageId,
    mut spans: Vec<TextSpan>,
    tables: &mut Vec<Tabled>,
) -> Vec<PdfLine> {
    let mut out = Vec::new();
    let mut pieces = gutter::pieces(&spans);
    for grid in grids(backend, page, &pieces) {
        let (top, foot) = (grid.rows[0], grid.rows[grid.rows.len() - 1]);
        let above: Vec<TextSpan> =
            spans.iter().filter(|span| middle(span).1 >= top).cloned().collect();
        let inside = |span: &&TextSpan| (foot..top).contains(&middle(span).1);
        let inside = spans.iter().filter(inside).cloned().collect();
        let Some(tabled) = tabled(layout, grid, inside, tables.last()) else { continue };
        let own = gutter::pieces(&above);
        words(layout, above, &own, &mut out);
        out.push(PdfLine::of_table(&tabled, tables.len(), next_group(&out)));
        tables.push(tabled);
        spans.retain(|span| middle(span).1 < foot);
        pieces = gutter::pieces(&spans);
    }
    words(layout, spans, &pieces, &mut out);
    out
}

/// Puts words into lines, one column after the other.
fn words(
    layout: &LayoutAnalyzer,
    spans: Vec<TextSpan>,
    pieces: &[WordGroup],
    out: &mut Vec<PdfLine>,
) {
    for spans in gutter::part(spans, pieces) {
        let group = next_group(out);
        let lines = layout.group_spans_into_lines_pub(spans);
        out.extend(lines.iter().filter_map(|line| PdfLine::of(line, group)));
    }
}

fn next_group(lines: &[PdfLine]) -> usize {
    lines.last().map_or(0, |line| line.group + 1)
}

/// Gives the tables of a page that may have some.
fn grids(backend: &dyn PdfBackend, page: PageId, pieces: &[WordGroup]) -> Vec<PdfGrid> {
    if gutter::rows_apart(pieces) < ROWS {
        return Vec::new();
    }
    let operations =
        backend.page_content(page).and_then(|content| backend.decode_content(&content));
    operations.map(|operations| PdfGrid::all(RuledLines::of(&operations))).unwrap_or_default()
}

/// Gives the middle of some words.
fn middle(span: &TextSpan) -> (f32, f32) {
    ((span.x + ink_right(span)) / 2.0, span.y + span.font_size * 0.3)
}

/// Puts words into the cells of a table; gives nothing if some are beside it, or if no two rows have several
/// cells with words and it does not look like the table before it, which it may go on with.
fn tabled(
    layout: &LayoutAnalyzer,
    grid: PdfGrid,
    spans: Vec<TextSpan>,
    before: Option<&Tabled>,
) -> Option<Tabled> {
    let mut cells: Vec<Vec<TextSpan>> = Vec::new();
    cells.resize_with(grid.width() * (grid.rows.len() - 1), Vec::new);
    for span in spans.into_iter().filter(|span| !span.text.trim().is_empty()) {
        let (x, y) = middle(&span);
        cells[grid.cell(x, y)?].push(span);
    }
    let mut cells: Vec<Vec<Paragraph>> = cells
        .into_iter()
        .enumerate()
        .map(|(index, spans)| match spans.is_empty() {
            true => Vec::new(),
            false => cell(layout, spans, grid.edges(index)),
        })
        .collect();
    let mut take = |CellPosition { cell, columns }| {
        let paragraphs = cell.map(|cell| std::mem::take(&mut cells[cell])).unwrap_or_default();
        PdfCell { paragraphs, columns }
    };
    let rows = grid.cells().map(|row| row.into_iter().map(&mut take).collect::<PdfRow>());
    let filled = |row: &PdfRow| row.iter().filter(|cell| !cell.paragraphs.is_empty()).count();
    let rows: Vec<_> = rows.filter(|row| filled(row) > 0).collect();
    let goes_on = before.is_some_and(|before| before.grid.is_like(&grid)) && !rows.is_empty();
    let is_table = rows.iter().filter(|row| filled(row) > 1).count() > 1;
    (is_table || goes_on).then_some(Tabled { grid, rows })
}

/// Puts the words of a cell together to paragraphs, which go as far to the right as the cell does.
fn cell(layout: &LayoutAnalyzer, spans: Vec<TextSpan>, edges: Range<f32>) -> Vec<Paragraph> {
    let lines = layout.group_spans_into_lines_pub(spans);
    let lines: Vec<PdfLine> = lines.iter().filter_map(|line| PdfLine::of(line, 0)).collect();
    let left = lines.iter().map(|line| line.left).fold(edges.end, f32::min);
    let longest = lines.iter().map(|line| line.right).fold(left, f32::max);
    // As far from the line at the right as from that at the left.
    let right = longest.max(edges.end - (left - edges.start).clamp(0.0, PADDING));
    let column = PdfColumn { lines: 0..lines.len(), left, right };
    let flowed = flow::flow_in(&[lines], &[vec![column]]).into_iter();
    flowed
        .filter_map(|flowed| match flowed.content {
            PdfContent::Paragraph(paragraph) => Some(paragraph),
            PdfContent::Table(_) => None,
        })
        .collect()
}

/// Makes a table of rows.
pub(super) fn table(rows: Vec<PdfRow>) -> DraftTable {
    let mut table = DraftTable::default();
    for row in rows {
        table.row();
        for cell in row {
            table.spanning(cell.columns, 1);
            cell.paragraphs.into_iter().for_each(|paragraph| table.push(paragraph));
        }
    }
    table
}

/// Puts the parts of a table that goes on over the end of a page together.
pub(super) fn joined(flowed: Vec<Flowed>, tables: &mut [Tabled]) -> Vec<Flowed> {
    let mut out: Vec<Flowed> = Vec::new();
    for flowed in flowed {
        if let (Some(PdfContent::Table(first)), PdfContent::Table(next)) =
            (out.last().map(|last| &last.content), &flowed.content)
            && tables[*first].grid.is_like(&tables[*next].grid)
        {
            let rows = std::mem::take(&mut tables[*next].rows);
            tables[*first].go_on(rows);
            continue;
        }
        out.push(flowed);
    }
    out
}

impl Tabled {
    /// Takes up the rows on the next page: a row that the end of the page broke goes on, and head rows that the
    /// page repeats are furniture.
    fn go_on(&mut self, mut rows: Vec<PdfRow>) {
        let words = |row: &PdfRow| {
            let paragraphs = row.iter().flat_map(|cell| &cell.paragraphs);
            paragraphs.map(Paragraph::words).collect::<Vec<_>>()
        };
        let heads =
            rows.iter().zip(&self.rows).take_while(|(row, head)| words(row) == words(head)).count();
        // All of it may be there once more.
        let heads = if heads < rows.len() { heads } else { 0 };
        let cells = rows[..heads].iter_mut().flatten();
        for paragraph in cells.flat_map(|cell| &mut cell.paragraphs) {
            paragraph.furniture = Some(FurnitureKind::Chrome);
        }
        if let Some(last) = self.rows.last_mut()
            && is_rest(last, &rows[heads])
        {
            for (cell, rest) in last.iter_mut().zip(rows.remove(heads)) {
                let mut rest = rest.paragraphs.into_iter();
                if let (Some(paragraph), Some(next)) = (cell.paragraphs.last_mut(), rest.next()) {
                    join(paragraph, &next.words(), Look::default());
                }
                cell.paragraphs.extend(rest);
            }
        }
        self.rows.extend(rows);
    }
}

/// Tells whether a row is the rest of the one above it: its first cell is empty or goes on, and some cell goes
/// on in the midst of a sentence, or all do.
fn is_rest(above: &PdfRow, row: &PdfRow) -> bool {
    let filled: Vec<(bool, LineStart)> = above
        .iter()
        .zip(row)
        .filter_map(|(cell, rest)| {
            let open =
                cell.paragraphs.last().is_some_and(|last| end(&last.tail()) != LineEnd::Stop);
            Some((open, begins(rest.paragraphs.first()?)))
        })
        .collect();
    let surely = filled.iter().any(|(open, start)| *open && *start == LineStart::Small);
    let all = filled
        .iter()
        .all(|(open, start)| *open && !matches!(start, LineStart::Marker | LineStart::Other));
    above.len() == row.len()
        && row.first().is_some_and(|cell| {
            cell.paragraphs.first().is_none_or(|first| start(&first.words()) == LineStart::Small)
        })
        && (surely || all)
        && !filled.is_empty()
}

/// Tells how a paragraph of a cell begins. The sign of an item may be alone there.
fn begins(paragraph: &Paragraph) -> LineStart {
    let words = paragraph.words();
    match words.len() <= 5 && words.ends_with([')', '.', '/']) {
        true => LineStart::Marker,
        false => start(&words),
    }
}
