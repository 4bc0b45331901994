//! What gives the terminal back where the program cannot: an abort, and a stack that overflows,
//! which Rust's own handler of SIGSEGV ends with an abort.
//!
//! Has `unsafe`: no safe interface runs code in the handler of a signal, and nothing
//! else of the program runs after an abort. Another process that watches this one would cost a
//! start and a megabyte for what happens next to never.

#![allow(unsafe_code)]

use crate::runtime::terminal::Taken;
use rustix::io::Errno;
use rustix::termios::{OptionalActions, Termios, tcgetattr, tcsetattr};
use signal_hook::consts::SIGABRT;
use signal_hook::low_level::{emulate_default_handler, register};
use std::io;

/// From now on an abort gives the terminal back as it is at this moment, if it is taken then, and
/// writes `restoring` to it: the escape sequences, and what to tell the reader.
pub(in crate::runtime) fn guard(taken: Taken, restoring: Vec<u8>) -> io::Result<()> {
    let modes = tcgetattr(rustix::stdio::stdin()).map_err(io::Error::from)?;
    let handle = move || {
        if taken.take() {
            give_back(&modes, &restoring);
        }
        let _ = emulate_default_handler(SIGABRT);
    };
    // SAFETY: a handler of a signal may only do what POSIX lists as async-signal-safe. This one swaps
    // an atomic, calls write(2) and tcsetattr(3) on memory that was made before and is not changed,
    // and ends the process by sigaction(2) and raise(3). It takes no lock, allocates and frees
    // nothing, and cannot panic.
    unsafe { register(SIGABRT, handle)? };
    Ok(())
}

fn give_back(modes: &Termios, mut restoring: &[u8]) {
    // First what nothing can hold up: a terminal that takes no more bytes keeps its modes no longer.
    let _ = tcsetattr(rustix::stdio::stdin(), OptionalActions::Now, modes);
    while !restoring.is_empty() {
        match rustix::io::write(rustix::stdio::stdout(), restoring) {
            Ok(written) if written > 0 => restoring = restoring.get(written..).unwrap_or_default(),
            Err(Errno::INTR) => {}
            _ => break,
        }
    }
}
