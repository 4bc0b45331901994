//! What the user said of an assignment, as it is kept, and what can happen to it.

use super::row::RegisterRow;
use super::state::{RegisterEntry, TaskState, TaskStatus};
use crate::speech::anchor::capture;
use crate::speech::{Anchor, Date, Speech, SpeechMemory};
use crate::text::TextPos;
use jiff::Timestamp;

/// What the user said of an assignment. It is found again in a changed text as a bookmark is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptTask {
    /// Its name, unique among the kept; empty until it is stored for the first time.
    pub id: String,
    /// [`RegisterRow::id`] of the assignment, in the text it was kept for.
    pub task: String,
    /// The speech.
    pub speech: SpeechMemory,
    /// The words of the assignment.
    pub anchor: Anchor,
    /// How far it is.
    pub state: TaskState,
    /// The day that was said.
    pub on: Option<Date>,
    /// What proves it: the number of a report.
    pub proof: Option<String>,
    /// A note; may have several lines.
    pub note: Option<String>,
    /// The deadline as it was when the state was set, as [`RegisterRow::due_text`] tells it.
    pub due: Option<String>,
    /// When it was made; kept to the second.
    pub created: Timestamp,
}

/// A change to what is kept of an assignment. Changes are applied to what is stored at that moment, so two programs
/// that change different assignments, or different things of one, both have their way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaskChange {
    /// The assignment: as it is stored, or as it would be where nothing is kept of it. That has no name; then it is
    /// the stored one of the same place in the same text.
    pub of: KeptTask,
    /// What is changed.
    pub edit: TaskEdit,
}

/// What is changed of what is kept of an assignment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TaskEdit {
    /// Replaces the state and its day. The place and the deadline are taken over from [`TaskChange::of`].
    SetState(TaskState, Option<Date>),
    /// Replaces the note, or takes it away.
    SetNote(Option<String>),
    /// Replaces the proof, or takes it away.
    SetProof(Option<String>),
}

impl TaskEdit {
    /// Sets a state that is said today. What is open again is as if nothing had been said: it has no day.
    pub fn said(state: TaskState, today: Date) -> Self {
        TaskEdit::SetState(state, (state != TaskState::Open).then_some(today))
    }
}

/// A change to what is kept of the assignment of a row.
#[derive(Clone, Debug)]
pub struct TaskWish {
    /// The row, with what is kept of it.
    pub entry: RegisterEntry,
    /// What is changed.
    pub edit: TaskEdit,
    /// The speech, where it is open.
    pub speech: Option<Box<Speech>>,
}

impl KeptTask {
    /// Makes what is kept of an assignment of which nothing was said yet.
    pub fn new(speech: &Speech, row: &RegisterRow, created: Timestamp) -> Self {
        KeptTask {
            id: String::new(),
            task: row.id.clone(),
            speech: SpeechMemory::of(speech),
            anchor: capture(speech, row.range),
            state: TaskState::Open,
            on: None,
            proof: None,
            note: None,
            due: row.due_text(),
            created,
        }
    }

    /// Returns the same of where the assignment is now: in this text, at this row, with its deadline.
    pub fn settled(&self, speech: &Speech, row: &RegisterRow) -> Self {
        let KeptTask { task, speech, anchor, due, .. } = KeptTask::new(speech, row, self.created);
        KeptTask { task, speech, anchor, due, ..self.clone() }
    }

    /// Returns which text it was made for, by its fingerprint, and where in it the assignment begins.
    pub fn place(&self) -> (&str, TextPos) {
        (&self.speech.fingerprint, self.anchor.range.start)
    }

    /// Returns what it says of the assignment, whose deadline is `due` now.
    pub fn status(&self, due: Option<&str>) -> TaskStatus {
        let is_other = self.state != TaskState::Open && self.due.as_deref() != due;
        TaskStatus {
            state: self.state,
            on: self.on,
            proof: self.proof.clone(),
            note: self.note.clone(),
            was_due: is_other.then(|| self.due.clone().unwrap_or_default()),
            kept: Some(self.id.clone()),
            place: None,
        }
    }

    /// Returns the same after a change.
    pub fn edited(mut self, edit: &TaskEdit) -> Self {
        match edit {
            TaskEdit::SetState(state, on) => (self.state, self.on) = (*state, *on),
            TaskEdit::SetNote(note) => self.note.clone_from(note),
            TaskEdit::SetProof(proof) => self.proof.clone_from(proof),
        }
        self
    }

    /// Tells whether it says anything beyond what holds for every assignment.
    pub fn says_something(&self) -> bool {
        self.state != TaskState::Open || self.note.is_some() || self.proof.is_some()
    }
}
