//! The open list of what was found in the library.

use super::base::{Layer, Under};
use super::cursor::ListCursor;
use super::line::Line;
use crate::settings::action::{Action, Context};

/// The open list of what was found in the library.
#[derive(Debug, Default)]
pub struct HuntList {
    /// What was typed.
    pub line: Line,
    /// The place of the cursor.
    pub cursor: ListCursor,
    rows: usize,
}

impl HuntList {
    /// Opens the list with what was typed before.
    pub fn new(typed: &str, cursor: usize) -> Self {
        HuntList { line: Line::with_text(typed), cursor: ListCursor::new(cursor), rows: 0 }
    }
}

impl Layer for HuntList {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn hints(&self) -> &'static [Action] {
        &[Action::Accept, Action::SaveSearch, Action::Cancel]
    }

    fn line(&mut self) -> Option<&mut Line> {
        Some(&mut self.line)
    }

    fn step(&mut self, by: isize) {
        self.cursor.step(by, self.rows);
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.rows = under.found;
    }
}
