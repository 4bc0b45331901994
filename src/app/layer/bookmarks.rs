//! The open list of bookmarks: whose it shows, narrowed by a filter, in an order.

use super::base::{OverlayLayer, Under};
use super::cursor::ListCursor;
use crate::app::document::OpenSpeech;
use crate::notebook::{Bookmark, BookmarkFilter, NotAFilter, NotebookOrder, Settled};
use crate::settings::action::{Action, Context};
use crate::speech::anchor::{self, Place};
use crate::text::TextPos;

/// The open list of bookmarks.
#[derive(Debug)]
pub struct BookmarkList {
    /// Whose bookmarks it shows.
    pub scope: Scope,
    /// The filter as it was typed.
    pub typed: String,
    /// Why that is none; then the one before holds.
    pub problem: Option<NotAFilter>,
    filter: BookmarkFilter,
    /// The order.
    pub order: NotebookOrder,
    /// The place of the cursor.
    pub cursor: ListCursor,
    /// What it shows.
    pub rows: Vec<BookmarkRow>,
    /// How many there are without the filter.
    pub total: usize,
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
    /// Opens a list without a filter, by place.
    pub fn new(scope: Scope) -> Self {
        BookmarkList {
            scope,
            typed: String::new(),
            problem: None,
            filter: BookmarkFilter::default(),
            order: NotebookOrder::Place,
            cursor: ListCursor::default(),
            rows: Vec::new(),
            total: 0,
        }
    }

    /// Takes the bookmarks as they are now. The cursor stays on its bookmark.
    pub fn take(&mut self, bookmarks: &[Bookmark], open: Option<&OpenSpeech>) {
        let kept = self.at_cursor().map(|row| row.bookmark.id.clone());
        let marks = open.map(|open| open.marks.as_slice()).unwrap_or_default();
        let place_of = |bookmark: &Bookmark| {
            marks.iter().find(|(id, _)| *id == bookmark.id).map(|(_, place)| place.clone())
        };
        // The item may be another one than when the bookmark was made.
        let row_of = |bookmark: &Bookmark| {
            let (mut bookmark, place) = (bookmark.clone(), place_of(bookmark));
            if let (Some(open), Some(range)) = (open, place.as_ref().and_then(Place::range)) {
                anchor::renew(&mut bookmark.anchor, &open.speech, range.start);
            }
            BookmarkRow { bookmark, place }
        };
        let here = |bookmark: &Bookmark| marks.iter().any(|(id, _)| *id == bookmark.id);
        let of_scope = |bookmark: &&Bookmark| self.scope == Scope::All || here(bookmark);
        self.total = bookmarks.iter().filter(of_scope).count();
        self.rows = bookmarks
            .iter()
            .filter(of_scope)
            .map(row_of)
            .filter(|row| self.filter.wants(&row.bookmark))
            .collect();
        match self.order {
            NotebookOrder::Place => self.rows.sort_by(|a, b| {
                let key = |row: &BookmarkRow| (!here(&row.bookmark), row.start());
                let speech = |row: &BookmarkRow| row.bookmark.speech.clone();
                let ((away_a, start_a), (away_b, start_b)) = (key(a), key(b));
                (away_a, speech(a), start_a).cmp(&(away_b, speech(b), start_b))
            }),
            // The newest of a second is the last in the file.
            NotebookOrder::Time => {
                self.rows.reverse();
                self.rows.sort_by_key(|row| std::cmp::Reverse(row.bookmark.created));
            }
        }
        let found = self.rows.iter().position(|row| Some(&row.bookmark.id) == kept.as_ref());
        if let Some(found) = found {
            self.cursor = ListCursor::new(found);
        }
        self.cursor.fit(self.rows.len());
    }

    /// Takes a filter as it is being typed; one that is wrong leaves the one before.
    pub fn narrow(&mut self, typed: &str) {
        self.typed = typed.trim().to_owned();
        match BookmarkFilter::parse(typed) {
            Ok(filter) => {
                self.filter = filter;
                self.problem = None;
            }
            Err(problem) => self.problem = Some(problem),
        }
    }

    /// Returns whether a filter holds.
    pub fn is_narrowed(&self) -> bool {
        !self.filter.is_empty()
    }

    /// Returns what the cursor is on.
    pub fn at_cursor(&self) -> Option<&BookmarkRow> {
        self.rows.get(self.cursor.at())
    }

    /// Shows the bookmarks of the other scope.
    pub fn switch_scope(&mut self) {
        self.scope = match self.scope {
            Scope::Here => Scope::All,
            Scope::All => Scope::Here,
        };
    }
}

impl OverlayLayer for BookmarkList {
    fn context(&self) -> Context {
        Context::List
    }

    fn hints(&self) -> &'static [Action] {
        use Action as A;
        match self.rows.is_empty() {
            true => &[A::ToggleScope, A::Cancel],
            false => &[
                A::Accept,
                A::EditNote,
                A::Delete,
                A::Undo,
                A::FilterBookmarks,
                A::EditTags,
                A::SetKind,
                A::SortBookmarks,
                A::ToggleScope,
                A::Copy,
                A::Cancel,
            ],
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        let row = self.at_cursor().filter(|_| action == Action::Accept)?;
        Some(match &row.place {
            None => "hint-open-speech",
            Some(_) if row.is_in_question() => "hint-review",
            Some(_) => "hint-go",
        })
    }

    fn step(&mut self, by: isize) {
        self.cursor.step(by, self.rows.len());
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.take(under.bookmarks, under.shelf.document());
    }
}

impl BookmarkRow {
    /// Returns whether a review asks where in the speech being read it is.
    pub fn is_in_question(&self) -> bool {
        let unknown = self.place.as_ref().is_some_and(|place| place.range().is_none());
        unknown && self.bookmark.settled == Settled::Open
    }

    /// Returns where the bookmark is, or was.
    fn start(&self) -> TextPos {
        let found = self.place.as_ref().and_then(Place::range);
        found.map_or(self.bookmark.anchor.range.start, |range| range.start)
    }
}
