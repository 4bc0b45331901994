//! What a table that is handed round says of how a row was: so that one that comes back can be told apart from one that
//! was overtaken meanwhile.

use crate::register::{RegisterEntry, TaskStatus};
use std::fmt;
use std::str::FromStr;
use xxhash_rust::xxh3::xxh3_64;

/// How a row was when its table was written: "1a2b3c4d5e6f7a8b 2025-12-31".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandedOut {
    /// The fingerprint of state, proof and note.
    status: u64,
    /// The deadline, as [`RegisterRow::due_text`](crate::register::RegisterRow::due_text) tells it.
    due: Option<String>,
}

impl HandedOut {
    /// Returns how a row is.
    pub fn of(entry: &RegisterEntry) -> Self {
        HandedOut { status: fingerprint(&entry.status), due: entry.row.due_text() }
    }

    /// Tells whether the user's state, proof and note are as they were then.
    pub fn has_status_of(&self, entry: &RegisterEntry) -> bool {
        self.status == fingerprint(&entry.status)
    }

    /// Tells whether the deadline is as it was then.
    pub fn has_deadline_of(&self, entry: &RegisterEntry) -> bool {
        self.due == entry.row.due_text()
    }
}

fn fingerprint(status: &TaskStatus) -> u64 {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let parts = [status.state.name().to_owned(), text(&status.proof), text(&status.note)];
    xxh3_64(parts.join("\u{1f}").as_bytes())
}

impl fmt::Display for HandedOut {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x} {}", self.status, self.due.as_deref().unwrap_or("-"))
    }
}

/// A text that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotHandedOut;

impl FromStr for HandedOut {
    type Err = NotHandedOut;

    fn from_str(text: &str) -> Result<Self, NotHandedOut> {
        let (status, due) = text.trim().split_once(' ').ok_or(NotHandedOut)?;
        let status = u64::from_str_radix(status, 16).map_err(|_| NotHandedOut)?;
        Ok(HandedOut { status, due: (due != "-").then(|| due.to_owned()) })
    }
}
