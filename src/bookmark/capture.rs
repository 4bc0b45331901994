//! From a range of a speech to an anchor.

use crate::model::{Anchor, ItemIndex, Speech};
use crate::text::{TextRange, flowing, markup};

/// How many characters of context an anchor keeps on each side.
const CONTEXT: usize = 64;
/// How many words of an item's label it keeps.
const LABEL: usize = 12;

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
    let item = speech.outline.item_at(start);
    Anchor {
        quote: speech.passage(TextRange { start, end }),
        before: head[before..].to_owned(),
        after: tail[..after].to_owned(),
        range: TextRange { start, end },
        item: item.map(|item| speech.outline.address(item)),
        label: item.map(|item| label(speech, item)).unwrap_or_default(),
        copies: 0,
        alike: None,
    }
}

/// Gives the first words of an item behind its marker, whole words, without emphasis.
fn label(speech: &Speech, item: ItemIndex) -> String {
    let label = markup::plain(speech.outline.items[item].label.of(&speech.text));
    let label = flowing(&label);
    let words: Vec<&str> = label.split_whitespace().take(LABEL).collect();
    words.join(" ")
}
