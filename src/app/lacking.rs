//! What the reader is told where no items or no tasks were recognised, and what one can do there.

use super::App;
use super::notice::Notice;
use crate::i18n::Message;
use crate::settings::action::{Action, Context};
use crate::settings::keymap::stack;
use crate::speech::Extent;

impl App {
    /// Tells whether the speech being read has been gone through and no item was recognised.
    pub fn has_no_items(&self) -> bool {
        self.shelf.document().is_some_and(|open| {
            open.speech.extent == Extent::Whole && open.speech.outline.items.is_empty()
        })
    }

    /// Says that there are no items, and by which keys one can set some or search.
    pub fn no_items(&self) -> Message {
        let [set, search] = [Action::Correct, Action::Search].map(|action| self.reader_key(action));
        Message::with("no-items", [("set", set.into()), ("search", search.into())])
    }

    /// Gives the key of an action in the reader.
    pub(super) fn reader_key(&self, action: Action) -> String {
        let keys = self.settings.keymap.keys_of(stack(Context::Reader), action);
        keys.into_iter().next().unwrap_or_default()
    }

    pub(super) fn say_no_tasks(&mut self) {
        let key = self.reader_key(Action::Correct);
        self.out.tell("no-tasks", [("key", key.into())]);
    }

    pub(super) fn say_no_items(&mut self) {
        let said = self.no_items();
        self.out.notice(Notice::plain(said));
    }

    /// Tells whether the speech has items but no task among them.
    pub(super) fn has_no_tasks(&self) -> bool {
        self.shelf.document().is_some_and(|open| {
            let outline = &open.speech.outline;
            let none = |item| !outline.is_whole_task(item);
            !outline.items.is_empty() && (0..outline.items.len()).all(none)
        })
    }
}
