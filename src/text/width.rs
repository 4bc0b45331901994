//! How many terminal cells a text takes, and cutting it to fit.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The sign that stands for what was cut; one cell.
pub const ELLIPSIS: char = '…';

/// In fewer cells a title has no middle.
const LEAST_SHORTENED: usize = 16;

/// Returns the width of a text in cells. The one measure of width in the program.
pub fn width(text: &str) -> usize {
    match text.len() {
        1 => 1,
        length if text.is_ascii() => length,
        _ => simple(text).unwrap_or_else(|| text.width()),
    }
}

/// Returns the number of characters, if each of them takes one cell and stands for itself: Latin
/// letters with or without marks, as Vietnamese is written with, and common punctuation.
pub fn simple(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (mut at, mut count) = (0, 0);
    while let Some(&lead) = bytes.get(at) {
        at += match (lead, bytes.get(at + 1), bytes.get(at + 2)) {
            (0x20..=0x7E, ..) => 1,
            // U+00A0 to U+02FF, but for the soft hyphen.
            (0xC2, Some(0xA0..=0xAC | 0xAE..), _) | (0xC3..=0xCB, ..) => 2,
            // U+1E00 to U+1EFF.
            (0xE1, Some(0xB8..=0xBB), _) => 3,
            // U+2010 to U+2027: dashes, quotation marks, bullet, ellipsis.
            (0xE2, Some(0x80), Some(0x90..=0xA7)) => 3,
            _ => return None,
        };
        count += 1;
    }
    Some(count)
}

/// Returns the longest start of `text` that is at most `cells` wide and ends on a whole character.
pub fn prefix(text: &str, cells: usize) -> &str {
    let mut used = 0;
    for (at, grapheme) in text.grapheme_indices(true) {
        used += width(grapheme);
        if used > cells {
            return &text[..at];
        }
    }
    text
}

/// Cuts `text` to at most `cells` cells. What is cut is cut between syllables, where that leaves
/// at least half of the room used, and stands as an ellipsis.
pub fn truncate(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    if cells == 0 {
        return String::new();
    }
    let room = prefix(text, cells - 1);
    let at_syllable = match text[room.len()..].chars().next() {
        Some(c) if !c.is_whitespace() => room.rfind(char::is_whitespace).map(|at| &room[..at]),
        _ => Some(room),
    };
    let whole = at_syllable.map(str::trim_end).filter(|cut| 2 * width(cut) >= cells - 1);
    let mut out = whole.unwrap_or(room).trim_end_matches([' ', ',', ';', ':', '.']).to_owned();
    out.push(ELLIPSIS);
    out
}

/// Cuts the title of a text to at most `cells` cells in its middle, between syllables: titles differ in their last words as often
/// as in their first.
pub fn shorten(title: &str, cells: usize) -> String {
    if width(title) <= cells || cells < LEAST_SHORTENED {
        return truncate(title, cells);
    }
    let room = cells * 2 / 5;
    let ends = title.match_indices(' ').map(|(at, _)| &title[at + 1..]);
    match ends.into_iter().find(|end| !end.is_empty() && width(end) <= room) {
        Some(end) => format!("{} {end}", truncate(title, cells - 1 - width(end))),
        None => truncate(title, cells),
    }
}

/// Adds blanks to `text`, already at most `cells` wide, until it fills them.
pub fn pad(text: &str, cells: usize) -> String {
    let blanks = cells.saturating_sub(width(text));
    format!("{text}{:blanks$}", "")
}
