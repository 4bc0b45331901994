//! From text to blocks: which lines make a paragraph.

use crate::model::{Block, BlockKind};
use crate::text::TextRange;

/// The longest block, in bytes. A longer paragraph is cut between words, so that a line of many
/// megabytes is laid out piece by piece.
const LONGEST_BLOCK: usize = 16 * 1024;

/// Cuts a text into blocks: one a line that is not blank.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let mut out = Vec::with_capacity(text.len() / 200 + 16);
    let mut start = 0;
    let mut line = 1;
    loop {
        let found = memchr::memchr(b'\n', &text.as_bytes()[start..]);
        let end = found.map_or(text.len(), |at| start + at);
        push_line(text, start..end, line, &mut out);
        if found.is_none() {
            return out;
        }
        start = end + 1;
        line += 1;
    }
}

fn push_line(text: &str, line: std::ops::Range<usize>, number: u32, out: &mut Vec<Block>) {
    let kept = text[line.clone()].trim_end();
    let indent = kept.len() - kept.trim_start().len();
    let (mut start, end) = (line.start + indent, line.start + kept.len());
    let mut kind = BlockKind::Paragraph;
    while end - start > LONGEST_BLOCK {
        let limit = text.floor_char_boundary(start + LONGEST_BLOCK);
        let blank = memchr::memrchr(b' ', &text.as_bytes()[start..limit]);
        let cut = blank.map_or(limit, |at| start + at + 1);
        push(text, start..cut, number, kind, out);
        start = end - text[cut..end].trim_start().len();
        kind = BlockKind::Continuation;
    }
    push(text, start..end, number, kind, out);
}

/// Adds a block, without blanks at its end; nothing if it is blank.
fn push(
    text: &str,
    range: std::ops::Range<usize>,
    line: u32,
    kind: BlockKind,
    out: &mut Vec<Block>,
) {
    let length = text[range.clone()].trim_end().len();
    if length > 0 {
        out.push(Block { range: TextRange::new(range.start, range.start + length), line, kind });
    }
}
