//! A paragraph-sized stretch of a text and what it is.

use crate::text::TextRange;

/// A stretch of text that is laid out as one paragraph.
///
/// Blocks are in reading order, do not overlap, hold no blank line, and together with the blank
/// lines between them cover the text. A very long paragraph is cut into several blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it is; without the line end behind it.
    pub range: TextRange,
    /// The 1-based line of the input it starts on.
    pub line: u32,
    /// What it is.
    pub kind: BlockKind,
}

impl Block {
    /// Returns the 1-based line of the input it ends on.
    pub fn last_line(&self, text: &str) -> u32 {
        self.line + memchr::memchr_iter(b'\n', self.range.of(text).as_bytes()).count() as u32
    }
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockKind {
    /// The title of the speech.
    Title,
    /// A heading without a marker.
    Heading,
    /// Prose.
    Paragraph,
    /// A paragraph that goes on from the block before it, without a break of its own.
    Continuation,
    /// The paragraph that opens an item: it begins with the item's marker.
    Item,
    /// A row of a table. One of a table of tasks may open an item.
    Row,
    /// Furniture of a page or of a speech.
    Furniture(FurnitureKind),
}

/// What a piece of furniture is. Menus and captions are hidden; the rest is part of the reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FurnitureKind {
    /// Menus, breadcrumbs, share bars, related links.
    Chrome,
    /// What stands before the speech: its date line, its lead, its document head.
    Front,
    /// A picture's file name or caption.
    Caption,
    /// "Thưa các đồng chí!"
    Salutation,
    /// What ends a speech or document: wishes, thanks, recipients, signatures.
    Closing,
}

impl FurnitureKind {
    /// Every kind.
    pub const ALL: [FurnitureKind; 5] = [
        FurnitureKind::Chrome,
        FurnitureKind::Front,
        FurnitureKind::Caption,
        FurnitureKind::Salutation,
        FurnitureKind::Closing,
    ];

    /// Returns the name that JSON uses.
    pub fn name(self) -> &'static str {
        match self {
            FurnitureKind::Chrome => "chrome",
            FurnitureKind::Front => "front",
            FurnitureKind::Caption => "caption",
            FurnitureKind::Salutation => "salutation",
            FurnitureKind::Closing => "closing",
        }
    }

    /// Finds the kind that [`FurnitureKind::name`] calls `name`.
    pub fn from_name(name: &str) -> Option<Self> {
        FurnitureKind::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

impl BlockKind {
    /// Tells whether the reader hides it until asked.
    pub fn is_hidden(self) -> bool {
        matches!(self, BlockKind::Furniture(FurnitureKind::Chrome | FurnitureKind::Caption))
    }
}
