//! What stands under a document wherever one ends: recipients and signatures, before an annex too.

use super::CLOSING;
use super::SHORT;
use super::line::{self, FoldedLine, is_capitals, is_name};
use crate::speech::Block;
use crate::speech::parse::lexicon::Lexicon;
use crate::speech::parse::lists::announces;
use crate::speech::parse::marker::{Family, marker_of};

/// The most lines of recipients, and of a signature.
const RECIPIENTS: usize = 60;
const SIGNATURE: usize = 10;
/// The longest word that a signature or its recipients begin with, in bytes.
const SIGN: usize = 40;
/// The longest line of a signature, in bytes.
const NARROW: usize = 120;

/// Marks each list of recipients and each signature; they may stand before an annex.
pub(super) fn mark(text: &str, blocks: &mut [Block], body: usize, lexicon: &Lexicon) {
    let mut index = body;
    while index < blocks.len() {
        match foot(text, blocks, index, lexicon) {
            Some(end) => {
                let bars = blocks[body..index].iter().rev();
                let bars = bars.take_while(|block| line::is_wordless(block.range.of(text))).count();
                for block in &mut blocks[index - bars..end] {
                    block.kind = CLOSING;
                }
                index = end;
            }
            None => index += 1,
        }
    }
}

/// Returns the end of the recipients or the signature that begin at block `at`.
fn foot(text: &str, blocks: &[Block], at: usize, lexicon: &Lexicon) -> Option<usize> {
    let words = &lexicon.furniture.closing;
    let raw = |index: usize| blocks[index].range.of(text);
    if raw(at).len() > NARROW {
        return None;
    }
    let bare = line::bare(raw(at));
    let first = FoldedLine::new(&bare[..bare.floor_char_boundary(SIGN)]);
    if words.recipients.starts(&first.words) {
        let end = recipients(text, blocks, at, lexicon);
        return Some(signature(text, blocks, end, lexicon));
    }
    // "P. …" / "Q. …": letters of a list.
    let lettered = |index: usize| {
        marker_of(raw(index), lexicon).is_some_and(|marker| marker.family == Family::Capital)
    };
    let listed = || lettered(at) && at.checked_sub(1).is_some_and(lettered);
    let signs = words.signs.starts(&first.words) && starts_in_capitals(bare) && !listed();
    signs.then(|| {
        let end = signature(text, blocks, at + 1, lexicon);
        match blocks.get(end) {
            Some(_) if words.recipients.starts(&FoldedLine::new(raw(end)).words) => {
                recipients(text, blocks, end, lexicon)
            }
            _ => end,
        }
    })
}

fn starts_in_capitals(bare: &str) -> bool {
    let own = bare.chars().filter(|c| c.is_uppercase()).count();
    let small = bare.chars().filter(|c| c.is_lowercase()).count();
    own >= small
}

/// Returns the end of the recipients that block `at` opens: bullets, what goes on from them, bars. A
/// list that is announced, and numbers behind bullets, are none.
fn recipients(text: &str, blocks: &[Block], at: usize, lexicon: &Lexicon) -> usize {
    let mut end = at + 1;
    while end < blocks.len() && end - at <= RECIPIENTS {
        let raw = blocks[end].range.of(text);
        let bullet = line::is_bullet(raw);
        let adjacent = line::adjacent(text, &blocks[end - 1], &blocks[end]);
        // Abbreviations in capitals go on from a line that is not closed: "các Vụ, Cục:" / "TH, NN;".
        let above = blocks[end - 1].range.of(text).trim_end();
        let closed = above.ends_with([';', '.']) || line::is_wordless(above);
        let signs = closed && is_capitals(FoldedLine::new(raw).bare);
        let marked = raw.starts_with(['#', '|']) || raw.starts_with("**");
        let behind_bullet = end > at + 1 && line::is_bullet(blocks[at + 1].range.of(text));
        let listed = !bullet
            && (announces(raw)
                || behind_bullet && (above.ends_with('.') || marker_of(raw, lexicon).is_some()));
        let goes_on = adjacent && !signs && !marked && !listed;
        if raw.len() > 2 * SHORT || !(bullet || goes_on || line::is_wordless(raw)) {
            break;
        }
        end += 1;
    }
    end
}

/// Returns the end of a signature that may begin at block `at`: offices in capitals, "(Đã ký)", a
/// name. A line in capitals that opens an annex ends it.
fn signature(text: &str, blocks: &[Block], at: usize, lexicon: &Lexicon) -> usize {
    let words = &lexicon.furniture.closing;
    let mut end = at;
    let mut seen = at;
    let mut named = false;
    while seen < blocks.len() && seen - at < SIGNATURE {
        let raw = blocks[seen].range.of(text);
        let line = FoldedLine::new(raw);
        if line::is_wordless(raw) {
            seen += 1;
            continue;
        }
        let opens = words.annexes.starts(&line.words)
            || raw.starts_with('#')
            || marker_of(raw, lexicon).is_some();
        let office = !named
            && starts_in_capitals(line.bare)
            && !line::ends_sentence(line.bare.trim_end_matches(','));
        let sign = words.signs.starts(&line.words) || words.signed.starts(&line.words);
        let name = !named && is_name(line.bare);
        let recipients = words.recipients.starts(&line.words);
        if raw.len() > NARROW || opens || recipients || !(office || sign || name) {
            break;
        }
        named |= name && !is_capitals(line.bare);
        seen += 1;
        end = seen;
    }
    // Bars under the name belong to it.
    while end > at && end < blocks.len() && line::is_wordless(blocks[end].range.of(text)) {
        end += 1;
    }
    end
}
