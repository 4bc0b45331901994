//! What is known about the speeches of the library without their being read.

use super::holdings::Library;
use super::setup::Setup;
use super::upkeep;
use crate::library::files::{self, Opened, Shelves};
use crate::library::index::{Catalog, OnDisk, Record, Slip, path_bytes};
use crate::speech::correction::Filed;
use crate::speech::{CatalogEntry, Extent, Kindred, Origin};
use std::collections::{HashMap, HashSet};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_128;

/// What is known about a speech of the library, and where it is read from.
pub(super) struct Known {
    pub known: CatalogEntry,
    pub origin: Origin,
}

/// Gathers what is known about the speeches of the library, from the catalogue where that knows
/// it, else from the files.
pub(super) struct Gathering<'a> {
    setup: &'a Setup,
    library: &'a Library<'a>,
    seen: HashSet<(String, String)>,
    all: Vec<Known>,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(setup: &'a Setup, library: &'a Library<'a>) -> Self {
        Gathering { setup, library, seen: HashSet::new(), all: Vec::new() }
    }

    /// Gathers all, in the order of the library.
    pub(super) fn all(mut self) -> Vec<Known> {
        if self.setup.settings.library.shipped {
            for opened in files::shipped(&self.library.lexicon) {
                let opened = self.library.corrected(opened);
                let Origin::Shipped(file) = opened.speech.origin else { continue };
                let hash = files::original(file).map_or(0, xxh3_128);
                let known = CatalogEntry::of(&opened.speech, file.into(), hash);
                self.push(known, Origin::Shipped(file));
            }
        }
        let means = self.setup.means();
        let files = means.on_disk_telling(&mut |error| self.setup.say(error.message()));
        // What the user says about the encoding is not in the catalogue. A catalogue that cannot
        // be written, or that another program is writing, knows what it knew before.
        let catalog = self.setup.encoding.is_none().then(|| {
            let _ = upkeep::update_telling(self.setup, &means, &files);
            Catalog::load(&means.place().catalog(), means.edition())
        });
        let catalog = catalog.flatten().unwrap_or_default();
        let slips: HashMap<&[u8], Slip<'_>> =
            catalog.slips().map(|slip| (slip.path, slip)).collect();
        let mut shelves = Shelves::default();
        // The catalogue counts what is in a text as it was parsed, without corrections.
        let corrected = Kindred::of(self.library.corrections().iter().map(Filed::known));
        for file in &files {
            let slip = slips.get(&*path_bytes(file.path.as_os_str()));
            let record =
                slip.filter(|slip| slip.stamp == file.stamp).and_then(|slip| slip.record());
            match record.filter(Record::is_read).map(|record| record.known) {
                Some(known) if !corrected.may_have(&known) => {
                    self.push(known, Origin::File(file.path.clone()));
                }
                _ => self.read(file, &mut shelves),
            }
        }
        self.all
    }

    /// Reads a file for what the catalogue does not know.
    fn read(&mut self, file: &OnDisk, shelves: &mut Shelves) {
        let OnDisk { path, archive, .. } = file;
        match self.open(path, archive.as_deref(), shelves) {
            Ok((opened, hash)) => {
                debug_assert!(
                    opened.speech.extent == Extent::Whole,
                    "only the whole can be counted"
                );
                let known = CatalogEntry::of(&opened.speech, path.clone(), hash);
                self.push(known, Origin::File(path.clone()));
            }
            Err(error) => self.setup.say(error.message()),
        }
    }

    fn open(
        &self,
        path: &Path,
        archive: Option<&Path>,
        shelves: &mut Shelves,
    ) -> Result<(Opened, u128), files::OpenError> {
        let bytes = shelves.read(path, archive)?;
        let hash = xxh3_128(&bytes);
        let opened = files::open_read(bytes, path, self.setup.reading())?;
        Ok((self.library.corrected(opened), hash))
    }

    /// Adds a speech, unless it is a copy of one that is there.
    fn push(&mut self, known: CatalogEntry, origin: Origin) {
        if self.seen.insert((known.id.to_string(), known.fingerprint.clone())) {
            self.all.push(Known { known, origin });
        }
    }
}
