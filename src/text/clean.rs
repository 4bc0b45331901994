//! Text that cannot act on a terminal: control characters, escape sequences, bidirectional
//! overrides and invisible characters are taken out, Unicode is brought to NFC.
//!
//! The rules are these: tabs and stray line enders become a blank, C0 and C1
//! controls and whole CSI and string sequences go, so do U+202A–202E, U+2066–2069, zero-width
//! characters, soft hyphens, variation selectors and tags. Every `\n` stays.

use super::offset::Runs;
use std::borrow::Cow;
use unicode_normalization::char::canonical_combining_class;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc, is_nfc_quick};
use unicode_segmentation::UnicodeSegmentation;

/// The longest escape sequence that is taken out whole, in bytes; of a longer one, and of one that
/// does not end, only the opener goes.
const LONGEST_SEQUENCE: usize = 4096;

/// Makes any text fit to be shown on one line: clean, in NFC, with blanks for line ends.
pub fn printable(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    if let Some((clean, _, _)) = strip_controls(&text) {
        text = Cow::Owned(clean);
    }
    if let Some((composed, _)) = compose(&text) {
        text = Cow::Owned(composed);
    }
    if text.contains('\n') {
        text = Cow::Owned(text.replace('\n', " "));
    }
    text
}

/// Makes a passage of a paragraph one line: each line end in it, with the blanks around it, is one
/// blank.
pub fn flowing(passage: &str) -> Cow<'_, str> {
    let Some((first, rest)) = passage.split_once('\n') else { return Cow::Borrowed(passage) };
    let mut out = String::with_capacity(passage.len());
    out.push_str(first);
    for line in rest.split('\n') {
        out.truncate(out.trim_end_matches(' ').len());
        out.push(' ');
        out.push_str(line.trim_start_matches(' '));
    }
    Cow::Owned(out)
}

/// Takes out what could act on a terminal. Gives nothing if there is nothing to take out, else the
/// clean text, the way back, and how many characters and sequences went or became a blank (tabs
/// and the CR of a CR LF are not counted).
pub(super) fn strip_controls(text: &str) -> Option<(String, Runs, usize)> {
    let mut from = next_suspect(text, 0)?;
    let mut out = String::with_capacity(text.len());
    let mut runs = Runs::default();
    let mut removed = 0;
    let mut kept_to = 0;
    while let Some(c) = text[from..].chars().next() {
        match judge(c, &text[from..]) {
            CharAction::Keep => from += c.len_utf8(),
            CharAction::Replace { length, with, counted } => {
                out.push_str(&text[kept_to..from]);
                if let Some(with) = with {
                    runs.mark(out.len(), from);
                    out.push(with);
                }
                from += length;
                kept_to = from;
                runs.mark(out.len(), from);
                removed += usize::from(counted);
            }
        }
        match next_suspect(text, from) {
            Some(next) => from = next,
            None => break,
        }
    }
    if kept_to == 0 {
        return None;
    }
    out.push_str(&text[kept_to..]);
    Some((out, runs, removed))
}

/// Brings a text to NFC. Gives nothing if it is in NFC already, else the text and the way back.
pub(super) fn compose(text: &str) -> Option<(String, Runs)> {
    if is_surely_composed(text.as_bytes()) {
        return None;
    }
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => return None,
        IsNormalized::Maybe if is_nfc(text) => return None,
        IsNormalized::Maybe | IsNormalized::No => {}
    }
    let mut out = String::with_capacity(text.len());
    let mut runs = Runs::default();
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        if is_nfc_quick(line.chars()) == IsNormalized::Yes {
            runs.mark(out.len(), line_start);
            out.push_str(line);
        } else {
            let mut graphemes = line.grapheme_indices(true).peekable();
            while let Some((at, grapheme)) = graphemes.next() {
                let mut end = at + grapheme.len();
                // The tables of graphemes and of marks may be of different versions of Unicode.
                while let Some((_, more)) = graphemes.next_if(|(_, next)| begins_with_mark(next)) {
                    end += more.len();
                }
                runs.mark(out.len(), line_start + at);
                if end - at == 1 {
                    out.push_str(grapheme);
                } else {
                    compose_cluster(&line[at..end], line_start + at, &mut out, &mut runs);
                }
            }
        }
        line_start += line.len();
    }
    runs.mark(out.len(), text.len());
    Some((out, runs))
}

/// Composes a letter with its marks, which begins at `start` of the source. A few letters become longer,
/// being taken apart: what has no room in the source comes from its end, so that places stay in order.
fn compose_cluster(cluster: &str, start: usize, out: &mut String, runs: &mut Runs) {
    let begin = out.len();
    out.extend(cluster.nfc());
    if out.len() - begin > cluster.len() {
        let second = out[begin..].char_indices().skip(1);
        second.for_each(|(at, _)| runs.mark(begin + at, start + cluster.len()));
    }
}

/// Tells whether the first character of a grapheme is a mark that composing may move.
fn begins_with_mark(grapheme: &str) -> bool {
    grapheme.chars().next().is_some_and(|c| canonical_combining_class(c) != 0)
}

/// Tells that a text holds only ASCII, Latin letters of U+0080–02FF and U+1E80–1EFF and common
/// punctuation, all of which are NFC: true of nearly all Vietnamese text, and quickly seen.
fn is_surely_composed(text: &[u8]) -> bool {
    let mut at = 0;
    while let Some(&lead) = text.get(at) {
        at += match (lead, text.get(at + 1), text.get(at + 2)) {
            (0..0x80, ..) => 1,
            (0xC2..=0xCB, ..) => 2,
            (0xE1, Some(0xBA | 0xBB), _) => 3,
            // U+2010 on; U+2000 and U+2001 are not NFC.
            (0xE2, Some(0x80), Some(0x90..)) => 3,
            _ => return false,
        };
    }
    true
}

enum CharAction {
    Keep,
    Replace { length: usize, with: Option<char>, counted: bool },
}

/// Finds the next byte that may begin something to take out.
fn next_suspect(text: &str, from: usize) -> Option<usize> {
    const SUSPECT: [bool; 256] = suspect_table();
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|&byte| SUSPECT[byte as usize])?;
        let second = bytes.get(at + 1).copied().unwrap_or(0);
        let real = match bytes[at] {
            0xC2 => second < 0xA0 || second == 0xAD,
            0xE2 => second == 0x80 || second == 0x81,
            0xEF => matches!(second, 0x82 | 0xB8 | 0xBB | 0xBF),
            _ => true,
        };
        if real {
            return Some(at);
        }
        at += 1;
    }
}

const fn suspect_table() -> [bool; 256] {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        table[byte] = byte != b'\n' as usize;
        byte += 1;
    }
    table[0x7F] = true;
    table[0xC2] = true; // C1 controls, soft hyphen
    table[0xCD] = true; // U+034F
    table[0xD8] = true; // U+061C
    table[0xE2] = true; // general punctuation
    table[0xEF] = true; // BOM, variation selectors, interlinear annotation, U+F0B7
    table[0xF3] = true; // tags, supplementary variation selectors
    table
}

fn judge(c: char, rest: &str) -> CharAction {
    let length = c.len_utf8();
    let gone = |length| CharAction::Replace { length, with: None, counted: true };
    let blank = |counted| CharAction::Replace { length, with: Some(' '), counted };
    match c {
        '\t' => blank(false),
        '\r' if rest[1..].starts_with('\n') => {
            CharAction::Replace { length, with: None, counted: false }
        }
        '\r' | '\u{0B}' | '\u{0C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => blank(true),
        '\u{1B}' => gone(escape_length(rest)),
        '\u{9B}' => gone(length + csi_length(&rest[length..])),
        '\u{90}' | '\u{98}' | '\u{9D}'..='\u{9F}' => gone(length + string_length(&rest[length..])),
        '\0'..='\u{1F}' | '\u{7F}'..='\u{9F}' if c != '\n' => gone(length),
        // It parts no word that it does not end the line in: nothing is lost with it.
        '\u{AD}' => CharAction::Replace { length, with: None, counted: false },
        '\u{034F}'
        | '\u{061C}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => gone(length),
        // Word's bullet, from a symbol font.
        '\u{F0B7}' => CharAction::Replace { length, with: Some('•'), counted: false },
        _ => CharAction::Keep,
    }
}

/// Returns the length in bytes of the escape sequence that `rest` starts with.
fn escape_length(rest: &str) -> usize {
    match rest.as_bytes().get(1) {
        Some(b'[') => 2 + csi_length(&rest[2..]),
        Some(b']' | b'P' | b'X' | b'^' | b'_') => 2 + string_length(&rest[2..]),
        Some(0x20..=0x2F) => {
            let middle = rest[1..].bytes().take_while(|byte| (0x20..=0x2F).contains(byte)).count();
            let last = rest.as_bytes().get(1 + middle);
            1 + middle + usize::from(last.is_some_and(|byte| (0x30..=0x7E).contains(byte)))
        }
        _ => 1,
    }
}

/// Returns how much of `rest`, behind a CSI, belongs to it; nothing if it never ends.
fn csi_length(rest: &str) -> usize {
    let body = rest.bytes().take_while(|byte| (0x20..=0x3F).contains(byte)).count();
    match rest.as_bytes().get(body) {
        Some(0x40..=0x7E) if body < LONGEST_SEQUENCE => body + 1,
        _ => 0,
    }
}

/// Returns how much of `rest`, behind the opener of a string sequence (OSC, DCS, APC …), belongs to
/// it; nothing if it does not end on its line, so that a lone opener swallows no text. Another
/// control begins something else: no text is looked at twice.
fn string_length(rest: &str) -> usize {
    for (at, c) in rest.char_indices() {
        match c {
            '\u{07}' | '\u{9C}' => return at + c.len_utf8(),
            '\u{1B}' if rest[at + 1..].starts_with('\\') => return at + 2,
            '\n' | '\u{1B}' | '\u{80}'..='\u{9F}' => return 0,
            _ if at > LONGEST_SEQUENCE => return 0,
            _ => {}
        }
    }
    0
}
