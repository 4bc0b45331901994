//! A file of the user's that is a list of records: reading it, and changing it record by record.

use super::contents::{Broken, parse, utf8};
use super::entry::{Contents, EntryFault, TomlEntry};
use super::error::StoreError;
use super::file::{Held, StateFile};
use super::id;
use super::notice::FileNotice;
use super::record::{self, Bad, TomlRecord};
use super::sheet::{Removed, Sheet};
use jiff::Timestamp;
use std::path::Path;

/// The version of the format that this program reads and writes.
const VERSION: i64 = 1;
/// How many removed records are remembered for taking the removal back.
const MOST_REMOVED: usize = 100;

/// The records in a data folder.
#[derive(Debug)]
pub(super) struct Records<R> {
    file: StateFile,
    removed: Vec<Removed>,
    of: std::marker::PhantomData<R>,
}

/// A file that is being changed, under its lock.
pub(super) struct LockedRecords<'a, R: TomlRecord> {
    held: Held<'a>,
    pub sheet: Sheet<R>,
    pub notices: Vec<FileNotice>,
    known: &'a mut Vec<Removed>,
    removed: Vec<Removed>,
}

impl<R: TomlRecord> Records<R> {
    /// Names the file in `data_dir`; reads nothing yet.
    pub fn new(data_dir: &Path) -> Self {
        let file = StateFile::new(data_dir, R::FILE);
        Records { file, removed: Vec::new(), of: std::marker::PhantomData }
    }

    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Sets how long a change waits for another program.
    #[cfg(test)]
    pub fn set_patience(&mut self, patience: std::time::Duration) {
        self.file.set_patience(patience);
    }

    /// Reads all records that can be used, in the order of the file.
    pub fn load(&self) -> Result<(Vec<R>, Vec<FileNotice>), StoreError> {
        let path = || self.path().to_path_buf();
        let Some((bytes, changed)) = self.file.read()? else {
            return Ok((Vec::new(), Vec::new()));
        };
        let each = |entry: &TomlEntry<'_>| record::stored::<R>(entry, changed);
        let mut contents = match Contents::read(&bytes, R::LIST, each) {
            Ok(contents) => contents,
            Err(Broken { line, reason }) => {
                return Ok((Vec::new(), vec![FileNotice::Broken { path: path(), line, reason }]));
            }
        };
        let mut notices = Vec::new();
        if contents.version() > VERSION {
            let found = contents.version();
            notices.push(FileNotice::ReadOnly { path: path(), found, known: VERSION });
        }
        record::settle_ids(&mut contents.entries);
        // Records stay where they are in memory, bad entries are taken out from among them.
        let usable = contents.entries.into_iter().filter_map(|entry| {
            let Bad { line, fault, .. } = match entry {
                Ok(record) => return Some(record),
                Err(bad) => bad,
            };
            notices.push(match fault {
                EntryFault::Lacks(key) => FileNotice::EntryLacks { path: path(), line, key },
                EntryFault::Wrong(key) => FileNotice::EntryWrong { path: path(), line, key },
            });
            None
        });
        Ok((usable.collect(), notices))
    }

    /// Takes the lock and reads what is stored at this moment, to change it.
    pub fn begin(&mut self) -> Result<LockedRecords<'_, R>, StoreError> {
        let held = self.file.lock()?;
        let (sheet, notices) = open(&held, self.file.path())?;
        Ok(LockedRecords { held, sheet, notices, known: &mut self.removed, removed: Vec::new() })
    }
}

impl<R: TomlRecord> LockedRecords<'_, R> {
    /// Adds a record and gives its id. One with an empty id, or an id that another one has, gets
    /// a new id; one that was removed comes back as it was.
    pub fn add(&mut self, record: &R) -> String {
        let mut latest_first = self.known.iter().chain(&self.removed).rev();
        let undone = latest_first.find(|old| old.id == record.id());
        self.sheet.add(record, undone, |taken| new_id(record, taken))
    }

    /// Removes the record of this id.
    pub fn remove(&mut self, id: &str) {
        self.removed.extend(self.sheet.remove(id));
    }

    /// Writes what was changed, and gives all records and what the user should know.
    pub fn end(self) -> Result<(Vec<R>, Vec<FileNotice>), StoreError> {
        if let Some(text) = self.sheet.changed_text() {
            self.held.write_keeping(&text)?;
        }
        drop(self.held);
        self.known.extend(self.removed);
        self.known.drain(..self.known.len().saturating_sub(MOST_REMOVED));
        Ok((self.sheet.records(), self.notices))
    }
}

/// Reads the file for a change. One that cannot be understood is set aside and a new one begun.
fn open<R: TomlRecord>(
    held: &Held<'_>,
    path: &Path,
) -> Result<(Sheet<R>, Vec<FileNotice>), StoreError> {
    let fresh = || {
        let document = parse(R::HEADER).expect("the header is TOML, which a test checks");
        Sheet::new(document, Vec::new(), Timestamp::UNIX_EPOCH)
    };
    let Some((bytes, changed)) = held.read()? else { return Ok((fresh(), Vec::new())) };
    let read = utf8(&bytes).and_then(parse).and_then(|document| {
        let each = |entry: &TomlEntry<'_>| record::stored::<R>(entry, changed);
        let contents = Contents::of(&document, R::LIST, each)?;
        Ok((document, contents))
    });
    match read {
        Ok((_, contents)) if contents.version() > VERSION => Err(StoreError::Newer {
            path: path.to_path_buf(),
            found: contents.version(),
            known: VERSION,
        }),
        Ok((document, contents)) => {
            Ok((Sheet::new(document, contents.entries, changed), Vec::new()))
        }
        Err(Broken { line, reason }) => {
            let aside = held.set_aside(&bytes)?;
            let path = path.to_path_buf();
            Ok((fresh(), vec![FileNotice::SetAside { path, aside, line, reason }]))
        }
    }
}

fn new_id<R: TomlRecord>(record: &R, is_taken: &dyn Fn(&str) -> bool) -> String {
    let (seed, created, process) = (record.seed(), record.created(), std::process::id());
    id::make(&format!("{seed}\n{created}\n{process}"), is_taken)
}
