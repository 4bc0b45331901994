//! What the format of a file says of its paragraphs, by block.
//!
//! A plain text says nothing, and costs nothing here. Where a format says something it counts like
//! the signs of Markdown in a text: a heading is a heading, bold is bold, a menu is chrome.

use super::furniture::{self, BlockLook, FoundFurniture, Looks, Medium};
use super::lexicon::Lexicon;
use super::style::LineStyle;
use crate::speech::{Block, BlockKind, Format, FurnitureKind, Headings, HintKind, Hints};
use crate::text::TextRange;

/// How many blocks from the start are looked at for the title.
const LOOKED_AT: usize = 4000;

/// What is said of the blocks; empty where nothing is.
#[derive(Debug, Default)]
pub(super) struct BlockHints {
    of: Vec<OfBlock>,
    headings: Headings,
    medium: Medium,
}

#[derive(Clone, Copy, Debug, Default)]
struct OfBlock {
    style: Option<LineStyle>,
    furniture: Option<FurnitureKind>,
    is_title: bool,
    /// The words in bold that it begins with, if not all of it is.
    head: Option<TextRange>,
}

impl BlockHints {
    /// Sorts hints by the blocks they touch.
    pub fn new(hints: &Hints, blocks: &[Block]) -> Self {
        if hints.marks.is_empty() {
            return BlockHints {
                of: Vec::new(),
                headings: hints.headings,
                medium: medium_of(hints.format),
            };
        }
        let mut of = vec![OfBlock::default(); blocks.len()];
        let mut first = 0;
        for mark in &hints.marks {
            while first < blocks.len() && blocks[first].range.end <= mark.range.start {
                first += 1;
            }
            // Marks are in order, but one of bold may lie in one of furniture.
            let touched = blocks[first..]
                .iter()
                .enumerate()
                .take_while(|(_, block)| block.range.start < mark.range.end);
            for (at, block) in touched {
                let told = &mut of[first + at];
                match mark.kind {
                    HintKind::Title => told.is_title = true,
                    HintKind::Heading(level) => told.style = Some(LineStyle::Marked(level)),
                    HintKind::Furniture(kind) => told.furniture = Some(kind),
                    HintKind::Bold if mark.range.covers(block.range) => {
                        told.style = told.style.or(Some(LineStyle::Bold));
                    }
                    HintKind::Bold if mark.range.start == block.range.start => {
                        told.head = Some(mark.range);
                    }
                    HintKind::Bold | HintKind::Italic | HintKind::Spans { .. } => {}
                }
            }
        }
        even_out(&mut of, blocks);
        BlockHints { of, headings: hints.headings, medium: medium_of(hints.format) }
    }

    /// Tells which lines may be headings.
    pub fn headings(&self) -> Headings {
        self.headings
    }

    fn of(&self, block: usize) -> OfBlock {
        self.of.get(block).copied().unwrap_or_default()
    }

    /// Returns how strongly a block is set off.
    pub fn style(&self, block: usize) -> Option<LineStyle> {
        self.of(block).style
    }

    /// Returns the words in bold that a block begins with.
    pub fn head(&self, block: usize) -> Option<TextRange> {
        self.of(block).head
    }

    /// Marks the furniture among `blocks`. What the format says to be around the text is left out
    /// of the search for it: the text stands as if it were alone.
    pub fn mark(&self, text: &str, blocks: &mut [Block], lexicon: &Lexicon) -> FoundFurniture {
        if self.of.is_empty() {
            let looks = Looks { medium: self.medium, of: Vec::new() };
            return furniture::mark(text, blocks, &looks, lexicon);
        }
        let said = |at: &usize| self.of(*at).furniture.is_none();
        let start = (0..blocks.len()).find(said).unwrap_or(0);
        let end = (start..blocks.len()).rev().find(said).map_or(blocks.len(), |last| last + 1);
        self.write(blocks);
        let look = |told: &OfBlock| BlockLook { style: told.style, is_named: told.is_title };
        let of = self.of[start..end].iter().take(LOOKED_AT).map(look).collect();
        let looks = Looks { medium: self.medium, of };
        let mut found = furniture::mark(text, &mut blocks[start..end], &looks, lexicon);
        found.title = found.title.map(|title| title.start + start..title.end + start);
        found.body += start;
        found.closing = found.closing.map(|closing| closing + start);
        found.end += start;
        self.write(blocks);
        found
    }

    fn write(&self, blocks: &mut [Block]) {
        for (block, told) in blocks.iter_mut().zip(&self.of) {
            if let Some(kind) = told.furniture {
                block.kind = BlockKind::Furniture(kind);
            }
        }
    }
}

/// Takes bold for nothing where most of the text is in bold: it sets nothing off there.
fn even_out(told: &mut [OfBlock], blocks: &[Block]) {
    let (mut bold, mut all) = (0, 0);
    for (told, block) in told.iter().zip(blocks).filter(|(told, _)| told.furniture.is_none()) {
        all += block.range.len();
        bold += if told.style == Some(LineStyle::Bold) { block.range.len() } else { 0 };
    }
    if 3 * bold > 2 * all {
        for told in told.iter_mut().filter(|told| told.style == Some(LineStyle::Bold)) {
            told.style = None;
        }
    }
}

fn medium_of(format: Format) -> Medium {
    match format {
        Format::Text | Format::Markdown => Medium::Plain,
        Format::Html | Format::Mhtml => Medium::Page,
        Format::Docx | Format::Odt | Format::Rtf | Format::Epub | Format::Pdf | Format::Doc => {
            Medium::Paper
        }
    }
}
