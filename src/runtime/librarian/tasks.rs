//! The tasks of all speeches of the library.

use super::{Desk, LibraryKeeping, Task};
use crate::app::{Event, TasksProgress, TasksRead};
use crate::register::TrackedRegister;
use crate::runtime::tasks;
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// How long rows are gathered before they are told of.
const PATIENCE: Duration = Duration::from_millis(300);

impl Desk {
    /// Reads the tasks of all speeches, and tells those that are there now and then. A search that comes in meanwhile goes
    /// first.
    pub(super) fn read_tasks(&mut self, asked: u64) {
        if self.keeping == LibraryKeeping::Unasked {
            self.keep_up(&self.library.means.on_disk());
        }
        let hunt = self.wanted.load(Ordering::Relaxed);
        let register = self.library.register(|| self.library.means.on_disk());
        let mut read = TasksRead { entries: Vec::new(), strays: Vec::new(), today: tasks::today() };
        let (mut told, mut many) = (Instant::now(), 0);
        // A file that does not open has no tasks; why is told where it is opened.
        for TrackedRegister { entries, strays } in register.speeches().flatten() {
            if self.stop.load(Ordering::Relaxed) {
                return;
            }
            if self.wanted.load(Ordering::Relaxed) != hunt {
                // The keeper itself holds the other end.
                let _ = self.tasks.send(Task::ReadTasks(asked));
                return;
            }
            read.entries.extend(entries);
            read.strays.extend(strays);
            // All rows are told each time: twice as many, so that the work stays in proportion.
            if told.elapsed() > PATIENCE && read.entries.len() >= 2 * many {
                self.tell_tasks(asked, read.clone(), TasksProgress::Coming);
                (told, many) = (Instant::now(), read.entries.len());
            }
        }
        self.tell_tasks(asked, read, TasksProgress::Done);
    }

    fn tell_tasks(&self, asked: u64, read: TasksRead, progress: TasksProgress) {
        self.tell(Event::LibraryTasksRead(self.scope, asked, Box::new(read), progress));
    }
}
