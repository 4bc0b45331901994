//! Who has the terminal: the reader, or an editor that it has started.
//!
//! While an editor has it, nobody here may read from it, or keys would be lost; and what Ctrl-C and
//! Ctrl-Z do is the editor's.

use super::system::Alarm;
use std::io;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

/// How long the thread that reads keys is waited for before it is woken again.
const NUDGE: Duration = Duration::from_millis(100);
/// How late a signal that ended an editor may be heard of.
const LATE: Duration = Duration::from_secs(2);
/// How many times it is woken before that is given up.
const NUDGES: usize = 50;

/// Tells the threads whether they may touch the terminal.
#[derive(Clone, Default)]
pub(super) struct Gate {
    shared: Arc<Shared>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    changed: Condvar,
    alarm: Alarm,
}

#[derive(Default)]
struct State {
    owner: Owner,
    /// Whether the thread that reads keys waits at the gate.
    waits: bool,
    /// When the reader got the terminal back.
    opened: Option<Instant>,
}

/// Who has the terminal.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Owner {
    #[default]
    Reader,
    Editor,
}

impl Gate {
    fn state(&self) -> MutexGuard<'_, State> {
        // The state is two plain values: it is whole whoever panicked.
        self.shared.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Returns what wakes the thread that reads keys.
    #[cfg(windows)]
    pub(super) fn alarm(&self) -> &Alarm {
        &self.shared.alarm
    }

    /// Tells who has the terminal.
    pub(super) fn owner(&self) -> Owner {
        self.state().owner
    }

    /// Tells whether a signal of the keyboard is the editor's: one that ended it may be heard of here
    /// when the reader has the terminal back.
    pub(super) fn is_editors(&self) -> bool {
        let state = self.state();
        state.owner == Owner::Editor || state.opened.is_some_and(|at| at.elapsed() < LATE)
    }

    /// Waits, in the thread that reads keys, until the reader has the terminal.
    pub(super) fn pass(&self) {
        let mut state = self.state();
        while state.owner == Owner::Editor {
            state.waits = true;
            self.shared.changed.notify_all();
            state = self.shared.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
        state.waits = false;
    }

    /// Gives the terminal away. The thread that reads keys blocks in a read of it, and is woken.
    pub(super) fn close(&self) -> io::Result<()> {
        let mut state = self.state();
        state.owner = Owner::Editor;
        for _ in 0..NUDGES {
            if state.waits {
                return Ok(());
            }
            self.shared.alarm.ring()?;
            let waited = self.shared.changed.wait_timeout(state, NUDGE);
            state = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
        drop(state);
        self.open();
        Err(io::Error::other("the terminal is being read"))
    }

    /// Takes the terminal back.
    pub(super) fn open(&self) {
        let mut state = self.state();
        state.owner = Owner::Reader;
        state.opened = Some(Instant::now());
        drop(state);
        self.shared.changed.notify_all();
    }
}
