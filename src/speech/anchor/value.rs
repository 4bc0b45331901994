//! What a bookmark remembers of its passage.

use crate::speech::ItemAddress;
use crate::text::TextRange;
use crate::text::markup::unmarked;
use std::borrow::Cow;

/// A passage, remembered well enough to be found again in a changed text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Anchor {
    /// The words themselves, as they are read; see [`Anchor::words`].
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

impl Anchor {
    /// Returns the words as they are read. A quote that an older version of the program kept with signs of
    /// Markdown in it is as long as its range, or has some that no text has of its own.
    pub fn words(&self) -> Cow<'_, str> {
        match self.quote.len() < self.range.len() && !self.quote.contains("**") {
            true => Cow::Borrowed(&self.quote),
            false => unmarked(&self.quote),
        }
    }

    /// Returns what stood before and after as it is read.
    pub fn around(&self) -> (Cow<'_, str>, Cow<'_, str>) {
        (unmarked(&self.before), unmarked(&self.after))
    }

    /// Returns the same memory in words as they are read.
    pub fn as_read(&self) -> Anchor {
        let (before, after) = self.around();
        Anchor {
            quote: self.words().into_owned(),
            before: before.into_owned(),
            after: after.into_owned(),
            ..self.clone()
        }
    }
}
