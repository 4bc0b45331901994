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
use ratatui::backend::CrosstermBackend;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::{TerminalOptions, Viewport};
use std::cell::RefCell;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::rc::Rc;

/// How much room a frame is given at first, in bytes.
const FRAME: usize = 1 << 16;

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
    size: (u16, u16),
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
        let (columns, rows) = size()?;
        // A fixed viewport: the size is asked for when it changes, not for every frame.
        let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
        let options = TerminalOptions { viewport };
        let screen = ratatui::Terminal::with_options(backend, options).inspect_err(|_| {
            let _ = disable_raw_mode();
        })?;
        let mouse = settings.mouse;
        let mut terminal = Terminal {
            screen,
            output,
            size: (columns, rows),
            mouse,
            synchronized: settings.synchronized,
            entered: true,
        };
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

    /// Takes the size that the terminal has now, and gives its columns and rows.
    pub(super) fn take_size(&mut self) -> io::Result<(u16, u16)> {
        let (columns, rows) = size()?;
        self.size = (columns, rows);
        self.redraw()?;
        Ok(self.size)
    }

    /// Gives the columns and rows as they were last asked for.
    pub(super) fn size(&self) -> (u16, u16) {
        self.size
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
        // Not by `clear`, which asks the terminal for its cursor and waits for the answer.
        let (columns, rows) = self.size;
        self.screen.resize(Rect::new(0, 0, columns, rows))
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
        self.take_size()
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

/// Asks for the terminal's columns and rows.
fn size() -> io::Result<(u16, u16)> {
    let size = rustix::termios::tcgetwinsize(rustix::stdio::stdin())?;
    // Some terminals do not know their size.
    let known = |cells: u16, usual: u16| if cells == 0 { usual } else { cells };
    Ok((known(size.ws_col, 80), known(size.ws_row, 24)))
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
        // tmux would keep rows of a screen that was resized.
        cursor::MoveTo(0, 0),
        LeaveAlternateScreen,
        cursor::Show,
    );
    let _ = disable_raw_mode();
}
