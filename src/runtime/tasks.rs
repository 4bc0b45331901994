//! The tasks of speeches, read for the register.

use crate::app::TasksRead;
use crate::register::{RegisterEntry, RegisterVocabulary, TaskStatus, assignments_of, rows_of};
use crate::speech::{Date, Speech};
use jiff::Zoned;

/// Returns the tasks of a speech.
pub(super) fn of(speech: &Speech, vocabulary: &RegisterVocabulary) -> TasksRead {
    let rows = rows_of(speech, &assignments_of(speech, vocabulary)).into_iter();
    let entry = |row| RegisterEntry { row, status: TaskStatus::default() };
    TasksRead { entries: rows.map(entry).collect(), today: today() }
}

/// Returns the day it is where the computer is; nothing if its clock is set to another century.
pub(super) fn today() -> Option<Date> {
    let day = Zoned::now().date();
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    Date::new(u16::try_from(day.year()).ok()?, part(day.month()), part(day.day()))
}
