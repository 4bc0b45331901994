//! Searching in the speech being read, while the words are typed.

use super::event::{Effect, Find, Notice};
use super::overlay::{Origin, Overlay, Prompt, Purpose};
use super::prompt::Line;
use super::{App, Document};
use crate::model::{Block, Speech};
use crate::search::{Hit, Mode, Page, Query, Sought, Stage, find};
use crate::text::{TextPos, TextRange};
use std::sync::Arc;

/// Up to this many bytes of text a search is done at once; a larger text is searched in the
/// background.
const AT_ONCE: usize = 1024 * 1024;
/// How many queries are remembered.
const HISTORY: usize = 50;

/// The search and its hits.
#[derive(Debug, Default)]
pub struct Searching {
    query: Query,
    hits: Vec<Hit>,
    current: Option<Hit>,
    complete: bool,
    /// The folded text of what was searched last, if it is small.
    page: Option<Folded>,
    /// How many hits to go on once they are all known.
    step: Option<isize>,
    shown: bool,
    revision: u64,
    from: TextPos,
    history: Vec<String>,
    history_at: Option<usize>,
    /// The query before the prompt was opened, and whether its hits were shown.
    before: (Query, bool),
    aim: Aim,
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
enum Aim {
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

    fn place_of(&self, hit: &Hit) -> Option<usize> {
        self.hits.binary_search_by_key(&hit.range.start, |other| other.range.start).ok()
    }

    /// Finds all hits in a small text.
    fn find(&mut self, speech: &Speech) -> Vec<Hit> {
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
        let hits = find(Sought::from(speech), &folded.page, &self.query);
        self.page = Some(folded);
        hits
    }
}

impl App {
    pub(super) fn ask_search(&mut self) -> Vec<Effect> {
        let Some(open) = self.shelf.document() else { return Vec::new() };
        let purpose = Purpose::Search(self.origin(open));
        self.searching.history_at = None;
        self.searching.before = (self.searching.query.clone(), self.searching.shown);
        self.focus = super::Focus::Text;
        self.overlays.push(Overlay::Prompt(Prompt { purpose, line: Line::default() }));
        Vec::new()
    }

    fn origin(&self, open: &Document) -> Origin {
        let (top, landing, place) = (open.top(), open.landed(), open.place());
        Origin { top, landing, place, furniture: self.furniture }
    }

    /// Takes what was typed so far, and shows the first hit from where the reader was on.
    pub(super) fn search_typed(&mut self, typed: &str, origin: Origin) -> Vec<Effect> {
        let query = self.read(typed, Stage::Typing);
        self.searching.shown = !query.is_empty();
        self.searching.query = query;
        if self.furniture != origin.furniture {
            self.furniture = origin.furniture;
            self.settle();
        }
        let effects = self.start_search(origin.place, Aim::Go);
        if self.searching.current.is_none() && effects.is_empty() {
            self.restore(origin);
        }
        effects
    }

    fn start_search(&mut self, from: TextPos, aim: Aim) -> Vec<Effect> {
        self.searching.revision += 1;
        self.searching.from = from;
        self.searching.aim = aim;
        self.searching.hits.clear();
        self.searching.current = None;
        self.searching.complete = false;
        self.searching.step = None;
        if self.searching.query.is_empty() {
            return Vec::new();
        }
        let Some(open) = self.shelf.document() else { return Vec::new() };
        let speech = &open.speech;
        if speech.text.len() > AT_ONCE {
            return vec![Effect::Find(Box::new(Find {
                revision: self.searching.revision,
                query: self.searching.query.clone(),
                from,
                speech: speech.clone(),
            }))];
        }
        let hits = self.searching.find(speech);
        self.take_hits(hits, true);
        Vec::new()
    }

    /// Takes hits found in the background.
    pub(super) fn found(&mut self, revision: u64, hits: Vec<Hit>, all: bool) -> Vec<Effect> {
        if revision == self.searching.revision {
            self.take_hits(hits, all);
            let typing = matches!(self.overlays.last(), Some(Overlay::Prompt(_)));
            let wanted = self.searching.aim == Aim::Go && !typing;
            if all && self.searching.hits.is_empty() && wanted {
                self.say_not_found();
            }
            if let Some(by) = self.searching.step.take_if(|_| all) {
                return self.search_step(by);
            }
        }
        Vec::new()
    }

    fn take_hits(&mut self, hits: Vec<Hit>, all: bool) {
        self.searching.hits = hits;
        self.searching.complete = all;
        if self.searching.current.is_some() {
            return;
        }
        let from = self.searching.from;
        let hits = &self.searching.hits;
        if self.searching.aim == Aim::Stay {
            let landing = self.shelf.document().and_then(Document::landing);
            self.searching.current =
                hits.iter().find(|hit| Some(hit.range.start) == landing).cloned();
            return;
        }
        let next = hits.partition_point(|hit| hit.range.start < from);
        let Some(hit) = hits.get(next).or(hits.first()).cloned() else { return };
        let range = hit.range;
        self.searching.current = Some(hit);
        self.show_hit(range);
    }

    fn show_hit(&mut self, hit: TextRange) {
        let hidden = self.shelf.document().is_some_and(|open| {
            let block = open.speech.blocks.get(open.speech.block_at(hit.start));
            block.is_some_and(|block| block.kind.is_hidden())
        });
        if hidden && !self.furniture {
            // A hit in hidden furniture is a hit: show where it is.
            self.furniture = true;
            self.settle();
        }
        if let Some(open) = self.shelf.document_mut() {
            open.reveal(hit);
            open.mark_landing(hit.start);
        }
    }

    fn restore(&mut self, origin: Origin) {
        self.furniture = origin.furniture;
        if let Some(open) = self.shelf.document_mut() {
            open.restore(origin.top, origin.landing);
        }
    }

    /// Keeps the hit that was found while typing.
    pub(super) fn accept_search(&mut self, typed: &str, origin: Origin) -> Vec<Effect> {
        if typed.trim().is_empty() {
            return match self.searching.history.last().cloned() {
                Some(last) => {
                    self.leave(origin);
                    self.search_typed(&last, origin)
                }
                None => Vec::new(),
            };
        }
        self.searching.history.retain(|query| query != typed);
        self.searching.history.push(typed.to_owned());
        if self.searching.history.len() > HISTORY {
            self.searching.history.remove(0);
        }
        if self.searching.current.is_some() || !self.searching.complete {
            self.leave(origin);
        } else {
            self.say_not_found();
        }
        Vec::new()
    }

    fn leave(&mut self, origin: Origin) {
        if let Some(open) = self.shelf.document_mut() {
            open.jumps.leave(origin.place);
        }
    }

    fn say_not_found(&mut self) {
        let typed = self.searching.query.typed().to_owned();
        let text = self.messages.with("search-not-found", &[("query", typed.into())]);
        self.notices.push(Notice::trouble(text));
    }

    /// Takes the search back: the reader is where they were.
    pub(super) fn cancel_search(&mut self, origin: Origin) {
        self.restore(origin);
        let (query, shown) = std::mem::take(&mut self.searching.before);
        self.searching.query = query;
        let effects = self.search_again();
        self.later.extend(effects);
        self.searching.shown = shown;
    }

    /// Brings an earlier query into the prompt.
    pub(super) fn search_history(&mut self, by: isize) {
        let count = self.searching.history.len();
        let at = self.searching.history_at.unwrap_or(count);
        let to = at.saturating_add_signed(by).min(count);
        let text = self.searching.history.get(to).cloned().unwrap_or_default();
        let Some(Overlay::Prompt(Prompt { purpose: Purpose::Search(origin), line })) =
            self.overlays.last_mut()
        else {
            return;
        };
        let origin = *origin;
        *line = Line::with_text(&text);
        self.searching.history_at = Some(to);
        let effects = self.search_typed(&text, origin);
        self.later.extend(effects);
    }

    /// Goes to the next hit, or to an earlier one.
    pub(super) fn search_step(&mut self, by: isize) -> Vec<Effect> {
        if self.searching.query.is_empty() {
            self.say("search-nothing");
            return Vec::new();
        }
        self.searching.shown = true;
        let Some(open) = self.shelf.document() else { return Vec::new() };
        let place = open.place();
        if !self.searching.complete {
            self.searching.step = Some(by);
            return Vec::new();
        }
        let landing = open.landing();
        let current =
            self.searching.current.as_ref().filter(|hit| landing == Some(hit.range.start));
        let hits = &self.searching.hits;
        if hits.is_empty() {
            self.say_not_found();
            return Vec::new();
        }
        let count = hits.len() as isize;
        let from = match current.and_then(|hit| self.searching.place_of(hit)) {
            Some(index) => index as isize,
            None => {
                let next = hits.partition_point(|hit| hit.range.start < place) as isize;
                if by > 0 { next - 1 } else { next }
            }
        };
        let to = from + by;
        let wrapped = !(0..count).contains(&to);
        if wrapped && !self.settings.search.wrap {
            self.say(if by > 0 { "search-last" } else { "search-first" });
            return Vec::new();
        }
        let hit = hits[to.rem_euclid(count) as usize].clone();
        self.go_to_hit(hit);
        if wrapped {
            self.say(if by > 0 { "search-wrapped" } else { "search-wrapped-back" });
        }
        Vec::new()
    }

    fn go_to_hit(&mut self, hit: Hit) {
        if let Some(open) = self.shelf.document_mut() {
            let here = open.place();
            open.jumps.leave(here);
        }
        let range = hit.range;
        self.searching.current = Some(hit);
        self.show_hit(range);
    }

    /// Reads what was typed; nothing where it is no query.
    fn read(&self, typed: &str, stage: Stage) -> Query {
        Query::parse(typed, Mode::Smart, stage).unwrap_or_default()
    }

    /// Searches anew after the text changed or another speech is being read. The reader stays.
    pub(super) fn search_again(&mut self) -> Vec<Effect> {
        let place = self.shelf.document().map(Document::place);
        self.start_search(place.unwrap_or_default(), Aim::Stay)
    }
}
