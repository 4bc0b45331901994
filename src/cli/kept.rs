//! The speeches that bookmarks and corrections are of.

use super::library::Library;
use crate::loader::Opened;
use crate::model::SpeechId;
use std::path::{Path, PathBuf};

/// The speeches that the user's records are of, each read once.
pub(super) struct Speeches<'a> {
    library: &'a Library<'a>,
    files: Vec<(PathBuf, Option<Opened>)>,
}

impl<'a> Speeches<'a> {
    /// Makes it of a library; reads nothing yet.
    pub(super) fn new(library: &'a Library<'a>) -> Self {
        Speeches { library, files: Vec::new() }
    }

    /// Finds a speech: the file it was read from, or one of the same id.
    pub(super) fn find(&mut self, source: Option<&Path>, id: &SpeechId) -> Option<Opened> {
        if let Some(path) = source {
            let known = self.files.iter().find(|(file, _)| file == path);
            let opened = match known {
                Some((_, opened)) => opened.clone(),
                None => {
                    let opened = self.library.open(path).ok();
                    self.files.push((path.to_owned(), opened.clone()));
                    opened
                }
            };
            if opened.is_some() {
                return opened;
            }
        }
        let found = self.library.speeches().iter().find(|opened| opened.speech.id == *id)?;
        self.library.whole(found.clone()).ok()
    }
}
