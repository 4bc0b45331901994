//! What a text refers to: a passage → the parts of the text and the documents that it names, and where they are.
//!
//! "khoản 2 Điều 5", "mục II.3", "Phần thứ hai", "Phụ lục I" and "\[1\]" lead into the text itself; "Nghị quyết số 57-NQ/TW" leads
//! to another. What a text says of another document's parts ("Điều 5 Luật Đất đai") leads nowhere in it and is left out.

mod document;
mod note;
mod place;
mod reading;
mod short_form;
mod vocabulary;
mod word;

#[cfg(test)]
mod tests;

pub use document::document_numbers;
pub use short_form::{ShortForm, short_forms};

use super::Speech;
use crate::text::{TextPos, TextRange};

/// Something that a passage refers to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// The words that refer to it.
    pub range: TextRange,
    /// What it is.
    pub to: ReferenceTarget,
}

/// What is referred to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ReferenceTarget {
    /// Places in the text itself, more than one where the words do not tell them apart; none where the text has no such
    /// part.
    Part(Vec<TextPos>),
    /// A document, by what it is called and its number.
    Document(String),
}

/// Returns what a passage refers to, in the order of its words.
pub fn references(speech: &Speech, passage: TextRange) -> Vec<Reference> {
    let words = vocabulary::ReferenceWords::shipped();
    let mut out = Vec::new();
    for block in speech.blocks.iter() {
        if block.range.intersection(passage).is_none_or(TextRange::is_empty) {
            continue;
        }
        let parts = reading::parts(&speech.text, block.range, &words);
        out.extend(parts.into_iter().filter_map(|part| {
            let places = place::places(speech, &part, &words);
            // A marker names its own paragraph, and "khoản này" stands in it.
            // "Điều này" is a thing as well.
            if places.is_empty() && part.is_this() {
                return None;
            }
            let is_own = !places.is_empty() && places.iter().all(|at| block.range.contains(*at));
            let to = ReferenceTarget::Part(places);
            (!is_own).then_some(Reference { range: part.range, to })
        }));
        out.extend(note::notes(speech, block.range));
        out.extend(
            document_numbers(&speech.text, block.range).into_iter().map(|range| Reference {
                range,
                to: ReferenceTarget::Document(speech.line(range)),
            }),
        );
    }
    out.retain(|found| found.range.intersection(passage).is_some_and(|both| !both.is_empty()));
    // "điểm b khoản 1 Điều 5 Nghị định 15/2020/NĐ-CP": what lies in another is no second one.
    let all = out.clone();
    out.retain(|one| {
        !all.iter().any(|other| other.range != one.range && other.range.covers(one.range))
    });
    out.sort_by_key(|found| found.range.start);
    out
}
