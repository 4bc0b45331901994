//! `dienvan list`: the speeches of the library, in order, and those that fit.

use super::args::ListOrder;
use super::error::{CliError, open_message};
use super::json::{self, ListedJson};
use super::library::Library;
use super::output::{Output, complain};
use super::setup::Setup;
use super::table::Table;
use super::upkeep;
use crate::catalog::{Listed, Narrowing, Progress, sorted};
use crate::correction::Filed;
use crate::index::{Catalog, OnDisk, Record, Slip, path_bytes};
use crate::loader::{self, Opened, Shelves};
use crate::model::{CatalogEntry, Extent, Origin, Standing};
use crate::search::Stage;
use crate::store::Positions;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use xxhash_rust::xxh3::xxh3_128;

/// A speech of the library and where it is read from.
struct Entry {
    listed: Listed,
    origin: Origin,
}

/// Lists the library.
pub(super) fn run(setup: &Setup, wish: &ListOrder, out: &mut Output) -> anyhow::Result<()> {
    let typed = wish.filter.as_deref().unwrap_or_default();
    let narrowing = Narrowing::parse(typed, Stage::Finished).map_err(CliError::Query)?;
    let mut all = Gathering::new(setup).all();
    let is_empty = all.is_empty();
    all.retain(|entry| {
        let archived = entry.listed.known.meta.standing == Standing::Archived;
        (wish.archived || !archived) && narrowing.admits(&entry.listed)
    });
    if let Some(order) = wish.sort {
        let listed: Vec<&Listed> = all.iter().map(|entry| &entry.listed).collect();
        let places = sorted(&listed, order, wish.direction);
        let mut all_again: Vec<Option<Entry>> = all.into_iter().map(Some).collect();
        all = places.into_iter().filter_map(|at| all_again[at].take()).collect();
    } else if wish.direction != Default::default() {
        all.reverse();
    }
    let found = match (is_empty, all.is_empty()) {
        (true, _) => Err(CliError::EmptyLibrary),
        (false, true) if narrowing.is_empty() => Err(CliError::AllArchived),
        (false, true) => Err(CliError::NothingListed(typed.to_owned())),
        (false, false) => Ok(()),
    };
    if wish.json {
        let listed: Vec<ListedJson> =
            all.iter().map(|entry| ListedJson::of(&entry.listed, &entry.origin)).collect();
        json::write(&listed, out)?;
        return Ok(found?);
    }
    found?;
    write_table(setup, &all, out)
}

fn write_table(setup: &Setup, all: &[Entry], out: &mut Output) -> anyhow::Result<()> {
    let messages = &setup.messages;
    let header = [
        "column-date",
        "column-title",
        "column-speaker",
        "column-kind",
        "column-items",
        "column-tasks",
        "column-read",
        "column-id",
    ];
    let mut table = Table::new(header.map(|id| messages.get(id)).to_vec(), 1)
        .with_numbers(&[4, 5, 6])
        .narrowing(&[1, 2, 7])
        .dropping(&[7, 3, 2, 6]);
    for Entry { listed: Listed { known, progress }, .. } in all {
        let meta = &known.meta;
        let kind = meta.kind.map(|kind| messages.get(&format!("speech-kind-{}", kind.name())));
        table.push(vec![
            meta.date.map(|date| date.to_string()).unwrap_or_default(),
            meta.title.clone(),
            meta.speaker.clone().unwrap_or_default(),
            kind.unwrap_or_default(),
            messages.count(known.items),
            messages.count(known.tasks),
            progress.map(|progress| format!("{} %", progress.percent)).unwrap_or_default(),
            known.id.to_string(),
        ]);
    }
    table.write(out)?;
    Ok(())
}

/// Gathers what is known about the speeches of the library, from the catalogue where that knows
/// it, else from the files.
struct Gathering<'a> {
    setup: &'a Setup,
    library: Library<'a>,
    /// How far texts were read, by their fingerprints.
    progress: HashMap<String, Progress>,
    seen: HashSet<(String, String)>,
    all: Vec<Entry>,
}

impl<'a> Gathering<'a> {
    fn new(setup: &'a Setup) -> Self {
        let (places, said) = Positions::new(&setup.paths.state_dir).load();
        for notice in &said {
            complain(&super::error::say(notice.message(), &setup.messages));
        }
        let mut progress = HashMap::new();
        for (_, place) in places.iter() {
            let read = Progress { percent: place.percent, when: place.when };
            // The newest comes first.
            progress.entry(place.fingerprint.clone()).or_insert(read);
        }
        let library = Library::new(setup);
        Gathering { setup, library, progress, seen: HashSet::new(), all: Vec::new() }
    }

    fn all(mut self) -> Vec<Entry> {
        if self.setup.settings.library.shipped {
            for opened in loader::shipped(&self.library.lexicon) {
                let opened = self.library.corrected(opened);
                let Origin::Shipped(file) = opened.speech.origin else { continue };
                let hash = loader::original(file).map_or(0, xxh3_128);
                let known = CatalogEntry::of(&opened.speech, file.into(), hash);
                self.push(known, Origin::Shipped(file));
            }
        }
        let means = self.setup.means();
        let messages = &self.setup.messages;
        let files = means.on_disk_telling(&mut |error| complain(&open_message(&error, messages)));
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
        for file in &files {
            let slip = slips.get(&*path_bytes(file.path.as_os_str()));
            let record =
                slip.filter(|slip| slip.stamp == file.stamp).and_then(|slip| slip.record());
            match record.filter(Record::is_read).map(|record| record.known) {
                Some(known) if !self.may_be_corrected(&known) => {
                    self.push(known, Origin::File(file.path.clone()));
                }
                _ => self.read(file, &mut shelves),
            }
        }
        self.all
    }

    /// Tells whether the user has corrected the speech, as far as that is told without its text:
    /// the catalogue counts what is in a text as it was parsed.
    fn may_be_corrected(&self, known: &CatalogEntry) -> bool {
        self.library.corrections().iter().map(Filed::known).any(|filed| filed.may_be(known))
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
            Err(error) => complain(&open_message(&error, &self.setup.messages)),
        }
    }

    fn open(
        &self,
        path: &Path,
        archive: Option<&Path>,
        shelves: &mut Shelves,
    ) -> Result<(Opened, u128), loader::OpenError> {
        let bytes = shelves.read(path, archive)?;
        let hash = xxh3_128(&bytes);
        let opened = loader::open_read(bytes, path, self.setup.encoding, &self.library.lexicon)?;
        Ok((self.library.corrected(opened), hash))
    }

    /// Adds a speech, unless it is a copy of one that is there.
    fn push(&mut self, known: CatalogEntry, origin: Origin) {
        if self.seen.insert((known.id.to_string(), known.fingerprint.clone())) {
            let progress = self.progress.get(&known.fingerprint).copied();
            self.all.push(Entry { listed: Listed { known, progress }, origin });
        }
    }
}
