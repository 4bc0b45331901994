//! A task of the register in a line or two.

use super::super::list::Slot;
use super::super::paint::{Paint, cells_at};
use crate::app::{App, RegisterHeading, RegisterScope, whereabouts};
use crate::layout::Area;
use crate::register::deadline::{Basis, Due, Edge};
use crate::register::{
    GroupHead, OfficeFit, RegisterCell, RegisterDeadline, RegisterEntry, TaskStanding, TaskState,
};
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
                (18, (cells / 4).min(40), if scope == RegisterScope::Speech { 10 } else { 22 }, 1)
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

    /// Draws what heads tasks, and how many they are.
    pub(super) fn draw_heading(
        &self,
        (heading, count): (&RegisterHeading, usize),
        line: Area,
        paint: &mut Paint<'_>,
    ) {
        let overdue = RegisterHeading::Group(GroupHead::Standing(TaskStanding::Overdue));
        let face = if *heading == overdue { Face::Error } else { Face::Heading };
        let count = format!(" ({})", self.app.messages().count(count));
        let room = line.width.saturating_sub(width::width(&count) as u16);
        let words = heading_words(self.app, heading);
        let x = paint.cut(cells_at(line.x, line.y, room), &words, face);
        paint.text(cells_at(x, line.y, line.width), &count, Face::Dim);
    }

    /// Draws a task; one of the user's offices stands out.
    pub(super) fn draw(
        &self,
        entry: &RegisterEntry,
        fit: Option<OfficeFit>,
        slot: &Slot,
        paint: &mut Paint<'_>,
    ) {
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
        let office_face = if fit.is_some() { Face::Strong } else { office_face };
        paint.text(cells_at(x, line.y, office_room), &office, face(office_face));
        let words = match self.rows {
            1 => self.words(line),
            _ => Area { x: line.x + SIGN, y: line.y + 1, width: line.width - SIGN, height: 1 },
        };
        if words.y < line.y + line.height {
            paint.cut(
                cells_at(words.x, words.y, words.width),
                &printable(&entry.row.task),
                face(Face::Text),
            );
        }
        if self.place > 0 {
            let place = place_words(app, entry, self.scope);
            let place = width::truncate(&place, usize::from(self.place));
            paint.at_right(Area { height: 1, ..line }, &place, face(Face::Dim));
        }
    }
}

/// Returns what heads tasks, in words.
fn heading_words(app: &App, heading: &RegisterHeading) -> String {
    let messages = app.messages();
    match heading {
        RegisterHeading::Month(year, month) => {
            let name = messages.get(&format!("month-{month}"));
            let args = [("month", name.into()), ("year", year.to_string().into())];
            messages.with("register-group-month", &args)
        }
        RegisterHeading::Group(GroupHead::Standing(standing)) => {
            messages.get(&format!("register-group-{}", standing.name()))
        }
        RegisterHeading::Group(GroupHead::Office(office)) => match office {
            Some(office) => printable(office).into_owned(),
            None => messages.get("register-no-office"),
        },
        RegisterHeading::Group(GroupHead::Speech(speech)) => {
            let number = speech.number.as_deref();
            let words: Vec<&str> = number.into_iter().chain([speech.title.as_str()]).collect();
            printable(&words.join(" · ")).into_owned()
        }
    }
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
        let today = app.today();
        let by_row = today.map(|today| TaskStanding::of_row(&entry.row, today));
        let overdue = by_row == Some(TaskStanding::Overdue);
        let (sign, sign_face) = match entry.status.state {
            _ if entry.status.was_due.is_some() => ("?", Face::Error),
            TaskState::Done => ("✓", Face::Dim),
            TaskState::NotMine => ("–", Face::Dim),
            TaskState::Doing => ("◐", Face::Task),
            TaskState::Open if overdue => ("!", Face::Error),
            TaskState::Open if by_row == Some(TaskStanding::Rhythm) => ("↻", Face::Task),
            TaskState::Open if by_row == Some(TaskStanding::PastWhenIssued) => ("·", Face::Dim),
            TaskState::Open => ("□", Face::Task),
        };
        let is_past = matches!(entry.status.state, TaskState::Done | TaskState::NotMine);
        let deadline_face = match by_row {
            Some(TaskStanding::Overdue) => Face::Error,
            Some(TaskStanding::Soon) => Face::Strong,
            Some(TaskStanding::Undated | TaskStanding::PastWhenIssued) | None => Face::Dim,
            Some(_) => Face::Text,
        };
        TaskLook { sign, sign_face, deadline_face, is_past }
    }
}

/// Returns a deadline in at most so many cells: a day where there is one, else its words.
pub(super) fn deadline_words(app: &App, deadline: Option<&RegisterDeadline>, cells: u16) -> String {
    let Some(deadline) = deadline else { return "–".to_owned() };
    let messages = app.messages();
    let day = |date: Date| {
        let day = messages.short_date(date);
        match deadline.basis {
            Basis::Stated | Basis::Corrected => day,
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
        (Due::Rhythm(rhythm), _) if width::width(&deadline.cell.text) > usize::from(cells) => {
            return messages.get(&format!("rhythm-{}", rhythm.name()));
        }
        (Due::Length(_) | Due::Rhythm(_) | Due::Fuzzy | Due::Undated, _) => {
            return printable(&deadline.cell.text).into_owned();
        }
    };
    let plain = day(date);
    let whole = messages.with(id, &[("date", plain.as_str().into())]);
    match width::width(&whole) <= usize::from(cells) {
        true => whole,
        // The day alone would tell a beginning as an end.
        false if id == "register-due-from" => printable(&deadline.cell.text).into_owned(),
        false => plain,
    }
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
    let place = whereabouts::task_place(row, app.messages());
    match scope {
        RegisterScope::Speech => place,
        RegisterScope::Open | RegisterScope::Library => {
            let name = row.speech.number.as_deref().unwrap_or(&row.speech.title);
            format!("{} {place}", width::truncate(name, 22 - width::width(&place).min(18) - 1))
        }
    }
}
