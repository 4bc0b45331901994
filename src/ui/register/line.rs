//! A task of the register in a line or two.

use super::super::list::Slot;
use super::super::paint::{Paint, cells_at};
use crate::app::{App, RegisterScope};
use crate::layout::Area;
use crate::register::deadline::{Basis, Due, Edge};
use crate::register::{RegisterCell, RegisterDeadline, RegisterEntry, TaskState};
use crate::settings::theme::Face;
use crate::speech::Date;
use crate::text::{printable, width};

/// How many cells the sign before a task takes.
const SIGN: u16 = 2;
const GAP: u16 = 2;
/// From how many cells on a task takes one line.
const ONE_LINE: u16 = 64;
/// From how many cells on the columns are as wide as one likes.
const WIDE: u16 = 96;

/// How wide the columns are.
pub(super) struct Columns<'a> {
    app: &'a App,
    deadline: u16,
    office: u16,
    place: u16,
    scope: RegisterScope,
    rows: u16,
}

impl<'a> Columns<'a> {
    /// Fits the columns into so many cells.
    pub(super) fn new(app: &'a App, cells: u16, scope: RegisterScope) -> Self {
        let (deadline, office, place, rows) = match cells {
            WIDE.. => {
                (18, (cells / 5).min(34), if scope == RegisterScope::Speech { 10 } else { 22 }, 1)
            }
            ONE_LINE.. => (14, 18, 0, 1),
            _ => (cells.saturating_sub(SIGN).min(18), 0, 0, 2),
        };
        Columns { app, deadline, office, place, scope, rows }
    }

    /// Returns how many lines a task takes.
    pub(super) fn rows(&self) -> u16 {
        self.rows
    }

    /// Returns where the words of the task stand: on the first line, from the deadline and office on.
    fn words(&self, line: Area) -> Area {
        let before = SIGN + self.deadline + GAP + self.office + GAP;
        let behind = if self.place > 0 { self.place + GAP } else { 0 };
        let width = line.width.saturating_sub(before + behind);
        Area { x: line.x + before, width, height: 1, ..line }
    }

    /// Draws the names of the columns.
    pub(super) fn draw_head(&self, line: Area, paint: &mut Paint<'_>) {
        let name = |id: &str| self.app.messages().get(id);
        let x = line.x + SIGN;
        paint.cut(cells_at(x, line.y, self.deadline), &name("register-column-deadline"), Face::Dim);
        let x = x + self.deadline + GAP;
        if self.rows > 1 {
            let room = (line.x + line.width).saturating_sub(x);
            paint.cut(cells_at(x, line.y, room), &name("register-column-office"), Face::Dim);
            return;
        }
        paint.cut(cells_at(x, line.y, self.office), &name("register-column-office"), Face::Dim);
        let words = self.words(line);
        paint.cut(cells_at(words.x, line.y, words.width), &name("register-column-task"), Face::Dim);
        let x = words.x + words.width + GAP;
        paint.cut(cells_at(x, line.y, self.place), &name("register-column-place"), Face::Dim);
    }

    /// Draws a task.
    pub(super) fn draw(&self, entry: &RegisterEntry, slot: &Slot, paint: &mut Paint<'_>) {
        let app = self.app;
        let line = slot.area;
        let look = TaskLook::of(app, entry);
        let face = |face| slot.face(if look.is_past { Face::Dim } else { face });
        paint.text(cells_at(line.x, line.y, 1), look.sign, face(look.sign_face));
        let x = line.x + SIGN;
        let deadline = deadline_words(app, entry.row.deadline.as_ref(), self.deadline);
        paint.cut(cells_at(x, line.y, self.deadline), &deadline, face(look.deadline_face));
        let x = x + self.deadline + GAP;
        let office_room = match self.rows {
            1 => self.office,
            _ => (line.x + line.width).saturating_sub(x),
        };
        let (office, office_face) = office_words(app, entry, office_room);
        paint.text(cells_at(x, line.y, office_room), &office, face(office_face));
        let words = match self.rows {
            1 => self.words(line),
            _ => Area { x: line.x + SIGN, y: line.y + 1, width: line.width - SIGN, height: 1 },
        };
        paint.cut(
            cells_at(words.x, words.y, words.width),
            &printable(&entry.row.task),
            face(Face::Text),
        );
        if self.place > 0 {
            let place = place_words(app, entry, self.scope);
            let place = width::truncate(&place, usize::from(self.place));
            paint.at_right(Area { height: 1, ..line }, &place, face(Face::Dim));
        }
    }
}

/// Draws what heads a group.
pub(super) fn draw_heading(group: &str, line: Area, paint: &mut Paint<'_>) {
    paint.cut(cells_at(line.x, line.y, line.width), group, Face::Heading);
}

/// How a task looks by its state and its deadline.
struct TaskLook {
    sign: &'static str,
    sign_face: Face,
    deadline_face: Face,
    /// Whether it is done or none of the user's, and steps back.
    is_past: bool,
}

impl TaskLook {
    fn of(app: &App, entry: &RegisterEntry) -> TaskLook {
        let deadline = entry.row.deadline.as_ref();
        let rhythm = deadline.is_some_and(|deadline| matches!(deadline.due, Due::Rhythm(_)));
        let overdue = is_overdue(app, entry);
        let (sign, sign_face) = match entry.status.state {
            TaskState::Done => ("✓", Face::Dim),
            TaskState::NotMine => ("–", Face::Dim),
            TaskState::Doing => ("◐", Face::Task),
            TaskState::Open if overdue => ("!", Face::Error),
            TaskState::Open if rhythm => ("↻", Face::Task),
            TaskState::Open => ("□", Face::Task),
        };
        let is_past = matches!(entry.status.state, TaskState::Done | TaskState::NotMine);
        let deadline_face = match deadline {
            _ if overdue => Face::Error,
            Some(_) => Face::Text,
            None => Face::Dim,
        };
        TaskLook { sign, sign_face, deadline_face, is_past }
    }
}

/// Tells whether the last day of a task is past.
fn is_overdue(app: &App, entry: &RegisterEntry) -> bool {
    let last = entry.row.deadline.as_ref().and_then(RegisterDeadline::last_day);
    last.zip(app.today()).is_some_and(|(last, today)| last < today)
}

/// Returns a deadline in at most so many cells: a day where there is one, else its words.
pub(super) fn deadline_words(app: &App, deadline: Option<&RegisterDeadline>, cells: u16) -> String {
    let Some(deadline) = deadline else { return "–".to_owned() };
    let messages = app.messages();
    let day = |date: Date| {
        let day = messages.short_date(date);
        match deadline.basis {
            Basis::Stated => day,
            // The year is not in the text.
            Basis::Inferred => {
                let year = date.year().to_string();
                day.strip_suffix(&year).map_or(day.clone(), |before| format!("{before}~{year}"))
            }
        }
    };
    let (id, date) = match (&deadline.due, deadline.edge) {
        (Due::Day(date), Edge::Before) => ("register-due-before", *date),
        (Due::Day(date), _) | (Due::Span(_, Some(date)), _) => return day(*date),
        (Due::Span(from, None), _) => ("register-due-from", *from),
        (Due::Length(_) | Due::Rhythm(_) | Due::Fuzzy | Due::Undated, _) => {
            return printable(&deadline.cell.text).into_owned();
        }
    };
    let plain = day(date);
    let whole = messages.with(id, &[("date", plain.as_str().into())]);
    if width::width(&whole) <= usize::from(cells) { whole } else { plain }
}

/// Returns who is in charge in at most so many cells, with an arrow where that stands above; and its face.
fn office_words(app: &App, entry: &RegisterEntry, cells: u16) -> (String, Face) {
    let actors = &entry.row.actors;
    if actors.is_empty() {
        return (app.messages().get("register-no-office"), Face::Dim);
    }
    let above = actors.iter().any(|actor| entry.row.is_above(actor));
    let arrow = if above { " ↑" } else { "" };
    let room = usize::from(cells).saturating_sub(width::width(arrow));
    (format!("{}{arrow}", width::truncate(&joined(actors), room)), Face::Text)
}

/// Returns the words of cells, one after the other.
pub(super) fn joined(cells: &[RegisterCell]) -> String {
    let words: Vec<_> = cells.iter().map(|cell| printable(&cell.text)).collect();
    words.join("; ")
}

/// Returns where a task stands: its address or line, and in a list of several speeches the number or title of its own.
pub(super) fn place_words(app: &App, entry: &RegisterEntry, scope: RegisterScope) -> String {
    let row = &entry.row;
    let place = match row.address.is_empty() {
        true => app.messages().with("register-line", &[("line", row.line.to_string().into())]),
        false => row.address.clone(),
    };
    match scope {
        RegisterScope::Speech => place,
        RegisterScope::Open | RegisterScope::Library => {
            let name = row.speech.number.as_deref().unwrap_or(&row.speech.title);
            format!("{} {place}", width::truncate(name, 22 - width::width(&place).min(18) - 1))
        }
    }
}
