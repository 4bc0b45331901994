//! The speeches at hand, and which one is being read.

use super::document::Document;
use crate::model::{Date, SavedSearch, SpeechId};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// The speeches at hand; at least one.
#[derive(Debug)]
pub struct Shelf {
    entries: Vec<Entry>,
    current: usize,
    saved: Vec<SavedSearch>,
}

/// A speech at hand.
#[derive(Debug)]
pub struct Entry {
    /// Its title, or the name of its file until that is known.
    pub title: String,
    /// What is known about it while it is not open.
    pub about: Option<Box<About>>,
    /// What there is of it.
    pub content: Content,
}

/// What is known about a speech that is not open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its name.
    pub id: SpeechId,
    /// Its title.
    pub title: String,
    /// Who spoke.
    pub speaker: Option<String>,
    /// The day it was given.
    pub date: Option<Date>,
}

/// A file of the library that comes to the shelf.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelved {
    /// The file.
    pub path: PathBuf,
    /// What is known about it.
    pub about: Option<Box<About>>,
}

/// What there is of a speech.
#[derive(Debug)]
pub enum Content {
    /// A file that was not read yet.
    Unread(PathBuf),
    /// A file that is being read.
    Reading(PathBuf),
    /// A file that could not be read, and why.
    Failed(PathBuf, String),
    /// The speech.
    Open(Box<Document>),
}

impl Entry {
    /// Makes an entry for a file that is read when it is needed.
    pub fn unread(path: PathBuf) -> Self {
        let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
        let title = crate::text::printable(&name).into_owned();
        Entry { title, about: None, content: Content::Unread(path) }
    }

    /// Makes an entry for an open speech.
    pub fn open(document: Document) -> Self {
        let title = document.speech.meta.title.clone();
        Entry { title, about: None, content: Content::Open(Box::new(document)) }
    }

    fn shelved(new: Shelved) -> Self {
        match new.about {
            None => Entry::unread(new.path),
            Some(about) => Entry {
                title: about.title.clone(),
                about: Some(about),
                content: Content::Unread(new.path),
            },
        }
    }

    /// Gives the file, if it is of one.
    pub fn path(&self) -> Option<&Path> {
        use crate::model::Origin;
        match &self.content {
            Content::Unread(file) | Content::Reading(file) | Content::Failed(file, _) => Some(file),
            Content::Open(open) => match &open.speech.origin {
                Origin::File(file) => Some(file),
                Origin::Shipped(_) | Origin::StandardInput => None,
            },
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
        Shelf { entries, current, saved: Vec::new() }
    }

    /// Gives the searches that the user saved.
    pub fn saved(&self) -> &[SavedSearch] {
        &self.saved
    }

    /// Takes the saved searches as they are stored.
    pub fn set_saved(&mut self, saved: Vec<SavedSearch>) {
        self.saved = saved;
    }

    /// Gives all entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Gives an entry, to be changed.
    pub fn entry_mut(&mut self, index: usize) -> Option<&mut Entry> {
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

    /// Gives every open speech, to be changed.
    pub fn documents_mut(&mut self) -> impl Iterator<Item = &mut Document> {
        self.entries.iter_mut().filter_map(Entry::document_mut)
    }

    /// Finds the entry of a speech by its id.
    pub fn find(&self, id: &crate::model::SpeechId) -> Option<usize> {
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
            if let (Content::Unread(_), Some(about)) = (&entry.content, new.about) {
                entry.title.clone_from(&about.title);
                entry.about = Some(about);
            }
        }
        let mut rest: Vec<(usize, Shelved)> = by_path.into_values().collect();
        rest.sort_by_key(|(at, _)| *at);
        rest.into_iter().map(|(_, new)| new).collect()
    }

    /// Adds an entry and gives its place.
    pub fn add(&mut self, entry: Entry) -> usize {
        self.entries.push(entry);
        self.entries.len() - 1
    }
}
