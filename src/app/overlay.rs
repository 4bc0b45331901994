//! What lies over the text: prompts and popups, the last one opened on top.

use super::document::{Document, Landing};
use super::hunting::HuntList;
use super::labelling::Subject;
use super::library::LibraryList;
use super::note::NoteEditor;
use super::notebook::BookmarkList;
use super::picker::Picker;
use super::prompt::Line;
use super::review::Review;
use crate::layout::{Widths, popup, popup_inside, wrap};
use crate::speech::correction::Checked;
use crate::speech::{Field, SeriesIndex};
use crate::text::{TextPos, TextRange};

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
    Hunt(HuntList),
    /// The speeches of the library.
    Library(Box<LibraryList>),
    /// The help, or an explanation.
    Help(Help),
}

/// An input line and what it is for.
#[derive(Debug)]
pub struct Prompt {
    /// What it is for.
    pub purpose: Purpose,
    /// What was typed.
    pub line: Line,
}

/// What an input line is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Words to find; and where the reader was before.
    Search(Origin),
    /// Words to narrow the text to; and where the reader was before.
    Narrow(Origin),
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
    /// An entry of what is known about the speech at the cursor of the library.
    Field(Field),
}

/// Where the reader was before something that may be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The place of the top row.
    pub top: TextPos,
    /// Where the last jump had landed.
    pub landing: Option<Landing>,
    /// The place where the reader was.
    pub place: TextPos,
    /// Whether page furniture was shown: a hit in it shows it.
    pub furniture: bool,
}

/// The open list of corrections.
#[derive(Debug, Default)]
pub struct CorrectionList {
    /// The place of the cursor.
    pub cursor: usize,
    /// What it shows, the oldest first.
    pub rows: Vec<Checked>,
}

impl CorrectionList {
    /// Takes the corrections as they are now.
    pub fn settle(&mut self, open: Option<&Document>) {
        self.rows = open.map(|open| open.corrections.clone()).unwrap_or_default();
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
    }

    /// Moves the cursor by rows.
    pub fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}

/// The open help, or an explanation.
#[derive(Debug)]
pub struct Help {
    /// What it is about.
    pub about: About,
    /// What stands above it.
    pub title: String,
    /// Its lines.
    pub lines: Vec<HelpLine>,
    /// How many of them are above the first that shows.
    pub scroll: usize,
}

/// What a help is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The keys.
    Keys,
    /// Why the outline is as it is at hand.
    Outline,
}

/// A line of the help.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HelpLine {
    /// Nothing.
    Blank,
    /// A heading.
    Heading(String),
    /// Prose.
    Text(String),
    /// Keys and what they do.
    Keys(String, String),
}

/// The widest popup of the help, in cells.
pub const HELP_COLUMNS: u16 = 86;

impl Help {
    /// Keeps the end of the help at the foot of its popup, on a screen of so many columns and rows.
    pub(super) fn settle(&mut self, screen: (u16, u16)) {
        let rows = u16::try_from(self.lines.len() + 2).unwrap_or(u16::MAX);
        let area = popup_inside(popup(screen, HELP_COLUMNS, rows));
        let mut room = usize::from(area.height);
        let fit = self.lines.iter().rev().take_while(|line| {
            let left = room.checked_sub(line.rows(usize::from(area.width)));
            room = left.unwrap_or(room);
            left.is_some()
        });
        let last = self.lines.len() - fit.count();
        self.scroll = self.scroll.min(last.min(self.lines.len().saturating_sub(1)));
    }
}

impl HelpLine {
    /// Gives how many rows it takes in so many cells.
    fn rows(&self, columns: usize) -> usize {
        match self {
            HelpLine::Text(text) => {
                let widths = Widths { first: columns, rest: columns };
                wrap(text, TextRange::new(0, text.len()), widths).len()
            }
            HelpLine::Blank | HelpLine::Heading(_) | HelpLine::Keys(..) => 1,
        }
    }
}
