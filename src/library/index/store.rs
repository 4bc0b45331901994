//! What is kept beside the catalogue: the rows of the register, and the index of a large library.

use super::book::{RowBook, RowsKey};
use super::catalog::Catalog;
#[cfg(feature = "fulltext")]
use super::full::{Amount, FullIndexWriter};
use super::means::{LibrarySize, Means};
use super::place::{IndexFolder, Lock};
use super::progress::UpdateError;
use super::record::Record;
use crate::register::RegisterRow;
use std::collections::HashSet;
#[cfg(feature = "fulltext")]
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// With more files than this the work is done by more threads with more memory.
pub(super) const FEW: usize = 500;

/// What goes with the catalogue.
pub(super) struct Store {
    #[cfg(feature = "fulltext")]
    index: Option<Index>,
    settled: bool,
    /// Nothing where they cannot be kept: they are a cache, and everything else goes on without them.
    rows: Mutex<Option<RowBook>>,
    rows_edition: u64,
}

impl Store {
    /// Looks at what is there. An index that does not go with the catalogue gives it its records;
    /// one that cannot be used is put out of the way, and the catalogue is empty. A small library
    /// keeps no index.
    pub(super) fn open(
        lock: &Lock,
        catalog: &mut Catalog,
        means: &Means,
        size: LibrarySize,
    ) -> Result<Store, UpdateError> {
        let place = &means.place();
        let rows_edition = means.rows_edition();
        let rows = Mutex::new(RowBook::open_to_write(&place.rows(), rows_edition).ok());
        #[cfg(feature = "fulltext")]
        if size == LibrarySize::Large {
            let (index, settled) = Index::open(place, lock, catalog)?;
            return Ok(Store { index: Some(index), settled, rows, rows_edition });
        }
        let _ = size;
        if place.index().exists() {
            place.set_aside(lock)?;
        }
        let settled = catalog.generation == 0;
        Ok(Store {
            #[cfg(feature = "fulltext")]
            index: None,
            settled,
            rows,
            rows_edition,
        })
    }

    /// Tells whether all goes with the catalogue as it is.
    pub(super) fn is_settled(&self) -> bool {
        self.settled
    }

    /// Tells whether it wants to have the texts.
    pub(super) fn wants_texts(&self) -> bool {
        #[cfg(feature = "fulltext")]
        return self.index.is_some();
        #[cfg(not(feature = "fulltext"))]
        false
    }

    /// Makes ready for so many files.
    pub(super) fn begin(&mut self, wanted: usize) -> Result<(), UpdateError> {
        #[cfg(feature = "fulltext")]
        if let Some(index) = &mut self.index {
            index.begin(wanted)?;
        }
        let _ = wanted;
        Ok(())
    }

    /// Takes a file out.
    pub(super) fn remove(&self, path: &[u8]) {
        #[cfg(feature = "fulltext")]
        if let Some(index) = &self.index {
            index.writer().remove(path);
        }
        let _ = path;
    }

    /// Puts a file in.
    pub(super) fn add(&self, text: &str, record: &Record) -> Result<(), UpdateError> {
        #[cfg(feature = "fulltext")]
        if let Some(index) = &self.index {
            index.writer().add(text, record)?;
        }
        let _ = (text, record);
        Ok(())
    }

    /// Tells whether the rows of a file are there, or need not be made as they cannot be kept.
    pub(super) fn has_rows(&self, key: RowsKey) -> bool {
        self.rows().as_ref().is_none_or(|rows| rows.has(key))
    }

    /// Keeps the rows of a file. On a full disk those of this and the following files are not kept.
    pub(super) fn add_rows(&self, key: RowsKey, of_file: &[RegisterRow]) {
        let mut rows = self.rows();
        if rows.as_mut().is_some_and(|rows| rows.add(key, of_file).is_err()) {
            *rows = None;
        }
    }

    fn rows(&self) -> MutexGuard<'_, Option<RowBook>> {
        self.rows.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes all that was done last.
    pub(super) fn commit(&mut self) -> Result<(), UpdateError> {
        #[cfg(feature = "fulltext")]
        if let Some(index) = &mut self.index {
            index.commit()?;
        }
        Ok(())
    }

    /// Makes all that was done last, and notes in the catalogue what goes with it. Of the rows those of `live` files
    /// are kept.
    pub(super) fn end(
        self,
        place: &IndexFolder,
        catalog: &mut Catalog,
        live: &HashSet<RowsKey>,
    ) -> Result<(), UpdateError> {
        let rows = self.rows.into_inner().unwrap_or_else(PoisonError::into_inner);
        // Rows that were not tidied only take more room.
        let _ = rows.map(|rows| rows.tidy(&place.rows(), self.rows_edition, live));
        #[cfg(feature = "fulltext")]
        if let Some(index) = self.index {
            return index.end(place, catalog);
        }
        let _ = (place, catalog);
        Ok(())
    }
}

/// An index that is being written.
#[cfg(feature = "fulltext")]
struct Index {
    folder: PathBuf,
    edition: u64,
    generation: u64,
    writer: Option<FullIndexWriter>,
}

#[cfg(feature = "fulltext")]
impl Index {
    fn open(
        place: &IndexFolder,
        lock: &Lock,
        catalog: &mut Catalog,
    ) -> Result<(Index, bool), UpdateError> {
        use super::reader::OpenIndex;
        let folder = place.index();
        let edition = catalog.edition;
        let reader = OpenIndex::open(&folder).filter(|reader| reader.edition() == edition);
        let generation = reader.as_ref().map_or(0, OpenIndex::generation);
        let is_of_index = generation > 0 && generation == catalog.generation;
        let settled = is_of_index && catalog.seal == place.seal();
        if !settled {
            // Files that are not as they were left may be damaged: all of them are looked at.
            match reader.filter(OpenIndex::is_sound).and_then(|reader| reader.records()) {
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
        Ok((Index { folder, edition, generation, writer: None }, settled))
    }

    fn begin(&mut self, wanted: usize) -> Result<(), UpdateError> {
        let amount = if wanted > FEW { Amount::Many } else { Amount::Few };
        let writer = FullIndexWriter::open(&self.folder, amount)?;
        self.generation = self.generation.max(writer.generation());
        self.writer = Some(writer);
        Ok(())
    }

    fn writer(&self) -> &FullIndexWriter {
        self.writer.as_ref().expect("begin opens it, and end alone takes it")
    }

    fn commit(&mut self) -> Result<(), UpdateError> {
        self.generation += 1;
        let (generation, edition) = (self.generation, self.edition);
        let writer = self.writer.as_mut().expect("begin opens it, and end alone takes it");
        Ok(writer.commit(generation, edition)?)
    }

    fn end(mut self, place: &IndexFolder, catalog: &mut Catalog) -> Result<(), UpdateError> {
        self.commit()?;
        if let Some(writer) = self.writer.take() {
            writer.end()?;
        }
        catalog.generation = self.generation;
        catalog.seal = place.seal();
        Ok(())
    }
}
