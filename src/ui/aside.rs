//! The third pane: notes, tasks, or another speech.

use super::paint::{Paint, cells_at};
use super::reader;
use crate::app::{App, AsideContent, AsideEntry, Focus};
use crate::layout::{Area, Panes, Widths, wrap};
use crate::settings::theme::Face;
use crate::text::TextRange;

/// How many lines of an entry's words show at most, where the cursor is not on it.
const MOST_LINES: usize = 2;

/// Draws the third pane, and the line between it and the text.
pub(super) fn draw(app: &App, panes: Panes, paint: &mut Paint<'_>) {
    let Some(area) = panes.aside else { return };
    for y in area.y..area.y + area.height {
        paint.text(cells_at(area.x - 2, y, 1), "│", Face::Separator);
    }
    let messages = app.messages();
    let title = match app.aside().content() {
        AsideContent::Nothing => return,
        AsideContent::Notes => messages.get("aside-notes"),
        AsideContent::Tasks => messages.get("aside-tasks"),
        AsideContent::Speech(open) => open.speech.meta.title.clone(),
    };
    paint.title(cells_at(area.x, area.y, area.width), &title, Face::PopupTitle);
    let below = Panes::below_title(area);
    if let AsideContent::Speech(open) = app.aside().content() {
        reader::draw_other(app, (open, app.aside().rows()), below, paint);
        return;
    }
    let entries = app.aside_entries();
    if entries.is_empty() {
        let id = match app.aside().content() {
            AsideContent::Notes => "aside-no-notes",
            _ => "aside-no-tasks",
        };
        return paint.wrapped(below, &messages.get(id), Face::Dim);
    }
    draw_entries(app, &entries, below, paint);
}

fn draw_entries(app: &App, entries: &[AsideEntry], area: Area, paint: &mut Paint<'_>) {
    let columns = usize::from(area.width.saturating_sub(2)).max(1);
    let cursor = app.aside().cursor().min(entries.len() - 1);
    let lines = |index: usize| -> Vec<TextRange> {
        let words = &entries[index].words;
        let range = TextRange::new(0, words.len());
        wrap(words, range, Widths { first: columns, rest: columns })
    };
    let is_focused = app.focus() == Focus::Aside;
    let height = |index: usize| match index == cursor && is_focused {
        true => lines(index).len() as u16 + 2,
        false => lines(index).len().min(MOST_LINES) as u16 + 2,
    };
    // As many entries before the one at the cursor as there is room for.
    let mut skip = cursor;
    let mut used = height(cursor) + if cursor + 1 < entries.len() { 4 } else { 0 };
    while skip > 0 && used + height(skip - 1) <= area.height {
        skip -= 1;
        used += height(skip);
    }
    let mut y = area.y;
    let end = area.y + area.height;
    for (index, entry) in entries.iter().enumerate().skip(skip) {
        if y >= end {
            break;
        }
        let face = match index == cursor {
            true if is_focused => Face::SidebarFocus,
            true => Face::SidebarCurrent,
            false => Face::Dim,
        };
        if index == cursor {
            paint.fill(Area { y, height: 1, ..area }, face);
        }
        paint.cut(cells_at(area.x, y, area.width), &entry.heading, face);
        let lines = lines(index);
        let shown = usize::from(height(index).saturating_sub(2));
        for (at, (line, y)) in lines.iter().take(shown).zip(y + 1..end).enumerate() {
            let is_cut = at + 1 == shown && lines.len() > shown;
            let words = match is_cut {
                true => &entry.words[line.start.get()..],
                false => line.of(&entry.words),
            };
            paint.cut(cells_at(area.x + 2, y, area.width.saturating_sub(2)), words, Face::Text);
        }
        y += height(index);
    }
}
