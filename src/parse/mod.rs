//! From text to structure: which paragraphs there are, what is furniture, which lists the speaker
//! built, and what they are for.
//!
//! Parsing is total: any text gives an outline, and a text without markers one without items.
//! Words and signs come from the [`Lexicon`]; this code holds only how they combine. It does not
//! know files, formats or screens.

mod furniture;
mod lexicon;
mod lists;
mod marker;
mod metadata;
mod outline;
mod paragraph;
mod role;
#[cfg(test)]
mod tests;

use crate::model::{Block, Date, Outline};
pub use lexicon::Lexicon;

/// All that the text tells of itself.
#[derive(Clone, Debug)]
pub struct Parsed {
    /// The paragraphs, with their kinds.
    pub blocks: Vec<Block>,
    /// The structure.
    pub outline: Outline,
    /// The title, if the text has one.
    pub title: Option<String>,
    /// Who spoke.
    pub speaker: Option<String>,
    /// The speaker's office.
    pub office: Option<String>,
    /// When.
    pub date: Option<Date>,
    /// The language, as a two-letter code of ISO 639-1.
    pub language: &'static str,
}

/// Parses a normalised text (NFC, from [`crate::text::decode()`]).
pub fn parse(text: &str, lexicon: &Lexicon) -> Parsed {
    let mut blocks = paragraph::blocks(text);
    let found = furniture::mark(text, &mut blocks, lexicon);
    let outline = outline::assemble(text, &mut blocks, &found, lexicon);
    let head_end = blocks.get(found.body).map_or(text.len(), |block| block.range.start.get());
    // Where the speech starts at once, its first paragraphs stand for the head.
    let head = &text[..text.floor_char_boundary(head_end.max(2000).min(text.len()))];
    let (speaker, office) = metadata::find_speaker(head, lexicon).unzip();
    Parsed {
        title: found.title.map(|index| blocks[index].range.of(text).to_owned()),
        speaker,
        office: office.flatten(),
        date: metadata::find_date(head),
        language: metadata::language(text),
        blocks,
        outline,
    }
}

/// Cuts a text into paragraphs and nothing more: what a very large text is read by until
/// [`parse`] is through with it. The ranges are those that [`parse`] gives.
pub fn paragraphs(text: &str) -> Vec<Block> {
    paragraph::blocks(text)
}
