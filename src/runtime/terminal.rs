//! The terminal: taken, drawn on, given back.

use super::screen::Screen;
use super::system;
use crate::settings::TerminalSettings;
use crossterm::event::{
    DisableBracketedPaste, DisableMouseCapture, EnableBracketedPaste, EnableMouseCapture,
};
use crossterm::terminal::{
    BeginSynchronizedUpdate, EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen,
    disable_raw_mode, enable_raw_mode,
};
use crossterm::{Command, clipboard::CopyToClipboard, cursor, queue, style};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::io::{self, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

/// How much room a frame is given at first, in bytes.
const FRAME: usize = 1 << 14;

/// The terminal while the reader has it.
pub(super) struct Terminal {
    screen: Screen,
    /// What is to be written, kept until a frame is whole, so that it goes out in one write.
    output: Vec<u8>,
    mouse: bool,
    synchronized: bool,
    entered: bool,
    taken: Taken,
}

/// Whether the terminal is to be given back should the program be aborted.
#[derive(Clone, Default)]
pub(super) struct Taken(Arc<AtomicBool>);

impl Taken {
    /// Notes that the reader has the terminal, or has given it back.
    pub(super) fn set(&self, taken: bool) {
        self.0.store(taken, Ordering::SeqCst);
    }

    /// Tells whether the reader has the terminal, and notes that it has given it back.
    #[cfg(unix)]
    pub(super) fn take(&self) -> bool {
        self.0.swap(false, Ordering::SeqCst)
    }
}

impl Terminal {
    /// Takes the terminal. What that needs is written with the first frame.
    pub(super) fn enter(settings: &TerminalSettings, taken: Taken) -> io::Result<Self> {
        let (columns, rows) = size()?;
        taken.set(true);
        enable_raw_mode()?;
        let mut terminal = Terminal {
            screen: Screen::new(columns, rows),
            output: Vec::with_capacity(FRAME),
            mouse: settings.mouse,
            synchronized: settings.synchronized,
            entered: true,
            taken,
        };
        terminal.queue_entry()?;
        Ok(terminal)
    }

    fn queue_entry(&mut self) -> io::Result<()> {
        let out = &mut self.output;
        queue!(out, EnterAlternateScreen, cursor::Hide, EnableBracketedPaste)?;
        if self.mouse {
            queue!(out, EnableMouseCapture)?;
        }
        Ok(())
    }

    /// Takes the size that the terminal has now, and gives its columns and rows.
    pub(super) fn take_size(&mut self) -> io::Result<(u16, u16)> {
        let (columns, rows) = size()?;
        self.screen.resize(columns, rows);
        Ok((columns, rows))
    }

    /// Returns the columns and rows as they were last asked for.
    pub(super) fn size(&self) -> (u16, u16) {
        self.screen.size()
    }

    /// Draws a frame: only what changed is written.
    pub(super) fn draw(
        &mut self,
        render: impl FnOnce(&mut Buffer) -> Option<Position>,
    ) -> io::Result<()> {
        if self.synchronized {
            queue!(self.output, BeginSynchronizedUpdate)?;
        }
        self.screen.draw(render, &mut self.output);
        if self.synchronized {
            queue!(self.output, EndSynchronizedUpdate)?;
        }
        self.send()
    }

    fn send(&mut self) -> io::Result<()> {
        let mut out = io::stdout();
        let written = out.write_all(&self.output).and_then(|()| out.flush());
        self.output.clear();
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
    pub(super) fn redraw(&mut self) {
        let (columns, rows) = self.screen.size();
        self.screen.resize(columns, rows);
    }

    /// Gives the terminal back, stops the program, and takes the terminal again once the program
    /// is resumed. Gives the size it has then.
    pub(super) fn suspend(&mut self) -> io::Result<(u16, u16)> {
        self.leave();
        system::stop()?;
        self.reenter()
    }

    /// Takes the terminal again, after the program was stopped.
    pub(super) fn reenter(&mut self) -> io::Result<(u16, u16)> {
        self.taken.set(true);
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
            self.taken.set(false);
        }
    }
}

/// Asks for the terminal's columns and rows.
fn size() -> io::Result<(u16, u16)> {
    let (columns, rows) = system::size()?;
    // Some terminals do not know their size.
    let known = |cells: u16, usual: u16| if cells == 0 { usual } else { cells };
    Ok((known(columns, 80), known(rows, 24)))
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// Undoes all that [`Terminal::enter`] may have done. For any thread, at any time.
pub(super) fn restore() {
    // The modes first: who sees the screen given back may use it.
    let _ = disable_raw_mode();
    let mut out = io::stdout();
    let _ = out.write_all(&restoring()).and_then(|()| out.flush());
}

/// Returns the escape sequences that undo what [`Terminal::enter`] may have written.
pub(super) fn restoring() -> Vec<u8> {
    let mut out = Vec::new();
    // Writing to memory does not fail. Windows gives the mouse back by a call instead, which fails
    // where the mouse was not taken: the others must not be left out for that.
    let _ = queue!(out, EndSynchronizedUpdate);
    let _ = queue!(out, DisableMouseCapture);
    let _ = queue!(
        out,
        DisableBracketedPaste,
        style::ResetColor,
        style::SetAttribute(style::Attribute::Reset),
        // tmux would keep rows of a screen that was resized.
        cursor::MoveTo(0, 0),
        LeaveAlternateScreen,
        cursor::Show,
    );
    out
}
