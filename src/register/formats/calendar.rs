//! Rows of the register as tasks of a calendar: iCalendar (RFC 5545), a VTODO a row.
//!
//! A row keeps its UID, so that a second import updates what the first one made. What has no day in the text has none here;
//! a rhythm is an RRULE, which begins on the day of the document.

use super::sheet::{RegisterSheet, SheetColumn, due_date};
use crate::register::deadline::{Due, Rhythm};
use crate::register::{RegisterEntry, TaskState};
use crate::speech::Date;

/// The longest line, in bytes, without its end (section 3.1).
const LONGEST: usize = 75;
/// The longest summary, in bytes: the rest is in the description.
const SUMMARY: usize = 200;

/// Writes the rows.
pub fn calendar(sheet: &RegisterSheet<'_>) -> String {
    let mut out = CalendarText::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", concat!("-//dienvan//dienvan ", env!("CARGO_PKG_VERSION"), "//VI"));
    for entry in sheet.rows() {
        task(entry, sheet, &mut out);
    }
    out.line("END", "VCALENDAR");
    out.0
}

fn task(entry: &RegisterEntry, sheet: &RegisterSheet<'_>, out: &mut CalendarText) {
    let (row, status) = (&entry.row, &entry.status);
    out.line("BEGIN", "VTODO");
    out.text("UID", &format!("{}-{}@dienvan", row.speech.id, row.id));
    out.line("DTSTAMP", &midnight(sheet.today));
    out.text("SUMMARY", &summary(&row.task));
    out.text("DESCRIPTION", &description(entry, sheet));
    let offices: Vec<String> = row.actors.iter().map(|cell| escaped(&cell.text)).collect();
    if !offices.is_empty() {
        out.line("CATEGORIES", &offices.join(","));
    }
    let due = due_date(row);
    let rule = row.deadline.as_ref().and_then(|deadline| rule(&deadline.due));
    let start = match row.deadline.as_ref().map(|deadline| &deadline.due) {
        Some(Due::Span(from, _)) => Some(*from).filter(|from| due.is_none_or(|due| *from < due)),
        // A rule counts from a day.
        Some(Due::Rhythm(_)) if rule.is_some() => Some(row.speech.date.unwrap_or(sheet.today)),
        _ => None,
    };
    if let Some(start) = start {
        out.line("DTSTART;VALUE=DATE", &day(start));
    }
    if let Some(due) = due {
        out.line("DUE;VALUE=DATE", &day(due));
    }
    if let Some(rule) = rule {
        out.line("RRULE", rule);
    }
    out.line("STATUS", status_name(status.state));
    if let (TaskState::Done, Some(on)) = (status.state, status.on) {
        out.line("COMPLETED", &midnight(on));
    }
    out.line("END", "VTODO");
}

/// Returns the first words of a task.
fn summary(task: &str) -> String {
    if task.len() <= SUMMARY {
        return task.to_owned();
    }
    let cut = &task[..task.floor_char_boundary(SUMMARY)];
    let cut = cut.rsplit_once(' ').map_or(cut, |(whole, _)| whole);
    format!("{cut}…")
}

/// Says the whole task, and the cells that a calendar has no place for.
fn description(entry: &RegisterEntry, sheet: &RegisterSheet<'_>) -> String {
    let mut lines = vec![entry.row.task.clone()];
    for column in [
        SheetColumn::Actors,
        SheetColumn::Partners,
        SheetColumn::Deadline,
        SheetColumn::Targets,
        SheetColumn::ReportTo,
        SheetColumn::Documents,
        SheetColumn::Speech,
        SheetColumn::Place,
        SheetColumn::Proof,
        SheetColumn::Note,
    ] {
        let words = column.words(entry, sheet.messages);
        if !words.is_empty() {
            lines.push(format!("{}: {words}", sheet.messages.get(column.message())));
        }
    }
    lines.join("\n")
}

fn status_name(state: TaskState) -> &'static str {
    match state {
        TaskState::Open => "NEEDS-ACTION",
        TaskState::Doing => "IN-PROCESS",
        TaskState::Done => "COMPLETED",
        TaskState::NotMine => "CANCELLED",
    }
}

/// Returns the rule of a rhythm; "định kỳ" alone has none.
fn rule(due: &Due) -> Option<&'static str> {
    Some(match due.rhythm()? {
        Rhythm::Daily => "FREQ=DAILY",
        Rhythm::Weekly => "FREQ=WEEKLY",
        Rhythm::Monthly => "FREQ=MONTHLY",
        Rhythm::Quarterly => "FREQ=MONTHLY;INTERVAL=3",
        Rhythm::Yearly => "FREQ=YEARLY",
        Rhythm::Periodic | Rhythm::Continuous => return None,
    })
}

fn day(date: Date) -> String {
    format!("{:04}{:02}{:02}", date.year(), date.month(), date.day())
}

fn midnight(date: Date) -> String {
    format!("{}T000000Z", day(date))
}

/// Writes words as the value of a text (section 3.3.11).
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// What was written of a calendar.
#[derive(Default)]
struct CalendarText(String);

impl CalendarText {
    /// Adds a property whose value is text.
    fn text(&mut self, name: &str, words: &str) {
        self.line(name, &escaped(words));
    }

    /// Adds a property, folded where it is too long, between characters.
    fn line(&mut self, name: &str, value: &str) {
        let line = format!("{name}:{value}");
        let mut rest = line.as_str();
        let mut most = LONGEST;
        while rest.len() > most {
            let (part, behind) = rest.split_at(rest.floor_char_boundary(most));
            self.0.push_str(part);
            self.0.push_str("\r\n ");
            rest = behind;
            // The blank is of the line.
            most = LONGEST - 1;
        }
        self.0.push_str(rest);
        self.0.push_str("\r\n");
    }
}
