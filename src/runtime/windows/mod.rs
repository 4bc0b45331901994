//! What the reader asks of Windows: the console's keys and events, the command processor.
//!
//! Nothing here suspends the program, which Windows does not know, nor gives the terminal back after
//! an abort: the console does not hold on to what a program set that is gone.

mod signals;

pub(super) use WakerAlarm as Alarm;
pub(super) use signals::ConsoleEvents as Signals;

use super::gate::{Gate, Owner};
use super::terminal::Taken;
use crossterm::event::{Event as Happened, EventStream};
use futures_core::Stream as _;
use std::fs::File;
use std::io;
use std::os::windows::process::CommandExt;
use std::path::Path;
use std::pin::Pin;
use std::process::{Command, ExitStatus};
use std::sync::{Arc, Mutex, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

/// Whether the program can be suspended: stopped, and resumed by the shell.
pub(super) const CAN_SUSPEND: bool = false;
/// The console that the program was started from, whatever its standard streams are.
const CONSOLE: &str = "CONIN$";
/// The editor where none is named: every Windows has it.
pub(super) const EDITOR: &str = "notepad";
/// The exit status by which the command processor says that there is no such command.
pub(super) const NO_COMMAND: i32 = 9009;

/// Tells whether keys can be read: the program has a console.
pub(super) fn has_keyboard() -> bool {
    File::open(CONSOLE).is_ok()
}

/// Checks that there is a console: keys are read from it, whatever standard input is.
pub(super) fn take_keyboard() -> io::Result<()> {
    File::open(CONSOLE).map(drop)
}

/// Returns the columns and rows of the console.
pub(super) fn size() -> io::Result<(u16, u16)> {
    crossterm::terminal::size()
}

/// Returns the columns of the console.
pub(super) fn columns() -> io::Result<u16> {
    Ok(size()?.0)
}

/// Does nothing: see [`CAN_SUSPEND`].
pub(super) fn stop() -> io::Result<()> {
    Ok(())
}

/// Tells whether an error is that of a console that is gone.
pub(super) fn is_gone(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

/// Does nothing: no handler runs when a program aborts.
pub(super) fn guard(_: Taken, _: Vec<u8>) -> io::Result<()> {
    Ok(())
}

/// Runs an editor by the command processor, so that the command may have arguments of its own. With
/// `/S` that takes the outer quotation marks away and nothing else; a path has none.
pub(super) fn edit(command: &str, path: &Path) -> io::Result<ExitStatus> {
    let line = format!("/S /C \"{command} \"{}\"\"", path.display());
    Command::new("cmd").raw_arg(line).status()
}

/// Returns `tell` what comes from the console, until that is gone. Blocks, and reads nothing while an
/// editor has the console.
pub(super) fn read_keys(gate: &Gate, tell: impl Fn(Happened)) {
    loop {
        gate.pass();
        let mut events = EventStream::new();
        loop {
            let next = wait(|context| {
                gate.alarm().set(context.waker());
                match gate.owner() {
                    Owner::Editor => Poll::Ready(None),
                    Owner::Reader => Pin::new(&mut events).poll_next(context).map(Some),
                }
            });
            match next {
                Some(Some(Ok(happened))) => tell(happened),
                Some(_) => return,
                None => break,
            }
        }
    }
}

/// What wakes the thread that reads keys.
#[derive(Default)]
pub(super) struct WakerAlarm(Mutex<Option<Waker>>);

impl WakerAlarm {
    fn set(&self, waker: &Waker) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(waker.clone());
    }

    /// Wakes the thread.
    pub(super) fn ring(&self) -> io::Result<()> {
        if let Some(waker) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            waker.wake_by_ref();
        }
        Ok(())
    }
}

/// Blocks until `poll` is ready.
fn wait<T>(mut poll: impl FnMut(&mut Context<'_>) -> Poll<T>) -> T {
    struct Sleeper(Thread);
    impl Wake for Sleeper {
        fn wake(self: Arc<Self>) {
            self.0.unpark();
        }
    }
    let waker = Waker::from(Arc::new(Sleeper(thread::current())));
    let mut context = Context::from_waker(&waker);
    loop {
        match poll(&mut context) {
            Poll::Ready(ready) => return ready,
            Poll::Pending => thread::park(),
        }
    }
}
