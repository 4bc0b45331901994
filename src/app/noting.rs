//! Writing notes: what was typed is there until it is kept or given up, whatever goes wrong.
//!
//! While one types, a draft is kept; it is forgotten when the note is stored, or when nothing is left of
//! it. A note that could not be stored stays open.

use super::App;
use super::copying::quoted;
use super::event::{Effect, Stored};
use super::labelling::Subject;
use super::note::{NoteEditor, Standing};
use super::notice::Notice;
use super::overlay::Overlay;
use crate::i18n::Message;
use crate::notebook::{Bookmark, Change, Draft};
use crate::settings::action::Action;
use crate::speech::anchor::Finder;

impl App {
    /// Opens the note of a bookmark, or of one that is to be set; what was written and not kept is
    /// there again.
    pub(super) fn open_note(&mut self, subject: Subject) {
        let of = match &subject {
            Subject::New(range) => self.bookmark_of(*range),
            Subject::Known(id) => self.known_bookmark(id).cloned(),
        };
        if let Some(of) = of {
            self.open_note_of(of);
        }
    }

    fn open_note_of(&mut self, of: Bookmark) {
        let draft = self.drafts.iter().find(|draft| draft.is_of(&of)).map(Draft::text);
        let text = draft.or(of.note.as_deref()).unwrap_or_default().to_owned();
        let editor = NoteEditor::new(of, &text);
        if editor.is_changed() {
            self.out.say("draft-here");
        }
        self.overlays.push(Overlay::Note(Box::new(editor)));
    }

    /// Gives the note that is being written.
    fn note(&mut self) -> Option<&mut NoteEditor> {
        match self.overlays.last_mut() {
            Some(Overlay::Note(editor)) => Some(editor),
            _ => None,
        }
    }

    /// Takes it that the note being written has changed: its draft is kept, or forgotten where
    /// nothing is left of it.
    pub(super) fn note_typed(&mut self) {
        // What was said when it was opened has been read.
        self.out.clear_plain();
        let Some(editor) = self.note() else { return };
        match editor.draft() {
            Some(draft) => self.keep_draft(draft),
            None => {
                let of = editor.of.clone();
                self.forget_draft(&of)
            }
        }
    }

    fn keep_draft(&mut self, draft: Draft) {
        if self.drafts.last() == Some(&draft) {
            return;
        }
        self.drafts.retain(|other| !other.is_of(&draft.bookmark));
        self.drafts.push(draft.clone());
        self.out.want(Effect::KeepDraft(Box::new(draft)));
    }

    fn forget_draft(&mut self, of: &Bookmark) {
        let gone = self.drafts.extract_if(.., |draft| draft.is_of(of));
        gone.for_each(|draft| self.out.want(Effect::ForgetDraft(Box::new(draft))));
    }

    /// Stores the note that is being written. It stays open until that is done.
    pub(super) fn accept_note(&mut self) {
        let Some(editor) = self.note() else { return };
        let (standing, written) = (editor.standing, editor.written());
        let is_changed = editor.is_changed();
        self.out.clear_notices();
        let marked = |open: &super::Document| {
            let range = written.anchor.range;
            open.highlights().iter().any(|highlight| highlight.range == range)
        };
        let change = match standing {
            Standing::New
                if written.note.is_none() && self.shelf.document().is_some_and(marked) =>
            {
                self.out.say("bookmark-exists");
                return self.close_note();
            }
            Standing::Kept if !is_changed => return self.close_note(),
            Standing::Kept => Change::SetNote(written.id, written.note),
            Standing::New | Standing::Deleted => Change::Add(written),
        };
        self.storing_note = true;
        self.out.want(Effect::Store(vec![change]));
    }

    /// Closes the note that is being written, which is kept or unchanged.
    fn close_note(&mut self) {
        let Some(Overlay::Note(editor)) = self.overlays.pop() else { return };
        self.selection = None;
        self.forget_draft(&editor.of)
    }

    /// Takes what came of storing the note that is being written.
    pub(super) fn note_stored(&mut self, result: &Result<Stored, Message>) {
        if !std::mem::take(&mut self.storing_note) {
            return;
        }
        let key = self.settings.keymap.keys_of(self.contexts(), Action::Accept);
        let Some(editor) = self.note() else { return };
        match result {
            // Why is told; the words are still there.
            Err(_) => {}
            Ok(stored) if stored.gone.contains(&editor.of.id) => {
                editor.standing = Standing::Deleted;
                let key = key.into_iter().next().unwrap_or_default();
                self.out.warn("note-bookmark-gone", [("key", key.into())]);
            }
            Ok(_) => {
                let said = match (editor.standing, editor.text().trim().is_empty()) {
                    (Standing::Kept, true) => Message::new("note-removed"),
                    (Standing::Kept, false) => Message::new("note-set"),
                    (Standing::New | Standing::Deleted, _) => {
                        let quote = quoted(&editor.of.anchor.words());
                        Message::with("bookmark-added", [("quote", quote.into())])
                    }
                };
                self.out.notice(Notice::plain(said));
                self.close_note()
            }
        }
    }

    /// Closes the note that is being written without keeping it; its draft is there the next time.
    pub(super) fn leave_note(&mut self, editor: &NoteEditor) {
        if editor.draft().is_some() {
            self.out.say("note-left");
        } else {
            self.forget_draft(&editor.of);
        }
    }

    /// Begins a new line of the note.
    pub(super) fn new_line(&mut self) {
        if let Some(editor) = self.note() {
            editor.new_line();
        }
        self.note_typed()
    }

    /// Gives the note to the reader's own editor.
    pub(super) fn open_editor(&mut self) {
        let Some(editor) = self.note() else { return };
        let text = editor.text();
        let bookmark = Bookmark { note: Some(text), ..editor.of.clone() };
        let draft = Draft { bookmark, file: None };
        // It is kept with the editor's file, and so is to be forgotten if nothing comes of it.
        self.drafts.retain(|other| !other.is_of(&draft.bookmark));
        self.drafts.push(draft.clone());
        self.out.want(Effect::Edit(Box::new(draft)));
    }

    /// Takes what came of that: the text, if there is one, and what went wrong, if anything did.
    pub(super) fn edited(&mut self, text: Option<String>, trouble: Option<Message>) {
        if let (Some(editor), Some(text)) = (self.note(), text) {
            editor.replace(text.trim_end());
        }
        self.note_typed();
        match trouble {
            // Nothing is kept that the editor did not say was good; nothing is lost either.
            Some(trouble) => self.out.notice(Notice::trouble(trouble)),
            None => self.accept_note(),
        }
    }

    /// Says at the start that a note was left unfinished.
    pub(super) fn offer_draft(&mut self) {
        let Some(draft) = self.drafts.last() else { return };
        let quote = quoted(&draft.bookmark.anchor.words());
        let keys = self.settings.keymap.keys_of(self.contexts(), Action::ResumeNote);
        let key = keys.into_iter().next().unwrap_or_default();
        let args = [("quote", quote.into()), ("key", key.into())];
        self.out.warn("draft-offer", args);
    }

    /// Opens the note that was left unfinished last, in whichever speech it is.
    pub(super) fn resume_note(&mut self) {
        let Some(draft) = self.drafts.last().cloned() else {
            self.out.say("draft-none");
            return;
        };
        let open = self.shelf.document();
        if open.is_some_and(|open| open.is_whole() && open.speech.id == draft.bookmark.speech) {
            return self.resume(&draft);
        }
        self.resuming = Some(draft.clone());
        // If its speech is not at hand, there is nothing to wait for.
        if !self.open_bookmarked(&draft.bookmark) && self.shelf.document().is_none() {
            self.resuming = None;
        }
    }

    /// Opens the unfinished note that its speech was opened for, if it was opened for one.
    pub(super) fn resume_waiting(&mut self) {
        let whole = self.shelf.document().is_some_and(|open| open.is_whole());
        match self.resuming.take_if(|_| whole) {
            Some(draft) => self.resume(&draft),
            None => {}
        }
    }

    fn resume(&mut self, draft: &Draft) {
        let Some(open) = self.shelf.document() else { return };
        let place = Finder::new(&open.speech).place(&draft.bookmark.anchor);
        if let Some(range) = place.range() {
            self.jump(range.start);
        }
        // What is kept of a bookmark may have changed; the draft has what was written.
        let known = self.known_bookmark(&draft.bookmark.id).cloned();
        let of = known.unwrap_or_else(|| Bookmark { note: None, ..draft.bookmark.clone() });
        self.open_note_of(of);
    }
}
