//! What rows depend on besides the speech, and which signs of a block are not shown.

use crate::speech::{HintKind, Speech};
use crate::text::markup::Markup;

/// All that the rows of a speech depend on besides the speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LayoutKey {
    /// The width of the text, in cells.
    pub width: u16,
    /// Whether hidden furniture is shown, and the signs of Markdown.
    pub furniture: bool,
    /// Whether an empty row parts two paragraphs.
    pub gaps: bool,
}

/// Gives the signs in a block that are not shown, none where all that is hidden is shown, and the words
/// in it that are emphasised: by signs, or by the format of the file.
pub fn markup_of(speech: &Speech, block: usize, key: LayoutKey) -> Markup {
    let range = speech.blocks[block].range;
    let mut found = match key.furniture {
        true => Markup::default(),
        false => speech.markup(&speech.blocks[block]),
    };
    let marks = &speech.hints.marks;
    let first = marks.partition_point(|mark| mark.range.start < range.start);
    for mark in marks[first..].iter().take_while(|mark| mark.range.start < range.end) {
        let words = match mark.kind {
            HintKind::Bold => &mut found.strong,
            HintKind::Italic => &mut found.emphasis,
            HintKind::Title
            | HintKind::Heading(_)
            | HintKind::Furniture(_)
            | HintKind::Spans { .. } => continue,
        };
        let (from, to) = (mark.range.start.get(), mark.range.end.get().min(range.end.get()));
        let base = range.start.get();
        words.push(from - base..to - base);
    }
    found.strong.sort_by_key(|words| words.start);
    found.emphasis.sort_by_key(|words| words.start);
    found
}
