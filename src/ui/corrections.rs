//! The list of corrections.

use super::list::{List, Slot};
use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::amended::{change_words, state_words};
use crate::app::{App, CorrectionList};
use crate::settings::theme::Face;
use crate::speech::correction::{Checked, State};
use crate::text::width;

/// How many rows a correction takes: what was changed and how it stands, and the words.
const ROWS: u16 = 2;

/// Draws the list.
pub(super) fn draw(app: &App, list: &CorrectionList, paint: &mut Paint<'_>) {
    let messages = app.messages();
    let count = messages.count(list.rows.len());
    let title = messages.with("corrections-here", &[("count", count.into())]);
    let wanted = popup::rows_of(list.rows.len().max(1), ROWS);
    let area = popup::draw_list(100, wanted, &title, paint);
    if list.rows.is_empty() {
        paint.cut(
            cells_at(area.x, area.y, area.width),
            &messages.get("corrections-none"),
            Face::Dim,
        );
        return;
    }
    let rows = List { count: list.rows.len(), cursor: list.cursor.at(), height: ROWS, area };
    rows.draw(paint, |index, slot, paint| draw_row(app, &list.rows[index], slot, paint));
}

fn draw_row(app: &App, row: &Checked, slot: &Slot, paint: &mut Paint<'_>) {
    let (area, face) = (slot.area, |face| slot.face(face));
    let anchor = &row.filed.correction.anchor;
    let place = anchor.item.as_ref().map(|item| item.to_string()).unwrap_or_default();
    let cells = width::width(&place) as u16;
    let sign = if row.state.is_unfit() { "! " } else { "· " };
    let sign_face = if row.state.is_unfit() { Face::Error } else { Face::Bookmark };
    paint.text(cells_at(area.x, area.y, 2), sign, face(sign_face));
    let room = area.width.saturating_sub(cells + 3);
    let change = change_words(&row.filed.correction.change, app.messages());
    let words = format!("{change} · {}", anchor.words());
    paint.cut(cells_at(area.x + 2, area.y, room), &words, face(Face::Text));
    let x = (area.x + area.width).saturating_sub(cells);
    paint.text(cells_at(x, area.y, cells), &place, face(Face::Dim));
    let state = state_words(&row.state, app.messages());
    let below = match row.state {
        State::Applied(_) | State::Overridden(_) => Face::Dim,
        State::Uncertain(_) | State::Lost => Face::Error,
    };
    paint.cut(cells_at(area.x + 4, area.y + 1, area.width.saturating_sub(4)), &state, face(below));
}
