//! The speeches at hand, and which one is being read.

use super::document::Document;
use crate::i18n::Message;
use crate::library::catalog::{Brief, Listed, Progress};
use crate::speech::{CatalogEntry, Metadata, Origin, SavedSearch, SpeechId, Standing, TitledBy};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// The speeches at hand; at least one.
#[derive(Debug)]
pub struct Shelf {
    entries: Vec<Entry>,
    current: usize,
    saved: Vec<SavedSearch>,
    revision: u64,
}

/// A speech at hand.
#[derive(Debug)]
pub struct Entry {
    /// Its title, or the name of its file until that is known.
    pub title: String,
    /// What is known about it, and how far it was read; nothing until its file was looked into.
    pub about: Option<Box<Brief>>,
    /// What there is of it.
    pub content: Content,
    pub(super) presence: Presence,
}

/// Whether the file of a speech is there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Presence {
    #[default]
    There,
    /// It was deleted here; what is open of it can still be read. A list of files that was made
    /// before that does not bring it back.
    Deleted,
    /// It is no longer on the disk, whoever took it away.
    Gone,
}

/// A file of the library that comes to the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// The file.
    pub path: PathBuf,
    /// What is known about it.
    pub about: Option<Box<Brief>>,
}

/// What there is of a speech.
#[derive(Debug)]
pub enum Content {
    /// A file that was not read yet.
    Unread(PathBuf),
    /// A file that is being read.
    Reading(PathBuf),
    /// A file that could not be read, and why.
    Failed(PathBuf, Message),
    /// The speech.
    Open(Box<Document>),
}

impl Entry {
    /// Makes an entry for a file that is read when it is needed.
    pub fn unread(path: PathBuf) -> Self {
        let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
        let title = crate::text::printable(&name).into_owned();
        Entry { title, about: None, content: Content::Unread(path), presence: Presence::There }
    }

    /// Makes an entry for an open speech.
    pub fn open(document: Document) -> Self {
        let title = document.speech.meta.title.clone();
        Entry {
            title,
            about: None,
            content: Content::Open(Box::new(document)),
            presence: Presence::There,
        }
    }

    fn shelved(new: Shelved) -> Self {
        match new.about {
            None => Entry::unread(new.path),
            Some(about) => Entry {
                title: about.title().to_owned(),
                about: Some(about),
                content: Content::Unread(new.path),
                presence: Presence::There,
            },
        }
    }

    /// Gives the file, if it is of one.
    pub fn path(&self) -> Option<&Path> {
        match &self.content {
            Content::Unread(file) | Content::Reading(file) | Content::Failed(file, _) => Some(file),
            Content::Open(open) => match &open.speech.origin {
                Origin::File(file) => Some(file),
                Origin::Shipped(_) | Origin::StandardInput => None,
            },
        }
    }

    /// Tells whether its file is there.
    pub fn is_there(&self) -> bool {
        self.presence == Presence::There
    }

    /// Tells whether lists show it: its file is there, and it was not put away.
    pub fn is_shown(&self) -> bool {
        self.is_there() && self.standing() == Standing::Shelved
    }

    /// Notes that its file was deleted.
    pub(super) fn leave(&mut self) {
        self.presence = Presence::Deleted;
    }

    /// Notes that its file is not on the disk.
    pub(super) fn vanish(&mut self) {
        self.presence = Presence::Gone;
    }

    /// Notes that its file is there again.
    pub(super) fn come_back(&mut self) {
        self.presence = Presence::There;
    }

    /// Gives what is known about it; of a file that nobody has looked into yet that is its name.
    pub fn listed(&self) -> Listed {
        let path = self.path().map(Path::to_owned).unwrap_or_default();
        match &self.about {
            Some(about) => about.listed(path),
            None => {
                let meta = Metadata {
                    title: self.title.clone(),
                    titled_by: TitledBy::FileName,
                    ..Metadata::default()
                };
                Listed { known: CatalogEntry::unknown(path, meta), progress: None }
            }
        }
    }

    /// Tells whether it stands among the others or was put away.
    pub fn standing(&self) -> Standing {
        self.about.as_ref().map_or(Standing::Shelved, |about| about.standing())
    }

    /// Takes what is known about an open speech from the speech itself.
    fn look_into(&mut self) {
        let Content::Open(open) = &self.content else { return };
        let known = CatalogEntry::in_brief(&open.speech, PathBuf::new(), 0);
        let progress = self.about.take().and_then(|before| before.progress);
        self.about = Some(Box::new(Brief::of(&known, progress)));
    }

    /// Takes what is known about it after it was changed.
    pub fn amend(&mut self, id: SpeechId, meta: Metadata) {
        self.title.clone_from(&meta.title);
        if self.about.is_some() {
            let Listed { mut known, progress } = self.listed();
            known.id = id.clone();
            known.meta = meta.clone();
            self.about = Some(Box::new(Brief::of(&known, progress)));
        }
        if let Some(open) = self.document_mut() {
            open.speech.id = id;
            open.speech.meta = meta;
        }
    }

    /// Gives the open speech.
    pub fn document(&self) -> Option<&Document> {
        match &self.content {
            Content::Open(document) => Some(document),
            Content::Unread(_) | Content::Reading(_) | Content::Failed(..) => None,
        }
    }

    /// Gives the open speech, to be changed.
    pub fn document_mut(&mut self) -> Option<&mut Document> {
        match &mut self.content {
            Content::Open(document) => Some(document),
            Content::Unread(_) | Content::Reading(_) | Content::Failed(..) => None,
        }
    }
}

impl Shelf {
    /// Makes a shelf of at least one entry, of which `current` is read first.
    pub fn new(entries: Vec<Entry>, current: usize) -> Self {
        debug_assert!(!entries.is_empty());
        let current = current.min(entries.len().saturating_sub(1));
        Shelf { entries, current, saved: Vec::new(), revision: 0 }
    }

    /// Gives the searches that the user saved.
    pub fn saved(&self) -> &[SavedSearch] {
        &self.saved
    }

    /// Takes the saved searches as they are stored.
    pub fn set_saved(&mut self, saved: Vec<SavedSearch>) {
        self.revision += 1;
        self.saved = saved;
    }

    /// Gives a number that is another one whenever entries may have changed.
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

    /// Gives all entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Gives an entry, to be changed.
    pub fn entry_mut(&mut self, index: usize) -> Option<&mut Entry> {
        self.revision += 1;
        self.entries.get_mut(index)
    }

    /// Gives the place of the entry being read.
    pub fn current(&self) -> usize {
        self.current
    }

    /// Takes another entry to read; one that does not exist changes nothing.
    pub fn select(&mut self, index: usize) {
        if index < self.entries.len() {
            self.current = index;
        }
    }

    /// Gives the speech being read.
    pub fn document(&self) -> Option<&Document> {
        self.entries.get(self.current).and_then(Entry::document)
    }

    /// Gives the speech being read, to be changed.
    pub fn document_mut(&mut self) -> Option<&mut Document> {
        self.entries.get_mut(self.current).and_then(Entry::document_mut)
    }

    /// Gives the open speech at a place of the shelf, to be changed.
    pub fn document_at_mut(&mut self, index: usize) -> Option<&mut Document> {
        self.entries.get_mut(index).and_then(Entry::document_mut)
    }

    /// Gives every open speech, to be changed.
    pub fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        self.entries.iter_mut().filter_map(Entry::document_mut)
    }

    /// Finds the entry of a speech by its id.
    pub fn find(&self, id: &crate::speech::SpeechId) -> Option<usize> {
        self.entries
            .iter()
            .position(|entry| entry.document().is_some_and(|open| open.speech.id == *id))
    }

    /// Finds the entry of a file.
    pub fn find_file(&self, path: &Path) -> Option<usize> {
        self.entries.iter().position(|entry| entry.path() == Some(path))
    }

    /// Takes files of the library: those that are not here yet come last, in their order, and what
    /// is known about the others is taken over. Every entry keeps its place.
    pub fn shelve(&mut self, files: Vec<Shelved>) {
        self.revision += 1;
        if self.entries.len() <= files.len() {
            let here: HashSet<PathBuf> =
                self.entries.iter().filter_map(|entry| entry.path().map(Path::to_owned)).collect();
            let (known, new): (Vec<_>, Vec<_>) =
                files.into_iter().partition(|file| here.contains(&file.path));
            self.entries.reserve_exact(new.len());
            self.entries.extend(new.into_iter().map(Entry::shelved));
            self.take_over(known);
        } else {
            let rest = self.take_over(files);
            self.entries.extend(rest.into_iter().map(Entry::shelved));
        }
    }

    /// Takes over what is known about files that are here, and gives back the others.
    fn take_over(&mut self, files: Vec<Shelved>) -> Vec<Shelved> {
        if files.is_empty() {
            return files;
        }
        let mut by_path: HashMap<PathBuf, (usize, Shelved)> =
            files.into_iter().enumerate().map(|(at, new)| (new.path.clone(), (at, new))).collect();
        for entry in &mut self.entries {
            let Some((_, new)) = entry.path().and_then(|path| by_path.remove(path)) else {
                continue;
            };
            if entry.presence == Presence::Gone {
                entry.presence = Presence::There;
            }
            // What could not be opened has changed, and is tried again.
            if let Content::Failed(path, _) = &entry.content {
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
    pub fn take_moved(&mut self, index: usize) -> Option<PathBuf> {
        let fingerprint = self.entries.get(index)?.document()?.speech.fingerprint.clone();
        let is_moved = |entry: &Entry| {
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
        moved.content = Content::Failed(PathBuf::new(), Message::new("file-gone"));
        let about = moved.about.take();
        let entry = self.entries.get_mut(index)?;
        entry.about = about;
        entry.document_mut()?.speech.origin = Origin::File(path.clone());
        Some(path)
    }

    /// Adds an entry and gives its place.
    pub fn add(&mut self, entry: Entry) -> usize {
        self.revision += 1;
        self.entries.push(entry);
        self.entries.len() - 1
    }
}
