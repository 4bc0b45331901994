//! The open list of what was found in the library.

use super::base::{OverlayLayer, Under};
use super::cursor::ListCursor;
use super::line::InputLine;
use crate::settings::action::{Action, Context};

/// The open list of what was found in the library.
#[derive(Debug, Default)]
pub struct FoundList {
    /// What was typed.
    pub line: InputLine,
    /// The place of the cursor.
    pub cursor: ListCursor,
    rows: usize,
}

impl FoundList {
    /// Opens the list with what was typed before.
    pub fn new(typed: &str, cursor: usize) -> Self {
        FoundList { line: InputLine::with_text(typed), cursor: ListCursor::new(cursor), rows: 0 }
    }
}

impl OverlayLayer for FoundList {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn hints(&self) -> &'static [Action] {
        &[Action::Accept, Action::SaveSearch, Action::Cancel]
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.line)
    }

    fn step(&mut self, by: isize) {
        self.cursor.step(by, self.rows);
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.rows = under.found;
    }
}
