//! Short forms that a text defines: "Ủy ban nhân dân tỉnh (sau đây gọi là UBND tỉnh)", "công nghệ thông tin (CNTT)".

use super::vocabulary::ReferenceWords;
use super::word::ReferenceWord;
use crate::speech::Speech;
use crate::text::{TextRange, fold};

/// A short form and the words that it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShortForm {
    /// The short form, where it is defined.
    pub short: TextRange,
    /// The words that it stands for.
    pub full: TextRange,
}

/// How many bytes a definition in brackets may have.
const BRACKET: usize = 160;
/// How many words a name may have that is shortened.
const NAME: usize = 16;
/// How many words before a definition its name may begin where the text says that it is one.
const SENTENCE: usize = 40;
/// How many first words a name has in common with its short form.
const SAME: usize = 2;

/// Returns the short forms that a speech defines, in its order.
pub fn short_forms(speech: &Speech) -> Vec<ShortForm> {
    let of = ReferenceWords::shipped();
    let blocks = speech.blocks.iter().map(|block| block.range);
    blocks.flat_map(|range| in_paragraph(&speech.text, range, &of)).collect()
}

fn in_paragraph(text: &str, paragraph: TextRange, of: &ReferenceWords) -> Vec<ShortForm> {
    let words = paragraph.of(text);
    let start = paragraph.start.get();
    let mut out = Vec::new();
    for (open, _) in words.match_indices('(') {
        let Some(length) = words[open + 1..].find(')').filter(|length| *length < BRACKET) else {
            continue;
        };
        let inside = &words[open + 1..open + 1 + length];
        let told = of.defines(inside.trim_start());
        let lead = inside.len() - inside.trim_start().len() + told.unwrap_or(0);
        let trimmed = |c: char| !c.is_alphanumeric();
        let short = inside[lead..].trim_matches(trimmed);
        let from = start
            + open
            + 1
            + lead
            + (inside[lead..].len() - inside[lead..].trim_start_matches(trimmed).len());
        let range = TextRange::new(from, from + short.len());
        let before = TextRange::new(start, start + open);
        let full = full(&ReferenceWord::all(text, before), short, told);
        out.extend(full.map(|full| ShortForm { short: range, full }));
    }
    out
}

/// Finds the words before a bracket that a short form stands for; `told` is the length of what says that it is one.
fn full(before: &[ReferenceWord<'_>], short: &str, told: Option<usize>) -> Option<TextRange> {
    let last = before.last()?.range.end;
    let range = |from: usize| Some(TextRange { start: before[from].range.start, end: last });
    let from = before.len().saturating_sub(NAME);
    if let Some(count) = expanded(before, short).filter(|count| before.len() - count >= from) {
        return range(before.len() - count);
    }
    told?;
    // "Ban Quản lý dự án (gọi tắt là Ban QLDA)": the name begins with the same words; a wrong name is worse than none.
    let first: Vec<String> = short.split_whitespace().take(SAME).map(fold).collect();
    let begins = |at: &usize| {
        let words = before[*at..].iter().map(|word| fold(word.text));
        let same = first.iter().zip(words).filter(|(one, other)| **one == *other).count();
        let capital = first.len() > same && same == 1 && is_shortened(short);
        same == first.len() || capital
    };
    let sentence = (before.len().saturating_sub(SENTENCE)..before.len())
        .rev()
        .find(|at| *at == 0 || before[*at].gap.contains(['.', ';', ':', '(', ')']));
    let from = sentence.unwrap_or(before.len().saturating_sub(SENTENCE));
    range((from..before.len()).rev().find(begins)?)
}

/// Tells whether the second word of a short form is letters that words begin with: "Ban QLDA".
fn is_shortened(short: &str) -> bool {
    let second = short.split_whitespace().nth(1).unwrap_or_default();
    second.chars().count() > 1 && second.chars().all(char::is_uppercase)
}

/// Tells how many words at the end a short form shortens: each capital of "UBND tỉnh" begins a word, and its small words are
/// those of the text.
fn expanded(before: &[ReferenceWord<'_>], short: &str) -> Option<usize> {
    let mut wanted: Vec<String> = Vec::new();
    for token in short.split_whitespace() {
        let capitals = token.chars().count() > 1 && token.chars().all(char::is_uppercase);
        match capitals {
            true => {
                wanted.extend(token.chars().map(|letter| fold(letter.encode_utf8(&mut [0; 4]))))
            }
            false => wanted.push(fold(token)),
        }
    }
    let has_capitals = short.chars().filter(|c| c.is_uppercase()).count() >= 2;
    let count = wanted.len();
    if !has_capitals || count < 2 || before.len() < count {
        return None;
    }
    let words = &before[before.len() - count..];
    let fits = |(word, wanted): (&ReferenceWord<'_>, &String)| {
        let folded = fold(word.text);
        folded == *wanted || wanted.chars().count() == 1 && folded.starts_with(wanted.as_str())
    };
    words.iter().zip(&wanted).all(fits).then_some(count)
}
