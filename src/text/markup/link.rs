//! Links of Markdown in a paragraph: "[words](target)" and "![words](target)".

use std::ops::Range;

/// How the target of a link begins. In a plain text "[1](xem phụ lục)" is none.
const TARGETS: [&str; 12] = [
    "http://",
    "https://",
    "ftp://",
    "file:",
    "mailto:",
    "tel:",
    "javascript:",
    "www.",
    "/",
    "#",
    "./",
    "../",
];
/// The endings of files that a link leads to.
const FILES: [&str; 14] = [
    ".htm", ".html", ".aspx", ".php", ".pdf", ".doc", ".docx", ".odt", ".md", ".txt", ".jpg",
    ".jpeg", ".png", ".gif",
];

/// The longest words and the longest target of a link, in bytes: a search that goes on to the end of a long
/// line for each bracket would take the square of its length.
const WORDS: usize = 4096;
const TARGET: usize = 4096;

/// Finds the signs of links, in order: the bracket before the words, and the bracket behind them with the
/// target.
pub(super) fn links(paragraph: &str) -> Vec<Range<usize>> {
    let bytes = paragraph.as_bytes();
    let mut signs: Vec<Range<usize>> = Vec::new();
    for joint in memchr::memmem::find_iter(bytes, b"](") {
        let past = signs.last().map_or(0, |sign| sign.end);
        if joint < past {
            continue;
        }
        let past = past.max(joint.saturating_sub(WORDS));
        let Some(open) = opening(&bytes[past..joint]).map(|at| past + at) else { continue };
        let target = &bytes[joint + 2..bytes.len().min(joint + 2 + TARGET)];
        let Some(end) = closing(target).map(|at| joint + 2 + at) else { continue };
        if !is_target(&paragraph[joint + 2..end]) {
            continue;
        }
        let image = usize::from(open > past && bytes[open - 1] == b'!');
        signs.push(open - image..open + 1);
        signs.push(joint..end + 1);
    }
    signs
}

/// Finds the bracket that opens the words before a joint.
fn opening(before: &[u8]) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in before.iter().enumerate().rev() {
        match byte {
            b']' => depth += 1,
            b'[' if depth == 0 => return Some(at),
            b'[' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Finds the bracket that closes a target; brackets in it come in pairs.
fn closing(target: &[u8]) -> Option<usize> {
    let mut depth = 0;
    for (at, byte) in target.iter().enumerate() {
        match byte {
            b'(' => depth += 1,
            b')' if depth == 0 => return Some(at),
            b')' => depth -= 1,
            b'\n' => return None,
            _ => {}
        }
    }
    None
}

/// Tells whether brackets hold the target of a link, with a title behind it or without.
fn is_target(target: &str) -> bool {
    let target = target.trim();
    let (target, title) = target.split_once(' ').unwrap_or((target, ""));
    let title = title.trim();
    let is_title = title.is_empty() || title.starts_with(['"', '\'', '(']);
    let bare = target.trim_matches(['<', '>']).to_ascii_lowercase();
    let known = bare.is_empty()
        || TARGETS.iter().any(|begin| bare.starts_with(begin))
        || FILES.iter().any(|ending| bare.ends_with(ending));
    is_title && known
}
