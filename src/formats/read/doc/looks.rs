//! How characters and paragraphs look, put together of what styles say and what is said of them.

use super::sprm::CharacterProperty;

/// How characters look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct CharacterLook {
    pub bold: bool,
    pub italic: bool,
    pub hidden: bool,
    pub capitals: bool,
    pub deleted: bool,
    /// Whether the signs stand for something else.
    pub special: bool,
    /// The font of ASCII, and that of other letters.
    pub font: Option<u16>,
    pub other_font: Option<u16>,
    /// The sign of a font that is drawn instead.
    pub symbol: Option<(u16, u16)>,
}

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ParagraphLook {
    pub style: u16,
    in_table: bool,
    tables: u32,
    row_end: bool,
    inner_cell_end: bool,
    inner_row_end: bool,
    /// Its list, from 1.
    pub list: Option<u16>,
    pub level: u8,
    /// The level of the outline, from 0; 9 is the body's.
    pub outline: Option<u8>,
    /// The kind of number of Word 6; 0 for none.
    pub old_level: u8,
}

/// What the end of a paragraph ends besides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TableEnd {
    Nothing,
    Cell,
    Row,
}

impl CharacterLook {
    /// Takes up what is said; `style` is how characters look by the style alone. The look of a style of
    /// characters is laid over it by [`DocStyles::take`](super::styles::DocStyles::take).
    pub fn take(&mut self, said: CharacterProperty, style: &mut CharacterLook) {
        // Something may be said to be as the style has it, or the other way round.
        let switched = |on: u8, by_style: bool| match on {
            0x80 => by_style,
            0x81 => !by_style,
            on => on != 0,
        };
        match said {
            CharacterProperty::Bold(on) => self.bold = switched(on, style.bold),
            CharacterProperty::Italic(on) => self.italic = switched(on, style.italic),
            CharacterProperty::Hidden(on) => self.hidden = switched(on, style.hidden),
            CharacterProperty::Capitals(on) => self.capitals = switched(on, style.capitals),
            CharacterProperty::Deleted(on) => self.deleted = on != 0,
            CharacterProperty::Special(on) => self.special = on != 0,
            CharacterProperty::Font(font) => self.font = Some(font),
            CharacterProperty::OtherFont(font) => self.other_font = Some(font),
            CharacterProperty::Symbol { font, sign } => self.symbol = Some((font, sign)),
            CharacterProperty::CharacterStyle(_) => *style = *self,
            CharacterProperty::Plain => *self = CharacterLook { special: self.special, ..*style },
            _ => {}
        }
    }
}

impl ParagraphLook {
    /// Gives the look of paragraphs of a style that says nothing.
    pub fn of(style: u16) -> Self {
        ParagraphLook { style, ..ParagraphLook::default() }
    }

    /// Takes up what is said.
    pub fn take(&mut self, said: CharacterProperty) {
        match said {
            CharacterProperty::InTable(on) => self.in_table = on != 0,
            CharacterProperty::Depth(tables) => self.tables = tables,
            CharacterProperty::RowEnd(on) => self.row_end = on != 0,
            CharacterProperty::InnerCellEnd(on) => self.inner_cell_end = on != 0,
            CharacterProperty::InnerRowEnd(on) => self.inner_row_end = on != 0,
            // Numbers beyond are lists of Word 6, or say that there is none.
            CharacterProperty::List(list) => {
                self.list = Some(list).filter(|list| (1..0x7FF).contains(list))
            }
            CharacterProperty::ListLevel(level) => self.level = level,
            CharacterProperty::Outline(level) => self.outline = Some(level),
            CharacterProperty::OldLevel(level) => self.old_level = level,
            _ => {}
        }
    }

    /// Gives how many tables the paragraph lies in.
    pub fn depth(&self) -> usize {
        match self.in_table {
            true => self.tables.max(1) as usize,
            false => 0,
        }
    }

    /// Tells what the end of the paragraph ends besides; `mark` is its last sign.
    pub fn ends(&self, mark: u16) -> TableEnd {
        const CELL: u16 = 7;
        match () {
            () if self.depth() == 0 => TableEnd::Nothing,
            () if self.inner_row_end || mark == CELL && self.row_end => TableEnd::Row,
            () if self.inner_cell_end || mark == CELL => TableEnd::Cell,
            () => TableEnd::Nothing,
        }
    }
}
