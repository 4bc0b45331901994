//! Signals, told to the loop; and the last resort when the loop does not answer.

use crate::runtime::ending::{Ending, PATIENCE};
use crate::runtime::gate::{Gate, Owner};
use crate::runtime::outside::{Outside, Teller};
use crate::runtime::terminal;
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGSTOP, SIGTERM, SIGTSTP, SIGWINCH};
use std::io;
use std::thread;

/// The signals that the program handles.
pub(in crate::runtime) struct CaughtSignals(signal_hook::iterator::Signals);

impl CaughtSignals {
    /// From now on signals wait to be told, in place of what they do by default.
    pub(in crate::runtime) fn catch() -> io::Result<Self> {
        let all = [SIGWINCH, SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT];
        signal_hook::iterator::Signals::new(all).map(CaughtSignals)
    }

    /// Starts to tell signals to the loop, those that came before included.
    pub(in crate::runtime) fn watch(mut self, teller: Teller, gate: Gate) -> io::Result<()> {
        let watch = move || {
            for number in self.0.forever() {
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
                terminal::restore();
                signal_hook::low_level::exit(i32::from(ending.exit_status()));
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(watch)?;
        Ok(())
    }
}
