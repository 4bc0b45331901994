//! A large library, looked after by threads of its own: its list, its index, and new files in it.
//!
//! One thread answers; another, started when there is something to do, brings the index up to
//! date; the system tells when files change. A small library starts none of them.

use super::outside::{Outside, Teller};
use crate::app::{Event, Hunt, HuntState, Hunted, Keeping, Notice, Shelved};
use crate::catalog::Listed;
use crate::i18n::{Lang, Messages};
use crate::index::{
    Catalog, Going, Haul, Hunter, Means, Progress, Record, Size, Slip, Stamp, UpdateError, Wanted,
    path_bytes, update,
};
use crate::store::Corrections;
use crate::text::printable;
use notify::{RecommendedWatcher, RecursiveMode, Watcher};
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long the folders must be quiet before changes in them are looked at.
const QUIET: Duration = Duration::from_millis(200);
/// How long changes are waited for that follow one another.
const PATIENCE: Duration = Duration::from_secs(1);
/// How many speeches are given, and how many texts are looked into for them at most.
const BEST: usize = 100;
const MOST_LOOKS: usize = 2_000;
/// How many speeches are told of at once while the search goes on.
const FIRST: usize = 10;
/// How long another program is left alone that writes the index.
const BUSY: Duration = Duration::from_secs(3);

/// Something to do.
pub(super) enum Task {
    /// List the library and bring its index up to date.
    Shelve,
    /// Files in the library have changed.
    Changed,
    /// Search the library.
    Hunt(Box<Hunt>),
    /// The index is up to date, or cannot be brought there.
    Updated(Result<(), UpdateError>),
}

/// The library's keeper.
pub(super) struct Librarian {
    means: Means,
    lang: Lang,
    teller: Teller,
    tasks: Option<Sender<Task>>,
    stop: Arc<AtomicBool>,
    wanted: Arc<AtomicU64>,
    data_dir: PathBuf,
}

impl Librarian {
    /// Makes a keeper of a library; starts nothing yet.
    pub(super) fn new(means: Means, lang: Lang, data_dir: PathBuf, teller: Teller) -> Self {
        let (stop, wanted) = (Arc::default(), Arc::default());
        Librarian { means, lang, teller, tasks: None, stop, wanted, data_dir }
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
            means: self.means.clone(),
            teller: self.teller.clone(),
            tasks: sender.clone(),
            stop: Arc::clone(&self.stop),
            watcher: None,
            work: Work::Nothing,
            told: HashMap::new(),
            lang: self.lang,
            wanted: Arc::clone(&self.wanted),
            corrections: Corrections::new(&self.data_dir),
            hunter: Hunter::new(self.means.clone()),
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

/// What the other thread does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Work {
    Nothing,
    /// It reads; whether files have changed since it began.
    Reading {
        again: bool,
    },
}

struct Desk {
    means: Means,
    teller: Teller,
    tasks: Sender<Task>,
    stop: Arc<AtomicBool>,
    watcher: Option<RecommendedWatcher>,
    work: Work,
    /// What was told of each file: when it was changed last, if that is known.
    told: HashMap<u64, Option<Stamp>>,
    lang: Lang,
    /// The number of the search that is wanted.
    wanted: Arc<AtomicU64>,
    corrections: Corrections,
    hunter: Hunter,
}

impl Desk {
    fn run(mut self, tasks: &Receiver<Task>) {
        while let Ok(task) = tasks.recv() {
            match task {
                Task::Shelve => {
                    self.shelve();
                    self.watch();
                    self.read();
                }
                Task::Changed => self.settle(tasks),
                Task::Updated(result) => self.updated(result),
                Task::Hunt(hunt) => self.hunt(&hunt),
            }
        }
    }

    fn tell(&self, event: Event) {
        self.teller.tell(Outside::Event(Box::new(event)));
    }

    /// Tells of all files of the library, with what was known about them last time.
    fn shelve(&mut self) {
        self.tell(Event::Keeping(Keeping::Listing));
        let paths = self.means.paths();
        let catalog = self.catalog();
        let slips = catalog.iter().flat_map(Catalog::slips);
        let slips: HashMap<&[u8], Slip<'_>> = slips.map(|slip| (slip.path, slip)).collect();
        let mut told = HashMap::with_capacity(paths.len());
        let mut files = Vec::with_capacity(paths.len());
        for path in paths {
            let key = path_bytes(path.as_os_str());
            let slip = slips.get(&*key);
            told.insert(sum(&key), slip.map(|slip| slip.stamp));
            let about = slip.and_then(Slip::record).filter(Record::is_read).map(about);
            files.push(Shelved { path, about });
        }
        self.told = told;
        self.tell(Event::Shelved(files));
        self.tell(Event::Keeping(Keeping::Done));
    }

    /// Tells of files that are new or have changed since they were told of, whoever read them.
    fn shelve_changed(&mut self) {
        let Some(catalog) = self.catalog() else { return };
        let mut files = Vec::new();
        for slip in catalog.slips() {
            let before = self.told.insert(sum(slip.path), Some(slip.stamp));
            if before == Some(Some(slip.stamp)) {
                continue;
            }
            let Some(record) = slip.record() else { continue };
            let path = record.known.path.clone();
            let about = Some(record).filter(Record::is_read).map(about);
            files.push(Shelved { path, about });
        }
        if !files.is_empty() {
            self.tell(Event::Shelved(files));
        }
    }

    /// Searches the library, and tells what was found so far and in the end.
    fn hunt(&mut self, hunt: &Hunt) {
        let wanted = Arc::clone(&self.wanted);
        let is_wanted = || wanted.load(Ordering::Relaxed) == hunt.revision;
        if !is_wanted() {
            return;
        }
        // A library that was listed at the start is watched; of another the files are looked at.
        let files = self.told.is_empty().then(|| self.means.on_disk());
        if let Some(files) = &files
            && self.watcher.is_none()
            && self.means.size(files) == Size::Large
        {
            self.watch();
            self.read();
        }
        // What is wrong with the corrections was told at the start.
        let corrections = self.corrections.load().map(|loaded| loaded.corrections);
        let corrections = corrections.unwrap_or_default();
        let asked = Wanted {
            query: &hunt.query,
            speeches: BEST,
            looks: MOST_LOOKS,
            corrections: &corrections,
        };
        let total = self.told.len();
        let teller = self.teller.clone();
        let answer = |haul: &Haul, state: HuntState| {
            let mut coverage = haul.coverage;
            coverage.total = coverage.total.max(total);
            let hunted = Hunted { speeches: haul.speeches.clone(), coverage, state };
            let event = Event::Hunted(hunt.revision, Box::new(hunted));
            teller.tell(Outside::Event(Box::new(event)));
        };
        let mut told = 0;
        let haul = self.hunter.hunt(asked, files.as_deref(), &mut |haul| {
            if !is_wanted() {
                return Going::Home;
            }
            // The first screen of hits as soon as it is there, the rest with the end.
            if told == 0 && haul.speeches.len() >= FIRST {
                told = haul.speeches.len();
                answer(haul, HuntState::Going);
            }
            Going::On
        });
        if is_wanted() {
            answer(&haul, HuntState::Done);
        }
        if haul.damaged {
            self.means.distrust();
            self.read();
        }
    }

    fn catalog(&self) -> Option<Catalog> {
        Catalog::load(&self.means.place().catalog(), self.means.edition())
    }

    /// Asks the system to tell when files change. Where it does not, changes are seen at the next
    /// start.
    fn watch(&mut self) {
        let tasks = self.tasks.clone();
        let hear = move |event: notify::Result<notify::Event>| {
            let counts = event.is_ok_and(|event| !event.kind.is_access());
            if counts {
                let _ = tasks.send(Task::Changed);
            }
        };
        let Ok(mut watcher) = notify::recommended_watcher(hear) else { return };
        for folder in &self.means.folders {
            let _ = watcher.watch(folder, RecursiveMode::Recursive);
        }
        self.watcher = Some(watcher);
    }

    /// Waits until files are no longer being written, then looks at them.
    fn settle(&mut self, tasks: &Receiver<Task>) {
        let begun = Instant::now();
        loop {
            match tasks.recv_timeout(QUIET) {
                Ok(Task::Changed) if begun.elapsed() < PATIENCE => {}
                Ok(Task::Changed) | Err(RecvTimeoutError::Timeout) => break,
                Ok(Task::Updated(result)) => self.updated(result),
                Ok(Task::Shelve) => self.shelve(),
                Ok(Task::Hunt(hunt)) => self.hunt(&hunt),
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
        self.read();
    }

    /// Starts reading what has changed.
    fn read(&mut self) {
        if let Work::Reading { again } = &mut self.work {
            *again = true;
            return;
        }
        let (means, stop) = (self.means.clone(), Arc::clone(&self.stop));
        let (teller, tasks) = (self.teller.clone(), self.tasks.clone());
        let work = move || {
            let files = means.on_disk();
            let mut tell = |Progress { done, total }| {
                let keeping = Keeping::Indexing { done, total };
                teller.tell(Outside::Event(Box::new(Event::Keeping(keeping))));
            };
            let updated = update(&means, &files, &stop, &mut tell).map(|_| ());
            if matches!(updated, Err(UpdateError::Busy)) {
                thread::sleep(BUSY);
            }
            let _ = tasks.send(Task::Updated(updated));
        };
        let named = thread::Builder::new().name("indexing".to_owned());
        if named.spawn(work).is_ok() {
            self.work = Work::Reading { again: false };
        }
    }

    fn updated(&mut self, result: Result<(), UpdateError>) {
        let again = self.work == Work::Reading { again: true };
        self.work = Work::Nothing;
        self.tell(Event::Keeping(Keeping::Done));
        match result {
            Ok(()) => self.shelve_changed(),
            // Another program does what is to be done, or has just begun: then it is our turn.
            Err(UpdateError::Busy) => return self.read(),
            Err(error) => {
                let folder = self.means.place().folder().to_string_lossy().into_owned();
                let folder = printable(&folder).into_owned();
                let error = printable(&error.to_string()).into_owned();
                let args = [("folder", folder.into()), ("error", error.into())];
                let text = Messages::new(self.lang).with("index-failed", &args);
                self.tell(Event::Told(Notice::trouble(text)));
            }
        }
        if again {
            self.read();
        }
    }
}

fn sum(path: &[u8]) -> u64 {
    xxhash_rust::xxh3::xxh3_64(path)
}

fn about(record: Record) -> Box<Listed> {
    Box::new(Listed { known: record.known, progress: None })
}
