//! The list of bookmarks.

use super::paint::Paint;
use super::popup;
use crate::app::{App, BookmarkList, BookmarkRow, Scope};
use crate::layout::Area;
use crate::notebook::{NotAFilter, NotebookOrder};
use crate::settings::action::{Action, Context};
use crate::settings::keymap::stack;
use crate::settings::theme::Face;
use crate::speech::anchor::Place;
use crate::text::{printable, width};

/// How many rows a bookmark takes: its words, and its note or where it is.
const ROWS: usize = 2;

/// Draws the list.
pub(super) fn draw(app: &App, list: &BookmarkList, paint: &mut Paint<'_>) {
    let messages = app.messages();
    let title = title(app, list);
    let wanted = u16::try_from(ROWS * list.rows.len().max(2) + 2).unwrap_or(u16::MAX);
    let area = popup::draw(100, wanted, &title, paint);
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
        let range = crate::text::TextRange::new(0, text.len());
        let columns = usize::from(area.width);
        let widths = crate::layout::Widths { first: columns, rest: columns };
        let lines = crate::layout::wrap(&text, range, widths);
        for (line, y) in lines.iter().zip(area.y..area.y + area.height) {
            paint.text(area.x, y, area.width, line.of(&text), Face::Dim);
        }
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

fn draw_row(app: &App, row: &BookmarkRow, area: Area, at_cursor: bool, paint: &mut Paint<'_>) {
    let height = area.height;
    if at_cursor {
        paint.fill(Area { height, ..area }, Face::Selected);
    }
    let face = |face| if at_cursor { Face::Selected } else { face };
    let anchor = &row.bookmark.anchor;
    let place = anchor.item.as_ref().map(|item| item.to_string()).unwrap_or_default();
    let cells = width::width(&place) as u16;
    let labels = &row.bookmark.labels;
    paint.text(area.x, area.y, 1, labels.sign(), face(Face::Bookmark));
    let room = area.width.saturating_sub(cells + 3);
    let quote = printable(anchor.words().trim()).into_owned();
    paint.cut(area.x + 2, area.y, room, &quote, face(Face::Text));
    let x = (area.x + area.width).saturating_sub(cells);
    paint.text(x, area.y, cells, &place, face(Face::Dim));
    let mut below: Vec<String> = Vec::new();
    let state = match &row.place {
        Some(Place::Same(_)) => None,
        Some(Place::Moved(_)) => Some("bookmark-state-moved"),
        Some(Place::Edited(..)) => Some("bookmark-state-edited"),
        Some(Place::Uncertain(_)) => Some("bookmark-state-uncertain"),
        Some(Place::Lost) => Some("bookmark-state-lost"),
        None => None,
    };
    below.extend(state.map(|id| app.messages().get(id)));
    below.extend(labels.letter.map(|letter| format!("'{letter}")));
    below.extend(row.bookmark.note.as_deref().map(|note| printable(note).into_owned()));
    let tags: Vec<String> = labels.tags.iter().map(|tag| format!("#{tag}")).collect();
    below.extend((!tags.is_empty()).then(|| tags.join(" ")));
    if row.place.is_none() {
        below.push(printable(&row.bookmark.title).into_owned());
    }
    let text = below.join(" · ");
    let below_face = if state.is_some() { Face::Error } else { Face::Dim };
    paint.cut(area.x + 4, area.y + 1, area.width.saturating_sub(4), &text, face(below_face));
}
