//! Files that change, move or go away while the reader runs: the speech being read is read again,
//! and the reader stays at the same words.

use super::App;
use super::document::Follow;
use super::event::{Effect, NewSpeech};
use super::notice::Notice;
use super::shelf::{Content, Entry, Shelved};
use crate::i18n::Message;
use crate::speech::{Extent, Origin};
use std::path::{Path, PathBuf};

impl App {
    /// Asks to be told of changes of every open file.
    pub(super) fn attend_open(&mut self) {
        let open = self.shelf.entries().iter().filter(|entry| entry.document().is_some());
        let paths = open.filter_map(|entry| entry.path().map(Path::to_owned));
        paths.for_each(|path| self.out.want(Effect::Attend(path)));
    }

    /// Asks to be told of changes of the file at this place.
    pub(super) fn attend(&mut self, index: usize) {
        let path = self.shelf.entries().get(index).and_then(Entry::path);
        if let Some(path) = path {
            self.out.want(Effect::Attend(path.to_owned()));
        }
    }

    /// Takes files of the library that are new or have changed.
    pub(super) fn shelved(&mut self, files: Vec<Shelved>) {
        let current = self.shelf.current();
        let failed = |app: &App| {
            let entry = app.shelf.entries().get(current);
            entry.is_some_and(|entry| matches!(entry.content, Content::Failed(..)))
        };
        let had_failed = failed(self);
        self.shelf.shelve(files);
        // What could not be opened is tried again when it has changed.
        if had_failed && !failed(self) {
            self.open_speech(current)
        }
    }

    /// Takes it that files are no longer there. One that is open goes on as the file of the same
    /// text that came to the shelf meanwhile, if there is one; else its text stays.
    pub(super) fn gone(&mut self, paths: &[PathBuf]) {
        for path in paths {
            let Some(index) = self.shelf.find_file(path) else { continue };
            if let Some(moved) = self.shelf.take_moved(index) {
                self.out.want(Effect::Attend(moved));
                continue;
            }
            let Some(entry) = self.shelf.entry_mut(index) else { continue };
            let was_there = entry.is_there();
            entry.vanish();
            if was_there && index == self.shelf.current() && self.shelf.document().is_some() {
                self.out.warn("file-gone", []);
            }
        }
    }

    /// Asks for an open speech whose file has changed to be read again.
    pub(super) fn touched(&mut self, path: &std::path::Path) {
        let Some(index) = self.shelf.find_file(path) else { return };
        let Some(entry) = self.shelf.entry_mut(index) else { return };
        entry.come_back();
        let Some(open) = entry.document_mut() else { return };
        if open.speech.extent != Extent::Whole {
            // Once all of it is here.
            open.is_stale = true;
            return;
        }
        self.out.want(Effect::Reload(index, Box::new(open.speech.clone())));
    }

    /// Takes the new version of an open speech, or why there is none. While something lies over
    /// the text, or a passage is being selected, it waits: those have places in the old one.
    pub(super) fn reloaded(&mut self, index: usize, result: Result<Box<NewSpeech>, Message>) {
        match result {
            Ok(new) if index == self.shelf.current() && self.is_busy() => {
                self.fresh = Some((index, new));
            }
            Ok(new) => self.renew(index, *new),
            Err(trouble) => {
                self.out.notice(Notice::trouble(trouble));
            }
        }
    }

    /// Takes a new version that waited, if nothing is in its way any more.
    pub(super) fn renew_waiting(&mut self) {
        if self.fresh.is_none() || self.is_busy() {
            return;
        }
        let fresh = self.fresh.take();
        if let Some((index, new)) = fresh {
            self.renew(index, *new);
        }
    }

    fn is_busy(&self) -> bool {
        !self.overlays.is_empty() || self.selection.is_some()
    }

    fn renew(&mut self, index: usize, new: NewSpeech) {
        let current = index == self.shelf.current();
        let Some(entry) = self.shelf.entry_mut(index) else { return };
        let title = new.speech.meta.title.clone();
        let Some(open) = entry.document_mut() else { return };
        // Another file may have been opened at this place since.
        if open.speech.origin != new.speech.origin {
            return;
        }
        let follow = open.renew(new.speech);
        open.corrections = new.corrections;
        open.mark(&self.bookmarks);
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
    pub(super) fn reload_stale(&mut self, index: usize) {
        let Some(open) = self.shelf.document_at_mut(index) else { return };
        let stale = open.is_stale && open.speech.extent == Extent::Whole;
        if !stale || !matches!(open.speech.origin, Origin::File(_)) {
            return;
        }
        open.is_stale = false;
        self.out.want(Effect::Reload(index, Box::new(open.speech.clone())));
    }
}
