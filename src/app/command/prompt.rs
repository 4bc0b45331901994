//! What is typed into the layer on top, and what becomes of an input line.

use crate::app::App;
use crate::app::layer::{Overlay, OverlayLayer, Prompt, PromptPurpose};
use crate::settings::action::Action;
use crate::settings::keymap::KeyPress;
use crate::speech::Change;

impl App {
    pub(super) fn type_key(&mut self, press: KeyPress) {
        if self.layers.top_mut().is_some_and(|overlay| overlay.layer_mut().key(press)) {
            self.typed();
        }
    }

    pub(in crate::app) fn paste(&mut self, text: &str) {
        if self.layers.top_mut().is_some_and(|overlay| overlay.layer_mut().paste(text)) {
            self.typed();
        }
    }

    /// Takes it that the text of the layer on top has changed.
    pub(super) fn typed(&mut self) {
        let Some(overlay) = self.layers.top_mut() else { return };
        let layer = overlay.layer_mut();
        if let Some(line) = layer.line() {
            line.compose();
        }
        layer.typed();
        match overlay {
            Overlay::Prompt(Prompt { purpose, line }) => {
                let typed = line.text().to_owned();
                match purpose {
                    PromptPurpose::Search(origin) | PromptPurpose::Narrow(origin) => {
                        let origin = *origin;
                        self.search_typed(&typed, origin);
                    }
                    PromptPurpose::Filter(_) => self.narrow_bookmarks(&typed),
                    PromptPurpose::FilterTasks(_) => self.narrow_tasks(&typed),
                    PromptPurpose::Path(_, shown) => shown.clear(),
                    _ => {}
                }
            }
            Overlay::Hunt(_) => self.hunt_typed(),
            Overlay::Note(_) => self.note_typed(),
            _ => {}
        }
    }

    /// Does what an action means in an input line.
    pub(super) fn perform_in_prompt(&mut self, action: Action) -> bool {
        match action {
            Action::Accept => self.accept_prompt(),
            Action::Cancel => self.cancel_prompt(),
            Action::TaskScope => self.step_in_prompt(1),
            Action::GoStart | Action::GoEnd => {}
            _ => return false,
        }
        true
    }

    fn accept_prompt(&mut self) {
        let Some(Overlay::Prompt(Prompt { purpose, line })) = self.layers.close() else { return };
        self.out.clear_notices();
        let typed = line.text();
        match purpose {
            PromptPurpose::Search(_) | PromptPurpose::Narrow(_) => {
                self.accept_search(typed, purpose)
            }
            PromptPurpose::Address => self.go_address(typed),
            PromptPurpose::Percent => self.go_typed_percent(typed),
            PromptPurpose::SeriesTitle(series) => self.set_series_title(series, typed),
            PromptPurpose::Tags(subject) => self.set_tags(subject, typed),
            PromptPurpose::SetLetter(subject) => {
                if let Some(letter) = self.letter_typed(typed) {
                    self.give_letter(subject, letter);
                }
            }
            PromptPurpose::GoLetter => {
                if let Some(letter) = self.letter_typed(typed) {
                    self.go_to_letter(letter);
                }
            }
            PromptPurpose::Filter(_) | PromptPurpose::FilterTasks(_) => {}
            PromptPurpose::TaskNote(entry) => self.set_task_note(*entry, typed),
            PromptPurpose::TaskOffice(entry) => {
                self.fix_task_words(&entry, typed, Change::TaskOffice);
            }
            PromptPurpose::TaskDeadline(entry) => {
                self.fix_task_words(&entry, typed, Change::TaskDeadline);
            }
            PromptPurpose::TaskProof(entry) => self.set_task_proof(*entry, typed),
            PromptPurpose::Field(field) => self.set_field(field, typed),
            PromptPurpose::Path(purpose, _) => self.accept_path(purpose, typed),
        }
    }

    fn cancel_prompt(&mut self) {
        let Some(Overlay::Prompt(prompt)) = self.layers.close() else { return };
        match prompt.purpose {
            PromptPurpose::Search(origin) | PromptPurpose::Narrow(origin) => {
                self.cancel_search(origin)
            }
            PromptPurpose::Filter(before) => self.narrow_bookmarks(&before),
            PromptPurpose::FilterTasks(before) => self.unnarrow_tasks(*before),
            _ => {}
        }
    }

    /// Moves in what an input line is about: the words of old searches, the list being narrowed.
    pub(super) fn step_in_prompt(&mut self, rows: isize) {
        let Some(Overlay::Prompt(Prompt { purpose, .. })) = self.layers.top() else { return };
        let below: Option<&mut dyn OverlayLayer> = match purpose {
            PromptPurpose::Path(..) => return self.complete_path(),
            PromptPurpose::Filter(_) => self.layers.bookmarks().map(|list| list as _),
            PromptPurpose::FilterTasks(_) => self.layers.register().map(|list| list as _),
            _ => None,
        };
        match below {
            Some(list) => list.step(rows),
            None => self.search_history(rows.signum()),
        }
    }
}
