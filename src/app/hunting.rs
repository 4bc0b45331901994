//! Searching the library: words are typed, speeches with their hits are listed, and one goes from
//! a hit to the next, whichever speech it is in.

use super::event::{Effect, Left};
use super::notice::Notice;
use super::overlay::Overlay;
use super::prompt::Line;
use super::shelf::Entry;
use super::{App, document::Wanted};
use crate::i18n::Message;
use crate::search::found::{Coverage, FoundHit, FoundSpeech};
use crate::search::{Query, QueryError, Stage};
use crate::speech::anchor::Trace;
use crate::speech::{Origin, SavedSearch, Saving};
use crate::text::TextPos;

/// How many hits of a speech are listed before the others are only counted.
const LISTED: usize = 3;

/// What was searched for in the library, and what was found.
#[derive(Debug, Default)]
pub struct Hunting {
    query: Query,
    typed: String,
    trouble: Option<QueryError>,
    speeches: Vec<FoundSpeech>,
    rows: Vec<HuntRow>,
    coverage: Coverage,
    state: HuntState,
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
pub enum HuntState {
    /// Nothing is asked.
    #[default]
    Idle,
    /// More may be found.
    Going,
    /// That is all.
    Done,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HuntRow {
    /// A speech, by its place among those found.
    Speech(usize),
    /// A hit.
    Hit(At),
    /// So many more hits of a speech than are listed; the first of them.
    More(At, usize),
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

/// The open list of what was found in the library.
#[derive(Debug, Default)]
pub struct HuntList {
    /// What was typed.
    pub line: Line,
    /// The place of the cursor.
    pub cursor: usize,
}

/// What the library answered.
#[derive(Clone, Debug)]
pub struct Hunted {
    /// The speeches, the best first.
    pub speeches: Vec<FoundSpeech>,
    /// How much of the library they speak for.
    pub coverage: Coverage,
    /// Whether more may come.
    pub state: HuntState,
}

/// What to ask the library for.
#[derive(Clone, Debug)]
pub struct Hunt {
    /// Its number; answers to an older one are dropped.
    pub revision: u64,
    /// What to find.
    pub query: Query,
}

impl Hunting {
    /// Gives the speeches that were found, the best first.
    pub fn speeches(&self) -> &[FoundSpeech] {
        &self.speeches
    }

    /// Gives the rows of the list.
    pub fn rows(&self) -> &[HuntRow] {
        &self.rows
    }

    /// Gives what is wrong with the query.
    pub fn trouble(&self) -> Option<&QueryError> {
        self.trouble.as_ref()
    }

    /// Gives how much of the library was searched, and how far that is.
    pub fn coverage(&self) -> (Coverage, HuntState) {
        (self.coverage, self.state)
    }

    /// Gives the hit that the reader went to last.
    pub fn at(&self) -> Option<At> {
        self.at
    }

    /// Counts the hits.
    pub fn hits(&self) -> usize {
        self.speeches.iter().map(|found| found.hits.len()).sum()
    }

    /// Gives a hit and its speech.
    pub fn hit(&self, at: At) -> Option<(&FoundSpeech, &FoundHit)> {
        let found = self.speeches.get(at.speech)?;
        Some((found, found.hits.get(at.hit)?))
    }

    fn take(&mut self, hunted: Hunted) {
        // The hit that the reader is at keeps being it, wherever it stands now.
        let before = self.at.and_then(|at| self.hit(at));
        let before = before.map(|(found, hit)| (found.origin.clone(), hit.range));
        self.speeches = hunted.speeches;
        self.coverage = hunted.coverage;
        self.state = hunted.state;
        self.at = before.and_then(|(origin, range)| {
            let speech = self.speeches.iter().position(|found| found.origin == origin)?;
            let hits = &self.speeches[speech].hits;
            let hit = hits.iter().position(|hit| hit.range == range)?;
            Some(At { speech, hit })
        });
        self.rows.clear();
        for (speech, found) in self.speeches.iter().enumerate() {
            self.rows.push(HuntRow::Speech(speech));
            let count = found.hits.len();
            let listed = if count == LISTED + 1 { count } else { count.min(LISTED) };
            let hits = (0..listed).map(|hit| HuntRow::Hit(At { speech, hit }));
            self.rows.extend(hits);
            if count > listed {
                self.rows.push(HuntRow::More(At { speech, hit: listed }, count - listed));
            }
        }
    }

    /// Gives the hit that is `by` hits away from the one the reader is at.
    fn neighbour(&self, by: isize) -> Option<At> {
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

impl HuntList {
    /// Moves the cursor by rows.
    pub fn step(&mut self, by: isize, rows: usize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(rows.saturating_sub(1));
    }
}

impl App {
    /// Opens the list with what was found last.
    pub(super) fn open_hunt(&mut self) {
        let line = Line::with_text(&self.hunting.typed);
        let here = |row: &HuntRow| matches!(row, HuntRow::Hit(at) if Some(*at) == self.hunting.at);
        let cursor = self.hunting.rows.iter().position(here).unwrap_or(1);
        self.overlays.push(Overlay::Hunt(HuntList { line, cursor }));
    }

    /// Opens the list of a saved search and asks it anew.
    pub(super) fn open_saved(&mut self, index: usize) {
        let Some(saved) = self.shelf.saved().get(index) else { return };
        let typed = saved.query.clone();
        let line = Line::with_text(&typed);
        self.overlays.push(Overlay::Hunt(HuntList { line, cursor: 1 }));
        self.hunt(&typed, Stage::Finished)
    }

    /// Takes what was typed so far.
    pub(super) fn hunt_typed(&mut self) {
        let Some(Overlay::Hunt(list)) = self.overlays.last_mut() else { return };
        list.cursor = 1;
        let typed = list.line.text().to_owned();
        self.hunt(&typed, Stage::Typing)
    }

    fn hunt(&mut self, typed: &str, stage: Stage) {
        let hunting = &mut self.hunting;
        hunting.typed = typed.to_owned();
        hunting.revision += 1;
        hunting.at = None;
        hunting.trouble = None;
        match Query::parse(typed, self.searching.mode(), stage) {
            Ok(query) if !query.is_empty() => {
                hunting.query = query.clone();
                hunting.state = HuntState::Going;
                self.out.want(Effect::Hunt(Box::new(Hunt { revision: hunting.revision, query })));
            }
            other => {
                hunting.query = Query::default();
                hunting.trouble = other.err();
                let (speeches, coverage) = (Vec::new(), Coverage::default());
                hunting.take(Hunted { speeches, coverage, state: HuntState::Idle });
            }
        }
    }

    /// Takes an answer of the library.
    pub(super) fn hunted(&mut self, revision: u64, hunted: Hunted) {
        if revision == self.hunting.revision {
            self.hunting.take(hunted);
        }
    }

    /// Goes to the hit at the cursor of the list.
    pub(super) fn accept_hunt(&mut self) {
        let Some(Overlay::Hunt(list)) = self.overlays.last() else { return };
        // While it is typed, what is not finished is not wrong yet.
        if let Err(error) = Query::parse(list.line.text(), self.searching.mode(), Stage::Finished) {
            self.hunting.trouble = Some(error);
            return;
        }
        let row = self.hunting.rows.get(list.cursor).or(self.hunting.rows.first());
        let at = match row {
            Some(HuntRow::Speech(speech)) => At { speech: *speech, hit: 0 },
            Some(HuntRow::Hit(at) | HuntRow::More(at, _)) => *at,
            None => return,
        };
        self.overlays.pop();
        self.out.clear_notices();
        self.go_to_found(at)
    }

    /// Goes to the next hit in the library, or to an earlier one.
    pub(super) fn hunt_step(&mut self, by: isize) {
        match self.hunting.neighbour(by) {
            Some(at) => self.go_to_found(at),
            None => {
                self.out.say("hunt-nothing");
            }
        }
    }

    fn go_to_found(&mut self, at: At) {
        let Some((found, hit)) = self.hunting.hit(at) else { return };
        let going = Going { hit: hit.clone(), fingerprint: found.fingerprint.clone() };
        let index = match &found.origin {
            Origin::File(path) => self.shelf.find_file(path).or_else(|| {
                let entry = Entry::unread(path.clone());
                Some(self.shelf.add(entry))
            }),
            Origin::Shipped(_) | Origin::StandardInput => {
                let id = found.id.clone();
                self.shelf.find(&id)
            }
        };
        let Some(index) = index else {
            self.out.say("hunt-not-here");
            return;
        };
        self.hunting.at = Some(at);
        self.focus = super::Focus::Text;
        let count = self.hunting.hits();
        let number = self.hunting.speeches[..at.speech].iter().map(|found| found.hits.len());
        let number = number.sum::<usize>() + at.hit + 1;
        let args = [("number", number.into()), ("count", count.into())];
        self.out.tell("hunt-at", args);
        self.hunting.going = Some(going);
        if index == self.shelf.current() && self.shelf.document().is_some() {
            return self.arrive_at_found();
        }
        self.open_speech(index)
    }

    /// Goes to the hit that its speech was opened for, if it was opened for one.
    pub(super) fn arrive_at_found(&mut self) {
        let Some(Going { hit, fingerprint }) = self.hunting.going.take() else {
            return;
        };
        let query = self.hunting.query.clone();
        let Some(open) = self.shelf.document_mut() else { return };
        let same = open.speech.fingerprint == fingerprint;
        if !open.is_whole() && hit.range.end > TextPos::new(open.speech.text.len()) {
            open.wanted = Some(Wanted::Left(Left {
                pos: hit.range.start,
                fingerprint,
                trace: Trace::default(),
            }));
            return self.search_as(query);
        }
        if open.is_whole() && !same {
            self.out.say("text-changed");
            return self.search_from(query, hit.range.start);
        }
        self.search_at(query, hit.range)
    }

    /// Tells whether a hit in the library is to be gone to.
    pub(super) fn goes_to_found(&self) -> bool {
        self.hunting.going.is_some()
    }

    /// Keeps what is searched for.
    pub(super) fn save_search(&mut self) {
        let typed = match self.overlays.last() {
            Some(Overlay::Hunt(list)) => list.line.text().trim().to_owned(),
            _ => self.hunting.typed.trim().to_owned(),
        };
        if typed.is_empty() || self.hunting.trouble.is_some() {
            self.out.say("hunt-nothing-to-save");
            return;
        }
        if self.shelf.saved().iter().any(|saved| saved.query == typed) {
            self.out.say("search-saved-already");
            return;
        }
        self.out.tell("search-saved", [("query", typed.as_str().into())]);
        let created = self.now;
        let saved = SavedSearch { id: String::new(), query: typed, title: None, created };
        self.out.want(Effect::Save(vec![Saving::Add(saved)]));
    }

    /// Removes the saved search at the cursor of the sidebar.
    pub(super) fn remove_saved(&mut self, index: usize) {
        let Some(saved) = self.shelf.saved().get(index).cloned() else { return };
        self.out.tell("search-removed", [("query", saved.title().into())]);
        let id = saved.id.clone();
        self.hunting.removed.push(saved);
        self.out.want(Effect::Save(vec![Saving::Remove(id)]));
    }

    /// Brings back the saved search that was removed last; returns whether one was.
    pub(super) fn restore_saved(&mut self) -> bool {
        let Some(saved) = self.hunting.removed.pop() else { return false };
        self.out.want(Effect::Save(vec![Saving::Add(saved)]));
        true
    }

    /// Takes the saved searches as they are stored now.
    pub(super) fn saved(&mut self, result: Result<Vec<SavedSearch>, Message>) {
        match result {
            Ok(saved) => self.shelf.set_saved(saved),
            Err(trouble) => self.out.notice(Notice::trouble(trouble)),
        }
    }
}
