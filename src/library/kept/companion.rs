//! The companion of a text, to be changed: the TOML file beside it with what is known of the speech,
//! and of its import. What a change does not name stays as it was written.

use super::clean;
use super::entry::TomlEntry;
use super::error::{Doing, StoreError};
use super::notice::FileNotice;
use super::replace::{self, Older};
use super::{lock, record};
use crate::speech::{Kin, Original, Provenance, Relation, Standing};
use jiff::Timestamp;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;
use toml_edit::{ArrayOfTables, DocumentMut, Item, Table, value};

/// The table of what is known of the import.
const IMPORT: &str = "import";
/// The list in it of other bytes of the speech.
const OTHERS: &str = "others";
/// How long a change waits for another program to finish its own.
const PATIENCE: Duration = Duration::from_secs(2);

/// The companion of a text.
#[derive(Clone, Debug)]
pub struct Companion {
    path: PathBuf,
    document: DocumentMut,
}

impl Companion {
    /// Makes an empty companion for a text.
    pub fn new(text: &Path) -> Self {
        Companion { path: text.with_extension("toml"), document: DocumentMut::new() }
    }

    /// Makes a companion for a text that begins with what another one says; one that cannot be
    /// understood says nothing.
    pub fn after(text: &Path, other: &str) -> Self {
        let mut document: DocumentMut = other.parse().unwrap_or_default();
        document.remove(IMPORT);
        Companion { path: text.with_extension("toml"), document }
    }

    /// Reads the companion of a text. An empty one if there is none, or none that can be
    /// understood.
    ///
    /// # Errors
    ///
    /// When the system does not let it be read.
    pub fn read(text: &Path) -> Result<Self, StoreError> {
        let path = text.with_extension("toml");
        match fs::read_to_string(&path) {
            Ok(text) => Ok(Companion { path, document: text.parse().unwrap_or_default() }),
            Err(error)
                if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::InvalidData) =>
            {
                Ok(Companion { path, document: DocumentMut::new() })
            }
            Err(error) => Err(StoreError::io(Doing::Read, &path, error)),
        }
    }

    /// Changes the companion of a text under its lock: what is in it at that moment is handed to
    /// `change`. One that cannot be understood is set aside first, and told.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, or the system refuses.
    pub fn amend(
        text: &Path,
        change: impl FnOnce(&mut Companion),
    ) -> Result<Vec<FileNotice>, StoreError> {
        let path = text.with_extension("toml");
        let _lock = lock::take(&path, PATIENCE)?;
        let before = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(StoreError::io(Doing::Read, &path, error)),
        };
        let mut notices = Vec::new();
        let document = match super::contents::utf8(&before).and_then(super::contents::parse) {
            Ok(document) => document.into_mut(),
            Err(super::contents::Broken { line, reason }) => {
                let aside = replace::set_aside(&path, &before)?;
                notices.push(FileNotice::SetAside { path: path.clone(), aside, line, reason });
                DocumentMut::new()
            }
        };
        let mut companion = Companion { path, document };
        change(&mut companion);
        if companion.text().as_bytes() != before {
            companion.save()?;
        }
        Ok(notices)
    }

    /// Returns what is written.
    pub fn text(&self) -> String {
        self.document.to_string()
    }

    /// Replaces the file in one step, and makes sure that it lasts.
    ///
    /// # Errors
    ///
    /// When the system refuses; then the file is as it was.
    pub fn save(&self) -> Result<(), StoreError> {
        let text = self.text();
        replace::replace(&self.path, Older::Dropped, |file| file.write_all(text.as_bytes()))
    }

    /// Returns a text that is written.
    pub fn get(&self, key: &str) -> Option<&str> {
        self.document.get(key)?.as_str()
    }

    /// Writes a text; an empty one takes the entry away, so that the text speaks for itself.
    pub fn set(&mut self, key: &str, text: &str) {
        let text = clean::line(text.trim());
        match text.is_empty() {
            true => drop(self.document.remove(key)),
            false => put(&mut self.document, key, value(text)),
        }
    }

    /// Returns whether the speech is put away.
    pub fn standing(&self) -> Standing {
        match self.document.get("archived").and_then(Item::as_bool) {
            Some(true) => Standing::Archived,
            _ => Standing::Shelved,
        }
    }

    /// Puts the speech away, or back.
    pub fn set_standing(&mut self, standing: Standing) {
        match standing {
            Standing::Archived => put(&mut self.document, "archived", value(true)),
            Standing::Shelved => drop(self.document.remove("archived")),
        }
    }

    /// Returns what is written of the import; nothing if the text was not imported, or that cannot
    /// be understood.
    pub fn provenance(&self) -> Option<Provenance> {
        let table = self.document.get(IMPORT)?.as_table()?;
        let entry = TomlEntry::from_table(table, 1);
        let others = table.get(OTHERS).and_then(Item::as_array_of_tables);
        let others = others.into_iter().flatten();
        Some(Provenance {
            original: original(&entry, Relation::Current)?,
            title: entry.text("title").ok()?.map(clean::line).unwrap_or_default(),
            fingerprint: entry.text("fingerprint").ok()?.unwrap_or_default().to_owned(),
            kin: record::kin(&entry).unwrap_or_else(|_| Kin::default()),
            others: others
                .filter_map(|table| {
                    let entry = TomlEntry::from_table(table, 1);
                    let relation = entry.text("is").ok()?.and_then(Relation::from_name)?;
                    original(&entry, relation)
                })
                .collect(),
        })
    }

    /// Writes what is known of the import.
    pub fn set_provenance(&mut self, provenance: &Provenance) {
        let mut table = Table::new();
        insert_original(&mut table, &provenance.original);
        table.insert("title", value(clean::line(&provenance.title)));
        record::insert_speaker(&mut table, &provenance.kin);
        record::insert_text(&mut table, &provenance.fingerprint, &provenance.kin);
        if !provenance.others.is_empty() {
            let mut others = ArrayOfTables::new();
            for other in &provenance.others {
                let mut table = Table::new();
                table.insert("is", value(other.relation.name()));
                insert_original(&mut table, other);
                others.push(table);
            }
            table.insert(OTHERS, Item::ArrayOfTables(others));
        }
        self.document.insert(IMPORT, Item::Table(table));
    }
}

/// Writes an entry where it stands, with its comments, or behind the others and before the tables.
fn put(document: &mut DocumentMut, key: &str, item: Item) {
    match document.get_mut(key) {
        Some(old) => *old = item,
        None => drop(document.insert(key, item)),
    }
}

fn original(entry: &TomlEntry<'_>, relation: Relation) -> Option<Original> {
    let text = |key| entry.text(key).ok().flatten().map(clean::line);
    Some(Original {
        file: text("file")?,
        relation,
        hash: text("sha256")?,
        length: entry.number("bytes").ok()?.unwrap_or(0) as u64,
        source: text("source").unwrap_or_default(),
        imported: entry.time("imported").ok()?.unwrap_or(Timestamp::UNIX_EPOCH),
        encoding: text("encoding"),
    })
}

fn insert_original(table: &mut Table, original: &Original) {
    table.insert("file", value(clean::line(&original.file)));
    table.insert("sha256", value(clean::line(&original.hash)));
    table.insert("bytes", value(i64::try_from(original.length).unwrap_or(i64::MAX)));
    table.insert("source", value(clean::line(&original.source)));
    if let Some(time) = record::datetime(original.imported) {
        table.insert("imported", value(time));
    }
    if let Some(encoding) = &original.encoding {
        table.insert("encoding", value(clean::line(encoding)));
    }
}
