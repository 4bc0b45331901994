//! What a user corrects in an outline.

use crate::speech::{Anchor, FurnitureKind, Role};
use crate::text::TextRange;

/// A correction, remembered by the words it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// Its name among the corrections of its speech.
    pub id: String,
    /// The passage it is about.
    pub anchor: Anchor,
    /// What is to be different there.
    pub change: Change,
}

/// What is to be different at a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// The paragraph opens an item, with the marker that it begins with or without one.
    Item,
    /// The paragraph opens no item.
    Drop,
    /// The item stands at this level, from 1.
    Level(u8),
    /// The item has this role, and so have the items in it.
    Role(Role),
    /// The series that the item belongs to has this role.
    SeriesRole(Role),
    /// The series that the item belongs to has this title.
    SeriesTitle(String),
    /// The paragraphs are furniture of this kind.
    Furniture(FurnitureKind),
    /// The paragraphs are text, not furniture.
    Text,
    /// The words are no assignment.
    NoTask,
    /// These words name who is in charge of the assignment; nothing where the text names nobody.
    TaskOffice(Option<String>),
    /// These words say by when the assignment is to be done; nothing where the text does not say that.
    TaskDeadline(Option<String>),
}

/// A correction whose passage was found in the text at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// The passage: every paragraph that it touches, or the item that its first one opens.
    pub range: TextRange,
    /// What is to be different there.
    pub change: Change,
}
