//! How many terminal cells a text takes, and cutting it to fit.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// The sign that stands for what was cut; one cell.
pub const ELLIPSIS: char = '…';

/// Gives the width of a text in cells. The one measure of width in the program.
pub fn width(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.width() }
}

/// Gives the longest start of `text` that is at most `cells` wide and ends on a whole character.
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

/// Adds blanks to `text`, already at most `cells` wide, until it fills them.
pub fn pad(text: &str, cells: usize) -> String {
    let blanks = cells.saturating_sub(width(text));
    format!("{text}{:blanks$}", "")
}
