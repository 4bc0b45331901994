//! From a range of a speech to an anchor.

use crate::model::{Anchor, Speech};
use crate::text::TextRange;

/// How many characters of context an anchor keeps on each side.
const CONTEXT: usize = 64;

/// Remembers the passage at `range`: its words, the words around it, and where it stands.
///
/// A range that does not fit the text, or cuts a character, is first brought to the nearest one
/// before it that does.
pub fn capture(speech: &Speech, range: TextRange) -> Anchor {
    let text = speech.text.as_str();
    let start = range.start.clamp_to(text);
    let end = range.end.clamp_to(text).max(start);
    let (head, tail) = (&text[..start.get()], &text[end.get()..]);
    let before = head.char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let after = tail.char_indices().nth(CONTEXT).map_or(tail.len(), |(at, _)| at);
    let item = speech.outline.item_at(start).map(|item| speech.outline.address(item));
    Anchor {
        quote: speech.passage(TextRange { start, end }),
        before: head[before..].to_owned(),
        after: tail[..after].to_owned(),
        range: TextRange { start, end },
        item,
    }
}
