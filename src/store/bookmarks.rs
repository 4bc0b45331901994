//! The reader's bookmarks: `bookmarks.toml` in the data folder.

use super::contents::{Broken, Contents, parse, utf8};
use super::entry::{Entry, Fault};
use super::error::StoreError;
use super::file::{Held, StateFile};
use super::id;
use super::notice::Notice;
use super::record::{self, Bad};
use super::sheet::{Removed, Sheet};
use crate::bookmark::{Bookmark, Change};
use jiff::Timestamp;
use std::path::Path;

/// The name of the file.
const FILE: &str = "bookmarks.toml";
/// The name of its list.
pub(super) const LIST: &str = "bookmarks";
/// The version of the format that this program reads and writes.
const VERSION: i64 = 1;
/// What a new file begins with.
const HEADER: &str = include_str!("header.toml");
/// How many removed bookmarks are remembered for taking the removal back.
const MOST_REMOVED: usize = 100;

/// The bookmarks in a data folder.
#[derive(Debug)]
pub struct Bookmarks {
    file: StateFile,
    removed: Vec<Removed>,
}

/// The bookmarks as they are stored, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// All that can be used.
    pub bookmarks: Vec<Bookmark>,
    /// What the user should know.
    pub notices: Vec<Notice>,
}

/// The bookmarks after a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// All of them, those that other programs added meanwhile included.
    pub bookmarks: Vec<Bookmark>,
    /// The ids of the bookmarks that were to be added, in the order of the changes.
    pub added: Vec<String>,
    /// What the user should know.
    pub notices: Vec<Notice>,
}

impl Bookmarks {
    /// Names the bookmarks in `data_dir`; reads nothing yet.
    pub fn new(data_dir: &Path) -> Self {
        Bookmarks { file: StateFile::new(data_dir, FILE), removed: Vec::new() }
    }

    /// Gives the file.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Sets how long a change waits for another program.
    #[cfg(test)]
    pub(super) fn set_patience(&mut self, patience: std::time::Duration) {
        self.file.set_patience(patience);
    }

    /// Reads the bookmarks. No file means none; a file that cannot be understood means none and a
    /// notice; an entry that cannot be used is left out, with a notice.
    ///
    /// # Errors
    ///
    /// When the system does not let the file be read.
    pub fn load(&self) -> Result<Loaded, StoreError> {
        let path = || self.path().to_path_buf();
        let Some((bytes, changed)) = self.file.read()? else { return Ok(Loaded::default()) };
        let each = |entry: &Entry<'_>| record::stored(entry, changed);
        let mut contents = match Contents::read(&bytes, LIST, each) {
            Ok(contents) => contents,
            Err(Broken { line, reason }) => {
                let notices = vec![Notice::Broken { path: path(), line, reason }];
                return Ok(Loaded { bookmarks: Vec::new(), notices });
            }
        };
        let mut loaded = Loaded::default();
        if contents.version() > VERSION {
            let found = contents.version();
            loaded.notices.push(Notice::ReadOnly { path: path(), found, known: VERSION });
        }
        record::settle_ids(&mut contents.entries);
        // Bookmarks stay where they are in memory, bad entries are taken out from among them.
        let usable = contents.entries.into_iter().filter_map(|entry| {
            let Bad { line, fault, .. } = match entry {
                Ok(bookmark) => return Some(bookmark),
                Err(bad) => bad,
            };
            loaded.notices.push(match fault {
                Fault::Lacks(key) => Notice::EntryLacks { path: path(), line, key },
                Fault::Wrong(key) => Notice::EntryWrong { path: path(), line, key },
            });
            None
        });
        loaded.bookmarks = usable.collect();
        Ok(loaded)
    }

    /// Applies `changes` to what is stored at this moment, and gives all bookmarks as they are
    /// then. When it returns, the changes are on the disk.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses. Then none of the changes is made.
    pub fn apply(&mut self, changes: &[Change]) -> Result<Applied, StoreError> {
        let held = self.file.lock()?;
        let (mut sheet, mut notices) = open(&held, self.file.path())?;
        let mut added = Vec::new();
        let mut removed = Vec::new();
        for change in changes {
            match change {
                Change::Add(bookmark) => {
                    let mut latest_first = self.removed.iter().chain(&removed).rev();
                    let undone = latest_first.find(|old| old.id == bookmark.id);
                    added.push(sheet.add(bookmark, undone, |taken| new_id(bookmark, taken)));
                }
                Change::Remove(id) => removed.extend(sheet.remove(id)),
                Change::SetNote(id, note) => {
                    if !sheet.set_note(id, note.as_deref()) {
                        notices.push(Notice::Gone { id: id.clone() });
                    }
                }
            }
        }
        if let Some(text) = sheet.changed_text() {
            held.write(&text)?;
        }
        drop(held);
        self.removed.extend(removed);
        self.removed.drain(..self.removed.len().saturating_sub(MOST_REMOVED));
        Ok(Applied { bookmarks: sheet.bookmarks(), added, notices })
    }
}

/// Reads the file for a change. One that cannot be understood is set aside and a new one begun.
fn open(held: &Held<'_>, path: &Path) -> Result<(Sheet, Vec<Notice>), StoreError> {
    let fresh = || {
        let document = parse(HEADER).expect("the header is TOML, which a test checks");
        Sheet::new(document, Vec::new(), Timestamp::UNIX_EPOCH)
    };
    let Some((bytes, changed)) = held.read()? else { return Ok((fresh(), Vec::new())) };
    let read = utf8(&bytes).and_then(parse).and_then(|document| {
        let each = |entry: &Entry<'_>| record::stored(entry, changed);
        let contents = Contents::of(&document, LIST, each)?;
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
            Ok((fresh(), vec![Notice::SetAside { path, aside, line, reason }]))
        }
    }
}

fn new_id(bookmark: &Bookmark, is_taken: &dyn Fn(&str) -> bool) -> String {
    let Bookmark { speech, anchor, created, .. } = bookmark;
    let at = anchor.range.start.get();
    let process = std::process::id();
    id::make(&format!("{speech}\n{}\n{at}\n{created}\n{process}", anchor.quote), is_taken)
}
