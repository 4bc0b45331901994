//! Wrapping one paragraph: ranges of the text, line by line.

use crate::text::TextRange;
use textwrap::WordSeparator;
use textwrap::core::{Word, break_words};
use textwrap::wrap_algorithms::wrap_first_fit;

/// Widths for [`wrap`], in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widths {
    /// Of the first line.
    pub first: usize,
    /// Of the others.
    pub rest: usize,
}

/// Cuts `range` of `text` into lines between words, first fit. A word wider than a line is cut.
/// The lines cover the range in order but for the blanks between them.
pub fn wrap(text: &str, range: TextRange, widths: Widths) -> Vec<TextRange> {
    let base = text.as_ptr() as usize;
    let mut words: Vec<Word<'_>> = Vec::new();
    for line in range.of(text).split('\n') {
        words.extend(WordSeparator::AsciiSpace.find_words(line));
        // The line end inside a paragraph counts as the blank between two words.
        if let Some(last) = words.last_mut().filter(|last| last.whitespace.is_empty()) {
            last.whitespace = " ";
        }
    }
    let narrowest = widths.first.min(widths.rest).max(1);
    let words = break_words(words, narrowest);
    let lines = wrap_first_fit(&words, &[widths.first.max(1) as f64, widths.rest.max(1) as f64]);
    lines
        .into_iter()
        .filter_map(|line| {
            // Words are slices of `text`, so their addresses tell their offsets.
            let start = line.first()?.word.as_ptr() as usize - base;
            let last = line.last()?;
            let end = last.word.as_ptr() as usize - base + last.word.len();
            Some(TextRange::new(start, end))
        })
        .collect()
}
