//! The speeches at hand, and which one is being read.

use super::document::OpenSpeech;
use super::entry::{Content, Presence, ShelfEntry, ShelfPart, Shelved};
use super::id::EntryId;
use super::scope::ShelfScope;
use crate::library::catalog::Progress;
use crate::speech::{Origin, SavedSearch, SpeechId};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// The speeches at hand; at least one.
#[derive(Debug)]
pub struct Shelf {
    entries: Vec<ShelfEntry>,
    current: EntryId,
    saved: Vec<SavedSearch>,
    /// Which of the speeches the sidebar lists.
    session: ShelfScope,
    revision: u64,
}

impl Shelf {
    /// Makes a shelf of at least one entry, of which the one at place `current` is read first.
    pub fn new(entries: Vec<ShelfEntry>, current: usize) -> Self {
        debug_assert!(!entries.is_empty());
        let current = EntryId::new(current.min(entries.len().saturating_sub(1)));
        let session = ShelfScope::Library;
        Shelf { entries, current, saved: Vec::new(), session, revision: 0 }
    }

    /// Takes it that all speeches were named at the start: those of the library that come are not among them.
    pub fn all_named(mut self) -> Self {
        self.session = ShelfScope::Open;
        self.entries.iter_mut().for_each(|entry| entry.part = ShelfPart::Named);
        self
    }

    /// Returns which of the speeches the sidebar lists.
    pub fn session(&self) -> ShelfScope {
        self.session
    }

    /// Returns whether a scope covers a speech, deleted and put away or not.
    pub fn covers(&self, scope: ShelfScope, entry: &ShelfEntry) -> bool {
        let is_open = !matches!(entry.content, Content::Unread(_));
        match scope {
            ShelfScope::Library => entry.part != ShelfPart::Named,
            ShelfScope::Open => is_open || entry.part != ShelfPart::Library,
        }
    }

    /// Returns whether the sidebar lists a speech.
    pub fn lists(&self, entry: &ShelfEntry) -> bool {
        let listed = match self.session {
            ShelfScope::Library => true,
            ShelfScope::Open => self.covers(ShelfScope::Open, entry),
        };
        entry.is_shown() && listed
    }

    /// Takes files that are named now; they come last.
    pub fn name(&mut self, paths: &[PathBuf]) {
        for path in paths {
            let is_new = self.find_file(path).is_none();
            let id = self.find_or_add(path);
            if let Some(entry) = self.entries.get_mut(id.place()).filter(|_| is_new) {
                entry.part = ShelfPart::Named;
            }
        }
    }

    /// Returns whether a speech is of a file that is not of the library.
    pub fn is_foreign(&self, entry: &ShelfEntry) -> bool {
        entry.is_there() && entry.part == ShelfPart::Named && entry.path().is_some()
    }

    /// Returns whether speeches were named at the start that nobody has opened yet.
    pub fn has_named(&self) -> bool {
        self.entries.iter().any(|entry| {
            entry.part != ShelfPart::Library && matches!(entry.content, Content::Unread(_))
        })
    }

    /// Returns whether there are speeches of which nothing is known yet.
    pub fn has_unknown(&self) -> bool {
        self.entries
            .iter()
            .any(|entry| entry.about.is_none() && matches!(entry.content, Content::Unread(_)))
    }

    /// Returns the searches that the user saved.
    pub fn saved(&self) -> &[SavedSearch] {
        &self.saved
    }

    /// Takes the saved searches as they are stored.
    pub fn set_saved(&mut self, saved: Vec<SavedSearch>) {
        self.revision += 1;
        self.saved = saved;
    }

    /// Returns a number that is another one whenever entries may have changed.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Notes how far speeches were read, by the fingerprints of their texts, and what is known about
    /// those that are open.
    pub fn note_progress(&mut self, read: &HashMap<String, Progress>) {
        self.revision += 1;
        for entry in &mut self.entries {
            entry.look_into();
            if let Some(about) = &mut entry.about {
                about.progress = read.get(about.fingerprint()).copied().or(about.progress);
            }
        }
    }

    /// Returns all entries, in the order of the shelf.
    pub fn entries(&self) -> impl ExactSizeIterator<Item = (EntryId, &ShelfEntry)> {
        self.entries.iter().enumerate().map(|(place, entry)| (EntryId::new(place), entry))
    }

    /// Counts the entries.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Returns whether there are no entries.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Returns an entry.
    pub fn entry(&self, id: EntryId) -> Option<&ShelfEntry> {
        self.entries.get(id.place())
    }

    /// Returns an entry, to be changed.
    pub fn entry_mut(&mut self, id: EntryId) -> Option<&mut ShelfEntry> {
        self.revision += 1;
        self.entries.get_mut(id.place())
    }

    /// Returns the number of the entry being read.
    pub fn current(&self) -> EntryId {
        self.current
    }

    /// Returns the entry being read.
    pub fn current_entry(&self) -> Option<&ShelfEntry> {
        self.entry(self.current)
    }

    /// Takes another entry to read; one that does not exist changes nothing.
    pub fn select(&mut self, id: EntryId) {
        if id.place() < self.entries.len() {
            self.current = id;
        }
    }

    /// Returns the speech being read.
    pub fn document(&self) -> Option<&OpenSpeech> {
        self.current_entry().and_then(ShelfEntry::document)
    }

    /// Returns the speech being read, to be changed.
    pub fn document_mut(&mut self) -> Option<&mut OpenSpeech> {
        self.document_of_mut(self.current)
    }

    /// Returns the open speech of an entry, to be changed.
    pub fn document_of_mut(&mut self, id: EntryId) -> Option<&mut OpenSpeech> {
        self.entries.get_mut(id.place()).and_then(ShelfEntry::document_mut)
    }

    /// Returns every open speech, to be changed.
    pub fn documents_mut(&mut self) -> impl Iterator<Item = &mut OpenSpeech> {
        self.entries.iter_mut().filter_map(ShelfEntry::document_mut)
    }

    /// Finds the entry of a speech by its id.
    pub fn find(&self, speech: &SpeechId) -> Option<EntryId> {
        let is_of =
            |entry: &ShelfEntry| entry.document().is_some_and(|open| open.speech.id == *speech);
        self.entries.iter().position(is_of).map(EntryId::new)
    }

    /// Finds the entry of a file.
    pub fn find_file(&self, path: &Path) -> Option<EntryId> {
        self.entries.iter().position(|entry| entry.path() == Some(path)).map(EntryId::new)
    }

    /// Finds the entry of a file; one that is not here yet is added.
    pub fn find_or_add(&mut self, path: &Path) -> EntryId {
        self.find_file(path).unwrap_or_else(|| {
            self.revision += 1;
            self.entries.push(ShelfEntry::unread(path.to_owned()));
            EntryId::new(self.entries.len() - 1)
        })
    }

    /// Takes files of the library: those that are not here yet come last, in their order, and what
    /// is known about the others is taken over. Every entry keeps its place.
    pub fn shelve(&mut self, scope: ShelfScope, files: Vec<Shelved>) {
        self.revision += 1;
        let part = match scope {
            ShelfScope::Open => ShelfPart::Named,
            ShelfScope::Library => ShelfPart::Library,
        };
        let shelved = |new| ShelfEntry::shelved(new, part);
        if self.entries.len() <= files.len() {
            let here: HashSet<PathBuf> =
                self.entries.iter().filter_map(|entry| entry.path().map(Path::to_owned)).collect();
            let (known, new): (Vec<_>, Vec<_>) =
                files.into_iter().partition(|file| here.contains(&file.path));
            self.entries.reserve_exact(new.len());
            self.entries.extend(new.into_iter().map(shelved));
            self.take_over(part, known);
        } else {
            let rest = self.take_over(part, files);
            self.entries.extend(rest.into_iter().map(shelved));
        }
    }

    /// Takes over what is known about files that are here, and gives back the others.
    fn take_over(&mut self, part: ShelfPart, files: Vec<Shelved>) -> Vec<Shelved> {
        if files.is_empty() {
            return files;
        }
        let mut by_path: HashMap<PathBuf, (usize, Shelved)> =
            files.into_iter().enumerate().map(|(at, new)| (new.path.clone(), (at, new))).collect();
        for entry in &mut self.entries {
            let Some((_, new)) = entry.path().and_then(|path| by_path.remove(path)) else {
                continue;
            };
            if entry.part != part {
                entry.part = ShelfPart::Both;
            }
            if entry.presence == Presence::Gone {
                entry.presence = Presence::There;
            }
            // What could not be opened has changed, and is tried again.
            if let Content::Failed(Some(path), _) = &entry.content {
                entry.content = Content::Unread(path.clone());
            }
            if let (Content::Unread(_), Some(about)) = (&entry.content, new.about) {
                about.title().clone_into(&mut entry.title);
                let before = entry.about.take().and_then(|before| before.progress);
                entry.about = Some(about);
                if let Some(about) = &mut entry.about {
                    about.progress = about.progress.or(before);
                }
            }
        }
        let mut rest: Vec<(usize, Shelved)> = by_path.into_values().collect();
        rest.sort_by_key(|(at, _)| *at);
        rest.into_iter().map(|(_, new)| new).collect()
    }

    /// Finds the file that an open speech is in now, where another one of the same text came to the
    /// shelf: the speech takes its place. Gives that file.
    pub fn take_moved(&mut self, id: EntryId) -> Option<PathBuf> {
        let fingerprint = self.entry(id)?.document()?.speech.fingerprint.clone();
        let is_moved = |entry: &ShelfEntry| {
            let about = entry.about.as_ref();
            entry.is_there()
                && matches!(entry.content, Content::Unread(_))
                && about.is_some_and(|about| about.fingerprint() == fingerprint)
        };
        if fingerprint.is_empty() {
            return None;
        }
        self.revision += 1;
        let moved = self.entries.iter_mut().find(|entry| is_moved(entry))?;
        let path = moved.path()?.to_owned();
        // The place that it leaves is of no file any more.
        moved.vanish();
        moved.content = Content::Moved;
        let about = moved.about.take();
        let entry = self.entries.get_mut(id.place())?;
        entry.about = about;
        entry.document_mut()?.speech.origin = Origin::File(path.clone());
        Some(path)
    }
}
