//! What is written brings a terminal (vt100) to the frame, whatever it showed before.

use super::Screen;
use proptest::prelude::*;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier, Style};

const COLUMNS: u16 = 24;
const ROWS: u16 = 6;

/// A piece of text at a place, in a style.
type Piece = (u16, u16, String, u8);

fn paint(pieces: &[Piece], buffer: &mut Buffer) {
    for (x, y, text, style) in pieces {
        let style = match style {
            0 => Style::new(),
            1 => Style::new().fg(Color::Rgb(1, 2, 3)).add_modifier(Modifier::BOLD),
            2 => Style::new().bg(Color::Indexed(7)).fg(Color::LightRed),
            _ => Style::new().add_modifier(Modifier::REVERSED | Modifier::UNDERLINED),
        };
        let room = usize::from(COLUMNS - x);
        buffer.set_stringn(*x, *y, text, room, style);
    }
}

/// Returns what a terminal shows, with bold, inverse and colours, cell by cell.
fn cells(terminal: &vt100::Screen) -> Vec<String> {
    let mut out = Vec::new();
    for y in 0..ROWS {
        for x in 0..COLUMNS {
            let cell = terminal.cell(y, x).expect("a cell of the screen");
            let text = if cell.has_contents() { cell.contents() } else { " " };
            out.push(format!(
                "{x},{y} {text:?} {} {} {} {:?} {:?}",
                cell.bold(),
                cell.inverse(),
                cell.underline(),
                cell.fgcolor(),
                cell.bgcolor()
            ));
        }
    }
    out
}

fn parser() -> vt100::Parser {
    let size = |cells: u16| std::num::NonZeroU16::new(cells).expect("not empty");
    vt100::Parser::new(size(ROWS), size(COLUMNS), 0)
}

fn check(frames: &[Vec<Piece>]) {
    let mut screen = Screen::new(COLUMNS, ROWS);
    let mut terminal = parser();
    for frame in frames {
        let mut bytes = Vec::new();
        let draw = |buffer: &mut Buffer| {
            paint(frame, buffer);
            None
        };
        screen.draw(draw, &mut bytes);
        terminal.process(&bytes);
        // The same frame, written whole on a fresh terminal.
        let mut fresh = parser();
        let mut whole = Vec::new();
        Screen::new(COLUMNS, ROWS).draw(draw, &mut whole);
        fresh.process(&whole);
        let (is, wanted) = (cells(terminal.screen()), cells(fresh.screen()));
        let wrong = is.iter().zip(&wanted).find(|(is, wanted)| is != wanted);
        assert_eq!(wrong, None, "{frames:?}");
    }
}

#[test]
fn blanks_between_words_are_written_not_jumped_over() {
    let mut bytes = Vec::new();
    let draw = |buffer: &mut Buffer| {
        buffer.set_string(0, 0, "Một là: làm trước", Style::new());
        None
    };
    Screen::new(COLUMNS, ROWS).draw(draw, &mut bytes);
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.contains("Một là: làm trước"), "{text:?}");
}

#[test]
fn the_same_frame_again_writes_no_cell() {
    let mut screen = Screen::new(COLUMNS, ROWS);
    let draw = |buffer: &mut Buffer| {
        buffer.set_string(0, 0, "Kết luận", Style::new());
        None
    };
    let mut bytes = Vec::new();
    screen.draw(draw, &mut bytes);
    bytes.clear();
    screen.draw(draw, &mut bytes);
    assert_eq!(bytes, b"\x1b[0m");
}

proptest! {
    #[test]
    fn any_frames(frames in proptest::collection::vec(proptest::collection::vec(
        (0..COLUMNS, 0..ROWS, "[a-zđắ 字한]{1,20}", 0u8..4), 0..8), 1..5)) {
        check(&frames);
    }
}
