//! What lies over the text: prompts and popups, the last one opened on top.

use super::document::Document;
use super::picker::Picker;
use super::prompt::Line;
use crate::bookmark::{Bookmark, Place};
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
    /// The help.
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
    /// An address to go to.
    Address,
    /// A per cent to go to.
    Percent,
    /// The note of a new bookmark of this range.
    NewNote(TextRange),
    /// The note of the bookmark with this id.
    EditNote(String),
}

/// Where the reader was before something that may be taken back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The place of the top row.
    pub top: TextPos,
    /// Where the last jump had landed.
    pub landing: Option<TextPos>,
    /// The place where the reader was.
    pub place: TextPos,
}

/// The open list of bookmarks.
#[derive(Debug)]
pub struct BookmarkList {
    /// Whose bookmarks it shows.
    pub scope: Scope,
    /// The place of the cursor.
    pub cursor: usize,
    /// What it shows.
    pub rows: Vec<BookmarkRow>,
}

/// Whose bookmarks are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// Those of the speech being read.
    Here,
    /// All.
    All,
}

/// A row of the list of bookmarks.
#[derive(Clone, Debug)]
pub struct BookmarkRow {
    /// The bookmark.
    pub bookmark: Bookmark,
    /// Where it is, if it is in the speech being read.
    pub place: Option<Place>,
}

impl BookmarkList {
    /// Takes the bookmarks as they are now.
    pub fn settle(&mut self, bookmarks: &[Bookmark], open: Option<&Document>) {
        let place_of = |bookmark: &Bookmark| {
            let marks = open.map(|open| open.marks.as_slice()).unwrap_or_default();
            marks.iter().find(|(id, _)| *id == bookmark.id).map(|(_, place)| place.clone())
        };
        let here = |bookmark: &Bookmark| open.is_some_and(|open| open.speech.id == bookmark.speech);
        self.rows = bookmarks
            .iter()
            .filter(|bookmark| self.scope == Scope::All || here(bookmark))
            .map(|bookmark| BookmarkRow { bookmark: bookmark.clone(), place: place_of(bookmark) })
            .collect();
        self.rows.sort_by(|a, b| {
            let place = |row: &BookmarkRow| row.bookmark.anchor.range.start;
            (!here(&a.bookmark), &a.bookmark.speech, place(a)).cmp(&(
                !here(&b.bookmark),
                &b.bookmark.speech,
                place(b),
            ))
        });
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
    }

    /// Gives what the cursor is on.
    pub fn at_cursor(&self) -> Option<&BookmarkRow> {
        self.rows.get(self.cursor)
    }

    /// Moves the cursor by rows.
    pub fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        self.cursor = self.cursor.saturating_add_signed(by).min(last);
    }
}

/// The open help.
#[derive(Debug)]
pub struct Help {
    /// Its lines.
    pub lines: Vec<HelpLine>,
    /// How many of them are above the first that shows.
    pub scroll: usize,
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
