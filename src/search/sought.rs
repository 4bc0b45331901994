//! What is searched: a text with its blocks, its outline and what is known about it.

use crate::speech::{Block, Format, Metadata, Outline, Speech};

/// What is searched.
#[derive(Clone, Copy, Debug)]
pub struct Sought<'a> {
    /// The text.
    pub text: &'a str,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// Its outline.
    pub outline: &'a Outline,
    /// What is known about it.
    pub meta: &'a Metadata,
    /// The format of its file.
    pub format: Format,
    /// Whether menus and captions count as the rest does.
    pub hidden: Hidden,
}

/// What to do about hits in furniture that is hidden: menus and captions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hidden {
    /// They count only if there are no others.
    #[default]
    Last,
    /// They are hits as any.
    Same,
}

impl<'a> From<&'a Speech> for Sought<'a> {
    fn from(speech: &'a Speech) -> Self {
        Sought {
            text: &speech.text,
            blocks: &speech.blocks,
            outline: &speech.outline,
            meta: &speech.meta,
            format: speech.hints.format,
            hidden: Hidden::Last,
        }
    }
}

impl Sought<'_> {
    /// Gives the same with hidden furniture looked at in this way.
    pub fn with_hidden(self, hidden: Hidden) -> Self {
        Sought { hidden, ..self }
    }
}
