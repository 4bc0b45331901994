//! What the console tells a program besides keys: that it is to end.

use super::wait;
use crate::runtime::ending::{Ending, PATIENCE};
use crate::runtime::gate::Gate;
use crate::runtime::outside::{Outside, Teller};
use crate::runtime::terminal;
use std::io;
use std::task::{Context, Poll};
use std::thread;
use tokio::signal::windows::{
    CtrlBreak, CtrlC, CtrlClose, CtrlLogoff, CtrlShutdown, ctrl_break, ctrl_c, ctrl_close,
    ctrl_logoff, ctrl_shutdown,
};

/// The console's events that the program handles.
///
/// Windows ends a program as soon as it has handled that its console is closed, after five seconds
/// at the latest. tokio's handler therefore does not return, so that the loop has that time.
pub(in crate::runtime) struct ConsoleEvents {
    interrupt: CtrlC,
    quit: CtrlBreak,
    close: CtrlClose,
    logoff: CtrlLogoff,
    shutdown: CtrlShutdown,
}

impl ConsoleEvents {
    /// From now on the events wait to be told, in place of ending the program.
    pub(in crate::runtime) fn catch() -> io::Result<Self> {
        Ok(ConsoleEvents {
            interrupt: ctrl_c()?,
            quit: ctrl_break()?,
            close: ctrl_close()?,
            logoff: ctrl_logoff()?,
            shutdown: ctrl_shutdown()?,
        })
    }

    /// Starts to tell events to the loop, those that came before included.
    pub(in crate::runtime) fn watch(mut self, teller: Teller, gate: Gate) -> io::Result<()> {
        let watch = move || {
            loop {
                let ending = wait(|context| self.poll(context));
                // An editor has the console: these are meant for it.
                if matches!(ending, Ending::Interrupt | Ending::Quit) && gate.is_editors() {
                    continue;
                }
                teller.tell(Outside::Ending(ending));
                thread::sleep(PATIENCE);
                terminal::restore();
                std::process::exit(i32::from(ending.exit_status()));
            }
        };
        thread::Builder::new().name("signals".to_owned()).spawn(watch)?;
        Ok(())
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Ending> {
        let told = [
            (self.close.poll_recv(context), Ending::Hangup),
            (self.interrupt.poll_recv(context), Ending::Interrupt),
            (self.quit.poll_recv(context), Ending::Quit),
            (self.logoff.poll_recv(context), Ending::Terminate),
            (self.shutdown.poll_recv(context), Ending::Terminate),
        ];
        let ending = told.into_iter().find(|(told, _)| told.is_ready());
        ending.map_or(Poll::Pending, |(_, ending)| Poll::Ready(ending))
    }
}
