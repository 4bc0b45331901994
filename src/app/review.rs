//! The review: bookmarks that are not where they were, one after the other, and what to do with
//! each of them.

use super::App;
use super::copying::quoted;
use super::document::Document;
use super::event::Effect;
use super::notice::{Notice, Saying, Weight};
use super::overlay::Overlay;
use super::prompt::Line;
use super::select::{Selection, Text, Unit};
use crate::i18n::{Message, Value};
use crate::notebook::{Bookmark, Change, Settled};
use crate::settings::action::Action;
use crate::speech::anchor::{Place, PlaceState, capture};
use crate::speech::{Kin, Origin, Speech};
use crate::text::TextRange;

/// How many words of a lost passage are searched for.
const SOUGHT: usize = 6;
/// The open review.
#[derive(Debug, Default)]
pub struct Review {
    /// The place of the cursor.
    pub cursor: usize,
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
    pub fn settle(&mut self, bookmarks: &[Bookmark], open: Option<&Document>) {
        let id = |row: Option<&ReviewRow>| row.map(|row| row.bookmark.id.clone());
        let before = id(self.at_cursor());
        self.rows = open.map(|open| rows(bookmarks, open)).unwrap_or_default();
        self.cursor = self.cursor.min(self.rows.len().saturating_sub(1));
        let candidates = self.at_cursor().map_or(0, |row| row.place.ranges().len());
        if id(self.at_cursor()) != before || self.candidate >= candidates {
            self.candidate = 0;
        }
    }

    /// Gives what the cursor is on.
    pub fn at_cursor(&self) -> Option<&ReviewRow> {
        self.rows.get(self.cursor)
    }

    /// Gives the passage that is shown as the new one, if there is one.
    pub fn shown(&self) -> Option<TextRange> {
        self.at_cursor()?.place.ranges().get(self.candidate).copied()
    }

    /// Moves the cursor by rows.
    pub fn step(&mut self, by: isize) {
        let last = self.rows.len().saturating_sub(1);
        let to = self.cursor.saturating_add_signed(by).min(last);
        if to != self.cursor {
            (self.cursor, self.candidate) = (to, 0);
        }
    }

    fn next_candidate(&mut self) {
        let count = self.at_cursor().map_or(0, |row| row.place.ranges().len());
        self.candidate = (self.candidate + 1) % count.max(1);
    }
}

/// Gives the bookmarks of a speech that a review asks about, in the order of the old text.
fn rows(bookmarks: &[Bookmark], open: &Document) -> Vec<ReviewRow> {
    let mut rows: Vec<ReviewRow> = open
        .marks
        .iter()
        .filter(|(_, place)| place.state() != PlaceState::Same)
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

impl App {
    /// Says how many bookmarks of the speech being read are not as they were.
    pub(super) fn tell_review(&mut self) {
        let Some(open) = self.shelf.document().filter(|open| open.is_whole()) else { return };
        let rows = rows(&self.bookmarks, open);
        let counts: Vec<Value> = PlaceState::ALL
            .into_iter()
            .filter_map(|state| {
                let count = rows.iter().filter(|row| row.place.state() == state).count();
                let id = format!("review-count-{}", state.name());
                (count > 0).then(|| Message::with(id, [("count", count.into())]).into())
            })
            .collect();
        if counts.is_empty() {
            return;
        }
        let moved_only = rows.iter().all(|row| row.place.state() == PlaceState::Moved);
        let keys = self.settings.keymap.keys_of(self.contexts(), Action::Review);
        let key = keys.into_iter().next().unwrap_or_default();
        let args = [("counts", Value::List(counts)), ("key", key.into())];
        let text = Message::with("review-notice", args);
        let weight = if moved_only { Weight::Plain } else { Weight::Trouble };
        // One notice is enough, whatever is read anew.
        let notice = Notice { saying: Saying::Message(text), weight };
        self.out.notice_once(notice);
    }

    pub(super) fn open_review(&mut self) {
        let mut review = Review::default();
        review.settle(&self.bookmarks, self.shelf.document());
        if review.rows.is_empty() {
            self.out.say("review-none");
            return;
        }
        // From the list of bookmarks it starts at the one the cursor is on.
        if let Some(Overlay::Bookmarks(list)) = self.overlays.last() {
            let id = list.at_cursor().map(|row| row.bookmark.id.clone());
            let found = review.rows.iter().position(|row| Some(&row.bookmark.id) == id.as_ref());
            review.cursor = found.unwrap_or(0);
        }
        self.overlays.push(Overlay::Review(review));
    }

    fn review_row(&self) -> Option<(ReviewRow, Option<TextRange>)> {
        let Some(Overlay::Review(review)) = self.overlays.last() else { return None };
        Some((review.at_cursor()?.clone(), review.shown()))
    }

    /// Takes the passage that is shown for the one that was marked.
    pub(super) fn accept_review(&mut self) {
        let Some((row, shown)) = self.review_row() else {
            self.overlays.pop();
            return;
        };
        match shown {
            Some(range) => self.attach(row.bookmark, range),
            None => {
                self.out.say("review-lost-how");
            }
        }
    }

    /// Takes all moved and edited passages for what they were found to be.
    pub(super) fn accept_all(&mut self) {
        let Some(Overlay::Review(review)) = self.overlays.last() else { return };
        let Some(open) = self.shelf.document() else { return };
        let settled = |row: &ReviewRow| {
            Some(Change::Settle(settled(&row.bookmark, &open.speech, row.place.range()?)))
        };
        let changes: Vec<Change> = review.rows.iter().filter_map(settled).collect();
        if changes.is_empty() {
            self.out.say("review-nothing-sure");
            return;
        }
        let args = [("count", changes.len().into())];
        self.out.tell("review-accepted-all", args);
        self.out.want(Effect::Store(changes));
    }

    /// Attaches a bookmark to a passage of the speech being read.
    pub(super) fn attach(&mut self, bookmark: Bookmark, range: TextRange) {
        let Some(open) = self.shelf.document() else { return };
        let to = settled(&bookmark, &open.speech, range);
        let quote = quoted(&to.anchor.words());
        self.out.tell("review-accepted", [("quote", quote.into())]);
        self.out.want(Effect::Store(vec![Change::Settle(to)]));
    }

    /// Keeps a bookmark for its words, although they are gone.
    pub(super) fn keep_lost(&mut self) {
        let Some((row, _)) = self.review_row() else { return };
        if row.place.range().is_some() {
            self.out.say("review-not-lost");
            return;
        }
        self.out.say("review-kept");
        self.out.want(Effect::Store(vec![Change::Settle(Bookmark {
            settled: Settled::Lost,
            ..row.bookmark
        })]));
    }

    pub(super) fn next_candidate(&mut self) {
        if let Some(Overlay::Review(review)) = self.overlays.last_mut() {
            review.next_candidate();
        }
    }

    /// Lets the reader choose the passage in the text.
    pub(super) fn reattach(&mut self) {
        let Some((row, shown)) = self.review_row() else { return };
        self.overlays.clear();
        self.reattaching = Some(row.bookmark.id.clone());
        let Some(open) = self.shelf.document_mut() else { return };
        let old = row.bookmark.anchor.range.start.clamp_to(&open.speech.text);
        let at = shown.map_or(old, |range| range.start);
        if !open.speech.blocks.is_empty() {
            open.land(at, 3);
            open.unmark_landing();
            let text = Text { speech: &open.speech, layout: &open.layout };
            self.selection = Some(Selection::start(&text, Unit::Sentence, at));
            self.focus = super::Focus::Text;
        }
        let key = |action| {
            let keys = self.settings.keymap.keys_of(self.contexts(), action);
            keys.into_iter().next().unwrap_or_default()
        };
        let args = [("key", key(Action::Bookmark).into()), ("cancel", key(Action::Cancel).into())];
        self.out.tell("review-select", args);
    }

    /// Attaches the bookmark that the reader chose a passage for.
    pub(super) fn attach_chosen(&mut self, range: TextRange) {
        let Some(id) = self.reattaching.take() else { return };
        self.selection = None;
        if let Some(bookmark) = self.known_bookmark(&id).cloned() {
            self.attach(bookmark, range);
        }
    }

    /// Searches for the first words of the bookmark at hand.
    pub(super) fn find_words(&mut self) {
        let Some((row, _)) = self.review_row() else { return };
        let quote = row.bookmark.anchor.words();
        let words: Vec<&str> = quote.split_whitespace().take(SOUGHT).collect();
        let typed = words.join(" ");
        self.overlays.clear();
        self.ask_search();
        if let Some(Overlay::Prompt(prompt)) = self.overlays.last_mut() {
            prompt.line = Line::with_text(&typed);
        }
        self.typed();
    }
}

/// Gives a bookmark as it is after a review found its passage at `range`.
fn settled(bookmark: &Bookmark, speech: &Speech, range: TextRange) -> Bookmark {
    Bookmark {
        speech: speech.id.clone(),
        title: speech.meta.title.clone(),
        source: match &speech.origin {
            Origin::File(path) => Some(std::path::absolute(path).unwrap_or_else(|_| path.clone())),
            Origin::Shipped(_) | Origin::StandardInput => None,
        },
        fingerprint: speech.fingerprint.clone(),
        kin: Kin::of(speech),
        anchor: capture(speech, range),
        settled: Settled::Open,
        ..bookmark.clone()
    }
}
