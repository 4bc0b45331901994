//! From the outline of a speech to its assignments.

use super::assignment::Assignment;
use super::deadline::find;
use super::vocabulary::RegisterVocabulary;
use crate::speech::{Duty, ItemIndex, Role, Speech};
use crate::text::TextRange;

/// Finds the assignments of a speech, in reading order.
pub fn assignments_of(speech: &Speech, vocabulary: &RegisterVocabulary) -> Vec<Assignment> {
    let items = &speech.outline.items;
    let base = speech.meta.date.or(speech.meta.meeting_date);
    let is_leaf =
        |index: ItemIndex| !items.get(index + 1).is_some_and(|next| next.parent == Some(index));
    (0..items.len())
        .filter(|&index| {
            items[index].role == Role::Task && items[index].duty == Duty::Work && is_leaf(index)
        })
        .map(|index| {
            let item = &items[index];
            let words = TextRange { start: item.label.start, end: item.range.end };
            let deadline =
                find(&speech.text, words, base, &vocabulary.deadlines).into_iter().next();
            Assignment {
                words,
                item: Some(index),
                actors: item.owner.into_iter().collect(),
                deadline,
                ..Assignment::default()
            }
        })
        .collect()
}
