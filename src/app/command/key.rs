//! Keys pressed: which action is meant, and where.

use crate::app::App;
use crate::app::event::Effect;
use crate::app::keys::KeyMeaning;
use crate::app::sidebar::Focus;
use crate::i18n::Message;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::{Key, KeyPress, Lookup, display_sequence, stack};

/// Escape.
const ESCAPE: KeyPress = KeyPress { key: Key::Esc, ctrl: false, alt: false, shift: false };

impl App {
    pub(in crate::app) fn key(&mut self, press: KeyPress) {
        if self.key_while_moving(press) {
            return;
        }
        let contexts = self.contexts();
        if let Some(behind) = self.behind_escape(press) {
            self.key(ESCAPE);
            self.key(behind);
        } else if is_typing(contexts) {
            self.keys.release_to_line();
            match self.settings.keymap.lookup(contexts, &[press]) {
                Lookup::Action(action) => self.run(action, None),
                Lookup::Prefix | Lookup::None => self.type_key(press),
            }
        } else {
            let meant = self.keys.compose(press, &self.settings, contexts);
            self.commands(meant);
        }
    }

    /// Takes it that no key has followed those that were held back.
    pub(in crate::app) fn no_key_followed(&mut self) {
        let meant = self.keys.release(&self.settings, self.contexts());
        self.commands(meant);
    }

    fn commands(&mut self, presses: Vec<KeyPress>) {
        presses.into_iter().for_each(|press| self.command(press));
    }

    /// Returns the key behind Escape, where a press of Alt and a key is bound to nothing and edits
    /// nothing: a terminal sends the same for Escape and a key right after it, and tmux for half
    /// a second.
    fn behind_escape(&self, press: KeyPress) -> Option<KeyPress> {
        let contexts = self.contexts();
        let typing = is_typing(contexts);
        let follows = match press.key {
            Key::Char('h') if press.ctrl => !typing,
            Key::Backspace => !typing,
            Key::Char(_) | Key::Enter | Key::Tab => true,
            _ => false,
        };
        let is_free = || self.keys.is_free(press, &self.settings, contexts);
        (press.alt && follows && is_free()).then_some(KeyPress { alt: false, ..press })
    }

    /// Takes a key where keys are commands.
    fn command(&mut self, press: KeyPress) {
        let contexts = self.contexts();
        if is_typing(contexts) {
            // A command before it has opened a line.
            self.key(press);
            return;
        }
        self.out.next_notice();
        match self.keys.command(press, &self.settings, contexts) {
            KeyMeaning::Begun => {}
            KeyMeaning::Nothing(keys) => self.tell_former(&keys, None, contexts),
            KeyMeaning::Action { action, count, keys } => {
                self.run(action, count);
                self.tell_former(&keys, Some(action), contexts);
            }
        }
    }

    /// Says what leads today to what keys meant once.
    fn tell_former(&mut self, keys: &[KeyPress], now: Option<Action>, contexts: &[Context]) {
        let meant = self.keys.former(keys, now, &self.settings.keymap, contexts);
        let Some(action) = meant else { return };
        let key = self.key_in(contexts, action);
        let (id, key) = match key.is_empty() {
            false => ("key-moved", key),
            true => ("key-in-palette", self.key_in(contexts, Action::Palette)),
        };
        let args = [
            ("old", display_sequence(keys).into()),
            ("action", Message::new(action.message()).into()),
            ("key", key.into()),
        ];
        self.out.tell_also(id, args);
    }

    pub(super) fn run(&mut self, action: Action, count: Option<u32>) {
        match self.keys.failure(action) {
            Some(failure) => self.out.want(Effect::Fail(failure)),
            None => self.perform(action, count),
        }
    }

    /// Returns the contexts whose keys hold, innermost first.
    pub fn contexts(&self) -> &'static [Context] {
        stack(match (self.layers.top(), self.reading.selection, self.screen.focus()) {
            (Some(overlay), _, _) => overlay.layer().context(),
            (None, Some(_), _) => Context::Select,
            (None, None, Focus::Sidebar) => Context::Sidebar,
            (None, None, Focus::Text | Focus::Aside) => Context::Reader,
        })
    }

    /// Returns the first key of an action where these contexts hold; nothing if it has none.
    pub(in crate::app) fn key_in(&self, contexts: &[Context], action: Action) -> String {
        self.settings.keymap.keys_of(contexts, action).into_iter().next().unwrap_or_default()
    }

    /// Returns the first key of an action, here and now.
    pub(super) fn key_here(&self, action: Action) -> String {
        self.key_in(self.contexts(), action)
    }

    /// Returns the first key of an action in the reader.
    pub(super) fn reader_key(&self, action: Action) -> String {
        self.key_in(stack(Context::Reader), action)
    }
}

/// Returns whether keys are letters of a text where these contexts hold.
fn is_typing(contexts: &[Context]) -> bool {
    matches!(contexts, [Context::Prompt | Context::Note])
}
