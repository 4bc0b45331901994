//! Signals, told to the loop; and the last resort when the loop does not answer.

use super::gate::{Gate, Owner};
use super::outside::{Outside, Teller};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::Signals;
use std::io;
use std::thread;
use std::time::Duration;

/// How long the loop may take to end before it is ended.
const PATIENCE: Duration = Duration::from_secs(3);

/// What ends the program from outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// SIGHUP, or the terminal is gone.
    Hangup,
    /// SIGINT.
    Interrupt,
    /// SIGQUIT.
    Quit,
    /// SIGTERM.
    Terminate,
}

impl Ending {
    fn number(self) -> i32 {
        match self {
            Ending::Hangup => SIGHUP,
            Ending::Interrupt => SIGINT,
            Ending::Quit => SIGQUIT,
            Ending::Terminate => SIGTERM,
        }
    }

    /// Gives the exit status by which shells name a signal: 128 and its number.
    pub(super) fn exit_status(self) -> u8 {
        128 + self.number() as u8
    }
}

/// From now on signals wait to be told, in place of what they do by default.
pub(super) fn catch() -> io::Result<Signals> {
    Signals::new([SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT])
}

/// Starts to tell signals to the loop, those that came before included.
pub(super) fn watch(mut signals: Signals, teller: Teller, gate: Gate) -> io::Result<()> {
    let watch = move || {
        for number in signals.forever() {
            let edits = gate.owner() == Owner::Editor;
            let ending = match number {
                // An editor has the terminal: these are meant for it. When it stops, so does the
                // program, or the shell would not get the terminal.
                SIGINT | SIGQUIT if gate.is_editors() => continue,
                SIGCONT if edits => continue,
                SIGTSTP if edits => {
                    let _ = signal_hook::low_level::raise(SIGSTOP);
                    continue;
                }
                SIGWINCH => {
                    teller.tell(Outside::Resized);
                    continue;
                }
                SIGTSTP => {
                    teller.tell(Outside::Stopped);
                    continue;
                }
                SIGCONT => {
                    teller.tell(Outside::Continued);
                    continue;
                }
                SIGHUP => Ending::Hangup,
                SIGINT => Ending::Interrupt,
                SIGQUIT => Ending::Quit,
                _ => Ending::Terminate,
            };
            teller.tell(Outside::Ending(ending));
            // The loop ends the program. Should it hang, as a read from a terminal that went away
            // in that very moment may, it must not be left behind.
            thread::sleep(PATIENCE);
            super::terminal::restore();
            signal_hook::low_level::exit(i32::from(ending.exit_status()));
        }
    };
    thread::Builder::new().name("signals".to_owned()).spawn(watch)?;
    Ok(())
}
