//! The open list of the library: narrowed by typing, put in order, what was put away apart.

use super::base::{OverlayLayer, Under};
use super::cursor::ListCursor;
use super::line::InputLine;
use crate::app::entry::ShelfEntry;
use crate::app::id::EntryId;
use crate::app::scope::ShelfScope;
use crate::app::shelf::Shelf;
use crate::library::catalog::{CatalogFilter, Direction, Listed, Order, sorted};
use crate::search::{QueryError, Stage};
use crate::settings::action::{Action, Context};
use crate::speech::Standing;
use crate::text::fold;

/// The open list of the library.
#[derive(Debug)]
pub struct LibraryList {
    /// What was typed.
    pub line: InputLine,
    /// What the speeches are put in order by.
    pub order: Order,
    /// Which end comes first.
    pub direction: Direction,
    /// Whether it shows the speeches among the others, or those put away.
    pub standing: Standing,
    /// Which speeches it covers.
    pub scope: ShelfScope,
    /// What is wrong with what was typed; then what was typed before it holds.
    pub problem: Option<QueryError>,
    /// What it shows.
    pub rows: Vec<LibraryRow>,
    /// The place of the cursor.
    pub cursor: ListCursor,
    /// How many speeches there are without what was typed.
    pub total: usize,
    narrowing: CatalogFilter,
    /// What the rows were made of.
    made_of: Option<MadeOf>,
    /// What is known about the speeches that stand here, unpacked once for all that is typed.
    all: Vec<(EntryId, Listed)>,
}

/// A row of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LibraryRow {
    /// A speech, by its place on the shelf.
    Speech(EntryId),
    /// A saved search, by its place among them.
    Saved(usize),
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct MadeOf {
    typed: String,
    order: Order,
    direction: Direction,
    standing: Standing,
    scope: ShelfScope,
    revision: u64,
}

impl LibraryList {
    /// Opens the list in an order, with the cursor on the speech being read.
    pub fn new((order, direction): (Order, Direction), scope: ShelfScope, shelf: &Shelf) -> Self {
        let mut list = LibraryList {
            line: InputLine::default(),
            order,
            direction,
            standing: Standing::Shelved,
            scope,
            problem: None,
            rows: Vec::new(),
            cursor: ListCursor::default(),
            total: 0,
            narrowing: CatalogFilter::default(),
            made_of: None,
            all: Vec::new(),
        };
        list.take(shelf);
        list.point_to(LibraryRow::Speech(shelf.current()));
        list
    }

    /// Makes the rows anew where something has changed. The cursor stays on what it was on; while
    /// words are typed it goes to the first row.
    pub fn take(&mut self, shelf: &Shelf) {
        let typed = self.line.text().trim();
        let made_of = MadeOf {
            typed: typed.to_owned(),
            order: self.order,
            direction: self.direction,
            standing: self.standing,
            scope: self.scope,
            revision: shelf.revision(),
        };
        if self.made_of.as_ref() == Some(&made_of) {
            return;
        }
        match CatalogFilter::parse(typed, Stage::Typing) {
            Ok(narrowing) => {
                self.narrowing = narrowing;
                self.problem = None;
            }
            Err(problem) => self.problem = Some(problem),
        }
        let known = self.made_of.as_ref().is_some_and(|before| {
            let seen = |made: &MadeOf| (made.standing, made.scope, made.revision);
            seen(before) == seen(&made_of)
        });
        if !known {
            self.unpack(shelf);
        }
        let kept = self.at_cursor();
        let typing = self.made_of.as_ref().is_some_and(|before| before.typed != made_of.typed);
        self.rows = self.fitting(shelf, &made_of.typed);
        self.cursor = ListCursor::default();
        if let Some(row) = kept.filter(|_| !typing) {
            self.point_to(row);
        }
        self.made_of = Some(made_of);
    }

    /// Unpacks what is known about the speeches that stand here.
    fn unpack(&mut self, shelf: &Shelf) {
        let stands = |entry: &ShelfEntry| {
            let covered = shelf.covers(self.scope, entry);
            covered && entry.is_there() && entry.standing() == self.standing
        };
        let here = shelf.entries().filter(|(_, entry)| stands(entry));
        self.all = here.map(|(id, entry)| (id, entry.listed())).collect();
        self.total = self.all.len();
    }

    fn fitting(&self, shelf: &Shelf, typed: &str) -> Vec<LibraryRow> {
        let all = &self.all;
        let mut fit: Vec<&(EntryId, Listed)> =
            all.iter().filter(|(_, listed)| self.narrowing.admits(listed)).collect();
        if fit.is_empty() && self.problem.is_none() && !self.narrowing.has_conditions() {
            // "dienvan" and "dvkm" are "Diễn văn khai mạc" to those in a hurry.
            fit = all.iter().filter(|(_, listed)| is_short_for(typed, listed)).collect();
        }
        let listed: Vec<&Listed> = fit.iter().map(|(_, listed)| listed).collect();
        let places = sorted(&listed, self.order, self.direction);
        let speeches = places.into_iter().map(|at| LibraryRow::Speech(fit[at].0));
        let saved = shelf.saved().iter().enumerate().filter(|(_, saved)| {
            let text = format!("{} {}", saved.title(), saved.query);
            self.standing == Standing::Shelved
                && !self.narrowing.has_conditions()
                && self.narrowing.is_said_in(&text)
        });
        speeches.chain(saved.map(|(index, _)| LibraryRow::Saved(index))).collect()
    }

    /// Returns whether what was typed makes sense, now that it is finished; what is wrong is shown
    /// until something else is typed.
    pub fn finish(&mut self) -> bool {
        self.problem = CatalogFilter::parse(self.line.text(), Stage::Finished).err();
        self.problem.is_none()
    }

    /// Returns what the cursor is on.
    pub fn at_cursor(&self) -> Option<LibraryRow> {
        self.rows.get(self.cursor.at()).copied()
    }

    /// Returns the speech that the cursor is on.
    pub fn speech(&self) -> Option<EntryId> {
        match self.at_cursor()? {
            LibraryRow::Speech(index) => Some(index),
            LibraryRow::Saved(_) => None,
        }
    }

    /// Takes the next order, with its usual end first.
    pub fn sort(&mut self) {
        let at = Order::ALL.iter().position(|order| *order == self.order).unwrap_or(0);
        self.order = Order::ALL[(at + 1) % Order::ALL.len()];
        self.direction = Direction::Usual;
    }

    /// Turns the order round.
    pub fn reverse(&mut self) {
        self.direction = match self.direction {
            Direction::Usual => Direction::Reversed,
            Direction::Reversed => Direction::Usual,
        };
    }

    /// Shows the speeches that were put away, or those that were not.
    pub fn switch_standing(&mut self) {
        self.standing = match self.standing {
            Standing::Shelved => Standing::Archived,
            Standing::Archived => Standing::Shelved,
        };
    }

    /// Covers the other speeches.
    pub fn switch_scope(&mut self) {
        self.scope = self.scope.other();
    }

    /// Puts the cursor on a row, if that shows.
    pub fn point_to(&mut self, row: LibraryRow) {
        if let Some(at) = self.rows.iter().position(|other| *other == row) {
            self.cursor = ListCursor::new(at);
        }
    }
}

impl OverlayLayer for LibraryList {
    fn context(&self) -> Context {
        Context::Prompt
    }

    fn hints(&self) -> &'static [Action] {
        use Action as A;
        if self.scope == ShelfScope::Open {
            return &[
                A::Accept,
                A::TaskScope,
                A::ImportOpen,
                A::ReverseLibrary,
                A::SortLibrary,
                A::Cancel,
            ];
        }
        &[
            A::Accept,
            A::TaskScope,
            A::EditSpeech,
            A::ArchiveSpeech,
            A::ToggleScope,
            A::DeleteSpeech,
            A::Undo,
            A::ReverseLibrary,
            A::SortLibrary,
            A::Cancel,
        ]
    }

    fn hint(&self, action: Action) -> Option<&'static str> {
        match (action, self.standing) {
            (Action::TaskScope, _) => Some(match self.scope {
                ShelfScope::Open => "hint-scope-library",
                ShelfScope::Library => "hint-scope-open",
            }),
            (Action::ToggleScope, Standing::Shelved) => Some("hint-archived"),
            (Action::ToggleScope, Standing::Archived) => Some("hint-shelved"),
            (Action::ArchiveSpeech, Standing::Archived) => Some("hint-unarchive-speech"),
            _ => None,
        }
    }

    fn line(&mut self) -> Option<&mut InputLine> {
        Some(&mut self.line)
    }

    fn step(&mut self, by: isize) {
        self.cursor.step(by, self.rows.len());
    }

    fn settle(&mut self, under: &Under<'_>) {
        self.take(under.shelf);
    }
}

/// Returns whether what was typed is a title written in one, or the first letters of its syllables.
fn is_short_for(typed: &str, listed: &Listed) -> bool {
    let title = fold(&listed.known.meta.title);
    let syllables = || title.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let typed: String = fold(typed).split_whitespace().collect();
    let in_one: String = syllables().collect();
    let initials: String = syllables().filter_map(|part| part.chars().next()).collect();
    in_one.contains(&typed) || initials.contains(&typed)
}
