//! Pages that ask and answer by quoting rules: which lines announce a quoted rule, and where the
//! page speaks again itself.

use super::lexicon::Lexicon;
use super::role::announced;
use crate::speech::{Block, BlockKind, Role};
use crate::text::{is_word, lowercase};
use std::ops::Range;

/// How many bytes at the start of a paragraph are compared.
const START: usize = 60;
/// The longest paragraph that announces a rule, in bytes.
const LONGEST: usize = 1200;

/// Tells whether a text asks: one of its headings is a question.
pub(super) fn asks(text: &str, blocks: &[Block]) -> bool {
    blocks.iter().any(|block| {
        matches!(block.kind, BlockKind::Title | BlockKind::Heading)
            && block.range.of(text).trim_end_matches(['*', '_', ' ']).ends_with('?')
    })
}

/// Tells whether a paragraph is the page's own behind a quoted rule: "Theo đó, …", "Căn cứ Điều …".
pub(super) fn resumes(paragraph: &str, lexicon: &Lexicon) -> bool {
    let quoting = &lexicon.quoting;
    begins(paragraph, &quoting.resumes) || begins(paragraph, &quoting.starts)
}

/// Tells whether a paragraph begins as one that quotes a rule: "Căn cứ Điều …".
pub(super) fn quotes(paragraph: &str, lexicon: &Lexicon) -> bool {
    begins(paragraph, &lexicon.quoting.starts)
}

/// Finds the word by which a paragraph announces a quoted rule: "Tại Điều 3 … quy định như sau:".
pub(super) fn rule_word(paragraph: &str, lexicon: &Lexicon) -> Option<Range<usize>> {
    let quoting = &lexicon.quoting;
    if paragraph.len() > LONGEST || !begins(paragraph, &quoting.starts) {
        return None;
    }
    let lower = lowercase(paragraph);
    let places = quoting.words.iter().filter_map(|word| Some((lower.rfind(word.as_str())?, word)));
    let (at, word) = places.max()?;
    let behind = announced(&lower[at + word.len()..], lexicon);
    // "Căn cứ các quy định trên, yêu cầu …:" orders.
    let orders = behind.is_some_and(|found| found.role == Role::Task);
    let end = if lower.len() == paragraph.len() { at + word.len() } else { at };
    (!orders).then_some(at..end)
}

fn begins(paragraph: &str, words: &[String]) -> bool {
    let head = &paragraph[..paragraph.floor_char_boundary(START)];
    let head = head.trim_start_matches(['*', '_', ' ', '>']);
    let first = head.chars().next().and_then(|c| c.to_lowercase().next());
    if !words.iter().any(|word| word.chars().next() == first) {
        return false;
    }
    let head = lowercase(head);
    words
        .iter()
        .any(|word| head.strip_prefix(word.as_str()).is_some_and(|rest| !rest.starts_with(is_word)))
}
