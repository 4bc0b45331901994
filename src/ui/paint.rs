//! Text and faces onto cells.

use crate::layout::{Area, Widths, wrap};
use crate::settings::theme::{Face, Theme};
use crate::text::{TextRange, width};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::widgets::Widget;
use std::ops::Range;

/// Cells of one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cells {
    x: u16,
    y: u16,
    count: u16,
}

/// Names so many cells from a column on.
pub(super) fn cells_at(x: u16, y: u16, count: u16) -> Cells {
    Cells { x, y, count }
}

impl Cells {
    /// Returns the first of them.
    pub(super) fn first(self, count: u16) -> Cells {
        Cells { count: count.min(self.count), ..self }
    }

    /// Returns those behind the first.
    pub(super) fn after(self, count: u16) -> Cells {
        Cells { x: self.x + count, count: self.count.saturating_sub(count), ..self }
    }
}

/// A buffer of cells and the theme to draw with.
pub(super) struct Paint<'a> {
    buffer: &'a mut Buffer,
    theme: &'a Theme,
}

impl<'a> Paint<'a> {
    pub(super) fn new(buffer: &'a mut Buffer, theme: &'a Theme) -> Self {
        Paint { buffer, theme }
    }

    /// Sets all cells to the text's face.
    pub(super) fn clear(&mut self) {
        let area = self.buffer.area;
        self.buffer.set_style(area, self.theme.style(Face::Text));
    }

    /// Returns the screen's columns and rows.
    pub(super) fn size(&self) -> (u16, u16) {
        (self.buffer.area.width, self.buffer.area.height)
    }

    /// Writes text, cut to these cells and to the screen, and returns the column behind it.
    pub(super) fn text(&mut self, cells: Cells, text: &str, face: Face) -> u16 {
        let Cells { x, y, count } = cells;
        if y >= self.buffer.area.height || x >= self.buffer.area.width {
            return x;
        }
        let style = self.theme.style(face);
        if width::simple(text).is_none() {
            return self.buffer.set_stringn(x, y, text, usize::from(count), style).0;
        }
        let end = x.saturating_add(count).min(self.buffer.area.width);
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

    /// Writes text cut between syllables to these cells, and returns the column behind it.
    pub(super) fn cut(&mut self, cells: Cells, text: &str, face: Face) -> u16 {
        self.text(cells, &width::truncate(text, usize::from(cells.count)), face)
    }

    /// Writes text cut between syllables to these cells, with parts of it in the face of what was searched for, and returns
    /// the column behind it.
    pub(super) fn marked(
        &mut self,
        cells: Cells,
        (text, marks): (&str, &[Range<usize>]),
        face: Face,
    ) -> u16 {
        let shown = width::truncate(text, usize::from(cells.count));
        let end = self.text(cells, &shown, face);
        let whole = shown.trim_end_matches('…').len();
        let found = if face == Face::Selected { Face::MatchSelected } else { Face::Match };
        for mark in marks.iter().filter(|mark| mark.end <= whole || shown == text) {
            let x = cells.x + width::width(&text[..mark.start]) as u16;
            let room = end.saturating_sub(x);
            self.text(cells_at(x, cells.y, room), &text[mark.clone()], found);
        }
        end
    }

    /// Writes a title cut in its middle to these cells, and returns the column behind it.
    pub(super) fn title(&mut self, cells: Cells, title: &str, face: Face) -> u16 {
        self.text(cells, &width::shorten(title, usize::from(cells.count)), face)
    }

    /// Writes text at the right end of a line, and returns the column where it begins.
    pub(super) fn at_right(&mut self, line: Area, text: &str, face: Face) -> u16 {
        let cells = width::width(text) as u16;
        let x = (line.x + line.width).saturating_sub(cells);
        self.text(cells_at(x, line.y, cells), text, face);
        x
    }

    /// Writes text over as many rows of an area as it takes.
    pub(super) fn wrapped(&mut self, area: Area, text: &str, face: Face) {
        let columns = usize::from(area.width).max(1);
        let widths = Widths { first: columns, rest: columns };
        let rows = wrap(text, TextRange::new(0, text.len()), widths);
        for (row, y) in rows.iter().zip(area.y..area.y.saturating_add(area.height)) {
            self.text(cells_at(area.x, y, area.width), row.of(text), face);
        }
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
