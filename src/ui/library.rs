//! The list of the library.

use super::list::{List, Slot};
use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::{App, Content, LibraryList, LibraryRow, ShelfEntry, ShelfScope};
use crate::layout::Area;
use crate::library::catalog::{Direction, Listed, Order};
use crate::settings::theme::Face;
use crate::speech::{Standing, years_told};
use crate::text::width::{shorten, truncate, width};
use ratatui::layout::Position;

/// A column of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LibraryColumn {
    Title,
    Speaker,
    Date,
    Kind,
    Counts,
    Read,
}

/// The columns, each with its width in cells, by how wide the list is; the title has the rest.
fn columns(room: u16) -> &'static [(LibraryColumn, u16)] {
    use LibraryColumn as C;
    match room {
        100.. => &[
            (C::Title, 0),
            (C::Speaker, 20),
            (C::Kind, 11),
            (C::Date, 10),
            (C::Counts, 9),
            (C::Read, 6),
        ],
        72.. => &[(C::Title, 0), (C::Speaker, 16), (C::Date, 10), (C::Read, 6)],
        48.. => &[(C::Title, 0), (C::Date, 10), (C::Read, 6)],
        _ => &[(C::Title, 0), (C::Read, 6)],
    }
}

/// Draws the list and gives where the cursor stands in its input line.
pub(super) fn draw(app: &App, list: &LibraryList, paint: &mut Paint<'_>) -> Position {
    let messages = app.messages();
    let area = popup::draw_list(140, u16::MAX, &title(app, list), paint);
    let (cursor, below) = popup::input(&list.line, area, paint);
    if let Some(problem) = &list.problem {
        paint.cut(cells_at(below.x, below.y, below.width), &problem.say(messages), Face::Error);
        return cursor;
    }
    if list.rows.is_empty() {
        let id = match (list.line.text().trim().is_empty(), list.standing) {
            (true, Standing::Archived) => "library-none-archived",
            (true, Standing::Shelved) | (false, _) => "library-none",
        };
        paint.cut(cells_at(below.x, below.y, below.width), &messages.get(id), Face::Dim);
        return cursor;
    }
    // On a screen of a few rows the rows themselves are worth more than what is said of one.
    let roomy = below.height >= 7;
    let (head, foot) = match below.height {
        20.. => (1, 3),
        14.. => (1, 2),
        7.. => (1, 1),
        _ => (0, 0),
    };
    if roomy {
        draw_head(app, list, Area { height: 1, ..below }, paint);
    }
    let rows = Area { y: below.y + head, height: below.height - head - foot, ..below };
    let rows = List { count: list.rows.len(), cursor: list.cursor.at(), height: 1, area: rows };
    rows.draw(paint, |index, slot, paint| draw_row(app, list.rows[index], slot, paint));
    if roomy && let Some(entry) = list.speech().and_then(|index| app.shelf().entry(index)) {
        let line = |up: u16| cells_at(below.x, below.y + below.height - up, below.width);
        // The whole title, which the list may cut.
        if foot >= 2 {
            let lines = Area { y: below.y + below.height - foot, height: foot - 1, ..below };
            paint.wrapped(lines, &entry.title, Face::PopupTitle);
            paint.cut(line(1), &about(app, entry), Face::Notice);
        } else {
            let said = format!("{} · {}", entry.title, about(app, entry));
            paint.cut(line(1), &said, Face::Notice);
        }
    }
    cursor
}

/// Says how many speeches there are, and how many of them are shown.
fn title(app: &App, list: &LibraryList) -> String {
    let speeches = list.rows.iter().filter(|row| matches!(row, LibraryRow::Speech(_))).count();
    let id = match (list.standing, list.scope) {
        (Standing::Shelved, ShelfScope::Library) => "picker-library",
        (Standing::Shelved, ShelfScope::Open) => "library-open-title",
        (Standing::Archived, _) => "library-archived-title",
    };
    let args = [
        ("shown", app.messages().count(speeches).into()),
        ("total", app.messages().count(list.total).into()),
    ];
    app.messages().with(id, &args)
}

/// Gives each column its place and width.
fn places(line: Area) -> Vec<(LibraryColumn, Area)> {
    let columns = columns(line.width);
    const SIGN: u16 = 2;
    const GAP: u16 = 2;
    let fixed: u16 = columns.iter().map(|(_, width)| width + GAP).sum::<u16>() - GAP;
    let mut x = line.x + SIGN;
    columns
        .iter()
        .map(|&(column, width)| {
            let width = match column {
                LibraryColumn::Title => line.width.saturating_sub(fixed + SIGN),
                _ => width,
            };
            let area = Area { x, width, ..line };
            x += width + GAP;
            (column, area)
        })
        .collect()
}

fn draw_head(app: &App, list: &LibraryList, line: Area, paint: &mut Paint<'_>) {
    let arrow = match list.direction {
        Direction::Usual => "▾",
        Direction::Reversed => "▴",
    };
    let sorted = match list.order {
        Order::Title => LibraryColumn::Title,
        Order::Speaker => LibraryColumn::Speaker,
        Order::Date => LibraryColumn::Date,
        Order::Read => LibraryColumn::Read,
    };
    for (column, area) in places(line) {
        let id = match column {
            LibraryColumn::Title => "library-column-title",
            LibraryColumn::Speaker => "library-column-speaker",
            LibraryColumn::Kind => "library-column-kind",
            LibraryColumn::Date => "library-column-date",
            LibraryColumn::Counts => "library-column-counts",
            LibraryColumn::Read => "library-column-read",
        };
        let mut name = app.messages().get(id);
        if column == sorted {
            name = format!("{name}{arrow}");
        }
        let name = truncate(&name, usize::from(area.width));
        let x = match column {
            LibraryColumn::Counts | LibraryColumn::Read => {
                (area.x + area.width).saturating_sub(width(&name) as u16)
            }
            _ => area.x,
        };
        paint.text(cells_at(x, area.y, area.width), &name, Face::Dim);
    }
}

fn draw_row(app: &App, row: LibraryRow, slot: &Slot, paint: &mut Paint<'_>) {
    let (line, face) = (slot.area, |face| slot.face(face));
    paint.text(cells_at(line.x, line.y, 2), slot.sign(), face(Face::Text));
    let messages = app.messages();
    let index = match row {
        LibraryRow::Speech(index) => index,
        LibraryRow::Saved(index) => {
            let Some(saved) = app.shelf().saved().get(index) else { return };
            let end = paint.at_right(line, &messages.get("library-saved"), face(Face::Dim));
            let room = end.saturating_sub(line.x + 4);
            paint.cut(cells_at(line.x + 2, line.y, room), saved.title(), face(Face::Text));
            return;
        }
    };
    let Some(entry) = app.shelf().entry(index) else { return };
    let listed = entry.about.is_some().then(|| entry.listed());
    for (column, area) in places(line) {
        let strong = column == LibraryColumn::Title && index == app.shelf().current();
        let (text, at_right) = cell(app, entry, listed.as_ref(), column);
        let text = match column {
            LibraryColumn::Title => shorten(&text, usize::from(area.width)),
            _ => truncate(&text, usize::from(area.width)),
        };
        let x = match at_right {
            true => (area.x + area.width).saturating_sub(width(&text) as u16),
            false => area.x,
        };
        let plain = match column {
            LibraryColumn::Title if strong => Face::PopupTitle,
            LibraryColumn::Title => Face::Text,
            _ => Face::Dim,
        };
        paint.text(cells_at(x, area.y, area.width), &text, face(plain));
    }
}

/// Returns what stands in a column, and whether it stands at its right.
fn cell(
    app: &App,
    entry: &ShelfEntry,
    listed: Option<&Listed>,
    column: LibraryColumn,
) -> (String, bool) {
    let messages = app.messages();
    if column == LibraryColumn::Title {
        let title = match entry.content {
            Content::Failed(..) => format!("{} · {}", messages.get("library-failed"), entry.title),
            _ => entry.title.clone(),
        };
        return (title, false);
    }
    let Some(listed) = listed else { return (String::new(), false) };
    let known = &listed.known;
    match column {
        LibraryColumn::Title => (String::new(), false),
        LibraryColumn::Speaker => (known.meta.speaker.clone().unwrap_or_default(), false),
        LibraryColumn::Kind => {
            (known.meta.kind.map(|kind| app.kind_name(kind)).unwrap_or_default(), false)
        }
        LibraryColumn::Date => {
            let day = |date: crate::speech::Date| {
                format!("{:02}/{:02}/{}", date.day(), date.month(), date.year())
            };
            let years = || match years_told(&known.meta.title) {
                Some((first, last)) if first == last => first.to_string(),
                Some((first, last)) => format!("{first}–{last}"),
                None => String::new(),
            };
            (known.meta.date.map_or_else(years, day), false)
        }
        LibraryColumn::Counts if known.items == 0 => (String::new(), true),
        LibraryColumn::Counts => {
            (format!("{}/{}", messages.count(known.tasks), messages.count(known.items)), true)
        }
        LibraryColumn::Read => {
            let read = listed.progress.map(|read| match read.furthest {
                100 => "✓".to_owned(),
                _ => format!("{}%", read.percent),
            });
            (read.unwrap_or_default(), true)
        }
    }
}

/// Says in one line what is known about a speech, the most telling first.
fn about(app: &App, entry: &ShelfEntry) -> String {
    let messages = app.messages();
    let mut parts: Vec<String> = Vec::new();
    if entry.about.is_some() {
        let listed = entry.listed();
        let known = &listed.known;
        let meta = &known.meta;
        parts.extend(meta.kind.map(|kind| app.kind_name(kind)));
        if let Some(read) = listed.progress {
            let args = [("percent", u32::from(read.percent).into())];
            parts.push(match read.furthest {
                100 => messages.get("library-read-whole"),
                _ => messages.with("library-read", &args),
            });
        }
        parts.extend(meta.speaker.clone());
        parts.extend(meta.office.clone());
        parts.extend(meta.date.map(|date| messages.date(date)));
        let counts = [("items", known.items.into()), ("tasks", known.tasks.into())];
        parts.push(messages.with("library-counts", &counts));
        parts.extend(meta.occasion.clone());
        parts.push(known.format.name().to_uppercase());
    }
    if let Content::Failed(_, trouble) = &entry.content {
        parts.push(messages.say(trouble));
    }
    parts.extend(
        entry.path().map(|path| crate::text::printable(&path.to_string_lossy()).into_owned()),
    );
    parts.join(" · ")
}
