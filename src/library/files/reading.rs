//! What a file is opened with, besides where it is.

use crate::speech::parse::Lexicon;
use crate::text::Encoding;

/// What a file is opened with.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// The words that parsing goes by.
    pub lexicon: &'a Lexicon,
    /// How the text is encoded, where the user said so.
    pub encoding: Option<Encoding>,
    /// Where a file is read whose format may end the process that reads it.
    pub isolation: Isolation,
}

/// Where a file is read whose format may end the process that reads it: PDF and DOC.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Isolation {
    /// In this process: for a program that uses the library and does not answer to
    /// [`APART`](super::APART), such as a test.
    #[default]
    Here,
    /// In another process of this program, which answers to [`APART`](super::APART) with
    /// [`serve_apart`](super::serve_apart).
    Apart,
}

impl<'a> Reading<'a> {
    /// Opens files with these words alone, in this process.
    pub fn of(lexicon: &'a Lexicon) -> Self {
        Reading { lexicon, encoding: None, isolation: Isolation::Here }
    }

    /// Opens a file whose encoding the user said, if it was said.
    pub fn encoded(self, encoding: Option<Encoding>) -> Self {
        Reading { encoding: encoding.or(self.encoding), ..self }
    }
}
