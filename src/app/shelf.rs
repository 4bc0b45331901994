//! The speeches at hand, and which one is being read.

use super::document::Document;
use std::path::PathBuf;

/// The speeches at hand; at least one.
#[derive(Debug)]
pub struct Shelf {
    entries: Vec<Entry>,
    current: usize,
}

/// A speech at hand.
#[derive(Debug)]
pub struct Entry {
    /// Its title, or the name of its file until that is known.
    pub title: String,
    /// The same, folded, to be found by.
    pub folded: String,
    /// What there is of it.
    pub content: Content,
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
        let folded = crate::text::fold(&title);
        Entry { title, folded, content: Content::Unread(path) }
    }

    /// Makes an entry for an open speech.
    pub fn open(document: Document) -> Self {
        let title = document.speech.meta.title.clone();
        let folded = crate::text::fold(&title);
        Entry { title, folded, content: Content::Open(Box::new(document)) }
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
        Shelf { entries, current }
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
    pub fn find_file(&self, path: &std::path::Path) -> Option<usize> {
        use crate::model::Origin;
        self.entries.iter().position(|entry| match &entry.content {
            Content::Unread(file) | Content::Reading(file) | Content::Failed(file, _) => {
                file == path
            }
            Content::Open(open) => {
                matches!(&open.speech.origin, Origin::File(file) if file == path)
            }
        })
    }

    /// Adds an entry and gives its place.
    pub fn add(&mut self, entry: Entry) -> usize {
        self.entries.push(entry);
        self.entries.len() - 1
    }
}
