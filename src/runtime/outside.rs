//! Waiting for what comes from outside: keys, signals, finished work.

use super::signals::Ending;
use crate::app::{Copied, Event, Notice};
use crossterm::event::Event as Happened;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::{Errno, read, write};
use rustix::pipe::{PipeFlags, pipe_with};
use std::io;
use std::os::fd::OwnedFd;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

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
    Stopped,
    /// The program was resumed after someone else had stopped it.
    Continued,
    /// The program is to end.
    Ending(Ending),
}

/// What ended the waiting.
pub(super) enum Ready {
    /// Something may have been told.
    Told,
    /// The terminal is gone.
    Gone,
}

/// The receiving end.
pub(super) struct Outsides {
    told: Receiver<Outside>,
    wake: OwnedFd,
}

/// The sending end, for any thread.
#[derive(Clone)]
pub(super) struct Teller {
    told: Sender<Outside>,
    wake: Arc<OwnedFd>,
}

impl Teller {
    /// Tells something; what nobody waits for any more is dropped.
    pub(super) fn tell(&self, outside: Outside) {
        if self.told.send(outside).is_ok() {
            // A full pipe wakes as well as one byte more would.
            let _ = write(&*self.wake, &[1]);
        }
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
    pub(super) fn new() -> io::Result<(Self, Teller)> {
        let (reader, writer) = pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK)?;
        let (sender, receiver) = channel();
        let teller = Teller { told: sender, wake: Arc::new(writer) };
        Ok((Outsides { told: receiver, wake: reader }, teller))
    }

    /// Waits, without waking up in between; no longer than `limit`, if there is one.
    pub(super) fn wait(&mut self, limit: Option<&Timespec>) -> io::Result<Ready> {
        let stdin = rustix::stdio::stdin();
        // Of the terminal only its end is of interest here: keys are read by another thread.
        let mut fds =
            [PollFd::new(&stdin, PollFlags::empty()), PollFd::new(&self.wake, PollFlags::IN)];
        match poll(&mut fds, limit) {
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(Ready::Told),
            Err(error) => return Err(error.into()),
        }
        let gone = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        Ok(if fds[0].revents().intersects(gone) { Ready::Gone } else { Ready::Told })
    }

    /// Takes all that was told.
    pub(super) fn drain(&mut self) -> Vec<Outside> {
        let mut bytes = [0; 64];
        while matches!(read(&self.wake, &mut bytes), Ok(64)) {}
        self.told.try_iter().collect()
    }
}
