//! The head of a document: its age, and where everything lies (FIB: MS-DOC §2.5, Word 6 as wvWare
//! and LibreOffice describe it).

use super::bytes::Bytes;
use crate::formats::read::{ImportError, UnsupportedKind};
use crate::speech::Format;
use std::ops::Range;

/// Which of the two formats a document is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Age {
    /// Word 6 and 95: letters of one byte, all in one stream.
    Word6,
    /// Word 97 to 2003.
    Word97,
}

/// The system that a document of Word 6 was written on, which tells its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum System {
    Windows,
    Mac,
}

/// What lies somewhere in the table stream, by its number in the head of Word 97.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableStreamPart {
    Styles = 1,
    NoteReferences = 2,
    NoteTexts = 3,
    Sections = 6,
    Heads = 11,
    CharacterPages = 12,
    ParagraphPages = 13,
    Fonts = 15,
    Pieces = 33,
    Shapes = 40,
    EndnoteReferences = 46,
    EndnoteTexts = 47,
    BoxTexts = 56,
    Lists = 73,
    ListUses = 74,
}

/// The parts of the text by their place in it. Macros and comments, which have the others, are not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Story {
    Main = 0,
    Notes = 1,
    Heads = 2,
    Endnotes = 5,
    Boxes = 6,
    HeadBoxes = 7,
}

/// The head of a document.
#[derive(Debug)]
pub(super) struct Fib {
    pub age: Age,
    /// The language the document was written in, as Windows numbers it.
    pub language: u16,
    pub system: System,
    /// Where the text begins, if there is no table of its pieces.
    pub text: usize,
    /// The stream that the other parts lie in.
    pub table: &'static str,
    /// How many signs each story has.
    lengths: [usize; 8],
    places: Vec<(usize, usize)>,
}

impl Fib {
    /// Reads the head, at the beginning of the stream of the text.
    pub fn read(main: &[u8]) -> Result<Self, ImportError> {
        const ENCRYPTED: u16 = 0x0100;
        const TABLE: u16 = 0x0200;
        let short = || ImportError::damaged(Format::Doc, "its head is cut off");
        let version = main.u16_at(2).ok_or_else(short)?;
        let flags = main.u16_at(10).ok_or_else(short)?;
        let age = match version {
            // Word 2 and before.
            0..=0x64 => return Err(ImportError::Kind(UnsupportedKind::OldWord)),
            0x65..=0x69 => Age::Word6,
            _ => Age::Word97,
        };
        if flags & ENCRYPTED != 0 {
            return Err(ImportError::Encrypted(Format::Doc));
        }
        let (lengths, places) = match age {
            Age::Word6 => word6(main),
            Age::Word97 => word97(main).ok_or_else(short)?,
        };
        let place = |at| main.place_at(at).unwrap_or(0);
        let table = match age {
            Age::Word6 => "WordDocument",
            Age::Word97 if flags & TABLE != 0 => "1Table",
            Age::Word97 => "0Table",
        };
        let text = place(0x18);
        let language = main.u16_at(6).unwrap_or(0);
        const MAC: u16 = 0x100;
        let system = if main.u16_at(0x14) == Some(MAC) { System::Mac } else { System::Windows };
        Ok(Fib { age, language, system, text, table, lengths, places })
    }

    /// Returns the bytes of a part, which is empty where the document has none.
    pub fn part<'t>(&self, part: TableStreamPart, table: &'t [u8]) -> &'t [u8] {
        let (at, length) = self.place(part);
        table.part(at, length).unwrap_or_default()
    }

    /// Returns where a part lies, and its length.
    pub fn place(&self, part: TableStreamPart) -> (usize, usize) {
        self.places.get(part as usize).copied().unwrap_or_default()
    }

    /// Returns the signs of a story.
    pub fn story(&self, story: Story) -> Range<usize> {
        let sum = |lengths: &[usize]| {
            lengths.iter().fold(0_usize, |all, length| all.saturating_add(*length))
        };
        let start = sum(&self.lengths[..story as usize]);
        start..start.saturating_add(self.lengths[story as usize])
    }
}

type FibFields = ([usize; 8], Vec<(usize, usize)>);

fn word6(main: &[u8]) -> FibFields {
    const FIRST_LENGTH: usize = 0x34;
    const FIRST_PART: usize = 0x58;
    /// Behind this part stand ten bytes of something else.
    const BEFORE_GAP: usize = 38;
    const PARTS: usize = 60;
    let number = |at| main.place_at(at).unwrap_or(0);
    let lengths = std::array::from_fn(|index| number(FIRST_LENGTH + index * 4));
    let place = |index: usize| {
        let at = FIRST_PART + index * 8 + if index < BEFORE_GAP { 0 } else { 10 };
        (number(at), number(at + 4))
    };
    (lengths, (0..PARTS).map(place).collect())
}

fn word97(main: &[u8]) -> Option<FibFields> {
    const WORDS: usize = 0x20;
    const FIRST_LENGTH: usize = 3;
    const PARTS: usize = 256;
    let words = usize::from(main.u16_at(WORDS)?);
    let longs_at = WORDS + 2 + words * 2;
    let longs = usize::from(main.u16_at(longs_at)?);
    let parts_at = longs_at + 2 + longs * 4;
    let parts = usize::from(main.u16_at(parts_at)?).min(PARTS);
    let length = |index: usize| match FIRST_LENGTH + index < longs {
        true => main.place_at(longs_at + 2 + (FIRST_LENGTH + index) * 4).unwrap_or(0),
        false => 0,
    };
    let place = |index: usize| {
        let at = parts_at + 2 + index * 8;
        Some((main.place_at(at)?, main.place_at(at + 4)?))
    };
    Some((std::array::from_fn(length), (0..parts).map_while(place).collect()))
}
