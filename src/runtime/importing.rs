//! Files that the reader was asked to take into the library.

use super::bench::Bench;
use crate::app::{Event, ImportedTexts};
use crate::i18n::Message;
use crate::library::files::{self, Shelves};
use crate::library::imports::{ImportMode, IncomingText, Outcome, TakeError};
use std::path::{Path, PathBuf};

impl Bench {
    /// Takes all texts at these paths into the library, and tells what became of them.
    pub(super) fn import(&self, paths: &[PathBuf]) {
        let imported = self.imported(paths).map(Box::new);
        self.tell(Event::Imported(imported));
    }

    fn imported(&self, paths: &[PathBuf]) -> Result<ImportedTexts, Message> {
        let mut told = ImportedTexts::default();
        let mut texts = Vec::new();
        for path in paths.iter().map(|path| full(path)) {
            let walk = files::walk(&path);
            texts.extend(walk.texts);
            told.failed.extend(walk.problems.iter().map(|error| Message::from(error.message())));
        }
        if texts.is_empty() {
            return Ok(told);
        }
        let mut intake = self
            .library
            .import(ImportMode::Real)
            .map_err(|error| Message::from(error.message()))?;
        let mut shelves = Shelves::default();
        let mut stopped = Ok(());
        for found in &texts {
            let read = IncomingText::read(found, &mut shelves, self.library.encoding);
            match read.map_err(TakeError::from).and_then(|incoming| intake.take(incoming)) {
                Ok(taken) => match taken.outcome {
                    Outcome::New { .. } => told.new.push(taken.stored),
                    Outcome::Updated(_) | Outcome::Form(_) => told.other += 1,
                    Outcome::Same => told.same += 1,
                },
                Err(TakeError::Open(error)) => told.failed.push(error.message().into()),
                Err(TakeError::Store(error)) => {
                    stopped = Err(error.message());
                    break;
                }
            }
        }
        // What was taken in before it stopped is to last as well.
        let settled = intake.end();
        stopped?;
        settled.map_err(|error| error.message())?;
        Ok(told)
    }
}

fn full(path: &Path) -> PathBuf {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}
