//! The tasks of speeches, read for the register.

use crate::app::TasksRead;
use crate::library::Library;
use crate::library::kept::KeptTasks;
use crate::register::{KeptTask, RegisterVocabulary, TrackedRegister};
use crate::speech::{Date, Speech};
use jiff::Zoned;

/// What the tasks of speeches are read with.
pub(super) struct TaskReader<'a> {
    pub library: &'a Library,
    pub vocabulary: &'a RegisterVocabulary,
    /// What the user said of tasks.
    pub kept: Vec<KeptTask>,
}

impl<'a> TaskReader<'a> {
    /// Makes it with what is kept now. What is wrong with that file is told where it is read for itself.
    pub(super) fn new(library: &'a Library, vocabulary: &'a RegisterVocabulary) -> Self {
        let loaded = KeptTasks::new(&library.data_dir).load();
        let kept = loaded.map(|loaded| loaded.tasks).unwrap_or_default();
        TaskReader { library, vocabulary, kept }
    }

    /// Returns the tasks of a speech, with what was said of them.
    pub(super) fn read(&self, speech: &Speech) -> TasksRead {
        let register = self.library.tracked(speech, &self.kept, self.vocabulary);
        let TrackedRegister { entries, strays } = register;
        TasksRead { entries, strays, today: today() }
    }
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
