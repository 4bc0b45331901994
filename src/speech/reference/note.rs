//! Notes by number: "[1]" in a sentence and "[1] …" where it is told.

use super::{Reference, ReferenceTarget};
use crate::speech::Speech;
use crate::text::{TextPos, TextRange};

/// Returns the numbers in square brackets of a paragraph, each with the place of its note, or of the words that a note is
/// for.
pub(super) fn notes(speech: &Speech, paragraph: TextRange) -> Vec<Reference> {
    let text = paragraph.of(&speech.text);
    let mut out = Vec::new();
    for (open, _) in text.match_indices('[') {
        let inside = &text[open + 1..];
        let digits = inside.find(|c: char| !c.is_ascii_digit()).unwrap_or(inside.len());
        // "[1](https://…)" is a link.
        let is_note = (1..=3).contains(&digits) && inside[digits..].starts_with(']');
        if !is_note || inside[digits + 1..].starts_with('(') {
            continue;
        }
        let start = paragraph.start.get() + open;
        let range = TextRange::new(start, start + digits + 2);
        out.push(Reference { range, to: ReferenceTarget::Part(place(speech, range)) });
    }
    out
}

/// Finds the note of a number, which opens a paragraph; of a note the words that it is for.
fn place(speech: &Speech, mark: TextRange) -> Vec<TextPos> {
    let written = mark.of(&speech.text);
    let opens = |at: usize| {
        let block = &speech.blocks[speech.block_at(TextPos::new(at))];
        let before = &speech.text[block.range.start.get().min(at)..at];
        before.chars().all(|c| !c.is_alphanumeric())
    };
    let is_note = opens(mark.start.get());
    let all = speech.text.match_indices(written).map(|(at, _)| at);
    let others = all.filter(|at| *at != mark.start.get() && opens(*at) != is_note);
    let mut found: Vec<TextPos> = others.map(TextPos::new).collect();
    if !is_note && let Some(behind) = found.iter().find(|at| **at > mark.start) {
        return vec![*behind];
    }
    found.truncate(1);
    found
}
