//! Short forms that a text defines itself: "Ban Quản lý dự án (sau đây gọi tắt là Ban QLDA)", "Ngân hàng Chính sách xã hội (NHCSXH)".

use super::cues::DEFINES;
use super::line::Gap;
use super::source::RegisterSource;
use crate::text::{TextPos, TextRange, spelling};
use std::collections::HashMap;

/// How many words before a bracket the name may have that is shortened in it.
const NAME_WORDS: usize = 16;
/// How many bytes a definition in brackets may have.
const BRACKET: usize = 160;

/// Finds the short forms that a speech defines: each in one spelling, and the words that it stands for.
pub(super) fn definitions_of(source: &RegisterSource<'_>) -> HashMap<String, TextRange> {
    let text = &source.speech.text;
    let brackets = |range: TextRange| range.of(text).contains('(');
    let blocks = source.speech.blocks.iter().map(|block| block.range).filter(|r| brackets(*r));
    blocks.flat_map(|range| in_paragraph(source, range)).collect()
}

fn in_paragraph(source: &RegisterSource<'_>, range: TextRange) -> Vec<(String, TextRange)> {
    let text = range.of(&source.speech.text);
    let line = source.line(range);
    let mut out = Vec::new();
    for (open, _) in text.match_indices('(') {
        let inside = &text[open + 1..];
        let Some(close) = inside.find(')').filter(|close| *close < BRACKET) else { continue };
        let Some(short) = short_form(source, range, open + 1..open + 1 + close) else { continue };
        let behind = line.word_at(TextPos::new(range.start.get() + open));
        let from = behind.saturating_sub(NAME_WORDS);
        // From the last word that a name may begin with.
        let begins = |at: usize| at == 0 || line.gap(at) > Gap::Blank || line.is(at - 1, "và");
        let named = (from..behind).rev().find(|at| begins(*at) && line.offices(*at).is_some());
        let named = named.filter(|at| {
            (at + 1..behind).all(|at| line.gap(at) == Gap::Blank && !line.is(at, "và"))
                || line.offices(*at) == Some(behind)
        });
        let initials = initials(&short.text);
        let full = match (named, short.is_told) {
            (Some(at), true) => Some(line.range(at..behind)),
            // "Ủy ban nhân dân (UBND)": the letters are those that its words begin with.
            (_, false) if initials > 1 && behind >= initials => {
                let first = behind - initials;
                let words = (first..behind).map(|at| line.words(at..at + 1));
                let same = words.zip(short.text.chars()).all(|(word, letter)| {
                    word.chars().next().is_some_and(|c| plain(c) == plain(letter))
                });
                same.then(|| line.range(first..behind))
            }
            _ => None,
        };
        out.extend(full.map(|full| (spelling(&short.text), full)));
    }
    out
}

/// A short form in brackets.
struct ShortForm {
    text: String,
    /// Whether the text says that it is one.
    is_told: bool,
}

fn short_form(
    source: &RegisterSource<'_>,
    range: TextRange,
    bracket: std::ops::Range<usize>,
) -> Option<ShortForm> {
    let start = range.start.get();
    let inside = TextRange::new(start + bracket.start, start + bracket.end);
    let line = source.line(inside);
    if let Some(count) = line.cue(0, DEFINES).filter(|count| *count < line.len()) {
        return Some(ShortForm { text: line.words(count..line.len()).to_owned(), is_told: true });
    }
    let words = inside.of(&source.speech.text).trim();
    let is_short = words.chars().count() > 1 && words.chars().all(char::is_uppercase);
    is_short.then(|| ShortForm { text: words.to_owned(), is_told: false })
}

/// Returns how many letters a short form has.
fn initials(short: &str) -> usize {
    short.chars().count()
}

/// Returns a letter in small, without its marks.
fn plain(letter: char) -> String {
    crate::text::fold::fold(letter.encode_utf8(&mut [0; 4]))
}
