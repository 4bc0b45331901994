//! The search in the speech being read, and its hits.

use super::narrowing::Narrowing;
use crate::search::{Hidden, Hit, How, Mode, Page, Query, QueryError, Sought, Stage, find};
use crate::speech::{Block, Speech};
use crate::text::{TextPos, TextRange};
use std::sync::Arc;

/// The search and its hits.
#[derive(Debug, Default)]
pub struct Searching {
    pub(super) mode: Mode,
    pub(super) query: Query,
    pub(super) hits: Vec<Hit>,
    pub(super) current: Option<Hit>,
    pub(super) complete: bool,
    /// The folded text of what was searched last, if it is small.
    page: Option<Folded>,
    /// How many hits to go on once they are all known.
    pub(super) step: Option<isize>,
    pub(super) shown: bool,
    pub(super) revision: u64,
    pub(super) from: TextPos,
    pub(super) history: Vec<String>,
    pub(super) history_at: Option<usize>,
    /// The query before the prompt was opened, and whether its hits were shown.
    pub(super) before: (Query, bool),
    pub(super) aim: Aim,
    /// What is wrong with the query in the prompt.
    pub(super) wrong: Option<QueryError>,
    pub(super) narrowing: Narrowing,
}

/// A folded text and what it was made of.
#[derive(Debug)]
struct Folded {
    text: Arc<String>,
    blocks: Arc<Vec<Block>>,
    page: Page,
}

/// What the first hit is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Aim {
    /// The reader is taken to it.
    #[default]
    Go,
    /// The reader stays: the text has changed under a search that was done before.
    Stay,
}

impl Searching {
    /// Tells whether hits are marked.
    pub fn is_shown(&self) -> bool {
        self.shown
    }

    /// Stops marking hits; the query is kept.
    pub fn hide(&mut self) {
        self.shown = false;
    }

    /// Gives what is searched for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Gives the hit the reader is at.
    pub fn current(&self) -> Option<&Hit> {
        self.current.as_ref().filter(|_| self.shown)
    }

    /// Gives the hits that touch a range.
    pub fn hits_in(&self, range: TextRange) -> &[Hit] {
        if !self.shown {
            return &[];
        }
        let start = self.hits.partition_point(|hit| hit.range.end <= range.start);
        let end = self.hits.partition_point(|hit| hit.range.start < range.end);
        &self.hits[start..end.max(start)]
    }

    /// Gives the number of the hit the reader is at, from 1, and how many there are; nothing for
    /// either while it is not known.
    pub fn position(&self) -> (Option<usize>, Option<usize>) {
        let current = self.current.as_ref().and_then(|hit| self.place_of(hit));
        (current.map(|index| index + 1), self.complete.then_some(self.hits.len()))
    }

    /// Gives how many hits begin in a range; nothing while they are not all known or not marked.
    pub fn count_in(&self, range: TextRange) -> Option<usize> {
        if !self.shown || !self.complete {
            return None;
        }
        let before = |pos: TextPos| self.hits.partition_point(|hit| hit.range.start < pos);
        Some(before(range.end) - before(range.start))
    }

    /// Gives how the hit the reader is at matched, or else the first.
    pub fn how(&self) -> Option<How> {
        self.current().or(self.hits.first()).map(|hit| hit.how)
    }

    /// Gives how strictly marks and capitals are taken.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Gives what is wrong with the query in the prompt, once it was to be taken.
    pub fn wrong(&self) -> Option<&QueryError> {
        self.wrong.as_ref()
    }

    /// Gives what the text is narrowed to.
    pub fn narrowing(&self) -> &Narrowing {
        &self.narrowing
    }

    /// Makes a search in this mode.
    pub(super) fn in_mode(mode: Mode) -> Self {
        Searching { mode, ..Searching::default() }
    }

    /// Reads what was typed; nothing where it is no query.
    pub(super) fn read(&self, typed: &str, stage: Stage) -> Query {
        Query::parse(typed, self.mode, stage).unwrap_or_default()
    }

    pub(super) fn place_of(&self, hit: &Hit) -> Option<usize> {
        self.hits.binary_search_by_key(&hit.range.start, |other| other.range.start).ok()
    }

    /// Finds all hits in a small text.
    pub(super) fn find(&mut self, speech: &Speech, hidden: Hidden) -> Vec<Hit> {
        let known = |folded: &Folded| {
            Arc::ptr_eq(&folded.text, &speech.text) && Arc::ptr_eq(&folded.blocks, &speech.blocks)
        };
        let folded = match self.page.take().filter(known) {
            Some(folded) => folded,
            None => Folded {
                text: Arc::clone(&speech.text),
                blocks: Arc::clone(&speech.blocks),
                page: Page::of(&speech.text, &speech.blocks),
            },
        };
        let hits = find(Sought::from(speech).with_hidden(hidden), &folded.page, &self.query);
        self.page = Some(folded);
        hits
    }
}
