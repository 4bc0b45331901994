//! The open list of the corrections of the speech being read.

use super::base::{OverlayLayer, Under};
use super::cursor::ListCursor;
use crate::settings::action::{Action, Context};
use crate::speech::correction::Checked;

/// The open list of corrections.
#[derive(Debug, Default)]
pub struct CorrectionList {
    /// The place of the cursor.
    pub cursor: ListCursor,
    /// What it shows, the oldest first.
    pub rows: Vec<Checked>,
}

impl CorrectionList {
    /// Returns what the cursor is on.
    pub fn at_cursor(&self) -> Option<&Checked> {
        self.rows.get(self.cursor.at())
    }
}

impl OverlayLayer for CorrectionList {
    fn context(&self) -> Context {
        Context::List
    }

    fn hints(&self) -> &'static [Action] {
        match self.rows.is_empty() {
            true => &[Action::Cancel],
            false => &[Action::Accept, Action::Delete, Action::Undo, Action::Cancel],
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        (action == Action::Accept).then_some("hint-go")
    }

    fn step(&mut self, by: isize) {
        self.cursor.step(by, self.rows.len());
    }

    fn settle(&mut self, under: &Under<'_>) {
        let open = under.shelf.document();
        self.rows = open.map(|open| open.corrections.clone()).unwrap_or_default();
        self.cursor.fit(self.rows.len());
    }
}
