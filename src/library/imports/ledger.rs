//! What is in the folder of imported speeches, by hash, source and words.

use super::place::Collection;
use crate::library::kept::Companion;
use crate::speech::{Kin, Original, Provenance, Relation, Speech, SpeechId};
use sha2::{Digest, Sha256};
use std::collections::{HashMap, HashSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// An imported speech.
#[derive(Clone, Debug)]
pub(super) struct ImportedSpeech {
    /// Its name.
    pub id: SpeechId,
    /// The file that it is read from, by its name in the folder.
    pub text: PathBuf,
    /// Where it is from.
    pub provenance: Provenance,
}

/// All imported speeches.
#[derive(Debug, Default)]
pub(super) struct Ledger {
    entries: Vec<ImportedSpeech>,
    by_hash: HashMap<String, usize>,
    by_source: HashMap<String, usize>,
    by_fingerprint: HashMap<String, usize>,
    by_id: HashMap<SpeechId, usize>,
}

impl Ledger {
    /// Reads what is in the folder. A text without a word of its import, which somebody put there
    /// by hand, is known by its bytes alone.
    pub fn load(collection: &Collection) -> Self {
        let mut ledger = Ledger::default();
        let mut texts: Vec<PathBuf> = fs::read_dir(collection.folder())
            .into_iter()
            .flatten()
            .flatten()
            .map(|entry| PathBuf::from(entry.file_name()))
            .filter(|name| !name.to_string_lossy().starts_with('.'))
            .filter(|name| name.extension().is_some_and(|ending| ending != "toml"))
            .collect();
        texts.sort();
        let mut seen: HashSet<SpeechId> = HashSet::with_capacity(texts.len());
        for text in texts {
            let path = collection.folder().join(&text);
            let Some(id) = collection.id_of(&path) else { continue };
            let known = Companion::read(&path).ok().and_then(|it| it.provenance());
            if seen.contains(&id) {
                // A killed program may have left the file of the older version beside the newer.
                continue;
            }
            if let Some(provenance) = known.or_else(|| stray(&path, &text)) {
                seen.insert(id.clone());
                ledger.add(ImportedSpeech { id, text, provenance });
            }
        }
        ledger
    }

    /// Adds a speech, or takes over what is new about one.
    pub fn add(&mut self, entry: ImportedSpeech) {
        let at = match self.by_id.get(&entry.id) {
            Some(&at) => {
                self.entries[at] = entry;
                at
            }
            None => {
                self.entries.push(entry);
                self.entries.len() - 1
            }
        };
        let entry = &self.entries[at];
        self.by_id.insert(entry.id.clone(), at);
        for original in entry.provenance.originals() {
            self.by_hash.insert(original.hash.clone(), at);
            if original.source.len() > 1 {
                self.by_source.insert(original.source.clone(), at);
            }
        }
        if !entry.provenance.fingerprint.is_empty() {
            self.by_fingerprint.insert(entry.provenance.fingerprint.clone(), at);
        }
    }

    pub fn entries(&self) -> &[ImportedSpeech] {
        &self.entries
    }

    pub fn by_hash(&self, hash: &str) -> Option<&ImportedSpeech> {
        self.by_hash.get(hash).map(|&at| &self.entries[at])
    }

    pub fn by_source(&self, source: &str) -> Option<&ImportedSpeech> {
        self.by_source.get(source).map(|&at| &self.entries[at])
    }

    pub fn by_fingerprint(&self, fingerprint: &str) -> Option<&ImportedSpeech> {
        self.by_fingerprint.get(fingerprint).map(|&at| &self.entries[at])
    }

    /// Gives an id that no speech has: this one, or this one with a number.
    pub fn free_id(&self, wanted: SpeechId) -> SpeechId {
        if !self.by_id.contains_key(&wanted) {
            return wanted;
        }
        (2_usize..)
            .filter_map(|number| SpeechId::parse(&format!("{wanted}-{number}")))
            .find(|id| !self.by_id.contains_key(id))
            .expect("some number is free")
    }
}

/// Makes an entry of a text that nobody imported.
fn stray(path: &Path, name: &Path) -> Option<Provenance> {
    let bytes = fs::read(path).ok()?;
    Some(Provenance {
        original: Original {
            file: name.to_string_lossy().into_owned(),
            relation: Relation::Current,
            hash: hash_of(&bytes),
            length: bytes.len() as u64,
            source: String::new(),
            imported: jiff::Timestamp::UNIX_EPOCH,
            encoding: None,
        },
        title: String::new(),
        kin: crate::speech::Kin::default(),
        fingerprint: String::new(),
        others: Vec::new(),
    })
}

/// Gives the SHA-256 of bytes, in hexadecimal.
pub(super) fn hash_of(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a text cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Makes what is written of an import.
pub(super) fn provenance(original: Original, speech: &Speech, others: Vec<Original>) -> Provenance {
    Provenance {
        original,
        title: speech.meta.title.clone(),
        kin: Kin::of(speech),
        fingerprint: speech.fingerprint.clone(),
        others,
    }
}
