//! Typing into prompts and lists, and what becomes of it.

use super::App;
use super::overlay::{Overlay, Prompt, Purpose};
use super::picker::{Source, Target};
use crate::settings::keymap::KeyPress;
use crate::speech::Change;

impl App {
    pub(super) fn type_key(&mut self, press: KeyPress) {
        let changed = match self.overlays.last_mut() {
            Some(Overlay::Prompt(prompt)) => prompt.line.key(press),
            Some(Overlay::Picker(picker)) => picker.line.key(press),
            Some(Overlay::Hunt(list)) => list.line.key(press),
            Some(Overlay::Library(list)) => list.line.key(press),
            Some(Overlay::Note(editor)) => {
                editor.key(press);
                return self.note_typed();
            }
            Some(
                Overlay::Bookmarks(_)
                | Overlay::Review(_)
                | Overlay::Corrections(_)
                | Overlay::Help(_),
            )
            | None => false,
        };
        if changed {
            self.typed()
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        match self.overlays.last_mut() {
            Some(Overlay::Prompt(prompt)) => prompt.line.paste(text),
            Some(Overlay::Picker(picker)) => picker.line.paste(text),
            Some(Overlay::Hunt(list)) => list.line.paste(text),
            Some(Overlay::Library(list)) => list.line.paste(text),
            Some(Overlay::Note(editor)) => {
                editor.paste(text);
                return self.note_typed();
            }
            // Pasted text is never taken for keys.
            Some(
                Overlay::Bookmarks(_)
                | Overlay::Review(_)
                | Overlay::Corrections(_)
                | Overlay::Help(_),
            )
            | None => {
                return;
            }
        }
        self.typed()
    }

    pub(super) fn typed(&mut self) {
        match self.overlays.last_mut() {
            Some(Overlay::Prompt(prompt)) => {
                prompt.line.compose();
                let typed = prompt.line.text().to_owned();
                match &prompt.purpose {
                    Purpose::Search(origin) | Purpose::Narrow(origin) => {
                        let origin = *origin;
                        self.search_typed(&typed, origin)
                    }
                    Purpose::Filter(_) => {
                        self.narrow_bookmarks(&typed);
                    }
                    Purpose::Address | Purpose::Percent | Purpose::SeriesTitle(_) => {}
                    Purpose::Tags(_) | Purpose::SetLetter(_) | Purpose::GoLetter => {}
                    Purpose::Field(_) => {}
                }
            }
            Some(Overlay::Hunt(list)) => {
                list.line.compose();
                self.hunt_typed()
            }
            // Its rows are made anew when the state is settled.
            Some(Overlay::Library(list)) => {
                list.line.compose();
            }
            Some(Overlay::Picker(picker)) => {
                picker.line.compose();
                picker.narrow();
            }
            Some(
                Overlay::Bookmarks(_)
                | Overlay::Note(_)
                | Overlay::Review(_)
                | Overlay::Corrections(_)
                | Overlay::Help(_),
            )
            | None => {}
        }
    }

    pub(super) fn accept_prompt(&mut self) {
        let Some(Overlay::Prompt(Prompt { purpose, line })) = self.overlays.pop() else {
            return;
        };
        self.out.clear_notices();
        let typed = line.text().to_owned();
        match purpose {
            Purpose::Search(_) | Purpose::Narrow(_) => self.accept_search(&typed, purpose),
            Purpose::Address => self.go_address(&typed),
            Purpose::Percent => {
                let number = typed.trim().trim_end_matches('%').trim().parse().ok();
                match number.filter(|&percent: &u32| percent <= 100) {
                    Some(percent) => self.go_percent(Some(percent)),
                    None if typed.trim().is_empty() => {}
                    None => {
                        self.out.say("percent-wrong");
                    }
                }
            }
            Purpose::SeriesTitle(series) => self.set_series_title(series, &typed),
            Purpose::Tags(subject) => self.set_tags(subject, &typed),
            Purpose::SetLetter(subject) => match self.letter_typed(&typed) {
                Some(letter) => self.give_letter(subject, letter),
                None => {}
            },
            Purpose::GoLetter => match self.letter_typed(&typed) {
                Some(letter) => self.go_to_letter(letter),
                None => {}
            },
            Purpose::Filter(_) => {}
            Purpose::Field(field) => self.set_field(field, &typed),
        }
    }

    pub(super) fn accept_picker(&mut self) {
        let Some(Overlay::Picker(picker)) = self.overlays.pop() else { return };
        self.out.clear_notices();
        let source = picker.source;
        match picker.picked() {
            Some(Target::Place(pos)) => {
                self.focus = super::Focus::Text;
                self.jump(pos);
            }
            Some(Target::Action(action)) => self.run(action, None),
            Some(Target::Role(role)) => match source {
                Source::Role(of) => self.set_role(of, role),
                _ => {}
            },
            Some(Target::Kind(kind)) => self.set_kind(kind),
            Some(Target::Field(field)) => self.ask_field(field),
            Some(Target::SpeechKind(kind)) => self.set_speech_kind(kind),
            Some(Target::Furniture(kind)) => self.mark_as(Change::Furniture(kind)),
            None => {}
        }
    }

    pub(super) fn cancel_overlay(&mut self) {
        let purpose = match self.overlays.pop() {
            Some(Overlay::Prompt(prompt)) => prompt.purpose,
            Some(Overlay::Note(editor)) => return self.leave_note(&editor),
            Some(
                Overlay::Picker(_)
                | Overlay::Hunt(_)
                | Overlay::Library(_)
                | Overlay::Bookmarks(_)
                | Overlay::Review(_)
                | Overlay::Corrections(_)
                | Overlay::Help(_),
            )
            | None => return,
        };
        match purpose {
            Purpose::Search(origin) | Purpose::Narrow(origin) => self.cancel_search(origin),
            Purpose::Address | Purpose::Percent => {}
            Purpose::SeriesTitle(_) | Purpose::Tags(_) | Purpose::SetLetter(_) => {}
            Purpose::GoLetter | Purpose::Field(_) => {}
            Purpose::Filter(before) => self.narrow_bookmarks(&before),
        }
    }
}
