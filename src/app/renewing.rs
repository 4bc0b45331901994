//! Files that change, move or go away while the reader runs: the speech being read is read again,
//! and the reader stays at the same words.

use super::App;
use super::document::Follow;
use super::event::{Effect, NewSpeech, Notice};
use super::shelf::{Content, Entry, Shelved};
use crate::i18n::Message;
use crate::model::{Extent, Origin};
use std::path::PathBuf;

impl App {
    /// Asks to be told of changes of every open file.
    pub(super) fn attend_open(&self) -> Vec<Effect> {
        let open = self.shelf.entries().iter().filter(|entry| entry.document().is_some());
        open.filter_map(|entry| entry.path().map(|path| Effect::Attend(path.to_owned()))).collect()
    }

    /// Asks to be told of changes of the file at this place.
    pub(super) fn attend(&self, index: usize) -> Option<Effect> {
        let path = self.shelf.entries().get(index).and_then(Entry::path);
        path.map(|path| Effect::Attend(path.to_owned()))
    }

    /// Takes files of the library that are new or have changed.
    pub(super) fn shelved(&mut self, files: Vec<Shelved>) -> Vec<Effect> {
        let current = self.shelf.current();
        let failed = |app: &App| {
            let entry = app.shelf.entries().get(current);
            entry.is_some_and(|entry| matches!(entry.content, Content::Failed(..)))
        };
        let had_failed = failed(self);
        self.shelf.shelve(files);
        // What could not be opened is tried again when it has changed.
        if had_failed && !failed(self) { self.open_speech(current) } else { Vec::new() }
    }

    /// Takes it that files are no longer there. One that is open goes on as the file of the same
    /// text that came to the shelf meanwhile, if there is one; else its text stays.
    pub(super) fn gone(&mut self, paths: &[PathBuf]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for path in paths {
            let Some(index) = self.shelf.find_file(path) else { continue };
            if let Some(moved) = self.shelf.take_moved(index) {
                effects.push(Effect::Attend(moved));
                continue;
            }
            let Some(entry) = self.shelf.entry_mut(index) else { continue };
            let was_there = entry.is_there();
            entry.vanish();
            if was_there && index == self.shelf.current() && self.shelf.document().is_some() {
                self.notices.push(Notice::trouble("file-gone"));
            }
        }
        effects
    }

    /// Asks for an open speech whose file has changed to be read again.
    pub(super) fn touched(&mut self, path: &std::path::Path) -> Vec<Effect> {
        let Some(index) = self.shelf.find_file(path) else { return Vec::new() };
        let Some(entry) = self.shelf.entry_mut(index) else { return Vec::new() };
        entry.come_back();
        let Some(open) = entry.document_mut() else { return Vec::new() };
        if open.speech.extent != Extent::Whole {
            // Once all of it is here.
            open.is_stale = true;
            return Vec::new();
        }
        vec![Effect::Reload(index, Box::new(open.speech.clone()))]
    }

    /// Takes the new version of an open speech, or why there is none. While something lies over
    /// the text, or a passage is being selected, it waits: those have places in the old one.
    pub(super) fn reloaded(
        &mut self,
        index: usize,
        result: Result<Box<NewSpeech>, Message>,
    ) -> Vec<Effect> {
        match result {
            Ok(new) if index == self.shelf.current() && self.is_busy() => {
                self.fresh = Some((index, new));
                Vec::new()
            }
            Ok(new) => self.renew(index, *new),
            Err(trouble) => {
                self.notices.push(Notice::trouble(trouble));
                Vec::new()
            }
        }
    }

    /// Takes a new version that waited, if nothing is in its way any more.
    pub(super) fn renew_waiting(&mut self) -> Vec<Effect> {
        if self.fresh.is_none() || self.is_busy() {
            return Vec::new();
        }
        let fresh = self.fresh.take();
        fresh.map(|(index, new)| self.renew(index, *new)).unwrap_or_default()
    }

    fn is_busy(&self) -> bool {
        !self.overlays.is_empty() || self.selection.is_some()
    }

    fn renew(&mut self, index: usize, new: NewSpeech) -> Vec<Effect> {
        let current = index == self.shelf.current();
        let Some(entry) = self.shelf.entry_mut(index) else { return Vec::new() };
        let title = new.speech.meta.title.clone();
        let Some(open) = entry.document_mut() else { return Vec::new() };
        // Another file may have been opened at this place since.
        if open.speech.origin != new.speech.origin {
            return Vec::new();
        }
        let follow = open.renew(new.speech);
        open.corrections = new.corrections;
        open.mark(&self.bookmarks);
        entry.title = title;
        if !current {
            return Vec::new();
        }
        self.notices.extend(new.notices);
        match follow {
            Follow::Same => self.say("text-reloaded"),
            Follow::Near => self.say("text-reloaded-near"),
            Follow::Lost => self.say("text-reloaded-lost"),
        }
        self.settle();
        self.search_again()
    }

    /// Asks for a speech that changed while it was still being read to be read again.
    pub(super) fn reload_stale(&mut self, index: usize) -> Option<Effect> {
        let open = self.shelf.entry_mut(index).and_then(Entry::document_mut)?;
        let stale = open.is_stale && open.speech.extent == Extent::Whole;
        if !stale || !matches!(open.speech.origin, Origin::File(_)) {
            return None;
        }
        open.is_stale = false;
        Some(Effect::Reload(index, Box::new(open.speech.clone())))
    }
}
