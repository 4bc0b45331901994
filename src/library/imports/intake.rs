//! Taking in a text: telling whether it is new, the same or a newer version of one that is there.

use super::changes::Changes;
use super::kindred::{Better, Pair, TextOrigin, TextRelation};
use super::ledger::{ImportedSpeech, Ledger, hash_of, provenance};
use super::place::Collection;
use crate::library::files::{self, OpenError, Reading};
use crate::library::kept::{Deposit, FileNotice, StoreError};
use crate::speech::{Format, Origin, Original, Relation, Sketch, Speech, SpeechId};
use crate::text::{Encoding, path_text, printable};
use jiff::Timestamp;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// How many words in a hundred a speech shares at least, by its sample, that a text is compared with, and
/// with how many it is.
const NEAR: u32 = 25;
const COMPARED: usize = 5;
/// How long files are taken in before they are made to last, and another program may have its turn.
const TURN: Duration = Duration::from_millis(500);

/// A text that comes in.
#[derive(Clone, Debug, Default)]
pub struct IncomingText {
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
pub struct ImportResult {
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
    pub notices: Vec<FileNotice>,
    /// What was done to its text.
    pub text_notices: Vec<files::TextNotice>,
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
    /// The words of a speech that is there, in a file of another form: both are kept, and the better one
    /// is read.
    Form(Better),
    /// Another version of a speech, which is read from now on; the one before is kept.
    Updated(Changes),
}

/// Whether something is done or only tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportMode {
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
    pub(super) collection: Collection,
    /// What texts are opened with.
    pub(super) reading: Reading<'a>,
    ledger: Ledger,
    pub(super) deposit: Option<Deposit>,
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
        reading: Reading<'a>,
        run: ImportMode,
    ) -> Result<Self, StoreError> {
        let deposit = match run {
            ImportMode::Real => Some(Deposit::open(collection.folder())?),
            ImportMode::Trial => None,
        };
        Ok(Intake {
            collection: collection.clone(),
            reading,
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
    pub fn take(&mut self, incoming: IncomingText) -> Result<ImportResult, TakeError> {
        self.have_turns()?;
        let hash = hash_of(&incoming.bytes);
        if let Some(known) = self.ledger.by_hash(&hash) {
            return Ok(ImportResult {
                outcome: Outcome::Same,
                id: known.id.clone(),
                stored: self.collection.folder().join(&known.text),
                hash,
                speech: None,
                notices: Vec::new(),
                text_notices: Vec::new(),
            });
        }
        let IncomingText { bytes, source, companion, encoding, now } = incoming;
        let length = bytes.len() as u64;
        let staged = self.deposit.as_ref().map(|deposit| deposit.stage(&bytes)).transpose()?;
        let origin = match source.as_os_str() == "-" {
            true => Origin::StandardInput,
            false => Origin::File(source.clone()),
        };
        let reading = self.reading.encoded(encoding);
        let opened = files::from_bytes_as(bytes, origin, companion.as_deref(), reading)?;
        let speech = Box::new(opened.speech);
        let original = Original {
            file: String::new(),
            relation: Relation::Current,
            hash: hash.clone(),
            length,
            source: printable(&path_text(&source)).into_owned(),
            imported: now,
            encoding: encoding.map(|encoding| encoding.name().to_owned()),
        };
        let (id, outcome, entry, notices) = match self.kin_of(&speech, &original.source) {
            Relative::Form(known, Better::Before) => {
                self.keep_form(known, original, &speech, staged)?
            }
            Relative::Form(known, Better::This) => {
                self.replace(known, (original, Relation::Form), &speech, staged)?
            }
            Relative::Version(known) => {
                self.replace(known, (original, Relation::Older), &speech, staged)?
            }
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
        Ok(ImportResult { outcome, id, stored, hash, speech: Some(speech), notices, text_notices })
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
    fn kin_of(&self, speech: &Speech, source: &str) -> Relative {
        let same_words = self.ledger.by_fingerprint(&speech.fingerprint);
        if let Some(known) = same_words.filter(|_| !speech.text.trim().is_empty()) {
            // A PDF says nothing of its text besides the words.
            let was_pdf = known.text.extension().is_some_and(|ending| ending == "pdf");
            let is_pdf = speech.hints.format == Format::Pdf;
            let better = if was_pdf && !is_pdf { Better::This } else { Better::Before };
            return Relative::Form(known.clone(), better);
        }
        let from_there = self.ledger.by_source(source).map(|known| known.id.clone());
        let mut alike = None;
        for known in self.near(speech) {
            let path = self.collection.folder().join(&known.text);
            let Ok(opened) = files::open_as(&path, self.reading) else { continue };
            // Not what was written down of it: an update was cut off, and is to be finished.
            if opened.speech.fingerprint == speech.fingerprint {
                return Relative::Version(known.clone());
            }
            let pair = Pair { known: &opened.speech, came: speech };
            match pair.is(if from_there.as_ref() == Some(&known.id) {
                TextOrigin::Same
            } else {
                TextOrigin::Other
            }) {
                TextRelation::Form(better) => return Relative::Form(known.clone(), better),
                TextRelation::Version => return Relative::Version(known.clone()),
                TextRelation::Alike => alike = alike.or_else(|| Some(known.id.clone())),
                TextRelation::Other => {}
            }
        }
        Relative::None(alike)
    }

    /// Gives the speeches whose words are likest by their samples, the likest first.
    fn near(&self, speech: &Speech) -> Vec<&ImportedSpeech> {
        let Some(sketch) = Sketch::of(&speech.text) else { return Vec::new() };
        let overlap =
            |known: &ImportedSpeech| known.provenance.kin.sketch.map(|it| it.overlap(sketch));
        let all = self.ledger.entries().iter().filter_map(|known| Some((overlap(known)?, known)));
        let mut near: Vec<(u32, &ImportedSpeech)> =
            all.filter(|(shared, _)| *shared >= NEAR).collect();
        near.sort_by_key(|(shared, _)| std::cmp::Reverse(*shared));
        near.truncate(COMPARED);
        near.into_iter().map(|(_, known)| known).collect()
    }
}

/// What a text is to those that are there.
enum Relative {
    Form(ImportedSpeech, Better),
    Version(ImportedSpeech),
    None(Option<SpeechId>),
}
