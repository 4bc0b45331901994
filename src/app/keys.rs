//! Keys pressed and the mouse turned: which action is meant, and where.

use super::event::{Effect, Failure};
use super::overlay::Overlay;
use super::{App, Focus};
use crate::notebook;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::{Key, KeyPress, Lookup, stack};

/// Escape.
const ESCAPE: KeyPress = KeyPress { key: Key::Esc, ctrl: false, alt: false, shift: false };
/// The largest number that can be typed before a key.
const LARGEST_COUNT: u32 = 1_000_000;

impl App {
    pub(super) fn key(&mut self, press: KeyPress) {
        let contexts = self.contexts();
        if let Some(behind) = self.behind_escape(press) {
            self.key(ESCAPE);
            self.key(behind);
            return;
        }
        if matches!(contexts, [Context::Prompt | Context::Note]) {
            self.composed.clear();
            return match self.settings.keymap.lookup(contexts, &[press]) {
                Lookup::Action(action) => self.run(action, None),
                Lookup::Prefix | Lookup::None => self.type_key(press),
            };
        }
        let method = self.settings.terminal.input_method;
        let keymap = &self.settings.keymap;
        let is_bound = |press| keymap.lookup(contexts, &[press]) != Lookup::None;
        let meant = self.composed.take(press, method, is_bound);
        self.commands(meant)
    }

    /// Takes it that no key has followed those that were held back.
    pub(super) fn no_key_followed(&mut self) {
        let contexts = self.contexts();
        let method = self.settings.terminal.input_method;
        let keymap = &self.settings.keymap;
        let is_bound = |press| keymap.lookup(contexts, &[press]) != Lookup::None;
        let meant = self.composed.release(method, is_bound);
        self.commands(meant)
    }

    fn commands(&mut self, presses: Vec<KeyPress>) {
        presses.into_iter().for_each(|press| self.command(press));
    }

    /// Gives the key behind Escape, where a press of Alt and a key is bound to nothing and edits
    /// nothing: a terminal sends the same for Escape and a key right after it, and tmux for half
    /// a second.
    fn behind_escape(&self, press: KeyPress) -> Option<KeyPress> {
        let contexts = self.contexts();
        let typing = matches!(contexts, [Context::Prompt | Context::Note]);
        let follows = match press.key {
            Key::Char('h') if press.ctrl => !typing,
            Key::Backspace => !typing,
            Key::Char(_) | Key::Enter | Key::Tab => true,
            _ => false,
        };
        let pending: Vec<KeyPress> = self.pending.iter().copied().chain([press]).collect();
        let is_free = self.settings.keymap.lookup(contexts, &pending) == Lookup::None;
        (press.alt && follows && is_free).then_some(KeyPress { alt: false, ..press })
    }

    /// Takes a key where keys are commands.
    fn command(&mut self, press: KeyPress) {
        let contexts = self.contexts();
        if matches!(contexts, [Context::Prompt | Context::Note]) {
            // A command before it has opened a line.
            return self.key(press);
        }
        self.out.next_notice();
        if self.pending.is_empty() && self.count_digit(press) {
            return;
        }
        self.pending.push(press);
        match self.settings.keymap.lookup(contexts, &self.pending) {
            Lookup::Prefix => {}
            Lookup::None => {
                self.pending.clear();
                self.count = None;
            }
            Lookup::Action(action) => {
                let last = self.pending.last().map(|press| press.key);
                self.letter = match last {
                    Some(Key::Char(c)) => notebook::letter(c),
                    _ => None,
                };
                self.pending.clear();
                let count = self.count.take();
                self.run(action, count)
            }
        }
    }

    /// Takes a digit of the number before a key.
    fn count_digit(&mut self, press: KeyPress) -> bool {
        let KeyPress { key: Key::Char(c), ctrl: false, alt: false, .. } = press else {
            return false;
        };
        let Some(digit) = c.to_digit(10) else { return false };
        let count = self.count.unwrap_or(0);
        if digit == 0 && count == 0 {
            return false;
        }
        self.count = Some((count.saturating_mul(10) + digit).min(LARGEST_COUNT));
        true
    }

    pub(super) fn run(&mut self, action: Action, count: Option<u32>) {
        let asked = self.fail_on.as_deref();
        if let Some(failure) = asked.and_then(|asked| Failure::at(asked, action.name())) {
            self.out.want(Effect::Fail(failure));
            return;
        }
        self.perform(action, count)
    }

    /// Gives the contexts whose keys hold, innermost first.
    pub fn contexts(&self) -> &'static [Context] {
        stack(match (self.overlays.last(), self.selection, self.focus) {
            (
                Some(
                    Overlay::Prompt(_)
                    | Overlay::Picker(_)
                    | Overlay::Hunt(_)
                    | Overlay::Library(_),
                ),
                _,
                _,
            ) => Context::Prompt,
            (Some(Overlay::Note(_)), _, _) => Context::Note,
            (
                Some(
                    Overlay::Bookmarks(_)
                    | Overlay::Review(_)
                    | Overlay::Corrections(_)
                    | Overlay::Help(_),
                ),
                _,
                _,
            ) => Context::List,
            (None, Some(_), _) => Context::Select,
            (None, None, Focus::Sidebar) => Context::Sidebar,
            (None, None, Focus::Text) => Context::Reader,
        })
    }

    pub(super) fn wheel(&mut self, rows: isize) {
        match self.overlays.last_mut() {
            Some(Overlay::Picker(picker)) => picker.step(rows.signum()),
            Some(Overlay::Bookmarks(list)) => list.step(rows.signum()),
            Some(Overlay::Review(review)) => review.step(rows.signum()),
            Some(Overlay::Corrections(list)) => list.step(rows.signum()),
            Some(Overlay::Hunt(list)) => list.step(rows.signum(), self.hunting.rows().len()),
            Some(Overlay::Library(list)) => list.step(rows.signum()),
            Some(Overlay::Help(help)) => help.scroll = help.scroll.saturating_add_signed(rows),
            Some(Overlay::Prompt(_) | Overlay::Note(_)) => {}
            None => {
                if let Some(open) = self.shelf.document_mut() {
                    open.scroll(rows);
                }
            }
        }
    }

    pub(super) fn click(&mut self, x: u16, y: u16) {
        let Some(area) = self.panes.and_then(|panes| panes.sidebar) else { return };
        if !self.overlays.is_empty() || !area.contains(x, y) {
            return;
        }
        let row = self.sidebar.scroll() + usize::from(y - area.y);
        if row >= self.sidebar.rows().len() {
            return;
        }
        self.sidebar.point_to(row);
        self.accept_sidebar()
    }
}
