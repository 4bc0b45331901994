//! The words of a task that are its own.

use super::deadline::{Deadline, DeadlineVocabulary, find};
use crate::speech::{ItemIndex, Speech};
use crate::text::TextRange;

/// Finds the deadlines that an item's own words tell, without those of the items in it. Dates without a year are read from
/// the day of the speech.
pub fn deadlines_of(
    speech: &Speech,
    index: ItemIndex,
    vocabulary: &DeadlineVocabulary,
) -> Vec<Deadline> {
    find(&speech.text, own_words(speech, index), speech.meta.date, vocabulary)
}

/// Returns the words of an item up to the first item in it.
fn own_words(speech: &Speech, index: ItemIndex) -> TextRange {
    let items = &speech.outline.items;
    let item = &items[index];
    let inside = items.get(index + 1).filter(|next| next.parent == Some(index));
    TextRange {
        start: item.marker.end,
        end: inside.map_or(item.range.end, |next| next.marker.start),
    }
}
