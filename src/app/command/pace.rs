//! How long a text takes, and moving on by itself at that pace.

use crate::app::autoscroll::{AutoScroll, EMPTY, LEAST};
use crate::app::{App, whereabouts};
use crate::settings::keymap::{Key, KeyPress};
use crate::speech::Pace;
use crate::text::TextRange;

impl App {
    /// Returns how fast the reader reads and speaks.
    pub fn pace(&self) -> Pace {
        let settings = self.settings.reading;
        Pace { reading: settings.words_per_minute, speaking: settings.speaking }
    }

    /// Says how long what is selected takes to be read and spoken; without a selection the item or section one is in, and
    /// the speech.
    pub(super) fn tell_time(&mut self) {
        let Some(open) = self.shelf.document() else { return };
        let (speech, messages) = (&open.speech, self.look.messages());
        let say = |id: &str, range: TextRange| {
            whereabouts::time(id, speech, (range, self.pace()), messages)
        };
        let words = |range: TextRange| self.pace().time(speech, range).words;
        let whole = TextRange::new(0, speech.text.len());
        let outline = &speech.outline;
        let part = match (open.item(), outline.section_at(open.place())) {
            (Some(item), _) => Some(outline.items[item].range),
            (None, Some(section)) => Some(outline.sections[section].range),
            (None, None) => None,
        };
        let said = match (self.reading.selection, part) {
            (Some(selection), _) => say("time-of-selection", selection.range()),
            (None, Some(part)) if words(part) < words(whole) => {
                format!("{} · {}", say("time-of-part", part), say("time-of-speech", whole))
            }
            (None, _) => say("time-of-speech", whole),
        };
        self.out.tell("time-told", [("time", said.into())]);
    }

    /// Says in few words how long the selection takes.
    pub fn time_of_selection(&self) -> Option<String> {
        let range = self.reading.selection?.range();
        let speech = &self.shelf.document()?.speech;
        Some(whereabouts::time("time-short", speech, (range, self.pace()), self.look.messages()))
    }

    /// Lets the text move on by itself, or stops it.
    pub(super) fn toggle_autoscroll(&mut self) {
        self.reading.autoscroll = match self.reading.autoscroll {
            AutoScroll::Off => AutoScroll::Going,
            AutoScroll::Going | AutoScroll::Paused => AutoScroll::Off,
        };
        if self.reading.autoscroll == AutoScroll::Going {
            self.screen.focus_text();
        }
    }

    /// Tells whether the text moves on by itself.
    pub fn autoscroll(&self) -> AutoScroll {
        self.reading.autoscroll
    }

    /// Returns how many milliseconds the line where the reader is takes, where the text moves on by itself: as long as its
    /// words take to be spoken. Nothing wakes the program while it does not.
    pub fn next_line_in(&self) -> Option<u64> {
        if self.reading.autoscroll != AutoScroll::Going || !self.layers.are_closed() {
            return None;
        }
        let open = self.shelf.document()?;
        let place = open.place();
        let line = open.rows().into_iter().find(|row| row.range.contains(place));
        let time = line.map_or(0, |row| self.pace().spoken(row.range.of(&open.speech.text)));
        Some(if time == 0 { EMPTY } else { time.max(LEAST) })
    }

    /// Moves on by a line; at the end of the text it stops.
    pub(in crate::app) fn move_on(&mut self) {
        if self.reading.autoscroll != AutoScroll::Going {
            return;
        }
        let moved = self.shelf.document_mut().is_some_and(|open| open.go_by(1));
        if !moved {
            self.reading.autoscroll = AutoScroll::Off;
            self.out.say("autoscroll-end");
        }
    }

    /// Takes a key while the text moves on: space holds it and lets it go, Escape ends it, every other key ends it and does
    /// what it does. Returns whether the key is done with.
    pub(super) fn key_while_moving(&mut self, press: KeyPress) -> bool {
        let plain = !press.ctrl && !press.alt;
        let (next, done) = match (self.reading.autoscroll, press.key) {
            (AutoScroll::Off, _) => return false,
            (AutoScroll::Going, Key::Char(' ')) if plain => (AutoScroll::Paused, true),
            (AutoScroll::Paused, Key::Char(' ')) if plain => (AutoScroll::Going, true),
            (_, Key::Esc) => (AutoScroll::Off, true),
            _ => (AutoScroll::Off, false),
        };
        self.reading.autoscroll = next;
        done
    }
}
