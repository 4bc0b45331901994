//! What the user said of assignments: `tasks.toml` in the data folder.

use super::bookmarks::note;
use super::clean;
use super::entry::{EntryFault, TomlEntry};
use super::error::StoreError;
use super::notice::FileNotice;
use super::own::seconds;
use super::record::{self, TomlRecord, anchor, insert_anchor};
use super::records::{LockedRecords, Records};
use crate::register::{KeptTask, TaskChange, TaskEdit, TaskState};
use crate::text::TextPos;
use jiff::Timestamp;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use toml_edit::{Table, value};

/// The keys that a new state takes over with it: where the assignment is, and by when it is to be done.
const SETTLED: [&str; 20] = [
    "task",
    "speech",
    "title",
    "speaker",
    "date",
    "source",
    "state",
    "on",
    "due",
    "quote",
    "before",
    "after",
    "start",
    "end",
    "item",
    "label",
    "copies",
    "alike",
    "fingerprint",
    "sketch",
];

/// What is kept of assignments in a data folder.
#[derive(Debug)]
pub struct KeptTasks {
    records: Records<KeptTask>,
}

/// What is kept of assignments, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LoadedTasks {
    /// All that can be used.
    pub tasks: Vec<KeptTask>,
    /// What the user should know.
    pub notices: Vec<FileNotice>,
}

impl KeptTasks {
    /// Names the file in `data_dir`; reads nothing yet.
    pub fn new(data_dir: &Path) -> Self {
        KeptTasks { records: Records::new(data_dir) }
    }

    /// Returns the file.
    pub fn path(&self) -> &Path {
        self.records.path()
    }

    /// Reads what is kept. No file means nothing; a file that cannot be understood means nothing and a notice; an
    /// entry that cannot be used is left out, with a notice.
    ///
    /// # Errors
    ///
    /// When the system does not let the file be read.
    pub fn load(&self) -> Result<LoadedTasks, StoreError> {
        let (tasks, notices) = self.records.load()?;
        Ok(LoadedTasks { tasks, notices })
    }

    /// Applies `changes` to what is stored at this moment, and gives all as it is then. When it returns, the changes
    /// are on the disk.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, the file is of a newer version, or the system refuses. Then
    /// none of the changes is made.
    pub fn apply(&mut self, changes: &[TaskChange]) -> Result<LoadedTasks, StoreError> {
        let mut session = self.records.begin()?;
        let mut ids = Ids::of(&session);
        for TaskChange { of, edit } in changes {
            let Some(id) = ids.find(of) else {
                ids.add(&mut session, &of.clone().edited(edit));
                continue;
            };
            let sheet = &mut session.sheet;
            match edit {
                TaskEdit::SetState(state, on) => {
                    let of = KeptTask { id, state: *state, on: *on, ..of.clone() };
                    sheet.take_over(&of, &SETTLED);
                }
                TaskEdit::SetNote(text) => {
                    sheet.set(&id, "note", text.as_deref().and_then(note).map(value));
                }
                TaskEdit::SetProof(text) => {
                    sheet.set(&id, "proof", text.as_deref().and_then(line).map(value));
                }
            }
        }
        let (tasks, notices) = session.end()?;
        Ok(LoadedTasks { tasks, notices })
    }
}

/// The names of the records of a file.
struct Ids {
    all: HashSet<String>,
    /// By the text and where in it the assignment begins.
    by_place: HashMap<(String, TextPos), String>,
}

impl Ids {
    fn of(session: &LockedRecords<'_, KeptTask>) -> Self {
        let records = session.sheet.records();
        Ids {
            all: records.iter().map(|task| task.id.clone()).collect(),
            by_place: records.into_iter().map(|task| (owned(task.place()), task.id)).collect(),
        }
    }

    /// Finds the record of an assignment: by its own name, else that of the same place in the same text.
    fn find(&self, of: &KeptTask) -> Option<String> {
        if self.all.contains(&of.id) {
            return Some(of.id.clone());
        }
        self.by_place.get(&owned(of.place())).cloned()
    }

    fn add(&mut self, session: &mut LockedRecords<'_, KeptTask>, of: &KeptTask) {
        let id = session.add(of);
        self.by_place.insert(owned(of.place()), id.clone());
        self.all.insert(id);
    }
}

fn owned((fingerprint, start): (&str, TextPos)) -> (String, TextPos) {
    (fingerprint.to_owned(), start)
}

impl TomlRecord for KeptTask {
    const FILE: &'static str = "tasks.toml";
    const LIST: &'static str = "tasks";
    const HEADER: &'static str = include_str!("tasks-header.toml");

    /// `speech` and `quote` must be there, and a state that is there must be one.
    fn read(entry: &TomlEntry<'_>, created: Timestamp) -> Result<Self, EntryFault> {
        let speech = record::speech(entry)?;
        let state = match entry.text("state")? {
            Some(name) => TaskState::from_name(name).ok_or(EntryFault::Wrong("state"))?,
            None => TaskState::Open,
        };
        Ok(KeptTask {
            id: String::new(),
            task: entry.text("task")?.map(clean::line).unwrap_or_default(),
            speech,
            anchor: anchor(entry)?,
            state,
            on: record::day(entry, "on")?,
            proof: entry.text("proof")?.and_then(line),
            note: entry.text("note")?.and_then(note),
            due: entry.text("due")?.and_then(line),
            created: seconds(entry.time("created")?.unwrap_or(created)),
        })
    }

    fn table(&self, id: &str) -> Table {
        let mut table = record::begin(id, self.speech.known(), self.created);
        if !self.task.is_empty() {
            table.insert("task", value(clean::line(&self.task)));
        }
        table.insert("state", value(self.state.name()));
        if let Some(on) = self.on {
            table.insert("on", value(on.to_string()));
        }
        if let Some(due) = self.due.as_deref().and_then(line) {
            table.insert("due", value(due));
        }
        if let Some(proof) = self.proof.as_deref().and_then(line) {
            table.insert("proof", value(proof));
        }
        if let Some(note) = self.note.as_deref().and_then(note) {
            table.insert("note", value(note));
        }
        insert_anchor(&mut table, &self.anchor);
        record::insert_text(&mut table, &self.speech.fingerprint, &self.speech.kin);
        table
    }

    fn id(&self) -> &str {
        &self.id
    }

    fn set_id(&mut self, id: String) {
        self.id = id;
    }

    fn seed(&self) -> String {
        format!("{}\n{}", self.speech.id, self.anchor.quote)
    }

    fn created(&self) -> Timestamp {
        self.created
    }
}

/// Returns a text of one line as it is kept; nothing for one that is blank.
fn line(text: &str) -> Option<String> {
    let text = clean::line(text.trim());
    (!text.is_empty()).then_some(text)
}
