//! The list of what was found in the library.

use super::list::{List, Slot};
use super::paint::{Paint, cells_at};
use super::popup;
use super::sidebar::sign;
use crate::app::{App, At, FoundList, FoundRow, SearchProgress, ShelfScope};
use crate::layout::{Area, Widths, wrap};
use crate::search::How;
use crate::search::found::{FoundHit, FoundSpeech, Snippet};
use crate::settings::theme::Face;
use crate::text::{TextRange, width};
use ratatui::layout::Position;
use std::ops::Range;

/// How many cells an address has.
const ADDRESS: u16 = 10;
/// The widest list, in cells.
const WIDEST: u16 = 200;
/// From how many columns of the screen on the hit at the cursor is shown beside the list.
const PREVIEW: u16 = 120;

/// Draws the list and gives where the cursor stands in its input line.
pub(super) fn draw(app: &App, list: &FoundList, paint: &mut Paint<'_>) -> Position {
    let hunting = app.library_search();
    let area = popup::draw_list(WIDEST, u16::MAX, &title(app, list), paint);
    let (cursor, mut area) = popup::input(&list.line, area, paint);
    if let Some(trouble) = hunting.trouble() {
        paint.cut(cells_at(area.x, area.y, area.width), &trouble.say(app.messages()), Face::Error);
        return cursor;
    }
    if list.is_empty() {
        paint.wrapped(area, &app.messages().get("hunt-type"), Face::Dim);
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
    if paint.size().0 >= PREVIEW {
        let beside = area.width * 2 / 5;
        let preview = Area { x: area.x + area.width - beside, width: beside, ..area };
        area.width -= beside + 2;
        for y in area.y..area.y + area.height {
            paint.text(cells_at(area.x + area.width, y, 1), "│", Face::PopupBorder);
        }
        draw_preview(app, hunting.hit_of_row(list.cursor.at()), preview, paint);
    }
    let rows = List { count, cursor: list.cursor.at().min(count - 1), height: 1, area };
    rows.draw(paint, |index, slot, paint| draw_row(app, hunting.rows()[index], slot, paint));
    cursor
}

/// Says how much was found, and how much of the library that speaks for.
fn title(app: &App, list: &FoundList) -> String {
    let (coverage, state) = app.library_search().coverage();
    let messages = app.messages();
    let speeches = app.library_search().speeches().len();
    if list.is_empty()
        || state == SearchProgress::Idle
        || (speeches == 0 && state == SearchProgress::Going)
    {
        return messages.get(match app.library_search().scope() {
            ShelfScope::Open => "hunt-title-open",
            ShelfScope::Library => "hunt-title",
        });
    }
    let more = if coverage.more || state == SearchProgress::Going { "+" } else { "" };
    // A number says whether it is one or several; "3+" is several.
    let told = |count: usize| match more {
        "" => count.into(),
        _ => format!("{}{more}", messages.count(count)).into(),
    };
    let args = [
        ("hits", told(app.library_search().hits())),
        ("speeches", told(speeches)),
        ("searched", coverage.searched.into()),
        ("total", coverage.total.into()),
    ];
    let id = match coverage.searched < coverage.total && state == SearchProgress::Done {
        true => "hunt-title-part",
        false if app.library_search().scope() == ShelfScope::Open => "hunt-title-found-open",
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
        FoundRow::Scattered(hits, speeches) => {
            let args = [("hits", hits.into()), ("speeches", speeches.into())];
            let text = app.messages().with("hunt-scattered", &args);
            paint.cut(cells_at(room.x, room.y, room.width), &text, slot.face(Face::Notice));
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

/// Draws the paragraph of a hit, and above it which speech it is of.
fn draw_preview(app: &App, at: Option<At>, area: Area, paint: &mut Paint<'_>) {
    let Some((found, hit)) = at.and_then(|at| app.library_search().hit(at)) else { return };
    let messages = app.messages();
    let columns = usize::from(area.width).max(1);
    let widths = Widths { first: columns, rest: columns };
    let about = [found.speaker.clone(), found.date.map(|date| messages.date(date))];
    let about: Vec<String> = about.into_iter().flatten().collect();
    let place = match &hit.address {
        Some(address) => address.to_string(),
        None => messages.with("hunt-line", &[("line", hit.line.to_string().into())]),
    };
    let about = if about.is_empty() { place } else { format!("{} · {place}", about.join(" · ")) };
    let mut y = area.y;
    for (text, face) in [(found.title.as_str(), Face::PopupTitle), (&about, Face::Dim)] {
        for row in wrap(text, TextRange::new(0, text.len()), widths).iter().take(3) {
            paint.text(cells_at(area.x, y, area.width), row.of(text), face);
            y += 1;
        }
    }
    let Snippet { text, marks } = match hit.paragraph.text.is_empty() {
        true => &hit.snippet,
        false => &hit.paragraph,
    };
    let rows = wrap(text, TextRange::new(0, text.len()), widths);
    for (row, y) in rows.iter().zip(y + 1..area.y + area.height) {
        let (start, end) = (row.start.get(), row.end.get());
        let inside = |mark: &Range<usize>| {
            let (from, to) = (mark.start.max(start), mark.end.min(end));
            (from < to).then(|| from - start..to - start)
        };
        let marks: Vec<Range<usize>> = marks.iter().filter_map(inside).collect();
        paint.marked(cells_at(area.x, y, area.width), (row.of(text), &marks), Face::Text);
    }
}

fn draw_speech(app: &App, found: &FoundSpeech, slot: &Slot, paint: &mut Paint<'_>) {
    let room = slot.area;
    let messages = app.messages();
    let speaker = found.speaker.clone().filter(|_| room.width >= 70);
    let known = [speaker, found.date.map(|date| messages.date(date))];
    let known: Vec<String> = known.into_iter().flatten().collect();
    let detail = format!("{} ({})", known.join(" · "), messages.count(found.hits.len()));
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
