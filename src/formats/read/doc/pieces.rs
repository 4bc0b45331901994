//! Where the signs of the text lie: a document that was saved again and again is in many pieces.

use super::bytes::{Bytes, Plc};
use super::fib::{Age, Fib, Story, TableStreamPart};
use crate::formats::read::ImportError;
use crate::speech::Format;
use std::ops::Range;

/// How the signs of a piece are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Width {
    /// A byte each.
    One,
    /// UTF-16.
    Two,
}

/// Signs that lie side by side.
#[derive(Clone, Copy, Debug)]
pub(super) struct TextPiece {
    /// The first sign, and the one behind the last.
    pub from: usize,
    pub to: usize,
    /// The place of the first sign in the stream of the text.
    pub at: usize,
    pub width: Width,
    /// What was changed of the look of all of them since.
    pub change: u16,
}

/// The text in pieces.
#[derive(Debug, Default)]
pub(super) struct PieceTable {
    pieces: Vec<TextPiece>,
    /// Changes that pieces refer to by their number.
    changes: Vec<Vec<u8>>,
}

impl Width {
    /// Returns how many bytes a sign has.
    pub fn bytes(self) -> usize {
        match self {
            Width::One => 1,
            Width::Two => 2,
        }
    }
}

impl PieceTable {
    /// Reads the table of the pieces (CLX: MS-DOC §2.9.38).
    ///
    /// # Errors
    ///
    /// If it is not known where the text lies, or not all of it is there.
    pub fn read(fib: &Fib, main: &[u8], table: &[u8]) -> Result<Self, ImportError> {
        let mut out = PieceTable::default();
        let clx = fib.part(TableStreamPart::Pieces, table);
        let mut at = 0;
        while clx.u8_at(at) == Some(1) {
            let length = usize::from(clx.u16_at(at + 1).unwrap_or(0));
            out.changes.push(clx.part(at + 3, length).unwrap_or_default().to_vec());
            at += 3 + length;
        }
        if clx.u8_at(at) == Some(2) {
            let plc = Plc::new(clx.get(at + 5..).unwrap_or_default(), 8);
            let length = clx.place_at(at + 1).unwrap_or(0);
            let plc = match clx.part(at + 5, length) {
                Some(exact) => Plc::new(exact, 8),
                None => plc,
            };
            out.pieces = (0..plc.count).filter_map(|index| piece(&plc, index, fib.age)).collect();
        }
        let damaged = |reason| Err(ImportError::damaged(Format::Doc, reason));
        if out.pieces.is_empty() {
            match fib.age {
                Age::Word6 => out.pieces.push(whole(fib)),
                Age::Word97 => return damaged("where its text lies is lost"),
            }
        }
        let end = fib.story(Story::HeadBoxes).end;
        let mut gone = 0;
        for piece in &mut out.pieces {
            let there = main.len().saturating_sub(piece.at) / piece.width.bytes();
            let to = piece.to.min(piece.from.saturating_add(there));
            gone += piece.to.min(end).saturating_sub(to.max(piece.from));
            piece.to = to;
        }
        // The last mark may be missing.
        if gone > 1 {
            return damaged("its text is cut off");
        }
        out.pieces.retain(|piece| piece.from < piece.to);
        out.pieces.sort_by_key(|piece| piece.from);
        out.part();
        // Signs lie side by side; a table that leads to the same bytes again and again is made up.
        let read: usize = out.pieces.iter().map(|it| (it.to - it.from) * it.width.bytes()).sum();
        if read > main.len().saturating_mul(2) {
            return damaged("its text lies over itself");
        }
        Ok(out)
    }

    /// Leaves each sign to the first piece that has it.
    fn part(&mut self) {
        let mut end = 0_usize;
        for piece in &mut self.pieces {
            let over = end.saturating_sub(piece.from).min(piece.to - piece.from);
            piece.from += over;
            piece.at += over * piece.width.bytes();
            end = end.max(piece.to);
        }
        self.pieces.retain(|piece| piece.from < piece.to);
    }

    /// Returns the pieces of a range of signs, clipped to it.
    pub fn within(&self, range: Range<usize>) -> impl Iterator<Item = TextPiece> {
        let first = self.pieces.partition_point(|piece| piece.to <= range.start);
        let pieces = self.pieces[first..].iter();
        pieces.take_while(move |piece| piece.from < range.end).filter_map(move |piece| {
            let from = piece.from.max(range.start);
            let to = piece.to.min(range.end);
            let at = piece.at + (from - piece.from) * piece.width.bytes();
            (from < to).then_some(TextPiece { from, to, at, ..*piece })
        })
    }

    /// Returns what a piece changed, where it says so by a number.
    pub fn change(&self, number: u16) -> &[u8] {
        self.changes.get(usize::from(number)).map_or(&[], Vec::as_slice)
    }
}

fn piece(plc: &Plc, index: usize, age: Age) -> Option<TextPiece> {
    /// Says that the signs have a byte each.
    const COMPRESSED: usize = 0x4000_0000;
    let data = plc.data(index)?;
    let (from, to) = (plc.place(index)?, plc.place(index + 1)?);
    let at = data.place_at(2)?;
    let (at, width) = match age {
        Age::Word6 => (at, Width::One),
        Age::Word97 if at & COMPRESSED != 0 => ((at & (COMPRESSED - 1)) / 2, Width::One),
        Age::Word97 => (at & (COMPRESSED - 1), Width::Two),
    };
    (from < to).then_some(TextPiece { from, to, at, width, change: data.u16_at(6)? })
}

/// Returns the text of a document of Word 6 that is in one piece.
fn whole(fib: &Fib) -> TextPiece {
    let to = fib.story(Story::HeadBoxes).end;
    TextPiece { from: 0, to, at: fib.text, width: Width::One, change: 0 }
}
