//! Showing only the passages of a speech that match, and all of it again.

use crate::app::App;
use crate::app::layer::PromptPurpose;
use crate::text::TextPos;

impl App {
    /// Asks for words to narrow the text to.
    pub(super) fn ask_narrow(&mut self) {
        self.ask_words(PromptPurpose::Narrow, "");
    }

    /// Shows all of the text again.
    pub(super) fn widen(&mut self) {
        self.reading.search.widen(self.shelf.document_mut());
    }

    /// Shows all of the text if a place in it would not show, and says so.
    pub(super) fn widen_for(&mut self, pos: TextPos) {
        let hides = self.shelf.document().is_some_and(|open| {
            open.shown().is_some_and(|shown| !shown.has(open.speech.block_at(pos)))
        });
        if hides {
            self.widen();
            self.out.say("narrow-left");
        }
    }
}
