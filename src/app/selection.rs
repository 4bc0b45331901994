//! Selecting a passage by line, sentence or paragraph.

use crate::layout::{Layout, RowKind};
use crate::speech::{Speech, Table, TableRow};
use crate::text::{TextPos, TextRange, boundary};

/// What a selection grows by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SelectionUnit {
    /// A line of the screen.
    Line,
    /// A sentence.
    Sentence,
    /// A paragraph.
    Paragraph,
}

impl SelectionUnit {
    /// Returns the next larger unit; after the largest the smallest.
    pub fn larger(self) -> SelectionUnit {
        match self {
            SelectionUnit::Line => SelectionUnit::Sentence,
            SelectionUnit::Sentence => SelectionUnit::Paragraph,
            SelectionUnit::Paragraph => SelectionUnit::Line,
        }
    }
}

/// A passage that is being selected: from the unit it began with to the one it reaches now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Selection {
    /// What it grows by.
    pub unit: SelectionUnit,
    anchor: TextRange,
    head: TextRange,
}

impl Selection {
    /// Starts a selection with the unit at `pos`.
    pub fn start(text: &Text<'_>, unit: SelectionUnit, pos: TextPos) -> Self {
        let range = text.unit_at(unit, pos);
        Selection { unit, anchor: range, head: range }
    }

    /// Returns the passage.
    pub fn range(self) -> TextRange {
        self.anchor.union(self.head)
    }

    /// Returns the end that moves.
    pub fn head(self) -> TextRange {
        self.head
    }

    /// Moves the head by units, on or back.
    pub fn extend(&mut self, text: &Text<'_>, by: isize) {
        for _ in 0..by.unsigned_abs() {
            let next = if by > 0 {
                text.unit_after(self.unit, self.head)
            } else {
                text.unit_before(self.unit, self.head)
            };
            match next {
                Some(next) => self.head = next,
                None => break,
            }
        }
    }

    /// Lets the other end move.
    pub fn swap(&mut self) {
        std::mem::swap(&mut self.anchor, &mut self.head);
    }

    /// Takes another unit: both ends become whole units of it.
    pub fn set_unit(&mut self, text: &Text<'_>, unit: SelectionUnit) {
        self.unit = unit;
        self.anchor = text.unit_at(unit, self.anchor.start);
        self.head = text.unit_at(unit, self.head.start);
    }
}

/// A laid-out speech, as selections see it.
pub struct Text<'a> {
    /// The speech.
    pub speech: &'a Speech,
    /// Its rows.
    pub layout: &'a Layout,
}

impl Text<'_> {
    fn unit_at(&self, unit: SelectionUnit, pos: TextPos) -> TextRange {
        let block = self.speech.block_at(pos);
        let Some(paragraph) = self.speech.blocks.get(block).map(|block| block.range) else {
            return TextRange::default();
        };
        if let Some((_, row)) = self.row_of(block).filter(|_| unit != SelectionUnit::Paragraph) {
            // A cell is a line, and no sentence goes over its end.
            let cells = || row.filled().map(|cell| cell.range);
            let cell = cells().find(|cell| cell.end > pos).or_else(|| cells().last());
            let Some(cell) = cell else { return paragraph };
            return match unit {
                SelectionUnit::Sentence => {
                    boundary::sentence_at(&self.speech.text, cell, pos.max(cell.start))
                }
                SelectionUnit::Line | SelectionUnit::Paragraph => cell,
            };
        }
        match unit {
            SelectionUnit::Paragraph => paragraph,
            SelectionUnit::Sentence => boundary::sentence_at(&self.speech.text, paragraph, pos),
            SelectionUnit::Line => {
                let rows = self.layout.rows(self.speech, block);
                let line = rows.iter().rfind(|row| {
                    matches!(row.kind, RowKind::First | RowKind::More) && row.range.start <= pos
                });
                line.map_or(paragraph, |row| row.range)
            }
        }
    }

    fn unit_after(&self, unit: SelectionUnit, range: TextRange) -> Option<TextRange> {
        let rest = self.speech.text.get(range.end.get()..)?;
        // The bar behind a cell belongs to none.
        let is_row = self.row_of(self.speech.block_at(range.start)).is_some();
        let between = |c: char| c.is_whitespace() || is_row && c == '|';
        let skipped = rest.len() - rest.trim_start_matches(between).len();
        let mut next = range.end.get() + skipped;
        if next >= self.speech.text.len() {
            return None;
        }
        // Hidden furniture is passed over, as it is not on the screen.
        let mut block = self.speech.block_at(TextPos::new(next));
        while !self.shows(block) {
            block += 1;
            next = self.speech.blocks.get(block)?.range.start.get();
        }
        Some(self.unit_at(unit, TextPos::new(next)))
    }

    fn unit_before(&self, unit: SelectionUnit, range: TextRange) -> Option<TextRange> {
        let before = self.speech.text.get(..range.start.get())?.trim_end();
        let before = match self.row_of(self.speech.block_at(range.start)) {
            // The bar before a cell belongs to none.
            Some(_) if unit != SelectionUnit::Paragraph => {
                before.trim_end_matches(|c: char| c == '|' || c.is_whitespace())
            }
            _ => before,
        };
        let (last, _) = before.char_indices().next_back()?;
        let mut pos = last;
        let mut block = self.speech.block_at(TextPos::new(pos));
        while !self.shows(block) {
            block = block.checked_sub(1)?;
            pos = self.speech.blocks[block].range.end.get() - 1;
        }
        let pos = TextPos::new(pos).clamp_to(&self.speech.text);
        Some(self.unit_at(unit, pos))
    }

    /// Returns the table and the row that a block is shown as.
    fn row_of(&self, block: usize) -> Option<(&Table, &TableRow)> {
        self.speech.row_of(block).filter(|_| !self.layout.key().furniture)
    }

    fn shows(&self, block: usize) -> bool {
        let kind = self.speech.blocks.get(block).map(|block| block.kind);
        kind.is_none_or(|kind| self.layout.key().furniture || !kind.is_hidden())
    }
}
