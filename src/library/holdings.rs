//! The library as one command sees it: everything is read once, when it is first asked for.

use super::files::{self, OpenError, Opened, Shelves};
use super::index::{
    Catalog, IndexProgress, OnDisk, Record, Slip, UpdateError, Updated, path_bytes, update,
};
use super::kept::{Corrections, FileNotice, StoreError};
use super::library::Library;
use super::register::LibraryRegister;
use crate::speech::correction::Filed;
use crate::speech::{CatalogEntry, Extent, Kindred, Origin};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::atomic::AtomicBool;
use xxhash_rust::xxh3::xxh3_128;

/// The library, read when it is first asked for.
pub struct Holdings<'a> {
    library: &'a Library,
    tell: Box<dyn Fn(LibraryNews<'_>) + 'a>,
    known: OnceCell<Vec<Holding>>,
    speeches: OnceCell<Vec<Opened>>,
    corrections: OnceCell<Vec<Filed>>,
}

/// What is known about a speech of the library without its being read, and where it is read from.
pub struct Holding {
    /// What is known about it.
    pub entry: CatalogEntry,
    /// Where it is read from.
    pub origin: Origin,
}

/// What is to be told while the library is read.
#[derive(Debug)]
pub enum LibraryNews<'a> {
    /// A file or folder that does not open is passed over.
    Unread(&'a OpenError),
    /// What is wrong with the file of corrections.
    Corrections(&'a [FileNotice]),
    /// The corrections cannot be read.
    NoCorrections(&'a StoreError),
    /// So much of the catalogue and the index is up to date.
    Updating(IndexProgress),
    /// They are up to date, or cannot be brought there.
    Updated,
}

impl<'a> Holdings<'a> {
    /// Makes it of a library; reads nothing yet. `tell` hears what is to be told.
    pub fn new(library: &'a Library, tell: impl Fn(LibraryNews<'_>) + 'a) -> Self {
        Holdings {
            library,
            tell: Box::new(tell),
            known: OnceCell::new(),
            speeches: OnceCell::new(),
            corrections: OnceCell::new(),
        }
    }

    /// Returns the library that it is of.
    pub fn library(&self) -> &'a Library {
        self.library
    }

    /// Returns the user's corrections.
    pub fn corrections(&self) -> &[Filed] {
        self.corrections.get_or_init(|| match Corrections::new(&self.library.data_dir).load() {
            Ok(loaded) => {
                (self.tell)(LibraryNews::Corrections(&loaded.notices));
                loaded.corrections
            }
            Err(error) => {
                (self.tell)(LibraryNews::NoCorrections(&error));
                Vec::new()
            }
        })
    }

    /// Corrects a text just opened.
    pub fn corrected(&self, opened: Opened) -> Opened {
        self.library.corrected(opened, self.corrections())
    }

    /// Opens a whole file.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or no text can be made of it.
    pub fn open(&self, path: &Path) -> Result<Opened, OpenError> {
        self.library.open(path, self.corrections())
    }

    /// Opens a file; of a very large one its head.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or no text can be made of it.
    pub fn open_head(&self, path: &Path) -> Result<Opened, OpenError> {
        self.library.open_head(path, self.corrections())
    }

    /// Makes a speech of bytes that were read from somewhere.
    ///
    /// # Errors
    ///
    /// When no text can be made of them.
    pub fn open_bytes(&self, bytes: Vec<u8>, origin: Origin) -> Result<Opened, OpenError> {
        self.library.open_bytes(bytes, origin, self.corrections())
    }

    /// Opens the shipped speeches, if they are of the library.
    pub fn shipped(&self) -> Vec<Opened> {
        self.library.shipped(self.corrections())
    }

    /// Opens once more what a speech was read from; nothing if that is gone.
    pub fn open_again(&self, origin: &Origin) -> Option<Opened> {
        self.library.open_again(origin, self.corrections())
    }

    /// Returns all of a speech of which maybe only the head was read.
    ///
    /// # Errors
    ///
    /// When its file cannot be read any more.
    pub fn whole(&self, opened: Opened) -> Result<Opened, OpenError> {
        self.library.whole(opened, self.corrections())
    }

    /// Returns every speech of the library, opened; of very large ones the head, and of copies the first.
    pub fn speeches(&self) -> &[Opened] {
        self.speeches.get_or_init(|| {
            let mut all = self.shipped();
            for folder in &self.library.means.folders {
                let files = files::files(folder).unwrap_or_else(|error| {
                    (self.tell)(LibraryNews::Unread(&error));
                    Vec::new()
                });
                for file in files {
                    match files::open_head_as(&file, self.library.reading()) {
                        Ok(opened) if all.iter().any(|known| is_copy(known, &opened)) => {}
                        Ok(opened) => all.push(self.corrected(opened)),
                        Err(error) => (self.tell)(LibraryNews::Unread(&error)),
                    }
                }
            }
            all
        })
    }

    /// Returns what is known about every speech, in the order of the library: from the catalogue where that
    /// knows it, else from the files.
    pub fn list(&self) -> &[Holding] {
        self.known.get_or_init(|| {
            let mut list = HoldingList::default();
            for opened in self.shipped() {
                let Origin::Shipped(file) = opened.speech.origin else { continue };
                let hash = files::original(file).map_or(0, xxh3_128);
                let entry = CatalogEntry::of(&opened.speech, file.into(), hash);
                list.push(entry, Origin::Shipped(file));
            }
            self.list_files(&mut list);
            list.all
        })
    }

    /// Returns the register of the library, brought up to date.
    pub fn register(&self) -> LibraryRegister<'_> {
        self.library.register(|| {
            let unread = &mut |error| (self.tell)(LibraryNews::Unread(&error));
            let files = self.library.means.on_disk_telling(unread);
            // What cannot be written, or another program is writing, knows what it knew before.
            let _ = self.update(&files);
            files
        })
    }

    fn list_files(&self, list: &mut HoldingList) {
        let unread = &mut |error| (self.tell)(LibraryNews::Unread(&error));
        let files = self.library.means.on_disk_telling(unread);
        // What the user says about the encoding is not in the catalogue. A catalogue that cannot
        // be written, or that another program is writing, knows what it knew before.
        let catalog = self.library.encoding.is_none().then(|| {
            let _ = self.update(&files);
            self.library.catalog()
        });
        let catalog: Catalog = catalog.flatten().unwrap_or_default();
        let slips: HashMap<&[u8], Slip<'_>> =
            catalog.slips().map(|slip| (slip.path, slip)).collect();
        let mut shelves = Shelves::default();
        // The catalogue counts what is in a text as it was parsed, without corrections.
        let corrected = Kindred::of(self.corrections().iter().map(Filed::known));
        for file in &files {
            let slip = slips.get(&*path_bytes(file.path.as_os_str()));
            let record =
                slip.filter(|slip| slip.stamp == file.stamp).and_then(|slip| slip.record());
            let entry = record.filter(Record::is_read).map(|record| record.known);
            let entry = match entry.filter(|known| !corrected.may_have(known)) {
                Some(entry) => Ok(entry),
                None => self.read_entry(file, &mut shelves),
            };
            match entry {
                Ok(entry) => list.push(entry, Origin::File(file.path.clone())),
                Err(error) => (self.tell)(LibraryNews::Unread(&error)),
            }
        }
    }

    /// Reads a file for what the catalogue does not know.
    fn read_entry(&self, file: &OnDisk, shelves: &mut Shelves) -> Result<CatalogEntry, OpenError> {
        let bytes = shelves.read(&file.path, file.archive.as_deref())?;
        let hash = xxh3_128(&bytes);
        let opened = files::open_read(bytes, &file.path, self.library.reading())?;
        let speech = self.corrected(opened).speech;
        debug_assert!(speech.extent == Extent::Whole, "only the whole can be counted");
        Ok(CatalogEntry::of(&speech, file.path.clone(), hash))
    }

    /// Opens a speech of the list; of a very large one its head. Nothing if it is not there any more.
    ///
    /// # Errors
    ///
    /// When its file cannot be read, or no text can be made of it.
    pub fn open_holding(&self, holding: &Holding) -> Result<Option<Opened>, OpenError> {
        match &holding.origin {
            Origin::File(path) => self.open_head(path).map(Some),
            origin => Ok(self.open_again(origin)),
        }
    }

    /// Brings the catalogue and the index up to date with these files.
    ///
    /// # Errors
    ///
    /// When another program is at it, or the cache cannot be written.
    pub fn update(&self, files: &[OnDisk]) -> Result<Updated, UpdateError> {
        let tell = &mut |progress| (self.tell)(LibraryNews::Updating(progress));
        let updated = update(&self.library.means, files, &AtomicBool::new(false), tell);
        (self.tell)(LibraryNews::Updated);
        updated
    }
}

/// A list in which no speech stands twice.
#[derive(Default)]
struct HoldingList {
    seen: HashSet<(String, String)>,
    all: Vec<Holding>,
}

impl HoldingList {
    /// Adds a speech, unless it is a copy of one that is there.
    fn push(&mut self, entry: CatalogEntry, origin: Origin) {
        if self.seen.insert((entry.id.to_string(), entry.fingerprint.clone())) {
            self.all.push(Holding { entry, origin });
        }
    }
}

fn is_copy(one: &Opened, other: &Opened) -> bool {
    let (one, other) = (&one.speech, &other.speech);
    one.id == other.id && one.fingerprint == other.fingerprint && !one.fingerprint.is_empty()
}
