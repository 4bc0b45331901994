//! The rows of a list in a popup, one of them at the cursor.

use super::paint::Paint;
use super::popup;
use crate::layout::Area;
use crate::settings::theme::Face;

/// A list, and where it stands.
pub(super) struct List {
    /// How many rows it has.
    pub count: usize,
    /// The row of the cursor.
    pub cursor: usize,
    /// How many lines of the screen a row takes.
    pub height: u16,
    /// Where it stands.
    pub area: Area,
}

/// The place of a row on the screen.
pub(super) struct Slot {
    /// Its lines.
    pub area: Area,
    at_cursor: bool,
}

impl List {
    /// Draws the rows that fit, so that the one at the cursor is among them; `draw` draws one.
    pub(super) fn draw(&self, paint: &mut Paint<'_>, draw: impl Fn(usize, &Slot, &mut Paint<'_>)) {
        let fits = usize::from(self.area.height / self.height).max(1);
        let skip = popup::scroll(self.cursor, self.count, fits);
        for (index, place) in (skip..self.count).take(fits).zip(0u16..) {
            let y = self.area.y + place * self.height;
            let area = Area { y, height: self.height, ..self.area };
            let slot = Slot::new(area, index, self.cursor);
            if slot.at_cursor {
                paint.fill(area, Face::Selected);
            }
            draw(index, &slot, paint);
        }
    }
}

impl List {
    /// Draws rows of different heights, so that the one at the cursor is among them.
    pub(super) fn draw_uneven(
        &self,
        paint: &mut Paint<'_>,
        height: impl Fn(usize) -> u16,
        draw: impl Fn(usize, &Slot, &mut Paint<'_>),
    ) {
        let room = self.area.height;
        let ahead = self.cursor..(self.cursor + 3).min(self.count);
        let mut used: u16 = ahead.map(&height).sum();
        let mut skip = self.cursor;
        while skip > 0 && used + height(skip - 1) <= room {
            skip -= 1;
            used += height(skip);
        }
        let mut y = self.area.y;
        for index in skip..self.count {
            let left = (self.area.y + room).saturating_sub(y);
            let rows = height(index).min(left);
            if rows == 0 {
                break;
            }
            let slot = Slot::new(Area { y, height: rows, ..self.area }, index, self.cursor);
            if slot.at_cursor {
                paint.fill(slot.area, Face::Selected);
            }
            draw(index, &slot, paint);
            y += rows;
        }
    }
}

impl Slot {
    /// Makes the place of the row `index` of a list with the cursor at `cursor`.
    pub(super) fn new(area: Area, index: usize, cursor: usize) -> Slot {
        Slot { area, at_cursor: index == cursor }
    }

    /// Returns a part of the row.
    pub(super) fn within(&self, area: Area) -> Slot {
        Slot { area, ..*self }
    }

    /// Returns the face of a part of the row: at the cursor all parts have that of the cursor, but what matches stays marked.
    pub(super) fn face(&self, face: Face) -> Face {
        match face {
            Face::Match if self.at_cursor => Face::MatchSelected,
            _ if self.at_cursor => Face::Selected,
            _ => face,
        }
    }

    /// Returns the sign before the row.
    pub(super) fn sign(&self) -> &'static str {
        if self.at_cursor { "▸ " } else { "  " }
    }
}
