//! Searching the library: words are typed, speeches with their hits are listed, and one goes from
//! a hit to the next, whichever speech it is in.

use crate::app::App;
use crate::app::document::WantedPlace;
use crate::app::event::Effect;
use crate::app::layer::{FoundList, ListCursor, Overlay, OverlayLayer};
use crate::app::library_search::{At, FoundRow, LibraryAnswer};
use crate::app::notice::Notice;
use crate::app::place::LeftPlace;
use crate::i18n::Message;
use crate::search::{Query, Stage};
use crate::settings::action::Action;
use crate::speech::anchor::Trace;
use crate::speech::{Origin, SavedSearch, Saving};
use crate::text::TextPos;

impl App {
    /// Opens the list with nothing typed; what was searched for before is one key away.
    pub(super) fn open_hunt(&mut self) {
        self.read_history();
        self.reading.search.history.begin();
        self.layers.open(Overlay::Hunt(FoundList::new("", 1)));
    }

    /// Searches the library, or what is open, for the same.
    fn switch_hunt_scope(&mut self) {
        let Some(Overlay::Hunt(list)) = self.layers.top_mut() else { return };
        list.cursor = ListCursor::new(1);
        let typed = list.line.text().to_owned();
        let search = &mut self.library.search;
        search.scope = search.scope.other();
        self.hunt(&typed, Stage::Typing);
    }

    /// Moves in the list; upwards over its first row to what was searched for before.
    pub(super) fn step_in_found(&mut self, rows: isize) {
        let Some(Overlay::Hunt(list)) = self.layers.top_mut() else { return };
        if rows == -1 && list.cursor.at() <= 1 {
            self.recall_in_found(-1);
        } else if rows == 1 && list.is_empty() {
            self.recall_in_found(1);
        } else {
            list.step(rows);
        }
    }

    /// Brings an earlier search into the list, or a later one.
    fn recall_in_found(&mut self, by: isize) {
        let mut typed = self.reading.search.history.recall(by);
        // The search of the library that was done last may have been saved or gone to only.
        if typed.is_empty() && by < 0 {
            typed = self.library.search.typed().to_owned();
        }
        let Some(Overlay::Hunt(list)) = self.layers.top_mut() else { return };
        let search = &self.library.search;
        if typed == search.typed() && !typed.is_empty() {
            *list = FoundList::new(&typed, search.row_of_current());
        } else {
            *list = FoundList::new(&typed, 1);
            self.hunt(&typed, Stage::Finished);
        }
    }

    /// Opens the list of a saved search and asks it anew.
    pub(super) fn open_saved(&mut self, index: usize) {
        let Some(saved) = self.shelf.saved().get(index) else { return };
        let typed = saved.query.clone();
        self.layers.open(Overlay::Hunt(FoundList::new(&typed, 1)));
        self.hunt(&typed, Stage::Finished);
    }

    /// Takes what was typed so far.
    pub(super) fn hunt_typed(&mut self) {
        let Some(Overlay::Hunt(list)) = self.layers.top_mut() else { return };
        list.cursor = ListCursor::new(1);
        self.reading.search.history.begin();
        let typed = list.line.text().to_owned();
        self.hunt(&typed, Stage::Typing);
    }

    fn hunt(&mut self, typed: &str, stage: Stage) {
        let mode = self.reading.search.mode();
        if let Some(hunt) = self.library.search.ask(typed, mode, stage) {
            self.out.want(Effect::Hunt(Box::new(hunt)));
        }
    }

    /// Takes an answer of the library.
    pub(in crate::app) fn hunted(&mut self, revision: u64, hunted: LibraryAnswer) {
        self.library.search.take(revision, hunted);
    }

    /// Does what an action means in the list of what was found.
    pub(super) fn perform_in_found(&mut self, action: Action) -> bool {
        match action {
            Action::Accept => self.accept_found(),
            Action::Copy => self.gather_hit(),
            Action::TaskScope => self.switch_hunt_scope(),
            _ => return false,
        }
        true
    }

    /// Goes to the hit at the cursor of the list.
    fn accept_found(&mut self) {
        let Some(Overlay::Hunt(list)) = self.layers.top() else { return };
        if list.is_empty() {
            return self.recall_in_found(-1);
        }
        let (typed, row) = (list.line.text().trim().to_owned(), list.cursor.at());
        let (search, mode) = (&mut self.library.search, self.reading.search.mode());
        if !search.finish(&typed, mode) {
            return;
        }
        if let Some(FoundRow::Scattered(..)) = search.rows().get(row) {
            search.show_scattered();
            return;
        }
        if let Some(at) = search.hit_of_row(row) {
            self.layers.close();
            self.out.clear_notices();
            self.remember_search(typed.clone());
            self.go_to_found(at);
            self.finish_hunt(&typed);
        }
    }

    /// Takes what was typed as finished: its last word is whole.
    fn finish_hunt(&mut self, typed: &str) {
        let mode = self.reading.search.mode();
        let finished = Query::parse(typed, mode, Stage::Finished);
        if finished.is_ok_and(|query| query != *self.library.search.query()) {
            self.hunt(typed, Stage::Finished);
        }
    }

    fn go_to_found(&mut self, at: At) {
        let Some((found, _)) = self.library.search.hit(at) else { return };
        let entry = match &found.origin {
            Origin::File(path) => Some(self.shelf.find_or_add(path)),
            Origin::Shipped(_) | Origin::StandardInput => self.shelf.find(&found.id),
        };
        let Some(entry) = entry else {
            self.out.say("hunt-not-here");
            return;
        };
        self.screen.focus_text();
        let count = self.library.search.hits();
        let number = self.library.search.go_to(at);
        self.out.tell("hunt-at", [("number", number.into()), ("count", count.into())]);
        if entry == self.shelf.current() && self.shelf.document().is_some() {
            self.arrive_at_found();
        } else {
            self.open_speech(entry);
        }
    }

    /// Goes to the next hit in the library, or to an earlier one.
    pub(super) fn hunt_step(&mut self, by: isize) {
        match self.library.search.neighbour(by) {
            Some(at) => self.go_to_found(at),
            None => self.out.say("hunt-nothing"),
        }
    }

    /// Goes to the hit that its speech was opened for, if it was opened for one.
    pub(super) fn arrive_at_found(&mut self) {
        let Some((hit, fingerprint)) = self.library.search.arrive() else { return };
        let query = self.library.search.query().clone();
        let Some(open) = self.shelf.document_mut() else { return };
        let same = open.speech.fingerprint == fingerprint;
        if !open.is_whole() && hit.range.end > TextPos::new(open.speech.text.len()) {
            open.wanted = Some(WantedPlace::Left(LeftPlace {
                pos: hit.range.start,
                fingerprint,
                trace: Trace::default(),
            }));
            self.search_as(query);
        } else if open.is_whole() && !same {
            self.out.say("text-changed");
            self.search_from(query, hit.range.start);
        } else {
            self.search_at(query, hit.range);
        }
    }

    /// Keeps what is searched for.
    pub(super) fn save_search(&mut self) {
        let typed = match self.layers.top() {
            Some(Overlay::Hunt(list)) => list.line.text().trim().to_owned(),
            _ => self.library.search.typed().trim().to_owned(),
        };
        if typed.is_empty() || self.library.search.trouble().is_some() {
            self.out.say("hunt-nothing-to-save");
            return;
        }
        if self.shelf.saved().iter().any(|saved| saved.query == typed) {
            self.out.say("search-saved-already");
            return;
        }
        self.out.tell("search-saved", [("query", typed.as_str().into())]);
        let created = self.now;
        let saved = SavedSearch { id: String::new(), query: typed, title: None, created };
        self.out.want(Effect::Save(vec![Saving::Add(saved)]));
    }

    /// Removes the saved search at the cursor of the sidebar.
    pub(super) fn remove_saved(&mut self, index: usize) {
        let Some(saved) = self.shelf.saved().get(index).cloned() else { return };
        self.out.tell("search-removed", [("query", saved.title().into())]);
        let id = saved.id.clone();
        self.library.search.note_removed(saved);
        self.out.want(Effect::Save(vec![Saving::Remove(id)]));
    }

    /// Brings back the saved search that was removed last; returns whether one was.
    pub(super) fn restore_saved(&mut self) -> bool {
        let Some(saved) = self.library.search.restore() else { return false };
        self.out.want(Effect::Save(vec![Saving::Add(saved)]));
        true
    }

    /// Takes the saved searches as they are stored now.
    pub(in crate::app) fn saved(&mut self, result: Result<Vec<SavedSearch>, Message>) {
        match result {
            Ok(saved) => self.shelf.set_saved(saved),
            Err(trouble) => self.out.notice(Notice::trouble(trouble)),
        }
    }
}
