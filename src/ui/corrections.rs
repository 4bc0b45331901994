//! The list of corrections.

use super::paint::Paint;
use super::popup;
use crate::app::amended::{change_words, state_words};
use crate::app::{App, CorrectionList};
use crate::layout::Area;
use crate::settings::theme::Face;
use crate::speech::correction::{Checked, State};
use crate::text::width;

/// How many rows a correction takes: what was changed and how it stands, and the words.
const ROWS: usize = 2;

/// Draws the list.
pub(super) fn draw(app: &App, list: &CorrectionList, paint: &mut Paint<'_>) {
    let messages = app.messages();
    let count = messages.count(list.rows.len());
    let title = messages.with("corrections-here", &[("count", count.into())]);
    let wanted = u16::try_from(ROWS * list.rows.len().max(1) + 2).unwrap_or(u16::MAX);
    let area = popup::draw(100, wanted, &title, paint);
    if list.rows.is_empty() {
        paint.cut(area.x, area.y, area.width, &messages.get("corrections-none"), Face::Dim);
        return;
    }
    let fits = (usize::from(area.height) / ROWS).max(1);
    let skip = popup::scroll(list.cursor.at(), list.rows.len(), fits);
    let rows = list.rows.iter().enumerate().skip(skip).take(fits);
    for ((index, row), slot) in rows.zip(0u16..) {
        let y = area.y + slot * ROWS as u16;
        draw_row(
            app,
            row,
            Area { y, height: ROWS as u16, ..area },
            index == list.cursor.at(),
            paint,
        );
    }
}

fn draw_row(app: &App, row: &Checked, area: Area, at_cursor: bool, paint: &mut Paint<'_>) {
    if at_cursor {
        paint.fill(area, Face::Selected);
    }
    let face = |face| if at_cursor { Face::Selected } else { face };
    let anchor = &row.filed.correction.anchor;
    let place = anchor.item.as_ref().map(|item| item.to_string()).unwrap_or_default();
    let cells = width::width(&place) as u16;
    let sign = if row.state.is_unfit() { "! " } else { "· " };
    let sign_face = if row.state.is_unfit() { Face::Error } else { Face::Bookmark };
    paint.text(area.x, area.y, 2, sign, face(sign_face));
    let room = area.width.saturating_sub(cells + 3);
    let change = change_words(&row.filed.correction.change, app.messages());
    let words = format!("{change} · {}", anchor.words());
    paint.cut(area.x + 2, area.y, room, &words, face(Face::Text));
    let x = (area.x + area.width).saturating_sub(cells);
    paint.text(x, area.y, cells, &place, face(Face::Dim));
    let state = state_words(&row.state, app.messages());
    let below = match row.state {
        State::Applied(_) | State::Overridden(_) => Face::Dim,
        State::Uncertain(_) | State::Lost => Face::Error,
    };
    paint.cut(area.x + 4, area.y + 1, area.width.saturating_sub(4), &state, face(below));
}
