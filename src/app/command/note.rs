//! Writing notes: what was typed is there until it is kept or given up, whatever goes wrong.
//!
//! While one types, a draft is kept; it is forgotten when the note is stored, or when nothing is left of
//! it. A note that could not be stored stays open.

use super::quoted;
use crate::app::App;
use crate::app::document::OpenSpeech;
use crate::app::event::{Effect, Stored};
use crate::app::layer::{NoteEditor, NoteStanding, Overlay, Subject};
use crate::app::notebook::Errand;
use crate::app::notice::Notice;
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
            Subject::Known(id) => self.notebook.find(id).cloned(),
        };
        if let Some(of) = of {
            self.open_note_of(of);
        }
    }

    fn open_note_of(&mut self, of: Bookmark) {
        let draft = self.notebook.draft_of(&of).map(Draft::text);
        let text = draft.or(of.note.as_deref()).unwrap_or_default().to_owned();
        let editor = NoteEditor::new(of, &text);
        if editor.is_changed() {
            self.out.say("draft-here");
        }
        self.layers.open(Overlay::Note(Box::new(editor)));
    }

    /// Takes it that the note being written has changed: its draft is kept, or forgotten where
    /// nothing is left of it.
    pub(super) fn note_typed(&mut self) {
        // What was said when it was opened has been read.
        self.out.clear_plain();
        let Some(editor) = self.layers.note() else { return };
        match editor.draft() {
            Some(draft) => {
                if self.notebook.take_draft(&draft) {
                    self.out.want(Effect::KeepDraft(Box::new(draft)));
                }
            }
            None => self.notebook.forget_draft(&editor.of, &mut self.out),
        }
    }

    /// Stores the note that is being written. It stays open until that is done.
    fn accept_note(&mut self) {
        let Some(editor) = self.layers.note() else { return };
        let (standing, written) = (editor.standing, editor.written());
        let is_changed = editor.is_changed();
        self.out.clear_notices();
        let marked = |open: &OpenSpeech| {
            let range = written.anchor.range;
            open.highlights().iter().any(|highlight| highlight.range == range)
        };
        let change = match standing {
            NoteStanding::New
                if written.note.is_none() && self.shelf.document().is_some_and(marked) =>
            {
                self.out.say("bookmark-exists");
                return self.close_note();
            }
            NoteStanding::Kept if !is_changed => return self.close_note(),
            NoteStanding::Kept => Change::SetNote(written.id, written.note),
            NoteStanding::New | NoteStanding::Deleted => Change::Add(written),
        };
        self.notebook.begin_storing_note();
        self.out.want(Effect::Store(vec![change]));
    }

    /// Closes the note that is being written, which is kept or unchanged.
    fn close_note(&mut self) {
        let Some(Overlay::Note(editor)) = self.layers.close() else { return };
        self.reading.selection = None;
        self.notebook.forget_draft(&editor.of, &mut self.out);
    }

    /// Takes what came of storing the note that is being written.
    pub(super) fn note_stored(&mut self, result: &Result<Stored, Message>) {
        let key = self.key_here(Action::Accept);
        let Some(editor) = self.layers.note() else { return };
        match result {
            // Why is told; the words are still there.
            Err(_) => {}
            Ok(stored) if stored.gone.contains(&editor.of.id) => {
                editor.standing = NoteStanding::Deleted;
                self.out.warn("note-bookmark-gone", [("key", key.into())]);
            }
            Ok(_) => {
                let said = match (editor.standing, editor.text().trim().is_empty()) {
                    (NoteStanding::Kept, true) => Message::new("note-removed"),
                    (NoteStanding::Kept, false) => Message::new("note-set"),
                    (NoteStanding::New | NoteStanding::Deleted, _) => {
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
    fn leave_note(&mut self) {
        let Some(Overlay::Note(editor)) = self.layers.close() else { return };
        if editor.draft().is_some() {
            self.out.say("note-left");
        } else {
            self.notebook.forget_draft(&editor.of, &mut self.out);
        }
    }

    /// Does what an action means in a note.
    pub(super) fn perform_in_note(&mut self, action: Action) -> bool {
        match action {
            Action::Accept => self.accept_note(),
            Action::Cancel => self.leave_note(),
            Action::NewLine => self.new_line(),
            Action::OpenEditor => self.open_editor(),
            Action::GoStart | Action::GoEnd => {}
            _ => return false,
        }
        true
    }

    /// Opens the note of the bookmark that the reader is in.
    pub(super) fn edit_note_here(&mut self) {
        if !self.layers.are_closed() {
            return;
        }
        match self.bookmark_here() {
            Some(id) => self.open_note(Subject::Known(id)),
            None => self.out.say("no-bookmark-here"),
        }
    }

    /// Begins a new line of the note.
    fn new_line(&mut self) {
        if let Some(editor) = self.layers.note() {
            editor.new_line();
        }
        self.note_typed()
    }

    /// Gives the note to the reader's own editor.
    fn open_editor(&mut self) {
        let Some(editor) = self.layers.note() else { return };
        let text = editor.text();
        let bookmark = Bookmark { note: Some(text), ..editor.of.clone() };
        let draft = Draft { bookmark, file: None };
        // It is kept with the editor's file, and so is to be forgotten if nothing comes of it.
        self.notebook.take_draft(&draft);
        self.out.want(Effect::Edit(Box::new(draft)));
    }

    /// Takes what came of that: the text, if there is one, and what went wrong, if anything did.
    pub(in crate::app) fn edited(&mut self, text: Option<String>, trouble: Option<Message>) {
        if let (Some(editor), Some(text)) = (self.layers.note(), text) {
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
    pub(in crate::app) fn offer_draft(&mut self) {
        let Some(draft) = self.notebook.last_draft() else { return };
        let quote = quoted(&draft.bookmark.anchor.words());
        let key = self.key_here(Action::ResumeNote);
        let args = [("quote", quote.into()), ("key", key.into())];
        self.out.warn("draft-offer", args);
    }

    /// Opens the note that was left unfinished last, in whichever speech it is.
    pub(super) fn resume_note(&mut self) {
        let Some(draft) = self.notebook.last_draft().cloned() else {
            self.out.say("draft-none");
            return;
        };
        let open = self.shelf.document();
        let open_here = open.is_some();
        if open.is_some_and(|open| open.is_whole() && open.speech.id == draft.bookmark.speech) {
            return self.resume(&draft);
        }
        let errand = Errand::Resuming(Box::new(draft.clone()));
        if !self.open_bookmarked(&draft.bookmark, errand.clone()) && open_here {
            // The words are not lost, though their speech is not at hand.
            self.notebook.begin(errand);
        }
    }

    /// Opens the unfinished note that its speech was opened for, if it was opened for one.
    pub(in crate::app) fn resume_waiting(&mut self) {
        let whole = self.shelf.document().is_some_and(|open| open.is_whole());
        if whole && let Some(draft) = self.notebook.end_resuming() {
            self.resume(&draft);
        }
    }

    fn resume(&mut self, draft: &Draft) {
        let Some(open) = self.shelf.document() else { return };
        let place = Finder::new(&open.speech).place(&draft.bookmark.anchor);
        if let Some(range) = place.range() {
            self.jump(range.start);
        }
        // What is kept of a bookmark may have changed; the draft has what was written.
        let known = self.notebook.find(&draft.bookmark.id).cloned();
        let of = known.unwrap_or_else(|| Bookmark { note: None, ..draft.bookmark.clone() });
        self.open_note_of(of);
    }
}
