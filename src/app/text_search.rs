//! The search in the speech being read, and its hits.

mod direction;

use super::document::OpenSpeech;
use super::narrowing::{Narrowed, Narrowing, passages};
use super::query_history::QueryHistory;
use crate::search::{Hidden, Hit, How, Mode, Page, Query, QueryError, Sought, Stage, find};
use crate::speech::{Block, Speech};
use crate::text::{TextPos, TextRange};
use direction::SearchDirection;
use std::sync::Arc;

/// The search and its hits.
#[derive(Debug, Default)]
pub struct TextSearch {
    mode: Mode,
    query: Query,
    hits: Vec<Hit>,
    current: Option<Hit>,
    complete: Completeness,
    /// The folded text of what was searched last, if it is small.
    page: Option<SearchedText>,
    /// How many hits to go on once they are all known.
    step: Option<isize>,
    shown: bool,
    revision: u64,
    from: TextPos,
    /// What was searched for before.
    pub(super) history: QueryHistory,
    /// The query before the prompt was opened, and whether its hits were shown.
    before: (Query, bool),
    aim: SearchAim,
    direction: SearchDirection,
    /// What is wrong with the query in the prompt.
    wrong: Option<QueryError>,
    narrowing: Narrowing,
}

/// Whether all hits are known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Completeness {
    /// More may come.
    #[default]
    Partial,
    /// These are all.
    Complete,
}

/// A folded text and what it was made of.
#[derive(Debug)]
struct SearchedText {
    text: Arc<String>,
    blocks: Arc<Vec<Block>>,
    page: Page,
}

/// What the first hit is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum SearchAim {
    /// The reader is taken to it.
    #[default]
    Go,
    /// The reader stays: the text has changed under a search that was done before.
    Stay,
}

impl TextSearch {
    /// Returns whether hits are marked.
    pub fn is_shown(&self) -> bool {
        self.shown
    }

    /// Stops marking hits; the query is kept.
    pub fn hide(&mut self) {
        self.shown = false;
    }

    /// Returns what is searched for.
    pub fn query(&self) -> &Query {
        &self.query
    }

    /// Returns the hit the reader is at.
    pub fn current(&self) -> Option<&Hit> {
        self.current.as_ref().filter(|_| self.shown)
    }

    /// Returns the hits that touch a range.
    pub fn hits_in(&self, range: TextRange) -> &[Hit] {
        if !self.shown {
            return &[];
        }
        let start = self.hits.partition_point(|hit| hit.range.end <= range.start);
        let end = self.hits.partition_point(|hit| hit.range.start < range.end);
        &self.hits[start..end.max(start)]
    }

    /// Returns the number of the hit the reader is at, from 1, and how many there are; nothing for
    /// either while it is not known.
    pub fn position(&self) -> (Option<usize>, Option<usize>) {
        let current = self.current.as_ref().and_then(|hit| self.place_of(hit));
        (current.map(|index| index + 1), self.is_complete().then_some(self.hits.len()))
    }

    /// Returns how many hits begin in a range; nothing while they are not all known or not marked.
    pub fn count_in(&self, range: TextRange) -> Option<usize> {
        if !self.shown || !self.is_complete() {
            return None;
        }
        let before = |pos: TextPos| self.hits.partition_point(|hit| hit.range.start < pos);
        Some(before(range.end) - before(range.start))
    }

    /// Returns how the hit the reader is at matched, or else the first.
    pub fn how(&self) -> Option<How> {
        self.current().or(self.hits.first()).map(|hit| hit.how)
    }

    /// Returns how strictly marks and capitals are taken.
    pub fn mode(&self) -> Mode {
        self.mode
    }

    /// Returns what is wrong with the query in the prompt, once it was to be taken.
    pub fn wrong(&self) -> Option<&QueryError> {
        self.wrong.as_ref()
    }

    /// Returns what the text is narrowed to.
    pub fn narrowing(&self) -> &Narrowing {
        &self.narrowing
    }

    /// Makes a search in this mode.
    pub(super) fn in_mode(mode: Mode) -> Self {
        TextSearch { mode, ..TextSearch::default() }
    }

    /// Returns the number of the search; answers to an older one are dropped.
    pub(super) fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns whether all hits are known.
    pub(super) fn is_complete(&self) -> bool {
        self.complete == Completeness::Complete
    }

    /// Returns whether all hits are known and there are none, and the reader wanted to go to one.
    pub(super) fn is_in_vain(&self) -> bool {
        self.is_complete() && self.hits.is_empty() && self.aim == SearchAim::Go
    }

    /// Returns whether there is a hit to be at.
    pub(super) fn has_current(&self) -> bool {
        self.current.is_some()
    }

    /// Takes marks and capitals more or less strictly.
    pub(super) fn next_mode(&mut self) -> Mode {
        self.mode = self.mode.next();
        self.mode
    }

    /// Begins to take words in a prompt.
    pub(super) fn begin_prompt(&mut self) {
        self.history.begin();
        self.wrong = None;
        self.direction = SearchDirection::On;
        self.before = (self.query.clone(), self.shown);
    }

    /// Lets the search that is asked for go backward.
    pub(super) fn turn_round(&mut self) {
        self.direction = SearchDirection::Back;
    }

    /// Returns how many hits on that many in the direction of the search are.
    pub(super) fn directed(&self, by: isize) -> isize {
        self.direction.directed(by)
    }

    /// Takes the query back to what it was before the prompt.
    pub(super) fn cancel_prompt(&mut self) {
        (self.query, self.shown) = std::mem::take(&mut self.before);
        self.wrong = None;
    }

    /// Takes what was typed so far; what is no query finds nothing.
    pub(super) fn type_query(&mut self, typed: &str) {
        self.wrong = None;
        self.set_query(self.read(typed, Stage::Typing));
    }

    /// Reads what was typed as finished; returns the query, unless something is wrong with it.
    pub(super) fn finish_query(&mut self, typed: &str) -> Option<Query> {
        match Query::parse(typed, self.mode, Stage::Finished) {
            Ok(query) => Some(query),
            Err(error) => {
                self.wrong = Some(error);
                None
            }
        }
    }

    /// Reads the query again, in another mode.
    pub(super) fn read_again(&mut self) {
        self.query = self.read(self.query.typed(), Stage::Finished);
    }

    /// Takes a query; hits of an empty one are not marked.
    pub(super) fn set_query(&mut self, query: Query) {
        self.shown = !query.is_empty();
        self.query = query;
    }

    /// Takes a query from elsewhere and marks its hits.
    pub(super) fn seek(&mut self, query: Query) {
        self.shown = true;
        self.direction = SearchDirection::On;
        self.query = query;
    }

    /// Marks the hits again.
    pub(super) fn show(&mut self) {
        self.shown = true;
    }

    fn read(&self, typed: &str, stage: Stage) -> Query {
        Query::parse(typed, self.mode, stage).unwrap_or_default()
    }

    /// Begins a search from a place on: nothing is found yet.
    pub(super) fn start(&mut self, from: TextPos, aim: SearchAim) {
        self.revision += 1;
        self.from = from;
        self.aim = aim;
        self.hits.clear();
        self.current = None;
        self.complete = Completeness::Partial;
        self.step = None;
    }

    /// Takes hits that were found.
    pub(super) fn take(&mut self, hits: Vec<Hit>, complete: Completeness) {
        self.hits = hits;
        self.complete = complete;
    }

    /// Takes the hit that the reader is at, if there is none yet; returns one to go to.
    pub(super) fn choose(&mut self, landing: Option<TextPos>) -> Option<TextRange> {
        if self.current.is_some() {
            return None;
        }
        if self.aim == SearchAim::Stay {
            self.current = self.hits.iter().find(|hit| Some(hit.range.start) == landing).cloned();
            return None;
        }
        self.current = self.direction.first(&self.hits, self.from).cloned();
        self.current.as_ref().map(|hit| hit.range)
    }

    /// Takes another hit to be at.
    pub(super) fn go_to(&mut self, hit: Hit) {
        self.current = Some(hit);
    }

    /// Notes how many hits to go on once they are all known.
    pub(super) fn step_later(&mut self, by: isize) {
        self.step = Some(by);
    }

    /// Returns how many hits to go on, now that they are all known.
    pub(super) fn take_step(&mut self) -> Option<isize> {
        let is_complete = self.is_complete();
        self.step.take_if(|_| is_complete)
    }

    /// Returns the hit so many hits on from where the reader is, and whether the way to it goes over
    /// an end of the text; nothing if there are no hits.
    pub(super) fn neighbour(&self, by: isize, open: &OpenSpeech) -> Option<(Hit, bool)> {
        let current = self.current.as_ref().filter(|hit| open.place() == hit.range.start);
        let count = self.hits.len() as isize;
        let from = match current.and_then(|hit| self.place_of(hit)) {
            Some(index) => index as isize,
            None => {
                let place = open.place();
                let next = self.hits.partition_point(|hit| hit.range.start < place) as isize;
                if by > 0 { next - 1 } else { next }
            }
        };
        let to = from + by;
        let hit = self.hits.get(to.checked_rem_euclid(count)? as usize)?;
        Some((hit.clone(), !(0..count).contains(&to)))
    }

    /// Wants the text narrowed to the hits, once they are known.
    pub(super) fn want_narrow(&mut self) {
        self.narrowing = Narrowing::Wanted;
    }

    /// Returns whether only a part of the text shows.
    pub(super) fn is_narrowed(&self) -> bool {
        matches!(self.narrowing, Narrowing::On(_))
    }

    /// Shows all of a text again.
    pub(super) fn widen(&mut self, open: Option<&mut OpenSpeech>) {
        self.narrowing = Narrowing::Off;
        if let Some(open) = open {
            open.show_only(None);
        }
    }

    /// Shows only what matches, if that was wanted; else forgets hits in what does not show.
    pub(super) fn narrow(&mut self, open: &mut OpenSpeech) {
        if let Some(shown) = open.shown() {
            let speech = &open.speech;
            self.hits.retain(|hit| shown.has(speech.block_at(hit.range.start)));
        }
        if self.narrowing != Narrowing::Wanted {
            return;
        }
        self.narrowing = Narrowing::Off;
        if self.hits.is_empty() {
            return;
        }
        let (shown, items) = passages(&open.speech, &self.hits);
        let query = self.query.clone();
        let paragraphs = shown.count() - items;
        self.narrowing = Narrowing::On(Narrowed { query, items, paragraphs });
        open.show_only(Some(shown));
    }

    /// Prepares to narrow a text that has changed as before, if its hits are about to be found.
    pub(super) fn narrow_again(&mut self, open: Option<&mut OpenSpeech>) {
        let Narrowing::On(narrowed) = &self.narrowing else { return };
        if narrowed.query == self.query {
            self.widen(open);
            self.narrowing = Narrowing::Wanted;
        } else if open.is_some_and(|open| open.shown().is_none()) {
            self.narrowing = Narrowing::Off;
        }
    }

    fn place_of(&self, hit: &Hit) -> Option<usize> {
        self.hits.binary_search_by_key(&hit.range.start, |other| other.range.start).ok()
    }

    /// Finds all hits in a small text.
    pub(super) fn find(&mut self, speech: &Speech, hidden: Hidden) -> Vec<Hit> {
        let known = |folded: &SearchedText| {
            Arc::ptr_eq(&folded.text, &speech.text) && Arc::ptr_eq(&folded.blocks, &speech.blocks)
        };
        let folded = match self.page.take().filter(known) {
            Some(folded) => folded,
            None => SearchedText {
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
