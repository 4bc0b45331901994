//! The register of the library: the rows of a speech, what was said of them, and saying more.

use super::files::{Homes, OpenError};
use super::kept::{KeptTasks, LoadedTasks, StoreError};
use super::library::Library;
use crate::register::{
    KeptTask, RegisterEntry, RegisterRow, RegisterVocabulary, TaskChange, TaskWish,
    TrackedRegister, TrackedText, assignments_of, corrected, kept_of, rows_of, track,
};
use crate::speech::{Origin, Speech};
use jiff::Timestamp;
use std::collections::HashMap;

/// Why nothing can be said of an assignment.
#[derive(Debug, thiserror::Error)]
pub enum TaskTrouble {
    /// Its speech is gone, or has changed since the row was made.
    #[error("the text of {title} has changed")]
    Changed {
        /// The title of the speech.
        title: String,
    },
    /// Its speech cannot be opened.
    #[error(transparent)]
    Unread(#[from] OpenError),
    /// It cannot be kept.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl TaskTrouble {
    /// Returns the message to show: its id in the locale, and its arguments.
    pub fn message(&self) -> (&'static str, Vec<(&'static str, String)>) {
        match self {
            TaskTrouble::Changed { title } => ("task-text-changed", vec![("title", title.clone())]),
            TaskTrouble::Unread(error) => error.message(),
            TaskTrouble::Store(error) => error.message(),
        }
    }
}

impl Library {
    /// Returns the words that the register is read by.
    pub fn register_vocabulary(&self) -> RegisterVocabulary {
        RegisterVocabulary::of((*self.means.lexicon).clone())
    }

    /// Returns the rows of a speech that is open, as the user corrected them.
    pub fn rows(&self, speech: &Speech, vocabulary: &RegisterVocabulary) -> Vec<RegisterRow> {
        rows_of(speech, &corrected(speech, assignments_of(speech, vocabulary), vocabulary))
    }

    /// Returns the rows of a speech that is open, with what was said of them.
    pub fn tracked(
        &self,
        speech: &Speech,
        kept: &[KeptTask],
        vocabulary: &RegisterVocabulary,
    ) -> TrackedRegister {
        self.track(self.rows(speech, vocabulary), speech, kept)
    }

    /// Returns rows of a speech that is open with what was said of them.
    pub fn track(
        &self,
        rows: Vec<RegisterRow>,
        speech: &Speech,
        kept: &[KeptTask],
    ) -> TrackedRegister {
        let homes = Homes::new(self.reading());
        let kept = kept_of(speech, kept, &|known| homes.of(known, speech));
        track(rows, &kept, TrackedText::Open(speech))
    }

    /// Says something of assignments, and gives all that is kept then. Speeches that are not open are opened.
    ///
    /// # Errors
    ///
    /// When a speech is not what it was, or the file cannot be written. Then nothing is kept.
    pub fn keep_tasks(&self, mut wishes: Vec<TaskWish>) -> Result<LoadedTasks, TaskTrouble> {
        let mut store = KeptTasks::new(&self.data_dir);
        let kept = store.load()?.tasks;
        let kept = kept.iter().map(|task| (task.id.as_str(), task)).collect();
        let mut opened = None;
        // Each speech is opened once; what is said of one assignment stays in its order.
        wishes.sort_by_cached_key(|wish| wish.entry.row.speech.fingerprint.clone());
        let mut changes = Vec::with_capacity(wishes.len());
        for TaskWish { entry, edit, speech } in wishes {
            let of = self.kept_of_row(&entry, &kept, speech.as_deref(), &mut opened)?;
            changes.push(TaskChange { of, edit });
        }
        Ok(store.apply(&changes)?)
    }

    /// Returns what is kept of an assignment, as of its row now. `opened` has the speech that was opened last.
    fn kept_of_row(
        &self,
        RegisterEntry { row, status }: &RegisterEntry,
        kept: &HashMap<&str, &KeptTask>,
        speech: Option<&Speech>,
        opened: &mut Option<Speech>,
    ) -> Result<KeptTask, TaskTrouble> {
        let known = status.kept.as_deref().and_then(|id| kept.get(id));
        if let Some(known) = known
            && known.speech.fingerprint == row.speech.fingerprint
        {
            return Ok(KeptTask { task: row.id.clone(), due: row.due_text(), ..(*known).clone() });
        }
        let is_of = |speech: &Speech| speech.fingerprint == row.speech.fingerprint;
        let speech = match speech.or(opened.as_ref()).filter(|speech| is_of(speech)) {
            Some(speech) => speech,
            None => opened.insert(self.speech_of(row)?),
        };
        if !is_of(speech) {
            return Err(changed(row));
        }
        Ok(match known {
            Some(known) => known.settled(speech, row),
            None => KeptTask::new(speech, row, Timestamp::now()),
        })
    }

    /// Opens the speech that a row is of.
    pub fn speech_of(&self, row: &RegisterRow) -> Result<Speech, TaskTrouble> {
        let corrections = self.corrections();
        if let Some(path) = &row.speech.path {
            return Ok(self.open(path, &corrections)?.speech);
        }
        let mut shipped = self.shipped(&corrections).into_iter().map(|opened| opened.speech);
        let found = shipped.find(|speech| {
            matches!(speech.origin, Origin::Shipped(_)) && speech.id.as_str() == row.speech.id
        });
        found.ok_or_else(|| changed(row))
    }
}

fn changed(row: &RegisterRow) -> TaskTrouble {
    TaskTrouble::Changed { title: row.speech.title.clone() }
}
