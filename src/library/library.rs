//! The library as the reader and the commands ask it.

use super::catalog::Progress;
use super::files::{self, OpenError, Opened, Reading};
use super::imports::{Collection, Deleted, ImportMode, Intake, RemovalError};
use super::index::{Catalog, Hunter, Means};
use super::kept::{Companion, Corrections, FileNotice, Positions, StoreError};
use crate::speech::correction::Filed;
use crate::speech::{Amendment, Extent, Origin};
use crate::text::Encoding;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// The speeches that are there without being named: the shipped ones, those in the user's folders, and the imported
/// ones. A value of this type reads nothing by itself and can be handed to another thread.
#[derive(Clone, Debug)]
pub struct Library {
    /// The folders, and how their texts are read and searched.
    pub means: Means,
    /// How texts are encoded, where the user said so.
    pub encoding: Option<Encoding>,
    /// Where imported speeches and what the user adds are kept.
    pub data_dir: PathBuf,
    /// Where it is kept how far speeches were read.
    pub state_dir: PathBuf,
}

/// A change of what is known about a speech, made.
#[derive(Clone, Debug)]
pub struct AmendedFile {
    /// What would take it back.
    pub before: Vec<Amendment>,
    /// What is to be told about the file.
    pub notices: Vec<FileNotice>,
}

impl Library {
    /// Returns what files are opened with.
    pub fn reading(&self) -> Reading<'_> {
        self.means.reading().encoded(self.encoding)
    }

    /// Returns the user's corrections, as they are kept now. Trouble with them counts as none.
    pub fn corrections(&self) -> Vec<Filed> {
        let loaded = Corrections::new(&self.data_dir).load();
        loaded.map(|loaded| loaded.corrections).unwrap_or_default()
    }

    /// Corrects a text just opened.
    pub fn corrected(&self, mut opened: Opened, corrections: &[Filed]) -> Opened {
        files::correct(&mut opened, corrections, self.reading());
        opened
    }

    /// Opens a whole file.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or no text can be made of it.
    pub fn open(&self, path: &Path, corrections: &[Filed]) -> Result<Opened, OpenError> {
        Ok(self.corrected(files::open_as(path, self.reading())?, corrections))
    }

    /// Opens a file; of a very large one its head.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or no text can be made of it.
    pub fn open_head(&self, path: &Path, corrections: &[Filed]) -> Result<Opened, OpenError> {
        Ok(self.corrected(files::open_head_as(path, self.reading())?, corrections))
    }

    /// Makes a speech of bytes that were read from somewhere.
    ///
    /// # Errors
    ///
    /// When no text can be made of them.
    pub fn open_bytes(
        &self,
        bytes: Vec<u8>,
        origin: Origin,
        corrections: &[Filed],
    ) -> Result<Opened, OpenError> {
        let opened = files::from_bytes_as(bytes, origin, None, self.reading())?;
        Ok(self.corrected(opened, corrections))
    }

    /// Opens the shipped speeches, if they are of the library.
    pub fn shipped(&self, corrections: &[Filed]) -> Vec<Opened> {
        let all = if self.means.shipped { files::shipped(&self.means.lexicon) } else { Vec::new() };
        all.into_iter().map(|opened| self.corrected(opened, corrections)).collect()
    }

    /// Opens once more what a speech was read from; nothing if that is gone.
    pub fn open_again(&self, origin: &Origin, corrections: &[Filed]) -> Option<Opened> {
        match origin {
            Origin::File(path) => self.open(path, corrections).ok(),
            Origin::Shipped(_) => {
                let mut shipped = files::shipped(&self.means.lexicon).into_iter();
                let opened = shipped.find(|opened| opened.speech.origin == *origin)?;
                Some(self.corrected(opened, corrections))
            }
            Origin::StandardInput => None,
        }
    }

    /// Returns all of a speech of which maybe only the head was read.
    ///
    /// # Errors
    ///
    /// When its file cannot be read any more.
    pub fn whole(&self, opened: Opened, corrections: &[Filed]) -> Result<Opened, OpenError> {
        match (&opened.speech.origin, opened.speech.extent) {
            (Origin::File(path), Extent::Head | Extent::Unparsed) => self.open(path, corrections),
            _ => Ok(opened),
        }
    }

    /// Returns the catalogue, if there is one of this edition.
    pub fn catalog(&self) -> Option<Catalog> {
        Catalog::load(&self.means.place().catalog(), self.means.edition())
    }

    /// Returns how far texts were read, by their fingerprints, and what is wrong with that file.
    pub fn progress(&self) -> (HashMap<String, Progress>, Vec<FileNotice>) {
        let (places, notices) = Positions::new(&self.state_dir).load();
        let mut read = HashMap::new();
        for (_, place) in places.iter() {
            let progress =
                Progress { percent: place.percent, furthest: place.furthest, when: place.when };
            // The newest comes first.
            read.entry(place.fingerprint.clone()).or_insert(progress);
        }
        (read, notices)
    }

    /// Returns what searches the library.
    pub fn hunter(&self) -> Hunter {
        Hunter::new(self.means.clone())
    }

    /// Returns the folder of the imported speeches.
    pub fn imports(&self) -> Collection {
        Collection::new(&self.data_dir)
    }

    /// Begins to import texts.
    ///
    /// # Errors
    ///
    /// When another program does not give the folder free, or it cannot be made.
    pub fn import(&self, run: ImportMode) -> Result<Intake<'_>, StoreError> {
        Intake::begin(&self.imports(), self.reading(), run)
    }

    /// Changes what is known about the speech of a file: writes to the companion beside it.
    ///
    /// # Errors
    ///
    /// When another program does not give the companion free, or the system refuses.
    pub fn amend(&self, path: &Path, changes: &[Amendment]) -> Result<AmendedFile, StoreError> {
        let mut before = Vec::with_capacity(changes.len());
        let notices = Companion::amend(path, |companion| {
            for change in changes {
                match change {
                    Amendment::Field(field, value) => {
                        let old = companion.get(field.name()).unwrap_or_default().to_owned();
                        before.push(Amendment::Field(*field, old));
                        companion.set(field.name(), value);
                    }
                    Amendment::Standing(standing) => {
                        before.push(Amendment::Standing(companion.standing()));
                        companion.set_standing(*standing);
                    }
                }
            }
        })?;
        Ok(AmendedFile { before, notices })
    }

    /// Deletes an imported speech so that it can be restored.
    ///
    /// # Errors
    ///
    /// When the file was not imported, or the system refuses.
    pub fn remove(&self, path: &Path) -> Result<Deleted, RemovalError> {
        self.imports().delete(path)
    }

    /// Restores the deleted speech of an id, and returns its file.
    ///
    /// # Errors
    ///
    /// When no speech of that id was deleted, one of that id is there again, or the system refuses.
    pub fn restore(&self, id: &str) -> Result<PathBuf, RemovalError> {
        let imports = self.imports();
        let deleted = imports.deleted_speeches().into_iter().find(|it| it.id.as_str() == id);
        imports.restore(&deleted.ok_or_else(|| RemovalError::NotDeleted(id.to_owned()))?)
    }
}
