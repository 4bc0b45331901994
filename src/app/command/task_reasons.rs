//! The popup that says why the cells of a task are as they are.

use crate::app::layer::{About, Help, HelpLine, Overlay, TaskColumn};
use crate::app::{App, whereabouts};
use crate::i18n::Messages;
use crate::register::deadline::{Basis, Due, Edge};
use crate::register::{RegisterCell, RegisterDeadline, RegisterEntry, RegisterRow};

impl App {
    /// Says why the cells of the task at the cursor are as they are.
    pub(super) fn explain_task(&mut self) {
        if let Some(help) = self.task_explanation() {
            self.layers.open(Overlay::Help(help));
        }
    }

    pub(super) fn task_explanation(&self) -> Option<Help> {
        let (_, entry) = self.layers.open_register()?.at_cursor()?;
        let messages = self.look.messages();
        let mut lines = vec![HelpLine::Text(entry.row.task.clone())];
        for column in TaskColumn::ALL {
            let told = column_told(column, entry, messages);
            if told.is_empty() {
                continue;
            }
            lines.push(HelpLine::Blank);
            lines.push(HelpLine::Heading(messages.get(&format!("task-column-{}", column.name()))));
            lines.extend(told.into_iter().map(HelpLine::Text));
        }
        let row = &entry.row;
        let title = messages
            .with("task-why-title", &[("place", whereabouts::task_place(row, messages).into())]);
        Some(Help { about: About::Task, title, lines, scroll: 0 })
    }
}

/// Says where the words of a column stand, and what is understood of them.
fn column_told(column: TaskColumn, entry: &RegisterEntry, messages: &Messages) -> Vec<String> {
    let row = &entry.row;
    let mut told: Vec<String> =
        column.cells(entry).into_iter().map(|cell| whence(row, cell, messages)).collect();
    match (column, &row.deadline) {
        (TaskColumn::Deadline, Some(deadline)) => told.extend(due_told(row, deadline, messages)),
        (TaskColumn::Deadline, None) => told.push(messages.get("task-why-no-deadline")),
        (TaskColumn::Actors, _) if told.is_empty() => told.push(messages.get("task-why-no-office")),
        _ => {}
    }
    told
}

/// Says where the words of a cell stand.
fn whence(row: &RegisterRow, cell: &RegisterCell, messages: &Messages) -> String {
    let id = if row.is_above(cell) { "task-why-above" } else { "task-why-own" };
    let args = [("words", cell.text.as_str().into()), ("line", cell.line.to_string().into())];
    messages.with(id, &args)
}

/// Says which day a deadline means, and why.
fn due_told(row: &RegisterRow, deadline: &RegisterDeadline, messages: &Messages) -> Vec<String> {
    let id = match deadline.due {
        Due::Day(_) | Due::Span(..) => None,
        Due::Length(_) => Some("task-why-length"),
        Due::Rhythm(_) => Some("task-why-rhythm"),
        Due::Fuzzy => Some("task-why-fuzzy"),
        Due::Undated => Some("task-why-undated"),
    };
    if let Some(id) = id {
        return vec![messages.get(id)];
    }
    let mut told = Vec::new();
    if let (Basis::Inferred, Some(base)) = (deadline.basis, row.speech.date) {
        // A year is written with four digits.
        let digits = |part: &str| part.len() == 4 && part.bytes().all(|byte| byte.is_ascii_digit());
        let has_year = deadline.cell.text.split(|c: char| !c.is_ascii_digit()).any(digits);
        let id = if has_year { "task-why-part" } else { "task-why-no-year" };
        told.push(messages.with(id, &[("date", messages.date(base).into())]));
    }
    if deadline.basis == Basis::Corrected {
        told.push(messages.get("task-why-corrected"));
    }
    told.extend(match &deadline.due {
        Due::Span(from, None) => {
            Some(messages.with("task-why-from", &[("date", messages.date(*from).into())]))
        }
        Due::Span(from, Some(to)) if from != to => {
            let args = [("from", messages.date(*from).into()), ("to", messages.date(*to).into())];
            Some(messages.with("task-why-span", &args))
        }
        Due::Day(day) | Due::Span(day, _) => {
            let id = if deadline.edge == Edge::Before { "task-why-before" } else { "task-why-day" };
            Some(messages.with(id, &[("date", messages.date(*day).into())]))
        }
        Due::Length(_) | Due::Rhythm(_) | Due::Fuzzy | Due::Undated => None,
    });
    if deadline.last_day().zip(row.speech.date).is_some_and(|(last, issued)| last < issued) {
        told.push(messages.get("task-why-past"));
    }
    told
}
