//! The third pane, beside the text on a wide screen: notes, tasks of the speech being read, or another speech.

use super::document::{NoteRows, OpenSpeech};
use super::layer::ListCursor;
use crate::layout::{Area, LayoutKey, Row};
use crate::speech::Speech;
use crate::text::TextPos;

/// What the third pane holds.
#[derive(Debug, Default)]
pub enum AsideContent {
    /// Nothing: it does not show.
    #[default]
    Nothing,
    /// The notes in the speech being read.
    Notes,
    /// Its tasks.
    Tasks,
    /// A speech, which is scrolled on its own.
    Speech(Box<OpenSpeech>),
}

/// The third pane.
#[derive(Debug, Default)]
pub struct Aside {
    content: AsideContent,
    cursor: ListCursor,
    rows: Vec<Row>,
}

/// An entry of the third pane.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AsideEntry {
    /// Where it is in the text.
    pub pos: TextPos,
    /// What stands above it: a place, a deadline.
    pub heading: String,
    /// Its words.
    pub words: String,
}

impl Aside {
    /// Returns what it holds.
    pub fn content(&self) -> &AsideContent {
        &self.content
    }

    /// Returns whether it holds something.
    pub fn is_open(&self) -> bool {
        !matches!(self.content, AsideContent::Nothing)
    }

    /// Takes something to hold.
    pub(super) fn hold(&mut self, content: AsideContent) {
        *self = Aside { content, ..Aside::default() };
    }

    /// Takes a speech to hold, at a place in it.
    pub(super) fn hold_speech(&mut self, speech: Speech, place: TextPos) {
        let mut open = OpenSpeech::new(speech);
        open.come_back(place);
        self.hold(AsideContent::Speech(Box::new(open)));
    }

    /// Returns the number of the entry at the cursor.
    pub fn cursor(&self) -> usize {
        self.cursor.at()
    }

    /// Returns the rows of the speech that it holds.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Moves by rows: in a list of so many entries, or in the speech.
    pub(super) fn step(&mut self, by: isize, entries: usize) {
        match &mut self.content {
            AsideContent::Speech(open) => {
                open.go_by(by);
            }
            AsideContent::Nothing | AsideContent::Notes | AsideContent::Tasks => {
                self.cursor.step(by, entries);
            }
        }
    }

    /// Lays out the speech that it holds, and keeps the cursor among so many entries.
    pub(super) fn settle(&mut self, area: Option<Area>, key: LayoutKey, entries: usize) {
        self.cursor.fit(entries);
        self.rows.clear();
        if let (AsideContent::Speech(open), Some(area)) = (&mut self.content, area) {
            open.fit(LayoutKey { width: area.width, ..key }, area.height);
            open.show_notes(NoteRows::None);
            self.rows = open.rows();
        }
    }
}
