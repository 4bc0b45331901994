//! How a speaker ends: wishes, thanks, vows, "tôi xin tuyên bố bế mạc", slogans.
//!
//! What belongs to a list is no farewell, wherever it stands: an ending begins behind the last list.

use super::line::{self, FoldedLine};
use super::{CLOSING, SALUTATION, SHORT, is_of_list};
use crate::speech::parse::lexicon::Lexicon;
use crate::speech::parse::lists::announces;
use crate::speech::{Block, BlockKind};
use std::ops::Range;

/// The most blocks that a spoken ending has.
const SPOKEN: usize = 12;
/// How many paragraphs among them may be no farewell: behind the last salutation, and elsewhere.
const ASIDES_BEHIND_SALUTATION: usize = 3;
const ASIDES: usize = 2;
/// The longest paragraph of a farewell, in bytes.
const LONGEST: usize = 5 * SHORT;
/// The longest slogan or line of a page, in bytes.
const NARROW: usize = 120;

/// Tells whether a line ends a speech wherever it stands: thanks and slogans alone on their lines.
pub(super) fn is_spoken_end(line: &FoldedLine, raw: &str, lexicon: &Lexicon) -> bool {
    let words = &lexicon.furniture.closing;
    if line.words.len() > 160 {
        return false;
    }
    let slogan = words.slogans.iter().any(|end| line.words.ends_with(end.as_str()))
        && line.words.ends_with('!')
        && !line.words.contains(". ");
    (slogan || words.lines.holds(line.unsigned())) && !is_of_list(raw, lexicon)
}

/// Marks a slogan of other words between two that are known.
pub(super) fn mark_slogans(text: &str, blocks: &mut [Block], lexicon: &Lexicon) {
    for index in 1..blocks.len().saturating_sub(1) {
        let between = blocks[index - 1].kind == CLOSING && blocks[index + 1].kind == CLOSING;
        if between && is_slogan(text, &blocks[index], lexicon) {
            blocks[index].kind = CLOSING;
        }
    }
}

/// Tells whether a block is a short call: "… đời đời thuộc về nhân dân!".
fn is_slogan(text: &str, block: &Block, lexicon: &Lexicon) -> bool {
    let raw = block.range.of(text);
    let call = raw.trim_end_matches(['*', '_', ' ', '”', '"']);
    block.kind == BlockKind::Paragraph
        && call.len() <= NARROW
        && call.ends_with('!')
        && !line::holds_stop(call, lexicon)
        && !is_of_list(raw, lexicon)
}

/// Tells whether a paragraph says farewell: it wishes, thanks, or declares the meeting open or
/// closed, and announces nothing.
pub(super) fn is_farewell(raw: &str, lexicon: &Lexicon) -> bool {
    if raw.len() > LONGEST || announces(raw) {
        return false;
    }
    let closing = &lexicon.furniture.closing;
    let words = line::words(raw);
    let begins = || {
        words.split_inclusive(['.', '!', '?', ';', '…']).any(|sentence| {
            closing.wishes.starts(sentence.trim_start_matches([' ', '"', '“', '>', '-', '–']))
        })
    };
    closing.phrases.within(&words) || begins()
}

/// What a block near the end of a speech is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum EndPart {
    Farewell,
    Salutation,
    Aside,
    /// A short line that is no sentence: a name, the tail of a page.
    Line,
    /// Nothing to read: a bar, a picture.
    Nothing,
}

fn part(text: &str, block: &Block, lexicon: &Lexicon) -> EndPart {
    let raw = block.range.of(text);
    match block.kind {
        SALUTATION => EndPart::Salutation,
        CLOSING => EndPart::Farewell,
        kind if kind.is_hidden() || line::is_wordless(raw) => EndPart::Nothing,
        _ if is_farewell(raw, lexicon) => EndPart::Farewell,
        _ if raw.len() <= NARROW && !line::ends_sentence(raw) => EndPart::Line,
        _ => EndPart::Aside,
    }
}

/// Finds where the speaker begins to end: at the last salutation if little but farewells follows
/// it, or at the first farewell near the end. No list follows either.
pub(super) fn begin(
    text: &str,
    blocks: &[Block],
    article: Range<usize>,
    lexicon: &Lexicon,
) -> Option<usize> {
    let near = article.end - article.len().min(SPOKEN);
    let listed = (near..article.end).rev().find(|&index| {
        let block = &blocks[index];
        let said = matches!(block.kind, BlockKind::Paragraph | BlockKind::Continuation);
        said && is_of_list(block.range.of(text), lexicon)
    });
    let from = listed.map_or(near, |index| index + 1);
    let parts: Vec<EndPart> =
        blocks[from..article.end].iter().map(|block| part(text, block, lexicon)).collect();
    let last = parts.iter().rposition(|&part| part == EndPart::Farewell)?;
    let asides = |start: usize| {
        let is_aside = |&at: &usize| match parts[at] {
            EndPart::Aside => true,
            EndPart::Line => at < last,
            EndPart::Farewell | EndPart::Salutation | EndPart::Nothing => false,
        };
        (start..parts.len()).filter(is_aside).count()
    };
    let greeted = parts.iter().rposition(|&part| part == EndPart::Salutation).filter(|&at| {
        // The salutation that a speech begins with does not begin its ending.
        let before = blocks[article.start..from + at].iter();
        let before = before.filter(|block| block.kind != SALUTATION).count();
        let asides = asides(at);
        at < last && asides <= ASIDES_BEHIND_SALUTATION && before >= (2 * asides).max(1)
    });
    let start = greeted.or_else(|| {
        (0..=last).find(|&at| parts[at] == EndPart::Farewell && asides(at) <= ASIDES)
    })?;
    let mut start = from + start;
    // Slogans of other words stand above those that are known, and salutations above all.
    while start > from && is_slogan(text, &blocks[start - 1], lexicon) {
        start -= 1;
    }
    while start > article.start && blocks[start - 1].kind == SALUTATION {
        start -= 1;
    }
    Some(start)
}
