//! The register of the whole library, speech by speech, without its texts being opened: from the rows that are kept
//! beside the catalogue. A text is opened where its rows are not kept, where corrections may be of it, and where
//! something was said of an earlier text of it.

use super::files::{OpenError, Opened};
use super::index::{Catalog, OnDisk, RowBook, RowsKey, Slip, path_bytes, register_speech};
use super::kept::KeptTasks;
use super::library::Library;
use crate::register::{KeptTask, RegisterVocabulary, TrackedRegister, TrackedText, track};
use crate::speech::correction::Filed;
use crate::speech::{CatalogEntry, Kindred};
use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;
use xxhash_rust::xxh3::xxh3_64;

/// The register of a library.
pub struct LibraryRegister<'a> {
    library: &'a Library,
    /// Gives the files, once they are wanted.
    look: Box<dyn Fn() -> Vec<OnDisk> + 'a>,
    files: OnceCell<KnownFiles>,
    corrections: Vec<Filed>,
    kept: Vec<KeptTask>,
    vocabulary: OnceCell<RegisterVocabulary>,
}

/// The files of a library, and what is known about them without their being opened.
struct KnownFiles {
    files: Vec<OnDisk>,
    catalog: Option<Catalog>,
    book: RefCell<Option<RowBook>>,
}

impl Library {
    /// Returns the register of the shipped speeches and of the files that `look` gives, as the catalogue knows them
    /// then.
    pub fn register<'a>(&'a self, look: impl Fn() -> Vec<OnDisk> + 'a) -> LibraryRegister<'a> {
        // What is wrong with the user's files is told where they are read for themselves.
        let kept = KeptTasks::new(&self.data_dir).load();
        LibraryRegister {
            library: self,
            look: Box::new(look),
            files: OnceCell::new(),
            corrections: self.corrections(),
            kept: kept.map(|kept| kept.tasks).unwrap_or_default(),
            vocabulary: OnceCell::new(),
        }
    }
}

impl LibraryRegister<'_> {
    /// Returns the rows of one speech after the other, with what was said of them: the shipped ones first, then the
    /// files in their order; of copies the first. A file that does not open gives why.
    pub fn speeches(&self) -> impl Iterator<Item = Result<TrackedRegister, OpenError>> + '_ {
        let mut seen = HashSet::new();
        let mut is_new = move |id: &str, fingerprint: &str| {
            seen.insert(xxh3_64(format!("{id} {fingerprint}").as_bytes()))
        };
        let shipped = self.library.shipped(&self.corrections).into_iter();
        let shipped = shipped.map(|opened| Ok(Found::Open(Box::new(opened))));
        // The shipped ones do not wait until thousands of files were looked at.
        let files = std::iter::once_with(|| {
            let known = self.known_files();
            let walk = Walk::new(self, known);
            known.files.iter().map(move |file| walk.find(file))
        });
        shipped.chain(files.flatten()).filter_map(move |found| match found {
            Ok(Found::Open(opened)) => {
                let speech = &opened.speech;
                let new = is_new(speech.id.as_str(), &speech.fingerprint);
                new.then(|| Ok(self.library.tracked(speech, &self.kept, self.vocabulary())))
            }
            Ok(Found::Rows(known, register)) => {
                is_new(known.id.as_str(), &known.fingerprint).then_some(Ok(register))
            }
            Err(error) => Some(Err(error)),
        })
    }

    fn known_files(&self) -> &KnownFiles {
        self.files.get_or_init(|| {
            let (library, files) = (self.library, (self.look)());
            // What the user says about the encoding is not in the catalogue.
            let is_known = library.encoding.is_none();
            let (rows, edition) = (library.means.place().rows(), library.means.rows_edition());
            KnownFiles {
                files,
                catalog: is_known.then(|| library.catalog()).flatten(),
                book: RefCell::new(is_known.then(|| RowBook::open(&rows, edition)).flatten()),
            }
        })
    }

    fn vocabulary(&self) -> &RegisterVocabulary {
        self.vocabulary.get_or_init(|| self.library.register_vocabulary())
    }
}

/// What was found of a speech.
enum Found {
    /// Its text.
    Open(Box<Opened>),
    /// What is known about it, and its rows.
    Rows(Box<CatalogEntry>, TrackedRegister),
}

/// What going through the files needs.
struct Walk<'a> {
    register: &'a LibraryRegister<'a>,
    known: &'a KnownFiles,
    slips: HashMap<&'a [u8], Slip<'a>>,
    corrected: Kindred<'a>,
    said: Said<'a>,
}

/// What was said of tasks, by the speeches that it may be of.
struct Said<'a> {
    /// By the fingerprint of the text.
    by_text: HashMap<&'a str, Vec<&'a KeptTask>>,
    /// Of texts that are not where they were.
    astray: Kindred<'a>,
}

impl<'a> Walk<'a> {
    fn new(register: &'a LibraryRegister<'a>, known: &'a KnownFiles) -> Self {
        let slips: HashMap<&[u8], Slip<'_>> =
            known.catalog.iter().flat_map(Catalog::slips).map(|slip| (slip.path, slip)).collect();
        let mut by_text: HashMap<&str, Vec<&KeptTask>> = HashMap::new();
        for task in &register.kept {
            by_text.entry(&task.speech.fingerprint).or_default().push(task);
        }
        let known_at = |path: &Path| slips.get(&*path_bytes(path.as_os_str()))?.record();
        let is_home = |task: &KeptTask| {
            let known = task.speech.source.as_deref().and_then(known_at);
            known.is_some_and(|record| record.known.fingerprint == task.speech.fingerprint)
        };
        let astray = register.kept.iter().filter(|task| !is_home(task));
        let astray = Kindred::of(astray.map(|task| task.speech.known()));
        let corrected = Kindred::of(register.corrections.iter().map(Filed::known));
        Walk { register, known, slips, corrected, said: Said { by_text, astray } }
    }

    /// Finds the rows of a file: those that are kept, if they are all that is needed, else by opening it.
    fn find(&self, file: &OnDisk) -> Result<Found, OpenError> {
        if let Some(found) = self.kept_rows(file) {
            return Ok(found);
        }
        let LibraryRegister { library, corrections, .. } = self.register;
        Ok(Found::Open(Box::new(library.open(&file.path, corrections)?)))
    }

    fn kept_rows(&self, file: &OnDisk) -> Option<Found> {
        let slip = self.slips.get(&*path_bytes(file.path.as_os_str()))?;
        let record =
            slip.record().filter(|record| record.stamp == file.stamp && record.is_read())?;
        let hashes = record.hashes();
        let known = record.known;
        if self.said.astray.may_have(&known) || self.corrected.may_have(&known) {
            return None;
        }
        let speech = Arc::new(register_speech(&known));
        let key = RowsKey::of(hashes, &file.path);
        let rows = self.known.book.borrow_mut().as_mut()?.rows(key, &speech)?;
        let said = self.said.by_text.get(known.fingerprint.as_str());
        let said = said.map(Vec::as_slice).unwrap_or_default();
        let register = track(rows, said, TrackedText::Known(&known.fingerprint));
        Some(Found::Rows(Box::new(known), register))
    }
}
