//! Files that change, move or go away while the reader runs: the speech being read is read again,
//! and the reader stays at the same words.

use crate::app::App;
use crate::app::document::Follow;
use crate::app::entry::{Content, ShelfEntry, Shelved};
use crate::app::event::{Effect, NewSpeech};
use crate::app::id::EntryId;
use crate::app::notice::Notice;
use crate::app::scope::ShelfScope;
use crate::i18n::Message;
use crate::speech::{Extent, Origin};
use std::path::{Path, PathBuf};

impl App {
    /// Asks to be told of changes of every open file.
    pub(in crate::app) fn attend_open(&mut self) {
        let open = self.shelf.entries().filter(|(_, entry)| entry.document().is_some());
        let paths = open.filter_map(|(_, entry)| entry.path());
        paths.for_each(|path| self.out.want(Effect::Attend(path.to_owned())));
    }

    /// Asks to be told of changes of the file at this place.
    pub(super) fn attend(&mut self, id: EntryId) {
        if let Some(path) = self.shelf.entry(id).and_then(ShelfEntry::path) {
            self.out.want(Effect::Attend(path.to_owned()));
        }
    }

    /// Takes files of the library that are new or have changed.
    pub(in crate::app) fn shelved(&mut self, scope: ShelfScope, files: Vec<Shelved>) {
        let current = self.shelf.current();
        let failed = |app: &App| {
            let entry = app.shelf.entry(current);
            entry.is_some_and(|entry| matches!(entry.content, Content::Failed(..)))
        };
        let had_failed = failed(self);
        self.shelf.shelve(scope, files);
        // What could not be opened is tried again when it has changed.
        if had_failed && !failed(self) {
            self.open_speech(current)
        }
    }

    /// Takes it that files are no longer there. One that is open goes on as the file of the same
    /// text that came to the shelf meanwhile, if there is one; else its text stays.
    pub(in crate::app) fn gone(&mut self, paths: &[PathBuf]) {
        for path in paths {
            let Some(id) = self.shelf.find_file(path) else { continue };
            if let Some(moved) = self.shelf.take_moved(id) {
                self.out.want(Effect::Attend(moved));
                continue;
            }
            let Some(entry) = self.shelf.entry_mut(id) else { continue };
            let was_there = entry.is_there();
            entry.vanish();
            if was_there && id == self.shelf.current() && self.shelf.document().is_some() {
                self.out.warn("file-gone", []);
            }
        }
    }

    /// Asks for an open speech whose file has changed to be read again.
    pub(in crate::app) fn touched(&mut self, path: &Path) {
        let Some(id) = self.shelf.find_file(path) else { return };
        let Some(entry) = self.shelf.entry_mut(id) else { return };
        entry.come_back();
        let Some(open) = entry.document_mut() else { return };
        if open.speech.extent != Extent::Whole {
            // Once all of it is here.
            open.is_stale = true;
            return;
        }
        self.out.want(Effect::Reload(id, Box::new(open.speech.clone())));
    }

    /// Takes the new version of an open speech, or why there is none. While something lies over
    /// the text, or a passage is being selected, it waits: those have places in the old one.
    pub(in crate::app) fn reloaded(
        &mut self,
        id: EntryId,
        result: Result<Box<NewSpeech>, Message>,
    ) {
        match result {
            // Some programs empty a file before they write it: the text and the place are kept until there are words again.
            Ok(new) if new.speech.text.trim().is_empty() => {
                if id == self.shelf.current() {
                    self.out.say("text-emptied");
                }
            }
            Ok(new) if id == self.shelf.current() && self.is_busy() => {
                self.reading.keep_newer(id, new);
            }
            Ok(new) => self.renew(id, *new),
            Err(trouble) => self.out.notice(Notice::trouble(trouble)),
        }
    }

    /// Takes a new version that waited, if nothing is in its way any more.
    pub(in crate::app) fn renew_waiting(&mut self) {
        if !self.is_busy()
            && let Some((id, new)) = self.reading.take_newer()
        {
            self.renew(id, *new);
        }
    }

    fn is_busy(&self) -> bool {
        !self.layers.are_closed() || self.reading.selection.is_some()
    }

    fn renew(&mut self, id: EntryId, new: NewSpeech) {
        let current = id == self.shelf.current();
        let Some(entry) = self.shelf.entry_mut(id) else { return };
        let title = new.speech.meta.title.clone();
        let Some(open) = entry.document_mut() else { return };
        // Another file may have been opened at this place since.
        if open.speech.origin != new.speech.origin {
            return;
        }
        let follow = open.renew(new.speech);
        open.corrections = new.corrections;
        open.mark(self.notebook.bookmarks());
        entry.title = title;
        if !current {
            return;
        }
        new.notices.into_iter().for_each(|notice| self.out.notice(notice));
        match follow {
            Follow::Same => self.out.say("text-reloaded"),
            Follow::Near => self.out.say("text-reloaded-near"),
            Follow::Lost => self.out.say("text-reloaded-lost"),
        }
        self.settle();
        self.search_again()
    }

    /// Asks for a speech that changed while it was still being read to be read again.
    pub(super) fn reload_stale(&mut self, id: EntryId) {
        let Some(open) = self.shelf.document_of_mut(id) else { return };
        let stale = open.is_stale && open.speech.extent == Extent::Whole;
        if !stale || !matches!(open.speech.origin, Origin::File(_)) {
            return;
        }
        open.is_stale = false;
        self.out.want(Effect::Reload(id, Box::new(open.speech.clone())));
    }
}
