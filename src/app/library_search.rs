//! The search of the library: what was asked, what was found, and the hit that the reader is at.

use super::scope::ShelfScope;
use super::shelf::Shelf;
use crate::search::found::{Coverage, FoundHit, FoundSpeech};
use crate::search::{Mode, Query, QueryError, Stage, WordOrder};
use crate::speech::SavedSearch;

/// How many hits of a speech are listed before the others are only counted.
const LISTED: usize = 3;

/// What was searched for in the library, and what was found.
#[derive(Debug, Default)]
pub struct LibrarySearchState {
    query: Query,
    typed: String,
    /// Which speeches are searched.
    pub(super) scope: ShelfScope,
    trouble: Option<QueryError>,
    speeches: Vec<FoundSpeech>,
    /// Speeches that have the words only scattered, while others have them in a row and nobody asked for these.
    withheld: Vec<FoundSpeech>,
    scattered: ScatteredView,
    rows: Vec<FoundRow>,
    coverage: Coverage,
    state: SearchProgress,
    revision: u64,
    /// The hit that the reader went to last.
    at: Option<At>,
    /// The hit to go to once its speech is open.
    going: Option<Going>,
    /// Saved searches that were removed, the last one last.
    removed: Vec<SavedSearch>,
}

/// How far a search of the library is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SearchProgress {
    /// Nothing is asked.
    #[default]
    Idle,
    /// More may be found.
    Going,
    /// That is all.
    Done,
}

/// Whether speeches show that have the words only scattered, where others have them in a row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum ScatteredView {
    #[default]
    Withheld,
    Shown,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FoundRow {
    /// A speech, by its place among those found.
    Speech(usize),
    /// A hit.
    Hit(At),
    /// So many more hits of a speech than are listed; the first of them.
    More(At, usize),
    /// So many hits in so many speeches that have the words only scattered: they show if this is taken.
    Scattered(usize, usize),
}

/// A hit: the place of its speech among those found, and its own among the hits there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At {
    /// The speech.
    pub speech: usize,
    /// The hit.
    pub hit: usize,
}

#[derive(Clone, Debug)]
struct Going {
    hit: FoundHit,
    fingerprint: String,
}

/// What the library answered.
#[derive(Clone, Debug)]
pub struct LibraryAnswer {
    /// The speeches, the best first.
    pub speeches: Vec<FoundSpeech>,
    /// How much of the library they speak for.
    pub coverage: Coverage,
    /// Whether more may come.
    pub state: SearchProgress,
}

/// What to ask the library for.
#[derive(Clone, Debug)]
pub struct LibraryRequest {
    /// Its number; answers to an older one are dropped.
    pub revision: u64,
    /// What to find.
    pub query: Query,
    /// Where to find it.
    pub scope: ShelfScope,
}

impl LibrarySearchState {
    /// Returns the speeches that were found, the best first.
    pub fn speeches(&self) -> &[FoundSpeech] {
        &self.speeches
    }

    /// Returns the rows of the list.
    pub fn rows(&self) -> &[FoundRow] {
        &self.rows
    }

    /// Returns what is wrong with the query.
    pub fn trouble(&self) -> Option<&QueryError> {
        self.trouble.as_ref()
    }

    /// Returns how much of the library was searched, and how far that is.
    pub fn coverage(&self) -> (Coverage, SearchProgress) {
        (self.coverage, self.state)
    }

    /// Returns the hit that the reader went to last.
    pub fn at(&self) -> Option<At> {
        self.at
    }

    /// Counts the hits.
    pub fn hits(&self) -> usize {
        self.speeches.iter().map(|found| found.hits.len()).sum()
    }

    /// Returns a hit and its speech.
    pub fn hit(&self, at: At) -> Option<(&FoundSpeech, &FoundHit)> {
        let found = self.speeches.get(at.speech)?;
        Some((found, found.hits.get(at.hit)?))
    }

    /// Returns which speeches are searched.
    pub fn scope(&self) -> ShelfScope {
        self.scope
    }

    /// Returns what was typed.
    pub(super) fn typed(&self) -> &str {
        &self.typed
    }

    /// Returns what was asked for.
    pub(super) fn query(&self) -> &Query {
        &self.query
    }

    /// Takes what was typed, in a mode; returns what to ask the library for, if that is a query.
    pub(super) fn ask(&mut self, typed: &str, mode: Mode, stage: Stage) -> Option<LibraryRequest> {
        // What is the same but finished is gone through from where one is.
        if self.typed.trim() != typed.trim() {
            self.at = None;
            self.scattered = ScatteredView::Withheld;
        }
        self.typed = typed.to_owned();
        self.revision += 1;
        self.trouble = None;
        match Query::parse(typed, mode, stage) {
            Ok(query) if !query.is_empty() => {
                self.query = query.clone();
                self.state = SearchProgress::Going;
                Some(LibraryRequest { revision: self.revision, query, scope: self.scope })
            }
            other => {
                self.query = Query::default();
                self.trouble = other.err();
                let (speeches, coverage) = (Vec::new(), Coverage::default());
                self.replace(LibraryAnswer { speeches, coverage, state: SearchProgress::Idle });
                None
            }
        }
    }

    /// Returns whether what was typed makes sense, now that it is finished. While it is typed, what is
    /// not finished is not wrong yet.
    pub(super) fn finish(&mut self, typed: &str, mode: Mode) -> bool {
        match Query::parse(typed, mode, Stage::Finished) {
            Ok(_) => true,
            Err(error) => {
                self.trouble = Some(error);
                false
            }
        }
    }

    /// Takes an answer of the library to the search with this number.
    pub(super) fn take(&mut self, revision: u64, hunted: LibraryAnswer) {
        if revision == self.revision {
            self.replace(hunted);
        }
    }

    /// Returns the row of the hit that the reader is at, or that of the first hit.
    pub(super) fn row_of_current(&self) -> usize {
        let here = |row: &FoundRow| matches!(row, FoundRow::Hit(at) if Some(*at) == self.at);
        self.rows.iter().position(here).unwrap_or(1)
    }

    /// Returns the hit that a row is of; the first one where there is no such row.
    pub fn hit_of_row(&self, row: usize) -> Option<At> {
        match self.rows.get(row).or(self.rows.first())? {
            FoundRow::Speech(speech) => Some(At { speech: *speech, hit: 0 }),
            FoundRow::Hit(at) | FoundRow::More(at, _) => Some(*at),
            FoundRow::Scattered(..) => None,
        }
    }

    /// Leaves what was found in speeches that are not open, where the library was searched for the open ones.
    pub(super) fn narrow_to(&mut self, shelf: &Shelf) {
        if self.scope == ShelfScope::Library || shelf.session() == ShelfScope::Open {
            return;
        }
        let is_open = |found: &FoundSpeech| {
            shelf.entries().any(|(_, entry)| {
                entry.document().is_some_and(|open| open.speech.origin == found.origin)
            })
        };
        let before = self.speeches.len();
        self.speeches.retain(is_open);
        self.withheld.retain(is_open);
        if self.speeches.len() != before {
            self.list();
        }
    }

    /// Shows the speeches that have the words only scattered; returns whether there were any to show.
    pub(super) fn show_scattered(&mut self) -> bool {
        self.scattered = ScatteredView::Shown;
        let withheld = std::mem::take(&mut self.withheld);
        let shown = !withheld.is_empty();
        self.speeches.extend(withheld);
        self.list();
        shown
    }

    /// Sets out for a hit; returns its number among all, from 1.
    pub(super) fn go_to(&mut self, at: At) -> usize {
        self.at = Some(at);
        self.going = self
            .hit(at)
            .map(|(found, hit)| Going { hit: hit.clone(), fingerprint: found.fingerprint.clone() });
        let before = self.speeches.iter().take(at.speech);
        before.map(|found| found.hits.len()).sum::<usize>() + at.hit + 1
    }

    /// Returns whether a hit is to be gone to.
    pub(super) fn is_going(&self) -> bool {
        self.going.is_some()
    }

    /// Takes the hit that its speech was opened for, and the fingerprint of the text that it is in.
    pub(super) fn arrive(&mut self) -> Option<(FoundHit, String)> {
        self.going.take().map(|going| (going.hit, going.fingerprint))
    }

    /// Keeps a saved search that is being removed, so that it can be brought back.
    pub(super) fn note_removed(&mut self, saved: SavedSearch) {
        self.removed.push(saved);
    }

    /// Returns the saved search removed last, to be brought back.
    pub(super) fn restore(&mut self) -> Option<SavedSearch> {
        self.removed.pop()
    }

    fn replace(&mut self, hunted: LibraryAnswer) {
        // The hit that the reader is at keeps being it, wherever it stands now.
        let before = self.at.and_then(|at| self.hit(at));
        let before = before.map(|(found, hit)| (found.origin.clone(), hit.range));
        let is_row = |found: &FoundSpeech| found.order == WordOrder::Row;
        let withholds =
            self.scattered == ScatteredView::Withheld && hunted.speeches.iter().any(is_row);
        (self.speeches, self.withheld) =
            hunted.speeches.into_iter().partition(|found| !withholds || is_row(found));
        self.coverage = hunted.coverage;
        self.state = hunted.state;
        self.at = before.and_then(|(origin, range)| {
            let speech = self.speeches.iter().position(|found| found.origin == origin)?;
            let hits = &self.speeches[speech].hits;
            let hit = hits.iter().position(|hit| hit.range == range)?;
            Some(At { speech, hit })
        });
        self.list();
    }

    /// Makes the rows of the list.
    fn list(&mut self) {
        self.rows.clear();
        for (speech, found) in self.speeches.iter().enumerate() {
            self.rows.push(FoundRow::Speech(speech));
            let count = found.hits.len();
            let listed = if count == LISTED + 1 { count } else { count.min(LISTED) };
            let hits = (0..listed).map(|hit| FoundRow::Hit(At { speech, hit }));
            self.rows.extend(hits);
            if count > listed {
                self.rows.push(FoundRow::More(At { speech, hit: listed }, count - listed));
            }
        }
        let hits = self.withheld.iter().map(|found| found.hits.len()).sum();
        if hits > 0 {
            self.rows.push(FoundRow::Scattered(hits, self.withheld.len()));
        }
    }

    /// Returns the hit that is `by` hits away from the one the reader is at.
    pub(super) fn neighbour(&self, by: isize) -> Option<At> {
        let before = |at: At| {
            let earlier = self.speeches.iter().take(at.speech);
            earlier.map(|found| found.hits.len()).sum::<usize>() + at.hit
        };
        let to = match self.at {
            Some(at) => (before(at) as isize + by).rem_euclid((self.hits() as isize).max(1)),
            None if by > 0 => 0,
            None => self.hits() as isize - 1,
        };
        let mut left = usize::try_from(to).ok()?;
        for (speech, found) in self.speeches.iter().enumerate() {
            if left < found.hits.len() {
                return Some(At { speech, hit: left });
            }
            left -= found.hits.len();
        }
        None
    }
}
