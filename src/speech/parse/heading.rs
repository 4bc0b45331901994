//! Headings without a marker: lines of Markdown and HTML, in capitals, in bold, and short plain
//! lines over prose.

use super::furniture::{FoundFurniture, is_capitals, is_name, words};
use super::lexicon::Lexicon;
use super::marker::{Marker, far_marker_of, is_far_letter, marker_of, near};
use super::style::{LineStyle, marked, style_of};
use super::told::BlockHints;
use crate::speech::{Block, BlockKind, FurnitureKind, Headings};
use crate::text::TextRange;
use crate::text::{is_letter, is_word};
use std::ops::Range;

/// The longest plain line that can be a heading, in bytes and in words.
const LONGEST_PLAIN: (usize, usize) = (240, 30);
/// From this many words on only full prose may stand under a plain heading.
const MANY_WORDS: usize = 18;
/// The longest line in bold or capitals that can be one, in bytes.
const LONGEST_SET_OFF: usize = 320;
/// From this many bytes on a paragraph is prose.
const PROSE: usize = 160;
/// The most lines of a part's title under its marker.
const TITLE_LINES: usize = 5;
/// The most paragraphs behind the name of who wrote a text, and the most words of the name.
const BYLINE: (usize, usize) = (4, 4);
/// The longest words that open a paragraph as its heading, in bytes and in words.
const LONGEST_RUN_IN: (usize, usize) = (110, 14);

/// A heading without a marker.
#[derive(Clone, Copy, Debug)]
pub(super) struct Heading {
    /// The first of its blocks.
    pub block: usize,
    /// How it is set off.
    pub style: LineStyle,
    /// Its words.
    pub range: TextRange,
}

/// Finds the headings and writes them into the kinds of the blocks.
pub(super) fn mark(
    text: &str,
    blocks: &mut [Block],
    found: &FoundFurniture,
    told: &BlockHints,
    lexicon: &Lexicon,
) -> Vec<Heading> {
    let mut out: Vec<Heading> = Vec::new();
    let end = found.closing.unwrap_or(blocks.len()).min(text_end(text, blocks, lexicon));
    let mut last: Option<usize> = None;
    for index in found.body.min(end)..end {
        let Some((style, range)) = heading_at(text, blocks, index..end, told, lexicon) else {
            continue;
        };
        // A heading over several lines is one.
        let joins = style == LineStyle::Capitals
            && last.is_some_and(|last| {
                last + 1 == index && blocks[last].line + 1 == blocks[index].line
            });
        match out.last_mut().filter(|open| joins && open.style == style) {
            Some(open) => open.range = open.range.union(range),
            None => out.push(Heading { block: index, style, range }),
        }
        blocks[index].kind = BlockKind::Heading;
        last = Some(index);
    }
    out
}

fn heading_at(
    text: &str,
    blocks: &[Block],
    place: Range<usize>,
    told: &BlockHints,
    lexicon: &Lexicon,
) -> Option<(LineStyle, TextRange)> {
    let (index, end) = (place.start, place.end);
    let block = blocks[index];
    let line = block.range.of(text);
    if block.kind != BlockKind::Paragraph || line.len() > LONGEST_SET_OFF {
        return None;
    }
    let style = set_off(line, index, told);
    let is_marked = matches!(style, LineStyle::Marked(_));
    if told.headings() == Headings::Marked && !is_marked {
        return None;
    }
    if style == LineStyle::Plain && (line.len() > LONGEST_PLAIN.0 || !reads_as_one(line, lexicon)) {
        return None;
    }
    // "<h3>- Hướng đi</h3>": what the format calls a heading is no item for a mere bullet.
    let named = matches!(told.style(index), Some(LineStyle::Marked(_)));
    let rule = line.starts_with(['-', '=', '_', '—', '–', '~']) && !line.starts_with("__");
    let opens = |marker: Marker| !(named && marker.family.is_bullet());
    let far = far_marker_of(line, lexicon);
    if rule && !named
        || far.and_then(|far| near(far, lexicon)).is_some_and(opens)
        || far.is_some_and(|far| is_far_letter(line, &far))
        || !line.chars().any(is_letter)
    {
        return None;
    }
    let range = match marked(line) {
        Some((_, words)) => {
            let start = block.range.start.get();
            TextRange::new(start + words.start.get(), start + words.end.get())
        }
        None => block.range,
    };
    if is_in_title_of_part(text, blocks, index, told, lexicon)
        || is_byline(text, blocks, index..end)
    {
        return None;
    }
    let fits = match style {
        LineStyle::Marked(_) => true,
        LineStyle::Capitals => !ends_a_sentence(line),
        LineStyle::Bold => !ends_a_sentence(line) || is_bold_sentence(text, blocks, index, lexicon),
        LineStyle::Plain => stands_over_prose(text, blocks, index, end, lexicon),
    };
    fits.then_some((style, range))
}

/// Returns the lines of the title of a part whose marker stands alone in block `at`: "Chương II" / "ĐỐI
/// THOẠI, THƯƠNG LƯỢNG" / "VÀ THỎA THUẬN". Empty where the block is something else.
pub(super) fn title_of_part(
    text: &str,
    blocks: &[Block],
    at: usize,
    told: &BlockHints,
    lexicon: &Lexicon,
) -> Range<usize> {
    let line = |index: usize| blocks[index].range.of(text);
    let visible = |&index: &usize| !blocks[index].kind.is_hidden();
    let alone = |marker: Marker| !line(at)[marker.end..].contains(is_word);
    let marked =
        line(at).len() <= LONGEST_PLAIN.0 && marker_of(line(at), lexicon).is_some_and(alone);
    let first = (at + 1..blocks.len()).take(8).find(visible).filter(|_| marked);
    let Some(first) = first else { return at..at };
    let style = |index: usize| set_off(line(index), index, told);
    let mut last = first;
    while let Some(next) = (last + 1..blocks.len()).take(8).find(visible) {
        let same = style(first) != LineStyle::Plain && style(next) == style(first);
        let whole = line(next).len() > LONGEST_SET_OFF
            || line(next).ends_with(':')
            || marker_of(line(next), lexicon).is_some();
        let behind = (next + 1..blocks.len()).take(8).find(visible);
        let over_item = behind.is_none_or(|behind| marker_of(line(behind), lexicon).is_some());
        let words = &lexicon.furniture.title;
        let tied = words.ties.starts(&words_of(line(next))) || leaves_open(line(last), lexicon);
        if !same || whole || !(over_item || tied) || next - first >= TITLE_LINES {
            break;
        }
        last = next;
    }
    first..last + 1
}

/// Tells whether a line is of the title of a part whose marker stands alone above.
fn is_in_title_of_part(
    text: &str,
    blocks: &[Block],
    index: usize,
    told: &BlockHints,
    lexicon: &Lexicon,
) -> bool {
    let above = (0..index).rev().take(2 * TITLE_LINES);
    let mut visible = above.filter(|&at| !blocks[at].kind.is_hidden());
    let is_marked = |&at: &usize| marker_of(blocks[at].range.of(text), lexicon).is_some();
    let marker = visible.find(is_marked);
    marker.is_some_and(|at| title_of_part(text, blocks, at, told, lexicon).contains(&index))
}

/// Returns how strongly a line is set off, by its signs or by its format.
fn set_off(line: &str, index: usize, told: &BlockHints) -> LineStyle {
    let own = style_of(line, 0);
    told.style(index).map_or(own, |told| told.min(own))
}

/// Tells whether a line is the name of who wrote the text: near its end, in words with capitals.
fn is_byline(text: &str, blocks: &[Block], place: Range<usize>) -> bool {
    let line = blocks[place.start].range.of(text).trim_matches(['*', '_', ' ']);
    let behind = blocks[place.start + 1..place.end].iter().filter(|block| !block.kind.is_hidden());
    is_name(line)
        && !is_capitals(line)
        && line.split_whitespace().count() <= BYLINE.1
        && behind.take(BYLINE.0 + 1).count() <= BYLINE.0
}

/// Returns where the text ends: behind the last signature, where only short lines follow that are
/// neither items nor an annex.
fn text_end(text: &str, blocks: &[Block], lexicon: &Lexicon) -> usize {
    let closing = BlockKind::Furniture(FurnitureKind::Closing);
    let Some(last) = blocks.iter().rposition(|block| block.kind == closing) else {
        return blocks.len();
    };
    let goes_on = blocks[last + 1..].iter().any(|block| {
        let line = block.range.of(text);
        let annex = || lexicon.furniture.closing.annexes.starts(&words_of(line));
        line.len() >= PROSE
            || marker_of(line, lexicon).is_some_and(|marker| marker.ordinal == 1)
            || annex()
    });
    if goes_on { blocks.len() } else { last + 1 }
}

/// Tells whether a line ends in a word or a sign that leaves it open.
fn leaves_open(line: &str, lexicon: &Lexicon) -> bool {
    lexicon.furniture.title.leaves_open(&words_of(line))
}

/// Returns the words of a line as the lexicon writes them.
fn words_of(line: &str) -> String {
    words(line.trim_matches(['*', '_', '#', ' ']))
}

/// Tells whether a line ends as a sentence or a part of one does.
fn ends_a_sentence(line: &str) -> bool {
    let end = line.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '|'));
    end.ends_with(['.', ',', ';', '!', '…', '/'])
}

/// Tells whether a line in bold is a heading for all its full stop: short, and over no list that
/// it would announce.
fn is_bold_sentence(text: &str, blocks: &[Block], index: usize, lexicon: &Lexicon) -> bool {
    let line = blocks[index].range.of(text);
    let next = blocks[index + 1..].iter().take(8).find(|block| !block.kind.is_hidden());
    let over_prose = next.is_some_and(|next| marker_of(next.range.of(text), lexicon).is_none());
    let stop = line.trim_end_matches(['*', '_', ' ']).ends_with('.');
    stop && over_prose && line.split_whitespace().count() <= 25 && line.matches(". ").count() == 0
}

/// Tells whether a plain line has the shape of a heading: a few words, the first with a capital,
/// and no sign behind the last.
fn reads_as_one(line: &str, lexicon: &Lexicon) -> bool {
    let words = line.split_whitespace().count();
    let first = line.chars().next().is_some_and(char::is_uppercase);
    let last = line.chars().next_back().is_some_and(|c| is_word(c) || matches!(c, ')' | '”' | '"'));
    first
        && last
        && (2..=LONGEST_PLAIN.1).contains(&words)
        && !line.contains(['|', '@'])
        && !line.contains(": ")
        && !leaves_open(line, lexicon)
        && !lexicon.furniture.title.clauses.starts(&words_of(line))
}

/// Tells whether what stands before a plain line is finished, and prose or a list stands behind it.
fn stands_over_prose(
    text: &str,
    blocks: &[Block],
    index: usize,
    end: usize,
    lexicon: &Lexicon,
) -> bool {
    let visible = |at: &usize| !blocks[*at].kind.is_hidden();
    let before = (0..index).rev().take(8).find(visible);
    let finished = before.is_none_or(|before| {
        let block = blocks[before];
        let line = block.range.of(text);
        let set_off = !matches!(block.kind, BlockKind::Paragraph | BlockKind::Continuation);
        set_off || line.ends_with(['.', '!', '?', '…', '”', '"', ')', ';', '/'])
    });
    let Some(next) = (index + 1..end.min(index + 8)).find(visible) else { return false };
    let line = blocks[next].range.of(text);
    let salutation = BlockKind::Furniture(FurnitureKind::Salutation);
    let many = blocks[index].range.of(text).split_whitespace().count() > MANY_WORDS;
    let short = !many && (line.len() >= PROSE / 3 && line.ends_with(['.', ':', ';']));
    let prose = short
        || (line.len() >= PROSE && line.ends_with(['.', ':', ';', '!', '?', '…', '”']))
        || (!many && line.len() >= PROSE);
    let over = prose || !many && marker_of(line, lexicon).is_some_and(|marker| marker.ordinal <= 1);
    finished && over && blocks[next].kind != salutation
}

/// Finds the words that open a paragraph as its heading: "Về kinh phí: …", "**Về kinh phí.** …".
pub(super) fn run_in(text: &str, block: Block, bold: Option<TextRange>) -> Option<TextRange> {
    let line = block.range.of(text);
    let head = &line[..line.floor_char_boundary(LONGEST_RUN_IN.0)];
    let start = head.len() - head.trim_start_matches(['*', '_']).len();
    let (words, end) = if start >= 2 {
        let length = head[start..].find("**").or_else(|| head[start..].find("__"))?;
        (&head[start..start + length], start + length + 2)
    } else if let Some(length) = bold.map(|bold| bold.len()).filter(|&length| length <= head.len())
    {
        (&head[..length], length)
    } else {
        let length = head[start..].find(':')?;
        let words = &head[start..start + length];
        (words.starts_with("Về ") && start == 0).then_some((words, start + length + 1))?
    };
    let signed =
        words.trim_end().ends_with([':', '.']) || line[end..].trim_start().starts_with(':');
    let plain = words.trim_end_matches([':', '.', ' ', '*', '_']);
    let rest = line.get(end..)?.trim_start_matches([':', ' ', '*', '_']);
    let fits = (signed || start == 0 && bold.is_none())
        && plain.split_whitespace().count() <= LONGEST_RUN_IN.1
        && plain.starts_with(char::is_uppercase)
        && plain.split_whitespace().count() >= 2
        && !plain.contains(['.', ';', '?', '!'])
        && rest.len() >= 20;
    let from = block.range.start.get() + start;
    fits.then(|| TextRange::new(from, from + plain.len()))
}
