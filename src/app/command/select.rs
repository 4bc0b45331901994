//! Selecting a passage.

use crate::app::App;
use crate::app::selection::{Selection, SelectionUnit, Text};
use crate::text::TextPos;

impl App {
    pub(super) fn select(&mut self) {
        if let Some(selection) = self.reading.selection {
            self.select_by(selection.unit.larger());
            return;
        }
        let Some(open) = self.shelf.document() else { return };
        if !open.speech.blocks.is_empty() {
            self.select_at(open.place());
            self.keep_selection_in_view();
        }
    }

    pub(super) fn select_by(&mut self, unit: SelectionUnit) {
        if self.reading.selection.is_none() {
            self.select();
        }
        if let (Some(open), Some(selection)) = (self.shelf.document(), &mut self.reading.selection)
        {
            let text = Text { speech: &open.speech, layout: &open.layout };
            selection.set_unit(&text, unit);
        }
        self.keep_selection_in_view();
    }

    pub(super) fn select_swap(&mut self) {
        if let Some(selection) = &mut self.reading.selection {
            selection.swap();
        }
        self.keep_selection_in_view();
    }

    pub(super) fn extend_selection(&mut self, by: isize) {
        if let (Some(open), Some(selection)) = (self.shelf.document(), &mut self.reading.selection)
        {
            let text = Text { speech: &open.speech, layout: &open.layout };
            selection.extend(&text, by);
        }
        self.keep_selection_in_view();
    }

    fn keep_selection_in_view(&mut self) {
        let Some(selection) = self.reading.selection else { return };
        if let Some(open) = self.shelf.document_mut() {
            let head = selection.head();
            let end = TextPos::new(head.end.get().saturating_sub(1)).max(head.start);
            open.move_to(end);
            open.move_to(head.start);
        }
    }

    /// Begins to select at a place of the speech being read.
    pub(super) fn select_at(&mut self, pos: TextPos) {
        let Some(open) = self.shelf.document() else { return };
        let text = Text { speech: &open.speech, layout: &open.layout };
        self.reading.selection = Some(Selection::start(&text, SelectionUnit::Sentence, pos));
        self.screen.focus_text();
    }
}
