//! From a frame of cells to the bytes that bring the terminal from the last frame to it.
//!
//! In place of ratatui's own `Terminal`: that skips every blank of a first frame, moves the cursor
//! over it and so writes half as many bytes again, which the start can be seen to wait for (see
//! docs/dev/performance.md); and for some commands it asks the terminal for its cursor and waits.

use crate::text::width::width;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};
use std::io::Write as _;

/// Unchanged cells between two changed ones are written anew, if they are so few and look alike:
/// a cursor movement takes more bytes.
const BRIDGED: u16 = 6;

/// What the terminal shows.
pub(super) struct Screen {
    area: Rect,
    shown: Option<Buffer>,
    cursor: Option<Position>,
}

impl Screen {
    /// Makes a screen of which nothing is known to be blank but that it was cleared.
    pub(super) fn new(columns: u16, rows: u16) -> Self {
        Screen { area: Rect::new(0, 0, columns, rows), shown: None, cursor: None }
    }

    /// Returns the columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        (self.area.width, self.area.height)
    }

    /// Takes another size. The next frame is written whole, on a cleared screen.
    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        *self = Screen::new(columns, rows);
    }

    /// Writes what brings the terminal to the frame that `render` draws.
    pub(super) fn draw(
        &mut self,
        render: impl FnOnce(&mut Buffer) -> Option<Position>,
        out: &mut Vec<u8>,
    ) {
        let mut next = Buffer::empty(self.area);
        let cursor = render(&mut next);
        if self.shown.is_none() {
            out.extend_from_slice(b"\x1b[0m\x1b[H\x1b[2J");
        }
        if self.cursor.is_some() {
            out.extend_from_slice(b"\x1b[?25l");
        }
        let mut pen = Pen { style: None, out };
        for row in 0..self.area.height {
            self.row(&next, row, &mut pen);
        }
        pen.lift();
        if let Some(Position { x, y }) = cursor {
            pen.move_to(x, y);
            pen.out.extend_from_slice(b"\x1b[?25h");
        }
        self.cursor = cursor;
        self.shown = Some(next);
    }

    fn row(&self, next: &Buffer, y: u16, pen: &mut Pen<'_>) {
        let columns = self.area.width;
        let cell = |x: u16| &next[(x, y)];
        let differs = |x: u16| match &self.shown {
            Some(shown) => shown[(x, y)] != next[(x, y)],
            None => next[(x, y)] != Cell::EMPTY,
        };
        if !(0..columns).any(differs) {
            return;
        }
        // What becomes of half a wide character is up to the terminal, so a row that has or had one
        // is written whole.
        let is_wide = |frame: &Buffer| {
            let symbol = |x| frame[(x, y)].symbol();
            (0..columns).any(|x| symbol(x).len() > 1 && width(symbol(x)) > 1)
        };
        let whole = is_wide(next) || self.shown.as_ref().is_some_and(is_wide);
        let changed = |x: u16| whole || differs(x);
        // The column behind the last cell that was written on this row.
        let mut written: Option<u16> = None;
        let mut x = 0;
        while x < columns {
            let cells = (width(cell(x).symbol()) as u16).max(1);
            if changed(x) {
                match written {
                    Some(end) if end == x => {}
                    Some(end)
                        if x - end <= BRIDGED
                            && (end..x)
                                .all(|at| pen.fits(cell(at)) && cell(at).symbol().len() <= 4)
                            && (end..x).all(|at| width(cell(at).symbol()) == 1) =>
                    {
                        (end..x).for_each(|at| pen.write(cell(at)));
                    }
                    _ => pen.move_to(x, y),
                }
                pen.write(cell(x));
                written = Some(x + cells);
            }
            x += cells;
        }
    }
}

/// What the next character is written with.
type Style = (Color, Color, Modifier);

struct Pen<'o> {
    style: Option<Style>,
    out: &'o mut Vec<u8>,
}

impl Pen<'_> {
    fn fits(&self, cell: &Cell) -> bool {
        self.style == Some((cell.fg, cell.bg, cell.modifier))
    }

    fn write(&mut self, cell: &Cell) {
        if !self.fits(cell) {
            self.take((cell.fg, cell.bg, cell.modifier));
        }
        self.out.extend_from_slice(cell.symbol().as_bytes());
    }

    fn move_to(&mut self, x: u16, y: u16) {
        self.put(format_args!("\x1b[{};{}H", y + 1, x + 1));
    }

    /// Leaves the terminal with plain letters.
    fn lift(&mut self) {
        self.out.extend_from_slice(b"\x1b[0m");
        self.style = None;
    }

    fn take(&mut self, style: Style) {
        let (foreground, background, modifier) = style;
        let mut codes: Vec<u8> = Vec::with_capacity(32);
        let before = match self.style {
            Some((_, _, before)) if before == modifier => self.style,
            // Attributes are only ever taken back all together.
            _ => {
                codes.push(b'0');
                attributes(modifier, &mut codes);
                Some((Color::Reset, Color::Reset, modifier))
            }
        };
        if before.is_none_or(|(was, ..)| was != foreground) {
            color(foreground, 30, &mut codes);
        }
        if before.is_none_or(|(_, was, _)| was != background) {
            color(background, 40, &mut codes);
        }
        self.out.extend_from_slice(b"\x1b[");
        self.out.extend_from_slice(codes.strip_prefix(b";").unwrap_or(&codes));
        self.out.push(b'm');
        self.style = Some(style);
    }

    fn put(&mut self, what: std::fmt::Arguments<'_>) {
        // Writing to memory does not fail.
        let _ = self.out.write_fmt(what);
    }
}

/// Writes the parameters of SGR (ECMA-48) that set attributes.
fn attributes(modifier: Modifier, codes: &mut Vec<u8>) {
    let table = [
        (Modifier::BOLD, &b";1"[..]),
        (Modifier::DIM, b";2"),
        (Modifier::ITALIC, b";3"),
        (Modifier::UNDERLINED, b";4"),
        (Modifier::SLOW_BLINK, b";5"),
        (Modifier::RAPID_BLINK, b";6"),
        (Modifier::REVERSED, b";7"),
        (Modifier::HIDDEN, b";8"),
        (Modifier::CROSSED_OUT, b";9"),
    ];
    for (attribute, code) in table {
        if modifier.contains(attribute) {
            codes.extend_from_slice(code);
        }
    }
}

/// Writes the parameters of SGR that set a colour; `base` is 30 for letters and 40 for their ground.
fn color(color: Color, base: u8, codes: &mut Vec<u8>) {
    let bright = base + 60;
    let number = match color {
        Color::Reset => base + 9,
        Color::Black => base,
        Color::Red => base + 1,
        Color::Green => base + 2,
        Color::Yellow => base + 3,
        Color::Blue => base + 4,
        Color::Magenta => base + 5,
        Color::Cyan => base + 6,
        Color::Gray => base + 7,
        Color::DarkGray => bright,
        Color::LightRed => bright + 1,
        Color::LightGreen => bright + 2,
        Color::LightYellow => bright + 3,
        Color::LightBlue => bright + 4,
        Color::LightMagenta => bright + 5,
        Color::LightCyan => bright + 6,
        Color::White => bright + 7,
        Color::Indexed(index) => {
            let _ = write!(codes, ";{};5;{index}", base + 8);
            return;
        }
        Color::Rgb(red, green, blue) => {
            let _ = write!(codes, ";{};2;{red};{green};{blue}", base + 8);
            return;
        }
    };
    let _ = write!(codes, ";{number}");
}

#[cfg(test)]
mod tests;
