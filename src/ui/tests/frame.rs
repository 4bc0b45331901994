//! A drawn frame, to be looked at.

use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use ratatui::style::Style;

/// A drawn frame.
pub struct Frame {
    pub buffer: Buffer,
    pub cursor: Option<Position>,
}

impl Frame {
    /// Returns a line without the blanks at its end.
    pub fn line(&self, y: u16) -> String {
        let mut out = String::new();
        let mut x = 0;
        while x < self.buffer.area.width {
            let symbol = self.buffer[(x, y)].symbol();
            out.push_str(symbol);
            x += (width::width(symbol) as u16).max(1);
        }
        out.truncate(out.trim_end().len());
        out
    }

    pub fn text(&self) -> String {
        let lines: Vec<String> = (0..self.buffer.area.height).map(|y| self.line(y)).collect();
        lines.join("\n")
    }

    /// Finds the first cell of `words`.
    pub fn find(&self, words: &str) -> Option<(u16, u16)> {
        (0..self.buffer.area.height).find_map(|y| {
            let line = self.line(y);
            let at = line.find(words)?;
            Some((width::width(&line[..at]) as u16, y))
        })
    }

    /// Returns the style of the first cell of `words`.
    pub fn style_of(&self, words: &str) -> Style {
        let at = self.find(words).unwrap_or_else(|| panic!("{words} in\n{}", self.text()));
        self.buffer[at].style()
    }

    /// Tells whether the cells of `words` have the colours and attributes of a style.
    pub fn wears(&self, words: &str, style: Style) -> bool {
        let (x, y) = self.find(words).unwrap_or_else(|| panic!("{words} in\n{}", self.text()));
        (x..x + width::width(words) as u16).all(|x| {
            let cell = self.buffer[(x, y)].style();
            style.fg.is_none_or(|fg| cell.fg == Some(fg))
                && style.bg.is_none_or(|bg| cell.bg == Some(bg))
                && cell.add_modifier.contains(style.add_modifier)
        })
    }
}
