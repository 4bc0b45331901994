//! Whether a line begins a paragraph: what speaks for it and against it is weighed.
//!
//! No sign is sure. The right edge tells where a line was ended by its writer, but the last line
//! of a paragraph may be full; a gap and an indent tell it where a document has them; and the words
//! tell the most where a sentence goes on in small letters or an item's number comes first.

use super::column::PdfColumn;
use super::line::{LineEnd, LineStart, PdfLine};
use super::style::{PdfStyle, TextAlignment};

/// How far two indents may differ and be one, in sizes of the letters.
const NEAR: f32 = 0.4;
/// The least indent, in sizes.
const INDENT: f32 = 0.7;
/// How far behind an item's sign its further lines may begin, in sizes.
const HANGING: f32 = 5.0;

/// What is known of the paragraph that a line may go on with. Lengths are in sizes of the letters.
#[derive(Clone, Copy, Debug)]
pub(super) struct OpenParagraph {
    /// How far its first line begins from the edge of the column.
    pub indent: f32,
    /// How far its further lines do, if it has some.
    pub further: Option<f32>,
    /// How far its lines stand apart, if it has two in one column.
    pub leading: Option<f32>,
    /// Where the line before its last one ended, in points.
    pub ended: Option<f32>,
    /// How its first line begins.
    pub start: LineStart,
}

/// A line and the one before it.
pub(super) struct Meeting<'a> {
    pub before: &'a PdfLine,
    pub line: &'a PdfLine,
    /// The column of the line before.
    pub left_column: &'a PdfColumn,
    /// The column of the line.
    pub column: &'a PdfColumn,
    /// How far they stand apart, in points; nothing if a page or a column ends between them.
    pub gap: Option<f32>,
    pub open: OpenParagraph,
}

impl Meeting<'_> {
    /// Tells whether the line begins a paragraph.
    pub fn begins(&self, style: &PdfStyle) -> bool {
        if self.gap.is_some_and(|gap| gap < 0.2 * self.line.size) {
            // Words on one line that stand far apart.
            return false;
        }
        self.distance(style) + self.indent(style) + self.room(style) + self.look() + self.words()
            > 0
    }

    /// Weighs the gap between the lines against the usual one.
    fn distance(&self, style: &PdfStyle) -> i32 {
        let Some(gap) = self.gap else { return 0 };
        let gap = gap / self.line.size;
        let leading = self.open.leading.unwrap_or(style.leading);
        let more = gap - leading;
        if more > (0.25 * leading).max(0.3) {
            return 6;
        }
        match style.between {
            Some(between) if more > 0.1 && gap > between - 0.08 => 4,
            Some(_) if more < 0.06 => -4,
            _ if more > 0.12 => 2,
            _ => 0,
        }
    }

    /// Weighs where the line begins.
    fn indent(&self, style: &PdfStyle) -> i32 {
        if self.is_centred() {
            return 0;
        }
        let own = indent(self.line, self.column);
        let near = |other: f32| (own - other).abs() < NEAR;
        let OpenParagraph { indent: first, further, start, .. } = self.open;
        match further {
            Some(further) if near(further) => match (first - further).abs() > NEAR {
                true => -3,
                false if style.indent > 0.0 && own < NEAR => -2,
                false => -1,
            },
            Some(_) if near(first) => 4,
            Some(_) => 3,
            None if own > first + INDENT => {
                let hanging =
                    matches!(start, LineStart::Marker | LineStart::Dash | LineStart::Bracket)
                        && own < first + HANGING;
                match hanging {
                    true if style.indent > 0.0 && near(style.indent) => 2,
                    true => -1,
                    false => 3,
                }
            }
            None if own < first - INDENT && own < NEAR => -2,
            None if own < first - INDENT => 0,
            // Two first lines, one below the other.
            None if style.indent > 0.0 && own > INDENT => match self.before.end() {
                LineEnd::Stop => 3,
                LineEnd::Open | LineEnd::Word => 1,
            },
            None if style.indent > 0.0 => -1,
            None => 0,
        }
    }

    /// Weighs whether the line before had room for the first word of this one.
    fn room(&self, style: &PdfStyle) -> i32 {
        let Meeting { before, line, left_column, .. } = self;
        let behind = left_column.right - before.right;
        let room = match self.is_centred() {
            true => behind + before.left - left_column.left,
            false => behind,
        };
        let long = before.right - before.left > 15.0 * before.size;
        let even = |right: f32| (right - before.right).abs() < 0.6;
        let is_even =
            long && (self.open.ended.is_some_and(even) || self.gap.is_some() && even(line.right));
        if self.is_drawn_out(style) {
            return 4;
        }
        if line.first + 0.55 * before.size < room && !is_even {
            return if room > 0.3 * left_column.width() { 6 } else { 4 };
        }
        match style.setting {
            TextAlignment::Justified if room > 0.4 * before.size && !is_even => 2,
            TextAlignment::Justified => -2,
            TextAlignment::Ragged => -1,
        }
    }

    /// Tells whether the line before was stretched to the edge though the next word had room on it: its writer
    /// ended it within a justified paragraph.
    fn is_drawn_out(&self, style: &PdfStyle) -> bool {
        let width = self.before.right - self.before.left;
        let natural = self.before.natural * style.stretch;
        width > 1.3 * natural && width - natural > self.line.first + 1.5 * self.before.size
    }

    /// Tells whether both lines stand in the middle of their columns.
    fn is_centred(&self) -> bool {
        let free = |line: &PdfLine, column: &PdfColumn| {
            (line.left - column.left, column.right - line.right)
        };
        let ends = [free(self.before, self.left_column), free(self.line, self.column)];
        let size = self.line.size;
        ends.iter().all(|(left, right)| (left - right).abs() < 0.3 * size && *left > 0.3 * size)
    }

    /// Weighs whether the lines look alike.
    fn look(&self) -> i32 {
        let size = if (self.before.size - self.line.size).abs() > 0.6 { 5 } else { 0 };
        let weight = if self.before.look.weight == self.line.look.weight { 0 } else { 2 };
        size + weight
    }

    /// Weighs how the words of one end and those of the other begin.
    fn words(&self) -> i32 {
        match (self.before.end(), self.line.start()) {
            (LineEnd::Stop, LineStart::Marker) => 9,
            (LineEnd::Stop, LineStart::Dash) => 8,
            (LineEnd::Open, LineStart::Marker) => 3,
            (LineEnd::Open, LineStart::Dash) => 1,
            (LineEnd::Word, LineStart::Marker) => 1,
            (LineEnd::Stop, LineStart::Bracket) => 4,
            (LineEnd::Open, LineStart::Bracket) => 1,
            (LineEnd::Word, LineStart::Dash | LineStart::Bracket) => -3,
            (LineEnd::Stop, LineStart::Capital) => 1,
            (LineEnd::Stop, LineStart::Small) => -2,
            (LineEnd::Stop, LineStart::Other) => 0,
            (LineEnd::Open, LineStart::Small) => -8,
            (LineEnd::Word, LineStart::Small) => -7,
            (LineEnd::Open, LineStart::Capital | LineStart::Other) => -3,
            (LineEnd::Word, LineStart::Other) => -2,
            (LineEnd::Word, LineStart::Capital) => -1,
        }
    }
}

/// Returns how far a line begins from the edge of its column, in sizes of its letters.
pub(super) fn indent(line: &PdfLine, column: &PdfColumn) -> f32 {
    (line.left - column.left) / line.size
}
