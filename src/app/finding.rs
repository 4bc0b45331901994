//! Searching in the speech being read, while the words are typed.

use super::event::{Effect, Find};
use super::narrowing::Narrowing;
use super::overlay::{Origin, Overlay, Prompt, Purpose};
use super::prompt::Line;
use super::searching::Aim;
use super::{App, Document};
use crate::search::{Hidden, Hit, Mode, Query, Stage};
use crate::speech::Speech;
use crate::text::{TextPos, TextRange};

/// Up to this many bytes of text a search is done at once; a larger text is searched in the
/// background.
const AT_ONCE: usize = 1024 * 1024;
/// How many queries are remembered.
const HISTORY: usize = 50;

/// Whether a search was done at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Started {
    Done,
    /// Its hits come from the background.
    Waiting,
}

impl App {
    pub(super) fn ask_search(&mut self) {
        self.ask_words(Purpose::Search)
    }

    /// Asks for words, to search or to narrow the text to.
    pub(super) fn ask_words(&mut self, purpose: fn(Origin) -> Purpose) {
        let Some(open) = self.shelf.document() else { return };
        let purpose = purpose(self.origin(open));
        let speech = &open.speech;
        // A large text is folded while the first letter is being typed.
        if speech.text.len() > AT_ONCE {
            self.out.want(self.find_effect(speech, Query::default(), TextPos::ZERO));
        }
        self.searching.history_at = None;
        self.searching.wrong = None;
        self.searching.before = (self.searching.query.clone(), self.searching.shown);
        self.focus = super::Focus::Text;
        self.overlays.push(Overlay::Prompt(Prompt { purpose, line: Line::default() }));
    }

    fn find_effect(&self, speech: &Speech, query: Query, from: TextPos) -> Effect {
        Effect::Find(Box::new(Find {
            revision: self.searching.revision,
            query,
            from,
            hidden: self.hidden(),
            speech: speech.clone(),
        }))
    }

    /// Tells how to take hits in menus and captions: as others while these are shown.
    fn hidden(&self) -> Hidden {
        if self.furniture { Hidden::Same } else { Hidden::Last }
    }

    fn origin(&self, open: &Document) -> Origin {
        let (top, landing, place) = (open.top(), open.landed(), open.place());
        Origin { top, landing, place, furniture: self.furniture }
    }

    /// Takes what was typed so far, and shows the first hit from where the reader was on.
    pub(super) fn search_typed(&mut self, typed: &str, origin: Origin) {
        self.searching.wrong = None;
        let query = self.searching.read(typed, Stage::Typing);
        self.search_for(query, origin)
    }

    fn search_for(&mut self, query: Query, origin: Origin) {
        self.searching.shown = !query.is_empty();
        self.searching.query = query;
        if self.furniture != origin.furniture {
            self.furniture = origin.furniture;
            self.settle();
        }
        let started = self.start_search(origin.place, Aim::Go);
        if self.searching.current.is_none() && started == Started::Done {
            self.restore(origin);
        }
    }

    fn start_search(&mut self, from: TextPos, aim: Aim) -> Started {
        self.searching.revision += 1;
        self.searching.from = from;
        self.searching.aim = aim;
        self.searching.hits.clear();
        self.searching.current = None;
        self.searching.complete = false;
        self.searching.step = None;
        if self.searching.query.is_empty() {
            return Started::Done;
        }
        let hidden = self.hidden();
        let Some(open) = self.shelf.document() else { return Started::Done };
        let speech = &open.speech;
        if speech.text.len() > AT_ONCE {
            self.out.want(self.find_effect(speech, self.searching.query.clone(), from));
            return Started::Waiting;
        }
        let hits = self.searching.find(speech, hidden);
        self.take_hits(hits, true);
        Started::Done
    }

    /// Takes hits found in the background.
    pub(super) fn found(&mut self, revision: u64, hits: Vec<Hit>, all: bool) {
        if revision == self.searching.revision {
            self.take_hits(hits, all);
            let typing = matches!(self.overlays.last(), Some(Overlay::Prompt(_)));
            let wanted = self.searching.aim == Aim::Go && !typing;
            if all && self.searching.hits.is_empty() && wanted {
                self.say_not_found();
            }
            if let Some(by) = self.searching.step.take_if(|_| all) {
                self.search_step(by);
            }
        }
    }

    fn take_hits(&mut self, hits: Vec<Hit>, all: bool) {
        self.searching.hits = hits;
        self.searching.complete = all;
        if all {
            self.narrow_to_hits();
        }
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

    /// Takes the query as finished: its last word is whole now, if there is such a word.
    pub(super) fn accept_search(&mut self, typed: &str, purpose: Purpose) {
        let (Purpose::Search(origin) | Purpose::Narrow(origin)) = purpose else {
            return;
        };
        let narrows = matches!(purpose, Purpose::Narrow(_));
        let last = self.searching.history.last().cloned();
        let typed = match typed.trim() {
            "" if narrows => {
                self.cancel_search(origin);
                self.widen();
                return;
            }
            "" => match last {
                Some(last) => last,
                None => return,
            },
            _ => typed.to_owned(),
        };
        let query = match Query::parse(&typed, self.searching.mode, Stage::Finished) {
            Ok(query) => query,
            Err(error) => {
                self.searching.wrong = Some(error);
                let line = Line::with_text(&typed);
                self.overlays.push(Overlay::Prompt(Prompt { purpose, line }));
                return;
            }
        };
        self.searching.history.retain(|query| *query != typed);
        self.searching.history.push(typed);
        if self.searching.history.len() > HISTORY {
            self.searching.history.remove(0);
        }
        if narrows {
            self.widen();
            self.searching.narrowing = Narrowing::Wanted;
        }
        self.search_for(query, origin);
        if self.searching.current.is_some() || !self.searching.complete {
            self.leave(origin);
        } else {
            self.say_not_found();
        }
    }

    fn leave(&mut self, origin: Origin) {
        if let Some(open) = self.shelf.document_mut() {
            open.jumps.leave(origin.place);
        }
    }

    fn say_not_found(&mut self) {
        let typed = self.searching.query.typed().to_owned();
        self.out.warn("search-not-found", [("query", typed.into())]);
    }

    /// Takes the search back: the reader is where they were.
    pub(super) fn cancel_search(&mut self, origin: Origin) {
        self.restore(origin);
        let (query, shown) = std::mem::take(&mut self.searching.before);
        self.searching.query = query;
        self.searching.wrong = None;
        self.search_again();
        self.searching.shown = shown;
    }

    /// Brings an earlier query into the prompt.
    pub(super) fn search_history(&mut self, by: isize) {
        let count = self.searching.history.len();
        let at = self.searching.history_at.unwrap_or(count);
        let to = at.saturating_add_signed(by).min(count);
        let text = self.searching.history.get(to).cloned().unwrap_or_default();
        let Some(Overlay::Prompt(Prompt {
            purpose: Purpose::Search(origin) | Purpose::Narrow(origin),
            line,
        })) = self.overlays.last_mut()
        else {
            return;
        };
        let origin = *origin;
        *line = Line::with_text(&text);
        self.searching.history_at = Some(to);
        self.search_typed(&text, origin);
    }

    /// Goes to the next hit, or to an earlier one.
    pub(super) fn search_step(&mut self, by: isize) {
        if self.searching.query.is_empty() {
            self.out.say("search-nothing");
            return;
        }
        self.searching.shown = true;
        let Some(open) = self.shelf.document() else { return };
        let place = open.place();
        if !self.searching.complete {
            self.searching.step = Some(by);
            return;
        }
        let landing = open.landing();
        let current =
            self.searching.current.as_ref().filter(|hit| landing == Some(hit.range.start));
        let hits = &self.searching.hits;
        if hits.is_empty() {
            self.say_not_found();
            return;
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
            self.out.say(if by > 0 { "search-last" } else { "search-first" });
            return;
        }
        let hit = hits[to.rem_euclid(count) as usize].clone();
        self.go_to_hit(hit);
        if wrapped {
            self.out.say(if by > 0 { "search-wrapped" } else { "search-wrapped-back" });
        }
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

    /// Takes marks and capitals more or less strictly.
    pub(super) fn next_search_mode(&mut self) {
        self.searching.mode = self.searching.mode.next();
        let mode = self.searching.mode;
        match self.overlays.last() {
            Some(Overlay::Prompt(Prompt {
                purpose: Purpose::Search(origin) | Purpose::Narrow(origin),
                line,
            })) => {
                let (origin, typed) = (*origin, line.text().to_owned());
                return self.search_typed(&typed, origin);
            }
            _ => {
                let typed = self.searching.query.typed().to_owned();
                self.searching.query = self.searching.read(&typed, Stage::Finished);
                self.search_again();
            }
        }
        self.out.say(match mode {
            Mode::Smart => "search-mode-smart",
            Mode::Loose => "search-mode-loose",
            Mode::Exact => "search-mode-exact",
        });
    }

    /// Searches for what was found in the library, and goes to the hit found there.
    pub(super) fn search_at(&mut self, query: Query, hit: TextRange) {
        if let Some(open) = self.shelf.document_mut() {
            let here = open.place();
            open.jumps.leave(here);
        }
        self.settle();
        self.show_hit(hit);
        self.search_as(query)
    }

    /// Searches for what was found in the library, and goes to the first hit from a place on.
    pub(super) fn search_from(&mut self, query: Query, from: TextPos) {
        self.searching.shown = true;
        self.searching.query = query;
        self.start_search(from, Aim::Go);
    }

    /// Searches for what was found in the library; the reader stays.
    pub(super) fn search_as(&mut self, query: Query) {
        self.searching.shown = true;
        self.searching.query = query;
        self.search_again()
    }

    /// Searches anew after the text changed or another speech is being read. The reader stays.
    pub(super) fn search_again(&mut self) {
        self.narrow_again();
        let place = self.shelf.document().map(Document::place);
        self.start_search(place.unwrap_or_default(), Aim::Stay);
    }
}
