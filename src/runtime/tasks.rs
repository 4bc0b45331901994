//! The tasks of speeches, read for the register.

use crate::app::TasksRead;
use crate::library::Library;
use crate::library::kept::KeptTasks;
use crate::register::{RegisterVocabulary, TrackedRegister};
use crate::speech::{Date, Speech};
use jiff::Zoned;

/// Returns the tasks of a speech, with what was said of them. What is wrong with the file of that is told where it is
/// read for itself.
pub(super) fn read(
    library: &Library,
    vocabulary: &RegisterVocabulary,
    speech: &Speech,
) -> TasksRead {
    let kept = KeptTasks::new(&library.data_dir).load();
    let kept = kept.map(|loaded| loaded.tasks).unwrap_or_default();
    let TrackedRegister { entries, strays } = library.tracked(speech, &kept, vocabulary);
    TasksRead { entries, strays, today: today() }
}

/// Returns the day it is where the computer is; if its clock is set to a century of which there are no speeches, a day
/// before all of them.
pub fn today() -> Date {
    let day = Zoned::now().date();
    let part = |value: i8| u8::try_from(value).unwrap_or_default();
    let year = u16::try_from(day.year()).unwrap_or_default();
    let known = Date::new(year, part(day.month()), part(day.day()));
    known.unwrap_or_else(|| Date::new(1900, 1, 1).expect("the first day there is"))
}
