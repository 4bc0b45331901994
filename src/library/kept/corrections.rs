//! What the user corrected in outlines: `corrections.toml` in the data folder.

use super::clean;
use super::entry::{EntryFault, TomlEntry, TomlValue};
use super::error::StoreError;
use super::notice::FileNotice;
use super::own::seconds;
use super::record::{self, TomlRecord, anchor, insert_anchor};
use super::records::Records;
use crate::speech::correction::{Edit, Filed, WrongWord, change_of, name, value as value_of};
use crate::speech::{Change, Correction, SpeechMemory};
use jiff::Timestamp;
use std::path::Path;
use toml_edit::{Table, value};

/// The corrections in a data folder.
#[derive(Debug)]
pub struct Corrections {
    records: Records<Filed>,
}

/// The corrections as they are stored, the oldest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Corrected {
    /// All that can be used.
    pub corrections: Vec<Filed>,
    /// The ids of those that were to be added by a change, in its order.
    pub added: Vec<String>,
    /// What the user should know.
    pub notices: Vec<FileNotice>,
}

impl Corrections {
    /// Names the corrections in `data_dir`; reads nothing yet.
    pub fn new(data_dir: &Path) -> Self {
        Corrections { records: Records::new(data_dir) }
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        self.records.path()
    }

    /// Reads the corrections. No file means none; a file that cannot be understood means none and
    /// a notice; an entry that cannot be used is left out, with a notice.
    ///
    /// # Errors
    ///
    /// When the system does not let the file be read.
    pub fn load(&self) -> Result<Corrected, StoreError> {
        let (corrections, notices) = self.records.load()?;
        Ok(Corrected { corrections, added: Vec::new(), notices })
    }

    /// Applies `edits` to what is stored at this moment, and gives all corrections as they are
    /// then. When it returns, they are on the disk.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses. Then nothing is changed.
    pub fn apply(&mut self, edits: &[Edit]) -> Result<Corrected, StoreError> {
        let mut session = self.records.begin()?;
        let mut added = Vec::new();
        for edit in edits {
            match edit {
                Edit::Add(filed) => added.push(session.add(filed)),
                Edit::Remove(id) => session.remove(id),
            }
        }
        let (corrections, notices) = session.end()?;
        Ok(Corrected { corrections, added, notices })
    }
}

impl TomlRecord for Filed {
    const FILE: &'static str = "corrections.toml";
    const LIST: &'static str = "corrections";
    const HEADER: &'static str = include_str!("corrections-header.toml");

    /// `speech`, `change` and `quote` must be there, and `to` where the change needs it.
    fn read(entry: &TomlEntry<'_>, created: Timestamp) -> Result<Self, EntryFault> {
        let SpeechMemory { id: speech, title, source, fingerprint, kin } = record::speech(entry)?;
        let change = change(entry)?;
        let anchor = anchor(entry)?;
        Ok(Filed {
            title,
            speech,
            source,
            fingerprint,
            kin,
            correction: Correction { id: String::new(), anchor, change },
            created: seconds(entry.time("created")?.unwrap_or(created)),
        })
    }

    fn table(&self, id: &str) -> Table {
        let Correction { anchor, change, .. } = &self.correction;
        let mut table = record::begin(id, self.known(), self.created);
        table.insert("change", value(name(change)));
        match (change, value_of(change)) {
            (Change::Level(level), _) => {
                table.insert("to", value(i64::from(*level)));
            }
            (_, Some(to)) => {
                table.insert("to", value(clean::line(&to)));
            }
            (_, None) => {}
        }
        insert_anchor(&mut table, anchor);
        record::insert_text(&mut table, &self.fingerprint, &self.kin);
        table
    }

    fn id(&self) -> &str {
        &self.correction.id
    }

    fn set_id(&mut self, id: String) {
        self.correction.id = id;
    }

    fn seed(&self) -> String {
        let Correction { anchor, change, .. } = &self.correction;
        format!("{}\n{}\n{}", self.speech, name(change), anchor.quote)
    }

    fn created(&self) -> Timestamp {
        self.created
    }
}

fn change(entry: &TomlEntry<'_>) -> Result<Change, EntryFault> {
    let name = entry.text("change")?.ok_or(EntryFault::Lacks("change"))?;
    let to = match entry.get("to") {
        None => None,
        Some(TomlValue::Number(number)) => Some(number.to_string()),
        Some(TomlValue::Text(text)) => Some(clean::line(text)),
        Some(_) => return Err(EntryFault::Wrong("to")),
    };
    change_of(name, to.as_deref()).map_err(|wrong| match (wrong, to) {
        (WrongWord::Name, _) => EntryFault::Wrong("change"),
        (WrongWord::Value, None) => EntryFault::Lacks("to"),
        (WrongWord::Value, Some(_)) => EntryFault::Wrong("to"),
    })
}
