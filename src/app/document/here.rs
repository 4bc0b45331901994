//! Where the reader is in an open speech: one line of the text, which is always on the screen. What shows around it
//! follows from it.

use super::OpenSpeech;
use crate::layout::{RowKind, RowRef};
use crate::text::{TextPos, TextRange};

/// A place in a text, and how far down the screen it stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Here {
    pos: TextPos,
    /// The rows above it, where the text and the screen have them.
    above: usize,
    arrival: PlaceArrival,
}

/// How the reader came to a place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum PlaceArrival {
    /// By a jump, and still has to find it.
    Landed,
    /// By reading on.
    #[default]
    Read,
}

impl Here {
    /// Returns another place, so many rows down the screen.
    pub(super) fn at(self, pos: TextPos, above: usize) -> Here {
        Here { pos, above, ..self }
    }
}

impl OpenSpeech {
    /// Returns the place where the reader is: between paragraphs the next one, at the end the last one.
    pub fn place(&self) -> TextPos {
        let (here, line) = (self.here_row(), self.current_line());
        let end = self.speech.blocks.get(line.block).map_or(TextPos::ZERO, |block| block.range.end);
        match line == here && self.here.pos < end {
            true => self.here.pos,
            false => self.place_of(line),
        }
    }

    /// Returns the row with words where the reader is.
    pub(super) fn current_line(&self) -> RowRef {
        let here = self.here_row();
        let is_text = |at: RowRef| {
            let row = self.layout.row(&self.speech, at);
            row.is_some_and(|row| matches!(row.kind, RowKind::First | RowKind::More))
        };
        let on = |at: &RowRef| self.layout.next(&self.speech, *at);
        let back = |at: &RowRef| self.layout.previous(&self.speech, *at);
        let after = std::iter::successors(Some(here), on).find(|at| is_text(*at));
        after
            .or_else(|| std::iter::successors(Some(here), back).find(|at| is_text(*at)))
            .unwrap_or(here)
    }

    /// Returns where the reader is and how it shows, to be restored.
    pub fn here(&self) -> Here {
        self.here
    }

    /// Goes to where the reader was, with as much above it as there was.
    pub fn restore(&mut self, here: Here) {
        self.here = Here { pos: here.pos.clamp_to(&self.speech.text), ..here };
    }

    /// Returns where the last jump landed, if one has not moved on since.
    pub fn landing(&self) -> Option<TextPos> {
        (self.here.arrival == PlaceArrival::Landed).then_some(self.here.pos)
    }

    /// Takes the mark of the landing away: the reader has found it.
    pub fn unmark_landing(&mut self) {
        self.here.arrival = PlaceArrival::Read;
    }

    /// Returns whether the reader is at the start and did not jump there.
    pub fn is_at_start(&self) -> bool {
        let is_first = self.layout.previous(&self.speech, self.here_row()).is_none();
        is_first && self.here.arrival == PlaceArrival::Read
    }

    /// Goes on or back by rows: the screen goes with the reader as far as the text goes; returns whether there was
    /// somewhere to go.
    pub fn go_by(&mut self, rows: isize) -> bool {
        let from = self.here_row();
        let to = self.layout.step(&self.speech, from, rows);
        let before = self.here.pos;
        self.here.arrival = PlaceArrival::Read;
        self.here.pos = self.place_of(to);
        let line = self.current_line();
        if line < to {
            // Behind the last paragraph nothing is read.
            self.here.pos = self.place_of(line);
        }
        self.here.pos != before
    }

    /// Turns so many rows of the screen over; after a whole page the reader is at its beginning, at most `margin` rows
    /// down. At the ends of the text, where the screen stays, the reader goes on alone. Returns whether there was
    /// somewhere to go.
    pub fn turn(&mut self, rows: isize, margin: usize) -> bool {
        let top = self.top_row();
        let is_end = match rows > 0 {
            true => top >= self.lowest_top(),
            false => self.layout.previous(&self.speech, top).is_none(),
        };
        if is_end {
            return self.go_by(rows);
        }
        let is_page = rows.unsigned_abs() + 1 >= self.height;
        let above = self.here.above.min(if is_page { margin } else { self.height - 1 });
        let from = self.layout.step(&self.speech, top, above as isize);
        let pos = self.place_of(self.layout.step(&self.speech, from, rows));
        self.here = Here { pos, above, arrival: PlaceArrival::Read };
        true
    }

    /// Scrolls the screen by rows; the reader stays as long as their line is on it.
    pub fn scroll(&mut self, rows: isize) {
        let top = self.layout.step(&self.speech, self.top_row(), rows).min(self.lowest_top());
        let bottom = self.layout.step(&self.speech, top, self.height as isize - 1);
        let at = self.here_row();
        let to = at.clamp(top, bottom);
        if to != at {
            self.here.pos = self.place_of(to);
        }
        self.here.above = self.rows_between(top, to);
        self.here.arrival = PlaceArrival::Read;
    }

    /// Puts the line where the reader is in the middle of the screen.
    pub fn centre(&mut self) {
        self.here.above = self.height / 2;
    }

    /// Goes to a place by a jump, with `margin` rows above it in view.
    pub fn land(&mut self, pos: TextPos, margin: usize) {
        let above = margin.min(self.height.saturating_sub(1) / 2);
        self.here =
            Here { pos: pos.clamp_to(&self.speech.text), above, arrival: PlaceArrival::Landed };
    }

    /// Goes to the start of a range by a jump. What shows stays if it has the range, else that is put a third down the
    /// screen.
    pub fn land_on(&mut self, range: TextRange) {
        let top = self.top_row();
        let bottom = self.layout.step(&self.speech, top, self.height as isize - 1);
        let first = self.layout.find(&self.speech, range.start);
        let last_place = TextPos::new(range.end.get().saturating_sub(1)).max(range.start);
        let last = self.layout.find(&self.speech, last_place.clamp_to(&self.speech.text));
        let above = match first >= top && last <= bottom {
            true => self.rows_between(top, first),
            false => self.height / 3,
        };
        self.here = Here { pos: range.start, above, arrival: PlaceArrival::Landed };
    }

    /// Goes to a place, scrolling just as far as needed to show it.
    pub fn move_to(&mut self, pos: TextPos) {
        let pos = pos.clamp_to(&self.speech.text);
        let (row, top) = (self.layout.find(&self.speech, pos), self.top_row());
        let above = self.rows_between(top, row.max(top)).min(self.height - 1);
        let arrival = if pos == self.here.pos { self.here.arrival } else { PlaceArrival::Read };
        self.here = Here { pos, above, arrival };
    }

    /// Comes back to a place where the reader was: on the top row, as far as the text goes down.
    pub fn come_back(&mut self, pos: TextPos) {
        let pos = pos.clamp_to(&self.speech.text);
        self.here = Here { pos, ..Here::default() };
    }

    /// Goes to the end: to the last paragraph, for that is what one goes there for, though the rows above it fill the
    /// screen.
    pub fn go_to_end(&mut self) {
        let (last, lowest) = (self.layout.last(&self.speech), self.lowest_top());
        self.here = Here { pos: self.place_of(last), ..Here::default() };
        let row = RowRef { row: 0, ..self.current_line() }.max(lowest);
        let above = self.rows_between(lowest, row);
        self.here = Here { pos: self.place_of(row), above, arrival: PlaceArrival::Read };
    }

    /// Returns the place of the top row.
    pub fn top(&self) -> TextPos {
        self.place_of(self.top_row())
    }

    pub(super) fn here_row(&self) -> RowRef {
        self.layout.find(&self.speech, self.here.pos)
    }

    pub(super) fn top_row(&self) -> RowRef {
        let above = self.here.above.min(self.height - 1);
        let top = self.layout.step(&self.speech, self.here_row(), -(above as isize));
        let line = self.current_line();
        let lowest = self.layout.step(&self.speech, line, 1 - self.height as isize);
        top.min(self.lowest_top()).clamp(lowest, line)
    }

    /// Returns the lowest row that may be on top: the one with which the end is at the bottom.
    fn lowest_top(&self) -> RowRef {
        let last = self.layout.last(&self.speech);
        self.layout.step(&self.speech, last, 1 - self.height as isize)
    }

    /// Returns how many rows lie between two, up to those of a screen.
    pub(super) fn rows_between(&self, mut from: RowRef, to: RowRef) -> usize {
        let mut rows = 0;
        while from < to && rows < self.height {
            let Some(next) = self.layout.next(&self.speech, from) else { break };
            from = next;
            rows += 1;
        }
        rows
    }

    fn place_of(&self, row: RowRef) -> TextPos {
        self.layout.row(&self.speech, row).map_or(TextPos::ZERO, |row| row.range.start)
    }
}
