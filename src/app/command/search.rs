//! Searching in the speech being read, while the words are typed.

use crate::app::App;
use crate::app::document::OpenSpeech;
use crate::app::event::{Effect, Find};
use crate::app::layer::{Overlay, Prompt, PromptPurpose, SearchOrigin};
use crate::app::screen::FurnitureView;
use crate::app::text_search::{Completeness, SearchAim};
use crate::search::{Hidden, Hit, Mode, Query};
use crate::speech::Speech;
use crate::text::{TextPos, TextRange};

/// Up to this many bytes of text a search is done at once; a larger text is searched in the
/// background.
const AT_ONCE: usize = 1024 * 1024;

/// How many words of a selection are searched for, and how many of the line where the reader is.
const SOUGHT_SELECTED: usize = 12;
const SOUGHT_HERE: usize = 4;

/// Whether a search was done at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Started {
    Done,
    /// Its hits come from the background.
    Waiting,
}

impl App {
    pub(super) fn ask_search(&mut self) {
        self.ask_words(PromptPurpose::Search, "");
    }

    /// Asks for words and finds them backward.
    pub(super) fn ask_search_backward(&mut self) {
        self.ask_search();
        self.reading.search.turn_round();
    }

    /// Searches for the selected words, else for the first ones where the reader is.
    pub(super) fn search_here(&mut self) {
        let Some(open) = self.shelf.document() else { return };
        let (range, most) = match self.reading.selection {
            Some(selection) => (selection.range(), SOUGHT_SELECTED),
            None => (after_marker(open), SOUGHT_HERE),
        };
        let words = open.speech.words(range);
        let words = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        let typed = words.take(most).collect::<Vec<_>>().join(" ");
        let Some(query) = self.reading.search.finish_query(&typed) else { return };
        self.reading.selection = None;
        self.remember_search(typed);
        self.search_as(query);
        self.search_step(1);
    }

    /// Asks for words, to search or to narrow the text to.
    pub(super) fn ask_words(&mut self, purpose: fn(SearchOrigin) -> PromptPurpose, typed: &str) {
        let Some(open) = self.shelf.document() else { return };
        let purpose = purpose(self.origin(open));
        let speech = &open.speech;
        // A large text is folded while the first letter is being typed.
        if speech.text.len() > AT_ONCE {
            self.out.want(self.find_effect(speech, Query::default(), TextPos::ZERO));
        }
        self.read_history();
        self.reading.search.begin_prompt();
        self.screen.focus_text();
        self.layers.ask(purpose, typed);
    }

    fn find_effect(&self, speech: &Speech, query: Query, from: TextPos) -> Effect {
        Effect::Find(Box::new(Find {
            revision: self.reading.search.revision(),
            query,
            from,
            hidden: self.hidden(),
            speech: speech.clone(),
        }))
    }

    /// Tells how to take hits in menus and captions: as others while these are shown.
    fn hidden(&self) -> Hidden {
        match self.screen.furniture() {
            FurnitureView::Shown => Hidden::Same,
            FurnitureView::Hidden => Hidden::Last,
        }
    }

    fn origin(&self, open: &OpenSpeech) -> SearchOrigin {
        let (here, place) = (open.here(), open.place());
        SearchOrigin { here, place, furniture: self.screen.furniture() }
    }

    /// Takes what was typed so far, and shows the first hit from where the reader was on.
    pub(super) fn search_typed(&mut self, typed: &str, origin: SearchOrigin) {
        self.reading.search.type_query(typed);
        self.search_from_origin(origin);
    }

    fn search_from_origin(&mut self, origin: SearchOrigin) {
        if self.screen.furniture() != origin.furniture {
            self.screen.set_furniture(origin.furniture);
            self.settle();
        }
        let started = self.start_search(origin.place, SearchAim::Go);
        if !self.reading.search.has_current() && started == Started::Done {
            self.restore(origin);
        }
    }

    fn start_search(&mut self, from: TextPos, aim: SearchAim) -> Started {
        self.reading.search.start(from, aim);
        let Some(open) = self.shelf.document() else { return Started::Done };
        let (speech, query) = (&open.speech, self.reading.search.query());
        if query.is_empty() {
            return Started::Done;
        }
        if speech.text.len() > AT_ONCE {
            self.out.want(self.find_effect(speech, query.clone(), from));
            return Started::Waiting;
        }
        let hidden = self.hidden();
        let hits = self.reading.search.find(speech, hidden);
        self.take_hits(hits, Completeness::Complete);
        Started::Done
    }

    /// Takes hits found in the background.
    pub(in crate::app) fn found(
        &mut self,
        revision: u64,
        hits: Vec<Hit>,
        completeness: Completeness,
    ) {
        if revision != self.reading.search.revision() {
            return;
        }
        self.take_hits(hits, completeness);
        let typing = matches!(self.layers.top(), Some(Overlay::Prompt(_)));
        if self.reading.search.is_in_vain() && !typing {
            self.say_not_found();
        }
        if let Some(by) = self.reading.search.take_step() {
            self.search_step(by);
        }
    }

    fn take_hits(&mut self, hits: Vec<Hit>, completeness: Completeness) {
        let search = &mut self.reading.search;
        search.take(hits, completeness);
        if let Some(open) = self.shelf.document_mut()
            && search.is_complete()
        {
            search.narrow(open);
        }
        let landing = self.shelf.document().and_then(OpenSpeech::landing);
        if let Some(range) = search.choose(landing) {
            self.show_hit(range);
        }
    }

    fn show_hit(&mut self, hit: TextRange) {
        let hidden = self.shelf.document().is_some_and(|open| {
            let block = open.speech.blocks.get(open.speech.block_at(hit.start));
            block.is_some_and(|block| block.kind.is_hidden())
        });
        if hidden && self.screen.furniture() == FurnitureView::Hidden {
            // A hit in hidden furniture is a hit: show where it is.
            self.screen.set_furniture(FurnitureView::Shown);
            self.settle();
        }
        if let Some(open) = self.shelf.document_mut() {
            open.land_on(hit);
        }
    }

    fn restore(&mut self, origin: SearchOrigin) {
        self.screen.set_furniture(origin.furniture);
        if let Some(open) = self.shelf.document_mut() {
            open.restore(origin.here);
        }
    }

    /// Takes the query as finished: its last word is whole now, if there is such a word.
    pub(super) fn accept_search(&mut self, typed: &str, purpose: PromptPurpose) {
        let (PromptPurpose::Search(origin) | PromptPurpose::Narrow(origin)) = purpose else {
            return;
        };
        let narrows = matches!(purpose, PromptPurpose::Narrow(_));
        let last = self.reading.search.history.last();
        let typed = match (typed.trim(), last) {
            ("", _) if narrows => {
                self.cancel_search(origin);
                self.widen();
                return;
            }
            ("", None) => return,
            ("", Some(last)) => last.to_owned(),
            _ => typed.to_owned(),
        };
        let Some(query) = self.reading.search.finish_query(&typed) else {
            self.layers.ask(purpose, &typed);
            return;
        };
        self.remember_search(typed);
        if narrows {
            self.widen();
            self.reading.search.want_narrow();
        }
        self.reading.search.set_query(query);
        self.search_from_origin(origin);
        let search = &self.reading.search;
        if search.has_current() || !search.is_complete() {
            if let Some(open) = self.shelf.document_mut() {
                open.jumps.leave(origin.place);
            }
        } else {
            self.say_not_found();
        }
    }

    /// Asks, once, for what was searched for in earlier runs.
    pub(super) fn read_history(&mut self) {
        if self.reading.search.history.wants_earlier() {
            self.out.want(Effect::ReadHistory);
        }
    }

    /// Remembers what was searched for, for the next run too.
    pub(super) fn remember_search(&mut self, typed: String) {
        self.out.want(Effect::KeepQuery(typed.clone()));
        self.reading.search.history.remember(typed);
    }

    fn say_not_found(&mut self) {
        let typed = self.reading.search.query().typed().to_owned();
        self.out.warn("search-not-found", [("query", typed.into())]);
    }

    /// Takes the search back: the reader is where they were.
    pub(super) fn cancel_search(&mut self, origin: SearchOrigin) {
        self.restore(origin);
        self.reading.search.cancel_prompt();
        self.search_again();
    }

    /// Brings an earlier query into the prompt.
    pub(super) fn search_history(&mut self, by: isize) {
        let Some((origin, _)) = self.search_prompt() else { return };
        let typed = self.reading.search.history.recall(by);
        let Some(Overlay::Prompt(prompt)) = self.layers.top_mut() else { return };
        *prompt = Prompt::new(prompt.purpose.clone(), &typed);
        self.search_typed(&typed, origin);
    }

    /// Returns where the reader was before the words that are being typed, and these; nothing where none
    /// are.
    fn search_prompt(&self) -> Option<(SearchOrigin, String)> {
        match self.layers.top() {
            Some(Overlay::Prompt(Prompt {
                purpose: PromptPurpose::Search(origin) | PromptPurpose::Narrow(origin),
                line,
            })) => Some((*origin, line.text().to_owned())),
            _ => None,
        }
    }

    /// Goes to the next hit, or to an earlier one.
    pub(super) fn search_step(&mut self, by: isize) {
        if self.reading.search.query().is_empty() {
            self.out.say("search-nothing");
            return;
        }
        self.reading.search.show();
        let Some(open) = self.shelf.document() else { return };
        if !self.reading.search.is_complete() {
            self.reading.search.step_later(by);
            return;
        }
        let by = self.reading.search.directed(by);
        let Some((hit, wrapped)) = self.reading.search.neighbour(by, open) else {
            self.say_not_found();
            return;
        };
        if wrapped && !self.settings.search.wrap {
            self.out.say(if by > 0 { "search-last" } else { "search-first" });
            return;
        }
        self.leave_place();
        let range = hit.range;
        self.reading.search.go_to(hit);
        self.show_hit(range);
        if wrapped {
            self.out.say(if by > 0 { "search-wrapped" } else { "search-wrapped-back" });
        }
    }

    /// Takes marks and capitals more or less strictly.
    pub(super) fn next_search_mode(&mut self) {
        let mode = self.reading.search.next_mode();
        if let Some((origin, typed)) = self.search_prompt() {
            self.search_typed(&typed, origin);
            return;
        }
        self.reading.search.read_again();
        self.search_again();
        self.out.say(match mode {
            Mode::Smart => "search-mode-smart",
            Mode::Loose => "search-mode-loose",
            Mode::Exact => "search-mode-exact",
        });
    }

    /// Searches for what was found in the library, and goes to the hit found there.
    pub(super) fn search_at(&mut self, query: Query, hit: TextRange) {
        self.leave_place();
        self.settle();
        self.show_hit(hit);
        self.search_as(query);
    }

    /// Searches for what was found in the library, and goes to the first hit from a place on.
    pub(super) fn search_from(&mut self, query: Query, from: TextPos) {
        self.reading.search.seek(query);
        self.start_search(from, SearchAim::Go);
    }

    /// Searches for what was found in the library; the reader stays.
    pub(super) fn search_as(&mut self, query: Query) {
        self.reading.search.seek(query);
        self.search_again();
    }

    /// Searches anew after the text changed or another speech is being read. The reader stays.
    pub(super) fn search_again(&mut self) {
        self.reading.search.narrow_again(self.shelf.document_mut());
        let place = self.shelf.document().map(OpenSpeech::place);
        self.start_search(place.unwrap_or_default(), SearchAim::Stay);
    }
}

/// Returns the words where the reader is, up to the end of the paragraph, without the marker of an item.
fn after_marker(open: &OpenSpeech) -> TextRange {
    let (speech, place) = (&open.speech, open.place());
    let end = speech.blocks.get(speech.block_at(place)).map_or(place, |block| block.range.end);
    let marker = open.item().map(|item| speech.outline.items[item].marker);
    let start = marker.filter(|marker| marker.contains(place)).map_or(place, |marker| marker.end);
    TextRange { start, end: end.max(start) }
}
