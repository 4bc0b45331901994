//! What a page has around a text: menus, share bars, blocks of data, tails. A menu is known by its
//! place and shape, many short lines without sentences before or after the prose, and by a word.

use super::line::{self, FoldedLine};
use super::{CHROME, SHORT};
use crate::speech::parse::lexicon::{Lexicon, Phrases};
use crate::speech::parse::marker::marker_of;
use crate::speech::{Block, BlockKind};
use crate::text::is_letter;

/// The longest entry of a menu, in bytes: headlines are among them.
const ENTRY: usize = 260;
/// The shortest paragraph that is prose by its length, in bytes.
const PROSE: usize = 160;
/// The most lines of a block of data before the text.
const PREAMBLE: usize = 60;
/// So many short lines in a row above the text are a menu even without a word of one.
const MENU: usize = 24;
/// So much prose above the head of a document is no article, in bytes.
const NOTICES: usize = 1500;
/// What follows the tail of a page holds at most one part in so many of its prose.
const TAIL_SHARE: usize = 6;

/// Tells whether a short line is chrome by itself.
pub(super) fn is_chrome(line: &FoldedLine, raw: &str, lexicon: &Lexicon) -> bool {
    let words = &lexicon.furniture.chrome;
    is_rule(raw)
        || is_link(raw)
        || words.lines.holds(line.unsigned())
        || words.lines.holds(line.unsigned().trim_matches(['-', ' ', '[', ']', '+']))
        || is_row_of(line.unsigned(), &words.lines)
        || words.starts.starts(&line.words)
        || words.phrases.within(&line.words)
        || is_page_number(line, lexicon)
}

/// Tells whether a line is nothing but whole lines in a row: programs put the lines of a menu together
/// as if they were a paragraph's, "Skip Ribbon Commands Skip to main content".
fn is_row_of(line: &str, lines: &Phrases) -> bool {
    let mut rest = line;
    while !rest.is_empty() {
        if !lines.starts(rest) {
            return false;
        }
        let ends = |phrase: &&str| {
            rest.strip_prefix(*phrase)
                .is_some_and(|behind| behind.is_empty() || behind.starts_with(' '))
        };
        let longest = lines.iter().filter(ends).max_by_key(|phrase| phrase.len());
        let Some(longest) = longest else { return false };
        rest = rest[longest.len()..].trim_start();
    }
    !line.is_empty()
}

/// Tells whether a line has no words: "-----", "|:---|", "** **", "```". A lone sign may be that
/// of an item, and "* * *" sets parts of a text apart.
fn is_rule(raw: &str) -> bool {
    let mut signs = 0;
    for c in raw.chars() {
        match c {
            '-' | '_' | '=' | '|' | ':' | '`' | '~' | '+' | '*' => signs += 1,
            c if c.is_whitespace() => {}
            _ => return false,
        }
    }
    let stars = raw.trim().chars().all(|c| matches!(c, '*' | ' '));
    (signs >= 3 && !stars) || raw.contains('|') || raw.starts_with("**")
}

/// "![Ảnh](a.png)", "[Trang chủ](/)", "https://…" alone on a line.
fn is_link(raw: &str) -> bool {
    let text = raw.trim_start_matches(['-', '*', '+', '#', '>', ' ', '\u{a0}']);
    let linked = text.strip_prefix("![").or_else(|| text.strip_prefix('['));
    linked
        .is_some_and(|rest| rest.contains("](") && rest.trim_end_matches(['*', ' ']).ends_with(')'))
        && !text.contains(". ")
        && text.matches("](").count() == text.matches(')').count()
}

/// "- 7 -", "Trang 3/12", "Page 3 of 12".
fn is_page_number(line: &FoldedLine, lexicon: &Lexicon) -> bool {
    let words = line.words.as_str();
    if words.len() > 24 {
        return false;
    }
    let digits = |text: &str| {
        !text.is_empty() && text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit())
    };
    let dashed = words.strip_prefix("- ").and_then(|rest| rest.strip_suffix(" -"));
    if dashed.is_some_and(digits) {
        return true;
    }
    lexicon.furniture.chrome.pages.iter().any(|page| {
        let Some(rest) = words.strip_prefix(page).and_then(|rest| rest.strip_prefix(' ')) else {
            return false;
        };
        let parts: Vec<&str> = rest.split(['/', ' ']).filter(|part| *part != "of").collect();
        (1..=2).contains(&parts.len()) && parts.iter().all(|part| digits(part))
    })
}

/// Marks a block of data before the text: a Markdown front matter between two "---", or what
/// stands in braces under a line of its own. Gives how many blocks it has.
pub(super) fn mark_preamble(text: &str, blocks: &mut [Block], lexicon: &Lexicon) -> usize {
    let raw = |block: &Block| block.range.of(text);
    let Some(first) = blocks.first() else { return 0 };
    let first = raw(first).trim();
    let near = &blocks[..PREAMBLE.min(blocks.len())];
    let end = if first == "---" || first == "+++" {
        let close = near.iter().skip(1).position(|block| raw(block).trim() == first);
        close.map(|at| at + 1).filter(|&at| near[1..at].iter().all(|block| is_field(raw(block))))
    } else {
        let named = lexicon
            .furniture
            .chrome
            .preambles
            .holds(FoldedLine::new(first).words.trim_matches(['-', ' ', '=']));
        let braces = named.then_some(1).or((first == "{").then_some(0));
        let opened =
            braces.filter(|&at| near.get(at).is_some_and(|block| raw(block).starts_with('{')));
        opened.and_then(|at| {
            near.iter().skip(at).position(|block| raw(block).ends_with('}')).map(|n| n + at)
        })
    };
    let Some(end) = end else { return 0 };
    for block in &mut blocks[..=end] {
        block.kind = CHROME;
    }
    end + 1
}

/// "title: …", "- …" within the list of a field, or a line that goes on.
fn is_field(raw: &str) -> bool {
    let key = raw.split(':').next().unwrap_or_default();
    let is_key = key.len() < raw.len()
        && key.len() <= 40
        && key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | ' ' | '"'));
    is_key || raw.starts_with("- ") || raw.starts_with(' ')
}

/// Tells whether a block is prose rather than an entry of a menu.
pub(super) fn is_prose(raw: &str) -> bool {
    raw.len() >= PROSE && (line::ends_sentence(raw) || raw.len() > 2 * ENTRY)
}

/// Tells whether prose begins at a block: a sentence, or a long line that the next one goes on
/// with, as where links were taken out of it.
fn begins_prose(text: &str, blocks: &[Block], index: usize) -> bool {
    let raw = blocks[index].range.of(text);
    let next = blocks.get(index + 1).map_or("", |block| block.range.of(text));
    let broken = next.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | '.' | ';'));
    is_prose(raw) || (raw.len() > 60 && broken)
}

/// Tells whether a block could be an entry of a menu.
fn is_entry(raw: &str) -> bool {
    raw.len() <= ENTRY
        && !raw.starts_with(|c: char| c.is_lowercase())
        && !(raw.len() > 40 && raw.ends_with(['.', ';', ':', ',']))
}

/// Marks the tail of a page: from a line that opens one to the end, if what follows is mostly
/// short lines and there is little prose among it. Gives the end of the article.
pub(super) fn mark_tail(text: &str, blocks: &mut [Block], lexicon: &Lexicon) -> usize {
    let raw = |block: &Block| block.range.of(text);
    let (mut prose, mut entries, mut count, mut start) = (0, 0, 0, blocks.len());
    let all: usize = blocks.iter().map(raw).filter(|raw| is_prose(raw)).map(str::len).sum();
    for index in (0..blocks.len()).rev() {
        let line = raw(&blocks[index]);
        prose += if is_prose(line) { line.len() } else { 0 };
        if prose * TAIL_SHARE > all {
            break;
        }
        entries += usize::from(is_entry(line));
        count += 1;
        let opens = line.len() <= 60
            && lexicon.furniture.chrome.tails.holds(FoldedLine::new(line).unsigned());
        if opens && entries * 3 >= count * 2 && all > 0 {
            start = index;
        }
    }
    for block in &mut blocks[start..] {
        block.kind = CHROME;
    }
    start
}

/// Marks the menus above a text: the entries before the first prose, if something among them says
/// that this is a page, or there are very many. `keeps` are lines of a document's head, `first` is the
/// first block behind a block of data.
pub(super) fn mark_menus(
    text: &str,
    blocks: &mut [Block],
    (keeps, first): (std::ops::Range<usize>, usize),
    lexicon: &Lexicon,
) {
    let raw = |block: &Block| block.range.of(text);
    // A menu has no numbers: those are of a list.
    let numbered =
        |raw: &str| marker_of(raw, lexicon).is_some_and(|marker| !marker.family.is_bullet());
    let prose = (0..blocks.len()).find(|&index| begins_prose(text, blocks, index)).unwrap_or(0);
    let above: usize =
        blocks[..keeps.start].iter().map(raw).filter(|raw| is_prose(raw)).map(str::len).sum();
    // Above the head of a document, little prose is a notice of the page.
    let whole = !keeps.is_empty() && above <= NOTICES;
    let end = match (keeps.is_empty(), whole) {
        (true, _) => prose,
        (false, true) => keeps.start,
        (false, false) => keeps.start.min(prose),
    };
    let is_open = |block: &Block| {
        block.kind == BlockKind::Paragraph && is_entry(raw(block)) && !numbered(raw(block))
    };
    let entries = blocks[..end].iter().filter(|block| is_open(block)).count();
    let signs = blocks[first.min(end)..end]
        .iter()
        .filter(|block| block.kind == CHROME && raw(block).len() <= SHORT)
        .filter(|block| raw(block).chars().any(is_letter))
        .count();
    let clocks = blocks[..end].iter().filter(|block| is_piece(raw(block))).count();
    if entries + signs < 6 || (signs < 2 && clocks < 3 && entries < MENU && first == 0) {
        return;
    }
    for block in &mut blocks[..end] {
        let raw = raw(block);
        let named = whole && raw.starts_with("# ") && raw.len() > 60;
        let entry = whole || is_entry(raw) && !numbered(raw) || is_piece(raw);
        if block.kind == BlockKind::Paragraph && entry && !named {
            block.kind = CHROME;
        }
    }
}

/// A piece of a clock or date that was taken apart: "17", ":", "58".
fn is_piece(raw: &str) -> bool {
    raw.len() <= 3 && raw.chars().all(|c| c.is_ascii_digit() || matches!(c, ':' | '-' | '/' | ' '))
}
