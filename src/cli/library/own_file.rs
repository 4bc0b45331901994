//! The files of speeches: what is changed, deleted or listed is theirs.

use crate::cli::error::CliError;
use crate::cli::request::{self, RequestedText};
use crate::cli::setup::Setup;
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
    let choices = request::choose(words, &library)?;
    choices
        .into_iter()
        .map(|choice| {
            let (id, origin) = match choice.source {
                RequestedText::StandardInput => return Err(CliError::NoFile("-".to_owned())),
                RequestedText::File(path) => {
                    let speech = library.open(&path)?.speech;
                    (speech.id, Origin::File(path))
                }
                RequestedText::Library(opened) => (opened.speech.id, opened.speech.origin),
            };
            match origin {
                Origin::File(path) if path.is_file() => Ok(OwnFile { id, path }),
                _ => Err(CliError::NoFile(id.to_string())),
            }
        })
        .collect()
}
