//! What an importer makes of a file: clean text, and what the format said besides.

use crate::model::{Date, Format, Hints};
use crate::text::{Decoded, Encoding, OffsetMap};

/// A text as its file gives it, not yet parsed.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The text: NFC, printable characters and `\n` only. Of a plain text it has every line of the
    /// file; of other formats each paragraph is a line, with a blank line behind it.
    pub text: String,
    /// The format, and what it says of the text.
    pub hints: Hints,
    /// The way back to the bytes; the identity for formats whose text is made anew.
    pub offsets: OffsetMap,
    /// How the bytes were encoded.
    pub encoding: Encoding,
    /// How many stretches of invalid bytes were shown as U+FFFD.
    pub replaced: usize,
    /// How many control characters and escape sequences were taken out.
    pub removed: usize,
    /// What the file says of itself.
    pub facts: Facts,
    /// What a reader should know about how it was read.
    pub notices: Vec<DraftNotice>,
}

/// What a file says of itself outside its text. All of it may be wrong: the text counts more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// A title.
    pub title: Option<String>,
    /// Who wrote the file, or the page.
    pub author: Option<String>,
    /// When it was published, or written.
    pub date: Option<Date>,
    /// The address of the page.
    pub url: Option<String>,
}

/// Something to know about how a file was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DraftNotice {
    /// So many pages, from 1, hold no text: they are pictures.
    EmptyPages(u32),
}

impl Draft {
    /// Takes a decoded text as it is.
    pub fn of_text(decoded: Decoded, format: Format) -> Self {
        Draft {
            text: decoded.text,
            hints: Hints { format, marks: Vec::new() },
            offsets: decoded.offsets,
            encoding: decoded.encoding,
            replaced: decoded.replaced,
            removed: decoded.removed,
            facts: Facts::default(),
            notices: Vec::new(),
        }
    }
}

impl Facts {
    /// Makes the words fit to be shown, and forgets empty ones.
    pub(super) fn clean(mut self) -> Self {
        for fact in [&mut self.title, &mut self.author, &mut self.url] {
            let clean = fact.take().map(|text| {
                let text = crate::text::printable(&text).into_owned();
                text.split_whitespace().collect::<Vec<_>>().join(" ")
            });
            *fact = clean.filter(|text| !text.is_empty());
        }
        self
    }
}
