//! The tasks of all speeches of the library.

use super::Desk;
use crate::app::{Event, TasksProgress, TasksRead};
use crate::register::TrackedRegister;
use crate::runtime::tasks;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// How long rows are gathered before they are told of.
const PATIENCE: Duration = Duration::from_millis(300);

impl Desk {
    /// Reads the tasks of all speeches, and tells those that are there now and then.
    pub(super) fn read_tasks(&self, asked: u64) {
        let register = self.library.register(|| self.library.means.on_disk());
        let mut read = TasksRead { entries: Vec::new(), strays: Vec::new(), today: tasks::today() };
        let mut told = Instant::now();
        // A file that does not open has no tasks; why is told where it is opened.
        for TrackedRegister { entries, strays } in register.speeches().flatten() {
            if self.stop.load(Ordering::Relaxed) {
                return;
            }
            read.entries.extend(entries);
            read.strays.extend(strays);
            if told.elapsed() > PATIENCE {
                self.tell_tasks(asked, read.clone(), TasksProgress::Coming);
                told = Instant::now();
            }
        }
        self.tell_tasks(asked, read, TasksProgress::Done);
    }

    fn tell_tasks(&self, asked: u64, read: TasksRead, progress: TasksProgress) {
        self.tell(Event::LibraryTasksRead(asked, Box::new(read), progress));
    }
}
