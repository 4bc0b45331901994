//! The reader's notebook: the bookmarks as they are stored, notes that are not kept yet, and what the
//! reader is about to do with one of them.

use super::event::Effect;
use super::out::Out;
use crate::notebook::{Bookmark, Draft};
use crate::text::TextPos;

/// Bookmarks and unfinished notes.
pub(super) struct Notebook {
    bookmarks: Vec<Bookmark>,
    /// How many times changes of them were stored.
    stores: u64,
    /// Those that were deleted, the last one last.
    deleted: Vec<Bookmark>,
    /// Notes that were written and are not kept, the last one last.
    drafts: Vec<Draft>,
    /// The bookmark made or changed last, and where the reader was then.
    touched: Option<(String, TextPos)>,
    note: NoteState,
    errand: Option<Errand>,
}

/// Whether the note that is open is being stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum NoteState {
    #[default]
    Idle,
    Storing,
}

/// What is to be done with a bookmark once the reader, or its speech, is ready.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Errand {
    /// The reader is choosing a passage for this bookmark.
    Reattaching(String),
    /// This bookmark is gone to once its speech is open.
    GoingTo(String),
    /// This unfinished note is opened once its speech is.
    Resuming(Box<Draft>),
}

impl Notebook {
    pub(super) fn new(bookmarks: Vec<Bookmark>, drafts: Vec<Draft>) -> Self {
        Notebook {
            bookmarks,
            stores: 0,
            deleted: Vec::new(),
            drafts,
            touched: None,
            note: NoteState::Idle,
            errand: None,
        }
    }

    /// Returns all bookmarks, in the order of the file.
    pub(super) fn bookmarks(&self) -> &[Bookmark] {
        &self.bookmarks
    }

    /// Finds a bookmark by its id.
    pub(super) fn find(&self, id: &str) -> Option<&Bookmark> {
        self.bookmarks.iter().find(|bookmark| bookmark.id == id)
    }

    /// Finds the bookmark that has a letter.
    pub(super) fn lettered(&self, letter: char) -> Option<&Bookmark> {
        self.bookmarks.iter().rfind(|known| known.labels.letter == Some(letter))
    }

    /// Takes the bookmarks as this program has stored them; returns the id of one that is new.
    pub(super) fn take_stored(&mut self, bookmarks: Vec<Bookmark>) -> Option<String> {
        let is_new = |bookmark: &&Bookmark| self.find(&bookmark.id).is_none();
        let added = bookmarks.iter().rfind(is_new).map(|bookmark| bookmark.id.clone());
        self.bookmarks = bookmarks;
        self.stores += 1;
        added
    }

    /// Takes the bookmarks as they are on the disk; returns whether they are others.
    pub(super) fn take(&mut self, bookmarks: Vec<Bookmark>) -> bool {
        let is_other = self.bookmarks != bookmarks;
        self.bookmarks = bookmarks;
        is_other
    }

    /// Returns how many times changes were stored.
    pub(super) fn stores(&self) -> u64 {
        self.stores
    }

    /// Keeps a bookmark that is being deleted, so that it can be brought back.
    pub(super) fn note_deleted(&mut self, bookmark: Bookmark) {
        self.deleted.push(bookmark);
    }

    /// Returns the bookmark deleted last, to be brought back.
    pub(super) fn restore(&mut self) -> Option<Bookmark> {
        self.deleted.pop()
    }

    /// Remembers which bookmark was made or changed last, and where the reader was.
    pub(super) fn touch(&mut self, id: String, place: Option<TextPos>) {
        self.touched = place.map(|place| (id, place));
    }

    /// Returns the bookmark made or changed last, if the reader is still at this place.
    pub(super) fn touched_at(&self, place: TextPos) -> Option<&str> {
        self.touched.as_ref().filter(|(_, at)| *at == place).map(|(id, _)| id.as_str())
    }

    /// Returns what was written for a bookmark and is not kept.
    pub(super) fn draft_of(&self, of: &Bookmark) -> Option<&Draft> {
        self.drafts.iter().find(|draft| draft.is_of(of))
    }

    /// Returns the note that was left unfinished last.
    pub(super) fn last_draft(&self) -> Option<&Draft> {
        self.drafts.last()
    }

    /// Takes what was written so far; returns whether it is other than before.
    pub(super) fn take_draft(&mut self, draft: &Draft) -> bool {
        if self.drafts.last() == Some(draft) {
            return false;
        }
        self.drafts.retain(|other| !other.is_of(&draft.bookmark));
        self.drafts.push(draft.clone());
        true
    }

    /// Forgets what was written for a bookmark.
    pub(super) fn forget_draft(&mut self, of: &Bookmark, out: &mut Out) {
        let gone = self.drafts.extract_if(.., |draft| draft.is_of(of));
        gone.for_each(|draft| out.want(Effect::ForgetDraft(Box::new(draft))));
    }

    /// Notes that the note that is open is being stored.
    pub(super) fn begin_storing_note(&mut self) {
        self.note = NoteState::Storing;
    }

    /// Returns whether what was stored is the note that is open.
    pub(super) fn end_storing_note(&mut self) -> NoteState {
        std::mem::take(&mut self.note)
    }

    /// Begins an errand; one before it is given up.
    pub(super) fn begin(&mut self, errand: Errand) {
        self.errand = Some(errand);
    }

    /// Returns whether the reader is choosing a passage for a bookmark.
    pub(super) fn is_reattaching(&self) -> bool {
        matches!(self.errand, Some(Errand::Reattaching(_)))
    }

    /// Ends the choice of a passage and returns the bookmark that it was for.
    pub(super) fn end_reattaching(&mut self) -> Option<String> {
        match self.errand.take_if(|errand| matches!(errand, Errand::Reattaching(_)))? {
            Errand::Reattaching(id) => Some(id),
            Errand::GoingTo(_) | Errand::Resuming(_) => None,
        }
    }

    /// Returns the bookmark that the speech was opened for, once.
    pub(super) fn arrive(&mut self) -> Option<String> {
        let errand = self.errand.take_if(|errand| matches!(errand, Errand::GoingTo(_)));
        match errand.as_ref().or(self.errand.as_ref())? {
            Errand::GoingTo(id) => Some(id.clone()),
            Errand::Resuming(draft) => Some(draft.bookmark.id.clone()),
            Errand::Reattaching(_) => None,
        }
    }

    /// Ends waiting for a speech and returns the unfinished note that it was opened for.
    pub(super) fn end_resuming(&mut self) -> Option<Box<Draft>> {
        match self.errand.take_if(|errand| matches!(errand, Errand::Resuming(_)))? {
            Errand::Resuming(draft) => Some(draft),
            Errand::GoingTo(_) | Errand::Reattaching(_) => None,
        }
    }
}
