//! The bookmarks as they are stored, by this program or another, and what must be known of other files
//! before they count in an open speech.

use crate::app::App;
use crate::app::event::{Effect, Stored};
use crate::app::id::EntryId;
use crate::app::notebook::NoteState;
use crate::app::notice::Notice;
use crate::i18n::Message;
use crate::notebook::Bookmark;
use crate::speech::Home;

impl App {
    /// Takes the bookmarks as they are stored now.
    pub(in crate::app) fn stored(&mut self, result: Result<Stored, Message>) {
        let note = self.notebook.end_storing_note();
        if note == NoteState::Storing {
            self.note_stored(&result);
        }
        match result {
            Ok(Stored { bookmarks, gone }) => {
                if note == NoteState::Idle {
                    gone.into_iter()
                        .for_each(|id| self.out.warn("store-gone", [("id", id.into())]));
                }
                let added = self.notebook.take_stored(bookmarks);
                self.mark_all();
                if let Some(id) = added {
                    let place = self.shelf.document().map(|open| open.place());
                    self.notebook.touch(id, place);
                }
            }
            Err(reason) if note == NoteState::Storing => {
                self.out.warn("note-not-stored", [("reason", reason.into())]);
            }
            Err(trouble) => self.out.notice(Notice::trouble(trouble)),
        }
    }

    /// Takes the bookmarks that came after the first screen. Those that came since, with a change,
    /// are newer.
    pub(in crate::app) fn loaded(&mut self, bookmarks: Vec<Bookmark>) {
        if self.notebook.bookmarks().is_empty() {
            self.notebook.take(bookmarks);
            self.mark_all();
            self.tell_review();
        }
    }

    /// Asks for the bookmarks as they are on the disk.
    pub(in crate::app) fn read_bookmarks(&mut self) {
        self.out.want(Effect::ReadBookmarks(self.notebook.stores()));
    }

    /// Takes the bookmarks as another program has stored them, read when this one had stored so many
    /// changes. If it has stored more since, what was read is old.
    pub(in crate::app) fn renewed(&mut self, stores: u64, bookmarks: Vec<Bookmark>) {
        if stores != self.notebook.stores() {
            self.read_bookmarks();
        } else if self.notebook.take(bookmarks) {
            self.mark_all();
        }
    }

    /// Finds the bookmarks in all open speeches.
    pub(in crate::app) fn mark_all(&mut self) {
        for open in self.shelf.documents_mut() {
            open.mark(self.notebook.bookmarks());
        }
    }

    /// Asks for what must be known of other files before bookmarks made there count here.
    pub(in crate::app) fn look_up_homes(&mut self) {
        let index = self.shelf.current();
        let Some(open) = self.shelf.document_mut() else { return };
        let unsure = open.unsure();
        if !unsure.is_empty() {
            self.out.want(Effect::LookUp(index, Box::new(open.speech.clone()), unsure));
        }
    }

    /// Takes what was asked for.
    pub(in crate::app) fn homes(&mut self, id: EntryId, homes: Vec<(String, Home)>) {
        if let Some(open) = self.shelf.document_of_mut(id) {
            open.know_homes(homes);
            open.mark(self.notebook.bookmarks());
            if id == self.shelf.current() {
                self.tell_review();
            }
        }
    }
}
