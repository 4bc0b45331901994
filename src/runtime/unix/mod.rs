//! What the reader asks of Unix: signals, the terminal behind standard input, the shell.

mod last_resort;
mod signals;

pub(super) use ResizeAlarm as Alarm;
pub(super) use last_resort::guard;
pub(super) use signals::CaughtSignals as Signals;

use super::gate::Gate;
use crossterm::event::{self, Event as Happened};
use rustix::io::Errno;
use signal_hook::consts::{SIGSTOP, SIGWINCH};
use std::fs::File;
use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::{Command, ExitStatus};

/// Whether the program can be suspended: stopped, and resumed by the shell.
pub(super) const CAN_SUSPEND: bool = true;
/// The terminal that the program was started from, whatever its standard streams are.
const TERMINAL: &str = "/dev/tty";
/// The editor where none is named: POSIX has it.
pub(super) const EDITOR: &str = "vi";
/// The exit status by which a shell says that there is no such command.
pub(super) const NO_COMMAND: i32 = 127;

/// Tells whether keys can be read: from standard input, or from the terminal behind it.
pub(super) fn has_keyboard() -> bool {
    io::stdin().is_terminal() || File::open(TERMINAL).is_ok()
}

/// Makes the terminal standard input, where that is a pipe or file.
pub(super) fn take_keyboard() -> io::Result<()> {
    if !io::stdin().is_terminal() {
        rustix::stdio::dup2_stdin(File::open(TERMINAL)?)?;
    }
    Ok(())
}

/// Returns the columns and rows of the terminal that keys are read from; 0 where it does not know.
pub(super) fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdin())?;
    Ok((size.ws_col, size.ws_row))
}

/// Returns the columns of the terminal that standard output is; 0 where it does not know.
pub(super) fn columns() -> io::Result<u16> {
    Ok(rustix::termios::tcgetwinsize(rustix::stdio::stdout())?.ws_col)
}

/// Stops the program until it is resumed.
pub(super) fn stop() -> io::Result<()> {
    signal_hook::low_level::raise(SIGSTOP)
}

/// Tells whether an error is that of a terminal that is gone.
pub(super) fn is_gone(error: &io::Error) -> bool {
    error.raw_os_error() == Some(Errno::IO.raw_os_error())
}

/// Runs an editor as git does: by the shell, so that the command may have arguments of its own.
pub(super) fn edit(command: &str, path: &Path) -> io::Result<ExitStatus> {
    Command::new("sh").arg("-c").arg(format!("{command} \"$@\"")).arg("sh").arg(path).status()
}

/// Returns `tell` what comes from the terminal, until that is gone. Blocks, and reads nothing while an
/// editor has the terminal.
pub(super) fn read_keys(gate: &Gate, tell: impl Fn(Happened)) {
    gate.pass();
    while let Ok(happened) = event::read() {
        // Its size is asked for when the signal comes: this event may be older than it.
        if !matches!(happened, Happened::Resize(..)) {
            tell(happened);
        }
        gate.pass();
    }
}

/// What wakes the thread that reads keys.
#[derive(Default)]
pub(super) struct ResizeAlarm;

impl ResizeAlarm {
    /// Ends the read that the thread blocks in, by the signal of a new size.
    pub(super) fn ring(&self) -> io::Result<()> {
        signal_hook::low_level::raise(SIGWINCH)
    }
}
