//! What a bookmark remembers of its passage.

use super::ItemAddress;
use crate::text::TextRange;

/// A passage, remembered well enough to be found again in a changed text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchor {
    /// The words themselves.
    pub quote: String,
    /// Up to 64 characters before them.
    pub before: String,
    /// Up to 64 characters after them.
    pub after: String,
    /// Where they stood, in bytes of the normalised text.
    pub range: TextRange,
    /// The innermost item they stood in.
    pub item: Option<ItemAddress>,
}
