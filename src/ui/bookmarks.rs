//! The list of bookmarks.

use super::list::{List, Slot};
use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::{App, BookmarkList, BookmarkRow, Scope};
use crate::notebook::{NotAFilter, NotebookOrder};
use crate::settings::action::{Action, Context};
use crate::settings::keymap::stack;
use crate::settings::theme::Face;
use crate::speech::anchor::Place;
use crate::text::{printable, width};

/// Draws the list.
pub(super) fn draw(app: &App, list: &BookmarkList, paint: &mut Paint<'_>) {
    let messages = app.messages();
    let title = title(app, list);
    let below: Vec<String> = list.rows.iter().map(|row| below(app, row)).collect();
    // Its words take a row, and its note or where it is another, if there is something to say.
    let height = |index: usize| if below[index].is_empty() { 1 } else { 2 };
    let rows: usize = (0..list.rows.len()).map(|index| usize::from(height(index))).sum();
    let wanted = popup::rows_of(rows.max(2), 1);
    let area = popup::draw_list(100, wanted, &title, paint);
    if list.rows.is_empty() {
        let id = match list.scope {
            Scope::Here => "bookmarks-none-here",
            Scope::All => "bookmarks-none",
        };
        let text = match list.is_narrowed() {
            true => {
                let keys = app.keymap().keys_of(stack(Context::List), Action::FilterBookmarks);
                let key = keys.into_iter().next().unwrap_or_default();
                messages.with("bookmarks-none-fits", &[("key", key.into())])
            }
            false => messages.get(id),
        };
        paint.wrapped(area, &text, Face::Dim);
        return;
    }
    let rows = List { count: list.rows.len(), cursor: list.cursor.at(), height: 1, area };
    rows.draw_uneven(paint, height, |index, slot, paint| {
        draw_row(&list.rows[index], &below[index], slot, paint);
    });
}

/// Says whose bookmarks are shown, how many, by which filter, and in which order.
fn title(app: &App, list: &BookmarkList) -> String {
    let messages = app.messages();
    let filter = match &list.problem {
        Some(NotAFilter::Role(value)) => {
            messages.with("filter-no-role", &[("value", value.as_str().into())])
        }
        Some(NotAFilter::Kind(value)) => {
            messages.with("filter-no-kind", &[("value", value.as_str().into())])
        }
        None => list.typed.clone(),
    };
    let id = match (list.scope, filter.is_empty()) {
        (Scope::Here, true) => "bookmarks-here",
        (Scope::All, true) => "bookmarks-all",
        (Scope::Here, false) => "bookmarks-here-filtered",
        (Scope::All, false) => "bookmarks-all-filtered",
    };
    let args = [
        ("count", messages.count(list.total).into()),
        ("shown", messages.count(list.rows.len()).into()),
        ("filter", filter.into()),
    ];
    let title = messages.with(id, &args);
    match list.order {
        NotebookOrder::Place => title,
        NotebookOrder::Time => format!("{title} · {}", messages.get("bookmarks-by-time")),
    }
}

/// Says what has become of a bookmark, its letter, note, tags, and its speech where that is another.
fn below(app: &App, row: &BookmarkRow) -> String {
    let labels = &row.bookmark.labels;
    let mut below: Vec<String> = Vec::new();
    below.extend(state(row).map(|id| app.messages().get(id)));
    below.extend(labels.letter.map(|letter| format!("'{letter}")));
    below.extend(row.bookmark.note.as_deref().map(|note| printable(note).into_owned()));
    let tags: Vec<String> = labels.tags.iter().map(|tag| format!("#{tag}")).collect();
    below.extend((!tags.is_empty()).then(|| tags.join(" ")));
    if row.place.is_none() {
        below.push(printable(&row.bookmark.title).into_owned());
    }
    below.join(" · ")
}

fn state(row: &BookmarkRow) -> Option<&'static str> {
    match &row.place {
        Some(Place::Same(_)) => None,
        Some(Place::Moved(_)) => Some("bookmark-state-moved"),
        Some(Place::Edited(..)) => Some("bookmark-state-edited"),
        Some(Place::Uncertain(_)) => Some("bookmark-state-uncertain"),
        Some(Place::Lost) => Some("bookmark-state-lost"),
        None => None,
    }
}

fn draw_row(row: &BookmarkRow, below: &str, slot: &Slot, paint: &mut Paint<'_>) {
    let (area, face) = (slot.area, |face| slot.face(face));
    let anchor = &row.bookmark.anchor;
    let place = anchor.item.as_ref().map(|item| item.to_string()).unwrap_or_default();
    let cells = width::width(&place) as u16;
    let labels = &row.bookmark.labels;
    paint.text(cells_at(area.x, area.y, 1), labels.sign(), face(Face::Bookmark));
    let room = area.width.saturating_sub(cells + 3);
    let quote = printable(anchor.words().trim()).into_owned();
    paint.cut(cells_at(area.x + 2, area.y, room), &quote, face(Face::Text));
    let x = (area.x + area.width).saturating_sub(cells);
    paint.text(cells_at(x, area.y, cells), &place, face(Face::Dim));
    if area.height > 1 {
        let below_face = if state(row).is_some() { Face::Error } else { Face::Dim };
        let room = area.width.saturating_sub(4);
        paint.cut(cells_at(area.x + 4, area.y + 1, room), below, face(below_face));
    }
}
