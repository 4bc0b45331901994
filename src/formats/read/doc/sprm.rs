//! What is said of looks, word by word ("single property modifiers"): of characters, paragraphs and
//! rows. Word 97 has numbers of 16 bits for them that tell the length of what follows (MS-DOC §2.6.1);
//! those of Word 6 have 8 bits, and a table of lengths.

use super::bytes::Bytes;
use super::fib::Age;

/// Something said of a look, as far as it counts here. On and off are numbers because they may also
/// mean "as the style" and "other than the style".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CharacterProperty<'a> {
    Bold(u8),
    Italic(u8),
    Hidden(u8),
    Capitals(u8),
    /// It was deleted, and the change is not accepted yet.
    Deleted(u8),
    /// The signs stand for something else: a picture, a note.
    Special(u8),
    /// The font of ASCII.
    Font(u16),
    /// The font of the letters beyond ASCII.
    OtherFont(u16),
    /// The style of the characters.
    CharacterStyle(u16),
    /// As the style says, from here on.
    Plain,
    /// A sign of a font.
    Symbol {
        font: u16,
        sign: u16,
    },
    ParagraphStyle(u16),
    InTable(u8),
    RowEnd(u8),
    InnerCellEnd(u8),
    InnerRowEnd(u8),
    /// How many tables the paragraph lies in.
    Depth(u32),
    /// The list, from 1; 0 for none.
    List(u16),
    ListLevel(u8),
    /// The level of the outline, from 0; 9 is the body's.
    Outline(u8),
    /// The kind of number of Word 6.
    OldLevel(u8),
    /// The look of a number of Word 6.
    OldNumber(&'a [u8]),
    /// All else is said elsewhere.
    Elsewhere(u32),
    /// The cells of the row.
    Cells(&'a [u8]),
}

/// Reads what is said, one after the other, up to what makes no sense.
pub(super) struct Sprms<'a> {
    bytes: &'a [u8],
    age: Age,
}

impl<'a> Sprms<'a> {
    pub fn new(bytes: &'a [u8], age: Age) -> Self {
        Sprms { bytes, age }
    }

    /// Takes the next one: its number as Word 97 has it, and what is said.
    fn take(&mut self) -> Option<(u16, &'a [u8])> {
        let (code, head, length) = match self.age {
            Age::Word97 => {
                let code = self.bytes.u16_at(0)?;
                (code, 2, length97(code, self.bytes.get(2..)?)?)
            }
            Age::Word6 => {
                let code = self.bytes.u8_at(0)?;
                (number97(code), 1, length6(code, self.bytes.get(1..)?)?)
            }
        };
        let operand = self.bytes.part(head, length)?;
        self.bytes = &self.bytes[head + length..];
        Some((code, operand))
    }
}

impl<'a> Iterator for Sprms<'a> {
    type Item = CharacterProperty<'a>;

    fn next(&mut self) -> Option<CharacterProperty<'a>> {
        loop {
            let (code, operand) = self.take()?;
            if let Some(said) = said(code, operand, self.age) {
                return Some(said);
            }
        }
    }
}

/// Returns what is said by a number that stands in a piece itself.
pub(super) fn short(change: u16) -> Option<CharacterProperty<'static>> {
    let operand = (change >> 8) as u8;
    // These have the numbers of Word 6.
    match (change >> 1) as u8 & 0x7F {
        65 => Some(CharacterProperty::Deleted(operand)),
        85 => Some(CharacterProperty::Bold(operand)),
        86 => Some(CharacterProperty::Italic(operand)),
        91 => Some(CharacterProperty::Capitals(operand)),
        92 => Some(CharacterProperty::Hidden(operand)),
        _ => None,
    }
}

fn said(code: u16, operand: &[u8], age: Age) -> Option<CharacterProperty<'_>> {
    let on = operand.first().copied();
    let word = operand.u16_at(0);
    let long = operand.u32_at(0);
    Some(match code {
        0x0835 => CharacterProperty::Bold(on?),
        0x0836 => CharacterProperty::Italic(on?),
        0x083C => CharacterProperty::Hidden(on?),
        0x083B => CharacterProperty::Capitals(on?),
        0x0800 => CharacterProperty::Deleted(on?),
        0x0855 => CharacterProperty::Special(on?),
        0x4A4F => CharacterProperty::Font(word?),
        0x4A51 => CharacterProperty::OtherFont(word?),
        0x4A30 => CharacterProperty::CharacterStyle(word?),
        0x2A33 => CharacterProperty::Plain,
        0x6A09 if age == Age::Word97 => {
            CharacterProperty::Symbol { font: word?, sign: operand.u16_at(2)? }
        }
        // Behind a byte of length.
        0x6A09 => CharacterProperty::Symbol {
            font: operand.u16_at(1)?,
            sign: u16::from(operand.u8_at(3)?),
        },
        0x4600 => CharacterProperty::ParagraphStyle(word?),
        0x2416 => CharacterProperty::InTable(on?),
        0x2417 => CharacterProperty::RowEnd(on?),
        0x244B => CharacterProperty::InnerCellEnd(on?),
        0x244C => CharacterProperty::InnerRowEnd(on?),
        0x6649 => CharacterProperty::Depth(long?),
        0x460B => CharacterProperty::List(word?),
        0x260A => CharacterProperty::ListLevel(on?),
        0x2640 => CharacterProperty::Outline(on?),
        OLD_LEVEL => CharacterProperty::OldLevel(on?),
        OLD_NUMBER => CharacterProperty::OldNumber(operand.get(1..)?),
        0x6645 | 0x6646 => CharacterProperty::Elsewhere(long?),
        0xD608 => CharacterProperty::Cells(operand.get(2..)?),
        _ => return None,
    })
}

const OLD_LEVEL: u16 = 0x240D;
const OLD_NUMBER: u16 = 0xC63E;

/// Returns the number that Word 97 has for one of Word 6; 0 for one that does not count here.
fn number97(code: u8) -> u16 {
    match code {
        2 => 0x4600,
        12 => OLD_NUMBER,
        13 => OLD_LEVEL,
        24 => 0x2416,
        25 => 0x2417,
        65 => 0x0800,
        74 => 0x6A09,
        80 => 0x4A30,
        83 => 0x2A33,
        85 => 0x0835,
        86 => 0x0836,
        91 => 0x083B,
        92 => 0x083C,
        93 => 0x4A4F,
        117 => 0x0855,
        190 => 0xD608,
        _ => 0,
    }
}

/// Returns the length of what is said behind a number of Word 97.
fn length97(code: u16, behind: &[u8]) -> Option<usize> {
    if code == 0 {
        return None;
    }
    Some(match code >> 13 {
        0 | 1 => 1,
        2 | 4 | 5 => 2,
        3 => 4,
        7 => 3,
        _ => match code {
            0xD608 => cells(behind)?,
            0xC615 => tabs(behind)?,
            _ => 1 + usize::from(behind.u8_at(0)?),
        },
    })
}

/// Returns the length of what is said behind a number of Word 6, as the table of its specification
/// has it; nothing for a number that it does not know.
fn length6(code: u8, behind: &[u8]) -> Option<usize> {
    Some(match code {
        23 => tabs(behind)?,
        190 => cells(behind)?,
        3 | 12 | 15 | 64 | 68 | 74 | 79 | 81 | 82 | 103 | 105 | 106 | 108 | 113 | 115 | 116
        | 120 | 133 | 179 | 181 | 188 | 191 | 207 => 1 + usize::from(behind.u8_at(0)?),
        52 | 83 => 0,
        4..=11
        | 13
        | 14
        | 24
        | 25
        | 29
        | 37
        | 44
        | 50
        | 51
        | 65..=67
        | 71
        | 75
        | 85..=92
        | 94
        | 98
        | 100
        | 102
        | 104
        | 117..=119
        | 185
        | 186 => 1,
        2
        | 16..=19
        | 21
        | 22
        | 26..=28
        | 30..=36
        | 38..=43
        | 45..=49
        | 69
        | 72
        | 80
        | 93
        | 96
        | 97
        | 99
        | 101
        | 107
        | 109..=112
        | 121..=124
        | 182..=184
        | 189
        | 195
        | 197
        | 198 => 2,
        73 | 95 => 3,
        20 | 70 | 192 | 194 | 196 | 200 => 4,
        193 | 199 => 5,
        187 => 12,
        _ => return None,
    })
}

/// The cells of a row have a length of 16 bits, which counts one byte too many.
fn cells(behind: &[u8]) -> Option<usize> {
    Some(usize::from(behind.u16_at(0)?) + 1)
}

/// Many tabs need more than a byte of length tells.
fn tabs(behind: &[u8]) -> Option<usize> {
    let length = behind.u8_at(0)?;
    if length < 255 {
        return Some(1 + usize::from(length));
    }
    let gone = usize::from(behind.u8_at(1)?);
    let new = usize::from(behind.u8_at(2 + gone * 4)?);
    Some(3 + gone * 4 + new * 3)
}
