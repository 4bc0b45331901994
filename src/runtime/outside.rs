//! Waiting for what comes from outside: keys, signals, finished work.

use super::signals::Ending;
use crate::app::Event;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::{Errno, read, write};
use rustix::pipe::{PipeFlags, pipe_with};
use std::io;
use std::os::fd::OwnedFd;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

/// Something told from another thread.
pub(super) enum Outside {
    /// An event for the state.
    Event(Box<Event>),
    /// The terminal has another size.
    Resized,
    /// The program is to stop until it is resumed.
    Stopped,
    /// The program was resumed after someone else had stopped it.
    Continued,
    /// The program is to end.
    Ending(Ending),
}

/// What can be done without waiting.
pub(super) enum Ready {
    /// Keys can be read.
    Keys,
    /// Only what other threads told.
    Told,
    /// Nothing ever again: the terminal is gone.
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
}

impl Outsides {
    pub(super) fn new() -> io::Result<(Self, Teller)> {
        let (reader, writer) = pipe_with(PipeFlags::CLOEXEC | PipeFlags::NONBLOCK)?;
        let (sender, receiver) = channel();
        let teller = Teller { told: sender, wake: Arc::new(writer) };
        Ok((Outsides { told: receiver, wake: reader }, teller))
    }

    /// Waits, without end and without waking up in between.
    pub(super) fn wait(&mut self) -> io::Result<Ready> {
        let stdin = rustix::stdio::stdin();
        let mut fds = [PollFd::new(&stdin, PollFlags::IN), PollFd::new(&self.wake, PollFlags::IN)];
        match poll(&mut fds, None) {
            Ok(_) => {}
            Err(Errno::INTR) => return Ok(Ready::Told),
            Err(error) => return Err(error.into()),
        }
        let keys = fds[0].revents();
        if keys.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
            return Ok(Ready::Gone);
        }
        Ok(if keys.contains(PollFlags::IN) { Ready::Keys } else { Ready::Told })
    }

    /// Takes all that was told.
    pub(super) fn drain(&mut self) -> Vec<Outside> {
        let mut bytes = [0; 64];
        while matches!(read(&self.wake, &mut bytes), Ok(64)) {}
        self.told.try_iter().collect()
    }
}
