//! Reading the files of the library that are new or have changed.

use super::book::RowsKey;
use super::catalog::Slip;
use super::means::{Means, OnDisk};
use super::progress::{IndexProgress, UpdateError, Updated};
use super::record::{Hashes, Record, path_bytes};
use super::store::{FEW, Store};
use crate::library::files::{self, Shelves};
use crate::register::{RegisterRow, RegisterVocabulary, assignments_of, rows_of};
use crate::speech::{CatalogEntry, Speech};
use std::collections::HashMap;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use xxhash_rust::xxh3::{xxh3_64, xxh3_128};

/// How many threads read texts where there are many.
const READERS: usize = 2;
/// How often what was read is committed meanwhile, so that it is found and stays done.
const COMMIT_EVERY: Duration = Duration::from_secs(30);
/// How often progress is told.
const TELL_EVERY: Duration = Duration::from_millis(250);

/// One round of reading.
pub(super) struct Round<'a> {
    pub(super) means: &'a Means,
    pub(super) files: &'a [OnDisk],
    /// Which of the files to read.
    pub(super) wanted: &'a [usize],
    /// What is known, by what tells bytes from others.
    pub(super) known: &'a HashMap<Hashes, Slip<'a>>,
    pub(super) stop: &'a AtomicBool,
    pub(super) next: AtomicUsize,
    /// The words that the register is read by.
    pub(super) vocabulary: &'a RegisterVocabulary,
}

/// What came of reading a file.
enum ReadOutcome {
    /// What was known about it is so still.
    Same(Record),
    /// What was known about a file of another name.
    Taken(Record),
    /// It was parsed.
    Parsed(Record),
    /// It cannot be read.
    Failed(Record),
}

impl<'a> Round<'a> {
    pub(super) fn work(
        &self,
        store: &mut Store,
        slots: &mut [CatalogSlot<'_>],
        updated: &mut Updated,
        tell: &mut dyn FnMut(IndexProgress),
    ) -> Result<(), UpdateError> {
        let total = self.wanted.len();
        let readers = if total > FEW { READERS } else { 1 };
        let mut begun = Instant::now();
        let mut told = Instant::now();
        loop {
            // Readers stop for each commit: it needs the writer for itself.
            let done = Mutex::new(Vec::new());
            let broken = Mutex::new(None);
            let pause = AtomicBool::new(false);
            let (shared, before): (&Store, &[CatalogSlot<'_>]) = (store, slots);
            thread::scope(|scope| {
                let read = || {
                    let mut shelves = Shelves::default();
                    while !pause.load(Ordering::Relaxed) && !self.stop.load(Ordering::Relaxed) {
                        let at = self.next.fetch_add(1, Ordering::Relaxed);
                        let Some(&slot) = self.wanted.get(at) else { return };
                        match self.read(slot, &before[slot], shared, &mut shelves) {
                            Ok(found) => push(&done, (slot, found)),
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
                        tell(IndexProgress { done, total });
                    }
                    if begun.elapsed() >= COMMIT_EVERY {
                        pause.store(true, Ordering::Relaxed);
                    }
                }
            });
            if let Some(error) = broken.into_inner().ok().flatten() {
                return Err(error);
            }
            let mut done = done.into_inner().unwrap_or_default();
            done.sort_by_key(|(slot, _)| *slot);
            for (slot, found) in done {
                let path = self.files[slot].path.clone();
                slots[slot] = CatalogSlot::Read(Box::new(match found {
                    ReadOutcome::Same(record) => {
                        updated.same += 1;
                        record
                    }
                    ReadOutcome::Taken(record) => {
                        updated.taken.push(path);
                        record
                    }
                    ReadOutcome::Parsed(record) => {
                        updated.read.push(path);
                        record
                    }
                    ReadOutcome::Failed(record) => {
                        updated.failed.push(path);
                        record
                    }
                }));
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

    /// Reads a file, and puts it into the index if that has other words of it or none.
    fn read(
        &self,
        slot: usize,
        before: &CatalogSlot<'_>,
        store: &Store,
        shelves: &mut Shelves,
    ) -> Result<ReadOutcome, UpdateError> {
        let OnDisk { path, stamp, archive } = &self.files[slot];
        let before = match before {
            CatalogSlot::Stale(slip) => slip.record(),
            CatalogSlot::Kept(_) | CatalogSlot::Read(_) | CatalogSlot::Empty => None,
        };
        let bytes = shelves.read(path, archive.as_deref());
        let companion = (stamp.companion != 0).then(|| files::companion_bytes(path)).flatten();
        let hashes = Hashes {
            text: bytes.as_ref().map_or(0, |bytes| xxh3_128(bytes)),
            companion: companion.map_or(0, |bytes| xxh3_64(&bytes)),
        };
        let key = RowsKey::of(hashes, path);
        if let Some(record) = &before
            && hashes.text != 0
            && record.hashes() == hashes
        {
            if let Some(bytes) = bytes.ok().filter(|_| !store.has_rows(key)) {
                store.add_rows(key, &self.rows_in(bytes, path));
            }
            return Ok(ReadOutcome::Same(Record { stamp: *stamp, ..record.clone() }));
        }
        if before.is_some() {
            store.remove(&path_bytes(path.as_os_str()));
        }
        let failed = || ReadOutcome::Failed(Record::unread(path.clone(), *stamp, hashes));
        let Ok(bytes) = bytes else { return Ok(failed()) };
        if let Some(record) = self.like(&hashes, path) {
            let known = CatalogEntry { path: path.clone(), ..record.known };
            let record = Record { known, stamp: *stamp, companion: hashes.companion };
            if !store.has_rows(key) {
                store.add_rows(key, &self.rows_in(bytes.clone(), path));
            }
            if store.wants_texts() {
                let Ok(text) = files::text_of(bytes, path, self.means.reading()) else {
                    return Ok(failed());
                };
                store.add(&text, &record)?;
            }
            return Ok(ReadOutcome::Taken(record));
        }
        // Uncorrected: a correction changes no word, and is applied when a speech is looked into.
        let opened = files::open_read(bytes, path, self.means.reading());
        let Ok(opened) = opened else {
            // It has no rows as long as it has these bytes.
            store.add_rows(key, &[]);
            return Ok(failed());
        };
        if !store.has_rows(key) {
            store.add_rows(key, &self.rows(&opened.speech));
        }
        let known = CatalogEntry::of(&opened.speech, path.clone(), hashes.text);
        let record = Record { known, stamp: *stamp, companion: hashes.companion };
        store.add(&opened.speech.text, &record)?;
        Ok(ReadOutcome::Parsed(record))
    }

    /// Reads the rows of a file of which the rest is known.
    fn rows_in(&self, bytes: Vec<u8>, path: &Path) -> Vec<RegisterRow> {
        let opened = files::open_read(bytes, path, self.means.reading());
        opened.map(|opened| self.rows(&opened.speech)).unwrap_or_default()
    }

    fn rows(&self, speech: &Speech) -> Vec<RegisterRow> {
        rows_of(speech, &assignments_of(speech, self.vocabulary))
    }

    /// Finds what is known of a file with these bytes, if a file of the name `path` is read alike.
    fn like(&self, hashes: &Hashes, path: &Path) -> Option<Record> {
        let record = self.known.get(hashes)?.record().filter(Record::is_read)?;
        files::is_named_alike(&record.known, &record.known.path, path).then_some(record)
    }
}

fn push<T>(to: &Mutex<Vec<T>>, value: T) {
    if let Ok(mut to) = to.lock() {
        to.push(value);
    }
}

/// What the new catalogue says of a file.
pub(super) enum CatalogSlot<'c> {
    /// The same as the old one.
    Kept(Slip<'c>),
    /// The same as the old one as long as it was not read: it has changed.
    Stale(Slip<'c>),
    /// What was read now.
    Read(Box<Record>),
    /// Nothing: it is still to be read.
    Empty,
}
