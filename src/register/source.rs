//! A speech whose register is read, and the words that it is read by.

use super::deadline::{Deadline, find};
use super::line::Line;
use super::vocabulary::RegisterVocabulary;
use crate::speech::{Date, ItemIndex, Speech};
use crate::text::TextRange;

/// How many days before the day of the document a deadline may have been: notices come out late.
const LONG_AGO: i64 = 200;

/// A speech that is read, and by which words.
pub(super) struct RegisterSource<'a> {
    pub speech: &'a Speech,
    pub vocabulary: &'a RegisterVocabulary,
    /// The day from which dates without a year are read.
    pub base: Option<Date>,
}

impl<'a> RegisterSource<'a> {
    /// Returns a part of the text as words.
    pub fn line(&self, range: TextRange) -> Line<'a> {
        Line::new(&self.speech.text, range, self.vocabulary)
    }

    /// Finds the deadlines in a part of the text.
    pub fn deadlines(&self, range: TextRange) -> Vec<Deadline> {
        let mut found = find(&self.speech.text, range, self.base, &self.vocabulary.deadlines);
        let text = range.of(&self.speech.text);
        // "Các vụ vi phạm phát sinh trước năm 2020": what was over long before is no time to do something in.
        let is_long_past = |one: &Deadline| match (one.due.last_day(), self.base) {
            (Some(day), Some(base)) => base.days_since(day) > LONG_AGO,
            _ => false,
        };
        // What is quoted is said of no task: “mỗi ngày làm một việc tốt”.
        found.retain(|one| {
            let before = &text[..one.words.start.get() - range.start.get()];
            before.matches('“').count() <= before.matches('”').count() && !is_long_past(one)
        });
        found
    }

    /// Returns the words of the paragraph that opens an item, up to the first item in it.
    pub fn own_words(&self, index: ItemIndex) -> TextRange {
        let items = &self.speech.outline.items;
        let item = &items[index];
        let block = self.speech.blocks[self.speech.block_at(item.marker.start)].range.end;
        let next = items.get(index + 1).map_or(item.range.end, |next| next.marker.start);
        let end = block.min(next).min(item.range.end).max(item.marker.end);
        TextRange { start: item.marker.end, end }
    }
}
