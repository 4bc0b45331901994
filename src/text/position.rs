//! Places in a normalised text: a byte offset, and a half-open range of them.
//!
//! A position is in the text and never on the screen, so it means the same at every width.

/// A byte offset into a speech's normalised text, always on a character boundary.
///
/// Thirty-two bits: a text is at most 4 GiB, which the loader checks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextPos(u32);

impl TextPos {
    /// The start of every text.
    pub const ZERO: TextPos = TextPos(0);

    /// Makes a position from a byte offset; an offset past 4 GiB becomes the largest position.
    pub fn new(offset: usize) -> Self {
        TextPos(u32::try_from(offset).unwrap_or(u32::MAX))
    }

    /// Returns the byte offset.
    pub fn get(self) -> usize {
        self.0 as usize
    }

    /// Moves this position back to the nearest character boundary of `text`, and inside it.
    pub fn clamp_to(self, text: &str) -> Self {
        TextPos::new(text.floor_char_boundary(self.get()))
    }
}

/// A half-open range of positions, in bytes; `start <= end`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextRange {
    /// The first byte.
    pub start: TextPos,
    /// The byte after the last.
    pub end: TextPos,
}

impl TextRange {
    /// Makes a range from byte offsets; an end before the start gives an empty range at the start.
    pub fn new(start: usize, end: usize) -> Self {
        TextRange { start: TextPos::new(start), end: TextPos::new(end.max(start)) }
    }

    /// Tells how many bytes it covers.
    pub fn len(self) -> usize {
        self.end.get() - self.start.get()
    }

    /// Tells whether it covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Tells whether `pos` lies in it; the end does not.
    pub fn contains(self, pos: TextPos) -> bool {
        self.start <= pos && pos < self.end
    }

    /// Tells whether `other` lies wholly in it.
    pub fn covers(self, other: TextRange) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns what both have in common, if that is not empty.
    pub fn intersection(self, other: TextRange) -> Option<TextRange> {
        let both = TextRange { start: self.start.max(other.start), end: self.end.min(other.end) };
        (both.start < both.end).then_some(both)
    }

    /// Returns the smallest range that covers both.
    pub fn union(self, other: TextRange) -> TextRange {
        TextRange { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Returns the text it covers; a range that does not fit `text` gives what of it does.
    pub fn of(self, text: &str) -> &str {
        let start = text.floor_char_boundary(self.start.get());
        let end = text.floor_char_boundary(self.end.get());
        &text[start..end.max(start)]
    }

    /// Returns the range as byte offsets.
    pub fn bytes(self) -> std::ops::Range<usize> {
        self.start.get()..self.end.get()
    }
}

impl From<std::ops::Range<usize>> for TextRange {
    fn from(range: std::ops::Range<usize>) -> Self {
        TextRange::new(range.start, range.end)
    }
}
