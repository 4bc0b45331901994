//! The third pane: what it holds, moving in it, going to what its cursor is on.

use crate::app::aside::{AsideContent, AsideEntry};
use crate::app::sidebar::Focus;
use crate::app::{App, whereabouts};
use crate::layout::THREE_PANES;
use crate::settings::action::Action;

impl App {
    /// Opens the third pane with something in it, or closes it where it holds that.
    pub(super) fn open_aside(&mut self, content: AsideContent) {
        let same = std::mem::discriminant(self.aside.content()) == std::mem::discriminant(&content);
        match same {
            true => self.close_aside(),
            false => self.aside.hold(content),
        }
        self.say_aside_needs_room();
    }

    /// Keeps the speech being read in the third pane, at its place, or closes that where it holds a speech.
    pub(super) fn keep_aside(&mut self) {
        if let AsideContent::Speech(_) = self.aside.content() {
            return self.close_aside();
        }
        let Some(open) = self.shelf.document() else { return };
        let (speech, place) = (open.speech.clone(), open.place());
        self.aside.hold_speech(speech, place);
        let key = self.reader_key(Action::Library);
        self.out.tell("aside-speech-kept", [("key", key.into())]);
        self.say_aside_needs_room();
    }

    fn close_aside(&mut self) {
        self.aside.hold(AsideContent::Nothing);
        if self.screen.focus() == Focus::Aside {
            self.screen.focus_text();
        }
    }

    /// Says how many columns the third pane needs, where the screen has fewer.
    fn say_aside_needs_room(&mut self) {
        if self.aside.is_open() && self.screen.size().0 < THREE_PANES {
            self.out.tell("aside-needs-room", [("columns", THREE_PANES.into())]);
        }
    }

    /// Returns what the third pane lists.
    pub fn aside_entries(&self) -> Vec<AsideEntry> {
        let Some(open) = self.shelf.document() else { return Vec::new() };
        let messages = self.look.messages();
        let place = |pos| whereabouts::place_name(&open.speech, pos, messages);
        match self.aside.content() {
            AsideContent::Nothing | AsideContent::Speech(_) => Vec::new(),
            AsideContent::Notes => {
                let noted = open.highlights().iter().filter_map(|highlight| {
                    let (pos, words) = (highlight.range.start, highlight.note.clone()?);
                    Some(AsideEntry { pos, heading: place(pos), words })
                });
                noted.collect()
            }
            AsideContent::Tasks => {
                let rows = self.register.rows_of(self.shelf.current());
                let entry = |entry: &crate::register::RegisterEntry| {
                    let row = &entry.row;
                    let actors: Vec<&str> =
                        row.actors.iter().map(|cell| cell.text.as_str()).collect();
                    let deadline = row.deadline.as_ref().map(|due| due.cell.text.clone());
                    let told = [whereabouts::task_place(row, messages), actors.join("; ")];
                    let told = told.into_iter().chain(deadline).filter(|part| !part.is_empty());
                    let heading = told.collect::<Vec<_>>().join(" · ");
                    AsideEntry { pos: row.range.start, heading, words: row.task.clone() }
                };
                rows.iter().map(entry).collect()
            }
        }
    }

    /// Moves by rows in the third pane.
    pub(super) fn step_aside(&mut self, rows: isize) {
        let entries = self.aside_entries().len();
        self.aside.step(rows, entries);
    }

    /// Does what an action means where the third pane has the keys.
    pub(super) fn perform_in_aside(&mut self, action: Action) -> bool {
        if self.screen.focus() != Focus::Aside || self.reading.selection.is_some() {
            return false;
        }
        match action {
            Action::Accept => {
                let entry = self.aside_entries().into_iter().nth(self.aside.cursor());
                if let Some(entry) = entry {
                    self.screen.focus_text();
                    self.jump(entry.pos);
                }
            }
            Action::Cancel => self.screen.focus_text(),
            _ => return false,
        }
        true
    }
}
