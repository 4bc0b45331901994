//! The frame of a popup.

use super::paint::Paint;
use crate::layout::{Area, popup, popup_inside};
use crate::settings::theme::Face;
use crate::text::width;

/// Draws a frame of at most `columns` by `rows` cells in the middle of the screen, above its last
/// line, with a title, and gives the area in it.
pub(super) fn draw(columns: u16, rows: u16, title: &str, paint: &mut Paint<'_>) -> Area {
    let area = popup(paint.size(), columns, rows);
    let Area { x, y, width, height } = area;
    paint.fill(area, Face::Text);
    let bar = "─".repeat(usize::from(width.saturating_sub(2)));
    paint.text(x, y, width, &format!("╭{bar}╮"), Face::PopupBorder);
    for line in y + 1..y + height - 1 {
        paint.text(x, line, 1, "│", Face::PopupBorder);
        paint.text(x + width - 1, line, 1, "│", Face::PopupBorder);
    }
    paint.text(x, y + height - 1, width, &format!("╰{bar}╯"), Face::PopupBorder);
    let title = width::truncate(title, usize::from(width.saturating_sub(6)));
    paint.text(x + 2, y, width.saturating_sub(4), &format!(" {title} "), Face::PopupTitle);
    popup_inside(area)
}

/// Gives how many of `count` rows to skip so that the one at `cursor` shows among `height`.
pub(super) fn scroll(cursor: usize, count: usize, height: usize) -> usize {
    let margin = (height / 4).min(2);
    (cursor + margin + 1).saturating_sub(height).min(count.saturating_sub(height))
}
