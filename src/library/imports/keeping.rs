//! Keeping the bytes that came in, each write in an order that leaves nothing half done: a new text after
//! its companion, a newer one before it is written down, the older one under a second name first.

use super::changes::Changes;
use super::intake::{Intake, Outcome};
use super::kindred::Better;
use super::ledger::{ImportedSpeech, hash_of, provenance};
use super::place::Collection;
use crate::library::files;
use crate::library::kept::{Companion, FileNotice, Staged, StoreError};
use crate::speech::{Kin, Original, Provenance, Relation, Speech, SpeechId};
use jiff::Timestamp;
use std::path::{Path, PathBuf};

/// A speech, what was found, and what is to be told.
pub(super) type KeptImport = (SpeechId, Outcome, ImportedSpeech, Vec<FileNotice>);

/// Where the bytes of the version before are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PreviousVersion {
    /// Where it is read from.
    InPlace,
    /// Among the older ones.
    SetBy,
}

impl Intake<'_> {
    /// Keeps a speech that was not there: what is known of it first, so that no text is without.
    pub(super) fn add(
        &self,
        id: SpeechId,
        mut provenance: Provenance,
        (speech, beside): (&Speech, &str),
        staged: Option<Staged>,
    ) -> Result<ImportedSpeech, StoreError> {
        let text = Collection::text(&id, speech.hints.format);
        provenance.original.file = text.to_string_lossy().into_owned();
        if let (Some(deposit), Some(staged)) = (&self.deposit, staged) {
            let mut companion = Companion::after(&self.collection.folder().join(&text), beside);
            companion.set("id", id.as_str());
            companion.set_provenance(&provenance);
            let written = deposit.stage(companion.text().as_bytes())?;
            deposit.place(written, &text.with_extension("toml"))?;
            deposit.place(staged, &text)?;
        }
        Ok(ImportedSpeech { id, text, provenance })
    }

    /// Keeps the bytes of another form of a speech beside those that it is read from.
    pub(super) fn keep_form(
        &self,
        known: ImportedSpeech,
        mut original: Original,
        speech: &Speech,
        staged: Option<Staged>,
    ) -> Result<KeptImport, StoreError> {
        let mut entry = known;
        let name = self.beside(&entry, &Collection::text(&entry.id, speech.hints.format));
        original.file = name.to_string_lossy().into_owned();
        original.relation = Relation::Form;
        let mut notices = Vec::new();
        if let (Some(deposit), Some(staged)) = (&self.deposit, staged) {
            deposit.place(staged, &name)?;
            notices = self.amend(&entry.text, |provenance| {
                provenance.others.push(original.clone());
            })?;
        }
        entry.provenance.others.push(original);
        Ok((entry.id.clone(), Outcome::Form(Better::Before), entry, notices))
    }

    /// Puts a newer version, or a better form, in the place of the one before, which is kept as what it
    /// is to that.
    pub(super) fn replace(
        &self,
        known: ImportedSpeech,
        (mut original, before): (Original, Relation),
        speech: &Speech,
        staged: Option<Staged>,
    ) -> Result<KeptImport, StoreError> {
        let ImportedSpeech { id, text: old_text, provenance: old } = known;
        let old_path = self.collection.folder().join(&old_text);
        let changes = match files::open_as(&old_path, self.reading) {
            Ok(before) => Changes::between(&before.speech, speech),
            Err(_) => Changes::default(),
        };
        let text = Collection::text(&id, speech.hints.format);
        original.file = text.to_string_lossy().into_owned();
        let entry =
            ImportedSpeech { id: id.clone(), text: old_text.clone(), provenance: old.clone() };
        let (older, kept) = self.older(&entry, &original);
        let older = Original { relation: before, ..older };
        let others: Vec<Original> = old.others.into_iter().chain([older.clone()]).collect();
        let provenance = provenance(original, speech, others);
        let mut notices = Vec::new();
        if let (Some(deposit), Some(staged)) = (&self.deposit, staged) {
            if kept == PreviousVersion::InPlace {
                deposit.keep(&old_text, Path::new(&older.file))?;
            }
            deposit.place(staged, &text)?;
            notices = self.amend(&text, |written| *written = provenance.clone())?;
            if text != old_text {
                deposit.remove(&old_text)?;
            }
        }
        let entry = ImportedSpeech { id: id.clone(), text, provenance };
        let outcome = match before {
            Relation::Form => Outcome::Form(Better::This),
            Relation::Current | Relation::Older => Outcome::Updated(changes),
        };
        Ok((id, outcome, entry, notices))
    }

    /// Gives what is to be written of the version before, and where its bytes are: what is in the
    /// file counts, not what was written of it.
    fn older(&self, entry: &ImportedSpeech, newer: &Original) -> (Original, PreviousVersion) {
        let folder = self.collection.folder();
        let hash_at = |path: &Path| std::fs::read(path).ok().map(|bytes| hash_of(&bytes));
        let mut older = Original { relation: Relation::Older, ..entry.provenance.original.clone() };
        let hash = hash_at(&folder.join(&entry.text));
        if hash.as_ref() == Some(&newer.hash) {
            // A program that was killed had put the newer text in its place already.
            let set_by = Collection::older(&entry.id);
            let files = std::fs::read_dir(folder.join(&set_by)).into_iter().flatten().flatten();
            let found = files
                .filter(|file| hash_at(&file.path()).as_ref() == Some(&older.hash))
                .map(|file| set_by.join(file.file_name()))
                .next();
            if let Some(found) = found {
                older.file = found.to_string_lossy().into_owned();
                return (older, PreviousVersion::SetBy);
            }
        }
        older.file = self.beside(entry, &entry.text).to_string_lossy().into_owned();
        older.hash = hash.unwrap_or(older.hash);
        (older, PreviousVersion::InPlace)
    }

    /// Gives a name that is free for other bytes of a speech.
    fn beside(&self, entry: &ImportedSpeech, like: &Path) -> PathBuf {
        let ending = like.extension().unwrap_or_default().to_string_lossy();
        let others = Collection::older(&entry.id);
        (entry.provenance.others.len() + 1..)
            .map(|number| others.join(format!("{number}.{ending}")))
            .find(|name| !self.collection.folder().join(name).exists())
            .expect("some number is free")
    }

    /// Changes what is written of an import; what the user wrote beside it stays.
    fn amend(
        &self,
        text: &Path,
        change: impl FnOnce(&mut Provenance),
    ) -> Result<Vec<FileNotice>, StoreError> {
        let path = self.collection.folder().join(text);
        let id = self.collection.id_of(&path);
        Companion::amend(&path, |companion| {
            let mut provenance = companion.provenance().unwrap_or_else(|| unknown(text));
            change(&mut provenance);
            companion.set_provenance(&provenance);
            // A text that somebody put here by hand gets its name for good.
            if let Some(id) = id.filter(|_| companion.get("id").is_none()) {
                companion.set("id", id.as_str());
            }
        })
    }
}

/// Stands in for what was not written of a text.
fn unknown(text: &Path) -> Provenance {
    Provenance {
        original: Original {
            file: text.to_string_lossy().into_owned(),
            relation: Relation::Current,
            hash: String::new(),
            length: 0,
            source: String::new(),
            imported: Timestamp::UNIX_EPOCH,
            encoding: None,
        },
        title: String::new(),
        kin: Kin::default(),
        fingerprint: String::new(),
        others: Vec::new(),
    }
}
