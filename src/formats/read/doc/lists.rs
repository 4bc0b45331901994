//! The lists of a document: their definitions (LST), and the uses of them that paragraphs refer to (LFO:
//! MS-DOC §2.9.131 to §2.9.150). Numbers of Word 6 are said paragraph by paragraph.

use super::bytes::{Bytes, wide};
use super::fib::{Age, Fib, TableStreamPart};
use super::looks::CharacterLook;
use super::sprm::{CharacterProperty, Sprms};
use crate::formats::read::numbering::{
    Definition, Figures, LEVELS, LabelForm, ListInstance, Numbering, NumberingLevel, bullet,
};
use crate::formats::read::numbers::{Beyond, Numeral};
use std::collections::HashMap;

/// The most lists, and uses of lists.
const MOST: usize = 0x7FF;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct DocLists {
    numbering: Numbering,
    /// The fonts of labels, by list and level, where they have one of their own.
    fonts: HashMap<(String, usize), u16>,
    /// How many lists are used.
    uses: Vec<String>,
    /// The numbers of Word 6: how far they have counted, and whether the paragraph before had one.
    old: Old,
}

/// A label, and the font that it is written in, if it has one of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ListLabel {
    pub text: String,
    pub font: Option<u16>,
}

#[derive(Debug, Default)]
struct Old {
    count: Option<i64>,
}

impl DocLists {
    /// Reads the lists; those that cannot be read give no labels.
    pub fn read(fib: &Fib, table: &[u8]) -> Self {
        let mut out = DocLists::default();
        if fib.age == Age::Word97 {
            out.definitions(fib, table);
            out.uses(fib, table);
        }
        out
    }

    fn definitions(&mut self, fib: &Fib, table: &[u8]) -> Option<()> {
        const HEAD: usize = 28;
        let (start, length) = fib.place(TableStreamPart::Lists);
        let heads = table.part(start, length)?;
        let count = usize::from(heads.u16_at(0)?).min(MOST);
        // Levels stand behind the part itself.
        let mut at = start.checked_add(length)?;
        for index in 0..count {
            let head = heads.part(2 + index * HEAD, HEAD)?;
            let id = head.u32_at(0)?.to_string();
            let is_simple = head.u8_at(26)? & 1 != 0;
            let mut definition = Definition::default();
            for number in 0..if is_simple { 1 } else { LEVELS } {
                let (level, font) = level(table, &mut at)?;
                if let Some(font) = font {
                    self.fonts.insert((id.clone(), number), font);
                }
                definition.levels.insert(number, level);
            }
            self.numbering.definitions.insert(id, definition);
        }
        Some(())
    }

    fn uses(&mut self, fib: &Fib, table: &[u8]) -> Option<()> {
        const HEAD: usize = 16;
        let bytes = fib.part(TableStreamPart::ListUses, table);
        let count = bytes.place_at(0)?.min(MOST);
        let mut at = 4 + count * HEAD;
        for index in 0..count {
            let head = bytes.part(4 + index * HEAD, HEAD)?;
            let definition = head.u32_at(0)?.to_string();
            let id = format!("{}", index + 1);
            self.uses.push(definition.clone());
            let mut list =
                ListInstance { definition: definition.clone(), ..ListInstance::default() };
            let changes = usize::from(head.u8_at(12)?).min(LEVELS);
            // What is changed stands behind all heads, each with a number before it.
            at += 4;
            for _ in 0..changes {
                const STARTS: u32 = 0x10;
                const LOOKS: u32 = 0x20;
                let (Some(start), Some(flags)) = (bytes.u32_at(at), bytes.u32_at(at + 4)) else {
                    break;
                };
                let number = (flags & 0xF) as usize;
                at += 8;
                if flags & LOOKS != 0 {
                    let Some((level, _)) = level(bytes, &mut at) else { break };
                    if flags & STARTS != 0 {
                        list.starts.insert(number, level.start);
                    }
                    list.levels.insert(number, level);
                } else if flags & STARTS != 0 {
                    list.starts.insert(number, i64::from(start as i32));
                }
            }
            self.numbering.lists.insert(id, list);
        }
        Some(())
    }

    /// Counts a paragraph of a list and gives its label.
    pub fn label(&mut self, list: u16, level: u8) -> ListLabel {
        let level = usize::from(level).min(LEVELS - 1);
        let Some(definition) = self.uses.get(usize::from(list).wrapping_sub(1)) else {
            return ListLabel::default();
        };
        let font = self.fonts.get(&(definition.clone(), level)).copied();
        let text = self.numbering.label(&list.to_string(), level).unwrap_or_default();
        ListLabel { text, font }
    }

    /// Counts a paragraph with a number of Word 6 and gives its label; `look` is the number's (ANLD).
    pub fn old_label(&mut self, level: u8, look: &[u8]) -> ListLabel {
        const NUMBERED: u8 = 10;
        const BULLET: u8 = 11;
        const WORDS: usize = 20;
        let part = |at: usize, length: u8| {
            let bytes = look.part(WORDS + at, usize::from(length)).unwrap_or_default();
            encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned()
        };
        let before = look.u8_at(1).unwrap_or(0);
        let behind = look.u8_at(2).unwrap_or(0);
        let font = look.u16_at(6);
        match level {
            NUMBERED => {
                let start = i64::from(look.u16_at(10).unwrap_or(1));
                let count = self.old.count.map_or(start, |count| count + 1);
                self.old.count = Some(count);
                let number = match form(look.u8_at(0).unwrap_or(0)) {
                    LabelForm::Number(numeral) => numeral.write(count),
                    LabelForm::Bullet => String::new(),
                };
                let before_it = part(0, before);
                let text = before_it + &number + &part(usize::from(before), behind);
                ListLabel { text, font }
            }
            BULLET => ListLabel { text: bullet(&part(0, before.max(1))), font: None },
            _ => ListLabel::default(),
        }
    }

    /// A paragraph without a number came: those of Word 6 begin anew.
    pub fn interrupted(&mut self) {
        self.old.count = None;
    }
}

/// Reads a level (LVL) and goes behind it; gives the font of its labels too.
fn level(bytes: &[u8], at: &mut usize) -> Option<(NumberingLevel, Option<u16>)> {
    const HEAD: usize = 28;
    const LEGAL: u8 = 0x04;
    const NO_RESTART: u8 = 0x08;
    let head = bytes.part(*at, HEAD)?;
    let flags = head.u8_at(5)?;
    let (characters, paragraph) = (usize::from(head.u8_at(24)?), usize::from(head.u8_at(25)?));
    let look = bytes.part(*at + HEAD + paragraph, characters)?;
    let text_at = *at + HEAD + paragraph + characters;
    let length = usize::from(bytes.u16_at(text_at)?);
    let text = template(&wide(bytes.part(text_at + 2, length.checked_mul(2)?)?));
    *at = text_at + 2 + length * 2;
    let mut characters = CharacterLook::default();
    for said in Sprms::new(look, Age::Word97).filter(|said| *said != CharacterProperty::Plain) {
        characters.take(said, &mut CharacterLook::default());
    }
    let restart = match flags & NO_RESTART {
        0 => None,
        _ => Some(usize::from(head.u8_at(26)?)),
    };
    let level = NumberingLevel {
        start: i64::from(head.u32_at(0)? as i32),
        form: form(head.u8_at(4)?),
        text,
        restart,
        figures: if flags & LEGAL == 0 { Figures::AsDefined } else { Figures::Decimal },
        style: None,
    };
    Some((level, characters.other_font.or(characters.font)))
}

/// Writes the text of a level as DOCX has it: signs up to 8 stand for the number of a level.
fn template(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match u32::from(c) {
            number @ 0..=8 => {
                out.push('%');
                out.extend(char::from_digit(number + 1, 10));
            }
            _ => out.push(c),
        }
    }
    out
}

/// Gives how a number is written (MSONFC: MS-OSHARED §2.2.1.3).
fn form(code: u8) -> LabelForm {
    LabelForm::Number(match code {
        1 => Numeral::UpperRoman,
        2 => Numeral::LowerRoman,
        3 => Numeral::UpperLetter(Beyond::Doubled),
        4 => Numeral::LowerLetter(Beyond::Doubled),
        7 => Numeral::Ordinals,
        22 => Numeral::PaddedDecimal,
        23 => return LabelForm::Bullet,
        56 => Numeral::Words,
        255 => Numeral::None,
        _ => Numeral::Decimal,
    })
}
