//! What every layer answers for itself.

use super::line::InputLine;
use crate::app::register::RegisterState;
use crate::app::shelf::Shelf;
use crate::notebook::Bookmark;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::KeyPress;

/// What a layer answers for itself.
pub trait OverlayLayer {
    /// Returns the context whose keys hold.
    fn context(&self) -> Context;

    /// Returns the actions that are hinted at, the most useful first.
    fn hints(&self) -> &'static [Action];

    /// Returns the message of a hint, where it is not that of the action.
    fn hint(&self, _action: Action) -> Option<&'static str> {
        None
    }

    /// Returns its input line, if it has one.
    fn line(&mut self) -> Option<&mut InputLine> {
        None
    }

    /// Takes a key that is no action; returns whether something was typed.
    fn key(&mut self, press: KeyPress) -> bool {
        self.line().is_some_and(|line| line.key(press))
    }

    /// Takes pasted text; returns whether there is something to paste into. Pasted text is never taken
    /// for keys.
    fn paste(&mut self, text: &str) -> bool {
        let line = self.line();
        line.map(|line| line.paste(text)).is_some()
    }

    /// Takes it that what is in its line has changed.
    fn typed(&mut self) {}

    /// Moves its cursor, or what shows, by rows.
    fn step(&mut self, _by: isize) {}

    /// Moves its cursor as the wheel was turned.
    fn wheel(&mut self, rows: isize) {
        self.step(rows.signum());
    }

    /// Makes its rows anew of what lies under it.
    fn settle(&mut self, _under: &Under<'_>) {}
}

/// What lies under the layers.
pub struct Under<'a> {
    /// The reader's bookmarks.
    pub bookmarks: &'a [Bookmark],
    /// The speeches at hand.
    pub shelf: &'a Shelf,
    /// The rows of the register at hand.
    pub register: &'a RegisterState,
    /// The screen's columns and rows.
    pub screen: (u16, u16),
    /// How many rows what was found in the library has.
    pub found: usize,
}
