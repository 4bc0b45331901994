//! The speeches that are there without being named: the shipped ones and those in the folders of
//! the settings.

use super::error::CliError;
use super::known::{Gathering, Known};
use super::setup::Setup;
use crate::library::files::{self, Opened, Reading};
use crate::library::kept::Corrections;
use crate::speech::correction::Filed;
use crate::speech::parse::Lexicon;
use crate::speech::{Extent, Origin};
use std::cell::OnceCell;
use std::path::Path;
use std::sync::Arc;

/// The library, read when it is first asked for.
pub(super) struct Library<'a> {
    setup: &'a Setup,
    /// The words that parsing goes by.
    pub lexicon: Arc<Lexicon>,
    /// Whether trouble with the corrections is told here.
    tells: Tells,
    known: OnceCell<Vec<Known>>,
    speeches: OnceCell<Vec<Opened>>,
    corrections: OnceCell<Vec<Filed>>,
}

/// Who tells of trouble with the corrections.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tells {
    Trouble,
    Nothing,
}

impl<'a> Library<'a> {
    /// Makes the library of these settings; reads nothing yet.
    pub(super) fn new(setup: &'a Setup) -> Self {
        Library {
            setup,
            lexicon: Arc::clone(&setup.rules.lexicon),
            tells: Tells::Trouble,
            known: OnceCell::new(),
            speeches: OnceCell::new(),
            corrections: OnceCell::new(),
        }
    }

    /// Leaves it to the reader to tell what is wrong with the corrections.
    pub(super) fn for_reader(self) -> Self {
        Library { tells: Tells::Nothing, ..self }
    }

    /// Gives what is known about every speech of the library. What does not open is told on standard
    /// error and passed over.
    pub(super) fn known(&self) -> &[Known] {
        self.known.get_or_init(|| Gathering::new(self.setup, self).all())
    }

    /// Opens a speech of the library; of a very large one its head.
    pub(super) fn open_known(&self, known: &Known) -> Result<Opened, CliError> {
        match &known.origin {
            Origin::File(path) => {
                let opened = files::open_head_as(path, self.setup.reading())?;
                Ok(self.corrected(opened))
            }
            origin => self.of(origin).ok_or(CliError::EmptyLibrary),
        }
    }

    /// Gives every speech of the library; very large ones are [`Extent::Head`]. What does not open
    /// is told on standard error and passed over.
    pub(super) fn speeches(&self) -> &[Opened] {
        self.speeches.get_or_init(|| self.read())
    }

    /// Gives the speeches, or says that there are none.
    pub(super) fn not_empty(&self) -> Result<&[Opened], CliError> {
        Some(self.speeches()).filter(|all| !all.is_empty()).ok_or(CliError::EmptyLibrary)
    }

    fn read(&self) -> Vec<Opened> {
        let shipped = self.setup.settings.library.shipped;
        let mut all = match shipped {
            true => files::shipped(&self.lexicon),
            false => Vec::new(),
        };
        all = all.into_iter().map(|opened| self.corrected(opened)).collect();
        for folder in self.setup.folders() {
            let files = files::files(&folder).unwrap_or_else(|error| {
                self.setup.say(error.message());
                Vec::new()
            });
            for file in files {
                match files::open_head_as(&file, self.setup.reading()) {
                    Ok(opened) if all.iter().any(|known| is_copy(known, &opened)) => {}
                    Ok(opened) => all.push(self.corrected(opened)),
                    Err(error) => self.setup.say(error.message()),
                }
            }
        }
        all
    }

    /// Gives all of a speech of which maybe only the head was read.
    pub(super) fn whole(&self, opened: Opened) -> Result<Opened, CliError> {
        match (&opened.speech.origin, opened.speech.extent) {
            (Origin::File(path), Extent::Head | Extent::Unparsed) => self.open(path),
            _ => Ok(opened),
        }
    }

    /// Opens what a speech was read from once more; nothing if that is gone.
    pub(super) fn of(&self, origin: &Origin) -> Option<Opened> {
        match origin {
            Origin::File(path) => self.open(path).ok(),
            Origin::Shipped(_) => {
                let mut shipped = files::shipped(&self.lexicon).into_iter();
                shipped.find(|opened| opened.speech.origin == *origin).map(|it| self.corrected(it))
            }
            Origin::StandardInput => None,
        }
    }

    /// Opens a whole file.
    pub(super) fn open(&self, path: &Path) -> Result<Opened, CliError> {
        Ok(self.corrected(files::open_as(path, self.setup.reading())?))
    }

    /// Makes a speech of bytes that were read from somewhere.
    pub(super) fn read_bytes(&self, bytes: Vec<u8>, origin: Origin) -> Result<Opened, CliError> {
        let opened = files::from_bytes_as(bytes, origin, None, self.setup.reading())?;
        Ok(self.corrected(opened))
    }

    /// Gives the settings it was made of.
    pub(super) fn setup(&self) -> &'a Setup {
        self.setup
    }

    /// Gives what files are opened with.
    pub(super) fn reading(&self) -> Reading<'_> {
        self.setup.reading()
    }

    /// Corrects a text just opened as its user did.
    pub(super) fn corrected(&self, mut opened: Opened) -> Opened {
        files::correct(&mut opened, self.corrections(), self.setup.reading());
        opened
    }

    /// Gives the user's corrections; what cannot be read of them is told on standard error.
    pub(super) fn corrections(&self) -> &[Filed] {
        self.corrections.get_or_init(|| {
            let is_told = self.tells == Tells::Trouble;
            match Corrections::new(&self.setup.paths.data_dir).load() {
                Ok(corrected) => {
                    if is_told {
                        self.setup.tell(&corrected.notices);
                    }
                    corrected.corrections
                }
                Err(error) => {
                    if is_told {
                        self.setup.say(error.message());
                    }
                    Vec::new()
                }
            }
        })
    }
}

fn is_copy(one: &Opened, other: &Opened) -> bool {
    let (one, other) = (&one.speech, &other.speech);
    one.id == other.id && one.fingerprint == other.fingerprint && !one.fingerprint.is_empty()
}

/// Gives where a speech was read from, for JSON: a path as it is, not made fit to be shown.
pub(super) fn source_of(origin: &Origin) -> String {
    match origin {
        Origin::File(path) => path.to_string_lossy().into_owned(),
        Origin::Shipped(_) | Origin::StandardInput => origin.to_string(),
    }
}

/// Gives the file that a speech was read from, as it was named; nothing of one that has none.
pub(super) fn path_of(origin: &Origin) -> Option<String> {
    match origin {
        Origin::File(path) => Some(path.to_string_lossy().into_owned()),
        Origin::Shipped(_) | Origin::StandardInput => None,
    }
}
