//! The terminal: taken, drawn on, given back.

use crate::config::TerminalSettings;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, clipboard::CopyToClipboard, cursor, execute, queue, style};
use ratatui::backend::{Backend, CrosstermBackend};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::termios::{QueueSelector, tcflush};
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::rc::Rc;

/// How much room a frame is given at first, in bytes.
const FRAME: usize = 1 << 16;
/// How long an answer of the terminal may still come when the program ends, in nanoseconds.
const LATE_REPLY: i64 = 100_000_000;

/// What is to be written to the terminal, kept until a frame is whole, so that it goes out in one
/// write; flushing does nothing.
#[derive(Clone)]
struct Output(Rc<RefCell<Vec<u8>>>);

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The terminal while the reader has it.
pub(super) struct Terminal {
    screen: ratatui::Terminal<CrosstermBackend<Output>>,
    output: Output,
    mouse: bool,
    synchronized: bool,
    entered: bool,
}

/// Makes the terminal standard input, where that is a pipe or file.
pub(super) fn take_keyboard() -> io::Result<()> {
    if !io::stdin().is_terminal() {
        rustix::stdio::dup2_stdin(File::open("/dev/tty")?)?;
    }
    Ok(())
}

impl Terminal {
    /// Takes the terminal. What that needs is written with the first frame.
    pub(super) fn enter(settings: &TerminalSettings) -> io::Result<Self> {
        enable_raw_mode()?;
        let output = Output(Rc::new(RefCell::new(Vec::with_capacity(FRAME))));
        let backend = CrosstermBackend::new(output.clone());
        let screen = ratatui::Terminal::new(backend).inspect_err(|_| {
            let _ = disable_raw_mode();
        })?;
        let mouse = settings.mouse;
        let mut terminal =
            Terminal { screen, output, mouse, synchronized: settings.synchronized, entered: true };
        terminal.queue_entry()?;
        Ok(terminal)
    }

    fn queue_entry(&mut self) -> io::Result<()> {
        let out = self.screen.backend_mut();
        queue!(out, EnterAlternateScreen, cursor::Hide, EnableBracketedPaste)?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Gives the columns and rows.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        let size = self.screen.backend().size()?;
        Ok((size.width, size.height))
    }

    /// Draws a frame: only the cells that changed are written.
    pub(super) fn draw(
        &mut self,
        render: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        if self.synchronized {
            queue!(self.screen.backend_mut(), BeginSynchronizedUpdate)?;
        }
        self.screen.draw(|frame| {
            if let Some(cursor) = render(frame.buffer_mut()) {
                frame.set_cursor_position(cursor);
            }
        })?;
        if self.synchronized {
            queue!(self.screen.backend_mut(), EndSynchronizedUpdate)?;
        }
        self.send()
    }

    fn send(&mut self) -> io::Result<()> {
        let mut bytes = self.output.0.borrow_mut();
        let mut out = io::stdout();
        let written = out.write_all(&bytes).and_then(|()| out.flush());
        bytes.clear();
        written
    }

    /// Asks the terminal for its background's colour; the answer comes among the keys.
    pub(super) fn ask_background(&mut self) -> io::Result<()> {
        self.output.write_all(b"\x1b]11;?\x1b\\")?;
        self.send()
    }

    /// Waits a moment for an answer that is still under way, and drops it: else the shell would
    /// take it for typed.
    pub(super) fn swallow_reply(&mut self) {
        let stdin = rustix::stdio::stdin();
        let mut fds = [PollFd::new(&stdin, PollFlags::IN)];
        let wait = Timespec { tv_sec: 0, tv_nsec: LATE_REPLY };
        let _ = poll(&mut fds, Some(&wait));
        let _ = tcflush(stdin, QueueSelector::IFlush);
    }

    /// Puts text on the clipboard (OSC 52).
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        let command = CopyToClipboard::to_clipboard_from(text);
        let mut escape = String::new();
        command.write_ansi(&mut escape).map_err(io::Error::other)?;
        self.output.write_all(escape.as_bytes())?;
        self.send()
    }

    /// Draws every cell anew with the next frame.
    pub(super) fn redraw(&mut self) -> io::Result<()> {
        self.screen.clear()
    }

    /// Gives the terminal back, stops the program, and takes the terminal again once the program
    /// is resumed. Gives the size it has then.
    pub(super) fn suspend(&mut self) -> io::Result<(u16, u16)> {
        self.leave();
        signal_hook::low_level::raise(signal_hook::consts::SIGSTOP)?;
        self.reenter()
    }

    /// Takes the terminal again, after the program was stopped.
    pub(super) fn reenter(&mut self) -> io::Result<(u16, u16)> {
        enable_raw_mode()?;
        self.entered = true;
        self.queue_entry()?;
        self.screen.clear()?;
        self.size()
    }

    /// Gives the terminal back. It may be gone: then nothing is to be given back.
    pub(super) fn leave(&mut self) {
        if self.entered {
            self.entered = false;
            let _ = self.send();
            restore();
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Undoes all that [`Terminal::enter`] may have done. For any thread, at any time.
pub(super) fn restore() {
    let mut out = io::stdout();
    let _ = execute!(
        out,
        EndSynchronizedUpdate,
        DisableMouseCapture,
        DisableBracketedPaste,
        style::ResetColor,
        style::SetAttribute(style::Attribute::Reset),
        LeaveAlternateScreen,
        cursor::Show,
    );
    let _ = disable_raw_mode();
}
