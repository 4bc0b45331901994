//! Wrapping one paragraph: ranges of the text, line by line.

use crate::text::{TextRange, width::width};
use textwrap::WordSeparator;
use textwrap::core::{Fragment, Word};
use textwrap::wrap_algorithms::wrap_first_fit;
use unicode_segmentation::UnicodeSegmentation;

/// Widths for [`wrap`], in cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Widths {
    /// Of the first line.
    pub first: usize,
    /// Of the others.
    pub rest: usize,
}

/// Cuts `range` of `text` into lines between words, first fit. A word wider than a line is cut
/// between characters as people see them.
/// The lines cover the range in order but for the blanks between them.
pub fn wrap(text: &str, range: TextRange, widths: Widths) -> Vec<TextRange> {
    let base = text.as_ptr() as usize;
    let narrowest = widths.first.min(widths.rest).max(1);
    let mut words: Vec<Word<'_>> = Vec::new();
    for line in range.of(text).split('\n') {
        // A line end inside a paragraph, with the blanks around it, counts as one blank.
        for word in WordSeparator::AsciiSpace.find_words(line.trim_matches(' ')) {
            if word.width() > narrowest as f64 {
                cut(word, narrowest, &mut words);
            } else {
                words.push(word);
            }
        }
        if let Some(last) = words.last_mut() {
            last.whitespace = " ";
        }
    }
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

/// Cuts a word into pieces that are at most `cells` wide, or one character.
fn cut<'t>(word: Word<'t>, cells: usize, out: &mut Vec<Word<'t>>) {
    let (mut start, mut used) = (0, 0);
    for (at, grapheme) in word.word.grapheme_indices(true) {
        let more = width(grapheme);
        if at > start && used + more > cells {
            out.push(Word::from(&word.word[start..at]));
            (start, used) = (at, 0);
        }
        used += more;
    }
    let last = Word::from(&word.word[start..]);
    out.push(Word { whitespace: word.whitespace, ..last });
}
