//! A folded text that many patterns are looked for in, and the way back to the original.
//!
//! Paragraphs are folded one after the other, a line end between them, so that no row of words goes
//! over the end of one. Folding is what takes time; a page is made once for a text and kept.

use super::cut::Cuts;
use super::pattern::Pattern;
use super::reading::How;
use super::seek::{PatternMatch, Seek};
use crate::speech::{Block, BlockKind};
use crate::text::fold::{fold_each, fold_into};
use std::borrow::Cow;
use std::ops::Range;

/// A folded text.
#[derive(Clone, Debug, Default)]
pub struct Page {
    folded: String,
    pieces: Vec<FoldedBlock>,
    /// The words that were cut at the end of a line, in order.
    cuts: Cuts,
}

/// A stretch of the text that was folded for itself: a block.
#[derive(Clone, Copy, Debug)]
struct FoldedBlock {
    /// Where it begins in the folded text.
    folded: u32,
    /// Where it is in the original.
    start: u32,
    end: u32,
    opens: Opens,
}

/// Whether a piece begins a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opens {
    Paragraph,
    Nothing,
}

/// A place where a pattern was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Occurrence {
    /// Where in the folded text.
    pub folded: Range<usize>,
    /// Where in the original.
    pub source: Range<usize>,
    /// How it matched.
    pub how: How,
}

impl Page {
    /// Folds the blocks of a text.
    pub fn of(text: &str, blocks: &[Block]) -> Self {
        let mut page = Page { folded: String::with_capacity(text.len()), ..Page::default() };
        page.pieces.reserve_exact(blocks.len());
        for block in blocks {
            let opens = match block.kind {
                BlockKind::Continuation => Opens::Nothing,
                _ => Opens::Paragraph,
            };
            page.add(text, block.range.bytes(), opens);
        }
        page
    }

    /// Folds a text that is one paragraph.
    pub fn line(text: &str) -> Self {
        let mut page = Page::default();
        page.add(text, 0..text.len(), Opens::Paragraph);
        page
    }

    fn add(&mut self, text: &str, source: Range<usize>, opens: Opens) {
        let last = self.pieces.last().map(|last| last.end as usize);
        match (opens, last) {
            (_, None) => {}
            (Opens::Paragraph, Some(_)) => self.folded.push('\n'),
            // A long paragraph may be cut at a blank, which then is of neither piece.
            (Opens::Nothing, Some(end)) if end < source.start => self.folded.push(' '),
            (Opens::Nothing, Some(_)) => {}
        }
        let folded = self.folded.len() as u32;
        self.pieces.push(FoldedBlock {
            folded,
            start: source.start as u32,
            end: source.end as u32,
            opens,
        });
        let from = self.folded.len();
        fold_into(text.get(source).unwrap_or_default(), &mut self.folded);
        self.cuts.add(&self.folded[from..], from);
    }

    /// Gives the folded text; a line end parts paragraphs.
    pub fn folded(&self) -> &str {
        &self.folded
    }

    /// Gives the block that holds an offset of the folded text.
    pub(super) fn block_at(&self, folded: usize) -> usize {
        self.pieces.partition_point(|piece| piece.folded as usize <= folded).saturating_sub(1)
    }

    /// Gives where blocks are in the folded text.
    pub(super) fn stretch(&self, blocks: Range<usize>) -> Range<usize> {
        let start =
            self.pieces.get(blocks.start).map_or(self.folded.len(), |at| at.folded as usize);
        let end = match self.pieces.get(blocks.end) {
            // The line end in front of a paragraph belongs to none.
            Some(next) => next.folded as usize - usize::from(next.opens == Opens::Paragraph),
            None => self.folded.len(),
        };
        start..end.max(start)
    }

    /// Gives the first offset of the folded text that comes from `source` or what is behind it.
    pub(super) fn folded_at(&self, source: usize) -> usize {
        let after = self.pieces.partition_point(|piece| (piece.start as usize) <= source);
        self.pieces.get(after.saturating_sub(1)).map_or(0, |piece| piece.folded as usize)
    }

    /// Looks for a pattern in a stretch of the folded text.
    pub(super) fn occurrences<'a>(
        &'a self,
        text: &'a str,
        pattern: &'a Pattern,
        stretch: Range<usize>,
    ) -> Occurrences<'a> {
        let within = &self.folded[..stretch.end];
        Occurrences {
            page: self,
            text,
            pattern,
            seek: Seek::new(pattern, (within, &self.cuts), stretch.start),
            walker: Walker::default(),
            end: stretch.start,
        }
    }

    /// Tells whether a pattern is in a stretch.
    pub(super) fn has(&self, text: &str, pattern: &Pattern, stretch: Range<usize>) -> bool {
        self.occurrences(text, pattern, stretch).next().is_some()
    }
}

impl Pattern {
    /// Tells whether the words are in a text, within one paragraph.
    pub fn is_in(&self, text: &str) -> bool {
        let page = Page::line(text);
        page.has(text, self, 0..page.folded.len())
    }
}

/// The places where a pattern is, in order and apart.
pub(super) struct Occurrences<'a> {
    page: &'a Page,
    text: &'a str,
    pattern: &'a Pattern,
    seek: Seek<'a, 'a>,
    walker: Walker,
    end: usize,
}

impl Occurrences<'_> {
    /// Goes on at an offset of the folded text.
    pub(super) fn skip_to(&mut self, folded: usize) {
        self.seek.skip_to(folded);
        self.end = self.end.max(folded);
    }
}

impl Iterator for Occurrences<'_> {
    type Item = Occurrence;

    fn next(&mut self) -> Option<Occurrence> {
        let (page, text, pattern) = (self.page, self.text, self.pattern);
        loop {
            let spot: &PatternMatch = self.seek.next()?;
            let folded = spot.range();
            if folded.start < self.end {
                continue;
            }
            let start = self.walker.to(page, text, folded.start);
            let mut walker = self.walker;
            let how = pattern.verdict(spot, |part| {
                let start = walker.to(page, text, part.start);
                let end = walker.end(page, text, part.end);
                let rest =
                    text[end..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - end);
                (uncut(&text[start..end]), uncut(&text[start..end + rest]))
            });
            if let Some(how) = how {
                let source = start..walker.end(page, text, folded.end);
                self.end = folded.end;
                return Some(Occurrence { folded, source, how });
            }
        }
    }
}

/// Gives a word without the hyphen and the line end that cut it.
fn uncut(word: &str) -> Cow<'_, str> {
    match word.contains(char::is_whitespace) {
        false => Cow::Borrowed(word),
        true => {
            let dash = |c: char| matches!(c, '-' | '\u{2010}' | '\u{2011}');
            Cow::Owned(word.replace(|c: char| c.is_whitespace() || dash(c), ""))
        }
    }
}

/// Which edge of a stretch is looked for: one may lie within what a ligature became.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum RangeEdge {
    Start,
    End,
}

/// A place in the folded text and where that is in the original; it goes on from there.
#[derive(Clone, Copy, Debug, Default)]
struct Walker {
    /// The piece it is in, once it has gone anywhere.
    piece: Option<usize>,
    folded: usize,
    source: usize,
    /// Whether a blank comes before.
    blank: bool,
}

impl Walker {
    /// Gives the original offset of a folded one.
    fn to(&mut self, page: &Page, text: &str, folded: usize) -> usize {
        self.go(page, text, page.block_at(folded), (folded, RangeEdge::Start))
    }

    /// Gives where in the original a stretch ends that ends at a folded offset. What was dropped
    /// behind its last character belongs to it.
    fn end(&mut self, page: &Page, text: &str, folded: usize) -> usize {
        self.go(page, text, page.block_at(folded.saturating_sub(1)), (folded, RangeEdge::End))
    }

    fn go(
        &mut self,
        page: &Page,
        text: &str,
        piece: usize,
        (folded, edge): (usize, RangeEdge),
    ) -> usize {
        let Some(at) = page.pieces.get(piece) else { return 0 };
        if self.piece != Some(piece) || folded < self.folded {
            let (folded, source) = (at.folded as usize, at.start as usize);
            *self = Walker { piece: Some(piece), folded, source, blank: false };
        }
        let rest = &text[self.source..at.end as usize];
        let base = self.source;
        for (offset, c) in rest.char_indices() {
            self.source = base + offset;
            let (mut length, mut blank) = (0, self.blank);
            fold_each(c, |letter| {
                if letter != ' ' || !blank {
                    length += letter.len_utf8();
                }
                blank = letter == ' ';
            });
            if length == 0 {
                continue;
            }
            let inside = edge == RangeEdge::Start && self.folded + length > folded;
            if self.folded >= folded || inside {
                return self.source;
            }
            self.folded += length;
            self.blank = blank;
        }
        self.source = at.end as usize;
        self.source
    }
}
