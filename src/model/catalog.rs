//! What is known about a speech of the library while it is not open.

use super::{Metadata, Outline, Speech, SpeechId};
use std::path::PathBuf;

/// A file of the library and what was in it when it was read last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogEntry {
    /// The file.
    pub path: PathBuf,
    /// The name of the speech.
    pub id: SpeechId,
    /// What is known about it.
    pub meta: Metadata,
    /// The fingerprint of its text, as [`Speech::fingerprint`].
    pub fingerprint: String,
    /// How many items it has.
    pub items: usize,
    /// How many tasks it has.
    pub tasks: usize,
}

impl CatalogEntry {
    /// Takes what there is to know about a whole speech that was read from a file.
    pub fn of(speech: &Speech, path: PathBuf) -> Self {
        CatalogEntry {
            path,
            id: speech.id.clone(),
            meta: speech.meta.clone(),
            fingerprint: speech.fingerprint.clone(),
            items: speech.outline.items.len(),
            tasks: speech.outline.tasks(),
        }
    }
}

impl Outline {
    /// Counts the tasks; parts of a task are no tasks of their own.
    pub fn tasks(&self) -> usize {
        (0..self.items.len()).filter(|&index| self.is_whole_task(index)).count()
    }
}
