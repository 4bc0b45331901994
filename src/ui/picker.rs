//! A list narrowed by typing.

use super::list::{List, Slot};
use super::paint::{Paint, cells_at};
use super::popup;
use crate::app::{App, Picker, PickerChoice, PickerSource, RoleOf};
use crate::settings::theme::Face;
use crate::text::width;
use ratatui::layout::Position;

/// Draws the list and gives where the cursor stands in its input line.
pub(super) fn draw(app: &App, picker: &Picker, paint: &mut Paint<'_>) -> Position {
    let messages = app.messages();
    let id = match picker.source {
        PickerSource::Outline => "picker-outline",
        PickerSource::Palette => "picker-palette",
        PickerSource::Correct => "picker-correct",
        PickerSource::Role(RoleOf::Item) => "picker-item-role",
        PickerSource::Role(RoleOf::Series) => "picker-series-role",
        PickerSource::Furniture => "picker-furniture",
        PickerSource::Kind => "picker-kind",
        PickerSource::Field => "picker-field",
        PickerSource::SpeechKind => "picker-speech-kind",
        PickerSource::Office => "picker-office",
        PickerSource::Task => "picker-correct",
        PickerSource::Reference => "picker-reference",
        PickerSource::Theme => "picker-theme",
        PickerSource::Import => "picker-import",
        PickerSource::Address => "picker-address",
    };
    let args = [
        ("shown", messages.count(picker.shown().len()).into()),
        ("total", messages.count(picker.total()).into()),
        ("subject", picker.subject.as_str().into()),
    ];
    let rows = u16::try_from(picker.total()).unwrap_or(u16::MAX).saturating_add(4);
    // Beside a list of themes the text shows what each looks like.
    let title = messages.with(id, &args);
    let area = match picker.source {
        PickerSource::Theme => popup::draw(44, rows, &title, paint),
        _ => popup::draw_list(100, rows, &title, paint),
    };
    let (cursor, area) = popup::input(&picker.line, area, paint);
    let shown: Vec<&PickerChoice> = picker.shown().collect();
    if shown.is_empty() {
        let none = match picker.source {
            PickerSource::Palette => "palette-none",
            _ => "picker-none",
        };
        paint.cut(cells_at(area.x, area.y, area.width), &messages.get(none), Face::Dim);
    }
    let rows = List { count: shown.len(), cursor: picker.cursor(), height: 1, area };
    rows.draw(paint, |index, slot, paint| {
        draw_row((picker, shown[index]), slot, paint);
    });
    cursor
}

fn draw_row((picker, choice): (&Picker, &PickerChoice), slot: &Slot, paint: &mut Paint<'_>) {
    let row = slot.area;
    let detail = width::truncate(&choice.detail, usize::from(row.width) / 3);
    let indent = (2 * choice.depth).min(row.width / 4);
    paint.text(cells_at(row.x, row.y, 2), slot.sign(), slot.face(Face::Text));
    let end = paint.at_right(row, &detail, slot.face(Face::Dim));
    let x = row.x + 2 + indent;
    let label = (choice.label.as_str(), picker.marks(&choice.label));
    let cells = cells_at(x, row.y, end.saturating_sub(x + 1));
    paint.marked(cells, (label.0, &label.1), slot.face(Face::Text));
}
