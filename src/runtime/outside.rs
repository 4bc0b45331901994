//! The channel through which keys, signals and finished work come to the loop.

use super::ending::Ending;
use crate::app::{Copied, Event, Notice};
use crossterm::event::Event as Happened;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// Something told from another thread.
pub(super) enum Outside {
    /// An event for the state.
    Event(Box<Event>),
    /// A text that tmux did not take.
    NotCopied(Box<Copied>),
    /// A key, a paste or the mouse.
    Input(Happened),
    /// The terminal has another size.
    Resized,
    /// The program is to stop until it is resumed.
    #[cfg(unix)]
    Stopped,
    /// The program was resumed after someone else had stopped it.
    #[cfg(unix)]
    Continued,
    /// The program is to end.
    Ending(Ending),
}

/// The receiving end of the channel.
pub(super) struct Outsides(Receiver<Outside>);

/// The sending end of the channel, for any thread.
#[derive(Clone)]
pub(super) struct Teller(Sender<Outside>);

impl Teller {
    /// Sends something to the loop; after the loop's end it is dropped.
    pub(super) fn tell(&self, outside: Outside) {
        let _ = self.0.send(outside);
    }

    /// Does some work; a panic in it is told, and the thread goes on. Tells whether there was none.
    pub(super) fn survives(&self, work: impl FnOnce()) -> bool {
        let done = catch_unwind(AssertUnwindSafe(work)).is_ok();
        if !done {
            self.tell(Outside::Event(Box::new(Event::Told(Notice::trouble("work-failed")))));
        }
        done
    }
}

impl Outsides {
    /// Makes a channel.
    pub(super) fn new() -> (Self, Teller) {
        let (sender, receiver) = channel();
        (Outsides(receiver), Teller(sender))
    }

    /// Blocks until something comes, for `limit` at most if there is one, and returns all that has
    /// come by then; nothing when the time is up.
    pub(super) fn receive(&self, limit: Option<Duration>) -> Vec<Outside> {
        let first = match limit {
            Some(limit) => self.0.recv_timeout(limit).ok(),
            None => self.0.recv().ok(),
        };
        first.into_iter().chain(self.0.try_iter()).collect()
    }
}
