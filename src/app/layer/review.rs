//! The open review: bookmarks that are not where they were.

use super::base::{OverlayLayer, Under};
use super::cursor::ListCursor;
use crate::app::document::OpenSpeech;
use crate::notebook::{Bookmark, Settled};
use crate::settings::action::{Action, Context};
use crate::speech::anchor::{Place, PlaceState};
use crate::text::TextRange;

/// The open review.
#[derive(Debug, Default)]
pub struct Review {
    /// The place of the cursor.
    pub cursor: ListCursor,
    /// What it shows: the bookmarks of the speech being read that are not as they were.
    pub rows: Vec<ReviewRow>,
    /// Which of the passages that may be meant is shown.
    pub candidate: usize,
}

/// A bookmark to be reviewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReviewRow {
    /// The bookmark.
    pub bookmark: Bookmark,
    /// Where it is now.
    pub place: Place,
}

impl Review {
    /// Takes the bookmarks as they are now. The cursor stays at its place.
    pub fn take(&mut self, bookmarks: &[Bookmark], open: Option<&OpenSpeech>) {
        let id = |row: Option<&ReviewRow>| row.map(|row| row.bookmark.id.clone());
        let before = id(self.at_cursor());
        self.rows = open.map(|open| rows(bookmarks, open)).unwrap_or_default();
        self.cursor.fit(self.rows.len());
        let candidates = self.at_cursor().map_or(0, |row| row.place.ranges().len());
        if id(self.at_cursor()) != before || self.candidate >= candidates {
            self.candidate = 0;
        }
    }

    /// Returns what the cursor is on.
    pub fn at_cursor(&self) -> Option<&ReviewRow> {
        self.rows.get(self.cursor.at())
    }

    /// Returns the passage that is shown as the new one, if there is one.
    pub fn shown(&self) -> Option<TextRange> {
        self.at_cursor()?.place.ranges().get(self.candidate).copied()
    }

    /// Shows the next of the passages that may be meant.
    pub fn next_candidate(&mut self) {
        let count = self.at_cursor().map_or(0, |row| row.place.ranges().len());
        self.candidate = (self.candidate + 1) % count.max(1);
    }
}

impl OverlayLayer for Review {
    fn context(&self) -> Context {
        Context::List
    }

    fn hints(&self) -> &'static [Action] {
        use Action as A;
        match self.at_cursor().map(|row| row.place.state()) {
            None => &[A::Cancel],
            Some(PlaceState::Lost) => &[A::Accept, A::FilterBookmarks, A::KeepLost, A::Cancel],
            Some(PlaceState::Uncertain) => &[A::Accept, A::NextCandidate, A::Reattach, A::Cancel],
            Some(PlaceState::Same | PlaceState::Moved | PlaceState::Edited) => {
                &[A::Accept, A::AcceptAll, A::Reattach, A::Cancel]
            }
        }
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        let is_lost = self.at_cursor().is_some_and(|row| row.place.state() == PlaceState::Lost);
        match action {
            Action::Accept if is_lost => Some("hint-choose-passage"),
            Action::Accept => Some("hint-take-words"),
            Action::FilterBookmarks => Some("hint-find-words"),
            _ => None,
        }
    }

    fn step(&mut self, by: isize) {
        let before = self.cursor;
        self.cursor.step(by, self.rows.len());
        if self.cursor != before {
            self.candidate = 0;
        }
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.take(under.bookmarks, under.shelf.document());
    }
}

/// Returns the bookmarks of a speech that a review asks about, in the order of the old text: those of which it is not
/// known for sure where their words are.
pub(in crate::app) fn rows(bookmarks: &[Bookmark], open: &OpenSpeech) -> Vec<ReviewRow> {
    let mut rows: Vec<ReviewRow> = open
        .marks
        .iter()
        .filter(|(_, place)| !matches!(place.state(), PlaceState::Same | PlaceState::Moved))
        .filter_map(|(id, place)| {
            let bookmark = bookmarks.iter().find(|bookmark| bookmark.id == *id)?;
            // The reader has said that it is none of those that are left.
            let kept = !place.state().is_known() && bookmark.settled == Settled::Lost;
            let row = ReviewRow { bookmark: bookmark.clone(), place: place.clone() };
            (!kept).then_some(row)
        })
        .collect();
    rows.sort_by_key(|row| row.bookmark.anchor.range.start);
    rows
}
