//! Reads the register of speeches, one after the other.

use crate::cli::error::CliError;
use crate::cli::part::{RequestedPart, Spot};
use crate::cli::request;
use crate::cli::setup::Setup;
use crate::library::kept::KeptTasks;
use crate::register::{KeptTask, RegisterEntry, RegisterVocabulary};
use std::ffi::OsString;

/// Reads the register of speeches, one after the other.
pub(super) struct RegisterReading<'s> {
    setup: &'s Setup,
    kept: Vec<KeptTask>,
    vocabulary: RegisterVocabulary,
}

impl<'s> RegisterReading<'s> {
    /// Reads what the user said of assignments.
    pub(super) fn new(setup: &'s Setup) -> anyhow::Result<Self> {
        let loaded = KeptTasks::new(&setup.library.data_dir).load()?;
        setup.tell(&loaded.notices);
        let vocabulary = setup.library.register_vocabulary();
        Ok(RegisterReading { setup, kept: loaded.tasks, vocabulary })
    }

    /// Gives the rows of what is asked for, or of the whole library, a speech at a time.
    pub(super) fn each(
        &self,
        what: &[OsString],
        take: &mut dyn FnMut(Vec<RegisterEntry>) -> anyhow::Result<()>,
    ) -> anyhow::Result<()> {
        let library = self.setup.holdings();
        if !what.is_empty() {
            for choice in request::choose(what, &library)? {
                let part = choice.open(&library)?;
                take(self.of(&part))?;
            }
            return Ok(());
        }
        let mut is_empty = true;
        for speech in library.register().speeches() {
            is_empty = false;
            match speech {
                Ok(speech) => take(speech.entries)?,
                Err(error) => self.setup.say(error.message()),
            }
        }
        if is_empty {
            return Err(CliError::EmptyLibrary.into());
        }
        Ok(())
    }

    /// Returns the rows that begin in what is meant of a speech.
    pub(super) fn of(&self, part: &RequestedPart) -> Vec<RegisterEntry> {
        let mut all =
            self.setup.library.tracked(&part.speech, &self.kept, &self.vocabulary).entries;
        if part.spot != Spot::Whole {
            let range = part.range();
            all.retain(|entry| {
                range.start <= entry.row.range.start && entry.row.range.start < range.end
            });
        }
        all
    }
}
