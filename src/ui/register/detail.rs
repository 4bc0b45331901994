//! All that is known of the task at the cursor of the register.

use super::super::paint::{Paint, cells_at};
use super::line;
use crate::app::{App, RegisterList, TaskColumn};
use crate::layout::{Area, Widths, wrap};
use crate::register::{OfficeFit, RegisterEntry, TaskState};
use crate::settings::theme::Face;
use crate::speech::Date;
use crate::speech::anchor::PlaceState;
use crate::text::{TextPos, TextRange, printable, width};

/// How many cells of the title of a speech are told.
const TITLE: usize = 60;
/// The narrowest rest of a line that the next part begins in.
const NARROWEST: usize = 16;

/// Returns how many lines it takes at the foot of an area, the line above it included.
pub(super) fn height(area: Area) -> u16 {
    match area.height {
        24.. => 9,
        14.. => 6,
        9.. => 3,
        5.. => 1,
        _ => 0,
    }
}

/// A part of what is told.
struct DetailPart {
    column: Option<TaskColumn>,
    text: String,
    face: Face,
}

/// Draws it.
pub(super) fn draw(app: &App, list: &RegisterList, area: Area, paint: &mut Paint<'_>) {
    let Some((index, entry)) = list.at_cursor() else { return };
    if area.height == 0 {
        return;
    }
    let mut area = area;
    if area.height >= 3 {
        let line = "─".repeat(usize::from(area.width));
        paint.text(cells_at(area.x, area.y, area.width), &line, Face::PopupBorder);
        area = Area { y: area.y + 1, height: area.height - 1, ..area };
    }
    let mut parts = parts(app, list, entry);
    parts.extend(list.fit(index).map(|fit| of_mine(app, fit)));
    if area.height == 1 {
        // The list itself shows who is in charge.
        parts.retain(|part| {
            part.column != Some(TaskColumn::Actors) || part.column == Some(list.column)
        });
    }
    let facts = Flow::of(&parts, usize::from(area.width));
    // On a few lines the facts come before the words, which the list shows the first of.
    let rest = area.height.saturating_sub(facts.lines.min(u16::MAX.into()) as u16);
    let words = Area { height: rest.min(area.height), ..area };
    let task = printable(&entry.row.task);
    let columns = usize::from(area.width).max(1);
    let rows = wrap(&task, TextRange::new(0, task.len()), Widths { first: columns, rest: columns });
    let taken = (rows.len().min(usize::from(words.height))) as u16;
    let face = if list.column == TaskColumn::Task { Face::Text } else { Face::Dim };
    for (index, row) in rows.iter().take(usize::from(taken)).enumerate() {
        let cells = cells_at(words.x, words.y + index as u16, words.width);
        let is_last = index + 1 == usize::from(taken) && rows.len() > usize::from(taken);
        let text = if is_last { format!("{}…", row.of(&task)) } else { row.of(&task).to_owned() };
        paint.cut(cells, &text, face);
    }
    let below = Area { y: area.y + taken, height: area.height - taken, ..area };
    facts.draw(below, list.column, paint);
}

/// Returns what is known besides the words, the most telling first.
fn parts(app: &App, list: &RegisterList, entry: &RegisterEntry) -> Vec<DetailPart> {
    let messages = app.messages();
    let mut out = Vec::new();
    for column in TaskColumn::ALL {
        let cells = column.cells(entry);
        let Some(first) = cells.first() else { continue };
        let words: Vec<_> = cells.iter().map(|cell| printable(&cell.text)).collect();
        let name = format!("register-part-{}", column.name());
        let mut text = messages.with(&name, &[("words", words.join("; ").into())]);
        if entry.row.is_above(first) {
            let args = [("line", first.line.to_string().into())];
            text = format!("{text} {}", messages.with("register-above", &args));
        }
        out.push(DetailPart { column: Some(column), text, face: Face::Text });
    }
    let speech = &entry.row.speech;
    let place = line::place_words(app, entry, crate::app::RegisterScope::Speech);
    let title = width::truncate(&speech.title, TITLE);
    let of = [speech.number.as_deref(), Some(title.as_str())];
    let of: Vec<&str> = of.into_iter().flatten().collect();
    let place = match list.view.scope {
        crate::app::RegisterScope::Speech => place,
        _ => format!("{} · {place}", printable(&of.join(", "))),
    };
    out.push(DetailPart { column: None, text: place, face: Face::Dim });
    out.extend(said(app, entry));
    out
}

/// Says that the task is of the user's offices.
fn of_mine(app: &App, fit: OfficeFit) -> DetailPart {
    let id = match fit {
        OfficeFit::Named => "register-mine",
        OfficeFit::Shared => "register-mine-shared",
    };
    DetailPart { column: None, text: app.messages().get(id), face: Face::Notice }
}

/// Returns what the user said of the task.
fn said(app: &App, entry: &RegisterEntry) -> Vec<DetailPart> {
    let messages = app.messages();
    let status = &entry.status;
    let mut out = Vec::new();
    let mut part = |text: String, face| out.push(DetailPart { column: None, text, face });
    if status.state != TaskState::Open {
        let state = messages.get(&format!("task-state-{}", status.state.name()));
        let text = match status.on {
            Some(day) => {
                let args = [("state", state.into()), ("date", messages.short_date(day).into())];
                messages.with("register-state-on", &args)
            }
            None => state,
        };
        part(text, Face::Notice);
    }
    if let Some(proof) = &status.proof {
        let args = [("words", printable(proof).into_owned().into())];
        part(messages.with("register-part-proof", &args), Face::Notice);
    }
    if let Some(note) = &status.note {
        let args = [("words", printable(note).into_owned().into())];
        part(messages.with("register-part-note", &args), Face::Notice);
    }
    if let Some(was) = &status.was_due {
        let now = entry.row.due_text().unwrap_or_default();
        let args = [("was", due_words(app, was).into()), ("now", due_words(app, &now).into())];
        part(messages.with("register-due-changed", &args), Face::Error);
    }
    if matches!(status.place, Some(PlaceState::Edited | PlaceState::Uncertain)) {
        part(messages.get("register-edited"), Face::Error);
    }
    out
}

/// Returns a deadline as it is kept (a day, a span, the name of a rhythm, nothing) in words.
fn due_words(app: &App, kept: &str) -> String {
    let messages = app.messages();
    let last = kept.rsplit('/').next().unwrap_or(kept);
    if kept.is_empty() {
        messages.get("register-no-deadline")
    } else if let Some(day) = Date::parse_iso(last) {
        messages.short_date(day)
    } else {
        let rhythm = messages.find(&format!("rhythm-{kept}"));
        rhythm.unwrap_or_else(|| printable(kept).into_owned())
    }
}

/// A piece of a part: the number of the part, the words, the line and the column.
type Piece = (usize, TextRange, usize, usize);

/// Parts on lines.
struct Flow<'p> {
    parts: &'p [DetailPart],
    pieces: Vec<Piece>,
    lines: usize,
}

impl<'p> Flow<'p> {
    /// Puts parts one behind the other, two blanks between them.
    fn of(parts: &'p [DetailPart], columns: usize) -> Self {
        let columns = columns.max(1);
        let (mut x, mut line) = (0, 0);
        let mut pieces = Vec::new();
        for (index, part) in parts.iter().enumerate() {
            // A short part stays in one piece.
            if x > 0 && columns.saturating_sub(x) < width::width(&part.text).min(NARROWEST) {
                (x, line) = (0, line + 1);
            }
            let widths = Widths { first: columns - x, rest: columns };
            let range = TextRange::new(0, part.text.len());
            for (at, row) in wrap(&part.text, range, widths).into_iter().enumerate() {
                if at > 0 {
                    (x, line) = (0, line + 1);
                }
                pieces.push((index, row, line, x));
                x += width::width(row.of(&part.text));
            }
            x += 2;
            if x >= columns {
                (x, line) = (0, line + 1);
            }
        }
        let lines = pieces.last().map_or(0, |(_, _, line, _)| line + 1);
        Flow { parts, pieces, lines }
    }

    /// Draws what fits, so that the cell that is chosen shows.
    fn draw(&self, area: Area, chosen: TaskColumn, paint: &mut Paint<'_>) {
        let is_chosen = |index: usize| self.parts[index].column == Some(chosen);
        let at = self.pieces.iter().find(|&&(index, ..)| is_chosen(index));
        let at = at.map_or(0, |&(_, _, line, _)| line);
        let hidden = (at + 1).saturating_sub(usize::from(area.height));
        for &(index, range, line, x) in &self.pieces {
            let Some(line) = line.checked_sub(hidden) else { continue };
            if line >= usize::from(area.height) {
                break;
            }
            let part = &self.parts[index];
            let face = if is_chosen(index) { Face::Selected } else { part.face };
            let cells = cells_at(area.x + x as u16, area.y + line as u16, area.width - x as u16);
            let words = range.of(&part.text);
            // The name of the cell steps back behind its words.
            let name = part.column.filter(|_| range.start == TextPos::ZERO && !is_chosen(index));
            let name = name.and_then(|_| words.split_once(": ")).map_or("", |(name, _)| name);
            paint.text(cells, words, face);
            paint.text(cells, name, Face::Dim);
        }
    }
}
