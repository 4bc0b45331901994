//! The reader's bookmarks: `bookmarks.toml` in the data folder.

use super::clean;
use super::entry::{EntryFault, TomlEntry};
use super::error::StoreError;
use super::notice::FileNotice;
use super::own::seconds;
use super::record::{self, TomlRecord, anchor, insert_anchor};
use super::records::{LockedRecords, Records};
use crate::notebook::{self, Bookmark, Change, Kind, Labels, Settled};
use crate::speech::SpeechMemory;
use jiff::Timestamp;
use std::path::Path;
use toml_edit::{Item, Table, value};

/// The keys that a review decides about.
const SETTLED: [&str; 17] = [
    "speech",
    "title",
    "speaker",
    "date",
    "source",
    "quote",
    "before",
    "after",
    "start",
    "end",
    "item",
    "label",
    "copies",
    "alike",
    "settled",
    "fingerprint",
    "sketch",
];

/// The bookmarks in a data folder.
#[derive(Debug)]
pub struct Bookmarks {
    records: Records<Bookmark>,
}

/// The bookmarks as they are stored, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Loaded {
    /// All that can be used.
    pub bookmarks: Vec<Bookmark>,
    /// What the user should know.
    pub notices: Vec<FileNotice>,
}

/// The bookmarks after a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Applied {
    /// All of them, those that other programs added meanwhile included.
    pub bookmarks: Vec<Bookmark>,
    /// The ids of the bookmarks that were to be added, in the order of the changes.
    pub added: Vec<String>,
    /// What the user should know.
    pub notices: Vec<FileNotice>,
}

impl Bookmarks {
    /// Names the bookmarks in `data_dir`; reads nothing yet.
    pub fn new(data_dir: &Path) -> Self {
        Bookmarks { records: Records::new(data_dir) }
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        self.records.path()
    }

    /// Sets how long a change waits for another program.
    #[cfg(test)]
    pub(super) fn set_patience(&mut self, patience: std::time::Duration) {
        self.records.set_patience(patience);
    }

    /// Returns how large the file is, in bytes; 0 where there is none.
    pub fn size(&self) -> u64 {
        std::fs::metadata(self.path()).map_or(0, |file| file.len())
    }

    /// Reads the bookmarks. No file means none; a file that cannot be understood means none and a
    /// notice; an entry that cannot be used is left out, with a notice.
    ///
    /// # Errors
    ///
    /// When the system does not let the file be read.
    pub fn load(&self) -> Result<Loaded, StoreError> {
        let (bookmarks, notices) = self.records.load()?;
        Ok(Loaded { bookmarks, notices })
    }

    /// Applies `changes` to what is stored at this moment, and gives all bookmarks as they are
    /// then. When it returns, the changes are on the disk.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the
    /// system refuses. Then none of the changes is made.
    pub fn apply(&mut self, changes: &[Change]) -> Result<Applied, StoreError> {
        let mut session = self.records.begin()?;
        let mut added = Vec::new();
        for change in changes {
            match change {
                Change::Add(bookmark) => {
                    free_letter(&mut session, bookmark.labels.letter, &bookmark.id);
                    added.push(session.add(bookmark));
                }
                Change::Remove(id) => session.remove(id),
                Change::Settle(bookmark) => {
                    if !session.sheet.take_over(bookmark, &SETTLED) {
                        session.notices.push(FileNotice::Gone { id: bookmark.id.clone() });
                    }
                }
                Change::SetNote(id, note) => {
                    let note = note.as_deref().and_then(self::note);
                    set(&mut session, id, "note", note.map(value));
                }
                Change::SetTags(id, tags) => {
                    set(&mut session, id, "tags", list(tags));
                }
                Change::SetKind(id, kind) => {
                    set(&mut session, id, "kind", kind.map(|kind| value(kind.name())));
                }
                Change::SetLetter(id, letter) => {
                    free_letter(&mut session, *letter, id);
                    set(&mut session, id, "letter", letter.map(|letter| value(letter.to_string())));
                }
            }
        }
        let (bookmarks, notices) = session.end()?;
        Ok(Applied { bookmarks, added, notices })
    }
}

impl TomlRecord for Bookmark {
    const FILE: &'static str = "bookmarks.toml";
    const LIST: &'static str = "bookmarks";
    const HEADER: &'static str = include_str!("header.toml");

    /// `speech` and `quote` must be there.
    fn read(entry: &TomlEntry<'_>, created: Timestamp) -> Result<Self, EntryFault> {
        let lines = |key| Ok(entry.text(key)?.map(clean::lines));
        let SpeechMemory { id: speech, title, source, fingerprint, kin } = record::speech(entry)?;
        let anchor = anchor(entry)?;
        let settled = match entry.text("settled")? {
            Some("lost") => Settled::Lost,
            _ => Settled::Open,
        };
        let note = lines("note")?.map(trimmed).filter(|note| !note.is_empty());
        Ok(Bookmark {
            id: String::new(),
            title,
            speech,
            source,
            fingerprint,
            kin,
            anchor,
            settled,
            note,
            labels: labels(entry)?,
            created: seconds(entry.time("created")?.unwrap_or(created)),
        })
    }

    fn table(&self, id: &str) -> Table {
        let mut table = record::begin(id, self.known(), self.created);
        if let Some(note) = self.note.as_deref().and_then(self::note) {
            table.insert("note", value(note));
        }
        if let Some(tags) = list(&self.labels.tags) {
            table.insert("tags", tags);
        }
        if let Some(kind) = self.labels.kind {
            table.insert("kind", value(kind.name()));
        }
        if let Some(letter) = self.labels.letter {
            table.insert("letter", value(letter.to_string()));
        }
        insert_anchor(&mut table, &self.anchor);
        if self.settled == Settled::Lost {
            table.insert("settled", value("lost"));
        }
        record::insert_text(&mut table, &self.fingerprint, &self.kin);
        table
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn set_id(&mut self, id: String) {
        self.id = id;
    }

    fn seed(&self) -> String {
        format!("{}\n{}", self.speech, self.anchor.quote)
    }

    fn created(&self) -> Timestamp {
        self.created
    }
}

/// Sets a value of a bookmark or takes it away; tells it if the bookmark is gone.
fn set(session: &mut LockedRecords<'_, Bookmark>, id: &str, key: &str, item: Option<Item>) {
    if !session.sheet.set(id, key, item) {
        session.notices.push(FileNotice::Gone { id: id.to_owned() });
    }
}

/// Takes a letter away from another bookmark that has it.
fn free_letter(session: &mut LockedRecords<'_, Bookmark>, letter: Option<char>, but: &str) {
    if let Some(letter) = letter {
        session.sheet.free("letter", &letter.to_string(), but);
    }
}

fn list(tags: &[String]) -> Option<Item> {
    let tags: toml_edit::Array = tags.iter().filter_map(|tag| notebook::tag(tag)).collect();
    (!tags.is_empty()).then(|| value(tags))
}

/// Reads tags, kind and letter. A kind or letter that this program does not know counts as none.
fn labels(entry: &TomlEntry<'_>) -> Result<Labels, EntryFault> {
    let tags = entry.texts("tags")?.into_iter().flat_map(notebook::tags);
    let mut letters = entry.text("letter")?.unwrap_or_default().chars();
    Ok(Labels {
        tags: notebook::unique(tags),
        kind: entry.text("kind")?.and_then(Kind::from_name),
        letter: letters.next().filter(|_| letters.next().is_none()).and_then(notebook::letter),
    })
}

/// Returns a note as it is kept; nothing for one that is blank.
pub(super) fn note(note: &str) -> Option<String> {
    let note = trimmed(clean::lines(note));
    (!note.is_empty()).then_some(note)
}

fn trimmed(text: String) -> String {
    text.trim_end().to_owned()
}
