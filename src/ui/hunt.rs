//! The list of what was found in the library.

use super::list::{List, Slot};
use super::paint::{Paint, cells_at};
use super::popup;
use super::sidebar::sign;
use crate::app::{App, FoundList, FoundRow, SearchProgress};
use crate::layout::Area;
use crate::search::How;
use crate::search::found::{FoundHit, FoundSpeech, Snippet};
use crate::settings::theme::Face;
use crate::text::width;
use ratatui::layout::Position;

/// How many cells an address has.
const ADDRESS: u16 = 10;

/// Draws the list and gives where the cursor stands in its input line.
pub(super) fn draw(app: &App, list: &FoundList, paint: &mut Paint<'_>) -> Position {
    let hunting = app.library_search();
    let area = popup::draw_list(120, u16::MAX, &title(app), paint);
    let (cursor, area) = popup::input(&list.line, area, paint);
    if let Some(trouble) = hunting.trouble() {
        paint.cut(cells_at(area.x, area.y, area.width), &trouble.say(app.messages()), Face::Error);
        return cursor;
    }
    if hunting.rows().is_empty() {
        let id = match hunting.coverage().1 {
            SearchProgress::Idle => "hunt-type",
            SearchProgress::Going => "hunt-going",
            SearchProgress::Done => "hunt-none",
        };
        paint.cut(cells_at(area.x, area.y, area.width), &app.messages().get(id), Face::Dim);
        return cursor;
    }
    let count = hunting.rows().len();
    let rows = List { count, cursor: list.cursor.at().min(count - 1), height: 1, area };
    rows.draw(paint, |index, slot, paint| draw_row(app, hunting.rows()[index], slot, paint));
    cursor
}

/// Says how much was found, and how much of the library that speaks for.
fn title(app: &App) -> String {
    let (coverage, state) = app.library_search().coverage();
    let messages = app.messages();
    let speeches = app.library_search().speeches().len();
    if state == SearchProgress::Idle || (speeches == 0 && state == SearchProgress::Going) {
        return messages.get("hunt-title");
    }
    let more = if coverage.more || state == SearchProgress::Going { "+" } else { "" };
    let args = [
        ("hits", format!("{}{more}", messages.count(app.library_search().hits())).into()),
        ("speeches", format!("{}{more}", messages.count(speeches)).into()),
        ("searched", coverage.searched.into()),
        ("total", coverage.total.into()),
    ];
    let id = match coverage.searched < coverage.total && state == SearchProgress::Done {
        true => "hunt-title-part",
        false => "hunt-title-found",
    };
    messages.with(id, &args)
}

fn draw_row(app: &App, row: FoundRow, slot: &Slot, paint: &mut Paint<'_>) {
    let line = slot.area;
    let x = paint.text(cells_at(line.x, line.y, 2), slot.sign(), slot.face(Face::Text));
    let room = Area { x, width: line.width.saturating_sub(x - line.x), ..line };
    let hunting = app.library_search();
    match row {
        FoundRow::Speech(index) => {
            let Some(found) = hunting.speeches().get(index) else { return };
            draw_speech(app, found, &slot.within(room), paint);
        }
        FoundRow::Hit(at) => {
            let Some((_, hit)) = hunting.hit(at) else { return };
            let mark = if hunting.at() == Some(at) { "•" } else { " " };
            paint.text(cells_at(room.x, room.y, 1), mark, slot.face(Face::Text));
            let room = Area { x: room.x + 2, width: room.width.saturating_sub(2), ..room };
            draw_hit(app, hit, &slot.within(room), paint);
        }
        FoundRow::More(_, count) => {
            let text = app.messages().with("hunt-more", &[("count", count.into())]);
            paint.cut(
                cells_at(room.x + 2, room.y, room.width.saturating_sub(2)),
                &text,
                slot.face(Face::Dim),
            );
        }
    }
}

fn draw_speech(app: &App, found: &FoundSpeech, slot: &Slot, paint: &mut Paint<'_>) {
    let room = slot.area;
    let messages = app.messages();
    let mut detail = found.date.map(|date| messages.date(date)).unwrap_or_default();
    if room.width >= 70
        && let Some(speaker) = &found.speaker
    {
        detail = format!("{speaker} · {detail}");
    }
    let detail = format!("{detail} ({})", messages.count(found.hits.len()));
    let detail = width::truncate(detail.trim(), usize::from(room.width) / 2);
    let end = paint.at_right(room, &detail, slot.face(Face::Dim));
    let cells = end.saturating_sub(room.x + 1);
    paint.title(cells_at(room.x, room.y, cells), &found.title, slot.face(Face::PopupTitle));
}

fn draw_hit(app: &App, hit: &FoundHit, slot: &Slot, paint: &mut Paint<'_>) {
    let (room, face) = (slot.area, |face| slot.face(face));
    let role = hit.role.map_or(" ", sign);
    let x = paint.text(cells_at(room.x, room.y, 1), role, face(Face::Dim)) + 1;
    let address = match &hit.address {
        Some(address) => address.to_string(),
        None => app.messages().with("hunt-line", &[("line", hit.line.to_string().into())]),
    };
    let cells = ADDRESS.min(room.width / 4);
    let address = width::truncate(&address, usize::from(cells));
    paint.text(cells_at(x, room.y, cells), &address, face(Face::Dim));
    let x = x + cells + 1;
    // What was typed as it stands there needs no word.
    let how = match hit.how {
        How::Unmarked => app.messages().get("matched-unmarked"),
        How::Marked => String::new(),
        How::Telex => app.messages().get("matched-telex"),
        How::Vni => app.messages().get("matched-vni"),
    };
    let how_cells = if room.width >= 60 { width::width(&how) as u16 } else { 0 };
    let end = (room.x + room.width).saturating_sub(how_cells);
    paint.text(cells_at(end, room.y, how_cells), &how, face(Face::Dim));
    let area = Area { x, width: end.saturating_sub(x + 1), ..room };
    draw_snippet(&hit.snippet, &slot.within(area), paint);
}

/// Draws the words around a hit, so that the first that matches shows.
fn draw_snippet(snippet: &Snippet, slot: &Slot, paint: &mut Paint<'_>) {
    let area = slot.area;
    let text = snippet.text.as_str();
    let first = snippet.marks.first().map_or(0..0, Clone::clone);
    // A third of the room for what stands before it.
    let before = usize::from(area.width) / 3;
    let mut start = 0;
    while width::width(&text[start..first.start]) > before {
        match text[start..first.start].find(char::is_whitespace) {
            Some(blank) => start += blank + 1,
            None => break,
        }
    }
    let end = area.x + area.width;
    let mut x = area.x;
    let mut at = start;
    let plain = slot.face(Face::Text);
    for mark in &snippet.marks {
        if mark.start < at || x >= end {
            continue;
        }
        x = paint.text(cells_at(x, area.y, end - x), &text[at..mark.start], plain);
        if x < end {
            let face = slot.face(Face::Match);
            x = paint.text(cells_at(x, area.y, end - x), &text[mark.clone()], face);
        }
        at = mark.end;
    }
    if x < end {
        paint.cut(cells_at(x, area.y, end - x), &text[at..], plain);
    }
}
