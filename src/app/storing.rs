//! The bookmarks as they are stored, by this program or another, and what must be known of other files
//! before they count in an open speech.

use super::App;
use super::event::{Effect, Stored};
use super::notice::Notice;
use crate::i18n::Message;
use crate::notebook::Bookmark;
use crate::speech::Home;

impl App {
    /// Takes the bookmarks as they are stored now.
    pub(super) fn stored(&mut self, result: Result<Stored, Message>) {
        let storing_note = self.storing_note;
        self.note_stored(&result);
        match result {
            Ok(Stored { bookmarks, gone }) => {
                if !storing_note {
                    gone.into_iter()
                        .for_each(|id| self.out.warn("store-gone", [("id", id.into())]));
                }
                let is_new = |bookmark: &&Bookmark| self.known_bookmark(&bookmark.id).is_none();
                let added = bookmarks.iter().rfind(is_new).map(|bookmark| bookmark.id.clone());
                self.bookmarks = bookmarks;
                self.stores += 1;
                self.mark_all();
                if let Some(id) = added {
                    self.touch(id);
                }
            }
            Err(reason) if storing_note => {
                self.out.warn("note-not-stored", [("reason", reason.into())]);
            }
            Err(trouble) => self.out.notice(Notice::trouble(trouble)),
        }
    }

    /// Takes the bookmarks that came after the first screen. Those that came since, with a change,
    /// are newer.
    pub(super) fn loaded(&mut self, bookmarks: Vec<Bookmark>) {
        if self.bookmarks.is_empty() {
            self.bookmarks = bookmarks;
            self.mark_all();
            self.tell_review();
        }
    }

    /// Asks for the bookmarks as they are on the disk.
    pub(super) fn read_bookmarks(&mut self) {
        self.out.want(Effect::ReadBookmarks(self.stores));
    }

    /// Takes the bookmarks as another program has stored them, read when this one had stored so many
    /// changes. If it has stored more since, what was read is old.
    pub(super) fn renewed(&mut self, stores: u64, bookmarks: Vec<Bookmark>) {
        if stores != self.stores {
            return self.read_bookmarks();
        }
        if self.bookmarks != bookmarks {
            self.bookmarks = bookmarks;
            self.mark_all();
        }
    }

    /// Finds the bookmarks in all open speeches.
    pub(super) fn mark_all(&mut self) {
        for open in self.shelf.documents_mut() {
            open.mark(&self.bookmarks);
        }
    }

    /// Asks for what must be known of other files before bookmarks made there count here.
    pub(super) fn look_up_homes(&mut self) {
        let index = self.shelf.current();
        let Some(open) = self.shelf.document_mut() else { return };
        let unsure = open.unsure();
        if !unsure.is_empty() {
            self.out.want(Effect::LookUp(index, Box::new(open.speech.clone()), unsure));
        }
    }

    /// Takes what was asked for.
    pub(super) fn homes(&mut self, index: usize, homes: Vec<(String, Home)>) {
        if let Some(open) = self.shelf.document_at_mut(index) {
            open.know_homes(homes);
            open.mark(&self.bookmarks);
            if index == self.shelf.current() {
                self.tell_review();
            }
        }
    }
}
