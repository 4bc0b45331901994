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
    /// Opens the list with these words typed.
    pub fn new(typed: &str, cursor: usize) -> Self {
        FoundList { line: InputLine::with_text(typed), cursor: ListCursor::new(cursor), rows: 0 }
    }

    /// Returns whether nothing is typed: then nothing is listed.
    pub fn is_empty(&self) -> bool {
        self.line.text().trim().is_empty()
    }
}

impl OverlayLayer for FoundList {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn hints(&self) -> &'static [Action] {
        use Action as A;
        match self.is_empty() {
            true => &[A::Accept, A::LineUp, A::TaskScope, A::Cancel],
            false => &[A::Accept, A::TaskScope, A::Copy, A::Palette, A::SaveSearch, A::Cancel],
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match action {
            Action::LineUp => Some("hint-earlier-search"),
            Action::Palette => Some("hint-with-hits"),
            Action::Accept if self.is_empty() => Some("hint-last-search"),
            _ => None,
        }
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.line)
    }

    fn step(&mut self, by: isize) {
        self.cursor.step(by, self.rows);
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.rows = if self.is_empty() { 0 } else { under.found };
    }
}
