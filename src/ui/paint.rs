//! Text and faces onto cells.

use crate::layout::Area;
use crate::settings::theme::{Face, Theme};
use crate::text::width;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;

/// A buffer of cells and the theme to draw with.
pub(super) struct Paint<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
}

impl<'a> Paint<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Paint { buffer, theme }
    }

    /// Gives all cells to the text's face.
    pub(super) fn clear(&mut self) {
        let area = self.buffer.area;
        self.buffer.set_style(area, self.theme.style(Face::Text));
    }

    /// Gives the screen's columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        (self.buffer.area.width, self.buffer.area.height)
    }

    /// Writes text, cut to `cells` and to the screen, and gives the column behind it.
    pub(super) fn text(&mut self, x: u16, y: u16, cells: u16, text: &str, face: Face) -> u16 {
        if y >= self.buffer.area.height || x >= self.buffer.area.width {
            return x;
        }
        let style = self.theme.style(face);
        if width::simple(text).is_none() {
            return self.buffer.set_stringn(x, y, text, usize::from(cells), style).0;
        }
        let end = x.saturating_add(cells).min(self.buffer.area.width);
        let mut at = x;
        for letter in text.chars() {
            if at == end {
                break;
            }
            if let Some(cell) = self.buffer.cell_mut((at, y)) {
                cell.set_char(letter).set_style(style);
            }
            at += 1;
        }
        at
    }

    /// Writes text cut between syllables to `cells`, and gives the column behind it.
    pub(super) fn cut(&mut self, x: u16, y: u16, cells: u16, text: &str, face: Face) -> u16 {
        self.text(x, y, cells, &width::truncate(text, usize::from(cells)), face)
    }

    /// Adds a face to cells that are written already.
    pub(super) fn patch(&mut self, area: Area, face: Face) {
        let rect = Rect::new(area.x, area.y, area.width, area.height);
        self.buffer.set_style(rect.intersection(self.buffer.area), self.theme.style(face));
    }

    /// Draws a widget of another maker.
    pub(super) fn widget(&mut self, widget: impl Widget, area: Area) {
        let rect = Rect::new(area.x, area.y, area.width, area.height);
        widget.render(rect.intersection(self.buffer.area), self.buffer);
    }

    /// Blanks an area and gives it a face.
    pub(super) fn fill(&mut self, area: Area, face: Face) {
        let rect = Rect::new(area.x, area.y, area.width, area.height);
        let rect = rect.intersection(self.buffer.area);
        for position in rect.positions() {
            if let Some(cell) = self.buffer.cell_mut(position) {
                cell.reset();
            }
        }
        let under: Style = self.theme.style(Face::Text);
        self.buffer.set_style(rect, under);
        self.buffer.set_style(rect, self.theme.style(face));
    }
}
