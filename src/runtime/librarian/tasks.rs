//! The tasks of all speeches of the library.

use super::Desk;
use crate::app::{Event, TasksProgress, TasksRead};
use crate::runtime::tasks::{self, TaskReader};
use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

/// How long rows are gathered before they are told of.
const PATIENCE: Duration = Duration::from_millis(300);

impl Desk {
    /// Reads the tasks of all speeches, and tells those that are there now and then.
    pub(super) fn read_tasks(&self, asked: u64) {
        let vocabulary = self.library.register_vocabulary();
        let reader = TaskReader::new(&self.library, &vocabulary);
        let corrections = self.library.corrections();
        let mut read = TasksRead { entries: Vec::new(), strays: Vec::new(), today: tasks::today() };
        for shipped in self.library.shipped(&corrections) {
            take(&mut read, reader.read(&shipped.speech));
        }
        let mut told = Instant::now();
        for path in self.library.means.paths() {
            if self.stop.load(Ordering::Relaxed) {
                return;
            }
            if let Ok(opened) = self.library.open(&path, &corrections) {
                take(&mut read, reader.read(&opened.speech));
            }
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

fn take(all: &mut TasksRead, more: TasksRead) {
    all.entries.extend(more.entries);
    all.strays.extend(more.strays);
}
