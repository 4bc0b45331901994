//! Searching the library: words are typed, speeches with their hits are listed, and one goes from
//! a hit to the next, whichever speech it is in.

use crate::app::App;
use crate::app::document::WantedPlace;
use crate::app::event::Effect;
use crate::app::layer::{FoundList, ListCursor, Overlay};
use crate::app::library_search::{At, LibraryAnswer};
use crate::app::notice::Notice;
use crate::app::place::LeftPlace;
use crate::i18n::Message;
use crate::search::Stage;
use crate::settings::action::Action;
use crate::speech::anchor::Trace;
use crate::speech::{Origin, SavedSearch, Saving};
use crate::text::TextPos;

impl App {
    /// Opens the list with what was found last.
    pub(super) fn open_hunt(&mut self) {
        let search = &self.library.search;
        let list = FoundList::new(search.typed(), search.row_of_current());
        self.layers.open(Overlay::Hunt(list));
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
        if action == Action::Accept {
            self.accept_found();
        }
        action == Action::Accept
    }

    /// Goes to the hit at the cursor of the list.
    fn accept_found(&mut self) {
        let Some(Overlay::Hunt(list)) = self.layers.top() else { return };
        let (search, mode) = (&mut self.library.search, self.reading.search.mode());
        if !search.finish(list.line.text(), mode) {
            return;
        }
        if let Some(at) = search.hit_of_row(list.cursor.at()) {
            self.layers.close();
            self.out.clear_notices();
            self.go_to_found(at);
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
