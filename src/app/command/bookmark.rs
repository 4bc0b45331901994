//! Bookmarking passages, and going to bookmarks.

use super::quoted;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::layer::{BookmarkList, ListCursor, Overlay, PromptPurpose, Scope, Subject};
use crate::app::notebook::Errand;
use crate::notebook::{Bookmark, Change, Labels};
use crate::settings::action::Action;
use crate::speech::anchor::{Place, capture};
use crate::text::{TextPos, TextRange};

impl App {
    pub(super) fn bookmark(&mut self) {
        match self.bookmarkable() {
            Some(range) if self.notebook.is_reattaching() => self.attach_chosen(range),
            Some(range) => self.add_labelled(range, Labels::default()),
            None => {}
        }
    }

    pub(super) fn ask_note(&mut self) {
        let Some(range) = self.bookmarkable() else { return };
        let highlights = self.shelf.document().map(|open| open.highlights()).unwrap_or_default();
        let known = highlights.iter().find(|highlight| highlight.range == range);
        let subject = known.map_or(Subject::New(range), |known| Subject::Known(known.id.clone()));
        self.reading.selection = None;
        self.open_note(subject);
    }

    /// Returns the passage to bookmark, once all of the text is there.
    pub(super) fn bookmarkable(&mut self) -> Option<TextRange> {
        if self.shelf.document().is_some_and(|open| !open.is_whole()) {
            self.out.say("still-reading");
            return None;
        }
        Some(self.passage()?.range)
    }

    pub(super) fn add_labelled(&mut self, range: TextRange, labels: Labels) {
        let item = self.passage().filter(|passage| passage.range == range);
        let item = item.and_then(|passage| self.whole_item(passage));
        self.reading.selection = None;
        let Some(open) = self.shelf.document() else { return };
        let exists = open.marks.iter().any(|(_, place)| *place == Place::Same(range));
        if exists && labels == Labels::default() {
            self.out.say("bookmark-exists");
            return;
        }
        let Some(bookmark) = self.bookmark_of(range) else { return };
        let bookmark = Bookmark { labels, ..bookmark };
        let quote = quoted(&bookmark.anchor.words());
        match item {
            Some(item) => {
                let args = [("item", item.into()), ("quote", quote.into())];
                self.out.tell("bookmark-added-item", args);
            }
            None => self.out.tell("bookmark-added", [("quote", quote.into())]),
        }
        self.out.want(Effect::Store(vec![Change::Add(bookmark)]));
    }

    /// Makes the bookmark of a passage of the speech being read, which is still to be stored.
    pub(super) fn bookmark_of(&self, range: TextRange) -> Option<Bookmark> {
        let speech = &self.shelf.document()?.speech;
        Some(Bookmark::new(speech, capture(speech, range), self.now))
    }

    pub(super) fn open_bookmarks(&mut self) {
        let open = self.shelf.document();
        let here = open.is_some_and(|open| !open.marks.is_empty());
        let scope =
            if here || self.notebook.bookmarks().is_empty() { Scope::Here } else { Scope::All };
        let mut list = BookmarkList::new(scope);
        list.take(self.notebook.bookmarks(), open);
        // The cursor starts at the bookmark nearest above the reader.
        let place = open.map(|open| open.place());
        let above = list.rows.iter().rposition(|row| match &row.place {
            Some(found) => found.range().is_some_and(|range| Some(range.start) <= place),
            None => false,
        });
        list.cursor = ListCursor::new(above.unwrap_or(0));
        self.layers.open(Overlay::Bookmarks(list));
    }

    /// Does what an action means in the list of bookmarks.
    pub(super) fn perform_in_bookmarks(&mut self, action: Action) -> bool {
        let Some(Overlay::Bookmarks(list)) = self.layers.top_mut() else { return false };
        let row = list.at_cursor().cloned();
        match (action, row) {
            (Action::ToggleScope, _) => list.switch_scope(),
            (Action::FilterBookmarks, _) => {
                let typed = list.typed.clone();
                self.layers.ask(PromptPurpose::Filter(typed.clone()), &typed);
            }
            (Action::Accept, Some(row)) if row.place.is_none() => {
                self.open_bookmark(&row.bookmark);
            }
            (Action::Accept, Some(row)) if row.is_in_question() => self.open_review(),
            (Action::Accept, row) => {
                self.layers.close();
                row.into_iter().for_each(|row| self.go_to_bookmark(&row.bookmark.id));
            }
            (Action::Delete, row) => {
                row.into_iter().for_each(|row| self.delete_bookmark(row.bookmark))
            }
            (Action::EditNote, row) => {
                row.into_iter().for_each(|row| self.open_note(Subject::Known(row.bookmark.id)));
            }
            (Action::Copy, row) => row.into_iter().for_each(|row| self.copy_bookmark(&row)),
            _ => return false,
        }
        true
    }

    /// Opens the speech of a bookmark and goes to it.
    pub(super) fn open_bookmark(&mut self, bookmark: &Bookmark) {
        self.open_bookmarked(bookmark, Errand::GoingTo(bookmark.id.clone()));
    }

    /// Goes to a bookmark of the speech being read, if its place is known.
    pub(super) fn go_to_bookmark(&mut self, id: &str) {
        let place = self.shelf.document().and_then(|open| {
            open.marks.iter().find(|(mark, _)| mark == id).map(|(_, place)| place.clone())
        });
        match place {
            Some(Place::Same(range)) => self.jump(range.start),
            Some(Place::Moved(range)) => {
                self.jump(range.start);
                self.out.say("bookmark-moved");
            }
            Some(Place::Edited(range, alike)) => {
                self.jump(range.start);
                let args = [("percent", u32::from(alike).into())];
                self.out.tell("bookmark-edited", args);
            }
            Some(Place::Uncertain(places)) => {
                let count = places.len();
                self.out.warn("bookmark-uncertain", [("count", count.into())]);
            }
            Some(Place::Lost) => {
                self.out.warn("bookmark-lost", []);
            }
            None => {}
        }
    }

    /// Opens the speech of a bookmark, with what is to be done there; returns whether it is at hand.
    pub(super) fn open_bookmarked(&mut self, bookmark: &Bookmark, errand: Errand) -> bool {
        let by_id = self.shelf.find(&bookmark.speech);
        let by_file = bookmark.source.as_deref().and_then(|path| self.shelf.find_file(path));
        // Two files of one title and day have one id.
        let source = bookmark.source.as_deref();
        let entry = by_file.or(by_id).or_else(|| source.map(|path| self.shelf.find_or_add(path)));
        let Some(entry) = entry else {
            let args = [("title", bookmark.title.as_str().into())];
            self.out.warn("bookmark-speech-missing", args);
            return false;
        };
        self.layers.close_bookmarks();
        self.notebook.begin(errand);
        self.open_speech(entry);
        true
    }

    pub(super) fn next_bookmark(&mut self) {
        let found = self.shelf.document().and_then(|open| {
            let place = open.place();
            open.marked().map(|range| range.start).filter(|&start| start > place).min()
        });
        self.go_or_tell(found, "no-more-bookmarks")
    }

    pub(super) fn previous_bookmark(&mut self) {
        let found = self.shelf.document().and_then(|open| {
            let place = open.place();
            open.marked().map(|range| range.start).filter(|&start| start < place).max()
        });
        self.go_or_tell(found, "no-earlier-bookmark")
    }

    fn go_or_tell(&mut self, found: Option<TextPos>, none: &str) {
        match found {
            Some(pos) => self.jump(pos),
            None => self.out.say(none),
        }
    }

    fn delete_bookmark(&mut self, bookmark: Bookmark) {
        let id = bookmark.id.clone();
        let key = self.key_here(Action::Undo);
        self.notebook.note_deleted(bookmark);
        self.out.tell("bookmark-deleted", [("key", key.into())]);
        self.out.want(Effect::Store(vec![Change::Remove(id)]));
    }

    pub(super) fn restore_bookmark(&mut self) {
        let Some(bookmark) = self.notebook.restore() else {
            self.out.say("undo-nothing");
            return;
        };
        self.out.say("bookmark-restored");
        self.out.want(Effect::Store(vec![Change::Add(bookmark)]));
    }
}
