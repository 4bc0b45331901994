//! The speeches that bookmarks and corrections are of.

use super::files::{Homes, Opened};
use super::holdings::Holdings;
use crate::speech::{Identity, Kinship, RecordedSpeech, Speech};
use std::collections::HashMap;
use std::path::PathBuf;

/// The speeches that the user's records are of, each read once.
pub struct RecordedSpeeches<'a> {
    holdings: &'a Holdings<'a>,
    homes: Homes<'a>,
    /// The files that records name, as far as they open.
    files: HashMap<PathBuf, Option<usize>>,
    opened: Vec<Opened>,
    /// What was found for a text, by its fingerprint and file.
    found: HashMap<(String, Option<PathBuf>, String), Option<usize>>,
    library: LibraryRead,
}

/// Whether the speeches of the library are among those that were opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum LibraryRead {
    Nothing,
    All,
}

impl<'a> RecordedSpeeches<'a> {
    /// Makes it of the library; reads nothing yet.
    pub fn new(holdings: &'a Holdings<'a>) -> Self {
        let homes = Homes::new(holdings.library().reading());
        RecordedSpeeches {
            holdings,
            homes,
            files: HashMap::new(),
            opened: Vec::new(),
            found: HashMap::new(),
            library: LibraryRead::Nothing,
        }
    }

    /// Finds a speech, and gives by which number it can be had: the very text, in the file that is
    /// named or in the library; else another version of it.
    pub fn find(&mut self, known: &RecordedSpeech<'_>) -> Option<usize> {
        let source = known.source.map(PathBuf::from);
        let key = (known.fingerprint.to_owned(), source.clone(), known.id.to_string());
        if let Some(&found) = self.found.get(&key) {
            return found;
        }
        let in_file = source.and_then(|path| self.file(path));
        let by_file = in_file.map(|at| (self.kinship(at, known), at));
        let mut best = by_file.filter(|(kinship, _)| *kinship > Kinship::Other);
        if best.is_none_or(|(kinship, _)| kinship < Kinship::Same) {
            self.read_library();
            for at in 0..self.opened.len() {
                let kinship = self.kinship(at, known);
                // Of versions the file that is named comes first.
                if kinship > best.map_or(Kinship::Other, |(best, _)| best) {
                    best = Some((kinship, at));
                }
            }
        }
        let found = best.map(|(_, at)| at);
        self.found.insert(key, found);
        found
    }

    /// Finds a speech in the file that is named, if that has the very text; reads no other file.
    pub fn at_hand(&mut self, known: &RecordedSpeech<'_>) -> Option<usize> {
        let at = self.file(PathBuf::from(known.source?))?;
        (self.kinship(at, known) == Kinship::Same).then_some(at)
    }

    /// Tells what a speech that was opened is to a record.
    fn kinship(&self, at: usize, known: &RecordedSpeech<'_>) -> Kinship {
        let speech = &self.opened[at].speech;
        Identity::of(speech).kinship(known, || self.homes.of(known, speech))
    }

    /// Gives a speech that was found.
    pub fn get(&self, at: usize) -> &Opened {
        &self.opened[at]
    }

    /// Gives the text of a speech that was found.
    pub fn speech(&self, at: usize) -> &Speech {
        &self.opened[at].speech
    }

    fn file(&mut self, path: PathBuf) -> Option<usize> {
        if let Some(&known) = self.files.get(&path) {
            return known;
        }
        let at = self.holdings.open(&path).ok().map(|opened| {
            self.opened.push(opened);
            self.opened.len() - 1
        });
        self.files.insert(path, at);
        at
    }

    fn read_library(&mut self) {
        if self.library == LibraryRead::All {
            return;
        }
        self.library = LibraryRead::All;
        for opened in self.holdings.speeches() {
            if let Ok(opened) = self.holdings.whole(opened.clone()) {
                self.opened.push(opened);
            }
        }
    }
}
