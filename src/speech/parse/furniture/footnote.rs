//! Footnotes after a text.

use super::line::FoldedLine;
use crate::speech::parse::lexicon::Lexicon;
use crate::speech::parse::lists::announces;
use crate::speech::parse::marker::marker_of;
use crate::speech::{Block, BlockKind};

/// How many lines of a note are looked at for a word of a reference.
const LOOKED_AT: usize = 4;

/// Finds the block that the footnotes at the end of the article begin with: the rule above them,
/// or the first note. `blocks` end where the article ends. A list that is announced is none of
/// notes, and notes that a list of figures follows stand in the middle of the text.
pub(super) fn first_note(
    text: &str,
    blocks: &[Block],
    body: usize,
    lexicon: &Lexicon,
) -> Option<usize> {
    let raw = |index: usize| blocks[index].range.of(text);
    let from = body.max(blocks.len() / 3);
    let referred = |mark: &str| blocks.iter().position(|block| refers(block.range.of(text), mark));
    let (square, round, star) = (referred("[1]"), referred("(1)"), referred("(*)"));
    let first = (from..blocks.len()).find(|&index| {
        let above = |reference: Option<usize>| reference.is_some_and(|at| at < index);
        let ruled = index > from && is_rule(raw(index - 1));
        match note_number(raw(index)) {
            Some(Note::Square(1)) => above(square) || signed(&blocks[..index]),
            Some(Note::Round(1)) => {
                let listed = index > from && announces(raw(index - 1));
                above(round) && (ruled || !listed && cites(text, &blocks[index..], lexicon))
            }
            Some(Note::Star) => above(star) && ruled,
            _ => false,
        }
    })?;
    if holds_list(text, &blocks[first..], lexicon) {
        return None;
    }
    Some(if first > body && is_rule(raw(first - 1)) { first - 1 } else { first })
}

/// Tells whether a list begins among blocks: a first member and a second, by their numbers.
fn holds_list(text: &str, blocks: &[Block], lexicon: &Lexicon) -> bool {
    let mut firsts = Vec::new();
    blocks.iter().filter(|block| block.kind == BlockKind::Paragraph).any(|block| {
        let raw = block.range.of(text);
        let marker = marker_of(raw, lexicon).filter(|_| note_number(raw).is_none());
        let Some(marker) = marker else { return false };
        if marker.ordinal == 1 && !firsts.contains(&marker.family) {
            firsts.push(marker.family);
        }
        marker.ordinal == 2 && firsts.contains(&marker.family)
    })
}

/// Tells whether the text above is signed: notes alone can follow a signature.
fn signed(above: &[Block]) -> bool {
    above.iter().rev().take(LOOKED_AT).any(|block| block.kind == super::CLOSING)
}

enum Note {
    Square(u32),
    Round(u32),
    Star,
}

/// Reads the number of a note: "[1] …", "(1) …", "(*) …".
fn note_number(raw: &str) -> Option<Note> {
    let raw = raw.trim_start_matches(['\\', '*', '_', ' ']);
    let (close, square) = match raw.as_bytes().first()? {
        b'[' => (']', true),
        b'(' => (')', false),
        _ => return None,
    };
    let inner = &raw[1..raw.find(close)?];
    match inner.trim_end_matches('\\') {
        "*" => Some(Note::Star),
        digits => {
            digits.parse().ok().map(|n| if square { Note::Square(n) } else { Note::Round(n) })
        }
    }
}

fn is_rule(raw: &str) -> bool {
    raw.len() >= 3 && raw.chars().all(|c| matches!(c, '-' | '_' | '*' | ' ' | '='))
}

/// Tells whether a paragraph refers to a note: by a mark that opens no words, as that of an item
/// does, and stands behind a word, as that of an enumeration does not.
fn refers(raw: &str, mark: &str) -> bool {
    memchr::memmem::find_iter(raw.as_bytes(), mark.as_bytes()).any(|at| {
        let before = raw[..at].trim_end_matches([' ', '*', '_', '\u{a0}']);
        let enumerates = before.ends_with([':', ';', ',']);
        if at == 0 { raw.len() <= mark.len() + 2 } else { !enumerates }
    })
}

fn cites(text: &str, notes: &[Block], lexicon: &Lexicon) -> bool {
    notes.iter().take(LOOKED_AT).any(|block| {
        let raw = block.range.of(text);
        raw.len() < 2000 && lexicon.furniture.footnote.phrases.within(&FoldedLine::new(raw).words)
    })
}
