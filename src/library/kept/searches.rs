//! The searches the user saved: `searches.toml` in the data folder.

use super::clean;
use super::entry::{EntryFault, TomlEntry};
use super::error::StoreError;
use super::notice::FileNotice;
use super::own::seconds;
use super::record::{self, TomlRecord};
use super::records::Records;
use crate::speech::{SavedSearch, Saving};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use toml_edit::{Table, value};

/// The saved searches in a data folder.
#[derive(Debug)]
pub struct Searches {
    records: Records<SavedSearch>,
}

impl Searches {
    /// Names the saved searches in `data_dir`; reads nothing yet.
    pub fn new(data_dir: &Path) -> Self {
        Searches { records: Records::new(data_dir) }
    }

    /// Returns the file.
    pub fn path(&self) -> PathBuf {
        self.records.path().to_owned()
    }

    /// Reads the saved searches, in the order of the file. No file means none.
    ///
    /// # Errors
    ///
    /// When the system does not let the file be read.
    pub fn load(&self) -> Result<(Vec<SavedSearch>, Vec<FileNotice>), StoreError> {
        self.records.load()
    }

    /// Applies `changes` to what is stored at this moment, and gives all saved searches as they
    /// are then. When it returns, they are on the disk.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses. Then nothing is changed.
    pub fn apply(
        &mut self,
        changes: &[Saving],
    ) -> Result<(Vec<SavedSearch>, Vec<FileNotice>), StoreError> {
        let mut session = self.records.begin()?;
        for change in changes {
            match change {
                Saving::Add(saved) => _ = session.add(saved),
                Saving::Remove(id) => session.remove(id),
            }
        }
        session.end()
    }
}

impl TomlRecord for SavedSearch {
    const FILE: &'static str = "searches.toml";
    const LIST: &'static str = "searches";
    const HEADER: &'static str = include_str!("searches-header.toml");

    /// `query` must be there, and say something.
    fn read(entry: &TomlEntry<'_>, created: Timestamp) -> Result<Self, EntryFault> {
        let query = entry.text("query")?.ok_or(EntryFault::Lacks("query"))?;
        let query = clean::line(query.trim());
        if query.is_empty() {
            return Err(EntryFault::Wrong("query"));
        }
        let title = entry.text("title")?.map(|title| clean::line(title.trim()));
        Ok(SavedSearch {
            id: String::new(),
            query,
            title: title.filter(|title| !title.is_empty()),
            created: seconds(entry.time("created")?.unwrap_or(created)),
        })
    }

    fn table(&self, id: &str) -> Table {
        let mut table = Table::new();
        table.insert("id", value(id));
        table.insert("query", value(clean::line(&self.query)));
        if let Some(title) = &self.title {
            table.insert("title", value(clean::line(title)));
        }
        if let Some(created) = record::datetime(self.created) {
            table.insert("created", value(created));
        }
        table
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn set_id(&mut self, id: String) {
        self.id = id;
    }

    fn seed(&self) -> String {
        self.query.clone()
    }

    fn created(&self) -> Timestamp {
        self.created
    }
}
