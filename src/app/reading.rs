//! What the reader does in the text being read: searching, selecting; and its newer version.

use super::autoscroll::AutoScroll;
use super::event::NewSpeech;
use super::id::EntryId;
use super::selection::Selection;
use super::text_search::TextSearch;
use crate::search::Mode;

/// What is going on in the text being read.
pub(super) struct ReadingState {
    /// The search in it.
    pub(super) search: TextSearch,
    /// The passage being selected.
    pub(super) selection: Option<Selection>,
    /// Documents that were followed, to go back from: the speech left, the one that it led to, and how many places could be
    /// gone back to there.
    pub(super) followed: Vec<(EntryId, EntryId, usize)>,
    /// Whether the text moves on by itself.
    pub(super) autoscroll: AutoScroll,
    /// Its new version, which waits until nothing lies over the text.
    newer: Option<(EntryId, Box<NewSpeech>)>,
}

impl ReadingState {
    /// Starts with a search in this mode and without a selection.
    pub(super) fn new(mode: Mode) -> Self {
        let search = TextSearch::in_mode(mode);
        ReadingState {
            search,
            selection: None,
            followed: Vec::new(),
            autoscroll: AutoScroll::Off,
            newer: None,
        }
    }

    /// Keeps a new version of a speech until it can be taken.
    pub(super) fn keep_newer(&mut self, entry: EntryId, speech: Box<NewSpeech>) {
        self.newer = Some((entry, speech));
    }

    /// Takes the new version that waits, if there is one.
    pub(super) fn take_newer(&mut self) -> Option<(EntryId, Box<NewSpeech>)> {
        self.newer.take()
    }
}
