//! Which words of a text a correction holds on to.

use crate::speech::{ItemForm, ItemIndex, SeriesIndex, Speech};
use crate::text::{TextPos, TextRange};

/// How many bytes of a paragraph stand for it: its first words outlast a change further down.
const HEAD: usize = 96;

/// Returns the words for the paragraphs that a range touches: the first words of a single one, all
/// words of several. A text without paragraphs has none.
pub fn of_blocks(speech: &Speech, range: TextRange) -> Option<TextRange> {
    let first = speech.blocks.get(speech.block_at(range.start))?.range;
    let inside = TextPos::new(range.end.get().saturating_sub(1)).max(range.start);
    let last = speech.blocks.get(speech.block_at(inside))?.range;
    if first == last {
        return Some(head_of(speech, first));
    }
    Some(first.union(last))
}

/// Returns the words for an item: those that its paragraph begins with, or its own where it stands
/// inside a paragraph.
pub fn of_item(speech: &Speech, item: ItemIndex) -> Option<TextRange> {
    let item = speech.outline.items.get(item)?;
    match item.form {
        ItemForm::Paragraph => of_blocks(speech, item.marker),
        ItemForm::Inline => Some(head_of(speech, item.range)),
    }
}

/// Returns the words for a series: those of its first item.
pub fn of_series(speech: &Speech, series: SeriesIndex) -> Option<TextRange> {
    of_item(speech, *speech.outline.series.get(series)?.items.first()?)
}

/// Returns the first words of a range, which are whole.
fn head_of(speech: &Speech, range: TextRange) -> TextRange {
    let words = range.of(&speech.text);
    if words.len() <= HEAD {
        return range;
    }
    let cut = &words[..words.floor_char_boundary(HEAD)];
    // A text without blanks is cut anywhere.
    let end = cut.rfind(char::is_whitespace).map_or(cut.len(), |at| cut[..at].trim_end().len());
    TextRange::new(range.start.get(), range.start.get() + end)
}
