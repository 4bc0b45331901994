//! Rows of the register as todo.txt has tasks: one a line, with `@office`, `+document` and `due:`.
//!
//! The form is that of <https://github.com/todotxt/todo.txt>; `rec:` is what its programs commonly know rhythms by.

use super::sheet::{RegisterSheet, due_date};
use crate::register::deadline::{Due, Rhythm};
use crate::register::{OfficeBook, RegisterEntry, RegisterRow, TaskState};

/// Writes the rows, a line each. Tasks that are none of the user's are left out.
pub fn todo(sheet: &RegisterSheet<'_>, book: &OfficeBook) -> String {
    let wanted = sheet.rows().filter(|entry| entry.status.state != TaskState::NotMine);
    wanted.map(|entry| line(entry, book) + "\n").collect()
}

fn line(entry: &RegisterEntry, book: &OfficeBook) -> String {
    let row = &entry.row;
    let mut parts: Vec<String> = Vec::new();
    if entry.status.state == TaskState::Done {
        parts.push("x".to_owned());
        // The day it was done stands before the day it was made, which the form then asks for.
        parts.extend(
            entry.status.on.filter(|_| row.speech.date.is_some()).map(|day| day.to_string()),
        );
    }
    parts.extend(row.speech.date.map(|day| day.to_string()));
    // A word of the task that looks like a sign of the form is none.
    parts.extend(row.task.split_whitespace().map(|word| match word.starts_with(['@', '+']) {
        true => format!("\u{2060}{word}"),
        false => word.to_owned(),
    }));
    for cell in &row.actors {
        let offices = book.offices_in(&cell.text).into_iter();
        parts.extend(offices.map(|office| format!("@{}", joined(&office.text))));
    }
    parts.push(format!("+{}", document(row)));
    parts.extend(due_date(row).map(|day| format!("due:{day}")));
    parts.extend(row.deadline.as_ref().and_then(|deadline| recurrence(&deadline.due)));
    parts.push(format!("id:{}", row.id));
    parts.join(" ")
}

/// Joins the words of a name.
fn joined(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join("_")
}

/// Names the document shortly: "TB-627" of "627/TB-VPCP", else the id of the speech.
fn document(row: &RegisterRow) -> String {
    let Some(number) = &row.speech.number else { return row.speech.id.clone() };
    let parts: Vec<&str> =
        number.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect();
    let figures = parts.first().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    let letters = parts.iter().find(|part| part.chars().all(char::is_alphabetic));
    match (letters, figures) {
        (Some(letters), Some(figures)) => format!("{letters}-{figures}"),
        _ => joined(number),
    }
}

fn recurrence(due: &Due) -> Option<String> {
    let every = match due.rhythm()? {
        Rhythm::Daily => "1d",
        Rhythm::Weekly => "1w",
        Rhythm::Monthly => "1m",
        Rhythm::Quarterly => "3m",
        Rhythm::Yearly => "1y",
        Rhythm::Periodic | Rhythm::Continuous => return None,
    };
    Some(format!("rec:{every}"))
}
