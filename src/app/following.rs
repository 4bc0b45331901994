//! What may follow a number or keys that were begun, in words.

use super::App;
use crate::settings::action::Action;
use crate::text::{flowing, printable};

/// What a number can stand before, and what it means there.
const NUMBERED: [(Action, &str); 6] = [
    (Action::NextTask, "following-task"),
    (Action::NextItem, "following-item"),
    (Action::NextSection, "following-section"),
    (Action::GoPercent, "following-percent"),
    (Action::GoEnd, "following-line"),
    (Action::LineDown, "following-down"),
];

impl App {
    /// Returns what may follow a number or keys that were begun: keys, and in words what they do. Nothing where none
    /// were begun.
    pub fn following(&self) -> Vec<(String, String)> {
        match self.keys.pending() {
            (None, []) => Vec::new(),
            (Some(number), []) => self.following_number(number),
            (_, begun) => {
                let found = self.settings.keymap.following(self.contexts(), begun);
                found
                    .into_iter()
                    .flat_map(|(keys, action)| self.following_keys(keys, action))
                    .collect()
            }
        }
    }

    fn following_number(&self, number: u32) -> Vec<(String, String)> {
        let args = [("number", number.to_string().into())];
        let all = NUMBERED.into_iter().filter(|(action, _)| match action {
            Action::GoPercent => number <= 100,
            Action::LineDown => true,
            _ => self.layers.are_closed() && self.reading.selection.is_none(),
        });
        all.map(|(action, id)| {
            (self.key_in(self.contexts(), action), self.look.messages().with(id, &args))
        })
        .filter(|(key, _)| !key.is_empty())
        .collect()
    }

    /// Tells of the bookmarks that have a letter, in place of any letter.
    fn following_keys(&self, keys: String, action: Action) -> Vec<(String, String)> {
        let words = self.look.messages().get(&action.message());
        if !matches!(action, Action::GoLetter | Action::SetLetter) {
            return vec![(keys, words)];
        }
        let lettered = self.notebook.bookmarks().iter().filter_map(|bookmark| {
            let words = flowing(&printable(bookmark.anchor.words().trim())).into_owned();
            Some((bookmark.labels.letter?.to_string(), words))
        });
        let mut letters: Vec<_> = lettered.collect();
        letters.sort();
        letters.push(("a–z".to_owned(), words));
        letters
    }
}
