//! Draws the state: `&App` in, cells out. Changes nothing and reads nothing else.

mod aside;
mod bookmarks;
mod corrections;
mod following;
mod foot;
mod help;
mod hunt;
mod library;
mod list;
mod note;
mod notes;
mod paint;
mod picker;
mod popup;
mod reader;
mod register;
mod review;
mod scrollbar;
mod sidebar;
#[cfg(test)]
mod tests;

use crate::app::{App, Overlay};
use crate::layout::SMALLEST;
use crate::settings::theme::Face;
use crate::text::width;
use paint::{Paint, cells_at};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// Draws a frame and gives where the cursor stands, if it shows.
pub fn render(app: &App, buffer: &mut Buffer) -> Option<Position> {
    let mut paint = Paint::new(buffer, app.theme());
    paint.clear();
    let Some(panes) = app.panes() else {
        too_small(app, &mut paint);
        return None;
    };
    if panes.pane.width > 0 {
        reader::draw(app, panes, &mut paint);
        notes::draw(app, panes, &mut paint);
        aside::draw(app, panes, &mut paint);
        scrollbar::draw(app, panes, &mut paint);
    }
    if let Some(area) = panes.sidebar {
        sidebar::draw(app, area, &mut paint);
    }
    let mut cursor = None;
    for overlay in app.overlays() {
        match overlay {
            Overlay::Picker(picker) => cursor = Some(picker::draw(app, picker, &mut paint)),
            Overlay::Bookmarks(list) => bookmarks::draw(app, list, &mut paint),
            Overlay::Review(review) => review::draw(app, review, &mut paint),
            Overlay::Note(editor) => cursor = Some(note::draw(app, editor, &mut paint)),
            Overlay::Corrections(list) => corrections::draw(app, list, &mut paint),
            Overlay::Hunt(list) => cursor = Some(hunt::draw(app, list, &mut paint)),
            Overlay::Library(list) => cursor = Some(library::draw(app, list, &mut paint)),
            Overlay::Register(list) => register::draw(app, list, &mut paint),
            Overlay::Help(help) => help::draw(help, &mut paint),
            Overlay::Prompt(_) => {}
        }
    }
    let cursor = foot::draw(app, panes, &mut paint).or(cursor);
    following::draw(app, panes, &mut paint);
    cursor
}

fn too_small(app: &App, paint: &mut Paint<'_>) {
    let (columns, rows) = app.size();
    let args = [("columns", SMALLEST.0.into()), ("rows", SMALLEST.1.into())];
    let text = app.messages().with("too-small", &args);
    let mut row = 0;
    let mut line = String::new();
    for word in text.split(' ') {
        let wider = width::width(&line) + 1 + width::width(word);
        if !line.is_empty() && wider > usize::from(columns) {
            paint.text(cells_at(0, row, columns), &line, Face::Error);
            line.clear();
            row += 1;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if row < rows {
        paint.text(cells_at(0, row, columns), &line, Face::Error);
    }
}
