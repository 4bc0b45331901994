//! An input line at the foot of the screen, and what it is for.

use super::base::OverlayLayer;
use super::line::InputLine;
use super::register::RegisterView;
use crate::app::document::Here;
use crate::app::screen::FurnitureView;
use crate::register::RegisterEntry;
use crate::settings::action::{Action, Context};
use crate::speech::{Field, SeriesIndex};
use crate::text::{TextPos, TextRange};

/// An input line and what it is for.
#[derive(Debug)]
pub struct Prompt {
    /// What it is for.
    pub purpose: PromptPurpose,
    /// What was typed.
    pub line: InputLine,
}

/// What an input line is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PromptPurpose {
    /// Words to find; and where the reader was before.
    Search(SearchOrigin),
    /// Words to narrow the text to; and where the reader was before.
    Narrow(SearchOrigin),
    /// An address to go to.
    Address,
    /// A per cent to go to.
    Percent,
    /// The name of this list.
    SeriesTitle(SeriesIndex),
    /// The tags of a bookmark.
    Tags(Subject),
    /// The letter to give to a bookmark.
    SetLetter(Subject),
    /// The letter to go to.
    GoLetter,
    /// The filter of the list of bookmarks; what it was before.
    Filter(String),
    /// The filter of the register; what it was before.
    FilterTasks(Box<RegisterView>),
    /// The note on a task.
    TaskNote(Box<RegisterEntry>),
    /// The words that name who is in charge of a task.
    TaskOffice(Box<RegisterEntry>),
    /// The words that tell by when a task is to be done.
    TaskDeadline(Box<RegisterEntry>),
    /// What proves that a task is done.
    TaskProof(Box<RegisterEntry>),
    /// An entry of what is known about the speech at the cursor of the library.
    Field(Field),
    /// A file or a folder; and the paths that what is typed may become.
    Path(PathPurpose, Vec<String>),
}

/// What a file or a folder is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathPurpose {
    /// To be read.
    Open,
    /// To be taken into the library.
    Import,
    /// To write the speech being read to.
    ExportSpeech,
    /// To write the tasks of the register to.
    ExportTasks,
    /// To write the bookmarks to.
    ExportBookmarks,
    /// To write the hits of the library to.
    ExportHits,
}

/// The bookmark that is meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// One that is still to be set, of this passage.
    New(TextRange),
    /// The one of this id.
    Known(String),
}

/// Where the reader was before something that may be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SearchOrigin {
    /// Where the reader was, and how it showed.
    pub here: Here,
    /// The place where the reader was.
    pub place: TextPos,
    /// Whether page furniture showed: a hit in it shows it.
    pub furniture: FurnitureView,
}

impl Prompt {
    /// Asks for something, with a text to begin with.
    pub fn new(purpose: PromptPurpose, text: &str) -> Self {
        Prompt { purpose, line: InputLine::with_text(text) }
    }
}

impl OverlayLayer for Prompt {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn hints(&self) -> &'static [Action] {
        &[]
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.line)
    }
}
