//! Bringing the catalogue and the index up to date with the files.
//!
//! What is on the disk is compared with the catalogue, and only what differs is read. The index is
//! committed first and the catalogue written after it, so whatever stops the program in between,
//! the next time finds an index that is whole, and at worst reads some files again.

use super::catalog::{Catalog, Slip};
#[cfg(feature = "fulltext")]
use super::full::{Amount, Writer};
use super::means::{Means, OnDisk};
use super::place::{Lock, Place};
use super::record::{Record, path_bytes};
use crate::loader;
use crate::model::{CatalogEntry, Speech};
use std::collections::HashMap;
use std::io;
use std::path::PathBuf;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

/// With more files than this the work is done by more threads with more memory.
const FEW: usize = 500;
/// How many threads read texts where there are many.
const READERS: usize = 2;
/// How often what was read is committed meanwhile, so that it is found and stays done.
const COMMIT_EVERY: Duration = Duration::from_secs(30);
/// How often progress is told.
const TELL_EVERY: Duration = Duration::from_millis(250);

/// How far an update is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many files were read.
    pub done: usize,
    /// How many there are to read.
    pub total: usize,
}

/// What an update did.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Updated {
    /// Which files were read: new ones and changed ones.
    pub read: Vec<PathBuf>,
    /// How many files were taken out.
    pub removed: usize,
    /// Which files could not be read; they are tried again when they change.
    pub failed: Vec<PathBuf>,
    /// Whether all was done, or the update was stopped.
    pub complete: bool,
}

/// Why an update did not come about.
#[derive(Debug, thiserror::Error)]
pub enum UpdateError {
    /// Another program is writing.
    #[error("another program is writing the index")]
    Busy,
    /// The system refuses: the disk is full, or the folder may not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
    /// The index cannot be written.
    #[cfg(feature = "fulltext")]
    #[error(transparent)]
    Index(#[from] tantivy::TantivyError),
}

impl UpdateError {
    /// Tells whether it lies in the files of the index, and not in the disk they are on.
    #[cfg(feature = "fulltext")]
    fn is_of_index(&self) -> bool {
        use tantivy::TantivyError as Error;
        use tantivy::directory::error::OpenWriteError;
        let UpdateError::Index(error) = self else { return false };
        matches!(
            error,
            Error::OpenWriteError(OpenWriteError::FileAlreadyExists(_))
                | Error::OpenReadError(_)
                | Error::DataCorruption(_)
                | Error::SchemaError(_)
                | Error::IncompatibleIndex(_)
        )
    }

    #[cfg(not(feature = "fulltext"))]
    fn is_of_index(&self) -> bool {
        false
    }
}

/// Brings the library's cache up to date with `files`. `tell` hears how far it is now and then;
/// once `stop` is set, what was done so far is committed and the update ends.
///
/// # Errors
///
/// When another program is at it, or the cache cannot be written. Whatever was committed before
/// stays.
pub fn update(
    means: &Means,
    files: &[OnDisk],
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Progress),
) -> Result<Updated, UpdateError> {
    let place = means.place();
    let lock = place.lock()?.ok_or(UpdateError::Busy)?;
    let done = bring(means, &place, &lock, files, stop, tell);
    match done {
        // What is there is in the way or makes no sense: without it there is nothing to fail at.
        Err(error) if error.is_of_index() => {
            place.set_aside(&lock)?;
            means.distrust();
            bring(means, &place, &lock, files, stop, tell)
        }
        done => done,
    }
}

fn bring(
    means: &Means,
    place: &Place,
    lock: &Lock,
    files: &[OnDisk],
    stop: &AtomicBool,
    tell: &mut dyn FnMut(Progress),
) -> Result<Updated, UpdateError> {
    let edition = means.edition();
    let mut catalog =
        Catalog::load(&place.catalog(), edition).unwrap_or_else(|| Catalog::new(edition));
    let mut store = Store::open(place, lock, &mut catalog)?;
    let mut old: HashMap<&[u8], Slip<'_>> = catalog.slips().map(|slip| (slip.path, slip)).collect();
    let mut slots: Vec<Slot<'_>> = Vec::with_capacity(files.len());
    let mut wanted: Vec<usize> = Vec::new();
    let mut replaced: Vec<&[u8]> = Vec::new();
    for (at, file) in files.iter().enumerate() {
        let slip = old.remove(&*path_bytes(file.path.as_os_str()));
        slots.push(match slip {
            Some(slip) if slip.stamp == file.stamp => Slot::Kept(slip),
            other => {
                wanted.push(at);
                replaced.extend(other.map(|slip| slip.path));
                Slot::Empty
            }
        });
    }
    let mut updated = Updated { removed: old.len(), complete: true, ..Updated::default() };
    if wanted.is_empty() && old.is_empty() && store.is_settled() {
        place.sweep(lock);
        return Ok(updated);
    }
    store.begin(wanted.len())?;
    for path in old.into_keys().chain(replaced) {
        store.remove(path);
    }
    let round = Round { means, files, wanted: &wanted, stop, next: AtomicUsize::new(0) };
    round.work(&mut store, &mut slots, &mut updated, tell)?;
    let mut fresh = Catalog::new(edition);
    for slot in &slots {
        match slot {
            Slot::Kept(slip) => fresh.copy(*slip),
            Slot::Read(record) => fresh.add(record),
            Slot::Empty => {}
        }
    }
    store.end(place, &mut fresh)?;
    fresh.save(&place.catalog())?;
    place.sweep(lock);
    Ok(updated)
}

/// What the new catalogue says of a file.
enum Slot<'c> {
    /// The same as the old one.
    Kept(Slip<'c>),
    /// What was read now.
    Read(Box<Record>),
    /// Nothing: it is still to be read, or cannot be.
    Empty,
}

/// One round of reading.
struct Round<'a> {
    means: &'a Means,
    files: &'a [OnDisk],
    /// Which of the files to read.
    wanted: &'a [usize],
    stop: &'a AtomicBool,
    next: AtomicUsize,
}

impl Round<'_> {
    fn work(
        &self,
        store: &mut Store,
        slots: &mut [Slot<'_>],
        updated: &mut Updated,
        tell: &mut dyn FnMut(Progress),
    ) -> Result<(), UpdateError> {
        let total = self.wanted.len();
        let readers = if total > FEW { READERS } else { 1 };
        let mut begun = Instant::now();
        let mut told = Instant::now();
        loop {
            // Readers stop for each commit: it needs the writer for itself.
            let done = Mutex::new(Vec::new());
            let failed = Mutex::new(Vec::new());
            let broken = Mutex::new(None);
            let pause = AtomicBool::new(false);
            let shared: &Store = store;
            thread::scope(|scope| {
                let read = || {
                    while !pause.load(Ordering::Relaxed) && !self.stop.load(Ordering::Relaxed) {
                        let at = self.next.fetch_add(1, Ordering::Relaxed);
                        let Some(&slot) = self.wanted.get(at) else { return };
                        match self.read(slot, shared) {
                            Ok(Some(record)) => push(&done, (slot, record)),
                            Ok(None) => push(&failed, slot),
                            Err(error) => {
                                pause.store(true, Ordering::Relaxed);
                                if let Ok(mut broken) = broken.lock() {
                                    broken.get_or_insert(error);
                                }
                            }
                        }
                    }
                };
                let threads: Vec<_> = (0..readers).map(|_| scope.spawn(read)).collect();
                while threads.iter().any(|thread| !thread.is_finished()) {
                    thread::park_timeout(Duration::from_millis(20));
                    if told.elapsed() >= TELL_EVERY {
                        told = Instant::now();
                        let done = self.next.load(Ordering::Relaxed).min(total);
                        tell(Progress { done, total });
                    }
                    if begun.elapsed() >= COMMIT_EVERY {
                        pause.store(true, Ordering::Relaxed);
                    }
                }
            });
            if let Some(error) = broken.into_inner().ok().flatten() {
                return Err(error);
            }
            for (slot, record) in done.into_inner().unwrap_or_default() {
                updated.read.push(self.files[slot].path.clone());
                slots[slot] = Slot::Read(Box::new(record));
            }
            for slot in failed.into_inner().unwrap_or_default() {
                let OnDisk { path, stamp } = &self.files[slot];
                updated.failed.push(path.clone());
                if let Some(record) = Record::unread(path.clone(), *stamp) {
                    slots[slot] = Slot::Read(Box::new(record));
                }
            }
            let stopped = self.stop.load(Ordering::Relaxed);
            if stopped || self.next.load(Ordering::Relaxed) >= total {
                updated.complete = !stopped || self.next.load(Ordering::Relaxed) >= total;
                return Ok(());
            }
            store.commit()?;
            begun = Instant::now();
        }
    }

    /// Reads a file and puts it into the index; nothing if it cannot be read.
    fn read(&self, slot: usize, store: &Store) -> Result<Option<Record>, UpdateError> {
        let OnDisk { path, stamp } = &self.files[slot];
        // Uncorrected: a correction changes no word, and is applied when a speech is looked into.
        let Ok(opened) = loader::open(path, &self.means.lexicon) else { return Ok(None) };
        let known = CatalogEntry::of(&opened.speech, path.clone());
        let record = Record { known, stamp: *stamp };
        store.add(&opened.speech, &record)?;
        Ok(Some(record))
    }
}

fn push<T>(to: &Mutex<Vec<T>>, value: T) {
    if let Ok(mut to) = to.lock() {
        to.push(value);
    }
}

/// The index that goes with the catalogue.
#[cfg(feature = "fulltext")]
struct Store {
    folder: PathBuf,
    edition: u64,
    generation: u64,
    settled: bool,
    writer: Option<Writer>,
}

#[cfg(feature = "fulltext")]
impl Store {
    /// Looks at the index. One that does not go with the catalogue gives it its records; one that
    /// cannot be used is put out of the way, and the catalogue is empty.
    fn open(place: &Place, lock: &Lock, catalog: &mut Catalog) -> Result<Store, UpdateError> {
        use super::reader::Reader;
        let folder = place.index();
        let edition = catalog.edition;
        let reader = Reader::open(&folder).filter(|reader| reader.edition() == edition);
        let generation = reader.as_ref().map_or(0, Reader::generation);
        let is_of_index = generation > 0 && generation == catalog.generation;
        let settled = is_of_index && catalog.seal == place.seal();
        if !settled {
            // Files that are not as they were left may be damaged: all of them are looked at.
            match reader.filter(Reader::is_sound).and_then(|reader| reader.records()) {
                Some(records) => {
                    *catalog = Catalog::new(edition);
                    records.iter().for_each(|record| catalog.add(record));
                }
                None => {
                    place.set_aside(lock)?;
                    *catalog = Catalog::new(edition);
                }
            }
        }
        Ok(Store { folder, edition, generation, settled, writer: None })
    }

    fn is_settled(&self) -> bool {
        self.settled
    }

    fn begin(&mut self, wanted: usize) -> Result<(), UpdateError> {
        let amount = if wanted > FEW { Amount::Many } else { Amount::Few };
        let writer = Writer::open(&self.folder, amount)?;
        self.generation = self.generation.max(writer.generation());
        self.writer = Some(writer);
        Ok(())
    }

    fn writer(&self) -> &Writer {
        self.writer.as_ref().expect("begin opens it, and end alone takes it")
    }

    fn remove(&self, path: &[u8]) {
        self.writer().remove(path);
    }

    fn add(&self, speech: &Speech, record: &Record) -> Result<(), UpdateError> {
        let key = path_bytes(record.known.path.as_os_str());
        Ok(self.writer().add(&key, speech, record)?)
    }

    fn commit(&mut self) -> Result<(), UpdateError> {
        self.generation += 1;
        let (generation, edition) = (self.generation, self.edition);
        let writer = self.writer.as_mut().expect("begin opens it, and end alone takes it");
        Ok(writer.commit(generation, edition)?)
    }

    fn end(mut self, place: &Place, catalog: &mut Catalog) -> Result<(), UpdateError> {
        self.commit()?;
        if let Some(writer) = self.writer.take() {
            writer.end()?;
        }
        catalog.generation = self.generation;
        catalog.seal = place.seal();
        Ok(())
    }
}

/// Without an index there is the catalogue alone.
#[cfg(not(feature = "fulltext"))]
struct Store;

#[cfg(not(feature = "fulltext"))]
impl Store {
    fn open(_: &Place, _: &Lock, _: &mut Catalog) -> Result<Store, UpdateError> {
        Ok(Store)
    }

    fn is_settled(&self) -> bool {
        true
    }

    fn begin(&mut self, _: usize) -> Result<(), UpdateError> {
        Ok(())
    }

    fn remove(&self, _: &[u8]) {}

    fn add(&self, _: &Speech, _: &Record) -> Result<(), UpdateError> {
        Ok(())
    }

    fn commit(&mut self) -> Result<(), UpdateError> {
        Ok(())
    }

    fn end(self, _: &Place, _: &mut Catalog) -> Result<(), UpdateError> {
        Ok(())
    }
}
