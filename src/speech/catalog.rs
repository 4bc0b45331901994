//! What is known about a speech of the library while it is not open.

use super::{Format, Metadata, Outline, Role, Sketch, Speech, SpeechId};
use crate::text::Encoding;
use std::path::PathBuf;

/// A file of the library and what was in it when it was read last.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogEntry {
    /// The file.
    pub path: PathBuf,
    /// XXH3 (128 bits) of the bytes of the file; 0 where they were not read from one.
    pub hash: u128,
    /// The name of the speech.
    pub id: SpeechId,
    /// What is known about it.
    pub meta: Metadata,
    /// The fingerprint of its text, as [`Speech::fingerprint`].
    pub fingerprint: String,
    /// The format of the file.
    pub format: Format,
    /// How its text was encoded.
    pub encoding: Encoding,
    /// How many items it has.
    pub items: usize,
    /// How many tasks it has.
    pub tasks: usize,
    /// Its series, by role and number, in the order of the text.
    pub series: Vec<(Role, u32)>,
    /// The roles of its items, each once.
    pub roles: Vec<Role>,
    /// A sample of its words, by which corrections of another version of it are known.
    pub sketch: Option<Sketch>,
}

impl CatalogEntry {
    /// Takes what there is to know about a whole speech that was read from a file whose bytes have
    /// this hash.
    pub fn of(speech: &Speech, path: PathBuf, hash: u128) -> Self {
        CatalogEntry { sketch: Sketch::of(&speech.text), ..Self::in_brief(speech, path, hash) }
    }

    /// Takes what there is to know about a speech but for the sample of its words, which takes
    /// long.
    pub fn in_brief(speech: &Speech, path: PathBuf, hash: u128) -> Self {
        let outline = &speech.outline;
        let mut roles: Vec<Role> = outline.items.iter().map(|item| item.role).collect();
        roles.sort_unstable();
        roles.dedup();
        CatalogEntry {
            path,
            hash,
            id: speech.id.clone(),
            meta: speech.meta.clone(),
            fingerprint: speech.fingerprint.clone(),
            format: speech.hints.format,
            encoding: speech.encoding,
            items: outline.items.len(),
            tasks: outline.tasks(),
            series: outline.series.iter().map(|series| (series.role, series.number)).collect(),
            roles,
            sketch: None,
        }
    }

    /// Stands in for what is not known about a file yet.
    pub fn unknown(path: PathBuf, meta: Metadata) -> Self {
        CatalogEntry {
            path,
            hash: 0,
            id: SpeechId::unknown(),
            meta,
            fingerprint: String::new(),
            format: Format::default(),
            encoding: Encoding::Utf8,
            items: 0,
            tasks: 0,
            series: Vec::new(),
            roles: Vec::new(),
            sketch: None,
        }
    }

    /// Returns the hash of a file, as hexadecimal digits.
    pub fn hash_text(&self) -> String {
        format!("{:032x}", self.hash)
    }
}

impl Outline {
    /// Counts the tasks; parts of a task are no tasks of their own.
    pub fn tasks(&self) -> usize {
        (0..self.items.len()).filter(|&index| self.is_whole_task(index)).count()
    }
}
