//! The files of speeches: what is changed, deleted or listed is theirs.

use crate::cli::error::CliError;
use crate::cli::setup::Setup;
use crate::cli::what::{self, Source};
use crate::speech::{Origin, SpeechId};
use std::ffi::OsString;
use std::path::PathBuf;

/// A speech that has a file of its own, and so may have a companion.
pub(super) struct OwnFile {
    pub id: SpeechId,
    pub path: PathBuf,
}

/// Finds the files of the speeches that are meant.
pub(super) fn own_files(setup: &Setup, words: &[OsString]) -> Result<Vec<OwnFile>, CliError> {
    let library = setup.holdings();
    let choices = what::choose(words, &library)?;
    choices
        .into_iter()
        .map(|choice| {
            let (id, origin) = match choice.source {
                Source::StandardInput => return Err(CliError::NoFile("-".to_owned())),
                Source::File(path) => {
                    let speech = library.open(&path)?.speech;
                    (speech.id, Origin::File(path))
                }
                Source::Library(opened) => (opened.speech.id, opened.speech.origin),
            };
            match origin {
                Origin::File(path) if path.is_file() => Ok(OwnFile { id, path }),
                _ => Err(CliError::NoFile(id.to_string())),
            }
        })
        .collect()
}
