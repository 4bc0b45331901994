//! From a range of a speech to an anchor.

use super::alike::pattern_of;
use super::context::runs;
use crate::speech::{Anchor, ItemIndex, Speech, Wording};
use crate::text::boundary::sentence_at;
use crate::text::{TextPos, TextRange, Words};

/// How many characters of context an anchor keeps on each side, at least and at most.
const CONTEXT: usize = 64;
const MOST_CONTEXT: usize = 240;
/// How many characters beyond its sentence the context of a passage inside one has.
const BEYOND: usize = 32;
/// How many words more than twice what a look-alike has in common the context has.
const APART: usize = 6;
/// How many words of an item's label it keeps.
const LABEL: usize = 12;
/// The largest text, in bytes, that is searched for the like of a passage: a tenth of a second.
const SEARCHED: usize = 8 << 20;
/// The longest paragraph whose sentences are looked at, in bytes.
const PARAGRAPH: usize = 64 << 10;

/// Remembers the passage at `range`: its words as they are read, the words around it, where it stands, and how like
/// it the rest of the text is.
///
/// A range that does not fit the text, or cuts a character, is first brought to the nearest one
/// before it that does.
pub fn capture(speech: &Speech, range: TextRange) -> Anchor {
    let start = range.start.clamp_to(&speech.text);
    let end = range.end.clamp_to(&speech.text).max(start);
    let range = TextRange { start, end };
    let wording = Wording::of(speech);
    let (text, read) = (wording.text(), wording.range_at(range));
    let like = Like::of(text, read);
    let sentence = wording.range_at(sentence_around(speech, range));
    let (head, tail) = (&text[..read.start.get()], &text[read.end.get()..]);
    let least = |to: usize, beyond: usize| to.saturating_sub(beyond);
    let from = least(sentence.start.get(), BEYOND).min(like.from);
    let to = (sentence.end.get() + BEYOND).max(like.to);
    let before = head
        .char_indices()
        .rev()
        .enumerate()
        .take(MOST_CONTEXT)
        .take_while(|&(count, (at, _))| count < CONTEXT || at >= from);
    let before = before.last().map_or(read.start.get(), |(_, (at, _))| at);
    let after = tail
        .char_indices()
        .enumerate()
        .take(MOST_CONTEXT)
        .take_while(|&(count, (at, _))| count < CONTEXT || read.end.get() + at < to);
    let after = after.last().map_or(0, |(_, (at, c))| at + c.len_utf8());
    let item = speech.outline.item_at(start);
    let quote = match speech.words(range) {
        // Signs that stand for nothing else are all there is.
        words if words.is_empty() => range.of(&speech.text).to_owned(),
        words => words,
    };
    Anchor {
        quote,
        before: head[before..].to_owned(),
        after: tail[..after].to_owned(),
        range,
        item: item.map(|item| speech.outline.address(item)),
        label: item.map(|item| label(speech, item)).unwrap_or_default(),
        copies: like.copies,
        alike: like.alike,
    }
}

/// Tells an anchor the item that its words are in now, where they were found: the outline of a text may be another one than when it was
/// captured.
pub fn renew(anchor: &mut Anchor, speech: &Speech, pos: TextPos) {
    let item = speech.outline.item_at(pos);
    anchor.item = item.map(|item| speech.outline.address(item));
    anchor.label = item.map(|item| label(speech, item)).unwrap_or_default();
}

/// Returns the first words of an item behind its marker, whole words, without emphasis.
pub(super) fn label(speech: &Speech, item: ItemIndex) -> String {
    let label = speech.line(speech.outline.items[item].label);
    let words: Vec<&str> = label.split_whitespace().take(LABEL).collect();
    words.join(" ")
}

/// Returns the sentences that a passage begins and ends in.
fn sentence_around(speech: &Speech, range: TextRange) -> TextRange {
    let around = |pos: TextPos| {
        let paragraph = speech.blocks.get(speech.block_at(pos)).map(|block| block.range);
        paragraph
            .filter(|paragraph| paragraph.contains(pos) && paragraph.len() <= PARAGRAPH)
            .map(|paragraph| sentence_at(&speech.text, paragraph, pos))
    };
    let last = TextPos::new(range.end.get().saturating_sub(1)).clamp_to(&speech.text);
    let start = around(range.start).map_or(range.start, |sentence| sentence.start);
    let end = around(last.max(range.start)).map_or(range.end, |sentence| sentence.end);
    TextRange { start: start.min(range.start), end: end.max(range.end) }
}

/// Returns how many words the context has where a look-alike has so many in common with it: most of
/// them tell the two apart.
fn reach(common: usize) -> usize {
    2 * common + APART
}

/// What else in the text is like a passage.
struct Like {
    copies: u32,
    alike: Option<u8>,
    /// From where to where the context must reach to tell the passage from its copies.
    from: usize,
    to: usize,
}

impl Like {
    fn of(text: &str, range: TextRange) -> Self {
        let (start, end) = (range.start.get(), range.end.get());
        let mut like = Like { copies: 0, alike: None, from: start, to: end };
        if text.len() > SEARCHED {
            return like;
        }
        let words = Words::of(text);
        // Words that the passage cuts belong to it.
        let mut first = words.from(start);
        if first > 0 && words.end(first - 1) > start {
            first -= 1;
        }
        let last = words.from(end).max(first);
        if first == last {
            return like;
        }
        like.copies = 1;
        let pattern = pattern_of(&words, first..last);
        let keys = words.keys();
        for at in runs(&words, pattern.keys.clone()).filter(|&at| at != first) {
            like.copies = like.copies.saturating_add(1);
            let common = |one: &mut dyn Iterator<Item = &u32>,
                          other: &mut dyn Iterator<Item = &u32>| {
                one.zip(other).take(MOST_CONTEXT).take_while(|(a, b)| a == b).count()
            };
            let before = common(&mut keys[..first].iter().rev(), &mut keys[..at].iter().rev());
            let size = last - first;
            let after = common(&mut keys[last..].iter(), &mut keys[at + size..].iter());
            like.from = like.from.min(words.start(first.saturating_sub(reach(before))));
            like.to = like.to.max(words.start(last + reach(after)));
        }
        let likest = if like.copies > 1 {
            Some(100)
        } else {
            let before = pattern.likest_in(&words, 0..first);
            Some(before.max(pattern.likest_in(&words, last..words.len())))
        };
        like.alike = likest;
        like
    }
}
