//! The one way out of the state: what is to be done outside, and what the reader is told.

use super::event::Effect;
use super::notice::{Notice, NoticeWeight, Saying};
use crate::i18n::{Message, Value};

/// Effects that were not carried out yet, and notices that were not read yet.
#[derive(Debug, Default)]
pub(super) struct Out {
    effects: Vec<Effect>,
    notices: Vec<Notice>,
}

impl Out {
    /// Starts with notices and without effects.
    pub(super) fn new(notices: Vec<Notice>) -> Self {
        Out { effects: Vec::new(), notices }
    }

    /// Asks for an effect.
    pub(super) fn want(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Returns the effects that were asked for, in that order, and forgets them.
    pub(super) fn take(&mut self) -> Vec<Effect> {
        std::mem::take(&mut self.effects)
    }

    /// Tells the reader that something was done as wished: a message by its id.
    pub(super) fn say(&mut self, id: &str) {
        self.tell(id, []);
    }

    /// Tells the reader that something was done as wished: a message by its id, with its arguments.
    pub(super) fn tell(&mut self, id: &str, args: impl IntoIterator<Item = (&'static str, Value)>) {
        self.notice(Notice::plain(Message::with(id, args)));
    }

    /// Tells the reader something besides what was told just now.
    pub(super) fn tell_also(
        &mut self,
        id: &str,
        args: impl IntoIterator<Item = (&'static str, Value)>,
    ) {
        let second = Message::with(id, args);
        match self.notices.pop_if(|notice| notice.weight == NoticeWeight::Plain) {
            Some(Notice { saying: Saying::Message(first), .. }) => {
                self.tell("told-both", [("first", first.into()), ("second", second.into())]);
            }
            _ => self.notice(Notice::plain(second)),
        }
    }

    /// Tells the reader that something was not done, or not as wished.
    pub(super) fn warn(&mut self, id: &str, args: impl IntoIterator<Item = (&'static str, Value)>) {
        self.notice(Notice::trouble(Message::with(id, args)));
    }

    /// Tells the reader a notice that was made elsewhere.
    pub(super) fn notice(&mut self, notice: Notice) {
        self.notices.push(notice);
    }

    /// Tells the reader a notice once, however often it was told before.
    pub(super) fn notice_once(&mut self, notice: Notice) {
        self.notices.retain(|other| other.saying != notice.saying);
        self.notice(notice);
    }

    /// Returns the notice to show now: the one told last.
    pub(super) fn shown(&self) -> Option<&Notice> {
        self.notices.last()
    }

    /// Removes all notices.
    pub(super) fn clear_notices(&mut self) {
        self.notices.clear();
    }

    /// Removes the notices of what went well; trouble stays.
    pub(super) fn clear_plain(&mut self) {
        self.notices.retain(|notice| notice.weight == NoticeWeight::Trouble);
    }

    /// Removes what has been read: what went well at once, trouble one by one, so that each is seen.
    pub(super) fn next_notice(&mut self) {
        self.notices.pop_if(|notice| notice.weight == NoticeWeight::Trouble);
        self.clear_plain();
    }
}
