//! How far the user says an assignment is.

use super::row::RegisterRow;
use crate::speech::Date;
use crate::speech::anchor::PlaceState;

/// How far an assignment is, as the user says: a text never tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TaskState {
    /// Nothing was said.
    #[default]
    Open,
    /// It is being done.
    Doing,
    /// It is done.
    Done,
    /// It is none of the user's tasks.
    NotMine,
}

impl TaskState {
    /// Every state.
    pub const ALL: [TaskState; 4] =
        [TaskState::Open, TaskState::Doing, TaskState::Done, TaskState::NotMine];

    /// Returns the name that files and the command line use.
    pub fn name(self) -> &'static str {
        match self {
            TaskState::Open => "open",
            TaskState::Doing => "doing",
            TaskState::Done => "done",
            TaskState::NotMine => "not-mine",
        }
    }

    /// Finds the state that [`TaskState::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        TaskState::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What the user said of an assignment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskStatus {
    /// How far it is.
    pub state: TaskState,
    /// The day it was said.
    pub on: Option<Date>,
    /// What proves it: the number of a report.
    pub proof: Option<String>,
    /// A note.
    pub note: Option<String>,
    /// The deadline as it was when the state was set, as [`RegisterRow::due_text`] tells it, where the text now tells
    /// another: the state is to be confirmed. Empty where there was none.
    pub was_due: Option<String>,
    /// The name of the record that keeps it, [`KeptTask::id`](super::KeptTask::id); nothing where none does.
    pub kept: Option<String>,
    /// What became of the words since; nothing where nothing is kept.
    pub place: Option<PlaceState>,
}

/// A row of the register and what the user said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RegisterEntry {
    /// The row.
    pub row: RegisterRow,
    /// What the user said.
    pub status: TaskStatus,
}
