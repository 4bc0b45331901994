//! From text to blocks: which lines make a paragraph.
//!
//! A paragraph is usually one line. Where a text was wrapped, where it has one sentence a line, and
//! where a converter split a line at a link or a bold run, lines are put together again. What the
//! paragraphs say is not looked at, but for the markers they begin with.

mod join;
mod line;
mod measure;
mod note;
mod open;
mod sentences;
#[cfg(test)]
mod tests;
mod wrap;

use super::lexicon::Lexicon;
use crate::speech::{Block, BlockKind};
use crate::text::TextRange;
use crate::text::markup::unquoted;
use join::Joiner;
use line::SourceLine;
use std::borrow::Cow;
use std::ops::Range;
use wrap::Wrap;

/// The longest block, in bytes. A longer paragraph is cut between words, so that a line of many
/// megabytes is laid out piece by piece.
const LONGEST_BLOCK: usize = 16 * 1024;

/// Cuts a text into blocks: one a paragraph.
pub(super) fn blocks(text: &str, lexicon: &Lexicon) -> Vec<Block> {
    let mut lines = line::lines(text);
    let wrap = Wrap::find(text, &mut lines);
    let mut joiner = Joiner::new(text, &lines, wrap, lexicon);
    let mut out = Vec::with_capacity(lines.len());
    let mut first = 0;
    while first < lines.len() {
        let last = joiner.paragraph(first);
        push_paragraph(text, &lines[first..=last], &mut out);
        first = last + 1;
    }
    out
}

/// Returns a text with a blank for each line end within a block, so that words are found over it.
/// Every place stays where it is.
pub(super) fn flat<'t>(text: &'t str, blocks: &[Block]) -> Cow<'t, str> {
    let mut out = String::new();
    let mut kept = 0;
    for block in blocks {
        let (start, end) = (block.range.start.get(), block.range.end.get());
        for found in memchr::memchr_iter(b'\n', &text.as_bytes()[start..end]) {
            out.push_str(&text[kept..start + found]);
            kept = start + found + 1;
            if text[start..].starts_with('>') {
                let line = &text[kept..end];
                kept = end - unquoted(line.trim_start()).len();
            }
            out.extend(std::iter::repeat_n(' ', kept - start - found));
        }
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[kept..]);
    Cow::Owned(out)
}

fn push_paragraph(text: &str, lines: &[SourceLine], out: &mut Vec<Block>) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
    let (mut start, end) = (first.start, last.end);
    let mut number = first.number;
    let mut kind = BlockKind::Paragraph;
    while end - start > LONGEST_BLOCK {
        let limit = text.floor_char_boundary(start + LONGEST_BLOCK);
        let blank = memchr::memrchr2(b' ', b'\n', &text.as_bytes()[start..limit]);
        let cut = blank.map_or(limit, |at| start + at + 1);
        push(text, start..cut, number, kind, out);
        let next = end - text[cut..end].trim_start().len();
        number += memchr::memchr_iter(b'\n', &text.as_bytes()[start..next]).count() as u32;
        start = next;
        kind = BlockKind::Continuation;
    }
    push(text, start..end, number, kind, out);
}

/// Adds a block, without blanks at its end; nothing if it is blank.
fn push(text: &str, range: Range<usize>, line: u32, kind: BlockKind, out: &mut Vec<Block>) {
    let length = text[range.clone()].trim_end().len();
    if length > 0 {
        out.push(Block { range: TextRange::new(range.start, range.start + length), line, kind });
    }
}
