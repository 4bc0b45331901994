//! Where the ending of a speech or document begins: its farewell, the formula, the signature, bylines.
//!
//! What belongs to a list is never of it.

use super::line::{self, FoldedLine, is_capitals, is_name};
use super::{CHROME, CLOSING, SHORT, farewell, is_of_list};
use crate::speech::parse::lexicon::Lexicon;
use crate::speech::{Block, BlockKind};
use std::ops::Range;

/// The most lines of a signature.
const SIGNATURE: usize = 10;
/// The longest line of a signature or a byline, in bytes.
const NARROW: usize = 120;

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
        raw.len() <= SHORT && farewell::is_spoken_end(&FoldedLine::new(raw), raw, lexicon)
    };
    while said < article.end && blocks[said].kind == CLOSING && said_end(&blocks[said]) {
        said += 1;
    }
    let start = farewell::begin(text, blocks, article.start..said, lexicon).unwrap_or(end);
    let start = behind_lists(text, blocks, start..article.end, lexicon);
    (start < article.end).then_some(start)
}

/// Returns where a stretch goes on behind the last paragraph in it that belongs to a list.
fn behind_lists(text: &str, blocks: &[Block], within: Range<usize>, lexicon: &Lexicon) -> usize {
    let listed = |index: &usize| {
        let block = &blocks[*index];
        block.kind == BlockKind::Paragraph && is_of_list(block.range.of(text), lexicon)
    };
    within.clone().rev().find(listed).map_or(within.start, |index| index + 1)
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
        if block.kind != BlockKind::Paragraph || raw.len() > 2 * SHORT || is_of_list(raw, lexicon) {
            break;
        }
        let line = FoldedLine::new(raw);
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
        || is_of_list(raw(last), lexicon)
    {
        return article.end;
    }
    let line = FoldedLine::new(raw(last));
    let one_line = office_and_name(line.bare, lexicon);
    let mut start = last;
    if !one_line && is_name(line.bare) {
        while start > article.start && last - start < SIGNATURE {
            let above = FoldedLine::new(raw(start - 1));
            let office = is_capitals(above.bare) && above.bare.len() <= NARROW
                || line::is_wordless(above.bare)
                || lexicon.furniture.closing.signed.starts(&above.words);
            let spoken = blocks[start - 1].kind != BlockKind::Paragraph;
            if !office || spoken || is_of_list(raw(start - 1), lexicon) {
                break;
            }
            start -= 1;
        }
    }
    let in_capitals = is_capitals(line.bare)
        && line.bare.len() <= 80
        && !line.bare.contains(|c: char| c.is_ascii_digit())
        && !line::ends_sentence(line.bare)
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
        && lexicon.furniture.speaker.offices.iter().any(|name| lower.contains(name))
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
        && !is_of_list(raw(start), lexicon)
    {
        start -= 1;
    }
    let whole: String = (start..end).map(|index| FoldedLine::new(raw(index)).words + " ").collect();
    let formula = words.formulas.within(&whole)
        && whole.len() <= 2 * SHORT
        && blocks[start].kind == BlockKind::Paragraph
        && !(start..end).any(|index| is_of_list(raw(index), lexicon));
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
