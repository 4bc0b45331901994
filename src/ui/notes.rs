//! Notes beside their passages, where the text leaves room for them.

use super::paint::{Paint, cells_at};
use super::reader::NOTED;
use crate::app::{App, Highlight, OpenSpeech};
use crate::layout::{Area, Panes, Row, RowKind, Widths, wrap};
use crate::settings::theme::Face;
use crate::text::TextRange;

/// How many lines of a note show at most.
const MOST_LINES: u16 = 4;

/// Draws the first line of each note beside the row where its passage begins, or further down where another stands there.
pub(super) fn draw(app: &App, panes: Panes, paint: &mut Paint<'_>) {
    let (Some(area), Some(open)) = (panes.notes, app.shelf().document()) else { return };
    let mut free = area.y;
    for (at, row) in (0..panes.rows()).zip(app.rows()) {
        let beginning = open.highlights().iter().filter(|highlight| match at {
            0 => touches(highlight, row),
            _ => begins(open, highlight, row),
        });
        for note in beginning.filter_map(|highlight| highlight.note.as_deref()) {
            let y = panes.row(at).y.max(free);
            free = y + draw_note(note, Area { y, ..area }, area.y + area.height, paint);
        }
    }
}

/// Draws a note down to the row `end`, and returns how many rows it takes.
fn draw_note(note: &str, area: Area, end: u16, paint: &mut Paint<'_>) -> u16 {
    let text = format!("{NOTED} {note}");
    let columns = usize::from(area.width);
    let widths = Widths { first: columns, rest: columns.saturating_sub(2) };
    let lines = wrap(&text, TextRange::new(0, text.len()), widths);
    let room = end.saturating_sub(area.y).min(MOST_LINES);
    let last = usize::from(room.saturating_sub(1));
    for (index, (line, y)) in lines.iter().zip(area.y..area.y + room).enumerate() {
        let x = area.x + if index == 0 { 0 } else { 2 };
        let cells = cells_at(x, y, area.width.saturating_sub(x - area.x));
        // What does not fit is cut on the last line.
        let words = match index == last {
            true => &text[line.start.get()..],
            false => line.of(&text),
        };
        paint.cut(cells, words, Face::Note);
    }
    room.min(u16::try_from(lines.len()).unwrap_or(room))
}

/// Returns whether a passage begins on a row.
fn begins(open: &OpenSpeech, highlight: &Highlight, row: &Row) -> bool {
    let start = highlight.range.start;
    let block = open.speech.blocks.get(row.block).map_or(row.range, |block| block.range);
    match row.kind {
        RowKind::First => (block.start..row.range.end).contains(&start),
        RowKind::More => row.range.contains(start),
        RowKind::Gap | RowKind::Rule | RowKind::Hidden(_) | RowKind::Notes => false,
    }
}

/// Returns whether a passage that begins further up goes on over a row, or begins on it.
fn touches(highlight: &Highlight, row: &Row) -> bool {
    highlight.range.intersection(row.range).is_some()
}
