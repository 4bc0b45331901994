//! The review: bookmarks that are not where they were, one after the other, and what to do with
//! each of them.

use super::quoted;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::layer::{
    ListCursor, Overlay, OverlayLayer, PromptPurpose, Review, ReviewRow, review_rows,
};
use crate::app::notebook::Errand;
use crate::app::notice::{Notice, NoticeWeight, Saying};
use crate::i18n::{Message, Value};
use crate::notebook::{Bookmark, Change, Settled};
use crate::settings::action::Action;
use crate::speech::Speech;
use crate::speech::anchor::{Place, PlaceState, capture};
use crate::text::TextRange;

/// How many words of a lost passage are searched for.
const SOUGHT: usize = 6;

impl App {
    /// Takes over those bookmarks of the speech being read whose words stand elsewhere now, and says how many are not as
    /// they were.
    pub(in crate::app) fn tell_review(&mut self) {
        self.follow_moved();
        let Some(open) = self.shelf.document().filter(|open| open.is_whole()) else { return };
        let rows = review_rows(self.notebook.bookmarks(), open);
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
        let key = self.key_here(Action::Review);
        let args = [("counts", Value::List(counts)), ("key", key.into())];
        let text = Message::with("review-notice", args);
        // One notice is enough, whatever is read anew.
        let notice = Notice { saying: Saying::Message(text), weight: NoticeWeight::Trouble };
        self.out.notice_once(notice);
    }

    /// Stores where the bookmarks are whose words are the same and stand elsewhere. There is nothing to decide.
    fn follow_moved(&mut self) {
        let Some(open) = self.shelf.document().filter(|open| open.is_whole()) else { return };
        let moved = open.marks.iter().filter_map(|(id, place)| match place {
            Place::Moved(range) => Some((self.notebook.find(id)?, *range)),
            Place::Same(_) | Place::Edited(..) | Place::Uncertain(_) | Place::Lost => None,
        });
        let changes: Vec<Change> = moved
            .map(|(bookmark, range)| Change::Settle(settled(bookmark, &open.speech, range)))
            .collect();
        if !changes.is_empty() {
            self.out.want(Effect::Store(changes));
        }
    }

    pub(super) fn open_review(&mut self) {
        let mut review = Review::default();
        review.settle(&self.under());
        if review.rows.is_empty() {
            self.out.say("review-none");
            return;
        }
        // From the list of bookmarks it starts at the one the cursor is on.
        if let Some(Overlay::Bookmarks(list)) = self.layers.top() {
            let id = list.at_cursor().map(|row| row.bookmark.id.clone());
            let found = review.rows.iter().position(|row| Some(&row.bookmark.id) == id.as_ref());
            review.cursor = ListCursor::new(found.unwrap_or(0));
        }
        self.layers.open(Overlay::Review(review));
    }

    fn review_row(&self) -> Option<(ReviewRow, Option<TextRange>)> {
        let Some(Overlay::Review(review)) = self.layers.top() else { return None };
        Some((review.at_cursor()?.clone(), review.shown()))
    }

    /// Does what an action means in the review.
    pub(super) fn perform_in_review(&mut self, action: Action) -> bool {
        let Some(Overlay::Review(review)) = self.layers.top_mut() else { return false };
        match action {
            Action::ToggleScope | Action::NextCandidate => review.next_candidate(),
            Action::Accept => match review.at_cursor().cloned().zip(review.shown()) {
                Some((row, range)) => self.attach(row.bookmark, range),
                None if review.rows.is_empty() => drop(self.layers.close()),
                None => self.reattach(),
            },
            Action::AcceptAll => self.accept_all(),
            Action::Reattach => self.reattach(),
            Action::KeepLost => self.keep_lost(),
            Action::FilterBookmarks => self.find_words(),
            _ => return false,
        }
        true
    }

    /// Takes all edited passages for what they were found to be.
    fn accept_all(&mut self) {
        let Some(Overlay::Review(review)) = self.layers.top() else { return };
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
    fn keep_lost(&mut self) {
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

    /// Lets the reader choose the passage in the text.
    fn reattach(&mut self) {
        let Some((row, shown)) = self.review_row() else { return };
        self.layers.close_all();
        self.notebook.begin(Errand::Reattaching(row.bookmark.id.clone()));
        let Some(open) = self.shelf.document_mut() else { return };
        let old = row.bookmark.anchor.range.start.clamp_to(&open.speech.text);
        let at = shown.map_or(old, |range| range.start);
        if !open.speech.blocks.is_empty() {
            open.land(at, 3);
            open.unmark_landing();
            self.select_at(at);
        }
        let args = [
            ("key", self.key_here(Action::Bookmark).into()),
            ("cancel", self.key_here(Action::Cancel).into()),
        ];
        self.out.tell("review-select", args);
    }

    /// Attaches the bookmark that the reader chose a passage for.
    pub(super) fn attach_chosen(&mut self, range: TextRange) {
        let Some(id) = self.notebook.end_reattaching() else { return };
        self.reading.selection = None;
        if let Some(bookmark) = self.notebook.find(&id).cloned() {
            self.attach(bookmark, range);
        }
    }

    /// Searches for the first words of the bookmark at hand.
    fn find_words(&mut self) {
        let Some((row, _)) = self.review_row() else { return };
        let quote = row.bookmark.anchor.words();
        let words: Vec<&str> = quote.split_whitespace().take(SOUGHT).collect();
        let typed = words.join(" ");
        self.layers.close_all();
        self.ask_words(PromptPurpose::Search, &typed);
        self.typed();
    }
}

/// Returns a bookmark as it is after a review found its passage at `range`.
fn settled(bookmark: &Bookmark, speech: &Speech, range: TextRange) -> Bookmark {
    Bookmark {
        id: bookmark.id.clone(),
        note: bookmark.note.clone(),
        labels: bookmark.labels.clone(),
        ..Bookmark::new(speech, capture(speech, range), bookmark.created)
    }
}
