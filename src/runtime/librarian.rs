//! The library, looked after by threads of its own: its list, its catalogue and index, and files
//! that come, change and go; those of open speeches, too, wherever they are.
//!
//! One thread answers; another, started when there is something to do, brings the catalogue up to
//! date; the system tells when files change. All of them are started by the first thing there is
//! to do, which is after the first screen.

mod shelving;
mod task;
mod tasks;
#[cfg(test)]
mod tests;

use super::outside::{Outside, Teller};
use super::watch::Watch;
use crate::app::{
    Event, Keeping, LibraryAnswer, LibraryRequest, Notice, SearchProgress, ShelfScope,
};
use crate::i18n::Message;
use crate::library::Library;
use crate::library::index::{
    Haul, Hunter, IndexProgress, LibraryQuery, LibrarySize, OnDisk, SearchControl, Stamp,
    UpdateError, update,
};
use crate::text::printable;
use std::collections::HashMap;
use std::io;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};
pub(super) use task::Task;

/// How long the folders must be quiet before changes in them are looked at.
const QUIET: Duration = Duration::from_millis(200);
/// How long changes are waited for that follow one another.
const PATIENCE: Duration = Duration::from_secs(1);
/// How many speeches are given, and how many texts are looked into for them at most.
const BEST: usize = 100;
const MOST_LOOKS: usize = 2_000;
/// How many speeches are told of at once while the search goes on.
const FIRST: usize = 10;
/// A file that was changed so lately when it began to be looked after may have changed since it was
/// read.
const JUST_NOW: Duration = Duration::from_secs(2);
/// How long another program is left alone that writes the index.
const BUSY: Duration = Duration::from_secs(3);

/// The library's keeper.
pub(super) struct Librarian {
    scope: ShelfScope,
    library: Library,
    teller: Teller,
    tasks: Option<Sender<Task>>,
    stop: Arc<AtomicBool>,
    wanted: Arc<AtomicU64>,
}

impl Librarian {
    /// Makes a keeper of a library; starts nothing yet.
    pub(super) fn new(library: Library, scope: ShelfScope, teller: Teller) -> Self {
        let (stop, wanted) = (Arc::default(), Arc::default());
        Librarian { scope, library, teller, tasks: None, stop, wanted }
    }

    /// Returns whether there is anything to look after.
    pub(super) fn has_folders(&self) -> bool {
        !self.library.means.folders.is_empty()
    }

    /// Gives the keeper something to do.
    pub(super) fn give(&mut self, task: Task) {
        if let Task::Hunt(hunt) = &task {
            self.wanted.store(hunt.revision, Ordering::Relaxed);
        }
        let tasks = self.tasks.take().or_else(|| self.start());
        if let Some(tasks) = &tasks {
            // A thread that is gone does nothing more.
            let _ = tasks.send(task);
        }
        self.tasks = tasks;
    }

    fn start(&self) -> Option<Sender<Task>> {
        let (sender, receiver) = channel();
        let desk = Desk {
            scope: self.scope,
            library: self.library.clone(),
            teller: self.teller.clone(),
            tasks: sender.clone(),
            stop: Arc::clone(&self.stop),
            watch: Watch::new(sender.clone()),
            keeping: LibraryKeeping::Unasked,
            work: Work::Nothing,
            told: HashMap::new(),
            attended: HashMap::new(),
            kept: Vec::new(),
            size: None,
            wanted: Arc::clone(&self.wanted),
            hunter: self.library.hunter(),
        };
        let named = thread::Builder::new().name("library".to_owned());
        named.spawn(move || desk.run(&receiver)).ok().map(|_| sender)
    }
}

impl Drop for Librarian {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
    }
}

/// Whether the library's files are on the shelf, and looked after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LibraryKeeping {
    /// Nobody has asked for them.
    Unasked,
    /// They are not on the shelf, but it is kept up to date for searches.
    Kept,
    /// They are on the shelf.
    Listed,
}

/// What the other thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Work {
    Nothing,
    /// It reads; whether files have changed since it began.
    Reading {
        again: bool,
    },
}

/// A file of the user's that other programs may change.
struct KeptFile {
    path: PathBuf,
    /// When it was changed last.
    stamp: Option<Stamp>,
    /// What tells of a change.
    touched: fn() -> Event,
}

struct Desk {
    /// What it tells the speeches of the library to be.
    scope: ShelfScope,
    library: Library,
    teller: Teller,
    tasks: Sender<Task>,
    stop: Arc<AtomicBool>,
    watch: Watch,
    keeping: LibraryKeeping,
    work: Work,
    /// What was told of each file of the library: when it was changed last, if that is known.
    told: HashMap<PathBuf, Option<Stamp>>,
    /// The files of open speeches, and when they were changed last; nothing for one that is gone.
    attended: HashMap<PathBuf, Option<Stamp>>,
    /// Files of the user's.
    kept: Vec<KeptFile>,
    /// Whether the library has an index, once that is known.
    size: Option<LibrarySize>,
    /// The number of the search that is wanted.
    wanted: Arc<AtomicU64>,
    hunter: Hunter,
}

impl Desk {
    fn run(mut self, tasks: &Receiver<Task>) {
        let teller = self.teller.clone();
        while let Ok(task) = tasks.recv() {
            teller.survives(|| match task {
                Task::Changed => {
                    // They are replaced in one step: nothing is half written.
                    self.look_at_kept();
                    self.settle(tasks);
                }
                task => self.take(task),
            });
        }
    }

    fn take(&mut self, task: Task) {
        match task {
            Task::Shelve => {
                self.keeping = LibraryKeeping::Listed;
                self.shelve();
                self.watch.folders(&self.library.means.folders);
                self.read();
            }
            Task::Attend(path) => self.attend(path),
            Task::AttendKept(path, touched) => {
                self.watch.kept(&path);
                let stamp = Stamp::of_file(&path);
                self.kept.push(KeptFile { path, stamp, touched });
            }
            Task::Updated(result, files) => self.updated(result, &files),
            Task::Hunt(hunt) => self.hunt(&hunt),
            Task::ReadTasks(asked) => self.read_tasks(asked),
            Task::Changed => {}
        }
    }

    fn tell(&self, event: Event) {
        self.teller.tell(Outside::Event(Box::new(event)));
    }

    /// Searches the library, and tells what was found so far and in the end.
    fn hunt(&mut self, hunt: &LibraryRequest) {
        let wanted = Arc::clone(&self.wanted);
        let is_wanted = || wanted.load(Ordering::Relaxed) == hunt.revision;
        if !is_wanted() {
            return;
        }
        // A large library that is listed is kept up to date; of another the files are looked at.
        let is_indexed =
            self.keeping == LibraryKeeping::Listed && self.size == Some(LibrarySize::Large);
        let files = (!is_indexed).then(|| self.library.means.on_disk());
        if let Some(files) = &files {
            self.keep_up(files);
        }
        // What is wrong with the corrections was told at the start.
        let corrections = self.library.corrections();
        let asked = LibraryQuery {
            query: &hunt.query,
            speeches: BEST,
            looks: MOST_LOOKS,
            corrections: &corrections,
        };
        let total = self.told.len();
        let teller = self.teller.clone();
        let answer = |haul: &Haul, state: SearchProgress| {
            let mut coverage = haul.coverage;
            coverage.total = coverage.total.max(total);
            let hunted = LibraryAnswer { speeches: haul.speeches.clone(), coverage, state };
            let event = Event::Hunted(hunt.revision, Box::new(hunted));
            teller.tell(Outside::Event(Box::new(event)));
        };
        let mut told = 0;
        let haul = self.hunter.hunt(asked, files.as_deref(), &mut |haul| {
            if !is_wanted() {
                return SearchControl::Home;
            }
            // The first screen of hits as soon as it is there, the rest with the end.
            if told == 0 && haul.speeches.len() >= FIRST {
                told = haul.speeches.len();
                answer(haul, SearchProgress::Going);
            }
            SearchControl::On
        });
        if is_wanted() {
            answer(&haul, SearchProgress::Done);
        }
        if haul.damaged {
            self.library.means.distrust();
            self.read();
        }
    }

    /// Keeps a large library up to date from now on, so that the next to ask does not wait.
    fn keep_up(&mut self, files: &[OnDisk]) {
        let is_large = self.library.means.size(files) == LibrarySize::Large;
        if is_large && self.keeping == LibraryKeeping::Unasked {
            self.keeping = LibraryKeeping::Kept;
            self.watch.folders(&self.library.means.folders);
            self.read();
        }
    }

    /// Waits until files are no longer being written, then looks at them.
    fn settle(&mut self, tasks: &Receiver<Task>) {
        loop {
            let begun = Instant::now();
            loop {
                match tasks.recv_timeout(QUIET) {
                    Ok(Task::Changed) if begun.elapsed() < PATIENCE => {}
                    Ok(Task::Changed) | Err(RecvTimeoutError::Timeout) => break,
                    Ok(task) => self.take(task),
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
            self.look_at_kept();
            let writing = self.look_at_attended();
            match self.keeping {
                LibraryKeeping::Unasked => {}
                LibraryKeeping::Kept | LibraryKeeping::Listed => self.read(),
            }
            if !writing {
                return;
            }
        }
    }

    /// Starts reading what has changed.
    fn read(&mut self) {
        if let Work::Reading { again } = &mut self.work {
            *again = true;
            return;
        }
        let (means, stop) = (self.library.means.clone(), Arc::clone(&self.stop));
        let (teller, tasks) = (self.teller.clone(), self.tasks.clone());
        let work = move || {
            let files = means.on_disk();
            let mut tell = |IndexProgress { done, total }| {
                let keeping = Keeping::Indexing { done, total };
                teller.tell(Outside::Event(Box::new(Event::Keeping(keeping))));
            };
            let update = || update(&means, &files, &stop, &mut tell).map(|_| ());
            // The keeper waits for its end, whatever that is.
            let updated = catch_unwind(AssertUnwindSafe(update))
                .unwrap_or_else(|_| Err(io::Error::other("a panic").into()));
            if matches!(updated, Err(UpdateError::Busy)) {
                thread::sleep(BUSY);
            }
            let _ = tasks.send(Task::Updated(updated, files));
        };
        let named = thread::Builder::new().name("indexing".to_owned());
        if named.spawn(work).is_ok() {
            self.work = Work::Reading { again: false };
        }
    }

    fn updated(&mut self, result: Result<(), UpdateError>, files: &[OnDisk]) {
        let again = self.work == Work::Reading { again: true };
        self.work = Work::Nothing;
        self.tell(Event::Keeping(Keeping::Done));
        let size = self.library.means.size(files);
        self.size = Some(size);
        let busy = matches!(result, Err(UpdateError::Busy));
        if self.keeping == LibraryKeeping::Listed && !self.stop.load(Ordering::Relaxed) {
            self.shelve_changed(files);
        }
        match (result, size) {
            // Another program does what is to be done, or has just begun: then it is our turn.
            _ if busy => return self.read(),
            // Without a catalogue a small library is only slower.
            (Ok(()), _) | (Err(_), LibrarySize::Small) => {}
            (Err(error), LibrarySize::Large) => {
                let folder = self.library.means.place().folder().to_string_lossy().into_owned();
                let folder = printable(&folder).into_owned();
                let error = printable(&error.to_string()).into_owned();
                let args = [("folder", folder.into()), ("error", error.into())];
                let text = Message::with("index-failed", args);
                self.tell(Event::Told(Notice::trouble(text)));
            }
        }
        if again {
            self.read();
        }
    }
}
