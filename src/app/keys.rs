//! Keys that were pressed and are not an action yet: a number, a sequence that was begun, letters that
//! an input method puts together.

use super::event::Failure;
use crate::notebook;
use crate::settings::Settings;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::{Composed, FormerKeys, Key, KeyPress, Keymap, Lookup};

/// The largest number that can be typed before a key.
const LARGEST_COUNT: u32 = 1_000_000;

/// What pressed keys come to.
pub(super) enum KeyMeaning {
    /// They wait for others.
    Begun,
    /// Nothing.
    Nothing(Vec<KeyPress>),
    /// An action.
    Action {
        /// The action.
        action: Action,
        /// The number typed before the keys.
        count: Option<u32>,
        /// The keys.
        keys: Vec<KeyPress>,
    },
}

/// Keys that wait for those after them.
#[derive(Default)]
pub(super) struct PendingKeys {
    pending: Vec<KeyPress>,
    /// What an input method makes of the keys pressed.
    composed: Composed,
    count: Option<u32>,
    /// The letter that completed the keys pressed last.
    letter: Option<char>,
    /// What keys meant once, as soon as one is pressed.
    former: Option<FormerKeys>,
    /// Those keys that mean something else now, of which that was told.
    told: Vec<Vec<KeyPress>>,
    /// The name of an action that is to fail, and how, for the test of what happens then.
    fail_on: Option<String>,
}

impl PendingKeys {
    /// Starts without keys; `fail_on` names the action at which a test wants the program to fail.
    pub(super) fn new(fail_on: Option<String>) -> Self {
        PendingKeys { fail_on, ..PendingKeys::default() }
    }

    /// Returns the number and the keys of a sequence that was begun.
    pub(super) fn pending(&self) -> (Option<u32>, &[KeyPress]) {
        (self.count, &self.pending)
    }

    /// Returns whether keys are held until the next one tells what they are.
    pub(super) fn are_held(&self) -> bool {
        self.composed.is_held()
    }

    /// Forgets the keys that an input method held: what follows is typed.
    pub(super) fn release_to_line(&mut self) {
        self.composed.clear();
    }

    /// Takes a key that may be a part of what an input method types, and returns the keys meant.
    pub(super) fn compose(
        &mut self,
        press: KeyPress,
        settings: &Settings,
        contexts: &[Context],
    ) -> Vec<KeyPress> {
        let is_bound = |press| settings.keymap.lookup(contexts, &[press]) != Lookup::None;
        self.composed.take(press, settings.terminal.input_method, is_bound)
    }

    /// Takes it that no key has followed those that were held, and returns the keys meant.
    pub(super) fn release(&mut self, settings: &Settings, contexts: &[Context]) -> Vec<KeyPress> {
        let is_bound = |press| settings.keymap.lookup(contexts, &[press]) != Lookup::None;
        self.composed.release(settings.terminal.input_method, is_bound)
    }

    /// Returns whether a key, behind those that were begun, is bound to nothing.
    pub(super) fn is_free(
        &self,
        press: KeyPress,
        settings: &Settings,
        contexts: &[Context],
    ) -> bool {
        let pending: Vec<KeyPress> = self.pending.iter().copied().chain([press]).collect();
        settings.keymap.lookup(contexts, &pending) == Lookup::None
    }

    /// Takes a key where keys are commands.
    pub(super) fn command(
        &mut self,
        press: KeyPress,
        settings: &Settings,
        contexts: &[Context],
    ) -> KeyMeaning {
        if self.pending.is_empty() && self.count_digit(press) {
            return KeyMeaning::Begun;
        }
        self.pending.push(press);
        match settings.keymap.lookup(contexts, &self.pending) {
            Lookup::Prefix => KeyMeaning::Begun,
            Lookup::None => {
                self.count = None;
                KeyMeaning::Nothing(std::mem::take(&mut self.pending))
            }
            Lookup::Action(action) => {
                self.letter = match press.key {
                    Key::Char(c) => notebook::letter(c),
                    _ => None,
                };
                let keys = std::mem::take(&mut self.pending);
                KeyMeaning::Action { action, count: self.count.take(), keys }
            }
        }
    }

    /// Takes a digit of the number before a key; returns whether it was one.
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

    /// Returns what keys meant once, if that is to be told: each time of those that mean nothing now, and once of those
    /// that have another meaning. What users bind or free themselves they know.
    pub(super) fn former(
        &mut self,
        keys: &[KeyPress],
        now: Option<Action>,
        keymap: &Keymap,
        contexts: &[Context],
    ) -> Option<Action> {
        let former = self.former.get_or_insert_with(FormerKeys::read);
        let meant = former.action(contexts, keys).filter(|meant| Some(*meant) != now)?;
        if keymap.is_of_user(contexts, keys) || self.told.iter().any(|told| told == keys) {
            return None;
        }
        if now.is_some() {
            self.told.push(keys.to_vec());
        }
        Some(meant)
    }

    /// Takes the letter that completed the keys of this action.
    pub(super) fn take_letter(&mut self) -> Option<char> {
        self.letter.take()
    }

    /// Returns how the program is to fail at an action, if a test asked for that.
    pub(super) fn failure(&self, action: Action) -> Option<Failure> {
        Failure::at(self.fail_on.as_deref()?, action.name())
    }
}
