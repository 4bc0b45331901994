//! What a bookmark remembers of its passage.

use super::ItemAddress;
use crate::text::TextRange;

/// A passage, remembered well enough to be found again in a changed text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The words themselves.
    pub quote: String,
    /// Some 64 characters before them; more where it takes more to tell them from their like.
    pub before: String,
    /// Some 64 characters after them; more where it takes more to tell them from their like.
    pub after: String,
    /// Where they stood, in bytes of the normalised text.
    pub range: TextRange,
    /// The innermost item they stood in.
    pub item: Option<ItemAddress>,
    /// The first words of that item, behind its marker; empty where there is none.
    pub label: String,
    /// How many times the same words stood in the text, this one included; 0 if that is not known.
    pub copies: u32,
    /// How like the passage the likest other one in the text was, 0 to 100; nothing if that is not
    /// known.
    pub alike: Option<u8>,
}
