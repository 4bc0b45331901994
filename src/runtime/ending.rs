//! What ends the program from outside.

use std::time::Duration;

/// How long the loop may take to end before the program is ended without it.
pub(super) const PATIENCE: Duration = Duration::from_secs(3);

/// What ends the program from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// The terminal is gone (SIGHUP; on Windows its window was closed).
    Hangup,
    /// Ctrl-C (SIGINT).
    Interrupt,
    /// Ctrl-\\ (SIGQUIT; on Windows Ctrl-Break).
    Quit,
    /// The program is to end (SIGTERM; on Windows the user logs off).
    Terminate,
}

impl Ending {
    /// Returns the exit status by which shells name a signal: 128 and the number that POSIX gives it.
    pub(super) fn exit_status(self) -> u8 {
        128 + match self {
            Ending::Hangup => 1,
            Ending::Interrupt => 2,
            Ending::Quit => 3,
            Ending::Terminate => 15,
        }
    }
}
