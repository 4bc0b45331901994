//! A speech at hand: a file that was not read yet, or a document that is open.

use super::document::OpenSpeech;
use crate::i18n::Message;
use crate::library::catalog::{Brief, Listed};
use crate::speech::{CatalogEntry, Metadata, Origin, SpeechId, Standing, TitledBy};
use std::path::{Path, PathBuf};

/// A speech at hand.
#[derive(Debug)]
pub struct ShelfEntry {
    /// Its title, or the name of its file until that is known.
    pub title: String,
    /// What is known about it, and how far it was read; nothing until its file was looked into.
    pub about: Option<Box<Brief>>,
    /// What there is of it.
    pub content: Content,
    pub(super) presence: Presence,
    pub(super) part: ShelfPart,
}

/// Whether a speech is of the library.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum ShelfPart {
    /// It is.
    #[default]
    Library,
    /// It is not, but was named at the start.
    Named,
    /// It is, and was named at the start.
    Both,
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
    /// What could not be read, and why; the file, if it is of one.
    Failed(Option<PathBuf>, Message),
    /// A file that is gone on as another entry, under another name.
    Moved,
    /// The speech.
    Open(Box<OpenSpeech>),
}

impl ShelfEntry {
    /// Makes an entry for a file that is read when it is needed.
    pub fn unread(path: PathBuf) -> Self {
        let name = path.file_stem().unwrap_or(path.as_os_str()).to_string_lossy();
        let title = crate::text::printable(&name).into_owned();
        ShelfEntry {
            title,
            about: None,
            content: Content::Unread(path),
            presence: Presence::There,
            part: ShelfPart::default(),
        }
    }

    /// Makes an entry for an open speech.
    pub fn open(document: OpenSpeech) -> Self {
        let title = document.speech.meta.title.clone();
        ShelfEntry {
            title,
            about: None,
            content: Content::Open(Box::new(document)),
            presence: Presence::There,
            part: ShelfPart::default(),
        }
    }

    pub(super) fn shelved(new: Shelved, part: ShelfPart) -> Self {
        let entry = match new.about {
            None => ShelfEntry::unread(new.path),
            Some(about) => ShelfEntry {
                title: about.title().to_owned(),
                about: Some(about),
                content: Content::Unread(new.path),
                presence: Presence::There,
                part: ShelfPart::default(),
            },
        };
        ShelfEntry { part, ..entry }
    }

    /// Returns the file, if it is of one.
    pub fn path(&self) -> Option<&Path> {
        match &self.content {
            Content::Unread(file) | Content::Reading(file) => Some(file),
            Content::Failed(file, _) => file.as_deref(),
            Content::Moved => None,
            Content::Open(open) => match &open.speech.origin {
                Origin::File(file) => Some(file),
                Origin::Shipped(_) | Origin::StandardInput => None,
            },
        }
    }

    /// Returns whether its file is there.
    pub fn is_there(&self) -> bool {
        self.presence == Presence::There
    }

    /// Returns whether lists show it: its file is there, and it was not put away.
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

    /// Returns what is known about it; of a file that nobody has looked into yet that is its name.
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

    /// Returns whether it stands among the others or was put away.
    pub fn standing(&self) -> Standing {
        self.about.as_ref().map_or(Standing::Shelved, |about| about.standing())
    }

    /// Takes what is known about an open speech from the speech itself.
    pub(super) fn look_into(&mut self) {
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

    /// Returns the open speech.
    pub fn document(&self) -> Option<&OpenSpeech> {
        match &self.content {
            Content::Open(document) => Some(document),
            Content::Unread(_) | Content::Reading(_) | Content::Failed(..) | Content::Moved => None,
        }
    }

    /// Returns the open speech, to be changed.
    pub fn document_mut(&mut self) -> Option<&mut OpenSpeech> {
        match &mut self.content {
            Content::Open(document) => Some(document),
            Content::Unread(_) | Content::Reading(_) | Content::Failed(..) | Content::Moved => None,
        }
    }
}
