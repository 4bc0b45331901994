//! The frame of a popup.

use super::foot;
use super::paint::{Paint, cells_at};
use crate::app::InputLine;
use crate::layout::{Area, popup, popup_inside, popup_width};
use crate::settings::theme::Face;
use crate::text::width;
use ratatui::layout::Position;

/// Draws a frame of at most `columns` by `rows` cells in the middle of the screen, above its last
/// line, with a title, and gives the area in it.
pub(super) fn draw(columns: u16, rows: u16, title: &str, paint: &mut Paint<'_>) -> Area {
    frame(popup(paint.size(), columns, rows), title, paint)
}

/// Draws a frame around an area, with a title if that is not empty, and gives the area in it.
pub(super) fn frame(area: Area, title: &str, paint: &mut Paint<'_>) -> Area {
    let Area { x, y, width, height } = area;
    paint.fill(area, Face::Text);
    let bar = "─".repeat(usize::from(width.saturating_sub(2)));
    paint.text(cells_at(x, y, width), &format!("╭{bar}╮"), Face::PopupBorder);
    for line in y + 1..y + height - 1 {
        paint.text(cells_at(x, line, 1), "│", Face::PopupBorder);
        paint.text(cells_at(x + width - 1, line, 1), "│", Face::PopupBorder);
    }
    paint.text(cells_at(x, y + height - 1, width), &format!("╰{bar}╯"), Face::PopupBorder);
    if !title.is_empty() {
        let title = width::truncate(title, usize::from(width.saturating_sub(6)));
        let cells = cells_at(x + 2, y, width.saturating_sub(4));
        paint.text(cells, &format!(" {title} "), Face::PopupTitle);
    }
    popup_inside(area)
}

/// Draws the frame of a list, which is wider on a wide screen, and gives the area in it.
pub(super) fn draw_list(columns: u16, rows: u16, title: &str, paint: &mut Paint<'_>) -> Area {
    draw(popup_width(paint.size(), columns), rows, title, paint)
}

/// Draws an input line at the top of a popup; returns where its cursor stands, and the area below it.
pub(super) fn input(typed: &InputLine, area: Area, paint: &mut Paint<'_>) -> (Position, Area) {
    let x = paint.text(cells_at(area.x, area.y, 2), "› ", Face::Prompt);
    let line = Area { x, width: area.width.saturating_sub(2), height: 1, ..area };
    let below = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    (foot::input(typed, line, paint), below)
}

/// Returns the lines of a popup for so many rows, each of `height` lines, with its frame.
pub(super) fn rows_of(count: usize, height: u16) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX).saturating_mul(height).saturating_add(2)
}

/// Returns how many of `count` rows to skip so that the one at `cursor` shows among `height`.
pub(super) fn scroll(cursor: usize, count: usize, height: usize) -> usize {
    let margin = (height / 4).min(2);
    (cursor + margin + 1).saturating_sub(height).min(count.saturating_sub(height))
}
