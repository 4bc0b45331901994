//! The control characters of a Word document, by their numbers.

pub(super) const CELL: u16 = 7;
pub(super) const SHAPE: u16 = 8;
pub(super) const TAB: u16 = 9;
pub(super) const LINE: u16 = 11;
pub(super) const PAGE: u16 = 12;
pub(super) const PARAGRAPH: u16 = 13;
pub(super) const COLUMN: u16 = 14;
pub(super) const FIELD: u16 = 19;
pub(super) const FIELD_RESULT: u16 = 20;
pub(super) const FIELD_END: u16 = 21;
pub(super) const HARD_HYPHEN: u16 = 30;
pub(super) const SOFT_HYPHEN: u16 = 31;
pub(super) const FIRST_LETTER: u16 = 32;
