//! The layers that are open, the last one opened on top.

use super::base::{OverlayLayer, Under};
use super::bookmarks::BookmarkList;
use super::corrections::CorrectionList;
use super::found::FoundList;
use super::help::Help;
use super::library::LibraryList;
use super::note::NoteEditor;
use super::picker::Picker;
use super::prompt::{Prompt, PromptPurpose};
use super::register::RegisterList;
use super::review::Review;

/// Something that lies over the text and takes the keys.
#[derive(Debug)]
pub enum Overlay {
    /// An input line at the foot of the screen.
    Prompt(Prompt),
    /// A list narrowed by typing.
    Picker(Box<Picker>),
    /// The bookmarks.
    Bookmarks(BookmarkList),
    /// The review of bookmarks.
    Review(Review),
    /// A note being written.
    Note(Box<NoteEditor>),
    /// The corrections of the speech being read.
    Corrections(CorrectionList),
    /// What was found in the library.
    Hunt(FoundList),
    /// The speeches of the library.
    Library(Box<LibraryList>),
    /// The register of tasks.
    Register(Box<RegisterList>),
    /// The help, or an explanation.
    Help(Help),
}

impl Overlay {
    /// Returns what it answers for itself.
    pub fn layer(&self) -> &dyn OverlayLayer {
        match self {
            Overlay::Prompt(layer) => layer,
            Overlay::Picker(layer) => layer.as_ref(),
            Overlay::Bookmarks(layer) => layer,
            Overlay::Review(layer) => layer,
            Overlay::Note(layer) => layer.as_ref(),
            Overlay::Corrections(layer) => layer,
            Overlay::Hunt(layer) => layer,
            Overlay::Library(layer) => layer.as_ref(),
            Overlay::Register(layer) => layer.as_ref(),
            Overlay::Help(layer) => layer,
        }
    }

    /// Returns what it answers for itself, to be changed.
    pub fn layer_mut(&mut self) -> &mut dyn OverlayLayer {
        match self {
            Overlay::Prompt(layer) => layer,
            Overlay::Picker(layer) => layer.as_mut(),
            Overlay::Bookmarks(layer) => layer,
            Overlay::Review(layer) => layer,
            Overlay::Note(layer) => layer.as_mut(),
            Overlay::Corrections(layer) => layer,
            Overlay::Hunt(layer) => layer,
            Overlay::Library(layer) => layer.as_mut(),
            Overlay::Register(layer) => layer.as_mut(),
            Overlay::Help(layer) => layer,
        }
    }
}

/// The layers that are open, the top one last.
#[derive(Debug, Default)]
pub(in crate::app) struct Layers(Vec<Overlay>);

impl Layers {
    /// Returns all of them, the top one last.
    pub(in crate::app) fn all(&self) -> &[Overlay] {
        &self.0
    }

    /// Closes all and returns them, the top one last.
    pub(in crate::app) fn take_all(&mut self) -> Vec<Overlay> {
        std::mem::take(&mut self.0)
    }

    /// Returns whether none is open.
    pub(in crate::app) fn are_closed(&self) -> bool {
        self.0.is_empty()
    }

    /// Returns the top one.
    pub(in crate::app) fn top(&self) -> Option<&Overlay> {
        self.0.last()
    }

    /// Returns the top one, to be changed.
    pub(in crate::app) fn top_mut(&mut self) -> Option<&mut Overlay> {
        self.0.last_mut()
    }

    /// Opens one over the others.
    pub(in crate::app) fn open(&mut self, overlay: Overlay) {
        self.0.push(overlay);
    }

    /// Opens an input line with a text in it.
    pub(in crate::app) fn ask(&mut self, purpose: PromptPurpose, text: &str) {
        self.open(Overlay::Prompt(Prompt::new(purpose, text)));
    }

    /// Closes the top one and returns it.
    pub(in crate::app) fn close(&mut self) -> Option<Overlay> {
        self.0.pop()
    }

    /// Closes all.
    pub(in crate::app) fn close_all(&mut self) {
        self.0.clear();
    }

    /// Makes the rows of all anew.
    pub(in crate::app) fn settle(&mut self, under: &Under<'_>) {
        self.0.iter_mut().for_each(|overlay| overlay.layer_mut().settle(under));
    }

    /// Returns whether an input line or a list to pick from is on top.
    pub(in crate::app) fn is_asking(&self) -> bool {
        matches!(self.0.last(), Some(Overlay::Prompt(_) | Overlay::Picker(_)))
    }

    /// Returns the note that is being written, if that is on top.
    pub(in crate::app) fn note(&mut self) -> Option<&mut NoteEditor> {
        match self.0.last_mut() {
            Some(Overlay::Note(editor)) => Some(editor),
            _ => None,
        }
    }

    /// Returns the list of bookmarks that is open, whatever lies over it.
    pub(in crate::app) fn bookmarks(&mut self) -> Option<&mut BookmarkList> {
        self.0.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Bookmarks(list) => Some(list),
            _ => None,
        })
    }

    /// Closes the lists of bookmarks.
    pub(in crate::app) fn close_bookmarks(&mut self) {
        self.0.retain(|overlay| !matches!(overlay, Overlay::Bookmarks(_)));
    }

    /// Returns the register that is open, whatever lies over it, to be looked at.
    pub(in crate::app) fn open_register(&self) -> Option<&RegisterList> {
        self.0.iter().rev().find_map(|overlay| match overlay {
            Overlay::Register(list) => Some(&**list),
            _ => None,
        })
    }

    /// Returns the register that is open, whatever lies over it.
    pub(in crate::app) fn register(&mut self) -> Option<&mut RegisterList> {
        self.0.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Register(list) => Some(&mut **list),
            _ => None,
        })
    }

    /// Returns the list of the library that is open, whatever lies over it.
    pub(in crate::app) fn library(&mut self) -> Option<&mut LibraryList> {
        self.0.iter_mut().rev().find_map(|overlay| match overlay {
            Overlay::Library(list) => Some(&mut **list),
            _ => None,
        })
    }
}
