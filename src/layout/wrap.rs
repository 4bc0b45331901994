//! Wrapping one paragraph: ranges of the text, line by line.

use crate::text::{TextRange, width::width};
use std::ops::Range;
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
    wrap_without(text, range, widths, &[])
}

/// Cuts as [`wrap`] does, where the bytes of `range` that are signs are not shown.
pub fn wrap_without(
    text: &str,
    range: TextRange,
    widths: Widths,
    signs: &[Range<usize>],
) -> Vec<TextRange> {
    let base = text.as_ptr() as usize;
    let start = base + range.start.get();
    let narrowest = widths.first.min(widths.rest).max(1);
    let piece = |word| WrapFragment::new(word, start, signs);
    let mut words: Vec<WrapFragment<'_>> = Vec::new();
    for line in range.of(text).split('\n') {
        // A line end inside a paragraph, with the blanks around it, counts as one blank.
        for word in WordSeparator::AsciiSpace.find_words(line.trim_matches(' ')) {
            let word = piece(word);
            if word.width() > narrowest as f64 {
                cut(word.word, narrowest, &mut |word| words.push(piece(word)));
            } else {
                words.push(word);
            }
        }
        if let Some(last) = words.last_mut() {
            last.word.whitespace = " ";
        }
    }
    let lines = wrap_first_fit(&words, &[widths.first.max(1) as f64, widths.rest.max(1) as f64]);
    lines
        .into_iter()
        .filter_map(|line| {
            // Words are slices of `text`, so their addresses tell their offsets.
            let start = line.first()?.word.word.as_ptr() as usize - base;
            let last = line.last()?.word;
            let end = last.word.as_ptr() as usize - base + last.word.len();
            Some(TextRange::new(start, end))
        })
        .collect()
}

/// A word, and how many cells of it are signs that are not shown.
#[derive(Debug)]
struct WrapFragment<'t> {
    word: Word<'t>,
    hidden: usize,
}

impl<'t> WrapFragment<'t> {
    /// Looks at a word of the text in memory whose signs count from `start`.
    fn new(word: Word<'t>, start: usize, signs: &[Range<usize>]) -> Self {
        let at = word.word.as_ptr() as usize - start;
        let end = at + word.word.len();
        let first = signs.partition_point(|sign| sign.end <= at);
        // Signs are ASCII: a byte is a cell.
        let hidden = signs[first..]
            .iter()
            .take_while(|sign| sign.start < end)
            .map(|sign| sign.end.min(end) - sign.start.max(at))
            .sum();
        WrapFragment { word, hidden }
    }
}

impl Fragment for WrapFragment<'_> {
    fn width(&self) -> f64 {
        self.word.width() - self.hidden as f64
    }

    fn whitespace_width(&self) -> f64 {
        self.word.whitespace_width()
    }

    fn penalty_width(&self) -> f64 {
        self.word.penalty_width()
    }
}

/// Cuts a word into pieces that are at most `cells` wide, or one character.
fn cut<'t>(word: Word<'t>, cells: usize, out: &mut impl FnMut(Word<'t>)) {
    let (mut start, mut used) = (0, 0);
    for (at, grapheme) in word.word.grapheme_indices(true) {
        let more = width(grapheme);
        if at > start && used + more > cells {
            out(Word::from(&word.word[start..at]));
            (start, used) = (at, 0);
        }
        used += more;
    }
    let last = Word::from(&word.word[start..]);
    out(Word { whitespace: word.whitespace, ..last });
}
