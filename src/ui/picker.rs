//! A list narrowed by typing.

use super::paint::Paint;
use super::{foot, popup};
use crate::app::{App, Picker, RoleOf, Source};
use crate::layout::Area;
use crate::settings::theme::Face;
use crate::text::width;
use ratatui::layout::Position;

/// Draws the list and gives where the cursor stands in its input line.
pub(super) fn draw(app: &App, picker: &Picker, paint: &mut Paint<'_>) -> Position {
    let messages = app.messages();
    let id = match picker.source {
        Source::Outline => "picker-outline",
        Source::Palette => "picker-palette",
        Source::Correct => "picker-correct",
        Source::Role(RoleOf::Item) => "picker-item-role",
        Source::Role(RoleOf::Series) => "picker-series-role",
        Source::Furniture => "picker-furniture",
        Source::Kind => "picker-kind",
        Source::Field => "picker-field",
        Source::SpeechKind => "picker-speech-kind",
    };
    let args = [
        ("shown", messages.count(picker.shown().len()).into()),
        ("total", messages.count(picker.total()).into()),
        ("subject", picker.subject.as_str().into()),
    ];
    let rows = u16::try_from(picker.total()).unwrap_or(u16::MAX).saturating_add(4);
    let area = popup::draw(100, rows, &messages.with(id, &args), paint);
    let line = Area { height: 1, ..area };
    let x = paint.text(line.x, line.y, 2, "› ", Face::Prompt);
    let cursor =
        foot::input(&picker.line, Area { x, width: line.width.saturating_sub(2), ..line }, paint);
    let list = Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area };
    if picker.shown().len() == 0 {
        paint.cut(list.x, list.y, list.width, &messages.get("picker-none"), Face::Dim);
        return cursor;
    }
    let skip = popup::scroll(picker.cursor(), picker.shown().len(), usize::from(list.height));
    let rows = picker.shown().enumerate().skip(skip);
    for ((index, choice), y) in rows.zip(list.y..list.y + list.height) {
        let at_cursor = index == picker.cursor();
        let row = Area { y, height: 1, ..list };
        if at_cursor {
            paint.fill(row, Face::Selected);
        }
        let face = |face| if at_cursor { Face::Selected } else { face };
        let detail = width::truncate(&choice.detail, usize::from(row.width) / 3);
        let detail_cells = width::width(&detail) as u16;
        let indent = (2 * choice.depth).min(row.width / 4);
        paint.text(row.x, y, 2, if at_cursor { "▸ " } else { "  " }, face(Face::Text));
        let x = row.x + 2 + indent;
        let room = (row.x + row.width).saturating_sub(x + detail_cells + 1);
        paint.cut(x, y, room, &choice.label, face(Face::Text));
        let x = (row.x + row.width).saturating_sub(detail_cells);
        paint.text(x, y, detail_cells, &detail, face(Face::Dim));
    }
    cursor
}
