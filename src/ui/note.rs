//! The note being written.

use super::paint::Paint;
use super::popup;
use crate::app::{App, NoteEditor, NoteStanding};
use crate::layout::Area;
use ratatui::layout::Position;

/// The widest that a note is written, in cells, with its frame.
const COLUMNS: u16 = 84;
/// The rows of the popup, with its frame.
const ROWS: u16 = 14;

/// Draws the note and gives where the cursor stands.
pub(super) fn draw(app: &App, editor: &NoteEditor, paint: &mut Paint<'_>) -> Position {
    let id = match editor.standing {
        NoteStanding::New => "note-new",
        NoteStanding::Kept | NoteStanding::Deleted => "note-edit",
    };
    let title = app.messages().with(id, &[("quote", editor.quote.as_str().into())]);
    let Area { x, y, width, height } = popup::draw(COLUMNS, ROWS, &title, paint);
    paint.widget(editor.area(), Area { x, y, width, height });
    let (cursor, top) = (editor.area().screen_cursor(), editor.area().scroll_offset());
    let row = u16::try_from(cursor.row).unwrap_or(u16::MAX).saturating_sub(top.0);
    let column = u16::try_from(cursor.col).unwrap_or(u16::MAX).saturating_sub(top.1);
    let last = |cells: u16| cells.saturating_sub(1);
    Position::new(x + column.min(last(width)), y + row.min(last(height)))
}
