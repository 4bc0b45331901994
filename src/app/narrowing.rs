//! Showing only the passages of a speech that match, and all of it again.

use super::App;
use super::overlay::Purpose;
use crate::search::{Hit, Passages, Query, Sought};
use crate::speech::Speech;
use crate::text::{TextPos, TextRange};
use std::ops::Range;
use std::rc::Rc;

/// What the text is narrowed to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Narrowing {
    /// All of it shows.
    #[default]
    Off,
    /// It will be, once the hits are known.
    Wanted,
    /// Only what matches shows.
    On(Narrowed),
}

/// What matches.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Narrowed {
    /// What must match.
    pub query: Query,
    /// How many items do.
    pub items: usize,
    /// How many paragraphs outside of items do.
    pub paragraphs: usize,
}

/// The passages of a speech that show.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown {
    /// Their blocks, and those that open the items around them.
    pub blocks: Rc<[Range<usize>]>,
    /// Where the passages begin, in order.
    starts: Vec<TextPos>,
}

impl Shown {
    /// Tells whether a passage that matches begins in a range.
    pub fn begins_in(&self, range: TextRange) -> bool {
        let before = |pos: TextPos| self.starts.partition_point(|&start| start < pos);
        before(range.end) > before(range.start)
    }

    /// Tells whether a block shows.
    pub fn has(&self, block: usize) -> bool {
        let after = self.blocks.partition_point(|blocks| blocks.end <= block);
        self.blocks.get(after).is_some_and(|blocks| blocks.contains(&block))
    }
}

impl App {
    /// Asks for words to narrow the text to.
    pub(super) fn ask_narrow(&mut self) {
        self.ask_words(Purpose::Narrow)
    }

    /// Shows all of the text again.
    pub(super) fn widen(&mut self) {
        self.searching.narrowing = Narrowing::Off;
        if let Some(open) = self.shelf.document_mut() {
            open.show_only(None);
        }
    }

    /// Tells whether only a part of the text shows.
    pub fn is_narrowed(&self) -> bool {
        matches!(self.searching.narrowing, Narrowing::On(_))
    }

    /// Shows only what matches, if that was wanted; else takes hits in what does not show away.
    pub(super) fn narrow_to_hits(&mut self) {
        let Some(open) = self.shelf.document_mut() else { return };
        if let Some(shown) = open.shown() {
            let speech = &open.speech;
            self.searching.hits.retain(|hit| shown.has(speech.block_at(hit.range.start)));
        }
        if self.searching.narrowing != Narrowing::Wanted {
            return;
        }
        self.searching.narrowing = Narrowing::Off;
        if self.searching.hits.is_empty() {
            return;
        }
        let (shown, items) = passages(&open.speech, &self.searching.hits);
        let narrowed = Narrowed {
            query: self.searching.query.clone(),
            items,
            paragraphs: shown.starts.len() - items,
        };
        self.searching.narrowing = Narrowing::On(narrowed);
        open.show_only(Some(shown));
    }

    /// Prepares to narrow a text that has changed as before, if its hits are about to be found.
    pub(super) fn narrow_again(&mut self) {
        let query = match &self.searching.narrowing {
            Narrowing::On(narrowed) => narrowed.query.clone(),
            Narrowing::Off | Narrowing::Wanted => return,
        };
        if query == self.searching.query {
            self.widen();
            self.searching.narrowing = Narrowing::Wanted;
        } else if self.shelf.document().is_some_and(|open| open.shown().is_none()) {
            self.searching.narrowing = Narrowing::Off;
        }
    }

    /// Shows all of the text if a place in it would not show, and says so.
    pub(super) fn widen_for(&mut self, pos: TextPos) {
        let hides = self.shelf.document().is_some_and(|open| {
            open.shown().is_some_and(|shown| !shown.has(open.speech.block_at(pos)))
        });
        if hides {
            self.widen();
            self.out.say("narrow-left");
        }
    }
}

/// Gives the passages that hits are in, and how many of them are of items.
fn passages(speech: &Speech, hits: &[Hit]) -> (Shown, usize) {
    let passages = Passages::new(Sought::from(speech));
    let items = &speech.outline.items;
    let mut blocks: Vec<Range<usize>> = Vec::new();
    let (mut starts, mut of_items) = (Vec::new(), 0);
    let mut end = 0;
    for hit in hits {
        let block = passages.block_at(hit.range.start);
        if block < end {
            continue;
        }
        let passage = passages.around(block);
        end = passage.blocks.end;
        starts.push(speech.blocks[passage.blocks.start].range.start);
        of_items += usize::from(passage.item.is_some());
        let outer = |&item: &usize| items[item].parent;
        for item in std::iter::successors(passage.item, outer) {
            blocks.push(passages.paragraph(passages.block_at(items[item].marker.start)));
        }
        blocks.push(passage.blocks);
    }
    blocks.sort_by_key(|range| (range.start, range.end));
    let mut joined: Vec<Range<usize>> = Vec::new();
    for range in blocks {
        match joined.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => joined.push(range),
        }
    }
    (Shown { blocks: joined.into(), starts }, of_items)
}
