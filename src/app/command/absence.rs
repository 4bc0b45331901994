//! What the reader is told where no items or no tasks were recognised, and what one can do there.

use crate::app::App;
use crate::app::notice::Notice;
use crate::i18n::Message;
use crate::settings::action::Action;
use crate::speech::Extent;

impl App {
    /// Returns whether the speech being read has been gone through and no item was recognised.
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

    pub(super) fn say_no_tasks(&mut self) {
        let key = self.reader_key(Action::Correct);
        self.out.tell("no-tasks", [("key", key.into())]);
    }

    pub(super) fn say_no_items(&mut self) {
        self.out.notice(Notice::plain(self.no_items()));
    }

    /// Returns whether the speech has items but no task among them.
    pub(super) fn has_no_tasks(&self) -> bool {
        self.shelf.document().is_some_and(|open| {
            let outline = &open.speech.outline;
            let none = |item| !outline.is_whole_task(item);
            !outline.items.is_empty() && (0..outline.items.len()).all(none)
        })
    }
}
