//! What may follow a number or keys that were begun: a box in a corner, or on a small screen one line.

use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::App;
use crate::layout::{Area, Panes};
use crate::settings::theme::Face;
use crate::text::width;

/// The widest box, with its frame.
const COLUMNS: u16 = 48;
/// A screen with fewer columns or rows has no room for a box.
const LEAST: (u16, u16) = (60, 16);

/// Draws what may follow, if keys were begun.
pub(super) fn draw(app: &App, panes: Panes, paint: &mut Paint<'_>) {
    let all = app.following();
    if all.is_empty() {
        return;
    }
    let (columns, rows) = app.size();
    if columns < LEAST.0 || rows < LEAST.1 {
        return line(&all, panes.hints.unwrap_or(panes.status), paint);
    }
    let most = usize::from(panes.status.y / 2).saturating_sub(2).max(1);
    let shown = &all[..all.len().min(most)];
    let keys = shown.iter().map(|(keys, _)| width::width(keys)).max().unwrap_or(0);
    let words = shown.iter().map(|(_, words)| width::width(words)).max().unwrap_or(0);
    let width = (keys + words + 6).min(usize::from(COLUMNS.min(columns))) as u16;
    let height = shown.len() as u16 + 2;
    let x = columns - width;
    let low = Area { x, y: panes.status.y - height, width, height };
    // The line where the reader is stays in sight.
    let here = here(app, panes);
    let y = if here.is_some_and(|y| low.contains(x, y)) { 0 } else { low.y };
    let inside = popup::frame(Area { y, ..low }, "", paint);
    for ((key, words), y) in shown.iter().zip(inside.y..) {
        let at = paint.text(cells_at(inside.x, y, inside.width), key, Face::HintKey);
        let from = inside.x + keys as u16 + 2;
        let room = (inside.x + inside.width).saturating_sub(from);
        paint.cut(cells_at(from.max(at), y, room), words, Face::Text);
    }
}

/// Draws what may follow in place of the hints.
fn line(all: &[(String, String)], line: Area, paint: &mut Paint<'_>) {
    paint.fill(line, Face::Text);
    let end = line.x + line.width;
    let mut x = line.x + 1;
    for (key, words) in all {
        if x + width::width(key) as u16 + 4 > end {
            break;
        }
        x = paint.text(cells_at(x, line.y, end - x), key, Face::HintKey) + 1;
        x = paint.cut(cells_at(x, line.y, end.saturating_sub(x).min(20)), words, Face::Hint) + 2;
    }
}

/// Returns the row of the screen where the reader is.
fn here(app: &App, panes: Panes) -> Option<u16> {
    let place = app.shelf().document()?.place();
    let at = app.rows().iter().rposition(|row| row.range.start <= place)?;
    Some(panes.text.y + at as u16)
}
