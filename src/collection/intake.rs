//! Taking in a text: telling whether it is new, the same or a newer version of one that is there, and
//! keeping its bytes.

use super::changes::Changes;
use super::ledger::{Entry, Ledger, hash_of};
use super::place::Collection;
use crate::loader::{self, Facts, OpenError};
use crate::model::{
    Identity, Kin, Kinship, Known, Origin, Original, Provenance, Relation, Speech, SpeechId,
};
use crate::parse::Lexicon;
use crate::store::{Companion, Deposit, Notice, StoreError};
use crate::text::{Encoding, fold, printable};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How long files are taken in before they are made to last, and another program may have its turn.
const TURN: Duration = Duration::from_millis(500);

/// A text that comes in.
#[derive(Clone, Debug, Default)]
pub struct Incoming {
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// Where they are from: a path, or `-`.
    pub source: PathBuf,
    /// What stands in the companion beside it.
    pub companion: Option<String>,
    /// How it is encoded, where the user said so.
    pub encoding: Option<Encoding>,
    /// The moment of the import.
    pub now: Timestamp,
}

/// What became of a text that came in.
#[derive(Clone, Debug)]
pub struct Taken {
    /// What it was found to be.
    pub outcome: Outcome,
    /// The name of the speech in the library.
    pub id: SpeechId,
    /// The file it is kept in; where it would be, if it was only tried.
    pub stored: PathBuf,
    /// SHA-256 of its bytes.
    pub hash: String,
    /// The speech as it was read; nothing where its bytes are known.
    pub speech: Option<Box<Speech>>,
    /// What there is to say about how it was read, and about its companion.
    pub notices: Vec<Notice>,
    /// What was done to its text.
    pub text_notices: Vec<loader::TextNotice>,
}

/// What a text that came in is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// A speech that was not there; maybe much like one that is.
    New {
        /// The speech that it shares most of its words with.
        alike: Option<SpeechId>,
    },
    /// Bytes that are there already.
    Same,
    /// The words of a speech that is there, in a file of another form, which is kept as well.
    Form,
    /// Another version of a speech, which is read from now on; the one before is kept.
    Updated(Changes),
}

/// Whether something is done or only tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// It is done.
    Real,
    /// Nothing is written.
    Trial,
}

/// Why a text was not taken in.
#[derive(Debug, thiserror::Error)]
pub enum TakeError {
    /// It cannot be read, or no text can be made of it.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// It cannot be kept. Whatever comes after it could not be either.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Who takes in texts; holds the lock of the folder.
pub struct Intake<'a> {
    collection: Collection,
    lexicon: &'a Lexicon,
    ledger: Ledger,
    deposit: Option<Deposit>,
    begun: Instant,
}

impl<'a> Intake<'a> {
    /// Begins to take in texts.
    ///
    /// # Errors
    ///
    /// When another program does not give the lock free, or the folder cannot be made.
    pub fn begin(
        collection: &Collection,
        lexicon: &'a Lexicon,
        run: Run,
    ) -> Result<Self, StoreError> {
        let deposit = match run {
            Run::Real => Some(Deposit::open(collection.folder())?),
            Run::Trial => None,
        };
        Ok(Intake {
            collection: collection.clone(),
            lexicon,
            ledger: Ledger::load(collection),
            deposit,
            begun: Instant::now(),
        })
    }

    /// Takes in a text.
    ///
    /// # Errors
    ///
    /// When no text can be made of the bytes, or they cannot be kept. Then nothing changed.
    pub fn take(&mut self, incoming: Incoming) -> Result<Taken, TakeError> {
        self.have_turns()?;
        let hash = hash_of(&incoming.bytes);
        if let Some(known) = self.ledger.by_hash(&hash) {
            return Ok(Taken {
                outcome: Outcome::Same,
                id: known.id.clone(),
                stored: self.collection.folder().join(&known.text),
                hash,
                speech: None,
                notices: Vec::new(),
                text_notices: Vec::new(),
            });
        }
        let Incoming { bytes, source, companion, encoding, now } = incoming;
        let length = bytes.len() as u64;
        let staged = self.deposit.as_ref().map(|deposit| deposit.stage(&bytes)).transpose()?;
        let origin = match source.as_os_str() == "-" {
            true => Origin::StandardInput,
            false => Origin::File(source.clone()),
        };
        let facts = Facts { companion: companion.as_deref(), encoding };
        let opened = loader::from_bytes_with(bytes, origin, facts, self.lexicon)?;
        let speech = Box::new(opened.speech);
        let original = Original {
            file: String::new(),
            relation: Relation::Current,
            hash: hash.clone(),
            length,
            source: printable(&source.to_string_lossy()).into_owned(),
            imported: now,
            encoding: encoding.map(|encoding| encoding.name().to_owned()),
        };
        let (id, outcome, entry, notices) = match self.kin_of(&speech, &original.source) {
            Relative::Form(known) => self.keep_form(known, original, &speech, staged)?,
            Relative::Version(known) => self.update(known, original, &speech, staged)?,
            Relative::None(alike) => {
                let provenance = provenance(original, &speech, Vec::new());
                let id = self.ledger.free_id(speech.id.clone());
                let beside = companion.as_deref().unwrap_or_default();
                let entry = self.add(id, provenance, (&speech, beside), staged)?;
                (entry.id.clone(), Outcome::New { alike }, entry, Vec::new())
            }
        };
        let stored = self.collection.folder().join(&entry.text);
        self.ledger.add(entry);
        let text_notices = opened.notices;
        Ok(Taken { outcome, id, stored, hash, speech: Some(speech), notices, text_notices })
    }

    /// Makes all that was taken in last.
    ///
    /// # Errors
    ///
    /// When the disk is full or fails.
    pub fn end(self) -> Result<(), StoreError> {
        self.deposit.as_ref().map_or(Ok(()), Deposit::settle)
    }

    /// Gives another program its turn now and then, and looks at what it did.
    fn have_turns(&mut self) -> Result<(), StoreError> {
        if self.begun.elapsed() < TURN || self.deposit.is_none() {
            return Ok(());
        }
        let changed = |folder: &Path| std::fs::metadata(folder).and_then(|it| it.modified()).ok();
        let before = changed(self.collection.folder());
        if let Some(deposit) = self.deposit.take() {
            deposit.settle()?;
            drop(deposit);
            Deposit::give_way();
        }
        self.deposit = Some(Deposit::open(self.collection.folder())?);
        if changed(self.collection.folder()) != before {
            self.ledger = Ledger::load(&self.collection);
        }
        self.begun = Instant::now();
        Ok(())
    }

    /// Finds the speech that a text is another version or form of.
    ///
    /// The same words are the same speech. Another version is one that shares enough words
    /// ([`Identity::kinship`]), and comes from the same place or is called the same or was held by
    /// the same speaker on the same day: words alone are not enough to put a text in the place of
    /// another one.
    fn kin_of(&self, speech: &Speech, source: &str) -> Relative {
        let same_words = self.ledger.by_fingerprint(&speech.fingerprint);
        if let Some(known) = same_words.filter(|_| !speech.text.trim().is_empty()) {
            return Relative::Form(known.clone());
        }
        let identity = Identity::of(speech);
        let title = fold(&speech.meta.title);
        let from_there = self.ledger.by_source(source).map(|known| &known.id);
        let mut alike = None;
        for known in self.ledger.entries() {
            let Provenance { title: old_title, kin, fingerprint, .. } = &known.provenance;
            let is_from_there = from_there == Some(&known.id);
            let told = Known {
                id: &known.id,
                title: old_title,
                source: is_from_there.then_some(Path::new(source)),
                fingerprint,
                kin,
            };
            if identity.kinship(&told) == Kinship::Other {
                continue;
            }
            let same_title = || fold(old_title) == title;
            let same_day = kin.date.is_some() && kin.date == speech.meta.date;
            let same_speaker = kin.speaker.as_deref().zip(speech.meta.speaker.as_deref());
            let same_speaker = same_speaker.is_some_and(|(one, other)| fold(one) == fold(other));
            if is_from_there || same_title() || (same_day && same_speaker) {
                return Relative::Version(known.clone());
            }
            alike = alike.or_else(|| Some(known.id.clone()));
        }
        Relative::None(alike)
    }

    /// Keeps a speech that was not there: what is known of it first, so that no text is without.
    fn add(
        &self,
        id: SpeechId,
        mut provenance: Provenance,
        (speech, beside): (&Speech, &str),
        staged: Option<crate::store::Staged>,
    ) -> Result<Entry, StoreError> {
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
        Ok(Entry { id, text, provenance })
    }

    /// Keeps the bytes of another form of a speech beside those that it is read from.
    fn keep_form(
        &self,
        known: Entry,
        mut original: Original,
        speech: &Speech,
        staged: Option<crate::store::Staged>,
    ) -> Result<Kept, StoreError> {
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
        Ok((entry.id.clone(), Outcome::Form, entry, notices))
    }

    /// Puts a newer version in the place of the one before, which is kept.
    fn update(
        &self,
        known: Entry,
        mut original: Original,
        speech: &Speech,
        staged: Option<crate::store::Staged>,
    ) -> Result<Kept, StoreError> {
        let Entry { id, text: old_text, provenance: old } = known;
        let old_path = self.collection.folder().join(&old_text);
        let changes = match loader::open(&old_path, self.lexicon) {
            Ok(before) => Changes::between(&before.speech, speech),
            Err(_) => Changes::default(),
        };
        let text = Collection::text(&id, speech.hints.format);
        original.file = text.to_string_lossy().into_owned();
        let entry = Entry { id: id.clone(), text: old_text.clone(), provenance: old.clone() };
        let (older, kept) = self.older(&entry, &original);
        let others: Vec<Original> = old.others.into_iter().chain([older.clone()]).collect();
        let provenance = provenance(original, speech, others);
        let mut notices = Vec::new();
        if let (Some(deposit), Some(staged)) = (&self.deposit, staged) {
            if kept == Before::InPlace {
                deposit.keep(&old_text, Path::new(&older.file))?;
            }
            deposit.place(staged, &text)?;
            notices = self.amend(&text, |written| *written = provenance.clone())?;
            if text != old_text {
                deposit.remove(&old_text)?;
            }
        }
        let entry = Entry { id: id.clone(), text, provenance };
        Ok((id, Outcome::Updated(changes), entry, notices))
    }

    /// Gives what is to be written of the version before, and where its bytes are: what is in the
    /// file counts, not what was written of it.
    fn older(&self, entry: &Entry, newer: &Original) -> (Original, Before) {
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
                return (older, Before::SetBy);
            }
        }
        older.file = self.beside(entry, &entry.text).to_string_lossy().into_owned();
        older.hash = hash.unwrap_or(older.hash);
        (older, Before::InPlace)
    }

    /// Gives a name that is free for other bytes of a speech.
    fn beside(&self, entry: &Entry, like: &Path) -> PathBuf {
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
    ) -> Result<Vec<Notice>, StoreError> {
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

/// A speech, what was found, and what is to be told.
type Kept = (SpeechId, Outcome, Entry, Vec<Notice>);

/// Where the bytes of the version before are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Before {
    /// Where it is read from.
    InPlace,
    /// Among the older ones.
    SetBy,
}

/// What a text is to those that are there.
enum Relative {
    Form(Entry),
    Version(Entry),
    None(Option<SpeechId>),
}

fn provenance(original: Original, speech: &Speech, others: Vec<Original>) -> Provenance {
    Provenance {
        original,
        title: speech.meta.title.clone(),
        kin: Kin::of(speech),
        fingerprint: speech.fingerprint.clone(),
        others,
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
