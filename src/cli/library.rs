//! The speeches that are there without being named: the shipped ones and those in the folders of
//! the settings.

use super::error::{CliError, open_message};
use super::output::complain;
use super::setup::Setup;
use crate::loader::{self, Opened};
use crate::model::{Extent, Origin, Speech};
use crate::parse::Lexicon;
use std::cell::OnceCell;
use std::path::Path;

/// The library, read when it is first asked for.
pub(super) struct Library<'a> {
    setup: &'a Setup,
    /// The words that parsing goes by.
    pub lexicon: Lexicon,
    speeches: OnceCell<Vec<Opened>>,
}

impl<'a> Library<'a> {
    /// Makes the library of these settings; reads nothing yet.
    pub(super) fn new(setup: &'a Setup) -> Self {
        Library { setup, lexicon: Lexicon::shipped(), speeches: OnceCell::new() }
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
        let mut all = if shipped { loader::shipped(&self.lexicon) } else { Vec::new() };
        for folder in self.setup.folders() {
            let files = loader::files(&folder).unwrap_or_else(|error| {
                complain(&open_message(&error, &self.setup.messages));
                Vec::new()
            });
            for file in files {
                match loader::open_head(&file, &self.lexicon) {
                    Ok(opened) if all.iter().any(|known| is_copy(known, &opened)) => {}
                    Ok(opened) => all.push(opened),
                    Err(error) => complain(&open_message(&error, &self.setup.messages)),
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

    /// Opens a whole file.
    pub(super) fn open(&self, path: &Path) -> Result<Opened, CliError> {
        Ok(loader::open(path, &self.lexicon)?)
    }
}

fn is_copy(one: &Opened, other: &Opened) -> bool {
    let (one, other) = (&one.speech, &other.speech);
    one.id == other.id && one.fingerprint == other.fingerprint && !one.fingerprint.is_empty()
}

/// Gives where a speech was read from, for JSON: a path as it is, not made fit to be shown.
pub(super) fn source_of(speech: &Speech) -> String {
    match &speech.origin {
        Origin::File(path) => path.to_string_lossy().into_owned(),
        Origin::Shipped(_) | Origin::StandardInput => speech.origin.to_string(),
    }
}

/// Counts the items and the tasks of a speech; parts of a task are no tasks of their own.
pub(super) fn counts(speech: &Speech) -> (usize, usize) {
    let outline = &speech.outline;
    let tasks = (0..outline.items.len()).filter(|&index| outline.is_whole_task(index));
    (outline.items.len(), tasks.count())
}
