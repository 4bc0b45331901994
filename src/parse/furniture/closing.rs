//! What ends a speech or document: wishes, thanks, recipients, signatures, bylines.

use super::line::{self, Line, is_capitals, is_name};
use super::{CHROME, CLOSING, SALUTATION, SHORT};
use crate::model::{Block, BlockKind};
use crate::parse::lexicon::Lexicon;
use crate::parse::marker::marker_of;
use std::ops::Range;

/// The most blocks that a spoken ending has.
const SPOKEN: usize = 12;
/// The most lines of recipients, and of a signature.
const RECIPIENTS: usize = 60;
const SIGNATURE: usize = 10;
/// The longest word that a signature or its recipients begin with, in bytes.
const SIGN: usize = 40;
/// The longest line of a signature or a byline, in bytes.
const NARROW: usize = 120;

/// Marks each list of recipients and each signature; they may stand before an annex.
pub(super) fn mark_feet(text: &str, blocks: &mut [Block], body: usize, lexicon: &Lexicon) {
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

/// Marks a slogan of other words between two that are known.
pub(super) fn mark_slogans(text: &str, blocks: &mut [Block]) {
    for index in 1..blocks.len().saturating_sub(1) {
        let between = blocks[index - 1].kind == CLOSING && blocks[index + 1].kind == CLOSING;
        if between && is_slogan(text, &blocks[index]) {
            blocks[index].kind = CLOSING;
        }
    }
}

/// Tells whether a block is a short call: "… đời đời thuộc về nhân dân!".
fn is_slogan(text: &str, block: &Block) -> bool {
    let raw = block.range.of(text).trim_end_matches(['*', '_', ' ', '”', '"']);
    block.kind == BlockKind::Paragraph
        && raw.len() <= NARROW
        && raw.ends_with('!')
        && !line::holds_stop(raw)
        && !raw.starts_with(['-', '+', '•'])
}

/// Gives the end of the recipients or the signature that begin at block `at`.
fn foot(text: &str, blocks: &[Block], at: usize, lexicon: &Lexicon) -> Option<usize> {
    let words = &lexicon.furniture.closing;
    let raw = |index: usize| blocks[index].range.of(text);
    if raw(at).len() > NARROW {
        return None;
    }
    let bare = line::bare(raw(at));
    let first = Line::new(&bare[..bare.floor_char_boundary(SIGN)]);
    if words.recipients.starts(&first.words) {
        let end = recipients(text, blocks, at);
        return Some(signature(text, blocks, end, lexicon));
    }
    let signs = words.signs.starts(&first.words) && starts_in_capitals(bare);
    signs.then(|| {
        let end = signature(text, blocks, at + 1, lexicon);
        match blocks.get(end) {
            Some(_) if words.recipients.starts(&Line::new(raw(end)).words) => {
                recipients(text, blocks, end)
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

/// Gives the end of the recipients that block `at` opens: bullets, what goes on from them, bars.
fn recipients(text: &str, blocks: &[Block], at: usize) -> usize {
    let mut end = at + 1;
    while end < blocks.len() && end - at <= RECIPIENTS {
        let raw = blocks[end].range.of(text);
        let bullet = line::is_bullet(raw);
        let adjacent = line::adjacent(text, &blocks[end - 1], &blocks[end]);
        // Abbreviations in capitals go on from a line that is not closed: "các Vụ, Cục:" / "TH, NN;".
        let above = blocks[end - 1].range.of(text).trim_end();
        let closed = above.ends_with([';', '.']) || line::is_wordless(above);
        let signs = closed && is_capitals(Line::new(raw).bare);
        let marked = raw.starts_with(['#', '|']) || raw.starts_with("**");
        let goes_on = adjacent && !signs && !marked;
        if raw.len() > 2 * SHORT || !(bullet || goes_on || line::is_wordless(raw)) {
            break;
        }
        end += 1;
    }
    end
}

/// Gives the end of a signature that may begin at block `at`: offices in capitals, "(Đã ký)", a
/// name. A line in capitals that opens an annex ends it.
fn signature(text: &str, blocks: &[Block], at: usize, lexicon: &Lexicon) -> usize {
    let words = &lexicon.furniture.closing;
    let mut end = at;
    let mut seen = at;
    let mut named = false;
    while seen < blocks.len() && seen - at < SIGNATURE {
        let raw = blocks[seen].range.of(text);
        let line = Line::new(raw);
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

/// Marks lines that end a speech wherever they stand: thanks and slogans alone on their lines.
pub(super) fn is_spoken_end(line: &Line, lexicon: &Lexicon) -> bool {
    let words = &lexicon.furniture.closing;
    let slogan = words.slogans.iter().any(|end| line.words.ends_with(end.as_str()));
    line.words.len() <= 160
        && (words.lines.holds(line.unsigned())
            || (slogan && line.words.ends_with('!') && !line.words.contains(". ")))
}

/// Finds the block that the ending of the article begins with, and marks what of it is no speech:
/// signatures, formulas, bylines. `article` is what can be the speech, notes included.
pub(super) fn find(
    text: &str,
    blocks: &mut [Block],
    article: Range<usize>,
    notes: Option<usize>,
    lexicon: &Lexicon,
) -> Option<usize> {
    let mut end = notes.unwrap_or(article.end).min(article.end);
    if let Some(notes) = notes {
        for block in &mut blocks[notes..article.end] {
            block.kind = CLOSING;
        }
    }
    end = mark_bylines(text, blocks, article.start..end, lexicon);
    end = mark_last_signature(text, blocks, article.start..end, lexicon);
    end = mark_formula(text, blocks, article.start..end, lexicon);
    // Thanks and slogans were taken for ends already: they are of what is spoken.
    let mut said = end;
    let said_end = |block: &Block| {
        let raw = block.range.of(text);
        raw.len() <= SHORT && is_spoken_end(&Line::new(raw), lexicon)
    };
    while said < article.end && blocks[said].kind == CLOSING && said_end(&blocks[said]) {
        said += 1;
    }
    let spoken = spoken(text, blocks, article.start..said, lexicon);
    let start = spoken.unwrap_or(end);
    (start < article.end).then_some(start)
}

/// Tells whether a block was taken for an end, or lies within ends.
fn is_end(block: &Block) -> bool {
    matches!(block.kind, CLOSING | CHROME | super::CAPTION)
}

/// Marks bylines from the end upwards; gives the first block of what was marked in a row.
fn mark_bylines(
    text: &str,
    blocks: &mut [Block],
    article: Range<usize>,
    lexicon: &Lexicon,
) -> usize {
    let words = &lexicon.furniture.closing;
    let mut start = article.end;
    while start > article.start {
        let block = blocks[start - 1];
        if is_end(&block) {
            start -= 1;
            continue;
        }
        let raw = block.range.of(text);
        if block.kind != BlockKind::Paragraph || raw.len() > 2 * SHORT {
            break;
        }
        let line = Line::new(raw);
        let told = words.bylines.starts(&line.words)
            && (raw.len() <= NARROW && !line::ends_sentence(line.bare)
                || line.words.contains("http")
                || line.words.starts_with('(') && line.words.ends_with(')') && raw.len() <= NARROW);
        let after_prose = start >= 2 && {
            let above = blocks[start - 2].range.of(text);
            line::ends_sentence(above) || blocks[start - 2].kind != BlockKind::Paragraph
        };
        let author =
            is_name(line.bare) && raw.len() <= 50 && after_prose && start - 1 > article.start;
        let dated = super::head::is_dateline(&line, lexicon) && start < article.end;
        if !(told || author || dated) {
            break;
        }
        blocks[start - 1].kind = CLOSING;
        start -= 1;
    }
    // Captions and chrome above the bylines are not of the ending.
    while start < article.end && blocks[start].kind != CLOSING {
        start += 1;
    }
    start
}

/// Marks a signature without a sign of one at the very end: an office in capitals and a name, on
/// two lines or one.
fn mark_last_signature(
    text: &str,
    blocks: &mut [Block],
    article: Range<usize>,
    lexicon: &Lexicon,
) -> usize {
    let raw = |index: usize| blocks[index].range.of(text);
    let Some(last) =
        (article.start..article.end).rev().find(|&index| !line::is_wordless(raw(index)))
    else {
        return article.end;
    };
    if blocks[last].kind != BlockKind::Paragraph
        || raw(last).len() > NARROW
        || last == article.start
    {
        return article.end;
    }
    let line = Line::new(raw(last));
    let one_line = office_and_name(line.bare, lexicon);
    let mut start = last;
    if !one_line && is_name(line.bare) {
        while start > article.start && last - start < SIGNATURE {
            let above = Line::new(raw(start - 1));
            let office = is_capitals(above.bare) && above.bare.len() <= NARROW
                || line::is_wordless(above.bare)
                || lexicon.furniture.closing.signed.starts(&above.words);
            if !office || blocks[start - 1].kind != BlockKind::Paragraph {
                break;
            }
            start -= 1;
        }
    }
    let in_capitals = is_capitals(line.bare)
        && line.bare.len() <= 80
        && !line.bare.contains(|c: char| c.is_ascii_digit())
        && !line::ends_sentence(line.bare)
        && marker_of(raw(last), lexicon).is_none()
        && line::ends_sentence(raw(last - 1));
    if !one_line && start == last && !in_capitals {
        return article.end;
    }
    for block in &mut blocks[start..article.end] {
        block.kind = CLOSING;
    }
    start
}

/// "CHỦ TỊCH QUỐC HỘI Nguyễn Thị Mai": an office in capitals, then a name.
fn office_and_name(bare: &str, lexicon: &Lexicon) -> bool {
    let small = bare.char_indices().find(|(_, c)| c.is_lowercase()).map(|(at, _)| at);
    let Some(small) = small else { return false };
    let split = bare[..small].rfind(' ').unwrap_or(0);
    let office = &bare[..split];
    let lower = line::words(office);
    is_capitals(office)
        && is_name(&bare[split..])
        && lexicon.furniture.speaker.offices.iter().any(|name| lower.contains(name.as_str()))
}

/// Takes the last sentence of a document with its formula to the ending: "… thông báo để … biết,
/// thực hiện./.".
fn mark_formula(
    text: &str,
    blocks: &mut [Block],
    article: Range<usize>,
    lexicon: &Lexicon,
) -> usize {
    let words = &lexicon.furniture.closing;
    let raw = |index: usize| blocks[index].range.of(text);
    // What follows may be signed already: step over it.
    let mut end = article.end;
    while end > article.start && (is_end(&blocks[end - 1]) || line::is_wordless(raw(end - 1))) {
        end -= 1;
    }
    if end == article.start {
        return article.end;
    }
    let mut start = end - 1;
    // A paragraph of wrapped lines.
    while start > article.start
        && line::adjacent(text, &blocks[start - 1], &blocks[start])
        && end - start < 8
        && blocks[start - 1].kind == BlockKind::Paragraph
        && !line::ends_sentence(raw(start - 1))
    {
        start -= 1;
    }
    let whole: String = (start..end).map(|index| Line::new(raw(index)).words + " ").collect();
    let formula = words.formulas.within(&whole)
        && whole.len() <= 2 * SHORT
        && blocks[start].kind == BlockKind::Paragraph
        && marker_of(raw(start), lexicon).is_none();
    let lone = raw(end - 1).trim_matches(['*', ' ', '_']) == "./.";
    if lone {
        start = end - 1;
    }
    if !formula && !lone {
        return if end < article.end
            && blocks[end..article.end].iter().any(|block| block.kind == CLOSING)
        {
            first_closing(blocks, end..article.end)
        } else {
            article.end
        };
    }
    for block in &mut blocks[start..end] {
        block.kind = CLOSING;
    }
    start
}

fn first_closing(blocks: &[Block], range: Range<usize>) -> usize {
    range.clone().find(|&index| blocks[index].kind == CLOSING).unwrap_or(range.end)
}

/// Finds where the speaker begins to end: at the last salutation if only wishes and thanks follow
/// it, or at the first thanks or slogan near the end.
fn spoken(text: &str, blocks: &[Block], article: Range<usize>, lexicon: &Lexicon) -> Option<usize> {
    let words = &lexicon.furniture.closing;
    let lower = |block: &Block| {
        let raw = block.range.of(text);
        line::words(&raw[..raw.floor_char_boundary(2000)])
    };
    let range = &blocks[article.clone()];
    let thanks = |block: &Block| words.phrases.within(&lower(block));
    let wishes = |block: &Block| words.wishes.within(&lower(block));
    if let Some(at) = range.iter().rposition(|block| block.kind == SALUTATION)
        && range.len() - at <= SPOKEN
    {
        let rest = &range[at + 1..];
        if !rest.is_empty() && rest.iter().any(wishes) && rest.iter().any(thanks) {
            let first = range[..at].iter().rposition(|block| block.kind != SALUTATION);
            return Some(article.start + first.map_or(0, |first| first + 1));
        }
    }
    let from = range.len().saturating_sub(SPOKEN);
    let near = |index: &usize| {
        let block = &range[*index];
        block.range.len() <= 3 * SHORT
            && block.kind != SALUTATION
            && (block.kind == CLOSING || thanks(block))
            && marker_of(block.range.of(text), lexicon).is_none()
    };
    let mut start = (from..range.len()).find(near)?;
    // Slogans of other words stand above those that are known.
    while start > 0 && is_slogan(text, &range[start - 1]) {
        start -= 1;
    }
    Some(article.start + start)
}
